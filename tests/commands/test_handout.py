"""`rapport handout` and documents that carry their source, as their users run them; files are read back."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from content_tree import SMALL, plain_spaces, write_tree
from judges.verapdf import Flavour, failures
from rapport.cli import main
from rapport.read.facts.table import read_table

ASSETS = Path(__file__).parents[2] / "assets"
ALL = [f"evian-{form}.pdf" for form in ("2up", "booklet", "large-print", "lines", "notes", "slides")]


def project(tmp_path: Path, changes: Mapping[str, str | None] | None = None) -> list[str]:
    """A project in a folder, as options of the command line."""
    content = write_tree(tmp_path, changes)
    return ["--content", str(content), "--assets", str(ASSETS), "--output", str(tmp_path / "output")]


def made(tmp_path: Path) -> dict[str, bytes]:
    folder = tmp_path / "output" / "evian"
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if not path.name.startswith(".")}


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def test_all_handouts_are_made_by_default(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["handout", *project(tmp_path)]) == 0
    assert list(made(tmp_path)) == ALL
    assert sorted(Path(line).name for line in capsys.readouterr().out.splitlines()) == ALL


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (["--booklet"], "evian-booklet.pdf"),
        (["--n-up", "6"], "evian-6up.pdf"),
        (["--large-print"], "evian-large-print.pdf"),
        (["--slides"], "evian-slides.pdf"),
        (["--bound"], "evian-bound.pdf"),
        (["--notes"], "evian-notes.pdf"),
    ],
)
def test_each_kind_has_its_option(options: list[str], name: str, tmp_path: Path) -> None:
    assert main(["handout", *project(tmp_path), "evian", *options]) == 0
    assert list(made(tmp_path)) == [name]


def test_numbers_stand_at_the_outer_edge_of_what_is_bound(tmp_path: Path) -> None:
    assert main(["handout", *project(tmp_path), "evian", "--bound"]) == 0
    starts = []
    for page in list(pypdfium2.PdfDocument(made(tmp_path)["evian-bound.pdf"]))[1:]:
        text = page.get_textpage()
        place = text.search("page ").get_next()
        assert place is not None
        starts.append(text.get_charbox(place[0])[0])
    assert starts
    assert all(start < 60 for start in starts[::2])  # page 2 is a left one
    assert all(start > 450 for start in starts[1::2])


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    main(["handout", *project(tmp_path / "a")])
    main(["handout", *project(tmp_path / "b")])
    assert made(tmp_path / "a") == made(tmp_path / "b")


def test_paper_says_where_the_accessible_document_is(tmp_path: Path) -> None:
    main(["handout", *project(tmp_path), "--booklet", "--n-up", "4"])
    for name, title in (("evian-booklet.pdf", "livret à plier"), ("evian-4up.pdf", "4 pages par feuille")):
        with opened(made(tmp_path)[name]) as pdf:
            assert title in plain_spaces(str(pdf.docinfo["/Title"]))
            assert "le document accessible est evian-brief.pdf" in plain_spaces(str(pdf.docinfo["/Subject"]))
            assert "/StructTreeRoot" not in pdf.Root


@pytest.mark.parametrize("count", ["1", "17", "deux"])
def test_a_number_of_pages_that_no_sheet_holds_is_wrong_usage(
    count: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["handout", *project(tmp_path), "--n-up", count])
    assert "--n-up" in capsys.readouterr().err


def test_faults_keep_handouts_from_being_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = SMALL["facts/financement.yaml"].replace("status: promised", "status: promissed")
    assert main(["handout", *project(tmp_path, {"facts/financement.yaml": facts})]) == 1
    assert "« promissed »" in plain_spaces(capsys.readouterr().err)
    assert not (tmp_path / "output").exists()


def test_the_mark_of_a_draft_goes_with_a_final_edition(tmp_path: Path) -> None:
    main(["handout", *project(tmp_path), "--large-print"])
    draft = made(tmp_path)
    main(["handout", *project(tmp_path), "--large-print", "--final"])
    assert made(tmp_path) != draft


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
@pytest.mark.parametrize("name", ["evian-large-print.pdf", "evian-slides.pdf", "evian-notes.pdf"])
def test_what_is_read_on_screen_conforms(name: str, flavour: Flavour, tmp_path: Path) -> None:
    main(["handout", *project(tmp_path), "--large-print", "--slides", "--notes"])
    assert failures(made(tmp_path)[name], flavour) == ()


# documents that carry their source


def attached(data: bytes) -> dict[str, bytes]:
    with opened(data) as pdf:
        return {name: bytes(file.get_file().read_bytes()) for name, file in pdf.attachments.items()}


def test_a_brief_carries_what_it_was_made_from(tmp_path: Path) -> None:
    main(["build", *project(tmp_path), "--attach-source"])
    files = attached(made(tmp_path)["evian-brief.pdf"])
    for name in ("briefings/evian", "sections/financement", "facts/financement", "sources"):
        typed = (tmp_path / "content" / f"{name}.yaml").read_bytes()
        assert files[f"{name.replace('/', '-')}.yaml"] == typed


def test_it_carries_its_facts_as_a_table_that_can_be_imported(tmp_path: Path) -> None:
    main(["build", *project(tmp_path), "--attach-source"])
    table = attached(made(tmp_path)["evian-brief.pdf"])["faits.csv"]
    lines, problems = read_table("faits.csv", table.decode("utf-8-sig"))
    assert problems == ()
    assert {(line.file, line.key) for line in lines} >= {("financement", "levees"), ("financement", "pme")}
    assert all(line.fact is not None for line in lines)


def test_it_carries_nothing_of_other_briefings(tmp_path: Path) -> None:
    other = {"sections/secret.yaml": 'title: Secret\nmessage: "Secret"\nblocks:\n  - paragraph: "Secret"\n'}
    assert main(["build", *project(tmp_path, other), "--attach-source"]) == 0
    assert not [name for name in attached(made(tmp_path)["evian-brief.pdf"]) if "secret" in name]


def test_nothing_is_attached_unasked(tmp_path: Path) -> None:
    main(["build", *project(tmp_path)])
    assert attached(made(tmp_path)["evian-brief.pdf"]) == {}


@pytest.mark.parametrize("flavour", ["ua1", "3a"])
@pytest.mark.parametrize(("command", "name"), [("build", "evian-brief.pdf"), ("handout", "evian-large-print.pdf")])
def test_with_its_source_a_document_is_of_part_three(command: str, name: str, flavour: Flavour, tmp_path: Path) -> None:
    assert main([command, *project(tmp_path), "--attach-source"]) == 0
    data = made(tmp_path)[name]
    assert failures(data, flavour) == ()
    with opened(data) as pdf:
        assert {str(file.AFRelationship) for file in pdf.Root.AF} == {"/Source", "/Data"}
        assert b"<pdfaid:part>3" in pdf.Root.Metadata.read_bytes()
