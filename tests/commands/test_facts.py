"""`rapport facts`: facts in a spreadsheet and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_tree import SMALL, plain_spaces, write_tree
from rapport.cli import main

ASSETS = Path(__file__).parents[2] / "assets"
FACTS = """\
# Les levées, relues le 10 février.
group: Financement

levees:
  label: levées des start-up
  value: 2_600_000_000   # arrondi par la source
  unit: EUR
  qualifier: more-than
  status: achieved
  period: 2025
  as_of: 2026-02-10
  source: bilan
  locator: § 4

# Les promesses, à part.
promesse:
  label: "centres de données : construction"
  value: 109_000_000_000
  unit: EUR
  status: promised
  as_of: 2026-02-10
  source: bilan
  locator: § 8

pme: {label: PME à équiper, value: 80, unit: percent, status: target, as_of: 2026-02-10, source: bilan, locator: § 6}
"""


class Project:
    """A content folder and its table."""

    def __init__(self, folder: Path, facts: str = FACTS) -> None:
        content = write_tree(folder, {"facts/financement.yaml": facts})
        self.path = content / "facts" / "financement.yaml"
        self.path.write_bytes(facts.encode())
        self.table = folder / "faits.csv"
        self.options = ["--content", str(content), "--assets", str(ASSETS)]

    def run(self, action: str) -> int:
        return main(["facts", action, str(self.table), *self.options])

    def edited(self, old: str, new: str) -> int:
        """Exports, edits the table, imports it."""
        assert self.run("export") == 0
        text = self.table.read_text(encoding="utf-8-sig")
        assert old in text
        self.table.write_bytes(text.replace(old, new, 1).encode())
        return self.run("import")

    @property
    def text(self) -> str:
        return self.path.read_bytes().decode()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_a_table_names_its_columns_and_opens_in_a_french_spreadsheet(project: Project) -> None:
    project.run("export")
    data = project.table.read_bytes()
    assert data.startswith(b"\xef\xbb\xbffile;key;label;")
    first, second, *_ = data.decode("utf-8-sig").split("\r\n")
    assert second.startswith("financement;levees;levées des start-up;;;2_600_000_000;")
    assert first.count(";") == second.count(";")


def test_there_and_back_changes_no_byte(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.run("export")
    assert project.run("import") == 0
    assert project.text == FACTS
    assert capsys.readouterr().err == "aucun fait n’a changé\n"


def test_a_table_without_byte_order_mark_is_read_too(project: Project) -> None:
    project.run("export")
    project.table.write_bytes(project.table.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    assert project.run("import") == 0
    assert project.text == FACTS


def test_a_changed_fact_is_written_anew_and_all_else_kept(project: Project) -> None:
    assert project.edited("109_000_000_000", "110_000_000_000") == 0
    assert project.text == FACTS.replace("109_000_000_000", "110_000_000_000")


def test_the_comments_inside_a_changed_entry_are_lost_and_no_others(project: Project) -> None:
    assert project.edited("2_600_000_000", "2_700_000_000") == 0
    expected = FACTS.replace("2_600_000_000", "2_700_000_000").replace("   # arrondi par la source", "")
    assert project.text == expected


def test_empty_cells_beyond_the_columns_are_no_fault(project: Project) -> None:
    assert project.edited(";§ 8;;;", ";§ 8;;;;;") == 0
    assert project.text == FACTS


def test_numbers_may_be_typed_as_the_spreadsheet_shows_them(project: Project) -> None:
    assert project.edited("109_000_000_000", "109 000 000 000,5") == 0
    assert "value: 109000000000.5\n" in project.text


@pytest.mark.parametrize("shown", ["2600000000", "2 600 000 000", "2600000000,00"])
def test_a_number_that_the_spreadsheet_writes_otherwise_changes_no_byte(project: Project, shown: str) -> None:
    assert project.edited("2_600_000_000", shown) == 0
    assert project.text == FACTS


def test_a_text_that_yaml_would_bite_is_quoted(project: Project) -> None:
    assert project.edited("levées des start-up", '"*levées* : {pme} ""total"" #1"') == 0
    assert 'label: "*levées* : {pme} \\"total\\" #1"\n' in project.text


def test_a_one_line_entry_is_written_anew_over_several(project: Project) -> None:
    assert project.edited(";80;", ";85;") == 0
    assert project.text.endswith("\npme:\n" + project.text.rsplit("\npme:\n", 1)[1])
    assert "  value: 85\n" in project.text


def test_a_new_line_adds_a_fact_at_the_end_of_its_file(project: Project) -> None:
    project.run("export")
    lines = project.table.read_text(encoding="utf-8-sig").splitlines()
    lines.append(lines[-1].replace(";pme;", ";tpe;").replace(";80;", ";50;"))
    project.table.write_text("\n".join(lines), encoding="utf-8")
    assert project.run("import") == 0
    assert project.text.startswith(FACTS + "\ntpe:\n  label: PME à équiper\n  value: 50\n")


def test_a_line_taken_out_deletes_nothing_and_it_is_said(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.run("export")
    lines = project.table.read_text(encoding="utf-8-sig").splitlines()
    project.table.write_text("\n".join(line for line in lines if ";pme;" not in line), encoding="utf-8")
    assert project.run("import") == 0
    assert project.text == FACTS
    assert "gardés tels quels : pme" in plain_spaces(capsys.readouterr().err)


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("tail", ["", "\n", "\n\n# fin\n"])
def test_line_ends_and_the_end_of_the_file_stay_as_they_are(tmp_path: Path, ending: str, tail: str) -> None:
    head, promise = FACTS.rsplit("\n\n", 1)[0].split("# Les promesses, à part.")
    pme = FACTS.rsplit("\n\n", 1)[1]
    facts = (head + pme + promise + tail).replace("\n", ending)
    project = Project(tmp_path, facts)
    assert project.edited("109_000_000_000", "5") == 0
    assert project.text == facts.replace("109_000_000_000", "5")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("109_000_000_000", "beaucoup", "faits.csv:3:58: number-expected: « beaucoup » n’est pas un nombre"),
        ("promised", "promissed", "choice-unknown: « promissed » n’est pas une valeur de « status »"),
        (";2025;", ";l’an dernier;", "date-expected: « l’an dernier » n’est pas une date"),
        ("financement;levees", "finances;levees", "file-unknown: fichier de faits inconnu : « finances »"),
        ("financement;promesse", "financement;levees", "key-duplicate: « levees » figure déjà à la ligne 2"),
        ("financement;levees", "financement;Levées", "faits.csv:2:13: key-invalid: la case « key » doit tenir une clé"),
        (";bilan;§ 8", ";bilen;§ 8", "source-unknown: source inconnue : « bilen »"),
        (";109_000_000_000;;", ";109_000_000_000;3;", "fact-quantity:"),
        (";label;", ";labl;", "faits.csv:1:10: column-unknown: colonne inconnue : « labl »"),
        (";label;", ";key;", "column-repeated: la colonne « key » figure deux fois"),
        ("levées des start-up", '"levées', "csv-quote: une case entre guillemets n’est pas fermée"),
        ("levées des start-up", 'le"vées', "csv-quote: un guillemet au milieu d’une case"),
        ("levées des start-up", '"levées" des', "csv-quote: du texte suit un guillemet fermant"),
        (";§ 8;;;;", ";§ 8;;;;;en trop;", "row-length:"),
    ],
)
def test_a_fault_is_placed_at_its_cell_and_nothing_is_written(
    project: Project, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str
) -> None:
    assert project.edited(old, new) == 1
    assert said in plain_spaces(capsys.readouterr().err)
    assert project.text == FACTS


def test_all_faults_of_a_table_are_said_at_once(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    project.run("export")
    text = project.table.read_text(encoding="utf-8-sig").replace("promised", "x").replace(";80;", ";y;")
    project.table.write_text(text, encoding="utf-8")
    assert project.run("import") == 1
    said = capsys.readouterr().err
    assert "choice-unknown" in said
    assert "number-expected" in said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "table-header"),
        (b"file,key,label\n", "repartez d’un tableau exporté"),
        ("file;key;libellé\n".encode("cp1252"), "file-encoding"),
    ],
)
def test_a_file_that_is_no_table_is_said_to_be_none(
    project: Project, capsys: pytest.CaptureFixture[str], data: bytes, said: str
) -> None:
    project.table.write_bytes(data)
    assert project.run("import") == 1
    assert said in capsys.readouterr().err


def test_a_missing_table_is_wrong_usage(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert project.run("import") == 2
    assert "fichier introuvable" in capsys.readouterr().err


def test_faulty_content_is_not_exported(tmp_path: Path) -> None:
    project = Project(tmp_path, SMALL["facts/financement.yaml"].replace("status: promised", "status: x"))
    assert project.run("export") == 1
    assert not project.table.exists()


@pytest.mark.parametrize("place", ["autres.yml", "2025/levees.yaml"])
def test_every_file_of_facts_is_in_the_table(place: str, tmp_path: Path) -> None:
    project = Project(tmp_path)
    other = project.path.parent / place
    other.parent.mkdir(exist_ok=True)
    fact = "label: créations, value: 4, unit: percent, status: target, as_of: 2026-02-10, source: bilan, locator: § 6"
    other.write_text(f"group: Autres\npostes: {{{fact}}}\n", encoding="utf-8")
    assert project.edited("créations", "postes à créer") == 0
    assert place.removesuffix(".yaml") in project.table.read_text(encoding="utf-8-sig")
    assert "postes à créer" in other.read_text(encoding="utf-8")
