"""A scalar of a content file, before anyone has said what it means.

Nothing is guessed from its spelling: `on`, `12:30` and `0123` are characters until a model asks for a truth value,
a number or a date.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, LiteralString

from msgspec import Struct
from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from rapport.audience import AUDIENCES, Audience
from rapport.model.partial_date import PartialDate, Precision
from rapport.model.prose import Prose
from rapport.origin import NOWHERE, Origin

Style = Literal["plain", "flow", "quoted", "block"]
"""How a scalar was written; `flow` is a plain one between the brackets of a list."""


MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")
CLOCK = re.compile(r"\d{1,2}:\d{2}")
NUMBER = re.compile(r"[-+]?\d[\d_]*(?:\.\d+)?")
LONGEST_NUMBER = 40
"""Characters; a longer one is a slip of the key, and no sum is that large."""


class Scalar(Struct, frozen=True):
    """Characters, how they were written, where, and the raw slice of the file.

    `lost` is what follows ` #` on the line of a plain scalar: a comment to YAML, perhaps the end of an author's text.
    """

    text: str
    style: Style
    origin: Origin
    raw: str = ""
    lost: str = ""


def fault(code: LiteralString, **context: str) -> PydanticCustomError:
    """A fault of one scalar; `read` turns its code and context into a French message and a hint."""
    return PydanticCustomError(code, code, dict(context))


def as_word(value: Any) -> str:
    """The characters of a scalar, however written."""
    if not isinstance(value, Scalar):
        raise fault("word-expected")
    return value.text


def as_name(value: Any) -> str:
    """A word that says something."""
    word = as_word(value)
    if not word.strip():
        raise fault("text-empty")
    return word


def as_moment(value: Any) -> str:
    """A day and a time of day, `2026-02-10T18:30`."""
    text = as_word(value)
    try:
        datetime.fromisoformat(text if MOMENT.fullmatch(text) else "")
    except ValueError:
        raise fault("moment-expected", text=text) from None
    return text


def as_clock(value: Any) -> tuple[int, int]:
    """A time of day, `09:30`: hour and minute."""
    text = as_word(value)
    hour, _, minute = text.partition(":")
    if not CLOCK.fullmatch(text) or int(hour) > 23 or int(minute) > 59:
        raise fault("clock-expected", text=text)
    return int(hour), int(minute)


class Key(str):
    """The key of something written elsewhere: a fact, a source, a section, a file. It knows where it was typed."""

    __slots__ = ("origin",)
    origin: Origin

    def __new__(cls, text: str, origin: Origin = NOWHERE) -> Key:
        """A key with its place."""
        key = super().__new__(cls, text)
        key.origin = origin
        return key


def as_key(value: Any) -> Key:
    """The characters of a scalar, and their place."""
    return Key(as_name(value), value.origin)


def as_prose(value: Any) -> Prose:
    """Prose, which must be quoted or a block: unquoted, YAML would read part of it as its own syntax."""
    if not isinstance(value, Scalar):
        raise fault("prose-expected")
    if value.style in ("plain", "flow"):
        raise fault("prose-unquoted", text=f"{value.text} {value.lost}".strip())
    if not value.text.strip():
        raise fault("text-empty")
    return Prose(_parted(value), value.origin, value.raw)


def as_cell(value: Any) -> Prose:
    """Prose, or quotes around nothing: a table may have nothing to say in a cell."""
    if isinstance(value, Scalar) and value.style not in ("plain", "flow") and not value.text.strip():
        return Prose("", value.origin, value.raw)
    return as_prose(value)


PASTED: dict[int, str | None] = {
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad")),
    **dict.fromkeys(map(ord, "\t\u2028\u2029"), " "),
    0x2011: "-",
}
"""What comes with pasted words and prints nothing, or what a keyboard has a plain sign for."""


def as_typed(text: str) -> str:
    """The text without the marks that word processors hide in it, its letters composed."""
    return unicodedata.normalize("NFC", text.translate(PASTED))


def _parted(value: Scalar) -> str:
    """The text with its paragraphs separated by a blank line, of which YAML's folding (`>-`) leaves one line break."""
    text = as_typed(value.text).strip()
    return text.replace("\n", "\n\n") if value.raw.startswith(">") else text


def as_line(value: Any) -> Prose:
    """A few words, which may be unquoted as long as YAML has swallowed none of them.

    Between the brackets of a list, where a comma parts texts, one word may.
    """
    if not isinstance(value, Scalar):
        raise fault("prose-expected")
    if (value.style == "flow" and " " in value.text) or (value.style in ("plain", "flow") and value.lost):
        raise fault("prose-unquoted", text=f"{value.text} {value.lost}".strip())
    if not value.text.strip():
        raise fault("text-empty")
    return Prose(as_typed(value.text).strip(), value.origin, value.raw)


def as_keyword(value: Any) -> Prose:
    """A word of a list whose commas part one from the next, however it is written."""
    name = as_name(value)
    return Prose(as_typed(name).strip(), value.origin, value.raw)


