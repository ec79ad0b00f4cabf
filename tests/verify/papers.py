"""What is printed beside the brief, drawn as the program draws it, and how each is proved."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from msgspec import Struct

from rapport.read.charter.charter import read_charter
from rapport.read.faces import installed_fonts
from rapport.render.pdf.brief import draw_sheet
from rapport.render.pdf.slides.document import draw_slides
from rapport.render.pdf.slides.notes import draw_notes
from rapport.resolve.reports.sheet import sheets
from rapport.verify.paper import verify_notes, verify_sheet, verify_slides
from rapport.verify.verify import Proof
from verify.documents import ROOT, documents


class Paper(Struct, frozen=True):
    """A finished document, and its proof for any bytes."""

    data: bytes
    prove: Callable[[bytes], Proof]


@cache
def papers(briefing: str) -> dict[str, Paper]:
    """Slides, notes and fiche of a briefing."""
    made = documents(briefing)
    charter, fonts = read_charter(ROOT / "assets" / "charter.yaml"), installed_fonts()
    lengths = sheets(made.brief_edition, made.deck_edition)
    plan, edition, content = made.plan, made.deck_edition, made.content
    return {
        "slides": Paper(
            draw_slides(plan, charter, fonts).data, lambda data: verify_slides(data, plan, edition, content)
        ),
        "notes": Paper(draw_notes(plan, charter, fonts).data, lambda data: verify_notes(data, plan, edition, content)),
        "sheet": Paper(draw_sheet(lengths, charter, fonts).data, lambda data: verify_sheet(data, lengths, content)),
    }
