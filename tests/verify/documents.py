"""The project's own documents, built as the program builds them, and what they are held to."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from msgspec import Struct

from rapport.arrange.arrange import arrange
from rapport.edition.edition import Edition
from rapport.figures.claims import Claimed
from rapport.read.charter.charter import read_charter
from rapport.read.content import read_content
from rapport.read.faces import installed_fonts
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import draw_brief
from rapport.resolve.edition import resolve
from rapport.review.claims import claimed_by
from rapport.slides.deck import Deck

ROOT = Path(__file__).parents[2]


class Documents(Struct, frozen=True):
    """Brief and deck of a briefing, with the editions and the plan they were made from."""

    brief: bytes
    brief_edition: Edition
    deck: bytes
    deck_edition: Edition
    plan: Deck
    content: Claimed


@cache
def documents(briefing: str) -> Documents:
    model = read_content(ROOT / "content", ROOT / "assets").content
    charter, fonts = read_charter(ROOT / "assets" / "charter.yaml"), installed_fonts()
    brief, deck = resolve(model, briefing, "brief"), resolve(model, briefing, "deck")
    plan = arrange(deck, charter, fonts).deck
    pdf, pptx = draw_brief(brief, charter, fonts).data, write_deck(plan, charter).data
    return Documents(pdf, brief, pptx, deck, plan, claimed_by(model, briefing))
