"""The list of units that the authors' guide shows, made from the registry."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.language.amounts import PREFIXES
from rapport.language.cldr import cldr_keys, currency_codes
from rapport.language.french.units import FRENCH_UNITS
from rapport.language.quantity import Quantity, write
from rapport.language.units import key_of, unit_keys

PREFIXABLE = ("watt", "watt-hour", "tonne", "tonne-CO2e", "tonne-oil-equivalent", "byte", "joule", "hertz")
EXAMPLES = {"rank": "6", "duration": "150", "age": "60", "times": "3"}


def units() -> str:
    """The three paragraphs: our own units, those of CLDR, the currencies."""
    own = ", ".join(map(_shown, _own()))
    others = ", ".join(_shown(key) for key in sorted(cldr_keys()) if key_of(key) == key and key not in FRENCH_UNITS)
    codes = ", ".join(f"`{code}`" for code in sorted(currency_codes()))
    prefixes = ", ".join(f"`{prefix}`" for prefix in PREFIXES)
    bases = ", ".join(f"`{base}`" for base in PREFIXABLE)
    return (
        f"*Unités*\u00a0: {own}.\n\n"
        f"*Préfixes* {prefixes} devant {bases}\u00a0: `gigawatt`, `megatonne-CO2e`.\n\n"
        f"*Autres mesures*\u00a0: {others}.\n\n"
        f"*Monnaies*\u00a0: {codes}.\n"
    )


def _own() -> Iterator[str]:
    prefixed = {prefix + base for prefix in PREFIXES for base in PREFIXABLE}
    codes = currency_codes()
    yield from (key for key in unit_keys() if key in FRENCH_UNITS and key not in prefixed and key not in codes)


def _shown(key: str) -> str:
    """A key with what it prints: `gigawatt` (2 GW)."""
    printed = write(Quantity.of(EXAMPLES.get(key, "2"), key), "short", "fr_FR")
    return f"`{key}` (`{printed}`)".replace("\u00a0", " ").replace("\u202f", " ")
