"""The lines a fiche should hold: title, markings, lead, blocks."""

from __future__ import annotations

from rapport.edition.edition import Edition
from rapport.edition.text import Text
from rapport.verify.expected.blocks import block_lines
from rapport.verify.expected.pages import UNKNOWN
from rapport.verify.parity.line import ExpectedLine, line


def sheet_lines(edition: Edition) -> tuple[ExpectedLine, ...]:
    """All lines of the fiche; the marking and the embargo follow the title of the first section."""
    lines = [ExpectedLine(edition.stamp, "furniture")] if edition.stamp else []
    for section in edition.sections:
        texts: tuple[tuple[Text, str], ...] = (
            (section.kicker, "furniture"),
            (section.title, "title"),
            (edition.cover.marking, "cover"),
            (edition.cover.embargo, "cover"),
            (section.lead, "lead"),
        )
        lines += [line(text, role, section.origin) for text, role in texts if text]
        lines += [found for block in section.blocks for found in block_lines(block, UNKNOWN)]
    return tuple(lines)
