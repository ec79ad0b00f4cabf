"""What changed -> the sheet that says so, in several lengths."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
import pytest

from briefing_tree import briefing
from content_tree import read_tree
from rapport.edition.blocks.figures import Table
from rapport.edition.blocks.words import Callout
from rapport.edition.edition import Edition
from rapport.edition.imprint import FactShown, Imprint, ImprintChanges, ImprintPassage
from rapport.edition.text import plain
from rapport.language.languages import join_numbers
from rapport.look.charter import Charter
from rapport.pack.changes import compare
from rapport.read.faces import installed_fonts
from rapport.render.pdf.brief import draw_sheet
from rapport.resolve.reports.changes import change_sheets, stated, where
from rapport.resolve.reports.report import ReportWording

SAY = ReportWording("fr_FR")


@pytest.fixture
def brief(tmp_path: Path) -> Edition:
    return briefing(tmp_path).brief


def fact(number: int, value: str = "1") -> FactShown:
    return FactShown(
        f"fait-{number:03}", f"fait {number}", value, f"{value}\u00a0Md€", "achieved", "Réalisé", (number,)
    )


def imprint(facts: Sequence[FactShown], *texts: str, version: str = "1.0") -> Imprint:
    passages = (ImprintPassage("brief", "a", "Financement", 0, texts),) if texts else ()
    return Imprint("evian", version, "2026-02-10", "0" * 64, "1", tuple(facts), passages)


def many(count: int) -> ImprintChanges:
    return compare(
        imprint([fact(number) for number in range(count)]),
        imprint([fact(number, "2") for number in range(count)], version="1.1"),
    )


def tables(edition: Edition) -> list[Table]:
    return [block for section in edition.sections for block in section.blocks if isinstance(block, Table)]


def cells(table: Table) -> list[list[str]]:
    return [[plain(cell.text) for cell in row.cells] for row in table.rows]


def test_a_fact_is_stated_as_it_was_typed(tmp_path: Path) -> None:
    known = "label: un nom, status: planned, as_of: 2026-02-10, source: bilan, locator: § 1"
    facts = f"""
        group: Essai
        valeur: {{value: 2_600_000, unit: EUR, qualifier: more-than, {known}}}
        intervalle: {{low: 3, high: 4.5, unit: year, {known}}}
        nombre: {{value: 12, {known}}}
        jour: {{date: 2026-06, {known}}}
        mots: {{words: la moitié, {known}}}
        """
    found = read_tree(tmp_path, {"facts/essai.yaml": facts}).content.facts
    assert [stated(found[key]) for key in ("valeur", "intervalle", "nombre", "jour", "mots")] == [
        "more-than 2600000 EUR",
        "3..4.5 year",
        "12",
        "2026-06",
        "un nom",
    ]


def test_values_stand_side_by_side_under_what_happened_to_them(brief: Edition) -> None:
    changes = compare(imprint([fact(1), fact(3)]), imprint([fact(1, "2"), fact(2)]))
    [table] = tables(change_sheets(changes, (), brief)[0])
    assert cells(table) == [
        ["Modifiés"],
        ["fait 1", "1\u00a0Md€", "2\u00a0Md€", "dossier, p.\u00a01"],
        ["Ajoutés"],
        ["fait 2", "—", "1\u00a0Md€", "dossier, p.\u00a02"],
        ["Retirés"],
        ["fait 3", "1\u00a0Md€", "—", "dossier, p.\u00a03"],
    ]


def test_texts_are_quoted_where_there_is_room_and_counted_where_there_is_not(brief: Edition) -> None:
    changes = compare(imprint([], "Un.", "Deux."), imprint([], "Un.", "Trois."))
    quoted, *_, counted = change_sheets(changes, (), brief)
    assert cells(tables(quoted)[0]) == [["Dossier\u00a0: Financement", "Deux.", "Trois."]]
    assert cells(tables(counted)[0]) == [["Dossier\u00a0: Financement", "Modifié, 1\u00a0texte"]]


def test_a_text_that_became_two_stands_beside_the_first(brief: Edition) -> None:
    changes = compare(imprint([], "Un et deux."), imprint([], "Un.", "Deux."))
    [table] = tables(change_sheets(changes, (), brief)[0])
    assert [row[1:] for row in cells(table)] == [["Un et deux.", "Un."], ["—", "Deux."]]


def test_what_is_left_out_is_counted(brief: Edition) -> None:
    shortest = change_sheets(many(50), (), brief)[-1]
    [table] = tables(shortest)
    assert len(table.rows) == 1 + 4
    assert plain(table.source).startswith("Et 46\u00a0de plus")


def test_each_is_shorter_than_the_one_before_and_the_first_has_forty_rows(brief: Edition) -> None:
    found = change_sheets(many(50), (), brief)
    assert [len(table.rows) - 1 for edition in found for table in tables(edition)] == [40, 24, 16, 10, 6, 4]


@pytest.mark.parametrize(("count", "rows"), [(40, [40]), (41, [])])
def test_up_to_forty_texts_are_quoted(brief: Edition, count: int, rows: list[int]) -> None:
    earlier, later = ([f"{word} {number}." for number in range(count)] for word in ("Avant", "Après"))
    fullest = change_sheets(compare(imprint([], *earlier), imprint([], *later)), (), brief)[0]
    assert [len(table.rows) for table in tables(fullest) if len(table.columns) == 3] == rows


def test_one_alone_that_is_left_out_is_counted_too(brief: Edition) -> None:
    shortest = change_sheets(many(5), (), brief)[-1]
    [table] = tables(shortest)
    assert len(table.rows) == 1 + 4
    assert plain(table.source).startswith("Et 1\u00a0de plus")


@pytest.mark.parametrize("count", [0, 1, 12, 30, 400])
def test_one_page_holds_any_number_of_changes(brief: Edition, charter: Charter, count: int) -> None:
    sheet = draw_sheet(change_sheets(many(count), range(1, 1_000, 2), brief), charter, installed_fonts())
    assert len(pypdfium2.PdfDocument(sheet.data)) == 1


def test_nothing_changed_is_said_too(brief: Edition) -> None:
    [only] = change_sheets(compare(imprint([]), imprint([])), (), brief)
    assert plain(only.sections[0].title) == "Ce qui a changé depuis l’édition précédente"
    assert plain(only.sections[0].lead) == "Rien n’a changé\u00a0: ni chiffre, ni texte."


def test_the_copies_to_replace_are_set_apart(brief: Edition) -> None:
    [block] = [
        block
        for block in change_sheets(many(1), (1, 2, 3, 9), brief)[0].sections[0].blocks
        if isinstance(block, Callout)
    ]
    assert plain(block.text) == "Exemplaires de l’édition précédente à remplacer\u00a0: 1 à 3 et 9."


@pytest.mark.parametrize(
    ("holders", "phrase"), [((1,), "1"), ((1, 2), "1 et 2"), ((1, 2, 3), "1 à 3"), ((1, 3, 4, 5, 8), "1, 3 à 5 et 8")]
)
def test_numbers_in_a_row_are_a_range(holders: tuple[int, ...], phrase: str) -> None:
    assert join_numbers(holders, "fr_FR").replace("\u00a0", " ") == phrase


def test_places_name_pages_and_slides() -> None:
    shown = FactShown("a", "a", "1", "1", "", "", (1, 2, 3, 7), (2,))
    assert where(shown, SAY) == "dossier, p.\u00a01–3, 7\u202f; diapos\u00a02"
