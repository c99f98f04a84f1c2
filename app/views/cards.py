"""The cards of quotes, their rows in a table, the lines of events: each made once, while the record
stays as it is.

The words of a quote and of its translation stand apart in what is kept, so that those that are
looked for can be marked in a card that was made before; with them marked, it is kept as well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import Request
from markupsafe import Markup, escape
from sqlalchemy.orm import Session

from app.filters import NOTHING
from app.pieces import Key, Pieces
from app.queries.cards import list_cards
from app.queries.events import list_lines
from app.queries.overview import get_overview
from app.render import END, fill_each
from app.terms import Search, mark_hits

WORDS = "\0words"  # what a card is made with in the place of words; no text of the record has it
Text = tuple[str, str]  # and its language
FORMS = {"card": "quotes/_cards.html", "row": "quotes/_rows.html"}


@dataclass(frozen=True, slots=True)
class Kept:
    """A card, and the texts in it, each with where it begins and ends there."""

    whole: Markup
    texts: tuple[tuple[Text, int, int], ...]

    def __len__(self) -> int:
        return len(self.whole) + sum(len(text) for (text, _), _, _ in self.texts)


@dataclass(frozen=True)
class Cards:
    """Makes the cards of a page, or takes those that were made before."""

    request: Request
    session: Session
    language: str
    edition: str

    @classmethod
    def of(cls, request: Request, session: Session, language: str) -> "Cards":
        return cls(request, session, language, get_overview(session).edition)

    @property
    def pieces(self) -> Pieces:
        kept: Pieces = self.request.app.state.pieces
        return kept

    def write_events(self, numbers: Sequence[int]) -> list[Markup]:
        """The lines of some events."""

        def make(keys: list[Key]) -> list[Markup]:
            events = list_lines(self.session, [key[-1] for key in keys])
            return fill_each(self.request, "events/_lines.html", self.language, {"events": events})

        keys: list[Key] = [("event", self.language, number) for number in numbers]
        return self.pieces.get(self.edition, keys, make)

    def write(
        self, numbers: Sequence[int], search: Search = NOTHING, form: str = "card"
    ) -> list[Markup]:
        """The cards of some quotes, with the words of a search marked."""

        def make_marked(marked: list[Key]) -> list[Markup]:
            cards = self.pieces.get(self.edition, [key[:-1] for key in marked], self.make)
            return self.mark(cards, search)

        keys: list[Key] = [(form, self.language, number) for number in numbers]
        if search:
            marked = [(*key, search.typed) for key in keys]
            return self.pieces.get(self.edition, marked, make_marked)
        return [card.whole for card in self.pieces.get(self.edition, keys, self.make)]

    def make(self, keys: list[Key]) -> list[Kept]:
        """Cards of one form, as they are kept."""
        cards = list_cards(self.session, [key[-1] for key in keys])
        blank = [
            card._replace(text=WORDS, translation=card.translation and WORDS) for card in cards
        ]
        made = fill_each(self.request, FORMS[keys[0][0]], self.language, {"quotes": blank})
        kept = []
        for card, piece in zip(cards, made, strict=True):
            whole, *parts = piece.split(WORDS)
            texts = []
            words = ((card.text, card.article.language), (card.translation or "", self.language))
            for text, part in zip(words, parts, strict=False):
                start = len(whole)
                whole += escape(text[0])
                texts.append((text, start, len(whole)))
                whole += part
            kept.append(Kept(whole, tuple(texts)))
        return kept

    def mark(self, cards: Sequence[Kept], search: Search) -> list[Markup]:
        """Cards with the words of a search marked."""
        cut = {text: mark_hits(*text, search) for card in cards for text, _, _ in card.texts}
        found = {text: parts for text, parts in cut.items() if any(hit for _, hit in parts)}
        context = {"parts": [part for parts in found.values() for part in (*parts, (END, False))]}
        made = fill_each(self.request, "quotes/_marked.html", self.language, context)
        marked = dict(zip(found, made, strict=True))
        return [put_in(card, marked) for card in cards]


def put_in(card: Kept, marked: Mapping[Text, Markup]) -> Markup:
    """A card with the texts that have marks in their places."""
    written, at = [], 0
    for text, start, end in card.texts:
        if text in marked:
            written += [card.whole[at:start], marked[text]]
            at = end
    return Markup().join([*written, card.whole[at:]])
