"""The gallery of charts in every medium, read back by other means: same kind, order, extent and labels everywhere."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from msgspec.structs import replace

import office
from editions import edition, section
from gallery.charts import gallery
from judges import ooxml, verapdf
from rapport.arrange.arrange import arrange
from rapport.edition.edition import Edition
from rapport.edition.text import words
from rapport.plots import Shape
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import draw_brief
from rapport.render.pdf.slides.document import draw_slides
from rapport.slides.deck import Deck
from rapport.slides.elements import ChartFrame
from rapport.verify import found
from rapport.verify.deck.presentation import Presentation
from rapport.verify.deck.reader import read_deck
from rapport.verify.deck_linter.linter import lint
from rapport.verify.parity.charts import chart_findings
from render.pdf.made_up import charter, fonts

NEAR = 0.02
"""Of the slide's width, what a word may stand off its place in LibreOffice."""
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@cache
def whole() -> Edition:
    """A section for each chart, which its title names."""
    return edition(*(section(name, name, replace(chart, title=words(name))) for name, chart in gallery().items()))


@cache
def plan() -> Deck:
    return arrange(whole(), charter(), fonts()).deck


@cache
def deck() -> bytes:
    return write_deck(plan(), charter()).data


@cache
def presentation() -> Presentation:
    return read_deck(deck())


@cache
def slides() -> bytes:
    return draw_slides(plan(), charter(), fonts()).data


def brief() -> bytes:
    return draw_brief(replace(whole(), medium="brief"), charter(), fonts()).data


def frames() -> Iterator[tuple[int, ChartFrame]]:
    """Each chart with the number of its slide."""
    for slide in plan().slides:
        for element in slide.elements:
            if isinstance(element, ChartFrame):
                yield slide.number, element


def native() -> list[etree._Element]:
    """The chart parts, in the order in which they were written."""
    with zipfile.ZipFile(BytesIO(deck())) as package:
        parts = [name for name in package.namelist() if re.fullmatch(r"ppt/charts/chart\d+\.xml", name)]
        parts.sort(key=lambda name: int(re.sub(r"\D", "", name)))
        return [etree.fromstring(package.read(name)) for name in parts]


def test_the_gallery_is_large() -> None:
    assert len(gallery()) >= 80
    assert len({chart.kind for chart in gallery().values()}) == 14


def test_microsoft_s_validator_and_the_linter_find_nothing() -> None:
    assert lint(deck()) == ()
    try:
        assert ooxml.errors(deck(), "pptx") == ()
    except ooxml.NotInstalledError:
        pytest.skip("not run: Microsoft's Open XML validator is not installed")


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
@pytest.mark.parametrize("document", [brief, slides])
def test_verapdf_finds_nothing(document: Callable[[], bytes], flavour: verapdf.Flavour) -> None:
    assert verapdf.failures(document(), flavour) == ()


@pytest.mark.parametrize("kind", sorted({chart.kind for chart in gallery().values()}))
def test_workbooks_are_valid(kind: str) -> None:
    at = next(at for at, (_, frame) in enumerate(frames(), start=1) if frame.chart.kind == kind)
    with zipfile.ZipFile(BytesIO(deck())) as package:
        book = package.read(f"ppt/embeddings/Microsoft_Excel_Sheet{at}.xlsx")
    try:
        assert ooxml.errors(book, "xlsx") == ()
    except ooxml.NotInstalledError:
        pytest.skip("not run: Microsoft's Open XML validator is not installed")


def test_native_charts_hold_the_data_of_their_plans() -> None:
    checked = 0
    for slide, read in zip(plan().slides, presentation().slides, strict=True):
        wanted = [element.chart for element in slide.elements if isinstance(element, ChartFrame)]
        given = found.charts(read)
        assert len(given) == len(wanted)
        for chart, (drawn, place) in zip(wanted, given, strict=True):
            assert [finding.message for finding in chart_findings(chart, drawn, place)] == []
            checked += 1
    assert checked >= len(gallery())


