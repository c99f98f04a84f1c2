"""Addresses as templates write them: of routes, of static files, of passages in a page.

The templates of a site have its application and their language filled in.
"""

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote as percent_encode
from urllib.parse import quote_plus

from starlette.applications import Starlette

from app.assets import find_asset
from app.filters import Query
from app.spans import Block


def href(
    app: Starlette,
    language: str,
    name: str,
    /,
    query: Query | None = None,
    anchor: str = "",
    **path: str,
) -> str:
    """The address of a route by its name, in a language unless the path says another."""
    path.setdefault("lang", language)
    url = path_format(app, name, *path).format(**path)
    if query:
        url += f"?{write_query(query)}"
    return f"{url}#{anchor}" if anchor else url


def write_query(query: Iterable[tuple[str, object]]) -> str:
    """A query string of some keys and values."""
    return "&".join([f"{key}={encode_value(str(value))}" for key, value in query])


# Slugs and words come again and again.
encode_value = lru_cache(10_000)(quote_plus)


def absolute(site: str, path: str) -> str:
    """The whole address of a path, from the site's public address, never the request's host."""
    return f"{site}{path}"


def asset(app: Starlette, name: str) -> str:
    """The address of a static file, with its version or a mark of its content in its name."""
    return path_format(app, "static", "path").format(path=find_asset(name))


@lru_cache(1000)  # the framework asks each of its routes in turn, and a page has hundreds of links
def path_format(app: Starlette, name: str, *keys: str) -> str:
    """The path of a route with its parameters in braces: `/{lang}/quotes/{slug}`."""
    return str(app.url_path_for(name, **{key: f"{{{key}}}" for key in keys}))


def text_fragment(body: str, block: Block, start: int, end: int) -> str:
    """A text directive (`:~:text=`) to a passage of a block, with a word on either side of it.

    See https://wicg.github.io/scroll-to-text-fragment/: prefix-,start,end,-suffix.
    """
    words = body[start:end].split()
    before = body[block.start : start].split()[-1:]
    after = body[end : block.end].split()[:1]
    parts = [f"{encode(word)}-" for word in before]
    if len(words) > 8:
        parts += [encode(" ".join(words[:4])), encode(" ".join(words[-4:]))]
    else:
        parts.append(encode(" ".join(words)))
    parts += [f"-{encode(word)}" for word in after]
    return ":~:text=" + ",".join(parts)


def encode(text: str) -> str:
    """Percent-encoded, the hyphen too, which has a meaning in a text directive."""
    return percent_encode(text, safe="").replace("-", "%2D")
