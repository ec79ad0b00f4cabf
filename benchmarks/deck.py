"""Time and memory of decks of 10, 100 and 1,000 slides, ours and with python-pptx as it comes; and a real one.

    python -m benchmarks.deck

A third of the slides has a chart (and its workbook), a third a table; all have notes. Each deck is written by a process
of its own; of several runs the least counts, since noise only ever adds.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.promise import promised
from benchmarks.slide_cost import SlideCost, read

COUNTS = (10, 100, 1_000)
RUNS = 5
MOST_GROWTH, LEAST_GAIN, MOST_OF_BARE = 1.2, 5, 1.5
REAL = ("ours", "bare")


def main() -> None:
    """Prints the costs, how they grow with the number of slides, and how many times faster ours is."""
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "deck.pptx")
        ours = _measured("ours", "benchmarks.our_deck", target)
        bare = _measured("python-pptx", "benchmarks.bare_deck", target)
        real = {how: _least([_once("benchmarks.real_deck", how, target) for _ in range(RUNS)]) for how in REAL}
    growth, gain = ours[1_000].time / ours[100].time, bare[1_000].time / ours[1_000].time
    print(f"growth of ours from 100 to 1,000 slides   {growth:.2f} {promised(growth, MOST_GROWTH)}")
    print(f"growth of python-pptx                     {bare[1_000].time / bare[100].time:.2f}")
    print(f"times faster at 1,000 slides              {gain:.1f} {promised(gain, LEAST_GAIN, least=True)}")
    ratio = real["ours"].time / real["bare"].time
    print(f"the deck of a briefing   ours {real['ours']}, bare {real['bare']}")
    print(f"of a bare script of the same slides       {ratio:.2f} {promised(ratio, MOST_OF_BARE)}")


def _measured(name: str, module: str, target: str) -> dict[int, SlideCost]:
    costs = {}
    for count in COUNTS:
        costs[count] = _least([_once(module, count, target) for _ in range(RUNS if count < COUNTS[-1] else 2)])
        print(f"{name:12} {count:5} slides   {costs[count]}")
    return costs


def _least(costs: list[SlideCost]) -> SlideCost:
    return SlideCost(min(cost.time for cost in costs), min(cost.memory for cost in costs))


def _once(module: str, what: str | int, target: str) -> SlideCost:
    command = [sys.executable, "-m", module, str(what), target]
    return read(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


if __name__ == "__main__":
    main()
