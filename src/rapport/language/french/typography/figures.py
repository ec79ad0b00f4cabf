"""Figures: thousands by threes, the minus sign, multiplication, percentages, currencies, units.

Grouping is for quantities alone: years, pages, postcodes, standards and telephone numbers name, they do not count.
"""

from __future__ import annotations

import re
from typing import Final

from rapport.language.french.lexicon import FUNCTION_WORDS, PLACES
from rapport.language.lexicon import (
    CURRENCIES,
    CURRENCY_SCALES,
    NEVER_COUNTS,
    POINTED,
    SCALE_WORDS,
    SHORT_UNITS,
    SIGNS,
    UNIT_WORDS,
    UNITS,
)
from rapport.language.typography.rule import (
    DIGIT_MASK,
    END_OF_WORD,
    FIGURE_END,
    FIGURES,
    LETTER,
    MINUS,
    MULTIPLICATION,
    NOT_IN_WORD,
    ROMAN,
    SP,
    WORD_MASK,
    Style,
    substitution,
)

_CURRENCY: Final = "|".join(map(re.escape, CURRENCIES))
_UNIT: Final = "|".join(map(re.escape, UNITS))
_ANY_UNIT: Final = "|".join(map(re.escape, (*UNITS, *SHORT_UNITS, *SCALE_WORDS, *UNIT_WORDS)))
_SCALES: Final = "|".join(CURRENCY_SCALES)
_REFERENCE: Final = re.compile(
    rf"(?:{'|'.join(map(re.escape, (*POINTED, *SIGNS)))}|{NOT_IN_WORD}(?:{'|'.join(NEVER_COUNTS)})s?){SP}?\Z", re.I
)
_CODES: Final = ("EUR", "USD", "GBP", "CHF", "JPY")
_POSTCODE: Final = re.compile(rf"\d\d{SP}\d{{3}}")
_TOWN: Final = re.compile(rf"{SP}({LETTER}+)")
_LONGEST_REFERENCE: Final = 14
_YEARS: Final = range(1900, 2101)
_QUANTITY_START: Final = rf"(?<![\w.,/:^-])(?<!\bh{SP})"
"""Where a quantity may start: not inside a number, nor at the minutes of a time."""


def follows_reference(text: str, place: int) -> bool:
    """Whether the figure at `place` is the number of a page, an article, a table."""
    return bool(_REFERENCE.search(text, max(0, place - _LONGEST_REFERENCE), place))


def _grouped(match: re.Match[str], style: Style) -> str:
    if follows_reference(match.string, match.start()):
        return match[0]
    if _is_postcode(match):
        return re.sub(SP, "", match[0])
    return re.sub(SP, style.thousands, match[0])


def _is_postcode(match: re.Match[str]) -> bool:
    """« 75 008 Paris »: two figures and three before a town."""
    town = _TOWN.match(match.string, match.end())
    return bool(_POSTCODE.fullmatch(match[0])) and town is not None and town[1] in PLACES


def _by_threes(digits: str, style: Style) -> str:
    head = len(digits) % 3
    groups = [digits[:head]] if head else []
    return style.thousands.join(groups + [digits[at : at + 3] for at in range(head, len(digits), 3)])


def _ungrouped(match: re.Match[str], style: Style) -> str:
    """Four figures are a year unless a unit follows; five or more are a quantity before a common noun."""
    digits = match["digits"]
    named = digits[0] == "0" or follows_reference(match.string, match.start())
    return digits if named or not _is_quantity(match) else _by_threes(digits, style)


def _is_quantity(match: re.Match[str]) -> bool:
    digits, unit, word = match["digits"], match["spaced"], match["word"]
    if unit:
        return unit not in SHORT_UNITS or not is_year(digits)
    common_noun = len(digits) > 4 and bool(word) and word.islower() and word not in FUNCTION_WORDS
    return bool(match["unit"]) or common_noun


