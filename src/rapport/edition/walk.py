"""Every text, span and evidence of an edition, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from rapport.edition.text import KEPT, RUNNING, SCARCE, Evidence, Span, Status, Text, plain
from rapport.origin import Origin

WORDLESS: frozenset[object] = frozenset((Origin, int, bool, float, bytes, Decimal, NoneType))
"""Values of these types hold no word."""
TEXTLESS: frozenset[object] = WORDLESS | {str, Status}
"""Values of these types hold neither a text nor evidence."""
LEAVES: frozenset[object] = frozenset((Span, Evidence, str))
"""What is looked for in all other values."""


def spans(value: Any) -> Iterator[Span]:
    """Every span in a value, depth first, in the order of fields."""
    return (leaf for leaf in _leaves(value, _with_texts) if isinstance(leaf, Span))


def places(value: Any) -> tuple[Origin, ...]:
    """Where the spans of a value were written, in order: equal texts may stand at other places."""
    return tuple([span.origin for span in spans(value)])


def spans_at_length(value: Any) -> Iterator[Span]:
    """Every span that a page shows: without those that stand in for others where room is scarce."""
    return (leaf for leaf in _leaves(value, _at_length) if isinstance(leaf, Span))


def evidence(value: Any) -> Iterator[Evidence]:
    """Every evidence in a value, those of spans included, in reading order; repeated as often as it is printed."""
    for leaf in _leaves(value, _with_texts):
        if isinstance(leaf, Evidence):
            yield leaf
        elif isinstance(leaf, Span) and leaf.evidence is not None:
            yield leaf.evidence


def places_cited(value: Any) -> Iterator[tuple[str, str]]:
    """Every source and place in it that a value rests on: those of its figures, and those that its words name."""
    for leaf in _leaves(value, _with_texts):
        proof = leaf.evidence if isinstance(leaf, Span) else leaf
        if isinstance(leaf, Span) and leaf.cited:
            yield leaf.cited[0], leaf.cited[1]
        elif isinstance(proof, Evidence):
            yield proof.source, proof.locator


def passages(value: Any) -> Iterator[Text]:
    """Every text in a value, with its spans, in reading order."""
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, tuple):
            if item and isinstance(item[0], Span):
                yield item
            else:
                pending.extend(reversed(item))
        elif not isinstance(item, Span):
            pending.extend([getattr(item, name) for name in _with_texts(item.__class__)])


def kept(value: Any) -> Iterator[Text]:
    """Every text in a value that a deck may not lose, in reading order."""
    if isinstance(value, tuple):
        yield from (text for each in value for text in kept(each))
    for name, whole in _kept_fields(value.__class__):
        yield from (passages if whole else kept)(getattr(value, name))


def strings(value: Any) -> Iterator[str]:
    """Every string a reader may meet: texts of spans and bare strings of blocks (numbers, labels, alternatives)."""
    for leaf in _leaves(value, _with_words):
        if isinstance(leaf, Span):
            yield leaf.text
        elif isinstance(leaf, str):
            yield leaf


def letters_of(value: Any) -> str:
    """All letters of a value: those of each text without its calls of notes, and of all that it has in a row."""
    return "\n".join((*texts(value), "".join(strings(value))))


def bare_strings(value: Any) -> Iterator[str]:
    """The bare strings of blocks and elements: numbers, chart labels, alternatives, names."""
    return (leaf for leaf in _leaves(value, _with_words) if isinstance(leaf, str))


def texts(value: Any) -> Iterator[str]:
    """Every text in a value as its characters, in reading order, calls of footnotes left out; bare strings are none."""
    return (plain(passage) for passage in passages(value))


def _leaves(value: Any, last_to_first: Callable[[type], tuple[str, ...]]) -> list[Any]:
    """Spans, evidence and bare strings, in order; all at once, for every text of an edition is walked many times."""
    pending, found = [value], []
    while pending:
        item = pending.pop()
        kind = item.__class__
        if isinstance(item, tuple):
            pending += item[::-1]
        elif kind in LEAVES or issubclass(kind, str):
            found.append(item)
        else:
            pending += [getattr(item, name) for name in last_to_first(kind)]
    return found


def text_fields(kind: type, without: Container[str] = ()) -> tuple[str, ...]:
    """The fields of a struct in which texts or evidence may stand, in order, but for those marked as in `without`.

    None for any other kind of value.
    """
    hints = _hints(kind)
    return tuple(name for name in _fields(kind, TEXTLESS) if not any(mark in without for mark in _marks(hints[name])))


@cache
def _with_texts(kind: type) -> tuple[str, ...]:
    return text_fields(kind)[::-1]


@cache
def _at_length(kind: type) -> tuple[str, ...]:
    return text_fields(kind, (SCARCE,))[::-1]


@cache
def running_fields(kind: type) -> tuple[tuple[str, bool], ...]:
    """The fields of a struct in which texts may stand, and whether those texts run on; none of a span."""
    hints = _hints(kind) if kind is not Span else {}
    return tuple((name, RUNNING in _marks(hints[name])) for name in text_fields(kind) if name in hints)


@cache
def _kept_fields(kind: type) -> tuple[tuple[str, bool], ...]:
    """The fields in which texts may stand, and whether all of them are kept."""
    hints = _hints(kind) if kind is not Span else {}
    return tuple((name, KEPT in _marks(hints[name])) for name in text_fields(kind) if name in hints)


@cache
def _with_words(kind: type) -> tuple[str, ...]:
    return _fields(kind, WORDLESS)[::-1]


def _fields(kind: type, without: Container[object]) -> tuple[str, ...]:
    return tuple(name for name, hint in _hints(kind).items() if not _is_one_of(hint, without))


@cache
def _hints(kind: type) -> dict[str, object]:
    """The types of a struct's fields; none for any other kind of value."""
    names = getattr(kind, "__struct_fields__", ())
    hints = get_type_hints(kind, include_extras=True) if names else {}
    return {name: hints[name] for name in names}


def _marks(hint: object) -> tuple[object, ...]:
    return get_args(hint)[1:] if get_origin(hint) is Annotated else ()


def _is_one_of(hint: object, kinds: Container[object]) -> bool:
    """Whether all values of a type are of these kinds, or tuples of such values."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _is_one_of(parts[0], kinds)
    if origin in (tuple, Union, UnionType):
        return all(part is ... or _is_one_of(part, kinds) for part in parts)
    return getattr(hint, "__supertype__", hint) in kinds
