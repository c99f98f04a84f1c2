"""What a list of quotes is asked for, as it stands in the address and nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.terms import Search, read_search

FACETS = ("speaker", "topic", "kind", "article")
NO_SPEAKER = "none"  # a reserved slug: the quotes that nobody says
PAGE_SIZE = 50

NOTHING = read_search("")

Choice = tuple[str, str]
Query = list[tuple[str, str]]


@dataclass(frozen=True)
class QuoteFilter:
    """The chosen (facet, value) pairs, sorted: any value of a facet, all facets together."""

    choices: tuple[Choice, ...]
    page: int
    view: str  # "table" for the dense view
    search: Search

    @classmethod
    def of(
        cls, choices: Iterable[Choice], page: int = 1, view: str = "", q: str = ""
    ) -> "QuoteFilter":
        """The filter of some choices in any order, repeated or empty ones left out."""
        kept = {(facet, value) for facet, value in choices if value}
        return cls(tuple(sorted(kept)), page, view, read_search(q))

    def chosen(self, facet: str) -> tuple[str, ...]:
        """The values chosen in a facet."""
        return tuple(value for key, value in self.choices if key == facet)

    def clear(self, facet: str) -> "QuoteFilter":
        """The same without any value in a facet, on its first page."""
        kept = (choice for choice in self.choices if choice[0] != facet)
        return replace(self, choices=tuple(kept), page=1)

    def clear_search(self) -> "QuoteFilter":
        """The same whatever the words, on its first page."""
        return replace(self, search=NOTHING, page=1)

    def clear_all(self) -> "QuoteFilter":
        """The whole list, in the same view."""
        return replace(self, choices=(), search=NOTHING, page=1)

    def drop(self, dropped: Choice) -> "QuoteFilter":
        """The same without one choice, on its first page."""
        kept = (choice for choice in self.choices if choice != dropped)
        return replace(self, choices=tuple(kept), page=1)

    def rename(self, new: dict[Choice, str]) -> "QuoteFilter":
        """The same with old slugs replaced by the present ones."""
        choices = {(facet, new.get((facet, value), value)) for facet, value in self.choices}
        return replace(self, choices=tuple(sorted(choices)))

    def on_page(self, page: int) -> "QuoteFilter":
        """The same list at another page."""
        return replace(self, page=page)

    def seen_as(self, view: str) -> "QuoteFilter":
        """The same page of the list in another view."""
        return replace(self, view=view)

    @property
    def is_narrow(self) -> bool:
        """Whether anything at all is asked for."""
        return bool(self.choices or self.search.typed)

    def query(self) -> Query:
        """The query string in its canonical form: keys and values sorted, empty ones left out."""
        page = str(self.page) if self.page > 1 else ""
        rest = [("page", page), ("q", self.search.typed), ("view", self.view)]
        return sorted([*self.choices, *((key, value) for key, value in rest if value)])
