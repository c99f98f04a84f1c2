"""The words of a text with each quotation as one token, and the sentences they make."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from app.extraction.lexicon import listed, load_lexicon, plain
from app.extraction.marks import Quotation
from app.extraction.paragraphs import Paragraph

ABBREVIATIONS = (
    r"(?:MM|M|Mr|Mrs|Ms|Dr|Pr|Prof|Mgr|St|Ste|Sen|Rep|Gen|Gov|Lt|Col|Capt|Maj|Brig|Sgt|Cpl|Pvt|Pfc|Spc|Adm"
    r"|Cmdr|Supt|Msgr|Atty|Rev|Hon|Jr|Sr"
    r"|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."
)
PARTICLE = r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\w)"
INVERTED = r"-(?:t-)?(?:ils|il|elles|elle|on|je|nous|vous)\b"
INITIALS = r"(?:(?!X\.(?!\w))[A-Z]\.)+(?!\w)"  # and not the “X.” of “wrote on X.”
PATTERNS = {
    "fr": rf"(?=[A-Z])(?:{ABBREVIATIONS}|{INITIALS})|(?i:\b{PARTICLE})|(?i:{INVERTED})"
    r"|\d+(?:[.,\u202f\u00a0 ]\d{3})*(?:[.,]\d+)?(?:\w+)?|aujourd['’]hui|Aujourd['’]hui"
    rf"|\w+(?:(?!(?i:{INVERTED}))-\w+|['’]\w+)*|\.\.\.|--|[^\w\s]",
    "en": rf"(?=[A-Z])(?:{ABBREVIATIONS}|\bO(?:PEC|pec)\+|{INITIALS})|\b[ap]\.m\.|['’](?:s|d|ll|re|ve|m)\b|\d+-[^\W\d]\w*(?:-\w+)*|\d+(?:,\d{{3}})*(?:\.\d+)?(?:\w+)?"  # noqa: E501
    r"|O['’][A-Z]\w+|\w+(?:-\w+)*(?:(?<=n)['’]t)?|\.\.\.|--|[^\w\s]",
}
TOKEN = {language: re.compile(pattern) for language, pattern in PATTERNS.items()}
ARTICLED = re.compile(r"(?:al|el|ar|as|ad|an|ash|at|az|d|ben|bin)[-'’][A-ZÀ-Ý]")  # al-Charaa
STOPS = {".", "!", "?", "…", "..."}
LONGEST_SENTENCE = 400  # tokens; what is longer is no sentence


@dataclass(slots=True)
class Token:
    """A word or sign, or a whole quotation (`quote` is its number)."""

    start: int
    end: int
    text: str
    low: str
    is_word: bool = False
    is_capital: bool = False
    quote: int = -1


class Lows(dict[int, str]):
    """The small letters of a sentence's tokens by their places; nothing beyond its ends."""

    def __missing__(self, at: int) -> str:
        return ""


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence of the reporter, or of a speaker who quotes somebody."""

    tokens: list[Token]
    paragraph: int
    heading: bool
    number: int = 0
    low: Callable[[int], str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.low = Lows(enumerate([token.low for token in self.tokens])).__getitem__

    @property
    def start(self) -> int:
        return self.tokens[0].start


@lru_cache(maxsize=8192)
def shape_of(text: str) -> tuple[str, str, bool, bool]:
    """A token's text, its small letters, whether it is a word, and whether it has a capital."""
    capital = text[0].isupper() or bool(ARTICLED.match(text))
    return text, plain(text), text[0].isalnum(), capital


def tokens_of(body: str, start: int, end: int, language: str) -> list[Token]:
    tokens = [
        Token(found.start(), found.end(), *shape_of(found.group()))
        for found in TOKEN[language].finditer(body, start, end)
    ]
    if language == "fr":  # “A Bagdad” is “à Bagdad”; “A-t-il” is not
        for token in tokens:
            if token.text == "A" and body[token.end : token.end + 1] != "-":
                token.low = "à"
    return tokens


def layer_of(
    body: str, start: int, end: int, quotes: list[tuple[int, Quotation]], language: str
) -> list[Token]:
    """The tokens of a stretch, each quotation in it a token of its own."""
    tokens: list[Token] = []
    at = start
    for number, quote in quotes:
        tokens += tokens_of(body, at, max(at, quote.left), language)
        tokens.append(
            Token(quote.left, quote.right, body[quote.start : quote.start + 1], "“”", quote=number)
        )
        at = max(at, quote.right)
    return tokens + tokens_of(body, at, end, language)


