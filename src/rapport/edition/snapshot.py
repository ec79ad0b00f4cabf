"""An edition as canonical JSON."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from rapport.edition.edition import Edition
from rapport.edition.picture import Picture


def snapshot(edition: Edition) -> str:
    """The edition as JSON with sorted keys, empty fields left out, pictures as digests; ends with a newline."""
    return json.dumps(_plain(edition), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, Picture):
        return {"picture": value.name, "digest": value.digest}
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        content = {name: _plain(item) for name, item in pairs if item not in ((), "", None, False)}
        return {"_": type(value).__name__, **content}
    return value
