"""Editions of small contents, looked through line by line: what each block becomes on paper and on slides.

Where a difference is meant, the file takes the text that was told.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from contents import CONTENTS, content
from rapport.resolve.edition import resolve
from told import told


@pytest.mark.parametrize("medium", ["brief", "deck"])
@pytest.mark.parametrize("name", CONTENTS)
def test_each_block_becomes_what_it_became(name: str, medium: Literal["brief", "deck"], tmp_path: Path) -> None:
    file = Path(__file__).parent / "told" / f"{name}-{medium}.txt"
    said = told(resolve(content(name, tmp_path), "evian", medium))
    (tmp_path / file.name).write_text(said, encoding="utf-8")
    assert said == file.read_text(encoding="utf-8"), f"if this is meant: cp {tmp_path / file.name} {file}"