DATELINE = re.compile(
    r"\s*[A-ZÀ-Ý][\w.'’-]*(?:[ /][A-ZÀ-Ý][\w.'’-]*)*(?:\s*\([^)]{2,30}\))?(?:,\s*(?:[^\n.;:!?\"«“]|[A-Z][a-z]{0,4}\.){2,24}?)?"  # noqa: E501
    r"(?:\s*\([^)]{2,30}\))?\s+(?:-|--|–|—)\s+(?=[\w\"«“‘'])"
)


CITY = re.compile(r"\s*[A-ZÀ-Ý]{4,}(?:[ /-][A-ZÀ-Ý]{3,}){0,2}:\s+(?=[A-ZÀ-Ý\"“«])")  # “MUMBAI: The”


def text_start(body: str, paragraph: Paragraph) -> int:
    """Where a paragraph begins behind a dateline: “BAGDAD, 17 avril (Agence Levant) - ”."""
    if city := CITY.match(body, paragraph.start, min(paragraph.end, paragraph.start + 60)):
        return city.end()
    found = DATELINE.match(body, paragraph.start, min(paragraph.end, paragraph.start + 110))
    if not found:
        return paragraph.start
    head = found.group().strip()
    plain_city = not any(char in head for char in ",(") and not head.split()[0].isupper()
    return paragraph.start if plain_city and len(head.split()) > 4 else found.end()


def split_sentences(
    body: str,
    tokens: list[Token],
    found: list[Quotation],
    paragraph: int,
    heading: bool,
    language: str,
) -> list[Sentence]:
    """The sentences that tokens make; one that ends within a quotation ends there."""
    sentences: list[Sentence] = []
    first = 0
    for at in range(len(tokens)):
        last = at + 1 == len(tokens)
        if last or at - first >= LONGEST_SENTENCE or ends_sentence(body, tokens, at, found):
            if (
                language == "fr"
                and tokens[first].text == "A"
                and at > first
                and tokens[first + 1].is_capital
            ):
                tokens[first].low = "à"  # newswire leaves out the accent
            sentences.append(Sentence(tokens[first : at + 1], paragraph, heading))
            first = at + 1
    return sentences


def ends_sentence(body: str, tokens: list[Token], at: int, found: list[Quotation]) -> bool:
    """Whether a sentence ends with a token: a full stop, outside a quotation or in its end."""
    token, following = tokens[at], tokens[at + 1]
    if token.quote < 0 and token.text not in STOPS:
        return False
    begins = following.quote >= 0 or following.text[0].isupper() or following.text[0].isdigit()
    if token.low in {"a.m.", "p.m."}:
        return begins and not following.low.endswith("day")
    if token.quote < 0:
        return begins or following.text in "-–—"
    quote = found[token.quote]
    last = body[quote.end - 1]
    if last == "." and begins:
        return True
    if not quote.closed:
        return begins and last in ".!?…"
    led = at > 1 and tokens[at - 1].text in ":,"
    return last in "!?…" and begins and (led or not leads_to_verb(tokens, at + 1))


# Verbs that say “…?” or “…!” whatever follows them; what follows any other one that does.
ASKING = listed(
    "add answer ask cry demand exclaim joke quip reply respond say shout tell tweet wonder write"
)
AFTER_INQUIT = listed(", . after aloud as at back during from in on when while with")


def leads_to_verb(tokens: list[Token], at: int) -> bool:
    """Whether what follows “…?” may be its inquit: a name and a verb, not another quotation."""
    if tokens[at].quote >= 0:
        return False
    run = at
    while run < len(tokens) and run < at + 5 and tokens[run].is_capital:
        run += 1
    if not at < run < len(tokens):
        return False
    verb = load_lexicon("en").verbs.get(tokens[run].low)
    if verb is None or not verb.says or "f" not in verb.shapes:
        return tokens[run].low == "wanted"  # “…?” Lina Marsh wanted to know
    return verb.lemma in ASKING or tokens[min(run + 1, len(tokens) - 1)].low in AFTER_INQUIT


def is_heading(body: str, paragraph: Paragraph, number: int, count: int) -> bool:
    """Whether a paragraph is a headline or a sub-heading: short, and without a full stop."""
    text = body[paragraph.start : paragraph.end].strip()
    if text.startswith("- ") and text.endswith(" -"):
        return True
    if number or count < 2 or len(text) > 200:
        return False
    return text[-1] not in ".…:;," and not text.endswith((".”", '."', ".»", ".’"))
