"""Whether anything an author may type takes `check` and `typeset` longer than prose: 3 times at most.

    python -m benchmarks.hostile_text [BYTES] [PATTERN ...]

Prints, for a text of each pattern, its seconds of processor and how many times that of prose this is.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.promise import promised
from benchmarks.typographer import HOSTILE, prose

from rapport.cli import main as rapport
from rapport.language.typographer import typeset_text

MOST = 3.0
LARGEST = 990_000
"""Bytes; a content file may hold a megabyte."""
SIZE = 50_000
"""Characters of each pattern; with 950,000, as much as a file may hold, laying out the prose alone takes a minute."""

Text = Callable[[int], str]


def of(piece: str, separator: str = "") -> Text:
    """Texts that say one thing again and again."""
    return lambda size: separator.join([piece] * (size // (len(piece) + len(separator)) + 1))[:size]


TEXTS: dict[str, Text] = {
    **HOSTILE,
    "notes": of("[^a"),
    "notes closed": of("[^a] "),
    "notes of many names": lambda size: " ".join(f"[^n{number}]" for number in range(size // 9)),
    "calls": of("{levees} "),
    "calls that open": of("{a"),
    "calls unknown": lambda size: " ".join(f"{{fait-{number}}}" for number in range(size // 13)),
    "calls of a form": of("{levees:short} "),
    "calls of no form": of("{levees:xx} "),
    "emphasis opened": of("**"),
    "emphasis alternating": of("*a **b "),
    "emphasis closed": of("**a** "),
    "emphasis crossed": of("*a **b* c** "),
    "underscores": of("_a "),
    "square brackets": of("["),
    "square brackets closed": of("]"),
    "links opened": of("[a]("),
    "links": of("[a](https://a.fr) "),
    "links of much": of("[" * 20 + "a](b) "),
    "code opened": of("`a "),
    "code of two signs": of("``a` "),
    "backslashes": of("\\"),
    "escapes": of("\\*"),
    "long words": of("anticonstitutionnellement"),
    "hyphenated words": of("porte-à-faux-"),
    "figures": of("2,6 Mds€ "),
    "percentages": of("80% "),
    "dates": of("10/02/2026 "),
    "hours": of("18h30 "),
    "ordinals typed": of("2ème "),
    "numbers alone": lambda size: " ".join(str(number) for number in range(size // 7)),
    "acronyms": of("PME "),
    "acronyms unknown": lambda size: " ".join(f"AB{number:05d}" for number in range(size // 8)),
    "capitals spaced": of("ABC "),
    "no-break spaces": of("a\u00a0"),
    "combining marks": of("e\u0301"),
    "marks on one letter": lambda size: "e" + "\u0301" * (size - 1),
    "ideograms": of("\u4e2d"),
    "arabic": of("\u0633\u0644 "),
    "emoji joined": of("\U0001f468\u200d"),
    "colons": of("a : "),
    "semicolons": of("a ; "),
    "ellipses": of("... "),
    "empty lines": of("a\n\n"),
    "lines": of("a\n"),
    "quotes inside": of("\"a 'b' \" "),
    "curly quotes": of("\u201ca "),
    "parentheses": of("("),
    "parentheses nested": lambda size: "(a " * (size // 5) + ")" * (size // 5),
    "dashes long": of("\u2014 "),
    "dollars": of("$1 "),
    "hashes": of("# a\n"),
    "pipes": of("| a "),
    "mails": of("a@b.fr "),
    "tildes": of("~~a "),
}


def section(text: str) -> str:
    """A section whose paragraph is a text, as YAML takes any text: a literal block."""
    lines = "\n".join(f"      {line}" for line in text.split("\n"))
    return f'title: "Un titre"\nmessage: "Un message"\nblocks:\n  - paragraph: |2\n{lines}\n'


STRUCTURES: dict[str, Text] = {
    "yaml: unknown keys": lambda size: "".join(f"k{number}: x\n" for number in range(size // 10)),
    "yaml: the same key": of("title: x\n"),
    "yaml: lists in lists": of("["),
    "yaml: mappings in mappings": of("{a: "),
    "yaml: indented": lambda size: "".join(f"{' ' * number}a:\n" for number in range(int((2 * size) ** 0.5))),
    "yaml: quotes": of('"'),
    "yaml: anchors": lambda size: "".join(f"a{number}: &b{number} x\n" for number in range(size // 16)),
    "yaml: tags": of("!a "),
    "yaml: comments": of("# a\n"),
    "yaml: dashes": of("- "),
    "yaml: blocks of no kind": lambda size: 'title: "a"\nmessage: "b"\nblocks:\n' + "  - nothing: x\n" * (size // 15),
    "yaml: short paragraphs": lambda size: (
        'title: "a"\nmessage: "b"\nblocks:\n' + '  - paragraph: "a"\n' * (size // 19)
    ),
    "yaml: bullets": lambda size: (
        'title: "a"\nmessage: "b"\nblocks:\n  - bullets:\n' + '      - "a b"\n' * (size // 12)
    ),
    "yaml: tabs": of("\t"),
    "yaml: documents": of("---\n"),
    "yaml: colons": of(":"),
}

SOURCES = 'bilan: {title: "Bilan", short: "bilan", date: 2026-02-10}\n'
FACTS = (
    "group: Un\nlevees: {label: levées, value: 2_600_000_000, unit: EUR, status: achieved, period: 2025, "
    "as_of: 2026-02-10, source: bilan, locator: § 4}\n"
)
BRIEFING = (
    'event: {name: Sommet, place: Évian, date: 2026-06}\ntitle: "Un titre"\nsubtitle: "Un sous-titre"\n'
    'version: "1.0"\ndate: 2026-02-10\nsections: [texte]\n'
)


def checked(file: str, folder: Path) -> float:
    """Seconds of processor that `check` takes with a section."""
    for name, text in (
        ("sources", SOURCES),
        ("facts/un", FACTS),
        ("briefings/evian", BRIEFING),
        ("sections/texte", file),
    ):
        path = folder / "content" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    assets = Path(__file__).parents[1] / "assets"
    return seconds(lambda: rapport(["check", f"--content={folder / 'content'}", f"--assets={assets}"]))


def seconds(work: Callable[[], object]) -> float:
    """Seconds of processor, what it prints put aside."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        start = time.process_time()
        work()
        return time.process_time() - start


