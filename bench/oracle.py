"""The right answer of a measured page, by plain SQL over the base tables, and if a page has it.

Nothing here is asked the way the site asks: no kept counts, no index of ours, no full-text search.
A search is the words of every quote folded anew. `python -m bench.oracle --filters 200 FILE`
compares the pages of random filters.
"""

import random
import re
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from selectolax.lexbor import LexborHTMLParser, LexborNode

from app.terms import WORD, Term, find_words, read_search

SHOWN = 50  # quotes of a page
OPTIONS = 20  # of a facet
# Of a broader search the newest so many are counted, with the one that tells that there are more,
# and a plus says so.
CAPPED = 10_000
NEWEST_FIRST = "a.date_earliest DESC, a.added DESC, a.slug, q.span_start, q.span_end DESC"
FACETS = ("speaker", "topic", "kind")


@dataclass(frozen=True)
class Question:
    """What a list of quotes is asked: values of each facet, and words."""

    speaker: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    q: str = ""

    def chosen(self, facet: str) -> tuple[str, ...]:
        return {"speaker": self.speaker, "topic": self.topic, "kind": self.kind}[facet]

    @property
    def is_counted(self) -> bool:
        """Whether the site may count for it, up to a bound, having kept no number."""
        return bool(self.q) or len(self.speaker + self.topic + self.kind) > 1

    def address(self, language: str = "en") -> str:
        """Where the site answers it, in canonical form."""
        pairs = [(facet, value) for facet in FACETS for value in self.chosen(facet)]
        pairs += [("q", self.q)] if self.q else []
        query = urlencode(sorted(pairs))
        return f"/{language}/quotes" + (f"?{query}" if query else "")


@dataclass(frozen=True)
class Answer:
    """How many quotes there are, the first of them, and how many each option would have: of all,
    and of the newest where a search finds more than are counted."""

    question: Question
    total: int
    slugs: list[str]
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    newest: dict[str, dict[str, int]] = field(default_factory=dict)


