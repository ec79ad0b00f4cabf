"""A paragraph of prose."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose."""

    text: Text
    origin: Origin = NOWHERE
