"""Where callouts stand when pages are set close: beside prose, never beside nothing."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.edition.blocks.words import Callout
from rapport.edition.edition import Block
from rapport.formats.pdf.tags.tree import Element
from rapport.render.pdf.blocks.section import blocks_matter
from rapport.render.pdf.brief import brief_context
from render.pdf.made_up import charter, edition, fonts, para, section, words


def lanes(*blocks: Block) -> list[str]:
    """The lane of each of the blocks, set compact."""
    made = edition(section("Objet", *blocks))
    context = brief_context(made, charter(), fonts())
    return [galley.lane for galley in blocks_matter(replace(context, density="compact"), blocks, Element("Sect"))]


PROSE = para("Une phrase assez longue pour tenir sur plus d’une ligne, dite encore une fois. " * 6)
PURPOSE = Callout(words("Objet"), words("Faire adopter les résolutions."))
OUTCOME = Callout(words("Résultat attendu"), words("Un vote le jour même."))


def test_a_callout_stands_in_the_margin_beside_prose() -> None:
    assert lanes(PROSE, PURPOSE) == ["text", "margin"]
    assert lanes(PURPOSE, PROSE) == ["margin", "text"]


def test_callouts_without_prose_keep_the_text_column() -> None:
    assert lanes(PURPOSE, OUTCOME) == ["text", "text"]


def test_callouts_longer_than_the_prose_beside_them_return_to_the_text_column() -> None:
    assert lanes(para("Une ligne."), *[PURPOSE] * 3) == ["text", "margin", "text", "text"]
