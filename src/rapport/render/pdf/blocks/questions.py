"""Questions and answers, each pair kept whole."""

from __future__ import annotations

from rapport.edition.blocks.questions import Question, Questions
from rapport.render.pdf.blocks.context import Context, Room
from rapport.render.pdf.blocks.setting import Voice, rule_box, text_boxes
from rapport.render.pdf.composer.galley import Galley
from rapport.render.pdf.composer.vertical import Glue, VerticalItem, whole


def set_questions(context: Context, block: Questions, room: Room) -> tuple[Galley, ...]:
    """The pairs, a hairline above each."""
    pairs = [item for question in block.items for item in _pair(context, question, room)]
    return (Galley(room.lane, (Glue(context.look.gaps.small), *pairs)),)


def _pair(context: Context, question: Question, room: Room) -> tuple[VerticalItem, ...]:
    styles = context.look.type
    asked = text_boxes(context, question.question, Voice(styles.question, room.strip, room.element.child("H3")))
    answer = text_boxes(context, question.answer, Voice(styles.answer, room.strip, room.element.child("P")))
    rule = rule_box(context.look.rules.hairline, room.strip)
    kept = whole((rule, Glue(styles.question.space_before), *asked, Glue(styles.question.space_after), *answer))
    return *kept, Glue(styles.answer.space_after)
