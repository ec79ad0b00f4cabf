"""A picture with its caption."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.edition.picture import Picture
from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; `alternative` says what it shows, empty for a decorative one."""

    picture: Picture
    alternative: str
    caption: Text
    source: Text = ()
    message: Text = ()
    origin: Origin = NOWHERE
