"""Units counted by another: `EUR/tonne`, `cubic-metre/second`, `lit/1000-inhabitant`."""

from __future__ import annotations

import re
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rapport.language.unit import Unit

_KEY: Final = re.compile(r"(?P<unit>.*)/(?:(?P<count>1000|10000|100000|1000000)-)?(?P<by>[^\W\d_]{3}[^/|]*)")
"""A denominator of one or two letters is a symbol, which an author's own unit may end with."""


class Compound(Struct, frozen=True):
    """A unit and what it is counted by: `count` of `by`, 1 for one of them."""

    unit: str
    by: str
    count: int = 1


def compound(key: str) -> Compound | None:
    """The parts of a compound key; None where the key is none."""
    found = _KEY.fullmatch(key)
    return Compound(found["unit"], found["by"], int(found["count"] or 1)) if found else None


def joined(unit: Unit, words: str, stroke: str) -> Unit:
    """`unit` counted by what `words` say (" par tonne"), after its symbol by `stroke` ("/t"; empty for none)."""
    kind = "named" if unit.kind == "noun" else unit.kind
    return replace(unit, kind=kind, per=words, per_symbol=stroke or words)
