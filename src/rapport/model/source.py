"""A published document that facts are taken from."""

from __future__ import annotations

from rapport.model.located import Located
from rapport.model.scalar import Date, Line, Word


class Source(Located):
    """A source. `short` names it in source lines ("texte du 10 février 2026"); `url` is empty where it has none."""

    title: Line
    short: Line
    date: Date
    publisher: Line | None = None
    url: Word = ""
