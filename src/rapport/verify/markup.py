"""XML from elsewhere, parsed without entities, document types or network."""

from __future__ import annotations

from functools import cache

from lxml import etree

from rapport.verify.finding import UnreadableError, quoted

MAX_SIZE = 8 << 20
MAX_NODES = 500_000
"""A tree takes some hundred bytes for each of its elements: 50 MiB. The largest part of ours has 8,000."""


def parse(data: bytes, name: str) -> etree._Element:
    """The root element of an XML part. Raises `UnreadableError` for bad XML, and for any document type declaration.

    Office Open XML forbids document types (ISO/IEC 29500-2, 9.1.1.2), so refusing them costs nothing and leaves no
    entity to expand.
    """
    if len(data) > MAX_SIZE or data.count(b"<") > MAX_NODES:
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
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
