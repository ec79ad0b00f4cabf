"""A tagged PDF is read through its structure tree: words in order, pages, notes, alternative texts, furniture."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from rapport.verify.found import brief_lines, drawn_lines
from rapport.verify.pdf.document import read_pdf
from rapport.verify.pdf.stream import read_font
from verify.tagged import Tag, tagged_pdf


def lines(*tags: Tag, pages: int = 1) -> list[tuple[str, str, int]]:
    found = brief_lines(read_pdf(tagged_pdf(tags, pages=pages)).tree)
    return [(line.role, line.text, line.page) for line in found]


def test_inline_elements_belong_to_the_line_around_them() -> None:
    paragraph = Tag("P", ("L’", Tag("Span", ("IA",)), " a levé ", Tag("Link", (Tag("Span", ("2,6\u00a0Md€",)),)), "."))
    assert lines(paragraph) == [("P", "L’IA a levé 2,6\u00a0Md€.", 1)]


def test_blocks_inside_a_block_are_lines_of_their_own() -> None:
    item = Tag("L", (Tag("LI", (Tag("Lbl", ("•",)), Tag("LBody", ("un ", Tag("P", ("deux",)), "trois")))),))
    assert lines(item) == [("LBody", "un ", 1), ("P", "deux", 1), ("LBody", "trois", 1)]


def test_a_number_in_a_list_is_read_and_a_bullet_is_not() -> None:
    assert lines(Tag("Lbl", ("1",)), Tag("Lbl", ("–",))) == [("Lbl", "1", 1)]


def test_a_note_comes_after_the_line_that_calls_it() -> None:
    note = Tag("Note", (Tag("Lbl", ("1",)), "La source ne le dit pas."))
    paragraph = Tag("P", ("Un chiffre", Tag("Reference", ("1",)), note, " suivi."))
    assert lines(paragraph) == [
        ("P", "Un chiffre1 suivi.", 1),
        ("Lbl", "1", 1),
        ("Note", "La source ne le dit pas.", 1),
    ]


def test_an_alternative_text_comes_before_its_figure_and_drawn_words_apart() -> None:
    data = tagged_pdf([Tag("Figure", ("240", "700"), entries=(("Alt", "Deux valeurs."),)), Tag("P", ("Source",))])
    tree = read_pdf(data).tree
    assert [line.text for line in brief_lines(tree)] == ["Deux valeurs.", "Source"]
    assert [[line.text for line in drawing] for drawing in drawn_lines(tree)] == [["240", "700"]]


def test_a_word_divided_at_the_end_of_a_line_is_whole() -> None:
    assert lines(Tag("P", ("immé\u00ad", "diate\u00ad", "ment"))) == [("P", "immédiatement", 1)]


def test_a_line_over_two_pages_knows_both() -> None:
    paragraph = Tag("Div", (Tag("Span", ("avant ",), page=0), Tag("Span", ("après",), page=1)))
    (line,) = brief_lines(read_pdf(tagged_pdf([paragraph], pages=2)).tree)
    assert (line.text, line.page, line.page_of(0), line.page_of(8)) == ("avant après", 1, 1, 2)


def test_actual_text_replaces_what_is_shown() -> None:
    assert lines(Tag("P", (Tag("Span", ("x",), entries=(("ActualText", "dix"),)),))) == [("P", "dix", 1)]


def test_artifacts_and_painting_are_kept_apart() -> None:
    document = read_pdf(tagged_pdf([Tag("P", ("Texte",))], artifacts=("page 1 sur 1",), extra=b"0 0 9 9 re f"))
    (page,) = document.pages
    assert [(mark.artifact, mark.text) for mark in page.marks if mark.artifact] == [("Pagination", "page 1 sur 1")]
    assert page.unmarked == ("f",)


def test_an_untagged_file_has_an_empty_tree() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    target = BytesIO()
    pdf.save(target)
    assert brief_lines(read_pdf(target.getvalue()).tree) == ()


def test_codes_of_fonts() -> None:
    pdf = pikepdf.new()
    cmap = b"""1 begincodespacerange <0000> <FFFF> endcodespacerange
    2 beginbfchar <0003> <0041> <0004> <D83DDE00> endbfchar
    3 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0066 0069> <202F>] <0030> <0030> <00E9> endbfrange"""
    font = pikepdf.Dictionary(Subtype=pikepdf.Name.Type0, ToUnicode=pdf.make_stream(cmap))
    codes = read_font(font)
    assert codes.decode(bytes.fromhex("0003000400100012002000210030")) == "A😀acfi\u202fé"
    assert codes.decode(bytes.fromhex("0099")) == "\ufffd"
    assert read_font(pikepdf.Dictionary(Subtype=pikepdf.Name.Type1)).decode(b"d\xe9j\xe0 \x80") == "déjà €"
