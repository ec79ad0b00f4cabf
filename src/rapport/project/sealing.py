"""The seal of a visible signature, in the looks of the house and the words of the document."""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec import Struct

from rapport.language.dates import write_date
from rapport.language.locales import LOCALES
from rapport.language.words import phrase
from rapport.model.partial_date import PartialDate
from rapport.project.project import House
from rapport.render.pdf.seal import draw_seal

Edges = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner of a page."""


class HouseSeal(Struct, frozen=True):
    """Draws seals: who signs, and the day."""

    house: House

    def __call__(self, name: str, page: tuple[float, float], language: str) -> tuple[bytes, Edges, str]:
        """The form of the seal of a signer, where it goes on a page of some size, and its words in a language."""
        locale = next((each for each in LOCALES if each.replace("_", "-") == language), LOCALES[0])
        now = datetime.now(UTC)  # noqa: TID251  # a signature says when it was made
        day = write_date(PartialDate.parse(now.date().isoformat()), "in", locale)
        words = phrase("signed", locale, name, day)
        form, box = draw_seal(words, page, self.house.charter, self.house.fonts, now)
        edges = (float(box.x), page[1] - box.bottom, float(box.right), page[1] - box.y)
        return form, edges, words
