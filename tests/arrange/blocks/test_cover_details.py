"""Who, where and when on the first slide: as large as what is read from afar."""

from __future__ import annotations

from msgspec.structs import replace

from editions import COVER, edition
from rapport.arrange.arrange import plan
from rapport.edition.edition import CoverDetail
from rapport.edition.text import words
from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from sketch import boxes


def test_details_that_are_too_long_for_a_third_take_columns_of_their_neighbours(
    charter: Charter, fonts: FontSet
) -> None:
    said = (("Arrêt", "20\u00a0mai"), ("Réunion", "Jeudi 4 juin 2026, de 9 h à 11 h, salle 204"), ("Votes", "93 élus"))
    cover = replace(COVER, details=tuple(CoverDetail(words(label), words(value)) for label, value in said))
    found = [box for box in boxes(plan(edition(cover=cover), charter, fonts).deck.slides[0]) if box.box.y > 470]
    assert {float(paragraph.size) for box in found for paragraph in box.paragraphs} == {18.0}
    assert {box.box.x for box in found} <= {strip.x for strip in charter.deck.grid.cells.cells()}


def test_a_long_issuer_takes_room_from_a_short_kind(charter: Charter, fonts: FontSet) -> None:
    cover = replace(COVER, issuer=words("Direction de l’administration pénitentiaire, bureau du cabinet"))
    sizes = {
        paragraph.size
        for box in boxes(plan(edition(cover=cover), charter, fonts).deck.slides[0])
        for paragraph in box.paragraphs
    }
    assert min(sizes) >= 18
