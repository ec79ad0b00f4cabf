"""What is said of a file from elsewhere that cannot be read."""

from __future__ import annotations

SPACES = " \u00a0\u202f"


class UnreadableError(Exception):
    """A document refused before it is read: damaged, or made to harm. The message is one French sentence."""


DAMAGE = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What following a part gives that is not of the form it should have."""


def quoted(text: str, limit: int = 60) -> str:
    """The text between guillemets, shortened in its middle where it is long."""
    if len(text) > limit:
        text = f"{text[: limit // 2].rstrip(SPACES)} … {text[-(limit // 3) :].lstrip(SPACES)}"
    return f"«\u00a0{text}\u00a0»"
