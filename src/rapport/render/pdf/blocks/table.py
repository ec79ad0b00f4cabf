"""Tables over the full width, their header repeated after a page break."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from rapport.edition.blocks.figures import Cell, Column, Row, Table
from rapport.edition.text import Text, plain, says_the_same, strong, words
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.line import Line
from rapport.look.geometry import Box, Pt
from rapport.look.grid import GridStrip
from rapport.look.type_style import TypeStyle
from rapport.plotting.trends import trend_shapes
from rapport.render.pdf.blocks.context import MORE, SEPARATOR, BlockContext, Room, baseline, ink, lists_pages, page_list
from rapport.render.pdf.blocks.opening import heading
from rapport.render.pdf.blocks.setting import (
    BlockVoice,
    rule_box,
    set_source,
    sign_mark,
    status_box,
    text_boxes,
)
from rapport.render.pdf.blocks.table_columns import column_strips, fits, number_shifts
from rapport.render.pdf.blocks.table_heads import TablePlan, set_heads, sided, table_type
from rapport.render.pdf.composer.composer import Composer, Page
from rapport.render.pdf.composer.vertical import (
    KEEP,
    Galley,
    Glue,
    VerticalBox,
    VerticalItem,
    abreast,
    flattened,
    height,
    lowered,
    stacked,
    whole,
)
from rapport.render.pdf.display.item import (
    LateText,
    Printed,
    ShapeInk,
    ShapeItem,
    Turned,
    TurnedPart,
    line_across,
    rectangle,
)

LOW = 0.3
"""Share of a page's height up to which the rows of a table stay on one page."""
COMPANY = 3
"""Rows that stay together at either end of a table that is divided."""


def set_table(context: BlockContext, block: Table, room: Room) -> tuple[Galley, ...]:
    """Caption, header, rows, source; rows are not divided unless they are higher than a page.

    A table whose words have no room side by side, even under their names, stands on turned pages, if it has it there.
    """
    grid, gaps = context.look.grid, context.look.gaps
    strip = room.strip if room.lane == "full" else grid.full
    styles = table_type(context.look, len(block.rows))
    turns = not fits(context, block, styles, strip) and fits(context, block, styles, turned_strip(context))
    strip = turned_strip(context) if turns else strip
    strips = column_strips(context, block, styles, strip)
    shifts = number_shifts(context, block, styles, strips)
    plan = TablePlan(context, styles, block.columns, strips, strip, lists_pages(block), shifts, block.upper_heads)
    above = heading(context, block.message, replace(room, lane="full", strip=strip))
    element = room.element.child("Table")
    caption = _caption(plan, block if room.subject == "first" else _under_heading(block), element)
    header = set_heads(plan, element.child("THead"))
    rows = _rows(plan, block.rows, element.child("TBody"), header)
    end = rule_box(context.look.rules.strong, strip)
    source = set_source(context, block.source, room.element, strip)
    body = (*caption, header, KEEP, *rows, KEEP, end, *source)
    if turns:
        return tuple(turned_pages(context, (*above, *body)))
    return (Galley("full", (*(above or (Glue(gaps.large),)), *body, Glue(gaps.large))),)


def _under_heading(block: Table) -> Table:
    """The table under its message: a caption that repeats it is left out."""
    return replace(block, message=(), caption=() if says_the_same(block.caption, block.message) else block.caption)


def _caption(plan: TablePlan, block: Table, element: Element) -> tuple[VerticalItem, ...]:
    """Message and caption, each on lines of its own; a caption that repeats the message is left out."""
    repeated = says_the_same(block.message, block.caption)
    texts = [text for text in (block.message, () if repeated else block.caption) if plain(text)]
    if not texts:
        return ()
    style, caption = plan.context.look.type.table_title, element.child("Caption")
    smaller = replace(plan.context.look.type.chart_measure, space_after=Pt(0))
    boxes = [
        box
        for text, each in zip(texts, (style, smaller), strict=False)
        for box in text_boxes(plan.context, text, BlockVoice(each, plan.strip, caption.child("P")))
    ]
    return *whole(boxes), Glue(style.space_after), KEEP


def _rows(plan: TablePlan, rows: Sequence[Row], element: Element, header: VerticalBox) -> tuple[VerticalItem, ...]:
    """The rows, each with its hairline below, save before a group's heading, which brings white.

    A group's heading stays with its first rows, its last rows together; after a page break it is said again.
    """
    items: list[VerticalItem] = []
    above = header
    kept = _in_company_of(rows)
    for at, (row, following) in enumerate(zip(rows, (*rows[1:], None), strict=True)):
        if row.kind == "group":
            items += [_group(plan, row.cells[0].text, element.child("TR"), header), KEEP]
            again = words(f"{plain(row.cells[0].text)} {plan.context.furniture('continued')}")
            above = stacked((header, _group(plan, again, Element("TBody"), header)))
            continue
        ruled = following is not None and following.kind != "group"
        if at in kept:
            items.append(KEEP)
        boxes = _divided(plan, _cells(plan, row, element.child("TR")))
        items += [replace(box, reprise=above) for box in boxes[:-1]]
        items.append(replace(_ruled(plan, boxes[-1]) if ruled else boxes[-1], reprise=above))
    return _in_company(plan, items)


