"""Colours of our theme in markup, exchanged for what stands for them on a template's ground."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part

from rapport.look.house import HouseLayout
from rapport.render.deck.text_look import SLOTS

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