def as_choice(value: Any) -> Prose:
    """A name that keeps its place: whether it is one of those admitted shows later."""
    name = as_name(value)
    return Prose(name, value.origin, name)


def as_number(value: Any) -> Decimal:
    """A number typed with a decimal point and, for reading, underscores between thousands."""
    text = as_word(value)
    if not NUMBER.fullmatch(text) or len(text) > LONGEST_NUMBER:
        raise fault("number-expected", text=text if len(text) <= LONGEST_NUMBER else f"{text[:LONGEST_NUMBER]}…")
    return Decimal(text.replace("_", ""))


def as_truth(value: Any) -> bool:
    """`true` or `false`, nothing else."""
    text = as_word(value)
    if text not in ("true", "false"):
        raise fault("truth-expected", text=text)
    return text == "true"


def as_date(value: Any) -> PartialDate:
    """A date, as exact as the author knows it: see `model.partial_date`."""
    text = as_word(value)
    try:
        return PartialDate.parse(text)
    except ValueError:
        raise fault("date-expected", text=text) from None


def as_day(value: Any) -> PartialDate:
    """A date known to the day."""
    date = as_date(value)
    if date.precision is not Precision.DAY or date.time:
        raise fault("day-expected", text=as_word(value))
    return date


class ReadBy(Struct, frozen=True, eq=False):
    """How a scalar is read: `read` makes its value or raises its fault, `told` is the JSON Schema that editors show.

    That is the whole validation: pydantic need not look at what the value is made of.
    """

    read: Callable[[Any], Any]
    told: Mapping[str, Any]

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, _core: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return dict(self.told)


def _told(description: str, pattern: str = "", *, number: bool = False) -> Mapping[str, Any]:
    """What an editor says of a scalar. YAML 1.2, which editors read, takes 2_600_000_000 for a string."""
    schema: dict[str, Any] = {"type": ["string", "number"] if number else "string", "description": description}
    return schema | ({"pattern": pattern} if pattern else {"minLength": 1})


def one_of(*words: str) -> ReadBy:
    """How one of the words admitted is read."""

    def read(value: Any) -> str:
        word = as_word(value)
        if word not in words:
            raise fault("literal_error", expected=", ".join(words))
        return word

    return ReadBy(read, {"enum": list(words)})


AudienceKey = Annotated[Audience, one_of(*AUDIENCES)]
"""For whom something is meant."""
Word = Annotated[str, ReadBy(as_name, _told("Un mot ou une clé.", number=True))]
Choice = Annotated[Prose, ReadBy(as_choice, _told("Un mot parmi ceux qui sont admis.", number=True))]
Moment = Annotated[
    str,
    ReadBy(
        as_moment,
        _told("Un jour et une heure\u00a0: 2026-02-10T18:30.", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$"),
    ),
]
Clock = Annotated[
    tuple[int, int], ReadBy(as_clock, _told("Une heure\u00a0: 09:30.", r"^[0-9]{1,2}:[0-9]{2}$", number=True))
]
Reference = Annotated[Key, ReadBy(as_key, _told("La clé de ce qui est écrit ailleurs."))]
UnitName = Annotated[Key, ReadBy(as_key, _told("Une unité du guide, de units.yaml, ou ce qui est compté."))]
Text = Annotated[Prose, ReadBy(as_prose, _told("Un texte entre guillemets, ou un bloc «\u00a0>-\u00a0»."))]
CellText = Annotated[Prose, ReadBy(as_cell, {"type": "string", "description": 'Un texte entre guillemets, ou "".'})]
Keyword = Annotated[Prose, ReadBy(as_keyword, _told("Quelques mots, sans virgule.", number=True))]
Line = Annotated[
    Prose,
    ReadBy(
        as_line,
        _told("Quelques mots, entre guillemets s’ils contiennent «\u00a0:\u00a0» ou «\u00a0#\u00a0».", number=True),
    ),
]
Number = Annotated[
    Decimal,
    ReadBy(as_number, _told("Un nombre, avec un point décimal.", r"^[-+]?[0-9][0-9_]*(\.[0-9]+)?$", number=True)),
]
Truth = Annotated[bool, ReadBy(as_truth, {"type": "boolean"})]
DATES = (
    "2026, 2026-06, 2026-02-10, 2026-02-10T18:30, 2026-02-18/19, end-2027, by-2030, since-2024, 2026-Q1, 2026-H1, "
    "2026-W12"
)
Date = Annotated[
    PartialDate,
    ReadBy(
        as_date,
        _told(
            f"Une date\u00a0: {DATES}.",
            r"^([0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2})?)?)?(/[0-9-]+)?|(early|mid|end)-[0-9]{4}|(by|since|before|after)-[0-9]{4}(-[0-9]{2}){0,2}|[0-9]{4}-(Q[1-4]|H[12]|W[0-9]{2}))$",
            number=True,
        ),
    ),
]
Day = Annotated[PartialDate, ReadBy(as_day, _told("Un jour\u00a0: 2026-02-10.", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))]
