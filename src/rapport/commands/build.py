"""`rapport build`: content -> the brief and the deck of each briefing."""

from __future__ import annotations

import argparse

from rapport.artefact import Artefact
from rapport.commands.delivery import deliver
from rapport.project.composition import Composition
from rapport.project.house import House
from rapport.project.preparation import Preparation, prepare
from rapport.project.source_files import source_files
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import PLAIN, BriefSettings, draw_brief


def run(arguments: argparse.Namespace) -> int:
    """Builds the briefings asked for; nothing is written before all of them are sound."""
    prepared = prepare(arguments)
    for made in prepared.compositions:
        settings = with_sources(prepared, made) if arguments.attach_source else PLAIN
        deliver(made, documents(made, prepared.house, settings), arguments.output)
    return 0


def documents(made: Composition, house: House, settings: BriefSettings = PLAIN) -> dict[str, Artefact]:
    """The finished documents of a briefing, by file name."""
    return {
        f"{made.key}-brief.pdf": draw_brief(made.brief, house.charter, house.fonts, settings),
        f"{made.key}-deck.pptx": write_deck(made.plan, house.charter),
    }


def with_sources(prepared: Preparation, made: Composition) -> BriefSettings:
    """A brief that carries the content it was made from."""
    return BriefSettings(attachments=source_files(prepared.content, made))
