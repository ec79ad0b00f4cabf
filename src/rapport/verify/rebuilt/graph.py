"""Two graphs of PDF objects, walked side by side: numbers of objects, order of keys and compression play no part."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from decimal import Decimal

import pikepdf

from rapport.formats.unreadable import UnreadableError
from rapport.verify.pdf.stream import read_stream

STORAGE = frozenset(("/Length", "/Filter", "/DecodeParms", "/DL"))
"""How a stream is stored, not what it says (ISO 32000-1, table 5)."""
PICTURES = frozenset(("/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode"))
CLOSE, PART = Decimal("0.001"), Decimal("0.0001")
"""Programs write 595.28 as 595.27997: nobody sees a thousandth of a point, or a ten-thousandth of a number."""
LEAST = Decimal("0.00001")
"""The last place that programs write."""
MOST = 50
"""Differences told of one part; the rest would say no more."""

Path = tuple[str, ...]


class Graph:
    """Pairs of objects, each walked once."""

    def __init__(self) -> None:
        self.held: set[tuple[int, int]] = set()
        self.walked: dict[tuple[int, int], bool] = {}

    def hold(self, one: object, other: object) -> None:
        """Keeps a pair, such as two pages, to be compared by itself: whoever refers to one must refer to the other."""
        if isinstance(one, pikepdf.Object) and isinstance(other, pikepdf.Object) and one.is_indirect:
            self.held.add((one.objgen[0], other.objgen[0]))

    def differs(self, one: object, other: object) -> bool:
        """Whether two values differ, those walked before included."""
        return next(self.differences(one, other, again=True), None) is not None

    def differences(self, one: object, other: object, *, held: bool = False, again: bool = False) -> Iterator[Path]:
        """Where two values differ, as paths of keys. `held` walks a pair that is held; `again` tells a fault anew."""
        stack: list[tuple[object, object, Path]] = [(one, other, ())]
        known, count = self.walked, 0
        pairs: list[tuple[int, int]] = []
        while stack and count < MOST:
            first, second, path = stack.pop()
            pair = _pair(first, second)
            if pair is not None and (path or not held):
                if pair in self.held:
                    continue
                if pair in known:
                    if again and not known[pair]:
                        count += 1
                        yield path
                    continue
                known[pair] = True
                pairs.append(pair)
            fault = _step(first, second, path, stack)
            if fault is not None:
                count += 1
                for each in pairs:
                    known[each] = False
                yield fault


def _pair(one: object, other: object) -> tuple[int, int] | None:
    if isinstance(one, pikepdf.Object) and isinstance(other, pikepdf.Object) and one.is_indirect and other.is_indirect:
        return one.objgen[0], other.objgen[0]
    return None


def _step(one: object, other: object, path: Path, stack: list[tuple[object, object, Path]]) -> Path | None:
    """Compares two values and puts what they hold on the stack; the path where they differ."""
    if isinstance(one, pikepdf.Stream) and isinstance(other, pikepdf.Stream):
        if not same_data(one, other):
            return path
        _entries(one, other, path, stack, STORAGE)
    elif isinstance(one, pikepdf.Dictionary) and isinstance(other, pikepdf.Dictionary):
        _entries(one, other, path, stack, frozenset())
    elif isinstance(one, pikepdf.Array) and isinstance(other, pikepdf.Array):
        if len(one) != len(other):
            return path
        stack += [(first, second, path) for first, second in zip(list(one), list(other), strict=True)]
    elif not _same_value(one, other):
        return path
    return None


def _entries(
    one: pikepdf.Object,
    other: pikepdf.Object,
    path: Path,
    stack: list[tuple[object, object, Path]],
    skipped: frozenset[str],
) -> None:
    keys = (set(one.keys()) | set(other.keys())) - skipped
    stack += [(one.get(key), other.get(key), (*path, key)) for key in keys]


def _same_value(one: object, other: object) -> bool:
    numbers = (int, float, Decimal)
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, numbers) and isinstance(other, numbers):
        first, second = Decimal(str(one)), Decimal(str(other))
        return abs(first - second) <= min(CLOSE, max(LEAST, PART * abs(second)))
    if type(one) is not type(other):
        return False
    if isinstance(one, pikepdf.String) and isinstance(other, pikepdf.String):
        return bytes(one) == bytes(other) or str(one) == str(other)
    return bool(one == other)


def same_data(one: pikepdf.Stream, other: pikepdf.Stream) -> bool:
    """Whether two streams hold the same bytes, decoded; pictures as they are stored."""
    if _coded(one) or _coded(other):  # how a picture is unfolded gives it its colours
        stored = all(one.get(key) == other.get(key) for key in ("/Filter", "/DecodeParms"))
        return stored and bool(one.read_raw_bytes() == other.read_raw_bytes())
    first, second = read_stream(one), read_stream(other)
    if first == second:
        return True
    if one.get("/Subtype") == "/Form" and other.get("/Subtype") == "/Form":
        return _instructions([one]) == _instructions([other])
    return False


def same_stream(one: object, other: object) -> bool:
    """Whether two pages' contents, each a stream or several in turn, hold the same instructions."""
    first, second = _streams(one), _streams(other)
    if any(set(stream.keys()) - STORAGE for stream in first):  # a file from elsewhere in their place (7.3.8.2)
        return False
    data, wanted = (b"\n".join(map(read_stream, streams)) for streams in (first, second))
    return data == wanted or _instructions(first) == _instructions(second)


def _coded(stream: pikepdf.Stream) -> bool:
    filters = stream.get("/Filter")
    listed = list(filters) if isinstance(filters, pikepdf.Array) else [filters]
    return any(str(each) in PICTURES for each in listed if each is not None)


def _streams(contents: object) -> list[pikepdf.Stream]:
    listed = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    return [each for each in listed if isinstance(each, pikepdf.Stream)]


def _instructions(streams: list[pikepdf.Stream]) -> list[bytes]:
    """The instructions in one way of writing."""
    if not streams:
        return []
    scratch = pikepdf.new()
    joined = scratch.make_stream(b"\n".join(map(read_stream, streams)))
    try:
        with warnings.catch_warnings(action="error"):  # of what the parser has to mend
            parsed = pikepdf.parse_content_stream(joined)
        return pikepdf.unparse_content_stream(parsed).splitlines()
    except (pikepdf.PdfError, UserWarning, ValueError, TypeError) as error:
        raise UnreadableError("le contenu d’une page est illisible") from error
