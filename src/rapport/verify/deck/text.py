"""Text of DrawingML paragraphs."""

from __future__ import annotations

from lxml import etree

from rapport.verify.deck.package import NAMES, find_all

A = f"{{{NAMES['a']}}}"
RUNS = frozenset((f"{A}r", f"{A}fld"))


def paragraphs(body: etree._Element | None) -> tuple[str, ...]:
    """The paragraphs of a text body, empty ones left out."""
    if body is None:
        return ()
    return tuple(text for node in find_all(body, "a:p") if (text := paragraph(node)))


def paragraph(node: etree._Element) -> str:
    """A paragraph's characters; a line break within it counts as a space."""
    return "".join(_run(child) for child in node)


def _run(node: etree._Element) -> str:
    if node.tag in RUNS:
        return "".join(text.text or "" for text in find_all(node, "a:t"))
    return " " if node.tag == f"{A}br" else ""
