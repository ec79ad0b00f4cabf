"""What prose is made of: calls of facts and footnotes, and CommonMark where there is some."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rapport.resolve import commonmark
from rapport.resolve.inline import MarkupPiece, pieces

WORDS = st.sampled_from(
    """
    plus de 2,6 l'IA « » ! ? ; : … — - ( ) < > & &amp; <b> a@b.fr https://a.fr/b;c! ~ # + | = $ % ^ . .. é œ { } :
    {levees-2025} {levees-2025:short} {a:b} {} {A} {a b} {a:} [^note] [^n] ^ 12) 1. "mot" 'mot'
    """.split()
)
PROSE = st.lists(st.tuples(WORDS, st.sampled_from(["", " ", "\u00a0", "\n"])), max_size=12).map(
    lambda parts: "".join(word + space for word, space in parts).strip()
)


@settings(max_examples=500, deadline=None)
@given(PROSE)
def test_what_holds_no_markup_is_read_as_commonmark_reads_it(text: str) -> None:
    assert [piece for piece in pieces(text) if piece != MarkupPiece()] == list(
        commonmark.pieces(text.replace("\n", " "))
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plus de {levees:short}[^note] en 2025", ["plus de ", "levees/short", "^note", " en 2025"]),
        ("{levees}", ["levees/full"]),
        ("un **plan** pour {levees}", ["un ", "plan", " pour ", "levees/full"]),
        ("l'[AI Summit]{lang=en}", ["l'", "AI Summit"]),
        (r"un \{mot\}", ["un {mot}"]),
    ],
)
def test_prose_in_pieces(text: str, found: list[str]) -> None:
    assert [shown(piece) for piece in pieces(text)] == found


def shown(piece: MarkupPiece) -> str:
    return f"{piece.fact}/{piece.form}" if piece.fact else f"^{piece.note}" if piece.note else piece.text


@pytest.mark.parametrize(("text", "loaded"), [("plus de {levees}[^note]", "False"), ("un **plan**", "True")])
def test_the_library_comes_with_the_first_markup(text: str, loaded: str) -> None:
    program = (
        f"import sys; from rapport.resolve.inline import pieces; pieces({text!r}); print('markdown_it' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == loaded
