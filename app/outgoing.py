"""An answer on its way out: gathered, and compressed for who takes it so."""

from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.encodings import IDENTITY, SHORTEST, Stream, compress, is_text_type

START, BODY = "http.response.start", "http.response.body"
LONGEST = 512 * 1024  # bytes of an answer that is gathered; a longer one goes on as it comes

Header = tuple[bytes, bytes]


class Answer:
    """Takes an answer from the application, and compresses it on its way to a reader."""

    def __init__(self, send: Send, encoding: str) -> None:
        self.send = send
        self.encoding = encoding
        self.start: Message = {}
        self.body = b""
        self.pieces: list[bytes] = []
        self.size = 0
        self.is_whole = self.is_sent = False
        self.stream: Stream | None = None

    async def take(self, app: ASGIApp, scope: Scope, receive: Receive) -> None:
        """Ask an application; one that answers and fails after that has answered all the same."""
        try:
            await app(scope, receive, self)
        except Exception:
            await self.send_whole()
            raise

    async def __call__(self, message: Message) -> None:
        if message["type"] == START:
            self.start = message
        elif message["type"] != BODY:
            await self.send(message)
        elif self.is_sent:
            await self.send_piece(message.get("body", b""), message.get("more_body", False))
        else:
            self.pieces.append(message.get("body", b""))
            self.size += len(self.pieces[-1])
            if not message.get("more_body", False):
                self.body, self.is_whole = b"".join(self.pieces), True
            elif self.size > LONGEST:
                await self.send_first()

    async def send_first(self) -> None:
        """Begin to send what is too long to be gathered."""
        headers = mark_varying(self.start["status"], self.start["headers"])
        if self.encoding != IDENTITY and is_text(headers):
            self.stream = Stream(self.encoding)
            headers = [*without(headers, b"content-length"), encoded(self.encoding)]
        await self.send({**self.start, "headers": headers})
        self.is_sent = True
        while self.pieces:
            await self.send_piece(self.pieces.pop(0), True)

    async def send_piece(self, piece: bytes, more: bool) -> None:
        if self.stream is not None:
            piece = self.stream.add(piece) + (b"" if more else self.stream.end())
        await self.send({"type": BODY, "body": piece, "more_body": more})

    async def send_whole(self) -> None:
        """Send what was gathered; nothing, if it is sent already or no whole answer."""
        if not self.is_whole:
            return
        body = self.body
        headers = mark_varying(self.start["status"], self.start["headers"])
        if self.encoding != IDENTITY and len(body) >= SHORTEST and is_text(headers):
            body = compress(body, self.encoding)
            length = (b"content-length", str(len(body)).encode())
            headers = [*without(headers, b"content-length"), length, encoded(self.encoding)]
        await self.send({**self.start, "headers": headers})
        await self.send({"type": BODY, "body": body})


def is_text(headers: Iterable[Header]) -> bool:
    return is_text_type(value_of(headers, b"content-type"))


def mark_varying(status: int, headers: Iterable[Header]) -> list[Header]:
    """The headers with Accept-Encoding among what the answer varies by, where it does."""
    lines = list(headers)
    if status != 304 and not is_text(lines):
        return lines
    varies = value_of(lines, b"vary")
    if varies == b"*" or b"accept-encoding" in varies.lower():
        return lines
    named = varies + b", Accept-Encoding" if varies else b"Accept-Encoding"
    return [*without(lines, b"vary"), (b"vary", named)]


def value_of(headers: Iterable[Header], name: bytes) -> bytes:
    return b", ".join(value for key, value in headers if key == name)


def without(headers: Iterable[Header], *names: bytes) -> list[Header]:
    return [line for line in headers if line[0] not in names]


def encoded(encoding: str) -> Header:
    return b"content-encoding", encoding.encode()