class Oracle:
    """Answers from a database that it only reads."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.connection.execute("PRAGMA temp_store = MEMORY")
        self.connection.create_function("found", 2, lambda text, other: self.finds(text, other))
        self.finds: Callable[[str, str | None], bool] = lambda _text, _other: True
        self.looked_for: str | None = None

    def close(self) -> None:
        self.connection.close()

    def rows(self, statement: str, values: Iterable[str] = ()) -> list[tuple[str, int]]:
        return self.connection.execute(statement, tuple(values)).fetchall()

    def answer(self, question: Question) -> Answer:
        """All that a page of this question shows."""
        self.look_for(question.q)
        counts = {facet: self.count_options(question, facet) for facet in FACETS}
        condition, values = where(question)
        total = self.rows(f"SELECT count(*), 0 FROM quote q WHERE {condition}", values)[0][0]
        slugs = self.rows(
            "SELECT q.slug, 0 FROM quote q JOIN article a ON a.id = q.article_id"
            f" WHERE {condition} ORDER BY {NEWEST_FIRST} LIMIT {SHOWN}",
            values,
        )
        newest = {
            facet: self.count_options(question, facet, newest=True)
            for facet in FACETS
            if question.is_counted and sum(counts[facet].values()) > CAPPED
        }
        return Answer(question, int(total), [slug for slug, _ in slugs], counts, newest)

    def count_options(
        self,
        question: Question,
        facet: str,
        *,
        among_chosen: bool = False,
        newest: bool = False,
    ) -> dict[str, int]:
        """How many quotes each option of a facet has, were it the only one chosen there; or how
        many of those found have it, as Datasette counts; or how many of the newest.
        """
        condition, values = where(question, without="" if among_chosen else facet)
        if newest:
            condition = (
                "q.id IN (SELECT q.id FROM quote q JOIN article a ON a.id = q.article_id"
                f" WHERE {condition} ORDER BY {NEWEST_FIRST} LIMIT {CAPPED + 1})"
            )
        return dict(
            self.rows(
                {
                    "speaker": "SELECT coalesce(s.slug, 'none'), count(*) FROM quote q"
                    f" LEFT JOIN actor s ON s.id = q.speaker_id WHERE {condition} GROUP BY 1",
                    "topic": "SELECT t.slug, count(*) FROM quote q JOIN quote_topic l"
                    " ON l.quote_id = q.id JOIN topic t ON t.id = l.topic_id"
                    f" WHERE {condition} GROUP BY 1",
                    "kind": f"SELECT q.kind, count(*) FROM quote q WHERE {condition} GROUP BY 1",
                }[facet],
                values,
            )
        )

    def look_for(self, q: str) -> None:
        """Note the quotes that a search finds, by reading every one."""
        if not q or q == self.looked_for:
            return
        self.finds = finder(q)
        self.connection.execute("DROP TABLE IF EXISTS temp.hit")
        self.connection.execute(
            "CREATE TEMP TABLE hit AS SELECT id FROM quote WHERE found(text, translation)"
        )
        self.looked_for = q


def where(question: Question, without: str = "") -> tuple[str, list[str]]:
    """The condition of a question, the values of one facet left out."""
    conditions = ["1"]
    values: list[str] = []
    for facet, condition in {
        "speaker": "coalesce((SELECT slug FROM actor WHERE id = q.speaker_id), 'none') IN ({})",
        "topic": "q.id IN (SELECT quote_id FROM quote_topic JOIN topic ON topic.id = topic_id"
        " WHERE topic.slug IN ({}))",
        "kind": "q.kind IN ({})",
    }.items():
        chosen = question.chosen(facet)
        if chosen and facet != without:
            conditions.append(condition.format(", ".join("?" * len(chosen))))
            values += chosen
    if question.q:
        conditions.append("q.id IN (SELECT id FROM temp.hit)")
    return " AND ".join(conditions), values


def finder(q: str) -> Callable[[str, str | None], bool]:
    """Whether a text or its translation holds each word of a search: single words alone."""
    search = read_search(q)
    terms = search.terms
    if search.excluded or not all(term.stems for term in terms):
        raise ValueError(f"the oracle looks for words, not for {q!r}")
    known: dict[tuple[str, str], frozenset[int]] = {}

    def which(word: str, language: str) -> frozenset[int]:
        """The terms that a word is, kept: a corpus has few words and many uses."""
        key = (word, language)
        if key not in known:
            known[key] = match_terms(word, language, terms)
        return known[key]

    def found(text: str, translation: str | None) -> bool:
        numbers: set[int] = set()
        for part, language in ((text, "fr"), (translation or "", "en")):
            for word in WORD.findall(part):
                numbers |= which(word, language)
        return len(numbers) == len(terms)

    return found


def match_terms(word: str, language: str, terms: tuple[Term, ...]) -> frozenset[int]:
    words = list(find_words(word, language))
    return frozenset(
        number for number, term in enumerate(terms) if any(term.find([one], 0) for one in words)
    )


# Pages


def check_page(html: str, answer: Answer) -> list[str]:
    """What a page says otherwise than the oracle; nothing where they agree."""
    tree = LexborHTMLParser(html)
    wrong = []
    total = text_of(tree.css_first("#count"))
    is_more = answer.total > CAPPED and agrees(total, CAPPED, more=True)
    if not is_more and not agrees(total, answer.total):
        wrong.append(f"total: {total!r}, not {answer.total}")
    cards = [(node.attributes.get("href") or "") for node in tree.css("blockquote a")]
    slugs = [address.rsplit("/", 1)[-1] for address in cards]
    if slugs != answer.slugs:
        wrong.append(f"quotes: {slugs[:3]}… ({len(slugs)}), not {answer.slugs[:3]}…")
    for facet, counts in answer.counts.items():
        options = read_options(tree, facet)
        more = facet in answer.newest and any("+" in said for said in options.values())
        counted = answer.newest[facet] if more else counts
        wrong += check_facet(facet, options, counted, answer.question.chosen(facet), more)
    return wrong


def read_options(tree: LexborHTMLParser, facet: str) -> dict[str, str]:
    """The options of a facet that a page shows, with what stands for their number."""
    found = {}
    for box in tree.css(f'#facets input[type="checkbox"][name="{facet}"]'):
        label = tree.css_first(f'label[for="{box.attributes.get("id")}"] .option-count')
        found[box.attributes.get("value") or ""] = text_of(label)
    return found


def check_facet(
    facet: str, options: dict[str, str], counts: dict[str, int], chosen: tuple[str, ...], more: bool
) -> list[str]:
    """Each option shown has its count, and none that is heavier is left out."""
    wrong = [
        f"{facet} {value}: {said!r}, not {counts.get(value, 0)}"
        for value, said in options.items()
        if not agrees(said, counts.get(value, 0), more=more and value in counts)
    ]
    shown = sorted((counts.get(one, 0) for one in options if one not in chosen), reverse=True)
    others = sorted((counts[value] for value in counts if value not in chosen), reverse=True)
    wanted = others[: OPTIONS - len(chosen)]
    if shown[: len(wanted)] != wanted:
        wrong.append(f"{facet}: not its heaviest options")
    return wrong


def text_of(node: LexborNode | None) -> str:
    return node.text() if node is not None else ""


def agrees(said: str, number: int, *, more: bool = False) -> bool:
    """Whether words give a number, and whether they say that there are more than were counted."""
    found = re.search(r"(More than |Plus de )?(\d[\d,.\s\u202f\u00a0]*)(\+?)", said)
    if found is None:
        return False
    shown = int(re.sub(r"\D", "", found[2]))
    return shown == number and bool(found[1] or found[3]) == more


# Random questions


def random_questions(path: Path, size: int, seed: int, words: list[str]) -> list[Question]:
    """Filters as readers make them: a value or two of some facets, sometimes words."""
    rng = random.Random(seed)
    oracle = Oracle(path)
    speakers = ["none", *(row[0] for row in oracle.rows("SELECT slug, 0 FROM actor ORDER BY id"))]
    topics = [row[0] for row in oracle.rows("SELECT slug, 0 FROM topic ORDER BY id")]
    oracle.close()
    return [random_question(rng, speakers, topics, words) for _ in range(size)]


def random_question(
    rng: random.Random, speakers: list[str], topics: list[str], words: list[str]
) -> Question:
    def some(values: list[str], most: float) -> tuple[str, ...]:
        """None, one or two of them, the first ones more often."""
        number = rng.choices((0, 1, 2), (0.3, 0.5, 0.2))[0]
        return tuple(sorted({values[int(most * rng.random() ** 3)] for _ in range(number)}))

    return Question(
        speaker=some(speakers, len(speakers)),
        topic=some(topics, len(topics)),
        kind=some(["full", "partial", "term"], 3) if rng.random() < 0.4 else (),
        q=rng.choice(words) if words and rng.random() < 0.2 else "",
    )


def some_words(oracle: Oracle, seed: int) -> list[str]:
    """Words of quotes: the longest of each of a few, rare and common ones."""
    texts = [row[0] for row in oracle.rows("SELECT text, 0 FROM quote ORDER BY id LIMIT 500")]
    random.Random(seed).shuffle(texts)
    return [max(WORD.findall(text), key=len) for text in texts[:6]]


def main() -> None:
    import argparse

    from bench.sites import open_locally

    parser = argparse.ArgumentParser(prog="python -m bench.oracle", description=__doc__)
    parser.add_argument("--filters", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("file", type=Path)
    arguments = parser.parse_args()
    oracle, disagree = Oracle(arguments.file), 0
    words = some_words(oracle, arguments.seed)
    with open_locally(arguments.file) as get:
        for question in random_questions(arguments.file, arguments.filters, arguments.seed, words):
            wrong = check_page(get(question.address()), oracle.answer(question))
            disagree += bool(wrong)
            if wrong:
                print(question.address(), *wrong, sep="\n  ")
    print(f"{arguments.filters - disagree} of {arguments.filters} pages agree")
    raise SystemExit(bool(disagree))


if __name__ == "__main__":
    main()
