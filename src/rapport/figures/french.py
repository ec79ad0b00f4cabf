"""How French writes figures (Lexique des règles typographiques; symbols after the SI brochure)."""

from __future__ import annotations

import re
from decimal import Decimal

from rapport.figures.dates import YEAR, Calendar
from rapport.figures.lexicon import SPACE, SPACES, Lexicon, power

UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante", 70: "septante", 90: "nonante"}


def _regular(ten: int, word: str) -> dict[tuple[str, ...], int]:
    """vingt, vingt et un (une), vingt-deux to vingt-neuf."""
    table = {(word,): ten, (word, "et", "un"): ten + 1, (word, "et", "une"): ten + 1}
    table.update({(word, UNITS[unit]): ten + unit for unit in range(2, 10)})
    return table


def _vigesimal() -> dict[tuple[str, ...], int]:
    """soixante-dix to quatre-vingt-dix-neuf, the way of France."""
    table = {("soixante", *UNITS[10 + unit].split("-")): 70 + unit for unit in range(10) if unit != 1}
    table[("soixante", "et", "onze")] = 71
    table.update({("quatre", "vingt", *UNITS[unit].split("-")): 80 + unit for unit in range(1, 20)})
    table.update({("quatre", "vingt"): 80, ("quatre", "vingts"): 80, ("quatre", "vingt", "une"): 81})
    return table


def _small() -> dict[tuple[str, ...], int]:
    table = {tuple(word.split("-")): value for value, word in enumerate(UNITS)}
    for ten, word in TENS.items():
        table.update(_regular(ten, word))
    return table | _vigesimal() | {("une",): 1, ("huitante",): 80}


EUROS = {
    "euro": "EUR",
    "euros": "EUR",
    "dollar": "USD",
    "dollars": "USD",
    "livre sterling": "GBP",
    "livres sterling": "GBP",
}
EUROS |= {"roupie indienne": "INR", "roupies indiennes": "INR"}
WATT_WORDS = {"": 0, "kilo": 3, "méga": 6, "giga": 9, "téra": 12}
OTHERS: dict[str, tuple[str, int]] = {
    "pour cent": ("percent", 0),
    "pour mille": ("percent", -1),
    "point de pourcentage": ("point", 0),
    "points de pourcentage": ("point", 0),
    "points": ("point", 0),
    "calcul par seconde": ("op/s", 0),
    "calculs par seconde": ("op/s", 0),
    "opérations par seconde": ("op/s", 0),
    "exaflop": ("op/s", 18),
    "exaflops": ("op/s", 18),
}
NAMED: dict[str, tuple[str, int]] = {
    "mètre": ("m", 0),
    "kilomètre": ("m", 3),
    "hectare": ("m²", 4),
    "tonne": ("kg", 3),
    "kilogramme": ("kg", 0),
    "litre": ("l", 0),
    "degré": ("°C", 0),
    "trimestre": ("quarter", 0),
    "semestre": ("semester", 0),
    "gigaoctet": ("byte", 9),
    "téraoctet": ("byte", 12),
    "pétaoctet": ("byte", 15),
    "exaflop": ("op/s", 18),
    "pétaflop": ("op/s", 15),
}
"""Units whose plural takes an s."""
DURATIONS = {"an": "year", "année": "year", "jour": "day", "semaine": "week", "heure": "hour", "minute": "minute"}


def _units() -> dict[str, tuple[str, Decimal]]:
    units = {word: (unit, power(exponent)) for word, (unit, exponent) in OTHERS.items()}
    units |= {word + end: (unit, power(exponent)) for word, (unit, exponent) in NAMED.items() for end in ("", "s")}
    units |= {word: (code, power(0)) for word, code in EUROS.items()}
    units |= {word + end: (unit, power(0)) for word, unit in DURATIONS.items() for end in ("", "s")}
    units |= {"mois": ("month", power(0)), "mètres carrés": ("m²", power(0)), "kilomètres carrés": ("m²", power(6))}
    units |= {"mètres cubes": ("m³", power(0)), "degrés Celsius".casefold(): ("°C", power(0))}
    for prefix, exponent in WATT_WORDS.items():
        units |= {f"{prefix}watt{end}": ("W", power(exponent)) for end in ("", "s")}
        units |= {f"{prefix}watt{join}heure{end}": ("Wh", power(exponent)) for join in ("", "-") for end in ("", "s")}
    return units


