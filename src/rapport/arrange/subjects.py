"""What becomes of each kind of subject on slides: its composer, and its layout in an organisation's template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from rapport.arrange.blocks.cards import compose_messages, compose_people
from rapport.arrange.blocks.comparison import compose_comparison
from rapport.arrange.blocks.cover import compose_opening
from rapport.arrange.blocks.geography import compose_map
from rapport.arrange.blocks.house import compose_cover, compose_opener
from rapport.arrange.blocks.key_figures import compose_key_figures
from rapport.arrange.blocks.openings import compose_agenda, compose_divider
from rapport.arrange.blocks.reading import compose_reading
from rapport.arrange.blocks.statement import compose_statement
from rapport.arrange.blocks.status_key import compose_status_key
from rapport.arrange.blocks.table import compose_table
from rapport.arrange.blocks.timeline import compose_timeline
from rapport.arrange.blocks.visuals import compose_chart, compose_image
from rapport.arrange.page import SlidePage
from rapport.arrange.studio import SlideContext
from rapport.arrange.topic import Agenda, Divider, OpeningTopic, ReadingTopic, Statement, Subject, Topic
from rapport.edition.blocks import figures, surroundings
from rapport.edition.blocks import words as wording
from rapport.look.house import HouseLayout, Role

Composer = Callable[[Any, Topic, SlideContext], tuple[SlidePage, ...]]


class SubjectForm(Struct, frozen=True):
    """How a kind of subject is composed, and the role that its slides have among the layouts of a template.

    `housed` composes it there; None where that is no other way.
    """

    compose: Composer
    role: Role
    housed: Composer | None = None


SUBJECTS: Mapping[type[Subject], SubjectForm] = MappingProxyType(
    {
        OpeningTopic: SubjectForm(compose_opening, "cover", compose_cover),
        Agenda: SubjectForm(compose_agenda, "agenda"),
        Statement: SubjectForm(compose_statement, "statement"),
        Divider: SubjectForm(compose_divider, "opener", compose_opener),
        ReadingTopic: SubjectForm(compose_reading, "content"),
        figures.KeyFigures: SubjectForm(compose_key_figures, "figures"),
        figures.Table: SubjectForm(compose_table, "table"),
        figures.Chart: SubjectForm(compose_chart, "chart"),
        figures.Timeline: SubjectForm(compose_timeline, "visual"),
        figures.Comparison: SubjectForm(compose_comparison, "columns"),
        figures.Image: SubjectForm(compose_image, "visual"),
        surroundings.Map: SubjectForm(compose_map, "visual"),
        wording.Messages: SubjectForm(compose_messages, "visual"),
        surroundings.People: SubjectForm(compose_people, "people"),
        wording.StatusKey: SubjectForm(compose_status_key, "visual"),
    }
)


def compose(topic: Topic, studio: SlideContext) -> tuple[SlidePage, ...]:
    """The pages of a topic, one at least."""
    form = SUBJECTS[type(topic.subject)]
    composer = form.housed if studio.house and form.housed else form.compose
    return composer(topic.subject, topic, studio)


def layout_of(topic: Topic, studio: SlideContext) -> HouseLayout | None:
    """The layout of a topic's slides; None without a template."""
    if studio.house is None:
        return None
    subject = topic.subject
    quoted = isinstance(subject, ReadingTopic) and bool(subject.blocks) and isinstance(subject.blocks[0], wording.Quote)
    return studio.house.layout_of(topic.key, "quote" if quoted else SUBJECTS[type(subject)].role)


def on_layout(topic: Topic, studio: SlideContext) -> SlideContext:
    """The studio with the looks of the topic's layout; unchanged when there is no template."""
    layout = layout_of(topic, studio)
    return studio if layout is None else replace(studio, look=layout.look)
