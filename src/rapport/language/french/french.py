"""French."""

from __future__ import annotations

from typing import Final

from rapport.language.characters import NARROW_NO_BREAK_SPACE
from rapport.language.french import dates, plurals, times
from rapport.language.french.amounts import amount, of, per
from rapport.language.french.elision import before
from rapport.language.french.ordinals import ordinal
from rapport.language.french.rules import FRENCH_RULES
from rapport.language.french.scales import FRENCH_SCALES, FRENCH_THOUSANDS
from rapport.language.french.styles import FRENCH_STYLES
from rapport.language.french.units import FRENCH_DENOMINATORS, FRENCH_UNITS
from rapport.language.french.words import FRENCH_WORDS
from rapport.language.language import Counting, Dating, Language

FRENCH: Final = Language(
    code="fr",
    words=FRENCH_WORDS,
    counting=Counting(
        units=dict.fromkeys(FRENCH_STYLES, FRENCH_UNITS),
        scales=FRENCH_SCALES,
        thousands=FRENCH_THOUSANDS,
        is_plural=plurals.is_plural,
        pluralise=plurals.pluralise,
        amount=amount,
        of=of,
        per=per,
        denominators=FRENCH_DENOMINATORS,
        preceded=before,
        ordinal=ordinal,
    ),
    dating=Dating(dates.write, times.write, "{1} à {2}"),
    styles=FRENCH_STYLES,
    rules=FRENCH_RULES,
    hyphenation="fr",
    semicolon=f"{NARROW_NO_BREAK_SPACE}; ",
)
