"""The values of charts for those who listen: a table after the drawing, proved as all else is."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from editions import edition, section
from gallery.charts import gallery
from judges import verapdf
from rapport.edition.blocks.figures import spoken_rows
from rapport.edition.edition import Edition
from rapport.render.pdf.brief import draw_brief
from rapport.verify.brief_checks import check_words, compare_brief
from rapport.verify.pdf.document import TaggedElement, read_pdf, walk
from render.pdf.made_up import charter, fonts


def shown() -> Edition:
    return edition(section("Séries", "Séries", *[chart for chart in gallery().values() if spoken_rows(chart)][:6]))


@pytest.fixture(scope="module")
def brief() -> bytes:
    return draw_brief(shown(), charter(), fonts()).data


def heard(table: TaggedElement) -> tuple[tuple[str, ...], ...]:
    rows = [each for each in walk(table) if each.role == "TR"]
    return tuple(tuple(cell.text for cell in row.elements) for row in rows)


def test_all_values_follow_a_drawing_of_many(brief: bytes) -> None:
    (first, *_) = shown().sections
    wanted = [spoken_rows(block) for block in first.blocks]  # type: ignore[arg-type]
    tables = [heard(each) for each in walk(read_pdf(brief).tree) if each.role == "Table" and each.elements]
    assert wanted
    assert [rows for rows in tables if rows in wanted] == wanted


def test_few_values_are_said_in_a_sentence_alone() -> None:
    few = [chart for chart in gallery().values() if not spoken_rows(chart)]
    assert few
    assert all(len(series.points) <= 8 for chart in few for series in chart.series)


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_verapdf_finds_nothing(brief: bytes, flavour: verapdf.Flavour) -> None:
    assert verapdf.failures(brief, flavour) == ()


def test_a_value_that_is_heard_wrong_is_told(brief: bytes) -> None:
    assert check_words(compare_brief(shown(), read_pdf(brief))).findings == ()
    with pikepdf.open(BytesIO(brief)) as pdf:
        cell = next(
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/TD" and "/ActualText" in each
        )
        cell["/ActualText"] = pikepdf.String("987654")
        changed = BytesIO()
        pdf.save(changed)
    assert check_words(compare_brief(shown(), read_pdf(changed.getvalue()))).findings
