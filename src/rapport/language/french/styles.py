"""House styles of French, where the authorities disagree."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from rapport.language.characters import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE
from rapport.language.typography.style import Style

IMPRIMERIE_NATIONALE: Final = Style("imprimerie-nationale")
"""Lexique des règles typographiques en usage à l’Imprimerie nationale, as French public documents follow it.

Asides take the en dash, lighter than the classic em dash, and numbers and unit symbols the word space, made
unbreakable: the Lexique accepts both.
"""

WITHOUT_NARROW_SPACE: Final = replace(
    IMPRIMERIE_NATIONALE, name="without-narrow-space", before_high=NO_BREAK_SPACE, thousands=NO_BREAK_SPACE
)
"""The same for media whose fonts may lack U+202F."""

PUBLICATIONS_OFFICE: Final = Style(
    "publications-office", before_high="", before_colon="", inside_guillemets="", thousands=NO_BREAK_SPACE
)
"""Interinstitutional Style Guide of the European Union, French edition: no space before ; : ! ? nor inside « »."""

ROMANDE: Final = replace(
    IMPRIMERIE_NATIONALE,
    name="romande",
    before_colon=NARROW_NO_BREAK_SPACE,
    inside_guillemets=NARROW_NO_BREAK_SPACE,
    before_percent=NARROW_NO_BREAK_SPACE,
    quotes=("«", "»", "‹", "›"),
)
"""Guide du typographe romand: thin spaces throughout, simple guillemets inside; thousands as in France."""

FRENCH_STYLES: Final = {"fr_FR": IMPRIMERIE_NATIONALE, "fr_CH": ROMANDE}
"""By locale."""
