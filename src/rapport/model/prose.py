"""Prose as an author typed it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from rapport.origin import Origin

PLACEHOLDER = re.compile(r"\{([a-z0-9][a-z0-9-]*)(?::([a-z-]+))?\}")
"""A fact called in prose, `{levees-2025}`, and the form it is asked in, `{levees-2025:short}`."""

TO_CONFIRM = "[À CONFIRMER]"
"""What an author writes where something is still open."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A text with CommonMark emphasis and links, facts in braces and footnote calls `[^name]`.

    `raw` is the scalar as it stands in the file, quotes and indentation included: it gives places inside the text.
    """

    text: str
    origin: Origin
    raw: str = field(default="", repr=False, compare=False)

    @property
    def calls(self) -> tuple[tuple[str, str], ...]:
        """The facts called and their forms, in order; the form is empty where none is asked."""
        return tuple((match[1], match[2] or "") for match in PLACEHOLDER.finditer(self.text))

    def place_of(self, snippet: str) -> Origin:
        """Where a snippet stands in the file; the prose's own place where folding has hidden it."""
        index = self.raw.find(snippet)
        if index < 0:
            return self.origin
        before = self.raw[:index]
        line_start = before.rfind("\n")
        if line_start < 0:
            return replace(self.origin, column=self.origin.column + index)
        return replace(self.origin, line=self.origin.line + before.count("\n"), column=index - line_start)
