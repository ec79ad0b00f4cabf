"""Lines that the program composes: words in them that somebody typed go home, what facts say is told with its fact."""

from __future__ import annotations

from pathlib import Path

import pytest

import handwork
from edit_desk import Desk

SOURCED = """
    title: Financement
    message: "Ce qui a été levé"
    kind: fiche
    blocks:
      - chart:
          kind: column
          title: "Les montants"
          measure: "en euros"
          facts: [levees, promesse]
          remark: "Année implicite."
      - table: {caption: "Les faits", facts: [levees, pme]}
        message: "Les mêmes, en table"
    """


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys, {"sections/financement.yaml": SOURCED})


SOURCE_LINE = "Source : bilan du 10 février 2026, § 4 et 8. Année implicite."


@pytest.mark.parametrize(
    ("make", "line"),
    [
        (
            handwork.text(4, "Pied de page", SOURCE_LINE.replace("implicite", "supposée")),
            '      remark: "Année supposée."',
        ),
        (
            handwork.text(4, "Pied de page", SOURCE_LINE.replace("bilan du", "dossier du")),
            "  short: dossier du 10 février 2026",
        ),
        (handwork.text(1, "Précision", "Finances"), "group: Finances"),
        (handwork.text(8, "Échéance 1", "Deux ans avant"), 'when: "Deux ans avant"'),
        (handwork.alternative(9, "Image", "Un grand carré vert"), 'alternative: "Un grand carré vert"'),
        (handwork.cell(2, 0, "PME à aider", slide=5), "  label: PME à aider"),
        (
            handwork.chart(lambda names, _n, _r: names.__setitem__(0, "levées d’une année")),
            "  label: levées d'une année",
        ),
    ],
)
def test_typed_words_of_a_composed_line_go_home(make: handwork.Make, line: str, desk: Desk) -> None:
    path = desk.edit(make)
    assert desk.fates(path) == ["text"]
    desk.run(path, "--apply")
    [changed] = desk.changed_lines()
    assert line in changed
    assert desk.fates(path) == ["done"]


def test_a_source_called_otherwise_is_told_with_all_that_shows_it(desk: Desk) -> None:
    said = desk.run(desk.edit(handwork.text(4, "Pied de page", SOURCE_LINE.replace("bilan du", "dossier du"))))
    assert "ce texte est aussi celui de : nice" in said
    assert "ce texte est montré" in said


@pytest.mark.parametrize(
    ("make", "fact"),
    [
        (handwork.text(3, "Statut\u00a0: Promis", "Réalisé"), "promesse"),
        (handwork.cell(2, 2, "Réalisé", slide=5), "pme"),
        (handwork.cell(1, 3, "2024", slide=5), "levees"),
    ],
)
def test_what_a_fact_says_of_itself_is_told_with_its_fact(make: handwork.Make, fact: str, desk: Desk) -> None:
    path = desk.edit(make)
    [change] = desk.changes(path)
    [figure] = change["figures"]
    assert (change["fate"], figure["fact"], figure["deck"]) == ("figure", fact, change["after"])
    desk.run(path, "--apply")
    assert desk.files() == desk.before


@pytest.mark.parametrize(
    ("make", "line", "reason"),
    [
        (handwork.text(8, "Échéance 3", "Juillet 2026"), 7, "composé d’après cette ligne du contenu"),
        (handwork.text(8, "Statut\u00a0: Prévu", "Réalisé"), 4, "un statut se change dans le contenu"),
    ],
)
def test_dates_and_statuses_of_a_timeline_are_told_with_their_line(
    make: handwork.Make, line: int, reason: str, desk: Desk
) -> None:
    path = desk.edit(make)
    [change] = desk.changes(path)
    assert (change["fate"], change["origin"]["file"]) == ("kept", "content/sections/calendrier.yaml")
    assert reason in change["reason"]
    assert change["origin"]["line"] == line


def test_a_cover_leads_to_its_briefing(desk: Desk) -> None:
    [change] = desk.changes(desk.edit(handwork.text(1, "Date", "11 février 2026")))
    assert change["origin"]["file"] == "content/briefings/evian.yaml"


ALIKE = """
    title: Un tableau
    message: "Qui fait quoi"
    blocks:
      - table:
          caption: "Les rôles"
          columns: ["Nom", "Rôle"]
          rows:
            - cells: ["Une équipe", "Relais"]
            - cells: ["Autre équipe", "Relais"]
    """
TWICE = """
    title: Les textes
    message: "Ce qu'il faut retenir"
    blocks:
      - bullets: ["Former les agents", "Former les agents"]
    """


def test_of_two_cells_alike_the_edited_one_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(tmp_path, capsys, {"sections/tableau.yaml": ALIKE})
    path = desk.edit(handwork.cell(2, 1, "Renfort"))
    desk.run(path, "--apply")
    assert [line.strip() for line in desk.changed_lines()] == ['- cells: ["Autre équipe", "Renfort"]']


def test_words_typed_twice_in_one_shape_are_their_authors_to_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(tmp_path, capsys, {"sections/textes.yaml": TWICE})
    path = desk.edit(handwork.text(5, "Texte", "Former tous les agents", 1))
    [change] = desk.changes(path)
    assert (change["fate"], change["reason"].split(" à ")[0]) == ("kept", "ces mots s’écrivent")
    desk.run(path, "--apply")
    assert desk.files() == desk.before
