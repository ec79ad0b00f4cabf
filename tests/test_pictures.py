"""The pictures of the README: those it shows are those that are drawn, small and described."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image

ROOT = Path(__file__).parents[1]
SHOWN = re.compile(r"!\[([^\]]*)\]\((assets/readme/[^)]+)\)")
LARGEST = 100_000
"""Bytes: the README is read over telephones, and the repository keeps every version."""


def shown() -> dict[str, str]:
    """The pictures of the README by their place, with what is said of them."""
    return {path: words for words, path in SHOWN.findall((ROOT / "README.md").read_text(encoding="utf-8"))}


@pytest.fixture(scope="module")
def drawing() -> ModuleType:
    specification = importlib.util.spec_from_file_location("pictures", ROOT / "assets" / "pictures.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_what_is_shown_is_what_is_drawn(drawing: ModuleType) -> None:
    names = [drawing.PREVIEW, *(name for wanted in drawing.PICTURES.values() for name in wanted)]
    assert sorted(shown()) == sorted(f"assets/readme/{name}.png" for name in names)


@pytest.mark.parametrize("path", shown())
def test_a_picture_is_there_and_small(path: str, drawing: ModuleType) -> None:
    assert (ROOT / path).stat().st_size < LARGEST
    with Image.open(ROOT / path) as picture:
        assert picture.width == drawing.WIDTH
    assert len(shown()[path].split(" ")) > 2, "a picture is described for those who do not see it"


def test_a_page_that_is_gone_is_said(drawing: ModuleType) -> None:
    with pytest.raises(SystemExit, match="no page is called 'Fiche 9'"):
        drawing._draw("brief-fiche", (), "Fiche 9")
