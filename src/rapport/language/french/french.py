"""French."""

from __future__ import annotations

from typing import Final

from rapport.language.french import dates, grammar
from rapport.language.french.elision import before
from rapport.language.french.grammar import FRENCH_SCALES, FRENCH_THOUSANDS, amount, of, ordinal, per
from rapport.language.french.meeting import met
from rapport.language.french.rules import FRENCH_RULES, FRENCH_STYLES
from rapport.language.french.spoken import said
from rapport.language.french.units import FRENCH_DENOMINATORS, FRENCH_UNITS
from rapport.language.french.words import FRENCH_WORDS
from rapport.language.language import Counting, Dating, Language
from rapport.language.typography.rule import NARROW_NO_BREAK_SPACE

FRENCH: Final = Language(
    code="fr",
    words=FRENCH_WORDS,
    counting=Counting(
        units=dict.fromkeys(FRENCH_STYLES, FRENCH_UNITS),
        scales=FRENCH_SCALES,
        thousands=FRENCH_THOUSANDS,
        is_plural=grammar.is_plural,
        pluralise=grammar.pluralise,
        amount=amount,
        of=of,
        per=per,
        denominators=FRENCH_DENOMINATORS,
        preceded=before,
        met=met,
        ordinal=ordinal,
        said=said,
    ),
    dating=Dating(dates.write, grammar.write, "{1} à {2}"),
    styles=FRENCH_STYLES,
    rules=FRENCH_RULES,
    hyphenation="fr",
    semicolon=f"{NARROW_NO_BREAK_SPACE}; ",
)
