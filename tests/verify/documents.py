"""The project's own documents, built as the program builds them, and what they are held to."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.arrange import arrange
from rapport.edition.edition import Edition
from rapport.figures.claims import Claimed
from rapport.model.content import Content
from rapport.read.charter.charter import read_charter
from rapport.read.content import read_content
from rapport.read.faces import installed_fonts
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import draw_brief
from rapport.resolve.edition import resolve
from rapport.review.claims import claimed_by
from rapport.slides.deck import Deck

ROOT = Path(__file__).parents[2]
SHORT = "evian-g7 in short"
"""Some sections of a summit that show all that others do: for faults that can be made in any, since each is a proof."""
SHORT_SECTIONS = (
    "message-evian",
    "essentiel-evian",
    "entreprises-evian",
    "agents-evian",
    "financement-evian",
    "diffusion",
    "financement",
    "annexe",
)
LONG = tuple(pytest.param(key, marks=pytest.mark.nightly) for key in ("evian-g7", "new-delhi"))
"""The others, for nights."""


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
    model, key = _content(), "evian-g7" if briefing == SHORT else briefing
    if briefing == SHORT:
        short = model.briefings[key].model_copy(update={"sections": SHORT_SECTIONS})
        model = replace(model, briefings={**model.briefings, key: short})
    charter, fonts = read_charter(ROOT / "assets" / "charter.yaml"), installed_fonts()
    brief, deck = resolve(model, key, "brief"), resolve(model, key, "deck")
    plan = arrange(deck, charter, fonts).deck
    pdf, pptx = draw_brief(brief, charter, fonts).data, write_deck(plan, charter).data
    return Documents(pdf, brief, pptx, deck, plan, claimed_by(model, key))


@cache
def _content() -> Content:
    return read_content(ROOT / "content", ROOT / "assets").content
