"""Numbered messages."""

from __future__ import annotations

from dataclasses import dataclass

from rapport.edition.status import Status
from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


@dataclass(frozen=True, slots=True)
class Message:
    """A finding in a few words, one or two sentences that prove it, and the statuses of the figures they hold."""

    title: Text
    text: Text
    statuses: tuple[Status, ...] = ()
    origin: Origin = NOWHERE


@dataclass(frozen=True, slots=True)
class Messages:
    """Messages, numbered from 1 by the renderer. `title` ("Trois messages") may be empty."""

    items: tuple[Message, ...]
    title: Text = ()
    source: Text = ()
    origin: Origin = NOWHERE
