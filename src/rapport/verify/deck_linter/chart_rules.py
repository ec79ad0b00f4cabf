"""Charts: what PowerPoint repairs, and what it would draw otherwise than meant (ECMA-376 part 1, 21.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from lxml.etree import _Element as Element

from rapport.formats.office.package import NAMES, attribute, find_all
from rapport.formats.unreadable import quoted
from rapport.verify.deck_linter.deck_file import C, LintRule, PackagePart, Remark, SlideCheck, SlideFile, each_slide

ChartCheck = Callable[[PackagePart], Iterator[str]]

_CLUSTERED = frozenset(("outEnd", "inEnd", "ctr", "inBase"))
_STACKED = frozenset(("ctr", "inEnd", "inBase"))
_AROUND = frozenset(("t", "b", "l", "r", "ctr"))
_NONE: frozenset[str] = frozenset()
_POSITIONS: Mapping[str, frozenset[str]] = {
    "lineChart": _AROUND,
    "scatterChart": _AROUND,
    "bubbleChart": _AROUND,
    "pieChart": frozenset(("bestFit", "outEnd", "inEnd", "ctr")),
    "radarChart": frozenset(("outEnd",)),
    "doughnutChart": _NONE,
    "areaChart": _NONE,
}


def label_positions(chart: PackagePart) -> Iterator[str]:
    """A label position that its kind of chart does not know makes PowerPoint repair the file."""
    for plot in find_all(chart.root, ".//c:plotArea/*"):
        kind = plot.tag.rpartition("}")[2]
        if kind == "barChart":
            grouping = attribute(plot.find("c:grouping", NAMES), "val") or "clustered"
            legal = _CLUSTERED if grouping == "clustered" else _STACKED
        elif kind in _POSITIONS:
            legal = _POSITIONS[kind]
        else:
            continue
        for position in {attribute(node, "val") for node in plot.iter(C + "dLblPos")} - legal:
            yield f"position d’étiquette interdite dans ce graphique\u00a0: {quoted(position)}"


def missing_axes(chart: PackagePart) -> Iterator[str]:
    """Every axis a plot refers to is there."""
    plots = find_all(chart.root, ".//c:plotArea/*")
    axes = {attribute(plot.find("c:axId", NAMES), "val") for plot in plots if plot.tag.endswith("Ax")}
    for plot in plots:
        if plot.find("c:ser", NAMES) is not None:
            for axis in find_all(plot, "c:axId"):
                if attribute(axis, "val") not in axes:
                    yield f"axe absent\u00a0: {attribute(axis, 'val')}"


def repeated_series(chart: PackagePart) -> Iterator[str]:
    """Series have numbers of their own."""
    counts = Counter(attribute(node, "val") for node in find_all(chart.root, ".//c:ser/c:idx"))
    for number in (key for key, count in counts.items() if count > 1):
        yield f"deux séries portent le numéro {number}"


def bad_numbers(chart: PackagePart) -> Iterator[str]:
    """Values are numbers."""
    for value in find_all(chart.root, ".//c:numCache/c:pt/c:v"):
        if not _is_number(value.text or ""):
            yield f"valeur qui n’est pas un nombre\u00a0: {quoted(value.text or '')}"


def point_counts(chart: PackagePart) -> Iterator[str]:
    """The count of a list covers its points, and is that of the categories."""
    for series in chart.root.iter(C + "ser"):
        declared = {_count(node) for node in series.iterfind("c:cat//c:ptCount", NAMES)}
        declared |= {_count(node) for node in series.iterfind("c:val//c:ptCount", NAMES)}
        highest = max((int(attribute(node, "idx") or 0) for node in series.iter(C + "pt")), default=-1)
        if len(declared) > 1 or (declared and highest >= max(declared)):
            yield "nombre de points d’une série faux"


def empty_formats(chart: PackagePart) -> Iterator[str]:
    """A number format that is empty."""
    caches = [node.text or "" for node in chart.root.iter(C + "formatCode")]
    shown = [attribute(node, "formatCode") for node in chart.root.iter(C + "numFmt")]
    if not all((*caches, *shown)):
        yield "format de nombre vide"


def missing_language(chart: PackagePart) -> Iterator[str]:
    """A chart says its language."""
    if not attribute(chart.root.find("c:lang", NAMES), "val"):
        yield "graphique sans langue"


def rounded_corners(chart: PackagePart) -> Iterator[str]:
    """PowerPoint rounds the corners of a chart that does not say otherwise."""
    if attribute(chart.root.find("c:roundedCorners", NAMES), "val") not in ("0", "false"):
        yield "graphique aux coins arrondis"


def automatic_title(chart: PackagePart) -> Iterator[str]:
    """A chart of one series shows its name as title, unless told not to."""
    content = chart.root.find("c:chart", NAMES)
    told = content is not None and attribute(content.find("c:autoTitleDeleted", NAMES), "val") in ("1", "true")
    if content is not None and content.find("c:title", NAMES) is None and not told:
        yield "graphique au titre automatique"


def missing_workbook(chart: PackagePart) -> Iterator[str]:
    """Readers can open the numbers."""
    if not any(chart.of_kind("package")):
        yield "graphique sans classeur de données"


def _count(node: Element) -> int:
    return int(attribute(node, "val") or 0)


def _is_number(value: str) -> bool:
    try:
        return float(value) not in (float("inf"), float("-inf")) and value.lower() != "nan"
    except ValueError:
        return False


_CHECKS: Mapping[str, ChartCheck] = {
    "chart-label-position": label_positions,
    "chart-axis-missing": missing_axes,
    "chart-series-repeated": repeated_series,
    "chart-value": bad_numbers,
    "chart-point-count": point_counts,
    "chart-format-empty": empty_formats,
    "chart-language": missing_language,
    "chart-rounded-corners": rounded_corners,
    "chart-automatic-title": automatic_title,
    "chart-workbook": missing_workbook,
}


def _each_chart(check: ChartCheck) -> SlideCheck:
    def check_all(slide: SlideFile) -> Iterator[Remark]:
        return (Remark(message, slide.place()) for chart in slide.charts for message in check(chart))

    return check_all


RULES = tuple(LintRule(code, each_slide(_each_chart(check))) for code, check in _CHECKS.items())
