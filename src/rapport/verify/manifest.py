"""What a pack says it holds."""

from __future__ import annotations

import json
import re
from typing import Any

from msgspec import Struct

from rapport.audience import AUDIENCES, Audience
from rapport.verify.finding import UnreadableError, quoted

NAME = "manifest.json"
FORMAT = 1
KEYS = ("briefing", "version", "content", "rapport")
DIGEST = re.compile(r"[0-9a-f]{64}")
MAX_SIZE = 16 << 20


class Listed(Struct, frozen=True):
    """A file of the pack as the manifest lists it; `digest` is its SHA-256 in hexadecimal."""

    name: str
    digest: str
    size: int


class Manifest(Struct, frozen=True):
    """The manifest of a pack: which briefing and version, from which content, by which program, for which audience."""

    briefing: str
    version: str
    content: str
    program: str
    files: tuple[Listed, ...]
    audience: Audience = "internal"


def read_manifest(data: bytes) -> Manifest:
    """Reads `manifest.json`. Raises `UnreadableError` for bad JSON, a key repeated or missing, another format."""
    if len(data) > MAX_SIZE:
        raise UnreadableError("manifeste démesuré")
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_unique)
        if value["format"] != FORMAT:
            raise UnreadableError(f"format de manifeste inconnu\u00a0: {quoted(str(value['format']))}")
        files = tuple(_listed(entry) for entry in value["files"])
        briefing, version, content, program = (_text(value[key]) for key in KEYS)
        return Manifest(briefing, version, content, program, files, _audience(value))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise UnreadableError("manifeste illisible\u00a0: ce n’est pas du JSON en UTF-8") from error
    except (KeyError, TypeError) as error:
        raise UnreadableError("manifeste incomplet ou mal formé") from error


def _audience(value: dict[str, Any]) -> Audience:
    """For whom the pack is; one of before there were audiences holds all."""
    named = _text(value.get("audience", AUDIENCES[0]))
    for audience in AUDIENCES:
        if audience == named:
            return audience
    raise UnreadableError(f"public visé inconnu\u00a0: {quoted(named)}")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object in which no key stands twice: two readers could each believe another one."""
    value = dict(pairs)
    if len(value) != len(pairs):
        raise UnreadableError("manifeste ambigu\u00a0: une clé y figure deux fois")
    return value


def _listed(entry: dict[str, Any]) -> Listed:
    name, digest, size = _text(entry["name"]), _text(entry["sha256"]), entry["size"]
    if not DIGEST.fullmatch(digest) or not isinstance(size, int) or isinstance(size, bool):
        raise UnreadableError(f"manifeste\u00a0: empreinte ou taille mal formée pour {quoted(name)}")
    return Listed(name, digest, size)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
