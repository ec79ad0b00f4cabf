"""Inline text of an edition (flat spans, final words, how far along its figures are); all of it, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import replace

from rapport.origin import NOWHERE, Origin


class Status(Struct, frozen=True):
    """A status key of the content (`achieved`, `promised`, ...) and the word the reader sees ("Réalisé")."""

    key: str
    word: str


NO_STATUS = Status("", "")


class Evidence(Struct, frozen=True):
    """The fact a figure prints, and where it comes from.

    `fact` is the fact's key in the content; `form` the form it is printed in (`full`, `short`, `value`, ...).
    `low` and `high` are the quantity in its base unit (equal for a single value); both are None for a fact that is
    a date, a name or fixed words. `source` and `locator` say where the figure stands ("bilan-ia-2026", "§ 4").
    """

    fact: str
    form: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    qualifier: str = ""
    status: str = ""
    source: str = ""
    locator: str = ""


Emphasis = Literal["none", "emphasis", "strong", "quiet"]
"""How a run stands out; what is quiet stands back, grey and of the lightest weight."""
Position = Literal["baseline", "superscript", "subscript"]


class Span(Struct, frozen=True, eq=False):
    """A run of typeset characters that share one meaning.

    `language` is a BCP 47 tag, empty where the edition's own language holds. `link` is a URI, or `#anchor` for a
    place in the document; empty for none. `expansion` is what an acronym stands for. `note` is the key of the
    footnote called here (the text is then its mark). `evidence` is present on every printed figure, None elsewhere.
    `cited` is a source named here, its key and the place in it; empty elsewhere. A `gloss` says in print what an
    acronym stands for: words of the program's, which no author typed here.
    `origin` says where an author wrote the words; the same words written elsewhere are equal.
    """

    text: str
    emphasis: Emphasis = "none"
    position: Position = "baseline"
    language: str = ""
    link: str = ""
    expansion: str = ""
    note: str = ""
    evidence: Evidence | None = None
    cited: tuple[str, ...] = ()
    gloss: bool = False
    origin: Origin = NOWHERE

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self._said == other._said

    def __hash__(self) -> int:
        return hash(self._said)

    @property
    def _said(self) -> tuple[object, ...]:
        """All but the origin."""
        return (
            self.text,
            self.emphasis,
            self.position,
            self.language,
            self.link,
            self.expansion,
            self.note,
            self.evidence,
            self.cited,
            self.gloss,
        )


Text = tuple[Span, ...]

SCARCE, SPOKEN = "where room is scarce", "said aloud"
"""Marks of fields that only some readers meet."""
KEPT = "kept on slides"
"""Mark of fields whose words a deck may lay out as it likes, but not lose."""
KeptText = Annotated[Text, KEPT]
KeptTexts = Annotated[tuple[Text, ...], KEPT]
RUNNING = "runs on"
"""Mark of fields whose texts run on: in a line of theirs there is room for what an acronym stands for."""
RunningText = Annotated[Text, RUNNING]
KeptRunningText = Annotated[Text, KEPT, RUNNING]
KeptRunningTexts = Annotated[tuple[Text, ...], KEPT, RUNNING]
ScarceText = Annotated[Text, SCARCE]
"""What stands in for another text where room is scarce."""
Speech = Annotated[tuple[Text, ...], SPOKEN]
"""Paragraphs that the speaker says."""


def plain(text: Iterable[Span]) -> str:
    """The characters of a text, without the footnote marks."""
    return "".join(span.text for span in text if not span.note)


def says_the_same(one: Text, other: Text) -> bool:
    """Whether two titles have the same words in the same order, whatever stands between them."""
    return _letters(one) == _letters(other)


def _letters(text: Text) -> str:
    return "".join(filter(str.isalnum, plain(text).casefold()))


def words(string: str) -> Text:
    """A text of one unadorned span; empty for an empty string."""
    return (Span(string),) if string else ()


def strong(text: Text) -> Text:
    """The same text with strong emphasis throughout."""
    return tuple(replace(span, emphasis="strong") for span in text)


def lowered(span: Span, places: tuple[tuple[int, int], ...]) -> Text:
    """The span with some of its characters as subscripts: the figures of a formula."""
    edges = pairwise((0, *(edge for place in places for edge in place), len(span.text)))
    parts = (
        replace(span, text=span.text[start:end], position="subscript" if number % 2 else "baseline")
        for number, (start, end) in enumerate(edges)
    )
    return tuple(part for part in parts if part.text)


# Every text, span and evidence of an edition, in reading order.

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
