"""One quantity, range, date or name, and where it comes from."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from rapport.model.located import Located
from rapport.model.scalar import AudienceKey, Date, Key, Line, Number, Reference, UnitName, one_of
from rapport.origin import NOWHERE

STATUSES = (
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
)
QUALIFIERS = ("", "more-than", "at-least", "nearly", "about", "up-to", "less-than", "to-the-amount-of")

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
StatusKey = Annotated[StatusName, one_of(*STATUSES)]
QualifierKey = Annotated[
    Literal["", "more-than", "at-least", "nearly", "about", "up-to", "less-than", "to-the-amount-of"],
    one_of(*QUALIFIERS),
]

FORMS = ("full", "amount", "short", "value", "number", "unsigned", "signed", "from-to", "rounded", "status", "period")
"""The forms a fact may be asked in, `{fact:short}`; the first where none is asked."""

NO_UNIT = Key("", NOWHERE)
"""That of a bare number, and of what is no number."""


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
