"""Everything that authors wrote, as one value: sections, facts, briefings; and all prose of it, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, get_args

from msgspec import Struct, field
from pydantic import BaseModel, BeforeValidator, Discriminator, Field, Tag

from rapport.audience import Audience
from rapport.edition.picture import Picture, Ring
from rapport.model.blocks import figures, meeting, words
from rapport.model.briefing import Briefing
from rapport.model.fact import Acronym, Fact, OwnUnit, Source
from rapport.model.located import BlockBase, Located, Media, entries_only, shorthand
from rapport.model.prose import Prose
from rapport.model.scalar import AudienceKey, Key, Line, Text, one_of
from rapport.origin import NOWHERE, Origin


def kind_of(value: Any) -> str | None:
    """The key that names a block's kind; None where there is none, which is a fault."""
    if not isinstance(value, dict):
        return None
    return next((kind for kind in KINDS if kind in value), None)


Block = Annotated[
    Annotated[words.ParagraphBlock, Tag("paragraph")]
    | Annotated[words.HeadingBlock, Tag("heading")]
    | Annotated[words.BulletsBlock, Tag("bullets")]
    | Annotated[words.NumberedBlock, Tag("numbered")]
    | Annotated[words.PointsBlock, Tag("points")]
    | Annotated[figures.KeyFiguresBlock, Tag("key-figures")]
    | Annotated[figures.TableBlock, Tag("table")]
    | Annotated[meeting.MatrixBlock, Tag("matrix")]
    | Annotated[figures.ChartBlock, Tag("chart")]
    | Annotated[figures.TimelineBlock, Tag("timeline")]
    | Annotated[words.CalloutBlock, Tag("callout")]
    | Annotated[words.QuoteBlock, Tag("quote")]
    | Annotated[words.QuestionsBlock, Tag("questions")]
    | Annotated[words.MessagesBlock, Tag("messages")]
    | Annotated[figures.ComparisonBlock, Tag("comparison")]
    | Annotated[figures.ImageBlock, Tag("image")]
    | Annotated[figures.MapBlock, Tag("map")]
    | Annotated[meeting.ObjectiveBlock, Tag("objective")]
    | Annotated[meeting.AgendaBlock, Tag("agenda")]
    | Annotated[meeting.PeopleBlock, Tag("people")]
    | Annotated[meeting.BilateralBlock, Tag("bilateral")]
    | Annotated[meeting.RedLinesBlock, Tag("red-lines")]
    | Annotated[meeting.CommitmentsBlock, Tag("commitments")]
    | Annotated[meeting.WordingBlock, Tag("wording")]
    | Annotated[meeting.SpeechBlock, Tag("speech")]
    | Annotated[meeting.VerbatimBlock, Tag("verbatim")]
    | Annotated[meeting.LinesBlock, Tag("lines")]
    | Annotated[meeting.GapsBlock, Tag("gaps")]
    | Annotated[words.AllGapsBlock, Tag("all-gaps")]
    | Annotated[words.GlossaryBlock, Tag("glossary")]
    | Annotated[words.ContactsBlock, Tag("contacts")]
    | Annotated[words.SourcesBlock, Tag("sources")]
    | Annotated[words.VisualsBlock, Tag("visuals")]
    | Annotated[words.StatusKeyBlock, Tag("status-key")]
    | Annotated[figures.AnnexBlock, Tag("annex")],
    Discriminator(kind_of, custom_error_type="block-unknown", custom_error_message="block"),
]

KINDS: tuple[str, ...] = tuple(get_args(kind)[1].tag for kind in get_args(get_args(Block)[0]))
"""The keys that name the kinds of blocks, in the order of the authors’ guide."""


# Everything that authors wrote, as one value: sections, facts, briefings; and all prose of it, wherever it stands.

SECTION_KINDS = ("plain", "fiche", "ask", "statement", "divider", "annex")

Kind = Annotated[Literal["plain", "fiche", "ask", "statement", "divider", "annex"], one_of(*SECTION_KINDS)]


class NotesSpec(Located):
    """What is said or added under the page, and for whom it is."""

    text: Text
    audience: AudienceKey | None = None


class SpeakerNotes(NotesSpec):
    """What the speaker says; for nobody but the speaker unless its author says so."""

    usual_audience: ClassVar[Audience] = "internal"


Notes = Annotated[SpeakerNotes, shorthand("text", Text | SpeakerNotes)]
Footnote = Annotated[NotesSpec, shorthand("text", Text | NotesSpec)]


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


class FactGroup(Struct, frozen=True):
    """The facts of one file: the title of the group in the annex, and their keys in the order of the file."""

    key: str
    title: str
    facts: tuple[str, ...]
    origin: Origin = NOWHERE


class Name(Struct, frozen=True):
    """A name: its numbers are no figures ("G7", "France 2030"), and no line parts its words ("Mistral AI")."""

    text: str
    origin: Origin = NOWHERE


