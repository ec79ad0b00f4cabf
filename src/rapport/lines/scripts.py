"""Scripts that a Latin face lacks: which face sets them, which way they are read, what no line may part in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.lines.face import Face, coverage

LEFTWARDS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
RIGHT_TO_LEFT = re.compile(f"[{LEFTWARDS}]")
"""Hebrew, Arabic, Syriac, Thaana and their forms (Unicode 16, blocks; Bidi_Class R and AL)."""

OTHER = "\u0590-\u10ff\u1780-\u17ff\u200c\u200d\ua8e0-\ua8ff\ufb1d-\ufdff\ufe70-\ufefc"
"""Scripts of the Near East and of India to Georgia, Khmer, their joiners and forms: none of them in a Latin face."""
OTHERS = re.compile(f"[{OTHER}]")
STRETCH = re.compile(
    rf"[{LEFTWARDS}]+(?:[ \u00a0'\u2019.-]+[{LEFTWARDS}]+)*|[{OTHER}]+(?:[ \u00a0]+[{OTHER}]+)*[ \u00a0]*"
)
"""Words of such a script with what stands between them, which is read in their direction; and the space after them:
PDFium loses one that another face sets after a mark without width."""

CLUSTER = re.compile(
    r"[^ \t\n](?:[\u0300-\u036f\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d]"
    r"|(?<=[\u094d\u200d])[\u0904-\u0939\u0958-\u0961])*|[ \t\n]"
)
"""A letter with its marks, and the letters that a virama joins to it: no line parts a conjunct (Unicode 16, 12.1)."""


def is_right_to_left(text: str) -> bool:
    """Whether a text, all of one script, is written from right to left."""
    return not text.isascii() and RIGHT_TO_LEFT.search(text) is not None


def clusters(text: str) -> Iterator[str]:
    """What no line may part, in order: single characters in the alphabets of Europe."""
    if text.isascii() or not OTHERS.search(text):
        return iter(text)
    return (match[0] for match in CLUSTER.finditer(text))


def parted(text: str, face: Face) -> tuple[tuple[str, Face], ...]:
    """The parts of a text in order, each with the face that sets it: the face itself, or one of its companions."""
    if not face.companions or text.isascii() or not OTHERS.search(text):
        return ((text, face),)
    return tuple(_parts(text, face))


def _parts(text: str, face: Face) -> Iterator[tuple[str, Face]]:
    end = 0
    for match in STRETCH.finditer(text):
        companion = next((each for each in face.companions if coverage(each) >= set(match[0]) - JOINERS), None)
        if companion is None or coverage(face) >= set(match[0]) - JOINERS:
            continue
        if match.start() > end:
            yield text[end : match.start()], face
        yield match[0], companion
        end = match.end()
    if end < len(text):
        yield text[end:], face


JOINERS = frozenset("\u200c\u200d\u00a0")
"""What a face draws without a glyph of its own."""
