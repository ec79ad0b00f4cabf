"""Whatever French text an edition holds: nothing overflows in any face, no word is lost, titles are met once only."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from math import isclose
from typing import Literal, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from editions import (
    ACHIEVED,
    ANNOUNCED,
    ESTIMATED,
    PLANNED,
    PROMISED,
    TARGET,
    edition,
    figure,
    section,
    source,
)
from rapport.arrange.arrange import Arranged
from rapport.arrange.fitting import overflowing
from rapport.arrange.piece import Piece, set_at
from rapport.arrange.studio import SlideContext
from rapport.edition.blocks.figures import (
    Cell,
    Chart,
    ChartKind,
    Column,
    Comparison,
    Image,
    KeyFigures,
    Moment,
    Point,
    Row,
    Series,
    Side,
    Table,
    Timeline,
)
from rapport.edition.blocks.words import (
    Bullets,
    Callout,
    Glossary,
    GlossaryEntry,
    Item,
    Message,
    Messages,
    Question,
    Questions,
    Quote,
)
from rapport.edition.edition import Block, Edition, EditionSection
from rapport.edition.picture import Picture
from rapport.edition.text import Text, plain, spans, strong, words
from rapport.look.geometry import Box, Pt
from rapport.slides.elements import TableCell, TableFrame, TableRow, TextBox
from sketch import everything_said

T = TypeVar("T")
ColumnRole = Literal["name", "text", "amount", "status", "period"]

WORDS = (
    "anticonstitutionnellement",
    "l’accompagnement",
    "des collectivités territoriales",
    "109\u00a0milliards d’euros",
    "plus de 110\u202f000\u00a0fonctionnaires",
    "«\u00a0Osez l’IA\u00a0»",
    "Saint-Rémy-lès-Chevreuse",
    "et",
    "à",
    "réseau\u202f;",
    "jusqu’à 2030\u00a0:",
    "supercalculateur",
    "n’est pas précisé",
    "œuvre",
    "Évian",
)
ROLES: tuple[tuple[ColumnRole, ...], ...] = (
    ("name", "amount"),
    ("name", "text", "status"),
    ("name", "amount", "status", "period"),
)
KINDS: tuple[ChartKind, ...] = ("bar", "column", "stacked", "line", "doughnut")

phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
short_phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
ANY_SPACE = str.maketrans("\n\u00a0", "  ")
"""Lines are broken and words bound where slides need it."""

statuses = st.sampled_from((ACHIEVED, PLANNED, PROMISED, ESTIMATED, ANNOUNCED, TARGET))


def texts(size: st.SearchStrategy[str] = phrases) -> st.SearchStrategy[Text]:
    return st.builds(lambda text, bold: strong(words(text)) if bold else words(text), size, st.booleans())


def tuples(items: st.SearchStrategy[T], least: int, most: int) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(items, min_size=least, max_size=most).map(tuple)


bullets = st.builds(Bullets, tuples(st.builds(Item, texts(), tuples(texts(short_phrases), 0, 2)), 1, 9))
callouts = st.builds(Callout, texts(short_phrases), texts())
quotes = st.builds(Quote, texts(), texts(short_phrases))
questions = st.builds(Questions, tuples(st.builds(Question, texts(), texts()), 1, 6))
glossaries = st.builds(Glossary, tuples(st.builds(GlossaryEntry, texts(short_phrases), texts()), 1, 12))
key_figures = st.builds(
    KeyFigures,
    tuples(
        st.builds(
            figure,
            st.sampled_from(("", "plus de", "à hauteur de")),
            st.sampled_from(("2,6", "110\u202f000", "la moitié")),
            st.sampled_from(("", "Md€", "MW")),
            short_phrases,
            statuses,
        ),
        1,
        9,
    ),
    st.just(source("4")),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    roles = draw(st.sampled_from(ROLES))
    columns = tuple(Column(draw(texts(st.sampled_from(WORDS))), role) for role in roles)
    count = draw(st.integers(1, 16))
    rows = tuple(Row(tuple(_cell(draw, column) for column in columns)) for _ in range(count))
    return Table(draw(texts(short_phrases)), columns, rows, source("5"))


def _cell(draw: st.DrawFn, column: Column) -> Cell:
    if column.role == "status":
        status = draw(statuses)
        return Cell(words(status.word), status=status)
    return Cell(draw(texts(short_phrases)), draw(texts(short_phrases)) if draw(st.booleans()) else ())


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    count = draw(st.integers(1, 6))
    points = tuple(Point(Decimal(index), f"{index}\u00a0Md€") for index in range(1, count + 1))
    series = Series("", draw(statuses), points)
    categories = tuple(draw(st.sampled_from(WORDS)) for _ in range(count))
    kind = draw(st.sampled_from(KINDS))
    return Chart(
        kind,
        draw(texts(short_phrases)),
        draw(texts(short_phrases)),
        categories,
        (series,),
        source("9"),
        "Un graphique.",
    )


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    count, past = draw(st.integers(1, 14)), draw(st.integers(0, 14))
    dates = st.sampled_from(("Juillet 2025", "10\u00a0février 2026", "Fin 2029"))
    moments = tuple(
        Moment(
            words(draw(dates)), words("2026"), draw(texts(short_phrases)), words("Bilan"), draw(statuses), index >= past
        )
        for index in range(count)
    )
    return Timeline(moments, words("après l’arrêt des données"), source("2"), "Un calendrier.")


def _picture(width: int, height: int) -> Picture:
    return Picture("carte.png", b"", "0" * 64, "image/png", width, height)


sides = st.builds(Side, texts(st.sampled_from(WORDS)), texts(st.sampled_from(WORDS)), tuples(texts(), 1, 7), statuses)
comparisons = st.builds(Comparison, tuples(sides, 2, 3), texts())
messages = st.builds(
    Messages,
    tuples(st.builds(Message, texts(short_phrases), texts(), tuples(statuses, 0, 3)), 1, 7),
    texts(short_phrases),
)
images = st.builds(Image, st.builds(_picture, st.integers(1, 4_000), st.integers(1, 4_000)), phrases, texts())
blocks: st.SearchStrategy[Block] = st.one_of(
    images,
    bullets,
    callouts,
    quotes,
    questions,
    glossaries,
    key_figures,
    tables(),
    charts(),
    timelines(),
    comparisons,
    messages,
)


@st.composite
def sections(draw: st.DrawFn, key: str) -> EditionSection:
    kind = draw(st.sampled_from(("plain", "fiche", "statement", "divider")))
    shown = () if kind == "divider" else tuple(draw(st.lists(blocks, min_size=0, max_size=4)))
    return section(key, draw(short_phrases), *shown, kind=kind, summary=draw(texts(short_phrases)))


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    return edition(*(draw(sections(f"s{index}")) for index in range(draw(st.integers(1, 4)))))


WARNINGS = {"slide-wordy", "slide-sparse", "slide-small", "slide-chart-crowded", "slide-chart-name"}


@settings(max_examples=100)
@given(editions())
def test_any_edition_makes_a_sound_deck_and_loses_no_word(
    arranged: Callable[[Edition], Arranged], studio: SlideContext, made: Edition
) -> None:
    result = arranged(made)
    told = {problem.code for problem in result.problems}
    assert told <= WARNINGS, "\n".join(problem.message for problem in result.problems if problem.code not in WARNINGS)
    for slide in result.deck.slides:
        assert studio.measure.fits(slide.title.paragraphs, slide.title.room)
        assert not tuple(overflowing(slide.elements, studio.look.grid.content, studio.measure))
        assert all(inside(leaf.box) for leaf in slide.elements)
        assert any(map(plain, slide.speech))
    said = everything_said(result.deck).translate(ANY_SPACE)
    assert [text for text in written(made) if text.translate(ANY_SPACE) not in said] == []


@settings(max_examples=30)
@given(editions())
def test_titles_and_keys_are_unique_and_parts_complete(arranged: Callable[[Edition], Arranged], made: Edition) -> None:
    deck = arranged(made).deck
    for names in (
        [plain(slide.title.paragraphs[0].text) for slide in deck.slides],
        [slide.key for slide in deck.slides],
    ):
        assert len(set(names)) == len(names)
    assert [key for part in deck.parts for key in part.slides] == [slide.key for slide in deck.slides]
    assert [slide.number for slide in deck.slides] == list(range(1, len(deck.slides) + 1))


@settings(max_examples=40)
@given(tables())
def test_tables_keep_their_width_and_rows(arranged: Callable[[Edition], Arranged], made: Table) -> None:
    slides = arranged(edition(section("a", "Titre", made))).deck.slides
    frames = [element for slide in slides for element in slide.elements if isinstance(element, TableFrame)]
    assert all(isclose(sum(frame.widths), 864, abs_tol=0.1) for frame in frames)
    assert sum(len(frame.rows) - 1 for frame in frames) == len(made.rows)


def inside(box: Box) -> bool:
    return Box(Pt(0), Pt(0), Pt(960), Pt(540)).holds(box)


def written(made: Edition) -> list[str]:
    """What authors wrote that a reader must find, on slides or in notes; timelines may choose their short words."""
    found: list[str] = []
    for part in made.sections:
        shown = tuple(block for block in part.blocks if not isinstance(block, Timeline))
        found += [span.text for span in spans((part.title, part.speech, shown))]
        tiles = (tile for block in shown if isinstance(block, KeyFigures) for tile in block.figures)
        found += [text for tile in tiles for text in (tile.qualifier, tile.number, tile.unit)]
    return found


def test_the_guard_sees_an_overflow(studio: SlideContext) -> None:
    """The properties above would say so if a text did not fit its box, or a table left its room."""
    content = studio.look.grid.content
    (paragraph,) = set_at(0, (Piece(words("anticonstitutionnellement"), "body"),), studio.look)
    narrow = TextBox("Texte", replace(content, width=Pt(100)), (paragraph,))
    wide = TextBox("Texte", content, (paragraph,))
    row = TableRow((TableCell((paragraph,)),), Pt(400))
    table = TableFrame("Tableau", replace(content, height=Pt(400)), (content.width,), (row,), "")
    assert tuple(overflowing((narrow, wide, table), content, studio.measure)) == (narrow, table)
