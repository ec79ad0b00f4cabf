"""A paragraph of prose."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


class Paragraph(Struct, frozen=True):
    """A paragraph of prose."""

    text: Text
    origin: Origin = NOWHERE
