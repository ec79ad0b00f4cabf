"""An acronym and what it stands for."""

from __future__ import annotations

from rapport.model.located import Located
from rapport.model.scalar import Line, Reference


class Acronym(Located):
    """An acronym's expansion. `source` is absent where the expansion is common knowledge rather than a source's."""

    expansion: Line
    definition: Line | None = None
    source: Reference | None = None
