"""`rapport translate`: what is still to be translated, in the files where it is written."""

from __future__ import annotations

import argparse
import sys

from msgspec.structs import replace

from rapport.commands.diagnostics import project_of, show
from rapport.problem import ContentError
from rapport.project.project import UsageError, chosen, reading_of
from rapport.project.translating import Written, add_missing, renew
from rapport.read.recipients import checks as choices


def run(arguments: argparse.Namespace) -> int:
    """Adds the pairs that are missing, or with `--accept` renews those whose text has changed."""
    project = replace(project_of(arguments), locale=arguments.target)
    reading = reading_of(project)
    if reading.faulty:
        raise ContentError(reading.problems)
    keys = chosen(reading.content, arguments.briefings)
    locale = choices.locale(arguments.target)
    if not reading.content.translations:
        raise UsageError(f"les dossiers sont déjà en {locale}")
    show(reading.problems)
    if arguments.accept:
        _say(renew(reading.translation.reworded, reading.content.texts, project), "à jour")
    else:
        _say(add_missing(reading, keys, project, locale), "à traduire")
    return 0


def _say(files: tuple[Written, ...], done: str) -> None:
    for file in files:
        count = f"{file.pairs}\u00a0paires" if file.pairs > 1 else "une paire"
        print(f"{file.path}\u00a0: {count} {done}")
    if not files:
        print("rien à faire", file=sys.stderr)
