"""What runs, leaves or hides in a document is named without its content: only what ours are made of is let through."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random  # noqa: TID251 (places for faults, drawn from a seed)

import pikepdf
import pytest
from lxml import etree
from pikepdf import Array, Dictionary, Name

from rapport.verify.active import check_active, check_all_active
from rapport.verify.rebuilt.authenticity import check_rebuilt
from verify.documents import documents
from verify.kinds_deck import KINDS as DECK_KINDS
from verify.kinds_deck import SLIDES, child, edit, in_workbook, member, put
from verify.kinds_deck import Change as DeckChange
from verify.kinds_deck import changed as deck_changed
from verify.kinds_pdf import KINDS as PDF_KINDS
from verify.kinds_pdf import changed as pdf_changed
from verify.kinds_pdf import page_entry, root_entry, script
from verify.mutations_deck import Members, members, packed

Change = Callable[[pikepdf.Pdf, Random], None]


@cache
def both() -> tuple[bytes, bytes]:
    made = documents("evian-g7")
    return made.brief, made.deck


def bookmark_acts(pdf: pikepdf.Pdf, _draw: Random) -> None:
    pdf.Root.Outlines.First["/A"] = script(pdf)


def long_chain(pdf: pikepdf.Pdf, _draw: Random) -> None:
    """A script behind more actions than anyone follows."""
    action = script(pdf)
    for _ in range(60):
        action = pdf.make_indirect(Dictionary(S=Name.URI, URI="http://a.fr", Next=action))
    pdf.Root.OpenAction = action


def templates(pdf: pikepdf.Pdf) -> Dictionary:
    return Dictionary(Templates=Dictionary(Names=Array(["a", pdf.pages[0].obj])))


PDFS: dict[str, Change] = {
    "a bookmark that acts": bookmark_acts,
    "a script behind many actions": long_chain,
    "pages from elsewhere": PDF_KINDS["contents from elsewhere"],
    "hidden pages": root_entry("Names", templates),
    "data of a program": page_entry("PieceInfo", Dictionary(X=Dictionary(Private="x"))),
    "a page that goes on": page_entry("Dur", 1),
    "a page that acts": PDF_KINDS["page acts"],
    "requirements": PDF_KINDS["requirements"],
    "permissions": root_entry("Perms", lambda _: Dictionary()),
    "a link of another program": PDF_KINDS["link of another program"],
}


@pytest.mark.parametrize("name", PDFS)
def test_what_a_pdf_of_ours_does_not_have_is_named(name: str) -> None:
    assert check_active(pdf_changed(both()[0], PDFS[name], 1)).findings


def formula(text: str) -> Callable[[Members], None]:
    def change(book: Members) -> None:
        name = next(each for each in sorted(book) if each.startswith("xl/worksheets/"))
        root = etree.fromstring(book[name])
        cell = next(root.iter("{*}c"))
        etree.SubElement(cell, cell.tag[:-1] + "f").text = text
        book[name] = etree.tostring(root)

    return change


def type_within(book: Members) -> None:
    name = "[Content_Types].xml"
    book[name] = (
        book[name]
        .replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")
        .replace(b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.macro", b"vnd.ms-excel.sheet.macro")
    )


def clicking(action: str) -> DeckChange:
    return edit(SLIDES, "//p:cNvPr", child(f'<a:hlinkClick r:id="" action="{action}"/>'))


def in_other_letters(whole: Members, draw: Random) -> None:
    """The same, written in UTF-16, where no search of bytes finds it."""
    clicking("ppaction://program")(whole, draw)
    name = next(name for name, data in whole.items() if b"ppaction://program" in data)
    whole[name] = etree.tostring(etree.fromstring(whole[name]), encoding="UTF-16")


CLICKS = ("hlinkfile", "hlinkpres", "ole?verb=0", "media")
DECKS: dict[str, DeckChange] = {
    **{f"a click: {kind}": clicking(f"ppaction://{kind}") for kind in CLICKS},
    "a click in other letters": in_other_letters,
    "a call of another program": in_workbook(formula("cmd|'/c calc'!A0")),
    "a question to a server": in_workbook(formula('WEBSERVICE("http://a.fr")')),
    "another workbook": in_workbook(formula("[1]Sheet1!A1")),
    "a workbook of macros": in_workbook(type_within),
    "a font": member("ppt/fonts/font1.fntdata", b"x"),
}  # fmt: skip


@pytest.mark.parametrize("name", DECKS)
def test_what_a_deck_of_ours_does_not_have_is_named(name: str) -> None:
    assert check_active(deck_changed(both()[1], DECKS[name], 1)).findings


def test_our_own_documents_run_nothing() -> None:
    brief, deck = both()
    assert check_all_active({"a.pdf": brief, "a.pptx": deck}).findings == ()
    assert len(check_all_active({"a.pptx": brief, "a.pdf": deck}).findings) == 2


# -- a deck that says that another program wrote it --------------------------------------------------------------------


def said_of_another(whole: Members, _draw: Random) -> None:
    name = "docProps/app.xml"
    root = etree.fromstring(whole[name])
    next(root.iter("{*}Application")).text = "Impress"
    whole[name] = etree.tostring(root)


def test_saying_that_another_program_wrote_a_deck_hides_no_change() -> None:
    deck = both()[1]
    assert check_rebuilt(deck_changed(deck, said_of_another, 1), deck).outcome == "failed"
    covered = deck_changed(deck_changed(deck, DECK_KINDS["a box"], 1), said_of_another, 1)
    assert "rebuilt-slide" in {finding.code for finding in check_rebuilt(covered, deck).findings}


def test_a_deck_written_anew_is_no_proof() -> None:
    deck = both()[1]
    whole = members(deck_changed(deck, said_of_another, 1))
    for name in [name for name in whole if name.startswith(("ppt/slides/slide", "ppt/notesSlides/notesSlide"))]:
        root = etree.fromstring(whole[name])
        put("show" if "notes" not in name else "showMasterSp", "1")(root)
        whole[name] = etree.tostring(root)
    assert check_rebuilt(packed(whole), deck).outcome == "unproved"
