"""Documents drawn by other processes: the same bytes, and no process left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TWO_CORES = hasattr(os, "sched_getaffinity") and len(os.sched_getaffinity(0)) > 1
pytestmark = pytest.mark.skipif(not TWO_CORES, reason="not run: it takes two processors, and a system that has fork")

COMPOSED = f"""
import os, signal, sys
from pathlib import Path
from msgspec.structs import replace
from rapport.project.beside import Beside, FEWEST
from rapport.project.project import Project, house_of, reading_of
from rapport.render.pdf.brief import draw_brief
from rapport.resolve.edition import resolve

project = Project(Path({str(ROOT / "content")!r}), Path({str(ROOT / "assets")!r}))
house = house_of(project)
brief = house.sign(resolve(reading_of(project).content, "evian-g7", "brief"))
"""


def python(code: str, *words: str) -> str:
    """What a program of one thread prints; its words come after its own name."""
    command = [sys.executable, "-c", code, *words]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def test_one_processor_and_two_make_the_same_documents(tmp_path: Path) -> None:
    made = {}
    for name, code in (("two", ""), ("one", "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})\n")):
        words = [f"--{folder}={ROOT / folder}" for folder in ("content", "assets")]
        output = tmp_path / name
        told = python(
            f"{code}from rapport.cli import program; program()", "build", "evian-g7", f"--output={output}", *words
        )
        made[name] = [Path(line).read_bytes() for line in told.splitlines()]
    assert len(made["two"]) == 2
    assert made["two"] == made["one"]


def test_a_brief_begun_is_handed_over_once() -> None:
    drawn = "with Beside() as beside:\n beside.begin(brief, house)\n first = beside.drawn(brief)\n"
    asked = (
        " here = draw_brief(brief, house.charter, house.fonts)\n print(first.data == here.data, beside.drawn(brief))"
    )
    assert python(COMPOSED + drawn + asked) == "True None\n"


def test_a_deck_begun_is_handed_over_once() -> None:
    arranged = """
import rapport.project.beside as beside_module
from rapport.arrange.arrange import arrange
from rapport.render.deck.writer import write_deck
beside_module.FEWEST_SLIDES = 2
plan = arrange(resolve(reading_of(project).content, "evian-g7", "deck"), house.charter, house.fonts).deck
with Beside() as beside:
    beside.begin(plan, house)
    first = beside.drawn(plan)
    print(first == replace(write_deck(plan, house.charter), slots=(), seals=()), beside.drawn(plan))
"""
    assert python(COMPOSED + arranged) == "True None\n"


def test_a_process_that_was_killed_leaves_the_brief_to_whoever_asks() -> None:
    killed = "with Beside() as beside:\n beside.begin(brief, house)\n"
    code = f"{COMPOSED}{killed} os.kill(beside._under_way[0].process, signal.SIGKILL)\n print(beside.drawn(brief))"
    assert python(code) == "None\n"


def test_what_cannot_be_drawn_is_left_to_whoever_asks_without_a_word() -> None:
    broken = "broken = replace(brief, date='no date')\nwith Beside() as beside:\n beside.begin(broken, house)\n"
    assert python(f"{COMPOSED}{broken} print(beside.drawn(broken))") == "None\n"


def test_no_process_is_left_where_the_first_is_interrupted() -> None:
    interrupted = """
try:
    with Beside() as beside:
        beside.begin(brief, house)
        process = beside._under_way[0].process
        raise KeyboardInterrupt
except KeyboardInterrupt:
    pass
try:
    os.kill(process, 0)
except ProcessLookupError:
    print("gone")
"""
    assert python(COMPOSED + interrupted) == "gone\n"


def test_a_short_brief_is_not_worth_a_process() -> None:
    short = "short = replace(brief, sections=brief.sections[:FEWEST - 1])\nwith Beside() as beside:\n"
    assert python(f"{COMPOSED}{short} beside.begin(short, house)\n print(beside._under_way)") == "[]\n"


def test_a_short_deck_is_not_worth_a_process_either() -> None:
    """Évian has twelve slides."""
    asked = "with Beside() as beside:\n beside.begin(plan, house)\n print(beside._under_way)"
    plan = """
from rapport.arrange.arrange import arrange
plan = arrange(resolve(reading_of(project).content, "evian-g7", "deck"), house.charter, house.fonts).deck
"""
    assert python(f"{COMPOSED}{plan}{asked}") == "[]\n"
