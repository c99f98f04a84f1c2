"""Answers that need neither template nor database nor a reader's language: they are in both."""

from collections.abc import Callable

from starlette.responses import PlainTextResponse

from app.base import LANGUAGES
from app.catalogue import translations


def tell_fault() -> PlainTextResponse:
    """What is answered where everything else failed."""
    return answer(500, [gettext("The fault is ours and has been noted.") for gettext in wordings()])


def refuse_host(address: str) -> PlainTextResponse:
    """What is answered under a name that is not the site's."""
    sentences = [
        gettext("This site does not answer under this name: its address is %(address)s")
        % {"address": address}
        for gettext in wordings()
    ]
    return answer(400, sentences)


def wordings() -> list[Callable[[str], str]]:
    return [translations(language).gettext for language in LANGUAGES]


def answer(status: int, sentences: list[str]) -> PlainTextResponse:
    return PlainTextResponse("".join(f"{sentence}\n" for sentence in sentences), status)
