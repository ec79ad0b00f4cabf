"""Lists that the product makes: acronyms, contacts, sources, statuses; `title` heads them, and may be absent."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from rapport.audience import Audience
from rapport.model.blocks.base import BlockBase, Media
from rapport.model.scalar import Line, Text, one_of

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


class ContactsBlock(BlockBase):
    """The briefing's contacts; nothing is shown where it has none."""

    contacts: Automatic
    title: Line | None = None


class StatusKeyBlock(BlockBase):
    """The statuses used and how to read them; the text is a remark beside them."""

    status_key: Text = Field(alias="status-key")
