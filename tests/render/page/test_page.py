"""An edition of medium "page" -> HTML, as a browser's parser and as a reader of markup see it."""

from __future__ import annotations

import re
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import fields, replace

from briefing_tree import briefing
from rapport.edition.blocks.figures import Cell, Chart, Column, Image, Row, Table
from rapport.edition.blocks.words import Bullets, Callout, Item, Paragraph, StatusKey
from rapport.edition.edition import Edition
from rapport.edition.picture import Picture
from rapport.edition.text import Span, Status, texts, words
from rapport.look.charter import Charter
from rapport.render.page.page import draw_page
from rapport.resolve.reports.report import page_of, part

ACHIEVED = Status("achieved", "Réalisé")
PICTURE = Picture("page.png", b"\x89PNG", "", "image/png", 300, 424)
TABLE = Table(
    words("Montants"),
    (Column(words("Objet"), "name"), Column(words("Montant"), "amount"), Column(words("Empreinte"), "code")),
    (
        Row((Cell(words("Réalisés")),), "group"),
        Row((Cell(words("Levées")), Cell(words("2,6\u00a0Md€"), words("en 2025"), ACHIEVED), Cell(words("ab12")))),
    ),
    words("Source\u00a0: bilan."),
)
BLOCKS = (
    Paragraph((Span("Un "), Span("site", link="https://exemple.fr/é?a=1&b=2"), Span(" & <du> texte", "strong"))),
    Bullets((Item(words("Un point"), (words("un détail"),)),)),
    Callout(words("À savoir"), words("Une remarque.")),
    StatusKey(words("Lecture"), words("Ne pas additionner."), ((ACHIEVED, words("constaté")),)),
    TABLE,
    Image(PICTURE, "Aperçu", words("1. Sommaire")),
)


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    sections = (
        part("tout", words("Tout"), words("Ce qu’une page montre"), *BLOCKS),
        part("fin", words("Fin"), words("Fin")),
    )
    return page_of(briefing(tmp_path).brief, words("Documents remis"), sections)


@pytest.fixture
def page(edition: Edition, charter: Charter) -> str:
    return "".join(draw_page(edition, charter))


def with_blocks(edition: Edition, *blocks: object) -> Edition:
    return replace(edition, sections=(part("tout", words("Tout"), words("Tout"), *blocks),))  # type: ignore[arg-type]


def parsed(page: str) -> html.HtmlElement:
    return html.document_fromstring(page)


def test_every_text_of_the_edition_is_in_the_page(edition: Edition, page: str) -> None:
    shown = parsed(page).text_content()
    missing = [text for text in texts((edition.cover, edition.sections)) if text not in shown]
    assert missing == []


def test_the_same_edition_gives_the_same_page(edition: Edition, charter: Charter, page: str) -> None:
    assert "".join(draw_page(edition, charter)) == page


def test_language_title_and_landmarks(page: str) -> None:
    tree = parsed(page)
    assert tree.get("lang") == "fr-FR"
    assert tree.findtext(".//title") == "Documents remis – usage interne – L’IA en France"
    assert [element.tag for element in tree.body if element.tag != "a"] == ["header", "nav", "main", "footer"]
    assert tree.body[0].get("href") == "#" + tree.body.find("main").get("id")


def test_headings_follow_each_other_without_a_gap(page: str) -> None:
    levels = [int(element.tag[1]) for element in parsed(page).iter("h1", "h2", "h3", "h4")]
    assert levels == [1, 2, 3, 2]


def test_nothing_is_asked_from_elsewhere(page: str) -> None:
    tree = parsed(page)
    assert not list(tree.iter("script", "link", "iframe", "object"))
    assert all(image.get("src").startswith("data:image/png;base64,") for image in tree.iter("img"))
    assert "url(" not in page
    assert "@import" not in page


