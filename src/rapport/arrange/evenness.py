"""Lines of like length that end well: office programs break them by width alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate, pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.studio import TextMeasure
from rapport.edition.text import Text, plain
from rapport.lines.line import Run
from rapport.lines.measure import RULERS, Ruler, TextBlock, line_count, wrap
from rapport.look.geometry import Pt
from rapport.slides.elements import Element, ElementGroup, Leaf, SlideParagraph, TextBox

# Ends of lines: office programs break lines by width alone, and would leave a last word or an article alone.

FEWEST_WORDS: Final = 4
"""Shorter texts are left as they are: their words are as good in a column."""

LONGEST_ENDS: Final[Mapping[str, int]] = {
    "title": 30,
    "statement": 24,
    "cover_subtitle": 30,
    "callout": 30,
    "key_figure_label": 20,
    "body": 20,
    "list_item": 20,
    "message_text": 20,
    "message_title": 16,
    "takeaway": 12,
}
"""Characters of the last two words, the space included, of the roles that are read as sentences: longer ones might not
fit a column on one line."""

SHORT_WORD: Final = re.compile(r"(?<!\w)([^\W\d_][a-zà-öø-ÿ]{0,2}) (?=\w)")
COMPANY: Final = re.compile(r"(?<=[^\W\d_]{3}[\w,;])\u00a0(?=[^ ]+$)")
"""What binds the last words of a text, behind a word or a comma; figures and their nuances begin shorter."""
LONGEST_FIGURE: Final = 30
"""Characters of a figure with its qualifier and unit that stay together: more would leave the line before too short."""
COLON: Final = "\u00a0:"


def accompanied(text: Text, role: str) -> Text:
    """The text with its last word bound to the one before by a no-break space, where it needs that."""
    words = plain(text).split(" ")
    longest = LONGEST_ENDS.get(role, 0)
    if len(words) < FEWEST_WORDS or len(words[-2]) + len(words[-1]) + 1 > longest:
        return text
    last = max(index for index, span in enumerate(text) if " " in span.text)
    before, _, after = text[last].text.rpartition(" ")
    return (*text[:last], replace(text[last], text=f"{before}\u00a0{after}"), *text[last + 1 :])


def with_articles(text: Text) -> Text:
    """The text with articles and other short words bound to the word after them, for sentences set large."""
    return tuple(replace(span, text=SHORT_WORD.sub("\\1\u00a0", span.text)) for span in text)


def with_figures(text: Text) -> Text:
    """The text with figures kept whole: « plus de 2,6 milliards d’euros » stands on one line."""
    return tuple(
        replace(span, text=span.text.replace(" ", "\u00a0"))
        if span.evidence and len(span.text) <= LONGEST_FIGURE
        else span
        for span in text
    )


def parted_at_colon(text: Text) -> Text:
    """The text with a forced line after its first colon; the same without one."""
    for index, span in enumerate(text):
        before, colon, after = span.text.partition(f"{COLON} ")
        if colon:
            return (*text[:index], replace(span, text=f"{before}{COLON}\n{after}"), *text[index + 1 :])
    return text


EVEN: Final = frozenset(
    {
        "column_title",
        "cover_subtitle",
        "cover_title",
        "divider_title",
        "key_figure_label",
        "message_title",
        "statement",
        "takeaway",
        "title",
    }
)
"""Roles whose lines are made of like length; of the others only the ends are looked at."""

STUB, STUB_SHARE = 0.5, 1 / 3
"""Cost of a last line shorter than that share of the longest, against the squares of the lines' empty shares."""
DANGLING, SHORT = 0.2, 3
"""Cost of a line that ends within a word, or with an article or another word of that many letters at most."""
MID_PHRASE = 0.04
"""Cost of a line that does not end with a comma or another pause."""
NARROWING = 0.1
"""Cost of the margin itself, against the square of its share of the box."""
STABLE = 2.0
"""Points within which a margin must leave the lines as they are: faces differ a little from one computer to another."""

NEXT = 0.5
"""Points by which a line must be narrowed to be filled otherwise."""


class Filled(Struct, frozen=True):
    """A paragraph filled in one face: its lines and the width of the longest."""

    lines: tuple[str, ...]
    longest: float
    even: bool


def even(element: Element, measure: TextMeasure) -> Element:
    """The element with margins at the end of its texts; the number of lines stays as it is in every face."""
    if isinstance(element, ElementGroup):
        return replace(element, elements=tuple(_even_leaf(leaf, measure) for leaf in element.elements))
    return _even_leaf(element, measure)


def _even_leaf(leaf: Leaf, measure: TextMeasure) -> Leaf:
    return evened(_loosened(leaf, measure), measure) if isinstance(leaf, TextBox) else leaf


