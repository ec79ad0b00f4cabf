"""`rapport review`: the brief as a Word document for reviewers, and their suggestions put into the content."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import asdict, replace

from rapport.commands.diagnostics import project_of
from rapport.commands.edits import fate_of, say
from rapport.disk import write_one
from rapport.project.composition import compose
from rapport.project.finder import Edit
from rapport.project.project import UsageError, chosen, house_of, reading_of, sound
from rapport.project.put_back import put_back, rehearsed
from rapport.project.word_review import Reviewed, Suggestion, exported, reviewed


def run(arguments: argparse.Namespace) -> int:
    """Writes the document, or reads those that came back; with `--apply`, writes what is accepted into the content."""
    content = sound(reading_of(project_of(arguments)))
    house = house_of(project_of(arguments))
    if arguments.action == "export":
        if len(arguments.targets) > 1:
            raise UsageError("export prend un dossier à la fois")
        [key] = chosen(content, arguments.targets)
        made = compose(content, key, house, "draft")
        path = arguments.output / key / made.named("-review.docx")
        write_one(path, exported(made))
        print(path)
        return 0
    found = reviewed(list(map(Path, arguments.targets)), content, house, arguments.author)
    if not arguments.apply:
        edited = rehearsed(found.edited, project_of(arguments), house)
        sys.stdout.write(FORMATS[arguments.format](replace(found, edited=edited)))
        return 0
    returned = put_back(found.edited, project_of(arguments), house)
    sys.stdout.write(FORMATS[arguments.format](replace(found, edited=returned.edited)))
    say(returned, arguments.format)
    return 0


def as_text(found: Reviewed) -> str:
    """Each suggestion with its author and date, and what accepting it would do."""
    return "".join(f"{line}\n" for line in _lines(found))


def _lines(found: Reviewed) -> Iterator[str]:
    yield f"{len(found.suggestions)} suggestion{'s' if len(found.suggestions) > 1 else ''}"
    for one in found.suggestions:
        yield f"  {_told(one)}"
    yield from (line for edit in found.edited.edits if edit.fate != "text" for line in _kept(edit))


def _told(one: Suggestion) -> str:
    who = f"{one.author}, {one.date[:10]}" if one.date else one.author
    place = f" ({one.origin})" if one.origin.file else ""
    if one.remark:
        return f"{who}\u00a0: remarque sur «\u00a0{one.before[:60]}\u00a0»\u00a0: {one.remark}{place}"
    before, after = (f"«\u00a0{words}\u00a0»" if words else "rien" for words in (one.before, one.after))
    return f"{who}\u00a0: {before} → {after}{place}"


def _kept(edit: Edit) -> Iterator[str]:
    """What does not come home, and why."""
    if edit.fate in ("figure", "kept"):
        yield f"  reste à faire\u00a0: «\u00a0{edit.change.before}\u00a0» → «\u00a0{edit.change.after}\u00a0»"
        yield from (f"      {line}" for line in fate_of(edit))


def as_json(found: Reviewed) -> str:
    """The review for programs, as JSON."""
    value = [{**asdict(one), "origin": str(one.origin)} for one in found.suggestions]
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


FORMATS = {"text": as_text, "json": as_json}
"""How suggestions are said."""
