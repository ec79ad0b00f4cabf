"""One quantity, range, date or name, and where it comes from; acronyms and units that a content declares."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal, get_args

from rapport.model.located import Located, shorthand
from rapport.model.scalar import AudienceKey, Date, Key, Line, Number, Reference, UnitName, Word, one_of
from rapport.origin import NOWHERE

StatusName = Literal[
    "achieved",
    "measured",
    "in-progress",
    "provisional",
    "reserved",
    "planned",
    "adopted",
    "promised",
    "announced",
    "projected",
    "estimated",
    "target",
    "to-confirm",
]
STATUSES: tuple[StatusName, ...] = get_args(StatusName)
StatusKey = Annotated[StatusName, one_of(*STATUSES)]

Qualifier = Literal["", "more-than", "at-least", "nearly", "about", "up-to", "less-than", "to-the-amount-of"]
QUALIFIERS: tuple[Qualifier, ...] = get_args(Qualifier)
QualifierKey = Annotated[Qualifier, one_of(*QUALIFIERS)]

FORMS = (
    *("full", "amount", "short", "value", "number", "unsigned", "signed", "from-to", "rounded", "spoken"),
    *("status", "period"),
)
"""The forms a fact may be asked in, `{fact:short}`; the first where none is asked."""

NO_UNIT = Key("", NOWHERE)
"""The unit of a bare number, and of facts that are not numbers."""


class Fact(Located):
    """A fact.

    A quantity has `value`, or `low` and `high` for a range, in base units: euros, not billions; a share in percent, 75
    for 75 %. A date has `date`. A named programme has neither. `words` is the source's fixed wording ("la moitié"),
    printed in place of the figure. `printed` is the figure as the source prints it. `name` is what tables call the
    fact, `label` says it in full. `expires` is the date from which the fact may no longer be shown.
    `audience` says for whom it is: what calls it is for nobody else.
    """

    label: Line
    name: Line | None = None
    detail: Line | None = None
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    date: Date | None = None
    unit: UnitName = NO_UNIT
    qualifier: QualifierKey = ""
    status: StatusKey
    period: Date | None = None
    period_words: Line | None = None
    as_of: Date
    source: Reference
    locator: Line
    printed: Line | None = None
    words: Line | None = None
    expires: Date | None = None
    audience: AudienceKey | None = None

    @property
    def bounds(self) -> tuple[Decimal, Decimal] | None:
        """Lowest and highest value, equal for a single one; None where the fact is no quantity."""
        if self.value is not None:
            return self.value, self.value
        if self.low is not None and self.high is not None:
            return self.low, self.high
        return None


class Acronym(Located):
    """An acronym's expansion. `source` is absent where the expansion is common knowledge rather than a source's."""

    expansion: Line
    definition: Line | None = None
    source: Reference | None = None


AcronymEntry = Annotated[Acronym, shorthand("expansion", Line | Acronym)]
"""An acronym, which may be written as its expansion alone."""


class Source(Located):
    """A source. `short` names it in source lines ("texte du 10 février 2026"); `url` is empty where it has none.

    `places` says how its places are counted: « § : paragraphes, titres exclus ».
    """

    title: Line
    short: Line
    date: Date
    author: Line | None = None
    publisher: Line | None = None
    places: Line | None = None
    url: Word = ""


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

    @property
    def said(self) -> Mapping[str, tuple[str, str]]:
        """Singular and plural in each language that units.yaml has; a plural is empty where it is not given."""
        french = self.singular.text, self.plural.text if self.plural else ""
        if self.english is None:
            return {"fr": french}
        return {"fr": french, "en": (self.english.text, self.english_plural.text if self.english_plural else "")}

    def words(self, language: str) -> tuple[str, str]:
        """Singular and plural in a language, those of `singular` where it has no others."""
        said = self.said
        return said.get(language, said["fr"])
