"""The files of translations: what is still to be translated is added to them, what was looked at again is renewed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct

from rapport.disk import write_one
from rapport.language.locales import language_of
from rapport.model.content import Content
from rapport.model.prose import Prose
from rapport.model.translation import Pair, text_key
from rapport.origin import Origin
from rapport.project.project import Project
from rapport.read.content import Reading
from rapport.read.translations.dictionary import SHARED, mirror
from rapport.read.translations.translated import missing_places
from rapport.read.yaml_nodes import TRANSLATIONS

LINE = re.compile(r"(?=.{109})(.{60,108}) ")
"""What is typed on a line; a longer text goes on in the next one."""


class Written(Struct, frozen=True):
    """A file of translations, and how many pairs were added or renewed in it."""

    path: Path
    pairs: int


def add_missing(reading: Reading, keys: Iterable[str], project: Project, locale: str) -> tuple[Written, ...]:
    """Adds a pair, still to be filled in, for each text that has none; those of one file in their order."""
    content, pending = reading.content, reading.translation.pending
    missing = dict.fromkeys(origin for key in keys for origin in missing_places(content, key))
    places = [origin for origin in missing if text_key(content.untranslated[origin]) not in pending]
    homes = _homes(content.untranslated, places, locale)
    return tuple(_append(project, file, texts, content, locale) for file, texts in sorted(homes.items()))


def _homes(texts: Mapping[Origin, str], places: Iterable[Origin], locale: str) -> dict[str, list[str]]:
    """The file of translations of each text, in order of place."""
    files: dict[str, list[str]] = {}
    for origin in sorted(places):
        home = files.setdefault(text_key(texts[origin]), [])
        home += [origin.file] if origin.file not in home else []
    homes: dict[str, list[str]] = {}
    for text, found in files.items():
        top = PurePosixPath(found[0]).parts[0]
        shared = PurePosixPath(top, TRANSLATIONS, locale, SHARED).as_posix()
        homes.setdefault(mirror(found[0], locale) if len(found) == 1 else shared, []).append(text)
    return homes


def _append(project: Project, file: str, texts: list[str], content: Content, locale: str) -> Written:
    path = project.content.joinpath(*PurePosixPath(file).parts[1:])
    before = content.texts.get(file, "")
    source = next((each for each in ("fr", "en") if each != language_of(locale)), "fr")
    pairs = "".join(_pair(text, source, language_of(locale)) for text in texts)
    gap = "\n" if before and not before.endswith("\n") else ""
    write_one(path, f"{before or _head(file)}{gap}{pairs}".encode())
    return Written(path, len(texts))


def _head(file: str) -> str:
    """The first line of a new file, by which editors find what it may hold."""
    up = "../" * (len(PurePosixPath(file).parts) - 2)
    return f"# yaml-language-server: $schema={up}.schema/translations.schema.json\n"


def _pair(text: str, source: str, target: str) -> str:
    return f'- {source}: {quoted(text)}\n  {target}: ""\n'


def quoted(text: str, indent: str = "      ") -> str:
    """A text between quotes, on as many lines as it takes; a reader of YAML folds them again."""
    return LINE.sub(rf"\1\n{indent}", json.dumps(text_key(text), ensure_ascii=False))


def renew(reworded: Mapping[Pair, Prose], texts: Mapping[str, str], project: Project) -> tuple[Written, ...]:
    """Replaces the former text by the current one in each pair whose translation still holds."""
    by_file: dict[str, list[tuple[Pair, Prose]]] = {}
    for pair, prose in reworded.items():
        by_file.setdefault(pair.source.origin.file, []).append((pair, prose))
    return tuple(_renewed(project, file, pairs, texts[file]) for file, pairs in sorted(by_file.items()))


def _renewed(project: Project, file: str, pairs: list[tuple[Pair, Prose]], text: str) -> Written:
    for start, end, new in sorted(_places(pairs, text), reverse=True):
        text = text[:start] + new + text[end:]
    path = project.content.joinpath(*PurePosixPath(file).parts[1:])
    write_one(path, text.encode())
    return Written(path, len(pairs))


def _places(pairs: list[tuple[Pair, Prose]], text: str) -> Iterator[tuple[int, int, str]]:
    """Where each text to be renewed stands in its file, and what is to stand there."""
    lines = text.splitlines(keepends=True)
    for pair, prose in pairs:
        origin, raw = pair.source.origin, pair.source.raw
        start = sum(map(len, lines[: origin.line - 1])) + origin.column - 1
        kept = len(raw) - len(raw.rstrip("\n"))
        yield start, start + len(raw) - kept, quoted(prose.text, " " * (origin.column + 1))
