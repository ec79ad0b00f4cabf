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
    MapBlock,
    TableBlock,
    TimelineBlock,
)
from rapport.model.blocks.meeting import (
    AgendaBlock,
    BilateralBlock,
    CommitmentsBlock,
    GapsBlock,
    LinesBlock,
    MatrixBlock,
    ObjectiveBlock,
    PeopleBlock,
    RedLinesBlock,
    SpeechBlock,
    VerbatimBlock,
    WordingBlock,
)
from rapport.model.blocks.words import (
    AllGapsBlock,
    BulletsBlock,
    CalloutBlock,
    ContactsBlock,
    GlossaryBlock,
    HeadingBlock,
    MessagesBlock,
    NumberedBlock,
    ParagraphBlock,
    PointsBlock,
    QuestionsBlock,
    QuoteBlock,
    SourcesBlock,
    StatusKeyBlock,
    VisualsBlock,
)

KINDS = (
    "paragraph",
    "heading",
    "bullets",
    "numbered",
    "points",
    "key-figures",
    "table",
    "matrix",
    "chart",
    "timeline",
    "callout",
    "quote",
    "questions",
    "messages",
    "comparison",
    "image",
    "map",
    "objective",
    "agenda",
    "people",
    "bilateral",
    "red-lines",
    "commitments",
    "wording",
    "speech",
    "verbatim",
    "lines",
    "gaps",
    "all-gaps",
    "glossary",
    "contacts",
    "sources",
    "visuals",
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
    | Annotated[HeadingBlock, Tag("heading")]
    | Annotated[BulletsBlock, Tag("bullets")]
    | Annotated[NumberedBlock, Tag("numbered")]
    | Annotated[PointsBlock, Tag("points")]
    | Annotated[KeyFiguresBlock, Tag("key-figures")]
    | Annotated[TableBlock, Tag("table")]
    | Annotated[MatrixBlock, Tag("matrix")]
    | Annotated[ChartBlock, Tag("chart")]
    | Annotated[TimelineBlock, Tag("timeline")]
    | Annotated[CalloutBlock, Tag("callout")]
    | Annotated[QuoteBlock, Tag("quote")]
    | Annotated[QuestionsBlock, Tag("questions")]
    | Annotated[MessagesBlock, Tag("messages")]
    | Annotated[ComparisonBlock, Tag("comparison")]
    | Annotated[ImageBlock, Tag("image")]
    | Annotated[MapBlock, Tag("map")]
    | Annotated[ObjectiveBlock, Tag("objective")]
    | Annotated[AgendaBlock, Tag("agenda")]
    | Annotated[PeopleBlock, Tag("people")]
    | Annotated[BilateralBlock, Tag("bilateral")]
    | Annotated[RedLinesBlock, Tag("red-lines")]
    | Annotated[CommitmentsBlock, Tag("commitments")]
    | Annotated[WordingBlock, Tag("wording")]
    | Annotated[SpeechBlock, Tag("speech")]
    | Annotated[VerbatimBlock, Tag("verbatim")]
    | Annotated[LinesBlock, Tag("lines")]
    | Annotated[GapsBlock, Tag("gaps")]
    | Annotated[AllGapsBlock, Tag("all-gaps")]
    | Annotated[GlossaryBlock, Tag("glossary")]
    | Annotated[ContactsBlock, Tag("contacts")]
    | Annotated[SourcesBlock, Tag("sources")]
    | Annotated[VisualsBlock, Tag("visuals")]
    | Annotated[StatusKeyBlock, Tag("status-key")]
    | Annotated[AnnexBlock, Tag("annex")],
    Discriminator(kind_of, custom_error_type="block-unknown", custom_error_message="block"),
]
