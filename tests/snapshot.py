"""An edition as canonical JSON."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

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
    if isinstance(value, Struct):
        pairs = asdict(value).items()
        content = {name: _plain(item) for name, item in pairs if item not in ((), "", None, False)}
        return {"_": type(value).__name__, **content}
    return value
