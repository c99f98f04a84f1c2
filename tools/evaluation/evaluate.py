"""How good the extraction is, on the dispatches with gold: `python -m tools.evaluation.evaluate`.

`--part work` or `--part report` measures one part. Of the part reported on only totals are printed;
`--errors` lists what is wrong in the part to work on. A part that is not here is said to be so.
"""

import argparse
import random
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.extraction.draft import Draft, extract
from tools.evaluation.baselines import Guess, guess_nearest, guess_spacy, has_spacy
from tools.evaluation.gold import LANGUAGES, PARTS, Dispatch, Gold, Quote, read_part

ROUNDS = 1000  # resamples of the bootstrap
MEASURES = (
    "span precision",
    "span recall",
    "span F1",
    "speaker, where one speaks",
    "speaker, nobody included",
    "precision where given",
    "kind",
    "actor recall",
    "event date",
)


@dataclass
class Tally:
    """Counts of one dispatch, or of several together."""

    counts: Counter[str] = field(default_factory=Counter)
    rules: Counter[tuple[str, bool]] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def measure(self, name: str) -> float | None:
        """A measure in per cent; nothing where there is nothing to measure."""
        count = self.counts
        if name == "span F1":
            return ratio(2 * count["matched"], count["proposed"] + count["gold"])
        pairs = {
            "span precision": ("matched", "proposed"),
            "span recall": ("matched", "gold"),
            "speaker, where one speaks": ("spoken right", "spoken"),
            "speaker, nobody included": ("speaker right", "matched"),
            "precision where given": ("given right", "given"),
            "kind": ("kind right", "matched"),
            "actor recall": ("actors found", "actors"),
            "event date": ("events right", "events"),
        }
        right, whole = pairs[name]
        return ratio(count[right], count[whole])


