import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from rapport.lines.face import Face, FontSet, shaper
from rapport.lines.line import Alignment, Line, LineSetting, Run
from rapport.lines.paragraph import SetParagraphs, set_paragraph
from rapport.lines.words import lexicon
from rapport.read.faces import installed_fonts

Typeset = Callable[..., list[str]]

TEXT = (
    "Un an après le sommet de Paris, les engagements tiennent\u202f: 2,6\u00a0milliards d’euros ont été levés, et le "
    "portefeuille de projets s’étoffe."
)


def syllables(word: str) -> tuple[int, ...]:
    """Divides before each consonant between vowels."""
    return tuple(match.start() + 1 for match in re.finditer("[aeiouyé][^aeiouyé][aeiouyé]", word))


# Examples


def test_justified_lines_are_filled_evenly(typeset: Typeset) -> None:
    assert typeset(TEXT, 150.0) == [
        "Un an après le sommet de Paris, les",
        "engagements tiennent_: 2,6~milliards",
        "d’euros ont été levés, et le porte-",
        "feuille de projets s’étoffe.",
    ]


def test_ragged_lines_are_filled_one_by_one(typeset: Typeset) -> None:
    assert typeset(TEXT, 150.0, "ragged") == [
        "Un an après le sommet de Paris, les",
        "engagements tiennent_:",
        "2,6~milliards d’euros ont été levés,",
        "et le portefeuille de projets s’étoffe.",
    ]


def test_a_line_feed_ends_a_line(fonts: FontSet) -> None:
    lines = set_paragraph((Run("Bilan\n\nun an après", fonts.regular, 10.0),), LineSetting(200.0, indent=20.0))
    assert [(line.text, line.ending) for line in lines] == [("Bilan", "forced"), ("", "forced"), ("un an après", "end")]
    assert [line.fragments[0].x for line in lines if line.fragments] == [20.0, 0.0]


def test_nothing_makes_one_empty_line(fonts: FontSet) -> None:
    for runs in ((), (Run("", fonts.regular, 10.0),)):
        assert [(line.text, line.width) for line in set_paragraph(runs, LineSetting(100.0))] == [("", 0.0)]


def test_compounds_and_addresses_break_without_a_hyphen(typeset: Typeset) -> None:
    assert typeset("Un savoir-faire franco-britannique", 80.0, "ragged") == ["Un savoir-faire", "franco-britannique"]
    assert typeset("Un savoir-faire franco-britannique", 55.0, "ragged") == [
        "Un savoir-",
        "faire franco-",
        "britannique",
    ]
    assert typeset("Voir https://www.example.org/dossiers?annee=2026 en ligne.", 130.0, "ragged") == [
        "Voir https://www.example.org/",
        "dossiers?annee=2026 en ligne.",
    ]


def test_a_word_wider_than_the_measure_is_cut_and_said_to_be(fonts: FontSet) -> None:
    lines = set_paragraph((Run("le xxxxxxxxxxxx fin", fonts.regular, 10.0),), LineSetting(40.0, "ragged"))
    assert [(line.text, line.overfull) for line in lines] == [("le", False), ("xxxxxxxx", True), ("xxxx fin", False)]


def test_no_line_of_a_word_cut_begins_with_a_comma(fonts: FontSet) -> None:
    for width in range(30, 60):
        lines = set_paragraph((Run("xxxxxxxxxx, fin", fonts.regular, 10.0),), LineSetting(float(width), "ragged"))
        assert not any(line.text.startswith(",") for line in lines)


def test_a_character_wider_than_the_measure_stands_alone(fonts: FontSet) -> None:
    for alignment in ("justified", "ragged", "balanced"):
        lines = set_paragraph((Run("WW", fonts.regular, 10.0),), LineSetting(3.0, alignment))
        assert [(line.text, line.overfull) for line in lines] == [("W", True), ("W", True)]


def test_a_ligature_is_parted_where_the_word_is(fonts: FontSet) -> None:
    lines = set_paragraph((Run("très efficace", fonts.regular, 10.0),), LineSetting(32.0), lambda word: (2,))
    assert [line.text for line in lines] == ["très ef\u00ad", "ficace"]
    assert [glyph.text for glyph in lines[0].fragments[0].pieces[-2].glyphs] == ["e", "f"]


def test_runs_of_a_line_stand_side_by_side(fonts: FontSet) -> None:
    runs = (
        Run("le sommet", fonts.regular, 10.0),
        Run("12", fonts.regular, 6.5, rise=3.0, tag="note"),
        Run(" en ", fonts.regular, 10.0),
        Run("juin", fonts.italic, 10.0, tag="emphasis"),
    )
    (line,) = set_paragraph(runs, LineSetting(200.0))
    assert [(part.text, part.run, part.tag, part.rise) for part in line.fragments] == [
        ("le sommet", 0, None, 0.0),
        ("12", 1, "note", 3.0),
        (" en ", 2, None, 0.0),
        ("juin", 3, "emphasis", 0.0),
    ]
    for left, right in pairwise(line.fragments):
        assert left.x + left.width == pytest.approx(right.x)


