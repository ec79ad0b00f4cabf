"""Page make-up, seen as pages of named boxes."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.render.pdf.composer.composer import ColumnPlace, Composer, OpenPage, Page
from rapport.render.pdf.composer.vertical import (
    KEEP,
    BoxGround,
    Child,
    Footnote,
    Galley,
    GalleyOpening,
    Glue,
    Lane,
    Matter,
    PlacedBox,
    TypeArea,
    VerticalBox,
    VerticalItem,
    grounded,
    paragraph,
    whole,
)
from rapport.render.pdf.composer.ways import WeighedPages

FRAME = TypeArea(top=0, bottom=100, note_gap=5)
NAMES: dict[int, str] = {}


def box(
    name: str, height: float = 10, notes: Iterable[Footnote] = (), reprise: VerticalBox | None = None
) -> VerticalBox:
    made = VerticalBox(height, notes=tuple(notes), reprise=reprise)
    NAMES[id(made)] = name
    KEPT.append(made)
    return made


KEPT: list[VerticalBox] = []
"""Keeps every box alive, so that its identity stays its own."""


def note(key: str, lines: int = 1, height: float = 10) -> Footnote:
    return Footnote(key, tuple(box(f"{key}.{number}", height) for number in range(1, lines + 1)))


def text(*items: VerticalItem) -> Galley:
    return Galley("text", items)


def compose(*matter: Matter) -> list[Page]:
    return list(Composer(FRAME).compose(matter))


def seen(pages: Iterable[Page]) -> list[str]:
    """Each page as the names of its boxes, its notes after a bar."""
    return [" ".join(names(page.placed)) + (" | " + " ".join(names(page.foot)) if page.foot else "") for page in pages]


def names(placed: Iterable[PlacedBox]) -> list[str]:
    return [NAMES[id(each.box)] for each in placed]


def lines(name: str, count: int) -> tuple[VerticalItem, ...]:
    return paragraph([box(f"{name}{number}") for number in range(1, count + 1)])


def test_a_paragraph_that_does_not_fit_goes_on_on_the_next_page() -> None:
    assert seen(compose(text(*lines("a", 12)))) == ["a1 a2 a3 a4 a5 a6 a7 a8 a9 a10", "a11 a12"]


def test_two_lines_at_least_stand_on_either_side_of_a_break() -> None:
    assert seen(compose(text(*lines("a", 11)))) == ["a1 a2 a3 a4 a5 a6 a7 a8 a9", "a10 a11"]
    assert seen(compose(text(*lines("a", 9), *lines("b", 4)))) == ["a1 a2 a3 a4 a5 a6 a7 a8 a9", "b1 b2 b3 b4"]


def test_three_lines_are_never_divided() -> None:
    assert seen(compose(text(*lines("a", 8), *lines("b", 3)))) == ["a1 a2 a3 a4 a5 a6 a7 a8", "b1 b2 b3"]


def test_a_heading_goes_with_two_lines_of_what_follows() -> None:
    matter = text(*lines("a", 8), box("H"), KEEP, *lines("b", 5))
    assert seen(compose(matter)) == ["a1 a2 a3 a4 a5 a6 a7 a8", "H b1 b2 b3 b4 b5"]


def test_white_vanishes_at_the_top_of_a_page_and_the_larger_of_two_holds() -> None:
    (first, second) = compose(text(box("a"), Glue(5), Glue(20), box("b"), Glue(60), box("c")))
    assert [each.y for each in first.placed] == [0, 30]
    assert [each.y for each in second.placed] == [0]


def test_white_is_left_at_the_foot_when_something_does_not_fit() -> None:
    assert seen(compose(text(box("a", 60), box("figure", 50)))) == ["a", "figure"]


def test_a_note_stands_on_the_page_of_its_call() -> None:
    called = [*lines("a", 6), box("call", notes=[note("n")]), *lines("b", 4)]
    assert seen(compose(text(*called))) == ["a1 a2 a3 a4 a5 a6 call | n.1", "b1 b2 b3 b4"]


def test_a_call_whose_note_has_no_room_goes_to_the_next_page() -> None:
    called = [*lines("a", 8), box("call", notes=[note("n", 2)])]
    assert seen(compose(text(*called))) == ["a1 a2 a3 a4 a5 a6 a7 a8", "call | n.1 n.2"]


def test_notes_are_flush_with_the_foot_under_a_rule() -> None:
    (page,) = compose(text(box("before", 70), box("call", notes=[note("n", 1)])))
    assert [each.y for each in page.foot] == [90]
    assert page.foot_rule == 90


def test_notes_of_a_short_page_stand_near_its_text() -> None:
    (page,) = compose(text(box("call", notes=[note("n", 2)])))
    assert [each.y for each in page.foot] == [17.5, 27.5]
    assert page.foot_rule == 17.5


def test_a_long_note_runs_on_only_when_its_call_stands_at_the_top() -> None:
    called = [box("a"), box("call", notes=[note("n", 12)]), *lines("b", 2)]
    first, second, third = seen(compose(text(*called)))
    assert first == "a"
    assert second == "call | n.1 n.2 n.3 n.4 n.5 n.6 n.7 n.8"
    assert third == "b1 b2 | n.9 n.10 n.11 n.12"


def test_a_note_that_runs_on_leaves_a_quarter_of_the_page() -> None:
    pages = seen(compose(text(box("call", notes=[note("n", 20)]), *lines("b", 2))))
    assert pages[1].startswith("b1 b2 | ")
    assert len(pages[1].split()) == 3 + 7


def test_a_note_called_twice_stands_at_its_first_call() -> None:
    twice = note("n")
    assert seen(compose(text(box("a", 60, [twice]), box("b", 60, [twice])))) == ["a | n.1", "b"]


def test_notes_left_over_at_the_end_make_pages() -> None:
    pages = seen(compose(text(box("call", notes=[note("n", 18)]))))
    assert " ".join(pages).count("n.") == 18
    assert pages[0].startswith("call")


def test_a_table_repeats_its_header_after_a_break_as_an_artifact() -> None:
    again = box("header")
    rows = [box(f"r{number}", 30, reprise=again) for number in range(1, 6)]
    pages = compose(text(box("head"), KEEP, *rows))
    assert seen(pages) == ["head r1 r2 r3", "header r4 r5"]
    assert [each.repeated for each in pages[1].placed] == [True, False, False]


def test_what_is_kept_whole_moves_as_a_whole() -> None:
    assert seen(compose(text(*lines("a", 6), *whole(lines("b", 6))))) == ["a1 a2 a3 a4 a5 a6", "b1 b2 b3 b4 b5 b6"]


def test_what_is_higher_than_a_page_is_divided_all_the_same() -> None:
    assert seen(compose(text(*whole(lines("b", 14))))) == ["b1 b2 b3 b4 b5 b6 b7 b8 b9 b10", "b11 b12 b13 b14"]


def test_the_columns_run_side_by_side_and_the_full_width_starts_below_both() -> None:
    matter = (Galley("margin", (box("m", 50),)), text(*lines("a", 3)), Galley("full", (Glue(7), box("f"))))
    (page,) = compose(*matter)
    assert [(NAMES[id(each.box)], each.y) for each in page.placed] == [
        ("m", 0), ("a1", 0), ("a2", 10), ("a3", 20), ("f", 57),
    ]  # fmt: skip


def test_the_margin_may_run_ahead_of_the_text_but_never_stays_behind() -> None:
    ahead = compose(Galley("margin", (box("m", 60), box("n", 60))), text(*lines("a", 3)))
    assert seen(ahead) == ["m a1 a2 a3", "n"]
    behind = compose(text(*lines("a", 12)), Galley("margin", (box("m"),)))
    assert seen(behind)[1] == "a11 a12 m"


def test_a_section_opens_a_page_and_names_it() -> None:
    pages = compose(GalleyOpening("Un"), text(box("a")), GalleyOpening("Deux"), text(box("b")))
    assert [(page.number, page.name) for page in pages] == [(1, "Un"), (2, "Deux")]
    assert seen(pages) == ["a", "b"]


def test_a_short_section_shares_the_page_when_it_has_room() -> None:
    shared = compose(GalleyOpening("Un"), text(box("a")), GalleyOpening("Deux", room=20, gap=14), text(box("b")))
    assert seen(shared) == ["a b"]
    assert shared[0].placed[1].y == 24
    apart = compose(GalleyOpening("Un"), text(box("a", 80)), GalleyOpening("Deux", room=20, gap=14), text(box("b")))
    assert seen(apart) == ["a", "b"]


@st.composite
def matters(draw: st.DrawFn) -> list[Matter]:
    """Documents of paragraphs, headings, rigid boxes and notes of any length, in any lane."""
    matter: list[Matter] = []
    for number in range(draw(st.integers(1, 12))):
        kind = draw(st.sampled_from(["prose", "prose", "prose", "heading", "figure", "margin", "full", "section"]))
        if kind == "section":
            matter.append(GalleyOpening(f"s{number}", draw(st.sampled_from([float("inf"), 30.0])), 14))
            continue
        called = [note(f"n{number}.{each}", draw(st.integers(1, 15))) for each in range(draw(st.integers(0, 2)))]
        if kind in ("prose", "heading"):
            count = draw(st.integers(1, 25))
            boxes = [box(f"p{number}") for _ in range(count)]
            at = draw(st.integers(0, count - 1))
            boxes[at] = box(f"p{number}", notes=called)
            head = (box(f"h{number}"), KEEP) if kind == "heading" else ()
            matter.append(text(Glue(7), *head, *paragraph(boxes), Glue(7)))
        else:
            lane: Lane = "margin" if kind == "margin" else "full" if kind == "full" else "text"
            matter.append(Galley(lane, (Glue(7), box(f"f{number}", draw(st.integers(5, 100)), called), Glue(3))))
    return matter


def expected(matter: Iterable[Matter]) -> list[VerticalBox]:
    return [item for each in matter if isinstance(each, Galley) for item in each.items if isinstance(item, VerticalBox)]


@settings(max_examples=150, deadline=None)
@given(matters())
def test_any_document(matter: list[Matter]) -> None:
    """Nothing is lost or drawn twice; nothing overlaps or leaves the frame; notes stand at their calls; no line of a
    paragraph and no heading is alone.
    """
    pages = list(Composer(FRAME).compose(matter))
    boxes = expected(matter)
    assert sorted(id(each.box) for page in pages for each in page.placed) == sorted(map(id, boxes))
    called = {note.key: note for each in boxes for note in each.notes}
    note_lines = [id(each.box) for page in pages for each in page.foot]
    assert sorted(note_lines) == sorted(id(line) for note in called.values() for line in note.lines)
    page_of = {id(each.box): page.number for page in pages for each in (*page.placed, *page.foot)}
    check_breaks(matter, page_of)
    for page in pages:
        check_frame(page)
        check_overlaps(page)
        check_calls(page, page_of)


def check_frame(page: Page) -> None:
    for each in (*page.placed, *page.foot):
        assert FRAME.top <= each.y
        assert each.y + each.box.height <= FRAME.bottom + 0.1


def check_breaks(matter: Iterable[Matter], page_of: dict[int, int]) -> None:
    """Two lines at least of a paragraph on either side of a break, three where it has no more; a heading goes with
    the first two.
    """
    for galley in matter:
        boxes = [item for item in galley.items if isinstance(item, VerticalBox)] if isinstance(galley, Galley) else []
        prose = [page_of[id(each)] for each in boxes if NAMES[id(each)].startswith("p")]
        assert len(set(prose[:2])) <= 1
        assert len(set(prose[-2:])) <= 1
        assert len(set(prose)) <= 1 or len(prose) > 3
        if boxes and NAMES[id(boxes[0])].startswith("h"):
            assert {page_of[id(each)] for each in boxes[:3]} == {page_of[id(boxes[0])]}


def check_overlaps(page: Page) -> None:
    """Boxes that share a lane never share a height, nor do content and notes."""
    for lane in ("margin", "text"):
        stack = sorted((each for each in page.placed if each.lane in (lane, "full")), key=lambda each: each.y)
        for above, below in pairwise(stack):
            assert above.y + above.box.height <= below.y + 0.01
    lowest = max((each.y + each.box.height for each in page.placed), default=0.0)
    assert not page.foot or lowest <= page.foot_rule - FRAME.note_gap + 0.01


def check_calls(page: Page, page_of: dict[int, int]) -> None:
    """Each note begins on the page of its call; one that runs on has its call at the top of a column.

    The only notes that begin later are those whose calls share a page with a note that runs on, or leave no room.
    """
    for each in page.placed:
        for called in each.box.notes:
            first, last = page_of[id(called.lines[0])], page_of[id(called.lines[-1])]
            at_top = each.y <= FRAME.top + 40
            assert first == page.number or at_top
            assert last == page.number or at_top


def test_where_columns_join_the_larger_white_holds() -> None:
    margin, body = ColumnPlace(1, 100, gap=20), ColumnPlace(1, 110, gap=4)
    assert margin.further(body) == body.further(margin) == ColumnPlace(1, 110, gap=10)
    assert ColumnPlace(1, 100, gap=6).further(body) == ColumnPlace(1, 100, gap=12).further(body) == body
    assert ColumnPlace(1, 190, gap=20).further(ColumnPlace(2, 0, gap=4)) == ColumnPlace(2, 0, gap=4)


def test_where_columns_join_the_larger_white_holds_with_what_was_taken_from_either() -> None:
    margin, body = ColumnPlace(1, 100, gap=20, full=40), ColumnPlace(1, 110, gap=4, full=8)
    assert margin.further(body) == body.further(margin) == ColumnPlace(1, 110, gap=10, full=30)
    assert margin.further(ColumnPlace(1, 110, gap=4, full=35)) == ColumnPlace(1, 110, gap=10, full=35)


def test_no_note_begins_under_one_that_was_divided() -> None:
    page = OpenPage(1, FRAME)
    page.take_notes(note("long", lines=12).lines)
    assert page.full_foot
    assert page.fits(0, ())
    assert not page.fits(0, [note("next", height=0)])


Items = tuple[GalleyOpening | Galley, ...]


def test_two_ways_on_from_one_place_know_nothing_of_each_other() -> None:
    begun: Items = (
        GalleyOpening("A"),
        text(*lines("a", 7), box("n", notes=(note("n1", 2),))),
        Galley("margin", lines("m", 3)),
    )
    first: Items = (GalleyOpening("B", room=5.0), text(*lines("b", 9)))
    second: Items = (text(*lines("c", 4)), GalleyOpening("D"))
    others: tuple[Items, ...] = (first, second, ())
    made = Composer(FRAME)
    for opened in begun:
        made.add(opened)
    forks = [made.fork(), made.fork(), made]
    for fork, ways in zip(forks, others, strict=True):
        for item in ways:
            fork.add(item)
    found = [seen(page.finished() for page in fork.pages) for fork in forks]
    assert found == [seen(compose(*begun, *ways)) for ways in others]
    assert forks[0].stands == (2, 2)


@given(st.lists(st.tuples(st.floats(0, 12), st.floats(0, 6), st.floats(1, 15), st.booleans()), min_size=1, max_size=25))
def test_what_is_placed_at_once_stands_where_it_would_one_by_one(parts: list[tuple[float, float, float, bool]]) -> None:
    items: list[list[VerticalItem]] = []
    for white, lent, height, kept in parts:
        item: list[VerticalItem] = [Glue(white, lent), VerticalBox(height)]
        if kept and items:
            items[-1] += [KEEP, *item]
        else:
            items.append(item)
    at_once = compose(text(*(item for group in items for item in group)))
    one_by_one = compose(*(text(*group) for group in items))
    assert [[(box.box, box.y) for box in page.placed] for page in at_once] == [
        [(box.box, box.y) for box in page.placed] for page in one_by_one
    ]


def test_two_boxes_that_no_page_holds_together_are_parted() -> None:
    assert seen(compose(text(box("a", 60), KEEP, box("b", 60)))) == ["a", "b"]


def test_grounds_of_boxes_within_boxes_stand_under_their_own() -> None:
    inner = VerticalBox(20, ground=BoxGround(0, 100, "paper"))
    outer = VerticalBox(60, children=(Child(5, inner), Child(30, VerticalBox(30, children=(Child(4, inner),)))))
    assert [(top, height) for _, top, height in grounded(outer, 100)] == [(105, 20), (134, 20)]


def test_what_passages_say_has_a_number_of_its_own() -> None:
    known = WeighedPages()
    assert known.number("a") == known.number("a") != known.number("b")
    first = known.number("a")
    for each in range(WeighedPages.MOST + 1):
        known.number(each)
    assert known.number("a") > first
