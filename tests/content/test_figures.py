"""No figure loses its nuance or its status on the way to a reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import attrgetter

from content.texts import parts, spaced, texts_of
from rapport.edition.blocks.figures import Chart, Table
from rapport.edition.edition import Edition
from rapport.edition.text import Text, plain, spans
from rapport.language.languages import qualifier_words
from rapport.model.content import Content, prose_of

SENTENCE_END = re.compile(r"(?<=[.!?])[ \n]+")
SAID_BY: Mapping[str, str] = {
    "planned": r"prév|doit|doivent|sera|seront|portera|fin 20|à terme|prioritaires|sommet",
    "promised": r"prom",
    "announced": r"annon|sélection",
    "estimated": r"estim",
    "target": r"objectif|cible|vise|d’ici|équiper|horizon",
    "reserved": r"réserv",
}
"""How a sentence says that its figure is not yet achieved; dates and ranks say it by the future."""


def sentences(text: Text) -> Iterator[tuple[str, list[str]]]:
    """The sentences of a text, each with the facts whose figures it prints."""
    line = spaced(plain(text))
    facts = [
        (span.evidence.fact, spaced(span.text)) for span in text if span.evidence and span.evidence.form != "period"
    ]
    for sentence in SENTENCE_END.split(line):
        yield sentence, [fact for fact, words in facts if words in sentence]


def test_a_short_form_never_drops_a_nuance(content: Content) -> None:
    for prose in prose_of((content.sections, content.briefings)):
        for key, form in prose.calls:
            if form in ("short", "value", "number"):
                assert content.facts[key].qualifier == "", f"{prose.origin}: {{{key}:{form}}}"


def test_a_figure_printed_in_full_shows_its_nuance(editions: Mapping[str, Edition], content: Content) -> None:
    for name, edition in editions.items():
        for evidence, runs in groupby(spans(parts(edition)), attrgetter("evidence")):  # a qualifier may be a run apart
            if evidence and evidence.form in ("full", "amount"):
                words = spaced(qualifier_words(content.facts[evidence.fact].qualifier, "fr_FR")).casefold()
                printed = spaced("".join(run.text for run in runs)).casefold()
                assert printed.startswith(words) or content.facts[evidence.fact].words, f"{name}: {printed}"


def test_a_sentence_says_when_its_figure_is_not_yet_achieved(editions: Mapping[str, Edition], content: Content) -> None:
    for name, edition in editions.items():
        blocks = [section.blocks for section in edition.sections]
        said = [(section.title, section.lead, section.speech) for section in edition.sections]
        for text in texts_of((said, [block for group in blocks for block in group if is_prose(block)], edition.notes)):
            for sentence, facts in sentences(text):
                for fact in facts:
                    status = content.facts[fact].status
                    if status in SAID_BY and content.facts[fact].bounds is not None:
                        assert re.search(SAID_BY[status], sentence, re.IGNORECASE), f"{name}: {sentence} ({status})"


def is_prose(block: object) -> bool:
    """Blocks of sentences; the others print each figure's status beside it."""
    return type(block).__name__ in ("Paragraph", "Callout", "Quote", "Questions", "Bullets")


def test_no_chart_mixes_statuses_or_units(editions: Mapping[str, Edition], content: Content) -> None:
    for name, edition in editions.items():
        for section in edition.sections:
            for chart in (block for block in section.blocks if isinstance(block, Chart)):
                proofs = [point.evidence for series in chart.series for point in series.points if point.evidence]
                assert len({proof.status for proof in proofs}) == 1, f"{name}: {plain(chart.title)}"
                assert len({proof.unit for proof in proofs}) == 1, f"{name}: {plain(chart.title)}"


def test_a_counted_noun_is_not_said_twice(editions: Mapping[str, Edition], content: Content) -> None:
    """« plus de 110 000 fonctionnaires fonctionnaires » comes from a unit and a word that repeats it."""
    for name, edition in editions.items():
        for text in texts_of(parts(edition)):
            assert not re.search(r"\b(\w{4,}) \1\b", spaced(plain(text))), f"{name}: {plain(text)}"


def test_an_estimate_names_its_author(editions: Mapping[str, Edition]) -> None:
    for name, edition in editions.items():
        for text in texts_of([section.blocks for section in edition.sections]):
            estimated = any(span.evidence and span.evidence.fact == "montereau" for span in text)
            if estimated and "estim" in plain(text):
                assert "OpCore" in plain(text), f"{name}: {plain(text)}"


def test_nothing_is_invented_for_the_cover(content: Content) -> None:
    for briefing in content.briefings.values():
        assert (briefing.marking, briefing.embargo, briefing.issuer, briefing.contacts) == (None, None, None, ())


def test_the_data_of_every_chart_stand_in_the_annex_as_a_table(editions: Mapping[str, Edition]) -> None:
    for name, edition in editions.items():
        if edition.medium != "brief":
            continue
        blocks = [block for section in edition.sections for block in section.blocks]
        charts = [block for block in blocks if isinstance(block, Chart)]
        points = [point for chart in charts for series in chart.series for point in series.points]
        drawn = {point.evidence.fact for point in points if point.evidence}
        tables = [block for block in blocks if isinstance(block, Table)]
        listed = {cell.pages_of for table in tables for row in table.rows for cell in row.cells}
        assert drawn, name
        assert drawn <= listed, name
