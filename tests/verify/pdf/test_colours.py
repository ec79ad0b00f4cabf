"""The colours in which a page shows its texts, and on which grounds."""

from __future__ import annotations

import pikepdf
import pytest

from rapport.verify.pdf.colours import inked
from rapport.verify.pdf.stream import instructions_of


@pytest.mark.parametrize(("mode", "seen"), [(0, 1), (2, 1), (3, 0)])
def test_invisible_text_has_no_contrast_to_judge(mode: int, seen: int) -> None:
    """Rendering mode 3 shows nothing (ISO 32000-1, 9.3.6): what only a search finds needs no contrast."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(b"BT /F1 12 Tf %d Tr 1 1 1 rg 20 20 Td (blanc) Tj ET" % mode)
        found = inked(instructions_of(page, "page 1"), page)
    assert found is not None
    assert len(found) == seen
