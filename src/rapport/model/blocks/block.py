"""The union of all blocks: a block is known by the one key that names its kind."""

from __future__ import annotations

from typing import Annotated, Any, get_args

from pydantic import Discriminator, Tag

from rapport.model.blocks import figures, meeting, words


def kind_of(value: Any) -> str | None:
    """The key that names a block's kind; None where there is none, which is a fault."""
    if not isinstance(value, dict):
        return None
    return next((kind for kind in KINDS if kind in value), None)


Block = Annotated[
    Annotated[words.ParagraphBlock, Tag("paragraph")]
    | Annotated[words.HeadingBlock, Tag("heading")]
    | Annotated[words.BulletsBlock, Tag("bullets")]
    | Annotated[words.NumberedBlock, Tag("numbered")]
    | Annotated[words.PointsBlock, Tag("points")]
    | Annotated[figures.KeyFiguresBlock, Tag("key-figures")]
    | Annotated[figures.TableBlock, Tag("table")]
    | Annotated[meeting.MatrixBlock, Tag("matrix")]
    | Annotated[figures.ChartBlock, Tag("chart")]
    | Annotated[figures.TimelineBlock, Tag("timeline")]
    | Annotated[words.CalloutBlock, Tag("callout")]
    | Annotated[words.QuoteBlock, Tag("quote")]
    | Annotated[words.QuestionsBlock, Tag("questions")]
    | Annotated[words.MessagesBlock, Tag("messages")]
    | Annotated[figures.ComparisonBlock, Tag("comparison")]
    | Annotated[figures.ImageBlock, Tag("image")]
    | Annotated[figures.MapBlock, Tag("map")]
    | Annotated[meeting.ObjectiveBlock, Tag("objective")]
    | Annotated[meeting.AgendaBlock, Tag("agenda")]
    | Annotated[meeting.PeopleBlock, Tag("people")]
    | Annotated[meeting.BilateralBlock, Tag("bilateral")]
    | Annotated[meeting.RedLinesBlock, Tag("red-lines")]
    | Annotated[meeting.CommitmentsBlock, Tag("commitments")]
    | Annotated[meeting.WordingBlock, Tag("wording")]
    | Annotated[meeting.SpeechBlock, Tag("speech")]
    | Annotated[meeting.VerbatimBlock, Tag("verbatim")]
    | Annotated[meeting.LinesBlock, Tag("lines")]
    | Annotated[meeting.GapsBlock, Tag("gaps")]
    | Annotated[words.AllGapsBlock, Tag("all-gaps")]
    | Annotated[words.GlossaryBlock, Tag("glossary")]
    | Annotated[words.ContactsBlock, Tag("contacts")]
    | Annotated[words.SourcesBlock, Tag("sources")]
    | Annotated[words.VisualsBlock, Tag("visuals")]
    | Annotated[words.StatusKeyBlock, Tag("status-key")]
    | Annotated[figures.AnnexBlock, Tag("annex")],
    Discriminator(kind_of, custom_error_type="block-unknown", custom_error_message="block"),
]

KINDS: tuple[str, ...] = tuple(get_args(kind)[1].tag for kind in get_args(get_args(Block)[0]))
"""The keys that name the kinds of blocks, in the order of the authors’ guide."""
