"""The judge can say no."""

from __future__ import annotations

from io import BytesIO

import pytest
from reportlab.pdfgen.canvas import Canvas

from judges.verapdf import Flavour, broken_rules, failures


@pytest.fixture(scope="module")
def plain() -> bytes:
    """A file as ReportLab writes it: no tags, no metadata, a font that is not embedded."""
    file = BytesIO()
    canvas = Canvas(file, invariant=1)
    canvas.drawString(100, 700, "Bonjour")
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize(
    ("flavour", "rules"),
    [("ua1", {"6.2-1", "7.1-3", "7.1-8", "7.21.4.1-1"}), ("2a", {"6.2.11.4.1-1", "6.6.2.1-1", "6.7.2.2-1"})],
)
def test_a_plain_file_breaks_rules(plain: bytes, flavour: Flavour, rules: set[str]) -> None:
    assert rules <= broken_rules(plain, flavour)


def test_a_failure_says_what_and_where(plain: bytes) -> None:
    (unmarked,) = [failure for failure in failures(plain, "ua1") if failure.rule == "7.1-3"]
    assert "shall be marked as Artifact or tagged" in unmarked.message
    assert unmarked.times >= 1
    assert "pages[0]" in unmarked.first
