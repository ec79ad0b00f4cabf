"""`rapport template`: what a PowerPoint template gives decks, and what it lacks, before anything is built."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path

from msgspec import to_builtins

from rapport.commands.diagnostics import project_of
from rapport.disk import write_one
from rapport.look.house import ROLES
from rapport.project.project import UsageError, charter_of
from rapport.project.template import Dressed, dressed, layout_name
from rapport.read.template_map import map_file
from rapport.template.explain import ROLE_NAMES, Explanation, explained
from rapport.template.page import page

PARTS = (
    ("Couleurs", "colours"),
    ("Polices", "faces"),
    ("Places", "areas"),
    ("Dispositions sans rôle", "unused"),
    ("Retiré ou réparé", "changed"),
    ("Diapositives du modèle", "slides"),
    ("Ce qui n’est pas repris du modèle", "differences"),
)


def run(arguments: argparse.Namespace) -> int:
    """Explains a template; writes its map or its page where asked to. Raises ContentError, UsageError."""
    made = dressed(arguments.file, charter_of(project_of(arguments)))
    said = explained(made.opened, made.housed)
    if arguments.init:
        _write_map(arguments.file, made)
    if arguments.page:
        write_one(arguments.page, page(made.opened, made.housed, said).encode())
        print(arguments.page)
    if arguments.json:
        print(json.dumps(to_builtins(said), ensure_ascii=False, indent=1))
    elif not arguments.init and not arguments.page:
        print("\n".join(_lines(said)))
    return 0


def _lines(said: Explanation) -> Iterable[str]:
    """The explanation for a terminal."""
    yield f"{said.file}\u00a0: {said.slide}"
    yield ""
    width = max(len(each.name) for each in said.roles)
    for each in said.roles:
        yield f"  {each.name:<{width}}  {each.layout or '—'} ({each.how})"
        yield from (f"  {'':<{width}}    {note}" for note in each.notes)
    for title, name in PARTS:
        lines = getattr(said, name)
        if lines:
            yield ""
            yield title
            yield from (f"  {line}" for line in lines)


def _write_map(file: Path, made: Dressed) -> None:
    """Writes the map beside the template, for editing. Raises UsageError where there is one."""
    target = map_file(file)
    if target.exists():
        raise UsageError(f"«\u00a0{target}\u00a0» existe déjà\u00a0: corrigez-la, ou retirez-la d’abord")
    write_one(target, ("\n".join(_map_lines(made)) + "\n").encode())
    print(target)


def _map_lines(made: Dressed) -> Iterable[str]:
    read = made.opened.read
    yield f"# Carte du modèle {made.opened.found.name}\u00a0: quelle disposition sert à quoi. Elle l’emporte."
    yield f"# Dispositions\u00a0: {', '.join(_quoted(layout_name(each, read)) for each in read.layouts)}."
    yield ""
    yield "# own\u00a0: le dossier garde les couleurs de la charte."
    yield "# from-template\u00a0: il prend celles du thème, contrastes corrigés."
    yield "charter: own"
    yield ""
    yield "roles:"
    for role in ROLES:
        found = made.housed.roles.get(role)
        layout = found.choice.layout if found else None
        line = f"  {role}: {_quoted(layout_name(layout, read))}" if layout else f"  # {role}: aucune"
        yield f"{line}  # {ROLE_NAMES[role]}"
    yield ""
    yield "# Une diapositive seule\u00a0: sa clé (celle de sa section ou de son bloc, ou deck.cover) et sa disposition."
    yield "slides: {}"
    yield ""
    yield "# Les diapositives que contient le modèle, par leur numéro\u00a0: drop (retirée), first (avant les nôtres),"
    yield "# last (après les nôtres)."
    if read.slides:
        yield "kept:"
        yield from (f'  "{number}": drop' for number, _ in enumerate(read.slides, start=1))
    else:
        yield "kept: {}"


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)
