"""How Hindi writes figures (2.6 अरब यूरो, 1,10,000, 10 फ़रवरी 2026); numbers in letters are not read."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from rapport.figures.dates import YEAR, Calendar
from rapport.figures.english_naming import english_naming
from rapport.figures.lexicon import PREFIXES, SPACE, FigureLexicon, power, prefixed
from rapport.figures.words import JudgedWords

MONTHS = {
    "जनवरी": 1, "फ़रवरी": 2, "मार्च": 3, "अप्रैल": 4, "मई": 5, "जून": 6, "जुलाई": 7, "अगस्त": 8, "सितंबर": 9, "अक्टूबर": 10,
    "नवंबर": 11, "दिसंबर": 12, "जन॰": 1, "फ़र॰": 2, "अग॰": 8, "सित॰": 9, "अक्टू॰": 10, "नव॰": 11, "दिस॰": 12, "जुल॰": 7,
}  # fmt: skip
SPELLED = {"": 0, "किलो": 3, "मेगा": 6, "गीगा": 9, "टेरा": 12, "पेटा": 15, "एक्सा": 18}
"""Powers of ten by the prefixes that are written out before a unit (SI Brochure, table 7)."""
BASES = {
    "वाट": ("W", 0), "वाट-घंटा": ("Wh", 0), "वाट-घंटे": ("Wh", 0), "टन": ("kg", 3), "बाइट": ("byte", 0), "जूल": ("J", 0),
    "हर्ट्ज़": ("Hz", 0), "टन co2 समतुल्य": ("kgCO2e", 3), "ग्राम co2 समतुल्य": ("kgCO2e", -3), "टन तेल समतुल्य": ("toe", 0),
}  # fmt: skip
NAMED: dict[str, tuple[str, int]] = {
    "यूरो": ("EUR", 0), "डॉलर": ("USD", 0), "पाउंड": ("GBP", 0), "भारतीय रुपये": ("INR", 0), "भारतीय रुपया": ("INR", 0),
    "प्रतिशत": ("percent", 0), "प्रति हज़ार": ("percent", -1), "प्रतिशत अंक": ("point", 0), "अंक": ("point", 0),
    "आधार अंक": ("point", -2), "वर्ष": ("year", 0), "महीना": ("month", 0), "महीने": ("month", 0), "सप्ताह": ("week", 0),
    "दिन": ("day", 0), "तिमाही": ("quarter", 0), "तिमाहियाँ": ("quarter", 0), "छमाही": ("semester", 0),
    "छमाहियाँ": ("semester", 0), "मिनट": ("minute", 0), "सेकंड": ("second", 0), "गुना": ("times", 0),
    "मीटर": ("m", 0), "किलोमीटर": ("m", 3), "सेंटीमीटर": ("m", -2), "मिलीमीटर": ("m", -3), "वर्ग मीटर": ("m²", 0),
    "वर्ग किलोमीटर": ("m²", 6), "हेक्टेयर": ("m²", 4), "घन मीटर": ("m³", 0), "लीटर": ("l", 0), "हेक्टोलीटर": ("l", 2),
    "किलोग्राम": ("kg", 0), "ग्राम": ("kg", -3), "मिलीग्राम": ("kg", -6), "क्विंटल": ("kg", 2), "बैरल": ("barrel", 0),
    "डिग्री सेल्सियस": ("°C", 0), "गणना प्रति सेकंड": ("op/s", 0), "गणनाएँ प्रति सेकंड": ("op/s", 0),
    "पूर्णकालिक समतुल्य पद": ("FTE", 0), "मोल": ("mol", 0), "डेसिबल": ("dB", 0), "भाग प्रति दस लाख": ("ppm", 0),
    "भाग प्रति अरब": ("ppb", 0),
}  # fmt: skip


def _units() -> dict[str, tuple[str, Decimal]]:
    units = {word: (unit, power(exponent)) for word, (unit, exponent) in NAMED.items()}
    units |= {"घंटा": ("minute", Decimal(60)), "घंटे": ("minute", Decimal(60))}
    for prefix, more in SPELLED.items():
        units |= {prefix + word: (unit, power(exponent + more)) for word, (unit, exponent) in BASES.items()}
    return units


HINDI = FigureLexicon(
    language="hi",
    locales=("hi",),
    figure=re.compile(r"(?<![\w,.])[+−-]?(?:\d{1,2}(?:,\d{2}){0,6},\d{3}|\d{1,3}(?:,\d{3}){1,12}|\d+)(?:\.\d+)?(?!\d)"),
    group=",",
    decimal=".",
    spoken_decimal="दशमलव",
    spoken_digits=True,
    small={("एक",): 1},
    hundred=frozenset(),
    thousand=frozenset(),
    doubtful=frozenset({"एक"}),
    both=re.compile(r"(?!)"),
    collective={},
    scales={
        "हज़ार": power(3),
        "लाख करोड़": power(12),
        "लाख": power(5),
        "करोड़": power(7),
        "अरब": power(9),
        "खरब": power(11),
    },
    units=_units(),
    symbols={
        **prefixed({"B": ("byte", 0)}, PREFIXES),
        **prefixed({"toe": ("toe", 0)}, PREFIXES),
        "petaflop/s": ("op/s", power(15)),
    },
    denominators={"निवासी": ("inhabitant", power(0)), "तिमाही": ("quarter", power(0))},
    signs_before=True,
    linking=r"(?!)",
    qualifiers={"कम से कम": "at-least", "क़रीब": "nearly", "लगभग": "about", "अधिकतम": "up-to"},
    trailing={"से अधिक": "more-than", "से कम": "less-than", "की राशि": "to-the-amount-of"},
    joins=r"से|–|या",
    opened_join=r"से",
    opening=r"(?!)",
    months=MONTHS,
)

HINDI_CALENDAR = Calendar(
    language="hi",
    months=tuple(MONTHS.items()),
    day=r"(?:3[01]|[12]\d|[1-9])",
    ranks=(("पहली", 1), ("दूसरी", 2), ("तीसरी", 3), ("चौथी", 4)),
    join=r"और|से|–|-",
    part=((r"(?!)", "end"),),
    period=(
        rf"(?P<yp>{YEAR}){SPACE}की{SPACE}(?P<rank>पहली|दूसरी|तीसरी|चौथी){SPACE}(?P<kind>तिमाही|छमाही)"
        rf"|(?P<short>[QH][1-4]){SPACE}(?P<yq>{YEAR})"
    ),
    week=rf"(?:(?P<yw>{YEAR}){SPACE}का{SPACE}सप्ताह{SPACE}(?P<week>\d\d?)|W(?P<shortweek>(?!)))",
    bounds=(),
    numeric=rf"(?P<d0>\d\d)/(?P<m0>\d\d)/(?P<y0>{YEAR})",
    after=(
        (rf"के{SPACE}अंत{SPACE}तक", "by-end"),
        (r"तक", "by"),
        (rf"से{SPACE}पहले", "before"),
        (rf"के{SPACE}बाद", "after"),
        (rf"के{SPACE}आरंभ", "early"),
        (rf"के{SPACE}मध्य", "mid"),
        (rf"के{SPACE}अंत", "end"),
        (r"से", "since"),
    ),
)


hindi_naming = cache(
    lambda: replace(
        english_naming(),
        phrases=(
            r"(?:§|अनुच्छेद|पृष्ठ|पृ\.|तालिका|चित्र|चार्ट|पत्रक|संस्करण|प्रति|स्लाइड|सं\.)"
            r" ?\d[\d./-]*(?:(?:, और |, ?| और )\d[\d./-]*)*",
            *english_naming().phrases,
        ),
    )
)
"""Names with a number are those of English; nouns that a number follows as a name are ours."""


HINDI_WORDS = JudgedWords(
    called="hindi",
    statuses={
        "achieved": ("पूर्ण",),
        "measured": ("मापित",),
        "in-progress": ("जारी",),
        "provisional": ("अनंतिम",),
        "adopted": ("पारित",),
        "projected": ("प्रक्षेपित",),
        "reserved": ("आरक्षित",),
        "planned": ("नियोजित",),
        "promised": ("वचनबद्ध",),
        "announced": ("घोषित",),
        "estimated": ("अनुमानित",),
        "target": ("लक्ष्य",),
        "to-confirm": ("पुष्टि शेष",),
    },
    said={
        "in-progress": (
            "जारी*",
            "चल रह*",
        ),
        "provisional": ("अनंतिम*",),
        "adopted": (
            "पारित*",
            "निर्णय*",
        ),
        "projected": (
            "प्रक्षेप*",
            "होगा*",
            "होंगे*",
        ),
        "reserved": ("आरक्षित*",),
        "planned": (
            "नियोजित*",
            "योजना*",
            "होगा*",
            "होंगे*",
            "होगी*",
            "तक*",
        ),
        "promised": (
            "वचन*",
            "प्रतिबद्ध*",
        ),
        "announced": ("घोष*",),
        "estimated": ("अनुमान*",),
        "target": (
            "लक्ष्य*",
            "तक*",
        ),
    },
    qualifiers={
        "more-than": ("से अधिक",),
        "at-least": ("कम से कम",),
        "nearly": ("क़रीब",),
        "about": ("लगभग",),
        "up-to": ("अधिकतम",),
        "less-than": ("से कम",),
        "to-the-amount-of": ("की राशि",),
    },
    scales=(5, 7),  # lakh and crore
)
