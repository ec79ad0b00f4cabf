"""The preview in a real browser: the system's Chromium, driven through playwright. "Not run" where there is none."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
AXE = Path(__file__).parents[1] / "judges/node_modules/axe-core/axe.min.js"
PATIENCE = 30.0
"""Seconds; a busy machine is slow, not wrong."""


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A preview of the project in a folder: its address and its process, which Ctrl-C ends."""
    command = [sys.executable, "-m", "rapport", "preview", "--no-open", *options]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip("\n"), process
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=PATIENCE)


@contextmanager
def browsing(address: str) -> Iterator[tuple[Page, list[str]]]:
    """A page of the browser at an address, and what it says in its console."""
    if CHROMIUM is None:
        pytest.skip("not run: chromium")
    with sync_playwright() as played:
        browser = played.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(address)
        yield page, said
        browser.close()


def until(holds: Callable[[], object]) -> None:
    """Waits for a condition, asked from outside: the page's own policy refuses code made from strings."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, "nothing came of it"
        time.sleep(0.05)


def violations(page: Page) -> list[str]:
    """What axe-core finds in the page as it stands."""
    if not AXE.exists():
        pytest.skip("not run: axe-core")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(result => result.violations.map(each => [each.id, each.nodes[0].html]))")
    return [f"{rule}: {markup[:200]}" for rule, markup in found]
