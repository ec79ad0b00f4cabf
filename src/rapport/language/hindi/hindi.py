"""Hindi."""

from __future__ import annotations

from typing import Final

from rapport.language.hindi import dates, grammar
from rapport.language.hindi.typography import HINDI_RULES, HINDI_STYLE
from rapport.language.hindi.units import HINDI_DENOMINATORS, HINDI_UNITS
from rapport.language.hindi.words import HINDI_WORDS
from rapport.language.language import Counting, Dating, Language

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
