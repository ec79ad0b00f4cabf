"""`rapport facts`: all facts to a spreadsheet and back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
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
from rapport.read.content import Reading
from rapport.read.facts.entries import TypedFact, entries_of, replaced
from rapport.read.facts.sheets import TABLES, table_text, workbook
from rapport.read.facts.table import NUMBERS, FactLine, read_table, write_table
from rapport.read.meant import did_you_mean
from rapport.read.workbook import ENDINGS
from rapport.read.yaml_nodes import yaml_files

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
    folder = arguments.content / "facts"
    content = _with_sound_facts(reading_of(project_of(arguments)), folder)
    kept = _files(arguments.content)
    lines = _lines(arguments.file)
    files = {**kept, **{name: _head(name) for name in _new_files(lines, kept)}}
    problems = (*_misplaced(lines, files), *_broken(lines, content))
    if errors(problems):
        raise ContentError(problems)
    changes = {name: _changes(name, entries_of(text), lines) for name, text in files.items()}
    paths = {**{name: folder / f"{name}.yaml" for name in files}, **_paths(arguments.content)}
    changed = {paths[name]: (files[name], changed) for name, changed in changes.items() if changed}
    written = {path: replaced(text, new).encode() for path, (text, new) in changed.items()}
    for path in written.keys() - {paths[name] for name in kept}:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_one(path, written.pop(path))
    rewrite(folder, {path: Rewriting(changed[path][0].encode(), new) for path, new in written.items()})
    for path, (_text, new) in changed.items():
        print(f"{path}\u00a0: {', '.join(new)}")
    if not changed:
        print("aucun fait n’a changé", file=sys.stderr)
    _say_absent(files, lines)
    return 0


def _with_sound_facts(reading: Reading, folder: Path) -> Content:
    """The content whose facts can be read: sections may call those that are still to come. Raises ContentError."""
    place = f"{folder.parent.name}/{folder.name}/"
    if errors(problem for problem in reading.problems if problem.origin.file.startswith(place)):
        raise ContentError(reading.problems)
    return reading.content


def _new_files(lines: Iterable[FactLine], files: Files) -> Iterator[str]:
    """The files that lines name and that do not exist, unless they are nearly named as one that does."""
    for name in dict.fromkeys(line.file for line in lines):
        if name not in files and not did_you_mean(name, sorted(files)):
            yield name


def _head(name: str) -> str:
    """How a new file of facts begins."""
    title = name.rpartition("/")[2].replace("-", " ").capitalize()
    up = "../" * (1 + name.count("/"))
    return f"# yaml-language-server: $schema={up}.schema/facts.schema.json\ngroup: {title}\n"


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
    if errors(faults):
        raise ContentError(faults)
    show(faults)
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
    whole = ((line.key, _with_absent(line, entries)) for line in lines if line.file == name)
    return {key: fields for key, fields in whole if key not in entries or _said(entries[key].fields) != _said(fields)}


def _with_absent(line: FactLine, entries: Mapping[str, TypedFact]) -> Mapping[str, str]:
    """What a line says, and what its fact said before where the table has no column for it."""
    before = entries[line.key].fields if line.key in entries else {}
    return {**{name: before[name] for name in line.absent if name in before}, **line.fields}


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
