"""What a chart draws: its data as it keeps them, and its titles (ISO/IEC 29500-1, 21.2)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from rapport.edits.deck import EditedChart, EditedSeries
from rapport.edits.normal import normal
from rapport.edits.package import RefusedError, attribute, find_all, first, tag

MOST_POINTS = 10_000
CACHES = tuple(tag("c", name) for name in ("strCache", "numCache", "strLit", "numLit"))


def read_chart(root: etree._Element) -> EditedChart:
    """The chart of a part. Raises RefusedError for one without measure."""
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
    name = _points(first(node, "c:tx"))
    categories, values = _points(first(node, "c:cat")), _points(first(node, "c:val"))
    return EditedSeries(
        normal(name[0]) if name else "",
        tuple(normal(category) for category in categories),
        tuple(_number(value) for value in values),
    )


def _points(node: etree._Element | None) -> tuple[str, ...]:
    """The points that a reference caches, or that are written out in its place."""
    cache = next((found for found in node.iter(*CACHES)), None) if node is not None else None
    if cache is None:
        return tuple(value.text or "" for value in find_all(node, "c:v"))
    points = {int(attribute(point, "idx")): first(point, "c:v") for point in find_all(cache, "c:pt")}
    size = max(int(attribute(first(cache, "c:ptCount"), "val") or 0), max(points, default=-1) + 1)
    if size > MOST_POINTS:
        raise RefusedError("un graphique démesuré")
    return tuple(_text(points.get(index)) for index in range(size))


def _text(node: etree._Element | None) -> str:
    return (node.text or "") if node is not None else ""


def _number(text: str) -> str:
    """A value as programs keep it; what is no number stays as it is."""
    try:
        return f"{float(text):.12g}" if text else ""
    except ValueError:
        return text
