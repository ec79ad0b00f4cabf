"""What opens a deck and its parts: the list of sections, the opener with its signs, how far the deck has come."""

from __future__ import annotations

from io import BytesIO

import pytest
from msgspec.structs import replace
from pptx import Presentation

from editions import ACHIEVED, PROMISED, edition, points, section
from rapport.arrange.arrange import arrange, plan
from rapport.edition.edition import EditionSection
from rapport.edition.text import Evidence, Span, plain
from rapport.look.charter import Charter
from rapport.read.faces import installed_fonts
from rapport.render.deck.writer import write_deck
from rapport.slides.deck import Slide
from rapport.slides.elements import SlideSign, TextBox


def shown(key: str, status: str) -> Span:
    return Span("12", evidence=Evidence(key, "amount", status=status))


def of_facts(key: str, title: str, *facts: tuple[str, str]) -> EditionSection:
    """A section whose lead shows these facts, by key and status."""
    return replace(section(key, title, points("Un point")), lead=tuple(shown(*fact) for fact in facts))


def deck(charter: Charter) -> tuple[Slide, ...]:
    made = edition(
        section("faits", "Ce qui est fait", kind="divider"),
        of_facts("ports", "Les ports", ("a", ACHIEVED.key), ("b", PROMISED.key), ("a", ACHIEVED.key)),
        of_facts("lignes", "Les lignes", ("c", ACHIEVED.key)),
        section("suite", "Ce qui reste à faire", kind="divider"),
        section("sante", "La santé", points("Une équipe")),
    )
    return arrange(made, charter, installed_fonts()).deck.slides


def said(slide: Slide) -> list[str]:
    return [plain(each.text) for box in slide.elements if isinstance(box, TextBox) for each in box.paragraphs]


def test_parts_and_sections_are_counted_apart(charter: Charter) -> None:
    kickers = {slide.key: said(slide)[0] for slide in deck(charter)}
    assert kickers["faits"] == "1/2 Faits"
    assert kickers["suite"] == "2/2 Suite"
    assert [kickers[key] for key in ("ports", "lignes", "sante")] == ["1/3 Ports", "2/3 Lignes", "3/3 Sante"]


def test_an_opener_shows_a_sign_for_each_fact_of_its_sections(charter: Charter) -> None:
    opener = next(slide for slide in deck(charter) if slide.key == "faits")
    signs = [element for element in opener.elements if isinstance(element, SlideSign)]
    assert [sign.status.key for sign in signs] == ["achieved", "promised", "achieved"]
    names = [box for box in opener.elements if isinstance(box, TextBox) and box.link]
    assert [box.link for box in names] == ["#ports", "#lignes"]
    assert not [(sign, box) for sign in signs for box in names if sign.box.overlaps(box.box)]


def test_the_list_of_sections_tells_parts_by_their_colour_and_underlines_nothing(charter: Charter) -> None:
    slides = deck(charter)
    agenda = next(slide for slide in slides if slide.key == "deck.contents")
    linked = [box for box in agenda.elements if isinstance(box, TextBox) and box.link]
    colours = {plain(box.paragraphs[0].text): box.paragraphs[0].colour for box in linked}
    assert colours["Faits"] == colours["Suite"] == "accent"
    assert "accent" not in (colours["Ports"], colours["Sante"])
    two = edition(section("un", "Un", points("a")), section("deux", "Deux", points("b")))
    planned = arrange(two, charter, installed_fonts())
    written = Presentation(BytesIO(write_deck(planned.deck, charter).data)).slides[1]
    assert written._element.xpath(".//p:cNvPr/a:hlinkClick")
    assert not written._element.xpath(".//a:rPr/a:hlinkClick")
    assert not written._element.xpath(".//a:rPr[@u]")


@pytest.mark.parametrize(("most", "count"), [(24, 29), (60, 0)])
def test_signs_of_sections_stand_on_lines_as_long_as_they_are_told_apart(
    charter: Charter, most: int, count: int
) -> None:
    many = tuple((str(number), ACHIEVED.key) for number in range(most))
    others = (of_facts(name, name, ("a", ACHIEVED.key)) for name in ("deux", "trois", "quatre", "cinq", "six"))
    made = edition(section("faits", "Les faits", kind="divider"), of_facts("un", "Un", *many), *others)
    opener = next(slide for slide in plan(made, charter, installed_fonts()).deck.slides if slide.key == "faits")
    signs = [element for element in opener.elements if isinstance(element, SlideSign)]
    assert len(signs) == count
    assert min((sign.box.width for sign in signs), default=14) >= 10
