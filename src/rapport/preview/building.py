"""The content as last saved -> documents and their faults, each as soon as it is known."""

from __future__ import annotations

import gc
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapport.audience import AUDIENCES, Audience
from rapport.edition.text import plain
from rapport.lines.paragraph import SetParagraphs
from rapport.model.content import Content
from rapport.origin import Origin
from rapport.preview.pictures import Pictures
from rapport.preview.places import Index, index
from rapport.preview.state import DOCUMENTS, DocumentName, Fault, Shown, State
from rapport.problem import ContentError, Problem
from rapport.project.composition import Composition, compose_again, problems_of
from rapport.project.drafting import UNDRAWABLE, faults_on_pages, faults_on_slides, is_broken, mended
from rapport.project.editions import edition_for
from rapport.project.project import House, UsageError
from rapport.read.content import Reading
from rapport.remembered import Remembered
from rapport.render.pdf.brief import BriefSettings, draw_brief
from rapport.render.pdf.display.draw import DrawnPassage, Passages
from rapport.render.pdf.pages import Redrawing, Stamping
from rapport.render.pdf.sketch import BriefSketch
from rapport.render.pdf.slides.document import draw_slides
from rapport.review.open_points import open_points


class LiveProject(Struct, frozen=True):
    """Where the content lies, how it is read, and what its documents look like."""

    root: Path
    """The folder that places of the content are relative to."""
    read: Callable[[Remembered], Reading]
    house: Callable[[], House]


class Drawn(Struct, frozen=True):
    """What the newest pages show: the content they were made from, what stands where, which line is on which page."""

    content: Content
    passages: dict[DocumentName, tuple[DrawnPassage, ...]]
    index: Index


class Told(Struct, frozen=True):
    """A composition and all that is wrong with it: each document shows it only when it is drawn."""

    made: Composition
    problems: tuple[Problem, ...]


THOROUGH = 20
"""Builds after which all is looked through for garbage: 55 ms with all that is remembered of a summit, 20 without."""


