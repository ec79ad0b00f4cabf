"""Fragments -> one masked text, through the rules of its style's language, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rapport.language.french.french import IMPRIMERIE_NATIONALE
from rapport.language.french.typography.figures import RAISED
from rapport.language.languages import LANGUAGES
from rapport.language.lexicon import BRANDS, IDENTIFIERS, LOWERED, POINTED, STANDARDS
from rapport.language.typography.rule import (
    DIGIT_MASK,
    MASKS,
    SP,
    SPACE_MASK,
    WORD_MASK,
    Correction,
    Style,
    TypographyRule,
    may_apply,
)

_YEAR_AT_END: Final = re.compile(r"(?<!\d)(?<!\d[\u00a0\u202f,])(?:19|20)\d\d\Z")
"""A date counts nothing that follows it."""


class TextFragment(Struct, frozen=True):
    """A run of text; verbatim (code, another language, an address) is seen as context and never changed."""

    text: str
    verbatim: bool = False


class Manuscript(Struct, frozen=True):
    """`text` with a mask for each of `kept`, in order; `ends[i]` is where fragment i ends, `verbatim[i]` if it is."""

    text: str
    kept: tuple[str, ...]
    ends: tuple[int, ...]
    verbatim: tuple[bool, ...]


def manuscript(fragments: Sequence[TextFragment], style: Style) -> Manuscript:
    """The masked text of `fragments`."""
    pieces: list[str] = []
    kept: list[str] = []
    ends: list[int] = []
    length = 0
    for fragment in fragments:
        masked, stretches = _verbatim(fragment.text) if fragment.verbatim else _protected(fragment.text, style)
        pieces.append(masked)
        kept.extend(stretches)
        length += len(masked)
        ends.append(length)
    return Manuscript("".join(pieces), tuple(kept), tuple(ends), tuple(fragment.verbatim for fragment in fragments))


def revised(before: Manuscript, edits: Iterable[Correction]) -> Manuscript:
    """`before` with `edits` made, each within the fragment it belongs to. Linear in the text and the edits."""
    seams = _Seams(before)
    pieces: list[str] = []
    at = 0
    for start, end, new in edits:
        pieces += (before.text[at:start], new)
        at = end
        seams.edit(start, end, len(new))
    pieces.append(before.text[at:])
    return replace(before, text="".join(pieces), ends=seams.moved())


def texts(final: Manuscript) -> tuple[str, ...]:
    """The text of each fragment, what was masked restored."""
    kept = iter(final.kept)
    starts = (0, *final.ends)
    return tuple(_restored(final.text[start:end], kept) for start, end in zip(starts, final.ends, strict=False))


class _Seams:
    """The ends of the fragments while edits move them, in one pass from left to right."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._ends = manuscript.ends
        self._verbatim = manuscript.verbatim
        self._next = 0
        self._shift = 0
        self._moved: list[int] = []

    def edit(self, start: int, end: int, length: int) -> None:
        """Moves the seams up to `end`; an insertion on a seam goes to the first side that may change."""
        while self._pending() and self._ends[self._next] < start:
            self._place(self._ends[self._next])
        if start == end:
            self._stay_before(self._receiver(start))
        else:
            while self._pending() and self._ends[self._next] < end:
                self._place(min(self._ends[self._next], start + length))
        self._shift += length - (end - start)

    def moved(self) -> tuple[int, ...]:
        """Where the fragments end now."""
        while self._pending():
            self._place(self._ends[self._next])
        return tuple(self._moved)

    def _pending(self) -> bool:
        return self._next < len(self._ends)

    def _place(self, end: int) -> None:
        self._moved.append(end + self._shift)
        self._next += 1

    def _stay_before(self, receiver: int) -> None:
        while self._next < receiver:
            self._place(self._ends[self._next])

    def _receiver(self, place: int) -> int:
        """The fragment an insertion at `place` goes to: the right one, unless it is verbatim."""
        last = self._next
        while last < len(self._ends) - 1 and self._ends[last] == place:
            last += 1
        return next((i for i in range(last, self._next - 1, -1) if not self._verbatim[i]), last)


