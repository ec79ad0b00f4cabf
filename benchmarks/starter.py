"""Runs a command and prints its status, its wall time, its CPU time (s) and its peak memory (KiB), as JSON.

A process on Linux begins with the peak memory of the one that started it: this one has loaded next to nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time


def main(command: list[str]) -> None:
    """Runs it without its output."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    print(json.dumps([status, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss]))


if __name__ == "__main__":
    main(sys.argv[1:])
