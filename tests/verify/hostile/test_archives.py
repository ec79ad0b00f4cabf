"""Archives made to harm or to mislead are refused in one sentence, before anything is written or expanded."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable

import pytest

from rapport.formats.office.archive import MAX_TOTAL, OURS, RATIO_FREE, ArchiveLimits, open_archive
from rapport.formats.office.archive import _check_all as check_all
from rapport.formats.unreadable import UnreadableError
from rapport.verify.verify import verify_pack


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # zipfile warns of duplicate names, which are the point
        with zipfile.ZipFile(target, "w", method) as archive:
            for name, data in members:
                archive.writestr(name, data)
    return target.getvalue()


def link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("lien")
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def encrypted() -> bytes:
    data = bytearray(zipped(("a.txt", b"a" * 40)))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(signature) + offset
        data[place] |= 1
    return bytes(data)


def lying() -> bytes:
    """A member that says it is smaller than it is."""
    data = bytearray(zipped(("a.txt", b"a" * 5000)))
    place = data.index(b"PK\x01\x02") + 24
    data[place : place + 4] = struct.pack("<I", 10)
    return bytes(data)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "illisible"),
    "no archive": (lambda: b"%PDF-1.7 and so on" * 20, "illisible"),
    "cut": (lambda: zipped(("a.txt", b"abc" * 100))[:-30], "illisible"),
    "leaving its folder": (lambda: zipped(("../../etc/passwd", b"x")), "chemin dangereux"),
    "leaving it in the middle": (lambda: zipped(("a/../../b", b"x")), "chemin dangereux"),
    "absolute": (lambda: zipped(("/etc/passwd", b"x")), "chemin dangereux"),
    "on a drive": (lambda: zipped(("C:/windows/a", b"x")), "chemin dangereux"),
    "with backslashes": (lambda: zipped(("..\\a", b"x")), "chemin dangereux"),
    "twice the same": (lambda: zipped(("a.txt", b"x"), ("a.txt", b"y")), "portent le nom"),
    "twice but for case": (lambda: zipped(("a.txt", b"x"), ("A.TXT", b"y")), "portent le nom"),
    "a link": (lambda: zipped((link(), b"/etc/passwd")), "lien symbolique"),
    "encrypted": (encrypted, "chiffré"),
    "a bomb": (lambda: zipped(("a.txt", bytes(64 << 20))), "démesurément compressé"),
    "many bombs": (lambda: zipped(*((f"{n}.txt", bytes(1 << 20)) for n in range(520))), "dépasserait"),
    "packed as no office program reads": (
        lambda: zipped(("a.txt", b"x"), method=zipfile.ZIP_LZMA),
        "compression",
    ),
    "lying about sizes": (lying, "illisible"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_archive_is_refused(name: str) -> None:
    make, words = HOSTILE[name]
    with pytest.raises(UnreadableError, match=words):
        open_archive(make())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_pack_is_a_failed_verification(name: str) -> None:
    make, words = HOSTILE[name]
    (finding,) = verify_pack(make()).findings
    assert words in finding.message
    assert "\n" not in str(finding)


def test_too_many_members() -> None:
    with pytest.raises(UnreadableError, match="plus que la limite"):
        open_archive(zipped(*((str(number), b"") for number in range(20_001)), method=zipfile.ZIP_STORED))


def test_a_sound_archive_is_read() -> None:
    archive = open_archive(zipped(("dossier/a.txt", b"bonjour"), ("vide.txt", b""), ("blanc.xml", b" " * 500_000)))
    assert list(archive) == ["dossier/a.txt", "vide.txt", "blanc.xml"]
    assert archive["dossier/a.txt"] == b"bonjour"


def test_two_members_that_differ_by_case_alone_are_one_file_to_windows() -> None:
    with pytest.raises(UnreadableError, match="portent le nom"):
        open_archive(zipped(("Dossier.pdf", b"a"), ("dossier.PDF", b"b")))


def told(name: str, size: int, packed: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.file_size, info.compress_size = size, packed
    return info


def checked(infos: list[zipfile.ZipInfo]) -> None:
    check_all(infos, OURS)


def test_an_archive_as_large_as_is_allowed_is_read_and_no_larger_one() -> None:
    largest = [told("a", MAX_TOTAL // 2, MAX_TOTAL // 2), told("b", MAX_TOTAL // 2, MAX_TOTAL // 2)]
    checked(largest)
    with pytest.raises(UnreadableError, match="Mio une fois ouverte"):
        checked([*largest, told("c", 1, 1)])


def test_as_many_members_as_are_allowed_are_read() -> None:
    checked([told(str(number), 1, 1) for number in range(OURS.members)])


def test_a_member_may_be_packed_two_hundred_times_as_tight_as_it_is_and_no_tighter() -> None:
    checked([told("a", 200 * 10_000, 10_000)])
    with pytest.raises(UnreadableError):
        checked([told("a", 200 * 10_000 + 1, 10_000)])


def test_a_member_of_a_mebibyte_may_be_packed_as_tight_as_it_likes_and_no_larger_one() -> None:
    checked([told("a", RATIO_FREE, 1)])
    with pytest.raises(UnreadableError, match="démesurément compressé"):
        checked([told("a", RATIO_FREE + 1, 0)])


def test_a_name_may_end_as_folders_do_and_hold_no_sign_that_cannot_be_printed() -> None:
    checked([told("dossier/", 0, 0)])
    for name in ("a\u202eb.pdf", "a//b", "./a", "a:b"):
        with pytest.raises(UnreadableError, match="chemin dangereux"):
            checked([told(name, 1, 1)])


def test_names_may_begin_with_a_slash_where_parts_of_office_files_are_read() -> None:
    data = zipped(("/ppt/presentation.xml", b"<a/>"))
    assert list(open_archive(data, ArchiveLimits(rooted=True))) == ["ppt/presentation.xml"]
    for name in ("//ppt/a.xml", "/../a.xml", "/a/../../b"):
        with pytest.raises(UnreadableError, match="chemin dangereux"):
            open_archive(zipped((name, b"")), ArchiveLimits(rooted=True))
    with pytest.raises(UnreadableError, match="portent le nom"):
        open_archive(zipped(("/a.xml", b""), ("a.xml", b"")), ArchiveLimits(rooted=True))


def test_where_the_whole_is_bounded_a_member_may_be_packed_as_tight_as_it_likes() -> None:
    data = zipped(("blanc.emf", bytes(4 << 20)))
    assert len(open_archive(data, ArchiveLimits(ratio=0))["blanc.emf"]) == 4 << 20
    with pytest.raises(UnreadableError, match="dépasserait 1"):
        open_archive(data, ArchiveLimits(total=1 << 20, ratio=0))
