"""Pages of small contents, looked through box by box: what stands where on each, and which notes at its foot.

Where a difference is meant, the file takes the pages that were told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from contents import CONTENTS, content
from rapport.render.pdf.composer.composer import Page
from rapport.render.pdf.composer.vertical import PlacedBox
from rapport.resolve.edition import resolve
from render.pdf.placed import pages, texts
from told import SHORT, assert_told, spaced


@pytest.mark.parametrize("name", CONTENTS)
def test_each_page_is_made_up_as_it_was(name: str, tmp_path: Path) -> None:
    said = told(pages(resolve(content(name, tmp_path), "evian", "brief")))
    assert_told(said, Path(__file__).parent / "told" / f"{name}.txt", tmp_path)


def told(made: Iterable[Page]) -> str:
    return "".join(f"{line}\n" for page in made for line in _page(page))


def _page(page: Page) -> Iterator[str]:
    yield f"page {page.number}: {spaced(page.name)}"
    yield from map(_box, page.placed)
    if page.foot:
        yield f"  {page.foot_rule:6.1f} rule of the notes"
    yield from map(_box, page.foot)


def _box(placed: PlacedBox) -> str:
    """Top, height and column of a box, and the words in it."""
    said = spaced(" / ".join(text.text for text in texts(placed.box, placed.y)))
    again = " (again)" if placed.repeated else ""
    return f"  {placed.y:6.1f} +{placed.box.height:5.1f} {placed.lane}{again}: {said[:SHORT]}".rstrip(" :")
