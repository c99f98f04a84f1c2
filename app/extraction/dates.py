"""Dates as dispatches word them, made EDTF by the dispatch's own date.

A weekday is the nearest such day on or before the dispatch's, unless the text looks ahead. Where
only the month of the dispatch is known, a weekday gives no day, unless a countdown fixes it.
"""

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.extraction.datewords import DIGIT, WORD, keys, needs, patterns
from app.extraction.lexicon import Lexicon, load_lexicon
from app.extraction.outlook import is_coming, looks_ahead

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Dated:
    """A date in a text: its words, EDTF, whether the text states all of it, and how it was made."""

    start: int
    end: int
    edtf: str
    stated: bool
    note: str


@dataclass(frozen=True)
class Day:
    """The dispatch's own date: a day, or a month, or a year."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def date(self) -> dt.date | None:
        return dt.date(self.year, self.month, self.day) if self.day else None

    @property
    def middle(self) -> dt.date:
        return dt.date(self.year, self.month or 6, self.day or 15)


def parse_day(text: str | None) -> Day | None:
    """The date of a dispatch, from EDTF; nothing where there is none."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~%]?", text or "")
    if not found:
        return None
    numbers = [int(part) for part in found.groups() if part]
    try:
        dt.date(*[*numbers, 1, 1][:3])
    except ValueError:
        return None
    return Day(*numbers)


def find_dates(text: str, start: int, end: int, day: Day | None, language: str) -> list[Dated]:
    """The dates in a stretch of text that can be told, in order, the longer before the shorter."""
    found: list[Dated] = []
    digit = DIGIT.search(text, start, end)
    words = set(WORD.findall(text[start:end].lower()))
    if not digit and keys(language).isdisjoint(words):
        return found
    needed = needs(language)
    for kind, pattern in patterns(language):
        lacks = needed[kind].isdisjoint(words) if kind in needed else False
        if lacks or (kind in ("day", "year") and not digit):
            continue
        for match in pattern.finditer(text, start, end):
            if any(one.start < match.end() and match.start() < one.end for one in found):
                continue
            if (
                language == "en"
                and kind == "month"
                and not match.group().strip()[0].isupper()
                and "may" in match.group().lower()
                and not re.search(r"May\b", match.group())
            ):
                continue
            clause = clause_start(text, start, match)
            if kind == "weekday":
                ahead = is_coming(text[clause : match.start()], load_lexicon(language))
            else:
                ahead = looks_ahead(text[clause : min(end, match.end() + 60)], language)
            found += tell(kind, match, day, ahead, language)
    if language == "en" and found:
        found += told_by_another(text, start, end, found)
    return sorted(found, key=lambda one: one.start)


def clause_start(text: str, start: int, match: re.Match[str]) -> int:
    """Where the words about a date begin: at the comma before it if enough stand behind that."""
    first = max(start, match.start() - 90)
    comma = max(text.rfind(sign, first, match.start()) for sign in ",;—–")
    if comma > 0 and len(text[comma : match.start()].split()) > 3:
        return comma
    return first


# “a day after rockets landed”, “the next day”: counted from a date beside it.
BESIDE = re.compile(
    r"\b(?:(?P<count>a|one|two|three|four|five) days? (?P<way>after|before|earlier|later)"
    r"|(?:the )(?P<next>next|following|previous) (?:day|morning|evening)"
    r"|the day (?P<gap>before|after))\b",
    re.IGNORECASE,
)
COUNTS = ("", "one", "two", "three", "four", "five")


