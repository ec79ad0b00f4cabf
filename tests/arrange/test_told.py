"""Plans of the decks of small contents, looked through line by line: what stands where, and what is remarked on.

Where a difference is meant, the file takes the plan that was told.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from contents import CONTENTS, content
from rapport.arrange.arrange import Arranged
from rapport.edition.edition import Edition
from rapport.resolve.edition import resolve
from told import planned


@pytest.mark.parametrize("name", CONTENTS)
def test_each_slide_is_laid_out_as_it_was(name: str, arranged: Callable[[Edition], Arranged], tmp_path: Path) -> None:
    file = Path(__file__).parent / "told" / f"{name}.txt"
    plan = arranged(resolve(content(name, tmp_path), "evian", "deck"))
    remarks = (f"{problem.code}: {problem.message}\n" for problem in plan.problems)
    said = planned(plan.deck) + "".join(remarks)
    (tmp_path / file.name).write_text(said, encoding="utf-8")
    assert said == file.read_text(encoding="utf-8"), f"if this is meant: cp {tmp_path / file.name} {file}"
