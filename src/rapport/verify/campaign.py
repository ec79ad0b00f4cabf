"""The manifest of a campaign against the files handed out: what was altered, what is missing, what was added."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from rapport.formats.unreadable import quoted
from rapport.verify.report import Check, Finding

FORMAT = "campaign-1"
NAME, TITLE = "campaign", "Manifeste de la campagne"


def is_campaign(data: bytes) -> bool:
    """Whether the bytes of a manifest are a campaign's: that of a pack is another."""
    return f'"format": "{FORMAT}"'.encode() in data[:1024]


def check_campaign(data: bytes, files: Mapping[str, str]) -> Check:
    """Whether exactly the listed files are there, as they were made; `files` gives the digest of each by its name."""
    try:
        listed = _listed(data)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError, KeyError, TypeError):
        return Check(NAME, TITLE, 1, (Finding("campaign-unreadable", "ce n’est pas le manifeste d’une campagne"),))
    return Check(NAME, TITLE, len(listed), tuple(_findings(listed, files)))


def _listed(data: bytes) -> dict[str, str]:
    entries: list[dict[str, Any]] = json.loads(data.decode("utf-8"))["files"]
    listed = {str(entry["name"]): str(entry["sha256"]) for entry in entries}
    if len(listed) != len(entries):
        raise KeyError("a file listed twice")
    return listed


def _findings(listed: Mapping[str, str], files: Mapping[str, str]) -> Iterator[Finding]:
    for name, digest in listed.items():
        if name not in files:
            yield Finding("campaign-missing", f"fichier manquant\u00a0: {quoted(name)}")
        elif files[name] != digest:
            yield Finding("campaign-digest", f"{quoted(name)} n’a pas l’empreinte inscrite au manifeste")
    for name in sorted(set(files) - set(listed)):
        yield Finding("campaign-stranger", f"fichier hors manifeste\u00a0: {quoted(name)}")
