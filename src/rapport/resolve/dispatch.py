"""One function for each block of the model: block -> blocks of the edition."""

from __future__ import annotations

from typing import Any

from rapport.model.blocks.figures import (
    AnnexBlock,
    ChartBlock,
    ComparisonBlock,
    ImageBlock,
    KeyFiguresBlock,
    TableBlock,
    TimelineBlock,
)
from rapport.model.blocks.lists import ContactsBlock, GlossaryBlock, SourcesBlock, StatusKeyBlock
from rapport.model.blocks.words import (
    BulletsBlock,
    CalloutBlock,
    MessagesBlock,
    ParagraphBlock,
    PointsBlock,
    QuestionsBlock,
    QuoteBlock,
)
from rapport.resolve.blocks import made, words
from rapport.resolve.blocks.chart import chart
from rapport.resolve.blocks.figures import image, key_figures, timeline
from rapport.resolve.blocks.table import table

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
