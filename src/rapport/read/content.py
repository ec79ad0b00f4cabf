"""The content folder -> Content, with every fault of every file at once."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from rapport.edition.picture import Picture
from rapport.model.briefing import Briefing
from rapport.model.content import Content, FactGroup, Name, Section
from rapport.model.fact import Acronym, Fact, OwnUnit, Source
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
from rapport.read.files import read_text, yaml_files
from rapport.read.outlines import read_outlines
from rapport.read.pictures.pictures import pictures_of, read_photograph, read_picture
from rapport.read.translations.dictionary import read_pairs, serves
from rapport.read.translations.translated import UNTRANSLATED, Translated, translated
from rapport.read.validation import validate
from rapport.read.yaml.nodes import LocatedDict, LocatedList, Tree, paths, read_yaml

Entry = TypeVar("Entry", bound=Located)

KEY = re.compile(r"[a-z0-9][a-z0-9-]*")
ENTRY = re.compile(r"^([a-z0-9][a-z0-9-]*):", re.MULTILINE)
"""A key at the start of a line, in a file that YAML cannot read."""


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


class _Gathered(Struct):
    """What the files gave so far.

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


def read_content(folder: Path, assets: Path, now: PartialDate | None = None, locale: str = "") -> Reading:
    """All content of a folder; pictures come from `assets`. No exception for a fault of the content.

    `now` is the day on which to judge shelf lives and embargoes, each briefing's own where it is None. Briefings are
    in `locale`, with the translations that the folder holds; in that of each where it is empty.
    """
    if not folder.is_dir():
        message = f"répertoire introuvable\u00a0: «\u00a0{folder.name}\u00a0»"
        hint = "commencez un projet ici\u00a0: rapport new NOM"
        problem = Problem("folder-missing", message, Origin(folder.name), hint)
        return Reading(_content(_Gathered(), {}), (problem,))
    gathered = _Gathered()
    for path in yaml_files(folder):
        if serves(PurePosixPath(path.relative_to(folder)), locale):
            _read_file(path, folder, gathered)
    if not gathered.texts and not gathered.problems:
        problem = Problem("folder-empty", "aucun fichier YAML dans ce répertoire", Origin(folder.name))
        gathered.problems.append(problem)
    pictures = _pictures(gathered, assets)
    outlines, problems_met = read_outlines(block for section in gathered.sections.values() for block in section.blocks)
    gathered.problems += problems_met
    plain = replace(_content(gathered, pictures), outlines=outlines)
    content, made = translated(plain, gathered.pairs, locale)
    problems = {*gathered.problems, *made.problems, *problems_of(content, gathered.remnants, _knowledge(gathered, now))}
    ordered = sorted(problems, key=lambda problem: (problem.origin, problem.code, problem.message))
    return Reading(content, counted(ordered), tuple(gathered.remnants), made)


def _knowledge(gathered: _Gathered, now: PartialDate | None) -> Knowledge:
    known = (gathered.facts, gathered.sources, gathered.sections)
    facts, sources, sections = (gathered.declared.union(keys) for keys in known)
    return Knowledge(facts, sources, sections, now)


def _content(gathered: _Gathered, pictures: Mapping[str, Picture]) -> Content:
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


def _read_file(path: Path, folder: Path, gathered: _Gathered) -> None:
    relative = path.relative_to(folder)
    name = (Path(folder.name) / relative).as_posix()
    text, problems = read_text(path, name)
    gathered.problems += problems
    if text is None:
        return
    gathered.texts[name] = text
    tree, problems = read_yaml(name, text)
    gathered.problems += problems
    if tree is None:
        gathered.declared.update((relative.stem, *ENTRY.findall(text)))
    else:
        _file_kind(relative)(tree, relative.stem, Origin(name, 1, 1), gathered)


def _file_kind(relative: Path) -> Reader:
    kind = relative.parts[0] if len(relative.parts) > 1 else relative.name
    return READERS.get(kind, _unknown_file)


def _unknown_file(_tree: Tree, _key: str, place: Origin, gathered: _Gathered) -> None:
    hint = "les faits vont dans facts/, les sections dans sections/, les dossiers dans briefings/"
    gathered.problems.append(Problem("file-unknown", "ce fichier n’est d’aucun genre connu", Origin(place.file), hint))


