"""One function for each block of the model: block -> blocks of the edition."""

from __future__ import annotations

from typing import Any

from rapport.model.blocks.bullets import BulletsBlock, PointsBlock
from rapport.model.blocks.callout import CalloutBlock
from rapport.model.blocks.chart import ChartBlock
from rapport.model.blocks.comparison import ComparisonBlock
from rapport.model.blocks.image import ImageBlock
from rapport.model.blocks.key_figures import KeyFiguresBlock
from rapport.model.blocks.lists import ContactsBlock, GlossaryBlock, SourcesBlock, StatusKeyBlock
from rapport.model.blocks.messages import MessagesBlock
from rapport.model.blocks.paragraph import ParagraphBlock
from rapport.model.blocks.questions import QuestionsBlock
from rapport.model.blocks.quote import QuoteBlock
from rapport.model.blocks.table import AnnexBlock, TableBlock
from rapport.model.blocks.timeline import TimelineBlock
from rapport.resolve.blocks import made, words
from rapport.resolve.blocks.chart import chart
from rapport.resolve.blocks.image import image
from rapport.resolve.blocks.key_figures import key_figures
from rapport.resolve.blocks.tables import table
from rapport.resolve.blocks.timeline import timeline

WRITTEN: dict[type, Any] = {
    ParagraphBlock: words.paragraph,
    BulletsBlock: words.bullets,
    PointsBlock: words.points,
    CalloutBlock: words.callout,
    QuoteBlock: words.quote,
    QuestionsBlock: words.questions,
    MessagesBlock: words.messages,
    ComparisonBlock: words.comparison,
    KeyFiguresBlock: key_figures,
    TableBlock: table,
    ChartBlock: chart,
    TimelineBlock: timeline,
    ImageBlock: image,
}
"""Blocks that stand by themselves: (block, context, section) -> blocks."""

MADE: dict[type, Any] = {
    AnnexBlock: made.annex,
    GlossaryBlock: made.glossary,
    SourcesBlock: made.sources,
    ContactsBlock: made.contacts,
    StatusKeyBlock: made.status_key,
}
"""Blocks made from what all others show: (block, context, shown) -> blocks."""
