"""A composed briefing -> what its documents show, for the manifest and for comparisons."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from rapport.artefact import Artefact
from rapport.edition.edition import Edition
from rapport.edition.imprint import TRACKER, Imprint, Passage
from rapport.edition.text import plain
from rapport.edition.walk import evidence, texts
from rapport.project.composition import Composition
from rapport.resolve.reports.report import wording
from rapport.resolve.shown import facts_shown
from rapport.slides.deck import Deck, Slide
from rapport.slides.elements import TextBox

COVER, NOTES = "cover", "notes"


def imprint_of(made: Composition, brief: Artefact) -> Imprint:
    """What the pack of a briefing says of its content; `brief` is the drawn one, which knows its pages."""
    facts = facts_shown(made.content, (made.brief, made.deck), dict(brief.places), _slides(made.plan))
    passages = (*_sections(made.brief), *_slide_passages(made.plan))
    edition = made.brief
    digest = made.content.digest
    program = version("rapport")
    return Imprint(
        edition.briefing, edition.version, edition.date, digest, program, tuple(facts), passages, edition.audience
    )


def _slides(plan: Deck) -> dict[str, tuple[int, ...]]:
    """Fact -> the slides that show it."""
    found: dict[str, list[int]] = {}
    for slide in plan.slides:
        for key in dict.fromkeys(proof.fact for proof in evidence((slide.title, slide.elements))):
            found.setdefault(key, []).append(slide.number)
    return {key: tuple(numbers) for key, numbers in found.items()}


def _sections(brief: Edition) -> Iterator[Passage]:
    name = wording(brief).string("cover")
    yield Passage("brief", COVER, name, 0, tuple(texts(brief.cover)))
    for section in brief.sections:
        said = texts((section.title, section.lead, section.blocks, section.source))
        yield Passage("brief", section.key, plain(section.name), 0, tuple(said))
    if brief.notes:
        yield Passage("brief", NOTES, brief.furniture("notes"), 0, tuple(texts(brief.notes)))


def _slide_passages(plan: Deck) -> Iterator[Passage]:
    """The slides with their texts; what stands on all of them is furniture, such as the mark of a draft."""
    said = [tuple(_said(slide)) for slide in plan.slides]
    everywhere = frozenset.intersection(*map(frozenset, said)) if len(said) > 1 else frozenset()
    for slide, all_texts in zip(plan.slides, said, strict=True):
        own = tuple(text for text in all_texts if text not in everywhere)
        yield Passage("deck", slide.key, " ".join(texts(slide.title)), slide.number, own)


def _said(slide: Slide) -> Iterator[str]:
    """The texts of a slide in reading order; what changes whenever slides move is left out."""
    yield from texts(slide.title)
    for element in slide.elements:
        is_kicker = isinstance(element, TextBox) and element.place == "kicker"
        yield from (TRACKER.sub("", text, count=1) if is_kicker else text for text in texts(element))
    yield from texts((slide.speech, slide.sources))