def _in_company_of(rows: Sequence[Row]) -> frozenset[int]:
    """The rows that stay with the one before: the first ones of a group, and the last."""
    starts = [at for at, row in enumerate(rows) if row.kind == "group"]
    ends = (*starts[1:], len(rows))
    return frozenset(
        at
        for start, end in zip(starts, ends, strict=False)
        for at in range(start + 2, end)
        if at - start <= COMPANY or end - at < COMPANY
    )


def _in_company(plan: TablePlan, items: Sequence[VerticalItem]) -> tuple[VerticalItem, ...]:
    """A low table in one piece; of others, the first rows and the last stay together, where they are low.

    Where pages are filled as far as can be, a low one of many rows is divided too.
    """
    grid = plan.context.look.grid
    most = LOW * (grid.content_bottom - grid.margins.top)
    at = [number for number, item in enumerate(items) if isinstance(item, VerticalBox)]
    parts_well = len(at) >= 2 * COMPANY
    if height(items) < most and not (parts_well and plan.context.density == "dense"):
        return whole(items)
    cuts = (at[COMPANY - 1], at[-COMPANY]) if parts_well else (at[0], at[-1])
    parts = (items[: cuts[0] + 1], items[cuts[0] + 1 : cuts[1]], items[cuts[1] :])
    first, last = (whole(part) if height(part) < most / 2 else part for part in (parts[0], parts[2]))
    return (*first, *parts[1], *last)


def _group(plan: TablePlan, name: Text, element: Element, header: VerticalBox) -> VerticalBox:
    style = plan.styles.group
    cell = element.child("TH").annotate("Table", Scope="Column", ColSpan=len(plan.columns))
    text = stacked(text_boxes(plan.context, name, BlockVoice(style, plan.strip, cell)))
    box = lowered(text, style.space_before, style.space_after + 1.0)
    return replace(_ruled(plan, box), reprise=header)


def _ruled(plan: TablePlan, box: VerticalBox) -> VerticalBox:
    hairline = ink(plan.context.look.rules.hairline)
    return replace(box, items=(*box.items, line_across(plan.strip.x, box.height, plan.strip.width, hairline)))


def _cells(plan: TablePlan, row: Row, element: Element) -> list[tuple[VerticalBox, ...]]:
    """The lines of each cell; the first column's name the row."""
    cells: list[tuple[VerticalBox, ...]] = []
    shifts = plan.shifts.get(id(row)) or (0.0,) * len(plan.columns)
    for number, (column, whole_strip) in enumerate(zip(plan.columns, plan.strips, strict=True)):
        strip = replace(whole_strip, width=Pt(whole_strip.width - shifts[number]))
        cell = row.cells[number] if number < len(row.cells) else Cell()
        owner = element.child("TD") if number else element.child("TH").annotate("Table", Scope="Row")
        if row.kind == "total":
            cell = replace(cell, text=strong(cell.text))
        cells.append(_cell(plan, cell, column, Room("full", strip, owner)))
    return cells


def _cell(plan: TablePlan, cell: Cell, column: Column, room: Room) -> tuple[VerticalBox, ...]:
    context, style = plan.context, sided(plan.styles.cell(column.role), column)
    second = text_boxes(context, cell.detail, BlockVoice(plan.styles.second, room.strip, room.element))
    if column.role == "bar":
        return (_bar(cell, style, room.strip),)
    if column.role == "trend":
        return (_trend(cell, style, room.strip),)
    if cell.pages_of:
        return (_pages(plan, cell, BlockVoice(style, room.strip, room.element)), *second)
    if cell.status.word and not cell.text:
        first: tuple[VerticalBox, ...] = (
            status_box(context, cell.status, BlockVoice(style, room.strip, room.element)),
        )
    else:
        first = _signed(plan, cell, BlockVoice(style, room.strip, room.element))
    drop = 0.25 * (plan.styles.base.size - style.size)
    boxes = (lowered(first[0], drop), *first[1:]) if first and drop > 0 else first
    return tuple(_uncounted(box) for box in (*boxes, *second)) if plan.lists_pages else (*boxes, *second)


BAR_SHARE = 0.7
"""Height of a bar, as a share of the size of its row's text."""


