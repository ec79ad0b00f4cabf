"""Blocks of words, and the lists that the product makes: acronyms, contacts, sources, statuses."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from rapport.audience import Audience
from rapport.model.located import BlockBase, Located, Media, shorthand
from rapport.model.prose import Prose
from rapport.model.scalar import Line, Text, fault, one_of


class ParagraphBlock(BlockBase):
    """Prose: shown in the brief, said by the speaker of the deck."""

    paragraph: Text


class HeadingBlock(BlockBase):
    """A heading inside a section."""

    heading: Line


class ListItem(Located):
    """An item and its sub-items."""

    text: Text
    items: tuple[Text, ...] = ()


Item = Annotated[ListItem, shorthand("text", Text | ListItem)]


class BulletsBlock(BlockBase):
    """A list, shown in both media."""

    bullets: Annotated[tuple[Item, ...], Field(min_length=1)]


class NumberedBlock(BlockBase):
    """A numbered list, shown in both media."""

    numbered: Annotated[tuple[Item, ...], Field(min_length=1)]


class PointsBlock(BlockBase):
    """Short points for a slide; their facts occur in the section's prose."""

    points: Annotated[tuple[Text, ...], Field(min_length=1)]


Tone = Annotated[Literal["attention", "information"], one_of("attention", "information")]


class CalloutBlock(BlockBase):
    """A point set apart, with a heading ("Point d’attention" by default)."""

    usual_audience: ClassVar[Audience] = "internal"

    callout: Text
    title: Line | None = None
    tone: Tone = "attention"


class QuoteBlock(BlockBase):
    """A sentence to be said or quoted, written without its guillemets, and what it rests on."""

    usual_audience: ClassVar[Audience] = "internal"

    quote: Text
    attribution: Text | None = None


class QuestionSpec(Located):
    """A question and what to answer: `say` (or `answer`), then a `bridge` to one's own subject.

    `limit` says how far one may go, to internal readers alone.
    """

    internal_fields: ClassVar[frozenset[str]] = frozenset(("limit",))
    aligned_fields: ClassVar[frozenset[str]] = frozenset(("say", "answer"))

    question: Text
    say: Text | None = None
    answer: Text | None = None
    bridge: Text | None = None
    limit: Text | None = None

    @model_validator(mode="after")
    def _answered(self) -> Self:
        if (self.say is None) == (self.answer is None):
            raise fault("question-unanswered")
        return self

    @property
    def answers(self) -> Prose:
        """What to say."""
        found = self.say or self.answer
        assert found is not None
        return found


class QuestionsBlock(BlockBase):
    """Questions that will be asked, hardest first."""

    usual_audience: ClassVar[Audience] = "internal"

    questions: Annotated[tuple[QuestionSpec, ...], Field(min_length=1)]


class MessageSpec(Located):
    """A finding in a few words and the sentences that prove it."""

    title: Text
    text: Text


class MessagesBlock(BlockBase):
    """Messages, numbered in order; `title` may be absent."""

    messages: Annotated[tuple[MessageSpec, ...], Field(min_length=1)]
    title: Text | None = None


Automatic = Annotated[Literal["used"], one_of("used")]
"""`used`: everything of its kind that this document uses."""


class GlossaryBlock(BlockBase):
    """The acronyms used, from `acronyms.yaml`."""

    glossary: Automatic
    title: Line | None = None


class AllGapsBlock(BlockBase):
    """What is still to be obtained, from all sections of the briefing, in one table."""

    usual_audience: ClassVar[Audience] = "internal"

    media: Media = ("brief",)
    all_gaps: Automatic = Field(alias="all-gaps")
    title: Line | None = None


class SourcesBlock(BlockBase):
    """The sources used."""

    sources: Automatic
    title: Line | None = None


class VisualsBlock(BlockBase):
    """The list of charts and tables, by their numbers."""

    visuals: Automatic
    title: Line | None = None


class ContactsBlock(BlockBase):
    """The briefing's contacts; nothing is shown where it has none."""

    contacts: Automatic
    title: Line | None = None


class StatusKeyBlock(BlockBase):
    """The statuses used and how to read them; the text is a remark beside them."""

    status_key: Text = Field(alias="status-key")
