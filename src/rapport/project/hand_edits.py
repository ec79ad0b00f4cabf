"""A deck that somebody may have edited -> its changes, and for each where its words were typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.blocks.figures import Chart, Point
from rapport.edition.text import Text
from rapport.edition.walk import passages
from rapport.edits.alignment import Alignment, Splice
from rapport.edits.change import Change
from rapport.edits.deck import Deck
from rapport.edits.homes import home_of, said, shown
from rapport.edits.listing import changes
from rapport.edits.normal import normal
from rapport.edits.package import RefusedError, opened
from rapport.edits.pairing import paired_slides
from rapport.edits.reading import read
from rapport.edits.rewording import KeptError, rewordings
from rapport.edits.yaml_text import scalar_at
from rapport.language.system_errors import refusal
from rapport.model.content import Content
from rapport.origin import NOWHERE, Origin
from rapport.problem import Problem
from rapport.project.built import kept
from rapport.project.composition import Composition, compose, problems_of
from rapport.project.drafting import with_faults
from rapport.project.house import House
from rapport.project.project import UsageError
from rapport.project.typed import Typed
from rapport.render.deck.writer import write_deck
from rapport.slides.deck import Slide
from rapport.slides.elements import ChartFrame, Element, Group
from rapport.verify.archive import open_archive
from rapport.verify.finding import UnreadableError

Fate = Literal["text", "figure", "done", "kept"]
"""Words that can be put back, a figure that its author decides on, what the content says already, what stays away."""

LARGEST = 256 << 20
"""Bytes of a file; a deck of pictures is smaller."""


class Figure(Struct, frozen=True):
    """A fact whose figure was changed: its key, its place, what the content says and what the deck now says."""

    fact: str
    origin: Origin
    before: str
    after: str


class Edit(Struct, frozen=True):
    """A change and what becomes of it.

    `origin` is the content line that it comes from; `reason` says in French why it stays where it is. `splices` change
    files of the content, by name. `shared` names the other briefings that show the same text, `shown` how many times
    this deck and its brief do.
    """

    change: Change
    origin: Origin
    fate: Fate
    reason: str = ""
    figures: tuple[Figure, ...] = ()
    splices: tuple[tuple[str, Splice], ...] = ()
    shared: tuple[str, ...] = ()
    shown: int = 0


class Edited(Struct, frozen=True):
    """A deck read back beside the one that it was when it was made.

    `stale` where that one is no longer known: what changed in the content since is then told too, the wrong way round.
    """

    made: Composition
    edits: tuple[Edit, ...]
    stale: bool = False


def deck_in(path: Path) -> Deck:
    """The deck in a file. Raises UsageError for one that is missing, damaged or made to harm."""
    return deck_of(contents_of(path), path.name)


def contents_of(path: Path) -> bytes:
    """The bytes of a file from elsewhere. Raises UsageError for one that is missing or vast."""
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"«\u00a0{path.name}\u00a0» est démesuré (limite\u00a0: {LARGEST >> 20}\u00a0Mio)")
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{path}\u00a0» ({refusal(error)})") from error


def deck_of(data: bytes, name: str) -> Deck:
    """The deck in the bytes of a file called `name`. Raises UsageError."""
    try:
        return read(opened(open_archive(data).members))
    except (UnreadableError, RefusedError) as error:
        raise UsageError(f"«\u00a0{name}\u00a0» n’est pas lu\u00a0: {error}") from error


class Comparing:
    """Decks of one project, compared with what its content makes; each briefing is composed once.

    `problems` are the faults of the content, which a draft shows.
    """

    def __init__(self, content: Content, house: House, output: Path, problems: Sequence[Problem] = ()) -> None:
        self.content, self.house, self.output, self.problems = content, house, output, problems
        self._made = cache(self._compose)

    def edited(self, path: Path, key: str = "") -> Edited:
        """What was edited in a file; `key` is its briefing, found by its name and words where it is empty."""
        deck = deck_in(path)
        return self.compared(deck, key or self._briefing(path, deck))

    def compared(self, deck: Deck, key: str) -> Edited:
        """What was edited in a deck of a briefing, since it was made: from this content, or from other that is kept."""
        release = _release(deck, self._made(key, "draft")[0])
        made, current = self._made(key, release)
        return edited_since(made, current, deck, self.output / key)

    def _compose(self, key: str, release: Literal["draft", "final"]) -> tuple[Composition, Deck]:
        made = compose(self.content, key, self.house, release)
        if release == "draft":
            made = with_faults(made, (*self.problems, *problems_of(made, self.house)), self.house)
        return made, deck_of(write_deck(made.plan, self.house.charter).data, key)

    def _briefing(self, path: Path, deck: Deck) -> str:
        """The briefing that a file or its folder is called after; else the one with most of its slides."""
        keys = sorted(self.content.briefings, key=len, reverse=True)
        named = [key for key in keys if path.name.startswith(f"{key}-") or path.resolve().parent.name == key]
        if named:
            return named[0]
        pairs = {key: len(paired_slides(self._made(key, "draft")[1], deck)) for key in keys}
        best = max(pairs, key=lambda key: pairs[key], default="")
        if not best or pairs[best] * 2 < len(deck.slides):
            raise UsageError(f"«\u00a0{path.name}\u00a0» ne ressemble à aucun dossier du contenu")
        return best


def edited_since(made: Composition, current: Deck, deck: Deck, folder: Path) -> Edited:
    """What was edited in a deck since it was made.

    `current` is the deck that the content now makes, `folder` where those that were made are kept: these come first,
    for another version of the program draws the same content otherwise.
    """
    data = kept(folder, deck.digest, draft=_release(deck, made) == "draft") if deck.digest else None
    if data is None:
        return replace(edited_from(made, current, deck), stale=deck.digest not in ("", made.content.digest))
    base = deck_of(data, folder.name)
    numbers = {one + 1: other + 1 for one, other in paired_slides(base, current).items()}
    return edited_from(made, base, deck, numbers)


def edited_from(made: Composition, base: Deck, deck: Deck, numbers: Mapping[int, int] | None = None) -> Edited:
    """What was edited in a deck that was `base` when it was made.

    `numbers` says which slide of the composition each slide of `base` now is; None where they are the same.
    """
    finder = Finder(made, Typed(made.content, made.key), numbers)
    return Edited(made, tuple(finder.edit(change) for change in changes(base, deck)))


def _release(deck: Deck, draft: Composition) -> Literal["draft", "final"]:
    """Whether a deck is marked as a draft on its slides."""
    mark = normal(draft.deck.furniture("draft"))
    marked = sum(any(shape.words.startswith(f"{mark} – ") for shape in slide.shapes) for slide in deck.slides)
    return "draft" if 2 * marked > len(deck.slides) else "final"


class Finder:
    """Finds where the words of a composition were typed."""

    def __init__(self, made: Composition, typed: Typed, numbers: Mapping[int, int] | None) -> None:
        self.made, self.typed, self.numbers = made, typed, numbers
        self._aligned = cache(self._alignment)

    def edit(self, change: Change) -> Edit:
        number = change.slide if self.numbers is None else self.numbers.get(change.slide, 0)
        if number == 0:
            return Edit(change, NOWHERE, "kept", "la diapositive n’est pas dans le contenu")
        slide = self.made.plan.slides[number - 1]
        if change.kind == "chart":
            return self._of_chart(change, slide)
        if change.kind not in ("text", "notes") or not change.before:
            return Edit(change, slide.origin, "kept", REASONS.get(change.kind, ADDED))
        text = home_of(change, slide)
        if all(span.origin == NOWHERE for span in text):
            text = self.typed.text(change.before) or text
        if not text and self.numbers is not None:
            return self._overtaken(change, slide)
        return self.of_text(change, text, next((span.origin for span in text if span.origin != NOWHERE), slide.origin))

    def _overtaken(self, change: Change, slide: Slide) -> Edit:
        """A change of words that the content has given up since: for these, or for others."""
        says = {normal(said(text)) for each in self.made.plan.slides for text in shown(_texts(each))}
        if change.after in says:
            return Edit(change, slide.origin, "done", "déjà dans le contenu")
        return Edit(change, slide.origin, "kept", "le contenu ne dit plus ce qui a été changé")

    def of_text(self, change: Change, text: Text, origin: Origin) -> Edit:
        """A change of words that are known to come from a text, or from the fact it prints."""
        try:
            return self._reworded(change, text, origin)
        except KeptError as error:
            facts = self.made.content.facts
            figures = tuple(Figure(each.fact, facts[each.fact].origin, each.before, each.after) for each in error.facts)
            return Edit(change, origin, "figure" if figures else "kept", error.reason, figures)

    def _reworded(self, change: Change, text: Text, origin: Origin) -> Edit:
        if not change.after:
            raise KeptError("paragraphe supprimé\u00a0: à retirer du contenu")
        found = rewordings(text, change.after)
        splices = tuple((item.origin.file, self._aligned(item.origin, text).splice(item.chunk)) for item in found)
        places = {item.origin for item in found}
        where = min(places, default=origin)
        return Edit(change, where, "text", "", (), splices, self.typed.sharing(where.file), self._shown(places))

    def _alignment(self, origin: Origin, text: Text) -> Alignment:
        scalar = scalar_at(self.made.content.texts[origin.file], origin)
        if scalar is None:
            raise KeptError("le texte ne se retrouve pas dans le fichier")
        return Alignment(scalar.raw, scalar.start, text, origin)

    def _shown(self, places: set[Origin]) -> int:
        """How many texts of both media show words typed at some places."""
        plan, brief = self.made.plan, self.made.brief
        slides = ((slide.title, slide.elements, slide.speech) for slide in plan.slides)
        parts = chain((brief.cover, brief.contents), brief.sections, slides)
        return sum(any(span.origin in places for span in text) for part in parts for text in passages(part))

    def _of_chart(self, change: Change, slide: Slide) -> Edit:
        """A value of a chart is a fact's; its other words are composed from facts."""
        for chart in _charts(slide.elements):
            for label, point in _points(chart):
                if normal(label) == change.place and point.evidence is not None:
                    fact = point.evidence.fact
                    figure = Figure(fact, self.made.content.facts[fact].origin, point.label, change.after)
                    return Edit(change, figure.origin, "figure", figures=(figure,))
        return Edit(change, slide.origin, "kept", "ce que montre un graphique vient des faits")