class Building:
    """The newest build of one briefing. `state` and `drawn` are replaced whole: other threads may read them.

    Looks are kept until their folder changes, set paragraphs for as long as the documents ask for them.
    """

    def __init__(self, project: LiveProject, briefing: str) -> None:
        self.project = project
        self.pictures = Pictures()
        self.state = State(start=secrets.token_hex(4), briefing=briefing)
        self.drawn: Drawn | None = None
        self.in_sight: DocumentName = "brief"
        self.pages_in_sight: frozenset[int] = frozenset()
        """Of the brief, from 1: they are shown before the rest of it is drawn."""
        self._house: House | None = None
        self._built = 0
        self._paragraphs = {document: SetParagraphs() for document in DOCUMENTS}
        self._sketch: BriefSketch | None = None
        self._memory = Remembered()

    def build(self, *, looks_changed: bool = False) -> Iterator[State]:
        """A state as soon as faults are known, then one for the pages in sight and for each document, that first too.

        Without a composition the last pages stay, and the state is not fresh.
        """
        began = time.perf_counter()
        if looks_changed:
            self._house = self._sketch = None
        gc.disable()  # a full collection would fall into a build: it is made after it
        try:
            for state in self._states():
                yield self._next(state, began)
        finally:
            gc.enable()
            self._tidy()

    def _tidy(self) -> None:
        """What lives on is not looked through after each build, but for what has become garbage in it now and then."""
        if self._built % THOROUGH == 0:
            gc.unfreeze()
        self._built += 1
        gc.collect()
        gc.freeze()

    def choose(self, briefing: str, audience: str) -> None:
        """Another briefing, or what another audience sees of it, is shown from now on; unknown names change nothing."""
        name = briefing if briefing in self.state.briefings else self.state.briefing
        view = next((each for each in AUDIENCES if each == audience), self.state.audience)
        if (name, view) != (self.state.briefing, self.state.audience):
            self.pictures.forget()
            self.drawn = None
            self.state = replace(self.state, briefing=name, audience=view, documents={}, title="")

    def fail(self, problem: Problem) -> State:
        """A state that tells of a problem that is not the content's."""
        self.state = replace(self.state, version=self.state.version + 1, fresh=False, faults=self._faults((problem,)))
        return self.state

    def _next(self, state: State, began: float) -> State:
        passed = round((time.perf_counter() - began) * 1e3)
        self.state = replace(state, version=self.state.version + 1, milliseconds=passed)
        return self.state

    def _states(self) -> Iterator[State]:
        try:
            house = self._house = self._house or self.project.house()
        except ContentError as error:
            yield replace(self.state, fresh=False, faults=self._faults(error.problems))
            return
        memory = self._memory
        memory.age()
        reading = self.project.read(memory)
        briefings = tuple(sorted(reading.content.briefings))
        kept = self.state.briefing in briefings or (self.state.briefing and reading.faulty)
        briefing = self.state.briefing if kept else "".join(briefings[:1])
        self.state = replace(self.state, briefings=briefings, briefing=briefing)
        try:
            made = _composed(reading, briefing, house, self.state.audience, memory)
            problems = _problems(reading, made, house, memory)
        except UsageError as error:  # nothing of the briefing is meant for this audience
            made, problems = None, (Problem("audience-empty", str(error), reading.content.briefings[briefing].origin),)
        yield replace(self.state, fresh=made is not None, faults=self._faults(problems))
        if made is not None:
            yield from self._documents(Told(made, problems), house)
            yield replace(self.state, faults=self._faults(problems))

    def _documents(self, told: Told, house: House) -> Iterator[State]:
        """A state for each document; where lines stand is told with the last, for nobody clicks that fast."""
        witnesses = {document: Passages() for document in DOCUMENTS}
        for document in sorted(DOCUMENTS, key=lambda each: each != self.in_sight):
            paragraphs = self._paragraphs[document]
            paragraphs.age()
            redrawing = Redrawing(paragraphs, witnesses[document])
            for shown in SHOWING[document](self, told, house, redrawing):
                documents = {**self.state.documents, document: shown}
                yield replace(self.state, documents=documents, title=plain(told.made.brief.title))
        passages = {document: witnesses[document].found() for document in DOCUMENTS}
        self.drawn = Drawn(told.made.content, passages, index(passages))

    def show_brief(self, told: Told, house: House, redrawing: Redrawing) -> Iterator[Shown]:
        """The brief, the pages in sight before the others where it was shown before."""
        made = faults_on_pages(told.made, told.problems, house)
        sketch = self._sketch = self._sketch or BriefSketch(house.charter, house.fonts)
        alone: dict[int, str] = {}
        last = self.state.documents.get("brief")
        if last is not None and self.pages_in_sight:
            numbers, data = sketch.draw(made.brief, self.pages_in_sight, Redrawing(redrawing.paragraphs))
            first = self.pictures.publish_alone("brief", numbers, data, last) if numbers else last
            alone = {number: first.pages[number - 1].key for number in numbers if number <= len(first.pages)}
            if first != last:
                yield first
        settings = BriefSettings(redrawing=replace(redrawing, weighed=sketch.weighed))
        artefact = draw_brief(made.brief, house.charter, house.fonts, settings)
        yield self.pictures.publish("brief", artefact.data, alone)

    def show_slides(self, told: Told, house: House, redrawing: Redrawing) -> Iterator[Shown]:
        """The slides as the PDF of them that is handed out."""
        made = faults_on_slides(told.made, told.problems, house, self._memory)
        artefact = draw_slides(made.plan, house.charter, house.fonts, Stamping(redrawing=redrawing))
        yield self.pictures.publish("slides", artefact.data)

    def _faults(self, problems: Sequence[Problem]) -> tuple[Fault, ...]:
        return tuple(map(self._fault, problems))

    def _fault(self, problem: Problem) -> Fault:
        drawn, origin = self.drawn, problem.origin
        spots = drawn.index.spots(origin, drawn.content) if drawn else ()
        words = (problem.code, problem.message, problem.hint, problem.severity)
        return Fault(*words, origin.file, origin.line, origin.column, spots)


def _composed(
    reading: Reading, briefing: str, house: House, audience: Audience, memory: Remembered
) -> Composition | None:
    """What an audience sees of the briefing, gaps where its faults are; None where the last pages say more.

    That is while a file cannot be read as YAML: all that it holds would be gone from the pages. Raises UsageError
    where an audience sees nothing.
    """
    if is_broken(reading) or briefing not in reading.content.briefings:
        return None
    content = edition_for(mended(reading), (briefing,), audience)
    try:
        return compose_again(content, briefing, house, memory)
    except UNDRAWABLE:
        if not reading.faulty:
            raise
        return None


def _problems(reading: Reading, made: Composition | None, house: House, memory: Remembered) -> tuple[Problem, ...]:
    """All that `rapport check` says, in the same order."""
    found: Iterator[Problem] = iter(())
    if made is not None:
        found = chain(problems_of(made, house, memory=memory), open_points(made.content, made.key, (), "warning"))
    problems = {*reading.problems, *found}
    return tuple(sorted(problems, key=_rank))


def _rank(problem: Problem) -> tuple[bool, Origin, str, str]:
    """Faults before warnings, each in the order of files and lines."""
    return problem.severity != "error", problem.origin, problem.code, problem.message


SHOWING: dict[DocumentName, Callable[[Building, Told, House, Redrawing], Iterator[Shown]]] = {
    "brief": Building.show_brief,
    "slides": Building.show_slides,
}
"""How each document is drawn and published."""
