"""An edition on slides, each topic composed by the one table of subjects."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, groupby, islice

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.checks import problems
from rapport.arrange.outline import topics
from rapport.arrange.page import SlidePage, under_title
from rapport.arrange.slide import SlideFoot, TopicPage, foot_fits, slide, with_even_lines, with_note
from rapport.arrange.studio import SlideContext, TextMeasure
from rapport.arrange.subjects import compose, on_layout
from rapport.arrange.titles import told_titles
from rapport.arrange.topic import Agenda, OpeningTopic, ReadingTopic, Topic
from rapport.edition.acronyms import acronym_note, explained_in, met_in
from rapport.edition.edition import Edition
from rapport.edition.text import Text, places, plain, strings, words
from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from rapport.look.house import HouseCharter
from rapport.look.scaling import scaled
from rapport.problem import Problem
from rapport.remembered import ANEW, Remembered, Same
from rapport.slides.deck import Deck, DeckTemplate, Part, Slide

# An edition on slides.


class Arranged(Struct, frozen=True):
    """The deck's plan, and what does not fit on it or makes it hard to read; empty when all is well."""

    deck: Deck
    problems: tuple[Problem, ...]


def arrange(edition: Edition, charter: Charter, fonts: FontSet, memory: Remembered = ANEW) -> Arranged:
    """The plan of a deck from an edition of medium "deck"; slides of the very same sections are as in `memory`.

    Text takes the largest size of a short scale at which it fits in the charter's face and in its substitute; what is
    too much for one slide goes on to the next. What cannot fit at the smallest size stands at that size all the same,
    and is a problem located where its author wrote it.
    """
    work = _work(edition, charter, fonts, memory)
    planned, studio = _planned(edition, charter, work), work.studio
    if max(studio.measure.spread, studio.measure.title_spread) > 1:  # ends of lines of a face that nobody has measured
        return _sized(planned, studio)
    slides = tuple(
        work.memory(("even", Same(made), work.looks), partial(with_even_lines, made, studio))
        for made in planned.deck.slides
    )
    return _sized(replace(planned, deck=replace(planned.deck, slides=slides)), studio)


def _sized(planned: Arranged, studio: SlideContext) -> Arranged:
    """The plan in points of its template's slides."""
    return replace(planned, deck=scaled(planned.deck, studio.house.scale)) if studio.house else planned


def plan(edition: Edition, charter: Charter, fonts: FontSet, memory: Remembered = ANEW) -> Arranged:
    """Like `arrange`, without evening out lines: enough to report what is wrong, and faster."""
    work = _work(edition, charter, fonts, memory)
    return _sized(_planned(edition, charter, work), work.studio)


class _Work(Struct, frozen=True):
    """What a deck is arranged with: its studio, all that this was made from, what is remembered."""

    studio: SlideContext
    looks: tuple[Hashable, ...]
    memory: Remembered


def _work(edition: Edition, charter: Charter, fonts: FontSet, memory: Remembered) -> _Work:
    looks = (Same(charter, fonts), edition.furniture, edition.names)
    return _Work(_studio(edition, charter, fonts), looks, memory)


def _studio(edition: Edition, charter: Charter, fonts: FontSet) -> SlideContext:
    measure = TextMeasure(fonts, charter.deck.list.indent)
    look, house = charter.deck, None
    if isinstance(charter, HouseCharter):
        house = charter.house
        measure = replace(measure, spread=house.spread, title_spread=house.title_spread, upper=house.upper_titles)
    return SlideContext(look, charter.signs, measure, edition.furniture, edition.names, charter.statuses, house)


def _planned(edition: Edition, charter: Charter, work: _Work) -> Arranged:
    leaves = tuple(_leaves(edition, work))
    titles = tuple(told_titles(leaves, work.studio))
    foot = SlideFoot(edition.title, edition.notes, edition.draft_mark, _restriction(edition))
    told = notes_of(leaves, titles, dict(edition.acronyms), work.studio)
    made = [
        _slide(leaf, title, number, replace(foot, told=note), work)
        for number, (leaf, title, note) in enumerate(zip(leaves, titles, told, strict=True), start=_first(work.studio))
    ]
    slides, found = (tuple(part) for part in zip(*made, strict=True)) if made else ((), ())
    return Arranged(_deck(edition, charter, slides, tuple(_parts(leaves))), tuple(chain.from_iterable(found)))


def _slide(
    leaf: TopicPage, title: Text, number: int, foot: SlideFoot, work: _Work
) -> tuple[Slide, tuple[Problem, ...]]:
    """A slide, and what is wrong with it."""

    def make() -> tuple[Slide, tuple[Problem, ...]]:
        studio = on_layout(leaf.topic, work.studio)
        made = slide(leaf, title, number, foot, studio)
        return made, tuple(problems((made,), studio))

    def asked() -> tuple[Hashable, ...]:
        return "slide", Same(leaf, title), number, foot, places(foot), work.looks

    return work.memory.when(asked, make)


