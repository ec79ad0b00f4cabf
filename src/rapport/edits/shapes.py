"""What a shape holds besides its text: where it stands, what outlives another program, what a chart draws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree
from msgspec import Struct

from rapport.edits.deck import Box, EditedChart, EditedSeries, Kind
from rapport.edits.normal import normal
from rapport.formats.office.package import attribute, first, tag
from rapport.formats.office.presentation import points


class GroupFrame(Struct, frozen=True):
    """How the coordinates inside a group become those of the slide: scale, then shift."""

    x_scale: float = 1.0
    y_scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def placed(self, box: Box) -> Box:
        """A box in the slide's coordinates."""
        left, top, width, height = box
        return (
            round(left * self.x_scale + self.x),
            round(top * self.y_scale + self.y),
            round(width * self.x_scale),
            round(height * self.y_scale),
        )


PLACES: Mapping[str, str] = {"graphicFrame": "p:xfrm", "grpSp": "p:grpSpPr/a:xfrm"}
"""Where a kind of shape keeps its place; `p:spPr` for the others."""


def box_of(node: etree._Element, frame: GroupFrame) -> Box | None:
    """The box of a shape on the slide; None where its layout places it."""
    own = _own(_place(node), "off", "ext")
    return frame.placed(own) if own else None


def inside(node: etree._Element, frame: GroupFrame) -> GroupFrame:
    """The frame of what a group holds (ECMA-376 part 1, 20.1.7.5)."""
    place = _place(node)
    outer, inner = _own(place, "off", "ext"), _own(place, "chOff", "chExt")
    if not outer or not inner:
        return frame
    x_scale, y_scale = (outer[axis] / inner[axis] if inner[axis] else 1.0 for axis in (2, 3))
    return GroupFrame(
        frame.x_scale * x_scale,
        frame.y_scale * y_scale,
        frame.x + frame.x_scale * (outer[0] - inner[0] * x_scale),
        frame.y + frame.y_scale * (outer[1] - inner[1] * y_scale),
    )


def turned(node: etree._Element) -> int:
    """By how many degrees a shape is turned, from 0 to 359 (ISO/IEC 29500-1, 20.1.10.3)."""
    return round(int(attribute(_place(node), "rot") or 0) / 60_000) % 360


def compared(node: etree._Element, kind: Kind, box: Box | None) -> tuple[int, ...]:
    """The measures of a box that all programs keep.

    LibreOffice makes a table as high as its rows are drawn, a group as large as its members, and shrinks a box of
    unwrapped text about its middle.
    """
    if box is None or kind == "group":
        return ()
    left, top, width, height = box
    if kind == "table":
        return left, top, width
    if attribute(first(node, "p:txBody/a:bodyPr"), "wrap") == "none":
        return left + width // 2, top
    return left, top, width, height


def _place(node: etree._Element) -> etree._Element | None:
    return first(node, PLACES.get(etree.QName(node).localname, "p:spPr/a:xfrm"))


def _own(place: etree._Element | None, corner: str, size: str) -> Box | None:
    off, ext = first(place, f"a:{corner}"), first(place, f"a:{size}")
    if off is None or ext is None:
        return None
    x, y = (int(attribute(off, name)) for name in ("x", "y"))
    width, height = (int(attribute(ext, name)) for name in ("cx", "cy"))
    return x, y, width, height


def read_chart(root: etree._Element) -> EditedChart:
    """The chart of a part. Raises UnreadableError for one beyond all bounds."""
    series = tuple(_series(node) for node in root.iter(tag("c", "ser")))
    return EditedChart(tuple(one for one in series if any(one.values)), tuple(_titles(root)), _drawn(root))


def _drawn(root: etree._Element) -> str:
    """The kinds of its plots, which way bars run, and whether parts are stacked."""
    plots = (node for area in root.iter(tag("c", "plotArea")) for node in area if first(node, "c:ser") is not None)
    return ", ".join(dict.fromkeys(" ".join(_plot(plot)) for plot in plots))


def _plot(plot: etree._Element) -> Iterator[str]:
    yield etree.QName(plot).localname.removesuffix("Chart")
    direction, grouping = (attribute(first(plot, f"c:{name}"), "val") for name in ("barDir", "grouping"))
    yield from filter(None, (direction, grouping if "tacked" in grouping else ""))


def _titles(root: etree._Element) -> Iterator[str]:
    """Titles of the chart and of its axes."""
    for title in root.iter(tag("c", "title")):
        text = normal(" ".join(node.text or "" for node in title.iter(tag("a", "t"))))
        if text:
            yield text


def _series(node: etree._Element) -> EditedSeries:
    name = points(first(node, "c:tx"))
    categories, values = points(first(node, "c:cat")), points(first(node, "c:val"))
    return EditedSeries(
        normal(name[0]) if name else "",
        tuple(normal(category) for category in categories),
        tuple(_number(value) for value in values),
    )


def _number(text: str) -> str:
    """A value as programs store it; anything that is not a number stays as it is."""
    try:
        return f"{float(text):.12g}" if text else ""
    except ValueError:
        return text
