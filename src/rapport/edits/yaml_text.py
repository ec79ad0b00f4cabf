"""The text of a YAML file with a few words of one scalar changed, and nothing else: not a space, not a comment.

No dump: every emitter rewraps, requotes or respaces something. The words are exchanged in the text itself, and the
result is composed again to see that one scalar has changed and no other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, cast

import yaml
from msgspec import Struct

from rapport.edits.alignment import Splice
from rapport.origin import Origin

_LOADER: Any = yaml.SafeLoader
"""Its marks count characters."""


class ScalarText(Struct, frozen=True):
    """The words of a scalar as they stand in a file, and their place in its text."""

    start: int
    end: int
    raw: str


def scalar_at(text: str, origin: Origin) -> ScalarText | None:
    """The scalar that begins at a place; its header and quotes are left out. None where there is none."""
    for node in _scalars(text):
        mark = node.start_mark
        if (mark.line + 1, mark.column + 1) == (origin.line, origin.column):
            return _inside(text, node)
    return None


def _inside(text: str, node: yaml.ScalarNode) -> ScalarText:
    start, end, style = node.start_mark.index, node.end_mark.index, node.style or ""
    if style in ("'", '"'):
        start, end = start + 1, end - 1
    elif style in ("|", ">"):
        start = text.index("\n", start) + 1
        end = start + len(text[start:end].rstrip(" \n"))
    return ScalarText(start, end, text[start:end])


def spliced(text: str, splices: Iterable[Splice]) -> str | None:
    """The text with its splices made; None where that would change more than the scalars they are in."""
    changed, touched = text, set()
    for splice in sorted(splices, reverse=True):
        index, node = _holding(text, splice)
        touched.add(index)
        new = changed[: splice.start] + _escaped(splice.text, node.style or "") + changed[splice.end :]
        if not (node.style or "") and not _same_shape(text, new, touched):
            new = _quoted(changed, node, splice)
        changed = new
    return changed if _same_shape(text, changed, touched) else None


def _holding(text: str, splice: Splice) -> tuple[int, yaml.ScalarNode]:
    found = ((i, node) for i, node in enumerate(_scalars(text)) if _holds(node, splice))
    return next(found)


def _holds(node: yaml.ScalarNode, splice: Splice) -> bool:
    return bool(node.start_mark.index <= splice.start and splice.end <= node.end_mark.index)


def _escaped(words: str, style: str) -> str:
    if style == '"':
        return json.dumps(words, ensure_ascii=False)[1:-1]
    return words.replace("'", "''") if style == "'" else words


def _quoted(text: str, node: yaml.ScalarNode, splice: Splice) -> str:
    """Words that YAML would read as its own syntax put the whole scalar between quotes."""
    start, end = node.start_mark.index, node.end_mark.index
    value = text[start : splice.start] + splice.text + text[splice.end : end]
    return text[:start] + json.dumps(value, ensure_ascii=False) + text[end:]


def _same_shape(old: str, new: str, touched: set[int]) -> bool:
    """Whether two texts hold the same scalars but for those touched, which stay texts."""
    try:
        before, after = _values(old), _values(new)
    except yaml.YAMLError:
        return False
    return len(before) == len(after) and all(
        one[0] == other[0] and (one == other or index in touched)
        for index, (one, other) in enumerate(zip(before, after, strict=True))
    )


def _values(text: str) -> Sequence[tuple[str, str]]:
    return [(node.tag, node.value) for node in _scalars(text)]


@lru_cache(maxsize=64)
def _scalars(text: str) -> tuple[yaml.ScalarNode, ...]:
    """The scalars of a text, keys included, in its order. One file is asked for each of its words that change."""
    return tuple(_composed(text))


def _composed(text: str) -> Iterator[yaml.ScalarNode]:
    pending = [yaml.compose(text, Loader=_LOADER)]
    while pending:
        node = pending.pop()
        if isinstance(node, yaml.MappingNode):
            pending.extend(part for pair in reversed(node.value) for part in reversed(pair))
        elif isinstance(node, yaml.SequenceNode):
            pending.extend(reversed(node.value))
        elif node is not None:
            yield cast("yaml.ScalarNode", node)
