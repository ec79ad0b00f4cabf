"""Made-up pages of any document: nothing meets, nothing leaves the frame, nothing is stranded."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from judges.verapdf import failures
from rapport.edition.blocks.figures import ChartKind, KeyFigures
from rapport.edition.blocks.words import (
    Bullets,
    Callout,
    ContactEntry,
    Contacts,
    Glossary,
    GlossaryEntry,
    Item,
    Question,
    Questions,
    Quote,
)
from rapport.edition.edition import Block, Edition, EditionSection, Note
from rapport.edition.text import plain, spans
from rapport.look.charter import Charter
from rapport.look.variants import large_print
from rapport.render.pdf.brief import draw_brief
from rapport.render.pdf.composer.composer import Page
from rapport.render.pdf.composer.vertical import flattened
from rapport.render.pdf.display.item import TextLine
from rapport.render.pdf.slides.document import unhyphenated
from rapport.render.pdf.text import Typesetter
from render.pdf.evian import evian
from render.pdf.made_up import (
    STATUSES,
    SectionKind,
    bullets,
    call,
    chart,
    charter,
    edition,
    figure,
    fonts,
    group,
    note,
    para,
    row,
    section,
    table,
    words,
)
from render.pdf.placed import meeting, page_texts, pages, texts

SENTENCE = "Une phrase de longueur moyenne, avec 109 milliards d’euros, pour remplir la colonne de texte. "
WORD = "anticonstitutionnellement"
MARK = 0.2
"""What a mark at either end of a line may stand out, in em: 0.6 of a hyphen, the widest."""


def check(page: Page, look: Charter | None = None) -> None:
    """What holds for every page."""
    brief = (look or charter()).brief
    grid, out = brief.grid, max(1.0, MARK * brief.type.body.size)
    placed = page_texts(page)
    assert not meeting(placed)
    for text in placed:
        assert text.area.x >= grid.full.x - out, text
        assert text.area.right <= grid.full.right + out, text
        assert text.area.y >= grid.opening_rule_y - 1, text
        assert text.area.bottom <= grid.content_bottom + 2, text


def test_the_pages_of_evian() -> None:
    for page in pages(evian()):
        check(page)


def test_marks_hang_out_of_justified_prose_so_that_its_edge_looks_even() -> None:
    right = charter().brief.grid.full.right
    sentence = SENTENCE.replace("avec 109 milliards d’euros", "avec des mots et des virgules")
    lines = [text for page in pages(edition(section("S", para(sentence * 30)))) for text in page_texts(page)]
    hanging = [text for text in lines if text.text[-1] in ",.\u00ad" and text.area.right > right + 0.5]
    flush = [text for text in lines if text.text[-1].isalnum() and abs(text.area.right - right) < 0.01]
    assert hanging
    assert flush
    assert all(text.text[-1] in ",.\u00ad" for text in lines if text.area.right > right + 0.5)


def test_a_heading_is_never_the_last_thing_on_a_page() -> None:
    """Charts with a message of their own open a second subject with a heading."""
    for count in range(20, 44):
        prose = [para(SENTENCE * 2) for _ in range(count // 3)]
        rows = [row(f"Ligne {number}", "1 M€") for number in range(30)]
        listed = table("Titre du tableau", [("Fait", "name"), ("Valeur", "amount")], rows)
        for page in pages(edition(section("S", *prose, para("x " * count), listed))):
            lines = [text.text for text in page_texts(page)]
            assert lines[-1] != "Titre du tableau"
            assert not lines[-1].startswith("Fait")


def test_no_row_of_a_group_is_alone_on_a_page() -> None:
    columns = [("Fait", "name"), ("Valeur", "amount")]
    for count in range(30, 46):
        rows = [
            group("Premier"),
            *(row(f"Ligne {at}", "1 M€") for at in range(count)),
            group("Second"),
            row("Fin", "2"),
        ]
        for page in pages(edition(section("S", table("", columns, rows)))):
            lines = [text.text for text in page_texts(page)]
            assert not {"Premier", "Second"} & {lines[-1]}
            assert f"Ligne {count - 1}" not in lines or f"Ligne {count - 2}" in lines


def test_a_group_that_goes_on_is_said_again_on_the_next_page() -> None:
    columns = [("Fait", "name"), ("Valeur", "amount")]
    rows = [group("Premier"), *(row(f"Ligne {at}", "1 M€") for at in range(60))]
    found = [
        [text.text for text in page_texts(page)] for page in pages(edition(section("S", table("", columns, rows))))
    ]
    again = [lines for lines in found if "Premier (suite)" in lines]
    assert len(again) == len([lines for lines in found if any(line.startswith("Ligne") for line in lines)]) - 1 > 0
    assert all(lines.index("Premier (suite)") < lines.index("Fait") + 3 for lines in again)


def test_a_low_table_is_not_divided_and_a_high_one_keeps_three_rows_at_its_ends() -> None:
    columns = [("Fait", "name"), ("Valeur", "text")]
    for count in (4, 30, 40, 50):
        for above in range(10, 34):
            rows = [row(f"Ligne {at}", "Un") for at in range(count)]
            section_ = section("S", *(para(f"Avant {at}.") for at in range(above)), table("Titre", columns, rows))
            on_page = [
                [text.text for text in page_texts(page) if text.text.startswith("Ligne")]
                for page in pages(edition(section_))
            ]
            filled = [lines for lines in on_page if lines]
            assert len(filled) == 1 if count == 4 else all(len(lines) >= 3 for lines in filled)


def test_digits_of_titles_and_key_figures_have_their_own_widths_those_of_tables_one() -> None:
    setter, style = Typesetter(fonts(), "fr-FR", unhyphenated), charter().brief.type
    ones, zeros = words("111"), words("000")
    for display in (style.title, replace(style.key_figure, display=True)):
        assert setter.width(ones, display) < 0.8 * setter.width(zeros, display)
    for column in (style.table_cell, style.body):
        assert setter.width(ones, column) == pytest.approx(setter.width(zeros, column), abs=0.01)


def test_a_paragraph_whose_spaces_would_gape_is_set_ragged() -> None:
    setter, body = Typesetter(fonts(), "fr-FR", unhyphenated), charter().brief.type.body
    text = words("Le mot anticonstitutionnellement puis anticonstitutionnellement et encore anticonstitutionnellement.")
    assert body.align == "justify"
    for measure in (190.0, 324.0):
        lines = setter.lines(text, body, measure)
        widest = max(fragment.space for line in lines for fragment in line.fragments)
        assert widest <= 2.0 * setter.width(words("\u00a0"), body) + 0.01


def test_guillemets_of_a_title_hang() -> None:
    plain_title, quoted = (
        next(
            text
            for page in pages(edition(section("S", title=title)))
            for text in page_texts(page)
            if "Un titre" in text.text
        )
        for title in ("Un titre", "« Un titre » entre guillemets")
    )
    assert 2 < plain_title.area.x - quoted.area.x < 6


def test_lists_stand_under_their_titles() -> None:
    glossary = Glossary((GlossaryEntry(words("PME"), words("petites entreprises")),), words("Sigles"))
    sources = Bullets((Item(words("Un texte")),), words("Sources"))
    contacts = Contacts((ContactEntry(words("Presse"), (), (words("01"),)),), words("Contacts"))
    *_, page = pages(edition(section("S", glossary, sources, contacts)))
    lines = page_texts(page)
    order = [text.text for text in lines]
    assert order.index("Sigles") < order.index("PME") < order.index("Sources") < order.index("Contacts")
    tops = {text.text: text.area.y for text in lines}
    assert abs(tops["Sources"] - tops["Un texte"]) < 2  # in the margin, beside the first item
    check(page)


def test_a_row_higher_than_a_page_is_divided() -> None:
    rows = [row("Nom", SENTENCE * 120), row("Autre", "court")]
    made = pages(edition(section("S", table("", [("Fait", "name"), ("Texte", "text")], rows))))
    for page in made:
        check(page)
    assert len(made) >= 3


@pytest.mark.parametrize(("kind", "count"), [("bar", 2), ("stacked", 1)])
def test_a_chart_of_many_categories_names_each_of_them_once(kind: ChartKind, count: int) -> None:
    """Twenty categories: two series share them on one scale, parts are stacked on one bar each."""
    one = chart(kind, "Titre", [(f"Pays {at}", float(at), f"{at} Md€") for at in range(1, 21)], STATUSES[0])
    made = edition(section("S", replace(one, series=one.series * count)))
    drawn = pages(made)
    for page in drawn:
        check(page)
    shown = [[text.text for text in page_texts(page)] for page in drawn]
    assert sum(sum(text.startswith("Pays ") for text in page) for page in shown) == 20
    assert shown[-1][-1].startswith("Source")
    assert len(shown[-1]) > 2  # the source is never alone
    assert failures(draw_brief(made, charter(), fonts()).data, "ua1") == ()


@st.composite
def blocks(draw: st.DrawFn, number: int) -> Block:
    """One block of any size."""
    kind = draw(st.integers(0, 9))
    size = draw(st.integers(1, 9))
    text = SENTENCE * size
    status = draw(st.sampled_from(STATUSES))
    if kind == 0:
        return bullets(*((f"{SENTENCE} {WORD}", *["un détail"] * (at % 3)) for at in range(size)))
    if kind == 1:
        tiles = tuple(figure("9" * size, "Md€", text[: 40 * size], status, "plus de" * (at % 2)) for at in range(size))
        return KeyFigures(tiles, words("Source."), draw(st.sampled_from(["main", "aside"])))
    if kind == 2:
        rows = [
            row(f"Ligne {at} {WORD * (at % 2)}", "à hauteur de 10 M€", status, text[: 30 * size])
            for at in range(6 * size)
        ]
        return table("Titre", [("Fait", "name"), ("Valeur", "amount"), ("Statut", "status"), ("Texte", "text")], rows)
    if kind == 3:
        return chart(
            draw(st.sampled_from(["bar", "column", "line", "doughnut"])),
            SENTENCE,
            [(f"Catégorie {at}", float(at), f"{at} Md€") for at in range(2 * size)],
            status,
        )
    if kind == 4:
        return Callout(words("Point d’attention"), words(text))
    if kind == 5:
        return Questions(tuple(Question(words(SENTENCE), words(text)) for _ in range(size)))
    if kind == 6:
        return Quote(words(text), words("§ 2"))
    if kind == 7:
        return Glossary(tuple(GlossaryEntry(words(WORD), words(text)) for _ in range(size)))
    return para(text, *(call(f"n{number}-{at}", str(at)) for at in range(size % 4)), " ", text)


@st.composite
def documents(draw: st.DrawFn) -> Edition:
    """Editions of a few sections."""
    made: list[EditionSection] = []
    notes: list[Note] = []
    for at in range(draw(st.integers(1, 3))):
        inside = [draw(blocks(10 * at + number)) for number in range(draw(st.integers(1, 7)))]
        keys = dict.fromkeys(span.note for span in spans(tuple(inside)) if span.note)
        notes += [note(key, "9", f"Note {key}. " + SENTENCE * draw(st.integers(1, 30))) for key in keys]
        kind: SectionKind = draw(st.sampled_from(("plain", "fiche", "annex")))
        made.append(section(f"Section {at}", *inside, kind=kind, lead=SENTENCE * draw(st.integers(0, 2))))
    return edition(*made, notes=notes)


@settings(max_examples=40, deadline=None)
@given(documents())
def test_any_document(made: Edition) -> None:
    """No line meets another or leaves the frame; every note called is whole at the feet of pages, once."""
    drawn = pages(made)
    for page in drawn:
        check(page)
    called = {span.note for part in made.sections for span in spans(part) if span.note}
    foot = "".join(text.text for page in drawn for placed in page.foot for text in texts(placed.box))
    squeezed = foot.replace("\u00ad", "").replace(" ", "")
    assert {each.key for each in made.notes} == called
    for each in made.notes:
        assert squeezed.count(plain(each.text).replace(" ", "")) == 1


def test_large_print_has_no_text_under_sixteen_points() -> None:
    """Superscripts aside, which are a share of the text around them."""
    look = large_print(charter())
    sizes = set()
    for page in pages(evian(), look):
        check(page, look)
        for placed in (*page.placed, *page.foot):
            for item, _ in flattened(placed.box, placed.y):
                if isinstance(item, TextLine):
                    sizes |= {part.size for part in item.line.fragments if not part.rise}
    assert min(sizes) >= 16


def test_a_heading_of_halves_one_after_the_other_goes_with_what_follows() -> None:
    asked = Questions((Question(words("Qui paie ?"), words("Non précisé dans le dossier.")),))
    ends = set()
    said = [Quote(words("« Une phrase à dire. »"), words("§ 4")) for _ in range(3)]
    for count in range(2, 20):
        before = [para("Une ligne.") for _ in range(count)]
        for page in pages(edition(section("S", *before, *said, asked)), large_print(charter())):
            ends.add(page_texts(page)[-1].text)
    assert not ends & {"Éléments de langage", "Questions et réponses"}


def test_contents_over_two_pages_leave_no_row_alone() -> None:
    for count in range(8, 16):
        made = edition(*(section(f"Partie {at}", para("Un texte.")) for at in range(1, count + 1)))
        drawn = [page for page in pages(made, large_print(charter())) if page.name.startswith("Sommaire")]
        seen: set[str] = set()
        rows = []
        for page in drawn:
            listed = {text.text for text in page_texts(page) if text.text.startswith("Partie")} - seen
            seen |= listed
            rows.append(len(listed))
        assert sum(rows) == count
        assert 1 not in rows
        key = [text.text for page in drawn for text in page_texts(page)]
        assert "Lire les statuts" in key


def test_large_print_conforms() -> None:
    assert failures(draw_brief(evian(draft=True), large_print(charter()), fonts()).data, "ua1") == ()
