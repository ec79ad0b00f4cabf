"""`rapport facts`: all facts to a spreadsheet and back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from rapport.commands.diagnostics import project_of, show
from rapport.disk import Rewriting, rewrite, write_one
from rapport.model.content import Content
from rapport.problem import ContentError, Problem, errors
from rapport.project.project import UsageError, reading_of, sound
from rapport.read.checks.calls import knowledge_of
from rapport.read.checks.table import problems_of
from rapport.read.facts.entries import TypedFact, entries_of, replaced
from rapport.read.facts.sheets import TABLES, table_text, workbook
from rapport.read.facts.table import NUMBERS, FactLine, read_table, write_table
from rapport.read.files import yaml_files
from rapport.read.meant import did_you_mean
from rapport.read.workbook import ENDINGS

Files = Mapping[str, str]
"""The texts of the files of facts, line ends as they stand, by their names."""


def run(arguments: argparse.Namespace) -> int:
    """Exports or imports; 1 where the table has faults, all of them then said and nothing written."""
    return ACTIONS[arguments.action](arguments)


def export_facts(arguments: argparse.Namespace) -> int:
    """Writes the table: a workbook, or CSV with a byte-order mark by which spreadsheets know UTF-8."""
    sound(reading_of(project_of(arguments)))
    lines = (
        FactLine(name, key, entry.fields)
        for name, text in _files(arguments.content).items()
        for key, entry in entries_of(text).items()
    )
    kind = _kind(arguments.file)
    write_one(arguments.file, workbook(lines) if kind in ENDINGS else write_table(lines).encode("utf-8-sig"))
    print(arguments.file)
    return 0


def import_facts(arguments: argparse.Namespace) -> int:
    """Writes the changed entries of changed files. Raises ContentError with every fault of the table."""
    content = sound(reading_of(project_of(arguments)))
    files = _files(arguments.content)
    lines = _lines(arguments.file)
    problems = (*_misplaced(lines, files), *_broken(lines, content))
    if errors(problems):
        raise ContentError(problems)
    changes = {name: _changes(name, entries_of(text), lines) for name, text in files.items()}
    paths = _paths(arguments.content)
    changed = {paths[name]: (files[name], changed) for name, changed in changes.items() if changed}
    rewrite(
        arguments.content / "facts",
        {path: Rewriting(text.encode(), replaced(text, new).encode()) for path, (text, new) in changed.items()},
    )
    for path, (_text, new) in changed.items():
        print(f"{path}\u00a0: {', '.join(new)}")
    if not changed:
        print("aucun fait n’a changé", file=sys.stderr)
    _say_absent(files, lines)
    return 0


def _paths(content: Path) -> dict[str, Path]:
    """The files of facts by their names: the path in the folder of facts, without `.yaml`."""
    folder = content / "facts"
    return {path.relative_to(folder).as_posix().removesuffix(".yaml"): path for path in yaml_files(folder)}


def _files(content: Path) -> Files:
    return {name: path.read_bytes().decode() for name, path in _paths(content).items()}


def _kind(path: Path) -> str:
    """The ending of a table; a device, which has none, takes CSV. Raises UsageError for any other file."""
    kind = path.suffix.lower()
    if kind not in (*ENDINGS, *TABLES) and not _is_device(path):
        message = f"«\u00a0{path.name}\u00a0» n’est ni un classeur ni un tableau CSV"
        raise UsageError(f"{message}\u00a0: extensions admises\u00a0: {', '.join((*ENDINGS, *TABLES))}")
    return kind


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _lines(path: Path) -> tuple[FactLine, ...]:
    if not path.is_file():
        raise UsageError(f"fichier introuvable\u00a0: «\u00a0{path}\u00a0»")
    _kind(path)
    text, problems = table_text(path.read_bytes(), path.name)
    if errors(problems):
        raise ContentError(problems)
    show(problems)
    lines, faults = read_table(path.name, text)
    if faults:
        raise ContentError(faults)
    return lines


def _misplaced(lines: tuple[FactLine, ...], files: Files) -> tuple[Problem, ...]:
    """Lines whose file does not exist, or whose key stands in another file."""
    homes = {key: name for name, text in files.items() for key in entries_of(text)}
    problems = []
    for line in lines:
        if line.file not in files:
            message = f"fichier de faits inconnu\u00a0: «\u00a0{line.file}\u00a0»"
            hint = did_you_mean(line.file, sorted(files)) or f"au choix\u00a0: {', '.join(files)}"
            problems.append(Problem("file-unknown", message, line.origin, hint))
        elif homes.get(line.key, line.file) != line.file:
            message = f"«\u00a0{line.key}\u00a0» est déjà dans facts/{homes[line.key]}.yaml"
            problems.append(Problem("key-duplicate", message, line.origin))
    return tuple(problems)


def _broken(lines: tuple[FactLine, ...], content: Content) -> tuple[Problem, ...]:
    """What the content's checks say of the lines, taken together with all that does not change."""
    facts = {line.key: line.fact for line in lines if line.fact is not None}
    changed = replace(content, facts={**content.facts, **facts})
    tables = {line.origin.file for line in lines}
    found = problems_of(changed, (), knowledge_of(changed))
    return tuple(problem for problem in found if problem.origin.file in tables)


def _changes(name: str, entries: Mapping[str, TypedFact], lines: tuple[FactLine, ...]) -> dict[str, Mapping[str, str]]:
    """The fields of the entries that differ from the table, or are new in it."""
    return {
        line.key: line.fields
        for line in lines
        if line.file == name and (line.key not in entries or _said(entries[line.key].fields) != _said(line.fields))
    }


def _said(fields: Mapping[str, str]) -> dict[str, str | Decimal]:
    """What a fact says: a number is the same however a spreadsheet has written it, "2_600" or "2 600,00"."""
    said = ((name, text) for name, text in fields.items() if text)
    return {name: Decimal(text.replace("_", "")) if name in NUMBERS else text for name, text in said}


def _say_absent(files: Files, lines: tuple[FactLine, ...]) -> None:
    """An import adds and changes; it never deletes, and says so."""
    kept = {key for text in files.values() for key in entries_of(text)} - {line.key for line in lines}
    if kept:
        print(f"absents du tableau, gardés tels quels\u00a0: {', '.join(sorted(kept))}", file=sys.stderr)


ACTIONS = {"export": export_facts, "import": import_facts}