def _loosened(box: TextBox, measure: TextMeasure) -> TextBox:
    """The box without company for last words that a column cannot hold with it in the widest face: it would be cut."""
    kept = tuple(_loose(paragraph, box.box.width, measure) for paragraph in box.paragraphs)
    return box if kept == box.paragraphs else replace(box, paragraphs=kept)


def _loose(paragraph: SlideParagraph, width: float, measure: TextMeasure) -> SlideParagraph:
    last = max((at for at, span in enumerate(paragraph.text) if COMPANY.search(span.text)), default=None)
    text = paragraph.text
    if last is None or any(" " in span.text for span in text[last + 1 :]) or measure.widest_word(paragraph) <= width:
        return paragraph
    loose = replace(text[last], text=COMPANY.sub(" ", text[last].text))
    return replace(paragraph, text=(*text[:last], loose, *text[last + 1 :]))


def evened(box: TextBox, measure: TextMeasure) -> TextBox:
    """The text box with the margin that makes its lines end best, in the charter's face and in its substitute alike."""
    if any(paragraph.align != "start" for paragraph in box.paragraphs) or _is_short(box, measure):
        return box
    width = min(_widths(box, measure), key=lambda found: found[0], default=(0.0, box.box.width))[1]
    return replace(box, margin=Pt(round(box.box.width - width, 2)))


def _is_short(box: TextBox, measure: TextMeasure) -> bool:
    """Whether each paragraph stands on one line, as most texts of slides do."""
    width = box.box.width
    return not box.margin and all(line_count(measure.block(item), width) == 1 for item in box.paragraphs if item.text)


def _widths(box: TextBox, measure: TextMeasure) -> Iterator[tuple[float, float]]:
    """For each way of filling the box without an extra line: its cost, and a width amid those that produce it."""
    widest = width = float(box.box.width)
    least = min(width, max((measure.widest_word(paragraph) for paragraph in box.paragraphs), default=0.0))
    first = filled = _filled(box, width, measure)
    while filled and _counts(filled) == _counts(first):
        longest = max(least, *(item.longest for item in filled))
        middle = box.box.width if filled is first else (longest + widest) / 2
        if filled is first or widest - longest >= STABLE:
            narrowing = NARROWING * (1 - middle / box.box.width) ** 2
            yield sum(map(_cost, filled)) + narrowing, middle
        if max(_counts(filled)) == 1 or longest == least or longest - NEXT >= width:
            return
        widest, width = longest, longest - NEXT
        filled = _filled(box, width, measure)


def _counts(filled: tuple[Filled, ...]) -> tuple[int, ...]:
    return tuple(len(item.lines) for item in filled)


def _filled(box: TextBox, width: float, measure: TextMeasure) -> tuple[Filled, ...]:
    return tuple(
        _fill(measure.block(paragraph), width, ruler, paragraph.style)
        for paragraph in box.paragraphs
        if paragraph.text
        for ruler in RULERS
    )


def _fill(block: TextBlock, width: float, ruler: Ruler, role: str) -> Filled:
    lines = wrap(block, width, ruler)
    longest = max(_line_widths(block.runs, lines, ruler)) + block.indent
    return Filled(lines, longest, role in EVEN)


def _line_widths(runs: tuple[Run, ...], lines: tuple[str, ...], ruler: Ruler) -> Iterator[float]:
    """The width of each line, whose parts may be of several runs."""
    text = "".join(run.text for run in runs)
    edges = tuple(pairwise(accumulate((len(run.text) for run in runs), initial=0)))
    end = 0
    for line in lines:
        start = text.index(line, end)
        end = start + len(line)
        inside = (slice(max(start, left), min(end, right)) for left, right in edges)
        yield sum(ruler(run, text[part]) for run, part in zip(runs, inside, strict=True) if part.start < part.stop)


def _cost(filled: Filled) -> float:
    """What is ugly about lines: unlike lengths, a stub at the end, ends within a phrase."""
    if len(filled.lines) < 2:
        return 0.0
    longest = max(map(len, filled.lines))
    ragged = sum((1 - len(line) / longest) ** 2 for line in filled.lines) if filled.even else 0.0
    stub = STUB if len(filled.lines[-1]) < STUB_SHARE * longest else 0.0
    return ragged + stub + sum(map(_end, filled.lines[:-1]))


def _end(line: str) -> float:
    last = line.replace("\u00a0", " ").rpartition(" ")[2]
    if last.endswith("-") or (last.isalpha() and len(last) <= SHORT):
        return DANGLING
    return 0.0 if last[-1:] in ",;:.?!»" else MID_PHRASE
