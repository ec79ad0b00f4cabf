"""Pages are used: read back from the finished files of both summits and of made-up briefings."""

from __future__ import annotations

from pathlib import Path

import pytest

from field.editions import NAMES, editions
from rapport.edition.blocks.figures import KeyFigures
from rapport.edition.blocks.words import Callout
from rapport.edition.edition import Block, Edition, EditionSection
from rapport.read.content import read_content
from rapport.render.pdf.brief import brief_context, draw_brief
from rapport.resolve.edition import resolve
from render.pdf.generated import generated
from render.pdf.made_up import ACHIEVED, ROOT, charter, edition, figure, fonts, para, section, words
from render.pdf.placed import pages
from render.pdf.used_height import used_heights

LEAST = 0.7
"""Share of its height under which a page looks empty (the visual review of the printed reports)."""


@pytest.mark.parametrize("key", ["evian-g7", "new-delhi"])
def test_no_page_of_a_summit_is_rather_empty(key: str) -> None:
    made = resolve(read_content(ROOT / "content", ROOT / "assets").content, key, "brief")
    *heights, _last = used_heights(draw_brief(made, charter(), fonts()).data)
    assert [page for page in heights if page < LEAST] == []


@pytest.mark.parametrize(("folder", "key"), [("cop30", "cop30"), ("oceans", "unoc-nice")])
def test_no_page_of_a_briefing_by_others_is_rather_empty(folder: str, key: str) -> None:
    """Written without the program at hand: faults that keep it from being built do not keep it from being set."""
    place = Path(__file__).parent / "field" / folder
    made = resolve(read_content(place / "content", place / "assets").content, key, "brief")
    *heights, _last = used_heights(draw_brief(made, charter(), fonts()).data)
    assert [round(page, 2) for page in heights if page < LEAST] == []


def planned_heights(made: Edition) -> list[float]:
    """The share that each page after the cover uses, notes included, by the boxes it was made up of."""
    frame = brief_context(made, charter(), fonts()).frame
    return [
        (
            max((placed.y + placed.box.height for placed in page.placed), default=frame.top)
            + sum(line.box.height for line in page.foot)
            - frame.top
        )
        / frame.height
        for page in pages(made)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_no_page_of_any_briefing_by_others_is_rather_empty(name: str) -> None:
    """None but the last, in files and notes alike."""
    for made in editions(name):
        *heights, _last = planned_heights(made)
        assert [round(height, 2) for height in heights if height < LEAST] == []


@pytest.mark.parametrize("seed", range(12))
def test_no_page_of_generated_content_is_rather_empty(seed: int) -> None:
    *heights, _last = planned_heights(generated(seed))
    assert [round(height, 2) for height in heights if height < LEAST] == []


@pytest.mark.nightly
def test_hardly_any_page_of_much_generated_content_is_rather_empty() -> None:
    """Some runs of what cannot be divided fill no page well: none of 750 pages was found with these seeds."""
    heights = [height for seed in range(120) for height in planned_heights(generated(seed))[:-1]]
    assert sum(height < LEAST for height in heights) <= len(heights) / 200


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
    *heights, _last = used_heights(draw_brief(briefing(*sizes), charter(), fonts()).data)
    assert [round(page, 2) for page in heights[2:] if page < LEAST] == [], sizes