def _verbatim(text: str) -> tuple[str, tuple[str, ...]]:
    if not text:
        return "", ()
    if text[-1].isspace():
        return SPACE_MASK, (text,)
    counts = text[-1].isdigit() and not _YEAR_AT_END.search(text)
    return (DIGIT_MASK if counts else WORD_MASK), (text,)


def _protected(text: str, style: Style) -> tuple[str, tuple[str, ...]]:
    pieces: list[str] = []
    kept: list[str] = []
    at = 0
    for stretch in protected_stretches(text, style):
        pieces += (text[at : stretch.start], WORD_MASK)
        kept.append(stretch.text)
        at = stretch.end
    pieces.append(text[at:])
    return "".join(pieces), tuple(kept)


def _restored(text: str, kept: Iterator[str]) -> str:
    if not any(mask in text for mask in MASKS):
        return text
    return "".join(next(kept) if character in MASKS else character for character in text)


# A masked text through the rules of its style's language, in their order.


def compose(typed: Manuscript, style: Style, rules: tuple[TypographyRule, ...]) -> Manuscript:
    """`typed` after every rule, in order."""
    after = -1
    while edited := _edited(typed, style, rules, after):
        typed, after = edited
    return typed


def _edited(
    typed: Manuscript, style: Style, rules: tuple[TypographyRule, ...], after: int
) -> tuple[Manuscript, int] | None:
    """`typed` after the next rule that has something to do, and the place of that rule; None where none has."""
    text = typed.text
    for place, rule in may_apply(text, rules, after):
        if (not rule.stretches or rule.is_near(text)) and (edits := tuple(rule.find(text, style))):
            return revised(typed, edits), place
    return None


# Plain-keyboard French -> typeset French: spaces, quotation marks, apostrophes, figures, dates, ordinals.
#
# The rules are those of the Lexique des règles typographiques en usage à l’Imprimerie nationale; where usage differs,
# the choice is a `Style`. What is typed well stays as it is: typesetting twice changes nothing.

__all__ = ["TextFragment", "subscripts", "superscripts", "typeset", "typeset_text"]


def typeset(fragments: Sequence[TextFragment], style: Style = IMPRIMERIE_NATIONALE) -> tuple[str, ...]:
    """The typeset text of each fragment of one paragraph, in order.

    Fragments are read as one text: a quotation may open in one and close in another. Verbatim ones are context and
    come back unchanged, as do addresses, code between backticks, placeholders, file names, versions and the like.
    """
    return texts(compose(manuscript(fragments, style), style, LANGUAGES[style.language].rules))


def typeset_text(text: str, style: Style = IMPRIMERIE_NATIONALE) -> str:
    """The same for one run of text."""
    return typeset((TextFragment(text),), style)[0]


def superscripts(text: str) -> tuple[tuple[int, int], ...]:
    """Where the letters of ordinals are, to be raised as formatting: 1er, 2e, 3es, XXIe; the text stays as it is.

    Offsets in `text`, in order, none overlapping. « Le », « Ce » and « Me » are words, not numerals.
    """
    return tuple(match.span("letters") for match in RAISED.finditer(text))


def subscripts(text: str) -> tuple[tuple[int, int], ...]:
    """Where the figures of chemical formulas are, to be lowered as formatting: CO2, H2O, tCO2e; the text stays.

    Offsets in `text`, in order, none overlapping. Formulas are those of energy and climate, no others.
    """
    return tuple(match.span("figure") for match in LOWERED.finditer(text))


# Lines of plain-keyboard French -> as many typeset lines, one at a time: a filter, whatever the length of the text.

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


# What typography leaves alone: addresses, code, placeholders, file names, versions, ratios, standards, brands.


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
