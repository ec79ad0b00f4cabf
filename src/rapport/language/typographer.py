"""Plain-keyboard French -> typeset French: spaces, quotation marks, apostrophes, figures, dates, ordinals.

The rules are those of the Lexique des règles typographiques en usage à l’Imprimerie nationale; where usage differs,
the choice is a `Style`. What is typed well stays as it is: typesetting twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rapport.language.typography.manuscript import Fragment, manuscript, texts
from rapport.language.typography.ordinals import RAISED
from rapport.language.typography.pipeline import compose
from rapport.language.typography.style import IMPRIMERIE_NATIONALE, Style

_FENCES: Final = ("```", "~~~")


def typeset(fragments: Sequence[Fragment], style: Style = IMPRIMERIE_NATIONALE) -> tuple[str, ...]:
    """The typeset text of each fragment of one paragraph, in order.

    Fragments are read as one text: a quotation may open in one and close in another. Verbatim ones are context and
    come back unchanged, as do addresses, code between backticks, placeholders, file names, versions and the like.
    """
    return texts(compose(manuscript(fragments, style), style))


def typeset_text(text: str, style: Style = IMPRIMERIE_NATIONALE) -> str:
    """The same for one run of text."""
    return typeset((Fragment(text),), style)[0]


def typeset_lines(lines: Iterable[str], style: Style = IMPRIMERIE_NATIONALE) -> Iterator[str]:
    """Lines in, as many typeset lines out, a paragraph at a time, so that memory does not grow with the text.

    A blank line ends a paragraph. Code between fences (``` or ~~~) goes through untouched. Lines carry their own ends,
    as files yield them; the ends are kept.
    """
    paragraph: list[str] = []
    fence = ""
    for line in lines:
        mark = _fence(line)
        if fence:
            yield line
            fence = "" if mark == fence else fence
        elif mark or not line.strip():
            yield from _paragraph(paragraph, style)
            paragraph = []
            fence = mark
            yield line
        else:
            paragraph.append(line)
    yield from _paragraph(paragraph, style)


def superscripts(text: str) -> tuple[tuple[int, int], ...]:
    """Where the letters of ordinals are, to be raised as formatting: 1er, 2e, 3es, XXIe; the text stays as it is.

    Offsets in `text`, in order, none overlapping. « Le », « Ce » and « Me » are words, not numerals.
    """
    return tuple(match.span("letters") for match in RAISED.finditer(text))


def _fence(line: str) -> str:
    return next((fence for fence in _FENCES if line.lstrip(" ").startswith(fence)), "")


def _paragraph(lines: Sequence[str], style: Style) -> Iterator[str]:
    """The lines of one paragraph typeset together, each a fragment, so that lines out are lines in."""
    yield from typeset([Fragment(line) for line in lines], style)
