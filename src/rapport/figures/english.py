"""How English writes figures (British usage: 2.6 billion, 110,000, 10 February 2026), and names with numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from rapport.figures.dates import YEAR, Calendar
from rapport.figures.lexicon import PREFIXES, SPACE, FigureLexicon, power, prefixed
from rapport.figures.naming import LIST, Naming, label_pattern

UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = {
    word: 10 * ten
    for ten, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
}
MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
SHORT_MONTHS = ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
SHORT_VALUES = (1, 2, 3, 4, 6, 7, 8, 9, 9, 10, 11, 12)
DURATIONS = {word: word for word in ("year", "month", "week", "day", "quarter", "minute", "second")}
OTHERS = {
    "petaflop/s": ("op/s", power(15)),
    "bp": ("point", power(-2)),
    "pp": ("point", power(0)),
    **prefixed({"toe": ("toe", 0)}, PREFIXES),
}
NAMED: dict[str, tuple[str, int]] = {
    "tonne": ("kg", 3),
    "gram": ("kg", -3),
    "milligram": ("kg", -6),
    "kilogram": ("kg", 0),
    "quintal": ("kg", 2),
    "metre": ("m", 0),
    "kilometre": ("m", 3),
    "centimetre": ("m", -2),
    "millimetre": ("m", -3),
    "hectare": ("m²", 4),
    "square metre": ("m²", 0),
    "square kilometre": ("m²", 6),
    "cubic metre": ("m³", 0),
    "litre": ("l", 0),
    "hectolitre": ("l", 2),
    "barrel": ("barrel", 0),
    "mole": ("mol", 0),
    "decibel": ("dB", 0),
    "half-year": ("semester", 0),
    "percentage point": ("point", 0),
    "basis point": ("point", -2),
    "part per million": ("ppm", 0),
    "part per billion": ("ppb", 0),
    "point": ("point", 0),
    "full-time equivalent": ("FTE", 0),
    "exaflop": ("op/s", 18),
    "petaflop": ("op/s", 15),
    "exaflop/s": ("op/s", 18),
    "petaflop/s": ("op/s", 15),
}
"""Units whose plural takes an s."""
SPELLED = {"": 0, "kilo": 3, "mega": 6, "giga": 9, "tera": 12, "peta": 15, "exa": 18}  # SI Brochure, table 7
BASES = {"tonne": ("kg", 3), "byte": ("byte", 0), "joule": ("J", 0), "watt": ("W", 0), "watt-hour": ("Wh", 0)}


def _small() -> dict[tuple[str, ...], int]:
    table: dict[tuple[str, ...], int] = {(word,): value for value, word in enumerate(UNITS)}
    for word, ten in TENS.items():
        table[(word,)] = ten
        table.update({(word, UNITS[unit]): ten + unit for unit in range(1, 10)})
    return table


def _units() -> dict[str, tuple[str, Decimal]]:
    units = {word: ("EUR", power(0)) for word in ("euro", "euros")}
    units |= {word: ("USD", power(0)) for word in ("dollar", "dollars")}
    units |= {word: ("GBP", power(0)) for word in ("pound", "pounds")}
    units |= {word + end: (unit, power(0)) for word, unit in DURATIONS.items() for end in ("", "s")}
    units |= {"hour": ("minute", Decimal(60)), "hours": ("minute", Decimal(60)), "times": ("times", power(0))}
    units |= {"per cent": ("percent", power(0)), "percent": ("percent", power(0)), "per mille": ("percent", power(-1))}
    units |= {word: ("°C", power(0)) for word in ("degree celsius", "degrees celsius", "degrees")}
    units |= {f"{word}s per second": ("op/s", power(0)) for word in ("calculation", "operation")}
    units |= {"calculation per second": ("op/s", power(0))}
    units |= {word + end: (unit, power(exponent)) for word, (unit, exponent) in NAMED.items() for end in ("", "s")}
    units |= {"parts per million": ("ppm", power(0)), "parts per billion": ("ppb", power(0))}
    for prefix, more in SPELLED.items():
        units |= {
            f"{prefix}{word}{end}": (unit, power(exponent + more))
            for word, (unit, exponent) in BASES.items()
            for end in ("", "s")
        }
        units |= {f"{prefix}hertz": ("Hz", power(more))}
        for end in ("", "s"):
            units |= {f"{prefix}gram{end} of co2 equivalent": ("kgCO2e", power(more - 3))}
            units |= {f"{prefix}tonne{end} of co2 equivalent": ("kgCO2e", power(3 + more))}
            units |= {f"{prefix}tonne{end} of oil equivalent": ("toe", power(more))}
    return {**units, **{_american(word): unit for word, unit in units.items()}}


def _american(word: str) -> str:
    """The same word as it is spelled in the United States."""
    return re.sub(r"\btonne", "metric ton", word.replace("metre", "meter").replace("litre", "liter"))


ENGLISH = FigureLexicon(
    language="en",
    locales=("en_GB", "en"),
    figure=re.compile(r"(?<![\w,.])[+−-]?(?:\d{1,3}(?:,\d{3}){1,12}|\d+)(?:\.\d+)?(?!\d)"),
    group=",",
    decimal=".",
    spoken_decimal="point",
    spoken_digits=True,
    small=_small(),
    hundred=frozenset({"hundred"}),
    thousand=frozenset({"thousand"}),
    doubtful=frozenset({"one", "zero"}),
    both=re.compile(r"(?<!\w)(?:the|these|those|both)[ \u00a0]two$", re.IGNORECASE),
    collective={"dozen": 12},
    scales={
        "million": power(6),
        "billion": power(9),
        "trillion": power(12),
        "quadrillion": power(15),
        "quintillion": power(18),
        "k": power(3),
        "m": power(6),
        "bn": power(9),
        "tn": power(12),
        "thousand": power(3),
    },
    units=_units(),
    symbols={**prefixed({"B": ("byte", 0)}, PREFIXES), "toe": ("toe", power(0)), "FTE": ("FTE", power(0)), **OTHERS},
    denominators={"inhabitant": ("inhabitant", power(0)), "quarter": ("quarter", power(0))},
    signs_before=True,
    linking=r"of",
    qualifiers={
        "more than": "more-than",
        "over": "more-than",
        "at least": "at-least",
        "nearly": "nearly",
        "almost": "nearly",
        "close to": "nearly",
        "about": "about",
        "around": "about",
        "approximately": "about",
        "some": "about",
        "up to": "up-to",
        "at most": "at-most",
        "amounting to": "to-the-amount-of",
        "to the amount of": "to-the-amount-of",
        "to the tune of": "to-the-amount-of",
        "less than": "less-than",
        "fewer than": "less-than",
        "under": "less-than",
    },
    trailing={"or more": "at-least", "at least": "at-least", "at most": "at-most", "or so": "about"},
    joins=r"to|–|or",
    opened_join=r"and|to",
    opening=r"between|from",
    months=dict(zip(MONTHS, range(1, 13), strict=True)) | dict(zip(SHORT_MONTHS, SHORT_VALUES, strict=True)),
)

ENGLISH_CALENDAR = Calendar(
    language="en",
    months=tuple(ENGLISH.months.items()),
    day=r"(?:3[01]|[12]\d|[1-9])",
    ranks=(("first", 1), ("second", 2), ("third", 3), ("fourth", 4)),
    join=r"and|to|–|-",
    part=(
        (rf"by{SPACE}(?:the{SPACE})?(?:end|late)(?:{SPACE}of)?", "by-end"),
        (r"by", "by"),
        (rf"(?:the{SPACE})?(?:end{SPACE}of|late|end)", "end"),
        (rf"(?:early(?:{SPACE}in)?|the{SPACE}beginning{SPACE}of)", "early"),
        (rf"mid-|mid(?:{SPACE}of)?", "mid"),
    ),
    period=(
        rf"(?P<rank>first|second|third|fourth){SPACE}(?P<kind>quarter|half){SPACE}(?:of{SPACE})?(?P<yp>{YEAR})"
        rf"|(?P<short>[QH][1-4]){SPACE}(?P<yq>{YEAR})"
    ),
    week=rf"(?:week{SPACE}(?P<week>\d\d?){SPACE}(?:of{SPACE})?|W(?P<shortweek>\d\d){SPACE})(?P<yw>{YEAR})",
    month_first=True,
    bounds=(("by", "by"), ("since", "since"), ("before", "before"), ("after", "after")),
    numeric=rf"(?P<d0>\d\d)/(?P<m0>\d\d)/(?P<y0>{YEAR})",
)


# How English names with numbers: acts, places, hours, sets and periods that nobody would ask a source for.


LABELS = """
    article|art|paragraph|para|recital|annex|appendix|table|chart|figure|fig|box|map|chapter|ch|title|section
    sec|part|page|pp?|point|tab|line
    column|note|book|volume|vol|number|item|document|slide|sheet|target|goal|SDG|action|measure|recommendation
    proposal|axis|strand|pillar
    priority|commitment|question|answer|lot|block|phase|stage|step|level|class|category|group|zone|sector
    division|tier|rank|grade|scale
    option|scenario|assumption|variant|case|example|test|wave|series|edition|version|round|cycle|act|session
    workshop|room|office|building|floor
    gate|hall|stand|platform|terminal|panel|table|entrance|seat|week|day|quarter|half|year|flight|train|bus
    route|motorway|junction|exit
    protocol|convention|resolution|decision|regulation|directive|law|decree|order|opinion|case|bill|amendment
    motion|report|programme|mission
    scope|generation|type|model|form|standard|indicator|criterion|channel|code|horizon|agenda|no
