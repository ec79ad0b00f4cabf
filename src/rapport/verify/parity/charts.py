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
from rapport.formats.unreadable import quoted
from rapport.slides.elements import ChartFrame
from rapport.verify.deck import presentation
from rapport.verify.deck.chart import cells_in, cells_of, header_of
from rapport.verify.parity.figures import disagreement
from rapport.verify.parity.plots import Wanted, day_numbers, names_of, wanted_series
from rapport.verify.report import Finding

LABEL_FORMULA = re.compile(
    r'(?:"(?P<before>(?:[^"]|"")*)"&)?SUBSTITUTE\(FIXED\((?P<cell>[A-Z]+\d+),(?P<decimals>\d+),TRUE\),"\.",","\)'
    r'(?:&"(?P<after>(?:[^"]|"")*)")?'
)
MEASURED_IN = re.compile(r"\b(?:en|in) ((?:(?!\b(?:en|in) )[^,;()])+)")
"""What a measure says that its numbers count; an author's own words may stand before ours."""
CATEGORY_HEADS = ("Catégorie", "Category", "वर्ग")
ALONG_HEADS = ("Abscisse", "Along", "अनुदिश")
LABEL_HEADS = ("Étiquettes", "Labels", "लेबल")


def chart_findings(chart: Chart, found: presentation.DeckChart, place: str) -> Iterator[Finding]:
    """Where a chart as read back differs from the edition's: series, categories, values, labels, workbook, texts."""
    for fault in (*_series_faults(chart, found), *_workbook_faults(chart, found)):
        yield Finding("chart-parity", fault, place, chart.origin)
    for text in found.texts:
        yield Finding("chart-text", f"texte en trop dans le graphique\u00a0: {quoted(text)}", place, chart.origin)


def label_findings(frame: ChartFrame, found: presentation.DeckChart, place: str) -> Iterator[Finding]:
    """Where the labels that stand on a chart's marks are not those of its plan."""
    for trace, read in zip(frame.plan.traces, found.series, strict=False):
        planned = {label.index for label in trace.labels if label.role == "value"}
        drawn = {at for at, text in enumerate(read.labels) if text}
        for at in sorted(planned ^ drawn):
            which = quoted(frame.plan.categories[at] if at < len(frame.plan.categories) else str(at + 1))
            fault = f"étiquette {'absente' if at in planned else 'en trop'}\u00a0: {which}"
            yield Finding("chart-label", fault, place, frame.chart.origin)


def _series_faults(chart: Chart, found: presentation.DeckChart) -> Iterator[str]:
    wanted = wanted_series(chart)
    if len(found.series) != len(wanted):
        yield f"{len(found.series)} série(s) au lieu de {len(wanted)}"
    for series, read in zip(wanted, found.series, strict=False):
        yield from _faults_of(chart, series, read)
    yield from _drawn_faults(chart, found)


def _faults_of(chart: Chart, series: Wanted, read: presentation.DeckSeries) -> Iterator[str]:
    if series.name is not None and read.name != series.name:
        yield f"série {quoted(read.name)} au lieu de {quoted(series.name)}"
    if not _stands_along(chart, series, read):
        yield f"catégories {', '.join(read.categories)} au lieu de {', '.join(series.along)}"
    size = len(series.values)
    for at, (value, cached) in enumerate(zip_longest(series.values, _padded(read.values, size))):
        if value != cached:
            category = series.along[at] if at < len(series.along) else ""
            yield f"{quoted(category)} : {cached} en mémoire du graphique au lieu de {value}"
    yield from _label_faults(series, read)


def _stands_along(chart: Chart, series: Wanted, read: presentation.DeckSeries) -> bool:
    """Whether a series stands along its categories, by name or by date, or along its values."""
    given = _one_line(read.categories)
    while given and not given[-1] and len(given) > len(series.along):
        given = given[:-1]
    if given == _one_line(series.along) or (chart.dates and given == day_numbers(chart)):
        return True
    numbers = [_number(text) for text in given]
    return numbers == [_number(text) for text in series.along]


