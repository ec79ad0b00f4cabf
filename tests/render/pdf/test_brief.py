"""The whole brief, drawn and read back by other means."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from judges.verapdf import Flavour, failures
from rapport.edition.blocks.words import Paragraph
from rapport.edition.edition import Edition
from rapport.edition.text import Span, plain, spans
from rapport.render.pdf.brief import BriefSettings, draw_brief
from readback import Node, Readback, read_back
from render.pdf.evian import evian
from render.pdf.made_up import bullets, call, charter, edition, fonts, note, para, row, section, table, words

HEADINGS = ("H1", "H2", "H3")


def draw(made: Edition) -> bytes:
    return draw_brief(made, charter(), fonts()).data


@cache
def brief() -> bytes:
    return draw(evian())


@cache
def reading() -> Readback:
    return read_back(brief())


def squeezed(text: str) -> str:
    """A text without its spaces: where lines end is not what is tested."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_the_brief_conforms(flavour: Flavour) -> None:
    assert failures(brief(), flavour) == ()


def test_every_text_of_the_edition_is_read_in_its_order() -> None:
    """Each section's texts, spans in reading order, occur one after the other in the structure."""
    tree = squeezed(reading().root.text)
    for part in evian().sections:
        shown = tree[tree.index(squeezed(plain(part.title))) :]
        for span in spans(part.blocks):
            assert squeezed(span.text) in shown, span.text


def test_nothing_is_drawn_outside_structure_and_artifacts() -> None:
    assert not any(text.strip() for text in reading().unmarked)


def test_headings_never_skip_a_level() -> None:
    levels = [HEADINGS.index(node.tag) for node in reading().root.walk() if node.tag in HEADINGS]
    assert levels[0] == 0
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_contents_name_the_pages_where_sections_begin() -> None:
    with pikepdf.open(BytesIO(brief())) as pdf:
        starts = {str(item.title): _page(pdf, item) for item in pdf.open_outline().root}
    entries = [node.text for node in reading().root.find("TOCI")]
    for part, entry in zip(evian().sections, entries, strict=True):
        assert entry.endswith(str(starts[plain(part.name)])), entry


def _page(pdf: pikepdf.Pdf, item: pikepdf.OutlineItem) -> int:
    target = item.destination
    assert isinstance(target, pikepdf.Array)
    return pdf.pages.index(pikepdf.Page(target[0])) + 1


def test_the_outline_is_the_contents() -> None:
    with pikepdf.open(BytesIO(brief())) as pdf:
        titles = [item.title for item in pdf.open_outline().root]
    assert titles[1:] == ["Sommaire", *(plain(part.name) for part in evian().sections)]


def test_a_table_of_pages_says_where_a_fact_is_printed_and_does_not_count_itself() -> None:
    (line,) = (row for row in reading().root.find("TR") if row.text.startswith("Centres de données"))
    assert re.search(r"Promis\s*\d$", line.text), line.text


def test_a_note_is_read_right_after_its_call() -> None:
    parent = next(node for node in reading().root.walk() if any(kid.tag == "Note" for kid in _nodes(node)))
    tags = [kid.tag for kid in _nodes(parent)]
    assert tags[tags.index("Note") - 1] == "Reference"
    assert reading().root.find("Note")[0].text.startswith("1«\u00a0L’équivalent")


def _nodes(node: Node) -> list[Node]:
    return [kid for kid in node.kids if isinstance(kid, Node)]


def test_figures_have_alternatives_and_boxes() -> None:
    figures = reading().root.find("Figure")
    assert figures
    for each in figures:
        assert each.entries["Alt"]
        assert len(each.attributes["BBox"]) == 4


def test_a_table_has_headers_with_their_scope_and_one_head() -> None:
    for each in reading().root.find("Table"):
        assert len(each.find("THead")) == 1
        assert all("Scope" in header.attributes for header in each.find("TH"))


