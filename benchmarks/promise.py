"""What a benchmark promises: each promise ends a line; `make bench` ends with 1 where one says that it is not kept."""

from __future__ import annotations

BROKEN = "NOT KEPT"


def promised(value: float, most: float, least: bool = False) -> str:
    """The end of a line that promises: `most` that a figure may be, or the least where `least`."""
    kept = value >= most if least else value <= most
    bound = f"{most:g} {'at least' if least else 'at most'}"
    return f"(promised: {bound})" if kept else f"(promised: {bound}; {BROKEN})"


def status(*lines: str) -> int:
    """The exit code of a benchmark that printed these lines."""
    return int(any(BROKEN in line for line in lines))
