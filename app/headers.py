"""What stands in the head of every answer: what a browser may do with it, and with what is in it.

The outermost wrapper adds it, so that no answer is without: errors, static files, what was kept.
"""

import re
from collections.abc import Awaitable, Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Header = tuple[bytes, bytes]
Headers = tuple[Header, ...]

# Content Security Policy, level 3. All that a page needs lies on the site itself, in files.
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "font-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    # Only the policy of this name in site.js makes HTML of a text: for htmx, of our own answers.
    "require-trusted-types-for": "'script'",
    "trusted-types": "htmx",
}
# What no page of ours asks for, nor anything in it may.
UNUSED = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
)
# Two years; subdomains too, as ASVS 5.0, 3.4.1 wants. A browser heeds it over https alone.
STRICT_TRANSPORT = (b"strict-transport-security", b"max-age=63072000; includeSubDomains")
UNSENT = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")  # what no header holds (RFC 9110, 5.5)
NO_STORE = (b"cache-control", b"no-store")
SHARED = ("/api", "/oembed")  # what pages of other origins may read (CORS), by how its path begins
SHARED_FORMS = (".png", ".jsonld")  # and by how it ends: pictures for links, annotations
EMBEDDED = "/embed/"  # what may stand in a frame of theirs


def make_headers(policy: dict[str, str], resource_policy: str) -> Headers:
    lines = {
        "content-security-policy": "; ".join(f"{key} {value}" for key, value in policy.items()),
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": resource_policy,
        "permissions-policy": ", ".join(f"{feature}=()" for feature in UNUSED),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
    }
    return tuple((name.encode(), value.encode()) for name, value in lines.items())


# By the kind of path, for a public address of http and one of https.
KINDS = (
    make_headers(POLICY, "same-origin"),
    make_headers(POLICY, "cross-origin"),
    # A frame asks for no more: a resource policy holds off scripts and pictures, not frames.
    make_headers({**POLICY, "frame-ancestors": "*"}, "same-origin"),
)
HEADERS = {False: KINDS, True: tuple((*lines, STRICT_TRANSPORT) for lines in KINDS)}


def kind_of(path: str) -> int:
    """The site's own, what other sites may read, what they may frame."""
    if path.startswith(SHARED) or path.endswith(SHARED_FORMS):
        return 1
    return 2 if path.startswith(EMBEDDED) else 0


def headers_of(path: str, *, is_https: bool) -> Headers:
    """The headers of whatever is answered at a path, as raw pairs; made beforehand.

    `is_https` is whether the public address is: the server itself only knows its proxy.
    """
    return HEADERS[is_https][kind_of(path)]


class Written(tuple[Header, ...]):
    """Headers that are written down once, as they are sent; whoever changes them makes others.

    Raises ValueError where one would end its line, and so begin another.
    """

    lines: bytes

    def __new__(cls, headers: Iterable[Header]) -> "Written":
        made = super().__new__(cls, headers)
        if any(UNSENT.search(part) for header in made for part in header):
            raise ValueError("a header holds what ends its line")
        made.lines = b"".join([b"%b: %b\r\n" % header for header in made])
        return made

    def __add__(self, more: "Written") -> "Written":  # type: ignore[override]
        both = tuple.__new__(Written, (*self, *more))
        both.lines = self.lines + more.lines
        return both


class Guarded:
    """Adds the headers, keeps errors out of every cache and the body from who asks by HEAD, and
    answers what nothing else could.
    """

    def __init__(self, app: ASGIApp, public_address: str, fault: ASGIApp) -> None:
        self.app = app
        self.headers = [Written(kind) for kind in HEADERS[public_address.startswith("https:")]]
        self.fault = fault

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        lines = self.headers[kind_of(scope["path"])]
        is_head = scope["method"] == "HEAD"
        started = False

        # No coroutine of its own, which would cost as much again.
        def send_guarded(message: Message) -> Awaitable[None]:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = message["headers"]
                headers = headers + lines if isinstance(headers, Written) else [*headers, *lines]
                if message["status"] >= 400 and not any(key == NO_STORE[0] for key, _ in headers):
                    headers = [*headers, NO_STORE]
                message = {**message, "headers": headers}
            elif is_head and message["type"] == "http.response.body":
                message = {**message, "body": b""}
            return send(message)

        try:
            await self.app(scope, receive, send_guarded)
        except Exception:
            # The framework answers its own faults; this is one of what stands before it.
            if not started:
                await self.fault(scope, receive, send_guarded)
            raise
