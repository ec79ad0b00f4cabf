"""`rapport translate`: what is still to be translated, in the files where it is written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from msgspec.structs import replace

from rapport.commands.diagnostics import project_of, show
from rapport.model.content import Content
from rapport.problem import ContentError
from rapport.project.project import UsageError, chosen, reading_of
from rapport.project.translating import Written, add_missing, renew
from rapport.read.recipients import checks as choices
from rapport.read.translations.translated import progress


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
        _say(renew(reading.translation.reworded, reading.content.texts, project), "à jour", "rien à faire")
    else:
        _say(add_missing(reading, keys, project, locale), "à traduire", _left(reading.content, keys, locale))
    return 0


def _left(content: Content, keys: Sequence[str], locale: str) -> str:
    """What remains where no pair is to be added: texts whose translation is still empty."""
    empty = sum(progress(content, key).missing for key in keys)
    if not empty:
        return "rien à faire"
    wait = f"{empty}\u00a0textes attendent leur traduction" if empty > 1 else "un texte attend sa traduction"
    return f"aucune paire à ajouter\u00a0; {wait} ({locale})"


def _say(files: tuple[Written, ...], done: str, nothing: str) -> None:
    for file in files:
        count = f"{file.pairs}\u00a0paires" if file.pairs > 1 else "une paire"
        print(f"{file.path}\u00a0: {count} {done}")
    if not files:
        print(nothing, file=sys.stderr)
