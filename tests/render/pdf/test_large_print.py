"""A brief in large print: the same words, set anew on pages of the same size; judged and read back."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace

from judges.verapdf import Flavour, failures
from rapport.edition.blocks.figures import Row, Table
from rapport.edition.blocks.words import Question, Questions, Quote
from rapport.formats.pdf.archive import Attachment
from rapport.look.charter import Charter
from rapport.look.variants import large_print
from rapport.render.pdf.brief import PLAIN, BriefSettings, draw_brief
from rapport.verify.brief_checks import check_reach
from rapport.verify.pdf.document import read_pdf
from readback import Node, read_back
from render.pdf.evian import evian
from render.pdf.made_up import ACHIEVED, STATUSES, TARGET, charter, edition, fonts, row, section, table, words
from render.pdf.placed import PlacedText, meeting, page_texts, pages

SOURCE = Attachment("sections-essentiel.yaml", "title: L’essentiel\n".encode(), "application/yaml", "Le contenu")
FACTS = Attachment("faits.csv", "clé;valeur\r\n".encode("utf-8-sig"), "text/csv", "Les faits", "Data")
COLUMNS = (
    ("Indicateur", "name"),
    ("Valeur", "amount"),
    ("Statut", "status"),
    ("Période", "text"),
    ("Source", "source"),
    ("Commentaire", "text"),
)


@cache
def look() -> Charter:
    return large_print(charter())


@cache
def drawn(settings: BriefSettings = PLAIN) -> bytes:
    return draw_brief(evian(draft=True), look(), fonts(), settings).data


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_it_conforms(flavour: Flavour) -> None:
    assert failures(drawn(), flavour) == ()


@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_it_conforms_with_its_source(flavour: Flavour) -> None:
    assert failures(drawn(BriefSettings(attachments=(SOURCE, FACTS))), flavour) == ()


def test_same_bytes_twice() -> None:
    assert draw_brief(evian(draft=True), look(), fonts()).data == drawn()


def said(data: bytes) -> str:
    """What is read aloud, but for the numbers of pages, which change."""
    return "".join(letter for letter in read_back(data).root.text if letter.isalpha())


def test_it_says_the_same_in_the_same_order() -> None:
    assert said(drawn()) == said(draw_brief(evian(draft=True), charter(), fonts()).data)


def test_text_is_set_anew_on_more_pages_of_the_same_size() -> None:
    usual = draw_brief(evian(draft=True), charter(), fonts()).data
    with pikepdf.open(BytesIO(usual)) as before, pikepdf.open(BytesIO(drawn())) as after:
        assert len(after.pages) > len(before.pages)
        assert {tuple(page.mediabox) for page in after.pages} == {tuple(before.pages[0].mediabox)}


# tables of many columns


def crowded() -> Table:
    rows = (
        row("Entreprises sensibilisées", "35 000 entreprises", ACHIEVED, "10 février 2026", "§ 6", "gouvernementales"),
        row("Petites et moyennes entreprises", "80 %", TARGET, "d’ici 2030", "§ 6", "exceptionnellement"),
    )
    return table("Chiffres cités", COLUMNS, rows)


def lines(*blocks: Table | Quote | Questions, large: bool = True) -> list[PlacedText]:
    """What stands on the page after the contents."""
    made = pages(edition(section("Annexe", *blocks)), look() if large else charter())
    return page_texts(made[-1])


def place(found: list[PlacedText], beginning: str) -> PlacedText:
    return next(text for text in found if text.text.startswith(beginning))


def test_a_table_without_room_for_its_words_names_each_row_above_it() -> None:
    found = lines(crowded())
    name, value = place(found, "Petites et moyennes entreprises"), place(found, "80")
    assert name.area.bottom <= value.area.y + 2
    assert place(found, "Indicateur").area.y < place(found, "Valeur").area.y
    assert meeting(found) == []
    assert {"gouvernementales", "exceptionnellement"} <= {text.text.strip() for text in found}


def test_a_table_with_room_has_its_names_beside() -> None:
    found = lines(crowded(), large=False)
    assert place(found, "Indicateur").area.y == pytest.approx(place(found, "Valeur").area.y)


def test_a_row_higher_than_a_page_is_divided_below_its_name() -> None:
    long = table("Chiffres cités", COLUMNS, (*crowded().rows, _long()))
    found = [page_texts(page) for page in pages(edition(section("Annexe", long)), look())]
    assert len(found) > 3
    assert all(meeting(page) == [] for page in found)
    assert sum(text.text.count("gouvernementales") for page in found for text in page) == 1 + LONG


LONG = 100


def _long() -> Row:
    return row("Un long commentaire", "1 milliard", ACHIEVED, "2026", "§ 6", "gouvernementales " * LONG)


def test_the_structure_of_such_a_table_is_that_of_any_table() -> None:
    def tables(charter: Charter) -> list[Node]:
        return list(read_back(draw_brief(edition(section("Annexe", crowded())), charter, fonts()).data).root.find("TR"))

    cells = [[kid.tag for kid in node.kids if isinstance(kid, Node)] for node in tables(look())]
    assert cells == [["TH"] * 6, *[["TH", *["TD"] * 5]] * 2]
    assert [node.text for node in tables(look())] == [node.text for node in tables(charter())]


# two halves


def test_halves_too_narrow_for_the_type_stand_one_after_the_other() -> None:
    quote = Quote(words("« Nos start-up ont levé plus de 2,6 milliards d’euros. »"), words("§ 4"))
    asked = Questions((Question(words("Qui paie ?"), words("Non précisé dans le dossier.")),))
    beside, below = lines(quote, asked, large=False), lines(quote, asked)
    assert place(beside, "Questions").area.y == pytest.approx(place(beside, "Éléments").area.y)
    assert place(below, "Questions").area.y > place(below, "§").area.bottom
    assert place(below, "Questions").area.x == pytest.approx(place(below, "Éléments").area.x)


@pytest.mark.parametrize("count", [1, 4, 6, 12])
def test_however_many_statuses_the_key_stays_on_the_cover(count: int) -> None:
    statuses = (*STATUSES, *STATUSES)[:count]
    plain = edition(section("a"))
    made = replace(plain, cover=replace(plain.cover, statuses=statuses, sign_remark=words("un signe par chiffre")))
    document = read_pdf(draw_brief(made, look(), fonts()).data)
    assert [finding.message for finding in check_reach(document.nearest).findings] == []
