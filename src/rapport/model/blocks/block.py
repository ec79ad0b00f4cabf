"""The union of all blocks: a block is known by the one key that names its kind."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Tag

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

KINDS = (
    "paragraph",
    "bullets",
    "points",
    "key-figures",
    "table",
    "chart",
    "timeline",
    "callout",
    "quote",
    "questions",
    "messages",
    "comparison",
    "image",
    "glossary",
    "contacts",
    "sources",
    "status-key",
    "annex",
)
"""The keys that name the kinds of blocks, in the order of the authors’ guide."""


def kind_of(value: Any) -> str | None:
    """The key that names a block's kind; None where there is none, which is a fault."""
    if not isinstance(value, dict):
        return None
    return next((kind for kind in KINDS if kind in value), None)


Block = Annotated[
    Annotated[ParagraphBlock, Tag("paragraph")]
    | Annotated[BulletsBlock, Tag("bullets")]
    | Annotated[PointsBlock, Tag("points")]
    | Annotated[KeyFiguresBlock, Tag("key-figures")]
    | Annotated[TableBlock, Tag("table")]
    | Annotated[ChartBlock, Tag("chart")]
    | Annotated[TimelineBlock, Tag("timeline")]
    | Annotated[CalloutBlock, Tag("callout")]
    | Annotated[QuoteBlock, Tag("quote")]
    | Annotated[QuestionsBlock, Tag("questions")]
    | Annotated[MessagesBlock, Tag("messages")]
    | Annotated[ComparisonBlock, Tag("comparison")]
    | Annotated[ImageBlock, Tag("image")]
    | Annotated[GlossaryBlock, Tag("glossary")]
    | Annotated[ContactsBlock, Tag("contacts")]
    | Annotated[SourcesBlock, Tag("sources")]
    | Annotated[StatusKeyBlock, Tag("status-key")]
    | Annotated[AnnexBlock, Tag("annex")],
    Discriminator(kind_of, custom_error_type="block-unknown", custom_error_message="block"),
]
