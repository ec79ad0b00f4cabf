"""Words lost, added, changed, glued, moved or repeated are told as such, and nothing else is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rapport.edition.text import Evidence, Span
from rapport.origin import Origin
from rapport.verify.parity.alignment import align, compared, word_findings
from rapport.verify.parity.figures import occurrences
from rapport.verify.parity.line import ExpectedLine, FoundLine, line

TEXTS = (
    "La France a présenté son bilan.",
    "Plus de 110\u202f000 agents l’utilisent.",
    "Réalisé",
    "Le G7 se tient à Évian.",
    "Réalisé",
)


def told(*found: str) -> list[tuple[str, str]]:
    expected = [ExpectedLine(text, "prose", Origin("a.yaml", number)) for number, text in enumerate(TEXTS, start=1)]
    lines = [FoundLine(text, f"page {number}") for number, text in enumerate(found, start=1)]
    both = compared(expected, lines)
    return [(finding.code, finding.place) for finding in word_findings(both.alignment, both.expected, both.found)]


def test_the_same_words_are_no_finding() -> None:
    assert told(*TEXTS) == []


def test_how_words_are_grouped_in_lines_does_not_matter() -> None:
    assert told(" ".join(TEXTS[:3]), *TEXTS[3:]) == []


def test_a_no_break_space_counts_as_a_space_and_a_thin_one_does_not() -> None:
    assert told(*(text.replace(" ", "\u00a0") for text in TEXTS)) == []
    assert told(TEXTS[0], TEXTS[1].replace("\u202f", " "), *TEXTS[2:]) == [("words-glued", "page 2")]


def test_a_lost_word() -> None:
    assert told(TEXTS[0].replace(" son", ""), *TEXTS[1:]) == [("words-missing", "page 1")]


def test_a_lost_line() -> None:
    assert told(*TEXTS[:3], TEXTS[4]) == [("words-missing", "page 4")]


def test_a_changed_word() -> None:
    assert told(TEXTS[0], TEXTS[1].replace("110", "120"), *TEXTS[2:]) == [("words-changed", "page 2")]


def test_glued_words() -> None:
    assert told(TEXTS[0].replace("son bilan", "sonbilan"), *TEXTS[1:]) == [("words-glued", "page 1")]


def test_a_repeated_line() -> None:
    assert told(TEXTS[0], TEXTS[0], *TEXTS[1:]) == [("words-repeated", "page 2")]


def test_words_of_nobody() -> None:
    assert told(*TEXTS, "Brouillon interne") == [("words-added", "page 6")]


def test_a_moved_line() -> None:
    codes = [code for code, _ in told(TEXTS[1], TEXTS[0], *TEXTS[2:])]
    assert codes == ["words-moved", "words-moved"]


def test_the_line_of_the_content_is_named() -> None:
    expected = [ExpectedLine(text, "prose", Origin("a.yaml", number)) for number, text in enumerate(TEXTS, start=1)]
    found = [FoundLine(text, "page 1") for text in (*TEXTS[:3], "Le G7 se tient à Paris.", TEXTS[4])]
    both = compared(expected, found)
    (finding,) = word_findings(both.alignment, both.expected, both.found)
    assert str(finding.origin) == "a.yaml:4:0"
    assert finding.message == "texte changé\u00a0: «\u00a0Paris.\u00a0» au lieu de «\u00a0Évian.\u00a0»"


WORDS = st.lists(st.lists(st.sampled_from("abcde"), min_size=1, max_size=4).map(" ".join), max_size=12)


@given(expected=WORDS, found=WORDS)
def test_differences_turn_one_text_into_the_other(expected: list[str], found: list[str]) -> None:
    both = align(expected, found)
    kept = [word.text for word in both.expected]
    answered = [both.found[answer].text for answer in both.answers if answer >= 0]
    lost = sum(len(one.expected) for one in both.differences)
    added = sum(len(one.found) for one in both.differences)
    assert len(kept) - lost == len(both.found) - added
    assert len(answered) >= len(kept) - lost
    assert (not both.differences) == ([word.text for word in both.found] == kept)


@given(expected=WORDS, found=WORDS)
def test_answers_keep_their_order(expected: list[str], found: list[str]) -> None:
    answers = [answer for answer in align(expected, found).answers if answer >= 0]
    assert answers == sorted(set(answers))


def test_a_figure_cut_into_spans_is_one() -> None:
    proof = Evidence("date", "full")
    spans = (Span("le "), Span("1", evidence=proof), Span("er", position="superscript", evidence=proof), Span(" mai"))
    made = line(spans, "prose")
    assert [(stated.start, stated.end) for stated in made.figures] == [(3, 6)]


def test_the_text_of_a_figure_is_the_one_found_without_what_surrounds_it() -> None:
    proof = Evidence("levees", "full")
    spans = (Span("levé ("), Span("plus de 2,6\u00a0Md€", evidence=proof), Span("), dit-on"))
    both = compared([line(spans, "prose")], [FoundLine("levé (plus de 2,7 Md€), dit-on", "page 3", page=3)])
    (found,) = occurrences(both.alignment, both.expected, both.found)
    assert (found.text, found.place, found.pages) == ("plus de 2,7 Md€", "page 3", (3,))


def test_a_footnote_mark_is_no_figure() -> None:
    made = line((Span("75\u00a0%"), Span("1", position="superscript", note="a")), "prose")
    assert made.marks == ((4, 5),)
    assert made.calls == ("a",)
