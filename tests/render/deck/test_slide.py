"""Elements on a slide: placeholders where the layout has them, native shapes, ornaments that nobody listens to."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest
from lxml import etree

import decks
from parts import parts_of
from rapport.edition.text import Span
from rapport.language.languages import shape_names
from rapport.look.charter import Charter
from rapport.look.geometry import Pt, emu
from rapport.render.deck.elements.shapes import stroke_of
from rapport.render.deck.shape import Name
from rapport.render.deck.template.layouts import Ground, layouts
from rapport.render.deck.writer import write_deck
from rapport.slides.deck import LayoutName
from rapport.slides.elements import Element, ElementGroup, Panel, RuleLine, SlideParagraph, SlideSign

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "a16": "http://schemas.microsoft.com/office/drawing/2014/main",
}
Draw = Callable[..., etree._Element]


@pytest.fixture
def drawn(charter: Charter) -> Draw:
    """The slide's XML with some elements on it."""

    def draw(*elements: Element, layout: LayoutName = "content", ground: Ground = "white") -> etree._Element:
        slide = decks.slide("s", layout, decks.title("Titre"), *elements, ground=ground)
        return etree.fromstring(parts_of(write_deck(decks.deck(slide), charter).data)["ppt/slides/slide1.xml"])

    return draw


def named(root: etree._Element, name: str) -> etree._Element:
    (found,) = root.xpath(f"//p:cNvPr[@name='{name}']/../..", namespaces=NAMES)
    return found


def test_a_text_in_its_place_inherits_it(drawn: Draw, charter: Charter) -> None:
    (slot,) = [slot for slot in layouts(charter.deck)["content"].slots if slot.place == "body"]
    style = charter.deck.type.list_item
    text = SlideParagraph((Span("Un"),), "list_item", style.size, style.leading)
    shape = named(drawn(decks.text("Texte", "body", slot.box, text)), "Texte")
    assert len(shape.find("p:spPr", NAMES)) == 0
    assert len(shape.find("p:txBody/a:lstStyle", NAMES)) == 0


def test_a_text_moved_or_stepped_down_says_so_once(drawn: Draw) -> None:
    box = decks.text(
        "Texte", "body", decks.box(60, 160, 400, 200), decks.paragraph("Un", 16, 22), decks.paragraph("Deux", 16, 22)
    )
    shape = named(drawn(box), "Texte")
    assert shape.find("p:spPr/a:xfrm/a:off", NAMES).get("x") == str(emu(60))
    assert shape.find("p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr", NAMES).get("sz") == "1600"
    assert {run.get("sz") for run in shape.iterfind(".//a:rPr", NAMES)} == {None}


def test_a_place_is_filled_once(drawn: Draw) -> None:
    first, second = (
        decks.text(name, "body", decks.box(48, 150, 400, 90), decks.paragraph(name)) for name in ("Un", "Deux")
    )
    root = drawn(first, second)
    assert named(root, "Un").find(".//p:ph", NAMES) is not None
    assert named(root, "Deux").find(".//p:ph", NAMES) is None


def test_a_place_the_layout_lacks_is_a_text_box(drawn: Draw) -> None:
    box = decks.text("Texte", "body", decks.box(48, 150, 400, 90), decks.paragraph("Un"))
    assert named(drawn(box, layout="figures"), "Texte").find(".//p:cNvSpPr", NAMES).get("txBox") == "1"


def test_ornaments_are_marked_so(drawn: Draw) -> None:
    ornaments = (
        RuleLine(decks.box(48, 150, 100, 0), Pt(1), "ink"),
        Panel(decks.box(48, 200, 100, 50), "paper"),
        SlideSign(decks.box(48, 300, 12, 12), decks.PLANNED),
    )
    root = drawn(*ornaments)
    hidden = [node for node in root.iterfind(".//p:cNvPr", NAMES) if node.find(".//adec:decorative", NAMES) is not None]
    assert [node.get("name") for node in hidden] == ["Filet", "Fond", "Signe", "Signe 2", "Signe 3"]
    assert not any(node.get("descr") for node in hidden)


