"""Acronyms are found as authors write them, signs and spaces included."""

from __future__ import annotations

import pytest

from editions import edition, section
from rapport.edition.blocks.words import Bullets, Item, Paragraph
from rapport.edition.text import Span, plain, words
from rapport.resolve.acronyms import acronyms_in, spelled_out

KEYS = ("R&D", "CO2", "UE-27", "AI Act", "PME", "UE")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("La R&D des PME", ["R&D", "PME"]),
        ("le CO2", ["CO2"]),
        ("l’AI\u00a0Act de l’UE\u201127", ["AI Act", "UE-27"]),
        ("l’UE, une SUPME, R&DX", ["UE"]),
    ],
)
def test_acronyms_are_found(text: str, found: list[str]) -> None:
    assert [key for _start, _end, key in acronyms_in(text, KEYS)] == found


EXPANSIONS = {
    "PME": "petites et moyennes entreprises",
    "ONU": "Organisation des Nations unies",
    "IA": "intelligence artificielle",
}


def prose(*texts: str, title: str = "Un titre", names: tuple[str, ...] = ()) -> list[str]:
    """Paragraphs of a brief as its readers have them."""
    blocks = tuple(Paragraph(words(text)) for text in texts)
    made = edition(section("a", "Titre", *blocks), medium="brief", title=words(title))
    told = spelled_out(made, EXPANSIONS, names)
    return [plain(block.text) for block in told.sections[0].blocks if isinstance(block, Paragraph)]


def test_prose_explains_an_acronym_once_where_it_first_has_it() -> None:
    assert prose("Équiper les PME.", "Les PME et l’ONU.") == [
        "Équiper les PME (petites et moyennes entreprises).",
        "Les PME et l’ONU (Organisation des Nations unies).",
    ]


def test_names_explanations_and_quotations_are_left_as_they_are() -> None:
    assert prose(
        "Avec ONU Environnement.", "L’ONU (New York).", "L’ONU, où tous siègent.", "«\u00a0L’ONU doit\u00a0»"
    ) == [
        "Avec ONU Environnement.",
        "L’ONU (New York).",
        "L’ONU, où tous siègent.",
        "«\u00a0L’ONU doit\u00a0»",
    ]
    assert prose("Une IA sobre.", title="Intelligence artificielle\u00a0: le bilan") == ["Une IA sobre."]
    assert prose("Les PME.", names=("PME",)) == ["Les PME."]


def test_an_acronym_between_other_spans_is_explained_at_its_end() -> None:
    text = (*words("Pour les "), Span("PME", emphasis="strong"), *words(" de France"))
    made = edition(section("a", "Titre", Paragraph(text)), medium="brief")
    (block,) = spelled_out(made, EXPANSIONS, ()).sections[0].blocks
    assert isinstance(block, Paragraph)
    assert plain(block.text) == "Pour les PME (petites et moyennes entreprises) de France"
    assert [span.emphasis for span in block.text] == ["none", "strong", "none", "none"]


def test_a_lead_and_a_list_explain_what_they_are_the_first_to_have() -> None:
    listed = Bullets((Item(words("L’ONU aussi"), (words("et les PME"),)),))
    made = edition(section("a", "Titre", listed, lead=words("Les PME d’abord.")), medium="brief")
    (told,) = spelled_out(made, EXPANSIONS, ()).sections
    (block,) = told.blocks
    assert isinstance(block, Bullets)
    assert plain(told.lead) == "Les PME (petites et moyennes entreprises) d’abord."
    assert plain(block.items[0].text) == "L’ONU (Organisation des Nations unies) aussi"
    assert plain(block.items[0].children[0]) == "et les PME"
