import pytest

from rapport.lines.face import FontSet, shape
from rapport.lines.line import undivided
from rapport.lines.words import FaceWords, Level


@pytest.fixture(scope="module")
def lexicon(fonts: FontSet) -> FaceWords:
    return FaceWords(fonts.regular, lambda word: range(2, len(word) - 2, 2))


def parted(lexicon: FaceWords, raw: str, level: Level = "hyphens") -> str:
    """The word with a bar wherever it may be divided, a double one where no hyphen is added."""
    word, shown = lexicon.word(raw), ""
    cuts = {each.at: "|" if each.hyphen else "||" for each in lexicon.breaks[level](word)}
    for at, char in enumerate(word.text):
        shown += cuts.get(at, "") + char
    return shown


def test_words_are_divided_as_told(lexicon: FaceWords) -> None:
    assert parted(lexicon, "sommet") == "so|mmet"
    assert parted(lexicon, "sommet", "written") == "sommet"
    assert parted(lexicon, "sommet", "cuts") == "s||o|m||m||e||t"


def test_punctuation_is_no_part_of_a_word(lexicon: FaceWords) -> None:
    assert parted(lexicon, "«\u00a0sommet\u00a0»\u202f?") == "«\u00a0so|mmet\u00a0»\u202f?"


def test_an_elided_word_is_one_word(lexicon: FaceWords) -> None:
    reading = FaceWords(lexicon.shaper.face, lambda word: (6,) if word == "l’accessibilité" else ())
    assert parted(reading, "(l’accessibilité),") == "(l’acce|ssibilité),"


@pytest.mark.parametrize("word", ["https://www.sommet.org", "covid19", "porte-avions", "non\u2011violence"])
def test_addresses_mixtures_and_compounds_take_no_hyphen(lexicon: FaceWords, word: str) -> None:
    assert "|" not in parted(lexicon, word).replace("||", "")


def test_a_word_bound_to_a_figure_is_divided_at_a_price(lexicon: FaceWords) -> None:
    def kinds(raw: str) -> set[str]:
        return {each.kind for each in lexicon.breaks["hyphens"](lexicon.word(raw))}

    assert kinds("109\u00a0milliards") == {"figure"}
    assert kinds("milliards") == {"hyphen"}


def test_an_author_s_soft_hyphens_are_the_only_ones(lexicon: FaceWords) -> None:
    assert parted(lexicon, "déci\u00adsion") == "déci|sion"
    assert lexicon.word("déci\u00adsion").text == "décision"


def test_a_zero_width_space_allows_and_a_joiner_forbids(lexicon: FaceWords) -> None:
    assert parted(lexicon, "24\u200b/7") == "24||/7"
    assert parted(lexicon, "porte-\u2060avions") == "porte-avions"


def test_nothing_is_cut_beside_a_no_break_space(lexicon: FaceWords) -> None:
    assert parted(lexicon, "ab\u00a0cd\u202f!", "cuts") == "a||b\u00a0c||d\u202f!"


def test_very_long_strings_are_not_looked_up(fonts: FontSet) -> None:
    reading = FaceWords(fonts.regular, lambda word: pytest.fail("asked"))
    assert parted(reading, "a" * 61) == "a" * 61


def test_hyphenation_beyond_the_word_is_ignored(fonts: FontSet) -> None:
    assert parted(FaceWords(fonts.regular, lambda word: (0, 3, 6, 9)), "sommet") == "som|met"


@pytest.mark.parametrize(("word", "at"), [("sommet", 3), ("VAVAVA", 3), ("efficace", 3), ("a\u00a0bc", 3)])
def test_a_break_knows_the_widths_of_both_parts(fonts: FontSet, word: str, at: int) -> None:
    reading = FaceWords(fonts.regular, undivided)
    whole = reading.word(word[:at] + "\u00ad" + word[at:])
    (division,) = reading.breaks["hyphens"](whole)
    assert division.before == advance(fonts, word[:at])
    assert whole.advance - division.after == advance(fonts, word[at:])


def advance(fonts: FontSet, text: str) -> int:
    return sum(shape(fonts.regular, part).advance for part in text.replace("\u00a0", "|\u00a0|").split("|"))
