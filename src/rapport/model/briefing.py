"""What an author composes for one event: title, sections, version and date."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from rapport.model.fact import StatusName
from rapport.model.located import Located, entries_only
from rapport.model.partial_date import PartialDate
from rapport.model.scalar import Date, Day, Keyword, Line, Moment, Reference, Text, Truth, Word, one_of

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

    @property
    def moment(self) -> tuple[PartialDate, tuple[int, int]]:
        """The day, and the hour and minute that the clocks of the zone show."""
        day, _, clock = self.until.partition("T")
        hour, minute = clock.split(":")
        return PartialDate.parse(day), (int(hour), int(minute))


class CoverPicture(Located):
    """A photograph of `assets/` for the cover, who took it, and what it shows where it is more than an ornament."""

    file: Reference
    credit: Line | None = None
    alternative: Text | None = None


class Contact(Located):
    """Someone to ask, as the author gave it."""

    name: Line
    role: Line | None = None
    details: tuple[Text, ...] = ()


class Opening(Located):
    """The contents page: its message, whether it explains the statuses, and whether the deck has a slide of it."""

    message: Text | None = None
    status_key: Truth = True
    slide: Truth = True


class Briefing(Located):
    """A briefing: title, order of sections, version and date.

    `date` dates the edition and `closed` the data (the same day by default). `event`, `marking`, `embargo`, `issuer`,
    `contacts` and the cover's `picture` are absent unless the author gives them. `tolerated` lists phrases that
    prose may print without a fact, `status_words` the words of this briefing for statuses, where the program's own
    are not used. `numbered` counts charts and tables even where no text names one.
    """

    title: Text
    subtitle: Text
    version: Word
    date: Day
    event: Event | None = None
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
    picture: CoverPicture | None = None
    keywords: tuple[Keyword, ...] = ()
    tolerated: tuple[Text, ...] = ()
    numbered: Truth = False
    status_words: Annotated[dict[StatusName, Line], BeforeValidator(entries_only)] = Field(default_factory=dict)

    @property
    def closed_on(self) -> PartialDate:
        """When the data were closed."""
        return self.closed or self.date
