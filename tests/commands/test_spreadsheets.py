"""Facts and recipients as Excel and LibreOffice save them: workbooks, encodings, dates and numbers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
import xlsxwriter

from content_tree import plain_spaces, write_tree
from rapport.cli import main
from rapport.read.facts.sheets import table_text
from rapport.read.recipients.recipients import read_recipients
from rapport.read.workbook import WorkbookError, as_csv

ASSETS = Path(__file__).parents[2] / "assets"
FACTS = "facts/financement.yaml"
USAGE, FAULTS = 2, 1


def facts(*words: str, folder: Path) -> int:
    return main(["facts", *words, "--content", str(folder / "content"), "--assets", str(ASSETS)])


def exported(folder: Path, name: str) -> Path:
    write_tree(folder)
    file = folder / name
    assert facts("export", str(file), folder=folder) == 0
    return file


def typed(folder: Path) -> str:
    return (folder / "content" / FACTS).read_text(encoding="utf-8")


def saved(rows: Sequence[Sequence[object]], formats: dict[tuple[int, int], str] | None = None) -> bytes:
    """A workbook as an office suite saves it: numbers and dates are numbers."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                code = (formats or {}).get((row, column), "dd/mm/yyyy" if isinstance(value, datetime) else "")
                style = book.add_format({"num_format": code} if code else {})
                naive = value.replace(tzinfo=None) if isinstance(value, datetime) else value
                sheet.write(row, column, naive, style)
    return data.getvalue()


