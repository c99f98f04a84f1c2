"""What a list of quotes is asked for, as it stands in the address and nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass

FACETS = ("speaker", "topic", "kind", "article")
NO_SPEAKER = "none"  # a reserved slug: the quotes that nobody says
PAGE_SIZE = 50

Choice = tuple[str, str]
Query = list[tuple[str, str]]


@dataclass(frozen=True)
class QuoteFilter:
    """The chosen (facet, value) pairs, sorted: any value of a facet, all facets together."""

    choices: tuple[Choice, ...] = ()
    page: int = 1

    @classmethod
    def of(cls, choices: Iterable[Choice], page: int = 1) -> "QuoteFilter":
        """The filter of some choices in any order, repeated or empty ones left out."""
        return cls(tuple(sorted({(facet, value) for facet, value in choices if value})), page)

    def chosen(self, facet: str) -> tuple[str, ...]:
        """The values chosen in a facet."""
        return tuple(value for key, value in self.choices if key == facet)

    def clear(self, facet: str) -> "QuoteFilter":
        """The same without any value in a facet, on its first page."""
        return QuoteFilter(tuple(choice for choice in self.choices if choice[0] != facet))

    def drop(self, dropped: Choice) -> "QuoteFilter":
        """The same without one choice, on its first page."""
        return QuoteFilter(tuple(choice for choice in self.choices if choice != dropped))

    def rename(self, new: dict[Choice, str]) -> "QuoteFilter":
        """The same with old slugs replaced by the present ones."""
        choices = ((facet, new.get((facet, value), value)) for facet, value in self.choices)
        return QuoteFilter.of(choices, self.page)

    def on_page(self, page: int) -> "QuoteFilter":
        """The same list at another page."""
        return QuoteFilter(self.choices, page)

    def query(self) -> Query:
        """The query string in its canonical form: keys and values sorted, empty ones left out."""
        return sorted([*self.choices, *([("page", str(self.page))] if self.page > 1 else [])])
