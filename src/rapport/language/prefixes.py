"""Prefixes of the International System, on the units that briefings count by thousands and above."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from rapport.language.unit import Unit

PREFIXES: Final = {"kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P", "exa": "E"}
"""Keys and symbols, the same in every language (BIPM, SI brochure, § 3)."""


def prefixed(units: Mapping[str, Unit], spelled: Mapping[str, str]) -> Iterator[tuple[str, Unit]]:
    """Each unit with each prefix: `watt` gives `kilowatt`, `megawatt`…; `spelled` are the prefixes in a language.

    What takes a prefix is a measure: it is printed by its symbol, as no scale may stand beside a prefix.
    """
    for key, unit in units.items():
        for prefix, symbol in PREFIXES.items():
            names = (spelled[prefix] + name for name in (unit.singular, unit.plural))
            yield (
                prefix + key,
                replace(
                    unit,
                    **dict(zip(("singular", "plural"), names, strict=True)),
                    symbol=symbol + unit.symbol,
                    kind="measure",
                ),
            )
