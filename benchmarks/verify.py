"""How long proofs take, and whether reading figures stays in proportion to the text.

    python -m benchmarks.verify [BRIEFING]

Prints what `rapport verify` costs beside the build of the same briefing, each a cold process, and the time of each
proof of its documents, beside the making of both; then nanoseconds per character for the reader of figures and
for the rule of orphans at rising sizes, and milliseconds per thousand words for the alignment of two texts.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.process import costs_of, rapport
from benchmarks.promise import promised

from rapport.arrange.arrange import arrange
from rapport.figures.claims import NOTHING, orphans
from rapport.figures.reader import scan
from rapport.read.charter.charter import read_charter
from rapport.read.content import read_content
from rapport.read.faces import installed_fonts
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import draw_brief
from rapport.resolve.edition import resolve
from rapport.review.claims import claimed_by
from rapport.verify.parity.alignment import align
from rapport.verify.verify import deck_parity, verify_brief, verify_deck

ROOT = Path(__file__).parents[1]
PROSE = (
    "En 2025, les start-up françaises de l’IA ont levé plus de 2,6\u00a0milliards d’euros, dont 1,7\u00a0milliard pour "
    "une seule. Le plan vise 80\u00a0% des PME d’ici 2030\u202f; 35\u202f000 entreprises, vingt-trois projets et huit "
    "ministères sont concernés, de 240\u00a0MW fin 2027 à 700\u00a0MW fin 2029, les 18 et 19\u00a0février\u00a02026. "
)
SIZES = (1_000, 10_000, 100_000)
REPEATS = 3
TURNS = 7
WHOLE, READING = 1.6, 1.2
"""Of the time that making the documents takes, at most: both proofs as the command gives them; reading them alone."""


def seconds(task: Callable[[], object]) -> float:
    """The best of several runs, in seconds of processor."""
    best = float("inf")
    for _ in range(REPEATS):
        start = time.process_time()
        task()
        best = min(best, time.process_time() - start)
    return best


def proofs(briefing: str) -> None:
    """The proofs of both documents."""
    content = read_content(ROOT / "content", ROOT / "assets").content
    charter, fonts = read_charter(ROOT / "assets" / "charter.yaml"), installed_fonts()
    brief, deck = resolve(content, briefing, "brief"), resolve(content, briefing, "deck")
    plan, claimed = arrange(deck, charter, fonts).deck, claimed_by(content, briefing)
    pdf, pptx = draw_brief(brief, charter, fonts).data, write_deck(plan, charter).data
    tasks: dict[str, Callable[[], object]] = {
        "brief": lambda: verify_brief(pdf, brief, claimed),
        "deck, parity alone": lambda: deck_parity(pptx, plan, deck, claimed),
        "deck": lambda: verify_deck(pptx, plan, deck, claimed),
    }

    def made() -> None:
        """Both documents, from the content on."""
        again = arrange(resolve(content, briefing, "deck"), charter, fonts).deck
        draw_brief(resolve(content, briefing, "brief"), charter, fonts)
        write_deck(again, charter)

    taken = {name: seconds(task) for name, task in tasks.items()}
    for name, each in taken.items():
        print(f"{name:>30} {each * 1000:8.0f} ms")
    ratio = (taken["brief"] + taken["deck"]) / seconds(made)
    print(f"{'read alone, of their making':>30} {ratio:8.2f} {promised(ratio, READING)}")


def whole(briefing: str) -> None:
    """The command beside the build of what it proves: processor time, which other programs do not add to."""
    with tempfile.TemporaryDirectory() as folder:
        project = ["--content", str(ROOT / "content"), "--assets", str(ROOT / "assets"), "--output", folder]
        build, verify = costs_of(
            rapport("build", briefing, *project), rapport("verify", briefing, *project), turns=TURNS
        )
    print(f"rapport build      {build}")
    ratio = verify.cpu / build.cpu
    print(f"rapport verify     {verify}   {ratio:.2f} of the build {promised(ratio, WHOLE)}")


def growth() -> None:
    """Time per character, or per word, at rising sizes."""
    print(f"{'':>30}" + "".join(f"{size:>10}" for size in SIZES))
    rows: dict[str, Callable[[str], object]] = {
        "figures, ns/character": lambda text: scan.__wrapped__(text, "fr"),
        "orphans, ns/character": lambda text: orphans(text, NOTHING),
    }
    texts = [(PROSE * (size // len(PROSE) + 1))[:size] for size in SIZES]
    for name, task in rows.items():
        times = (seconds(partial(task, text)) / len(text) * 1e9 for text in texts)
        print(f"{name:>30}" + "".join(f"{value:>10.0f}" for value in times))
    lines = [[f"{index} {PROSE}" for index in range(size // 100)] for size in SIZES]
    changed = [[*found[: len(found) // 2], "autre chose", *found[len(found) // 2 + 1 :]] for found in lines]
    pairs = zip(lines, changed, strict=True)
    times = (seconds(partial(align, old, new)) / sum(map(len, old)) * 1e9 for old, new in pairs)
    print(f"{'alignment, ns/character':>30}" + "".join(f"{value:>10.0f}" for value in times))


if __name__ == "__main__":
    chosen = sys.argv[1] if len(sys.argv) > 1 else "evian-g7"
    whole(chosen)
    proofs(chosen)
    growth()
