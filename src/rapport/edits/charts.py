"""What a chart draws: its data as it keeps them, and its titles (ISO/IEC 29500-1, 21.2)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rapport.edits.deck import EditedChart, EditedSeries
from rapport.edits.normal import normal
from rapport.formats.office.package import attribute, first, tag
from rapport.formats.office.presentation import points


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
