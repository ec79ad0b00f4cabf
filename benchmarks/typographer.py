"""How fast the typographer is, and whether its time stays in proportion to the text.

    python benchmarks/typographer.py

Prints megabytes of UTF-8 per second from 1 kB to 1 MB, then the time per byte of hostile texts at two sizes. The
last column is the ratio of time per byte between the largest and the smallest size: 1 is perfectly linear.
"""

from __future__ import annotations

import time
from collections.abc import Callable

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
    "100 000 opening guillemets": lambda size: "«" * (size // 10),
    "no space at all": lambda size: "a" * size,
    "no space, points and dashes": lambda size: "a.b-c@d'e/" * (size // 10),
    "figures by threes": lambda size: "123 " * (size // 4),
    "straight quotes": lambda size: '"' * size,
    "dashes": lambda size: "a - " * (size // 4),
    "backticks": lambda size: "`" * (size | 1),
    "paths": lambda size: "-/" * (size // 2),
    "standards": lambda size: "ISO/" * (size // 4),
    "spaces": lambda size: " " * size,
}


def seconds(text: str) -> float:
    """The best of several runs, in seconds of processor."""
    best = float("inf")
    for _ in range(REPEATS if len(text) < 500_000 else 2):
        start = time.process_time()
        typeset_text(text)
        best = min(best, time.process_time() - start)
    return best


def prose(size: int) -> str:
    """`size` characters of ordinary prose."""
    return (PROSE * (size // len(PROSE) + 1))[:size]


def main() -> None:
    """Measures and prints; nothing is asserted here, the tests do."""
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
        small, large = (text_of(size) for size in (100_000, 1_000_000))
        taken = seconds(large)
        print(f"{name:>30} {taken:>8.2f} {taken / len(large) * len(small) / seconds(small):>8.2f}")


if __name__ == "__main__":
    main()
