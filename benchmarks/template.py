"""Building a deck on an organisation's template, beside building it on our own layouts.

    python -m benchmarks.template

Both summits, arranged and written, on the template that comes with python-pptx; reading the template is counted.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import pptx
from benchmarks.promise import promised
from msgspec.structs import replace

from rapport.project.composition import compose
from rapport.project.project import Project, house_of, reading_of
from rapport.render.deck.writer import write_deck

ROOT = Path(__file__).parents[1]
TEMPLATE = Path(pptx.__file__).parent / "templates" / "default.pptx"
RUNS = 5
PROMISED = 2.0
"""Times the cost on our own layouts."""


def building(project: Project) -> Callable[[], None]:
    """Builds both decks of a project, its content read beforehand."""
    content = reading_of(project).content

    def build() -> None:
        house = house_of(project)
        for key in sorted(content.briefings):
            write_deck(compose(content, key, house, "draft").plan, house.charter)

    return build


def seconds(work: Callable[[], None]) -> float:
    """CPU seconds of the median run."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return median(taken)


def main() -> None:
    """Prints both costs and how they compare."""
    project = Project(ROOT / "content", ROOT / "assets")
    own, housed = building(project), building(replace(project, template=TEMPLATE))
    own()  # what is measured once for all runs is measured before them
    housed()
    ours, theirs = seconds(own), seconds(housed)
    print(f"our layouts    {ours:5.2f} s")
    print(f"a template     {theirs:5.2f} s, {theirs / ours:.2f} times {promised(theirs / ours, PROMISED)}")


if __name__ == "__main__":
    main()
