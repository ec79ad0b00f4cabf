"""What acronyms stand for, at the foot of the first slide that shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from rapport.arrange.slide import TopicPage, foot_fits, with_note
from rapport.arrange.studio import SlideContext
from rapport.arrange.subjects import on_layout
from rapport.arrange.topic import Agenda, OpeningTopic
from rapport.edition.acronyms import acronym_note, explained_in, met_in
from rapport.edition.text import Text
from rapport.edition.walk import strings

UNREAD = (OpeningTopic, Agenda)
"""Subjects whose slides are passed over in a breath: their acronyms come again."""


def notes_of(
    leaves: Sequence[TopicPage], titles: Sequence[Text], acronyms: Mapping[str, str], studio: SlideContext
) -> Iterator[Text]:
    """For each slide, what the acronyms stand for that it is the first to show; empty for most."""
    pending = dict(acronyms)
    for leaf, title in zip(leaves, titles, strict=True):
        if not pending or isinstance(leaf.topic.subject, UNREAD):
            yield ()
            continue
        seen = tuple(strings((title, leaf.page.elements)))
        found = met_in(seen, pending)
        for key in explained_in("\n".join(seen), found):
            del pending[key], found[key]
        told = _fitting(found, leaf, on_layout(leaf.topic, studio))
        for key in told:
            del pending[key]
        yield acronym_note(told, studio.furniture)


def _fitting(found: Mapping[str, str], leaf: TopicPage, studio: SlideContext) -> dict[str, str]:
    """As many of the acronyms as the foot has room for beside the whole source line; the others wait for a next one."""
    for count in range(len(found), 0, -1):
        told = dict(islice(found.items(), count))
        if foot_fits(with_note(acronym_note(told, studio.furniture), leaf.topic.source), studio):
            return told
    return {}
