"""Names of what the renderer draws besides the plan's elements; the deck carries the words in its language."""

from __future__ import annotations

from typing import Literal

Name = Literal[
    "title", "kicker", "subtitle", "body", "second", "third", "meta", "source", "chart", "table", "picture",
    "footer", "number", "date", "header", "notes", "slide-image", "rule", "panel", "sign", "stamp",
    "levels", "notes-text", "data", "category", "label", "theme", "table-style",
    "layout-cover", "layout-figures", "layout-chart", "layout-table", "layout-timeline", "layout-columns",
    "layout-content", "layout-statement", "layout-divider", "layout-messages", "layout-picture", "layout-title-only",
]  # fmt: skip
