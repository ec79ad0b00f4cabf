"""A template and its map -> the template as decks are made with it, and all that can be said of it beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from math import sqrt

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from rapport.look.charter import Charter, DeckLook
from rapport.look.house import ROLES, HouseTemplate, KeptSlide, Role
from rapport.look.palette import Palette
from rapport.template.door import OpenedPackage, opened, refusal
from rapport.template.fitted import FittedLayout, fitted
from rapport.template.layouts import ReadLayout, ReadTemplate, layouts_of
from rapport.template.mend import P, mended
from rapport.template.repack import content_type
from rapport.template.roles import RoleChoice, choices
from rapport.template.site import Site, area, box
from rapport.template.theme import WHITE, FaceUse, face_use, tinted

SMALLEST, LEAST_OF_TABLES = 12.0, 14.0
"""Points of the smallest text on any slide, and of ours in tables."""
OURS = box(0, 0, 960, 540)
"""The slide that our looks are made for: a template's holds as much text at the same share of its surface."""


class OpenTemplate(Struct, frozen=True):
    """A template's file, opened, mended and read."""

    found: OpenedPackage
    read: ReadTemplate
    digest: str


class WantedLayouts(Struct, frozen=True):
    """What the map asks for: a layout for roles, for single slides by key, a place for its own slides."""

    roles: Mapping[Role, ReadLayout] = {}
    slides: Mapping[str, ReadLayout] = {}
    kept: tuple[KeptSlide, ...] = ()


class Housed(Struct, frozen=True):
    """The template, each role's layout with what can be said of it, the roles that have none, and its faces."""

    template: HouseTemplate
    roles: Mapping[Role, FittedLayout]
    absent: tuple[Role, ...]
    heading: FaceUse
    body: FaceUse


def open_template(data: bytes, name: str) -> OpenTemplate:
    """The file of a template. Raises ContentError where it cannot be used."""
    found = mended(opened(data, name))
    return OpenTemplate(found, layouts_of(found), sha256(data).hexdigest())


def housed(opening: OpenTemplate, charter: Charter, wanted: WantedLayouts) -> Housed:
    """The template in the service of a charter's decks. Raises ContentError where no layout can bear a slide."""
    read, found = opening.read, opening.found
    unit = _unit(read)
    made: dict[Role, FittedLayout] = {}
    absent: list[Role] = []
    for role, choice in choices(read, wanted.roles).items():
        if choice.layout is None:
            absent.append(role)
        else:
            made[role] = _fitted(choice, choice.layout, read, charter.deck)
    if len(made) < len(ROLES) - 1:
        message = "aucune disposition du modèle n’a de titre en lignes horizontales"
        raise refusal(found.name, message, "ajoutez-lui une disposition «\u00a0Titre et contenu\u00a0»")
    slides = {
        key: replace(_fitted(RoleChoice("content", layout, "map"), layout, read, charter.deck).layout, key=f"@{key}")
        for key, layout in wanted.slides.items()
    }
    scheme = made["content"].choice.layout.scheme if made["content"].choice.layout else read.layouts[0].scheme
    heading, body = (face_use(name, charter.font.name) for name in (scheme.heading, scheme.body))
    template = HouseTemplate(
        name=found.name,
        digest=opening.digest,
        scale=unit,
        width=read.width,
        height=read.height,
        roles={role: each.layout for role, each in made.items()},
        slides=slides,
        masters=read.masters,
        parts=found.parts,
        types={part: content_type(part, kind) for part, kind in found.kinds.items()},
        relations=found.relations,
        default_text=_default_text(found),
        texts=_texts(read),
        kept=wanted.kept,
        spread=body.spread,
        title_spread=heading.spread,
        upper_titles=_upper(made),
    )
    return Housed(template, made, tuple(absent), heading, body)


def _default_text(found: OpenedPackage) -> str:
    """What the presentation says of text that no placeholder governs."""
    node = etree.fromstring(found.parts[found.main]).find(P + "defaultTextStyle")
    return etree.tostring(node, encoding="unicode", with_tail=False) if node is not None else ""


def _fitted(choice: RoleChoice, layout: ReadLayout, read: ReadTemplate, look: DeckLook) -> FittedLayout:
    return fitted(choice, Site(layout, read.sheet, _unit(read)), look)


def _unit(read: ReadTemplate) -> float:
    """A point of ours in the template's own; the smallest text of tables stays at twelve of these."""
    return max(SMALLEST / LEAST_OF_TABLES, sqrt(area(read.sheet) / area(OURS)))


def _texts(read: ReadTemplate) -> tuple[str, ...]:
    shapes = (shape for layout in read.layouts for shape in layout.shapes)
    return tuple(dict.fromkeys(line for shape in shapes for line in shape.text.split("\n") if line))


def _upper(made: Mapping[Role, FittedLayout]) -> bool:
    """Whether titles are set in capitals."""
    layouts = (each.choice.layout for each in made.values())
    return any(layout.title.upper for layout in layouts if layout is not None and layout.title is not None)


def brief_palette(made: Housed, own: Palette) -> Palette:
    """The palette of the theme on white, contrast mended; the charter's own where the theme has no colour at all."""
    layout = made.roles["content"].choice.layout
    if layout is None:
        return own
    found = tinted(layout.scheme, WHITE)
    return found.palette if found.accent else own
