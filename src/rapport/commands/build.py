"""`rapport build`: content -> the brief and the deck of each briefing."""

from __future__ import annotations

import argparse
import sys

from rapport.commands.delivery import deliver
from rapport.commands.diagnostics import projects_of, release_of, show, summary
from rapport.model.content import Content
from rapport.problem import errors
from rapport.project.beside import Beside
from rapport.project.composition import Composition, Preparation, Resolved, nobody, prepare
from rapport.project.documents import documents, with_sources
from rapport.project.drafting import draft
from rapport.project.project import Project, UsageError
from rapport.project.source_files import left_out
from rapport.render.pdf.brief import PLAIN


def run(arguments: argparse.Namespace) -> int:
    """Builds the briefings asked for; 1 where a draft shows faults. A final edition is written only if all is sound."""
    with Beside() as beside:
        return _built(arguments, beside)


def _built(arguments: argparse.Namespace, beside: Beside) -> int:
    resolved = nobody if arguments.attach_source else beside.begin
    every = tuple(_prepared(project, arguments, resolved) for project in projects_of(arguments))
    if len({made.translation for prepared in every for made in prepared.compositions}) < len(every):
        raise UsageError(f"--with {arguments.twin}\u00a0: les documents sont déjà dans cette langue")
    for prepared in every:
        show(prepared.warnings)
        if errors(prepared.warnings):
            print(summary(prepared.warnings), file=sys.stderr)
    for prepared in every:
        write(prepared, arguments, beside)
    return int(any(errors(prepared.warnings) for prepared in every))


def _prepared(project: Project, arguments: argparse.Namespace, resolved: Resolved) -> Preparation:
    release = release_of(arguments)
    if release == "final":
        return prepare(project, arguments.briefings, release, resolved)
    return draft(project, arguments.briefings, resolved=resolved)


def write(prepared: Preparation, arguments: argparse.Namespace, beside: Beside) -> None:
    """Writes the documents of what was prepared, and says what was written. Raises UsageError."""
    done = 0
    for made in prepared.compositions:
        settings = with_sources(prepared.content, made) if arguments.attach_source else PLAIN
        done = deliver(made, documents(made, prepared.house, settings, beside.brief), arguments.output, done)
        if arguments.attach_source:
            _say_left_out(prepared.content, made)


def _say_left_out(content: Content, made: Composition) -> None:
    """Says on standard error what the attached files do without; nothing where they are whole."""
    left = left_out(content, made)
    parts = [f"{left.remarks} remarque(s)"] * bool(left.remarks)
    parts += [f"{left.entries} fait(s) ou source(s) non cités"] * bool(left.entries)
    if parts:
        print(f"non joint au dossier\u00a0: {', '.join(parts)}", file=sys.stderr)
