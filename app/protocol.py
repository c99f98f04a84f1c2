"""How long a connection may take, and how much it may send, before it is closed.

Uvicorn bounds neither: a head that never ends goes into memory, and a client that says nothing, or
reads nothing, keeps its connection. No address takes a body, so little of one is waited for.
"""

import asyncio
import math
import socket
import struct
import sys
from collections import deque
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, ClassVar

from uvicorn.protocols.http.httptools_impl import (
    STATUS_LINE,
    HttpToolsProtocol,
    RequestResponseCycle,
)

from app.headers import NO_STORE, Written, headers_of

MOST_HEAD = 16_384  # bytes of a request's line and headers
MOST_BODY = 65_536  # bytes of a request that are read at all
MOST_PIPELINED = 100  # requests that wait for their answers on one connection
REQUEST_SECONDS = 8.0  # from a connection, or a request's first byte, to its last
IDLE_SECONDS = 5.0  # from an answer to the next request
READING_SECONDS = 8.0  # in which a client takes something of an answer
READ = 4_096  # bytes: less than that is nothing
LINGER_SECONDS = 1.0  # for a client to take what it is told before it is cut off
SHUTDOWN_SECONDS = 0.25  # for a request that is on its way when the server is to end
SYSTEM_KEEPS = 131_072  # bytes of answers on their way in the system, which would take megabytes
TICK = 1.0  # seconds between two looks at a connection
SPARE_FILES = 100  # for the database, the log, what is written down before it is sent

# What stands on the server's own answers, which no application sees, beside what is on every one.
OWN_HEADERS = (
    (b"content-type", b"text/plain; charset=utf-8"),
    NO_STORE,
    (b"connection", b"close"),
)
SENTENCES = {
    400: "This is no request that the server can read.",
    408: f"The request did not come within {REQUEST_SECONDS:.0f} seconds.",
    431: f"The request's address and headers are longer than {MOST_HEAD} bytes.",
    503: "The server has more connections than it can serve. Please try again in a moment.",
}


def most_connections() -> int:
    """How many connections a process may have, by the files that the system lets it open."""
    if sys.platform == "win32":
        return 400
    import resource

    files, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return 4_000 if files == resource.RLIM_INFINITY else min(4_000, max(1, files - SPARE_FILES))


MOST_CONNECTIONS = most_connections()


class RefusedError(Exception):
    """A request that is not read on, and the status that says why."""

    def __init__(self, status: int) -> None:
        super().__init__(SENTENCES[status])
        self.status = status


class Cycle(RequestResponseCycle):
    """An answer on its way. A head that comes finished is written as it is, in one with its body:
    to look at each header again takes a sixth of the time of a page that is kept."""

    head = b""  # that waits for its body

    async def send(self, message: Any) -> None:
        if isinstance(message.get("headers"), Written):
            self.head = self.head_of(message)
        elif not self.head:
            await super().send(message)
        else:
            if self.flow.write_paused and not self.disconnected:
                await self.flow.drain()
            if not self.disconnected:
                self.end(self.head + message["body"])

    def head_of(self, message: Any) -> bytes:
        own = b"".join([b"%b: %b\r\n" % line for line in self.default_headers])
        close = b"" if self.keep_alive else b"connection: close\r\n"
        return b"".join(
            (STATUS_LINE[message["status"]], own, message["headers"].lines, close, b"\r\n")
        )

    def end(self, answer: bytes) -> None:
        self.response_started = self.response_complete = True
        self.transport.write(answer)
        self.message_event.set()
        if not self.keep_alive:
            self.transport.close()
        self.on_response()


