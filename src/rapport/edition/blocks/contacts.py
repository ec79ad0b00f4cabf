"""Who to ask."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


class Contact(Struct, frozen=True):
    """A contact as the author gave it; never invented."""

    name: Text
    role: Text
    details: tuple[Text, ...]


class Contacts(Struct, frozen=True):
    """Contacts of the issuer; `title` may be empty."""

    items: tuple[Contact, ...]
    title: Text = ()
    origin: Origin = NOWHERE
