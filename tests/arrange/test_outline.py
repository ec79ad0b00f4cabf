"""Which blocks share a slide."""

from __future__ import annotations

import pytest

from editions import CALLOUT, CHART, COMPARISON, KEY_FIGURES, MESSAGES, TABLE, TIMELINE, edition, points, section
from rapport.arrange.outline import group_blocks, topics
from rapport.edition.blocks.words import Glossary, Paragraph, Questions, Quote
from rapport.edition.edition import Block
from rapport.edition.text import plain, words

POINTS, PROSE, QUOTE = points("Un point"), Paragraph(words("De la prose.")), Quote(words("«\u00a0Une phrase.\u00a0»"))
QUESTIONS, GLOSSARY = Questions(()), Glossary(())

CASES: tuple[tuple[str, tuple[Block, ...], list[str]], ...] = (
    ("nothing", (), []),
    ("prose is said, not shown", (PROSE,), []),
    ("a visual alone", (TABLE,), ["Table"]),
    ("points beside a chart", (CHART, POINTS), ["Chart + Bullets"]),
    ("whatever their order", (POINTS, CHART), ["Chart + Bullets"]),
    ("with its callout and a quote", (CALLOUT, CHART, QUOTE, POINTS), ["Chart + Callout, Quote, Bullets"]),
    ("a callout under a table", (TABLE, CALLOUT), ["Table + Callout"]),
    ("points apart from a table", (TABLE, POINTS), ["Table", "Bullets"]),
    ("points before a table come first", (POINTS, TABLE), ["Bullets", "Table"]),
    (
        "points go back to a chart that has none",
        (CHART, TABLE, CALLOUT, POINTS),
        ["Chart + Bullets", "Table + Callout"],
    ),
    ("but not to one that has some", (CHART, POINTS, TABLE, POINTS), ["Chart + Bullets", "Table", "Bullets"]),
    ("one visual a slide", (KEY_FIGURES, CHART, TIMELINE), ["KeyFigures", "Chart", "Timeline"]),
    ("prose between two visuals", (COMPARISON, PROSE, MESSAGES), ["Comparison", "Messages"]),
    ("what is read shares a slide", (POINTS, QUOTE, CALLOUT), ["Bullets, Quote, Callout"]),
    ("questions keep from visuals", (CHART, QUESTIONS, GLOSSARY), ["Chart", "Questions, Glossary"]),
)


@pytest.mark.parametrize(("blocks", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_shares_a_slide(blocks: tuple[Block, ...], expected: list[str]) -> None:
    found = []
    for group in group_blocks(blocks):
        passages = ", ".join(type(block).__name__ for block in group.passages)
        names = [type(group.visual).__name__] if group.visual else []
        found.append(" + ".join([*names, *([passages] if passages else [])]))
    assert found == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("Un.", "Deux."), [("Un.",), ("Deux.",)]),
        (("Un.",), [("Un.",), ()]),
        (("Un.", "Deux.", "Trois."), [("Un.", "Deux.", "Trois."), ()]),
    ],
)
def test_notes_are_shared_where_each_slide_has_its_paragraph(
    paragraphs: tuple[str, ...], expected: list[tuple[str, ...]]
) -> None:
    one = section("a", "Un titre", KEY_FIGURES, CHART, speech=tuple(words(text) for text in paragraphs))
    found = [topic.speech for topic in topics(edition(one)) if topic.key.startswith("a")]
    assert [tuple(plain(text) for text in speech) for speech in found] == expected
