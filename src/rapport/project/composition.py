"""What a command that draws documents needs: the content, the house's looks, the briefings composed and found sound."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain
from pathlib import PurePosixPath
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.arrange import arrange, plan
from rapport.audience import Audience
from rapport.edition.edition import Edition, EditionSection
from rapport.edition.text import letters_of, spans, strings
from rapport.figures.claims import Claimed
from rapport.lines.face import missing
from rapport.model.content import Content, facts_in
from rapport.origin import Origin
from rapport.problem import ContentError, Problem, errors
from rapport.project.editions import edition_for, file_name, stem_of
from rapport.project.nuances import lost_nuances
from rapport.project.project import House, Project, chosen, house_of, reading_of, sound
from rapport.read.faces import extra_for
from rapport.read.translations.translated import untranslated
from rapport.remembered import ANEW, Remembered, Same
from rapport.resolve.edition import Release, resolve
from rapport.review.claims import claimed_by
from rapport.review.open_points import open_points
from rapport.review.printed import printed_otherwise
from rapport.review.stray_numbers import stray_numbers
from rapport.slides.deck import Deck

Begin = Callable[[Edition | Deck, House], None]
"""Is told of a brief once its words are final, of a deck once its slides are: either may be drawn at once."""


def nobody(_source: Edition | Deck, _house: House) -> None:
    """Nobody is told."""


class Preparation(Struct, frozen=True):
    """Everything from which documents are drawn."""

    content: Content
    house: House
    compositions: tuple[Composition, ...]
    warnings: tuple[Problem, ...]


def prepare(project: Project, briefings: Sequence[str], release: Release, begin: Begin = nobody) -> Preparation:
    """Compose the briefings asked for, all by default. Raises ContentError unless all of them are sound."""
    reading = reading_of(project)
    content = sound(reading)
    keys = chosen(content, briefings)
    house = house_of(project)
    content = edition_for(content, keys, project.audience)
    made = tuple(compose(content, key, house, release, begin) for key in keys)
    own = concerning(reading.problems, reading.content, briefings)
    problems = (*own, *(problem for each in made for problem in problems_of(each, house)))
    if errors(problems):
        raise ContentError(problems)
    return Preparation(content, house, made, problems)


# A briefing composed for both media, and what keeps it from being drawn.


class Composition(Struct, frozen=True):
    """Both editions of a briefing of `content`, the deck's plan, and what does not fit on its slides."""

    content: Content
    key: str
    brief: Edition
    deck: Edition
    plan: Deck
    overflow: tuple[Problem, ...]

    @property
    def audience(self) -> Audience:
        """For whom it is."""
        return self.content.audience

    @property
    def stem(self) -> str:
        """How the names of its files begin."""
        return stem_of(self.key, self.audience)

    @property
    def locale(self) -> str:
        """What the briefing is written in."""
        return self.content.briefings[self.key].locale

    @property
    def translation(self) -> str:
        """The locale that the briefing was translated into; empty if it is in the language it was written in."""
        return self.content.translations.get(self.key, "")

    @property
    def claims(self) -> Claimed:
        """What its documents are held to: taken from the content, not from the editions, which may be wrong."""
        return claimed_by(self.content, self.key)

    def named(self, ending: str) -> str:
        """The name of its document of an ending, `-brief.pdf`."""
        return file_name(self.stem, ending, self.translation)

    def stamped(self, stamp: str) -> Composition:
        """The same as the copy that bears the stamp."""
        brief, deck = replace(self.brief, stamp=stamp), replace(self.deck, stamp=stamp)
        return replace(self, brief=brief, deck=deck, plan=replace(self.plan, stamp=stamp))

    def to_draw(self) -> Composition:
        """The same without what no document shows: it may be drawn on a machine that must not hold the content."""
        content = self.content
        bare = Content(
            sources={},
            facts={},
            groups=(),
            sections={},
            briefings={self.key: content.briefings[self.key]},
            names=(),
            acronyms={},
            pictures={},
            digest=content.digest,
            translations=content.translations,
            translated_from=content.translated_from,
            audience=content.audience,
        )
        return replace(self, content=bare, overflow=())


def compose(content: Content, key: str, house: House, release: Release, begin: Begin = nobody) -> Composition:
    """The briefing in its final words for both media, arranged on slides; `begin` is told of each as it is known."""
    brief = house.sign(resolve(content, key, "brief", release))
    begin(brief, house)
    deck = house.sign(resolve(content, key, "deck", release))
    arranged = arrange(deck, house.charter, house.fonts)
    begin(arranged.deck, house)
    return Composition(content, key, brief, deck, arranged.deck, arranged.problems)


def compose_again(content: Content, key: str, house: House, memory: Remembered) -> Composition:
    """The draft of a briefing of which little has changed since it was last composed with this memory."""
    brief, deck = (house.sign(resolve(content, key, medium, "draft", memory)) for medium in MEDIA)
    arranged = arrange(deck, house.charter, house.fonts, memory)
    return Composition(content, key, brief, deck, arranged.deck, arranged.problems)


def compose_to_read(
    content: Content, key: str, house: House, release: Release, memory: Remembered = ANEW
) -> Composition:
    """Like `compose`, for callers that only inspect the result: lines on slides are not evened out."""
    brief, deck = (house.sign(resolve(content, key, medium, release, memory)) for medium in MEDIA)
    arranged = plan(deck, house.charter, house.fonts, memory)
    return Composition(content, key, brief, deck, arranged.deck, arranged.problems)


