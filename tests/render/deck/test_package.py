"""Parts are added, found once and listed without recursion."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import OpcPackage

from rapport.formats.ooxml.kinds import PartType, RelationType
from rapport.formats.ooxml.package import NewPackage, relate, relate_as, relate_externally
from rapport.formats.ooxml.zip import archive


def test_names_are_counted_by_pattern() -> None:
    package = NewPackage()
    names = [package.add(f"/ppt/{kind}%d.xml", "a/b").name for kind in ("slide", "notes", "slide")]
    assert names == ["/ppt/slide1.xml", "/ppt/notes1.xml", "/ppt/slide2.xml"]


def test_equal_pictures_share_a_part() -> None:
    package = NewPackage()
    assert package.image(b"one", "png") is package.image(b"one", "png")
    assert package.image(b"two", "png").name == "/ppt/media/image2.png"


def test_a_chain_longer_than_the_stack_is_listed() -> None:
    package = NewPackage()
    parts = [package.add("/ppt/slides/slide%d.xml", PartType.SLIDE) for _ in range(5_000)]
    relate(package, parts[0], RelationType.SLIDE)
    for before, after in pairwise(parts):
        relate(before, after, RelationType.SLIDE)
    relate(parts[-1], parts[0], RelationType.SLIDE)
    assert len(list(package.parts())) == len(parts)


def test_python_pptx_reads_parts_and_relationships_as_they_were_made() -> None:
    package = NewPackage()
    main = package.add("/ppt/presentation.xml", PartType.PRESENTATION, b"<p/>")
    slide = package.add("/ppt/slides/slide%d.xml", PartType.SLIDE, b"<s/>")
    relate(package, main, RelationType.OFFICE_DOCUMENT)
    relate_as(main, slide, RelationType.SLIDE, "rId2")
    assert relate(main, package.image(b"data", "png"), RelationType.IMAGE) == "rId1"  # the number that was left
    relate_externally(slide, "https://exemple.fr/?a=1&b=2")
    relate(slide, main, RelationType.SLIDE_MASTER)
    read = OpcPackage.open(io.BytesIO(archive(package.members()).data)).main_document_part
    assert [(key, each.target_part.partname) for key, each in read.rels.items()] == [
        ("rId1", "/ppt/media/image1.png"),
        ("rId2", "/ppt/slides/slide1.xml"),
    ]
    again = read.related_part("rId2").rels
    assert [each.target_ref for each in again.values()] == ["https://exemple.fr/?a=1&b=2", "../presentation.xml"]
    assert read.related_part("rId2").content_type == PartType.SLIDE


@pytest.mark.parametrize("ours", [PartType, RelationType])
def test_kinds_are_called_as_python_pptx_calls_them(ours: type) -> None:
    known = {value for names in (CONTENT_TYPE, RELATIONSHIP_TYPE) for value in vars(names).values()}
    unknown = {name for name, value in vars(ours).items() if name.isupper() and value not in known}
    assert unknown <= {"CUSTOM_PROPERTIES"}


def test_content_types_name_every_part_once() -> None:
    package = NewPackage()
    part = package.add("/ppt/presentation.xml", PartType.PRESENTATION, b"<p/>")
    relate(package, part, RelationType.OFFICE_DOCUMENT)
    relate(part, package.image(b"data", "png"), RelationType.IMAGE)
    members = {member.name: member.data.decode() for member in package.members()}
    assert 'Extension="png" ContentType="image/png"' in members["[Content_Types].xml"]
    assert members["[Content_Types].xml"].count("<Override ") == 1
    assert 'Target="media/image1.png"' in members["ppt/_rels/presentation.xml.rels"]
