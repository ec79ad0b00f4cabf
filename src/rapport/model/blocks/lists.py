"""Lists that the product makes: acronyms, contacts, sources, statuses."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from rapport.model.blocks.base import BlockBase
from rapport.model.scalar import Text, as_word

Automatic = Annotated[Literal["used"], BeforeValidator(as_word), WithJsonSchema({"enum": ["used"]})]
"""`used`: everything of its kind that this document uses."""


class GlossaryBlock(BlockBase):
    """The acronyms used, from `acronyms.yaml`."""

    glossary: Automatic


class SourcesBlock(BlockBase):
    """The sources used."""

    sources: Automatic


class ContactsBlock(BlockBase):
    """The briefing's contacts; nothing is shown where it has none."""

    contacts: Automatic


class StatusKeyBlock(BlockBase):
    """The statuses used and how to read them; the text is a remark beside them."""

    status_key: Text = Field(alias="status-key")
