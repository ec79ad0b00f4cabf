"""`rapport build`: content -> the brief and the deck of each briefing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rapport.artefact import Artefact
from rapport.commands.composition import Composition, compose
from rapport.commands.diagnostics import errors, show
from rapport.commands.edits import changes
from rapport.commands.house import House, house_of
from rapport.commands.project import chosen, reading_of, sound
from rapport.commands.writing import Kept, write_all
from rapport.problem import ContentError
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import draw_brief


def run(arguments: argparse.Namespace) -> int:
    """Builds the briefings asked for; nothing is written before all of them are sound."""
    reading = reading_of(arguments)
    content = sound(reading)
    keys = chosen(content, arguments.briefings)
    house = house_of(arguments)
    compositions = [compose(content, key, house, "final" if arguments.final else "draft") for key in keys]
    problems = (*reading.problems, *(problem for made in compositions for problem in made.problems))
    if errors(problems):
        raise ContentError(problems)
    show(problems)
    for made in compositions:
        _write(made, house, arguments.output)
    return 0


def documents(made: Composition, house: House) -> dict[str, Artefact]:
    """The finished documents of a briefing, by file name."""
    return {
        f"{made.key}-brief.pdf": draw_brief(made.brief, house.charter, house.fonts),
        f"{made.key}-deck.pptx": write_deck(made.plan, house.charter),
    }


def _write(made: Composition, house: House, output: Path) -> None:
    drawn = documents(made, house)
    folder = output / made.key
    kept = write_all(folder, {name: artefact.data for name, artefact in drawn.items()})
    for name in drawn:
        print(folder / name)
    for item in kept:
        _report(item, made)


def _report(kept: Kept, made: Composition) -> None:
    """Says where a file edited by hand now is, and which texts had been changed in it."""
    print(f"«\u00a0{kept.name}\u00a0» avait été modifié à la main\u00a0: gardé sous {kept.kept_as}", file=sys.stderr)
    for line in changes(kept.kept_as.read_bytes(), made):
        print(f"    {line}", file=sys.stderr)
