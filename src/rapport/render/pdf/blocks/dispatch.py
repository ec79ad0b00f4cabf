"""How each block of the edition is set: the one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from rapport.edition.blocks.figures import Chart, Comparison, Image, KeyFigures, Map, People, Table, Timeline
from rapport.edition.blocks.words import (
    Bullets,
    Callout,
    Contacts,
    Glossary,
    Heading,
    Messages,
    Paragraph,
    Questions,
    Quote,
    StatusKey,
)
from rapport.edition.edition import Block
from rapport.render.pdf.blocks.chart import set_chart
from rapport.render.pdf.blocks.context import BlockContext, Room
from rapport.render.pdf.blocks.geography import set_map
from rapport.render.pdf.blocks.halves import set_questions
from rapport.render.pdf.blocks.image import set_image
from rapport.render.pdf.blocks.key_figures import set_key_figures
from rapport.render.pdf.blocks.lists import set_contacts, set_glossary, set_status_key
from rapport.render.pdf.blocks.people import set_people
from rapport.render.pdf.blocks.table import set_table
from rapport.render.pdf.blocks.timeline import set_timeline
from rapport.render.pdf.blocks.words import (
    set_bullets,
    set_callout,
    set_comparison,
    set_heading,
    set_messages,
    set_paragraph,
    set_quote,
)
from rapport.render.pdf.composer.galley import Galley

Setter = Callable[[BlockContext, Any, Room], tuple[Galley, ...]]

SETTERS: Mapping[type[Block], Setter] = MappingProxyType(
    {
        Paragraph: set_paragraph,
        Heading: set_heading,
        Bullets: set_bullets,
        KeyFigures: set_key_figures,
        Table: set_table,
        Chart: set_chart,
        Timeline: set_timeline,
        Callout: set_callout,
        Quote: set_quote,
        Questions: set_questions,
        Messages: set_messages,
        Comparison: set_comparison,
        Image: set_image,
        Map: set_map,
        People: set_people,
        Glossary: set_glossary,
        Contacts: set_contacts,
        StatusKey: set_status_key,
    }
)


def set_block(context: BlockContext, block: Block, room: Room) -> tuple[Galley, ...]:
    """The galleys of a block."""
    return SETTERS[type(block)](context, block, room)
