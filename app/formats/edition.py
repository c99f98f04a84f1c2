"""The site in one language: its name, its addresses and the words of its pages as plain text."""

from collections.abc import Callable
from dataclasses import dataclass

from babel import Locale
from markupsafe import Markup

from app.catalogue import translations
from app.environment import environment
from app.models import Article, Event, Quote
from app.wording import date_words


@dataclass(frozen=True)
class Edition:
    """What a format that is no page has to know of the site; `site` is its public address."""

    language: str
    site: str

    @property
    def gettext(self) -> Callable[[str], str]:
        return translations(self.language).gettext

    @property
    def ngettext(self) -> Callable[[str, str, int], str]:
        return translations(self.language).ngettext

    @property
    def name(self) -> str:
        _ = self.gettext
        return _("US–Iraq relations")

    def permalink(self, noun: str, slug: str) -> str:
        """The address of a record in no language, which never changes."""
        return f"{self.site}/{noun}/{slug}"

    def page(self, noun: str, slug: str) -> str:
        """The address of a record's page in this language."""
        return f"{self.site}/{self.language}/{noun}/{slug}"

    def word(self, macro: str, value: object) -> str:
        """What the pages say of a value or a record: a macro of `_macros.html`, as plain text."""
        module = environment(self.language).get_template("_macros.html").module
        return Markup(getattr(module, macro)(value)).striptags()

    def language_name(self, language: str) -> str:
        return str(Locale(self.language).languages.get(language, language))

    def date(self, edtf: str) -> str:
        """A date with its precision in words."""
        return date_words(edtf, self.language, self.gettext)

    def date_of(self, event: Event) -> str:
        """An event's date as the pages word it: with how it is known, and if it was to come."""
        return self.word("date_of", event)

    def when_said(self, quote: Quote) -> str:
        """When a quote was said, as the pages word it."""
        return self.word("when_said", quote)

    def source(self, article: Article) -> str:
        """What is known of an article: its language and its date."""
        _ = self.gettext
        language = self.language_name(article.language)
        return f"{_('article in %(language)s') % {'language': language}}, {self.date(article.date)}"
