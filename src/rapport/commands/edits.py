"""`rapport edits`: what was changed by hand in a deck, and the words of it put back into the content."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from rapport.commands.diagnostics import numbered, project_of, summary
from rapport.edits.change import Change
from rapport.model.content import Content
from rapport.problem import ContentError, errors
from rapport.project.drafting import drawing
from rapport.project.finder import Edit
from rapport.project.hand_edits import Comparing, Edited
from rapport.project.project import Project, UsageError, house_of, reading_of
from rapport.project.put_back import Returned, put_back, rehearsed
from rapport.read.content import Reading

TITLES = {
    "text": "",
    "emphasis": "mise en valeur",
    "link": "lien",
    "notes": "commentaires",
    "paragraphs": "paragraphes réunis ou séparés",
    "alternative": "texte de remplacement",
    "chart": "données du graphique",
    "table": "tableau",
    "picture": "image remplacée",
    "moved": "déplacé",
    "resized": "redimensionné",
    "turned": "pivoté",
    "cropped": "image rognée",
    "shape-added": "forme ajoutée",
    "shape-deleted": "forme supprimée",
    "slide-added": "diapositive ajoutée",
    "slide-deleted": "supprimée",
    "slide-moved": "déplacée",
    "slide-hidden": "masquée",
    "slide-shown": "de nouveau affichée",
    "layout": "autre disposition",
    "section": "partie",
}
"""What a kind of change is called."""


def run(arguments: argparse.Namespace) -> int:
    """Lists the changes; with `--apply`, writes those of words into the content. 0 whether or not there are any.

    The list is a rehearsal: what it says can be written is what `--apply` writes.
    """
    project = project_of(arguments)
    reading = _reading(project)
    comparing = Comparing(reading, house_of(project), project.output, lambda tongue: _reading(project, tongue))
    files = [arguments.file] if arguments.file else list(edited_decks(comparing.content, project.output))
    with drawing(reading):
        found = {path: comparing.edited(path) for path in files}
    if not arguments.apply:
        tried = {
            path: each if each.stale else rehearsed(each, project, comparing.house) for path, each in found.items()
        }
        sys.stdout.write(FORMATS[arguments.format](tried))
        return 0
    if len(found) > 1:
        raise UsageError("--apply prend une présentation à la fois\u00a0: nommez-la")
    for path, edited in found.items():
        if edited.stale:
            message = "faite d’un autre contenu, dont rien n’est gardé\u00a0: ses changements se recopient à la main"
            raise UsageError(f"«\u00a0{path.name}\u00a0»\u00a0: {message}")
        returned = put_back(edited, project, comparing.house)
        sys.stdout.write(FORMATS[arguments.format]({path: returned.edited}))
        say(returned, arguments.format)
    return 0


def _reading(project: Project, tongue: str = "") -> Reading:
    """The content, in another language where one is named. Raises ContentError where no briefing can be read."""
    reading = reading_of(replace(project, locale=tongue or project.locale))
    if errors(reading.problems) and not reading.content.briefings:
        raise ContentError(reading.problems)
    if errors(reading.problems):
        print(f"le contenu est en faute ({summary(reading.problems)})\u00a0: rapport check dit où", file=sys.stderr)
    return reading


def edited_decks(content: Content, output: Path) -> Iterator[Path]:
    """The decks of all briefings in the output folder, and those set aside because somebody had edited them."""
    for key in sorted(content.briefings):
        found = (output / key).glob("*-deck*.pptx")
        yield from sorted(path for path in found if path.name.startswith((f"{key}-", f"{key}.")))


def say(returned: Returned, form: str) -> None:
    """Says which files were written; beside a result for programs, not in it."""
    stream = sys.stderr if form == "json" else sys.stdout
    for path, count in returned.written:
        print(f"{path}\u00a0: {count} texte{'s' if count > 1 else ''} récrit{'s' if count > 1 else ''}", file=stream)
    if not returned.written:
        print("rien à récrire", file=stream)


def as_text(found: dict[Path, Edited]) -> str:
    """Every change in a line, where it comes from, and below it what becomes of it."""
    return "".join(f"{line}\n" for path, edited in found.items() for line in _lines(path, edited))


def _lines(path: Path, edited: Edited) -> Iterator[str]:
    groups = together(edited.edits)
    count = len(groups)
    yield f"{path}\u00a0: {count or 'aucun'} changement{'s' if count > 1 else ''}"
    if edited.stale:
        yield "  le contenu a changé depuis\u00a0: ce qui a changé dans le contenu est dit aussi, à l’envers"
    for edits in groups:
        yield f"  {told(edits)}"
        yield from (f"      {line}" for line in fate_of(edits[0]))


def together(edits: Iterable[Edit]) -> list[list[Edit]]:
    """The edits, those together that do one thing to the same shape of several slides: a marking, a footer."""
    groups: dict[tuple[object, ...], list[Edit]] = {}
    for edit in edits:
        groups.setdefault((same(edit.change), edit.origin, tuple(fate_of(edit))), []).append(edit)
    return list(groups.values())


def same(change: Change) -> Change:
    """What is one for changes of a shape that differ by their slide alone: the change without its slide."""
    return replace(change, slide=0, now=0) if change.shape else change


def told(edits: Sequence[Edit]) -> str:
    """A change in a line: slides, shape, what was and what is, and the content line."""
    origin = edits[0].origin
    place = f" ({origin})" if origin.file else ""
    return f"{described([edit.change for edit in edits])}{place}"


def described(changes: Sequence[Change]) -> str:
    """A change in a line, as it was made on one slide or several: shape, what was and what is."""
    change = changes[0]
    slides = (
        _slide(change) if len(changes) == 1 else numbered("diapositive", (each.slide or each.now for each in changes))
    )
    parts = [slides, *_shape(change), TITLES[change.kind]]
    return f"{', '.join(filter(None, parts))}{_values(change)}"


def _slide(change: Change) -> str:
    now = f" (devenue {change.now})" if change.now and change.slide and change.now != change.slide else ""
    return f"diapositive\u00a0{change.slide or change.now}{now}"


def _shape(change: Change) -> Iterable[str]:
    return [f"«\u00a0{change.shape}\u00a0»" if change.shape else "", change.place]


def _values(change: Change) -> str:
    if change.kind == "slide-moved" or not (change.before or change.after):
        return ""
    before, after = (f"«\u00a0{words}\u00a0»" if words else "rien" for words in (change.before, change.after))
    return f"\u00a0: {before} → {after}"


def fate_of(edit: Edit) -> Iterator[str]:
    """What becomes of a change, in lines."""
    if edit.fate == "figure":
        for figure in edit.figures:
            yield (
                f"chiffre du fait «\u00a0{figure.fact}\u00a0» ({figure.origin})\u00a0: "
                f"«\u00a0{figure.before}\u00a0» dans le contenu, «\u00a0{figure.after}\u00a0» dans la présentation"
                "\u00a0; à vous de décider"
            )
    elif edit.fate in ("kept", "done"):
        yield edit.reason
    else:
        yield "se récrit dans le contenu (--apply)"
        if edit.shared:
            yield f"ce texte est aussi celui de\u00a0: {', '.join(edit.shared)}"
        if edit.shown > 1:
            yield f"ce texte est montré {edit.shown} fois dans ce dossier"


def as_json(found: dict[Path, Edited]) -> str:
    """The edits for programs, as JSON."""
    value = [
        {"file": str(path), "stale": edited.stale, "changes": [_plain(edit) for edit in edited.edits]}
        for path, edited in found.items()
    ]
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _plain(edit: Edit) -> dict[str, Any]:
    change = edit.change
    names = ("kind", "slide", "now", "shape", "place", "before", "after")
    figures = [
        {"fact": each.fact, "origin": str(each.origin), "content": each.before, "deck": each.after}
        for each in edit.figures
    ]
    return {
        **{name: getattr(change, name) for name in names},
        "origin": {"file": edit.origin.file, "line": edit.origin.line, "column": edit.origin.column},
        "fate": edit.fate,
        "reason": edit.reason,
        "figures": figures,
        "shared": edit.shared,
        "shown": edit.shown,
    }


FORMATS = {"text": as_text, "json": as_json}
"""How changes are said."""