def _bar(cell: Cell, style: TypeStyle, strip: GridStrip) -> VerticalBox:
    """A bar on the line of its row's words; nothing for none."""
    tall = BAR_SHARE * style.size
    area = Box(strip.x, Pt(baseline(style) - tall), Pt(max(0.5, cell.bar * strip.width)), Pt(tall))
    return VerticalBox(style.leading, (rectangle(area, ShapeInk("accent")),) if cell.bar else ())


def _trend(cell: Cell, style: TypeStyle, strip: GridStrip) -> VerticalBox:
    """The line of a row's figures, as high as a line of its words, with a dot on the last."""
    area = Box(strip.x, Pt(baseline(style) - style.size * TREND_SHARE), strip.width, Pt(style.size * TREND_SHARE))
    shapes = trend_shapes(cell.trend, area)
    items = (
        ShapeItem(shape.points, ShapeInk(shape.look.fill, shape.look.outline, shape.look.weight), shape.closed)
        for shape in shapes
    )
    return VerticalBox(style.leading, tuple(items))


TREND_SHARE = 0.85
"""Height of a line of figures, as a share of the size of its row's text."""


def _signed(plan: TablePlan, cell: Cell, voice: BlockVoice) -> tuple[VerticalBox, ...]:
    """The text of a cell, after its status sign where it bears one."""
    context, style, strip = plan.context, voice.style, voice.strip
    if cell.status.key not in context.charter.statuses:
        return text_boxes(context, cell.text, voice)
    placed = context.charter.signs.placed(style.size)
    beside = GridStrip(Pt(strip.x + placed.advance), Pt(max(1.0, strip.width - placed.advance)))
    top = baseline(style) + placed.drop - placed.diameter
    sign = sign_mark(context, cell.status, Box(strip.x, Pt(top), placed.diameter, placed.diameter))
    first, *others = text_boxes(context, cell.text, replace(voice, strip=beside))
    return replace(first, items=(sign, *first.items)), *others


def _uncounted(box: VerticalBox) -> VerticalBox:
    return replace(box, items=tuple(item for item in box.items if not isinstance(item, Printed)))


def _pages(plan: TablePlan, cell: Cell, voice: BlockVoice) -> VerticalBox:
    """The pages of a fact, as many as the column holds."""
    typesetter, index, style = plan.context.typesetter, plan.context.pages, voice.style

    def compose() -> Line:
        parts = page_list(index.pages(cell.pages_of))
        for count in range(len(parts), 0, -1):
            rest = MORE if count < len(parts) else ""
            line = typesetter.line(SEPARATOR.join(parts[:count]) + rest, style)
            if line.width <= voice.strip.width:
                return line
        return typesetter.line("", style)

    width = voice.strip.width
    late = LateText(compose, voice.strip.right, baseline(style), width, style.colour, voice.element)
    return VerticalBox(style.leading, (late,))


def _divided(plan: TablePlan, cells: Sequence[tuple[VerticalBox, ...]]) -> tuple[VerticalBox, ...]:
    """A row as one box; line by line where it is higher than a page."""
    grid, padding = plan.context.look.grid, plan.styles.padding
    levels = plan.levels(cells)
    row = lowered(stacked(abreast(map(stacked, level)) for level in levels), padding, padding)
    if row.height < 0.8 * (grid.content_bottom - grid.margins.top):
        return (row,)
    lines = [abreast(box for box in line if box) for level in levels for line in zip_longest(*level)]
    return VerticalBox(padding), *lines, VerticalBox(padding)


# Tables too wide for an upright page, on pages of their own that readers turn.

HAIR = 0.02
"""Points by which a turned page is lower than its frame, whatever sums of heights round to."""
NOTE_RULE_GAP = 4.0
"""Between the rule above the notes and the first of them, as on upright pages."""


def turned_strip(context: BlockContext) -> GridStrip:
    """The width of matter on turned pages: from the head of an upright one to its foot."""
    return GridStrip(Pt(0), Pt(context.frame.height - HAIR))


def turned_pages(context: BlockContext, items: Sequence[VerticalItem]) -> Iterator[Galley]:
    """The items, set over the turned strip, on turned pages with their notes; each page fills one of the document."""
    full, length = context.look.grid.full, turned_strip(context).width
    area = replace(context.frame, top=0.0, bottom=float(full.width))
    for page in Composer(area).compose((Galley("full", tuple(items)),)):
        drawn = Turned(tuple(_parts(page, context)), full.x, length)
        yield Galley("full", (VerticalBox(length, (drawn,)),))


def _parts(page: Page, context: BlockContext) -> Iterator[TurnedPart]:
    for each in (*page.placed, *page.foot):
        for item, top in flattened(each.box, each.y):
            yield TurnedPart(item, top, each.repeated)
    if page.foot:
        rule, width = context.look.rules.table_head, context.look.grid.footnote_rule_width
        yield TurnedPart(line_across(0.0, -NOTE_RULE_GAP, width, ink(rule)), page.foot_rule)
