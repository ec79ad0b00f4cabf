"""Zip archives and XML from elsewhere, opened without trust."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from io import BytesIO

from lxml import etree
from msgspec import Struct

from rapport.formats.unreadable import UnreadableError, quoted

# XML from elsewhere, parsed without entities, document types or network.

MAX_SIZE = 8 << 20
MAX_NODES = 500_000
"""A tree takes some hundred bytes for each of its elements: 50 MiB. The largest part of ours has 8,000."""


def parse(data: bytes, name: str, size: int = MAX_SIZE, nodes: int = MAX_NODES) -> etree._Element:
    """The root element of an XML part. Raises `UnreadableError` for bad XML, and for any document type declaration.

    Office Open XML forbids document types (ISO/IEC 29500-2, 9.1.1.2), so refusing them costs nothing and leaves no
    entity to expand.
    """
    if len(data) > size or data.count(b"<") > nodes:
        raise UnreadableError(f"partie XML trop grande\u00a0: {quoted(name)}")
    if b"<!DOCTYPE" in data.replace(b"\0", b""):
        raise UnreadableError(f"déclaration de type de document interdite dans {quoted(name)}")
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(f"XML mal formé dans {quoted(name)}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError(f"déclaration de type de document interdite dans {quoted(name)}")
    return root


@cache
def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )


MAX_TOTAL = 192 << 20
RATIO_FREE = 1 << 20
"""Below this size a member may be packed as tightly as it likes: a blank page of XML is."""


class ArchiveLimits(Struct, frozen=True):
    """Bytes of all members together, how many they are, and how many times smaller one may be packed.

    What a pack or a deck of ours has is far below; `ratio` 0 lets a member be packed as tightly as it likes, where
    pictures of one colour or a million empty cells are. `rooted` lets names begin with a slash, as names of parts do.
    """

    total: int = MAX_TOTAL
    members: int = 20_000
    ratio: int = 200
    rooted: bool = False


OURS = ArchiveLimits()


class Archive(Struct, frozen=True):
    """The members of a zip archive, by name, in the archive's order (directories left out)."""

    members: dict[str, bytes]

    def __iter__(self) -> Iterator[str]:
        return iter(self.members)

    def __contains__(self, name: str) -> bool:
        return name in self.members

    def __getitem__(self, name: str) -> bytes:
        return self.members[name]


def open_archive(data: bytes, limits: ArchiveLimits = OURS) -> Archive:
    """All members of a zip archive, read into memory; a slash that begins a name is left out.

    Raises `UnreadableError` for whatever could harm or mislead: a path that leaves its folder, two members of one
    name, a symbolic link, encryption, a size or compression beyond bounds, a damaged or cut file.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
            _check_all(infos, limits)
            return Archive({info.filename.lstrip("/"): _read(archive, info) for info in infos if not info.is_dir()})
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise UnreadableError("archive zip illisible\u00a0: elle est abîmée, tronquée, ou n’en est pas une") from error


def _check_all(infos: list[zipfile.ZipInfo], limits: ArchiveLimits) -> None:
    if len(infos) > limits.members:
        raise UnreadableError(f"l’archive compte {len(infos)} fichiers, plus que la limite de {limits.members}")
    if sum(info.file_size for info in infos) > limits.total:
        raise UnreadableError(f"l’archive dépasserait {limits.total >> 20}\u00a0Mio une fois ouverte")
    seen: set[str] = set()
    for info in infos:
        _check(info, limits)
        name = info.filename.lstrip("/").casefold()
        if name in seen:
            raise UnreadableError(f"deux fichiers de l’archive portent le nom {quoted(info.filename)}")
        seen.add(name)


def _check(info: zipfile.ZipInfo, limits: ArchiveLimits) -> None:
    name = info.orig_filename.removeprefix("/") if limits.rooted else info.orig_filename
    if not _is_safe(name):
        raise UnreadableError(f"chemin dangereux dans l’archive\u00a0: {quoted(name)}")
    if info.flag_bits & 0x1:
        raise UnreadableError(f"fichier chiffré dans l’archive\u00a0: {quoted(name)}")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise UnreadableError(f"lien symbolique dans l’archive\u00a0: {quoted(name)}")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableError(f"compression d’une autre sorte dans l’archive\u00a0: {quoted(name)}")
    if limits.ratio and info.file_size > max(RATIO_FREE, limits.ratio * max(info.compress_size, 1)):
        raise UnreadableError(f"fichier démesurément compressé dans l’archive\u00a0: {quoted(name)}")


def _is_safe(name: str) -> bool:
    parts = name.rstrip("/").split("/")
    plain = name.isprintable() and "\\" not in name and ":" not in name
    return plain and all(part not in ("", ".", "..") for part in parts)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """One member. Its size is bounded by what it declares, which was checked; a lie shows in the checksum."""
    with archive.open(info) as stream:
        return stream.read(info.file_size + 1)


# What an archive holds that no program shows: bytes around its members, remarks, folders, fields beside names.

END, END_SIZE = b"PK\x05\x06", 22
"""What begins the end of an archive, and its bytes without the comment (APPNOTE.TXT, 4.3.16)."""
LOCAL = 30
"""Bytes of a member's own head before its name (APPNOTE.TXT, 4.3.7), where the lengths of name and fields end it."""
LATER, LONG = 0x8, 0xFFFFFFFF
"""The flag of sizes that follow the member, and what stands for one of more than 32 bits."""
DESCRIPTOR = 24
"""Bytes that may follow a member and say its size, at most (4.3.9)."""
FIELDS = frozenset((0x0001, 0x000A, 0x5455, 0x5855, 0x7875, 0xA220))
"""Fields that programs add: sizes, times, owners, Office's padding. Another may give a member another name."""


