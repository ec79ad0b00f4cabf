"""One briefing of 3, 30 and 300 sections, ours beside what others make of the same texts: Typst, PptxGenJS, and the
libraries we write with, bare.

    python -m benchmarks.against [SECTIONS]

Whole cold processes of installed software, from content to file, in turns; each figure is the middle of its turns. We
read one source, check it, and write both documents; Typst and PptxGenJS read final words and write one each. A ratio is
of CPU time: wall time says more about what else the machine does. Rivals that are not installed are left out, and so is
what was promised beside them: `make bench` installs them.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.long_briefing import plain_data, write_content
from benchmarks.process import Cost, costs_of, python, rapport
from benchmarks.promise import promised

FOLDER = Path(__file__).parent
MODULES = FOLDER.parent / "tests" / "judges" / "node_modules"
NODE = shutil.which("node", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", ""))))
TURNS = {3: 11, 30: 7, 300: 3}
"""How often each command runs, by the number of sections."""

BOTH = {3: 2.0, 30: 1.4, 300: 1.8}
BRIEF = {30: 2.2, 300: 2.0}
DECK = {30: 1.6, 300: 2.0}
"""Times the rivals' CPU that ours may take, by the number of sections."""
MEMORY = 250
"""Mebibytes at 300 sections."""
GROWTH = 1.2
"""How many times as much a section may cost at 300 sections as at 30, start-up left out."""

Commands = dict[str, Sequence[str]]


def commands(root: Path) -> Commands:
    """What is measured, by its name; rivals only where they are installed."""
    data, out = str(root / "data.json"), str(root / "output")
    project = ["--content", str(root / "content"), "--assets", str(root / "assets"), "--output", out]
    rivals = FOLDER / "rivals"
    found: Commands = {
        "rapport build": rapport("build", *project),
        "rapport, brief alone": python("-m", "benchmarks.one_document", "brief", str(root), f"{out}/brief.pdf"),
        "rapport, deck alone": python("-m", "benchmarks.one_document", "deck", str(root), f"{out}/deck.pptx"),
    }
    if find_spec("typst"):
        found["Typst"] = python(str(rivals / "typst_brief.py"), data, f"{out}/typst.pdf")
    if NODE and (MODULES / "pptxgenjs").exists():
        found["PptxGenJS"] = [NODE, str(rivals / "deck.js"), data, f"{out}/pptxgenjs.pptx"]
    found["bare ReportLab"] = python(str(rivals / "reportlab_brief.py"), data, f"{out}/reportlab.pdf")
    found["bare python-pptx"] = python(str(rivals / "pptx_deck.py"), data, f"{out}/python-pptx.pptx")
    return found


def measured(sections: int) -> dict[str, Cost]:
    """The costs of a briefing of so many sections."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_content(root, sections)
        (root / "output").mkdir()
        (root / "data.json").write_text(json.dumps(plain_data(sections)), encoding="utf-8")
        found = commands(root)
        subprocess.run(found["rapport build"], check=True, capture_output=True)
        costs = costs_of(*found.values(), turns=TURNS.get(sections, 3), compiled=sections >= max(TURNS))
        return dict(zip(found, costs, strict=True))


def compared(costs: Mapping[str, Cost], sections: int) -> list[str]:
    """A line for each promise that can be held against something."""
    promises: tuple[tuple[str, str, tuple[str, ...], Mapping[int, float]], ...] = (
        ("both documents", "rapport build", ("Typst", "PptxGenJS"), BOTH),
        ("brief alone", "rapport, brief alone", ("Typst",), BRIEF),
        ("deck alone", "rapport, deck alone", ("PptxGenJS",), DECK),
        ("both documents", "rapport build", ("bare ReportLab", "bare python-pptx"), {}),
    )
    lines = []
    for what, ours, others, bounds in promises:
        if all(other in costs for other in others):
            ratio = costs[ours].cpu / sum(costs[other].cpu for other in others)
            bound = promised(ratio, bounds[sections]) if sections in bounds else ""
            lines.append(f"N {sections:3}  {what:15} {ratio:5.2f} times {' + '.join(others)} {bound}".rstrip(" "))
    return lines


def growth(costs: Mapping[int, Mapping[str, Cost]], name: str) -> float:
    """What a section costs between 30 and 300 of them, in what it costs between 3 and 30."""
    few, some, many = (costs[sections][name].cpu for sections in TURNS)
    return (many - some) / 270 / ((some - few) / 27)


def main(words: Sequence[str]) -> None:
    """Prints the costs and the promises."""
    costs, lines = {}, []
    for sections in map(int, words) if words else TURNS:
        costs[sections] = measured(sections)
        for name, cost in costs[sections].items():
            print(f"N {sections:3}  {name:22} {cost}")
        lines += compared(costs[sections], sections)
    if set(TURNS) <= set(costs):
        memory = costs[300]["rapport build"].memory
        lines.append(f"memory at N 300: {memory:.0f} MiB {promised(memory, MEMORY)}")
        others = ", ".join(f"{name} {growth(costs, name):.2f}" for name in costs[3] if not name.startswith("rapport"))
        ours = growth(costs, "rapport build")
        lines.append(f"growth of a section's cost from N 30 to 300: {ours:.2f} {promised(ours, GROWTH)}; {others}")
    print(*lines, sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
