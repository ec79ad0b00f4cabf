"""Covers of any content, read back from both files: one sign a fact, no text over another, nothing over the logo."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import combinations

import pypdfium2
import pypdfium2.raw as pdfium
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pptx import Presentation
from pptx.shapes.base import BaseShape

from rapport.arrange.arrange import arrange
from rapport.edition.edition import Cover, CoverRow, Edition
from rapport.language.languages import furniture, shape_names
from rapport.look.geometry import Box, Pt
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import draw_brief
from render.pdf.made_up import STATUSES, charter, edition, fonts, para, section, words
from vector import vector

LONG = "Les engagements pris par les partenaires depuis le sommet de Paris"
NAMES = ("Réseau", "Centres de données", LONG, "IA durable")
TITLES = (
    "Bilan",
    "Intelligence artificielle : le bilan de la France, un an après Paris",
    "Coopération transfrontalière : ce que les deux administrations ont produit depuis l’accord, et ce qu’il leur "
    "reste à décider avant la réunion des ministres",
)
NOTICES = ("", "Diffusion restreinte", "Diffusion restreinte : ne pas communiquer hors de la délégation")
EMBARGO = "Sous embargo jusqu’au mercredi 12 février 2026 à 18 h 30 (Paris)"
REACH, EMU = 17.0, 12700
TOLERANCE = 1.0
LARGEST = 60.0


@st.composite
def covers(draw: st.DrawFn) -> Cover:
    """From two to fourteen rows, from three to a hundred and twenty facts, all that may restrict or crowd."""
    lines = draw(st.integers(2, 14))
    names = [draw(st.sampled_from(NAMES)) for _ in range(lines)] if lines <= 8 else [NAMES[lines % 2]] * lines
    counts = [draw(st.integers(1, max(2, 120 // len(names)))) for _ in names]
    rows = tuple(
        CoverRow(words(f"{name} {at}"), tuple(STATUSES[(at + n) % len(STATUSES)] for n in range(count)))
        for at, (name, count) in enumerate(zip(names, counts, strict=True))
    )
    used = {status.key for row in rows for status in row.statuses}
    return replace(
        edition().cover,
        title=words(draw(st.sampled_from(TITLES))),
        rows=rows,
        statuses=tuple(status for status in STATUSES if status.key in used),
        marking=words(draw(st.sampled_from(NOTICES))),
        embargo=words(draw(st.sampled_from(("", EMBARGO)))),
        issuer=words(draw(st.sampled_from(("", "Secrétariat général")))),
        sign_remark=words("un signe par chiffre du dossier"),
        logo=draw(st.sampled_from((None, vector()))),
    )


def with_cover(cover: Cover, *, deck: bool) -> Edition:
    """An edition with this cover."""
    made = edition(section("Financement", para("Une ligne.")), draft=True)
    named = {"furniture": type(made.furniture)(tuple(furniture("fr_FR").items()))}
    if deck:
        named["names"] = type(made.furniture)(tuple(shape_names("fr_FR").items()))
    return replace(made, cover=cover, title=cover.title, medium="deck" if deck else "brief", **named)


def lines(page: pypdfium2.PdfPage) -> list[Box]:
    """The boxes of the lines of text on a page, from its top, as another engine sees them."""
    reader, high = page.get_textpage(), page.get_height()
    boxes = (reader.get_rect(at) for at in range(reader.count_rects()))
    return [Box(Pt(x), Pt(high - top), Pt(right - x), Pt(top - bottom)) for x, bottom, right, top in boxes]


def drawn(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """The boxes of the shapes on a page."""
    high = page.get_height()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        x, bottom, right, top = item.get_bounds()
        yield Box(Pt(x), Pt(high - top), Pt(right - x), Pt(top - bottom))


@settings(max_examples=10, phases=(Phase.explicit, Phase.generate))
@given(covers())
def test_nothing_meets_on_the_first_page(cover: Cover) -> None:
    data = draw_brief(with_cover(cover, deck=False), charter(), fonts()).data
    page = pypdfium2.PdfDocument(data)[0]
    texts = lines(page)
    assert not [(a, b) for a, b in combinations(texts, 2) if a.overlaps(b, TOLERANCE)]
    wide, high = page.get_size()
    assert all(box.x >= REACH and box.right <= wide - REACH for box in texts)
    assert all(box.y >= REACH and box.bottom <= high - REACH for box in texts)
    if cover.logo:
        height = charter().brief.cover.logo_height
        wide_logo = height * cover.logo.width / cover.logo.height
        right, bottom = charter().brief.grid.full.right, charter().brief.grid.footer_y
        foot = bottom + charter().brief.type.cover_meta_value.leading
        logo = Box(Pt(right - wide_logo), Pt(foot - height), Pt(wide_logo), height)
        assert not [box for box in texts if box.overlaps(logo, TOLERANCE)]


@settings(max_examples=10, phases=(Phase.explicit, Phase.generate))
@given(covers())
def test_a_sign_for_each_fact_on_both_covers(cover: Cover) -> None:
    facts = sum(len(row.statuses) for row in cover.rows)
    data = draw_brief(with_cover(replace(cover, logo=None), deck=False), charter(), fonts()).data
    page = pypdfium2.PdfDocument(data)[0]
    ground = max(box.bottom for box in drawn(page) if box.width > LARGEST and box.y < 1)
    shapes = [box for box in drawn(page) if box.width < LARGEST and box.y < ground]
    signs = [box for box in shapes if not any(other.holds(box, TOLERANCE) for other in shapes if other is not box)]
    assert len(signs) == facts
    assert all(box.bottom <= ground for box in signs)
    assert not [(a, b) for a in signs for b in lines(page) if a.overlaps(b, TOLERANCE)]
    arranged = arrange(with_cover(cover, deck=True), charter(), fonts())
    slide = Presentation(BytesIO(write_deck(arranged.deck, charter()).data)).slides[0]
    texts = [shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]
    assert {status.word for status in cover.statuses} <= {shape.text_frame.text for shape in texts}
    signs_shown = [shape for shape in slide.shapes if shape.name.startswith("Signe")]
    assert len(signs_shown) == facts + len(cover.statuses)
    assert not [(a, b) for a, b in combinations(map(placed, signs_shown), 2) if a.overlaps(b)]


def placed(shape: BaseShape) -> Box:
    """Where a shape stands on its slide, in points."""
    return Box(*(Pt(length / EMU) for length in (shape.left, shape.top, shape.width, shape.height)))
