"""An acronym and what it stands for."""

from __future__ import annotations

from rapport.model.located import Located
from rapport.model.scalar import Date, Line, Reference, Word


class Acronym(Located):
    """An acronym's expansion. `source` is absent where the expansion is common knowledge rather than a source's."""

    expansion: Line
    definition: Line | None = None
    source: Reference | None = None


class Source(Located):
    """A source. `short` names it in source lines ("texte du 10 février 2026"); `url` is empty where it has none."""

    title: Line
    short: Line
    date: Date
    publisher: Line | None = None
    url: Word = ""
