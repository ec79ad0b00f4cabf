"""What an archive holds that no program shows: each thing is told by itself, and nothing of what programs add."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import pytest

from rapport.formats.office.archive import around

CENTRAL, LOCAL, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"
FLAGS, METHOD, CRC, PACKED, SIZE, FIELDS = 6, 8, 14, 18, 22, 28
"""Where the fields of a member's own head stand (APPNOTE.TXT, 4.3.7)."""
STAMPS = b"UT\x05\0\x01" + bytes(4)
USUAL = {
    "sizes of more than 32 bits": 0x0001,
    "times of Windows": 0x000A,
    "times": 0x5455,
    "times of old": 0x5855,
    "owners": 0x7875,
    "the padding of Office": 0xA220,
}
"""The fields that Info-ZIP, Windows and Office write beside names."""
LENGTHY = b"UT" + struct.pack("<H", 0x0207) + bytes(0x0207)
"""A field whose length takes both of its bytes."""
UNKNOWN = b"\x99\x99\x04\0evil"


def plain(*, comment: bytes = b"", remark: bytes = b"", field: bytes = b"", folder: bool = False) -> bytes:
    """Two members and what may stand beside them."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo("a.txt")
        info.comment, info.extra, info.compress_type = remark, field, zipfile.ZIP_DEFLATED
        archive.writestr(info, b"bonjour" * 9)
        if folder:
            archive.writestr("dossier/", b"")
        archive.writestr("dossier/é.txt", b"")
        archive.comment = comment
    return target.getvalue()


class Pipe(io.RawIOBase):
    """What is written and cannot be gone back in: sizes follow their member."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += bytes(data)  # type: ignore[call-overload]
        return len(bytes(data))  # type: ignore[call-overload]


def streamed() -> bytes:
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"bonjour" * 9)
        archive.writestr("b.txt", b"b")
    return pipe.data


def large() -> bytes:
    """Sizes in a field beside the name, as of members of more than four gigabytes."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("a.txt", "w", force_zip64=True) as stream,
    ):
        stream.write(b"bonjour" * 9)
    return target.getvalue()


SOUND: dict[str, Callable[[], bytes]] = {
    "plain": plain,
    "with times": lambda: plain(field=STAMPS),
    "with sizes behind": streamed,
    "with large sizes": large,
    "empty": lambda: END + bytes(18),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_programs_write_is_nothing_to_tell(name: str) -> None:
    assert list(around(SOUND[name]())) == []


@pytest.mark.parametrize("name", USUAL)
def test_fields_that_programs_add_are_nothing_to_tell(name: str) -> None:
    assert list(around(plain(field=struct.pack("<2H", USUAL[name], 3) + b"abc"))) == []
    neighbours = (struct.pack("<2H", USUAL[name] + by, 3) + b"abc" for by in (-1, 1))
    assert all([code for code, _ in around(plain(field=field))] == ["field", "field"] for field in neighbours)


def changed(data: bytes, offset: int, value: bytes) -> bytes:
    """The archive with some bytes of its first member's own head changed."""
    return data[:offset] + value + data[offset + len(value) :]


def moved(data: bytes, by: int) -> bytes:
    """The place of the directory, as the end of the archive tells it."""
    at = data.rfind(END) + 16
    (place,) = struct.unpack_from("<L", data, at)
    return data[:at] + struct.pack("<L", place + by) + data[at + 4 :]


def parted(hidden: bytes, field: bytes = b"") -> bytes:
    """Some bytes between the last member, which has a field of its own, and the directory."""
    data = beside_last(field)
    at = data.index(CENTRAL)
    return moved(data[:at] + hidden + data[at:], len(hidden))


def beside_last(field: bytes) -> bytes:
    """Two members, the last with a field."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"bonjour" * 9)
        info = zipfile.ZipInfo("dossier/é.txt")
        info.extra = field
        archive.writestr(info, b"")
    return target.getvalue()


def unlike_field(data: bytes) -> bytes:
    """A field that the directory tells of otherwise."""
    return data.replace(STAMPS, UNKNOWN[:4] + b"\0evil"[: len(STAMPS) - 4], 1)


TOLD: dict[str, tuple[Callable[[], bytes], list[str]]] = {
    "a comment": (lambda: plain(comment=b"secret"), ["comment: l’archive porte un commentaire"]),
    "a remark": (lambda: plain(remark=b"secret"), ["comment: remarque sur « a.txt »"]),
    "a folder": (lambda: plain(folder=True), ["folder: répertoire ajouté : « dossier/ »"]),
    "bytes before": (lambda: b"MZ" + plain(), ["before: des octets précèdent l’archive"]),
    "an archive before": (lambda: plain() + plain(), ["before: des octets précèdent l’archive"]),
    "a byte behind": (lambda: plain() + b"x", ["after: des octets suivent l’archive"]),
    "a byte behind a comment": (
        lambda: plain(comment=b"c") + b"x",
        ["comment: l’archive porte un commentaire", "after: des octets suivent l’archive"],
    ),
    "an unknown field": (
        lambda: plain(field=UNKNOWN),
        ["field: champ inconnu sur « a.txt »", "field: champ inconnu à la place de « a.txt »"],
    ),
    "half a field": (
        lambda: plain(field=b"UT\0"),
        ["field: champ inconnu sur « a.txt »", "field: champ inconnu à la place de « a.txt »"],
    ),
    "a field of its own head": (
        lambda: unlike_field(plain(field=STAMPS)),
        ["field: champ inconnu à la place de « a.txt »"],
    ),
    "a field of the head of another": (
        lambda: unlike_field(beside_last(STAMPS)),
        ["field: champ inconnu à la place de « dossier/é.txt »"],
    ),
    "other flags": (
        lambda: changed(plain(), FLAGS, b"\2"),
        ["field: « a.txt » se lit autrement dans la table et à sa place"],
    ),
    "another method": (
        lambda: changed(plain(), METHOD, b"\0"),
        ["field: « a.txt » se lit autrement dans la table et à sa place"],
    ),
    "another checksum": (
        lambda: changed(plain(), CRC, bytes(4)),
        ["field: « a.txt » se lit autrement dans la table et à sa place"],
    ),
    "another packed size": (
        lambda: changed(plain(), PACKED, b"\1"),
        ["field: « a.txt » se lit autrement dans la table et à sa place"],
    ),
    "another size": (
        lambda: changed(plain(), SIZE, b"\1"),
        ["field: « a.txt » se lit autrement dans la table et à sa place"],
    ),
    "25 bytes between": (
        lambda: parted(bytes(25)),
        ["between: des octets que rien ne montre se trouvent entre les fichiers de l’archive"],
    ),
    "25 bytes behind a member with fields": (
        lambda: parted(bytes(25), LENGTHY),
        ["between: des octets que rien ne montre se trouvent entre les fichiers de l’archive"],
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_what_nothing_shows_is_told(name: str) -> None:
    make, expected = TOLD[name]
    assert [f"{code}: {sentence}".replace("\u00a0", " ") for code, sentence in around(make())] == expected


@pytest.mark.parametrize("field", [b"", LENGTHY])
def test_as_many_bytes_as_may_tell_a_size_are_nothing_to_tell(field: bytes) -> None:
    assert list(around(parted(bytes(24), field))) == []


def test_sizes_of_a_streamed_member_that_are_neither_behind_nor_alike_are_told() -> None:
    told = [sentence for _, sentence in around(changed(streamed(), SIZE, b"\1"))]
    assert told == ["«\u00a0a.txt\u00a0» se lit autrement dans la table et à sa place"]
