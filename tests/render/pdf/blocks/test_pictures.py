"""Pictures and the messages over them."""

from __future__ import annotations

import pytest

from rapport.edition.blocks.figures import Image
from rapport.edition.picture import Picture
from rapport.formats.pdf.tags.tree import Element
from rapport.render.pdf.blocks.section import blocks_matter
from rapport.render.pdf.brief import brief_context
from rapport.render.pdf.composer.vertical import flattened
from rapport.render.pdf.display.item import PictureMark, TextLine
from render.pdf.made_up import charter, edition, fonts, section, words
from render.pdf.pixels import png


def image(message: str) -> Image:
    data, digest = png(60, 40)
    return Image(Picture("carte.png", data, digest, "image/png", 60, 40), "", (), message=words(message))


@pytest.mark.parametrize("messages", [("La vallée", "Le port"), ("La vallée", ""), ("", "Une vallée si longue " * 9)])
def test_two_pictures_side_by_side_stand_level_under_the_white_after_their_messages(messages: tuple[str, str]) -> None:
    pair = tuple(map(image, messages))
    context = brief_context(edition(section("Lieux", *pair)), charter(), fonts())
    (galley,) = blocks_matter(context, pair, Element("Sect"))
    items = [item for box in galley.groups for each in box.boxes for item in flattened(each, 0.0)]
    first, second = (top + item.area.y for item, top in items if isinstance(item, PictureMark))
    style = charter().brief.type.chart_title
    ends = max(top for item, top in items if isinstance(item, TextLine)) + style.leading
    assert first == second == pytest.approx(ends + style.space_after)
