"""Numbered messages."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.status import Status
from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


class Message(Struct, frozen=True):
    """A finding in a few words, one or two sentences that prove it, and the statuses of the figures they hold."""

    title: Text
    text: Text
    statuses: tuple[Status, ...] = ()
    origin: Origin = NOWHERE


class Messages(Struct, frozen=True):
    """Messages, numbered from 1 by the renderer. `title` ("Trois messages") may be empty."""

    items: tuple[Message, ...]
    title: Text = ()
    source: Text = ()
    origin: Origin = NOWHERE