def test_each_shape_has_a_name_and_an_identifier_of_its_own(drawn: Draw) -> None:
    box = decks.box(48, 300, 12, 12)
    first, again = (
        drawn(SlideSign(box, decks.PLANNED), SlideSign(box, decks.PLANNED), Panel(box, "paper")) for _ in "ab"
    )
    shapes = first.findall(".//p:spTree/*//p:cNvPr", NAMES)[1:]
    names, identifiers = [node.get("name") for node in shapes], [created(node) for node in shapes]
    assert len(shapes) == len(set(names)) == len(set(identifiers)) > 5
    assert identifiers == [created(node) for node in again.findall(".//p:spTree/*//p:cNvPr", NAMES)[1:]]


def created(node: etree._Element) -> str | None:
    found = node.find(".//a16:creationId", NAMES)
    return None if found is None else found.get("id")


def test_a_sign_alone_is_described(drawn: Draw) -> None:
    shape = named(drawn(SlideSign(decks.box(48, 300, 12, 12), decks.PROMISED, alternative="Promis")), "Signe")
    assert shape.find("p:nvSpPr/p:cNvPr", NAMES).get("descr") == "Promis"
    assert shape.find(".//adec:decorative", NAMES) is None


def test_signs_are_native_shapes(drawn: Draw) -> None:
    statuses = (decks.ACHIEVED, decks.PROMISED, decks.ESTIMATED, decks.TARGET)
    root = drawn(*(SlideSign(decks.box(48 + 20 * index, 300, 12, 12), status) for index, status in enumerate(statuses)))
    shapes = [node.get("prst") for node in root.iterfind(".//p:sp/p:spPr/a:prstGeom", NAMES)]
    assert shapes == ["ellipse", "ellipse", "diamond", "flowChartMerge"]


def test_large_signs_have_thin_lines(charter: Charter) -> None:
    assert stroke_of(10, charter) == pytest.approx(1.3)
    assert stroke_of(5, charter) == 1
    assert stroke_of(148, charter) == 2.5
    assert stroke_of(204, charter) == 3


def test_a_group_without_alternative_says_its_name(drawn: Draw) -> None:
    leaf = decks.text("Un", "body", decks.box(60, 160, 90, 20), decks.paragraph("Un"))
    group = named(drawn(ElementGroup("Tuile", decks.box(48, 150, 200, 100), (leaf,))), "Tuile")
    assert group.find("p:nvGrpSpPr/p:cNvPr", NAMES).get("descr") == "Tuile"
    assert group.find(".//p:ph", NAMES) is None
    frame = group.find("p:grpSpPr/a:xfrm", NAMES)
    assert frame.find("a:off", NAMES).attrib == frame.find("a:chOff", NAMES).attrib


def test_columns_of_a_table_add_up_to_its_width(drawn: Draw) -> None:
    frame = named(drawn(decks.table_frame(), layout="table"), "Tableau")
    widths = [int(node.get("w")) for node in frame.iterfind(".//a:gridCol", NAMES)]
    assert sum(widths) == int(frame.find("p:xfrm/a:ext", NAMES).get("cx")) == emu(864)
    assert frame.find(".//a:tblPr", NAMES).get("firstRow") == "1"


def test_cells_keep_the_plan_s_gutters(drawn: Draw) -> None:
    frame = named(drawn(decks.table_frame(), layout="table"), "Tableau")
    margins = [node.get("marR") for node in frame.iterfind(".//a:tr[1]/a:tc/a:tcPr", NAMES)]
    assert margins == [str(emu(16)), str(emu(32)), "0"]


def test_a_ground_of_its_own_is_the_slide_s(drawn: Draw) -> None:
    assert drawn(ground="paper").find("p:cSld/p:bg//a:schemeClr", NAMES).get("val") == "bg2"
    assert drawn(ground="paper", layout="statement").find("p:cSld/p:bg", NAMES) is None


def test_placeholders_keep_their_number_from_layout_to_layout(charter: Charter) -> None:
    found: dict[str, set[int | None]] = {}
    for layout in layouts(charter.deck).values():
        indices = [slot.index for slot in layout.slots if slot.index is not None]
        assert len(indices) == len(set(indices))
        for slot in layout.slots:
            found.setdefault(slot.place, set()).add(slot.index)
    assert all(len(indices) == 1 for indices in found.values())


def test_every_name_is_in_every_language() -> None:
    french, english = shape_names("fr_FR"), shape_names("en_GB")
    assert set(get_args(Name)) <= set(french) == set(english)
    same = {name for name in french if french[name] == english[name]}
    alike = {"date", "logo", "message", "points", "sections", "source", "said", "script-face"}
    assert same == alike