def _texts(slide: Slide) -> tuple[object, ...]:
    return slide.title, slide.elements, slide.footer, slide.speech, slide.sources


def _charts(elements: tuple[Element, ...]) -> Iterator[Chart]:
    for element in elements:
        if isinstance(element, Group):
            yield from _charts(element.elements)
        elif isinstance(element, ChartFrame):
            yield element.chart


def _points(chart: Chart) -> Iterator[tuple[str, Point]]:
    for series in chart.series:
        for category, point in zip(chart.categories, series.points, strict=False):
            yield ", ".join(filter(None, (series.name, category))), point


ADDED = "ce qui est ajouté reste dans la présentation"
REASONS: Mapping[str, str] = {
    "paragraphs": "les paragraphes se séparent dans le contenu",
    "emphasis": "mise en valeur\u00a0: à marquer d’astérisques dans le contenu",
    "alternative": "le texte de remplacement est composé depuis le contenu",
    "table": "les lignes et colonnes d’un tableau s’écrivent dans le contenu",
    "picture": "une image se remplace dans le répertoire des images",
    "moved": "la place des formes vient de la charte",
    "resized": "la place des formes vient de la charte",
    "shape-added": "une forme ajoutée reste dans la présentation",
    "shape-deleted": "à retirer du contenu si elle ne doit pas revenir",
    "slide-deleted": "à retirer du contenu si elle ne doit pas revenir",
    "slide-moved": "l’ordre des diapositives est celui des sections du dossier",
    "slide-hidden": "reste dans la présentation",
    "slide-shown": "reste dans la présentation",
    "layout": "la disposition est choisie d’après le contenu",
}
"""Why a change does not come home, by kind."""