def told_by_another(text: str, start: int, end: int, found: list[Dated]) -> Iterator[Dated]:
    """Days that are told by another day of the sentence."""
    for match in BESIDE.finditer(text, start, end):
        known = [one for one in found if one.start < match.start() and len(one.edtf) == 10]
        if not known or any(one.start < match.end() and match.start() < one.end for one in found):
            continue
        word = (match.group("count") or "").lower()
        number = COUNTS.index(word) if word in COUNTS and word else 1
        way = (match.group("way") or match.group("next") or match.group("gap")).lower()
        # “said on Wednesday, a day after X”: X came before; “a day later”: what follows came after
        back = match.group("way") is not None and way in ("after", "earlier")
        back = back or (match.group("way") is None and way in ("before", "previous"))
        anchor = max(known, key=lambda one: one.start)
        date = dt.date.fromisoformat(anchor.edtf) + (-number if back else number) * ONE_DAY
        note = f"“{match.group()}”, counted from “{text[anchor.start : anchor.end]}”"
        yield Dated(match.start(), match.end(), date.isoformat(), False, note)


def tell(
    kind: str, match: re.Match[str], day: Day | None, ahead: bool, language: str
) -> Iterator[Dated]:
    """What a match of a kind dates, if the dispatch's date allows to tell."""
    groups = match.groupdict()
    lexicon = load_lexicon(language)
    words = match.group()

    def dated(edtf: str, stated: bool, note: str) -> Dated:
        return Dated(match.start(), match.end(), edtf, stated, note)

    if kind == "day":
        month = month_number(groups["m"], lexicon)
        if groups["y"]:
            if is_day(int(groups["y"]), month, int(groups["d"])):
                yield dated(
                    f"{groups['y']}-{month:02}-{int(groups['d']):02}",
                    True,
                    f"“{words}” is a whole date",
                )
        elif day and (one := nearest_day(day, month, int(groups["d"]), ahead)):
            yield dated(one, False, f"“{words}”, the year by the dispatch's date")
    elif kind == "month":
        month = month_number(groups.get("m") or groups.get("m2") or "", lexicon)
        year = groups.get("y") or groups.get("y2")
        if year:
            yield dated(f"{year}-{month:02}", True, f"“{words}” names month and year")
        elif day:
            yield dated(
                nearest_month(day, month, ahead),
                False,
                f"“{words}”, the year by the dispatch's date",
            )
    elif kind == "year":
        yield dated(groups.get("y") or groups.get("y2") or "", True, f"“{words}” names the year")
    elif day and day.date:
        yield from tell_by_day(kind, match, day.date, ahead, lexicon)
    elif day and kind == "relative" and (edtf := relative_month(groups["r"].lower(), day)):
        yield dated(edtf, False, f"“{words}”, by the dispatch's month")


def tell_by_day(
    kind: str, match: re.Match[str], day: dt.date, ahead: bool, lexicon: Lexicon
) -> Iterator[Dated]:
    """Dates that count from the dispatch's day."""
    groups, words = match.groupdict(), match.group()
    note = f"“{words}”, counted from the dispatch's day, {day.isoformat()}"
    edtf = ""
    if kind == "night":
        last = weekday_before(day, groups["w2"], lexicon)
        edtf = f"{(last - ONE_DAY).isoformat()}/{last.isoformat()}"
    elif kind == "weekday":
        relation = (groups["rel"] or "").strip().lower()
        one = weekday_before(day, groups["w"], lexicon)
        if relation in ("prochain", "next") or (ahead and not relation and one < day):
            one = one + 7 * ONE_DAY
        elif relation in ("dernier", "last") and one == day:
            one = one - 7 * ONE_DAY
        edtf = one.isoformat()
    elif kind in ("countdown", "in"):
        edtf = shift(day, number_of(groups["n"], lexicon), groups["u"])
    elif kind in ("ago", "after"):
        edtf = shift(day, -number_of(groups["n"], lexicon), groups["u"])
    elif kind == "relative":
        edtf = relative_day(groups["r"].lower().replace("’", "'"), day)
    if edtf:
        yield Dated(match.start(), match.end(), edtf, False, note)


def is_day(year: int, month: int, day: int) -> bool:
    return 1 <= day <= calendar.monthrange(year, month)[1]


def month_number(text: str, lexicon: Lexicon) -> int:
    low = text.lower().rstrip(".")
    return next(
        (
            at
            for at, month in enumerate(lexicon.months, 1)
            if month == low
            or (len(low) >= 3 and month.startswith(low[:3]) and lexicon.language == "en")
        ),
        1,
    )


