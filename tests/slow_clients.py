"""Clients that keep a server waiting, in every way we know, as many as are wanted at once."""

import select
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

Socket = socket.socket
GONE = select.POLLHUP | select.POLLERR | select.POLLRDHUP
LARGE = b"/en/quotes"  # which is kept: so it costs the server nothing but its sending


def connect(port: int) -> Socket:
    """A connection that is never waited for."""
    connection = socket.socket()
    # Else the system takes megabytes for us, and no server notices soon that we do not read.
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    connection.connect(("127.0.0.1", port))
    connection.setblocking(False)
    return connection


def request(path: bytes, *headers: bytes, method: bytes = b"GET") -> bytes:
    lines = (method + b" " + path + b" HTTP/1.1", b"Host: localhost", *headers)
    return b"\r\n".join(lines) + b"\r\n\r\n"


# What each kind sends at once, what each second, and how many bytes it reads then.
KINDS: dict[str, tuple[bytes, bytes, int]] = {
    "says nothing": (b"", b"", 65_536),
    "never ends its head": (request(b"/en/")[:-2] + b"X-Slow: ", b"x", 65_536),
    "begins with empty lines": (b"", b"\r\n", 65_536),
    "sends a body that nobody reads": (
        request(b"/en/", b"Content-Length: 60000", method=b"POST"),
        b"x",
        65_536,
    ),
    "sends a body in chunks without end": (
        request(b"/en/", b"Transfer-Encoding: chunked", method=b"POST"),
        b"1\r\nx\r\n",
        65_536,
    ),
    "stays after its answer": (request(b"/health"), b"", 65_536),
    "goes on with empty lines": (request(b"/health"), b"\r\n", 65_536),
    "never reads": (request(LARGE) * 20, b"", 0),
    "reads a byte a second": (request(LARGE) * 20, b"", 1),
}


class Crowd:
    """Connections of every kind, by turns, and those that the server has not ended."""

    def __init__(self, port: int, number: int) -> None:
        kinds = list(KINDS)
        self.open: dict[int, tuple[str, Socket]] = {}
        self.poll = select.poll()
        for at in range(number):
            kind = kinds[at % len(kinds)]
            connection = connect(port)
            say_and_hear(connection, KINDS[kind][0], 0)
            self.open[connection.fileno()] = kind, connection
            self.poll.register(connection, GONE)
        self.opened = time.monotonic()

    def left(self) -> list[str]:
        """The kinds of those that are not ended, after each has done what it does in a second."""
        for number, _ in self.poll.poll(0):
            self.drop(number)
        for kind, connection in self.open.values():
            _, more, most = KINDS[kind]
            say_and_hear(connection, more, most)
        return sorted(kind for kind, _ in self.open.values())

    def drop(self, number: int) -> None:
        _, connection = self.open.pop(number)
        self.poll.unregister(number)
        connection.close()

    def close(self) -> None:
        for number in list(self.open):
            self.drop(number)


def say_and_hear(connection: Socket, words: bytes, most: int) -> None:
    """Send and read what can be, which may be nothing any more."""
    with suppress(OSError):
        connection.send(words)
        connection.recv(most)


@contextmanager
def crowding(port: int, number: int) -> Iterator[Crowd]:
    crowd = Crowd(port, number)
    try:
        yield crowd
    finally:
        crowd.close()
