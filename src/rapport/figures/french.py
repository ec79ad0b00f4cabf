"""How French writes figures (Lexique des règles typographiques; symbols after the SI brochure)."""

from __future__ import annotations

import re
from decimal import Decimal

from rapport.figures.dates import YEAR, Calendar
from rapport.figures.lexicon import PREFIXES, SPACE, SPACES, FigureLexicon, power, prefixed

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
    "roupie indienne": "INR",
    "roupies indiennes": "INR",
}
INVARIABLE: dict[str, tuple[str, int]] = {
    "pour cent": ("percent", 0),
    "pour mille": ("percent", -1),
    "calcul par seconde": ("op/s", 0),
    "calculs par seconde": ("op/s", 0),
    "opérations par seconde": ("op/s", 0),
    "mois": ("month", 0),
    "fois": ("times", 0),
    "quintaux": ("kg", 2),
    "degré celsius": ("°C", 0),
    "degrés celsius": ("°C", 0),
}
NAMED: dict[str, tuple[str, int]] = {
    "point": ("point", 0),
    "point de pourcentage": ("point", 0),
    "point de base": ("point", -2),
    "partie par million": ("ppm", 0),
    "partie par milliard": ("ppb", 0),
    "mètre": ("m", 0),
    "kilomètre": ("m", 3),
    "centimètre": ("m", -2),
    "millimètre": ("m", -3),
    "mètre carré": ("m²", 0),
    "kilomètre carré": ("m²", 6),
    "mètre cube": ("m³", 0),
    "hectare": ("m²", 4),
    "kilogramme": ("kg", 0),
    "gramme": ("kg", -3),
    "milligramme": ("kg", -6),
    "quintal": ("kg", 2),
    "litre": ("l", 0),
    "hectolitre": ("l", 2),
    "baril": ("barrel", 0),
    "mole": ("mol", 0),
    "décibel": ("dB", 0),
    "degré": ("°C", 0),
    "trimestre": ("quarter", 0),
    "semestre": ("semester", 0),
    "exaflop": ("op/s", 18),
    "pétaflop": ("op/s", 15),
    "exaflop/s": ("op/s", 18),
    "pétaflop/s": ("op/s", 15),
    "équivalent temps plein": ("FTE", 0),
    "an": ("year", 0),
    "année": ("year", 0),
    "jour": ("day", 0),
    "semaine": ("week", 0),
    "minute": ("minute", 0),
    "seconde": ("second", 0),
}
"""Units whose first words take an s in the plural."""
SPELLED = {"": 0, "kilo": 3, "méga": 6, "giga": 9, "téra": 12, "péta": 15, "exa": 18}
BASES: dict[str, tuple[str, int]] = {
    "tonne": ("kg", 3),
    "tonne équivalent co2": ("kgCO2e", 3),
    "gramme équivalent co2": ("kgCO2e", -3),
    "tonne équivalent pétrole": ("toe", 0),
    "octet": ("byte", 0),
    "joule": ("J", 0),
    "watt": ("W", 0),
    "wattheure": ("Wh", 0),
    "watt-heure": ("Wh", 0),
}
"""Units that take a prefix."""


def _plural(name: str) -> str:
    """The plural of a unit: « mètres carrés », « points de base », « équivalents temps plein »."""
    first, _, rest = name.partition(" ")
    return f"{first}s {rest}{'s' if rest in ('carré', 'cube') else ''}" if rest else f"{first}s"


def _units() -> dict[str, tuple[str, Decimal]]:
    units = {word: (unit, power(exponent)) for word, (unit, exponent) in INVARIABLE.items()}
    units |= {word: (code, power(0)) for word, code in EUROS.items()}
    named = dict(NAMED)
    for prefix, more in SPELLED.items():
        named |= {prefix + word: (unit, exponent + more) for word, (unit, exponent) in BASES.items()}
        units |= {f"{prefix}hertz": ("Hz", power(more))}
    for word, (unit, exponent) in named.items():
        units |= {word: (unit, power(exponent)), _plural(word): (unit, power(exponent))}
    return units | {"heure": ("minute", Decimal(60)), "heures": ("minute", Decimal(60))}


FRENCH = FigureLexicon(
    language="fr",
    locales=("fr", "fr_CH"),
    figure=re.compile(
        rf"(?<![\w,.])[+−-]?(?:\d{{1,3}}(?:[{SPACES}]\d{{3}}){{1,12}}(?![\d{SPACES}]?\d)|\d+)(?:,\d+)?(?!\.?\d)"
    ),
    group=SPACES,
    decimal=",",
    spoken_decimal="virgule",
    spoken_digits=False,
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
        "millier": power(3),
        "million": power(6),
        "milliard": power(9),
        "billion": power(12),
        "billiard": power(15),
        "trillion": power(18),
    },
    units=_units(),
    symbols={
        **prefixed({"o": ("byte", 0), "tep": ("toe", 0)}, PREFIXES),
        "pétaflop/s": ("op/s", power(15)),
        "pb": ("point", power(-2)),
        "j": ("day", power(0)),
        "ETP": ("FTE", power(0)),
    },
    denominators={word: ("inhabitant", power(0)) for word in ("habitant", "hab.")},
    signs_before=False,
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
    week=rf"(?:semaine{SPACE}(?P<week>\d\d?){SPACE}(?:de{SPACE})?|S(?P<shortweek>\d\d){SPACE})(?P<yw>{YEAR})",
    bounds=(
        (rf"d['’]ici(?:{SPACE}(?:le|au))?", "by"),
        (rf"depuis(?:{SPACE}le)?", "since"),
        (rf"avant(?:{SPACE}le)?", "before"),
        (rf"après(?:{SPACE}le)?", "after"),
    ),
    numeric=rf"(?P<d0>\d\d)/(?P<m0>\d\d)/(?P<y0>{YEAR})",
)