class Content(Struct, frozen=True):
    """The content folder. Mappings go from the key (a file's name, or a mapping's key) to what it names.

    `translations` names the briefings that are in another locale than they were written in, and gives it,
    `translated_from` that which they were written in;
    `untranslated` holds the texts that are not, by their place.
    `digest` is the SHA-256 of all files read, in order of path: the fingerprint of the content.
    `audience` is who may see it all: what others may not is left out, `texts` too. `whole` is what it was taken from,
    None where nothing was left out; nothing of it is printed, but documents are proved to hold no more than they may.
    """

    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    groups: tuple[FactGroup, ...]
    sections: Mapping[str, Section]
    briefings: Mapping[str, Briefing]
    names: tuple[Name, ...]
    acronyms: Mapping[str, Acronym]
    pictures: Mapping[str, Picture]
    digest: str
    texts: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, OwnUnit] = field(default_factory=dict)
    translations: Mapping[str, str] = field(default_factory=dict)
    translated_from: Mapping[str, str] = field(default_factory=dict)
    untranslated: Mapping[Origin, str] = field(default_factory=dict)
    outlines: Mapping[str, tuple[Ring, ...]] = field(default_factory=dict)
    audience: Audience = "internal"
    whole: Content | None = None


def prose_of(value: Any) -> Iterator[Prose]:
    """Every prose in a model, in the order of its fields."""
    yield from _proses(_leaves(value))


def _proses(leaves: Iterable[Any]) -> Iterator[Prose]:
    for leaf in leaves:
        if isinstance(leaf, _Held):
            yield from leaf.proses
        elif isinstance(leaf, Prose):
            yield leaf


def fact_entries(value: Any) -> Iterator[Key]:
    """Every fact that blocks call by its key."""
    return _entries(_leaves(value))


def _entries(leaves: Iterable[Any]) -> Iterator[Key]:
    for leaf in leaves:
        if isinstance(leaf, _Held):
            yield from leaf.entries
        elif getattr(leaf, "fact", None):
            yield leaf.fact


def facts_in(value: Any) -> Iterator[str]:
    """Every fact called in a model, by prose, then by blocks."""
    leaves = tuple(_leaves(value))
    for leaf in leaves:
        if isinstance(leaf, _Held):
            yield from leaf.calls
        elif isinstance(leaf, Prose):
            yield from (key for key, _form in leaf.calls)
    yield from _entries(leaves)


def models_of(value: Any) -> Iterator[BaseModel]:
    """Every model in a value, each before what it holds."""
    yield from _models(_leaves(value))


def _models(leaves: Iterable[Any]) -> Iterator[BaseModel]:
    for leaf in leaves:
        if isinstance(leaf, _Held):
            yield from leaf.models
        elif isinstance(leaf, BaseModel):
            yield leaf


class _Held(Struct, frozen=True, eq=False):
    """What a part that is looked through again and again holds: its models, itself the first, its proses, its calls."""

    models: tuple[BaseModel, ...]
    proses: tuple[Prose, ...]
    calls: tuple[str, ...]
    entries: tuple[Key, ...]


def _leaves(value: Any) -> Iterator[Any]:
    """Proses and models of a value, models before what they hold; of a file and of a block, what it holds."""
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, (tuple, list)):
            pending.extend(reversed(item))
        elif isinstance(item, dict):
            pending.extend(reversed(item.values()))
        elif _is_whole(item.__class__):
            yield _held(item)
        elif (names := _last_to_first(item.__class__)) is not None:
            yield item
            pending += _fields(item, names)


WHOLE = (Section, Briefing, BlockBase)
"""Files and blocks, which are looked through again and again."""
MOST_HELD = 20_000
"""Of these, what they hold is kept for so many at most: three hundred sections are some two thousand."""
_HELD: dict[int, tuple[BaseModel, _Held]] = {}
"""What models hold, by the address of the model, which is kept with it: models never change."""


def _held(model: BaseModel) -> _Held:
    known = _HELD.get(id(model))
    if known is None:
        if len(_HELD) >= MOST_HELD:
            _HELD.clear()
        known = _HELD[id(model)] = model, _found_in(model)
    return known[1]


def _found_in(model: BaseModel) -> _Held:
    inside = _fields(model, _last_to_first(model.__class__) or ())
    leaves = (model, *_leaves(inside[::-1]))
    proses = tuple(_proses(leaves))
    return _Held(
        models=tuple(_models(leaves)),
        proses=proses,
        calls=tuple(key for prose in proses for key, _form in prose.calls),
        entries=tuple(_entries(leaves)),
    )


def _fields(model: Any, names: tuple[str, ...]) -> list[Any]:
    """What a model holds in fields that are filled."""
    fields = model.__dict__ if names else {}
    return [held for name in names if (held := fields[name]) is not None]


@cache
def _is_whole(kind: type) -> bool:
    """Asked once a type: pydantic looks for long whether a value is of one."""
    return issubclass(kind, WHOLE)


@cache
def _last_to_first(kind: type) -> tuple[str, ...] | None:
    """The fields of a model, the last first; none for a prose, which holds no other; None for any other value."""
    if issubclass(kind, BaseModel):
        return tuple(reversed(kind.model_fields))
    return () if kind is Prose else None
