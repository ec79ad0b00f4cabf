"""The content folder -> Content, with every fault of every file at once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from rapport.edition.picture import Picture
from rapport.model.briefing import Briefing
from rapport.model.content import Content, FactGroup, Name, Section
from rapport.model.fact import Acronym, AcronymEntry, Fact, OwnUnit, Source
from rapport.model.located import Located
from rapport.model.partial_date import PartialDate
from rapport.model.scalar import Scalar, as_typed
from rapport.model.translation import Pair
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.read.checks.calls import Knowledge
from rapport.read.checks.remnants import Kind, Remnant
from rapport.read.checks.table import problems_of
from rapport.read.counting import counted
from rapport.read.outlines import read_outlines
from rapport.read.pictures import pictures_of, read_photograph, read_picture
from rapport.read.translations.dictionary import read_pairs
from rapport.read.translations.translated import UNTRANSLATED, Translated, translated
from rapport.read.validation import validate
from rapport.read.yaml_nodes import (
    LARGEST_FILE,
    LocatedDict,
    LocatedList,
    Tree,
    paths,
    read_text,
    read_yaml,
    serves,
    yaml_files,
)
from rapport.remembered import ANEW, Remembered

Entry = TypeVar("Entry", bound=Located)

KEY = re.compile(r"[a-z0-9][a-z0-9-]*")
ENTRY = re.compile(r"^([a-z0-9][a-z0-9-]*):", re.MULTILINE)
"""A key at the start of a line, in a file that YAML cannot read."""


class Gathered(Struct):
    """What a file gives, or all files so far.

    `declared` holds the keys of faulty entries and of those in files that YAML cannot read: they are not unknown.
    """

    sources: dict[str, Source] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    groups: list[FactGroup] = field(default_factory=list)
    sections: dict[str, Section] = field(default_factory=dict)
    briefings: dict[str, Briefing] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)
    acronyms: dict[str, Acronym] = field(default_factory=dict)
    units: dict[str, OwnUnit] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    remnants: list[Remnant] = field(default_factory=list)
    declared: set[str] = field(default_factory=set)
    pairs: list[Pair] = field(default_factory=list)

    def take(self, file: Gathered) -> None:
        """What a file gave joins what those before it did; a key stays the first's."""
        self.problems += file.problems
        self._merge(self.sources, file.sources)
        self._merge(self.facts, file.facts)
        self._merge(self.sections, file.sections)
        self._merge(self.briefings, file.briefings)
        self._merge(self.acronyms, file.acronyms)
        self._merge(self.units, file.units)
        self.groups += file.groups
        self.names += file.names
        self.remnants += file.remnants
        self.declared |= file.declared
        self.pairs += file.pairs

    def _merge(self, into: dict[str, Entry], new: Mapping[str, Entry]) -> None:
        for key, entry in new.items():
            if key in into:
                message = f"«\u00a0{key}\u00a0» est déjà défini dans {into[key].origin.file}"
                self.problems.append(Problem("key-duplicate", message, entry.origin, "choisissez une autre clé"))
            else:
                into[key] = entry


def gathered_from(relative: Path, name: str, text: str) -> Gathered:
    """What a file gives by itself; `name` is its path in problems, `relative` that within the content folder."""
    own = Gathered()
    tree, problems = read_yaml(name, text)
    own.problems += problems
    if tree is None:
        own.declared |= _declared(relative, text)
    else:
        _file_kind(relative)(tree, relative.stem, Origin(name, 1, 1), own)
    return own


def _declared(relative: Path, text: str) -> set[str]:
    """The keys of a file that cannot be read: what calls them is right."""
    return {relative.stem, *ENTRY.findall(text)}


def declared_in(relative: Path, path: Path) -> set[str]:
    """The keys declared in a file of another encoding; nothing for one that the system refuses to read."""
    try:
        return _declared(relative, path.read_bytes()[:LARGEST_FILE].decode("cp1252", "replace"))
    except OSError:
        return set()


def _file_kind(relative: Path) -> Reader:
    kind = relative.parts[0] if len(relative.parts) > 1 else relative.name
    return READERS.get(kind, _unknown_file)


def _unknown_file(_tree: Tree, _key: str, place: Origin, gathered: Gathered) -> None:
    hint = "les faits vont dans facts/, les sections dans sections/, les dossiers dans briefings/"
    gathered.problems.append(Problem("file-unknown", "ce fichier n’est d’aucun genre connu", Origin(place.file), hint))


