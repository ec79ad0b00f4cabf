"""What two languages cost: both summits built in French alone, and in French and English by one command.

    python benchmarks/twins.py [ROUNDS]

CPU seconds of the whole command, its start included, in turns: others at work on the machine do not count.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from benchmarks.promise import promised, status

ROOT = Path(__file__).parents[1]
STARTER = Path(__file__).with_name("starter.py")
BUILD = (sys.executable, "-m", "rapport", "build", "evian-g7", "new-delhi")
PROMISED = 1.9
"""How many times as much as one language two may take."""


def cpu(*options: str) -> float:
    """CPU seconds of a build. Raises RuntimeError where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(STARTER), *BUILD, *options, "--output", folder]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    code, _, seconds, _ = json.loads(done.stdout)
    if code:
        raise RuntimeError(f"{' '.join(BUILD)} ended with {code}")
    return float(seconds)


def main(rounds: int) -> int:
    """Print the table."""
    found = sorted((cpu("--with", "en_GB"), cpu()) for _ in range(rounds))
    both, one = sorted(found, key=lambda pair: pair[0] / pair[1])[rounds // 2]
    print(f"both summits in French {one:21.2f} s of CPU")
    last = f"in French and English {both:22.2f} s of CPU  ×{both / one:.2f}  {promised(both / one, PROMISED)}"
    print(last)
    return status(last)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