def around(data: bytes) -> Iterator[tuple[str, str]]:
    """A code and a sentence for each such thing, of an archive that `open_archive` opens."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
        if archive.comment:
            yield "comment", "l’archive porte un commentaire"
        if infos[0].header_offset if infos else archive.start_dir:
            yield "before", "des octets précèdent l’archive"
        if len(data) - data.rfind(END) - END_SIZE > len(archive.comment):
            yield "after", "des octets suivent l’archive"
        yield from _beside(infos)
        for info in infos:
            head = data[info.header_offset : info.header_offset + LOCAL]
            if int.from_bytes(head[6:10], "little") != _coded(info) or not _same_sizes(head, info):
                yield "field", f"{quoted(info.filename)} se lit autrement dans la table et à sa place"
            if set(_fields(_beside_name(data, info))) - FIELDS:
                yield "field", f"champ inconnu à la place de {quoted(info.filename)}"
        if any(_gaps(data, infos, archive.start_dir)):
            yield "between", "des octets que rien ne montre se trouvent entre les fichiers de l’archive"


def _beside(infos: list[zipfile.ZipInfo]) -> Iterator[tuple[str, str]]:
    for info in infos:
        if info.is_dir():
            yield "folder", f"répertoire ajouté\u00a0: {quoted(info.filename)}"
        if info.comment:
            yield "comment", f"remarque sur {quoted(info.filename)}"
        if set(_fields(info.extra)) - FIELDS:
            yield "field", f"champ inconnu sur {quoted(info.filename)}"


def _coded(info: zipfile.ZipInfo) -> int:
    """The flags and the method of a member, as its own head has them beside each other (4.4.4, 4.4.5)."""
    return info.flag_bits | info.compress_type << 16


def _same_sizes(head: bytes, info: zipfile.ZipInfo) -> bool:
    """Whether a member's own head tells its checksum and sizes as the directory does, or leaves them to what follows.

    Sizes that take more than 32 bits stand in a field beside the name (4.3.9.2, 4.4.4 bit 3, 4.5.3).
    """
    told = struct.unpack("<3L", head[14:26])
    known = (info.CRC, info.compress_size, info.file_size)
    later = bool(info.flag_bits & LATER)
    return all(one in (other, LONG) or (later and not one) for one, other in zip(told, known, strict=True))


def _beside_name(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The fields of a member's own head, which may differ from those of the directory."""
    head = data[info.header_offset : info.header_offset + LOCAL]
    start = info.header_offset + LOCAL + int.from_bytes(head[26:28], "little")
    return data[start : start + int.from_bytes(head[28:30], "little")]


def _fields(extra: bytes) -> Iterator[int]:
    """The kinds of the fields beside a name; -1 for what is none."""
    at = 0
    while at < len(extra):
        kind, size = int.from_bytes(extra[at : at + 2], "little"), int.from_bytes(extra[at + 2 : at + 4], "little")
        at += 4 + size
        yield kind if at <= len(extra) else -1


def _gaps(data: bytes, infos: list[zipfile.ZipInfo], directory: int) -> Iterator[bool]:
    """Whether more lies between a member and the next than may say its size."""
    starts = [*(info.header_offset for info in infos), directory][1:]
    for info, following in zip(infos, starts, strict=True):
        head = data[info.header_offset : info.header_offset + LOCAL]
        lengths = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
        end = info.header_offset + LOCAL + lengths + info.compress_size
        yield not 0 <= following - end <= DESCRIPTOR
