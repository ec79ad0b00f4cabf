"""Where words and figures come from, once a briefing rests on two sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_tree import plain_spaces, read_tree
from rapport.edition.blocks.figures import Comparison, Table
from rapport.edition.edition import Edition, EditionSection
from rapport.edition.text import plain, texts, words
from rapport.resolve.edition import context_of, resolve
from rapport.resolve.inline import citation, in_order, line_of, remark_after

TWO = """
        bilan: {title: Bilan de l’IA, short: bilan du 10 février 2026, date: 2026-02-10}
        enquete:
          title: Enquête annuelle
          short: enquête 2025
          date: 2025-11
          author: Zoé Çelik
          publisher: Institut du chiffre
          places: "§ : paragraphes, titres exclus"
        """
SECTION = """
        title: Financement
        message: "Les start-up ont levé {levees:short}, plus de quoi grandir"
        blocks:
          - paragraph: "La part augmente [@enquete § 14] ; les autres suivent [@enquete]."
          - table: {caption: "Levées", facts: [levees]}
          - table: {caption: "Des mots", columns: ["Pays", "Avis"], rows: [{cells: ["Inde", "Pour"]}]}
            message: "Des mots seuls"
          - timeline: [{text: "Ouverture [@enquete tableau 3]", date: 2025-02, status: achieved}]
            message: "Un calendrier"
          - sources: used
        """


def edition(folder: Path, medium: str = "brief", **changes: str) -> Edition:
    files = {"sources.yaml": TWO, "sections/financement.yaml": SECTION} | changes
    content = read_tree(folder, files).content
    return resolve(content, "evian", medium)  # type: ignore[arg-type]


def section(folder: Path, medium: str = "brief") -> EditionSection:
    return edition(folder, medium).sections[0]


def test_prose_names_the_source_and_its_place(tmp_path: Path) -> None:
    said = [plain_spaces(text) for text in texts(section(tmp_path).blocks)]
    assert "La part augmente (enquête 2025, § 14) ; les autres suivent (enquête 2025)." in said


def test_the_column_of_sources_names_the_document(tmp_path: Path) -> None:
    tables = [block for block in section(tmp_path).blocks if isinstance(block, Table)]
    assert plain_spaces(plain(tables[0].rows[0].cells[-1].text)) == "bilan du 10 février 2026, § 4"


def test_one_source_needs_no_name_in_the_column(tmp_path: Path) -> None:
    one = SECTION.replace(" [@enquete § 14]", "").replace(" [@enquete tableau 3]", "").replace(" [@enquete]", "")
    made = edition(tmp_path, **{"sections/financement.yaml": one}).sections[0]
    tables = [block for block in made.blocks if isinstance(block, Table)]
    assert plain_spaces(plain(tables[0].rows[0].cells[-1].text)) == "§ 4"


def test_each_source_line_says_what_is_above_it_alone(tmp_path: Path) -> None:
    made = section(tmp_path)
    lines = [plain_spaces(plain(block.source)) for block in made.blocks if hasattr(block, "source")]
    assert lines == ["Source : bilan du 10 février 2026, § 4.", "", "Source : enquête 2025, tableau 3."]
    assert plain_spaces(plain(made.source)) == "Source : bilan du 10 février 2026, § 4 ; enquête 2025, § 14."


COMPARED = """
          - comparison:
              - {title: "Inde", items: ["Une position"]}
              - {title: "Canada", items: ["Une autre [@enquete § 2]"]}
            remark: "Positions citées d'après le bilan ; {levees:short} levés."
        """


def test_what_the_remark_of_a_comparison_calls_has_its_source(tmp_path: Path) -> None:
    changed = SECTION.partition("          - table")[0] + COMPARED.lstrip("\n")
    made = edition(tmp_path, **{"sections/financement.yaml": changed}).sections[0]
    (block,) = (each for each in made.blocks if isinstance(each, Comparison))
    assert plain_spaces(plain(block.source)) == "Source : bilan du 10 février 2026, § 4 ; enquête 2025, § 2."


def test_a_slide_of_words_alone_names_no_source(tmp_path: Path) -> None:
    made = section(tmp_path, "deck")
    assert [plain(block.source) for block in made.blocks if hasattr(block, "source")][1] == ""
    assert made.source == ()


def test_the_list_of_sources_says_who_wrote_them_and_how_places_are_counted(tmp_path: Path) -> None:
    said = [plain_spaces(text) for text in texts(section(tmp_path).blocks)]
    cited = "(enquête 2025, § 14, tableau 3)"
    assert f"Enquête annuelle, Zoé Çelik, Institut du chiffre {cited}. § : paragraphes, titres exclus." in said


def test_the_first_pages_say_how_places_are_counted(tmp_path: Path) -> None:
    made = edition(tmp_path)
    said = [plain_spaces(text) for text in texts(made.contents.blocks)]
    assert "enquête 2025, § : paragraphes, titres exclus." in said


def test_places_stand_in_order() -> None:
    places = ["p. 12", "p. 3", "annexe 2", "tableau 10", "tableau 9"]
    assert sorted(places, key=in_order) == ["annexe 2", "p. 3", "p. 12", "tableau 9", "tableau 10"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (["p. 3", "p. 5", "§ 4"], "§ 4, p. 3 et 5"),
        (["p. 3", "p. 5", "annexe 2", "§ 4", "§ 2"], "§ 2 et 4, p. 3 et 5, annexe 2"),
        (["§4"], "§ 4"),
        (["pp. 4"], "p. 4"),
        (["pp. 4-6"], "pp. 4-6"),
        (["pp. 4 et 6"], "pp. 4 et 6"),
        (["art. 7, p.4"], "art. 7, p. 4"),
    ],
)
def test_places_are_printed_alike_however_they_are_typed(typed: list[str], printed: str, tmp_path: Path) -> None:
    context = context_of(read_tree(tmp_path).content, "evian", "brief")
    line = plain(line_of(citation("bilan", typed, context), context))
    assert plain_spaces(line).removeprefix("bilan du 10 février 2026, ") == printed
    assert " " not in line.partition(", ")[2] or printed not in ("§ 4", "p. 4")  # no line ends within it


@pytest.mark.parametrize(
    ("table", "line"),
    [
        (
            '{caption: "C", columns: ["A", "B"], rows: [{cells: ["a", "b"]}], remark: "Liste *ouverte*."}',
            "Liste ouverte.",
        ),
        (
            '{caption: "C", columns: ["A", "B"], rows: [{cells: ["a", "b"]}], remark: "Liste ouverte."}',
            "Liste ouverte.",
        ),
        (
            '{caption: "C", facts: [levees], remark: "Sans *les aides*."}',
            "Source : bilan du 10 février 2026, § 4. Sans les aides.",
        ),
        ('{caption: "C", facts: [levees]}', "Source : bilan du 10 février 2026, § 4."),
        (
            '{caption: "C", columns: ["A", "B"], rows: [{cells: ["a", "b"]}], remark: "Dont {levees}."}',
            "Source : bilan du 10 février 2026, § 4. Dont plus de 2,6 milliards d’euros.",
        ),
    ],
)
def test_a_remark_ends_the_source_line_where_there_is_one(table: str, line: str, tmp_path: Path) -> None:
    text = f'title: A\nmessage: "B"\nblocks:\n  - table: {table}\n'
    files = {"sections/financement.yaml": text}
    made = resolve(read_tree(tmp_path, files).content, "evian", "brief").sections[0]
    assert [plain_spaces(plain(block.source)) for block in made.blocks if isinstance(block, Table)] == [line]


def test_what_follows_the_sources_of_a_line_is_whole_however_it_is_parted() -> None:
    line = words("Source : bilan, § 4. Les lignes ne s’additionnent pas.")
    head = words("Source : bilan, § 4.")
    for parts in (
        ("Source : bilan, § 4.", " Les lignes", " ne s’additionnent pas."),
        ("Sour", "ce : bilan, § 4. Les", " ", "l"),
    ):
        parted = tuple(span for part in parts for span in words(part))
        assert plain(remark_after(parted, head)) == "".join(parts).removeprefix("Source : bilan, § 4.")
    assert plain(remark_after(line, words("Sources : "))) == plain(line)


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        ("Chiffres provisoires.", [("Source : bilan du 10 février 2026, § 4. Chiffres provisoires.", "none")]),
        (
            "*Chiffres provisoires.*",
            [("Source : bilan du 10 février 2026, § 4. ", "none"), ("Chiffres provisoires.", "emphasis")],
        ),
    ],
)
def test_a_remark_keeps_its_emphasis(remark: str, said: list[tuple[str, str]], tmp_path: Path) -> None:
    table = f'{{caption: "Levées", facts: [levees], remark: "{remark}"}}'
    section = f'title: A\nmessage: "B"\nblocks:\n  - table: {table}\n'
    (block,) = (
        resolve(read_tree(tmp_path, {"sections/financement.yaml": section}).content, "evian", "brief")
        .sections[0]
        .blocks
    )
    assert isinstance(block, Table)
    assert [(plain_spaces(span.text), span.emphasis) for span in block.source] == said
