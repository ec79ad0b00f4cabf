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
from rapport.model.blocks.meeting import (
    AgendaBlock,
    BilateralBlock,
    CommitmentsBlock,
    GapsBlock,
    LinesBlock,
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
)
from rapport.resolve.blocks import made, meeting, words
from rapport.resolve.blocks.chart import chart
from rapport.resolve.blocks.figures import image, key_figures, timeline
from rapport.resolve.blocks.table import table

WRITTEN: dict[type, Any] = {
    ParagraphBlock: words.paragraph,
    HeadingBlock: words.heading,
    BulletsBlock: words.bullets,
    NumberedBlock: words.numbered,
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
    ObjectiveBlock: meeting.objective,
    AgendaBlock: meeting.agenda,
    PeopleBlock: meeting.people,
    BilateralBlock: meeting.bilateral,
    RedLinesBlock: meeting.red_lines,
    CommitmentsBlock: meeting.commitments,
    WordingBlock: meeting.wording,
    SpeechBlock: meeting.speech,
    VerbatimBlock: meeting.verbatim,
    LinesBlock: meeting.lines,
    GapsBlock: meeting.gaps,
}
"""Blocks that stand by themselves: (block, context, section) -> blocks."""

MADE: dict[type, Any] = {
    AnnexBlock: made.annex,
    AllGapsBlock: meeting.all_gaps,
    GlossaryBlock: made.glossary,
    SourcesBlock: made.sources,
    ContactsBlock: made.contacts,
    StatusKeyBlock: made.status_key,
}
"""Blocks made from what all others show: (block, context, shown) -> blocks."""