FRENCH = Lexicon(
    language="fr",
    figure=re.compile(
        rf"(?<![\w,.])[+−-]?(?:\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?![\d{SPACES}]?\d)|\d+)(?:,\d+)?(?!\.?\d)"
    ),
    group=SPACES,
    decimal=",",
    small=_small(),
    hundred=frozenset({"cent", "cents"}),
    thousand=frozenset({"mille"}),
    doubtful=frozenset({"un", "une", "neuf", "zéro"}),
    both=re.compile(r"(?<!\w)(?:[lcd]es|aux|tous|toutes|leurs|nos|vos)[ \u00a0]deux$", re.IGNORECASE),
    collective={
        "dizaine": 10,
        "douzaine": 12,
        "quinzaine": 15,
        "vingtaine": 20,
        "trentaine": 30,
        "quarantaine": 40,
        "cinquantaine": 50,
        "soixantaine": 60,
        "centaine": 100,
        "millier": 1000,
    },
    scales={
        "million": power(6),
        "milliard": power(9),
        "billion": power(12),
        "billiard": power(15),
        "trillion": power(18),
    },
    units=_units(),
    prefixes={},
    linking=r"de|d['’]",
    qualifiers={
        "plus de": "more-than",
        "plus d'": "more-than",
        "au moins": "at-least",
        "près de": "nearly",
        "près d'": "nearly",
        "presque": "nearly",
        "environ": "about",
        "de l'ordre de": "about",
        "de l'ordre d'": "about",
        "quelque": "about",
        "jusqu'à": "up-to",
        "au plus": "at-most",
        "à hauteur de": "to-the-amount-of",
        "à hauteur d'": "to-the-amount-of",
        "moins de": "less-than",
        "moins d'": "less-than",
    },
    trailing={
        "au moins": "at-least",
        "ou plus": "at-least",
        "environ": "about",
        "au plus": "at-most",
        "au maximum": "at-most",
    },
    joins=r"à|–|ou",
    opened_join=r"et",
    opening=r"de|entre|d['’]",
    months={
        "janvier": 1,
        "février": 2,
        "mars": 3,
        "avril": 4,
        "mai": 5,
        "juin": 6,
        "juillet": 7,
        "août": 8,
        "septembre": 9,
        "octobre": 10,
        "novembre": 11,
        "décembre": 12,
        "janv.": 1,
        "févr.": 2,
        "avr.": 4,
        "juil.": 7,
        "juill.": 7,
        "sept.": 9,
        "oct.": 10,
        "nov.": 11,
        "déc.": 12,
    },
)

_DATED = rf"{SPACE}(?:de{SPACE})?"

FRENCH_CALENDAR = Calendar(
    language="fr",
    months=tuple(FRENCH.months.items()),
    day=r"(?:1er|3[01]|[12]\d|[1-9])",
    ranks=(("premier", 1), ("deuxième", 2), ("second", 2), ("troisième", 3), ("quatrième", 4)),
    join=r"et|au|à|–|-",
    part=(
        (rf"d['’]ici{SPACE}(?:à{SPACE})?(?:la{SPACE})?fin(?:{SPACE}de)?", "by-end"),
        (rf"d['’]ici(?:{SPACE}à|{SPACE}en)?", "by"),
        (rf"(?:la{SPACE})?fin(?:{SPACE}de)?", "end"),
        (rf"début(?:{SPACE}de)?", "early"),
        (r"mi-", "mid"),
    ),
    period=(
        rf"(?P<rank>1er|[2-4]e|premier|deuxième|second|troisième|quatrième){SPACE}(?P<kind>trimestre|semestre){_DATED}(?P<yp>{YEAR})"
        rf"|(?P<short>[TS][1-4]){SPACE}(?P<yq>{YEAR})"
    ),
    numeric=rf"(?P<d0>\d\d)/(?P<m0>\d\d)/(?P<y0>{YEAR})",
)
