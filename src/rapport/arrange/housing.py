"""Which layout of an organisation's template a topic stands on, and the studio for it."""

from __future__ import annotations

from msgspec.structs import replace

from rapport.arrange.studio import SlideContext
from rapport.arrange.subjects import SUBJECTS
from rapport.arrange.topic import ReadingTopic, Topic
from rapport.edition.blocks.words import Quote
from rapport.look.house import HouseLayout


def layout_of(topic: Topic, studio: SlideContext) -> HouseLayout | None:
    """The layout of a topic's slides; None without a template."""
    if studio.house is None:
        return None
    subject = topic.subject
    quoted = isinstance(subject, ReadingTopic) and bool(subject.blocks) and isinstance(subject.blocks[0], Quote)
    return studio.house.layout_of(topic.key, "quote" if quoted else SUBJECTS[type(subject)].role)


def on_layout(topic: Topic, studio: SlideContext) -> SlideContext:
    """The studio with the looks of the topic's layout; as it is without a template."""
    layout = layout_of(topic, studio)
    return studio if layout is None else replace(studio, look=layout.look)
