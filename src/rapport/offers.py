"""What a shell that completes proposes: the names of briefings, the keys of facts."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable

FACT = re.compile(r"^([a-z0-9-]+):", re.MULTILINE)
"""The first words of a file of facts, as good as read for a shell that completes."""

Completer = Callable[..., list[str]]


def offers(action: argparse.Action, completer: Completer) -> None:
    """What a shell that completes proposes for an argument; argcomplete looks for this attribute."""
    setattr(action, "completer", completer)  # noqa: B010  # argparse declares no such attribute


def briefing_names(parsed_args: argparse.Namespace, **_unused: object) -> list[str]:
    """The briefings of the content folder."""
    return sorted(path.stem for path in (parsed_args.content / "briefings").glob("*.yaml"))


def fact_keys(parsed_args: argparse.Namespace, **_unused: object) -> list[str]:
    """The facts of the content folder, read by their looks alone: no library is loaded to complete a word."""
    texts = (
        path.read_text(encoding="utf-8", errors="replace") for path in (parsed_args.content / "facts").glob("*.yaml")
    )
    return sorted(key for text in texts for key in FACT.findall(text) if key != "group")
