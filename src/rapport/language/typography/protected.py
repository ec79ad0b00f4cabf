"""What typography leaves alone: addresses, code, placeholders, file names, versions, ratios, standards, brands.

Standards and telephone numbers are protected with their spaces made unbreakable: they are numbers no rule of
figures may group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from rapport.language.lexicon import BRANDS, IDENTIFIERS, POINTED, STANDARDS
from rapport.language.typography.rule import MASKS, SP, Style


class ProtectedStretch(Struct, frozen=True):
    """`text` stands for what the author typed from `start` to `end`."""

    start: int
    end: int
    text: str


_URL_BODY: Final = r"[^\s<>«»…\"]*[^\s<>«»…\".,)\]}'’”]"
# A word with points inside: version, domain, file name, GenIAI.intradef; neither « p.12 » nor « J.P. Lacroux ».
_POINTED_WORD: Final = (
    rf"(?<![\w.-])(?!(?:{'|'.join(map(re.escape, POINTED))})(?:\d|[IVXLC]+(?!\w)))(?![A-ZÀ-Þ]\.)"
    r"\w[\w-]*+(?>(?:\.\w[\w-]*+)+)(?:/[^\s«»…\"]*)?"
)

_KEPT: Final = (
    ("mask", rf"[{MASKS}]"),
    ("place-in-file", r"(?<![\w/.-])[\w./-]*\w\.[A-Za-z]{1,5}:\d+(?::\d+)?:?(?!\w)"),
    ("code", r"``[^\n]*?``|`[^`\n]*`"),
    ("placeholder", r"\{[^{}\n]*\}"),
    ("markup", r"(?<!<)<[A-Za-z/!][^<>\n]*>(?!>)|&#?\w{1,10};|\]\([^()\s]*\)|\[\^[^\[\]\s]{1,80}\]"),
    ("url", rf"(?<!\w)(?:(?:https?|ftp|file)://|mailto:|tel:|www\.){_URL_BODY}"),
    ("e-mail", r"(?<![\w.+@-])[\w.+-]++@\w[\w-]*+(?>(?:\.\w[\w-]*+)*)"),
    ("path", r"(?<![\w/.\\€$£%-])(?:[A-Za-z]:\\|\.{0,2}/(?=[\w.-]))[\w./\\-]*\w"),
    ("hashtag", r"(?<![\w&#@])[#@]\w+"),
    ("isbn", rf"\bISBN{SP}?[\dX-]{{10,17}}|\bISSN{SP}?\d{{4}}-\d{{3}}[\dX]"),
    ("iso-date", r"(?<![\w-])\d{4}-\d\d-\d\d(?:T[\d:]{4,8}Z?)?(?![\w-])"),
    ("ratio", r"(?<![\w:])\d+(?>(?::\d+)+)(?!\w)"),
    ("fraction", r"(?<![\w/])\d+(?>(?:/\d+)+)(?!\w)"),
    ("smiley", r"(?<!\S)[:;]-?[()DP](?!\w)"),
    ("brand", rf"(?<!\w)(?:{'|'.join(map(re.escape, BRANDS))})(?!\w)"),
    ("pointed-word", _POINTED_WORD),
)
_GAP: Final = rf"{SP}++"
_GLUED: Final = (
    ("telephone", rf"(?<![\w+])(?:\+\d\d{SP}?[1-9]|0[1-9])(?:{_GAP}\d\d){{4}}(?!\d)"),
    ("toll-free", rf"(?<![\w+])0{SP}?8\d\d{_GAP}\d{{3}}{_GAP}\d{{3}}(?!\d)"),
    ("tax-number", rf"(?<!\w)FR{SP}?\d\d(?:{_GAP}\d{{3}}){{3}}(?!\d)"),
    ("account", rf"(?<!\w)[A-Z]{{2}}\d\d(?:{_GAP}[\dA-Z]{{4}}){{3,7}}(?:{_GAP}[\dA-Z]{{1,3}})?(?!\w)"),
    (
        "standard",
        rf"(?<!\w)(?:{'|'.join(STANDARDS)})(?>(?:(?:/|{_GAP})(?:{'|'.join(STANDARDS)})){{0,3}}){_GAP}"
        rf"(?:[A-Z]\d\d-)?\d{{3,8}}+(?>(?:{_GAP}\d{{3}}(?!\d)){{0,4}})(?>(?:[-:.]\d++){{0,4}})(?!\w)",
    ),
    (
        "identifier",
        rf"(?<!\w)(?:{'|'.join(IDENTIFIERS)}){_GAP}[A-Z]{{0,2}}\d++(?>(?:{_GAP}\d{{2,5}}(?!\d)){{0,5}})(?!\w)",
    ),
)
# Order matters between alternatives that start at the same place: what is glued first, then what is kept.
_PROTECTED: Final = re.compile(
    "|".join([f"(?P<glued>{'|'.join(pattern for _, pattern in _GLUED)})", *(f"(?:{pattern})" for _, pattern in _KEPT)])
)
_GAPS: Final = re.compile(_GAP)
_TRACE: Final = re.compile(rf"[{MASKS}`{{<&@#/\\\[\]\d]|[.:;]\S|ISBN|{'|'.join(map(re.escape, BRANDS))}")
"""What every one of them has something of, looked for much faster than they are."""


def protected_stretches(text: str, style: Style) -> Iterator[ProtectedStretch]:
    """What no rule may change in `text`, in order of place."""
    for match in _PROTECTED.finditer(text) if _TRACE.search(text) else ():
        kept = _GAPS.sub(style.bond, match[0]) if match["glued"] else match[0]
        yield ProtectedStretch(match.start(), match.end(), kept)
