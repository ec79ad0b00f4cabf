"""A chart or a picture, and the column beside it that says in a few words what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.blocks.reading import compose_reading, units
from rapport.arrange.blocks.statement import callout_text
from rapport.arrange.fitting import filled, fit, fits
from rapport.arrange.mark import distinct, mark, mark_row
from rapport.arrange.page import SlidePage, box, heading, kicker
from rapport.arrange.piece import Piece, Pieces, set_at
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import ReadingTopic, Topic
from rapport.edition.blocks.figures import Chart, Image
from rapport.edition.blocks.words import Bullets, Callout, Passage
from rapport.edition.picture import Picture
from rapport.edition.text import NO_STATUS, Status, Text, plain, says_the_same, strong, words
from rapport.look.geometry import Box, Pt
from rapport.plotting.plan import line_groups, panel_of, plan_chart
from rapport.plotting.setting import deck_setting
from rapport.plotting.strands import Names
from rapport.slides.deck import LayoutName
from rapport.slides.elements import ChartFrame, Element, PictureFrame, RuleLine, SlideParagraph, TextBox

VISUAL_COLUMNS = 8
"""Columns that a visual takes beside its text; the rule stands in the middle of the column between."""


class SideColumn(Struct, frozen=True):
    """What stands in the column: the status of all that is shown (or none), then the text."""

    status: Status
    pieces: Pieces


NO_COLUMN = SideColumn(NO_STATUS, ())

Visual = Callable[[Box, SideColumn], Iterable[Element]]
"""Draws what the slide is about in its room; told what stands beside it."""


class SideFrame(Struct, frozen=True):
    """The slide around the visual: its topic, its layout, and what is said for those who do not see it.

    A `wide` visual has no column beside it; another takes so many `columns`, and the text what they leave.
    """

    topic: Topic
    layout: LayoutName
    alternative: str
    wide: bool = False
    columns: int = VISUAL_COLUMNS

    def page(self, elements: tuple[Element, ...], studio: SlideContext) -> SlidePage:
        spoken = (words(self.alternative),) if self.alternative else ()
        return SlidePage(self.layout, heading(studio.look), (*kicker(self.topic.kicker, studio), *elements), spoken)


def column_of(status: Status, lead: Text, passages: tuple[Passage, ...]) -> SideColumn:
    """The finding large, what follows from it in body size, reservations in grey.

    The finding is the first point if its author made it all strong, else `lead` (none where that is empty).
    """
    pieces = tuple(_pieces(passages))
    if pieces and pieces[0].role == "body" and _is_strong(pieces[0].text):
        return SideColumn(status, (Piece(pieces[0].text, "takeaway"), *pieces[1:]))
    return SideColumn(status, (Piece(lead, "takeaway"), *pieces) if lead else pieces)


def with_column(visual: Visual, column: SideColumn, frame: SideFrame, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The visual with its column; where that does not fit, the visual alone and the passages on slides that follow."""
    grid, topic = studio.look.grid, frame.topic
    content = grid.content
    room, strip = grid.cells.span(1, frame.columns), grid.cells.span(frame.columns + 2, grid.columns)
    beside = strip.box(content.y, content.height)
    if column.pieces and not frame.wide and fits(column.pieces, _text_place(column, beside, studio), studio):
        shown = visual(room.box(content.y, content.height), column)
        return (frame.page((*shown, *_column_elements(column, beside, studio)), studio),)
    alone = frame.page(tuple(visual(content, NO_COLUMN)), studio)
    rest = compose_reading(ReadingTopic(topic.asides), replace(topic, asides=()), studio) if topic.asides else ()
    return (alone, *rest)


