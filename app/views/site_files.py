"""The files that machines look for at addresses of their own."""

import datetime as dt
from itertools import chain

from fastapi import Request, Response
from fastapi.responses import PlainTextResponse
from starlette.exceptions import HTTPException

from app.assets import find_asset
from app.base import LANGUAGES
from app.catalogue import translations
from app.formats.json_list import write_json
from app.formats.sitemap import write_sitemap
from app.queries.addresses import stream_addresses
from app.views.requests import DataRouter, Downloading, answer_stream, site_of

router = DataRouter()

LISTS = (
    "/",
    "/about",
    "/about/api",
    "/articles",
    "/quotes",
    "/actors",
    "/events",
    "/topics",
    "/corrections",
)
VALID = dt.timedelta(days=180)  # RFC 9116, 2.5.5 advises less than a year
PAPER = "#faf8f3"  # the ground of the light display, as in the style sheet


@router.api_route("/sitemap.xml", methods=["GET", "HEAD"], name="sitemap", response_model=None)
def sitemap(request: Request, session: Downloading) -> Response:
    lists = ((path, None) for path in LISTS)
    records = ((f"/{row.noun}/{row.slug}", row.changed) for row in stream_addresses(session))
    chunks = write_sitemap(chain(lists, records), site_of(request))
    return answer_stream(request, session, chunks, "application/xml; charset=utf-8")


@router.api_route("/robots.txt", methods=["GET", "HEAD"], name="robots")
def robots(request: Request) -> PlainTextResponse:
    """Nothing is closed (RFC 9309): what is not to be listed says so itself."""
    return PlainTextResponse(
        f"User-agent: *\nDisallow:\n\nSitemap: {site_of(request)}/sitemap.xml\n"
    )


@router.api_route("/.well-known/security.txt", methods=["GET", "HEAD"], name="security")
def security(request: Request) -> PlainTextResponse:
    """Whom to tell of a weakness (RFC 9116); without a contact there is no such file."""
    contact = request.app.state.settings.contact
    if contact is None:
        raise HTTPException(404)
    expires = dt.datetime.now(dt.UTC).replace(hour=0, minute=0, second=0, microsecond=0) + VALID
    fields = {
        "Contact": contact,
        "Expires": expires.isoformat().replace("+00:00", "Z"),
        "Preferred-Languages": ", ".join(LANGUAGES),
        "Canonical": f"{site_of(request)}/.well-known/security.txt",
    }
    return PlainTextResponse("".join(f"{name}: {value}\n" for name, value in fields.items()))


@router.data("/manifest.webmanifest", "manifest")
def manifest(request: Request, lang: str) -> Response:
    """What a device shows of the site put on its home screen (https://www.w3.org/TR/appmanifest/)."""

    def icon(file: str, purpose: str) -> dict[str, str]:
        address = str(request.app.url_path_for("static", path=find_asset(file)))
        return {"src": address, "type": "image/svg+xml", "sizes": "any", "purpose": purpose}

    gettext = translations(lang).gettext
    home = str(request.app.url_path_for("home", lang=lang))
    content = write_json(
        {
            "id": "/",
            "name": gettext("US–Iraq relations"),
            "short_name": gettext("US–Iraq"),
            "lang": lang,
            "start_url": home,
            "scope": "/",
            "display": "minimal-ui",
            "background_color": PAPER,
            "theme_color": PAPER,
            "icons": [icon("favicon.svg", "any"), icon("maskable.svg", "maskable")],
        }
    )
    headers = {"Content-Language": lang}
    return Response(content, headers=headers, media_type="application/manifest+json")
