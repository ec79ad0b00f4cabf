"""A scalar of a content file, before anyone has said what it means.

Nothing is guessed from its spelling: `on`, `12:30` and `0123` are characters until a model asks for a truth value,
a number or a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, Literal, LiteralString

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from rapport.model.partial_date import PartialDate
from rapport.model.prose import Prose
from rapport.origin import Origin

Style = Literal["plain", "flow", "quoted", "block"]
"""How a scalar was written; `flow` is a plain one between the brackets of a list."""


NUMBER = re.compile(r"[-+]?\d[\d_]*(?:\.\d+)?")
LONGEST_NUMBER = 40
"""Characters; a longer one is a slip of the key, and no sum is that large."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """Characters, how they were written, where, and the raw slice of the file.

    `lost` is what follows ` #` on the line of a plain scalar: a comment to YAML, perhaps the end of an author's text.
    """

    text: str
    style: Style
    origin: Origin
    raw: str = field(default="", repr=False, compare=False)
    lost: str = ""


def fault(code: LiteralString, **context: str) -> PydanticCustomError:
    """A fault of one scalar; `read` turns its code and context into a French message and a hint."""
    return PydanticCustomError(code, code, dict(context))


def as_word(value: Any) -> str:
    """The characters of a scalar, however written."""
    if not isinstance(value, Scalar):
        raise fault("word-expected")
    return value.text


def as_prose(value: Any) -> Prose:
    """Prose, which must be quoted or a block: unquoted, YAML would read part of it as its own syntax."""
    if not isinstance(value, Scalar):
        raise fault("prose-expected")
    if value.style in ("plain", "flow"):
        raise fault("prose-unquoted", text=f"{value.text} {value.lost}".strip())
    return Prose(_parted(value), value.origin, value.raw)


def _parted(value: Scalar) -> str:
    """The text, its paragraphs parted by a blank line: YAML's folding (`>-`) leaves one line break of it."""
    text = value.text.strip()
    return text.replace("\n", "\n\n") if value.raw.startswith(">") else text


def as_line(value: Any) -> Prose:
    """A few words, which may be unquoted as long as YAML has swallowed none of them."""
    if not isinstance(value, Scalar):
        raise fault("prose-expected")
    if value.style == "flow" or (value.style == "plain" and value.lost):
        raise fault("prose-unquoted", text=f"{value.text} {value.lost}".strip())
    return Prose(value.text.strip(), value.origin, value.raw)


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


def _schema(description: str, pattern: str = "") -> WithJsonSchema:
    schema: dict[str, Any] = {"type": ["string", "number"], "description": description}
    if pattern:
        schema = {"type": "string", "description": description, "pattern": pattern}
    return WithJsonSchema(schema)


Word = Annotated[str, BeforeValidator(as_word), _schema("Un mot ou une clé.")]
Text = Annotated[
    Prose,
    BeforeValidator(as_prose),
    WithJsonSchema({"type": "string", "description": "Un texte entre guillemets, ou un bloc «\u00a0>-\u00a0»."}),
]
Line = Annotated[
    Prose,
    BeforeValidator(as_line),
    WithJsonSchema(
        {
            "type": ["string", "number"],
            "description": "Quelques mots, entre guillemets s’ils contiennent «\u00a0:\u00a0» ou «\u00a0#\u00a0».",
        }
    ),
]
Number = Annotated[
    Decimal,
    BeforeValidator(as_number),
    WithJsonSchema({"type": "number", "description": "Un nombre, avec un point décimal."}),
]
Truth = Annotated[bool, BeforeValidator(as_truth), WithJsonSchema({"type": "boolean"})]
Date = Annotated[
    PartialDate,
    BeforeValidator(as_date),
    _schema(
        "Une date\u00a0: 2026, 2026-06, 2026-02-10, 2026-02-18/19, end-2027, early-2026, by-2030, 2026-Q1, 2026-H1."
    ),
]
