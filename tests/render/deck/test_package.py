"""Parts are added, found once and listed without recursion."""

from __future__ import annotations

import io
from itertools import pairwise

from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from rapport.formats.ooxml.package import FastPackage, relate


def test_names_are_counted_by_pattern() -> None:
    package = FastPackage()
    names = [package.add(f"/ppt/{kind}%d.xml", "a/b").partname for kind in ("slide", "notes", "slide")]
    assert names == ["/ppt/slide1.xml", "/ppt/notes1.xml", "/ppt/slide2.xml"]


def test_equal_pictures_share_a_part() -> None:
    package = FastPackage()
    assert package.image(b"one", "png") is package.image(b"one", "png")
    assert package.image(b"two", "png").partname == "/ppt/media/image2.png"


def test_a_chain_longer_than_the_stack_is_listed() -> None:
    package = FastPackage()
    parts = [package.add("/ppt/slides/slide%d.xml", CONTENT_TYPE.PML_SLIDE) for _ in range(5_000)]
    relate(package, parts[0], RELATIONSHIP_TYPE.SLIDE)
    for before, after in pairwise(parts):
        relate(before, after, RELATIONSHIP_TYPE.SLIDE)
    relate(parts[-1], parts[0], RELATIONSHIP_TYPE.SLIDE)
    assert len(list(package.iter_parts())) == len(parts)


def test_the_template_of_python_pptx_is_listed_in_the_same_order() -> None:
    buffer = io.BytesIO()
    Presentation().save(buffer)
    stock = Presentation(buffer).part.package
    rels = list(stock.iter_rels())
    fast = list(FastPackage.iter_rels(stock))  # type: ignore[arg-type]
    assert [rel.reltype for rel in fast] == [rel.reltype for rel in rels]


def test_content_types_name_every_part_once() -> None:
    package = FastPackage()
    part = package.add("/ppt/presentation.xml", CONTENT_TYPE.PML_PRESENTATION_MAIN, b"<p/>")
    relate(package, part, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    relate(part, package.image(b"data", "png"), RELATIONSHIP_TYPE.IMAGE)
    members = {member.name: member.data.decode() for member in package.members()}
    assert 'Extension="png" ContentType="image/png"' in members["[Content_Types].xml"]
    assert members["[Content_Types].xml"].count("<Override ") == 1
    assert 'Target="media/image1.png"' in members["ppt/_rels/presentation.xml.rels"]
