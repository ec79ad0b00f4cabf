"""A picture with its caption."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.picture import Picture
from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


class Image(Struct, frozen=True):
    """A picture; `alternative` says what it shows, empty for a decorative one."""

    picture: Picture
    alternative: str
    caption: Text
    source: Text = ()
    message: Text = ()
    origin: Origin = NOWHERE
