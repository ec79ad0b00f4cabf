"""Lines of plain-keyboard French -> as many typeset lines, one at a time: a filter, whatever the length of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rapport.language.french.styles import IMPRIMERIE_NATIONALE
from rapport.language.typographer import typeset_text
from rapport.language.typography.style import Style

_FENCES: Final = ("```", "~~~")


def typeset_lines(lines: Iterable[str], style: Style = IMPRIMERIE_NATIONALE) -> Iterator[str]:
    """Each line typeset as soon as it comes, its end kept.

    A line is a paragraph: a quotation or an aside is looked for within it, so that one slip never reaches the next
    line. Code between fences (``` or ~~~) goes through untouched.
    """
    fence = ""
    for line in lines:
        mark = _fence(line)
        yield line if fence or mark else typeset_text(line, style)
        if mark and fence in ("", mark):
            fence = "" if fence else mark


def _fence(line: str) -> str:
    return next((fence for fence in _FENCES if line.lstrip(" ").startswith(fence)), "")
