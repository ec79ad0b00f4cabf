"""Acronyms are found as authors write them, signs and spaces included, and told where a reader first meets them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from editions import edition, figure, section, source
from rapport.edition.acronyms import acronyms_in
from rapport.edition.blocks.figures import Cell, Chart, Column, KeyFigures, Point, Row, Series, Table, Timeline
from rapport.edition.blocks.words import (
    Bullets,
    Callout,
    Glossary,
    GlossaryEntry,
    Item,
    Message,
    Messages,
    Paragraph,
    Question,
    Questions,
    Quote,
)
from rapport.edition.edition import Block, Edition, Note
from rapport.edition.text import Evidence, Span, Status, plain, texts, words
from rapport.resolve.glosses import spelled_out, to_tell, untold

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
PLANNED = Status("planned", "Prévu")
SMES = "PME (petites et moyennes entreprises)"
UNDER = "PME\u00a0: petites et moyennes entreprises."


def brief(*blocks: Block, title: str = "Un titre", names: tuple[str, ...] = (), lead: str = "") -> Edition:
    """A brief as its readers have it."""
    acronyms = to_tell(words(title), EXPANSIONS, names)
    made = edition(section("a", "Titre", *blocks, lead=words(lead)), medium="brief", title=words(title))
    return spelled_out(replace(made, acronyms=acronyms))


def prose(*said: str, title: str = "Un titre", names: tuple[str, ...] = ()) -> list[str]:
    """Paragraphs of a brief as its readers have them."""
    told = brief(*(Paragraph(words(text)) for text in said), title=title, names=names)
    return [plain(block.text) for block in told.sections[0].blocks if isinstance(block, Paragraph)]


def test_prose_explains_an_acronym_once_where_it_first_has_it() -> None:
    assert prose("Équiper les PME.", "Les PME et l’ONU.") == [
        f"Équiper les {SMES}.",
        "Les PME et l’ONU (Organisation des Nations unies).",
    ]
    assert prose("L’ONU, où tous siègent.") == ["L’ONU (Organisation des Nations unies), où tous siègent."]


@pytest.mark.parametrize(
    "text",
    [
        "Avec ONU Environnement.",
        "L’ONU (New York).",
        "«\u00a0L’ONU doit\u00a0»",
        "L’Organisation des Nations unies (ONU) siège.",
        "L’ONU, ou Organisation des Nations\u00a0unies, siège.",
    ],
)
def test_names_explanations_and_quotations_are_left_as_they_are(text: str) -> None:
    assert prose(text) == [text]


def test_what_is_explained_by_its_author_is_not_explained_again() -> None:
    assert prose("L’Organisation des Nations unies (ONU) siège.", "L’ONU vote.")[1] == "L’ONU vote."
    assert prose("L’ONU (New York) siège.", "L’ONU vote.")[1] == "L’ONU (Organisation des Nations unies) vote."


def test_what_the_title_says_and_names_are_not_explained() -> None:
    assert prose("Une IA sobre.", title="Intelligence artificielle\u00a0: le bilan") == ["Une IA sobre."]
    assert prose("Les PME.", names=("PME",)) == ["Les PME."]


def test_an_acronym_between_other_spans_is_explained_at_its_end() -> None:
    text = (*words("Pour les "), Span("PME", emphasis="strong"), *words(" de France"))
    (block,) = brief(Paragraph(text)).sections[0].blocks
    assert isinstance(block, Paragraph)
    assert plain(block.text) == f"Pour les {SMES} de France"
    assert [span.emphasis for span in block.text] == ["none", "strong", "none", "none"]


def test_a_figure_is_not_parted() -> None:
    text = (Span("80\u00a0PME aidées", evidence=Evidence("aidees", "full")), *words(" par les PME"))
    (block,) = brief(Paragraph(text)).sections[0].blocks
    assert isinstance(block, Paragraph)
    assert plain(block.text) == f"80\u00a0PME aidées par les {SMES}"
    whole = (Span("80\u00a0PME", evidence=Evidence("aidees", "full")), *words(" aidées"))
    (block,) = brief(Paragraph(whole)).sections[0].blocks
    assert isinstance(block, Paragraph)
    assert plain(block.text) == f"80\u00a0{SMES} aidées"


RUNNING = (
    Bullets((Item(words("Oui"), (words("Et les PME"),)), Item(words("Les PME")))),
    Callout(words("Attention"), words("Les PME.")),
    Quote(words("Nous aidons."), words("d’après les PME")),
    Questions((Question(words("Qui ?"), words("Les PME."), more=(words("Oui, les PME."),)),)),
    Messages((Message(words("Les PME d’abord"), words("Les PME, puis nous.")),)),
)


@pytest.mark.parametrize("block", RUNNING, ids=lambda block: type(block).__name__)
def test_what_runs_on_says_it_in_its_sentence(block: Block) -> None:
    told = list(texts(brief(block, Paragraph(words("Les PME."))).sections[0].blocks))
    assert sum(SMES in text for text in told) == 1
    assert "(" not in told[0]
    assert told[-1] == "Les PME."


def table(*cells: str) -> Table:
    columns = (Column(words("Qui"), "name"),)
    return Table(words("Des mots"), columns, tuple(Row((Cell(words(cell)),)) for cell in cells), ())


def chart(category: str) -> Chart:
    series = (Series("", PLANNED, (Point(None, "80"),)),)
    return Chart(
        "bar", words("Un constat"), words("Part"), (category,), series, source("6"), f"Barres\u00a0: {category}"
    )


SCARCE = (
    table("Aider les PME", "Et les PME"),
    chart("PME"),
    KeyFigures((figure("", "80", "%", "des PME", PLANNED),), source("6")),
    Messages((Message(words("Les PME d’abord"), words("Nous ensuite.")),)),
    replace(Timeline((), words("arrêt"), (), "Calendrier"), message=words("Les PME")),
)


@pytest.mark.parametrize("block", SCARCE, ids=lambda block: type(block).__name__)
def test_what_has_no_room_says_it_underneath(block: Block) -> None:
    (told, after) = brief(block, Paragraph(words("Les PME."))).sections[0].blocks
    under = plain(told.source)  # type: ignore[union-attr]  # all of these have one
    before = plain(block.source)  # type: ignore[union-attr]
    assert under == (f"{before} {UNDER}" if before else UNDER)
    assert untold(told) == block
    assert isinstance(after, Paragraph)
    assert plain(after.text) == "Les PME."


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Insee, 2025.", f"Insee, 2025. {UNDER}"),
        ("Insee", f"Insee. {UNDER}"),
        ("« Où\u00a0? »", f"« Où\u00a0? » {UNDER}"),
    ],
)
def test_what_it_stands_for_is_a_sentence_of_its_own_under_a_credit(line: str, read: str) -> None:
    (told,) = brief(replace(table("Et les PME"), source=words(line))).sections[0].blocks
    assert isinstance(told, Table)
    assert plain(told.source) == read


def test_a_list_of_acronyms_says_it_already() -> None:
    listed = Glossary((GlossaryEntry((Span("PME", "strong"),), words(EXPANSIONS["PME"])),))
    assert list(texts(brief(listed, Paragraph(words("Les PME."))).sections[0].blocks))[-1] == "Les PME."


def test_a_note_is_read_before_the_next_section() -> None:
    call = (*words("Oui"), Span("1", note="a:x", position="superscript"))
    sections = (section("a", "Titre", Paragraph(call)), section("b", "Titre", Paragraph(words("Les PME."))))
    note = Note("a:x", "1", words("Comme les PME."))
    told = spelled_out(edition(*sections, medium="brief", notes=(note,), acronyms=tuple(EXPANSIONS.items())))
    assert plain(told.notes[0].text) == f"Comme les {SMES}."
    assert list(texts(told.sections[1].blocks)) == ["Les PME."]


def test_a_lead_explains_before_the_blocks_do_and_titles_never() -> None:
    told = brief(Bullets((Item(words("Les PME")),)), lead="Les PME d’abord.").sections[0]
    assert plain(told.lead) == f"Les {SMES} d’abord."
    assert list(texts(told.blocks)) == ["Les PME"]
    headed = edition(section("a", "Les PME", Paragraph(words("Elles."))), medium="brief", acronyms=(("PME", "x"),))
    assert spelled_out(headed) == headed


def test_without_what_was_told_an_edition_is_as_it_was() -> None:
    made = edition(section("a", "Titre", *RUNNING, *SCARCE, lead=words("L’ONU.")), medium="brief")
    told = spelled_out(replace(made, acronyms=tuple(EXPANSIONS.items())))
    assert told.sections != made.sections
    assert list(texts(untold(told).sections)) == list(texts(made.sections))
    assert untold(made) is made
