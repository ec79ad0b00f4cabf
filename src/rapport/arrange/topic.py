"""What one slide is about, before anything is placed."""

from __future__ import annotations

from msgspec import Struct

from rapport.edition.blocks.figures import Chart, Image
from rapport.edition.blocks.words import Bullets, Callout, Heading, Passage, Quote
from rapport.edition.edition import Cover, EditionSection, Visual
from rapport.edition.text import Status, Text
from rapport.origin import NOWHERE, Origin


def heading_of(passage: Passage) -> Text:
    """What stands over a passage; empty where nothing does."""
    return passage.text if isinstance(passage, Heading) else getattr(passage, "title", ())


class OpeningTopic(Struct, frozen=True):
    """The cover; `closed` says when the data were closed."""

    cover: Cover
    closed: Text


class Agenda(Struct, frozen=True):
    """The list of sections, with the number of each one's first slide once it is known."""

    sections: tuple[EditionSection, ...]
    numbers: tuple[tuple[str, int], ...] = ()


class Statement(Struct, frozen=True):
    """One sentence on a slide of its own, and what it rests on (may be empty)."""

    attribution: Text


class Divider(Struct, frozen=True):
    """The opening of a part: what stands under its title, the sections it holds, the sign drawn where it holds none."""

    subtitle: Text
    status: Status
    sections: tuple[EditionSection, ...] = ()


class ReadingTopic(Struct, frozen=True):
    """Blocks to be read, with no visual."""

    blocks: tuple[Passage, ...]


Subject = OpeningTopic | Agenda | Statement | Divider | ReadingTopic | Visual


class Topic(Struct, frozen=True):
    """One subject, its title and what stands beside it; it makes one slide, or several where one cannot hold it.

    `key` names its first slide. `asides` are the passages beside or under a visual. `speech` is what the speaker says,
    empty where the subject must speak for itself. `part` is the section of the deck it belongs to.
    """

    key: str
    kicker: Text
    title: Text
    subject: Subject
    asides: tuple[Passage, ...] = ()
    speech: tuple[Text, ...] = ()
    source: Text = ()
    origin: Origin = NOWHERE
    part: str = ""


def takes(visual: Visual, passage: Passage) -> bool:
    """Whether the passage stands beside the visual rather than on a slide of its own.

    A chart or a picture leaves a column for what it shows; under the others there is room for a callout.
    """
    if isinstance(visual, Chart | Image):
        return isinstance(passage, Heading | Bullets | Callout | Quote)
    return isinstance(passage, Callout)
