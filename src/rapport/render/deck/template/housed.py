"""An organisation's template as the presentation that slides are added to."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part

from rapport.formats.ooxml.markup import PRESENTATION
from rapport.formats.ooxml.package import FastPackage, relate, relate_as
from rapport.look.charter import DeckLook
from rapport.look.house import HouseCharter, HouseLayout, HouseSlot, HouseTemplate
from rapport.look.scaling import scaled
from rapport.render.deck.template.layouts import Layout, LayoutSlot, PlaceholderType
from rapport.render.deck.template.master import MASTER_ID, MASTER_STEP
from rapport.render.deck.template.placeholder import DeckVoice
from rapport.render.deck.template.stamp import SlideStamp
from rapport.render.deck.template.template import Template, add_notes_master, add_properties, add_settings
from rapport.render.deck.text import SLOTS
from rapport.slides.deck import Deck

_NAMES: Mapping[str, str] = {
    CONTENT_TYPE.PML_SLIDE_MASTER: "/ppt/slideMasters/slideMaster%d.xml",
    CONTENT_TYPE.PML_SLIDE_LAYOUT: "/ppt/slideLayouts/slideLayout%d.xml",
    CONTENT_TYPE.OFC_THEME: "/ppt/theme/theme%d.xml",
    CONTENT_TYPE.PML_SLIDE: "/ppt/slides/kept%d.xml",
    CONTENT_TYPE.DML_CHART: "/ppt/charts/kept%d.xml",
    CONTENT_TYPE.SML_SHEET: "/ppt/embeddings/kept%d.xlsx",
}
"""Names of parts by their type; pictures are named by their ending."""
_LISTED = f"{{{PRESENTATION}}}sldLayoutId"


def housed_template(deck: Deck, charter: HouseCharter, *, is_stamped: bool) -> Template:
    """The presentation before its first slide, with all masters and layouts of the template."""
    house, package = charter.house, FastPackage()
    voice, look = DeckVoice(deck.language, deck.names, deck.title), narrowest(charter)
    stamp = SlideStamp(look, voice, deck.stamp) if is_stamped else None
    presentation = package.add("/ppt/presentation.xml", CONTENT_TYPE.PML_PRESENTATION_MAIN)
    relate(package, presentation, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    add_properties(package, deck, stamp)
    parts = _parts(package, house)
    masters = tuple(relate(presentation, parts[name], RELATIONSHIP_TYPE.SLIDE_MASTER) for name in house.masters)
    notes = add_notes_master(package, charter, voice)
    notes_relation = relate(presentation, notes, RELATIONSHIP_TYPE.NOTES_MASTER)
    add_settings(package, presentation, charter, voice)
    tables = presentation.part_related_by(RELATIONSHIP_TYPE.TABLE_STYLES)
    tables.blob = exchanged(tables.blob, exchanges(house.roles["table"]))
    relate(presentation, parts[house.masters[0]].part_related_by(RELATIONSHIP_TYPE.THEME), RELATIONSHIP_TYPE.THEME)
    layouts = {key: (_layout(layout), parts[layout.part]) for key, layout in house.layouts.items()}
    kept = tuple((parts[each.part], each.place) for each in house.kept if each.place != "drop")
    return Template(
        package, voice, look, stamp, presentation, masters, notes, notes_relation, {}, layouts, charter, kept
    )  # fmt: skip


def narrowest(charter: HouseCharter) -> DeckLook:
    """The look of the layout that leaves the stamp of copies the least room."""
    looks = [scaled(layout.look, charter.house.scale) for layout in charter.house.layouts.values()]
    return min(looks, key=lambda look: look.grid.foot.width)


def _parts(package: FastPackage, house: HouseTemplate) -> Mapping[str, Part]:
    """The parts of the template by their names there, related as they were; slides that are not kept stay away."""
    dropped = _dropped(house)
    parts = {
        name: _added(package, name, data, house.types[name])
        for name, data in house.parts.items()
        if name not in dropped
    }
    for name, part in parts.items():
        for identifier, (_, target, kind) in house.relations[name].items():
            relate_as(part, parts[target], kind, identifier)
    return parts


def _dropped(house: HouseTemplate) -> frozenset[str]:
    """The main part, which is written afresh, and the parts that only dropped slides refer to."""
    wanted = [*house.masters, *(each.part for each in house.kept if each.place != "drop")]
    reached: dict[str, None] = {}
    while wanted:
        name = wanted.pop()
        if name not in reached:
            reached[name] = None
            wanted += [target for _, target, _ in house.relations[name].values()]
    return frozenset(house.parts) - frozenset(reached)


def _added(package: FastPackage, name: str, data: bytes, kind: str) -> Part:
    pattern = _NAMES.get(kind, f"/ppt/media/template%d.{name.rpartition('.')[2].lower()}")
    blob = _renumbered(package, data) if kind == CONTENT_TYPE.PML_SLIDE_MASTER else data
    return package.add(pattern, kind, blob)


def _renumbered(package: FastPackage, master: bytes) -> bytes:
    """The master with numbers of layouts that no other master uses; each has a thousand."""
    root = etree.fromstring(master)
    start = MASTER_ID + MASTER_STEP * package.count(_NAMES[CONTENT_TYPE.PML_SLIDE_MASTER])
    for number, node in enumerate(root.iter(_LISTED), start=1):
        node.set("id", str(start + number))
    data: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return data


def _layout(layout: HouseLayout) -> Layout:
    slots = tuple(_slot(each) for each in layout.slots)
    return Layout("content", "", slots, house=layout)


def _slot(slot: HouseSlot) -> LayoutSlot:
    kind: PlaceholderType = slot.type if slot.type != "dgm" else "obj"  # type: ignore[assignment]
    return LayoutSlot(slot.place, kind, slot.index, slot.box, (), slot.anchor, slot)  # type: ignore[arg-type]


_NAMED = re.compile(rb'<a:schemeClr val="([\w-]+)"/>')
"""As our own markup says a colour, and no text can: `<` is written otherwise there."""

_FOLLOWED = (RELATIONSHIP_TYPE.CHART, RELATIONSHIP_TYPE.CHART_USER_SHAPES)


def exchanges(layout: HouseLayout) -> Mapping[bytes, bytes]:
    """What stands for each of our names of colours on a layout; what it has no colour for is its plain text's."""
    roles = {SLOTS[role].encode(): markup.encode() for role, markup in layout.colours.items()}
    own = {f"own-{slot.place}".encode(): slot.colour.encode() for slot in (*layout.slots, *layout.furniture)}
    return {**roles, **{name: markup or roles[b"tx1"] for name, markup in own.items()}}


def recoloured(slide: Part, layout: HouseLayout) -> None:
    """Exchanges the colours of a slide's part, of its charts and of what is drawn over them."""
    found, pending = exchanges(layout), [slide]
    while pending:
        part = pending.pop()
        part.blob = exchanged(part.blob, found)
        pending += [each.target_part for each in part.rels.values() if each.reltype in _FOLLOWED]


def exchanged(data: bytes, found: Mapping[bytes, bytes]) -> bytes:
    """The markup with the colours of a template."""
    return _NAMED.sub(lambda match: found.get(match[1], match[0]), data)
