"""What a whole `rapport build` and `rapport check` cost, beside what they are made of.

Each line is a cold process of installed software, its modules compiled. The bare script draws the same texts, tables,
charts, slides and notes (benchmarks/drawn.py) with ReportLab's platypus and python-pptx as they come: no checks, no
French, no tags, no looks, no proof. Its brief is a little shorter: no running heads, no labels on charts.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks.drawn import brief_of, deck_of
from benchmarks.process import Cost, costs_of, python, rapport
from benchmarks.promise import promised

from rapport.project.composition import compose
from rapport.project.project import Project, house_of, reading_of

ROOT = Path(__file__).parents[1]
CONTENT, ASSETS = ROOT / "content", ROOT / "assets"
BRIEFING = "evian-g7"
BUILD, CHECK = 2.5, 4
"""Promised: times the CPU of a bare script, and of the imports of data."""
DATA = "import yaml, babel.numbers; from pydantic import BaseModel"
"""What reads and prints content: the reference of the promise."""
LIBRARIES = f"{DATA}, Field; import babel.dates, babel.lists, msgspec, uharfbuzz"
"""All that checking imports: slides are measured to say what does not fit."""


def main() -> None:
    """Prints the costs and the ratios that the project promises."""
    with tempfile.TemporaryDirectory() as folder:
        drawn = Path(folder) / "drawn.json"
        drawn.write_text(json.dumps(_drawn()), encoding="utf-8")
        project = ["--content", str(CONTENT), "--assets", str(ASSETS), "--output", folder]
        bare, build, data, libraries, check, one, usage = costs_of(
            python(str(ROOT / "benchmarks" / "bare_documents.py"), str(drawn), folder),
            rapport("build", BRIEFING, *project),
            python("-c", DATA),
            python("-c", LIBRARIES),
            rapport("check", *project),
            rapport("check", BRIEFING, *project),
            rapport("--help"),
        )
    print(f"bare script        {bare}")
    kept, quick = promised(build.cpu / bare.cpu, BUILD), promised(check.cpu / data.cpu, CHECK)
    print(f"rapport build      {build}   {_times(build, bare)} the bare script {kept}")
    print(f"imports of data    {data}")
    print(f"rapport check      {check}   {_times(check, data)} the imports of data {quick}")
    print(f"  of one briefing  {one}   {_times(one, data)}")
    print(f"all imports        {libraries}   check takes {_times(check, libraries)} these")
    print(f"rapport --help     {usage}")


def _times(cost: Cost, other: Cost) -> str:
    """How many times another's CPU time: wall time says more about what else the machine does."""
    return f"{cost.cpu / other.cpu:.2f} times"


def _drawn() -> dict[str, object]:
    project = Project(CONTENT, ASSETS)
    made = compose(reading_of(project).content, BRIEFING, house_of(project), "draft")
    return {"brief": brief_of(made.brief), "deck": deck_of(made.plan)}


if __name__ == "__main__":
    main()
