"""A text of the content and the same text in another language."""

from typing import Annotated, Any

from msgspec import Struct
from pydantic import create_model

from rapport.language.locales import LOCALES, language_of
from rapport.model.located import Located
from rapport.model.prose import Prose
from rapport.model.scalar import ReadBy, Scalar, as_line, as_prose

LANGUAGES = tuple(dict.fromkeys(map(language_of, LOCALES)))
"""Keys of a pair: one for each language that documents are written in."""


def as_either(value: Any) -> Prose | None:
    """A text, quoted or a few bare words; None where nothing is written yet."""
    if value is None or (isinstance(value, Scalar) and not value.text.strip()):
        return None
    return as_line(value) if isinstance(value, Scalar) and value.style == "plain" else as_prose(value)


Either = Annotated[Prose | None, ReadBy(as_either, {"type": "string", "description": "Le texte dans cette langue."})]

_KEYS: dict[str, Any] = dict.fromkeys(LANGUAGES, (Either, None))

Translation: type[Located] = create_model(
    "Translation",
    __base__=Located,
    __module__=__name__,
    __doc__="A pair as typed: the text of the content, character for character, and what says the same.",
    **_KEYS,
)
"""A pair as authors type it: a key for each language, so that none has to be declared a second time."""


class Pair(Struct, frozen=True):
    """A text as it was when it was translated, and its translation; None where that is still to be written."""

    source: Prose
    target: Prose | None

    @property
    def key(self) -> str:
        """What a text is found by: its words, however its file folds them."""
        return text_key(self.source.text)


def text_key(text: str) -> str:
    """A text without its folds."""
    return " ".join(text.split())
