"""What a file carries beside the document in it: nothing shows it, and none of it passes for ours."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable

import pytest

from rapport.verify.rebuilt.authenticity import check_rebuilt
from verify.documents import SHORT, documents

Change = Callable[[bytes], bytes]


def commented(data: bytes) -> bytes:
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = b"secret"
    return buffer.getvalue()


def zipped(change: Callable[[zipfile.ZipInfo], object], more: tuple[str, ...] = ()) -> Change:
    """The same members, each with something beside its name; more of them at the end."""

    def make(data: bytes) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                info = zipfile.ZipInfo(name)
                change(info)
                new.writestr(info, old.read(name))
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                for name in more:
                    new.writestr(name, b"")
        return buffer.getvalue()

    return make


def unlisted(data: bytes) -> bytes:
    """A member whose line in the directory is gone: its bytes are still there."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        for name in (*names[:2], "secret.exe", *names[2:]):
            new.writestr(name, b"MZ" * 100 if name == "secret.exe" else old.read(name))
        new.filelist = [info for info in new.filelist if info.filename != "secret.exe"]
    return buffer.getvalue()


ZIPS: dict[str, Change] = {
    "a comment": commented,
    "bytes before": lambda data: b"MZ" * 40 + data,
    "bytes behind": lambda data: data + b"secret",
    "a remark on a member": zipped(lambda info: setattr(info, "comment", b"secret")),
    "another name": zipped(lambda info: setattr(info, "extra", b"\x75\x70\x07\x00\x01\0\0\0\0ev")),
    "an unknown field": zipped(lambda info: setattr(info, "extra", b"\x99\x99\x04\x00evil")),
    "a broken field": zipped(lambda info: setattr(info, "extra", b"\x55\x54\x99\x00e")),
    "a folder": zipped(lambda _info: None, ("ppt/zz/",)),
    "a name twice": zipped(lambda _info: None, ("ppt/slides/slide1.xml",)),
    "a name in capitals": zipped(lambda _info: None, ("PPT/slides/slide1.xml",)),
    "an unlisted member": unlisted,
    "a head of its own": lambda data: data[:6] + bytes([data[6] ^ 1]) + data[7:],
}
PDFS: dict[str, Change] = {
    "bytes before": lambda data: b"MZ" * 40 + data,
    "an archive behind": lambda data: data + zipped(lambda _info: None)(documents(SHORT).deck),
    "bytes behind": lambda data: data + b"secret",
}


@pytest.mark.parametrize("name", ZIPS)
def test_what_a_deck_carries_beside_its_parts_is_told(name: str) -> None:
    deck = documents(SHORT).deck
    assert check_rebuilt(ZIPS[name](deck), deck).findings


def in_a_slide(added: bytes) -> Change:
    def make(data: bytes) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                part = old.read(name)
                new.writestr(name, part.replace(b"<p:cSld", added, 1) if name.endswith("/slide3.xml") else part)
        return buffer.getvalue()

    return make


@pytest.mark.parametrize(
    "added", [b"<!-- 99 % --><p:cSld", b"<?secret 99 ?><p:cSld", b'<p:cSld xmlns:u="relative" u:x="99"']
)
def test_xml_that_no_office_writes_is_told(added: bytes) -> None:
    """Making such nodes canonical once ended the whole process."""
    deck = documents(SHORT).deck
    assert check_rebuilt(in_a_slide(added)(deck), deck).findings


@pytest.mark.parametrize("name", PDFS)
def test_what_a_brief_carries_beside_the_document_is_told(name: str) -> None:
    brief = documents(SHORT).brief
    assert "rebuilt-around" in {finding.code for finding in check_rebuilt(PDFS[name](brief), brief).findings}


def test_times_of_members_and_an_end_of_line_are_no_difference() -> None:
    both = documents(SHORT)
    stamped = zipped(lambda info: setattr(info, "extra", b"\x55\x54\x05\x00\x03\x01\x02\x03\x04"))
    assert not check_rebuilt(stamped(both.deck), both.deck).findings
    assert not check_rebuilt(both.brief + b"\r\n", both.brief).findings