def is_year(digits: str) -> bool:
    """Whether a bare number reads as a year of our time."""
    return len(digits) == 4 and digits.isdigit() and int(digits) in _YEARS


def _currency(match: re.Match[str], style: Style) -> str:
    return style.bond + CURRENCY_SCALES.get(match["scale"] or "", "") + match["sign"]


GROUPED: Final = substitution(
    "thousands", rf"{_QUANTITY_START}(?!0{SP})\d{{1,3}}(?>(?:{SP}\d{{3}}(?!\d))+)", _grouped, needs=(FIGURES,)
)
RANGE_END: Final = substitution(
    "end-of-range", rf"(?<={SP}\d\d\d[-–])\d{{1,3}}(?>(?:{SP}\d{{3}}(?!\d))+)", _grouped, needs=("-–", FIGURES)
)
"""« 5 000-10 000 »: the second figure is grouped as the first."""
RANGE_START: Final = substitution(
    "start-of-range",
    rf"(?:(?<=\bentre{SP})|(?<=\bde{SP}))\d{{4}}(?={SP}(?:et|à){SP}(?:\d{{1,3}}(?:{SP}\d{{3}})+|\d{{5,}})(?!\d))",
    lambda m, s: _by_threes(m[0], s),
    needs=(FIGURES,),
)
"""« Entre 5 000 et 10 000 »: beside a five-digit number, four digits are not a year."""

UNGROUPED: Final = substitution(
    "ungrouped-thousands",
    rf"{_QUANTITY_START}(?P<digits>\d{{4,}}+)(?=(?:,\d{{1,3}})?(?:{SP}?(?P<unit>(?:{_SCALES})?{SP}?(?:{_CURRENCY})|[%‰]"
    rf"|(?:{_UNIT}){END_OF_WORD})|{SP}(?P<spaced>(?:{_ANY_UNIT})(?![\w'’]))|{SP}(?P<word>{LETTER}{{2,30}})|))",
    _ungrouped,
    needs=(FIGURES,),
)
DECIMALS: Final = substitution(
    "decimals",
    rf"(?<=\d,)\d{{3}}(?:{SP}\d{{3}}(?!\d)){{0,6}}{SP}\d{{1,3}}(?!\w|[,.]\d|{SP}?[\w%‰€$°])",
    lambda m, s: re.sub(SP, s.thousands, m[0]),
    needs=(",", FIGURES),
)
"""Decimals by threes, as the SI brochure has it, when nothing they could count follows."""

CURRENCY: Final = substitution(
    "currency",
    rf"(?<=[\d{DIGIT_MASK}{WORD_MASK}]){SP}?(?P<scale>{_SCALES})?{SP}?(?P<sign>{_CURRENCY}){END_OF_WORD}",
    _currency,
    needs=("".join(CURRENCIES),),
)
"""« Md€ », « M€ », « k€ » are single signs, without s."""

