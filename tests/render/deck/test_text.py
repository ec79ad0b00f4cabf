"""Paragraphs say what they are, and only how they differ from their layout."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from rapport.edition.text import Span, words
from rapport.look.geometry import Pt
from rapport.render.deck.text import TextLook, level_properties, paragraphs
from rapport.slides.elements import SlideParagraph

BASE = {0: TextLook(Pt(18), Pt(25)), 1: TextLook(Pt(18), Pt(25), marker="–", indent=Pt(24), hanging=Pt(24))}


class Page:
    """A slide in French, whose links are all rId7."""

    language = "fr-FR"

    def click(self, link: str) -> Mapping[str, str]:
        return {"r_id": "rId7"}


def written(*items: SlideParagraph) -> str:
    return paragraphs(items, BASE, Page())


def item(*spans: Span, **looks: object) -> SlideParagraph:
    return SlideParagraph(spans, "body", Pt(18), Pt(25), **looks)  # type: ignore[arg-type]


def test_a_paragraph_like_its_layout_says_its_language_alone() -> None:
    assert written(item(Span("Un"))) == '<a:p><a:r><a:rPr lang="fr-FR"/><a:t>Un</a:t></a:r></a:p>'


def test_other_languages_are_marked() -> None:
    assert '<a:rPr lang="en-GB"/><a:t>State of AI' in written(item(Span("State of AI", language="en-GB")))


def test_emphasis_and_position_are_kept() -> None:
    found = written(item(Span("a", "strong"), Span("b", "emphasis"), Span("c", position="superscript")))
    assert re.findall("<a:rPr ([^/]*)/>", found) == [
        'lang="fr-FR" b="1"',
        'lang="fr-FR" i="1"',
        'lang="fr-FR" baseline="30000"',
    ]


def test_what_differs_is_said_on_the_run() -> None:
    found = written(item(Span("Un"), colour="grey", bold=True))
    assert '<a:rPr lang="fr-FR" b="1"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:rPr>' in found


def test_a_unit_follows_its_number_in_its_own_size() -> None:
    number = SlideParagraph(words("2,6"), "key_figure", Pt(18), Pt(25), unit=words("\u00a0Md€"), unit_size=Pt(9))
    assert '<a:rPr lang="fr-FR"/><a:t>2,6</a:t></a:r><a:r><a:rPr lang="fr-FR" sz="900"/><a:t>\u00a0Md€' in written(
        number
    )


def test_a_line_break_is_one() -> None:
    assert '<a:t>Un</a:t></a:r><a:br><a:rPr lang="fr-FR"/></a:br><a:r>' in written(item(Span("Un\nDeux")))


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("2021-2024", "2021-\u20602024"),
        ("2021–2024", "2021–\u20602024"),
        ("covid-19", "covid-\u206019"),
        ("peut-être –5 -5 G7-Évian 2024– fin", "peut-être –5 -5 G7-Évian 2024– fin"),
    ],
)
def test_a_line_cannot_end_before_the_figure_of_a_range(typed: str, stands: str) -> None:
    """The joiner has no width, so it is looked for in the file."""
    assert f"<a:t>{stands}</a:t>" in written(item(Span(typed)))
    assert f"<a:t>{stands}</a:t>" in written(item(Span(typed, link="https://exemple.fr/bilan")))


def test_an_address_is_copied_as_it_is() -> None:
    address = "https://exemple.fr/2021-2024"
    assert f"<a:t>{address}</a:t>" in written(item(Span(address, link=address)))


def test_an_address_is_as_typed() -> None:
    """Whoever copies it must arrive there."""
    assert "<a:t>ue.eu/2021-2027</a:t>" in written(item(Span("ue.eu/2021-2027", link="https://ue.eu/2021-2027")))


def test_white_links_keep_their_colour() -> None:
    assert "hlinkClr" in written(item(Span("Un", link="#a"), colour="white"))
    assert "hlinkClr" not in written(item(Span("Un", link="#a")))


def test_levels_and_space_before_count_from_the_second_paragraph() -> None:
    spaced = item(Span("Un"), level=1, space_before=Pt(14))
    first, second = written(spaced, spaced).split("</a:p>")[:2]
    assert '<a:pPr lvl="1"/>' in first
    assert '<a:pPr lvl="1"><a:spcBef><a:spcPts val="1400"/></a:spcBef></a:pPr>' in second


def test_an_empty_paragraph_keeps_its_size_and_language() -> None:
    assert written(SlideParagraph((), "body", Pt(9), Pt(12.5))) == '<a:p><a:endParaRPr lang="fr-FR" sz="900"/></a:p>'


def test_a_box_without_paragraphs_has_one() -> None:
    assert written() == '<a:p><a:endParaRPr lang="fr-FR"/></a:p>'


def test_a_level_of_a_list_hangs_its_marker() -> None:
    level = level_properties(1, BASE[1])
    assert level.startswith('<a:lvl2pPr marL="304800" indent="-304800" algn="l"')
    assert '<a:buChar char="–"/>' in level


def test_a_link_on_a_dark_ground_is_white_and_keeps_it() -> None:
    link = Span("site", link="https://example.fr")
    white = {0: TextLook(Pt(18), Pt(25), "white")}
    made = paragraphs((item(link, colour="white"),), white, Page())
    assert '<a:schemeClr val="bg1"/>' in made, "said even where the paragraph has it already"
    assert "hlinkClr" in made, "Office's own colour of links is not readable on the accent"
    assert '<a:schemeClr val="bg1"/>' not in paragraphs((item(Span("site"), colour="white"),), white, Page())
