"""The lines a slide should hold, in a deck or on pages: title, elements in their order, foot, notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import Any, TypeVar

from msgspec.structs import replace

from rapport.edition.text import Text, plain, spans, words
from rapport.origin import NOWHERE, Origin
from rapport.slides.deck import Deck, Slide
from rapport.slides.elements import (
    ChartFrame,
    Drawing,
    ElementGroup,
    Panel,
    PictureFrame,
    RuleLine,
    SlideSign,
    TableCell,
    TableFrame,
    TextBox,
)
from rapport.verify.expected.charts import spoken_lines as chart_values
from rapport.verify.parity.line import ExpectedLine, cell_line, line

TRACKER = re.compile(r"\d+/\d+ ")
"""Where the deck stands, at the start of a kicker: no figure."""

Frame = TypeVar("Frame", ChartFrame, TableFrame)

FURNITURE_STYLES = ("folio", "message_number")
"""Styles of the numbers of slides and messages."""

BARE_LAYOUTS = ("cover",)
"""Layouts that show neither foot nor number."""


def slide_lines(slide: Slide) -> tuple[ExpectedLine, ...]:
    """What stands on the slide; alternative texts come where their shapes do."""
    elements = (slide.title, *slide.elements)
    return tuple(found for element in elements for found in element_lines(element, slide.origin))


def foot_lines(slide: Slide) -> tuple[ExpectedLine, ...]:
    """The foot and the number, which some layouts do without."""
    if slide.layout in BARE_LAYOUTS:
        return ()
    foot = line(slide.footer, "foot", slide.origin)
    number = ExpectedLine(str(slide.number), "furniture", slide.origin)
    return (foot, number) if foot.text else (number,)


def stamp_lines(slide: Slide, stamp: str) -> tuple[ExpectedLine, ...]:
    """The stamp of a numbered copy; none for an empty one."""
    return (ExpectedLine(stamp, "furniture", slide.origin),) if stamp else ()


def restriction_lines(slide: Slide, restriction: Text) -> tuple[ExpectedLine, ...]:
    """Marking and embargo, which each page of notes repeats; none for an empty one."""
    return (line(restriction, "furniture", slide.origin),) if restriction else ()


def note_lines(slide: Slide, heading: str) -> tuple[ExpectedLine, ...]:
    """What the speaker says, then the sources under their heading, then the number of the page of notes."""
    if not (slide.speech or slide.sources):
        return ()
    number = ExpectedLine(str(slide.number), "furniture", slide.origin)
    return (*spoken_lines(slide, heading), number)


def spoken_lines(slide: Slide, heading: str) -> tuple[ExpectedLine, ...]:
    """What the speaker says, then the sources under their heading."""
    shown = {
        found.text for element in slide.elements for found in element_lines(element, slide.origin) if _is_shown(found)
    }
    spoken = (line(text, "speech", slide.origin) for text in slide.speech)
    speech = tuple(replace(each, role="alternative") if each.text in shown else each for each in spoken)
    sources = tuple(line(text, "source", slide.origin) for text in slide.sources)
    head = (ExpectedLine(heading, "furniture", slide.origin),) if sources else ()
    return (*speech, *head, *sources)


def _is_shown(found: ExpectedLine) -> bool:
    """Whether a line says what a visual shows; where the author has no words for the speaker, it is said aloud."""
    return found.role == "alternative"


def charts(slide: Slide) -> tuple[ChartFrame, ...]:
    """The charts of a slide with their plans, in order."""
    return tuple(_frames(slide.elements, ChartFrame))


def tables(slide: Slide) -> tuple[TableFrame, ...]:
    """The tables of a slide, in order."""
    return tuple(_frames(slide.elements, TableFrame))


def _frames(elements: Iterable[Any], kind: type[Frame]) -> Iterator[Frame]:
    for element in elements:
        if isinstance(element, kind):
            yield element
        elif isinstance(element, ElementGroup):
            yield from _frames(element.elements, kind)


def element_lines(element: Any, origin: Origin) -> Iterator[ExpectedLine]:
    """The lines of an element; its alternative text, where it has one, comes first."""
    return ELEMENTS[type(element)](element, origin)


def _text_box(box: TextBox, origin: Origin) -> Iterator[ExpectedLine]:
    scope = " ".join(plain(paragraph.text) for paragraph in box.paragraphs)
    for paragraph in box.paragraphs:
        role = "furniture" if paragraph.style in FURNITURE_STYLES else "shape"
        found = line((*paragraph.text, *paragraph.unit), role, origin, scope)
        tracker = TRACKER.match(found.text) if paragraph.style.endswith("kicker") else None
        yield replace(found, marks=(*found.marks, tracker.span())) if tracker else found


def _ornament(_element: RuleLine | Panel | Drawing, _origin: Origin) -> Iterator[ExpectedLine]:
    return iter(())


def _sign(sign: SlideSign, origin: Origin) -> Iterator[ExpectedLine]:
    yield from _alternative(sign.alternative, origin)


def _chart(frame: ChartFrame, _origin: Origin) -> Iterator[ExpectedLine]:
    yield from _alternative(frame.chart.alternative, frame.chart.origin)


def _picture(frame: PictureFrame, origin: Origin) -> Iterator[ExpectedLine]:
    yield from _alternative(frame.alternative, origin)


def _table(frame: TableFrame, origin: Origin) -> Iterator[ExpectedLine]:
    yield from _alternative(frame.alternative, origin)
    headers = _heads(frame)
    group = ""
    for row in frame.rows:
        shown = " ".join(_words(cell) for cell in row.cells)
        group = shown if row.kind == "group" else group
        for header, cell in zip((*headers, *[""] * len(row.cells)), row.cells, strict=False):
            scope = f"{frame.alternative} {header} {group} {shown}"
            for paragraph in cell.paragraphs:
                yield cell_line((*paragraph.text, *paragraph.unit), header, origin, scope)


def _heads(frame: TableFrame) -> tuple[str, ...]:
    """What each column stands under: its header, and its status where columns, not rows, are what is told apart."""
    headers = _headers(frame)
    signed = () if frame.names_rows else frame.rows[frame.heads : frame.heads + 1]
    statuses = tuple(_words(cell) if cell.sign.key else "" for row in signed for cell in row.cells)
    return tuple(f"{header} {status}" for header, status in zip_longest(headers, statuses, fillvalue=""))


def _headers(frame: TableFrame) -> tuple[str, ...]:
    """The words of each column's head, after those of a head that stands over several."""
    *upper, heads = (row.cells for row in frame.rows[: frame.heads])
    names = [_words(cell) for cell in heads]
    for row in upper:
        over = ""
        for at, cell in enumerate(row):
            over = _words(cell) if cell.span else over
            names[at] = f"{over} {names[at]}"
    return tuple(names)


