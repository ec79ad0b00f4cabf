"""Stamps of copies, found in texts that other programs have had in their hands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from rapport.verify.trace.passages import Passage

LONGEST = 160
"""Characters of a name: what goes on after that is another text on the same line."""
_SLOT = re.compile(r"\{(\d)\}")
_LOOSE = {
    " ": r"[ \t\r\n]*",
    "°": "[°o]",
    **dict.fromkeys("-‐‑‒–—―−", "[-‐‑‒–—―−]+"),
}
"""Signs that programs change: spaces are lost or doubled, dashes become hyphens, ° a letter."""
_GROUPS = {"1": r"(?P<number>\d{1,9})", "2": rf"(?P<name>[^\r\n]{{1,{LONGEST}}})"}


class Sighting(Struct, frozen=True):
    """A stamp that was read: the number of the copy, the name as it stands there, and all its places."""

    number: int
    name: str
    places: tuple[str, ...]


def sightings(texts: Iterable[Passage], phrases: Sequence[str]) -> tuple[Sighting, ...]:
    """The stamps in the texts, by number, each once. `phrases` are those of stamps: {1} is the number, {2} the name."""
    patterns = [_pattern(phrase) for phrase in phrases]
    found: dict[tuple[int, str], tuple[str, list[str]]] = {}
    for passage in texts:
        for number, name in _stamps(passage.text, patterns):
            _, places = found.setdefault((number, folded(name)), (name, []))
            if passage.place and passage.place not in places[-1:]:
                places.append(passage.place)
    return tuple(Sighting(number, name, tuple(places)) for (number, _), (name, places) in sorted(found.items()))


def _stamps(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[tuple[int, str]]:
    plain = unicodedata.normalize("NFKC", text)
    for pattern in patterns:
        for match in pattern.finditer(plain):
            name = match["name"].strip(" \t")
            if folded(name):
                yield int(match["number"]), name


def _pattern(phrase: str) -> re.Pattern[str]:
    """The phrase as a pattern for normalised text."""
    pieces = _SLOT.split(phrase)
    literals = ("".join(map(_loose, unicodedata.normalize("NFKC", piece))) for piece in pieces[::2])
    groups = [_GROUPS[slot] for slot in pieces[1::2]]
    pairs = zip(literals, (*groups, ""), strict=True)
    return re.compile("".join(literal + group for literal, group in pairs), re.IGNORECASE)


def _loose(sign: str) -> str:
    return _LOOSE.get(sign, re.escape(sign))


def folded(name: str) -> str:
    """A name as two readings of it are compared: letters and digits alone."""
    letters = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in letters if letter.isalnum())
