"""`rapport build`: content -> the brief and the deck of each briefing."""

from __future__ import annotations

import argparse

from rapport.commands.arguments import project_of, release_of
from rapport.commands.delivery import deliver
from rapport.commands.diagnostics import show
from rapport.project.documents import documents, with_sources
from rapport.project.preparation import prepare
from rapport.render.pdf.brief import PLAIN


def run(arguments: argparse.Namespace) -> int:
    """Builds the briefings asked for; nothing is written before all of them are sound."""
    prepared = prepare(project_of(arguments), arguments.briefings, release_of(arguments))
    show(prepared.warnings)
    for made in prepared.compositions:
        settings = with_sources(prepared.content, made) if arguments.attach_source else PLAIN
        deliver(made, documents(made, prepared.house, settings), arguments.output)
    return 0
