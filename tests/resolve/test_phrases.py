"""Facts in words and as values to draw."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from briefing_tree import COMPLETE, briefing
from content_tree import SMALL
from rapport.resolve.context import period_of, phrase, shown_figure, tile_parts, value_of
from rapport.resolve.edition import context_of

RANGE = SMALL["facts/financement.yaml"].replace("value: 109_000_000_000", "low: 100\n          high: 109")


SPELT = SMALL["facts/financement.yaml"].replace(
    "value: 80\n          unit: percent",
    'low: 3\n          high: 4\n          unit: year\n          words: "trois à quatre ans"',
)
HALF = SMALL["facts/financement.yaml"].replace("value: 80", 'value: 50\n          words: "la moitié"')


def test_columns_of_figures_show_digits_for_a_number_in_letters_and_only_for_that(tmp_path: Path) -> None:
    for facts, tile, shown in (
        (SPELT, ("", "3 à 4", "ans"), "3 à 4\u00a0ans"),
        (HALF, ("", "la moitié", ""), "la moitié"),
    ):
        content = briefing(tmp_path / tile[1], {"facts/financement.yaml": facts}).content
        context = context_of(content, "evian", "brief")
        assert tile_parts(context.fact("pme"), context) == tile
        assert shown_figure("pme", context) == shown
        assert phrase("pme", "full", context) in ("trois à quatre ans", "la moitié")


def test_a_range_is_drawn_by_its_lower_end(tmp_path: Path) -> None:
    """What is promised at most must not stand as what is promised."""
    facts = briefing(tmp_path, {"facts/financement.yaml": RANGE}).content.facts
    assert value_of(facts["promesse"]) == Decimal(100)
    assert value_of(facts["levees"]) == Decimal(2_600_000_000)


TOLD = (
    SMALL["facts/financement.yaml"]
    + """
        sommet:
          label: Sommet de Paris
          date: 2025-02-10
          status: achieved
          as_of: 2026-02-10
          source: bilan
          locator: § 1
        programme:
          label: le programme national
          name: PNIA
          status: achieved
          as_of: 2026-02-10
          source: bilan
          locator: § 2
        mandat:
          label: postes ouverts
          value: 12
          unit: poste
          status: achieved
          period: 2025
          period_words: "sur le mandat"
          as_of: 2026-02-10
          source: bilan
          locator: § 3
        """
)


def test_tiles_say_dates_names_and_counts_and_tables_their_periods(tmp_path: Path) -> None:
    context = context_of(briefing(tmp_path, {"facts/financement.yaml": TOLD}).content, "evian", "brief")
    tiles = {key: tile_parts(context.fact(key), context) for key in ("sommet", "programme", "mandat", "levees")}
    assert tiles == {
        "sommet": ("", "10\u00a0février\u00a02025", ""),
        "programme": ("", "PNIA", ""),
        "mandat": ("", "12", ""),  # the label begins with what is counted
        "levees": ("plus de", "2,6", "Md€"),
    }
    periods = [period_of(context.fact(key), context) for key in ("mandat", "levees", "promesse")]
    assert periods == ["sur le mandat", "2025", "non précisée"]


def test_a_unit_of_ones_own_is_said_in_the_language_of_the_document(tmp_path: Path) -> None:
    shared = TOLD[TOLD.index("        mandat:") :].replace("mandat:", "part:").replace("poste\n", "poste/inhabitant\n")
    own = {
        "facts/financement.yaml": f"{TOLD.rstrip()}\n{shared}",
        "units.yaml": "poste: {singular: poste, plural: postes, english: position, english_plural: positions}",
    }
    french = context_of(briefing(tmp_path / "fr", own).content, "evian", "brief")
    english = COMPLETE["briefings/evian.yaml"].rstrip(" ") + "        locale: en_GB\n"
    abroad = context_of(briefing(tmp_path / "en", {**own, "briefings/evian.yaml": english}).content, "evian", "brief")
    assert phrase("mandat", "full", french) == "12\u00a0postes"
    assert phrase("mandat", "full", abroad) == "12\u00a0positions"
    assert phrase("part", "full", french) == "12\u00a0postes par habitant"
    assert phrase("part", "full", abroad) == "12\u00a0positions per inhabitant"


def test_figures_that_nothing_parts_from_their_unit_are_one_word(tmp_path: Path) -> None:
    english = COMPLETE["briefings/evian.yaml"].rstrip(" ") + "        locale: en_GB\n"
    context = context_of(briefing(tmp_path, {"briefings/evian.yaml": english}).content, "evian", "brief")
    assert tile_parts(context.fact("levees"), context) == ("more than", "€2.6bn", "")
    assert tile_parts(context.fact("pme"), context) == ("", "80%", "")
