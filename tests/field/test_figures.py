"""How figures print where they stand: in columns, in series, after the words of a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from field.typed import Typed, cells, deck_of, edition_of, labels, lines, said
from rapport.edition.blocks.figures import KeyFigures

BUDGET: Typed = {
    "recettes": ("59_870_000", "EUR"),
    "depenses": ("56_934_000", "EUR"),
    "epargne": ("460_000", "EUR"),
    "taux": ("10.0", "percent"),
    "marge": ("7.25", "percent"),
    "dgf": ("168", "EUR/inhabitant"),
    "dette": ("1_075", "EUR/inhabitant"),
    "delai": ("195", "duration"),
    "postes": ("~38", "poste"),
    "emprunt": ("<140_000_000", "EUR"),
    "aides": ("5_500_000 / 7_000_000", "EUR"),
    "recul": ("-10.6", "percent"),
}
"""A town's figures, as its finance director types them."""


def table(columns: str, *rows: str, caption: str = "Budget") -> str:
    typed = "\n".join(f"        - cells: [{row}]" for row in rows)
    return f'  - table:\n      caption: "{caption}"\n      columns: [{columns}]\n      rows:\n{typed}'


@pytest.mark.parametrize(
    ("columns", "rows", "printed"),
    [
        (
            '"Poste", "2026"',
            ('"Recettes", "{recettes:short}"', '"Dépenses", "{depenses:short}"', '"Épargne", "{epargne:short}"'),
            ["59,87~M€", "56,93~M€", "0,46~M€"],
        ),
        (
            '"En millions d\'euros", "2026"',
            ('"Recettes", "{recettes:short}"', '"Dépenses", "{depenses:amount}"'),
            ["59,9", "56,9"],
        ),
        ('"Poste", "2026 (M€)"', ('"a", "{recettes:short}"', '"b", "{epargne:short}"'), ["59,87", "0,46"]),
        (
            '"Poste", "2026"',
            ('"a", "{recettes}"', '"b", "{depenses}"'),
            ["59,870~millions d’euros", "56,934~millions d’euros"],
        ),
        ('"Part", "En %"', ('"a", "{taux}"', '"b", "{marge}"'), ["10,00", "7,25"]),
        ('"Part", "Taux"', ('"a", "{taux}"', '"b", "{marge}"'), ["10,00~%", "7,25~%"]),
        ('"Ratio, en euros par habitant", "Ville"', ('"a", "{dgf}"', '"b", "{dette}"'), ["168", "1_075"]),
        ('"Poste", "2026"', ('"a", "{emprunt:amount}"', '"b", "{epargne:amount}"'), ["jusqu’à 140,00~M€", "0,46~M€"]),
        (
            '"Poste", "Valeur"',
            ('"a", "{taux}"', '"b", "{delai}"', '"c", "{dgf}"'),
            ["10,0~%", "3~h~15~min", "168~euros par habitant"],
        ),
    ],
)
def test_a_column_has_one_unit_and_as_many_decimals(
    columns: str, rows: tuple[str, ...], printed: list[str], tmp_path: Path
) -> None:
    made = cells(edition_of(tmp_path, BUDGET, table(columns, *rows)))
    assert [row[1] for row in made] == printed


def test_years_side_by_side_are_alike(tmp_path: Path) -> None:
    rows = ('"Recettes", "{depenses:short}", "{recettes:short}"', '"Épargne", "{epargne:short}", "{epargne:short}"')
    made = cells(edition_of(tmp_path, BUDGET, table('"En millions d\'euros", "2025", "2026"', *rows)))
    assert made == [["Recettes", "56,93", "59,87"], ["Épargne", "0,46", "0,46"]]


