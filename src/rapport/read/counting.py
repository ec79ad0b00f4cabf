"""Faults of one kind beyond those that anybody reads -> one line that counts them."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from rapport.problem import MOST_OF_A_KIND, Problem


def others(first: Problem, count: int) -> Problem:
    """What stands for faults that are counted, at the place of the first of them."""
    message = f"et {count} autres fautes de ce genre" if count > 1 else "et une autre faute de ce genre"
    return replace(first, message=message, hint=f"{MOST_OF_A_KIND} sont dites\u00a0: réparez-les d’abord")


def counted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems in order of place, those of one code in one file beyond `MOST_OF_A_KIND` counted in a line."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.origin.file, problem.code), []).append(problem)
    told: list[Problem] = []
    for found in kinds.values():
        told += found[:MOST_OF_A_KIND]
        if len(found) > MOST_OF_A_KIND + 1:
            told.append(others(found[MOST_OF_A_KIND], len(found) - MOST_OF_A_KIND))
        else:
            told += found[MOST_OF_A_KIND:]
    return tuple(sorted(told, key=lambda problem: problem.origin))