def _entries(
    tree: Tree, place: Origin, model: type[Entry], gathered: Gathered, written: Any = None
) -> dict[str, Entry]:
    """The valid entries of a file that is one mapping from keys to entries, as they may be `written`."""
    kind = KINDS[model]
    if not isinstance(tree, LocatedDict):
        gathered.problems.append(Problem("mapping-expected", "des lignes «\u00a0clé:\u00a0» sont attendues ici", place))
        return {}
    result: dict[str, Entry] = {}
    for key, value in paths(tree):
        entry, problems = validate(model, value, tree.key_origins[key], written)
        gathered.problems += problems
        if kind == "fact":
            _check_key(key, tree.key_origins[key], gathered)
        if entry is not None:
            result[key] = entry
        else:
            _leave(key, Remnant(kind, value, key), gathered)
    return result


def _check_key(key: str, place: Origin, gathered: Gathered) -> None:
    """A key that braces or a list of sections could not call is refused where it is given."""
    if not KEY.fullmatch(key):
        hint = "minuscules sans accent, chiffres et traits d’union"
        gathered.problems.append(Problem("key-invalid", f"«\u00a0{key}\u00a0» n’est pas une clé", place, hint))


def _leave(key: str, remnant: Remnant, gathered: Gathered) -> None:
    """Remembers an entry too faulty to become a value."""
    gathered.declared.add(key)
    gathered.remnants.append(remnant)


def _read_sources(tree: Tree, _key: str, place: Origin, gathered: Gathered) -> None:
    gathered.sources.update(_entries(tree, place, Source, gathered))


def _read_acronyms(tree: Tree, _key: str, place: Origin, gathered: Gathered) -> None:
    gathered.acronyms.update(_entries(tree, place, Acronym, gathered, AcronymEntry))


def _read_units(tree: Tree, _key: str, place: Origin, gathered: Gathered) -> None:
    gathered.units.update(_entries(tree, place, OwnUnit, gathered))


def _read_facts(tree: Tree, key: str, place: Origin, gathered: Gathered) -> None:
    title = tree.pop("group", None) if isinstance(tree, LocatedDict) else None
    facts = _entries(tree, place, Fact, gathered)
    name = as_typed(title.text).strip() if isinstance(title, Scalar) else key
    origin = title.origin if isinstance(title, Scalar) else place
    gathered.groups.append(FactGroup(key, name, tuple(facts), origin))
    gathered.facts.update(facts)


def _read_names(tree: Tree, _key: str, place: Origin, gathered: Gathered) -> None:
    if not isinstance(tree, LocatedList) or not all(isinstance(item, Scalar) for item in tree):
        hint = "un nom par ligne, après un tiret\u00a0: - France 2030"
        gathered.problems.append(Problem("list-expected", "une liste de noms est attendue ici", place, hint))
        return
    gathered.names += [Name(item.text, item.origin) for item in tree]


def _read_translations(tree: Tree, _key: str, place: Origin, gathered: Gathered) -> None:
    pairs, problems = read_pairs(tree, place)
    gathered.pairs += pairs
    gathered.problems += problems


def _read_one(tree: Tree, key: str, place: Origin, gathered: Gathered, model: type[Entry]) -> dict[str, Entry]:
    entry, problems = validate(model, tree, place)
    gathered.problems += problems
    _check_key(key, Origin(place.file), gathered)
    if entry is None:
        _leave(key, Remnant(KINDS[model], tree, key), gathered)
    return {key: entry} if entry is not None else {}


def _read_section(tree: Tree, key: str, place: Origin, gathered: Gathered) -> None:
    gathered.sections.update(_read_one(tree, key, place, gathered, Section))


def _read_briefing(tree: Tree, key: str, place: Origin, gathered: Gathered) -> None:
    gathered.briefings.update(_read_one(tree, key, place, gathered, Briefing))


KINDS: Mapping[type[Located], Kind] = {
    Source: "source",
    Acronym: "acronym",
    OwnUnit: "unit",
    Fact: "fact",
    Section: "section",
    Briefing: "briefing",
}

Reader = Callable[[Tree, str, Origin, Gathered], None]
"""Gathers what a file of its kind holds; it is given the file's key and the place where it begins."""

READERS: Mapping[str, Reader] = {
    "sources.yaml": _read_sources,
    "names.yaml": _read_names,
    "acronyms.yaml": _read_acronyms,
    "units.yaml": _read_units,
    "facts": _read_facts,
    "sections": _read_section,
    "briefings": _read_briefing,
    "translations": _read_translations,
}


