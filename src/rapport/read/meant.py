"""A number, a day or an hour as people write them -> the content's notation, told to who typed it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Sequence
from decimal import Decimal

from rapport.language.french.lexicon import MONTHS
from rapport.language.french.words import FRENCH_WORDS
from rapport.language.unknown_units import meant, power
from rapport.model.content import KINDS
from rapport.model.partial_date import PartialDate

MINUS = ("-", "\u2212")
_GAP = "[ \u00a0\u202f'’]"
_AMOUNT = re.compile(
    rf"(?P<sign>[-+\u2212]?){_GAP}?(?P<whole>\d{{1,3}}(?:{_GAP}\d{{3}})+|\d{{1,3}}(?:\.\d{{3}}){{2,}}|\d+)"
    rf"(?:(?P<mark>[.,])(?P<parts>\d+))?{_GAP}*(?P<unit>[^\W\d_].*|[%‰€$£¥°].*)?"
)
_MONTH_NAMES = "|".join(MONTHS)
_WRITTEN_DAY = re.compile(rf"(?:(?P<day>\d{{1,2}})(?:er)? )?(?P<month>{_MONTH_NAMES}) (?P<year>\d{{4}})", re.IGNORECASE)
_NUMBERED_DAY = re.compile(r"(?P<day>\d{1,2})(?P<mark>[/.-])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})")
_TURNED_DAY = re.compile(r"(?P<year>\d{4})(?P<mark>[/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})")
_HOUR = re.compile(r"(?P<hour>\d{1,2}) ?(?:[hH:.] ?(?P<minute>\d{2})?)(?: ?min)?")
_MOMENT = re.compile(r"(?P<day>.+?)(?:,| à|T)? (?P<hour>\d{1,2} ?[hH:].*)")


_ALSO = {
    **dict.fromkeys(("voté", "décidé", "approuvé"), "adopted"),
    **dict.fromkeys(("exécuté", "fait", "livré", "achevé", "terminé"), "achieved"),
    **dict.fromkeys(("mesuré", "observé", "compté"), "measured"),
    **dict.fromkeys(("engagé", "lancé", "commencé"), "in-progress"),
    **dict.fromkeys(("prévisionnel", "projection", "prévision"), "projected"),
    **dict.fromkeys(("cibl",), "target"),
    **dict.fromkeys(("évalué", "estimation"), "estimated"),
    **dict.fromkeys(("supérieur à", "≥", ">"), "more-than"),
    **dict.fromkeys(("au plus", "maximum", "au maximum"), "up-to"),
    **dict.fromkeys(("presqu", "à peu près", "~", "≈", "de l'ordre de"), "about"),
}
"""Other words that a choice is meant by, without their endings."""
CHOICES_MEANT = _ALSO | {
    words.casefold().removesuffix("s").removesuffix("e"): key
    for table in (FRENCH_WORDS.statuses, FRENCH_WORDS.qualifiers)
    for key, words in table.items()
    if words
}
"""The French words that a choice is printed as, without their endings, and the choice: réalisé, achieved."""


def number_meant(text: str) -> str:
    """What was meant by « 88,2 », « 2 000 000 » or « 3,4 millions », in whole units; empty where it is not certain."""
    found = _AMOUNT.fullmatch(text.strip())
    if found is None or (found["mark"] == "," and len(found["parts"]) == 3):  # French decimals or English thousands
        return ""
    if (found["unit"] or "").casefold() in MONTHS:
        return ""
    number = Decimal(f"{re.sub(r'[^0-9]', '', found['whole'])}.{found['parts'] or 0}")
    if scaled := power(found["unit"] or ""):
        number = number.scaleb(scaled.exponent)
    whole = number.to_integral_value()
    written = f"{int(whole):_}" if number == whole else f"{number.normalize():f}"
    return f"-{written}" if found["sign"] in MINUS else written


def unit_beside(text: str) -> str:
    """The key of the unit typed after a number; empty for none that is known."""
    found = _AMOUNT.fullmatch(text.strip())
    typed = (found["unit"] or "") if found else ""
    scaled = power(typed)
    return scaled.unit if scaled else meant(typed) or ""


def day_meant(text: str) -> str:
    """What was meant by « 12/03/2026 », « 12 mars 2026 » or « mars 2026 »; empty where it is not certain."""
    typed = " ".join(text.split())
    for form in (_WRITTEN_DAY, _NUMBERED_DAY, _TURNED_DAY):
        if found := form.fullmatch(typed):
            month = found["month"].casefold()
            number = MONTHS.index(month) + 1 if month in MONTHS else int(month)
            day = f"-{int(found['day']):02}" if found["day"] else ""
            return _sound(f"{found['year']}-{number:02}{day}")
    return ""


def _sound(notation: str) -> str:
    try:
        return str(PartialDate.parse(notation))
    except ValueError:
        return ""


def clock_meant(text: str) -> str:
    """What was meant by « 9h30 », « 9 h » or « 9.30 »; empty where it is not an hour."""
    found = _HOUR.fullmatch(" ".join(text.split()))
    if found is None or int(found["hour"]) > 23 or int(found["minute"] or 0) > 59:
        return ""
    return f"{int(found['hour']):02}:{found['minute'] or '00'}"


def moment_meant(text: str) -> str:
    """What was meant by « 2026-03-12 18h30 » or « 12 mars 2026 à 18 h 30 »; empty where either is not certain."""
    found = _MOMENT.fullmatch(" ".join(text.split()))
    if found is None:
        return ""
    day, clock = _sound(found["day"]) or day_meant(found["day"]), clock_meant(found["hour"])
    return f"{day}T{clock}" if len(day) == len("2026-03-12") and clock else ""


# Kinds of blocks, by their key nearly typed or by their French name.

_KINDS_MEANT = {
    "titre": "heading",
    "liste": "bullets",
    "puces": "bullets",
    "tableau": "table",
    "matrice": "matrix",
    "graphique": "chart",
    "calendrier": "timeline",
    "encadré": "callout",
    "citation": "verbatim",
    "carte": "map",
    "objet": "objective",
    "déroulé": "agenda",
    "discours": "speech",
    "lacunes": "gaps",
    "sigles": "glossary",
    "annexe": "annex",
    "engagements": "commitments",
    "chiffres": "key-figures",
}


def kind_meant(typed: Collection[str]) -> tuple[str, str]:
    """The key that was typed for a kind of block, and the kind it nearly is; both empty where none is near."""
    for key in typed:
        near = _KINDS_MEANT.get(key.casefold()) or next(iter(difflib.get_close_matches(key, KINDS, 1)), "")
        if near:
            return key, near
    return "", ""


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """A hint that names the nearest known word; empty where none is near."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return f"vouliez-vous dire «\u00a0{near[0]}\u00a0»\u202f?" if near else ""
