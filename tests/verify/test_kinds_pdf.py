"""No change to a finished brief passes for it, whatever carries the change; saving it otherwise does."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from random import Random  # noqa: TID251 (places for faults, drawn from a seed)

import pikepdf
import pytest
from PIL import Image

from rapport.verify.accessibility.table import check_accessibility
from rapport.verify.pdf.document import read_pdf
from rapport.verify.rebuilt.authenticity import check_rebuilt
from verify.documents import SHORT, documents
from verify.kinds_pdf import KINDS, SAVES, changed, untouched

SEEDS = [pytest.param(range(1, 4)), pytest.param(range(4, 60), marks=pytest.mark.nightly)]
"""Places for each kind of change."""

CODES = {
    "a white box": "rebuilt-picture",
    "glyphs exchanged": "rebuilt-picture",
    "font replaced": "rebuilt-fonts",
    "text that shows nothing": "rebuilt-content",
    "recoloured": "rebuilt-content",
    "hidden layer": "rebuilt-layers",
    "turned": "rebuilt-frame",
    "link elsewhere": "rebuilt-annotations",
    "annotation FreeText": "rebuilt-annotations",
    "bookmark title": "rebuilt-bookmarks",
    "bookmark elsewhere": "rebuilt-bookmarks",
    "page labels": "rebuilt-bookmarks",
    "opens with a script": "rebuilt-actions",
    "language": "rebuilt-metadata",
    "title": "rebuilt-metadata",
    "archive mark": "rebuilt-metadata",
    "read as": "rebuilt-tags",
    "attached": "rebuilt-attachments",
    "form": "rebuilt-forms",
    "page lost": "rebuilt-pages",
}


@cache
def brief() -> bytes:
    return documents(SHORT).brief


def differs(data: bytes) -> bool:
    return bool(check_rebuilt(data, brief()).findings)


@pytest.mark.parametrize("seeds", SEEDS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_change_is_caught(kind: str, seeds: range) -> None:
    missed = [seed for seed in seeds if not differs(changed(brief(), KINDS[kind], seed))]
    assert missed == []


@pytest.mark.parametrize("kind", CODES)
def test_a_change_is_told_as_what_it_is(kind: str) -> None:
    check = check_rebuilt(changed(brief(), KINDS[kind], 3), brief())
    assert CODES[kind] in {finding.code for finding in check.findings}
    assert check.note.startswith("enregistré par")


def test_a_page_that_one_engine_mends_and_another_cannot_load_is_told() -> None:
    """qpdf takes any node of the tree for the page it must be; PDFium does not."""

    def change(pdf: pikepdf.Pdf, _draw: Random) -> None:
        pdf.pages[2].obj.Type = pikepdf.Name.Template

    check = check_rebuilt(changed(brief(), change, 0), brief())
    assert check.findings


def test_a_picture_unfolded_otherwise_is_told() -> None:
    """The same bytes of a photograph in other colours."""
    picture = BytesIO()
    Image.radial_gradient("L").convert("RGB").save(picture, "JPEG")
    with pikepdf.open(BytesIO(brief())) as pdf:
        photo = pdf.make_stream(picture.getvalue(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        photo.Width, photo.Height, photo.BitsPerComponent = 256, 256, 8
        photo.ColorSpace, photo.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
        pdf.pages[1].contents_add(b"q 99 0 0 99 99 99 cm /Photo Do Q")
        pdf.pages[1].add_resource(photo, pikepdf.Name.XObject, pikepdf.Name.Photo)
        target = BytesIO()
        pdf.save(target)
    data = target.getvalue()

    def change(pdf: pikepdf.Pdf, _draw: Random) -> None:
        pdf.pages[1].obj.Resources.XObject.Photo.DecodeParms = pikepdf.Dictionary(ColorTransform=0)

    assert check_rebuilt(changed(data, untouched, 0), data).findings == ()
    assert check_rebuilt(changed(data, change, 0), data).findings


def test_a_password_of_the_owner_is_told() -> None:
    locked = changed(brief(), untouched, 0, encryption=pikepdf.Encryption(owner="x", user=""))
    assert "rebuilt-protection" in {finding.code for finding in check_rebuilt(locked, brief()).findings}


@pytest.mark.parametrize("way", SAVES)
def test_saving_otherwise_changes_nothing(way: str) -> None:
    check = check_rebuilt(changed(brief(), untouched, 0, **SAVES[way]), brief())
    assert check.findings == ()
    assert check.note.endswith("sans rien changer")


@pytest.mark.parametrize(
    "kind",
    [
        "annotation FreeText",
        "link to a program",
        "link that is a script",
        "a script after a link",
        "attached",
        "form",
        "hidden layer",
        "link with looks",
    ],
)
def test_what_runs_or_covers_is_named_without_the_content(kind: str) -> None:
    data = changed(brief(), KINDS[kind], 1)
    (check,) = (each for each in check_accessibility(data, read_pdf(data)) if each.name == "pdf-actions")
    assert check.findings
