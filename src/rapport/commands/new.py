"""`rapport new`: the first files of a briefing, which build at once."""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from rapport.commands.diagnostics import project_of
from rapport.commands.schema import KINDS, schema_text
from rapport.disk import write_one
from rapport.model.content import Content, prose_of
from rapport.model.partial_date import PartialDate, PartialDateError
from rapport.project.from_word import imported, with_source
from rapport.project.project import Project, UsageError, chosen, reading_of
from rapport.project.skeleton import Form, Start, skeleton, starter
from rapport.project.word_review import word_outline

SOURCES = "# yaml-language-server: $schema=.schema/sources.schema.json\n"
KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ACRONYM = re.compile(r"\b([A-Z]{1,5})[ \u00a0](\d)")
"""« COP 30 », « G 7 »: the number belongs to the letters."""


def run(arguments: argparse.Namespace) -> int:
    """Writes the files and prints their paths. Raises UsageError for a name that cannot serve or is taken."""
    if arguments.briefing is None and arguments.docx is None:
        raise UsageError("quel dossier\u202f? (rapport new NOM)")
    name = arguments.docx.stem if arguments.briefing is None else arguments.briefing
    key = key_of(name)
    if key != name:
        print(f"nom retenu\u00a0: {key}", file=sys.stderr)
    event = " ".join(name.split()) if key != name else ""  # a name in words is that of the event
    content = reading_of(project_of(arguments)).content
    date = _date(arguments.date)
    if arguments.docx:
        return _from_word(arguments.docx, project_of(arguments), key, date, content.facts)
    if not content.briefings and not arguments.origin:
        return _begin(project_of(arguments), key, date, arguments.form, event)
    shared, closing = _taken_along(content, arguments.origin) if arguments.origin else ((), ())
    start = Start(key, date, shared, closing, _tolerated(content, (*shared, *closing)), arguments.form, event)
    files = {arguments.content / name: text.encode() for name, text in skeleton(start).items()}
    _refuse_existing(files)
    _write(files)
    return 0


def key_of(name: str) -> str:
    """The key that a name gives, in plain letters: « COP 30 » gives `cop30`. Raises UsageError if no letter is left."""
    if KEY.fullmatch(name):
        return name
    joined = ACRONYM.sub(r"\1\2", name).casefold()
    letters = unicodedata.normalize("NFKD", joined.replace("œ", "oe").replace("æ", "ae"))
    bare = "".join(character for character in letters if not unicodedata.combining(character))
    key = "-".join(re.findall(r"[a-z0-9]+", bare))
    if not key or set(name) & set("/\\"):
        raise UsageError(f"nom impossible\u00a0: «\u00a0{name}\u00a0» (des lettres et des chiffres, par exemple rome)")
    return key


def _from_word(file: Path, project: Project, key: str, date: PartialDate, known: Iterable[str]) -> int:
    """The outline of a Word document as content; the program's own charter serves where the folder has none."""
    found = imported(word_outline(file), key, date, known)
    sources = project.content / "sources.yaml"
    before = sources.read_text("utf-8", "surrogateescape") if sources.exists() else SOURCES
    texts = {project.content / name: text.encode() for name, text in found.texts.items()}
    own = texts | {project.assets / name: data for name, data in found.pictures.items()}
    _refuse_existing(own)
    if found.facts:
        own[sources] = with_source(before, date).encode("utf-8", "surrogateescape")
    schemas = {project.content / ".schema" / f"{kind}.schema.json": schema_text(kind).encode() for kind in KINDS}
    _write(own | {path: data for path, data in schemas.items() if not path.exists()})
    count = f"{found.facts} fait{'s' if found.facts > 1 else ''} à sourcer"
    print(f"{count}\u00a0: content/facts/{key}.yaml" if found.facts else "aucun chiffre à sourcer", file=sys.stderr)
    return 0


def _begin(project: Project, key: str, date: PartialDate, form: Form, event: str) -> int:
    """A whole project; what stands already beside the briefing's own files is left as it is."""
    root = project.content.parent
    places = {"content": project.content, "assets": project.assets}
    files = {_place(root, places, name): text.encode() for name, text in starter(key, date, form, event).items()}
    schemas = project.content / ".schema"
    files |= {schemas / f"{kind}.schema.json": schema_text(kind).encode() for kind in KINDS}
    _refuse_existing(path for path in files if path.stem == key or path.stem.endswith(f"-{key}"))
    _write({path: text for path, text in files.items() if not path.exists()})
    print(f"La suite est dans {root / 'COMMENCEZ-ICI.md'}\u00a0: rapport preview montre les pages.", file=sys.stderr)
    return 0


def _place(root: Path, places: Mapping[str, Path], name: str) -> Path:
    """Where a file of the starter goes: the folders of the content and of the looks may have other names."""
    first, _, rest = name.partition("/")
    return places[first] / rest if first in places else root / name


def _write(files: Mapping[Path, bytes]) -> None:
    for path, data in files.items():
        write_one(path, data)
        print(path)


def _tolerated(content: Content, sections: Iterable[str]) -> tuple[str, ...]:
    """What other briefings let these sections print, at the start of a sentence too, each once."""
    typed = [prose.text.casefold() for key in sections for prose in prose_of(content.sections[key])]
    texts = (text.text for briefing in content.briefings.values() for text in briefing.tolerated)
    return tuple(text for text in dict.fromkeys(texts) if any(text.casefold() in each for each in typed))


def _refuse_existing(files: Iterable[Path]) -> None:
    taken = [str(path) for path in files if path.exists()]
    if taken:
        raise UsageError(
            f"ces fichiers existent déjà\u00a0: {', '.join(taken)} (choisissez un autre nom, ou renommez-les)"
        )


def _date(notation: str | None) -> PartialDate:
    """The date asked for, or else today's: it is written down once, and no build reads the clock."""
    today = datetime.now().astimezone().date().isoformat()  # noqa: TID251  # read once, by who writes it down
    try:
        return PartialDate.parse(notation or today)
    except PartialDateError as error:
        raise UsageError(f"date illisible\u00a0: «\u00a0{notation}\u00a0» (écrivez 2026-02-10)") from error


def _taken_along(content: Content, origin: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sections of a briefing that are not its own, in its order; the annexes that close it apart.

    Its own are named after it: `agenda-evian` or `agenda-evian-g7` for `evian-g7`. Raises UsageError for no briefing.
    """
    [key] = chosen(content, [origin])
    parts = key.split("-")
    names = tuple(f"-{'-'.join(parts[: number + 1])}" for number in range(len(parts)))
    sections = content.briefings[key].sections
    listed = [each for each in sections if each in content.sections and not each.endswith(names)]
    cut = len(listed)
    while cut and content.sections[listed[cut - 1]].kind == "annex":
        cut -= 1
    return tuple(listed[:cut]), tuple(listed[cut:])
