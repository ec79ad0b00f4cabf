"""`rapport explain FACT`: what a fact says, whence it comes, and every page and slide that shows it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from rapport.commands.diagnostics import project_of
from rapport.model.content import Content
from rapport.project.composition import Composition, compose_to_read
from rapport.project.project import UsageError, house_of, reading_of, sound
from rapport.project.provenance import described
from rapport.read.meant import did_you_mean
from rapport.slides.deck import Deck
from rapport.slides.elements import ChartFrame
from rapport.verify.parity.figures import Occurrence
from rapport.verify.verify import verify_brief, verify_deck


def run(arguments: argparse.Namespace) -> int:
    """Explains one fact; the places come from the documents themselves, re-opened."""
    content = sound(reading_of(project_of(arguments)))
    if arguments.fact not in content.facts:
        hint = did_you_mean(arguments.fact, sorted(content.facts)) or "rapport facts export les donne tous"
        raise UsageError(f"fait inconnu\u00a0: «\u00a0{arguments.fact}\u00a0» ({hint})")
    for line in _lines(arguments.fact, content):
        print(line)
    house = house_of(project_of(arguments))
    for key in sorted(content.briefings):
        for line in shown(arguments.fact, compose_to_read(content, key, house, "draft"), arguments.output):
            print(line)
    return 0


def _lines(key: str, content: Content) -> Iterator[str]:
    """The fact as the content writes it, a line for each thing said."""
    yield f"{key}\u00a0: {content.facts[key].label.text}"
    for trait in described(key, content):
        yield f"  {trait.name}\u00a0: {trait.words}"


def shown(key: str, made: Composition, output: Path) -> Iterator[str]:
    """Where the documents of a briefing print the fact; says so of a document that is not built."""
    folder = output / made.key
    brief, deck = folder / made.named("-brief.pdf"), folder / made.named("-deck.pptx")
    if brief.exists():
        figures = verify_brief(brief.read_bytes(), made.brief, made.claims).figures
        yield from _places(key, brief.name, figures)
    if deck.exists():
        figures = verify_deck(deck.read_bytes(), made.plan, made.deck, made.claims).figures
        yield from _places(key, deck.name, figures)
        yield from _charts(key, deck.name, made.plan)
    if not brief.exists() and not deck.exists():
        yield f"  {made.key}\u00a0: pas encore produit (rapport build {made.key})"


def _places(key: str, name: str, figures: tuple[Occurrence, ...]) -> Iterator[str]:
    for figure in figures:
        if figure.stated.evidence.fact == key:
            yield f"  {name}, {figure.place}\u00a0: «\u00a0{figure.text}\u00a0»"


def _charts(key: str, name: str, plan: Deck) -> Iterator[str]:
    """Native charts print their figures themselves; that they hold those of the plan is for `rapport verify`."""
    for slide in plan.slides:
        for frame in (element for element in slide.elements if isinstance(element, ChartFrame)):
            points = (point for series in frame.chart.series for point in series.points)
            for point in (each for each in points if each.evidence and each.evidence.fact == key):
                yield f"  {name}, diapositive {slide.number}, graphique\u00a0: «\u00a0{point.label}\u00a0»"
