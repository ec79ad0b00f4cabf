"""Single and repeated damage to a sound input, of bytes and of its structure, as plain values hypothesis can shrink."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable, Sequence

from hypothesis import strategies as st
from msgspec import Struct

Change = Callable[[bytes, int, int, bytes], bytes]


class Damage(Struct, frozen=True):
    """What is done (`CHANGES`), where (0 to 1 of the length), over how many bytes, and what is put there."""

    change: str
    place: float
    size: int
    token: bytes

    def done(self, data: bytes) -> bytes:
        return CHANGES[self.change](data, int(self.place * len(data)), self.size, self.token)


def _flipped(data: bytes, place: int, size: int, _token: bytes) -> bytes:
    if place >= len(data):
        return data
    return data[:place] + bytes([data[place] ^ (1 << size % 8)]) + data[place + 1 :]


def _cut(data: bytes, place: int, _size: int, _token: bytes) -> bytes:
    return data[:place]


def _without(data: bytes, place: int, size: int, _token: bytes) -> bytes:
    return data[:place] + data[place + size :]


def _doubled(data: bytes, place: int, size: int, _token: bytes) -> bytes:
    return data[: place + size] + data[place:]


def _inserted(data: bytes, place: int, _size: int, token: bytes) -> bytes:
    return data[:place] + token + data[place:]


def _line_replaced(data: bytes, place: int, _size: int, token: bytes) -> bytes:
    start = data.rfind(b"\n", 0, place) + 1
    end = data.find(b"\n", place)
    return data[:start] + token + (data[end:] if end >= 0 else b"")


def _value_replaced(data: bytes, place: int, _size: int, token: bytes) -> bytes:
    """The word at the place, up to the next space or mark, becomes another one."""
    start = max(data.rfind(mark, 0, place) for mark in (b" ", b"\n", b":", b";", b"/", b"(", b'"')) + 1
    ends = [end for mark in (b" ", b"\n", b";", b"/", b")", b'"') if (end := data.find(mark, place)) >= 0]
    return data[:start] + token + data[min(ends, default=len(data)) :]


CHANGES: dict[str, Change] = {
    "bit flipped": _flipped,
    "cut off": _cut,
    "stretch lost": _without,
    "stretch doubled": _doubled,
    "token inserted": _inserted,
    "line replaced": _line_replaced,
    "value replaced": _value_replaced,
}
COMMON = (b"", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"-1", b"9" * 40, b"1e999999999", b"NaN", "\u202e\ud7ff".encode())
"""What no input should stumble over."""


def damages(tokens: Sequence[bytes]) -> st.SearchStrategy[list[Damage]]:
    """One to four faults; `tokens` are those that mean something in the format."""
    fault = st.builds(
        Damage,
        st.sampled_from(sorted(CHANGES)),
        st.floats(0, 1),
        st.integers(1, 400),
        st.sampled_from([*COMMON, *tokens]),
    )
    return st.lists(fault, min_size=1, max_size=4)


def damaged(data: bytes, faults: Sequence[Damage]) -> bytes:
    """The input with all its faults, one after the other."""
    for fault in faults:
        data = fault.done(data)
    return data


def zip_damaged(data: bytes, which: int, faults: Sequence[Damage], *, twice: bool) -> bytes:
    """A sound archive whose member number `which` is damaged inside, perhaps standing in it twice."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    place = which % len(members)
    name, content = members[place]
    members[place] = (name, damaged(content, faults))
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as archive:
        warnings.simplefilter("ignore")  # of two members of one name, which are the point
        for name, content in (*members, *(members[place : place + 1] if twice else ())):
            archive.writestr(name, content)
    return target.getvalue()