def _column_elements(column: SideColumn, beside: Box, studio: SlideContext) -> tuple[Element, ...]:
    """The rule between, the status, the text."""
    rule = RuleLine(
        box(beside.x - studio.look.gaps.large, beside.y, 0, beside.height), studio.look.rules.hairline.weight, "ink"
    )
    place = _text_place(column, beside, studio)
    texts = _texts(fit(column.pieces, place, studio), place, studio)
    line = box(beside.x, beside.y, beside.width, studio.look.type.status.leading)
    return (rule, *mark(column.status, line, studio), *texts)


def _texts(paragraphs: tuple[SlideParagraph, ...], place: Box, studio: SlideContext) -> Iterator[TextBox]:
    """The finding in a box of its own, so that its lines are evened whatever stands under it."""
    if not paragraphs or paragraphs[0].style != "takeaway" or len(paragraphs) < 2:
        yield TextBox(studio.names("takeaway"), place, paragraphs, "body")
        return
    finding, *others = paragraphs
    height = studio.measure.height((finding,), place.width)
    yield TextBox(studio.names("takeaway"), box(place.x, place.y, place.width, height), (finding,))
    top = place.y + height + others[0].space_before
    under = box(place.x, top, place.width, place.bottom - top)
    yield TextBox(studio.names("body"), under, tuple(others), "body")


def _text_place(column: SideColumn, beside: Box, studio: SlideContext) -> Box:
    taken = studio.look.type.status.leading + studio.look.gaps.small if column.status.key else 0
    return box(beside.x, beside.y + taken, beside.width, beside.height - taken)


def _pieces(passages: tuple[Passage, ...]) -> Iterator[Piece]:
    for passage in passages:
        if isinstance(passage, Bullets):
            for item in passage.items:
                yield Piece(item.text, "body")
                yield from (Piece(child, "body", level=1, space=0) for child in item.children)
        elif isinstance(passage, Callout):
            yield Piece(callout_text(passage), "body", colour="grey")
        else:
            yield from (piece for unit in units((passage,)) for piece in unit)


def _is_strong(text: Text) -> bool:
    return bool(text) and all(span.emphasis == "strong" for span in text if span.text.strip(" \u00a0\u202f"))


# A chart, with what it shows beside it.


MOST_BESIDE = 6
"""Lines, each in a panel, that leave room for a column beside them."""


