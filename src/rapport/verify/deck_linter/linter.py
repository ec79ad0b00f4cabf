"""All rules, and the run through them."""

from __future__ import annotations

from collections.abc import Iterator

from rapport.formats.unreadable import DAMAGE
from rapport.verify.deck_linter import active_rules, chart_rules, package_rules, shape_rules, text_rules
from rapport.verify.deck_linter.deck_file import DeckFile, LintRule, read_deck_file
from rapport.verify.report import Finding

RULES: tuple[LintRule, ...] = (
    *package_rules.RULES,
    *active_rules.RULES,
    *package_rules.PRESENTATION,
    *text_rules.TITLES,
    *shape_rules.RULES,
    *text_rules.ALTERNATIVES,
    *text_rules.RULES,
    *shape_rules.TABLES,
    *chart_rules.RULES,
)


def lint(data: bytes) -> tuple[Finding, ...]:
    """What the rules find in a deck, in their order; empty when it is sound.

    Raises `UnreadableError` for a file that is damaged or made to harm. The rules look at what schemas cannot say: it
    takes Microsoft's validator besides to know that a file is valid.
    """
    deck = read_deck_file(data)
    return tuple(finding for rule in RULES for finding in _found(rule, deck))


def active_in(data: bytes) -> tuple[Finding, ...]:
    """What runs in a deck, or fetches from elsewhere. Raises `UnreadableError`, as `lint` does."""
    deck = read_deck_file(data)
    return tuple(finding for rule in active_rules.RULES for finding in _found(rule, deck))


def _found(rule: LintRule, deck: DeckFile) -> Iterator[Finding]:
    """What a rule finds; parts so damaged that it cannot be followed are a finding too."""
    try:
        for remark in rule.check(deck):
            yield Finding(rule.code, remark.message, remark.place)
    except DAMAGE:
        yield Finding(rule.code, "le fichier est abîmé\u00a0: cette règle n’a pu être suivie jusqu’au bout")
