"""What documents are held to, as the content of a briefing states it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from content_tree import SMALL, read_tree
from rapport.figures.claims import Claimed
from rapport.review.claims import claimed_by

MORE_FACTS = """
part:
  label: part des start-up
  low: 5
  high: 7
  unit: percent
  status: achieved
  period: 2025
  period_words: sur 12 mois
  as_of: 2026-02-10
  source: bilan
  locator: § 12
ouverture:
  label: ouverture du centre 3
  date: 2027
  status: planned
  as_of: 2026-02-10
  source: bilan
  locator: § 4
devise:
  label: devise des 27
  words: vingt-sept voix, une seule ligne
  name: La devise
  status: achieved
  as_of: 2026-02-10
  source: bilan
  locator: § 4
"""


def claimed(folder: Path) -> Claimed:
    facts = SMALL["facts/financement.yaml"].replace("\n        ", "\n").strip("\n") + MORE_FACTS
    briefing = SMALL["briefings/evian.yaml"].replace("\n        ", "\n").strip("\n")
    section = SMALL["sections/financement.yaml"].replace(
        "en 2025[^total].", "en 2025[^total]. Le port `8080`, la `v2`."
    )
    extra = (
        'tolerated: ["trois fois sur quatre"]\nstatus_words: {promised: engagé}\n'
        'contacts:\n  - {name: Ana Dias, details: ["+33 1 40 00 00 00"]}\n'
    )
    changes = {
        "facts/financement.yaml": facts,
        "briefings/evian.yaml": f"{briefing}\n{extra}",
        "sections/financement.yaml": section,
    }
    reading = read_tree(folder, changes)
    assert [problem for problem in reading.problems if problem.severity == "error"] == []
    return claimed_by(reading.content, "evian")


def test_a_range_is_claimed_by_both_ends_and_a_figure_by_one_twice(tmp_path: Path) -> None:
    facts = claimed(tmp_path).claims
    assert (facts["part"].low, facts["part"].high) == (Decimal(5), Decimal(7))
    assert (facts["pme"].low, facts["pme"].high, facts["pme"].unit) == (Decimal(80), Decimal(80), "percent")
    assert (facts["levees"].qualifier, facts["levees"].status, facts["levees"].period) == (
        "more-than",
        "achieved",
        "2025",
    )


def test_a_fact_without_a_figure_is_claimed_by_its_words(tmp_path: Path) -> None:
    facts = claimed(tmp_path).claims
    assert (facts["devise"].low, facts["devise"].words) == (None, "vingt-sept voix, une seule ligne")
    assert facts["devise"].named == "La devise"
    assert (facts["ouverture"].date, facts["ouverture"].words) == ("2027", "")
    assert facts["pme"].words == ""


def test_a_status_is_claimed_in_the_briefing_s_own_word(tmp_path: Path) -> None:
    facts = claimed(tmp_path).claims
    assert [facts[key].status_word for key in ("promesse", "pme")] == ["engagé", ""]


def test_what_may_hold_a_number_without_a_fact(tmp_path: Path) -> None:
    allowed = claimed(tmp_path).allowed
    assert {"G7", "PME"} <= set(allowed.names)
    said = (
        "trois fois sur quatre",
        "1.0",
        "sur 12 mois",
        "vingt-sept voix, une seule ligne",
        "§ 12",
        "+33 1 40 00 00 00",
    )
    assert set(said) <= set(allowed.exceptions)
    assert {"Bilan de l’IA", "bilan du 10 février 2026", "petites et moyennes entreprises"} <= set(allowed.exceptions)


def test_a_code_may_hold_a_number_but_may_not_be_one(tmp_path: Path) -> None:
    exceptions = claimed(tmp_path).allowed.exceptions
    assert "v2" in exceptions
    assert "8080" not in exceptions
