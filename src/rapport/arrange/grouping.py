"""Which blocks of a section share a slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from msgspec import Struct

from rapport.arrange.topic import takes
from rapport.edition.blocks.words import Bullets, Heading, Paragraph, Passage
from rapport.edition.edition import Block, Visual


class TopicGroup(Struct, frozen=True):
    """Blocks that share a slide: a visual with the passages beside it, or passages alone."""

    visual: Visual | None
    passages: tuple[Passage, ...]


def group_blocks(blocks: Iterable[Block]) -> tuple[TopicGroup, ...]:
    """One visual per group; what is read joins the visual before it, else the one after it. Prose is left out."""
    groups: list[TopicGroup] = []
    for block in _shown(blocks):
        host = _host(groups, block)
        joined = _joined(groups[host], block) if groups else None
        if joined:
            groups[host] = joined
        else:
            groups.append(TopicGroup(block, ()) if isinstance(block, Visual) else TopicGroup(None, (block,)))
    return tuple(groups)


def _shown(blocks: Iterable[Block]) -> Iterator[Visual | Passage]:
    """The blocks that slides show: a heading over a visual, which has a title of its own, or over prose is not."""
    seen = [block for block in blocks if not isinstance(block, Paragraph)]
    for block, after in zip_longest(seen, seen[1:]):
        if not isinstance(block, Heading) or isinstance(after, Passage):
            yield block


def _host(groups: list[TopicGroup], block: Visual | Passage) -> int:
    """Which group a block may join: the last, or for points that it cannot take, an earlier visual that has none."""
    if isinstance(block, Bullets) and groups and groups[-1].visual and not takes(groups[-1].visual, block):
        for index, group in enumerate(groups):
            if group.visual and takes(group.visual, block) and not any(isinstance(p, Bullets) for p in group.passages):
                return index
    return -1


def _joined(group: TopicGroup, block: Visual | Passage) -> TopicGroup | None:
    """The group with the block, None where the block needs another slide."""
    if isinstance(block, Visual):
        joins = group.visual is None and all(takes(block, passage) for passage in group.passages)
        return TopicGroup(block, group.passages) if joins else None
    if group.visual is None or takes(group.visual, block):
        return TopicGroup(group.visual, (*group.passages, block))
    return None
