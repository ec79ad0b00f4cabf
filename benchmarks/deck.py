"""Milliseconds and memory of decks of 10, 100 and 1,000 slides, ours and with python-pptx as it comes, in one run.

    python benchmarks/deck.py

A third of the slides has a chart (and its workbook), a third a table; all have notes. Each line is a cold process; what
Python and its imports cost is in the line of one slide, and taken off the figures per slide.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.process import Cost, cost_of, python

HERE = Path(__file__).parent
COUNTS = (10, 100, 1_000)
MOST_GROWTH, LEAST_GAIN = 1.2, 5


def main() -> None:
    """Prints the costs, how they grow with the number of slides, and how many times faster ours is."""
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "deck.pptx")
        ours = _measured("ours", "our_deck.py", target)
        bare = _measured("python-pptx", "bare_deck.py", target)
    print(f"growth of ours from 100 to 1,000 slides   {ours[1_000] / ours[100]:.2f} (promised: {MOST_GROWTH})")
    print(f"growth of python-pptx                     {bare[1_000] / bare[100]:.2f}")
    print(f"times faster at 1,000 slides              {bare[1_000] / ours[1_000]:.1f} (promised: {LEAST_GAIN})")


def _measured(name: str, script: str, target: str) -> dict[int, float]:
    """Milliseconds of CPU per slide by number of slides: wall time also counts what other programs do."""
    base = _cost(script, 1, target)
    print(f"{name:12} {1:5} slide    {base}")
    per_slide = {}
    for count in COUNTS:
        cost = _cost(script, count, target)
        per_slide[count] = 1_000 * (cost.cpu - base.cpu) / (count - 1)
        print(f"{name:12} {count:5} slides   {cost}   {per_slide[count]:.2f} ms a slide")
    return per_slide


def _cost(script: str, count: int, target: str) -> Cost:
    return cost_of(python(str(HERE / script), str(count), target))


if __name__ == "__main__":
    main()
