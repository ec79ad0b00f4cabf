"""What a file for a meeting holds beside prose and figures: who, when, what for, how far, in which words."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rapport.audience import Audience
from rapport.model.blocks.figures import NumberedBase
from rapport.model.fact import StatusKey
from rapport.model.located import BlockBase, Located, Media, shorthand
from rapport.model.scalar import Clock, Date, Day, Line, Reference, Text, one_of

IN_BRIEF: Media = ("brief",)
"""Where what is not to be projected stands, unless its author says otherwise."""


class InternalBlock(BlockBase):
    """A block for those who prepare the meeting, unless its author says otherwise."""

    usual_audience: ClassVar[Audience] = "internal"


class AgendaItem(Located):
    """What happens from one time of day to another; `expected` is for internal readers alone."""

    internal_fields: ClassVar[frozenset[str]] = frozenset(("expected",))

    start: Clock = Field(alias="from")
    end: Clock | None = Field(default=None, alias="to")
    text: Text
    place: Line | None = None
    who: Line | None = None
    expected: Text | None = None

    @property
    def minutes(self) -> int:
        """How long it lasts, over midnight where need be; 0 without an end."""
        if self.end is None:
            return 0
        (hour, minute), (last, until) = self.start, self.end
        return ((last - hour) * 60 + until - minute) % (24 * 60)


class AgendaBlock(InternalBlock):
    """The course of a day, by the hour of the place, whose IANA `zone` may be said."""

    agenda: Annotated[tuple[AgendaItem, ...], Field(min_length=1)]
    day: Day | None = None
    zone: Reference | None = None
    title: Line | None = None


class PersonSpec(Located):
    """Someone one will meet; `said` is how the name is said, `position` theirs as we know it, for internal readers.

    `portrait` is a picture of `assets/`; the first letters of the name stand for one that is absent.
    """

    internal_fields: ClassVar[frozenset[str]] = frozenset(("position",))

    name: Line
    office: Line
    said: Line | None = None
    portrait: Reference | None = None
    position: Text | None = None


class PeopleBlock(InternalBlock):
    """Who is who."""

    people: Annotated[tuple[PersonSpec, ...], Field(min_length=1)]
    title: Line | None = None


class BilateralSpec(Located):
    """A meeting with one partner: what we say, what we ask, what touches them, what is not to be raised."""

    partner: Line
    messages: tuple[Text, ...] = ()
    asks: tuple[Text, ...] = ()
    sensitivities: tuple[Text, ...] = ()
    avoid: tuple[Text, ...] = ()


class BilateralBlock(InternalBlock):
    """A bilateral sheet."""

    media: Media = IN_BRIEF
    bilateral: BilateralSpec


class Task(Located):
    """Something asked or to be decided: of whom, and by when, as a date or in words."""

    text: Text
    who: Line | None = None
    by: Date | None = None
    when: Line | None = None


Tasks = tuple[Annotated[Task, shorthand("text", Text | Task)], ...]


class ObjectiveSpec(Located):
    """What a meeting is for and what is to come of it; what is asked of whom, and what is to be decided."""

    purpose: Text
    outcome: Text | None = None
    asks: Tasks = ()
    decisions: Tasks = ()


class ObjectiveBlock(InternalBlock):
    """The objective of a meeting."""

    objective: ObjectiveSpec


class RedLine(Located):
    """A line that is not crossed: why, and what may be accepted instead."""

    text: Text
    why: Text | None = None
    fallback: Text | None = None


class RedLinesBlock(InternalBlock):
    """Red lines."""

    media: Media = IN_BRIEF
    red_lines: Annotated[
        tuple[Annotated[RedLine, shorthand("text", Text | RedLine)], ...],
        Field(min_length=1),
    ] = Field(alias="red-lines")
    title: Line | None = None


class Commitment(Located):
    """What was promised, by whom and when, its status, and in words where it stands."""

    text: Text
    who: Line | None = None
    date: Date | None = None
    status: StatusKey
    state: Text | None = None


class CommitmentsBlock(InternalBlock):
    """Previous commitments and where they stand."""

    commitments: Annotated[tuple[Commitment, ...], Field(min_length=1)]
    title: Line | None = None


class Wording(Located):
    """A passage of a draft, square brackets round what is not agreed: who proposes it, and what we think of it."""

    internal_fields: ClassVar[frozenset[str]] = frozenset(("stance",))

    text: Text
    by: Line | None = None
    stance: Text | None = None


class WordingBlock(InternalBlock):
    """Draft wording, such as a communiqué’s."""

    wording: Annotated[
        tuple[Annotated[Wording, shorthand("text", Text | Wording)], ...],
        Field(min_length=1),
    ]
    title: Line | None = None


class SpeechBlock(InternalBlock):
    """A speech, a paragraph each; how long it takes to read is said above it."""

    media: Media = IN_BRIEF
    speech: Text
    title: Line | None = None


class Gap(Located):
    """What is not known yet, who can say, and by when it is needed."""

    text: Text
    who: Line | None = None
    by: Date | None = None
    when: Line | None = None


class GapsBlock(InternalBlock):
    """What is still to be obtained; a briefing that gathers all gaps shows them there alone."""

    media: Media = IN_BRIEF
    gaps: Annotated[tuple[Annotated[Gap, shorthand("text", Text | Gap)], ...], Field(min_length=1)]
    title: Line | None = None


class VerbatimBlock(BlockBase):
    """Words that someone said or wrote, without their guillemets: whose, and when or where."""

    verbatim: Text
    by: Line
    when: Line | None = None


class LineToTake(Located):
    """A sentence to say, in nobody’s words but ours, and what it rests on."""

    text: Text
    rests_on: Line | None = Field(default=None, alias="rests-on")


class LinesBlock(InternalBlock):
    """Lines to take."""

    lines: Annotated[
        tuple[Annotated[LineToTake, shorthand("text", Text | LineToTake)], ...],
        Field(min_length=1),
    ]


# Who stands where: parties in rows, topics in columns, a mark and two words in each cell.


STANCES = ("for", "conditional", "against", "neutral", "unknown")
StanceKey = Annotated[Literal["for", "conditional", "against", "neutral", "unknown"], one_of(*STANCES)]


class Stance(Located):
    """Where a party stands on a topic, in two words of the author's or in ours."""

    stance: StanceKey
    text: Line | None = None


class Party(Located):
    """A State, a group or an institution, and a stance for each topic, in their order."""

    aligned_fields: ClassVar[frozenset[str]] = frozenset(("stances",))

    name: Line
    stances: Annotated[
        tuple[Annotated[Stance, shorthand("stance", StanceKey | Stance)], ...],
        Field(min_length=1),
    ]


class MatrixSpec(Located):
    """The positions of three to twelve parties on a few topics; `remark` ends the line under them."""

    aligned_fields: ClassVar[frozenset[str]] = frozenset(("topics",))

    caption: Text
    topics: Annotated[tuple[Line, ...], Field(min_length=1)]
    parties: Annotated[tuple[Party, ...], Field(min_length=1)]
    remark: Text | None = None


class MatrixBlock(NumberedBase):
    """A matrix of positions, for those who prepare the meeting unless its author says otherwise."""

    usual_audience: ClassVar[Audience] = "internal"

    matrix: MatrixSpec
