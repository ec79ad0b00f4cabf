"""Faults said to change nothing are faults that the code can have today: a list that is stale hides real ones."""

from __future__ import annotations

from benchmarks.faults import equal, gone

READ = "src/rapport/formats/office/archive.py: return stream.read(info.file_size + 1)"


def test_each_listed_fault_can_be_made_in_a_line_of_the_code() -> None:
    assert gone(equal()) == ()


def test_a_fault_of_a_line_or_a_file_that_is_no_more_is_told() -> None:
    stale = (f"{READ}: 1 -> 3", f"{READ} # once: *", "src/rapport/gone.py: x = 1: *")
    assert gone((f"{READ}: *", f"{READ}: 1 -> 2", *stale)) == tuple(sorted(stale))