def test_a_changed_value_of_a_native_chart_is_found() -> None:
    slide = next(slide for slide in plan().slides if any(isinstance(each, ChartFrame) for each in slide.elements))
    (frame,) = (each for each in slide.elements if isinstance(each, ChartFrame))
    ((drawn, place),) = found.charts(presentation().slides[slide.number - 1])
    first, *others = frame.chart.series[0].points
    spoilt = replace(frame.chart.series[0], points=(replace(first, value=(first.value or 0) + 1), *others))
    assert list(chart_findings(replace(frame.chart, series=(spoilt,)), drawn, place))


def test_axes_have_the_ends_of_their_plans() -> None:
    for (_, frame), root in zip(frames(), native(), strict=True):
        axis = frame.plan.value
        whole_share = 100 if frame.plan.grouping == "percentStacked" else 1
        ends = [
            (float(node.find(f"{C}scaling/{C}min").get("val")), float(node.find(f"{C}scaling/{C}max").get("val")))
            for node in root.iter(f"{C}valAx")
        ]
        if frame.chart.kind != "doughnut":
            assert (float(axis.low) / whole_share, float(axis.high) / whole_share) in ends


def test_rows_of_dots_begin_at_a_line_where_their_plan_draws_one() -> None:
    seen = set()
    for (_, frame), root in zip(frames(), native(), strict=True):
        if frame.chart.kind in ("dots", "lollipop"):
            planned = any(isinstance(mark, Shape) and mark.look == frame.plan.base for mark in frame.plan.under)
            (axis,) = (node for node in root.iter(f"{C}valAx") if node.find(f"{C}axPos").get("val") == "l")
            assert axis.find(f"{C}delete").get("val") == ("0" if planned else "1")
            seen.add(planned)
    assert seen == {True, False}


def test_labels_are_the_same_on_slides_and_in_their_pdf() -> None:
    with pypdfium2.PdfDocument(slides()) as document:
        texts = [squeezed(page.get_textpage().get_text_range()) for page in document]
    for (number, frame), root in zip(frames(), native(), strict=True):
        planned = {label.text for trace in frame.plan.traces for label in trace.labels}
        shown = {
            " ".join(node.text.split("\n"))
            for node in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t")
        }
        assert shown == planned
        assert [text for text in planned if squeezed(text) not in texts[number - 1]] == []


def squeezed(text: str) -> str:
    """Without spaces, and without the minus, which PDFium reads as a piece of its own."""
    return re.sub(r"[\s\u00a0\u202f\u2212]+", "", text)


def test_libreoffice_draws_what_the_pdf_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not shutil.which("soffice"):
        pytest.skip("not run: LibreOffice is not installed")
    monkeypatch.setenv("FONTCONFIG_FILE", str(_with_faces(tmp_path)))
    (tmp_path / "deck.pptx").write_bytes(deck())
    office.drawn((tmp_path / "deck.pptx",), tmp_path)
    astray = []
    with pypdfium2.PdfDocument(slides()) as ours, pypdfium2.PdfDocument(tmp_path / "deck.pdf") as theirs:
        assert len(ours) == len(theirs)
        for number, frame in frames():
            drawn = list(_middles(theirs[number - 1]))
            for label in (one for one in frame.plan.labels if one.role in ("value", "tick") and len(one.lines) == 1):
                x, y = frame.box.x + label.box.centre[0], frame.box.y + label.box.centre[1]
                near = [at for text, at in drawn if squeezed(label.text) in squeezed(text)]
                if not any(abs(one - x) < NEAR * 960 and abs(other - y) < NEAR * 960 for one, other in near):
                    astray.append((frame.chart.title[0].text, label.text, (round(x), round(y)), near))
    assert astray == []


def _with_faces(folder: Path) -> Path:
    """A configuration by which LibreOffice has the charter's faces."""
    faces = files("font_source_sans_pro") / "files"
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{faces}</dir></fontconfig>',
        encoding="utf-8",
    )
    return config


def _middles(page: pypdfium2.PdfPage) -> Iterator[tuple[str, tuple[float, float]]]:
    """The pieces of text of a page with their middles, from the top left corner."""
    texts, height = page.get_textpage(), page.get_height()
    scale = 960 / page.get_width()
    for index in range(texts.count_rects()):
        left, bottom, right, top = texts.get_rect(index)
        text = texts.get_text_bounded(left, bottom, right, top)
        yield text, ((left + right) / 2 * scale, (height - (bottom + top) / 2) * scale)
