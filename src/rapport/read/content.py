"""The content folder -> Content, with every fault of every file at once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.picture import Picture
from rapport.model.content import Content
from rapport.model.partial_date import PartialDate
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.read.checks.calls import Knowledge
from rapport.read.checks.remnants import Remnant
from rapport.read.checks.table import problems_of
from rapport.read.counting import counted
from rapport.read.gathering import Gathered, declared_in, gathered_from
from rapport.read.outlines import read_outlines
from rapport.read.pictures.pictures import pictures_of, read_photograph, read_picture
from rapport.read.translations.translated import UNTRANSLATED, Translated, translated
from rapport.read.yaml_nodes import read_text, serves, yaml_files
from rapport.remembered import ANEW, Remembered


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
