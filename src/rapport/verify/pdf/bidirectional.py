"""Lines with words written from right to left, as PDFium gives them -> in the order they are read in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Literal

Way = Literal["left", "right", "weak", ""]
_WAYS: dict[str, Way] = {
    "L": "left", "R": "right", "AL": "right",
    **dict.fromkeys(("AN", "EN", "NSM", "CS", "ES", "ET", "BN"), "weak"),
}  # fmt: skip
_BRACKETS = str.maketrans("()[]{}«»‹›", ")(][}{»«›‹")
_BETWEEN = re.compile(r"[ \u00a0'\u2019.\-\r\n]+")
"""What may stand between words on a line that is read from the right as a whole."""


def in_order(line: str) -> str:
    """A line of a document written from left to right, whatever words of the other direction stand in it.

    PDFium (CFX_BidiString) has each stretch of letters of one direction vote: where those from the right are more, it
    gives the whole line from its end. A line of nothing else is written so that it comes out right.
    """
    if line.isascii():
        return line
    found = [(way, "".join(signs)) for way, signs in groupby(line, _way)]
    votes = [way for way, _ in found]
    if "right" not in votes:
        return line
    whole = votes.count("right") > votes.count("left")
    texts = list(_read(found, "right" if whole else "left"))
    return "".join(texts[::-1] if whole and _is_mixed(found) else texts)


def reads_leftwards(text: str) -> bool:
    """Whether some letters of a text are read from the right."""
    return not text.isascii() and any(_way(sign) == "right" for sign in text)


@cache
def _way(sign: str) -> Way:
    return _WAYS.get(unicodedata.bidirectional(sign), "")


def _read(found: Sequence[tuple[Way, str]], way: Way) -> Iterator[str]:
    """The stretches; signs without a direction take that of the letters before, in which PDFium turns them round."""
    for own, text in found:
        way = own if own in ("left", "right") else way
        yield text.translate(_BRACKETS)[::-1] if not own and way == "right" else text


def _is_mixed(found: Sequence[tuple[Way, str]]) -> bool:
    return any(_BETWEEN.sub("", text) for way, text in found if way != "right")
