"""Native charts against the edition's: what is drawn, what is cached, and the workbook behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from itertools import zip_longest

from rapport.edition.blocks.figures import Chart, Point, Series
from rapport.edition.text import plain
from rapport.figures.claims import Claims
from rapport.figures.reader import scan
from rapport.verify.deck import presentation
from rapport.verify.deck.workbook import cells_in, cells_of, header_of
from rapport.verify.finding import Finding, quoted
from rapport.verify.parity.agreement import disagreement

LABEL_FORMULA = re.compile(
    r'(?:"(?P<before>(?:[^"]|"")*)"&)?SUBSTITUTE\(FIXED\((?P<cell>[A-Z]+\d+),(?P<decimals>\d+),TRUE\),"\.",","\)'
    r'(?:&"(?P<after>(?:[^"]|"")*)")?'
)
SIGNS = "\u00a0○◇□▽"
"""What may stand beside a label: the white that keeps it from its bar, the sign on which the leader of an aim ends."""
CATEGORY_HEADS = ("Catégorie", "Category")
LABEL_HEADS = ("Étiquettes", "Labels")


def chart_findings(chart: Chart, found: presentation.Chart, place: str) -> Iterator[Finding]:
    """Where a chart as read back differs from the edition's: series, categories, values, labels, workbook, texts."""
    for fault in (*_series_faults(chart, found), *_workbook_faults(found)):
        yield Finding("chart-parity", fault, place, chart.origin)
    for text in found.texts:
        yield Finding("chart-text", f"texte en trop dans le graphique\u00a0: {quoted(text)}", place, chart.origin)


def _series_faults(chart: Chart, found: presentation.Chart) -> Iterator[str]:
    extra = found.series[len(chart.series) :]
    if len(found.series) < len(chart.series) or len(extra) > 1:
        yield f"{len(found.series)} série(s) au lieu de {len(chart.series)}"
    for series, read in zip(chart.series, found.series, strict=False):
        yield from _faults_of(chart, series, read)
    for read in extra:
        yield from _note_faults(chart, read)


def _faults_of(chart: Chart, series: Series, read: presentation.Series) -> Iterator[str]:
    if read.name != series.name:
        yield f"série {quoted(read.name)} au lieu de {quoted(series.name)}"
    if _one_line(read.categories) != _one_line(chart.categories):
        yield f"catégories {', '.join(read.categories)} au lieu de {', '.join(chart.categories)}"
    values = tuple(point.value for point in series.points)
    for category, value, cached in zip_longest(chart.categories, values, _padded(read.values, len(values))):
        if value != cached:
            yield f"{quoted(str(category))}\u00a0: {cached} en mémoire du graphique au lieu de {value}"
    yield from _label_faults(chart, series, read)


def _one_line(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text.replace("\n", " ") for text in texts)


def _padded(values: tuple[Decimal | None, ...], size: int) -> tuple[Decimal | None, ...]:
    return values + (None,) * (size - len(values))


def _label_faults(chart: Chart, series: Series, read: presentation.Series) -> Iterator[str]:
    for carrier, labels in (("étiquette", read.labels), ("étiquette en mémoire", read.range_labels)):
        for index, point in enumerate(series.points):
            label = labels[index] if index < len(labels) else ""
            if _shown(label) not in _allowed_labels(chart, series, point, index):
                yield f"{carrier} {quoted(label)} au lieu de {quoted(point.label)}"
    if len(read.labels) > len(series.points):
        yield f"{len(read.labels)} étiquettes pour {len(series.points)} valeurs"


def _shown(label: str) -> str:
    """A label on one line, without white and sign."""
    return " ".join(words for line in label.split("\n") if (words := line.strip(SIGNS)))


def _allowed_labels(chart: Chart, series: Series, point: Point, index: int) -> tuple[str, ...]:
    """A label, perhaps after the name of its series where several share a plot, of its category on a ring."""
    if point.value is None:
        return ("",)
    if chart.kind == "doughnut":
        return (point.label, f"{chart.categories[index]} {point.label}")
    if len(chart.series) > 1:
        return (point.label, f"{series.name} {point.label}")
    return (point.label,)


def _note_faults(chart: Chart, read: presentation.Series) -> Iterator[str]:
    """A series beyond the edition's may only say, on the baseline, which values are not known."""
    for index, _ in enumerate(chart.categories):
        points = [series.points[index] for series in chart.series]
        missing = next((point.label for point in points if point.label), "")
        known = missing if all(point.value is None for point in points) else ""
        value = read.values[index] if index < len(read.values) else None
        label = read.labels[index] if index < len(read.labels) else ""
        if value not in (None, Decimal(0)) or label != known:
            yield f"série {quoted(read.name)} en trop"
            return