@pytest.mark.parametrize(
    ("values", "unit", "printed"),
    [
        (("-12_000_000", "-18_700_000"), "EUR", ["−12,0", "−18,7"]),
        (("10.0", "7.2", "8"), "percent", ["10,0", "8,0", "7,2"]),
        (("37.65", "43.65"), "percent", ["43,65", "37,65"]),
        (("2_100_000", "4_099_999", "5_000_000"), "EUR", ["5,0", "4,1", "2,1"]),
        (("612", "547"), "lit", ["612", "547"]),
    ],
)
def test_a_series_has_as_many_decimals(values: tuple[str, ...], unit: str, printed: list[str], tmp_path: Path) -> None:
    facts = {f"f{rank}": (value, unit) for rank, value in enumerate(values)}
    chart = f'  - chart: {{kind: bar, title: "Un titre", measure: "Une mesure", facts: [{", ".join(facts)}]}}'
    assert labels(edition_of(tmp_path, facts, chart)) == [printed]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Un effort de {postes}.", "Un effort d’environ 38~postes."),
        ("près d'{epargne}", "près de 460_000~euros"),
        ("Un emprunt jusqu'à {emprunt}", "Un emprunt jusqu’à 140~millions d’euros"),
        ("Jusqu'à {emprunt:amount} empruntés", "Jusqu’à 140~M€ empruntés"),
        ("s'élève à {emprunt}", "s’élève jusqu’à 140~millions d’euros"),
        ("Elles sont estimées {aides}", "Elles sont estimées de 5,5 à 7~millions d’euros"),
        ("Cela coûte {aides:short}", "Cela coûte de 5,5 à 7~M€"),
        ("pour {aides:short} environ", "pour 5,5 à 7~M€ environ"),
        ("Aides : {aides:short}", "Aides~: 5,5 à 7~M€"),
        ("Il faut entre {aides:short}", "Il faut entre 5,5 et 7~M€"),
        ("Le recul est de {recul:unsigned}, soit {recul:signed}", "Le recul est de 10,6~%, soit −10,6~%"),
        ("{aides:from-to} d'aides", "De 5,5 à 7~millions d’euros d’aides"),
        ("de {aides:short}", "de 5,5 à 7~M€"),
        ("Dette : {dgf:short}. Fin.", "Dette~: 168~€/hab. Fin."),
    ],
)
def test_a_figure_stands_after_words(typed: str, printed: str, tmp_path: Path) -> None:
    assert lines(edition_of(tmp_path, BUDGET, f'  - bullets: ["{typed}"]')) == [printed]


WORDED = {
    "chiffres": "key-figures: {facts: [recettes, taux]}",
    "comparaison": 'comparison: [{title: "A", detail: "un", items: ["x"]}, {title: "B", detail: "deux", items: ["y"]}]',
    "messages": 'messages: [{title: "Un", text: "Dit ceci."}, {title: "Deux", text: "Dit cela."}]',
    "liste": 'bullets: ["Un point", "Un autre"]',
    "questions": 'questions: [{question: "Pourquoi ?", say: "Parce que."}]',
}


@pytest.mark.parametrize("name", WORDED)
def test_a_message_titles_the_slide_of_its_block(name: str, tmp_path: Path) -> None:
    first = '  - timeline: [{text: "Vote", date: 2026-03, status: planned}]\n'
    blocks = f'{first}  - {WORDED[name]}\n    message: "Le constat du bloc"'
    titles = [said(slide.title) for slide in deck_of(tmp_path, BUDGET, blocks).slides]
    assert titles[-2:] == ["Un essai", "Le constat du bloc"]


def test_a_remark_takes_facts_and_cites_their_places(tmp_path: Path) -> None:
    blocks = table('"a", "b"', '"x", "y"') + '\n      remark: "Seuil : {taux}, soit {dgf:short}."'
    assert lines(edition_of(tmp_path, BUDGET, blocks))[-1] == (
        "Source~: bilan du 10~février~2026, §~4. Seuil~: 10,0~%, soit 168~€/hab."
    )


def test_the_letters_of_a_rank_are_raised_in_a_tile(tmp_path: Path) -> None:
    facts = {"rang": ("6", "rank"), "taux": ("10.0", "percent")}
    edition = edition_of(tmp_path, facts, "  - key-figures: {facts: [rang, taux]}")
    tiles = next(block for block in edition.sections[0].blocks if isinstance(block, KeyFigures))
    shown = [[(span.text, span.position) for span in tile.set_alone(None)] for tile in tiles.figures]
    assert shown == [[("6", "baseline"), ("e", "superscript")], [("10,0", "baseline")]]
