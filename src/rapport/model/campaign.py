"""A campaign as its author plans it: which briefings, in which languages, for whom, and how copies are handed out."""

from typing import Annotated, Literal

from msgspec import Struct
from pydantic import Field

from rapport.artefact import DOCUMENT_KINDS, DocumentKind
from rapport.audience import Audience
from rapport.model.briefing import LocaleKey
from rapport.model.located import Located
from rapport.model.prose import Prose
from rapport.model.scalar import AudienceKey, Choice, Line, Reference, Truth, Word, one_of
from rapport.origin import NOWHERE, Origin

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


class RecipientEntry(Located):
    """An entry of a list of recipients, as typed; only the name is required."""

    name: Line
    title: Line | None = None
    delegation: Line | None = None
    locale: Line | None = None
    number: Line | None = None
    audience: Choice | None = None
    documents: tuple[Choice, ...] = ()
    password: Line | None = None

    @property
    def texts(self) -> tuple[Prose, ...]:
        """What is printed of the entry."""
        return tuple(prose for prose in (self.name, self.title, self.delegation) if prose is not None)

    @property
    def identity(self) -> tuple[str, str, str]:
        """Name, title and delegation."""
        return self.name.text, said(self.title), said(self.delegation)


def said(prose: Prose | None) -> str:
    """The text of what may be absent."""
    return prose.text if prose is not None else ""


class Recipient(Struct, frozen=True):
    """A recipient with the number of their copy.

    `title` and `delegation` may be empty; `locale` is empty for the briefing's own, `documents` for the usual ones.
    `audience` is what they may see; None where the list does not say. `password` opens their copy; empty for none.
    """

    number: int
    name: str
    title: str = ""
    delegation: str = ""
    locale: str = ""
    documents: tuple[DocumentKind, ...] = ()
    audience: Audience | None = None
    password: str = ""
    origin: Origin = NOWHERE

    @property
    def label(self) -> str:
        """The recipient as a stamp names them: « Mme Zoé Çelik, Délégation turque »."""
        person = f"{self.title} {self.name}" if self.title else self.name
        whole = f"{person}, {self.delegation}" if self.delegation else person
        return whole.replace("'", "’")
