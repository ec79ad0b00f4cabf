"""A promise and a payment are never added up: in a table with a total, in stacked bars, on a ring."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from rapport.edition.blocks.figures import Cell, Chart, ChartKind, Column, Point, Row, Series, Table
from rapport.edition.text import Evidence, Span, Status, words
from rapport.figures.claims import FactClaim
from rapport.origin import Origin
from rapport.verify.parity.charts import claim_findings
from rapport.verify.statements import check_totals
from verify.documents import documents

ACHIEVED, PROMISED = Status("achieved", "Réalisé"), Status("promised", "Promis")
CLAIMS = {
    "done": FactClaim("done", Decimal("2E9"), Decimal("2E9"), "EUR", "", "achieved"),
    "also": FactClaim("also", Decimal("1E9"), Decimal("1E9"), "EUR", "", "achieved"),
    "said": FactClaim("said", Decimal("109E9"), Decimal("109E9"), "EUR", "", "promised"),
}
LABELS = {"done": "2\u00a0Md€", "also": "1\u00a0Md€", "said": "109\u00a0Md€"}


def table(*facts: str, total: bool = True) -> Table:
    rows = [Row((Cell(words(key)), Cell((Span(LABELS[key], evidence=Evidence(key, "short")),)))) for key in facts]
    last = (Row((Cell(words("Total")), Cell(words("3\u00a0Md€"))), "total"),) if total else ()
    columns = (Column(words("Objet"), "name"), Column(words("Montant"), "amount"))
    return Table(words("Montants"), columns, (*rows, *last), (), origin=Origin("a.yaml", 7))


def mixed(made: Table) -> list[str]:
    edition = documents("evian-g7").brief_edition
    section = replace(edition.sections[0], blocks=(made,))
    return [str(finding.origin) for finding in check_totals(replace(edition, sections=(section,)), CLAIMS).findings]


def test_a_total_over_two_statuses_is_found() -> None:
    assert mixed(table("done", "said")) == ["a.yaml:7:0"]


def test_a_total_over_one_status_and_a_list_without_total_are_fine() -> None:
    assert mixed(table("done", "also")) == []
    assert mixed(table("done", "said", total=False)) == []


def chart(kind: ChartKind, *series: tuple[Status, str]) -> Chart:
    made = tuple(
        Series(
            status.word, status, (Point(Decimal(LABELS[key].split("\u00a0")[0]), LABELS[key], Evidence(key, "short")),)
        )
        for status, key in series
    )
    return Chart(kind, words("Titre"), words("en milliards"), ("a",), made, (), "Texte.", Decimal("1E9"), "Md€")


@pytest.mark.parametrize(
    ("made", "codes"),
    [
        (chart("bar", (ACHIEVED, "done"), (PROMISED, "said")), []),
        (chart("stacked", (ACHIEVED, "done"), (ACHIEVED, "also")), []),
        (chart("stacked", (ACHIEVED, "done"), (PROMISED, "said")), ["status-mixed"]),
        (chart("doughnut", (ACHIEVED, "done"), (PROMISED, "said")), ["status-mixed"]),
        (chart("bar", (ACHIEVED, "said")), ["chart-fact"]),
    ],
)
def test_charts_add_up_one_status_only(made: Chart, codes: list[str]) -> None:
    assert [finding.code for finding in claim_findings(made, CLAIMS, "", "fr-FR")] == codes


def test_a_value_drawn_wrong_is_found() -> None:
    made = chart("bar", (ACHIEVED, "done"))
    (series,) = made.series
    wrong = replace(made, series=(replace(series, points=(replace(series.points[0], value=Decimal(3)),)),))
    (finding,) = claim_findings(wrong, CLAIMS, "page\u00a03", "fr-FR")
    assert "le fait dit" in finding.message


def test_an_alternative_text_states_no_figure_of_its_own() -> None:
    made = replace(chart("bar", (ACHIEVED, "done")), alternative="Graphique à barres\u00a0: a, 5\u00a0Md€.")
    (finding,) = claim_findings(made, CLAIMS, "", "fr-FR")
    assert finding.code == "chart-alternative"
