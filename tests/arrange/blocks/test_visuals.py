"""Each kind of visual on its slide: where things stand, and what gives way when there is too much."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from msgspec.structs import replace

from editions import (
    ACHIEVED,
    CALLOUT,
    CHART,
    COMPARISON,
    KEY_FIGURES,
    MESSAGES,
    PLANNED,
    PROMISED,
    TABLE,
    TAKEAWAY,
    TIMELINE,
    edition,
    moment,
    points,
    section,
    source,
    table,
    with_strong_point,
)
from rapport.arrange.arrange import Arranged, arrange
from rapport.arrange.studio import SlideContext
from rapport.edition.blocks.figures import Cell, Chart, ChartKind, Comparison, Image, Point, Row, Series, Side
from rapport.edition.blocks.words import (
    Bullets,
    Callout,
    ContactEntry,
    Contacts,
    Glossary,
    GlossaryEntry,
    Item,
    Message,
    Messages,
    Question,
    Questions,
    Quote,
    StatusKey,
)
from rapport.edition.edition import Block, CoverDetail, Edition
from rapport.edition.picture import Picture
from rapport.edition.text import plain, words
from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from rapport.look.geometry import Pt
from rapport.origin import Origin
from rapport.slides.deck import Slide
from rapport.slides.elements import ChartFrame, Element, ElementGroup, Panel, PictureFrame, RuleLine, SlideSign, TextBox
from sketch import boxes, leaves, tables, texts

Arrange = Callable[[Edition], Arranged]


def slides(arranged: Arrange, *blocks: Block, title: str = "Un titre") -> tuple[Slide, ...]:
    """The slides of a section with these blocks."""
    result = arranged(edition(section("a", title, *blocks)))
    assert [problem for problem in result.problems if problem.severity == "error"] == []
    return result.deck.slides[2:]


def named(slide: Slide, name: str) -> TextBox:
    return next(box for box in boxes(slide) if box.name == name)


@pytest.mark.parametrize(("count", "is_beside"), [(6, True), (7, False)])
def test_six_lines_leave_room_for_a_column_and_seven_take_the_width(
    count: int, is_beside: bool, arranged: Arrange, charter: Charter
) -> None:
    values = tuple(Point(Decimal(value), str(value)) for value in (2, 3, 5))
    lines = tuple(Series(f"Série {number}", ACHIEVED, values) for number in range(count))
    chart = replace(CHART, kind="line", categories=("2023", "2024", "2025"), series=lines)
    slide, *_ = slides(arranged, chart, TAKEAWAY)
    right = max(frame.box.right for frame in slide.elements if isinstance(frame, ChartFrame))
    assert (right <= 0.75 * charter.deck.grid.width) == is_beside


# key figures


def test_a_tile_from_its_qualifier_down(arranged: Arrange) -> None:
    (slide,) = slides(arranged, KEY_FIGURES)
    tile = next(element for element in slide.elements if isinstance(element, ElementGroup))
    assert tile.name == "Chiffre clé 1"
    assert plain(tile.alternative) == "Plus de 2,6\u00a0Md€ levés par les start-up françaises de l’IA en 2025 (réalisé)"
    assert texts(replace(slide, elements=(tile,))) == [
        "18: plus de",
        "18: Réalisé",
        "50: 2,6\u00a0Md€",
        "18: levés par les start-up françaises de l’IA en\u00a02025",
    ]


def test_numbers_align_whether_or_not_they_have_a_qualifier(arranged: Arrange) -> None:
    (slide,) = slides(arranged, KEY_FIGURES)
    tops = {box.box.y for box in boxes(slide) if box.name == "Nombre"}
    assert len(tops) == 2


@pytest.mark.parametrize(("count", "columns"), [(1, 1), (2, 2), (3, 3), (4, 2), (5, 3), (6, 3)])
def test_tiles_in_a_row(arranged: Arrange, count: int, columns: int) -> None:
    (slide,) = slides(arranged, replace(KEY_FIGURES, figures=KEY_FIGURES.figures[:count]))
    assert len({box.box.x for box in boxes(slide) if box.name == "Nombre"}) == columns


def test_eight_tiles_make_two_slides_of_four(arranged: Arrange) -> None:
    figures = KEY_FIGURES.figures + KEY_FIGURES.figures[:2]
    found = slides(arranged, replace(KEY_FIGURES, figures=figures))
    assert [sum(isinstance(element, ElementGroup) for element in slide.elements) for slide in found] == [4, 4]


def test_long_words_for_a_number_are_set_smaller(arranged: Arrange) -> None:
    wordy = replace(KEY_FIGURES.figures[0], number="trois à quatre ans", unit="")
    (slide,) = slides(arranged, replace(KEY_FIGURES, figures=(wordy, *KEY_FIGURES.figures[1:])))
    assert texts(slide)[3] == "30: trois à quatre ans"


# charts


def test_a_chart_with_its_finding_and_points_beside_it(arranged: Arrange) -> None:
    (slide,) = slides(arranged, CHART, TAKEAWAY)
    assert texts(slide) == [
        "18: A",
        "18: Puissance de calcul du Campus\u00a0IA, en mégawatts de consommation électrique",
        "18: Prévu",
        "24: La puissance doit presque tripler en deux\u00a0ans",
        "18: Le Campus\u00a0IA réunit notamment NVIDIA, MGX, Bpifrance et\u00a0Mistral\u00a0AI.",
        "18: La source ne dit pas si cette puissance est comprise dans les 5,8\u00a0GW\u00a0réservés.",
    ]
    chart = next(element for element in slide.elements if isinstance(element, ChartFrame))
    assert named(slide, "À retenir").box.x > chart.box.right + 40
    assert {label.size for label in chart.plan.traces[0].labels} == {26}
    assert chart.plan.category_size == 18


def test_a_strong_first_point_is_the_finding(arranged: Arrange) -> None:
    (slide,) = slides(arranged, CHART, with_strong_point(points("Presque le triple", "Un détail")))
    assert texts(slide)[-2:] == ["24: Presque le triple", "18: Un détail"]
    assert texts(slide)[1] == "18: La puissance doit presque tripler en deux ans"


def test_a_reservation_is_grey(arranged: Arrange) -> None:
    (slide,) = slides(arranged, CHART, CALLOUT)
    assert named(slide, "Texte").paragraphs[-1].colour == "grey"


def test_points_that_do_not_fit_beside_a_chart_follow_it(arranged: Arrange) -> None:
    first, second = slides(arranged, CHART, points(*["Un point qui demande plus de deux lignes au moins " * 2] * 5))
    assert (first.layout, second.layout) == ("chart", "content")
    chart = next(element for element in first.elements if isinstance(element, ChartFrame))
    assert chart.box.width == pytest.approx(864)
    assert "24: La puissance doit presque tripler en deux\u00a0ans" not in texts(first)
    assert "18: La puissance doit presque tripler en deux ans" in texts(first)


def test_a_title_that_is_the_finding_is_not_said_twice(arranged: Arrange) -> None:
    (slide,) = slides(arranged, CHART, title="La puissance doit presque tripler en deux ans")
    assert sum("tripler" in text for text in texts(slide)) == 0


def test_statuses_that_differ_get_a_key(arranged: Arrange) -> None:
    done = Series("Réalisé", ACHIEVED, (Point(Decimal(1), "1"),) * 3)
    promised = Series("Centres", PROMISED, (Point(Decimal(2), "2"),) * 3)
    (slide,) = slides(arranged, replace(CHART, series=(done, promised)), TAKEAWAY)
    chart = next(element for element in slide.elements if isinstance(element, ChartFrame))
    assert [label.text for label in chart.plan.texts if label.role == "key"] == ["Réalisé", "Centres (promis)"]


def test_many_columns_get_smaller_labels(arranged: Arrange) -> None:
    series = Series("Prévu", ACHIEVED, (Point(Decimal(1), "plus de 700\u00a0MW"),) * 8)
    (slide,) = slides(arranged, replace(CHART, categories=tuple("abcdefgh"), series=(series,)))
    chart = next(element for element in slide.elements if isinstance(element, ChartFrame))
    assert max(label.size for label in chart.plan.traces[0].labels) < 26


# tables


def test_columns_take_what_they_need_and_the_first_one_the_rest(arranged: Arrange) -> None:
    (slide,) = slides(arranged, TABLE, CALLOUT)
    (frame,) = tables(slide)
    assert sum(frame.widths) == pytest.approx(864)
    assert max(frame.widths) == frame.widths[0] > 250
    assert [float(row.height) for row in frame.rows] == [34, 56, 56, 56, 56]
    assert list(map(float, frame.gutters)) == [16, 32, 16, 16, 0]


def test_a_status_cell_leaves_room_for_its_sign(arranged: Arrange) -> None:
    (slide,) = slides(arranged, TABLE)
    cell = tables(slide)[0].rows[1].cells[2]
    assert (cell.sign, float(cell.paragraphs[0].size)) == (PROMISED, 20)
    assert cell.indent == pytest.approx(20 * 1.34)


@pytest.mark.parametrize("rows", [2, 4])
def test_a_callout_stands_on_the_foot(arranged: Arrange, rows: int) -> None:
    (slide,) = slides(arranged, table(rows), CALLOUT)
    ground, bar = [element for element in slide.elements if isinstance(element, Panel)]
    assert (float(ground.box.bottom), float(bar.box.width)) == (480, 4)
    assert tables(slide)[0].box.bottom < ground.box.y


@pytest.mark.parametrize(("count", "shares"), [(6, [6]), (8, [8]), (13, [7, 6])])
def test_a_long_table_is_shared_evenly_with_its_header(arranged: Arrange, count: int, shares: list[int]) -> None:
    found = [tables(slide)[0] for slide in slides(arranged, table(count))]
    assert [len(frame.rows) - 1 for frame in found] == shares
    assert all(frame.rows[0].kind == "header" for frame in found)


@pytest.mark.parametrize(("count", "size"), [(3, 30), (8, 18)])
def test_few_rows_are_set_large(arranged: Arrange, count: int, size: float) -> None:
    (frame,) = tables(slides(arranged, table(count))[0])
    assert frame.rows[1].cells[0].paragraphs[0].size == size


def test_rows_of_a_table_are_as_high_as_in_the_widest_face(arranged: Arrange, studio: SlideContext) -> None:
    """A row that grew would part from the sign that stands over it."""
    long = Cell(words("Émissions de la France en 1990 et depuis lors " * 2))
    (frame,) = tables(slides(arranged, replace(table(0), rows=(Row((long, Cell(status=PROMISED))),) * 4))[0])
    rooms = [width - gutter for width, gutter in zip(frame.widths, frame.gutters, strict=True)]
    for row in frame.rows:
        most = max(
            sum(studio.measure.in_any_face().lines(each, room - cell.indent) * each.leading for each in cell.paragraphs)
            for cell, room in zip(row.cells, rooms, strict=True)
        )
        assert most + 2 * frame.padding <= row.height + 0.01


def test_a_callout_without_room_under_its_table_follows_it(arranged: Arrange) -> None:
    rows = tuple(Row((Cell(words("mot " * 30)), Cell(words("1\u00a0M€")))) for _ in range(5))
    first, second = slides(arranged, replace(table(0), rows=rows), CALLOUT, title="Les montants")
    assert (first.layout, second.layout) == ("table", "title-only")
    assert any("Point d’attention" in text for text in texts(second))


def test_a_group_stays_with_the_row_after_it(arranged: Arrange) -> None:
    group = Row((Cell(words("Un groupe")),), "group")
    rows = table(13).rows
    found = [tables(slide)[0] for slide in slides(arranged, replace(table(0), rows=(*rows[:3], group, *rows[3:])))]
    assert all(frame.rows[-1].kind != "group" for frame in found)
    assert len(found) == 2


def test_a_caption_that_is_not_the_title_stands_above(arranged: Arrange) -> None:
    (slide,) = slides(arranged, table(2))
    assert "18: Les montants" in texts(slide)
    (slide,) = slides(arranged, table(2), title="Les montants")
    assert "18: Les montants" not in texts(slide)


# timelines


def test_the_past_on_white_what_is_to_come_on_paper(arranged: Arrange) -> None:
    (slide,) = slides(arranged, TIMELINE)
    group = next(element for element in slide.elements if isinstance(element, ElementGroup))
    (panel,) = [leaf for leaf in group.elements if isinstance(leaf, Panel)]
    signs = [leaf for leaf in group.elements if isinstance(leaf, SlideSign)]
    assert [sign.ground for sign in signs] == ["white"] * 4 + ["paper"] * 5
    assert [sign.box.x > panel.box.x for sign in signs] == [False] * 4 + [True] * 5
    assert plain(group.alternative) == TIMELINE.alternative


@pytest.mark.parametrize(("future", "heads"), [(False, ["18: Réalisé"]), (True, ["18: À venir"])])
def test_a_calendar_of_one_time_has_one_heading_and_no_line_where_data_were_closed(
    future: bool, heads: list[str], arranged: Arrange, charter: Charter
) -> None:
    moments = tuple(replace(each, future=future) for each in TIMELINE.moments[:4])
    (slide,) = slides(arranged, replace(TIMELINE, moments=moments, cut_off=()))
    shown = texts(replace(slide, elements=timeline(slide)))
    assert [text for text in shown if text in ("18: Réalisé", "18: À venir")] == heads
    assert sum(isinstance(leaf, Panel) for leaf in timeline(slide)) == future
    upright = [leaf for leaf in timeline(slide) if isinstance(leaf, RuleLine) and not leaf.box.width]
    assert len(upright) == len(moments)
    line = next(leaf for leaf in timeline(slide) if isinstance(leaf, RuleLine) and not leaf.box.height)
    last = signs(slide)[-1].box
    assert (line.box.right > last.right) == future, "a line goes on to what is to come and ends at what is done"


def test_texts_stand_above_and_below_the_line_in_turn(arranged: Arrange) -> None:
    (slide,) = slides(arranged, TIMELINE)
    told, middle = milestones(slide), next(sign.box.centre[1] for sign in signs(slide))
    assert [box.box.bottom < middle for box in told] == [True, False] * 4 + [True]


def test_texts_on_a_side_do_not_meet_nor_cross_the_closing_of_the_data(arranged: Arrange) -> None:
    (slide,) = slides(arranged, TIMELINE)
    told, panel = milestones(slide), next(leaf for leaf in timeline(slide) if isinstance(leaf, Panel))
    assert all(before.box.right < after.box.x for before, after in zip(told, told[2:], strict=False))
    assert all(box.box.right <= panel.box.x for box in told[:4])
    assert all(box.box.right <= 48 + 864 for box in told)


def test_short_dates_and_texts_where_room_is_scarce(arranged: Arrange) -> None:
    (slide,) = slides(arranged, TIMELINE)
    assert "24: 18–19\u00a0févr." in texts(slide)
    assert "24: Sommet de Paris" in texts(slide)


def test_full_dates_and_large_texts_where_there_is_room(arranged: Arrange) -> None:
    (slide,) = slides(arranged, replace(TIMELINE, moments=TIMELINE.moments[:5]))
    assert "24: 18 et 19\u00a0février 2026" in texts(slide)


def test_one_long_date_takes_what_the_others_leave(arranged: Arrange, studio: SlideContext) -> None:
    long = words("18\u00a0et\u00a019\u00a0févr.\u00a02026")
    moments = tuple(
        replace(each, date=long, short_date=long) if index == 4 else each for index, each in enumerate(TIMELINE.moments)
    )
    (slide,) = slides(arranged, replace(TIMELINE, moments=moments))
    for box in milestones(slide):
        assert all(studio.measure.widest_word(paragraph) <= box.box.width for paragraph in box.paragraphs)


def test_dates_are_not_broken_for_larger_texts(arranged: Arrange, studio: SlideContext) -> None:
    long = words("18\u00a0et 19\u00a0févr.\u00a02026")
    moments = tuple(
        replace(each, date=long, short_date=long) if index == 4 else each for index, each in enumerate(TIMELINE.moments)
    )
    (slide,) = slides(arranged, replace(TIMELINE, moments=moments))
    for box in milestones(slide):
        assert studio.measure.width(box.paragraphs[0]) <= box.box.width
        assert min(paragraph.size for paragraph in box.paragraphs) >= 18


def test_dates_are_broken_before_a_calendar_takes_another_slide(arranged: Arrange, studio: SlideContext) -> None:
    long = words("Du 3 au 5 mai, puis du 8 au 9")
    moments = tuple(replace(each, date=long, short_date=long) for each in TIMELINE.moments[:5])
    (slide,) = slides(arranged, replace(TIMELINE, moments=moments))
    rooms = [(box.paragraphs[0], box.box.width) for box in milestones(slide)]
    assert any(studio.measure.width(date) > width for date, width in rooms)
    assert all(studio.measure.widest_word(date) <= width for date, width in rooms)


def test_a_place_made_for_a_date_holds_it_however_sums_are_rounded(charter: Charter, fonts: FontSet) -> None:
    long = words("Du\u00a018\u00a0au\u00a019\u00a0févr.")
    moments = tuple(
        replace(each, date=long, short_date=long) if index == 4 else each for index, each in enumerate(TIMELINE.moments)
    )
    same = edition(section("a", "Un titre", replace(TIMELINE, moments=moments)))
    beside = (charter, *(moved(charter, by) for by in (0.1, 0.3, 0.7, 1 / 3)))
    assert len({tuple(texts(arrange(same, each, fonts).deck.slides[2])) for each in beside}) == 1


def moved(charter: Charter, by: float) -> Charter:
    """The charter with all that stands on slides a little further to the right."""
    margins = charter.deck.grid.margins
    aside = replace(margins, left=Pt(margins.left + by), right=Pt(margins.right - by))
    return replace(charter, deck=replace(charter.deck, grid=replace(charter.deck.grid, margins=aside)))


def test_ten_moments_make_two_slides(arranged: Arrange) -> None:
    ten = (*TIMELINE.moments, moment(("2031", "2031"), ("Suite", "Suite"), PROMISED, future=True))
    found = slides(arranged, replace(TIMELINE, moments=ten))
    assert [len(milestones(slide)) for slide in found] == [5, 5]


def test_the_key_names_each_status_once(arranged: Arrange) -> None:
    (slide,) = slides(arranged, TIMELINE)
    assert texts(slide)[-3:] == ["18: Réalisé", "18: Prévu", "18: Objectif"]


def timeline(slide: Slide) -> tuple[Element, ...]:
    return next(element.elements for element in slide.elements if isinstance(element, ElementGroup))


def milestones(slide: Slide) -> list[TextBox]:
    """Date and text of each moment."""
    return [leaf for leaf in timeline(slide) if isinstance(leaf, TextBox) and leaf.name.startswith("Échéance")]


def signs(slide: Slide) -> list[SlideSign]:
    return [leaf for leaf in timeline(slide) if isinstance(leaf, SlideSign)]


# comparisons and messages


def test_the_title_of_messages_stands_over_them_unless_the_slide_bears_it(arranged: Arrange) -> None:
    message = Message(words("Un constat"), words("Une preuve."), (ACHIEVED,))
    (slide,) = slides(arranged, Messages((message,), words("Ce qui compte")), title="Trois messages")
    assert texts(slide)[:2] == ["18: A", "18: Ce qui compte"]
    (slide,) = slides(arranged, Messages((message,), words("Trois messages")), title="Trois messages")
    assert "18: Trois messages" not in texts(slide)


def crowd(count: int, kind: ChartKind) -> Chart:
    points = tuple(Point(Decimal(index + 1), f"{index + 1}\u00a0M€") for index in range(count))
    names = tuple(f"Nom {index}" for index in range(count))
    return replace(CHART, kind=kind, categories=names, series=(Series("Prévu", PLANNED, points),))


@pytest.mark.parametrize(
    ("kind", "name"), [("bar", "Un nom de catégorie " * 40), ("column", "anticonstitutionnelle" * 4)]
)
def test_a_name_too_long_for_its_bar_is_a_warning(arranged: Arrange, kind: ChartKind, name: str) -> None:
    chart = replace(crowd(3, kind), categories=("Nom", name, "Nom"), origin=Origin("content/sections/a.yaml", 9, 7))
    found = [
        each
        for each in arranged(edition(section("a", "Titre", chart))).problems
        if each.code not in ("slide-wordy", "slide-sparse")
    ]
    assert [(each.code, each.severity) for each in found] == [("slide-chart-name", "warning")]
    assert str(found[0].origin) == "content/sections/a.yaml:9:7"
    assert name[:20] in found[0].message


@pytest.mark.parametrize("kind", ["bar", "column"])
def test_labels_shrink_with_the_bars_and_a_crowd_is_a_warning(arranged: Arrange, kind: ChartKind) -> None:
    sizes = []
    for count in (3, 12, 40):
        result = arranged(edition(section("a", "Titre", crowd(count, kind))))
        frame = next(leaf for leaf in result.deck.slides[2].elements if isinstance(leaf, ChartFrame))
        sizes.append(min((label.size for label in frame.plan.traces[0].labels), default=0))
        codes = [problem.code for problem in result.problems if problem.code != "slide-sparse"]
        assert codes == (["slide-chart-crowded"] if count == 40 else [])
    assert sizes[0] > sizes[1] >= sizes[2]


def test_sides_stand_side_by_side(arranged: Arrange) -> None:
    (slide,) = slides(arranged, COMPARISON)
    (frame,) = tables(slide)
    assert (float(frame.box.x), [round(width) for width in frame.widths]) == (48, [440, 424])
    assert [[plain(cell.paragraphs[0].text) for cell in row.cells] for row in frame.rows][:2] == [
        ["New\u00a0Delhi", "Évian"],
        ["Prévu", "Prévu"],
    ]
    assert frame.rows[0].cells[0].paragraphs[0].size > frame.rows[-1].cells[0].paragraphs[0].size


def test_rows_of_sides_are_aligned_though_one_is_shorter(arranged: Arrange) -> None:
    sides = (Side(words("A"), (), (words("Un"), words("Deux"))), Side(words("B"), (), (words("Un"),)))
    (slide,) = slides(arranged, Comparison(sides))
    (frame,) = tables(slide)
    assert [len(row.cells) for row in frame.rows] == [2, 2, 2]
    assert plain(frame.rows[-1].cells[1].paragraphs[0].text) == ""


def test_long_sides_go_on_together(arranged: Arrange) -> None:
    side = replace(COMPARISON.sides[0], items=tuple(words(f"Point {number}, " + "mot " * 22) for number in range(6)))
    found = slides(arranged, replace(COMPARISON, sides=(side, side)))
    assert len(found) > 1
    assert sum(len(tables(slide)[0].rows) - 2 for slide in found if tables(slide)) == 6


def test_messages_are_numbered_across_slides(arranged: Arrange) -> None:
    five = replace(MESSAGES, items=(*MESSAGES.items, *MESSAGES.items[:2]))
    found = slides(arranged, five)
    ranks = [[text.partition(": ")[2] for text in texts(slide) if text[-3:-1] == ": "] for slide in found]
    assert [[rank for rank in each if rank.isdecimal()] for each in ranks] == [["1", "2", "3"], ["4", "5"]]


def test_statuses_stand_on_one_line_under_all_messages(arranged: Arrange) -> None:
    (slide,) = slides(arranged, MESSAGES)
    assert len({element.box.y for element in slide.elements if isinstance(element, SlideSign)}) == 1


# what is read


def test_a_question_stays_with_its_answer(arranged: Arrange) -> None:
    asked = Question(
        words("Combien de centres de données sont en chantier\u202f?"), words("Le dossier ne le dit pas. " * 5)
    )
    found = slides(arranged, Questions((asked,) * 4))
    assert [len(named(slide, "Texte").paragraphs) for slide in found] == [4, 4]


def test_a_term_and_its_definition_on_one_line(arranged: Arrange) -> None:
    (slide,) = slides(
        arranged, Glossary((GlossaryEntry(words("RTE"), words("gestionnaire du réseau électrique français")),))
    )
    assert texts(slide)[-1] == "42: RTE\u00a0– gestionnaire du réseau électrique\u00a0français"


def test_contacts_quotes_and_callouts(arranged: Arrange) -> None:
    contact = Contacts((ContactEntry(words("Nom"), words("Fonction"), (words("adresse"),)),))
    quote = Quote(words("«\u00a0Une phrase.\u00a0»"), words("À dire"))
    (slide,) = slides(arranged, contact, quote, CALLOUT)
    assert texts(slide)[1:6] == [
        "30: Nom",
        "30: Fonction",
        "30: adresse",
        "42: «\u00a0Une phrase.\u00a0»",
        "30: À dire",
    ]
    assert texts(slide)[6].startswith("18: Point d’attention. Les 4")


def test_the_title_of_a_list_stands_over_its_first_item(arranged: Arrange) -> None:
    entries = (GlossaryEntry(words("RTE"), words("réseau")), GlossaryEntry(words("PME"), words("entreprises")))
    (slide,) = slides(arranged, Glossary(entries, words("Sigles")))
    assert texts(slide)[1:] == ["50: Sigles", "42: RTE\u00a0– réseau", "42: PME\u00a0– entreprises"]


def test_few_words_alone_on_a_slide_are_set_larger(arranged: Arrange) -> None:
    quote = Quote(words("«\u00a0Une phrase.\u00a0»"), words("À dire"))
    (said,), (listed,) = slides(arranged, quote), slides(arranged, Bullets((Item(words("Un point")),)))
    assert texts(said)[1:] == ["64: «\u00a0Une phrase.\u00a0»", "36: À dire"]
    assert texts(listed)[1:] == ["64: Un point"]


def test_pages_that_begin_with_other_things_are_sized_apart(arranged: Arrange) -> None:
    """Two questions are not as small as the long points before them."""
    text = words("Un point assez long pour prendre deux lignes de la diapositive " * 2)
    long = Bullets(tuple(Item(text) for _ in "123"))
    few = Questions(tuple(Question(words("Combien\u202f?"), words("Deux.")) for _ in "123"))
    first, second = slides(arranged, long, few)
    assert texts(first)[1].startswith("30: Un point")
    assert texts(second)[1:3] == ["36: Combien\u202f?", "30: Deux."]


@pytest.mark.parametrize(("count", "padding"), [(2, 21), (5, 10.5)])
def test_few_rows_stand_farther_apart(arranged: Arrange, count: int, padding: float) -> None:
    (frame,) = tables(slides(arranged, table(count))[0])
    assert frame.padding == padding


def test_callouts_alone(arranged: Arrange) -> None:
    first = Callout(words("À savoir\u202f!"), words("Un texte."))
    (slide,) = slides(arranged, first, CALLOUT)
    assert texts(slide)[1] == "18: À savoir\u202f! Un\u00a0texte."


def test_the_key_of_statuses(arranged: Arrange) -> None:
    key = StatusKey(
        words("Lecture des statuts"),
        words("Les montants ne s’additionnent pas."),
        ((ACHIEVED, words("constaté")), (PROMISED, words("engagé, non réalisé"))),
    )
    (slide,) = slides(arranged, key)
    assert texts(slide)[1:] == [
        "18: Réalisé",
        "18: constaté",
        "18: Promis",
        "18: engagé, non réalisé",
        "18: Les montants ne s’additionnent\u00a0pas.",
    ]


def test_a_picture_keeps_its_shape(arranged: Arrange) -> None:
    for width, height in ((2000, 900), (1200, 900), (600, 900)):
        picture = Picture("carte.png", b"", "0" * 64, "image/png", width, height)
        (slide,) = slides(arranged, Image(picture, "Une carte", words("La carte."), source("9")))
        (frame,) = [element for element in slide.elements if isinstance(element, PictureFrame)]
        assert frame.box.width / frame.box.height == pytest.approx(width / height)
        beside = [box for box in boxes(slide) if box.name == "À retenir" and box.box.x > frame.box.right]
        assert bool(beside) == (width < 1.9 * height)
        assert beside or named(slide, "Légende").box.bottom <= 480


def leaves_of(slide: Slide) -> list[TextBox]:
    """Texts of the slide's groups."""
    return [leaf for element in slide.elements for leaf in leaves(element) if isinstance(leaf, TextBox)]


