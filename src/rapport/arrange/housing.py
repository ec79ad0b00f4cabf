"""Which layout of an organisation's template a topic stands on, and the studio for it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Agenda, Divider, OpeningTopic, ReadingTopic, Statement, Topic
from rapport.edition.blocks.figures import Chart, Comparison, Image, KeyFigures, Table, Timeline
from rapport.edition.blocks.surroundings import Map, People
from rapport.edition.blocks.words import Messages, Quote, StatusKey
from rapport.look.house import HouseLayout, Role

ROLES: Mapping[type, Role] = {
    OpeningTopic: "cover",
    Agenda: "agenda",
    Statement: "statement",
    Divider: "opener",
    ReadingTopic: "content",
    KeyFigures: "figures",
    Table: "table",
    Chart: "chart",
    Timeline: "visual",
    Comparison: "columns",
    Messages: "visual",
    Image: "visual",
    Map: "visual",
    People: "people",
    StatusKey: "visual",
}
"""The role of a subject's slides."""


def layout_of(topic: Topic, studio: SlideContext) -> HouseLayout | None:
    """The layout of a topic's slides; None without a template."""
    if studio.house is None:
        return None
    subject = topic.subject
    quoted = isinstance(subject, ReadingTopic) and bool(subject.blocks) and isinstance(subject.blocks[0], Quote)
    return studio.house.layout_of(topic.key, "quote" if quoted else ROLES[type(subject)])


def on_layout(topic: Topic, studio: SlideContext) -> SlideContext:
    """The studio with the looks of the topic's layout; as it is without a template."""
    layout = layout_of(topic, studio)
    return studio if layout is None else replace(studio, look=layout.look)
