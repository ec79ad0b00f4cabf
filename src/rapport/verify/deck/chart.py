"""A native chart: what it caches to draw, and the workbook it would be drawn from again (ISO/IEC 29500-1, 21.2)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lxml import etree

from rapport.verify.deck.package import NAMES, Package, attribute, find_all
from rapport.verify.deck.presentation import Chart, Series
from rapport.verify.deck.text import paragraph
from rapport.verify.deck.workbook import read_workbook
from rapport.verify.finding import UnreadableError, quoted

C = f"{{{NAMES['c']}}}"
MAX_POINTS = 10_000


def read_chart(package: Package, part: str) -> Chart:
    """The chart of a part. Raises `UnreadableError`."""
    root = package.root(part)
    plots = [node for area in find_all(root, "c:chart/c:plotArea") for node in area if str(node.tag).endswith("Chart")]
    kinds = "+".join(str(plot.tag).removeprefix(C) for plot in plots)
    nodes = sorted((node for plot in plots for node in find_all(plot, "c:ser")), key=_order)
    series = tuple(map(_series, nodes))
    shapes = package.of_kind(part, "chartUserShapes")
    drawn = tuple(_drawn(package.root(shapes))) if shapes in package.archive else ()
    book = package.of_kind(part, "package")
    sheets = read_workbook(package.archive[book]) if book in package.archive else ()
    return Chart(kinds, series, tuple(_texts(root)), sheets, drawn)


def _order(series: etree._Element) -> int:
    """Where a series stands among the others, whatever its place in the file."""
    return int(attribute(series.find("c:order", NAMES), "val") or 0)


def _drawn(root: etree._Element) -> Iterator[str]:
    """The text of each shape over the chart, its lines on one."""
    for body in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/chartDrawing}txBody"):
        text = " ".join(paragraph(node) for node in body.iter(f"{{{NAMES['a']}}}p"))
        if text.strip(" "):
            yield text


def _texts(root: etree._Element) -> Iterator[str]:
    """Titles of the chart and of its axes."""
    for title in root.iter(f"{C}title"):
        text = " ".join(paragraph(node) for node in title.iter(f"{{{NAMES['a']}}}p"))
        if text.strip(" "):
            yield text


def _series(node: etree._Element) -> Series:
    cells = "c:extLst/c:ext/c15:datalabelsRange"
    name = _cache(node.find("c:tx", NAMES))
    along = "c:cat" if node.find("c:cat", NAMES) is not None else "c:xVal"
    up = "c:val" if along == "c:cat" else "c:yVal"
    categories = _cache(node.find(along, NAMES))
    values = _cache(node.find(up, NAMES))
    label_cache = node.find(f"{cells}/c15:dlblRangeCache", NAMES)
    size = max(len(categories), len(values))
    return Series(
        name=name[0] if name else "",
        categories=categories,
        values=tuple(_number(text) for text in values),
        labels=_labels(node, size),
        range_labels=_points(label_cache) if label_cache is not None else (),
        references=(
            _formula(node.find("c:tx", NAMES)),
            _formula(node.find(along, NAMES)),
            _formula(node.find(up, NAMES)),
            node.findtext(f"{cells}/c15:f", "", NAMES),
        ),
    )


def _cache(node: etree._Element | None) -> tuple[str, ...]:
    """The points a reference caches, or that are written out in its place."""
    if node is None:
        return ()
    kinds = ("strCache", "numCache", "strLit", "numLit")
    found = next((item for kind in kinds for item in node.iter(f"{C}{kind}")), None)
    if found is None:
        return tuple(value.text or "" for value in find_all(node, "c:v"))
    return _points(found)


def _points(cache: etree._Element) -> tuple[str, ...]:
    points = {int(attribute(point, "idx")): point.findtext("c:v", "", NAMES) for point in find_all(cache, "c:pt")}
    count = int(attribute(cache.find("c:ptCount", NAMES), "val") or 0)
    size = max(count, max(points, default=-1) + 1)
    if size > MAX_POINTS:
        raise UnreadableError("graphique démesuré")
    return tuple(points.get(index, "") for index in range(size))


def _formula(node: etree._Element | None) -> str:
    return next((item.text or "" for item in node.iter(f"{C}f")), "") if node is not None else ""


def _labels(node: etree._Element, size: int) -> tuple[str, ...]:
    """The label of each point that has one of its own."""
    texts = {
        int(attribute(label.find("c:idx", NAMES), "val")): "\n".join(
            paragraph(line) for line in find_all(label, "c:tx/c:rich/a:p")
        )
        for label in find_all(node, "c:dLbls/c:dLbl")
        if label.find("c:delete", NAMES) is None
    }
    return tuple(texts.get(index, "") for index in range(max(size, max(texts, default=-1) + 1)))


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation as error:
        raise UnreadableError(f"valeur de graphique illisible\u00a0: {quoted(text)}") from error