def test_the_header_of_a_divided_table_is_repeated_as_an_artifact() -> None:
    assert any("FaitValeurStatut" in squeezed(text) for text in reading().artifacts), "at the top of a further page"
    assert squeezed(reading().root.text).count("FaitValeurStatut") == 1, "read once, as the head of the table"


def test_every_page_says_its_number_and_how_many_there_are() -> None:
    pages = reading().artifacts
    for number, text in enumerate(pages[1:], start=2):
        assert f"page {number} sur {len(pages)}" in text


def test_a_draft_says_so_with_its_version_and_date_on_every_page() -> None:
    drafted = read_back(draw(evian(draft=True)))
    mark = "Projet – version 1.0 du 10\u00a0février 2026"
    assert mark in drafted.root.text
    assert all(mark in text for text in drafted.artifacts[1:])


def test_a_final_document_does_not_say_draft() -> None:
    assert not any("Projet –" in text for text in (reading().root.text, *reading().artifacts))


def test_an_edition_with_a_stamp_comes_stamped_and_still_conforms() -> None:
    stamped = draw(evian(stamp="Exemplaire n° 7 — Anne Dupont"))
    assert failures(stamped, "ua1") == ()
    assert stamped != brief()


def test_a_document_for_copies_keeps_a_slot() -> None:
    artefact = draw_brief(evian(), charter(), fonts(), BriefSettings(stamped=True))
    assert "stamp" in {slot.name for slot in artefact.slots}
    copy = artefact.copy({"stamp": "Exemplaire n° 7"})
    assert len(copy) == len(artefact.data)


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert draw(evian()) == brief()


LONG_WORD = "hexakosioihexekontahexaphobieanticonstitutionnellementintergouvernemental"


def torture(notes: int) -> Edition:
    """Prose with notes of all lengths, some longer than a page has room for; another language, lists of two levels,
    words of seventy characters, a table over more than five pages.
    """
    keys = [f"n{number}" for number in range(notes)]
    made = [note(key, str(at + 1), "Une note de bas de page. " * (1 + at * 7 % 11)) for at, key in enumerate(keys)]
    made[3] = note("n3", "4", "Une note qui n’en finit pas. " * 160)
    prose = [
        para(
            "Un paragraphe de prose qui appelle des notes de bas de page ",
            *(call(key, key[1:]) for key in group),
            ". ",
            "Il se poursuit assez longuement pour tenir sur plusieurs lignes de la colonne de texte. " * 3,
        )
        for group in (keys[at : at + 1 + at % 3] for at in range(0, notes, 3))
    ]
    rows = [row(f"Ligne {number} {LONG_WORD * (number % 9 == 0)}", "1,7 Md€", "2025") for number in range(240)]
    columns = [("Fait", "name"), ("Valeur", "amount"), ("Période", "period")]
    foreign = Paragraph((*words("L’"), Span("Artificial Intelligence Act of the European Union", language="en")))
    lists = [bullets((f"Point {at} : {LONG_WORD}", *(f"détail {at}.{each}" for each in range(9)))) for at in range(9)]
    listed = table("Un tableau", columns, rows)
    return edition(section("Épreuve", *prose, foreign, *lists, listed, para(LONG_WORD * 3)), notes=made)


def test_a_document_of_two_hundred_notes_loses_none_and_conforms() -> None:
    made = torture(200)
    data = draw(made)
    called = {span.note for span in spans(made.sections) if span.note}
    assert len(read_back(data).root.find("Note")) == len(called)
    assert failures(data, "ua1") == ()
    assert failures(data, "2a") == ()


def test_it_is_read_word_for_word() -> None:
    """Everything once, in order: a note, its mark before it, right after its call; marks of lists aside."""
    made = torture(200)
    notes = {each.key: f"{each.mark}{plain(each.text)}" for each in made.notes}
    said = "".join(span.text + notes.get(span.note, "") for span in spans(made.sections[0].blocks))
    shown = squeezed(read_back(draw(made)).root.text).replace("–", "")
    assert shown.partition("ÉpreuveÉpreuve")[2] == squeezed(said)
