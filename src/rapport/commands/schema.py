"""`rapport schema`: the JSON Schema of the content, for editors."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from rapport.disk import write_one
from rapport.model.briefing import Briefing
from rapport.model.campaign import CampaignPlan
from rapport.model.content import Section
from rapport.model.fact import AcronymEntry, Fact, OwnUnit, Source
from rapport.model.translation import Translation

KINDS: dict[str, Any] = {
    "facts": Fact,
    "section": Section,
    "briefing": Briefing,
    "sources": Source,
    "acronyms": AcronymEntry,
    "units": OwnUnit,
    "translations": Translation,
    "campaign": CampaignPlan,
}
MAPPINGS = ("facts", "sources", "acronyms", "units")
"""Kinds of file that hold one entry per key."""
LISTS = ("translations",)
"""Kinds of file that hold a list of entries."""


class _Untitled(GenerateJsonSchema):
    """Properties without titles: "As Of" tells an author nothing that the key `as_of` beside it does not."""

    def field_title_should_be_set(self, _schema: Any) -> bool:
        return False


def run(arguments: argparse.Namespace) -> int:
    """Prints one schema or all, or writes one file for each kind."""
    if arguments.kind and arguments.kind not in KINDS:
        print(
            f"rapport\u00a0: genre inconnu\u00a0: «\u00a0{arguments.kind}\u00a0» (au choix\u00a0: {', '.join(KINDS)})",
            file=sys.stderr,
        )
        return 2
    schemas = {kind: schema_of(kind) for kind in KINDS if arguments.kind in (None, kind)}
    if arguments.output is None:
        shown = schemas[arguments.kind] if arguments.kind else schemas
        print(json.dumps(shown, ensure_ascii=False, indent=1))
        return 0
    for kind in schemas:
        write_one(arguments.output / f"{kind}.schema.json", schema_text(kind).encode())
    return 0


def schema_text(kind: str) -> str:
    """The schema of a kind as the file that editors read."""
    return json.dumps(schema_of(kind), ensure_ascii=False, indent=1) + "\n"


def schema_of(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one kind of file."""
    schema = TypeAdapter(KINDS[kind]).json_schema(schema_generator=_Untitled)
    if kind in LISTS:
        return {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array", "items": schema}
    if kind not in MAPPINGS:
        return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    definitions = schema.pop("$defs", {})
    properties = {"group": {"type": "string"}} if kind == "facts" else {}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": properties,
        "additionalProperties": schema,
        "$defs": definitions,
    }
