"""Edits that reword one text, each otherwise: none of them is written, and their author is told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapport.edits.change import Change
from rapport.project.finder import Edit

MOST = 60
"""Characters that are repeated of another wording."""


def conflicts(pairs: Iterable[tuple[Edit, Edit]]) -> dict[Edit, str]:
    """Why each edit of some pairs is kept: the first of those that meet names the others, these refer to it."""
    groups: list[list[Edit]] = []
    for pair in pairs:
        met = [group for group in groups if any(edit in group for edit in pair)]
        groups = [group for group in groups if group not in met]
        groups.append(list(dict.fromkeys(edit for group in (*met, pair) for edit in group)))
    return {edit: reason for group in groups for edit, reason in _reasons(group)}


def _reasons(group: list[Edit]) -> Iterator[tuple[Edit, str]]:
    first, *others = group
    told = ", ".join(_told(edit.change) for edit in others)
    yield first, f"en conflit avec\u00a0: {told}\u00a0; rien n’est récrit, gardez l’une des rédactions"
    yield from ((edit, f"en conflit avec\u00a0: {_told(first.change)}") for edit in others)


def _told(change: Change) -> str:
    """Where a change is, as far as it is on a slide, and what it says."""
    number = change.slide or change.now
    place = f"diapositive\u00a0{number}{', commentaires' if change.kind == 'notes' else ''}, " if number else ""
    words = change.after if len(change.after) <= MOST else f"{change.after[:MOST].rstrip()}…"
    return f"{place}«\u00a0{words}\u00a0»"
