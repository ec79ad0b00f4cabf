"""Pages are used: read back from the finished files of both summits and of made-up briefings."""

from __future__ import annotations

from pathlib import Path

import pytest

from rapport.edition.blocks.figures import KeyFigures
from rapport.edition.blocks.words import Callout
from rapport.edition.edition import Block, Edition, EditionSection
from rapport.read.content import read_content
from rapport.render.pdf.brief import draw_brief
from rapport.resolve.edition import resolve
from render.pdf.made_up import ACHIEVED, ROOT, charter, edition, figure, fonts, para, section, words
from render.pdf.used_height import used_heights

LEAST = 0.7
"""Share of its height under which a page looks empty (the visual review of the printed reports)."""


@pytest.mark.parametrize("key", ["evian-g7", "new-delhi"])
def test_no_page_of_a_summit_is_rather_empty(key: str) -> None:
    made = resolve(read_content(ROOT / "content", ROOT / "assets").content, key, "brief")
    *pages, _last = used_heights(draw_brief(made, charter(), fonts()).data)
    assert [page for page in pages if page < LEAST] == []


@pytest.mark.parametrize(("folder", "key"), [("cop30", "cop30"), ("oceans", "unoc-nice")])
def test_no_page_of_a_briefing_by_others_is_rather_empty(folder: str, key: str) -> None:
    """Written without the program at hand: faults that keep it from being built do not keep it from being set."""
    place = Path(__file__).parent / "field" / folder
    made = resolve(read_content(place / "content", place / "assets").content, key, "brief")
    *pages, _last = used_heights(draw_brief(made, charter(), fonts()).data)
    assert [round(page, 2) for page in pages if page < LEAST] == []


def fiche(number: int, lines: int, figures: int = 0) -> EditionSection:
    """A section of so many paragraphs of about four lines, key figures beside them and a warning."""
    prose = [para("Une phrase assez longue pour tenir sur plus d’une ligne, dite encore une fois. " * 3)] * lines
    aside = KeyFigures(
        tuple(figure(f"{at}{number}0", "MW", "de puissance", ACHIEVED) for at in range(1, figures + 1)), (), "aside"
    )
    warning = Callout(words("Attention"), words("Ceci n’est pas cela."))
    blocks: tuple[Block, ...] = (*([aside] if figures else []), *prose, warning)
    return section(f"Fiche {number}", *blocks, kind="fiche", title=f"Ce que dit la fiche {number}", lead="En bref.")


def briefing(*sizes: tuple[int, int]) -> Edition:
    return edition(*(fiche(number, *size) for number, size in enumerate(sizes, start=1)))


def test_two_short_sections_share_a_page() -> None:
    """A contents page with its key, then both fiches together."""
    assert len(used_heights(draw_brief(briefing((4, 2), (4, 2)), charter(), fonts()).data)) == 3


@pytest.mark.parametrize("seed", range(6))
def test_no_page_of_a_briefing_of_prose_is_rather_empty(seed: int) -> None:
    """Prose divides anywhere: after the contents, the last page alone may be short."""
    sizes = [(2 + (7 * seed + 5 * at) % 8, (seed + at) % 4) for at in range(3 + seed % 4)]
    *pages, _last = used_heights(draw_brief(briefing(*sizes), charter(), fonts()).data)
    assert [round(page, 2) for page in pages[2:] if page < LEAST] == [], sizes
