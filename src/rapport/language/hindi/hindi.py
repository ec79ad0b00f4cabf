"""Hindi."""

from __future__ import annotations

from typing import Final

from rapport.language.hindi import dates, grammar
from rapport.language.hindi.units import HINDI_DENOMINATORS, HINDI_UNITS
from rapport.language.hindi.words import HINDI_WORDS
from rapport.language.language import Counting, Dating, Language
from rapport.language.lexicon import UNITS
from rapport.language.typography.quotes import APOSTROPHE, COLLAPSE, ELLIPSIS, MINUS_SIGN, PARENTHESES, QUOTES
from rapport.language.typography.rule import (
    DIGIT_MASK,
    END_OF_WORD,
    SP,
    SPACES,
    WORD_MASK,
    Style,
    TypographyRule,
    substitution,
)

MONTHS: Final = (
    "जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर",
)  # fmt: skip
COUNTED_SCALES: Final = ("हज़ार", "लाख", "करोड़", "अरब")

HINDI_STYLE: Final = Style(
    "hindi",
    language="hi",
    before_high="",
    before_colon="",
    inside_guillemets="",
    thousands=",",
    before_percent="",
    quotes=("“", "”", "‘", "’"),
)
"""Hindi as India's ministries print it: international digits (Constitution, article 343), curly marks, the danda."""

_FIGURE: Final = rf"(?<=[\d{DIGIT_MASK}{WORD_MASK}])"
MEASURE: Final = substitution(
    "measure",
    rf"{_FIGURE}{SP}(?=(?:{'|'.join((*UNITS, *COUNTED_SCALES))}){END_OF_WORD})",
    lambda m, s: s.bond,
    needs=(SPACES,),
)
DAY_MONTH: Final = substitution("day-month", rf"(?<=\d){SP}(?=(?:{'|'.join(MONTHS)}))", lambda m, s: s.bond)
DANDA: Final = substitution("danda", rf"(?<=\S){SP}(?=।)", lambda m, s: "", needs=("।",))
DASH: Final = substitution(
    "dash", rf"(?<=[^\s\d]){SP}(?:--?|–){SP}(?=\S)", lambda m, s: f"{s.bond}{s.dash} ", needs=("-–",)
)

HINDI_RULES: Final[tuple[TypographyRule, ...]] = (
    COLLAPSE,
    ELLIPSIS,
    APOSTROPHE,
    QUOTES,
    PARENTHESES,
    MINUS_SIGN,
    MEASURE,
    DAY_MONTH,
    DANDA,
    DASH,
)


# Hindi.

HINDI: Final = Language(
    code="hi",
    called=("hindi", "हिन्दी", "हिंदी"),
    words=HINDI_WORDS,
    counting=Counting(
        units={"hi_IN": HINDI_UNITS},
        scales=grammar.HINDI_SCALES,
        thousands=grammar.HINDI_THOUSANDS,
        is_plural=grammar.is_plural,
        pluralise=grammar.pluralise,
        singular=grammar.singular,
        amount=grammar.amount,
        of=grammar.of,
        per=grammar.per,
        denominators=HINDI_DENOMINATORS,
        preceded=grammar.qualified,
        met=grammar.met,
        ordinal=grammar.ordinal,
        said=grammar.said,
        postposed=grammar.POSTPOSED,
    ),
    dating=Dating(dates.write, dates.write_time, "{1} को {2} बजे"),
    styles={"hi_IN": HINDI_STYLE},
    rules=HINDI_RULES,
    hyphenation="",
    semicolon="; ",
)