UNITS = ("milliards de tonnes équivalent CO2", "%", "GW")


def test_units_stand_under_their_numbers_only_where_they_are_long(arranged: Arrange) -> None:
    figures = tuple(replace(each, unit=unit) for each, unit in zip(KEY_FIGURES.figures[:3], UNITS, strict=True))
    (slide,) = slides(arranged, replace(KEY_FIGURES, figures=figures))
    numbers = [leaf.paragraphs[0] for leaf in leaves_of(slide) if leaf.name == "Nombre"]
    assert [plain(number.unit).strip("\u00a0") for number in numbers] == ["", "%", "GW"]
    assert len({number.size for number in numbers}) == 1


def test_details_of_a_cover_are_set_alike(arranged: Arrange) -> None:
    details = (
        CoverDetail(words("Date"), words("2026")),
        CoverDetail(words("Lieu"), words("Conseil municipal du onze décembre")),
    )
    made = arranged(replace(edition(), cover=replace(edition().cover, details=details)))
    found = [box for box in boxes(made.deck.slides[0]) if box.name.startswith("Détail")]
    assert len({paragraph.size for box in found for paragraph in box.paragraphs}) == 1


def test_every_shape_is_named_in_french(arranged: Arrange) -> None:
    found = slides(arranged, KEY_FIGURES, CHART, TABLE, TIMELINE, COMPARISON, MESSAGES)
    names = {
        leaf.name
        for slide in found
        for element in slide.elements
        for leaf in (element, *leaves(element))
        if hasattr(leaf, "name")
    }
    assert "" not in names
    assert {"Surtitre", "Graphique", "Tableau", "Calendrier", "Message 1", "Échéance 1", "Nombre"} <= names
