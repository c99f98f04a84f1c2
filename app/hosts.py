"""Under which names the site answers: those of its public address, and no other.

Nothing it says comes from the name asked for. To refuse others keeps somebody else's page, whose
name was pointed at this machine (DNS rebinding), from reading the site as its own.
"""

import re
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

from app.plain import refuse_host
from app.settings import Settings

LOOPBACK = re.compile(rb"(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?")
PROBED = ("/health", "/ready")  # asked by address, whatever the site is called
PORTS = {"http": 80, "https": 443}


class Hosts:
    """Answers 400 to a request for another host (RFC 9110, 7.4)."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.known = names_of(settings.public_address)
        self.is_local = settings.public_url is None
        self.refusal = refuse_host(settings.public_address)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and not self.knows(scope):
            await self.refusal(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def knows(self, scope: Scope) -> bool:
        """Whether a request names this site, and once (RFC 9112, 3.2)."""
        named = [value for name, value in scope["headers"] if name == b"host"]
        if len(named) == 1:
            host = named[0].lower()
            if host in self.known or (self.is_local and LOOPBACK.fullmatch(host)):
                return True
        return scope["path"] in PROBED


def is_loopback(host: str) -> bool:
    """Whether what listens on an address or a name is heard by this machine alone."""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def names_of(address: str) -> frozenset[bytes]:
    """What a browser sends as Host for an address: no port where it is the scheme's own."""
    parts = urlsplit(address)
    host = parts.netloc.lower().encode("idna")
    own = PORTS[parts.scheme]
    if parts.port is None:
        return frozenset({host, b"%s:%d" % (host, own)})
    bare = {host.rpartition(b":")[0]} if parts.port == own else set()
    return frozenset({host, *bare})