def number_of(text: str, lexicon: Lexicon) -> int:
    return int(text) if text.isdigit() else lexicon.numbers.index(text.lower())


def nearest_day(day: Day, month: int, number: int, ahead: bool) -> str:
    """A day and month without a year: the nearest to the dispatch, the past first."""
    options = [
        dt.date(year, month, number)
        for year in (day.year - 1, day.year, day.year + 1)
        if is_day(year, month, number)
    ]
    if not options:
        return ""
    here = day.middle
    if ahead:
        later = [one for one in options if one >= here.replace(day=1)]
        if later and (later[0] - here).days < 300:
            return later[0].isoformat()
    return min(options, key=lambda one: abs((one - here).days)).isoformat()


def nearest_month(day: Day, month: int, ahead: bool) -> str:
    """A month without a year: the last one, or the next where the text looks ahead."""
    here = day.month or 12
    if ahead and month != here:
        back = (here - month) % 12
        if back > 5:
            return f"{day.year + (1 if month < here else 0)}-{month:02}"
    return f"{day.year - (1 if month > here else 0)}-{month:02}"


def weekday_before(day: dt.date, name: str, lexicon: Lexicon) -> dt.date:
    """The nearest such weekday on or before a day."""
    back = (day.weekday() - lexicon.weekdays.index(name.lower())) % 7
    return day - back * ONE_DAY


def shift(day: dt.date, number: int, unit: str) -> str:
    """A day some days, weeks, months or years on; no more precise than the unit."""
    if abs(number) > 4000:
        return ""
    low = unit.lower()
    if low.startswith(("jour", "day")):
        return (day + number * ONE_DAY).isoformat()
    if low.startswith(("semaine", "week")):
        return (day + 7 * number * ONE_DAY).isoformat() + "~"
    if low.startswith(("mois", "month")):
        months = day.year * 12 + day.month - 1 + number
        return f"{months // 12}-{months % 12 + 1:02}"
    year = day.year + number
    return f"{year:04}" if 0 < year <= dt.MAXYEAR else ""


def week_of(day: dt.date) -> str:
    monday = day - day.weekday() * ONE_DAY
    return f"{monday.isoformat()}/{(monday + 6 * ONE_DAY).isoformat()}"


def relative_day(words: str, day: dt.date) -> str:
    """“Hier”, “this week”, “le mois prochain”, counted from a day."""
    days = {
        "hier": -1, "avant-hier": -2, "aujourd'hui": 0, "demain": 1, "après-demain": 2, "yesterday": -1,  # noqa: E501
        "the day before yesterday": -2, "today": 0, "tomorrow": 1, "last night": -1, "tonight": 0,
        "this morning": 0, "this afternoon": 0, "this evening": 0,
    }  # fmt: skip
    if words in days:
        return (day + days[words] * ONE_DAY).isoformat()
    if words in ("cette semaine", "this week"):
        return week_of(day)
    if "semaine" in words or "week" in words:
        on = 7 if ("prochaine" in words or "next" in words) else -7
        return week_of(day + on * ONE_DAY)
    return relative_month(words, Day(day.year, day.month, day.day))


def relative_month(words: str, day: Day) -> str:
    """“Ce mois-ci”, “last year”: what a month is enough for."""
    on = (
        1
        if re.search(r"prochain|next", words)
        else -1
        if re.search(r"derni|passé|last", words)
        else 0
    )
    if "mois" in words or "month" in words:
        return shift(dt.date(day.year, day.month or 1, 1), on, "mois") if day.month else ""
    if re.search(r"an\b|année|year", words):
        return str(day.year + on)
    return ""


def election_day(year: int) -> dt.date:
    """The day of the American presidential election: the Tuesday after November's first Monday."""
    first = dt.date(year, 11, 1)
    monday = first + ((7 - first.weekday()) % 7) * ONE_DAY
    return monday + ONE_DAY
