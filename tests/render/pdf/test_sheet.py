"""A sheet: one page, tagged and archivable, stamped where a copy is."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace

from briefing_tree import Briefing, briefing
from judges.verapdf import Flavour, failures
from rapport.edition.blocks.figures import Timeline
from rapport.edition.edition import Edition
from rapport.edition.text import words
from rapport.look.charter import Charter
from rapport.read.faces import installed_fonts
from rapport.render.pdf.brief import BriefSettings, draw_sheet
from rapport.resolve.reports.sheet import sheets
from readback import read_back

FONTS = installed_fonts()


@pytest.fixture
def made(tmp_path: Path) -> Briefing:
    return briefing(tmp_path)


def fiches(made: Briefing) -> tuple[Edition, ...]:
    return sheets(made.brief, made.deck)


def pages(data: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]


def longer(edition: Edition, dates: int) -> Edition:
    """The fiche with its calendar repeated."""
    [section] = edition.sections
    blocks = (
        replace(block, moments=block.moments * dates) if isinstance(block, Timeline) else block
        for block in section.blocks
    )
    return replace(edition, sections=(replace(section, blocks=tuple(blocks)),))


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
def test_it_conforms(made: Briefing, charter: Charter, flavour: Flavour) -> None:
    assert failures(draw_sheet(fiches(made), charter, FONTS).data, flavour) == ()


def test_the_same_editions_give_the_same_bytes(made: Briefing, charter: Charter) -> None:
    assert draw_sheet(fiches(made), charter, FONTS) == draw_sheet(fiches(made), charter, FONTS)


def test_the_fullest_that_one_page_holds_is_drawn(made: Briefing, charter: Charter) -> None:
    [full, *_, bare] = fiches(made)
    [page] = pages(draw_sheet((longer(full, 20), full, bare), charter, FONTS).data)
    assert "G7 à Évian" in page, "the calendar of the full sheet, which a page holds, not the bare one"


def test_the_last_is_drawn_where_none_fits(made: Briefing, charter: Charter) -> None:
    full = fiches(made)[0]
    assert len(pages(draw_sheet((longer(full, 40), longer(full, 20)), charter, FONTS).data)) > 1


def test_the_title_is_the_only_heading_of_the_first_level(made: Briefing, charter: Charter) -> None:
    tree = read_back(draw_sheet(fiches(made), charter, FONTS).data).root
    headings = [(node.tag, node.text.strip()) for node in tree.walk() if node.tag.startswith("H")]
    assert headings == [("H1", "L’IA en France")]


def test_marking_and_embargo_stand_beside_the_title(made: Briefing, charter: Charter) -> None:
    [full, *_] = fiches(made)
    cover = replace(full.cover, marking=words("Diffusion restreinte"), embargo=words("Sous embargo"))
    [page] = pages(draw_sheet((replace(full, cover=cover),), charter, FONTS).data)
    assert "Diffusion restreinte" in page
    assert "Sous embargo" in page


def test_it_knows_the_pages_of_its_facts(made: Briefing, charter: Charter) -> None:
    assert dict(draw_sheet(fiches(made), charter, FONTS).places) == {"levees": (1,), "pme": (1,), "promesse": (1,)}


def test_copies_bear_their_stamp(made: Briefing, charter: Charter) -> None:
    base = draw_sheet(fiches(made), charter, FONTS, BriefSettings(stamped=True))
    copy = base.copy({"stamp": "Exemplaire n°\u00a07 — Délégation indienne"})
    [page] = pages(copy)
    assert "Délégation indienne" in page
    assert failures(copy, "ua1") == ()
