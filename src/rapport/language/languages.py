"""The languages rapport writes, by their codes (the one table to add a language to), and the words of each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal

from babel.lists import format_list

from rapport.language.english.english import ENGLISH
from rapport.language.french.french import FRENCH, PUBLICATIONS_OFFICE, WITHOUT_NARROW_SPACE
from rapport.language.french.words import FRENCH_WORDS
from rapport.language.hindi.hindi import HINDI
from rapport.language.language import Gender, Language, Vocabulary
from rapport.language.locales import babel_locale, language_of
from rapport.language.typography.rule import Style

LANGUAGES: Final = {language.code: language for language in (FRENCH, ENGLISH, HINDI)}
_BY_LOCALE: Final = {locale: language for language in LANGUAGES.values() for locale in language.styles}


STYLES: Final = {
    style.name: style
    for style in (
        *(style for language in LANGUAGES.values() for style in language.styles.values()),
        WITHOUT_NARROW_SPACE,
        PUBLICATIONS_OFFICE,
    )
}
"""Every house style by its name."""


def language_at(locale: str) -> Language:
    """The language of a locale. Raises UnknownLocaleError."""
    return _BY_LOCALE.get(locale) or LANGUAGES[language_of(locale)]


def quotation_marks(locale: str) -> tuple[str, str]:
    """What opens and closes a quotation of the first level, each with its space. Raises UnknownLocaleError."""
    style = style_of(locale)
    return style.quotes[0] + style.inside_guillemets, style.inside_guillemets + style.quotes[1]


def style_of(locale: str) -> Style:
    """The house style that texts written in `locale` take. Raises UnknownLocaleError."""
    return language_at(locale).styles[locale]


# Words of a locale: looked up in its vocabulary, filled in by layout, joined to lists, or a rank.

QUALIFIERS: Final = tuple(FRENCH_WORDS.qualifiers)
"""What may stand before a figure; the empty one and `exactly` print nothing."""
STATUSES: Final = tuple(FRENCH_WORDS.statuses)
"""What a figure may claim to be."""


class UnknownWordError(KeyError):
    """The key is in no vocabulary."""


def vocabulary(locale: str) -> Vocabulary:
    """The fixed words of `locale`. Raises UnknownLocaleError."""
    return language_at(locale).words


def status_word(status: str, locale: str) -> str:
    """The word beside a figure: « Réalisé » for `achieved`. Raises UnknownWordError."""
    return lookup(vocabulary(locale).statuses, status, "status")


def qualifier_words(qualifier: str, locale: str) -> str:
    """The words before a figure: « plus de » for `more-than`; empty for none. Raises UnknownWordError."""
    return lookup(vocabulary(locale).qualifiers, qualifier, "qualifier")


def lookup(table: Mapping[str, str], key: str, what: str) -> str:
    """`table[key]`, or an UnknownWordError that names what was looked for."""
    try:
        return table[key]
    except KeyError:
        raise UnknownWordError(f"{key!r} is no {what}: {', '.join(filter(None, table))}") from None


# Nouns and their number: a count chooses the form, each language by its own rule.


def is_plural(value: Decimal, language: str) -> bool:
    """French is plural from 2 on (0 projet, 1,5 projet); English is singular for 1 alone (0 projects)."""
    return LANGUAGES[language].counting.is_plural(value)


def pluralise(noun: str, language: str) -> str:
    """The plural of a noun phrase in the singular.

    An author may give both forms, « appel d’offres européen|appels d’offres européens »: the second is then the answer.
    """
    _, bar, plural = noun.partition("|")
    return plural if bar else LANGUAGES[language].counting.pluralise(noun)


# Rank -> « 1er », « 1re », « 2e » (text only: raising the letters is formatting, see `superscripts`).


def ordinal(rank: int, locale: str, gender: Gender = "masculine") -> str:
    """A rank in figures: 1er, 1re, 2e, 21e; 1st, 2nd, 3rd, 11th. Raises UnknownLocaleError."""
    return language_at(locale).counting.ordinal(rank, gender)


# Furniture: the phrases that layout fills, because only layout knows the page, the copy, the table that goes on.
#
# A phrase has numbered slots, {1}, {2}…, filled in the order its language wants.

_SLOT: Final = re.compile(r"\{([1-9])\}")


def furniture(locale: str) -> Mapping[str, str]:
    """Every phrase of a language, by name, slots unfilled: what an edition carries to layout."""
    return vocabulary(locale).furniture


def shape_names(locale: str) -> Mapping[str, str]:
    """The names of shapes, layouts and workbook heads, by what they name, slots unfilled: what a deck carries."""
    return vocabulary(locale).shapes


def report_phrases(locale: str) -> Mapping[str, str]:
    """Every phrase of the pages about our own documents, by name, slots unfilled."""
    return vocabulary(locale).reports


def phrase(name: str, locale: str, *values: object) -> str:
    """The phrase `name` with its slots filled: `phrase("page", "fr_FR", 3, 12)` is « page 3 sur 12 ».

    Raises UnknownWordError for a name that is no phrase, SlotError when values and slots do not match.
    """
    return fill(lookup(furniture(locale), name, "phrase"), *values)


def fill(pattern: str, *values: object) -> str:
    """`pattern` with {1} replaced by the first value, and so on; braces inside values are left alone."""
    wanted = {int(slot) for slot in _SLOT.findall(pattern)}
    if wanted != set(range(1, len(values) + 1)):
        raise PhraseSlotError(f"{pattern!r} has {len(wanted)} slot(s), {len(values)} value(s) were given")
    return _SLOT.sub(lambda slot: str(values[int(slot[1]) - 1]), pattern)


class PhraseSlotError(ValueError):
    """A phrase was given more or fewer values than it has slots."""


# Items -> one phrase: « a, b et c », « a ou b », « Paris, Lyon ; New Delhi ».

Conjunction = Literal["and", "or"]
_STYLES: Final[dict[str, Literal["standard", "or"]]] = {"and": "standard", "or": "or"}


def join(items: Sequence[str], locale: str, conjunction: Conjunction = "and") -> str:
    """`items` joined as the locale joins them; empty for no item.

    Items that contain a comma are parted by semicolons, the last one too, so that no comma is read for another.
    """
    if len(items) > 1 and any("," in item for item in items):
        return _by_semicolons(items, locale, conjunction)
    return str(format_list(list(items), _STYLES[conjunction], babel_locale(locale)))


def join_numbers(rising: Sequence[int], locale: str) -> str:
    """Numbers in rising order, joined, three or more in a row as a range: « 1 à 12, 15 et 17 »."""
    return join(number_runs(rising, f" {vocabulary(locale).range} "), locale)


def number_runs(rising: Sequence[int], dash: str) -> list[str]:
    """Numbers in rising order, three neighbours or more as one range."""
    runs: list[list[int]] = []
    for before, number in pairwise((-1, *rising)):
        if runs and number == before + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [text for run in runs for text in ([f"{run[0]}{dash}{run[-1]}"] if len(run) > 2 else map(str, run))]


def enumerate_plainly(items: Sequence[str]) -> str:
    """`items` separated by commas, without a conjunction, for cells and captions."""
    return ", ".join(items)


def join_places(places: Sequence[str], locale: str) -> str:
    """Places side by side, each of which may be a list: « dossier, p. 3, 8 ; diapos 2 »."""
    return language_at(locale).semicolon.join(places)


def _by_semicolons(items: Sequence[str], locale: str, conjunction: Conjunction) -> str:
    semicolon = language_at(locale).semicolon
    word = vocabulary(locale).conjunctions[conjunction]
    return semicolon.join((*items[:-1], f"{word} {items[-1]}"))
