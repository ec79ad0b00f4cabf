"""English."""

from __future__ import annotations

from typing import Final

from rapport.language.english import dates, grammar
from rapport.language.english.grammar import (
    ENGLISH_SCALES,
    ENGLISH_THOUSANDS,
    amount,
    met,
    of,
    ordinal,
    per,
    preceded,
    said,
)
from rapport.language.english.typography import ENGLISH_RULES, ENGLISH_STYLES
from rapport.language.english.units import AMERICAN_UNITS, ENGLISH_DENOMINATORS, ENGLISH_UNITS
from rapport.language.english.words import ENGLISH_WORDS
from rapport.language.language import Counting, Dating, Language

ENGLISH: Final = Language(
    code="en",
    called=("anglais", "english"),
    words=ENGLISH_WORDS,
    counting=Counting(
        units={"en_GB": ENGLISH_UNITS, "en_US": AMERICAN_UNITS},
        scales=ENGLISH_SCALES,
        thousands=ENGLISH_THOUSANDS,
        is_plural=grammar.is_plural,
        pluralise=grammar.pluralise,
        singular=grammar.singular,
        amount=amount,
        of=of,
        per=per,
        denominators=ENGLISH_DENOMINATORS,
        preceded=preceded,
        met=met,
        ordinal=ordinal,
        said=said,
    ),
    dating=Dating(dates.write, grammar.write, "{1} at {2}"),
    styles=ENGLISH_STYLES,
    rules=ENGLISH_RULES,
    hyphenation="en_GB",
    semicolon="; ",
)
