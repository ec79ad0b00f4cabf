"""Blocks as HTML, and which function draws which."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import escape
from itertools import groupby
from string import ascii_letters, digits
from typing import Any

from rapport.edition.blocks.figures import Cell, Column, Image, Row, Table, UpperHead
from rapport.edition.blocks.words import Bullets, Callout, Item, Paragraph, StatusKey
from rapport.edition.edition import Block
from rapport.edition.text import Span, Status, Text, plain
from rapport.look.charter import Charter
from rapport.look.geometry import Box, Pt
from rapport.look.sign import Sign, corners, half_corners

_KEPT = frozenset(f"{ascii_letters}{digits}-._~:/?#[]@!$&'()*+,;=%".encode())
_SCHEMES = ("https:", "http:", "mailto:")


def element(name: str, content: str, /, **attributes: str) -> str:
    """An element around markup; attributes are escaped here, empty ones left out, `class_` is written `class`."""
    return f"<{name}{_attributes(tuple(attributes.items()))}>{content}</{name}>"


def empty(name: str, /, **attributes: str) -> str:
    """A void element; an empty `alt` is written, for it says that a picture is decoration."""
    return f"<{name}{_attributes(tuple(attributes.items()))}>"


def text(string: str) -> str:
    """Characters as markup."""
    return escape(string, quote=False)


def address(link: str) -> str:
    """A link as an attribute may hold it; empty where it leads elsewhere than to a page, a file beside or a place."""
    scheme, colon, _ = link.partition(":")
    if colon and "/" not in scheme and not link.lower().startswith(_SCHEMES):
        return ""
    return "".join(chr(byte) if byte in _KEPT else f"%{byte:02X}" for byte in link.encode())


@lru_cache(maxsize=256)
def _attributes(attributes: tuple[tuple[str, str], ...]) -> str:
    # remembered, since the rows of a long register have the same
    pairs = ((key.rstrip("_").replace("_", "-"), value) for key, value in attributes)
    return "".join(f' {key}="{escape(value)}"' for key, value in pairs if value or key == "alt")


_EMPHASIS = {"emphasis": "em", "strong": "strong"}
_POSITION = {"superscript": "sup", "subscript": "sub"}


def inline(words: Text) -> str:
    """A text as markup."""
    return "".join(_span(span) for span in words)


def _span(span: Span) -> str:
    markup = text(span.text)
    for name in filter(None, (_POSITION.get(span.position), _EMPHASIS.get(span.emphasis))):
        markup = element(name, markup)
    if span.language:
        markup = element("span", markup, lang=span.language)
    target = address(span.link)
    return element("a", markup, href=target) if target else markup


# Status signs as drawings: a sign is never a character of a font.


_SIDE = 20.0
"""Of the square that signs are drawn in; it is scaled to the size of the word."""


def signed(status: Status, charter: Charter) -> str:
    """The sign of a status and its word."""
    return element("span", f"{sign(status, charter)}{text(status.word)}", class_="status")


def signed_large(status: Status, charter: Charter) -> str:
    """The sign of a status as covers draw it, and its word below."""
    look = charter.brief.cover
    drawn = _drawing(status, charter, look.sign_stroke / look.sign_diameter)
    return element("span", f"{drawn}{text(status.word)}", class_="status")


def sign(status: Status, charter: Charter) -> str:
    """The sign alone, which the word beside it says; empty for a status that the charter does not draw."""
    return _drawing(status, charter, charter.signs.stroke)


def _drawing(status: Status, charter: Charter, stroke: float) -> str:
    """A sign whose line is `stroke` of its diameter."""
    if status.key not in charter.statuses:
        return ""
    shape = _shape(charter.statuses[status.key].sign, stroke * _SIDE)
    return element(
        "svg", shape, viewBox=f"0 0 {_SIDE:g} {_SIDE:g}", class_="sign", aria_hidden="true", focusable="false"
    )


def _shape(drawn: Sign, stroke: float) -> str:
    outline = _outline(drawn, stroke, "currentColor" if drawn.fill == "full" else "none")
    return outline + (_half(drawn, stroke) if drawn.fill == "half" else "")


def _outline(drawn: Sign, stroke: float, fill: str) -> str:
    drawing = {"fill": fill, "stroke": "currentColor", "stroke_width": f"{stroke:g}"}
    inset = stroke / 2
    if drawn.outline == "circle":
        middle = f"{_SIDE / 2:g}"
        return element("circle", "", cx=middle, cy=middle, r=f"{_SIDE / 2 - inset:g}", **drawing)
    box = Box(Pt(inset), Pt(inset), Pt(_SIDE - stroke), Pt(_SIDE - stroke))
    points = " ".join(f"{x:g},{y:g}" for x, y in corners(drawn.outline, box))
    return element("polygon", "", points=points, **drawing)


def _half(drawn: Sign, stroke: float) -> str:
    """The left half of a shape."""
    inset = stroke / 2
    box = Box(Pt(inset), Pt(inset), Pt(_SIDE - stroke), Pt(_SIDE - stroke))
    if half := half_corners(drawn.outline, box):
        points = " ".join(f"{x:g},{y:g}" for x, y in half)
        return element("polygon", "", points=points, fill="currentColor")
    middle, radius = _SIDE / 2, _SIDE / 2 - stroke / 2
    path = f"M{middle:g} {stroke / 2:g}A{radius:g} {radius:g} 0 0 0 {middle:g} {_SIDE - stroke / 2:g}Z"
    return element("path", "", d=path, fill="currentColor")


# Blocks as HTML, and which function draws which.


def draw_bullets(block: Bullets, _charter: Charter) -> str:
    """The list in the text column."""
    title = element("h3", inline(block.title)) if block.title else ""
    items = element("ol" if block.numbered else "ul", "".join(_item(item) for item in block.items))
    return element("div", element("div", title + items, class_="text"), class_="block split")


def _item(item: Item) -> str:
    children = "".join(element("li", inline(child)) for child in item.children)
    return element("li", inline(item.text) + (element("ul", children) if children else ""))


def draw_callout(block: Callout, _charter: Charter) -> str:
    """Heading and text on a ground of their own."""
    words = element("p", element("strong", inline(block.title))) + element("p", inline(block.text))
    return element("div", element("div", words, class_="text callout"), class_="block split")


def draw_gallery(images: Sequence[Image]) -> str:
    """Pictures side by side, as many as the screen holds, each with its caption; the bytes stand in the page."""
    across = all(image.picture.width > image.picture.height for image in images)
    items = "".join(element("li", _figure(image)) for image in images)
    return element("ul", items, class_="block gallery across" if across else "block gallery") + "\n"


def _figure(image: Image) -> str:
    picture = image.picture
    source = f"data:{picture.media_type};base64,{b64encode(picture.data).decode('ascii')}"
    drawn = empty("img", src=source, alt=image.alternative, width=str(picture.width), height=str(picture.height))
    caption = element("figcaption", inline(image.caption)) if image.caption else ""
    return element("figure", drawn + caption)


def draw_paragraph(block: Paragraph, _charter: Charter) -> str:
    """The paragraph in the text column."""
    return element("div", element("div", element("p", inline(block.text)), class_="text"), class_="block split")


def draw_status_key(block: StatusKey, charter: Charter) -> str:
    """Each sign with its word and what it means, under the title where there is one; then the remark."""
    title = element("h3", inline(block.title)) if block.title else ""
    entries = (
        element("div", element("dt", signed(status, charter)) + element("dd", inline(meaning)))
        for status, meaning in block.entries
    )
    remark = element("p", inline(block.remark), class_="source") if block.remark else ""
    return element("div", title + element("dl", "".join(entries), class_="key") + remark, class_="block")


_CLASSES = {"amount": "amount", "code": "code"}


def draw_table(block: Table, charter: Charter, rows: Iterable[Row]) -> Iterator[str]:
    """The table with these rows, piece by piece; a group of rows is a body of its own."""
    yield '<div class="block"><table role="table">'
    yield element("caption", inline(block.caption)) if block.caption else ""
    headers = "".join(_header(column) for column in block.columns)
    upper = "".join(_upper(head) for head in block.upper_heads)
    heads = (element("tr", cells, role="row") for cells in (upper, headers) if cells)
    yield element("thead", "".join(heads), role="rowgroup")
    yield '\n<tbody role="rowgroup">\n'
    for number, row in enumerate(rows):
        if row.kind == "group" and number:
            yield '</tbody>\n<tbody role="rowgroup">\n'
        yield _group(row, len(block.columns)) if row.kind == "group" else _row(row, block.columns, charter)
    yield "</tbody></table>"
    yield element("p", inline(block.source), class_="source") if block.source else ""
    yield "</div>\n"


def _header(column: Column) -> str:
    if not column.header:
        return element("td", "", role="cell")
    return element("th", inline(column.header), scope="col", role="columnheader", class_=_class(column))


def _upper(head: UpperHead) -> str:
    """A head over several columns; an empty cell over one that has none."""
    if not head.text:
        return element("td", "", role="cell")
    span = f"{head.end - head.first}"
    return element("th", inline(head.text), scope="colgroup", role="columnheader", colspan=span)


def _class(column: Column) -> str:
    return _CLASSES.get(column.role, "")


def _group(row: Row, columns: int) -> str:
    heading = element(
        "th", element("bdi", inline(row.cells[0].text)), scope="rowgroup", role="rowheader", colspan=f"{columns}"
    )
    return element("tr", heading, class_="group", role="row") + "\n"


def _row(row: Row, columns: tuple[Column, ...], charter: Charter) -> str:
    first, *others = zip(columns, row.cells, strict=False)
    cells = element("th", _content(first[1], charter), scope="row", role="rowheader", class_=_class(first[0]))
    for column, cell in others:
        label = plain(column.header)
        cells += element("td", _content(cell, charter), role="cell", class_=_class(column), data_label=label)
    return element("tr", cells, role="row") + "\n"


def _content(cell: Cell, charter: Charter) -> str:
    words = inline(cell.text) or text(cell.status.word)
    detail = element("span", inline(cell.detail), class_="detail") if cell.detail else ""
    return sign(cell.status, charter) + words + detail


DRAW: Mapping[type, Callable[[Any, Charter], str]] = {
    Paragraph: draw_paragraph,
    Bullets: draw_bullets,
    Callout: draw_callout,
    StatusKey: draw_status_key,
}
"""Keyed by block type. Tables and pictures, which come in rows, are handled separately."""


def draw_blocks(blocks: Iterable[Block], charter: Charter, rows: Iterable[Row] = ()) -> Iterator[str]:
    """The markup of blocks, pictures that follow each other as one gallery; a table without rows takes `rows`.

    Raises KeyError for a kind of block that no report is made of.
    """
    for pictures, group in groupby(blocks, lambda block: isinstance(block, Image)):
        if pictures:
            yield draw_gallery(tuple(block for block in group if isinstance(block, Image)))
            continue
        for block in group:
            if isinstance(block, Table):
                yield from draw_table(block, charter, block.rows or rows)
            else:
                yield DRAW[type(block)](block, charter)
