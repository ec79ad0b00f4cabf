"""Time zones by their IANA names."""

from __future__ import annotations

from babel.core import get_global


def is_zone(name: str) -> bool:
    """Whether CLDR knows a zone of this name: "Europe/Paris", "Asia/Kolkata", "UTC"."""
    return name in get_global("zone_territories") or name in get_global("zone_aliases")
