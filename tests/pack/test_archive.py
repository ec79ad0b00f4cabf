"""What is packed comes out as it went in, whoever unpacks it and wherever."""

from __future__ import annotations

import io
import stat
import zipfile

from rapport.pack.manifest import PackedFile, archive

FILES = (PackedFile("a.pdf", b"un"), PackedFile("b.pptx", b"deux"))


def entries() -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(io.BytesIO(archive(FILES))) as packed:
        return packed.infolist()


def test_files_come_out_in_order() -> None:
    with zipfile.ZipFile(io.BytesIO(archive(FILES))) as packed:
        assert [(name, packed.read(name)) for name in packed.namelist()] == [("a.pdf", b"un"), ("b.pptx", b"deux")]


def test_everybody_may_read_them() -> None:
    assert {stat.filemode(entry.external_attr >> 16) for entry in entries()} == {"-rw-r--r--"}


def test_nothing_depends_on_the_clock() -> None:
    assert {entry.date_time for entry in entries()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive(FILES) == archive(FILES)