def _first(studio: SlideContext) -> int:
    """The number of our first slide, after those of the template."""
    return 1 + sum(each.place == "first" for each in studio.house.kept) if studio.house else 1


def _restriction(edition: Edition) -> Text:
    """Marking and embargo in one line; empty where the document is free to circulate."""
    marking, embargo = edition.cover.marking, edition.cover.embargo
    return (*marking, *words(" \u2013 "), *embargo) if marking and embargo else marking or embargo


def _leaves(edition: Edition, work: _Work) -> Iterator[TopicPage]:
    """Every page of every topic; the list of sections is made again once the slides are counted."""
    leaves = tuple(chain.from_iterable(_pages_of(topic, work) for topic in topics(edition, work.memory)))
    numbers = tuple((leaf.key, number) for number, leaf in enumerate(leaves, start=_first(work.studio)))
    for leaf in leaves:
        subject = leaf.topic.subject
        if not isinstance(subject, Agenda):
            yield leaf
        elif leaf.index == 0:
            yield from _pages_of(replace(leaf.topic, subject=replace(subject, numbers=numbers)), work)


def _pages_of(topic: Topic, work: _Work) -> tuple[TopicPage, ...]:
    def make() -> tuple[TopicPage, ...]:
        return tuple(TopicPage(topic, page, index) for index, page in enumerate(_composed(topic, work)))

    return work.memory(("pages", Same(topic), work.looks), make)


def _composed(topic: Topic, work: _Work) -> tuple[SlidePage, ...]:
    """What is seen of a topic: the same whatever its speaker says."""

    def asked() -> tuple[Hashable, ...]:
        subject = topic.subject
        shown = subject.blocks if isinstance(subject, ReadingTopic) else (subject,)
        said = (topic.kicker, topic.title, topic.source)
        return "composed", type(subject), topic.key, Same(*shown), Same(*topic.asides), said, places(said), work.looks

    def make() -> tuple[SlidePage, ...]:
        return compose(topic, under_title(topic.title, on_layout(topic, work.studio)))

    return work.memory.when(asked, make)


def _parts(leaves: Iterable[TopicPage]) -> Iterator[Part]:
    """Neighbouring slides of one part; together they are all slides."""
    for name, group in groupby(leaves, lambda leaf: leaf.topic.part):
        yield Part(name, tuple(leaf.key for leaf in group))


def _deck(edition: Edition, charter: Charter, slides: tuple[Slide, ...], parts: tuple[Part, ...]) -> Deck:
    grid = charter.deck.grid
    return Deck(
        title=plain(edition.title),
        subject=edition.subject,
        issuer=plain(edition.cover.issuer) or charter.organisation.name,
        language=edition.language,
        version=edition.version,
        date=edition.date,
        width=grid.width,
        height=grid.height,
        slides=slides,
        parts=parts,
        content_digest=edition.content_digest,
        stamp=edition.stamp,
        notes_heading=edition.furniture("sources"),
        keywords=edition.keywords,
        names=edition.names,
        restriction=_restriction(edition),
        template=_template(charter),
    )


def _template(charter: Charter) -> DeckTemplate | None:
    """What the plan says of the template it is made for."""
    if not isinstance(charter, HouseCharter):
        return None
    house = charter.house
    before, after = (sum(each.place == place for each in house.kept) for place in ("first", "last"))
    return DeckTemplate(house.name, house.digest, house.texts, before, after)


UNREAD = (OpeningTopic, Agenda)
"""Subjects whose slides are passed over in a breath: their acronyms come again."""


def notes_of(
    leaves: Sequence[TopicPage], titles: Sequence[Text], acronyms: Mapping[str, str], studio: SlideContext
) -> Iterator[Text]:
    """For each slide, what the acronyms stand for that it is the first to show; empty for most."""
    pending = dict(acronyms)
    for leaf, title in zip(leaves, titles, strict=True):
        if not pending or isinstance(leaf.topic.subject, UNREAD):
            yield ()
            continue
        seen = tuple(strings((title, leaf.page.elements)))
        found = met_in(seen, pending)
        for key in explained_in("\n".join(seen), found):
            del pending[key], found[key]
        told = _fitting(found, leaf, on_layout(leaf.topic, studio))
        for key in told:
            del pending[key]
        yield acronym_note(told, studio.furniture)


def _fitting(found: Mapping[str, str], leaf: TopicPage, studio: SlideContext) -> dict[str, str]:
    """As many of the acronyms as the foot has room for beside the whole source line; the others wait for a next one."""
    for count in range(len(found), 0, -1):
        told = dict(islice(found.items(), count))
        if foot_fits(with_note(acronym_note(told, studio.furniture), leaf.topic.source), studio):
            return told
    return {}
