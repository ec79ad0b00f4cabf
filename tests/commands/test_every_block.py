"""Every block and every kind of chart, as an author writes them: both documents are made and prove themselves."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

import office
from content_tree import write_tree
from judges import ooxml
from judges.verapdf import Flavour, failures
from parts import parts_of
from rapport.cli import main
from rapport.edition.blocks.figures import Table
from rapport.read.content import read_content
from rapport.resolve.edition import resolve
from readback import read_back
from vector import SVG

ASSETS = Path(__file__).parents[2] / "assets"
FACTS = """
        group: Essai
        un: {label: premier montant, value: 1_000_000_000, unit: EUR, status: achieved, period: 2025,
             as_of: 2026-02-10, source: bilan, locator: § 4}
        deux: {label: second montant, value: 3_000_000_000, unit: EUR, status: achieved, period: 2025,
               as_of: 2026-02-10, source: bilan, locator: § 5}
        """
SECTION = """
        title: Essai
        message: "Tous les blocs"
        blocks:
          - paragraph: "Des mots[^a], puis {un} réalisés."
          - bullets:
              - "Un point"
              - {text: "Un autre", items: ["une précision"]}
          - points: ["{un} réalisés"]
          - key-figures: {facts: [un, deux]}
            message: "Les chiffres clés"
          - table: {caption: "Les faits", groups: [{title: Réalisé, facts: [un, deux]}]}
            message: "Un tableau de faits"
          - table:
              caption: "Les montants réalisés"
              columns: ["Nom", "Rôle", "Montant"]
              rows:
                - {kind: group, cells: ["Réalisé"]}
                - cells: ["Premier", "Chef de file", "{un:amount}"]
                - {kind: total, cells: ["Second", "Appui", "{deux:amount}"]}
            message: "Un tableau de mots"
          - chart: {kind: bar, title: "Barres", measure: "En euros", facts: [un, deux]}
            message: "Des barres"
          - chart: {kind: column, title: "Colonnes", measure: "En euros", facts: [un, {gap: "sans valeur"}, deux]}
            message: "Des colonnes"
          - chart: {kind: line, title: "Courbe", measure: "En euros", facts: [un, deux]}
            message: "Une courbe"
          - chart: {kind: doughnut, title: "Anneau", measure: "En euros", facts: [un, deux]}
            message: "Un anneau"
          - chart:
              kind: stacked
              title: "Empilé"
              measure: "En euros"
              categories: ["Paris", "Lyon"]
              series: [{name: Aides, facts: [un, deux]}, {name: Prêts, facts: [deux, un]}]
            message: "Des parts"
          - timeline:
              - {text: "Sommet de Paris", date: 2025-02, when: "Un an avant", status: achieved}
              - {text: "Sommet d'Évian", date: 2026-06, status: planned}
            message: "Un calendrier"
          - callout: "La source ne dit pas tout."
            tone: information
          - quote: "Nous avons réalisé {un}."
            attribution: "§ 4, {un:status}"
          - questions: [{question: "Et ensuite ?", answer: "Le dossier ne le dit pas encore."}]
          - messages: [{title: "Premier", text: "Une idée."}, {title: "Autre", text: "Une idée de plus."}]
            title: "Les idées"
            message: "Des idées numérotées"
          - comparison:
              - {title: "Ici", detail: "À Paris", items: ["Un point"]}
              - {title: "Là", detail: "À Lyon", items: ["Un autre point"]}
            message: "Une comparaison"
          - image: {file: carte.svg, alternative: "Un carré percé", caption: "Le carré"}
            message: "Une image"
        footnotes: {a: "Une note."}
        """
END = """
        title: Annexe
        message: "Les listes"
        kind: annex
        media: [brief]
        blocks:
          - annex: "Chiffres"
          - glossary: used
          - sources: used
          - visuals: used
          - contacts: used
          - status-key: "À lire."
        """
BRIEFING = """
        event: {name: Sommet du G7, place: Évian, date: 2026-06}
        title: "Un essai"
        subtitle: "De tous les blocs"
        version: "1.0"
        date: 2026-02-10
        issuer: "Maison des chiffres"
        contacts: [{name: "Zoé Çelik", role: "Presse", details: ["presse@exemple.fr"]}]
        sections: [essai, annexe]
        """


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("blocks")
    changes = {
        "facts/essai.yaml": FACTS,
        "sections/essai.yaml": SECTION,
        "sections/annexe.yaml": END,
        "briefings/evian.yaml": BRIEFING,
    }
    write_tree(folder, changes)
    (folder / "assets").mkdir(exist_ok=True)
    (folder / "assets" / "charter.yaml").write_bytes((ASSETS / "charter.yaml").read_bytes())
    (folder / "assets" / "carte.svg").write_bytes(SVG)
    assert main(["build", *options(folder)]) == 0
    return folder


def options(folder: Path) -> list[str]:
    return [
        "--content",
        str(folder / "content"),
        "--assets",
        str(folder / "assets"),
        "--output",
        str(folder / "output"),
    ]


def pdf(project: Path, name: str) -> bytes:
    """A document, made when it is first asked for."""
    file = project / "output" / "evian" / f"evian-{name}.pdf"
    if not file.exists():
        assert main(["handout", *options(project)]) == 0
    return file.read_bytes()


def test_check_has_nothing_to_say(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *options(project)]) == 0
    assert {line.split(": ")[2] for line in capsys.readouterr().out.splitlines() if "avertissement: " in line} <= {
        "slide-sparse"
    }


def test_both_documents_prove_themselves(project: Path) -> None:
    folder = project / "output" / "evian"
    documents = [str(folder / "evian-brief.pdf"), str(folder / "evian-deck.pptx")]
    assert main(["verify", *documents, *options(project)[:4]]) == 0


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
@pytest.mark.parametrize("name", ["brief", "large-print", "slides", "notes"])
def test_every_pdf_conforms(project: Path, name: str, flavour: Flavour) -> None:
    assert failures(pdf(project, name), flavour) == ()


@pytest.mark.parametrize("name", ["brief", "large-print", "slides"])
def test_an_item_is_read_before_what_stands_under_it(project: Path, name: str) -> None:
    outer = read_back(pdf(project, name)).root.find("L")[0]
    assert " ".join(outer.text.split(" ")[:9]) == "– Un point – Un autre – une précision"


def test_the_deck_is_valid(project: Path) -> None:
    try:
        found = ooxml.errors((project / "output" / "evian" / "evian-deck.pptx").read_bytes(), "pptx")
    except ooxml.NotInstalledError:
        pytest.skip("not run: the validator is not installed")
    assert found == ()


def test_every_workbook_is_valid(project: Path) -> None:
    parts = parts_of((project / "output" / "evian" / "evian-deck.pptx").read_bytes())
    books = [data for name, data in parts.items() if name.endswith(".xlsx")]
    assert len(books) == 5
    try:
        assert [ooxml.errors(book, "xlsx") for book in books] == [()] * 5
    except ooxml.NotInstalledError:
        pytest.skip("not run: the validator is not installed")


def test_no_text_leaves_its_box(project: Path, tmp_path: Path) -> None:
    deck = project / "output" / "evian" / "evian-deck.pptx"
    office.drawn((deck,), tmp_path)
    assert office.outside(deck, tmp_path / "evian-deck.pdf") == []
    assert office.met(tmp_path / "evian-deck.pdf") == []


def test_every_chart_is_native(project: Path) -> None:
    with zipfile.ZipFile(project / "output" / "evian" / "evian-deck.pptx") as deck:
        names = [name for name in deck.namelist() if name.startswith("ppt/charts/chart")]
        kinds = {etree.QName(node).localname for name in names for node in etree.fromstring(deck.read(name)).iter()}
    assert len(names) == 5
    assert {"barChart", "lineChart", "doughnutChart"} <= kinds


def test_columns_of_figures_align_at_the_end(project: Path) -> None:
    content = read_content(project / "content", project / "assets").content
    blocks = resolve(content, "evian", "brief").sections[0].blocks
    tables = [block for block in blocks if isinstance(block, Table)]
    assert [column.role for column in tables[1].columns] == ["name", "text", "amount"]
    assert [row.kind for row in tables[1].rows] == ["group", "plain", "total"]
