"""What the editions about our own documents have in common: words in the briefing's language, a cover, sections."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.edition import Block, Contents, CoverDetail, Edition, EditionSection, Furniture
from rapport.edition.text import Text, words
from rapport.language.amounts import write_number
from rapport.language.languages import furniture, is_plural, report_phrases
from rapport.resolve.edition import kind_for

SHARED = ("skip", "on-this-page")
"""Phrases of reports that the page itself fills in."""
MEGABYTE, KILOBYTE = 1_000_000, 1_000
CHECKS_LANGUAGE = "fr-FR"
"""What checks are named in, whatever the language of a briefing."""


class ReportWording(Struct, frozen=True):
    """The phrases of reports in the language of a briefing."""

    locale: str

    def __call__(self, name: str, *slots: str | int) -> Text:
        """A phrase as a text; raises KeyError for a name that is none."""
        return words(self.string(name, *slots))

    def string(self, name: str, *slots: str | int) -> str:
        """A phrase as bare characters."""
        return _phrases(self.locale)(name, *slots)

    def count(self, name: str, number: int) -> str:
        """A number of things: the phrase `name-one` or `name-many`."""
        form = "many" if is_plural(Decimal(number), self.locale.partition("_")[0]) else "one"
        return self.string(f"{name}-{form}", write_number(Decimal(number), self.locale))

    def size(self, size: int) -> str:
        """A number of bytes as readers see it, in decimal units (ISO 80000-13)."""
        if size >= MEGABYTE:
            return self.string("megabytes", write_number(Decimal(size) / MEGABYTE, self.locale, 1))
        return self.string("kilobytes", write_number(Decimal(max(size, KILOBYTE)) / KILOBYTE, self.locale, 0))


@cache
def _phrases(locale: str) -> Furniture:
    return Furniture(tuple(report_phrases(locale).items()))


def wording(brief: Edition) -> ReportWording:
    """The phrases of reports about a briefing, in its language."""
    return ReportWording(brief.language.replace("-", "_"))


def part(key: str, kicker: Text, title: Text, *blocks: Block, lead: Text = ()) -> EditionSection:
    """A section of a report, called by its kicker."""
    return EditionSection(key, "plain", kicker, kicker, (), title, lead, blocks)


def page_of(brief: Edition, kind: Text, sections: Sequence[EditionSection]) -> Edition:
    """A page about a briefing, under that one's title, cover and restrictions."""
    say = wording(brief)
    phrases = {**furniture(say.locale), **{name: report_phrases(say.locale)[name] for name in SHARED}}
    return replace(
        brief,
        medium="page",
        cover=replace(brief.cover, kind=kind_for(kind, brief.audience, brief.furniture), rows=(), sign_remark=()),
        contents=Contents((), ()),
        sections=tuple(sections),
        notes=(),
        furniture=Furniture(tuple(sorted(phrases.items()))),
    )


def with_details(edition: Edition, *details: CoverDetail) -> Edition:
    """The same edition with details before those of its cover."""
    return replace(edition, cover=replace(edition.cover, details=(*details, *edition.cover.details)))
