"""Inline text of an edition: flat spans, final words, and how far along the figures among them are."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Literal

from msgspec import Struct
from msgspec.structs import replace

from rapport.origin import NOWHERE, Origin


class Status(Struct, frozen=True):
    """A status key of the content (`achieved`, `promised`, ...) and the word the reader sees ("Réalisé")."""

    key: str
    word: str


NO_STATUS = Status("", "")


class Evidence(Struct, frozen=True):
    """The fact a figure prints, and where it comes from.

    `fact` is the fact's key in the content; `form` the form it is printed in (`full`, `short`, `value`, ...).
    `low` and `high` are the quantity in its base unit (equal for a single value); both are None for a fact that is
    a date, a name or fixed words. `source` and `locator` say where the figure stands ("bilan-ia-2026", "§ 4").
    """

    fact: str
    form: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    qualifier: str = ""
    status: str = ""
    source: str = ""
    locator: str = ""


Emphasis = Literal["none", "emphasis", "strong", "quiet"]
"""How a run stands out; what is quiet stands back, grey and of the lightest weight."""
Position = Literal["baseline", "superscript", "subscript"]


class Span(Struct, frozen=True, eq=False):
    """A run of typeset characters that share one meaning.

    `language` is a BCP 47 tag, empty where the edition's own language holds. `link` is a URI, or `#anchor` for a
    place in the document; empty for none. `expansion` is what an acronym stands for. `note` is the key of the
    footnote called here (the text is then its mark). `evidence` is present on every printed figure, None elsewhere.
    `cited` is a source named here, its key and the place in it; empty elsewhere. A `gloss` says in print what an
    acronym stands for: words of the program's, which no author typed here.
    `origin` says where an author wrote the words; the same words written elsewhere are equal.
    """

    text: str
    emphasis: Emphasis = "none"
    position: Position = "baseline"
    language: str = ""
    link: str = ""
    expansion: str = ""
    note: str = ""
    evidence: Evidence | None = None
    cited: tuple[str, ...] = ()
    gloss: bool = False
    origin: Origin = NOWHERE

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self._said == other._said

    def __hash__(self) -> int:
        return hash(self._said)

    @property
    def _said(self) -> tuple[object, ...]:
        """All but the origin."""
        return (
            self.text,
            self.emphasis,
            self.position,
            self.language,
            self.link,
            self.expansion,
            self.note,
            self.evidence,
            self.cited,
            self.gloss,
        )


Text = tuple[Span, ...]

SCARCE, SPOKEN = "where room is scarce", "said aloud"
"""Marks of fields that only some readers meet."""
KEPT = "kept on slides"
"""Mark of fields whose words a deck may lay out as it likes, but not lose."""
KeptText = Annotated[Text, KEPT]
KeptTexts = Annotated[tuple[Text, ...], KEPT]
RUNNING = "runs on"
"""Mark of fields whose texts run on: in a line of theirs there is room for what an acronym stands for."""
RunningText = Annotated[Text, RUNNING]
KeptRunningText = Annotated[Text, KEPT, RUNNING]
KeptRunningTexts = Annotated[tuple[Text, ...], KEPT, RUNNING]
ScarceText = Annotated[Text, SCARCE]
"""What stands in for another text where room is scarce."""
Speech = Annotated[tuple[Text, ...], SPOKEN]
"""Paragraphs that the speaker says."""


def plain(text: Iterable[Span]) -> str:
    """The characters of a text, without the footnote marks."""
    return "".join(span.text for span in text if not span.note)


def says_the_same(one: Text, other: Text) -> bool:
    """Whether two titles have the same words in the same order, whatever stands between them."""
    return _letters(one) == _letters(other)


def _letters(text: Text) -> str:
    return "".join(filter(str.isalnum, plain(text).casefold()))


def words(string: str) -> Text:
    """A text of one unadorned span; empty for an empty string."""
    return (Span(string),) if string else ()


def strong(text: Text) -> Text:
    """The same text with strong emphasis throughout."""
    return tuple(replace(span, emphasis="strong") for span in text)


def lowered(span: Span, places: tuple[tuple[int, int], ...]) -> Text:
    """The span with some of its characters as subscripts: the figures of a formula."""
    edges = pairwise((0, *(edge for place in places for edge in place), len(span.text)))
    parts = (
        replace(span, text=span.text[start:end], position="subscript" if number % 2 else "baseline")
        for number, (start, end) in enumerate(edges)
    )
    return tuple(part for part in parts if part.text)
