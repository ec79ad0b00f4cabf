"""Words to be said, or said by someone."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


class Quote(Struct, frozen=True):
    """A sentence between guillemets (already in its text) and what it rests on (`attribution`, may be empty)."""

    text: Text
    attribution: Text = ()
    origin: Origin = NOWHERE
