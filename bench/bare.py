"""The least that could answer: `python -m bench.bare bytes|template|hello PORT …`, by the same
server as the site's.

`bytes` answers one reply of a file to every request (304 to who has it), `template` renders the
page of an address from rows in memory, `hello` says hello.
"""

import json
import sys
from pathlib import Path
from typing import Any

Message = dict[str, Any]


def serve(app: Any, port: int) -> None:
    """As `app.serving.run_site` does, with the same bounds on slow clients."""
    import uvicorn

    uvicorn.run(
        app,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        http="app.protocol:Bounded",
        ws="none",
    )


def bytes_app(path: Path) -> Any:
    """An application that knows one answer, headers and body."""
    head, _, body = path.read_bytes().partition(b"\n")
    headers = [(key.encode(), value.encode()) for key, value in json.loads(head)]
    etag = dict(headers).get(b"etag")
    unchanged = [(key, value) for key, value in headers if key not in LENGTHS]

    async def answer(scope: Message, _receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        if etag and (b"if-none-match", etag) in scope["headers"]:
            await send({"type": "http.response.start", "status": 304, "headers": unchanged})
            await send({"type": "http.response.body", "body": b""})
            return
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    return answer


LENGTHS = (b"content-length", b"content-encoding", b"content-type")


def template_app(database: Path, address: str) -> Any:
    """FastAPI and Jinja with one route, which renders what the site's view gave its templates: the
    cards and the facets from their rows too, for it keeps nothing."""
    from fastapi import FastAPI
    from fastapi.responses import HTMLResponse

    from app.main import create_app
    from app.settings import Settings

    *parts, (name, context) = capture(database, address)
    site = create_app(Settings.model_validate({"database": database}))
    jinja = site.state.environments[address.split("/")[1]]
    jinja.filters["once"] = lambda macro, *values: macro(*values)
    app = FastAPI()

    @app.get("/{path:path}")
    async def page(path: str) -> HTMLResponse:  # noqa: ARG001
        for part, rows in parts:
            jinja.get_template(part).render(rows)
        return HTMLResponse(jinja.get_template(name).render(context))

    return app


def capture(database: Path, address: str) -> list[tuple[str, dict[str, Any]]]:
    """The templates of an address, that of the page last, and all that each is given, taken as the
    site answers once."""
    import jinja2

    from bench.sites import open_locally

    taken: list[tuple[str, dict[str, Any]]] = []
    render = jinja2.Template.render

    def note(self: jinja2.Template, *given: Any, **named: Any) -> str:
        taken.append((self.name or "", dict(*given, **named)))
        return render(self, *given, **named)

    jinja2.Template.render = note  # type: ignore[method-assign]
    try:
        with open_locally(database) as get:
            get(address)
    finally:
        jinja2.Template.render = render  # type: ignore[method-assign]
    return taken


def hello_app() -> Any:
    from fastapi import FastAPI

    app = FastAPI()

    @app.get("/{path:path}")
    async def hello(path: str) -> dict[str, str]:
        return {"hello": path}

    return app


def main() -> None:
    kind, port, *rest = sys.argv[1:]
    if kind == "bytes":
        serve(bytes_app(Path(rest[0])), int(port))
    elif kind == "template":
        serve(template_app(Path(rest[0]), rest[1]), int(port))
    elif kind == "hello":
        serve(hello_app(), int(port))
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main()