def test_cells_have_headers_with_their_scope(page: str) -> None:
    table = parsed(page).find(".//table")
    scopes = [(cell.text_content(), cell.get("scope")) for cell in table.iter("th")]
    assert scopes == [
        ("Objet", "col"),
        ("Montant", "col"),
        ("Empreinte", "col"),
        ("Réalisés", "rowgroup"),
        ("Levées", "row"),
    ]


def test_a_sign_is_drawn_beside_its_word_and_hidden_from_those_who_listen(page: str) -> None:
    signs = list(parsed(page).iter("svg"))
    assert signs
    assert all(sign.get("aria-hidden") == "true" for sign in signs)
    assert all(sign.getparent().text_content().strip() for sign in signs)


@pytest.mark.parametrize("hostile", ["javascript:alert(1)", "data:text/html,x", "JavaScript:x", "vbscript:x", "file:x"])
def test_a_link_that_could_run_code_is_only_text(edition: Edition, charter: Charter, hostile: str) -> None:
    block = Paragraph((Span("cliquez", link=hostile),))
    page = "".join(draw_page(with_blocks(edition, block), charter))
    assert "cliquez" in page
    assert hostile not in page


@pytest.mark.parametrize("hostile", ["<script>x</script>", "\"'><img src=x onerror=y>", "&lt;", "</style><b>"])
def test_markup_in_texts_is_shown_never_run(edition: Edition, charter: Charter, hostile: str) -> None:
    blocks = (
        Paragraph(words(hostile)),
        Image(PICTURE, hostile, words(hostile)),
        replace(TABLE, caption=words(hostile)),
    )
    tree = parsed("".join(draw_page(with_blocks(edition, *blocks), charter)))
    assert tree.text_content().count(hostile) == 3
    assert [image.get("alt") for image in tree.iter("img")] == [hostile]


def test_addresses_are_percent_encoded_and_escaped(page: str) -> None:
    assert 'href="https://exemple.fr/%C3%A9?a=1&amp;b=2"' in page


def test_a_draft_says_so_and_a_final_page_does_not(edition: Edition, charter: Charter, page: str) -> None:
    assert "Projet – Version 1.0 du 10" in page
    assert "Projet" not in "".join(draw_page(replace(edition, draft_mark=()), charter))


def test_colours_are_those_of_the_charter(charter: Charter, page: str) -> None:
    assert f"--accent:{charter.palette['accent'].lower()};" in page
    known = {getattr(charter.palette, field.name).lower() for field in fields(charter.palette)}
    assert set(re.findall(r"#[0-9a-fA-F]{6}", page)) <= known


def rows(count: int) -> Iterator[Row]:
    for number in range(count):
        yield Row((Cell(words(f"n°\u00a0{number} — Délégation")),), "group")
        yield Row((Cell(words("evian-brief.pdf")), Cell(words("ab" * 32))))


def test_a_table_without_rows_takes_those_that_come(edition: Edition, charter: Charter) -> None:
    register = with_blocks(edition, replace(TABLE, columns=TABLE.columns[:2], rows=()))
    tree = parsed("".join(draw_page(register, charter, rows(3))))
    assert len(list(tree.iter("tbody"))) == 3
    assert [cell.text_content() for cell in tree.iter("th") if cell.get("scope") == "rowgroup"] == [
        f"n°\u00a0{number} — Délégation" for number in range(3)
    ]


def test_a_register_of_any_length_takes_the_same_memory(edition: Edition, charter: Charter) -> None:
    register = with_blocks(edition, replace(TABLE, columns=TABLE.columns[:2], rows=()))

    def peak(count: int) -> int:
        tracemalloc.start()
        for _ in draw_page(register, charter, rows(count)):
            pass
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    peak(1)
    assert peak(3_000) < peak(30) + 50_000


def test_a_block_that_no_report_is_made_of_is_our_own_fault(edition: Edition, charter: Charter) -> None:
    chart = Chart("bar", (), (), (), (), (), "")
    with pytest.raises(KeyError):
        "".join(draw_page(with_blocks(edition, chart), charter))
