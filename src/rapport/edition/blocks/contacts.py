"""Who to ask."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact as the author gave it; never invented."""

    name: Text
    role: Text
    details: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Contacts:
    """Contacts of the issuer; `title` may be empty."""

    items: tuple[Contact, ...]
    title: Text = ()
    origin: Origin = NOWHERE
