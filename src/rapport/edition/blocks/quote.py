"""Words to be said, or said by someone."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence between guillemets (already in its text) and what it rests on (`attribution`, may be empty)."""

    text: Text
    attribution: Text = ()
    origin: Origin = NOWHERE
