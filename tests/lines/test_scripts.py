"""Words of scripts that a Latin face lacks: which face sets them, where lines may end, which way they stand."""

from __future__ import annotations

import pytest

from rapport.lines.face import clusters, missing, parted, shape
from rapport.lines.line import LineSetting, Run
from rapport.lines.paragraph import set_paragraph
from rapport.read.faces import extra_for, installed_fonts

FACE = installed_fonts().regular


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Bonjour", ["Bonjour"]),
        ("AI शिखर सम्मेलन 2026", ["AI ", "शिखर सम्मेलन ", "2026"]),
        ("M. محمد بن سلمان, prince", ["M. ", "محمد بن سلمان", ", prince"]),
        ("שלום", ["שלום"]),
    ],
)
def test_each_part_has_the_face_of_its_script(text: str, parts: list[str]) -> None:
    found = parted(text, FACE)
    assert [part for part, _ in found] == parts
    assert not any(missing(face, part) for part, face in found)
    assert not missing(FACE, text)


def test_conjuncts_are_one_cluster() -> None:
    assert list(clusters("प्रतिबद्धता")) == ["प्र", "ति", "ब", "द्ध", "ता"]
    assert list(clusters("राष्ट्रीय")) == ["रा", "ष्ट्री", "य"]


def test_a_word_too_wide_is_cut_between_clusters() -> None:
    word = "प्रतिबद्धताराष्ट्रीय"
    lines = set_paragraph((Run(word, FACE, 10.0),), LineSetting(12.0, "ragged"))
    assert "".join(line.text for line in lines) == word
    starts = {"".join(list(clusters(word))[:count]) for count in range(1, 12)} | {word}
    ends = ["".join(line.text for line in lines[:count]) for count in range(1, len(lines) + 1)]
    assert set(ends) <= starts


def test_a_mark_stands_over_its_letter() -> None:
    companion = parted("कृ", FACE)[0][1]
    assert any(glyph.across for glyph in shape(companion, "कृ").glyphs)


def test_words_read_from_the_right_stand_so() -> None:
    (line,) = set_paragraph((Run("À محمد بن سلمان, ici", FACE, 10.0),), LineSetting(400.0, "ragged"))
    middle = next(fragment for fragment in line.fragments if fragment.leftwards)
    assert [piece.text for piece in middle.pieces] == ["محمد", " ", "بن", " ", "سلمان"]
    (alone,) = set_paragraph((Run("محمد بن سلمان", FACE, 10.0),), LineSetting(400.0, "ragged"))
    assert [piece.text for piece in alone.fragments[0].pieces] == ["سلمان", " ", "بن", " ", "محمد"]


def test_the_package_that_brings_a_script_is_known() -> None:
    assert [extra_for(sign) for sign in "कمשé"] == ["hindi", "guests", "guests", ""]
