"""A draft in spite of its faults: both documents, each fault told and shown where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.arrange import arrange
from rapport.edition.blocks.words import Callout
from rapport.edition.edition import Edition, EditionSection
from rapport.edition.text import Text, strings, words
from rapport.lines.face import missing
from rapport.model.content import Content
from rapport.origin import Origin
from rapport.problem import ContentError, Problem, alike, errors
from rapport.project.composition import Begin, Composition, Preparation, compose, concerning, nobody, problems_of
from rapport.project.editions import edition_for
from rapport.project.project import House, Project, chosen, house_of, reading_of
from rapport.read.content import Reading
from rapport.read.salvage import salvaged
from rapport.remembered import ANEW, Remembered

# Faults shown where they stand: a draft is looked at before everything is mended.

TITLE = "À corriger"


def marked(edition: Edition, problems: Iterable[Problem]) -> Edition:
    """The edition with each fault after the block it is of, in a brief; with what the speaker says, in a deck.

    A fault of no section stands at the head of the first; many that say the same, as of a unit, are one.
    """
    own_files = {section.origin.file for section in edition.sections}
    told = (problem for problem in problems if problem.severity == "error")
    left = [each for each in told if each.origin.file in own_files or "/sections/" not in each.origin.file]
    sections = []
    for section in edition.sections:
        own = [problem for problem in left if problem.origin.file == section.origin.file]
        left = [problem for problem in left if problem not in own]
        sections.append((section, own))
    shown = tuple(
        _marked(section, (*(alike(left) if rank == 0 else ()), *own), edition.medium)
        for rank, (section, own) in enumerate(sections)
    )
    return replace(edition, sections=shown)


def _marked(section: EditionSection, problems: Iterable[Problem], medium: str) -> EditionSection:
    told = tuple(problems)
    if not told:
        return section
    if medium == "deck":
        return replace(section, speech=(*section.speech, *(_said(problem) for problem in told)))
    blocks = list(section.blocks)
    for problem in reversed(told):
        place = _after(problem.origin, section)
        blocks.insert(place, Callout(words(TITLE), words(_told(problem)), origin=problem.origin))
    return replace(section, blocks=tuple(blocks))


def _told(problem: Problem) -> str:
    return f"{problem.message[:1].upper()}{problem.message[1:]} ({problem.origin})"


def _said(problem: Problem) -> Text:
    return words(f"{TITLE}\u00a0: {problem.message} ({problem.origin})")


def _after(origin: Origin, section: EditionSection) -> int:
    """How many blocks begin before a place."""
    if origin.file != section.origin.file:
        return 0
    return sum(1 for block in section.blocks if block.origin <= origin)


NO_SIGN = "[?]"
"""What stands for a character that the face cannot show."""


def _legible(edition: Edition, house: House) -> Edition:
    """The edition with a gap for each character that the face lacks."""
    lacking = missing(house.fonts.regular, "".join(strings(edition)))
    return _translated(edition, dict.fromkeys(map(ord, lacking), NO_SIGN)) if lacking else edition


Part = TypeVar("Part")


def _translated(value: Part, table: Mapping[int, str]) -> Part:
    """A part of an edition with all its strings translated; itself where none changes."""
    if isinstance(value, str):
        return cast("Part", value.translate(table))
    if isinstance(value, tuple):
        return cast("Part", tuple(_translated(each, table) for each in value))
    if not isinstance(value, Struct):
        return value
    fields = {name: getattr(value, name) for name in value.__struct_fields__}
    changed = {name: new for name, old in fields.items() if (new := _translated(old, table)) != old}
    return cast("Part", replace(value, **changed)) if changed else value


UNDRAWABLE = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What composing content may raise that breaks a rule composing relies on."""


def draft(project: Project, briefings: Sequence[str], *, readable: bool = False, begin: Begin = nobody) -> Preparation:
    """The briefings asked for, whatever can be drawn of them; `warnings` holds their faults too.

    Raises ContentError where a briefing itself, or the charter, cannot be read; any file, where `readable` asks so.
    """
    reading = reading_of(project)
    if readable and is_broken(reading):
        raise ContentError(reading.problems)
    content = mended(reading)
    house = house_of(project)
    keys = _keys(reading, content, briefings)
    content = edition_for(content, keys, project.audience)
    with drawing(reading):
        made = tuple(compose(content, key, house, "draft", begin) for key in keys)
        found = tuple(problems_of(each, house) for each in made)
        read = tuple(concerning(reading.problems, content, briefings))
        told = tuple(dict.fromkeys((*read, *chain.from_iterable(found))))
        drawn = tuple(with_faults(each, (*read, *own), house) for each, own in zip(made, found, strict=True))
    return Preparation(content, house, drawn, told)


@contextmanager
def drawing(reading: Reading) -> Iterator[None]:
    """Composes content that may break a rule composing relies on. Raises ContentError where it does."""
    try:
        yield
    except UNDRAWABLE:
        if not reading.faulty:
            raise
        raise ContentError(reading.problems) from None


def is_broken(reading: Reading) -> bool:
    """Whether a file is not valid YAML, as happens while an author types: what it held is then unknown."""
    return any(problem.code.startswith("yaml-") and problem.severity == "error" for problem in reading.problems)


def mended(reading: Reading) -> Content:
    """The content itself where it is sound, and else what can be composed of it."""
    return salvaged(reading.content, reading.remnants) if reading.faulty else reading.content


def _keys(reading: Reading, content: Content, briefings: Sequence[str]) -> tuple[str, ...]:
    if not content.briefings and reading.faulty:
        raise ContentError(reading.problems)
    return chosen(content, briefings)


def with_faults(made: Composition, problems: Sequence[Problem], house: House) -> Composition:
    """The composition with its faults shown in both documents; itself where it has none."""
    return faults_on_slides(faults_on_pages(made, problems, house), problems, house)


def faults_on_pages(made: Composition, problems: Sequence[Problem], house: House) -> Composition:
    """The composition with its faults shown in the brief."""
    return replace(made, brief=_legible(marked(made.brief, problems), house)) if errors(problems) else made


def faults_on_slides(
    made: Composition, problems: Sequence[Problem], house: House, memory: Remembered = ANEW
) -> Composition:
    """The composition with its faults shown in the deck, arranged again."""
    if not errors(problems):
        return made
    deck = _legible(marked(made.deck, problems), house)
    arranged = arrange(deck, house.charter, house.fonts, memory)
    return replace(made, deck=deck, plan=arranged.deck, overflow=arranged.problems)
