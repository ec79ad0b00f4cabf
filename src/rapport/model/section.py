"""A reusable module of content."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from rapport.model.blocks.base import Media
from rapport.model.blocks.block import Block
from rapport.model.located import Located, entries_only
from rapport.model.scalar import Line, Text, one_of

KINDS = ("plain", "fiche", "statement", "divider", "annex")

Kind = Annotated[Literal["plain", "fiche", "statement", "divider", "annex"], one_of(*KINDS)]


class Section(Located):
    """A section: its short `title`, its `message` (a sentence that states the finding), its blocks and what is said.

    `lead` stands under the message in the brief, `summary` under the title in the contents; both may be absent.
    `footnotes` holds the texts that `[^name]` calls. Without `notes`, the section's prose serves the speaker.
    """

    title: Line
    message: Text
    kind: Kind = "plain"
    media: Media = ("brief", "deck")
    lead: Text | None = None
    summary: Line | None = None
    blocks: tuple[Block, ...] = ()
    notes: Text | None = None
    footnotes: Annotated[dict[str, Text], BeforeValidator(entries_only)] = Field(default_factory=dict)
