"""Templates damaged in any way are read or refused; none ends in a crash."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from rapport.problem import ContentError
from rapport.template.explain import explained
from rapport.template.house import WantedLayouts, housed, open_template
from rapport.template.page import page
from template.awkward import AWKWARD
from template.briefings import own_house
from template.maker import zipped

NAMES = ("logos", "german", "on_pictures", "title_band")
VALUES = ("", "-1", "x", "999999999999999", "rId1", "1.5")


@cache
def parts_of(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(AWKWARD[name]())) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def damaged(data: bytes, at: int, how: int, value: str) -> bytes:
    """A part without one of its elements or attributes, or with another value in the place of one."""
    root = etree.fromstring(data)
    nodes = list(root.iter())
    node = nodes[at % len(nodes)]
    parent, names = node.getparent(), sorted(map(str, node.attrib))
    if how == 0 and parent is not None:
        parent.remove(node)
    elif how == 1 and names:
        del node.attrib[names[at % len(names)]]
    elif how == 2 and names:
        node.attrib[names[at % len(names)]] = value
    elif how == 3:
        node.tag = nodes[(at * 7) % len(nodes)].tag
    return bytes(etree.tostring(root))


@given(
    st.sampled_from(NAMES),
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 400), st.integers(0, 3), st.sampled_from(VALUES)),
        min_size=1,
        max_size=4,
    ),
)
def test_a_damaged_template_is_read_or_refused(name: str, damages: list[tuple[int, int, int, str]]) -> None:
    parts = dict(parts_of(name))
    written = sorted(part for part in parts if part.endswith((".xml", ".rels")))
    for which, at, how, value in damages:
        part = written[which % len(written)]
        parts[part] = damaged(parts[part], at, how, value)
    with suppress(ContentError):
        opening = open_template(zipped(parts), "maison.pptx")
        made = housed(opening, own_house().charter, WantedLayouts())
        assert page(opening, made, explained(opening, made))
