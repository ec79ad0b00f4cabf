"""How each block of the edition is set: the one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from rapport.edition.blocks.block import Block
from rapport.edition.blocks.bullets import Bullets
from rapport.edition.blocks.callout import Callout
from rapport.edition.blocks.chart import Chart
from rapport.edition.blocks.comparison import Comparison
from rapport.edition.blocks.contacts import Contacts
from rapport.edition.blocks.glossary import Glossary
from rapport.edition.blocks.image import Image
from rapport.edition.blocks.key_figures import KeyFigures
from rapport.edition.blocks.messages import Messages
from rapport.edition.blocks.paragraph import Paragraph
from rapport.edition.blocks.questions import Questions
from rapport.edition.blocks.quote import Quote
from rapport.edition.blocks.status_key import StatusKey
from rapport.edition.blocks.table import Table
from rapport.edition.blocks.timeline import Timeline
from rapport.render.pdf.blocks.bullets import set_bullets
from rapport.render.pdf.blocks.callout import set_callout
from rapport.render.pdf.blocks.chart import set_chart
from rapport.render.pdf.blocks.comparison import set_comparison
from rapport.render.pdf.blocks.contacts import set_contacts
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.glossary import set_glossary
from rapport.render.pdf.blocks.image import set_image
from rapport.render.pdf.blocks.key_figures import set_key_figures
from rapport.render.pdf.blocks.messages import set_messages
from rapport.render.pdf.blocks.paragraph import set_paragraph
from rapport.render.pdf.blocks.questions import set_questions
from rapport.render.pdf.blocks.quote import set_quote
from rapport.render.pdf.blocks.status_key import set_status_key
from rapport.render.pdf.blocks.table import set_table
from rapport.render.pdf.blocks.timeline import set_timeline
from rapport.render.pdf.composer.galley import Galley

Setter = Callable[[Context, Any, Room], tuple[Galley, ...]]

SETTERS: Mapping[type[Block], Setter] = MappingProxyType(
    {
        Paragraph: set_paragraph,
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
        Glossary: set_glossary,
        Contacts: set_contacts,
        StatusKey: set_status_key,
    }
)


def set_block(context: Context, block: Block, room: Room) -> tuple[Galley, ...]:
    """The galleys of a block."""
    return SETTERS[type(block)](context, block, room)
