"""A reusable module of content."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field

from rapport.audience import Audience
from rapport.model.blocks.base import Media
from rapport.model.blocks.block import Block
from rapport.model.located import Located, entries_only
from rapport.model.scalar import AudienceKey, Line, Scalar, Text, one_of

KINDS = ("plain", "fiche", "statement", "divider", "annex")

Kind = Annotated[Literal["plain", "fiche", "statement", "divider", "annex"], one_of(*KINDS)]


class NotesSpec(Located):
    """What is said or added under the page, and for whom it is."""

    text: Text
    audience: AudienceKey | None = None


class SpeakerNotes(NotesSpec):
    """What the speaker says; for nobody but the speaker unless its author says so."""

    usual_audience: ClassVar[Audience] = "internal"


def as_notes(value: Any) -> Any:
    """Notes may be written as their text alone."""
    return {"text": value, "@origin": value.origin} if isinstance(value, Scalar) else value


Notes = Annotated[SpeakerNotes, BeforeValidator(as_notes, json_schema_input_type=Text | SpeakerNotes)]
Footnote = Annotated[NotesSpec, BeforeValidator(as_notes, json_schema_input_type=Text | NotesSpec)]


class Section(Located):
    """A section: its short `title`, its `message` (a sentence that states the finding), its blocks and what is said.

    `lead` stands under the message in the brief, `summary` under the title in the contents; both may be absent.
    `footnotes` holds the texts that `[^name]` calls. Without `notes`, the section's prose serves the speaker.
    `audience` says for whom the whole section is; each block, footnote or note may be for fewer.
    """

    title: Line
    message: Text
    kind: Kind = "plain"
    media: Media = ("brief", "deck")
    lead: Text | None = None
    summary: Line | None = None
    blocks: tuple[Block, ...] = ()
    audience: AudienceKey | None = None
    notes: Notes | None = None
    footnotes: Annotated[dict[str, Footnote], BeforeValidator(entries_only)] = Field(default_factory=dict)
