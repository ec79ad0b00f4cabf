"""`rapport new`: the first files of a briefing, which build at once."""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rapport.commands.arguments import project_of
from rapport.disk import write_one
from rapport.model.content import Content
from rapport.model.partial_date import PartialDate, PartialDateError
from rapport.model.walk import prose_of
from rapport.project.project import UsageError, reading_of
from rapport.project.skeleton import Start, skeleton

KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def run(arguments: argparse.Namespace) -> int:
    """Writes the files and prints their paths. Raises UsageError for a key that cannot serve or is taken."""
    key = arguments.briefing
    if not KEY.fullmatch(key):
        raise UsageError(
            f"nom impossible\u00a0: «\u00a0{key}\u00a0» (minuscules sans accent, chiffres et traits d’union)"
        )
    content = reading_of(project_of(arguments)).content
    shared, closing = _shared(content)
    start = Start(key, _date(arguments.date, content), shared, closing, _tolerated(content, (*shared, *closing)))
    files = {arguments.content / name: text for name, text in skeleton(start).items()}
    _refuse_existing(files)
    for path, text in files.items():
        write_one(path, text.encode())
        print(path)
    return 0


def _tolerated(content: Content, sections: Iterable[str]) -> tuple[str, ...]:
    """What other briefings let these sections print, at the start of a sentence too, each once."""
    typed = [prose.text.casefold() for key in sections for prose in prose_of(content.sections[key])]
    texts = (text.text for briefing in content.briefings.values() for text in briefing.tolerated)
    return tuple(text for text in dict.fromkeys(texts) if any(text.casefold() in each for each in typed))


def _refuse_existing(files: dict[Path, str]) -> None:
    taken = [str(path) for path in files if path.exists()]
    if taken:
        raise UsageError(f"déjà là\u00a0: {', '.join(taken)} (choisissez un autre nom, ou renommez ces fichiers)")


def _date(notation: str | None, content: Content) -> PartialDate:
    """The date asked for, or else that of the latest briefing: the clock is never read."""
    if notation is None:
        dates = [briefing.date for briefing in content.briefings.values()]
        if not dates:
            raise UsageError("aucun dossier dont reprendre la date\u00a0: donnez-la, par exemple --date 2026-02-10")
        return max(dates)
    try:
        return PartialDate.parse(notation)
    except PartialDateError as error:
        raise UsageError(f"date illisible\u00a0: «\u00a0{notation}\u00a0» (écrivez 2026-02-10)") from error


def _shared(content: Content) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sections that several briefings list, in the first one's order; the annexes that close it apart."""
    counts = Counter(key for briefing in content.briefings.values() for key in briefing.sections)
    first = next(iter(content.briefings.values()), None)
    listed = [key for key in first.sections if counts[key] > 1 and key in content.sections] if first else []
    cut = len(listed)
    while cut and content.sections[listed[cut - 1]].kind == "annex":
        cut -= 1
    return tuple(listed[:cut]), tuple(listed[cut:])
