"""A masked text through the rules of its style's language, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.language.typography.manuscript import Manuscript, revised
from rapport.language.typography.rule import Rule
from rapport.language.typography.style import Style


def compose(typed: Manuscript, style: Style, rules: Sequence[Rule]) -> Manuscript:
    """`typed` after every rule, in order."""
    characters = frozenset(typed.text)
    for rule in rules:
        if rule.applies(typed.text, characters) and (edits := tuple(rule.find(typed.text, style))):
            typed = revised(typed, edits)
            characters = frozenset(typed.text)
    return typed
