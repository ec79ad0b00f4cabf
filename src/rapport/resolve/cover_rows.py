"""A sign for each fact on the cover: a row for each group of facts, or for each section where there are no groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapport.edition.edition import CoverRow, EditionSection, Note
from rapport.edition.text import Text, evidence, plain
from rapport.resolve.blocks.made import ShownFacts, fact_groups
from rapport.resolve.context import ResolveContext, status
from rapport.resolve.inline import note_key, text_of

REPEATING = ("divider", "annex")
"""Kinds of sections that mostly repeat what others show."""
MOST_LINES, LINE = 16, 42
"""Lines of names on the ground of the cover, under all that may restrict it, and characters on one of them (four
columns of bold type).
"""


def cover_rows(
    sections: Sequence[EditionSection], notes: Sequence[Note], shown: ShownFacts, context: ResolveContext
) -> tuple[CoverRow, ...]:
    """The rows in the order in which the document meets them; `notes` are those that sections call.

    Facts that all stand in one group are told apart by the section that shows them first: one row of a hundred signs
    would say nothing. Of more rows than have room for their names, the signs alone are left.
    """
    groups = fact_groups(context, shown)
    divided = tuple(_by_section(sections, notes, context)) if len(groups) == 1 else ()
    rows = divided if len(divided) > 1 else groups
    if sum(1 + len(plain(title)) // LINE for title, _ in rows) > MOST_LINES:
        rows = [((), [key for _, keys in rows for key in keys])]
    return tuple(
        CoverRow(title, tuple(status(context.fact(key).status, context) for key in keys)) for title, keys in rows
    )


def _by_section(
    sections: Sequence[EditionSection], notes: Sequence[Note], context: ResolveContext
) -> Iterator[tuple[Text, list[str]]]:
    """Each section's title with the facts that no section before it shows; what repeats others has what is left."""
    told: set[str] = set()
    for section in sorted(sections, key=lambda section: section.kind in REPEATING):
        called = tuple(note.text for note in notes if note.key.startswith(note_key(section.key, "")))
        own = [key for key in dict.fromkeys(proof.fact for proof in evidence((section, called))) if key not in told]
        told.update(own)
        if own:
            yield text_of(context.content.sections[section.key].title, context, section.key), own