class Bounded(HttpToolsProtocol):
    """A connection that ends if its client is slow, or sends what no reader sends."""

    is_https: ClassVar[bool] = False  # whether the public address is
    # Told of each that begins (1) and ends (-1), by whom counts them.
    count: ClassVar[Callable[[float], object] | None] = None

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.deadline = self.loop.time() + REQUEST_SECONDS  # while a request is awaited
        self.taken = 0  # bytes of the request that is being read, no fewer than there are
        self.is_reading = self.is_head = self.is_crossed = False
        self.is_refused = self.is_ending = False
        self.status = 400  # of the answer to what cannot be read
        self.unanswered: deque[RequestResponseCycle] = deque()
        self.left, self.left_since = 0, 0.0  # bytes of answers that the client has not taken
        self.timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if Bounded.count is not None:
            Bounded.count(1)
        own = transport.get_extra_info("socket")
        own.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SYSTEM_KEEPS)
        self.timer = self.loop.call_later(TICK, self.look)
        if len(self.connections) > MOST_CONNECTIONS and not self.make_room():
            self.refuse(503)

    def connection_lost(self, exc: Exception | None) -> None:
        if self.timer is not None:
            self.timer.cancel()
        if Bounded.count is not None:
            Bounded.count(-1)
        for cycle in self.unanswered:  # Uvicorn tells the last alone
            cycle.disconnected = True
            cycle.message_event.set()
        super().connection_lost(exc)

    def make_room(self) -> bool:
        """Cut off the clients for which time would run out first, some at once, for that takes a
        look at all; false where every other is being answered."""
        others = [one for one in self.connections if isinstance(one, Bounded) and one is not self]
        waiting = sorted((one for one in others if one.is_waiting()), key=Bounded.ends_at)
        for one in waiting[: MOST_CONNECTIONS // 20 + 1]:
            self.connections.discard(one)
            one.cut()
        return len(self.connections) <= MOST_CONNECTIONS

    def is_waiting(self) -> bool:
        """Whether it is the client's turn: to ask, or to take what it asked for."""
        return not self.unanswered or self.flow.write_paused

    def ends_at(self) -> float:
        """When time runs out for the client, if it goes on doing nothing."""
        return self.left_since + READING_SECONDS if self.flow.write_paused else self.deadline

    def data_received(self, data: bytes) -> None:
        if self.is_refused:
            return
        self.taken += len(data)
        self.is_crossed = False
        super().data_received(data)
        if not self.is_reading:
            self.taken = 0
        elif self.is_crossed:  # where in these bytes the next request began is not known
            self.taken = min(len(data), MOST_HEAD)
        elif self.taken > (2 * MOST_HEAD if self.is_head else MOST_BODY):
            self.refuse(431)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.is_reading = self.is_head = True
        self.deadline = self.loop.time() + REQUEST_SECONDS

    def on_headers_complete(self) -> None:
        if self.taken > MOST_HEAD and self.head_size() > MOST_HEAD:
            raise self.refused(431)
        if len(self.unanswered) == MOST_PIPELINED:
            raise self.refused(400)
        self.is_head = False
        super().on_headers_complete()
        self.cycle.__class__ = Cycle  # which Uvicorn cannot be told
        self.unanswered.append(self.cycle)
        if self.is_ending:
            self.cycle.keep_alive = False

    def head_size(self) -> int:
        return len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers)

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self.is_reading, self.is_crossed = False, True
        self.deadline = math.inf

    def on_response_complete(self) -> None:
        self.unanswered.popleft()
        super().on_response_complete()
        if not self.unanswered:
            seconds = REQUEST_SECONDS if self.is_reading else IDLE_SECONDS
            self.deadline = self.loop.time() + seconds

    def _unsupported_upgrade_warning(self) -> None:
        """Nothing is upgraded to, and the parser reads no more: the request is the last."""
        self.cycle.keep_alive = False

    def refused(self, status: int) -> RefusedError:
        """What stops the parser, upon which Uvicorn asks for the answer below."""
        self.status = status
        return RefusedError(status)

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002
        self.refuse(self.status)

    def refuse(self, status: int) -> None:
        """End the connection when what was asked is answered, and say why if nothing was asked.

        What is still on its way is read past for a moment: to close before would take the sentence
        from a client that is sending (RFC 9112, 9.6).
        """
        self.is_refused = True
        self.deadline = self.loop.time() + LINGER_SECONDS
        if self.unanswered:
            self.cycle.keep_alive = False
        elif self.transport.is_closing():
            return
        elif self.is_reading and not self.is_head:  # the body of what is answered
            self.transport.write_eof()
        else:
            self.say(status)
            self.transport.write_eof()

    def say(self, status: int) -> None:
        text = f"{SENTENCES[status]}\n".encode()
        length = (b"content-length", str(len(text)).encode())
        lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}".encode()]
        every = (*self.server_state.default_headers, *headers_of("/", is_https=self.is_https))
        lines += [name + b": " + value for name, value in (*every, *OWN_HEADERS, length)]
        self.transport.write(b"\r\n".join([*lines, b"", text]))

    def look(self) -> None:
        """End the connection if its client is late."""
        now = self.loop.time()
        self.timer = self.loop.call_later(TICK, self.look)
        left = self.transport.get_write_buffer_size()
        # More than before is left only where an answer goes on, so that the rest was taken.
        if not left or left > self.left or self.left - left >= READ:
            self.left, self.left_since = left, now
        elif now - self.left_since > READING_SECONDS:
            self.cut()
            return
        if now > self.deadline and not self.unanswered and not self.transport.is_closing():
            if self.is_head and not self.is_refused:
                self.refuse(408)
            else:
                self.transport.close()

    def cut(self) -> None:
        """End the connection without waiting for anything.

        Else the system goes on to keep what was written for a client that does not take it.
        """
        for cycle in self.unanswered:
            cycle.disconnected = True
        own = self.transport.get_extra_info("socket")
        own.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.transport.abort()

    def shutdown(self) -> None:
        """End with what is being answered, and with a request that comes at this moment."""
        self.is_ending = True
        if self.unanswered:
            super().shutdown()
        else:
            self.loop.call_later(SHUTDOWN_SECONDS, self.end)

    def end(self) -> None:
        if not self.unanswered:
            self.transport.close()
