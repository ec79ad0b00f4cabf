"""A change of a deck or a document -> where its words were typed, and what becomes of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Literal

from msgspec import Struct

from rapport.edition.blocks.figures import Chart, Point
from rapport.edition.text import Text, bare_strings, evidence, passages
from rapport.edits.alignment import Alignment, Splice
from rapport.edits.change import Change
from rapport.edits.deck import EditedDeck, EditedSlide
from rapport.edits.homes import ROW, called, homes_of, said, shown
from rapport.edits.normal import folded, normal
from rapport.edits.rewording import KeptError, rewordings
from rapport.edits.yaml_text import scalar_at
from rapport.language.languages import status_word
from rapport.model.fact import STATUSES
from rapport.origin import NOWHERE, Origin
from rapport.project.composition import Composition
from rapport.project.typed import Typed
from rapport.slides.deck import Slide
from rapport.slides.elements import ChartFrame, Element, ElementGroup, TableFrame


def facts_near(change: Change, slide: Slide, made: Composition) -> tuple[str, ...]:
    """The facts whose status a changed text says; none where it says no status.

    They stand in the same row of a table, else in the same group of shapes, else on the slide.
    """
    briefing, facts = made.content.briefings[made.key], made.content.facts
    own = {str(key): text.text for key, text in briefing.status_words.items()}
    around = next((tuple(each) for each in _around(change, slide)), ())
    shown = dict.fromkeys(proof.fact for proof in evidence(around) if proof.fact in facts)
    return tuple(key for key in shown if _word(facts[key].status, own, made.locale) == change.before)


def says_status(change: Change, made: Composition) -> bool:
    """Whether a changed text was the word for a status."""
    own = {str(key): text.text for key, text in made.content.briefings[made.key].status_words.items()}
    return change.before in {_word(status, own, made.locale) for status in STATUSES}


def _word(status: str, own: dict[str, str], locale: str) -> str:
    return normal(own.get(status) or status_word(status, locale))


def _around(change: Change, slide: Slide) -> Iterator[tuple[object, ...]]:
    """What a text stands in, the nearest first."""
    row = ROW.match(change.place)
    named = list(called(change.shape, slide))
    for element in slide.elements:
        if isinstance(element, TableFrame) and row and element in named:
            yield element.rows[int(row[1]) - 1 : int(row[1])]
        elif isinstance(element, ElementGroup) and any(each in named for each in element.elements):
            yield element.elements
    yield slide.elements


# A change of a deck or a document -> where its words were typed, and what becomes of it.

Fate = Literal["text", "figure", "done", "kept"]
"""Words that can be put back, a figure that its author decides on, what the content says already, what stays away."""


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


def files_of(made: Composition) -> Mapping[str, str]:
    """The files of the content as they were read, whatever of it an audience sees."""
    return (made.content.whole or made.content).texts


class Finder:
    """Finds where the words of a composition were typed.

    `base` is the deck as it was made, None where what was edited is no deck; `numbers` as in `edited_from`.
    """

    def __init__(
        self, made: Composition, typed: Typed, base: EditedDeck | None = None, numbers: Mapping[int, int] | None = None
    ) -> None:
        self.made, self.typed, self.base, self.numbers = made, typed, base, numbers
        self._aligned = cache(self._alignment)
        self._parted = cache(lambda line: typed.parts(line, ""))

    def edit(self, change: Change) -> Edit:
        number = change.slide if self.numbers is None else self.numbers.get(change.slide, 0)
        if number == 0:
            return Edit(change, NOWHERE, "kept", "la diapositive n’est pas dans le contenu")
        slide = self.made.plan.slides[number - 1]
        if change.kind in ("chart", "alternative"):
            return self._of_bare(change, slide)
        if change.kind not in ("text", "notes") or not change.before:
            return self._kept(change, slide)
        if self._is_done(change, slide):
            return Edit(change, self._place(slide), "done", DONE)
        return self._of_words(change, slide)

    def _of_words(self, change: Change, slide: Slide) -> Edit:
        """A change of words that the content said when the deck was made."""
        homes = homes_of(change, slide)
        if not homes and self.numbers is not None:  # the content has changed: the words may have gone to another slide
            if self._is_overtaken(change):
                return Edit(change, self._place(slide), "done", DONE)
            homes = self._elsewhere(change, slide)
            if not homes:
                return Edit(change, self._place(slide), "kept", GONE)
        if len(homes) > 1:
            return Edit(change, self._place(slide), "kept", TYPED_TWICE)
        text = homes[0] if homes else ()
        if all(span.origin == NOWHERE and span.evidence is None for span in text):
            if facts := facts_near(change, slide, self.made):
                return self._of_facts(change, facts)
            if says_status(change, self.made):
                return Edit(change, self._place(slide), "kept", "un statut se change dans le contenu")
            text = self.typed.text(change.before) or self.typed.parts(change.before, self._place(slide).file) or text
        places = (span.origin for span in text if span.origin != NOWHERE)
        return self.of_text(change, text, next(places, self._place(slide)))

    def _place(self, slide: Slide) -> Origin:
        """Where a slide comes from: a block, else its briefing, as a cover does."""
        return slide.origin if slide.origin != NOWHERE else self.made.content.briefings[self.made.key].origin

    def _is_done(self, change: Change, slide: Slide) -> bool:
        """Whether the content says the new words once more than it did: they have been put back already."""
        if self.base is None:
            return False
        return self._is_said_more(change.after, (self.base.slides[change.slide - 1],), (slide,))

    def _is_overtaken(self, change: Change) -> bool:
        """The same for the whole deck, for words that the content no longer has at their former place."""
        return self.base is not None and self._is_said_more(change.after, self.base.slides, self.made.plan.slides)

    def _is_said_more(self, words: str, old: Sequence[EditedSlide], new: Sequence[Slide]) -> bool:
        was = Counter(folded(each) for slide in old for shape in slide.shapes for each in shape.words.split("\n"))
        was.update(folded(each.text) for slide in old for each in slide.notes)
        now = Counter(folded(normal(said(text))) for slide in new for text in shown(_texts(slide)))
        return bool(words) and now[folded(words)] > was[folded(words)]

    def _elsewhere(self, change: Change, slide: Slide) -> tuple[Text, ...]:
        """The texts that say what was changed on other slides: those that continue its slide, else any."""
        slides = self.made.plan.slides
        alike = [each for each in slides if each.origin == slide.origin]
        found = [[text for each in some for text in homes_of(change, each)] for some in (alike, slides)]
        return tuple({tuple((span.text, span.origin) for span in text): text for text in found[0] or found[1]}.values())

    def of_text(self, change: Change, text: Text, origin: Origin) -> Edit:
        """A change of words that are known to come from a text, or from the fact it prints."""
        facts = self.made.content.facts
        if stated := [key for key, fact in facts.items() if fact.origin == origin]:
            return self._of_facts(change, stated)
        try:
            return self._reworded(change, text, origin)
        except KeptError as error:
            figures = tuple(Figure(each.fact, facts[each.fact].origin, each.before, each.after) for each in error.facts)
            return Edit(change, origin, "figure" if figures else "kept", error.reason, figures)

    def _of_facts(self, change: Change, keys: Sequence[str]) -> Edit:
        """A change of what facts say of themselves: a status, a period."""
        facts = self.made.content.facts
        figures = tuple(Figure(key, facts[key].origin, change.before, change.after) for key in keys)
        return Edit(change, figures[0].origin, "figure", figures=figures)

    def _reworded(self, change: Change, text: Text, origin: Origin) -> Edit:
        if not change.after:
            raise KeptError("paragraphe supprimé\u00a0: à retirer du contenu")
        found = rewordings(text, change.after)
        splices = tuple((item.origin.file, self._aligned(item.origin, text).splice(item.chunk)) for item in found)
        places = {item.origin for item in found}
        where = min(places, default=origin)
        return Edit(change, where, "text", "", (), splices, self.typed.sharing(where.file), self._shown(places))

    def _alignment(self, origin: Origin, text: Text) -> Alignment:
        scalar = scalar_at(files_of(self.made)[origin.file], origin)
        if scalar is None:
            raise KeptError("composé d’après cette ligne du contenu\u00a0: à y changer à la main")
        return Alignment(scalar.raw, scalar.start, text, origin)

    def _shown(self, places: set[Origin]) -> int:
        """How many texts of both media show words typed at some places."""
        plan, brief = self.made.plan, self.made.brief
        slides = ((slide.title, slide.elements, slide.speech) for slide in plan.slides)
        parts = chain((brief.cover, brief.contents), brief.sections, slides)
        return sum(self._is_of(text, places) for part in parts for text in passages(part))

    def _is_of(self, text: Text, places: set[Origin]) -> bool:
        """Whether a text shows words typed at some places, whole or in a line that was composed of them."""
        if all(span.origin == NOWHERE for span in text):
            text = self._parted(normal(said(text)))
        return any(span.origin in places for span in text)

    def _of_bare(self, change: Change, slide: Slide) -> Edit:
        """A change of an alternative text, or in a chart: words that were typed, or a value."""
        says = set(map(normal, bare_strings(slide.elements)))
        if change.after in says and change.before not in says:
            return Edit(change, self._place(slide), "done", DONE)
        text = self.typed.text(change.before) if change.kind == "alternative" or change.place in NAMES else ()
        if not text:
            return self._of_chart(change, slide) if change.kind == "chart" else self._kept(change, slide)
        return self.of_text(change, text, text[0].origin)

    def _kept(self, change: Change, slide: Slide) -> Edit:
        return Edit(change, self._place(slide), "kept", REASONS.get(change.kind, ADDED))

    def _of_chart(self, change: Change, slide: Slide) -> Edit:
        """A value of a chart is a fact's; its other words are composed from facts."""
        for chart in _charts(slide.elements):
            for label, point in _points(chart):
                if normal(label) == change.place and point.evidence is not None:
                    fact = point.evidence.fact
                    figure = Figure(fact, self.made.content.facts[fact].origin, point.label, change.after)
                    return Edit(change, figure.origin, "figure", figures=(figure,))
        return self._kept(change, slide)