def bounded(text: str, size: int) -> str:
    """As much of a text as a file may hold."""
    return text.encode()[:size].decode(errors="ignore")


def main(words: Sequence[str]) -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser()
    parser.add_argument("size", nargs="?", type=int, default=SIZE)
    parser.add_argument("patterns", nargs="*")
    wanted = parser.parse_args(words)
    worst = {"check": 0.0, "typeset": 0.0}
    with tempfile.TemporaryDirectory() as place:
        checked(section(prose(1000)), Path(place))
        usual = prose(wanted.size)
        check, typeset = checked(section(usual), Path(place)), seconds(lambda: typeset_text(usual))
        print(f"{'':>30} {'check':>8} {'times':>6} {'typeset':>8} {'times':>6}")
        print(f"{'prose':>30} {check:>8.2f} {1:>6} {typeset:>8.2f} {1:>6}", flush=True)
        for name, text_of in {**TEXTS, **STRUCTURES}.items():
            if wanted.patterns and name not in wanted.patterns:
                continue
            text = bounded(text_of(wanted.size), wanted.size)
            file = text if name in STRUCTURES else bounded(section(text), LARGEST)
            slow, plain = checked(file, Path(place)), seconds(lambda text=text: typeset_text(text))  # type: ignore[misc]
            worst = {"check": max(worst["check"], slow / check), "typeset": max(worst["typeset"], plain / typeset)}
            print(f"{name:>30} {slow:>8.2f} {slow / check:>6.2f} {plain:>8.2f} {plain / typeset:>6.2f}", flush=True)
    said = ", ".join(f"{name} {times:.1f} \u00d7 prose" for name, times in worst.items())
    print(f"{len(TEXTS) + len(STRUCTURES)} patterns, slowest: {said} {promised(max(worst.values()), MOST)}")


if __name__ == "__main__":
    main(sys.argv[1:])