def _one_line(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(text.replace("\n", " ") for text in texts)


def _padded(values: tuple[Decimal | None, ...], size: int) -> tuple[Decimal | None, ...]:
    """Values without the empty ones that follow the last category."""
    while len(values) > size and values[-1] is None:
        values = values[:-1]
    return values + (None,) * (size - len(values))


def _label_faults(series: Wanted, read: presentation.DeckSeries) -> Iterator[str]:
    """Labels that stand on marks are those of the values; a cell holds each of them, shown or not."""
    for at, allowed in enumerate(series.labels or (("",),) * len(read.labels)):
        label = " ".join(read.labels[at].split("\n")) if at < len(read.labels) else ""
        if label and label not in allowed:
            yield f"étiquette {quoted(label)} au lieu de {quoted(allowed[0])}"
        held = " ".join(read.range_labels[at].split("\n")) if at < len(read.range_labels) else ""
        if read.references[3] and held not in allowed:
            yield f"étiquette en mémoire {quoted(held)} au lieu de {quoted(allowed[0])}"
    if len([label for label in read.labels if label]) > len(series.values):
        yield f"{len(read.labels)} étiquettes pour {len(series.values)} valeurs"


def _drawn_faults(chart: Chart, found: presentation.DeckChart) -> Iterator[str]:
    """What is drawn over a chart only names what it shows; a ring has no other place for its names and values."""
    points = [point for series in chart.series for point in series.points]
    names = [name for series in chart.series for name in names_of(chart, series)]
    known = {*chart.categories, *names, *(point.label for point in points)}
    known |= {f"{arrow} {name}" for arrow in "↑→" for name in names}
    for text in found.drawn:
        if text not in known:
            yield f"{quoted(text)} en trop sur le graphique"
    if chart.kind == "doughnut":
        for text in (*chart.categories, *(point.label for point in points)):
            if text not in found.drawn:
                yield f"{quoted(text)} absent du graphique"


def _workbook_faults(chart: Chart, found: presentation.DeckChart) -> Iterator[str]:
    for series in found.series:
        name, categories, values, labels = (cells_of(reference, found.sheets) for reference in series.references)
        if name[:1] != (series.name,):
            yield f"classeur\u00a0: nom de série {', '.join(name)} au lieu de {quoted(series.name)}"
        if _unended(categories) != _unended(series.categories):
            yield f"classeur\u00a0: catégories {', '.join(categories)} au lieu de {', '.join(series.categories)}"
        if tuple(map(_number, _unended(values))) != _padded(series.values, len(_unended(values))):
            yield f"classeur\u00a0: valeurs {', '.join(values)} de la série {quoted(series.name)}"
        if series.references[3] and _unended(labels) != _unended(series.range_labels):
            yield f"classeur\u00a0: étiquettes {', '.join(labels)} de la série {quoted(series.name)}"
    yield from _cell_faults(chart, found)
    yield from _formula_faults(found)


def _unended(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Cells without the empty ones at the end."""
    while texts and not texts[-1]:
        texts = texts[:-1]
    return texts


def _cell_faults(chart: Chart, found: presentation.DeckChart) -> Iterator[str]:
    """Every cell is drawn from, heads a column, or names a row of points that stand along an axis of values."""
    drawn = {place for series in found.series for reference in series.references for place in cells_in(reference)[1]}
    heads = dict(_heads(found))
    cells = {place: text for sheet in found.sheets for place, text in sheet.cells}
    rows = {f"A{row}": name for row, name in enumerate(("", *chart.categories), start=1)}
    for place, text in cells.items():
        if place == "A1" and text in CATEGORY_HEADS:
            continue
        if place not in drawn and place not in heads and rows.get(place) != text:
            yield f"classeur\u00a0: {quoted(text)} en trop dans la cellule {place}"
    for place, allowed in heads.items():
        if (text := cells.get(place, "")) not in allowed:
            yield f"classeur\u00a0: {quoted(text)} dans la cellule {place} au lieu de {quoted(allowed[0])}"


def _heads(found: presentation.DeckChart) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What may head the columns that no series has its name from: labels say whose they are."""
    for series in found.series:
        yield header_of(series.references[1]), (*CATEGORY_HEADS, *ALONG_HEADS)
        if series.references[3]:
            whose = f" – {series.name}" if series.name else ""
            yield header_of(series.references[3]), tuple(f"{head}{whose}" for head in LABEL_HEADS)


def _number(text: str) -> Decimal | str | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return text


def _formula_faults(found: presentation.DeckChart) -> Iterator[str]:
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
    yield from _measure_findings(chart, place, language)
    yield from _alternative_findings(chart, place, language)
    statuses = {series.status.key for series in chart.series if any(point.value is not None for point in series.points)}
    if chart.kind in ("stacked", "stacked-100", "area", "waterfall", "doughnut") and len(statuses) > 1:
        message = f"des statuts différents additionnés\u00a0: {', '.join(sorted(statuses))}"
        yield Finding("status-mixed", message, place, chart.origin)


def _measure_findings(chart: Chart, place: str, language: str) -> Iterator[Finding]:
    """The power of ten that the measure ends on (« en milliards d’euros ») is that of the numbers on the marks."""
    for clause in MEASURED_IN.findall(plain(chart.measure))[-1:]:
        said, meant = (scan(f"1 {words}", language).figures[:1] for words in (clause, chart.unit))
        if said and meant and said[0].unit == meant[0].unit and said[0].low != meant[0].low:
            message = f"les nombres du graphique sont en {quoted(chart.unit)}, non en {quoted(clause)}"
            yield Finding("chart-measure", message, place, chart.origin)


def _alternative_findings(chart: Chart, place: str, language: str) -> Iterator[Finding]:
    """The alternative text states no figure that the chart does not."""
    points = [point for series in chart.series for point in series.points]
    names = (*chart.categories, *(series.name for series in chart.series), *(point.label for point in points))
    texts = (plain(chart.title), plain(chart.measure), *names)
    known = {(figure.low, figure.high, figure.unit) for text in texts for figure in scan(text, language).figures}
    counts = (Decimal(len(points)), Decimal(sum(point.value is not None for point in points)))
    known |= {(count, count, "") for count in counts}
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
    if claim.low is not None and point.value is not None and point.value * (series.scale or chart.scale) != claim.low:
        yield f"{quoted(claim.key)}\u00a0: {point.value} × {series.scale or chart.scale} tracé, le fait dit {claim.low}"
    if point.label and (fault := disagreement(point.label, point.evidence.form, claim, language)):
        yield f"{quoted(claim.key)}\u00a0: {fault}"
