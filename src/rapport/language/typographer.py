"""Plain-keyboard French -> typeset French: spaces, quotation marks, apostrophes, figures, dates, ordinals.

The rules are those of the Lexique des règles typographiques en usage à l’Imprimerie nationale; where usage differs,
the choice is a `Style`. What is typed well stays as it is: typesetting twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapport.language.french.styles import IMPRIMERIE_NATIONALE
from rapport.language.french.typography.ordinals import RAISED
from rapport.language.languages import LANGUAGES
from rapport.language.typography.formulas import LOWERED
from rapport.language.typography.manuscript import Fragment, manuscript, texts
from rapport.language.typography.pipeline import compose
from rapport.language.typography.style import Style

__all__ = ["Fragment", "subscripts", "superscripts", "typeset", "typeset_text"]


def typeset(fragments: Sequence[Fragment], style: Style = IMPRIMERIE_NATIONALE) -> tuple[str, ...]:
    """The typeset text of each fragment of one paragraph, in order.

    Fragments are read as one text: a quotation may open in one and close in another. Verbatim ones are context and
    come back unchanged, as do addresses, code between backticks, placeholders, file names, versions and the like.
    """
    return texts(compose(manuscript(fragments, style), style, LANGUAGES[style.language].rules))


def typeset_text(text: str, style: Style = IMPRIMERIE_NATIONALE) -> str:
    """The same for one run of text."""
    return typeset((Fragment(text),), style)[0]


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
