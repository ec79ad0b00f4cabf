"""A campaign as its author plans it: which briefings, in which languages, for whom, and how copies are handed out."""

from typing import Annotated, Literal

from pydantic import Field

from rapport.artefact import DOCUMENT_KINDS, DocumentKind
from rapport.model.briefing import LocaleKey
from rapport.model.located import Located
from rapport.model.scalar import AudienceKey, Reference, Truth, Word, one_of

CopyMaking = Literal["stamped", "rebuilt"]
"""Copies whose stamp is filled into one finished document, or documents that are each made from scratch."""
CopyMakingKey = Annotated[CopyMaking, one_of("stamped", "rebuilt")]
DocumentKindKey = Annotated[DocumentKind, one_of(*DOCUMENT_KINDS)]


Rights = Literal["read", "print", "copy"]
"""What readers of a protected PDF let do who opens it: read it, print it too, copy its words too."""
RightsKey = Annotated[Rights, one_of("read", "print", "copy")]


class CampaignSignature(Located):
    """The key that signs: a file of PKCS #12, or `pkcs11:…` in a token; its passphrase, in a file, is else asked for.

    `timestamp` is the address of who attests the time, empty for nobody; `seal` shows signatures on first pages.
    """

    key: Reference
    passphrase: Reference | None = None
    timestamp: Word = ""
    seal: Truth = False


class CampaignPlan(Located):
    """What a campaign makes: each briefing, in each language, for each recipient of the audiences named.

    Files are named from the folder of the plan. Without `locales` each briefing is in its own, without `audiences`
    all are served, without `documents` each recipient gets what the list says. `passwords` is `generate` or a table,
    `rights` what readers of a PDF under a password let do.
    """

    briefings: Annotated[tuple[Reference, ...], Field(min_length=1)]
    recipients: Reference
    locales: tuple[LocaleKey, ...] = ()
    audiences: tuple[AudienceKey, ...] = ()
    documents: tuple[DocumentKindKey, ...] = ()
    copies: CopyMakingKey = "stamped"
    final: Truth = False
    passwords: Reference | None = None
    rights: RightsKey = "print"
    signature: CampaignSignature | None = None
