"""A masked text through the rules of its style's language, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rapport.language.french.rules import IMPRIMERIE_NATIONALE
from rapport.language.french.typography.figures import RAISED
from rapport.language.languages import LANGUAGES
from rapport.language.lexicon import LOWERED
from rapport.language.typography.manuscript import Manuscript, TextFragment, manuscript, revised, texts
from rapport.language.typography.rule import Style, TypographyRule


def compose(typed: Manuscript, style: Style, rules: Sequence[TypographyRule]) -> Manuscript:
    """`typed` after every rule, in order."""
    characters = frozenset(typed.text)
    for rule in rules:
        if rule.applies(typed.text, characters) and (edits := tuple(rule.find(typed.text, style))):
            typed = revised(typed, edits)
            characters = frozenset(typed.text)
    return typed


# Plain-keyboard French -> typeset French: spaces, quotation marks, apostrophes, figures, dates, ordinals.
#
# The rules are those of the Lexique des règles typographiques en usage à l’Imprimerie nationale; where usage differs,
# the choice is a `Style`. What is typed well stays as it is: typesetting twice changes nothing.

__all__ = ["TextFragment", "subscripts", "superscripts", "typeset", "typeset_text"]


def typeset(fragments: Sequence[TextFragment], style: Style = IMPRIMERIE_NATIONALE) -> tuple[str, ...]:
    """The typeset text of each fragment of one paragraph, in order.

    Fragments are read as one text: a quotation may open in one and close in another. Verbatim ones are context and
    come back unchanged, as do addresses, code between backticks, placeholders, file names, versions and the like.
    """
    return texts(compose(manuscript(fragments, style), style, LANGUAGES[style.language].rules))


def typeset_text(text: str, style: Style = IMPRIMERIE_NATIONALE) -> str:
    """The same for one run of text."""
    return typeset((TextFragment(text),), style)[0]


def superscripts(text: str) -> tuple[tuple[int, int], ...]:
    """Where the letters of ordinals are, to be raised as formatting: 1er, 2e, 3es, XXIe; the text stays as it is.

    Offsets in `text`, in order, none overlapping. « Le », « Ce » and « Me » are words, not numerals.
    """
    return tuple(match.span("letters") for match in RAISED.finditer(text))


def subscripts(text: str) -> tuple[tuple[int, int], ...]:
    """Where the figures of chemical formulas are, to be lowered as formatting: CO2, H2O, tCO2e; the text stays.

    Offsets in `text`, in order, none overlapping. Formulas are those of energy and climate, no others.
    """
    return tuple(match.span("figure") for match in LOWERED.finditer(text))


# Lines of plain-keyboard French -> as many typeset lines, one at a time: a filter, whatever the length of the text.

_FENCES: Final = ("```", "~~~")


def typeset_lines(lines: Iterable[str], style: Style = IMPRIMERIE_NATIONALE) -> Iterator[str]:
    """Each line typeset as soon as it comes, its end kept.

    A line is a paragraph: a quotation or an aside is looked for within it, so that one slip never reaches the next
    line. Code between fences (``` or ~~~) goes through untouched.
    """
    fence = ""
    for line in lines:
        mark = _fence(line)
        yield line if fence or mark else typeset_text(line, style)
        if mark and fence in ("", mark):
            fence = "" if fence else mark


def _fence(line: str) -> str:
    return next((fence for fence in _FENCES if line.lstrip(" ").startswith(fence)), "")