"""
NOUNS = [noun for line in LABELS.split("\n") for noun in line.strip(" ").split("|") if noun]
UNLABELLED = (
    r"(?:The|A|An|In|At|On|Of|By|For|With|From|To|And|Or|Over|About|Some|Only|All|These|Those|Our|Their|Its|"
    r"Since|After|Before|Nearly|Up|Under|Between|EUR|USD|GBP|That|This|If|Is|Are|Was|Were|Has|Have|Total|We|"
    r"They|It|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
"""Words with a capital that a number after them does not belong to."""


english_naming = cache(
    lambda: Naming(
        phrases=(
            r"(?i:(?<!\w)(?:no\.|nos\.|art\.|p\.|pp\.|§|ch\.|fig\.|para\.|vol\.|sec\.|"
            r"ed\.) ?[\w./-]*\d[\w./-]*(?:(?:, and |, ?| and | to |-|–)\d[\w./-]*)*)",
            r"(?i:(?<!\w)(?:articles?|acts?|laws?|decrees?|regulations?|directives?|decisions?|orders?|resolutions?)"
            r"(?: \([A-Z]+\))?(?: no\.?)? ?\d[\w./-]*(?:(?:, and |, | and | to )\d[\w./-]*)*)(?! ?[%])",
            r"(?i:(?<![\w.])\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)(?!\w))",
            r"(?<![\w.])\d{1,2}:\d\d(?:(?: ?[–-] ?| to )\d{1,2}:\d\d)?(?!\d)",
            rf"(?i:(?<!\w)(?:weeks?|years?) {LIST}(?!\w| \d))",
            r"(?i:(?<!\w)(?:in|of|by|since|before|after|around|until|year|end|early|between|and|act|from|to)"
            r" (?:1[0-8]|2[12])\d\d(?![\d,]))(?! [\w-]+s\b)",
            r"(?<![\d,.-])(?:1[0-9]|20|21)\d\d(?: ?[-–/] ?(?:1[0-9]|20|21)\d\d|[-–/]\d\d)(?![\d,%]| ?[%€])",
            r"(?i:(?<!\w)(?:aged|the under-|over-)\d{1,2}(?:s|-\d{1,2}s?)?|\d{1,2}-year-olds?)",
            r"(?i:fit for 55|1\.5 ?°C)",
            r"(?i:24/7)",
            r"(?i:(?<!\w)(?:several|a few|many)(?: (?:dozen|hundred|thousand|million|billion))+(?!\w))",
        ),
        labels=label_pattern(NOUNS),
        called=re.compile(r"(?!)(?P<numbers>)"),
        proper=re.compile(
            rf"(?<![\w.-])(?!{UNLABELLED} )(?P<word>[A-Z][\w&-]*) (?P<numbers>{LIST})(?!\w|[.,]\d|,\d{{3}}| ?[%€$])"
            r"(?! (?!and |or |to |at |in |of |on |for |is |was |has |[A-Z])[a-z-]+s(?!\w))"
        ),
        before=re.compile(
            r"(?i:(?<!\w)(?:in|over|for|since|during|within|after|before|every|the|these|those|past|last|next|first|by)"
            r"(?: (?:past|last|next|first|less than|more than|about))? )$"
        ),
        after=re.compile(r"(?i: (?:after|before|later|earlier|ago|on|running|in a row)(?!\w))"),
        lasting=re.compile(
            r"(?i:(?<!\w)(?:average|median|mean|delays?|waits?|waiting time|worked|sat for)"
            r"(?: (?:is|was|of|lasts?))* )$"
        ),
        known=re.compile(r"(?i:(?<!\w)(?:the|these|those|all|our|their|its|other) )$"),
        of=re.compile(r"(?i:(?:\d|\x00|\w\w) (?:out of|of the|of all) )$"),
        whole_of=re.compile(
            r"(?i:(?: [\w'-]+){0,3} out of (?:the )?(?:\d[\d,]*\d|\d|two|three|four|five|six|ten|twenty|a hundred))"
        ),
        share=re.compile(r"(?i:(?<!\w)one (?:[\w'-]+ )?(?:in|out of) )$"),
        unnumbered=re.compile(r"(?i:(?<![\d\x00] )(?<!\w)per )$"),
        ratio=re.compile(r"(?i:(?:divided|multiplied|multiply|divide) by )$"),
        factor=re.compile(
            r"(?i: times (?:more|less|higher|lower|as|the|what)| (?:thirds|quarters|fifths|tenths)(?!\w)| ?(?:in|"
            r"out of) (?:\d|two|three|four|five|ten|twenty|a hundred)| per (?:week|day|year|month|capita)(?!\w)|"
            r" on average(?!\w))"
        ),
        losses=re.compile(
            r"(?i: (?:[\w-]+ )?(?:dead|deaths?|killed|injured|victims?|casualties|missing|hostages)(?!\w))"
        ),
        qualified=re.compile(r"(?i:(?: [\w'-]+){1,2} and \d[\d ,.]* ?(?:%|€|£|\$|per cent))"),
        counted=re.compile(r"(?i:(?<!\w)(?:there (?:are|were)|has lost|lost|employs?|counts?|closed?) )$"),
    )
)
"""How English names with numbers."""
