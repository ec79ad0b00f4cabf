"""A number typed in prose -> the fact that would stand behind it, ready to paste."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from rapport.figures.claims import Stray, place_of
from rapport.figures.dates import Reading
from rapport.figures.units import authored
from rapport.model.briefing import Briefing
from rapport.model.content import Content
from rapport.origin import Origin

PART = re.compile(r"\w (?:sur|out of|in) \w")
NO_LETTER = re.compile(r"[^a-z0-9]+")
CALL = "faites-en un fait (content/facts/), puis écrivez {{{key}}}\u00a0:"
PHRASE = "ou ajoutez ces mots à «\u00a0tolerated\u00a0», dans le dossier, s’il n’affirme rien"


def hint(stray: Stray, place: Origin, typed: str, content: Content, briefing: Briefing) -> str:
    """What to do about a number: a fact to be confirmed, whose source is the briefing's first, or an exception."""
    key = _key(place, typed, content)
    source = next(iter(content.sources), "a-preciser")
    lines = (
        f"{key}:",
        '  label: "à préciser"',
        *(f"  {line}" for line in value_lines(stray)),
        "  status: to-confirm",
        f"  as_of: {briefing.closed_on}",
        f"  source: {source}",
        '  locator: "à préciser"',
    )
    return "\n".join((CALL.format(key=key), *lines, PHRASE))


def _key(place: Origin, typed: str, content: Content) -> str:
    """A key that no fact has: the file's name and the number."""
    name = place.file.rpartition("/")[2].partition(".")[0]
    base = f"{slug(name)}-{slug(typed)}".strip("-")
    taken = (f"{base}-{rank}" for rank in range(2, len(content.facts) + 3))
    return base if base not in content.facts else next(key for key in taken if key not in content.facts)


def slug(text: str) -> str:
    """Plain letters and digits, joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return NO_LETTER.sub("-", plain).strip("-")


def value_lines(stray: Stray) -> list[str]:
    """What a number says, as a fact states it: a part of a whole in its words, any other as a quantity."""
    return [f'words: "{stray.text}"'] if PART.search(stray.text) else quantity(stray.reading)


def quantity(reading: Reading) -> list[str]:
    """The number as a fact states it; what no unit of the program measures counts things."""
    worth = reading.step / place_of(reading.text)
    low, _ = authored(reading.low, reading.unit, worth)
    high, unit = authored(reading.high, reading.unit, worth)
    qualifier = "up-to" if reading.qualifier == "at-most" else reading.qualifier
    values = [f"value: {_plain(high)}"] if low == high else [f"low: {_plain(low)}", f"high: {_plain(high)}"]
    return [
        *values,
        *([f"unit: {unit}"] if unit else []),
        *([f"qualifier: {qualifier}"] if qualifier in QUALIFIERS else []),
    ]


QUALIFIERS = ("more-than", "at-least", "nearly", "about", "up-to", "less-than", "to-the-amount-of")


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
