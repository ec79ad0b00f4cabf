"""The languages rapport writes, by their codes: the one table to add a language to."""

from __future__ import annotations

from typing import Final

from rapport.language.english.english import ENGLISH
from rapport.language.french.french import FRENCH, PUBLICATIONS_OFFICE, WITHOUT_NARROW_SPACE
from rapport.language.hindi.hindi import HINDI
from rapport.language.language import Language
from rapport.language.locales import language_of
from rapport.language.typography.rule import Style

LANGUAGES: Final = {language.code: language for language in (FRENCH, ENGLISH, HINDI)}


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
    return LANGUAGES[language_of(locale)]


def quotation_marks(locale: str) -> tuple[str, str]:
    """What opens and closes a quotation of the first level, each with its space. Raises UnknownLocaleError."""
    style = style_of(locale)
    return style.quotes[0] + style.inside_guillemets, style.inside_guillemets + style.quotes[1]


def style_of(locale: str) -> Style:
    """The house style that texts written in `locale` take. Raises UnknownLocaleError."""
    return language_at(locale).styles[locale]
