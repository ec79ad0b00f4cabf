"""A charter as an organisation edits it, and what it is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.look.charter import Charter
from rapport.problem import ContentError
from rapport.read.charter.charter import read_charter

SHIPPED = (Path(__file__).parents[2] / "assets" / "charter.yaml").read_text(encoding="utf-8")


def read(folder: Path, text: str) -> Charter:
    folder = folder / "assets"
    folder.mkdir(exist_ok=True)
    (folder / "charter.yaml").write_text(text, encoding="utf-8")
    return read_charter(folder / "charter.yaml")


def spaced(text: str) -> str:
    """The text with ordinary spaces, which a test's source shows; typography has a test of its own."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def told(folder: Path, text: str) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read(folder, text)
    return [spaced(f"{problem.code}: {problem.message}") for problem in caught.value.problems]


def edited(old: str, new: str) -> str:
    assert old in SHIPPED
    return SHIPPED.replace(old, new, 1)


def test_another_accent(tmp_path: Path) -> None:
    assert read(tmp_path, edited("#0B5A4C", "#1F3A93")).palette.accent == "#1F3A93"


def test_a_fault_says_where_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read(tmp_path, edited('grey: "#55615D"', 'grey: "#95A19D"'))
    (on_white, on_paper) = caught.value.problems
    assert str(on_white.origin) == "assets/charter.yaml:27:3"
    assert spaced(on_white.message) == "« grey » sur « white » : contraste de 2,67, sous 4,5"
    assert spaced(on_paper.message).startswith("« grey » sur « paper »")
    assert on_white.hint == "éloignez les deux couleurs en clarté"


FAULTS = [
    ('accent: "#0B5A4C"', "accent: vert", "charter-colour: « vert » n’est pas une couleur"),
    ("footnote: {size: 9", "footnote: {size: 7.5", "charter-size: corps de 7,5 points, trop petit pour être lu"),
    ("table_cell: {size: 18", "table_cell: {size: 13", "charter-size: corps de 13 points, trop petit pour être lu"),
    ("gutter: 16\n", "gutter: 99\n", "charter-grid: les colonnes n’ont pas de largeur"),
    ("content_bottom: 480", "content_bottom: 120", "charter-grid: le contenu n’a pas de hauteur"),
    ("margin_columns: 2", "margin_columns: 6", "charter-grid: la colonne de marge ne laisse pas de place au texte"),
    ("title_columns: 11", "title_columns: 13", "charter-grid: le titre déborde de la grille"),
    ("bar_share: 0.62", "bar_share: 1.2", "charter-share: la part d’une barre se donne entre 0 et 1"),
    ("  reserved:\n", "  reservd:\n", "charter-status: le statut « reserved » n’a pas de signe"),
    ('logo: ""', 'logo: "logo.svg"', "charter-logo: logo introuvable : « logo.svg »"),
    ('folder: ""', 'folder: "polices"', "charter-font: répertoire introuvable : « polices »"),
    ("gutter: 14\n", "gutter: large\n", "number-expected: « large » n’est pas un nombre"),
    ("gutter: 14\n", "gutter: .inf\n", "number-expected: « .inf » n’est pas un nombre"),
    ("    gutter: 14\n", "", "key-missing: la clé « gutter » manque"),
    ("    gutter: 14\n", "    gutter: 14\n    guter: 15\n", "key-unknown: clé inconnue : « guter »"),
    ("colour: accent\n", "colour: vert\n", "choice-unknown: « vert » n’est pas une valeur de « colour »"),
    ("columns: 12", "columns: 11.5", "number-expected: « 11.5 » n’est pas un nombre"),
    ("hyphenate: true", "hyphenate: oui", "truth-expected: « oui » n’est ni vrai ni faux"),
    ("name: Source Sans Pro", "name: [Source]", "word-expected: un mot est attendu pour « name »"),
    ("dash: [3, 2]", "dash: [3, deux]", "number-expected: « deux » n’est pas un nombre"),
    ("fallbacks: [Calibri, Arial]", "fallbacks: Arial", "list-expected: une liste est attendue pour « fallbacks »"),
]


@pytest.mark.parametrize(("old", "new", "message"), FAULTS)
def test_what_an_author_is_told(old: str, new: str, message: str, tmp_path: Path) -> None:
    assert told(tmp_path, edited(old, new)) == [message]


def test_all_faults_at_once(tmp_path: Path) -> None:
    text = edited("footnote: {size: 9", "footnote: {size: 7.5").replace("columns: 12", "columns: 0")
    codes = [fault.partition(":")[0] for fault in told(tmp_path, text)]
    assert codes == ["charter-size", "charter-grid", "charter-grid"]


@pytest.mark.parametrize("text", ["", "3", "a: [", "- a\n- b", "\x07", "a: &x 1\nb: *x"])
def test_what_is_no_charter_is_refused_not_crashed_on(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, text)


def test_a_missing_charter(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as caught:
        read_charter(tmp_path / "assets" / "charter.yaml")
    assert str(caught.value.problems[0].origin) == "assets/charter.yaml"


def test_a_logo_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "logo.svg").write_text("<svg/>", encoding="utf-8")
    assert read(tmp_path, edited('logo: ""', 'logo: "logo.svg"')).organisation.logo == "logo.svg"
