"""Saves as editors make them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from watchfiles import Change

from rapport.preview.watching import is_source, saves

WHOLE = "title: Un titre\nmessage: Un message\n"
OTHER = "title: Un autre titre\nmessage: Un message\n"


def in_place(path: Path) -> None:
    path.write_text(OTHER, encoding="utf-8")


def aside_then_renamed(path: Path) -> None:
    aside = path.with_name(f".{path.name}.tmp")
    aside.write_text(OTHER, encoding="utf-8")
    aside.replace(path)


def emptied_then_written(path: Path) -> None:
    """As a slow editor, or one on a network drive, does."""
    with path.open("w", encoding="utf-8") as file:
        time.sleep(0.04)
        file.write(OTHER[:9])
        file.flush()
        time.sleep(0.04)
        file.write(OTHER[9:])


def removed_then_made(path: Path) -> None:
    path.unlink()
    time.sleep(0.03)
    path.write_text(OTHER, encoding="utf-8")


@pytest.mark.parametrize("save", [in_place, aside_then_renamed, emptied_then_written, removed_then_made])
def test_a_save_is_told_once_its_file_is_whole(save: Callable[[Path], None], tmp_path: Path) -> None:
    path = tmp_path / "section.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    assert set(asyncio.run(_seen(path, save))) == {OTHER}


def test_a_file_that_stays_cut_off_is_told_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "section.yaml"
    path.write_text(WHOLE, encoding="utf-8")
    assert asyncio.run(_seen(path, lambda file: file.write_text("title: [", encoding="utf-8")))[-1] == "title: ["


async def _seen(path: Path, save: Callable[[Path], object]) -> list[str]:
    """What the file held each time a save was told, until half a second passes without one."""
    stop, watching, seen = asyncio.Event(), asyncio.Event(), list[str]()

    async def follow() -> None:
        async for saved in saves((path.parent,), stop):
            if saved.paths:
                seen.append(path.read_text(encoding="utf-8"))
            else:
                watching.set()

    following = asyncio.create_task(follow())
    await watching.wait()
    await asyncio.to_thread(save, path)
    await asyncio.sleep(0.6)
    stop.set()
    await following
    return seen


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("content/facts/a.yaml", True),
        ("assets/photo.JPG", True),
        ("content/facts/.a.yaml.swp", False),
        ("content/facts/.goutputstream-X", False),
        ("content/facts/a.yaml~", False),
        ("content/facts/4913", False),
        ("output/a-brief.pdf", False),
    ],
)
def test_editors_own_files_are_no_saves(name: str, expected: bool) -> None:
    assert is_source(Change.modified, name) is expected
