"""What dates look like in each language."""

import re
from functools import cache

from app.extraction.lexicon import load_lexicon

DIGIT = re.compile(r"\d")


WORD = re.compile(r"[^\W\d]+")
GLUED = ("in", "since", "early", "late", "by", "of", "last", "until")  # “inMay”: a space is lost


@cache
def patterns(language: str) -> list[tuple[str, re.Pattern[str]]]:
    """What dates look like, longest first."""
    lexicon = load_lexicon(language)
    months = "|".join(lexicon.months)
    days = "|".join(lexicon.weekdays)
    flags = re.IGNORECASE
    if language == "fr":
        number = r"\d+|" + "|".join(lexicon.numbers)
        table = [
            ("night", rf"(?:dans la )?nuit de (?P<w1>{days}) à (?P<w2>{days})"),
            ("day", rf"(?:\b(?:{days}) )?\b(?P<d>\d{{1,2}})(?:er)?\s(?P<m>{months})(?:\s(?P<y>(?:19|20)\d\d))?\b"),  # noqa: E501
            ("month", rf"\b(?:en |fin |début |mi-|depuis |à |d['’])?(?P<m>{months})(?:\s(?P<y>(?:19|20)\d\d))?\b"),  # noqa: E501
            ("weekday", rf"\b(?P<w>{days})\b(?P<rel>\s(?:dernier|prochain))?"),
            ("countdown", rf"\b[AÀà] (?P<n>{number}) (?P<u>jours|semaines|mois) (?:de |du |des |d['’])"),  # noqa: E501
            ("ago", rf"\bil y a (?P<n>{number}) (?P<u>jours?|semaines?|mois|ans?)\b"),
            ("after", rf"\b(?P<n>{number}) (?P<u>jours?) (?:après|plus tôt)\b"),
            ("in", rf"\bdans (?P<n>{number}) (?P<u>jours?|semaines?|mois|ans?)\b"),
            ("relative", r"\b(?P<r>avant-hier|hier|aujourd['’]hui|après-demain|demain|cette semaine|la semaine (?:dernière|passée|prochaine)|(?:le mois|l['’]an|l['’]année) (?:dernier|dernière|passé|passée|prochain|prochaine)|ce mois-ci|cette année|au lendemain|la veille)\b"),  # noqa: E501
            ("year", r"\b(?:en|depuis|dès|de|d['’]ici|fin|début)\s(?P<y>(?:19|20)\d\d)\b|\([^()]{0,30}?(?P<y2>(?:19|20)\d\d)\)"),  # noqa: E501
        ]  # fmt: skip
    else:
        number = r"\d+|" + "|".join(lexicon.numbers)
        short = "|".join(
            ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"]
        )
        month = rf"(?:{months}|(?:{short})\.)"
        table = [
            ("night", rf"(?:the )?night (?:of|between) (?P<w1>{days}) (?:to|and) (?P<w2>{days})"),
            ("day", rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of )?(?P<m>{month})(?:,?\s(?P<y>(?:19|20)\d\d))?(?!\w)"),  # noqa: E501
            ("day", rf"\b(?P<m>{month})\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,\d)(?:,?\s(?P<y>(?:19|20)\d\d))?"),  # noqa: E501
            ("month", rf"(?:\b(?:in|since|early|late|mid-|by|of|last|until)\s?)(?P<m>{month})(?:,?\s(?P<y>(?:19|20)\d\d))?(?!\w)|\b(?P<m2>{month}),?\s(?P<y2>(?:19|20)\d\d)\b"),  # noqa: E501
            ("weekday", rf"\b(?P<rel>next |last )?(?P<w>{days})\b"),
            ("countdown", rf"\b(?P<n>{number}) (?P<u>days|weeks|months) (?:before|ahead of|from|to go (?:until|before))\b"),  # noqa: E501
            ("ago", rf"\b(?P<n>{number}) (?P<u>days?|weeks?|months?|years?) ago\b"),
            ("after", rf"\b(?P<n>{number}) (?P<u>days?) (?:after|earlier)\b"),
            ("in", rf"\bin (?P<n>{number}) (?P<u>days?|weeks?|months?|years?)(?:' time)?\b"),
            ("relative", r"\b(?P<r>the day before yesterday|yesterday|last night|this morning|this afternoon|this evening|tonight|today|tomorrow|this week|last week|next week|this month|last month|next month|this year|last year|next year)\b"),  # noqa: E501
            ("year", r"\b(?:in|since|from|by|of|until)\s(?P<y>(?:19|20)\d\d)\b"),
        ]  # fmt: skip
    return [(name, re.compile(pattern, flags)) for name, pattern in table]


@cache
def keys(language: str) -> frozenset[str]:
    """Words without one of which, or a digit, nothing is a date."""
    lexicon = load_lexicon(language)
    units = "jours jour semaines semaine mois ans an année hier demain aujourd hui lendemain veille days day weeks week months month years year yesterday today tomorrow night tonight morning afternoon evening"  # noqa: E501
    short = "jan feb mar apr jun jul aug sept sep oct nov dec"
    return frozenset([*lexicon.months, *lexicon.weekdays, *units.split(), *short.split()])


@cache
def needs(language: str) -> dict[str, frozenset[str]]:
    """For each kind of date, the words without one of which it is not there."""
    lexicon = load_lexicon(language)
    months = [*lexicon.months]
    if language == "fr":
        units = "jour jours semaine semaines mois an ans"
        relative = "hier aujourd demain semaine mois an année lendemain veille"
    else:
        months += "jan feb mar apr jun jul aug sept sep oct nov dec".split()  # noqa: SIM905
        units = "day days week weeks month months year years"
        relative = (
            "yesterday night morning afternoon evening tonight today tomorrow week month year"
        )
    glued = [f"{word}{month}" for word in GLUED for month in months]
    return {
        "night": frozenset(lexicon.weekdays),
        "day": frozenset(months),
        "month": frozenset([*months, *glued]),
        "weekday": frozenset(lexicon.weekdays),
        **dict.fromkeys(("countdown", "ago", "after", "in"), frozenset(units.split())),
        "relative": frozenset(relative.split()),
    }
