"""SVG files as drawing programs save them, and those that are refused."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapport.edition.picture import Contour, PictureShape
from rapport.read.pictures import SvgError
from rapport.read.svg.document import MOST_STEPS, drawing_of
from rapport.read.svg.path import arc, contours_of


def shapes(content: str, frame: str = 'viewBox="0 0 10000 10000"') -> tuple[PictureShape, ...]:
    return drawing_of(f'<svg xmlns="http://www.w3.org/2000/svg" {frame}>{content}</svg>'.encode()).shapes


def corners(shape: PictureShape) -> list[tuple[int, int]]:
    """Where the steps of a shape end, in whole units."""
    contours = shape.contours
    return [(round(x), round(y)) for each in contours for x, y in (each.start, *(step[-1] for step in each.steps))]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<rect x="10" y="20" width="30" height="40"/>', [(10, 20), (40, 20), (40, 60), (10, 60)]),
        ('<polygon points="1,2 30-4 5 6"/>', [(1, 2), (30, -4), (5, 6)]),
        ('<line x1="1" y1="2" x2="3px" y2="4" stroke="red"/>', [(1, 2), (3, 4)]),
        ('<path d="M10-20l5.5.5 1 1H0v7z"/>', [(10, -20), (16, -20), (16, -18), (0, -18), (0, -12)]),
        ('<path d="m1 1 2 2zl3 3"/>', [(1, 1), (3, 3), (1, 1), (4, 4)]),
        ('<path d="M0 0a5 5 0 0110 0"/>', [(0, 0), (5, -5), (10, 0)]),
        ('<g transform="translate(10,20) scale(2)"><path d="M1 1h1" stroke="#000"/></g>', [(12, 22), (14, 22)]),
        ('<path transform="rotate(90 10 10)" d="M10 0V10"/>', [(20, 10), (10, 10)]),
        ('<path transform="matrix(1 0 0 -1 0 50) skewX(45)" d="M0 10h1"/>', [(10, 40), (11, 40)]),
    ],
)
def test_paths_and_basic_shapes_stand_where_they_are_drawn(content: str, expected: list[tuple[int, int]]) -> None:
    (shape,) = shapes(content)
    assert corners(shape) == expected


def test_a_circle_is_round() -> None:
    (shape,) = shapes('<circle cx="500" cy="500" r="100"/>')
    assert all(abs(math.dist(point, (500, 500)) - 100) < 1 for point in corners(shape))


def test_quadratic_and_smooth_curves_become_cubic_ones() -> None:
    (quadratic,) = contours_of("M0 0Q30 30 60 0T120 0")
    assert quadratic == Contour((0, 0), (((20, 20), (40, 20), (60, 0)), ((80, -20), (100, -20), (120, 0))))
    (smooth,) = contours_of("M0 0C0 10 20 10 20 0S40-10 40 0")
    assert smooth == Contour((0, 0), (((0, 10), (20, 10), (20, 0)), ((20, -10), (40, -10), (40, 0))))


@given(st.tuples(*[st.floats(-100, 100)] * 4), st.floats(1, 100), st.floats(1, 100), st.booleans(), st.booleans())
def test_arcs_end_where_they_say(ends: tuple[float, ...], rx: float, ry: float, large: bool, sweep: bool) -> None:
    start, end = (ends[0], ends[1]), (ends[2], ends[3])
    steps = list(arc(start, (rx, ry, 30, large, sweep), end))
    assert len(steps) <= 4
    assert start == end or math.dist(steps[-1][-1], end) < 1e-3


def test_style_is_inherited_and_declarations_prevail() -> None:
    first, second = shapes(
        '<g style="fill:none;stroke:#0b5a4c;stroke-width:20;stroke-linecap:round">'
        '<path d="M0 0h10"/><path fill="rgb(255,0,0)" stroke="none" fill-rule="evenodd" d="M0 0h10v10z"/></g>'
    )
    assert (first.inside, first.outline, first.weight, first.cap) == ("", "#0B5A4C", 20, "round")
    assert (second.inside, second.outline, second.even_odd) == ("#FF0000", "", True)


def test_the_frame_gives_the_proportions() -> None:
    drawing = drawing_of(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 4 2"><path d="M-1-1h4v2z"/></svg>')
    assert (drawing.width, drawing.height) == (10_000, 5_000)
    assert corners(drawing.shapes[0]) == [(0, 0), (10_000, 0), (10_000, 5_000)]


def test_what_nobody_sees_is_passed_over() -> None:
    hidden = '<path display="none" d="M0 0h9"/><path visibility="hidden" d="M0 0h9"/><path fill="none" d="M0 0h9"/>'
    unseen = '<title>t</title><metadata/><defs><filter id="f"/></defs><style> </style><x xmlns="urn:editor"/>'
    (shape,) = shapes(f'{unseen}{hidden}<!-- r --><path d="M0 0h10"/>')
    assert corners(shape) == [(0, 0), (10, 0)]


DOCTYPE = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY f SYSTEM "secret.txt">]>'
REFUSED = [
    ("<text>Mot</text>", "élément «\u00a0text\u00a0», ligne 1"),
    ("<image href='http://localhost/x.png'/>", "élément «\u00a0image\u00a0»"),
    ("<script>alert(1)</script>", "élément «\u00a0script\u00a0»"),
    ("<use href='#a'/>", "élément «\u00a0use\u00a0»"),
    ("<style>path{fill:red}</style>", "élément «\u00a0style\u00a0»"),
    ("\n<g>\n<path fill='url(#g)' d='M0 0h9'/></g>", "couleur «\u00a0url(#g)\u00a0», ligne 3"),
    ("<path opacity='.5' d='M0 0h9'/>", "transparence «\u00a0opacity\u00a0»"),
    ("<path fill='#00000080' d='M0 0h9'/>", "transparence"),
    ("<path style='filter:url(#f)' d='M0 0h9'/>", "effet «\u00a0filter\u00a0»"),
    ("<path d='M0 0h9x'/>", "tracé illisible"),
    ("<path d='M0'/>", "tracé illisible"),
    ("<path transform='spin(3)' d='M0 0h9'/>", "transformation illisible"),
    ("<rect width='10mm' height='3'/>", "«\u00a0width\u00a0» vaut «\u00a010mm\u00a0»"),
    ("<path d='M0 0h90000'/>", "sort de son cadre"),
    ("<path d='M0 0h1e999'/>", "sort de son cadre"),
    ("", "rien n’y est dessiné"),
]


@pytest.mark.parametrize(("content", "message"), REFUSED)
def test_what_would_not_look_the_same_everywhere_is_refused(content: str, message: str) -> None:
    with pytest.raises(SvgError) as refused:
        shapes(content)
    assert message in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize("entity", ["&a;", "&f;"])
def test_no_entity_is_resolved(entity: str) -> None:
    data = f'{DOCTYPE}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g>{entity}</g></svg>'
    with pytest.raises(SvgError, match="entité"):
        drawing_of(data.encode())


@pytest.mark.parametrize("data", [b"", b"\x89PNG", b"<svg/>", b"<svg", b"<html/>"])
def test_what_is_no_svg_is_refused(data: bytes) -> None:
    with pytest.raises(SvgError, match="SVG"):
        drawing_of(data)


def test_too_many_segments_are_refused() -> None:
    with pytest.raises(SvgError, match="segments"):
        shapes(f"<path d='M0 0{'h1h-1' * MOST_STEPS}'/>")