@pytest.mark.parametrize("name", ["faits.xlsx", "faits.csv"])
def test_what_was_exported_comes_back_unchanged(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = exported(tmp_path, name)
    before = typed(tmp_path)
    capsys.readouterr()
    assert facts("import", str(file), folder=tmp_path) == 0
    assert typed(tmp_path) == before
    assert capsys.readouterr().out == ""


def test_a_workbook_is_a_workbook_and_the_same_each_time(tmp_path: Path) -> None:
    first = exported(tmp_path, "faits.xlsx").read_bytes()
    assert first.startswith(b"PK")
    assert exported(tmp_path, "autres.xlsx").read_bytes() == first


def test_a_value_changed_in_a_workbook_is_written_to_the_content(tmp_path: Path) -> None:
    file = exported(tmp_path, "faits.xlsx")
    rows = [line.split(";") for line in as_csv(file.read_bytes()).splitlines()]
    head = rows[0]
    changed: list[list[object]] = [list(row) for row in rows]
    changed[1][head.index("value")] = 2_700_000_000
    changed[1][head.index("as_of")] = datetime(2026, 2, 9, tzinfo=UTC)
    file.write_bytes(saved(changed))
    assert facts("import", str(file), folder=tmp_path) == 0
    assert "value: 2700000000" in typed(tmp_path)
    assert "as_of: 2026-02-09" in typed(tmp_path)


@pytest.mark.parametrize(("encoding", "sign"), [("cp1252", ";"), ("utf-16", "\t"), ("utf-8", ","), ("utf-8-sig", ";")])
def test_csv_of_any_office_suite_is_read(encoding: str, sign: str, tmp_path: Path) -> None:
    file = exported(tmp_path, "faits.csv")
    was, now = "levées des start-up", "levées de l'été, ×3, au m², en m³/s (§ 4)"
    text = file.read_text(encoding="utf-8-sig").replace(";", sign).replace(was, now)
    if sign == ",":
        text = text.replace(now, f'"{now}"')
    file.write_bytes(text.encode(encoding))
    assert facts("import", str(file), folder=tmp_path) == 0
    assert f"label: {now}" in typed(tmp_path)


def test_dates_as_excel_shows_them_are_those_of_the_content(tmp_path: Path) -> None:
    file = exported(tmp_path, "faits.csv")
    text = file.read_text(encoding="utf-8-sig").replace("2026-02-10", "10/02/2026").replace(";by-2030;", ";juin-26;")
    file.write_text(text, encoding="utf-8-sig")
    assert facts("import", str(file), folder=tmp_path) == 0
    assert "10/02/2026" not in typed(tmp_path)
    assert "period: 2026-06" in typed(tmp_path)


@pytest.mark.parametrize(
    ("value", "code", "read"),
    [
        (97.400000000000006, "", "97.4"),
        (2.6e11, "", "260000000000"),
        (12, "", "12"),
        (-0.5, "", "-0.5"),
        (46174, "mmm-yy", "2026-06"),
        (46174, "dd/mm/yyyy", "2026-06-01"),
        (46174, "[$-40C]d mmmm yyyy;@", "2026-06-01"),
        (0.25, "0.0%", "25"),
        (46174.4375, "dd/mm/yyyy hh:mm", "2026-06-01T10:30"),
        (46174, "dd/mm/yyyy hh:mm", "2026-06-01"),
        ("§ 4", "@", "§ 4"),
    ],
)
def test_a_cell_is_read_as_it_shows(value: object, code: str, read: str) -> None:
    assert as_csv(saved([[value]], {(0, 0): code})).strip() == read


@pytest.mark.parametrize("action", ["export", "import"])
def test_a_wrong_extension_is_refused(action: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_tree(tmp_path)
    file = tmp_path / "faits.pdf"
    if action == "import":
        file.write_bytes(b"%PDF")
    assert facts(action, str(file), folder=tmp_path) == USAGE
    assert "« faits.pdf » n’est ni un classeur ni un tableau CSV" in plain_spaces(capsys.readouterr().err)


def test_a_damaged_workbook_is_a_fault_and_no_crash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = exported(tmp_path, "faits.xlsx")
    file.write_bytes(file.read_bytes()[:900])
    assert facts("import", str(file), folder=tmp_path) == FAULTS
    assert "ce classeur ne se lit pas" in plain_spaces(capsys.readouterr().err)
    with pytest.raises(WorkbookError):
        as_csv(b"PK nothing")


WORKBOOK = '<workbook xmlns:r="urn:r"><sheets><sheet r:id="a"/></sheets></workbook>'
RELATIONS = '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>'
SHEET = '<worksheet><row r="1"><c r="A1" t="inlineStr"><is><t>clé</t></is></c></row></worksheet>'
PARTS = {"xl/workbook.xml": WORKBOOK, "xl/_rels/workbook.xml.rels": RELATIONS, "xl/worksheets/sheet1.xml": SHEET}


def workbook(parts: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def test_a_workbook_of_the_plainest_kind_is_read() -> None:
    assert as_csv(workbook(PARTS)) == "clé\n"


@pytest.mark.parametrize(
    "changed",
    [
        {"xl/workbook.xml": "<workbook/>"},
        {"xl/workbook.xml": "<workbook><sheet/></workbook>"},
        {"xl/workbook.xml": f'<!DOCTYPE a [<!ENTITY e "x">]>{WORKBOOK}'},
        {"xl/_rels/workbook.xml.rels": "<Relationships/>"},
        {"xl/worksheets/sheet1.xml": "<worksheet>"},
        {"../outside.xml": ""},
    ],
)
def test_a_workbook_without_a_sheet_or_made_to_harm_is_refused(changed: dict[str, str]) -> None:
    with pytest.raises(WorkbookError, match="ne se lit pas"):
        as_csv(workbook({**PARTS, **changed}))


def test_thirteen_thousand_facts_come_back() -> None:
    row = "essai;fait-{};label;;;1;;;;EUR;;achieved;;;2026-02-10;bilan;§ 4;;;;"
    text = "\n".join(row.format(number) for number in range(13_282)) + "\n"
    assert len(text) > 800_000
    assert table_text(text.encode(), "faits.csv") == (text, ())


def test_recipients_of_a_workbook_are_read_and_other_columns_left_aside(tmp_path: Path) -> None:
    file = tmp_path / "destinataires.xlsx"
    file.write_bytes(saved([["Nom", "Fonction", "Numéro"], ["Zoé Çelik", "Conseillère", 7]]))
    found = read_recipients(file)
    assert [(each.name, each.number) for each in found.listed] == [("Zoé Çelik", 7)]
    assert [plain_spaces(problem.message) for problem in found.problems] == ["colonne laissée de côté : « Fonction »"]


def test_a_workbook_of_recipients_that_is_none_is_told(tmp_path: Path) -> None:
    file = tmp_path / "destinataires.xlsx"
    file.write_bytes(b"PK")
    assert [problem.code for problem in read_recipients(file).problems][:1] == ["file-unreadable"]


def test_a_table_of_ones_own_brings_the_facts_that_sections_call_already(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that nobody wrote yet, fewer columns, one of remarks, a part and a day as Excel keeps them."""
    write_tree(
        tmp_path, {"sections/trafic.yaml": 'title: Trafic\nmessage: "Le train"\nblocks: [paragraph: "{abonnes}"]\n'}
    )
    head = ["file", "key", "label", "value", "unit", "status", "as_of", "source", "locator", "remarque de Luc"]
    line = [
        "trafic/rail",
        "abonnes",
        "abonnés",
        0.634,
        "percent",
        "measured",
        datetime(2026, 1, 31, tzinfo=UTC),
        "bilan",
    ]
    file = tmp_path / "faits.xlsx"
    file.write_bytes(saved([head, [*line, "§ 5", "vu"]], {(1, 3): "0.0%"}))
    assert facts("import", str(file), folder=tmp_path) == 0
    assert "colonne laissée de côté : « remarque de Luc »" in plain_spaces(capsys.readouterr().err)
    assert (tmp_path / "content/facts/trafic/rail.yaml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=../../.schema/facts.schema.json\ngroup: Rail\n\n"
        "abonnes:\n  label: abonnés\n  value: 63.4\n  unit: percent\n  status: measured\n  as_of: 2026-01-31\n"
        "  source: bilan\n  locator: § 5\n"
    )


def test_what_a_table_has_no_column_for_stays(tmp_path: Path) -> None:
    file = exported(tmp_path, "faits.xlsx")
    rows = [line.split(";") for line in as_csv(file.read_bytes()).splitlines()]
    gone = rows[0].index("qualifier")
    rows[1][rows[0].index("value")] = "2700000000"
    file.write_bytes(saved([[*row[:gone], *row[gone + 1 :]] for row in rows]))
    assert facts("import", str(file), folder=tmp_path) == 0
    assert "value: 2700000000" in typed(tmp_path)
    assert "qualifier: more-than" in typed(tmp_path)
