"""Files appear whole, and a file that somebody changed is never lost."""

from __future__ import annotations

from pathlib import Path

from rapport.disk import write_all
from rapport.writing import before_of


def test_a_file_changed_by_hand_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    write_all(tmp_path, {"deck.pptx": b"first"})
    (tmp_path / "deck.pptx").write_bytes(b"by hand")
    [kept] = write_all(tmp_path, {"deck.pptx": b"second"})
    assert kept.kept_as.read_bytes() == b"by hand"
    assert (tmp_path / "deck.pptx").read_bytes() == b"second"


def test_a_file_that_says_what_it_is_to_say_was_not_changed(tmp_path: Path) -> None:
    """A record may be lost, or a kill come between a file and its record: the same bytes are no edit."""
    write_all(tmp_path, {"deck.pptx": b"first"})
    for record in tmp_path.glob(".*"):
        record.unlink()
    assert write_all(tmp_path, {"deck.pptx": b"first"}) == ()
    assert [path.name for path in tmp_path.glob("*.edited-*")] == []


def test_what_a_kill_left_beside_the_same_bytes_was_not_changed(tmp_path: Path) -> None:
    """It came when a file had been replaced by one that says the same, and its record is lost too."""
    (tmp_path / "deck.pptx").write_bytes(b"first")
    before_of(tmp_path / "deck.pptx").write_bytes(b"first")
    assert write_all(tmp_path, {"deck.pptx": b"first"}) == ()
    assert [path.name for path in tmp_path.glob("*.edited-*")] == []


def test_what_a_kill_left_beside_other_bytes_is_kept(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").write_bytes(b"first")
    before_of(tmp_path / "deck.pptx").write_bytes(b"by hand")
    [kept, *_] = write_all(tmp_path, {"deck.pptx": b"first"})
    assert kept.kept_as.read_bytes() == b"by hand"