# The content folder -> Content, with every fault of every file at once.


class Reading(Struct, frozen=True):
    """What came of reading: the content that could be read, all problems in order of place, and what is too faulty.

    `translation` tells what is to be looked at again where another language was asked for.
    """

    content: Content
    problems: tuple[Problem, ...]
    remnants: tuple[Remnant, ...] = ()
    translation: Translated = UNTRANSLATED

    @property
    def faulty(self) -> bool:
        return any(problem.severity == "error" for problem in self.problems)


def read_content(
    folder: Path, assets: Path, now: PartialDate | None = None, locale: str = "", memory: Remembered = ANEW
) -> Reading:
    """All content of a folder; pictures come from `assets`. No exception for a fault of the content.

    `now` is the day on which to judge shelf lives and embargoes, each briefing's own where it is None. Briefings are
    in `locale`, with the translations that the folder holds; in that of each where it is empty. Files that say what
    they said when they were last read with this `memory` give the same values.
    """
    if not folder.is_dir():
        message = f"répertoire introuvable\u00a0: «\u00a0{folder.name}\u00a0»"
        hint = "commencez un projet ici\u00a0: rapport new NOM"
        problem = Problem("folder-missing", message, Origin(folder.name), hint)
        return Reading(_content(Gathered(), {}), (problem,))
    gathered = Gathered()
    for path in yaml_files(folder):
        if serves(PurePosixPath(path.relative_to(folder)), locale):
            _read_file(path, folder, gathered, memory)
    if not gathered.texts and not gathered.problems:
        problem = Problem("folder-empty", "aucun fichier YAML dans ce répertoire", Origin(folder.name))
        gathered.problems.append(problem)
    pictures = _pictures(gathered, assets)
    outlines, problems_met = read_outlines(block for section in gathered.sections.values() for block in section.blocks)
    gathered.problems += problems_met
    plain = replace(_content(gathered, pictures), outlines=outlines)
    content, made = translated(plain, gathered.pairs, locale)
    found = problems_of(content, gathered.remnants, _knowledge(gathered, now), memory)
    problems = {*gathered.problems, *made.problems, *found}
    ordered = sorted(problems, key=lambda problem: (problem.origin, problem.code, problem.message))
    return Reading(content, counted(ordered), tuple(gathered.remnants), made)


def _knowledge(gathered: Gathered, now: PartialDate | None) -> Knowledge:
    known = (gathered.facts, gathered.sources, gathered.sections)
    facts, sources, sections = (frozenset(gathered.declared.union(keys)) for keys in known)
    return Knowledge(facts, sources, sections, now)


def _content(gathered: Gathered, pictures: Mapping[str, Picture]) -> Content:
    digest = hashlib.sha256()
    for name, text in sorted(gathered.texts.items()):
        digest.update(f"{name}\0{len(text)}\0{text}".encode())
    for name, picture in sorted(pictures.items()):
        digest.update(f"{name}\0{picture.digest}".encode())
    return Content(
        sources=gathered.sources,
        facts=gathered.facts,
        groups=tuple(gathered.groups),
        sections=gathered.sections,
        briefings=gathered.briefings,
        names=tuple(gathered.names),
        acronyms=gathered.acronyms,
        pictures=pictures,
        digest=digest.hexdigest(),
        texts=gathered.texts,
        units=gathered.units,
    )


def _read_file(path: Path, folder: Path, gathered: Gathered, memory: Remembered) -> None:
    relative = path.relative_to(folder)
    name = (Path(folder.name) / relative).as_posix()
    text, problems = read_text(path, name)
    gathered.problems += problems
    if text is None:
        gathered.declared |= declared_in(relative, path)
    else:
        gathered.texts[name] = text
        gathered.take(memory(("file", name, text), lambda: gathered_from(relative, name, text)))


def _pictures(gathered: Gathered, assets: Path) -> dict[str, Picture]:
    pictures: dict[str, Picture] = {}
    for file, origin in (found for section in gathered.sections.values() for found in pictures_of(section.blocks)):
        if file not in pictures:
            picture, problems = read_picture(assets, file, origin)
            gathered.problems += problems
            if picture is not None:
                pictures[picture.name] = picture
    for cover in (briefing.picture for briefing in gathered.briefings.values() if briefing.picture):
        photograph, problems = read_photograph(assets, cover.file, cover.origin)
        gathered.problems += problems
        if photograph is not None:
            pictures[photograph.name] = photograph
    return pictures
