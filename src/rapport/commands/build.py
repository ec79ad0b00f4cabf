"""`rapport build`: content -> the brief and the deck of each briefing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rapport.commands.delivery import deliver
from rapport.commands.diagnostics import projects_of, release_of, show, summary
from rapport.model.content import Content
from rapport.problem import errors
from rapport.project.beside import Beside
from rapport.project.composition import Begin, Composition, Preparation, nobody, prepare
from rapport.project.documents import documents, with_sources
from rapport.project.drafting import draft
from rapport.project.project import Project, UsageError
from rapport.project.source_files import left_out
from rapport.render.pdf.brief import PLAIN
from rapport.resolve.edition import Release


def run(arguments: argparse.Namespace) -> int:
    """Builds the briefings asked for; 1 where a draft shows faults. A final edition is written only if all is sound."""
    with Beside() as beside:
        return _built(arguments, beside)


def _built(arguments: argparse.Namespace, beside: Beside) -> int:
    begin = nobody if arguments.attach_source else beside.begin
    release = release_of(arguments)
    every = tuple(_prepared(project, arguments.briefings, release, begin) for project in projects_of(arguments))
    if len({made.translation for prepared in every for made in prepared.compositions}) < len(every):
        raise UsageError(f"--with {arguments.twin}\u00a0: les documents sont déjà dans cette langue")
    for prepared in every:
        show(prepared.warnings)
        if errors(prepared.warnings):
            print(summary(prepared.warnings), file=sys.stderr)
    for prepared in every:
        write(prepared, arguments.output, beside, attached=arguments.attach_source)
    return int(any(errors(prepared.warnings) for prepared in every))


def _prepared(project: Project, briefings: Sequence[str], release: Release, begin: Begin) -> Preparation:
    if release == "final":
        return prepare(project, briefings, release, begin)
    return draft(project, briefings, begin=begin)


def write(prepared: Preparation, output: Path, beside: Beside, *, attached: bool = False) -> None:
    """Writes the documents of what was prepared, their content `attached` or not, and says what. Raises UsageError."""
    done = 0
    for made in prepared.compositions:
        settings = with_sources(prepared.content, made) if attached else PLAIN
        done = deliver(made, documents(made, prepared.house, settings, beside.drawn), output, done)
        if attached:
            _say_left_out(prepared.content, made)


def _say_left_out(content: Content, made: Composition) -> None:
    """Says on standard error what the attached files do without; nothing where they are whole."""
    left = left_out(content, made)
    parts = [f"{left.remarks} remarque(s)"] * bool(left.remarks)
    parts += [f"{left.entries} fait(s) ou source(s) non cités"] * bool(left.entries)
    if parts:
        print(f"non joint au dossier\u00a0: {', '.join(parts)}", file=sys.stderr)
