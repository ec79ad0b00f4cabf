"""`rapport diff`: what changed between two packs, or between a pack and the content."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from rapport.commands.diagnostics import project_of
from rapport.commands.diff_documents import compare_documents, is_document
from rapport.disk import write_one
from rapport.edition.imprint import FactChange, FactShown, Imprint, ImprintChanges, Move, PassageChange
from rapport.language.languages import join_numbers
from rapport.language.locales import FRENCH
from rapport.model.content import Content
from rapport.problem import ContentError, errors
from rapport.project.composition import Composition, compose, problems_of
from rapport.project.earlier import Earlier, change_sheet, changes_since, earlier, imprint_of
from rapport.project.editions import edition_for
from rapport.project.project import House, UsageError, chosen, house_of, sound
from rapport.read.content import read_content
from rapport.render.pdf.brief import draw_brief
from rapport.resolve.reports.changes import called, name_of, summary, where
from rapport.resolve.reports.report import ReportWording

SAY = ReportWording(FRENCH)
"""What authors read is in French, whatever the language of their documents."""


def run(arguments: argparse.Namespace) -> int:
    """Says what changed; with `--sheet`, also writes it as a page. 0 whether or not anything did."""
    old, new = arguments.old, arguments.new or arguments.content
    if is_document(old):
        return compare_documents(old, new, arguments.format)
    if _is_content(old):
        if _is_content(new) and arguments.sheet is None:
            return _compare_contents(arguments, old, new)
        raise UsageError("le premier terme est l’ancien paquet, le second le nouveau ou le répertoire du contenu")
    before = earlier(old)
    if _is_content(new):
        house = house_of(project_of(arguments))
        made, after = _composed(new, arguments.assets, before.imprint, house)
        _write_sheet(arguments.sheet, before, after, made, house)
    elif arguments.sheet is not None:
        raise UsageError("--sheet demande le répertoire du contenu comme second terme")
    else:
        after = earlier(new).imprint
    changes = changes_since(before.imprint, after)
    sys.stdout.write(FORMATS[arguments.format](changes, before))
    return 0


def _compare_contents(arguments: argparse.Namespace, old: Path, new: Path) -> int:
    """Each briefing that both folders of content hold, as packs of them would say it. Raises UsageError for none."""
    house = house_of(project_of(arguments))
    before, after = (_sound(folder, arguments.assets) for folder in (old, new))
    keys = sorted(before.briefings.keys() & after.briefings.keys())
    if not keys:
        raise UsageError("aucun dossier n’est dans les deux répertoires")
    for key in keys:
        was, now = (_made(content, key, house)[1] for content in (before, after))
        sys.stdout.write(FORMATS[arguments.format](changes_since(was, now), Earlier(was)))
    return 0


def _sound(folder: Path, assets: Path) -> Content:
    """The content of a folder; its pictures lie beside it, where it has some of its own."""
    beside = folder.resolve().parent / "assets"
    return sound(read_content(folder, beside if beside.is_dir() else assets))


def _is_content(path: Path) -> bool:
    return (path / "briefings").is_dir()


def _composed(folder: Path, assets: Path, old: Imprint, house: House) -> tuple[Composition, Imprint]:
    """The briefing as the content now has it, for the same audience. Raises ContentError and UsageError."""
    reading = read_content(folder, assets, locale=old.locale)
    [key] = chosen(sound(reading), [old.briefing])
    content = edition_for(reading.content, (key,), old.audience)
    return _made(content, key, house)


def _made(content: Content, key: str, house: House) -> tuple[Composition, Imprint]:
    made = compose(content, key, house, "draft")
    problems = problems_of(made, house)
    if errors(problems):
        raise ContentError(problems)
    return made, imprint_of(made, draw_brief(made.brief, house.charter, house.fonts))


def _write_sheet(path: Path | None, before: Earlier, after: Imprint, made: Composition, house: House) -> None:
    if path is not None:
        write_one(path, change_sheet(before, after, made.brief, house).data)


def as_text(changes: ImprintChanges, before: Earlier) -> str:
    """What changed, for the author's eyes."""
    return "\n".join((_headline(changes), *_fact_lines(changes), *_passage_lines(changes), *_holders(before))) + "\n"


def _headline(changes: ImprintChanges) -> str:
    old, new = changes.old, changes.new
    versions = f"version {old.version} ({old.date}) → {new.version} ({new.date})"
    return f"{new.briefing}, {versions}\u00a0: {summary(changes, SAY)}"


def _fact_lines(changes: ImprintChanges) -> Iterator[str]:
    for change in changes.facts:
        yield f"{_word(change)} {change.shown.key}\u00a0: {_before_after(change)}"
        places = where(change.shown, SAY)
        if places:
            yield f"    {places}"


def _before_after(change: FactChange) -> str:
    return " → ".join(_value(fact) for fact in (change.before, change.after) if fact is not None)


def _value(fact: FactShown) -> str:
    return f"«\u00a0{fact.text}\u00a0» ({fact.word.lower()})"


def _passage_lines(changes: ImprintChanges) -> Iterator[str]:
    for change in changes.passages:
        yield f"{_word(change)} {name_of(change, SAY)}"
        yield from (f"  - {text}" for text in change.gone)
        yield from (f"  + {text}" for text in change.new)
    for move in changes.moves:
        yield f"{SAY.string('moved').lower()} {called(move.before, SAY)} → {called(move.after, SAY)}"
        yield f"  = {move.text}"


def _word(change: FactChange | PassageChange) -> str:
    return SAY.string(change.kind).lower()


def _holders(before: Earlier) -> Iterator[str]:
    if before.holders:
        yield SAY.string("holders", join_numbers(before.holders, SAY.locale))


def as_json(changes: ImprintChanges, before: Earlier) -> str:
    """The differences for programs, as canonical JSON."""
    value = {
        "old": _edition(changes.old),
        "new": _edition(changes.new),
        "facts": [_fact(change) for change in changes.facts],
        "passages": [_passage(change) for change in changes.passages],
        "moves": [_move(move) for move in changes.moves],
        "holders": before.holders,
    }
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _fact(change: FactChange) -> dict[str, Any]:
    shown = {name: value and asdict(value) for name, value in asdict(change).items()}
    return {"change": change.kind, **shown}


def _edition(imprint: Imprint) -> dict[str, str]:
    names = ("briefing", "version", "date", "content")
    return {name: getattr(imprint, name) for name in names}


def _move(move: Move) -> dict[str, Any]:
    places = {"before": move.before, "after": move.after}
    return {
        "text": move.text,
        **{name: {"medium": at.medium, "key": at.key, "name": at.name} for name, at in places.items()},
    }


def _passage(change: PassageChange) -> dict[str, Any]:
    shown = change.shown
    place = {"medium": shown.medium, "key": shown.key, "name": shown.name, "number": shown.number}
    return {"change": change.kind, **place, "gone": change.gone, "new": change.new}


FORMATS = {"text": as_text, "json": as_json}
"""How changes are said."""
