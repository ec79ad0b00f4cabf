"""Blocks of words: paragraphs, lists, callouts, quotes, questions, messages, comparisons."""

from __future__ import annotations

from collections.abc import Iterable

from rapport.edition.blocks.figures import Comparison, Side
from rapport.edition.blocks.words import (
    Bullets,
    Callout,
    Heading,
    Item,
    Message,
    Messages,
    Paragraph,
    Question,
    Questions,
    Quote,
)
from rapport.edition.text import Span, Status, Text, evidence, strong
from rapport.language.languages import quotation_marks
from rapport.model.blocks.figures import ComparisonBlock, SideSpec
from rapport.model.blocks.words import (
    BulletsBlock,
    CalloutBlock,
    HeadingBlock,
    ListItem,
    MessagesBlock,
    MessageSpec,
    NumberedBlock,
    ParagraphBlock,
    PointsBlock,
    QuestionsBlock,
    QuestionSpec,
    QuoteBlock,
)
from rapport.model.prose import Prose
from rapport.resolve.context import ResolveContext, status
from rapport.resolve.inline import MarkupPiece, line_of, located, pieces, source_line, text_of, texts_of, typeset_pieces


def paragraph(block: ParagraphBlock, context: ResolveContext, section: str) -> tuple[Paragraph, ...]:
    """A paragraph for each paragraph of the prose."""
    return tuple(Paragraph(text, block.origin) for text in texts_of(block.paragraph, context, section))


def bullets(block: BulletsBlock, context: ResolveContext, section: str) -> tuple[Bullets, ...]:
    """A list of two levels."""
    return (Bullets(_items(block.bullets, context, section), origin=block.origin),)


def numbered(block: NumberedBlock, context: ResolveContext, section: str) -> tuple[Bullets, ...]:
    """A numbered list of two levels."""
    return (Bullets(_items(block.numbered, context, section), origin=block.origin, numbered=True),)


def _items(items: Iterable[ListItem], context: ResolveContext, section: str) -> tuple[Item, ...]:
    return tuple(
        Item(text_of(item.text, context, section), tuple(text_of(child, context, section) for child in item.items))
        for item in items
    )


def heading(block: HeadingBlock, context: ResolveContext, section: str) -> tuple[Heading, ...]:
    """A heading inside a section."""
    return (Heading(text_of(block.heading, context, section), block.origin),)


def points(block: PointsBlock, context: ResolveContext, section: str) -> tuple[Bullets, ...]:
    """A deck's short points; the brief has none."""
    if context.medium != "deck":
        return ()
    return (Bullets(tuple(Item(text_of(point, context, section)) for point in block.points), origin=block.origin),)


def callout(block: CalloutBlock, context: ResolveContext, section: str) -> tuple[Callout, ...]:
    """A callout, headed "Point d’attention" or "À savoir" where the author gives no heading."""
    title = (
        text_of(block.title, context) if block.title else line_of(context.furniture(f"callout-{block.tone}"), context)
    )
    return (Callout(title, text_of(block.callout, context, section), block.tone, block.origin),)


def quote(block: QuoteBlock, context: ResolveContext, section: str) -> tuple[Quote, ...]:
    """A quote, put between the language's marks."""
    attribution = text_of(block.attribution, context, section)
    return (Quote(quoted(block.quote, context, section), attribution, block.origin, to_say=True),)


def quoted(prose: Prose, context: ResolveContext, section: str) -> Text:
    """A prose between marks of the first level; those inside it become the second level."""
    opening, closing = quotation_marks(context.locale)
    marked = (MarkupPiece(text=opening), *pieces(prose.text), MarkupPiece(text=closing))
    return located(typeset_pieces(marked, context, section), prose)


def questions(block: QuestionsBlock, context: ResolveContext, section: str) -> tuple[Questions, ...]:
    """Questions and answers."""
    return (Questions(tuple(_question(item, context, section) for item in block.questions), block.origin),)


def _question(item: QuestionSpec, context: ResolveContext, section: str) -> Question:
    """A question, what to say, then under their names the way on and the limit."""
    named = (("bridge", item.bridge), ("limit", item.limit))
    more = tuple(_named(name, prose, context, section) for name, prose in named if prose is not None)
    question, answer = text_of(item.question, context, section), text_of(item.answers, context, section)
    return Question(question, answer, item.origin, more)


def _named(name: str, prose: Prose, context: ResolveContext, section: str) -> Text:
    return (*strong(line_of(context.furniture(name), context)), Span(" "), *text_of(prose, context, section))


def messages(block: MessagesBlock, context: ResolveContext, section: str) -> tuple[Messages, ...]:
    """Messages, each with the statuses of the figures it prints."""
    items = tuple(_message(item, context, section) for item in block.messages)
    return (Messages(items, text_of(block.title, context), source_line(items, context), block.origin),)


def _message(item: MessageSpec, context: ResolveContext, section: str) -> Message:
    title, text = text_of(item.title, context, section), text_of(item.text, context, section)
    return Message(title, text, _statuses(text, context), item.origin)


def _statuses(text: Text, context: ResolveContext) -> tuple[Status, ...]:
    keys = dict.fromkeys(shown.status for shown in evidence(text))
    return tuple(status(key, context) for key in keys)


def comparison(block: ComparisonBlock, context: ResolveContext, section: str) -> tuple[Comparison, ...]:
    """Sides beside each other."""
    sides = tuple(_side(side, context, section) for side in block.comparison)
    remark = text_of(block.remark, context, section)
    return (Comparison(sides, remark, source_line((sides, remark), context), block.origin),)


def _side(side: SideSpec, context: ResolveContext, section: str) -> Side:
    items = tuple(text_of(item, context, section) for item in side.items)
    title, detail = text_of(side.title, context, section), text_of(side.detail, context, section)
    return Side(title, detail, items, status(side.status, context))