def _workbook_faults(found: presentation.Chart) -> Iterator[str]:
    for series in found.series:
        name, categories, values, labels = (cells_of(reference, found.sheets) for reference in series.references)
        if name[:1] != (series.name,):
            yield f"classeur\u00a0: nom de série {', '.join(name)} au lieu de {quoted(series.name)}"
        if categories != series.categories:
            yield f"classeur\u00a0: catégories {', '.join(categories)} au lieu de {', '.join(series.categories)}"
        if tuple(map(_number, values)) != _padded(series.values, len(values)):
            yield f"classeur\u00a0: valeurs {', '.join(values)} de la série {quoted(series.name)}"
        if series.references[3] and labels != series.range_labels + ("",) * (len(labels) - len(series.range_labels)):
            yield f"classeur\u00a0: étiquettes {', '.join(labels)} de la série {quoted(series.name)}"
    yield from _cell_faults(found)
    yield from _formula_faults(found)


def _cell_faults(found: presentation.Chart) -> Iterator[str]:
    """Every cell is drawn from, or heads the column of categories or one of labels."""
    drawn = {place for series in found.series for reference in series.references for place in cells_in(reference)[1]}
    heads = dict(_heads(found))
    cells = {place: text for sheet in found.sheets for place, text in sheet.cells}
    for place, text in cells.items():
        if place not in drawn and place not in heads:
            yield f"classeur\u00a0: {quoted(text)} en trop dans la cellule {place}"
    for place, allowed in heads.items():
        if (text := cells.get(place, "")) not in allowed:
            yield f"classeur\u00a0: {quoted(text)} dans la cellule {place} au lieu de {quoted(allowed[0])}"


def _heads(found: presentation.Chart) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What may head the columns that no series has its name from: labels say whose they are."""
    for series in found.series:
        yield header_of(series.references[1]), CATEGORY_HEADS
        if series.references[3]:
            whose = f" – {series.name}" if series.name else ""
            yield header_of(series.references[3]), tuple(f"{head}{whose}" for head in LABEL_HEADS)


def _number(text: str) -> Decimal | str | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return text


def _formula_faults(found: presentation.Chart) -> Iterator[str]:
    """A label made by a formula must be what the formula gives."""
    for sheet in found.sheets:
        cells = dict(sheet.cells)
        for reference, formula in sheet.formulas:
            given, shown = _evaluated(formula, cells), cells.get(reference, "")
            if given != shown:
                yield f"classeur\u00a0: la formule de {reference} donne {quoted(given)}, la cellule dit {quoted(shown)}"


def _evaluated(formula: str, cells: dict[str, str]) -> str:
    """What a label's formula gives; a formula of another form gives nothing."""
    match = LABEL_FORMULA.fullmatch(formula)
    value = _number(cells.get(match["cell"], "")) if match else None
    if match is None or not isinstance(value, Decimal):
        return ""
    number = f"{value:.{match['decimals']}f}".replace(".", ",")
    return f"{match['before'] or ''}{number}{match['after'] or ''}".replace('""', '"')


def claim_findings(chart: Chart, claims: Claims, place: str, language: str) -> Iterator[Finding]:
    """Whether the chart's own values, labels and statuses are those of its facts."""
    for series in chart.series:
        for point in series.points:
            for fault in _claim_faults(chart, series, point, claims, language):
                yield Finding("chart-fact", fault, place, chart.origin)
    yield from _alternative_findings(chart, place, language)
    statuses = {series.status.key for series in chart.series if any(point.value is not None for point in series.points)}
    if chart.kind in ("stacked", "doughnut") and len(statuses) > 1:
        message = f"des statuts différents additionnés\u00a0: {', '.join(sorted(statuses))}"
        yield Finding("status-mixed", message, place, chart.origin)


def _alternative_findings(chart: Chart, place: str, language: str) -> Iterator[Finding]:
    """The alternative text states no figure that the chart does not."""
    points = [point for series in chart.series for point in series.points]
    texts = (plain(chart.title), plain(chart.measure), *chart.categories, *(point.label for point in points))
    known = {(figure.low, figure.high, figure.unit) for text in texts for figure in scan(text, language).figures}
    known.add((Decimal(len(points)), Decimal(len(points)), ""))
    for figure in scan(chart.alternative, language).figures:
        if figure.certain and (figure.low, figure.high, figure.unit) not in known:
            message = f"{quoted(figure.text)} dans le texte de remplacement n’est pas dans le graphique"
            yield Finding("chart-alternative", message, place, chart.origin)


def _claim_faults(chart: Chart, series: Series, point: Point, claims: Claims, language: str) -> Iterator[str]:
    if point.evidence is None:
        if point.value is not None:
            yield f"{quoted(point.label)} n’a pas de fait"
        return
    claim = claims.get(point.evidence.fact)
    if claim is None:
        yield f"le fait {quoted(point.evidence.fact)} n’existe pas dans le contenu"
        return
    if claim.status != series.status.key:
        yield f"{quoted(claim.key)}, de statut {claim.status}, dans une série de statut {series.status.key}"
    if claim.low is not None and point.value is not None and point.value * chart.scale != claim.low:
        yield f"{quoted(claim.key)}\u00a0: {point.value} × {chart.scale} tracé, le fait dit {claim.low}"
    if point.label and (fault := disagreement(point.label, point.evidence.form, claim, language)):
        yield f"{quoted(claim.key)}\u00a0: {fault}"
