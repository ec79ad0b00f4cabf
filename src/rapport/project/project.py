"""A project on disk: its folders, its content read, the briefings asked for."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from rapport.audience import Audience
from rapport.language.locales import LOCALES
from rapport.model.content import Content
from rapport.model.partial_date import PartialDate, PartialDateError
from rapport.problem import ContentError, errors
from rapport.read.content import Reading, read_content
from rapport.read.recipients import checks as choices


class UsageError(Exception):
    """A wrong argument or an output that cannot be written; said in one line, exit code 2."""


class Project(Struct, frozen=True):
    """The folders of a project. `now` is the day its content is judged on (`2026-06-15`); None for its own dates.

    `audience` is for whom documents are made: they hold nothing else. `locale` is what they are written in, that of
    each briefing where it is empty.
    """

    content: Path
    assets: Path
    output: Path = Path("output")
    now: str | None = None
    audience: Audience = "internal"
    locale: str = ""


def reading_of(project: Project) -> Reading:
    """The project's content with all its problems, on the day and in the language asked for.

    Raises UsageError for a malformed day or a language that none writes.
    """
    return read_content(project.content, project.assets, _day(project.now), _locale(project.locale))


def _locale(word: str) -> str:
    found = choices.locale(word)
    if word and not found:
        raise UsageError(
            f"--locale\u00a0: langue inconnue\u00a0: «\u00a0{word}\u00a0» (au choix\u00a0: {', '.join(LOCALES)})"
        )
    return found


def _day(now: str | None) -> PartialDate | None:
    if now is None:
        return None
    try:
        return PartialDate.parse(now)
    except PartialDateError:
        message = f"--now\u00a0: «\u00a0{now}\u00a0» n’est pas une date (écrivez par exemple 2026-06-15)"
        raise UsageError(message) from None


def sound(reading: Reading) -> Content:
    """The content, if nothing keeps documents from being built. Raises ContentError."""
    if errors(reading.problems):
        raise ContentError(reading.problems)
    return reading.content


def chosen(content: Content, wanted: Sequence[str]) -> tuple[str, ...]:
    """The briefings asked for, all of them by default. Raises UsageError for an unknown one."""
    known = sorted(content.briefings)
    if not known:
        raise UsageError("aucun dossier dans le contenu (commencez-en un\u00a0: rapport new NOM)")
    for key in wanted:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = (
                f"vouliez-vous dire «\u00a0{near[0]}\u00a0»\u202f?" if near else f"au choix\u00a0: {', '.join(known)}"
            )
            raise UsageError(f"dossier inconnu\u00a0: «\u00a0{key}\u00a0» ({hint})")
    return tuple(wanted) or tuple(known)