def ratio(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


def canonical(name: str | None) -> str:
    """A speaker's name to compare by: no case, no article, one kind of space and apostrophe."""
    text = unicodedata.normalize("NFC", name or "").replace("’", "'").casefold()
    text = " ".join(text.split())
    return re.sub(r"^(?:l'|le |la |les |the )", "", text)


def score(dispatch: Dispatch, guesses: Sequence[Guess], draft: Draft | None) -> Tally:
    """What is right and wrong in what was proposed for a dispatch."""
    tally = Tally()
    gold = dispatch.gold
    proposed = {(one.start, one.end): one for one in guesses}
    wanted = {(one.start, one.end): one for one in gold.quotes}
    tally.counts.update(proposed=len(proposed), gold=len(wanted))
    for span, quote in wanted.items():
        guess = proposed.get(span)
        if guess is None:
            tally.errors.append(f"{dispatch.name}: missed {quote.text[:50]!r}")
            continue
        compare(tally, dispatch.name, quote, guess)
    for span in proposed.keys() - wanted.keys():
        tally.errors.append(f"{dispatch.name}: no quotation {dispatch.body[slice(*span)][:50]!r}")
    if draft is not None:
        count_actors(tally, dispatch.name, gold, draft)
        count_events(tally, dispatch.name, gold, draft)
    return tally


def compare(tally: Tally, name: str, quote: Quote, guess: Guess) -> None:
    """Count one quotation whose span is right."""
    right = canonical(guess.speaker) == canonical(quote.speaker)
    same_kind = guess.kind == quote.kind
    tally.counts["matched"] += 1
    tally.counts["speaker right"] += right
    tally.counts["kind right"] += same_kind
    tally.rules[guess.rule, right] += 1
    if quote.speaker:
        tally.counts["spoken"] += 1
        tally.counts["spoken right"] += right
    if guess.speaker:
        tally.counts["given"] += 1
        tally.counts["given right"] += right
    if not right or not same_kind:
        tally.errors.append(
            f"{name}: {quote.text[:50]!r} is {quote.kind} of {quote.speaker}, "
            f"proposed {guess.kind} of {guess.speaker} by {guess.rule}"
        )


def count_actors(tally: Tally, name: str, gold: Gold, draft: Draft) -> None:
    found = {canonical(actor.name) for actor in draft.actors}
    for actor in gold.actors:
        tally.counts["actors"] += 1
        tally.counts["actors found"] += canonical(actor.name) in found
        if canonical(actor.name) not in found:
            tally.errors.append(f"{name}: no actor {actor.name!r}")


def count_events(tally: Tally, name: str, gold: Gold, draft: Draft) -> None:
    """An event is right if one of the same date is proposed of a passage that overlaps its own."""
    for event in gold.events:
        near = [
            one.date
            for one in draft.events
            if one.start < event.evidence.end and event.evidence.start < one.end
        ]
        tally.counts["events"] += 1
        tally.counts["events right"] += event.date in near
        if event.date not in near:
            tally.errors.append(f"{name}: event {event.title!r} is {event.date}, proposed {near}")


def add_up(tallies: Sequence[Tally]) -> Tally:
    whole = Tally()
    for tally in tallies:
        whole.counts.update(tally.counts)
        whole.rules.update(tally.rules)
        whole.errors += tally.errors
    return whole


def interval(tallies: Sequence[Tally], name: str) -> tuple[float, float]:
    """The middle 95% of a measure over resamples of the dispatches."""
    chance = random.Random(2020)  # the same resamples every time
    values = []
    for _ in range(ROUNDS):
        sample = Tally()
        for tally in chance.choices(tallies, k=len(tallies)):
            sample.counts.update(tally.counts)
        value = sample.measure(name)
        if value is not None:
            values.append(value)
    values.sort()
    if not values:
        return 0.0, 0.0
    return values[int(len(values) * 0.025)], values[min(len(values) - 1, int(len(values) * 0.975))]


def run(dispatches: Sequence[Dispatch]) -> list[Tally]:
    """The rules on every dispatch."""
    tallies = []
    for dispatch in dispatches:
        draft = extract(dispatch.body, dispatch.gold.language, dispatch.gold.date)
        guesses = [Guess(q.start, q.end, q.kind, q.speaker, q.rule) for q in draft.quotes]
        tallies.append(score(dispatch, guesses, draft))
    return tallies


def run_baseline(dispatches: Sequence[Dispatch], guess: Callable[[str, str], list[Guess]]) -> Tally:
    return add_up([score(one, guess(one.body, one.gold.language), None) for one in dispatches])


def milliseconds(dispatches: Sequence[Dispatch]) -> float:
    """The time of 500 words: the best of three runs over all dispatches."""
    words = sum(len(one.body.split()) for one in dispatches)
    best = min(time_all(dispatches) for _ in range(3))
    return best * 1000 * 500 / words


def time_all(dispatches: Sequence[Dispatch]) -> float:
    begin = time.perf_counter()
    for one in dispatches:
        extract(one.body, one.gold.language, one.gold.date)
    return time.perf_counter() - begin


def show(value: float | None) -> str:
    return f"{value:6.1f}" if value is not None else "     –"


def print_table(part: str, language: str, dispatches: Sequence[Dispatch], errors: bool) -> None:
    """The table of a part in a language."""
    tallies = run(dispatches)
    whole = add_up(tallies)
    nearest = run_baseline(dispatches, guess_nearest)
    spacy = run_baseline(dispatches, guess_spacy) if has_spacy(language) else None
    quotes = whole.counts["gold"]
    print(f"\n{part}/{language}: {len(dispatches)} dispatches, {quotes} quotations")
    print(f"  {'':27}{'rules':>6}  {'95% interval':>15}  {'nearest name':>12}", end="")
    print(f"  {'spaCy':>6}" if spacy else "")
    for name in MEASURES:
        low, high = interval(tallies, name)
        line = f"  {name:27}{show(whole.measure(name))}  {low:6.1f} – {high:6.1f}"
        line += f"  {show(nearest.measure(name)):>12}"
        print(line + (f"  {show(spacy.measure(name))}" if spacy else ""))
    print(f"  {'ms for 500 words':27}{milliseconds(dispatches):6.1f}")
    if part == "work":
        print_rules(whole)
        for error in whole.errors if errors else []:
            print(f"  {error}")


def print_rules(whole: Tally) -> None:
    """How often each rule spoke, and how often it was right."""
    total: Counter[str] = Counter()
    for (rule, _), count in whole.rules.items():
        total[rule] += count
    print("  by rule")
    for rule, count in total.most_common():
        right = whole.rules[rule, True]
        print(f"    {rule:25}{count:6}  {show(ratio(right, count))}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the measures of both parts, or of one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--errors", action="store_true", help="list them, for the work part only")
    options = parser.parse_args(arguments)
    for part in [options.part] if options.part else PARTS:
        for language in LANGUAGES:
            dispatches = read_part(part, language)
            if not dispatches:
                print(f"\n{part}/{language}: not here")
                continue
            print_table(part, language, dispatches, options.errors and part == "work")
    return 0


if __name__ == "__main__":
    sys.exit(main())
