"""Words the keyboard misspells: accents of capitals, ligatures, acronyms in the plural or with points, titles."""

from __future__ import annotations

import re
from typing import Final

from rapport.language.french.lexicon import (
    ACCENTED_CAPITALS,
    AE_WORDS,
    AFTER_INITIAL_A,
    INNER_ACCENTED,
    OE_STEMS,
    PLACES,
    POINTED_ACRONYMS,
    POINTLESS,
)
from rapport.language.typography.rule import (
    CAPITAL,
    END_OF_WORD,
    FIGURES,
    LETTER,
    LOWER,
    NOT_IN_WORD,
    SP,
    SPACES,
    Style,
    substitution,
)

_SENTENCE_START: Final = frozenset('.!?…:;«“(–—-\n•"')


def starts_sentence(text: str, place: int) -> bool:
    """Whether the word at `place` comes first in a sentence, a list item or a quotation. Reads two characters back."""
    if place and text[place - 1] in SPACES:
        place -= 1
    return place == 0 or text[place - 1] in _SENTENCE_START


def _accented(match: re.Match[str], style: Style) -> str:
    return ACCENTED_CAPITALS.get(match[0], match[0])


def _numero(match: re.Match[str], style: Style) -> str:
    plural = match[0].rstrip(SPACES).endswith("s")
    return f"{match['letter']}os{style.bond}" if plural else f"{match['letter']}°"


def _initial_a(match: re.Match[str], style: Style) -> str:
    known = match["next"] in PLACES or match["next"] in AFTER_INITIAL_A
    return "À" if known and starts_sentence(match.string, match.start()) else "A"


def _inside(stem: str) -> str:
    """What must stand around « oe », just read, for it to be part of `stem`."""
    head, tail = stem.split("oe")
    return rf"(?<={head}oe)(?={tail})" if head else rf"(?={tail})"


def _ligature(match: re.Match[str], style: Style) -> str:
    return "Œ" if match[0][0] == "O" else "œ"


def _ae(match: re.Match[str], style: Style) -> str:
    return match[0][0] + AE_WORDS[match[0].lower()][1:]


def _without_points(match: re.Match[str], style: Style) -> str:
    """The last point stays when it also ends the sentence."""
    acronym = match[0].replace(".", "")
    if acronym not in POINTED_ACRONYMS:
        return match[0]
    rest = match.string[match.end() : match.end() + 2]
    ends = not rest.strip() or (rest[0] in SPACES + "\n" and rest[1].isupper())
    return f"{acronym}." if ends else acronym


ACCENTS: Final = substitution("capital-accents", rf"{NOT_IN_WORD}[EI]{LETTER}++{END_OF_WORD}", _accented, needs=("EI",))

INNER_ACCENTS: Final = substitution(
    "inner-accents",
    rf"{NOT_IN_WORD}(?:{'|'.join(INNER_ACCENTED)}){END_OF_WORD}",
    lambda m, s: INNER_ACCENTED[m[0]],
    needs=(tuple(INNER_ACCENTED),),
)
"""« REPUBLIQUE FRANCAISE », « Republique »."""
NUMERO: Final = substitution(
    "numero", rf"{NOT_IN_WORD}(?P<letter>[nN])(?:º(?=\W|\Z)|[°º]s{SP}?(?=\d))", _numero, needs=("º°",)
)

INITIAL_A: Final = substitution(
    "initial-a",
    rf"{NOT_IN_WORD}A(?={SP}(?P<next>{LETTER}{{1,20}}){END_OF_WORD})",
    _initial_a,
    needs=(tuple(f"A{space}" for space in SPACES),),
)
"""« A Montereau », « A partir de », « A l’issue » at the start of a sentence."""

A_HOUR: Final = substitution(
    "initial-a-hour",
    rf"{NOT_IN_WORD}A(?={SP}\d{{1,2}}{SP}?h(?!\w))",
    lambda m, s: "À" if starts_sentence(m.string, m.start()) else "A",
    needs=(tuple(f"A{space}" for space in SPACES), FIGURES, "h"),
)
INITIAL_CA: Final = substitution(
    "initial-ca",
    rf"{NOT_IN_WORD}Ca(?=,?{SP}{LOWER})(?!,?{SP}(?:et|ou){SP}[A-Z][a-z]?(?!\w))",
    lambda m, s: "Ça" if starts_sentence(m.string, m.start()) else "Ca",
    needs=(("Ca",),),
)

OE: Final = substitution(
    "oe", rf"[oO][eE](?i:{'|'.join(_inside(stem) for stem in OE_STEMS)})", _ligature, needs=(("oe", "Oe", "OE", "oE"),)
)

AE: Final = substitution(
    "ae", rf"(?i:{NOT_IN_WORD}(?:{'|'.join(AE_WORDS)}){END_OF_WORD})", _ae, needs=(("ae", "Ae", "AE", "aE"),)
)

PLURAL_ACRONYMS: Final = substitution(
    "plural-acronyms", r"(?<![\w-])([A-Z]{2,5})s(?![\w'’-])", lambda m, s: m[1], needs=("s",)
)
"""An acronym does not vary: les PME."""

POINTED: Final = substitution("pointed-acronyms", r"(?<![\w.])(?:[A-Z]\.){2,6}(?!\w)", _without_points, needs=(".",))

MISTER: Final = substitution("mr", rf"{NOT_IN_WORD}Mr\.?(?={SP}{CAPITAL})", lambda m, s: "M.", needs=(("Mr",),))
"""« Mr » is English."""

POINTLESS_TITLES: Final = substitution(
    "pointless-titles",
    rf"{NOT_IN_WORD}({'|'.join(POINTLESS)})\.(?={SP}{CAPITAL})",
    lambda m, s: m[1],
    needs=(tuple(f"{title}." for title in POINTLESS),),
)
