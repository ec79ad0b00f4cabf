"""Lines on the page: what is read, where links lie, what is bound late."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from faces import face
from rapport.formats.pdf.tags.tree import Element
from rapport.lines.line import Line, Run
from rapport.render.pdf.text import Baseline, Inline, InlineElements, draw_late, draw_lines, link_around
from readback import read_back
from render.pdf.sheet import BLACK, INK, draw, lines, new_canvas, picture, texts, written

LINK = Inline(1, target="https://example.org/", contents="Le site (example.org)")


def document(runs: list[Run], measure: float = 300.0, notes: dict[str, Any] | None = None) -> bytes:
    canvas = new_canvas()
    block = canvas.tree.document.child("P")
    made = {key: block.inline("Note", identifier=key) for key in notes or {}}
    draw_lines(canvas, lines(runs, measure), Baseline(50, 50, 12), INK, InlineElements(block, made))
    for key, text in (notes or {}).items():
        draw_lines(canvas, lines(text), Baseline(50, 250, 12), INK, InlineElements(made[key]))
    return written(canvas)


def run(text: str, tag: Inline | None = None, rise: float = 0.0) -> Run:
    return Run(text, face(), 10.0, rise, tag)


def link_areas(data: bytes) -> list[Any]:
    with pikepdf.open(BytesIO(data)) as pdf:
        return [[float(value) for value in one.Rect] for one in pdf.pages[0].get("/Annots", [])]


def test_lines_end_with_a_real_space_and_words_with_a_soft_hyphen() -> None:
    canvas = new_canvas()
    set_lines = lines("immédiatement anticonstitutionnellement vu", 60, "justified")
    draw(canvas, set_lines)
    (block,) = read_back(written(canvas)).root.find("P")
    (content,) = block.kids
    assert len(set_lines) > 2
    assert isinstance(content, str)
    assert "\u00ad" in content
    assert content.replace("\u00ad", "") == "immédiatement anticonstitutionnellement vu"


def test_a_line_break_within_a_title_parts_the_words() -> None:
    canvas = new_canvas()
    draw(canvas, lines("Le financement\nde l’innovation"))
    assert read_back(written(canvas)).root.text == "Le financement de l’innovation"


def test_another_engine_reads_the_same() -> None:
    data = document([run("Selon l’étude, 2,6\u00a0Md€ ont été levés\u202f; c’est plus.")])
    assert texts(data) == ["Selon l’étude, 2,6\u00a0Md€ ont été levés\u202f; c’est plus."]


def test_a_link_over_two_lines_is_one_element_with_two_areas() -> None:
    data = document([run("voir "), run("le rapport complet de la Commission", LINK), run(" ici")], 120)
    (link,) = read_back(data).root.find("Link")
    assert (link.text, link.annotations) == ("le rapport complet de la Commission", 2)
    upper, lower = link_areas(data)
    assert upper[1] > lower[3] - 2
    assert upper[0] > lower[0] == pytest.approx(50, abs=0.5)


def test_a_link_says_where_it_leads_and_is_underlined_in_its_colour() -> None:
    data = document([run("le site", LINK)])
    with pikepdf.open(BytesIO(data)) as pdf:
        (annotation,) = pdf.pages[0].Annots
        assert str(annotation.Contents) == "Le site (example.org)"
        assert str(annotation.A.URI) == "https://example.org/"
        assert int(annotation.F) == 4
    red, _, blue = picture(data).crop((50, 51, 80, 53)).resize((1, 1)).tobytes()
    assert blue > red + 30


def test_two_equal_links_side_by_side_stay_two() -> None:
    other = Inline(2, target=LINK.target, contents=LINK.contents)
    data = document([run("un", LINK), run(" "), run("deux", other)])
    assert [link.text for link in read_back(data).root.find("Link")] == ["un", "deux"]


def test_runs_of_one_span_are_one_element() -> None:
    tag = Inline(1, language="en")
    data = document([run("the "), Run("very", face("italic"), 10.0, tag=tag), Run(" words", face(), 10.0, tag=tag)])
    (span,) = read_back(data).root.find("Span")
    assert (span.text, span.entries) == ("very words", {"Lang": "en"})


def test_an_acronym_within_a_link_is_a_span_within_it() -> None:
    tag = Inline(1, target="https://oecd.org", contents="Site de l’OCDE", expansion="Organisation de coopération")
    (link,) = read_back(document([run("OCDE", tag)])).root.find("Link")
    (span,) = link.find("Span")
    assert (link.annotations, span.text, span.entries) == (1, "OCDE", {"E": "Organisation de coopération"})


def test_a_note_is_read_right_after_its_call() -> None:
    call = Inline(1, target="#n1", contents="Note 1", note="n1")
    canvas = new_canvas()
    canvas.bookmark("n1", 250)
    block = canvas.tree.document.child("P")
    note = block.inline("Note", identifier="n1")
    texts = [run("Un fait"), run("1", call, rise=3.5), run(" et la suite.")]
    draw_lines(canvas, lines(texts), Baseline(50, 50, 12), INK, InlineElements(block, {"n1": note}))
    draw_lines(canvas, lines("La source."), Baseline(50, 250, 12), INK, InlineElements(note))
    read = read_back(written(canvas)).root
    assert read.text == "Un fait1La source. et la suite."
    (reference,) = read.find("Reference")
    assert [node.tag for node in reference.walk()] == ["Reference", "Link"]


def test_what_is_repeated_as_an_artifact_has_neither_tags_nor_links() -> None:
    canvas = new_canvas()
    with canvas.artifact("Pagination", "Header"):
        draw(canvas, lines([run("rappel "), run("du lien", LINK)]))
    data = written(canvas)
    read = read_back(data)
    assert (read.root.kids, read.artifacts) == ((), ["rappel du lien"])
    assert link_areas(data) == []


def page_of(page: int, drawn: list[int]) -> Line:
    return lines(f"{page} sur {len(drawn)}")[0]


def test_late_text_is_composed_once_all_pages_are_drawn() -> None:
    canvas = new_canvas()
    total: list[int] = []
    for page in (1, 2, 3):
        element = canvas.tree.document.child("P")
        draw_late(canvas, element, partial(page_of, page, total), Baseline(350, 50), BLACK)
        total.append(page)
        canvas.showPage()
    assert read_back(written(canvas)).root.text == "1 sur 32 sur 33 sur 3"


@pytest.mark.parametrize(("align", "left", "right"), [(0.0, 100, 130), (0.5, 85, 115), (1.0, 70, 100)])
def test_lines_start_end_or_stand_in_the_middle_where_they_are_told(align: float, left: int, right: int) -> None:
    canvas = new_canvas()
    (line,) = lines("MMMM")
    baseline = Baseline(100, 50, align=align)
    draw_lines(canvas, (line,), baseline, INK, InlineElements(canvas.tree.document.child("P")))
    box = picture(written(canvas)).convert("L").point(lambda value: 255 if value < 200 else 0).getbbox()
    assert box is not None
    scale = line.width / 30
    assert box[0] == pytest.approx(100 + (left - 100) * scale, abs=2)
    assert box[2] == pytest.approx(100 + (right - 100) * scale, abs=2)


def test_a_superscript_stands_higher() -> None:
    def top(rise: float) -> int:
        canvas = new_canvas()
        draw(canvas, lines([run("1", rise=rise)]))
        box = picture(written(canvas)).convert("L").point(lambda value: 255 if value < 200 else 0).getbbox()
        assert box is not None
        return int(box[1])

    assert top(0) - top(4) == 4


def test_what_is_no_link_has_none_around_it() -> None:
    with pytest.raises(ValueError, match="Span is no link"):
        link_around(Element("P").inline("Span"))


def test_equal_tags_apart_are_two_elements_in_their_order() -> None:
    tag = Inline(0, language="en")
    read = read_back(document([run("one", tag), run(" et "), run("two", tag)])).root
    assert (read.text, [span.text for span in read.find("Span")]) == ("one et two", ["one", "two"])
