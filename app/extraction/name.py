"""A name, as a text prints it."""

from dataclasses import dataclass

# Titles that stand before a surname alone, and belong to it.
NOBLE = {"Lord", "Lady", "Baroness", "Viscount", "Viscountess"}


@dataclass(slots=True)
class Name:
    """A run of capitals; `title` is the word before it that says who bears it."""

    first: int
    last: int
    start: int
    end: int
    text: str
    kind: str  # person, organisation, state, place, or "" where the text must say
    title: str = ""
    short: str = ""  # the capitals in brackets behind it: “(IAEA)”
    role: int = -1  # where, in English, an office stands before the name: its last token

    @property
    def words(self) -> list[str]:
        return self.text.replace("\u00a0", " ").replace("\u202f", " ").split()
