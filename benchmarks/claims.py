"""How many typed figures that claim something are told, and how many other numbers are.

The sets are `tests/field/numbers.tsv` and `numbers_en.tsv`: sentences of briefings nobody wrote the program for, each
with one number marked, labelled by hand. Promised: 97 % of the claims, 3 % of the rest at most.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.promise import promised
from msgspec import Struct

from rapport.figures.claims import NOTHING, strays

FIELD = Path(__file__).parents[1] / "tests" / "field"
NUMBERS = {"fr": FIELD / "numbers.tsv", "en": FIELD / "numbers_en.tsv"}
CALL = re.compile(r"\{[^{}]*\}")
FOUND, TOLD = 0.97, 0.03


class Labelled(Struct, frozen=True):
    """A number in its sentence: where it stands, and whether it claims something."""

    text: str
    start: int
    end: int
    claim: bool
    language: str

    @property
    def told(self) -> bool:
        found = strays(self.text, NOTHING, self.language)
        return any(stray.start < self.end and self.start < stray.end for stray in found)


def labelled(language: str = "fr") -> Iterator[Labelled]:
    """The set of a language; what calls a fact is blanked out, as it is where content is checked."""
    with NUMBERS[language].open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            marked = CALL.sub(lambda match: "\x00" * len(match[0]), row["text"])
            before, number, after = re.split("[⟦⟧]", marked)
            start = len(before)
            yield Labelled(before + number + after, start, start + len(number), row["label"] == "claim", language)


def rates(language: str = "fr") -> tuple[float, float, int, int]:
    """The share of claims told, the share of the rest told, and how many there are of each."""
    numbers = tuple(labelled(language))
    claims = [number.told for number in numbers if number.claim]
    rest = [number.told for number in numbers if not number.claim]
    return sum(claims) / len(claims), sum(rest) / len(rest), len(claims), len(rest)


def main() -> None:
    """Prints both rates."""
    for language in NUMBERS:
        found, told, claims, rest = rates(language)
        print(f"{language}: claims told {found:6.1%} of {claims} {promised(found, FOUND, least=True)}")
        print(f"{language}: others told {told:6.1%} of {rest} {promised(told, TOLD)}")


if __name__ == "__main__":
    main()