COUNTRY: Final = substitution(
    "country-of-currency", rf"(?<=\$){SP}(?=(?:US|CA|CAN|AU|HK){END_OF_WORD})", lambda m, s: s.bond, needs=("$",)
)
CODE: Final = substitution(
    "currency-code",
    rf"(?<=\d)(?=(?:{'|'.join(_CODES)}){END_OF_WORD})",
    lambda m, s: s.bond,
    needs=(FIGURES, _CODES),
)
SPACED_MINUS: Final = substitution(
    "spaced-minus",
    rf"(?<![\w’'])(?P<before>de|à|fait|et|puis|soit|entre|ou|est|atteint){SP}[-–]{SP}(?=\d++(?:,\d++)?{SP}?(?:[%‰€]|°C?(?!\w)))",
    lambda m, s: f"{m['before']} {MINUS}",
    needs=("-–", FIGURES),
)
"""« Une baisse de - 5 % »: a sign, not a dash."""
BARE_SCALE: Final = substitution(
    "bare-scale",
    rf"{FIGURE_END}{SP}?(?:[Mm]ds|[Mm]rds?|Md){END_OF_WORD}",
    lambda m, s: f"{s.bond}Md",
    needs=(("Mds", "mds", "Mrd", "mrd", "Md"),),
)
PERCENT: Final = substitution(
    "percent",
    rf"(?<=[\d{DIGIT_MASK}{WORD_MASK}]){SP}?(?=[%‰]{END_OF_WORD})",
    lambda m, s: s.before_percent,
    needs=("%‰",),
)
POWERS: Final = substitution(
    "powers",
    rf"(?:(?<![^\W\d_])([ckdm]?m)|(?<=/)(s))([23]){END_OF_WORD}",
    lambda m, s: (m[1] or m[2]) + "²³"[int(m[3]) - 2],
    needs=(("m2", "m3", "s2", "s3"),),
)
UNIT: Final = substitution(
    "unit", rf"(?<=\d)(?<!{LETTER}\d){SP}?(?=(?:{_UNIT}){END_OF_WORD})", lambda m, s: s.bond, needs=(FIGURES,)
)
CELSIUS: Final = substitution(
    "celsius",
    rf"(?<=\d){SP}?°(?:(?=[CF]{END_OF_WORD})|{SP}(?=[CF](?![\w'’.])))",
    lambda m, s: f"{s.bond}°",
    needs=("°",),
)
TOLERANCE: Final = substitution("tolerance", rf"(?<=±){SP}(?=\d)", lambda m, s: s.bond, needs=("±",))
DEGREE: Final = substitution("degree", rf"(?<=\d){SP}(?=°(?!\w))", lambda m, s: "", needs=("°",))
TIMES: Final = substitution(
    "times",
    rf"(?:(?<=\d)|(?<=\d{SP}[a-zA-Z])|(?<=\d{SP}[a-zA-Z][a-zA-Z²³])){SP}[x×]{SP}(?=\d)",
    lambda m, s: f"{s.bond}{MULTIPLICATION}{s.bond}",
    needs=(FIGURES, "x×"),
)


# Ordinals: « 2ème » -> « 2e », « 1ère » -> « 1re », « XXIème » -> « XXIe » (Lexique, « nombres ordinaux »).

_START: Final = r"(?<![\w.,])"
_NOT_ROMAN: Final = r"(?![CDLM]e)"
"""« Le », « Ce », « De » and « Me » are words, not numerals."""

_NUMERAL: Final = rf"(?:\d++|{_NOT_ROMAN}{ROMAN}(?<=\w))"

NTH: Final = substitution(
    "nth",
    rf"{_START}{_NUMERAL}(?P<long>(?i:i?[èeé]me)|(?<=[\dIVX])è)(?=s?{END_OF_WORD})",
    lambda m, s: m[0].removesuffix(m["long"]) + "e",
    needs=(FIGURES + "IVXLC", "mMè"),
)
FIRST_FEMININE: Final = substitution(
    "first-feminine",
    rf"{_START}[1I](?:i?[èe]re)(?=s?{END_OF_WORD})",
    lambda m, s: f"{m[0][0]}re",
    needs=(("1i", "1è", "1e", "Ii", "Iè", "Ie"),),
)
FIRST_MASCULINE: Final = substitution(
    "first-masculine", rf"{_START}[1I]ier(?=s?{END_OF_WORD})", lambda m, s: f"{m[0][0]}er", needs=(("1ier", "Iier"),)
)
SECOND: Final = substitution(
    "second", rf"{_START}2n(?=des?{END_OF_WORD}|ds?{END_OF_WORD})", lambda m, s: "2", needs=(("2n",),)
)

ORDINAL: Final = rf"{_START}(?:[1I](?:er|re)s?|2de?s?|{_NUMERAL}es?){END_OF_WORD}"
"""An ordinal as typeset."""
RAISED: Final = re.compile(rf"{_START}{_NUMERAL}(?P<letters>(?<=[1I])(?:er|re)s?|(?<=2)de?s?|es?){END_OF_WORD}")
"""The same; its letters are raised."""
