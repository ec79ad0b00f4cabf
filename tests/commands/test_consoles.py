"""What commands say reaches a console that takes characters and not bytes, or that cannot print some of them."""

from __future__ import annotations

import io
from typing import Any

import pytest

from rapport.cli import _outlet


class Console(io.RawIOBase):
    """A console as Windows has them: no file, which is written to through the stream that Python opened."""

    def __init__(self) -> None:
        self.shown = b""

    def writable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        self.shown += bytes(data)
        return len(data)


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("utf-8", "Écrit : l’été → 2 %"), ("cp850", "Écrit : l?été ? 2 %"), ("ascii", "?crit : l??t? ? 2 %")],
)
def test_a_console_shows_what_it_can(encoding: str, shown: str) -> None:
    console = Console()
    stream = _outlet(io.TextIOWrapper(io.BufferedWriter(console), encoding))
    print("Écrit : l’été → 2 %", file=stream, flush=True)
    assert console.shown.decode(encoding).splitlines() == [shown]
