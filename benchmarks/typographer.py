"""How fast the typographer is, and whether its time stays in proportion to the text.

    python benchmarks/typographer.py

Prints megabytes of UTF-8 per second from 1 kB to 1 MB, then the time per byte of hostile texts at two sizes. The
last column is the ratio of time per byte between the largest and the smallest size: 1 is perfectly linear.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from rapport.language.french.lint import lint
from rapport.language.typographer import typeset_text

PROSE = (
    "Un an après le sommet, les start-up françaises de l'IA ont levé plus de 2,6 Mds€ en 2025 ; la locomotive - une "
    "entreprise de modèles de langage - en a réuni 1,7 milliard. Le plan \"Osez l'IA\" vise 80% des PME d'ici 2030 : "
    "35 000 entreprises sont déjà sensibilisées ! L'Etat et RTE ont ouvert une voie rapide, de 240 MW fin 2027 à "
    "700 MW fin 2029. Le 2ème supercalculateur coûtera 554 millions d'euros sur 5 ans... Rendez-vous à Evian en juin "
    "2026, puis à 18h30 au ministère, voir https://exemple.fr/bilan?id=1;x:2 et l'art. 47.\n"
)
SIZES = (1_000, 10_000, 100_000, 1_000_000)
REPEATS = 5

HOSTILE: dict[str, Callable[[int], str]] = {
    "opening guillemets": lambda size: "«" * size,
    "straight quotes": lambda size: '"' * size,
    "spaced quotes": lambda size: '" a ' * (size // 4),
    "no space": lambda size: "a" * size,
    "no space, mixed": lambda size: "a.b-c@d'e_1/" * (size // 12),
    "spaces": lambda size: " " * size,
    "figures by threes": lambda size: "1 234 " * (size // 6),
    "digits": lambda size: "1" * size,
    "groups": lambda size: "12" + " 345" * (size // 4) + "6",
    "exclamation": lambda size: "!" * size,
    "spaced exclamation": lambda size: "! " * (size // 2),
    "points": lambda size: "." * size,
    "dashes": lambda size: "a - " * (size // 4),
    "hyphens": lambda size: "-a" * (size // 2),
    "backticks": lambda size: "`" * (size | 1),
    "braces": lambda size: "{" * size,
    "brackets": lambda size: "[^" * (size // 2),
    "links": lambda size: "](" * (size // 2),
    "tags": lambda size: "<a" * (size // 2),
    "addresses": lambda size: "http://" * (size // 7),
    "closing after address": lambda size: "http://x" + ")" * size,
    "at signs": lambda size: "a@" * (size // 2),
    "initials": lambda size: "A." * (size // 2),
    "ordinals": lambda size: "I" * size,
    "line feeds": lambda size: "\n " * (size // 2),
    "decimals": lambda size: "0," + "123 " * (size // 4),
    "apostrophes": lambda size: "l'" * (size // 2),
    "capitals": lambda size: "E" * size,
    "standards": lambda size: "ISO/" * (size // 4),
    "standards with figures": lambda size: "ISO 123 " * (size // 8),
    "identifiers": lambda size: "RCS 12 " * (size // 7),
    "telephones": lambda size: "01 " * (size // 3),
    "paths": lambda size: "-/" * (size // 2),
    "points and slashes": lambda size: "/." * (size // 2),
    "quotes and code": lambda size: "``" * (size // 2) + "`",
    "titles": lambda size: "M. " * (size // 3),
    "French": lambda size: ("L'Etat a levé 2,6 Mds€ ; \"Osez l'IA\" : 110 000 agents - fin 2026 ! " * size)[:size],
}


DOUBTS = ("1 234 ", '"', "MW ", "AAAA ", "de a", "1.", "https://a ")
"""What the rules of doubt might go back over, again and again."""


def seconds(text: str, work: Callable[[str], object] = typeset_text) -> float:
    """The best of several runs, in seconds of processor."""
    best = float("inf")
    for _ in range(REPEATS if len(text) < 500_000 else 2):
        start = time.process_time()
        work(text)
        best = min(best, time.process_time() - start)
    return best


def prose(size: int) -> str:
    """`size` characters of ordinary prose."""
    return (PROSE * (size // len(PROSE) + 1))[:size]


def main() -> None:
    """Measures and prints."""
    typeset_text(PROSE)
    rates = []
    print(f"{'prose':>30} {'MB/s':>8} {'ns/byte':>8}")
    for size in SIZES:
        text = prose(size)
        octets = len(text.encode())
        taken = seconds(text)
        rates.append(taken / octets)
        print(f"{size:>30,} {octets / taken / 1e6:>8.2f} {rates[-1] * 1e9:>8.0f}")
    print(f"{'slowest / fastest per byte':>30} {max(rates) / min(rates):>8.2f}\n")
    print(f"{'hostile':>30} {'1 MB, s':>8} {'ratio':>8}")
    for name, text_of in HOSTILE.items():
        show_growth(name, text_of, typeset_text)
    for piece in DOUBTS:
        show_growth(f"doubts: {piece}", repeated(piece), lint)


def repeated(piece: str) -> Callable[[int], str]:
    """Texts of about any size that say nothing else."""
    return lambda size: piece * (size // len(piece))


def show_growth(name: str, text_of: Callable[[int], str], work: Callable[[str], object]) -> None:
    """A line: seconds for a megabyte, and how much more a byte of it takes than a byte of a tenth."""
    small, large = (text_of(size) for size in (100_000, 1_000_000))
    taken = seconds(large, work)
    print(f"{name:>30} {taken:>8.2f} {taken / len(large) * len(small) / seconds(small, work):>8.2f}")


if __name__ == "__main__":
    main()
