"""Numbers of records that are in the order of lists: so "newest first" is the order of every index.

A key is the day, counted backwards, then a serial within the day, then a place within the record:
an article's key leaves the last part 0, its quotes and its blocks fill it.
"""

import datetime as dt
from collections.abc import Iterable

LAST_DAY = dt.date.max.toordinal()
SERIAL_BITS = 18  # records of one day
PLACE_BITS = 20  # quotes, or blocks, of one article
STRETCH_BITS = 3 + SERIAL_BITS + PLACE_BITS  # what is left of a key stands for 8 days
KEY_BITS = 22 + SERIAL_BITS + PLACE_BITS  # 22 bits hold each day from year 1 to 9999
MOST_PLACES = (1 << PLACE_BITS) - 1


def dated_key(day: dt.date, serial: int) -> int:
    """The key of an article or an event: the newest day has the smallest."""
    return ((LAST_DAY - day.toordinal()) << SERIAL_BITS | serial) << PLACE_BITS


def number_by_day(days: Iterable[dt.date]) -> list[int]:
    """The keys of records that stand in the order of their list, the newest first."""
    keys: list[int] = []
    serials: dict[dt.date, int] = {}
    for day in days:
        serials[day] = serials.get(day, -1) + 1
        keys.append(dated_key(day, serials[day]))
    return keys


def place_key(key: int, place: int) -> int:
    """The key of what stands in an article: a quote or a block, by its place, counted from 1."""
    return key + place


def owner_key(key: int) -> int:
    """The key of the article that a quote or a block stands in."""
    return key >> PLACE_BITS << PLACE_BITS


def before_stretch(stretch: int) -> int:
    """The last key before those of a stretch of days."""
    return (stretch << STRETCH_BITS) - 1


def keys_within(key: int) -> tuple[int, int]:
    """The smallest and the largest key of what stands in an article."""
    return key + 1, key + MOST_PLACES
