"""The two briefings as documents: as long as a minister reads, with charts that can be edited."""

from __future__ import annotations

import io
import runpy
from collections.abc import Mapping

import pikepdf
import pytest

from content.texts import ROOT, spaced
from large_figures import rows_of_brief, unlike
from rapport.arrange.arrange import Arranged
from rapport.edition.edition import Edition
from rapport.edition.text import plain
from rapport.look.charter import Charter
from rapport.read.faces import installed_fonts
from rapport.render.pdf.brief import draw_brief
from rapport.slides.elements import ChartFrame, ElementGroup

BRIEFINGS = ("evian-g7", "new-delhi")


@pytest.mark.parametrize("key", BRIEFINGS)
def test_a_deck_has_ten_to_fifteen_slides_and_nothing_to_say_of_them(plans: Mapping[str, Arranged], key: str) -> None:
    assert 10 <= len(plans[key].deck.slides) <= 15
    assert [f"{problem.origin} {problem.message}" for problem in plans[key].problems] == []


@pytest.mark.parametrize("key", BRIEFINGS)
def test_a_brief_has_eight_to_eighteen_pages_and_figures_alike_in_a_row(
    editions: Mapping[str, Edition], charter: Charter, key: str
) -> None:
    data = draw_brief(editions[f"{key}-brief"], charter, installed_fonts(charter.font.name)).data
    with pikepdf.open(io.BytesIO(data)) as document:
        assert 8 <= len(document.pages) <= 18
    rows = rows_of_brief(data)
    assert rows
    assert unlike(rows) == []


@pytest.mark.parametrize("key", BRIEFINGS)
def test_a_deck_has_three_native_charts(plans: Mapping[str, Arranged], key: str) -> None:
    elements = [element for slide in plans[key].deck.slides for element in slide.elements]
    leaves = [
        leaf for element in elements for leaf in (element.elements if isinstance(element, ElementGroup) else (element,))
    ]
    assert sum(isinstance(leaf, ChartFrame) for leaf in leaves) >= 3


@pytest.mark.parametrize("key", BRIEFINGS)
def test_no_title_of_a_deck_is_met_twice(plans: Mapping[str, Arranged], key: str) -> None:
    titles = [
        "".join(span.text for paragraph in slide.title.paragraphs for span in paragraph.text)
        for slide in plans[key].deck.slides
    ]
    assert len(set(titles)) == len(titles)
    assert not [title for title in titles if "suite" in title]


@pytest.mark.parametrize("key", BRIEFINGS)
def test_every_slide_has_something_to_be_said(plans: Mapping[str, Arranged], key: str) -> None:
    assert [slide.number for slide in plans[key].deck.slides if not slide.speech] == []


def test_both_summits_share_their_fiches_and_differ_in_order_and_message(editions: Mapping[str, Edition]) -> None:
    orders = {
        key: [section.key for section in editions[f"{key}-brief"].sections if section.kind == "fiche"]
        for key in BRIEFINGS
    }
    assert set(orders["evian-g7"]) == set(orders["new-delhi"])
    assert orders["evian-g7"][:2] == ["diffusion", "agents-publics"]
    assert orders["new-delhi"][:2] == ["diffusion", "ia-durable"]


def test_the_pictures_of_the_readme_are_of_pages_that_there_are(
    editions: Mapping[str, Edition], plans: Mapping[str, Arranged]
) -> None:
    drawn = runpy.run_path(str(ROOT / "assets" / "pictures.py"))
    sections = editions[f"{drawn['BRIEFING']}-brief"].sections
    names = [plain(section.name) for section in sections] + [plain(editions[f"{drawn['BRIEFING']}-brief"].title)]
    titles = [
        " ".join("".join(span.text for span in paragraph.text) for paragraph in slide.title.paragraphs)
        for slide in plans[drawn["BRIEFING"]].deck.slides
    ]
    for document, known in (("brief", names), ("slides", titles)):
        for beginning in drawn["PICTURES"][document].values():
            assert any(spaced(name).startswith(spaced(beginning)) for name in known), beginning