def _words(cell: TableCell) -> str:
    return " ".join(plain(paragraph.text) for paragraph in cell.paragraphs)


def _group(group: ElementGroup, origin: Origin) -> Iterator[ExpectedLine]:
    yield line(group.alternative or words(group.name), "alternative", _typed_at(group.alternative, origin))
    held = [found for element in group.elements for found in element_lines(element, _typed_at(element, origin))]
    scope = " ".join(found.text for found in held)
    for found in held:
        yield replace(found, role="tile", scope=scope) if found.role == "shape" else found


def _typed_at(value: Any, origin: Origin) -> Origin:
    """Where the author asked for the first figure of a text or element; `origin` where it states none."""
    places = (span.origin for span in spans(value) if span.evidence is not None)
    return next((place for place in places if place != NOWHERE), origin)


def _alternative(text: str, origin: Origin) -> Iterator[ExpectedLine]:
    if text:
        yield ExpectedLine(text, "alternative", origin)


ELEMENTS: dict[type, Callable[[Any, Origin], Iterator[ExpectedLine]]] = {
    TextBox: _text_box,
    RuleLine: _ornament,
    Panel: _ornament,
    Drawing: _ornament,
    SlideSign: _sign,
    ChartFrame: _chart,
    TableFrame: _table,
    PictureFrame: _picture,
    ElementGroup: _group,
}


# The lines slides should hold on pages of their own, or over their notes.
#
# Groups and tables have no alternative text there: the structure says what they are.


def page_lines(plan: Deck, slide: Slide) -> tuple[ExpectedLine, ...]:
    """What is read on the page of a slide; a foot that says the title of the document is not."""
    elements = (slide.title, *slide.elements)
    lines = tuple(found for element in elements for found in _read(element, slide.origin))
    foot = line(slide.footer, "foot", slide.origin)
    own = foot.text and foot.text != plan.title
    return (*lines, *((foot,) if own else ()))


def note_page_lines(plan: Deck, slide: Slide) -> tuple[ExpectedLine, ...]:
    """What is read where the slide stands over its notes."""
    return (*page_lines(plan, slide), *spoken_lines(slide, plan.notes_heading))


def foots(plan: Deck, slide: Slide) -> tuple[str, ...]:
    """What is repeated at the foot of a slide: the title of the document where it has no source, and its number."""
    title = (plan.title,) if plain(slide.footer) == plan.title else ()
    return title if slide.layout == "cover" else (*title, str(slide.number))


def _numbered(box: TextBox, origin: Origin) -> Iterator[ExpectedLine]:
    """The paragraphs of a box, after their numbers where a list is numbered."""
    for paragraph, found in zip(box.paragraphs, element_lines(box, origin), strict=True):
        if paragraph.number:
            yield ExpectedLine(f"{paragraph.number}.", "furniture", origin)
        yield found


def _read(element: Any, origin: Origin) -> Iterator[ExpectedLine]:
    if isinstance(element, TextBox):
        yield from _numbered(element, origin)
        return
    if isinstance(element, ChartFrame):
        yield from _chart(element, origin)
        yield from chart_values(element.chart)
        return
    silent = ""
    if isinstance(element, ElementGroup):
        silent = plain(element.alternative) or element.name
    elif isinstance(element, TableFrame):
        silent = element.alternative
    for index, found in enumerate(element_lines(element, origin)):
        if index or found.role != "alternative" or found.text != silent:
            yield found
