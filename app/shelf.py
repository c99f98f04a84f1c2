"""A store bounded in bytes, from which a walk through everything takes nothing that is in use."""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass, field

from starlette.types import Message

from app.headers import Written

PROVEN = 0.8  # the part of the store for what was asked for again
MOST_NAMES = 8  # other names of one thing
OVERHEAD = 2_600  # bytes that Python takes for a thing and its places, measured
NAME_OVERHEAD = 700

# Method, path, query; the headers that an answer may depend on.
Name = tuple[str, str, bytes, bytes | None, bytes | None, bytes | None, bytes | None]

NO_BODY: Message = {"type": "http.response.body", "body": b""}


@dataclass(slots=True, eq=False)
class Kept:
    """An answer as bytes, ready to be sent."""

    key: Hashable
    tag: bytes
    headers: Written
    unchanged: Written  # of the answer to who has it already
    body: bytes
    encoding: str  # of the body
    size: int = 0
    proven: bool = False
    names: list[Name] = field(default_factory=list)
    # What is sent of it, made once.
    start: Message = field(init=False)
    whole: Message = field(init=False)
    is_unchanged: Message = field(init=False)

    def __post_init__(self) -> None:
        self.start = {"type": "http.response.start", "status": 200, "headers": self.headers}
        self.whole = {"type": "http.response.body", "body": self.body}
        self.is_unchanged = {
            "type": "http.response.start",
            "status": 304,
            "headers": self.unchanged,
        }
        lines = {*self.headers, *self.unchanged}
        self.size = len(self.headers.lines) + len(self.unchanged.lines)
        self.size += OVERHEAD + len(self.body) + len(repr(self.key))
        self.size += sum(len(name) + len(value) + 130 for name, value in lines)


class Shelf:
    """What was kept last, in two parts: new, and proven by being asked for again.

    What is new gives way to what is newer; only what is proven takes room from the proven. So ten
    thousand addresses that are asked for once leave the home page where it is.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.clear()

    def clear(self) -> None:
        self.by_key: dict[Hashable, Kept] = {}
        self.by_name: dict[Name, Kept] = {}
        self.new: OrderedDict[Kept, None] = OrderedDict()
        self.proven: OrderedDict[Kept, None] = OrderedDict()
        self.size = self.proven_size = 0

    def find(self, name: Name) -> Kept | None:
        """What has this name."""
        kept = self.by_name.get(name)
        if kept is not None:
            self.touch(kept)
        return kept

    def get(self, key: Hashable) -> Kept | None:
        kept = self.by_key.get(key)
        if kept is not None:
            self.touch(kept)
        return kept

    def peek(self, key: Hashable) -> Kept | None:
        """What has this key, without any sign of use."""
        return self.by_key.get(key)

    def touch(self, kept: Kept) -> None:
        if kept.proven:
            self.proven.move_to_end(kept)
            return
        del self.new[kept]
        self.proven[kept] = None
        self.proven_size += kept.size
        kept.proven = True
        while self.proven_size > PROVEN * self.limit:
            oldest, _ = self.proven.popitem(last=False)
            self.proven_size -= oldest.size
            oldest.proven = False
            self.new[oldest] = None

    def put(self, kept: Kept) -> None:
        """Keep, in the place of what has the same key; what is larger than the store is not."""
        if old := self.by_key.get(kept.key):
            self.drop(old)
        if kept.size > self.limit:
            return
        self.by_key[kept.key] = kept
        self.new[kept] = None
        self.size += kept.size
        self.shrink(kept)

    def name(self, kept: Kept, name: Name) -> None:
        """Let it be found by a name too; of too many, the oldest is forgotten."""
        if self.by_key.get(kept.key) is not kept or name in self.by_name:
            return
        if len(kept.names) == MOST_NAMES:
            self.forget(kept, kept.names.pop(0))
        kept.names.append(name)
        self.by_name[name] = kept
        self.grow(kept, size_of(name))
        self.shrink(kept)

    def forget(self, kept: Kept, name: Name) -> None:
        del self.by_name[name]
        self.grow(kept, -size_of(name))

    def grow(self, kept: Kept, more: int) -> None:
        kept.size += more
        self.size += more
        if kept.proven:
            self.proven_size += more

    def shrink(self, last: Kept) -> None:
        """Drop the oldest, the proven last, until the rest is within the limit."""
        while self.size > self.limit:
            oldest = next(iter(self.new), last)
            self.drop(next(iter(self.proven), last) if oldest is last else oldest)

    def drop(self, kept: Kept) -> None:
        for name in kept.names:
            del self.by_name[name]
        del self.by_key[kept.key]
        self.size -= kept.size
        if kept.proven:
            del self.proven[kept]
            self.proven_size -= kept.size
        else:
            del self.new[kept]


def size_of(name: Name) -> int:
    return NAME_OVERHEAD + sum(len(part) for part in name if part)
