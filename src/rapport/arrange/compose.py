"""Which file composes which subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rapport.arrange.blocks import (
    agenda,
    chart,
    comparison,
    cover,
    divider,
    geography,
    image,
    key_figures,
    messages,
    people,
    reading,
    statement,
    status_key,
    table,
    timeline,
)
from rapport.arrange.page import SlidePage
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Agenda, Divider, OpeningTopic, ReadingTopic, Statement, Topic
from rapport.edition.blocks.figures import Chart, Comparison, Image, KeyFigures, Map, People, Table, Timeline
from rapport.edition.blocks.words import Messages, StatusKey

Composer = Callable[[Any, Topic, SlideContext], tuple[SlidePage, ...]]

COMPOSERS: Mapping[type, Composer] = {
    OpeningTopic: cover.compose,
    Agenda: agenda.compose,
    Statement: statement.compose,
    Divider: divider.compose,
    ReadingTopic: reading.compose,
    KeyFigures: key_figures.compose,
    Table: table.compose,
    Chart: chart.compose,
    Timeline: timeline.compose,
    Comparison: comparison.compose,
    Messages: messages.compose,
    Image: image.compose,
    Map: geography.compose,
    People: people.compose,
    StatusKey: status_key.compose,
}


def compose(topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The pages of a topic, one at least."""
    return COMPOSERS[type(topic.subject)](topic.subject, topic, studio)
