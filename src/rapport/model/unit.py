"""A unit that a content declares for itself."""

from __future__ import annotations

from typing import Annotated, Literal

from rapport.model.located import Located
from rapport.model.scalar import Line, Word, one_of

GENDERS = ("masculine", "feminine")


class OwnUnit(Located):
    """A unit of `units.yaml`, under the words that facts call it by ("lit d'hôpital").

    `plural` is needed where the ending does not tell it ("équivalents temps plein"); `symbol` is what tables and charts
    show ("ETP"). `english` and `english_plural` are for documents in English.
    """

    singular: Line
    plural: Line | None = None
    symbol: Word = ""
    gender: Annotated[Literal["masculine", "feminine"], one_of(*GENDERS)] = "masculine"
    english: Line | None = None
    english_plural: Line | None = None

    def words(self, language: str) -> tuple[str, str]:
        """Singular and plural in a language, the plural empty where it is not given; French where there is no other."""
        if language == "en" and self.english is not None:
            return self.english.text, self.english_plural.text if self.english_plural else ""
        return self.singular.text, self.plural.text if self.plural else ""
