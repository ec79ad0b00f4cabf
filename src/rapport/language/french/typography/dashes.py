"""Asides between dashes: the spaces inside are unbreakable, and no closing dash stands before a full stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rapport.language.french.lexicon.calendar import MONTHS, WEEKDAYS
from rapport.language.typography.classes import NOT_IN_WORD, SP
from rapport.language.typography.rule import Edit, Rule, substitution, trimmed
from rapport.language.typography.style import Style

_TOKEN: Final = re.compile(
    rf"(?<=\S)(?P<aside>{SP}(?P<dash>--?|–|—)(?:(?P<opens>{SP})(?=\S)|(?=[,;:.!?)…»])))"
    rf"|(?<!\bM)(?<!\bMM)(?<!\bcf)(?<!\bart)(?<!\bp)(?<![\W_][A-Z])[.!?…](?=\s)|\n"
)
"""A dash between spaces, or what ends a sentence and with it any aside still open."""

_JOINT: Final = re.compile(rf"(?:\d|{NOT_IN_WORD}(?:et|ou|à|de|entre|{'|'.join(MONTHS)}))\Z")
"""What a figure follows on from."""
_LONGEST_JOINT: Final = 10
_LONGEST_WORD: Final = 30
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]+\Z")
_WORD_AFTER: Final = re.compile(r"([^\W\d_]+)(?P<ends>[,;.)\n]|\Z)?")
_DIALOGUE: Final = re.compile(rf"-{SP}")


def _edits(text: str, style: Style) -> Iterator[Edit]:
    inside = False
    for token in _TOKEN.finditer(text):
        if not token["aside"]:
            inside = False
        elif not _is_range(text, token) and not _is_route(text, token) and (inside or token["opens"]):
            inside = not inside
            if edit := trimmed(token.start(), token[0], _aside(text, token, inside, style)):
                yield edit


def _is_route(text: str, token: re.Match[str]) -> bool:
    """« Paris - Lyon », « du lundi - vendredi »: no aside, nor is the turn of a dialogue."""
    before = _WORD_BEFORE.search(text[max(0, token.start() - _LONGEST_WORD) : token.start()])
    after = _WORD_AFTER.match(text, token.end())
    if token["dash"] == "-" and text[token.start() - 1] in ".!?…" and _DIALOGUE.match(text):
        return True
    if not before or not after:
        return False
    days = before[0] in WEEKDAYS and after[1] in WEEKDAYS
    return days or bool(before[0][0].isupper() and after[1][0].isupper() and after["ends"] is not None)


def _is_range(text: str, token: re.Match[str]) -> bool:
    """Before a figure a spaced hyphen may mean a range or a sign, which words should say: left as typed."""
    before = text[max(0, token.start() - _LONGEST_JOINT) : token.start()]
    return text[token.end() : token.end() + 1].isdigit() and bool(_JOINT.search(before))


def _aside(text: str, token: re.Match[str], opening: bool, style: Style) -> str:
    dash = style.dash if token["dash"].startswith("-") else token["dash"]
    if opening:
        return f" {dash}{style.bond}"
    follower = text[token.end() : token.end() + 1]
    if follower in (".", "…"):
        return ""
    return f"{style.bond}{dash}" + (" " if token["opens"] else "")


DIALOGUE: Final = substitution("dialogue", rf"(?<![^\n])--{SP}(?=\S)", lambda m, s: s.dash + s.bond, needs=(("--",),))
"""« -- Qui est là ? » at the start of a line: somebody speaks."""
DASHES: Final = Rule("dashes", _edits, needs=("-–—",))
