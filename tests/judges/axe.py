"""axe-core in a headless Chromium: a page as its readers meet it, on a desk, a telephone, paper, and by keyboard.

    judge(page).violations == ()        for a page in which axe-core finds nothing, at 1280 and at 320 pixels

`make test` installs axe-core and playwright-core from npm (package.json); the browser is the system's. Where one of
them is missing `NotInstalledError` is raised, and the test says "not run", never "passed".
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from msgspec import Struct

ROOT = Path(__file__).parents[2]
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_PACKAGES = ("axe-core", "playwright-core")
_LONGEST = 120
"""Seconds."""


class NotInstalledError(Exception):
    """The browser, Node.js or a package is not on this machine."""


class Stop(Struct, frozen=True):
    """Where the Tab key leads: the text there, where it links to, whether the focus is seen."""

    text: str
    target: str
    shown: bool


class Judgement(Struct, frozen=True):
    """What was found in a page.

    `violations` are axe-core's rules with the markup that breaks them, at both widths. `cut_off` is markup beyond the
    right edge at 320 pixels or on paper. `stops` are where the keyboard leads, `unreached` how many links it does not
    lead to. `asked` counts requests beside the page itself; `messages` are the browser's, refusals included.
    """

    violations: tuple[str, ...]
    cut_off: tuple[str, ...]
    stops: tuple[Stop, ...]
    unreached: int
    asked: int
    messages: tuple[str, ...]


def judge(page: str) -> Judgement:
    """Opens a page in the browser. Raises NotInstalledError."""
    command = [_node(), str(Path(__file__).with_suffix(".mjs")), _browser()]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        done = subprocess.run([*command, str(file)], capture_output=True, timeout=_LONGEST, check=True)
    return _judgement(json.loads(done.stdout)[0])


def _judgement(found: dict[str, Any]) -> Judgement:
    broken = (*found["desk"], *found["narrow"]["violations"])
    stops = tuple(Stop(each["text"], each["target"], each["shown"]) for each in found["keyboard"]["stops"])
    return Judgement(
        violations=tuple(f"{item['rule']}: {' '.join(item['places'])}" for item in broken),
        cut_off=(*found["narrow"]["cutOff"], *found["paper"]["cutOff"]),
        stops=stops,
        unreached=found["keyboard"]["expected"] - len({(each.text, each.target) for each in stops if each.target}),
        asked=found["asked"],
        messages=tuple(found["messages"]),
    )


def _node() -> str:
    node = shutil.which("node", path=str(ROOT / ".venv/bin")) or shutil.which("node")
    missing = [name for name in _PACKAGES if not (Path(__file__).parent / "node_modules" / name).is_dir()]
    if node is None or missing:
        raise NotInstalledError("npm install")
    return node


def _browser() -> str:
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        raise NotInstalledError("chromium")
    return found
