"""French words that announce a figure or a name, beside function words."""

from __future__ import annotations

from typing import Final

QUALIFIERS: Final = frozenset(
    """
    près presque quelque hauteur voire soit avait avaient aura auront jusqu’à jusqu’au jusqu’en d’ici
    """.split()
)
"""What stands before a figure ("près de", "d’ici 2030"), and auxiliaries."""
