"""Identifiers that are the same in every build: GUIDs and creation numbers derived from what they name."""

from __future__ import annotations

import uuid

_NAMESPACE = uuid.UUID("c1a3f6de-6f0b-5b0e-9c55-0f1d8b7a2e44")


def guid(*names: str | int) -> str:
    """A GUID in the form Office wants: upper case, in braces (RFC 9562 version 5 of the joined names)."""
    return "{" + str(_uuid(names)).upper() + "}"


def number(*names: str | int) -> int:
    """A positive number below 2**31 that stands for the names, as `p14:creationId` wants it."""
    return _uuid(names).int % (2**31 - 1) + 1


def _uuid(names: tuple[str | int, ...]) -> uuid.UUID:
    return uuid.uuid5(_NAMESPACE, "/".join(map(str, names)))