def compose_chart(subject: Chart, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """One page with a column for the finding and the points; without, where they do not fit."""
    finding = () if says_the_same(subject.title, topic.title) else subject.title
    statuses = distinct(series.status for series in subject.series)
    status = statuses[0] if len(statuses) == 1 else NO_STATUS
    column = column_of(status, finding, topic.asides)

    def visual(room: Box, column: SideColumn) -> Iterator[Element]:
        shown = any(plain(piece.text) == plain(finding) for piece in column.pieces)
        said = NO_STATUS if column.pieces and status.key else status
        yield from _chart(subject, () if shown else finding, room, said, studio)

    wide = len(line_groups(subject)) > MOST_BESIDE
    return with_column(visual, column, SideFrame(topic, "chart", subject.alternative, wide), studio)


def _chart(chart: Chart, finding: Text, room: Box, status: Status, studio: SlideContext) -> Iterator[Element]:
    """Finding (where it stands nowhere else), measure and key above the chart itself."""
    look = studio.look
    pieces = tuple(
        piece
        for piece in (Piece(strong(finding), "chart_measure"), Piece(chart.measure, "chart_measure"))
        if piece.text
    )
    top = float(room.y)
    if pieces:
        height = studio.measure.height(set_at(0, pieces, look), room.width)
        yield filled(TextBox(studio.names("measure"), box(room.x, top, room.width, height), ()), pieces, studio)
        top += height + look.gaps.small
    if status.key:
        line = box(room.x, top, room.width, look.type.status.leading)
        yield from mark_row((status,), line, studio)
        top += line.height + look.gaps.small
    place = box(room.x, top, room.width, room.bottom - top)
    yield from _panels(chart, place, studio)


def _panels(chart: Chart, place: Box, studio: SlideContext) -> Iterator[ChartFrame]:
    """The native chart, or one for each panel of small multiples; only the first fills the layout's place."""
    setting = deck_setting(studio.look, studio.statuses, studio.measure.fonts)
    names = Names(*(studio.names(name) for name in ("plot-base", "plot-rise", "plot-fall", "plot-level")))
    for at, panel in enumerate(plan_chart(chart, setting, place.width, place.height, names)):
        frame = panel.box.moved(place.x, place.y)
        shown = panel_of(chart, panel.series)
        yield ChartFrame(studio.names("chart"), frame, shown, panel.plan, "" if at else "chart")


CROWD = 20
"""Categories from which names that are left out are too many, not too long."""


def crowded(frame: ChartFrame) -> bool:
    """Whether categories are so many that some have no name, or words leave the frame."""
    edge = Box(Pt(0), Pt(0), frame.box.width, frame.box.height)
    within = all(edge.holds(label.box, tolerance=0.5) for label in frame.plan.labels)
    return not within or (_is_thinned(frame) and len(frame.chart.categories) > CROWD)


def spilled_name(frame: ChartFrame) -> str:
    """The longest name of a category where not all have their place beside or under their bars; else empty."""
    return max(frame.chart.categories, key=len) if _is_thinned(frame) else ""


def _is_thinned(frame: ChartFrame) -> bool:
    """Whether some names are left out, which dates may be."""
    return frame.plan.skip > 1 and not frame.chart.dates


# A picture with its caption, and what it shows beside it.


WIDE = 1.9
"""Width of a picture, in heights, from which it crosses the slide."""
LEAST_COLUMNS = 3
"""Columns that the narrowest picture takes."""


def compose_image(subject: Image, topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """One page with a column for the points; without, where they do not fit.

    A picture that is not wide leaves room beside it: without points, its caption stands there.
    """
    narrow = subject.picture.width < WIDE * subject.picture.height
    caption_beside = bool(subject.caption) and narrow and not topic.asides

    def visual(room: Box, column: SideColumn) -> Iterator[Element]:
        shown = replace(subject, caption=()) if caption_beside and column.pieces else subject
        yield from _image(shown, room, studio)

    lead = subject.caption if caption_beside else ()
    frame = SideFrame(topic, "picture", subject.alternative, columns=_columns(subject.picture, studio))
    return with_column(visual, column_of(NO_STATUS, lead, topic.asides), frame, studio)


def _columns(picture: Picture, studio: SlideContext) -> int:
    """As many as the picture covers when it is as high as the content: the text begins right beside it."""
    grid = studio.look.grid
    width = _contained(picture, grid.content).width
    covering = (n for n in range(1, VISUAL_COLUMNS) if grid.cells.span(1, n).width >= width)
    return max(LEAST_COLUMNS, next(covering, VISUAL_COLUMNS))


def _image(image: Image, room: Box, studio: SlideContext) -> Iterator[Element]:
    """The picture as large as its room allows, its caption under it."""
    caption = (Piece(image.caption, "chart_measure", colour="grey"),) if image.caption else ()
    height = studio.measure.height(set_at(0, caption, studio.look), room.width) if caption else 0.0
    taken = min(room.height / 3, height + studio.look.gaps.small) if caption else 0.0
    place = _contained(image.picture, box(room.x, room.y, room.width, room.height - taken))
    yield PictureFrame(studio.names("picture"), place, image.picture, image.alternative, "picture")
    if caption:
        under = box(room.x, place.bottom + studio.look.gaps.small, room.width, taken - studio.look.gaps.small)
        yield filled(TextBox(studio.names("caption"), under, ()), caption, studio)


def _contained(picture: Picture, room: Box) -> Box:
    """The largest box of the picture's shape at the room's top left corner."""
    scale = min(room.width / picture.width, room.height / picture.height)
    return box(room.x, room.y, picture.width * scale, picture.height * scale)
