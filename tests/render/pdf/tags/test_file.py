"""The file around the objects: found by other programs, the same for the same content."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from rapport.formats.pdf.tags.file import IDENTIFIER_LENGTH, OBJECTS_PER_STREAM, FileWriter, Trailer, WrittenFile

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[]/Count 0>>"
STREAM = b"<</Length 3>>\nstream\nabc\nendstream"


def write(*others: bytes, last: bytes = STREAM) -> WrittenFile:
    writer = FileWriter()
    bodies = (CATALOG, PAGES, b"<<>>", *others)
    for number, body in enumerate(bodies, 1):
        writer.add(number, body)
    free = writer.flush(len(bodies) + 2)
    writer.add_plain(len(bodies) + 1, last)
    return writer.finish(free, Trailer(root=1, info=3))


def test_every_object_is_found() -> None:
    many = [b"<</N %d>>" % value for value in range(3 * OBJECTS_PER_STREAM)]
    with pikepdf.open(BytesIO(write(STREAM, *many).data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.Root.Type == "/Catalog"
        assert pdf.get_object(4, 0).read_bytes() == b"abc"
        assert [int(pdf.get_object(5 + value, 0).N) for value in range(len(many))] == list(range(len(many)))


def test_plain_objects_are_where_they_are_said_to_be() -> None:
    written = write()
    assert written.data[written.bodies[4] :].startswith(STREAM)


def test_the_second_identifier_is_where_it_is_said_to_be() -> None:
    written = write()
    end = written.identifier + IDENTIFIER_LENGTH
    copy = written.data[: written.identifier] + b"0" * IDENTIFIER_LENGTH + written.data[end:]
    with pikepdf.open(BytesIO(copy)) as pdf:
        first, second = (bytes(half) for half in pdf.trailer.ID)
    assert second == bytes(16)
    assert first.hex().upper().encode() == written.data[written.identifier : end]


def test_the_identifier_comes_from_the_content() -> None:
    assert write().data == write().data
    one, other = write(b"<</A 1>>"), write(b"<</A 2>>")
    assert one.data[one.identifier :][:IDENTIFIER_LENGTH] != other.data[other.identifier :][:IDENTIFIER_LENGTH]
