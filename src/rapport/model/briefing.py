"""What an author composes for one event, and who receives a numbered copy of it."""

from __future__ import annotations

from typing import Annotated, Final, Literal, get_args

from msgspec import Struct
from pydantic import BeforeValidator, Field

from rapport.audience import Audience
from rapport.model.fact import StatusName
from rapport.model.located import Located, entries_only
from rapport.model.partial_date import PartialDate
from rapport.model.prose import Prose
from rapport.model.scalar import Choice, Date, Day, Keyword, Line, Moment, Reference, Text, Truth, Word, one_of
from rapport.origin import NOWHERE, Origin

LOCALES = ("fr_FR", "en_GB")

LocaleKey = Annotated[Literal["fr_FR", "en_GB"], one_of(*LOCALES)]
"""What documents are written in."""


FormKey = Annotated[Literal["file", "note"], one_of("file", "note")]
"""A brief with cover and contents, or a note of a page or two."""


class Event(Located):
    """The event a briefing prepares."""

    name: Line
    place: Line
    date: Date


class Detail(Located):
    """A label and its value on the cover."""

    label: Line
    value: Line


class Embargo(Located):
    """Nothing may be published before `until`, a local date and time (`2026-02-10T18:30`) in the IANA `zone`."""

    until: Moment
    zone: Reference


class Contact(Located):
    """Someone to ask, as the author gave it."""

    name: Line
    role: Line | None = None
    details: tuple[Text, ...] = ()


class Opening(Located):
    """The contents page: its message, and whether it explains the statuses."""

    message: Text
    status_key: Truth = True


class Briefing(Located):
    """A briefing: title, order of sections, version and date.

    `date` dates the edition and `closed` the data (the same day by default). `marking`, `embargo`, `issuer` and
    `contacts` are absent unless the author gives them. `tolerated` lists phrases that prose may print without a fact,
    `status_words` the words of this briefing for statuses, where the program's own are not used. `numbered` counts
    charts and tables even where no text names one.
    """

    event: Event
    title: Text
    subtitle: Text
    version: Word
    date: Day
    closed: Day | None = None
    locale: LocaleKey = "fr_FR"
    form: FormKey = "file"
    kind: Line | None = None
    deck_kind: Line | None = None
    details: tuple[Detail, ...] = ()
    contents: Opening | None = None
    sections: Annotated[tuple[Reference, ...], Field(min_length=1)]
    marking: Line | None = None
    embargo: Embargo | None = None
    issuer: Line | None = None
    contacts: tuple[Contact, ...] = ()
    keywords: tuple[Keyword, ...] = ()
    tolerated: tuple[Text, ...] = ()
    numbered: Truth = False
    status_words: Annotated[dict[StatusName, Line], BeforeValidator(entries_only)] = Field(default_factory=dict)

    @property
    def closed_on(self) -> PartialDate:
        """When the data were closed."""
        return self.closed or self.date


DocumentKind = Literal["brief", "deck", "slides", "notes", "sheet"]
DOCUMENT_KINDS: Final[tuple[DocumentKind, ...]] = get_args(DocumentKind)
"""In the order in which they are handed out: the brief, the deck, its slides as PDF, these with notes, the fiche."""


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
