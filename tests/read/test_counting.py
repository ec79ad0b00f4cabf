"""What an author reads of a file with thousands of faults, and how long it takes to find them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from content_tree import plain_spaces, read_tree
from rapport.read.checks.calls import without_code


def section(text: str) -> str:
    return f'title: "Un"\nmessage: "Un"\nblocks:\n  - paragraph: |2\n      {text}\n'


def test_faults_of_a_kind_are_counted_beyond_two_hundred(tmp_path: Path) -> None:
    keys = "".join(f"cle{number}: x\n" for number in range(1000))
    problems = read_tree(tmp_path, {"sections/un.yaml": section("Un.") + keys}).problems
    unknown = [problem for problem in problems if problem.code == "key-unknown"]
    assert len(unknown) == 201
    assert plain_spaces(unknown[-1].message) == "et 800 autres fautes de ce genre"
    assert unknown[-1].origin.line == 206


@pytest.mark.parametrize("piece", ["`", "``a`", "[^a", "[", "{a", "{x} ", "[a](", '"', "-a", "1", "k: "])
def test_reading_takes_as_long_as_the_text_is(tmp_path: Path, piece: str) -> None:
    """Sixteen times the text may take 48 times as long, three times its share; where it is quadratic, 256 times."""
    taken = []
    for size in (2_000, 32_000):
        start = time.process_time()
        read_tree(tmp_path, {"sections/un.yaml": section(piece * (size // len(piece)))})
        taken.append(time.process_time() - start)
    assert taken[1] < 48 * taken[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a `b` c", "a \0\0\0 c"),
        ("``a ` b`` c`d", "\0" * 9 + " c`d"),
        ("`a ``b", "`a ``b"),
        ("`a` `b", "\0\0\0 `b"),
    ],
)
def test_code_is_what_commonmark_takes_for_it(text: str, expected: str) -> None:
    assert without_code(text) == expected
