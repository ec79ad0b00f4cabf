"""Plans of the decks of small contents, looked through line by line: what stands where, and what is remarked on.

Where a difference is meant, the file takes the plan that was told.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from contents import CONTENTS, content
from rapport.arrange.arrange import Arranged, arrange
from rapport.edition.edition import Edition
from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from rapport.project.template import dressed
from rapport.resolve.edition import resolve
from template.awkward import plain
from template.maker import made
from told import assert_told, planned

HERE = Path(__file__).parent / "told"


@pytest.mark.parametrize("name", CONTENTS)
def test_each_slide_is_laid_out_as_it_was(name: str, arranged: Callable[[Edition], Arranged], tmp_path: Path) -> None:
    plan = arranged(resolve(content(name, tmp_path), "evian", "deck"))
    assert_told(said(plan), HERE / f"{name}.txt", tmp_path)


@pytest.mark.parametrize("name", ["parts", "places"])
def test_each_slide_is_laid_out_on_a_template_as_it_was(
    name: str, charter: Charter, fonts: FontSet, tmp_path: Path
) -> None:
    (tmp_path / "maison.pptx").write_bytes(made(plain()))
    house = dressed(tmp_path / "maison.pptx", charter).charter
    plan = arrange(resolve(content(name, tmp_path), "evian", "deck"), house, fonts)
    assert_told(said(plan), HERE / f"{name}-on-a-template.txt", tmp_path)


def said(plan: Arranged) -> str:
    remarks = (f"{problem.origin} {problem.code}: {problem.message}\n" for problem in plan.problems)
    return planned(plan.deck) + "".join(remarks)
