"""Dates in order."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.status import Status
from rapport.edition.text import Text
from rapport.origin import NOWHERE, Origin


class Moment(Struct, frozen=True):
    """One date and what happens then. `short_date` and `short_text` serve where room is scarce.

    `future` is True after the date at which the data were closed.
    """

    date: Text
    short_date: Text
    text: Text
    short_text: Text
    status: Status
    future: bool = False
    origin: Origin = NOWHERE


class Timeline(Struct, frozen=True):
    """Moments in order of date; a line is drawn where the data were closed, with the words `cut_off`."""

    moments: tuple[Moment, ...]
    cut_off: Text
    source: Text
    alternative: str
    message: Text = ()
    origin: Origin = NOWHERE