def test_a_word_across_runs_is_not_broken_between_them(fonts: FontSet) -> None:
    runs = (Run("le sommet", fonts.regular, 10.0), Run("12", fonts.regular, 6.5))
    assert [line.text for line in set_paragraph(runs, LineSetting(45.0, "ragged"))] == ["le", "sommet12"]


def test_each_run_may_be_divided_by_its_own_language(fonts: FontSet) -> None:
    runs = (
        Run("recherche\n", fonts.regular, 10.0),
        Run("research", fonts.italic, 10.0, hyphenate=lambda word: (2,)),
    )
    lines = set_paragraph(runs, LineSetting(33.0, "ragged"), lambda word: (6,))
    assert [line.text for line in lines] == ["recher\u00ad", "che", "re\u00ad", "search"]


def test_the_first_line_is_indented(fonts: FontSet) -> None:
    lines = set_paragraph((Run(TEXT, fonts.regular, 10.0),), LineSetting(150.0, indent=15.0), syllables)
    assert [line.fragments[0].x for line in lines[:2]] == [15.0, 0.0]
    assert lines[0].width == pytest.approx(150.0)


def test_no_break_spaces_stretch_as_others_and_narrow_ones_do_not(fonts: FontSet) -> None:
    line = set_paragraph((Run(TEXT, fonts.regular, 10.0),), LineSetting(150.0), syllables)[1]
    assert line.text == "engagements tiennent\u202f: 2,6\u00a0milliards"
    (fragment,) = line.fragments
    fixed = sum(piece.advance for piece in fragment.pieces if not piece.stretchable) / 100
    assert fragment.width == pytest.approx(fixed + 3 * fragment.space)
    assert fragment.space == pytest.approx(1.8067, abs=1e-4)  # the face's is 2 points wide


# Properties


@cache
def faces() -> FontSet:
    """The faces, not as an argument: a failing example would print them."""
    return installed_fonts()


LETTERS = "abcdeéfilmnoprstuvyAVTWœ’«»,.;:!?0123456789\u202f"
WORDS = st.one_of(
    st.text(LETTERS, min_size=1, max_size=14),
    st.sampled_from(
        [
            "l’accélération",
            "efficace",
            "porte-avions",
            "franco-britannique",
            "109\u00a0milliards",
            "«\u00a0Osez\u00a0l’IA\u00a0»",
            "2024–2025",
            "https://www.example.org/dossiers/bilan-un-an-apres?annee=2026",
            "anticonstitutionnellement",
        ]
    ),
)
TEXTS = st.lists(
    st.tuples(WORDS, st.sampled_from([" ", " ", " ", " ", "  ", "\n", "\u00a0"])), min_size=1, max_size=40
).map(lambda pairs: "".join(word + gap for word, gap in pairs).strip(" \n\u00a0\u202f"))
ALIGNMENTS: st.SearchStrategy[Alignment] = st.sampled_from(["justified", "ragged", "balanced"])
SETTINGS = st.builds(
    LineSetting,
    measure=st.floats(30.0, 320.0),
    alignment=ALIGNMENTS,
    indent=st.sampled_from([0.0, 12.0]),
    hanging=st.sampled_from([0.0, 1.0]),
)


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[str, ...]:
    """A text in one to four parts, cut anywhere."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    return tuple(text[start:end] for start, end in pairwise([0, *cuts, len(text)]))


def runs_of(texts: tuple[str, ...]) -> tuple[Run, ...]:
    """The parts in alternating faces and sizes."""
    fonts = faces()
    looks = ((fonts.regular, 10.0), (fonts.italic, 10.0), (fonts.bold, 6.5))
    return tuple(Run(text, *looks[index % 3], tag=index) for index, text in enumerate(texts))


def read_back(lines: tuple[Line, ...]) -> str:
    """The text of set lines, as a reader joins it."""
    joints = {"space": " ", "hyphen": "", "joined": "", "forced": "\n", "end": ""}
    return "".join(line.text.removesuffix("\u00ad") + joints[line.ending] for line in lines)


def plain(text: str) -> str:
    """The text with single spaces only."""
    return "\n".join(re.sub(" +", " ", part).strip(" ") for part in text.split("\n"))


def advance(face: Face, text: str) -> float:
    """A word's width in em, asked of HarfBuzz directly."""
    program = hb.Face(face.data)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(program), buffer, {"kern": True, "liga": True, "dlig": False})
    return float(sum(position.x_advance for position in buffer.glyph_positions) / program.upem)


@given(cut_texts(), SETTINGS)
def test_no_word_is_lost_doubled_or_moved(texts: tuple[str, ...], setting: LineSetting) -> None:
    lines = set_paragraph(runs_of(texts), setting, syllables)
    assert read_back(lines) == plain("".join(texts))