def _entries(tree: Tree, place: Origin, model: type[Entry], gathered: _Gathered) -> dict[str, Entry]:
    """The valid entries of a file that is one mapping from keys to entries."""
    kind = KINDS[model]
    if not isinstance(tree, LocatedDict):
        gathered.problems.append(Problem("mapping-expected", "des lignes «\u00a0clé:\u00a0» sont attendues ici", place))
        return {}
    result: dict[str, Entry] = {}
    for key, value in paths(tree):
        entry, problems = validate(model, value, tree.key_origins[key])
        gathered.problems += problems
        if kind == "fact":
            _check_key(key, tree.key_origins[key], gathered)
        if entry is not None:
            result[key] = entry
        else:
            _leave(key, Remnant(kind, value, key), gathered)
    return result


def _check_key(key: str, place: Origin, gathered: _Gathered) -> None:
    """A key that braces or a list of sections could not call is refused where it is given."""
    if not KEY.fullmatch(key):
        hint = "minuscules sans accent, chiffres et traits d’union"
        gathered.problems.append(Problem("key-invalid", f"«\u00a0{key}\u00a0» n’est pas une clé", place, hint))


def _leave(key: str, remnant: Remnant, gathered: _Gathered) -> None:
    """Remembers an entry too faulty to become a value."""
    gathered.declared.add(key)
    gathered.remnants.append(remnant)


def _merge(into: dict[str, Entry], new: dict[str, Entry], gathered: _Gathered) -> None:
    for key, entry in new.items():
        if key in into:
            message = f"«\u00a0{key}\u00a0» est déjà défini dans {into[key].origin.file}"
            gathered.problems.append(Problem("key-duplicate", message, entry.origin, "choisissez une autre clé"))
        else:
            into[key] = entry


def _read_sources(tree: Tree, _key: str, place: Origin, gathered: _Gathered) -> None:
    _merge(gathered.sources, _entries(tree, place, Source, gathered), gathered)


def _read_acronyms(tree: Tree, _key: str, place: Origin, gathered: _Gathered) -> None:
    _merge(gathered.acronyms, _entries(tree, place, Acronym, gathered), gathered)


def _read_units(tree: Tree, _key: str, place: Origin, gathered: _Gathered) -> None:
    _merge(gathered.units, _entries(tree, place, OwnUnit, gathered), gathered)


def _read_facts(tree: Tree, key: str, place: Origin, gathered: _Gathered) -> None:
    title = tree.pop("group", None) if isinstance(tree, LocatedDict) else None
    facts = _entries(tree, place, Fact, gathered)
    name = as_typed(title.text).strip() if isinstance(title, Scalar) else key
    origin = title.origin if isinstance(title, Scalar) else place
    gathered.groups.append(FactGroup(key, name, tuple(facts), origin))
    _merge(gathered.facts, facts, gathered)


def _read_names(tree: Tree, _key: str, place: Origin, gathered: _Gathered) -> None:
    if not isinstance(tree, LocatedList) or not all(isinstance(item, Scalar) for item in tree):
        hint = "un nom par ligne, après un tiret\u00a0: - France 2030"
        gathered.problems.append(Problem("list-expected", "une liste de noms est attendue ici", place, hint))
        return
    gathered.names += [Name(item.text, item.origin) for item in tree]


def _read_translations(tree: Tree, _key: str, place: Origin, gathered: _Gathered) -> None:
    pairs, problems = read_pairs(tree, place)
    gathered.pairs += pairs
    gathered.problems += problems


def _read_one(tree: Tree, key: str, place: Origin, gathered: _Gathered, model: type[Entry]) -> dict[str, Entry]:
    entry, problems = validate(model, tree, place)
    gathered.problems += problems
    _check_key(key, Origin(place.file), gathered)
    if entry is None:
        _leave(key, Remnant(KINDS[model], tree, key), gathered)
    return {key: entry} if entry is not None else {}


def _read_section(tree: Tree, key: str, place: Origin, gathered: _Gathered) -> None:
    _merge(gathered.sections, _read_one(tree, key, place, gathered, Section), gathered)


def _read_briefing(tree: Tree, key: str, place: Origin, gathered: _Gathered) -> None:
    _merge(gathered.briefings, _read_one(tree, key, place, gathered, Briefing), gathered)


KINDS: Mapping[type[Located], Kind] = {
    Source: "source",
    Acronym: "acronym",
    OwnUnit: "unit",
    Fact: "fact",
    Section: "section",
    Briefing: "briefing",
}

Reader = Callable[[Tree, str, Origin, _Gathered], None]
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


def _pictures(gathered: _Gathered, assets: Path) -> dict[str, Picture]:
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
