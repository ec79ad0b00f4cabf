"""From a save to the new picture of the visible page, and to its faults, in a real browser; a cold build beside.

    python -m benchmarks.preview [EDITS]

One word of the section in sight is changed each time; every fourth save also holds a fault, which the next one mends.
Memory is the server's, after the 20th and after the 200th save. What the machine does besides shows most in the 95th
percentile: the cold build of the same briefing, measured in turn with the edits, says how fast it was meanwhile.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from benchmarks.process import rapport
from benchmarks.promise import promised
from msgspec import Struct
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
SECTION = "sections/financement.yaml"
WORDS = "grands modèles"
"""Of the first paragraph in both summits' section on funding."""
SHEET = "Financement"
PICTURE, DIAGNOSTICS, GROWTH = 220, 150, 1.2
"""Promised: milliseconds to the picture and to the faults, and how much larger memory may be after 200 saves."""
EDITS, EARLY, LATE = 50, 20, 200
PAUSE = 0.6
"""Seconds between saves, for what is left of a build once its picture is seen: else its last states count as new."""
BROWSER = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
SEEN = """([name, version]) => new Promise((done, failed) => {
  setTimeout(() => failed(new Error(`nothing new of ${name}`)), 20000)
  const look = () => {
    const mark = performance.getEntriesByName(name).at(-1)
    if (mark && mark.detail.version > version) done(performance.timeOrigin + mark.startTime)
    else requestAnimationFrame(look)
  }
  look()
})"""
VERSION = "() => performance.getEntriesByName('faults').at(-1)?.detail.version ?? 0"


class Measured(Struct):
    """Milliseconds of each edit; seconds of cold builds; mebibytes by the number of saves."""

    pictures: list[float]
    faults: list[float]
    builds: list[float]
    memory: dict[int, float]


@contextmanager
def serving(project: Path, briefing: str) -> Iterator[tuple[str, int]]:
    """The address and the process of a preview."""
    command = [*rapport("preview", briefing), "--no-open", "--editor", "none"]
    process = subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip("\n"), process.pid
    finally:
        process.terminate()
        process.wait(10)


def memory_of(pid: int) -> float:
    """Mebibytes that a process holds (Linux)."""
    [pages] = re.findall(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(encoding="utf-8"))
    return int(pages) / 1024


def cold_build(project: Path, briefing: str) -> float:
    """Seconds of `rapport build`."""
    start = time.perf_counter()
    subprocess.run(rapport("build", briefing), cwd=project, check=True, capture_output=True)
    return time.perf_counter() - start


def show_section(page: Page) -> str:
    """Brings the edited page in sight; the name of its mark."""
    page.locator("#brief .sheet img[src]").first.wait_for()
    button = page.locator("#brief-outline button", has_text=SHEET)
    number = str(button.get_attribute("title")).split(" ")[1]
    button.click()
    page.evaluate(SEEN, [f"brief {number}", -1])
    page.wait_for_timeout(1000)
    return f"brief {number}"


def edit(page: Page, file: Path, text: str, marks: Sequence[str]) -> list[float]:
    """Saves; milliseconds until each mark is made anew."""
    version = page.evaluate(VERSION)
    start = time.time() * 1e3
    file.write_text(text, encoding="utf-8")
    return [page.evaluate(SEEN, [mark, version]) - start for mark in marks]


def measure(project: Path, briefing: str, edits: int) -> Measured:
    """Edits a briefing of a project."""
    file = project / "content" / SECTION
    base = file.read_text(encoding="utf-8")
    if WORDS not in base:
        raise ValueError(f"{SECTION} no longer says {WORDS!r}: nothing would be edited")
    found = Measured([], [], [], {})
    with serving(project, briefing) as (address, pid), sync_playwright() as played:
        browser = played.chromium.launch(executable_path=shutil.which("chromium"), args=BROWSER)
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto(address)
        mark = show_section(page)
        for number in range(1, max(edits, LATE if edits >= EDITS else 0) + 1):
            words = f"{WORDS} {number}" if number % 4 else f"{WORDS} {{inconnu-{number}}}"
            faulty = number % 4 == 0
            took = edit(page, file, base.replace(WORDS, words, 1), ["faults"] if faulty else ["faults", mark])
            if number <= edits:
                found.faults.append(took[0])
                found.pictures += took[1:]
            if number in (EARLY, LATE):
                found.memory[number] = memory_of(pid)
            if number % 10 == 0 and number <= edits:
                found.builds.append(cold_build(ROOT, briefing))
            time.sleep(PAUSE)
        browser.close()
    return found


def row(name: str, values: Sequence[float], most: int) -> str:
    """The middle and the 95th percentile."""
    high = quantiles(values, n=20)[-1]
    return f"{name:34} p50 {median(values):5.0f} ms  p95 {high:5.0f} ms   {promised(high, most)}"


def show(briefing: str, found: Measured) -> None:
    """The rows of a briefing."""
    print(f"{briefing}, load average {os.getloadavg()[0]:.1f}")
    print(row(f"  save to picture, {len(found.pictures)} edits", found.pictures, PICTURE))
    print(row(f"  save to faults, {len(found.faults)} edits", found.faults, DIAGNOSTICS))
    print(f"  {'rapport build, cold':32} p50 {median(found.builds) * 1e3:5.0f} ms")
    if LATE in found.memory:
        early, late = found.memory[EARLY], found.memory[LATE]
        sizes = f"{early:.0f} MiB after {EARLY} saves, {late:.0f} MiB after {LATE}"
        print(f"  {'memory':32} {sizes}: ×{late / early:.2f} {promised(late / early, GROWTH)}")


def main(words: Sequence[str]) -> int:
    """Measures both summits."""
    edits = int(words[0]) if words else EDITS
    for briefing in ("evian-g7", "new-delhi"):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("content", "assets"):
                shutil.copytree(ROOT / name, Path(folder) / name)
            show(briefing, measure(Path(folder), briefing, edits))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
