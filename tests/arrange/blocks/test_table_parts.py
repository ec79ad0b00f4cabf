"""Tables of more columns than a slide has room for at a size that is read from afar."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from editions import edition, section
from rapport.arrange.arrange import Arranged
from rapport.arrange.blocks.table_parts import parted
from rapport.edition.blocks.figures import Cell, Column, ColumnRole, Row, Table
from rapport.edition.edition import Edition
from rapport.edition.text import plain, words
from sketch import tables, title

SUBJECTS = ("Atténuation", "Adaptation", "Financement", "Transparence", "Sauvegarde", "Coopération", "Responsabilités")


def table(*columns: Column, rows: int = 3) -> Table:
    """Cells that say the name of their column."""
    cells = tuple(Cell(column.header) for column in columns)
    heading = Row((Cell(words("Pays développés")),), "group")
    return Table(words("Positions"), columns, (heading, *(Row(cells) for _ in range(rows))), ())


def columns(*names: str, role: ColumnRole = "text", under: str = "") -> tuple[Column, ...]:
    return tuple(Column(words(name), role, under=words(under) if under else ()) for name in names)


def heads(table: Table) -> list[str]:
    return [plain(column.header) for column in table.columns]


def test_seven_subjects_stand_on_two_slides_each_with_the_names_of_the_rows(
    arranged: Callable[[Edition], Arranged],
) -> None:
    subjects = columns(*(f"{name} internationale" for name in SUBJECTS))
    made = arranged(edition(section("a", "Titre", table(Column(words("Groupe"), "name"), *subjects))))
    slides = made.deck.slides[2:]
    assert [len(frame.widths) for slide in slides for frame in tables(slide)] == [5, 4]
    assert title(slides[0]) == "Titre"
    assert title(slides[1]).replace("\u00a0", " ").startswith("Titre – Sauvegarde internationale")
    assert "slide-small" not in [problem.code for problem in made.problems]


def test_titles_name_the_groups_that_go_on_and_the_columns_that_begin(arranged: Callable[[Edition], Arranged]) -> None:
    made = table(Column(words("Groupe"), "name"), *columns(*(f"{name} internationale" for name in SUBJECTS)), rows=6)
    others = (Row((Cell(words("Pays en développement")),), "group"), *made.rows[1:])
    long = replace(made, rows=(*made.rows, *others))
    titles = [
        title(slide).replace("\u00a0", " ") for slide in arranged(edition(section("a", "Titre", long))).deck.slides
    ]
    assert titles[2:6] == [
        "Titre",
        "Titre – Pays développés (suite)",
        "Titre – Pays en développement",
        "Titre – Pays en développement (suite)",
    ]
    assert titles[6:8] == [
        "Titre – Sauvegarde internationale",
        "Pays développés (suite), Sauvegarde internationale",
    ]


def test_a_figure_is_not_parted_from_what_it_is_worth() -> None:
    name, *others = columns("Objet", role="name")
    figures = (*columns("Montant", role="amount"), *columns("Statut", role="status"), *columns("Date", role="period"))
    made = parted(table(name, *others, *columns("Lieu"), *figures), 2)
    assert [heads(each) for each in made] == [["Objet", "Lieu"], ["Objet", "Montant", "Statut", "Date"]]
    assert [plain(cell.text) for cell in made[1].rows[1].cells] == ["Objet", "Montant", "Statut", "Date"]


def test_columns_under_one_head_stay_together() -> None:
    years = (*columns("2023", "2024", under="Crédits"), *columns("2023", "2024", under="Dépenses"))
    made = parted(table(*columns("Mission", role="name"), *years), 2)
    assert [{plain(column.under) for column in each.columns[1:]} for each in made] == [{"Crédits"}, {"Dépenses"}]
    assert parted(table(*columns("Mission", role="name"), *years), 3) == ()