def _texts(slide: Slide) -> tuple[object, ...]:
    return slide.title, slide.elements, slide.footer, slide.speech, slide.sources


def _charts(elements: tuple[Element, ...]) -> Iterator[Chart]:
    for element in elements:
        if isinstance(element, ElementGroup):
            yield from _charts(element.elements)
        elif isinstance(element, ChartFrame):
            yield element.chart


def _points(chart: Chart) -> Iterator[tuple[str, Point]]:
    for series in chart.series:
        for category, point in zip(chart.categories, series.points, strict=False):
            yield ", ".join(filter(None, (series.name, category))), point


NAMES = ("catégorie", "série")
"""Where in a chart words may be an author's."""
TYPED_TWICE = "ces mots s’écrivent à plusieurs endroits du contenu\u00a0: à y changer"
DONE = "déjà dans le contenu"
GONE = "le contenu ne dit plus ce qui a été changé"
ADDED = "ce qui est ajouté reste dans la présentation"
REASONS: Mapping[str, str] = {
    "paragraphs": "les paragraphes se séparent dans le contenu",
    "emphasis": "mise en valeur\u00a0: à marquer d’astérisques dans le contenu",
    "chart": "ce que montre un graphique vient des faits",
    "alternative": "le texte de remplacement est composé depuis le contenu",
    "table": "les lignes et colonnes d’un tableau s’écrivent dans le contenu",
    "picture": "une image se remplace dans le répertoire des images",
    "moved": "la place des formes vient de la charte",
    "resized": "la place des formes vient de la charte",
    "shape-added": "une forme ajoutée reste dans la présentation",
    "shape-deleted": "à retirer du contenu si elle ne doit pas revenir",
    "cropped": "une image se rogne dans le répertoire des images",
    "turned": "la place des formes vient de la charte",
    "link": "un lien s’écrit dans le contenu\u00a0: [mots](adresse)",
    "section": "les parties de la présentation portent le nom des sections",
    "slide-deleted": "à retirer du contenu si elle ne doit pas revenir",
    "slide-moved": "l’ordre des diapositives est celui des sections du dossier",
    "slide-hidden": "reste dans la présentation",
    "slide-shown": "reste dans la présentation",
    "layout": "la disposition est choisie d’après le contenu",
}
"""Why a change does not come home, by kind."""
