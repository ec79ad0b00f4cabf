"""What a table must hold for lines at the ends of its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapport.model.blocks.figures import TableSpec
from rapport.model.content import Content
from rapport.model.fact import Fact
from rapport.problem import Problem
from rapport.read.checks.charts import measure_of

CALL = re.compile(r"\{(?P<fact>[\w-]+)(?::[\w-]+)?\}")
"""A cell that is one figure and nothing else."""
DIGIT = re.compile(r"\d")
TYPED = "écrivez chaque chiffre par la clé de son fait, entre accolades"
PARTED = "retirez «\u00a0trend\u00a0», ou faites deux tableaux"
FEWEST = 3
"""Figures from which a row goes somewhere."""


def trends_of_table(spec: TableSpec, content: Content) -> Iterator[Problem]:
    """Rows of words, each of three figures or more of one status and one unit."""
    if not spec.trend:
        return
    if not spec.rows:
        hint = "retirez «\u00a0trend\u00a0», ou écrivez «\u00a0columns\u00a0» et «\u00a0rows\u00a0»"
        yield Problem("table-trend", "une tendance suit les chiffres d’une ligne", spec.origin, hint)
    for row in spec.rows:
        found = (CALL.fullmatch(cell.text.strip(" ")) for cell in row.cells)
        facts = [content.facts[match["fact"]] for match in found if match and match["fact"] in content.facts]
        if row.kind != "group" and (len(facts) < FEWEST or len({_kind(fact) for fact in facts}) > 1):
            message = "cette ligne n’a pas trois chiffres d’un même statut et d’une même unité"
            typed = any(DIGIT.search(cell.text) for cell in row.cells[1:] if not CALL.fullmatch(cell.text.strip(" ")))
            yield Problem("table-trend", message, row.origin, TYPED if typed else PARTED)


def _kind(fact: Fact) -> tuple[object, ...]:
    return fact.bounds is None, fact.status, measure_of(fact)
