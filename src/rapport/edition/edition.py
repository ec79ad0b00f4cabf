"""A briefing in its final words, for one medium and one locale, and the few phrases that layout must fill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct

from rapport.audience import Audience
from rapport.edition.blocks.figures import FigureVisual
from rapport.edition.blocks.surroundings import Surroundings
from rapport.edition.blocks.words import Callout, Passage, Prose, Questions, Quote, WordVisual
from rapport.edition.picture import Picture
from rapport.edition.text import Speech, Status, Text, evidence, says_the_same
from rapport.origin import NOWHERE, Origin

Visual = FigureVisual | Surroundings | WordVisual
"""Blocks that are seen at a glance: one per slide."""
Block = Visual | Passage | Prose
"""All blocks, the same as authors write; each says beside its class which of these it is."""


class SpeakingPoints(Struct, frozen=True):
    """Words to be said, and the questions that may follow them: side by side on a page, each under its heading."""

    said: tuple[Block, ...]
    asked: Questions


def with_speaking_points(blocks: Iterable[Block]) -> Iterator[Block | SpeakingPoints]:
    """The blocks of a section as a page shows them: each run of quotes that questions follow is one thing."""
    said: list[Block] = []
    for block in blocks:
        if isinstance(block, Questions) and said:
            yield SpeakingPoints(tuple(said), block)
            said = []
        elif isinstance(block, Quote) or (isinstance(block, Callout) and said):
            said.append(block)
        else:
            yield from said
            said = []
            yield block
    yield from said


class Furniture(Struct, frozen=True, dict=True, cache_hash=True):
    """Named phrases of one language with numbered slots: `page` is "page {1} sur {2}".

    A phrase is found by its name; an unknown name raises KeyError, since only our own code asks.
    """

    phrases: tuple[tuple[str, str], ...]

    def __call__(self, name: str, *slots: str | int) -> str:
        phrase = self._by_name[name]
        for number, value in enumerate(slots, start=1):
            phrase = phrase.replace(f"{{{number}}}", str(value))
        return phrase

    @cached_property
    def _by_name(self) -> Mapping[str, str]:
        return dict(self.phrases)


UNNAMED = Furniture(())
"""No phrases: only a deck has shapes to name."""


Medium = Literal["brief", "deck", "sheet", "page"]
Form = Literal["file", "note"]
"""How a brief is made up: with cover and contents, or on a page or two."""


class Note(Struct, frozen=True):
    """A footnote: the key its call carries, its mark ("1") and its text."""

    key: str
    mark: str
    text: Text
    origin: Origin = NOWHERE


class CoverDetail(Struct, frozen=True):
    """A label and its value on the cover ("Arrêt des données", "10 février 2026")."""

    label: Text
    value: Text


class CoverRow(Struct, frozen=True):
    """A group of facts on the cover: its name, and the status of each fact the document shows, in order."""

    name: Text
    statuses: tuple[Status, ...]


class Cover(Struct, frozen=True):
    """What the first page or slide says. `kind` is the kind of document and for whom it is ("Dossier
    d’information – usage interne").

    `marking` and `embargo` are empty unless the author gave them. `statuses` are those used, in the
    order of the key; `rows` the facts behind them, group by group. `sign_remark` says what a sign stands for.
    `logo_alternative` says what the logo shows; empty where it is an ornament. So is `picture_alternative` of the
    photograph that takes the place of the rows of signs; the remark then names who took it.
    """

    kind: Text
    title: Text
    subtitle: Text
    date: Text
    details: tuple[CoverDetail, ...]
    statuses: tuple[Status, ...]
    marking: Text = ()
    embargo: Text = ()
    issuer: Text = ()
    logo: Picture | None = None
    logo_alternative: str = ""
    rows: tuple[CoverRow, ...] = ()
    sign_remark: Text = ()
    picture: Picture | None = None
    picture_alternative: str = ""


class EditionSection(Struct, frozen=True):
    """A section in its final words.

    `kind` says how it opens: `plain` and `fiche` with kicker and title, `statement` as one sentence on a slide of its
    own, `divider` as a part. `kicker` ("Fiche 2") stands above the title; `name` ("Fiche 2 – Centres de données") in
    the contents and running head, with `summary` under it; `title` is the message. `lead` may be empty. `speech` is
    what the speaker says, a paragraph each.
    """

    key: str
    kind: Literal["plain", "fiche", "ask", "statement", "divider", "annex"]
    kicker: Text
    name: Text
    summary: Text
    title: Text
    lead: Text
    blocks: tuple[Block, ...]
    speech: Speech = ()
    source: Text = ()
    origin: Origin = NOWHERE


def statuses_of(section: EditionSection) -> tuple[Status, ...]:
    """The status of each fact that a section shows, without its word, in the order in which facts are first met."""
    met = {each.fact: each.status for each in evidence((section.title, section.lead, section.blocks)) if each.status}
    return tuple(Status(key, "") for key in met.values())


class Contents(Struct, frozen=True):
    """The contents page: its message, what stands below the list of sections, and whether a slide shows it."""

    title: Text
    name: Text
    blocks: tuple[Block, ...] = ()
    slide: bool = True

    @property
    def kicker(self) -> Text:
        """What stands over the title: the page's name, unless it is the title."""
        return () if says_the_same(self.name, self.title) else self.name


class Edition(Struct, frozen=True):
    """The renderer-neutral document.

    `language` is a BCP 47 tag. `draft_mark` is what a draft says on each of its pages and slides ("Projet – version 1.0
    du 10 février 2026"), empty once final; `closed` says when the data were closed ("Données arrêtées au 10 février
    2026"). `date` is the ISO date that dates the files; `content_digest` the SHA-256 of the
    content it was made from. `names` are those of shapes and layouts in a deck, in its language. `stamp` is the text of
    a numbered copy, empty for none. `audience` is for whom it is: it holds nothing that they may not see. A
    `note` has neither cover nor contents, and one section follows the other. `acronyms` are those that readers are told
    the meaning of, each with it.
    """

    briefing: str
    medium: Medium
    language: str
    version: str
    date: str
    title: Text
    subject: str
    closed: Text
    cover: Cover
    contents: Contents
    sections: tuple[EditionSection, ...]
    notes: tuple[Note, ...]
    furniture: Furniture
    content_digest: str
    draft_mark: Text = ()
    stamp: str = ""
    keywords: tuple[str, ...] = ()
    names: Furniture = UNNAMED
    audience: Audience = "internal"
    form: Form = "file"
    acronyms: tuple[tuple[str, str], ...] = ()

    @property
    def draft(self) -> bool:
        """Whether it is still a draft, and says so."""
        return bool(self.draft_mark)
