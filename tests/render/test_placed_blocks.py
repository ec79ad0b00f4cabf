"""Maps, people and pictures of any content, read back from both files: nothing meets, nothing leaves its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from io import BytesIO
from itertools import combinations
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image as Drawn
from pptx import Presentation

from rapport.arrange.arrange import arrange
from rapport.edition.blocks.figures import Image
from rapport.edition.blocks.surroundings import Map, People, Person, Place
from rapport.edition.edition import Block, Edition
from rapport.edition.picture import Picture
from rapport.language.languages import furniture, shape_names
from rapport.look.geometry import Box
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import draw_brief
from render.pdf.made_up import STATUSES, charter, edition, fonts, para, section, words
from render.pdf.test_crowded_cover import REACH, TOLERANCE, lines, placed

FAST = settings(max_examples=8, phases=(Phase.explicit, Phase.generate), deadline=None)
"""A failing example is read as it was made: each takes two documents."""


def made(*blocks: Block) -> Edition:
    """An edition of these blocks."""
    whole = edition(section("Lieux", para("Une ligne de prose, puis ce qui la montre."), *blocks))
    return replace(whole, furniture=type(whole.furniture)(tuple(furniture("fr_FR").items())))


def pages(whole: Edition) -> list[pypdfium2.PdfPage]:
    """The pages of its brief."""
    return list(pypdfium2.PdfDocument(draw_brief(whole, charter(), fonts()).data))


def slides(whole: Edition) -> Iterator[list[Any]]:
    """The shapes of each slide of its deck, those in groups too."""
    named = type(whole.furniture)(tuple(shape_names("fr_FR").items()))
    arranged = arrange(replace(whole, medium="deck", names=named), charter(), fonts())
    for slide in Presentation(BytesIO(write_deck(arranged.deck, charter()).data)).slides:
        yield list(single(slide.shapes))


def single(shapes: Iterable[Any]) -> Iterator[Any]:
    """The shapes that are no group."""
    for shape in shapes:
        yield from single(shape.shapes) if shape.shape_type == 6 else (shape,)


def pictures(page: pypdfium2.PdfPage) -> list[Box]:
    """The boxes of the images on a page, from its top."""
    high = page.get_height()
    bounds = (item.get_bounds() for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]))
    return [Box(x, high - top, right - x, top - bottom) for x, bottom, right, top in bounds]


def meeting(boxes: Iterable[Box]) -> list[tuple[Box, Box]]:
    return [(one, other) for one, other in combinations(boxes, 2) if one.overlaps(other, TOLERANCE)]


def within(boxes: Iterable[Box], width: float, height: float) -> bool:
    return all(
        box.x >= REACH and box.y >= REACH and box.right <= width - REACH and box.bottom <= height - REACH
        for box in boxes
    )


@st.composite
def maps(draw: st.DrawFn) -> Map:
    """Up to ten places, all over the country or beside one another, also at its borders."""
    width = draw(st.sampled_from((0.5, 1.0, 2.0)))
    spread = draw(st.sampled_from((0.02, 1.0)))
    name = draw(st.sampled_from(("Fouju", "Saint-Georges-de-l’Oyapock")))
    spots = draw(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=10))
    at = draw(st.sampled_from((0.0, 0.5, 0.98))) if spread < 1 else 0.0
    places = tuple(
        Place(words(f"{name} {n}"), words("plus de 1 200 escales"), STATUSES[n % 6], width * (at + spread * x), at)
        for n, (x, _) in enumerate(spots)
    )
    outline = ((0.0, 0.0), (width, 0.0), (width, 1.0), (0.0, 1.0))
    return Map((outline,), width, places, "Carte : les lieux", words("Les lieux"), words("Source : exemple."))


@FAST
@given(maps())
def test_names_on_maps_never_meet(subject: Map) -> None:
    whole = made(subject)
    for page in pages(whole):
        assert not meeting(lines(page))
        assert within(lines(page), *page.get_size())
    told = []
    for shapes in slides(whole):
        names = [shape for shape in shapes if shape.name.startswith(("Lieu", "Statut"))]
        assert not meeting(map(placed, names))
        told += [shape for shape in names if shape.name.startswith("Lieu") and shape.has_text_frame]
    assert sum("escales" in shape.text_frame.text for shape in told) == len(subject.places)


def picture(width: int, height: int) -> Picture:
    written = BytesIO()
    Drawn.new("RGB", (width, height), "#888888").save(written, "PNG")
    data = written.getvalue()
    return Picture(f"{width}x{height}.png", data, sha256(data).hexdigest(), "image/png", width, height)


@st.composite
def people(draw: st.DrawFn) -> People:
    """One to nine people, with portrait or without, some with long names and offices."""
    long = draw(st.booleans())
    name = "Maria Aparecida Exemple do Nascimento" if long else "Li Wei"
    office = "Ministre de l’intégration régionale et du développement des territoires" if long else "Consule"
    portraits = draw(st.lists(st.booleans(), min_size=1, max_size=9))
    return People(
        tuple(
            Person(
                words(f"{name} {n}"),
                words("se prononce « ma-ri-a »") if long else (),
                words(office),
                words("Proche de la nôtre"),
                "ME",
                picture(300, 400) if shown else None,
            )
            for n, shown in enumerate(portraits)
        ),
        words("Qui est qui"),
    )


@FAST
@given(people())
def test_people_stand_apart_and_all_are_there(subject: People) -> None:
    whole = made(subject)
    for page in pages(whole):
        boxes = [*lines(page), *pictures(page)]
        assert not meeting(boxes)
        assert within(boxes, *page.get_size())
    counts = []
    for shapes in slides(whole):
        persons = [placed(shape) for shape in shapes if shape.name.startswith("Personne")]
        shown = [placed(shape) for shape in shapes if shape.name.startswith(("Image", "Initiales"))]
        assert not meeting((*persons, *shown))
        assert within((*persons, *shown), 960, 540)
        assert len({round(box.y) for box in shown}) <= 1
        counts += [len(persons)] if persons else []
    assert sum(counts) == len(subject.people)
    assert max(counts) <= 4
    assert max(counts) - min(counts) <= 1


PROPORTIONS = ((300, 500), (500, 500), (700, 500), (1600, 500))


@FAST
@given(st.lists(st.sampled_from(PROPORTIONS), min_size=1, max_size=3), st.booleans())
def test_pictures_take_the_room_that_their_proportions_leave(sizes: list[tuple[int, int]], beside: bool) -> None:
    blocks: list[Block] = []
    for n, size in enumerate(sizes):
        message = words(f"Message {n}") if n else ()
        blocks.append(Image(picture(*size), f"Image {n}", words("Légende"), words("Crédit : exemple"), message=message))
        blocks += [para("Une phrase qui suit l’image et qui tient sur plus d’une ligne de texte.")] if beside else []
    whole = made(*blocks)
    shown = 0
    for page in pages(whole):
        boxes = [*lines(page), *pictures(page)]
        assert not meeting(boxes)
        assert within(boxes, *page.get_size())
        shown += len(pictures(page))
    assert shown == len(sizes)
    found = [shapes for shapes in slides(whole) if any(shape.name.startswith("Image") for shape in shapes)]
    assert len(found) == len(sizes)
    for shapes in found:
        (image,) = [placed(shape) for shape in shapes if shape.name.startswith("Image")]
        texts = [placed(shape) for shape in shapes if shape.has_text_frame and shape.text_frame.text]
        assert not [box for box in texts if box.overlaps(image, TOLERANCE)]
        assert within([image], 960, 540)
        assert image.height > 270 or image.width > 800