@given(cut_texts(), SETTINGS)
def test_no_line_is_wider_than_its_measure(texts: tuple[str, ...], setting: LineSetting) -> None:
    for line in set_paragraph(runs_of(texts), setting, syllables):
        assert line.width <= setting.measure + 0.01 or line.overfull


@given(cut_texts(), SETTINGS)
def test_only_words_that_fit_no_line_are_cut(texts: tuple[str, ...], setting: LineSetting) -> None:
    lines = set_paragraph(runs_of(texts), setting, syllables)
    chains = re.split("[ \n]", "".join(texts))
    widest = max(sum(advance(faces().bold, char) for char in chain) * 10.0 for chain in chains)
    assert not any(line.overfull for line in lines) or widest * 1.05 > setting.measure - setting.indent


@given(cut_texts(), SETTINGS)
def test_at_most_two_hyphens_follow_each_other(texts: tuple[str, ...], setting: LineSetting) -> None:
    lines = set_paragraph(runs_of(texts), setting, syllables)
    ends = "".join(
        "-" if line.ending == "hyphen" or (line.ending == "joined" and line.text[-1:] == "-") else " " for line in lines
    )
    assert "---" not in ends


@given(cut_texts(), SETTINGS)
def test_no_line_breaks_at_a_no_break_space(texts: tuple[str, ...], setting: LineSetting) -> None:
    lines = set_paragraph(runs_of(texts), setting, syllables)
    for line, following in pairwise(lines):
        if line.ending in ("hyphen", "joined"):
            assert line.text[-1] not in "\u00a0\u202f"
            assert following.text[0] not in "\u00a0\u202f"


@given(cut_texts(), SETTINGS)
def test_glyphs_part_then_broaden_before_spaces_gape(texts: tuple[str, ...], setting: LineSetting) -> None:
    most, loosest, broadest = setting.spacing.tracking, setting.spacing.loosest, 1 + setting.spacing.broadening
    for line in set_paragraph(runs_of(texts), setting, syllables):
        for fragment in line.fragments:
            own = advance(fragment.face, " ") * fragment.size
            if fragment.tracking:
                assert setting.alignment == "justified"
                assert fragment.space >= loosest * own - 0.01
            if fragment.breadth > 1:
                assert fragment.breadth <= broadest
                assert fragment.tracking == pytest.approx(most * fragment.size)
            if fragment.space > loosest * own + 0.01:
                assert fragment.tracking == pytest.approx(most * fragment.size)
                assert fragment.breadth == pytest.approx(broadest)


@given(cut_texts(), SETTINGS)
def test_widths_are_harfbuzz_s(texts: tuple[str, ...], setting: LineSetting) -> None:
    for line in set_paragraph(runs_of(texts), setting, syllables):
        for fragment in line.fragments:
            words = [word for word in re.split("[ \u00a0\u202f\u00ad]", fragment.text) if word]
            spaces = sum(fragment.text.count(space) for space in " \u00a0") * fragment.space
            narrow = fragment.text.count("\u202f") * advance(fragment.face, "\u202f")
            hyphen = fragment.text.count("\u00ad") * advance(fragment.face, "-")
            em = sum(advance(fragment.face, word) for word in words) + narrow + hyphen
            tracked = fragment.tracking * sum(len(piece.glyphs) for piece in fragment.pieces)
            assert fragment.tracking <= setting.spacing.tracking * fragment.size + 1e-9
            assert fragment.width == pytest.approx(em * fragment.size * fragment.breadth + spaces + tracked)


@given(TEXTS, st.floats(60.0, 320.0))
def test_justified_lines_reach_the_measure(text: str, measure: float) -> None:
    for line in set_paragraph((Run(text, faces().regular, 10.0),), LineSetting(measure), syllables):
        if line.ending not in ("forced", "end") and re.search("[ \u00a0]", line.text):
            assert line.width == pytest.approx(measure)


@given(cut_texts(), SETTINGS)
def test_setting_twice_gives_the_same_lines(texts: tuple[str, ...], setting: LineSetting) -> None:
    once = set_paragraph(runs_of(texts), setting, syllables)
    lexicon.cache_clear()
    shaper.cache_clear()
    assert repr(set_paragraph(runs_of(texts), setting, syllables)) == repr(once)


class FewParagraphs(SetParagraphs):
    """A memory of three."""

    MOST = 3


def test_a_memory_of_paragraphs_keeps_to_its_size(fonts: FontSet) -> None:
    memory, setting = FewParagraphs(), LineSetting(60.0)
    for text in (f"un bilan et {number} faits" for number in range(20)):
        runs = (Run(text, fonts.regular, 10.0),)
        assert memory(runs, setting, syllables) is memory(runs, setting, syllables)
        assert memory(runs, setting, syllables) == set_paragraph(runs, setting, syllables)
        assert len(memory) <= 2 * FewParagraphs.MOST