MEDIA: tuple[Literal["brief"], Literal["deck"]] = ("brief", "deck")


def problems_of(
    made: Composition, house: House, handed_out: bool = False, memory: Remembered = ANEW
) -> tuple[Problem, ...]:
    """All that keeps a briefing from being drawn, or that its author should know.

    What is open keeps a final edition; a number without a fact keeps one, and what is handed out.
    """
    content, key, editions = made.content, made.key, (made.brief, made.deck)
    placed = cache(lambda: tuple(dict.fromkeys(_placed_strings(editions, content.briefings[key].origin))))
    problems = (
        *untranslated(content, key),
        *_layout(made),
        *(_glyphs(placed(), house) if missing(house.fonts.regular, _characters(editions, memory)) else ()),
        *stray_numbers(content, key, "error" if handed_out or not made.brief.draft else "warning"),
        *printed_otherwise(content, key),
        *lost_nuances(content, key, made.brief, made.plan, memory),
        *(() if made.brief.draft else open_points(content, key, placed(), "error")),
    )
    return tuple(dict.fromkeys(problems))


FINISHING = "slide-sparse"
"""What is told of a final edition alone: a slide of a draft is empty because its author is still writing."""


def _layout(made: Composition) -> Iterator[Problem]:
    """What does not fit on slides, or leaves them empty."""
    return (problem for problem in made.overflow if not (made.brief.draft and problem.code == FINISHING))


def _characters(editions: Iterable[Edition], memory: Remembered) -> str:
    """Every character of the editions, each once."""
    found: set[str] = set()
    for edition in editions:
        found |= set(letters_of((_front(edition), tuple(note.text for note in edition.notes))))
        for section in edition.sections:
            found |= memory(("characters", Same(section)), partial(_characters_in, section, memory))
    return "".join(found)


def _characters_in(section: EditionSection, memory: Remembered) -> frozenset[str]:
    return frozenset(memory(("letters", Same(section)), partial(letters_of, section)))


def _front(edition: Edition) -> tuple[object, ...]:
    return (edition.title, edition.subject, edition.cover, edition.draft_mark, edition.contents.title)


def _placed_strings(editions: Iterable[Edition], briefing: Origin) -> Iterator[tuple[str, Origin]]:
    """Every string of the editions with the place of the block, section, note or briefing that holds it."""
    for edition in editions:
        yield from _placed(_front(edition), briefing)
        for section in edition.sections:
            yield from _placed_in(section)
        for note in edition.notes:
            yield from _placed(note.text, note.origin)


def _placed_in(section: EditionSection) -> tuple[tuple[str, Origin], ...]:
    words = (section.kicker, section.name, section.title, section.lead, section.summary, section.speech)
    blocks = (_placed(block, block.origin) for block in section.blocks)
    return tuple(chain(_placed(words, section.origin), *blocks))


def _placed(part: object, origin: Origin) -> Iterator[tuple[str, Origin]]:
    typed = {span.text: span.origin for span in spans(part) if span.origin.file}
    return ((string, typed.get(string, origin)) for string in strings(part))


def _glyphs(placed: Sequence[tuple[str, Origin]], house: House) -> Iterator[Problem]:
    """Characters that the face lacks: they would be printed as empty boxes."""
    usual = "remplacez ce caractère, ou changez de police dans la charte"
    for string, origin in placed:
        for character in missing(house.fonts.regular, string):
            extra = extra_for(character)
            hint = f"installez la police de cette écriture\u00a0: pip install 'rapport[{extra}]'" if extra else usual
            message = f"la police n’a pas le caractère «\u00a0{character}\u00a0» (U+{ord(character):04X})"
            yield Problem("glyph-missing", message, origin, hint)


FOLDERS = ("briefings", "sections", "facts")


def concerning(problems: Iterable[Problem], content: Content, keys: Collection[str]) -> Iterator[Problem]:
    """The problems that concern the briefings asked for; all of them if none is named.

    A fault stays one wherever it stands: it keeps the content from being read whole.
    """
    if not keys:
        return iter(problems)
    wanted = _Wanted(content, keys)
    return (problem for problem in problems if problem.severity == "error" or wanted.holds(problem))


class _Wanted:
    """What briefings are made of: their files, those of their sections, the facts that they use."""

    def __init__(self, content: Content, keys: Collection[str]) -> None:
        briefings = {key: briefing for key, briefing in content.briefings.items() if key in keys}
        names = {name for briefing in briefings.values() for name in briefing.sections}
        sections = {name: section for name, section in content.sections.items() if name in names}
        used = set(facts_in((*briefings.values(), *sections.values())))
        self.keys = keys
        self.files = {"briefings": briefings.keys(), "sections": names}
        self.facts = {(fact.origin.file, fact.origin.line): key in used for key, fact in content.facts.items()}

    def holds(self, problem: Problem) -> bool:
        if problem.briefing and problem.briefing not in self.keys:
            return False
        path = PurePosixPath(problem.origin.file)
        folder = next((name for name in FOLDERS if name in path.parts), "")
        if folder in self.files:
            return path.stem in self.files[folder]
        return folder != "facts" or self._is_used(problem)

    def _is_used(self, problem: Problem) -> bool:
        """Whether the fact that holds the place, the last to begin before it, is used; so is what no fact holds."""
        place = problem.origin
        begun = [line for file, line in self.facts if file == place.file and line <= place.line]
        return self.facts[place.file, max(begun)] if begun else True
