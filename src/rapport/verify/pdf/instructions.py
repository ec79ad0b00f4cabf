"""The instructions of a content stream (ISO 32000-1, 7.8.2)."""

from __future__ import annotations

import pikepdf

from rapport.verify.finding import UnreadableError

MARKS = "BT ET Tf Tj TJ ' \" BMC BDC EMC Do q Q S s f F f* B B* b b* sh BI ID EI"
COLOURS = "cm rg g k re m l c n Tm Td TD Tr"
OPERATORS = f"{MARKS} {COLOURS}"
"""What tells which text and painting stands in which mark, and what tells their colours."""

Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage
Instructions = tuple[tuple[str, Instruction], ...]


def instructions_of(content: pikepdf.Page | pikepdf.Stream, place: str) -> Instructions:
    """The instructions of a page or a form, each after its operator. Raises UnreadableError, which names the place."""
    try:
        found = pikepdf.parse_content_stream(content, OPERATORS)
    except pikepdf.PdfError as error:
        raise UnreadableError(f"{place}\u00a0: contenu illisible") from error
    return tuple([(str(instruction.operator), instruction) for instruction in found])
