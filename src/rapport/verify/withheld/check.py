"""Whether a file holds anything that its audience may not see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from rapport.verify.finding import Finding, UnreadableError, quoted
from rapport.verify.report import Check
from rapport.verify.withheld.carriers import Carrier, carriers

WINDOW = 24
"""Letters and figures that nobody writes twice by chance: four or five French words."""
RUN = 6
"""Windows in a row, so that a text which only goes on by chance as a hidden one does, for a letter or two, is none."""
LEAST = 10
"""Of a text too short for such a run, how much there must be for it to be looked for whole."""
_CLAUSE = re.compile(r"[.,;:!?…]+(?=[ \n\u00a0\u202f]|$)|[\n()«»–—]")


class Withheld(Struct, frozen=True):
    """What may not be seen: its windows of letters, its texts too short for one, and where to begin to quote them."""

    windows: frozenset[str]
    shorts: tuple[str, ...]

    @property
    def size(self) -> int:
        """How much is looked for."""
        return len(self.windows) + len(self.shorts)


def withheld(hidden: Iterable[str], shown: Iterable[str]) -> Withheld:
    """What stands in `hidden` texts and in none of those `shown`, clause by clause.

    Two texts that are shown one after the other may say together what a hidden one does: `shown` is in reading order.
    """
    whole = "".join(letters(text) for text in shown)
    allowed = frozenset(_windows(whole))
    clauses = {letters(clause) for text in hidden for clause in _CLAUSE.split(text)}
    windows = {window for clause in clauses for window in _windows(clause)} - allowed
    shorts = (clause for clause in clauses if LEAST <= len(clause) < WINDOW + RUN - 1 and clause not in whole)
    return Withheld(frozenset(windows), tuple(sorted(shorts)))


def check_withheld(data: bytes, secrets: Withheld, audience: str) -> Check:
    """One finding for each carrier that gives something away. An unreadable file fails too."""
    title = "Rien qui ne soit pour ce public"
    try:
        found = tuple(_findings(carriers(data), secrets, audience))
    except UnreadableError as error:
        found = (Finding("unreadable", str(error)),)
    return Check("audience", title, secrets.size, found)


def _findings(found: Iterable[Carrier], secrets: Withheld, audience: str) -> Iterator[Finding]:
    told: set[tuple[str, str]] = set()
    for carrier in found:
        leak = _leak(carrier.text, secrets)
        if leak and (carrier.place, leak) not in told:
            told.add((carrier.place, leak))
            message = f"{quoted(leak)} n’est pas destiné au public visé ({audience})"
            yield Finding("audience-leak", message, carrier.place)


def _leak(text: str, secrets: Withheld) -> str:
    """What a text gives away first, empty for nothing."""
    said, run = letters(text), 0
    for start, window in enumerate(_windows(said)):
        run = run + 1 if window in secrets.windows else 0
        if run == RUN:
            return said[start - RUN + 1 : start + 2 * WINDOW]
    return next((short for short in secrets.shorts if short in said), "")


def _windows(text: str) -> Iterator[str]:
    return (text[start : start + WINDOW] for start in range(len(text) - WINDOW + 1))


@cache
def letters(text: str) -> str:
    """A text as letters and figures alone, small and unaccented: no break, hyphen, space or case hides it."""
    folded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum())
