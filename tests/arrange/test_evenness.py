"""Lines of like length, by a margin at the end of the box: in the charter’s face and in its substitute alike."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.arrange.evenness import DANGLING, MID_PHRASE, STUB, Filled, _cost, _end, accompanied, even, evened
from rapport.arrange.page import box
from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import SlideContext
from rapport.edition.text import Text, plain, strong, words
from rapport.lines.measure import RULERS, wrap
from rapport.look.geometry import Pt
from rapport.slides.elements import Align, ElementGroup, TextBox

RELIEF = "Les levées et les usages se mesurent\u202f; 109\u00a0milliards d’euros restent promis"


def title(text: Text, studio: SlideContext, align: Align = "start", width: float = 791) -> TextBox:
    return TextBox("Titre", box(48, 68, width, 68), set_at(0, (Piece(text, "title", align=align),), studio.look))


def lines(place: TextBox, studio: SlideContext) -> list[tuple[str, ...]]:
    """The lines in each face, all paragraphs after one another."""
    blocks = [studio.measure.block(paragraph) for paragraph in place.paragraphs]
    return [tuple(line for block in blocks for line in wrap(block, place.room.width, ruler)) for ruler in RULERS]


def test_a_title_of_two_lines_breaks_at_its_pause_in_both_faces(studio: SlideContext) -> None:
    full = title(words(RELIEF), studio)
    assert lines(full, studio)[0][1] == "restent\u00a0promis"
    own, substitute = lines(evened(full, studio.measure), studio)
    assert own == substitute
    assert own == ("Les levées et les usages se mesurent\u202f;", "109\u00a0milliards d’euros restent\u00a0promis")


def test_a_title_of_one_line_keeps_its_box(studio: SlideContext) -> None:
    assert evened(title(words("Trois messages pour Évian"), studio), studio.measure).margin == Pt(0)


@pytest.mark.parametrize("align", ["end", "center"])
def test_text_that_starts_elsewhere_stays_where_it_is(align: Align, studio: SlideContext) -> None:
    full = title(words(RELIEF), studio, align)
    assert evened(full, studio.measure) == full


def test_the_boxes_of_a_group_are_evened_too(studio: SlideContext) -> None:
    full = title(words(RELIEF), studio)
    group = even(ElementGroup("Groupe", full.box, (full,)), studio.measure)
    assert isinstance(group, ElementGroup)
    assert group.elements == (evened(full, studio.measure),)


def test_a_point_does_not_end_its_line_with_a_short_word(studio: SlideContext) -> None:
    said = words("Helsing est franco-allemande\u00a0: sa levée n’est pas rapportée")
    full = TextBox("Points", box(48, 68, 290, 300), set_at(1, (Piece(said, "list_item"),), studio.look))
    assert lines(full, studio)[0][0].endswith("\u00a0: sa")
    assert {each[0] for each in lines(evened(full, studio.measure), studio)} == {"Helsing est franco-allemande\u00a0:"}


def test_bold_words_within_a_title_count_as_wide_as_they_are(studio: SlideContext) -> None:
    text = (*words("Un an après Paris, la "), *strong(words("France")), *words(" rend compte de ce qui est fait"))
    place = evened(title(text, studio, width=500), studio.measure)
    assert place.margin > 0
    assert [len(each) for each in lines(place, studio)] == [2, 2]


def test_no_word_is_cut_to_even_its_line(studio: SlideContext) -> None:
    """A word as wide as its box takes two lines whether it is cut or not."""
    full = title(words("109\u00a0milliards d’euros"), studio, width=240)
    place = evened(full, studio.measure)
    assert place.room.width >= studio.measure.widest_word(full.paragraphs[0])


FRENCH = st.lists(
    st.sampled_from(("la", "France", "rend", "compte\u00a0:", "engagements", "à", "Saint-Rémy-lès-Chevreuse", "109")),
    min_size=1,
    max_size=16,
).map(" ".join)


@settings(max_examples=60)
@given(FRENCH, st.floats(200, 860), st.sampled_from(("title", "body", "callout", "key_figure_label")))
def test_no_line_more_no_word_less_in_any_face(studio: SlideContext, text: str, width: float, role: str) -> None:
    full = TextBox("Texte", box(48, 68, width, 300), set_at(0, (Piece(words(text), role),), studio.look))
    place = evened(full, studio.measure)
    assert 0 <= place.margin < width
    assert studio.measure.fits(place.paragraphs, place.room) == studio.measure.fits(full.paragraphs, full.box)
    assert list(map(len, lines(place, studio))) == list(map(len, lines(full, studio)))
    assert ["".join(each).replace(" ", "") for each in lines(place, studio)] == [
        "".join(each).replace(" ", "") for each in lines(full, studio)
    ]


@pytest.mark.parametrize(("width", "bound"), [(400, True), (140, False)])
def test_a_last_word_keeps_company_only_where_the_column_holds_both_in_any_face(
    width: float, bound: bool, studio: SlideContext
) -> None:
    """The widest face would be cut inside the word: an office program breaks there what it cannot break elsewhere."""
    text = accompanied(words("isolation, pompe à chaleur, 2e\u00a0tranche"), "list_item")
    place = TextBox("Texte", box(48, 68, width, 200), set_at(0, (Piece(text, "list_item"),), studio.look))
    kept = even(place, studio.measure)
    assert isinstance(kept, TextBox)
    assert ("chaleur,\u00a02e\u00a0tranche" in plain(kept.paragraphs[0].text)) is bound
    assert "2e\u00a0tranche" in plain(kept.paragraphs[0].text)


@pytest.mark.parametrize(
    ("line", "cost"),
    [
        ("tenons parole,", 0.0),
        ("tenons parole\u00a0:", 0.0),
        ("«\u00a0tenons parole\u00a0»", 0.0),
        ("tenons parole", MID_PHRASE),
        ("tenons tête", MID_PHRASE),
        ("tenons nos", DANGLING),
        ("et 109", MID_PHRASE),
        ("un demi-", DANGLING),
    ],
)
def test_a_line_ends_at_best_at_a_pause_and_at_worst_with_a_short_word(line: str, cost: float) -> None:
    assert _end(line) == cost


@pytest.mark.parametrize(
    ("filled", "unlike", "ends"),
    [
        (("Une ligne seule",), 0.0, 0.0),
        (("Neuf mots,", "dix lettre"), 0.0, 0.0),
        (("Neuf mots,", "cinq."), 0.25, 0.0),
        (("Neuf mots,", "non"), 0.49, STUB),
        (("Neuf mots, et", "douze ou plus"), 0.0, DANGLING),
    ],
)
def test_lines_of_unlike_length_cost_where_they_count_and_a_stub_always(
    filled: tuple[str, ...], unlike: float, ends: float
) -> None:
    assert _cost(Filled(filled, 0.0, even=True)) == pytest.approx(unlike + ends, abs=0.001)
    assert _cost(Filled(filled, 0.0, even=False)) == pytest.approx(ends)
