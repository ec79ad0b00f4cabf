"""The author's photograph on the cover of a template: in its place for pictures, else beside the details."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from pptx import Presentation
from pptx.shapes.picture import Picture

import edited_tree
from rapport.cli import main
from template.awkward import layouts, plain
from template.maker import Ph, made

PLACE = (9.0, 1.0, 3.5, 2.6)
BRIEFING = edited_tree.TREE["briefings/evian.yaml"]
PHOTOGRAPH = 'picture: {file: carte.png, credit: "© Une photographe", alternative: "Un terrain vert"}\n'
INCH = 914_400


def with_a_place() -> bytes:
    """A cover with a place for a picture, beside its title."""
    cover, *others = layouts()
    title, second = (
        replace(each, frame=(0.9, top, 7.5, 1.4)) for each, top in zip(cover.placeholders, (1.2, 2.8), strict=True)
    )
    held = replace(cover, placeholders=(title, second, Ph("pic", 13, PLACE)))
    return made(plain(layouts=(held, *others)))


@pytest.mark.parametrize(("template", "placed"), [(with_a_place(), True), (made(plain()), False)])
def test_the_photograph_stands_clear_of_all_texts(template: bytes, placed: bool, tmp_path: Path) -> None:
    options = edited_tree.project(tmp_path, {"briefings/evian.yaml": BRIEFING + PHOTOGRAPH})
    (tmp_path / "maison.pptx").write_bytes(template)
    chosen = ["--template", str(tmp_path / "maison.pptx")]
    assert main(["build", "evian", *chosen, *options]) == 0
    deck = tmp_path / "output" / "evian" / "evian-deck.pptx"
    assert main(["verify", str(deck), *chosen, *options]) == 0
    cover = Presentation(str(deck)).slides[0]
    [photograph] = [each for each in cover.shapes if isinstance(each, Picture)]
    assert photograph._element._nvXxPr.cNvPr.get("descr") == "Un terrain vert"
    assert photograph.image.blob == (tmp_path / "assets" / "carte.png").read_bytes()
    assert photograph.width / photograph.height == pytest.approx(120 / 90, rel=0.01)
    texts = [each for each in cover.shapes if each.has_text_frame and each.text_frame.text]
    assert any("© Une photographe" in each.text_frame.text for each in texts)
    assert [each.name for each in texts if meet(photograph, each)] == []
    left, top, width, height = (round(each * INCH) for each in PLACE)
    inside = left <= photograph.left + 1 and photograph.left + photograph.width <= left + width + 1
    assert (inside and top <= photograph.top + 1 and photograph.height <= height + 1) == placed


@pytest.mark.parametrize(("more", "said"), [(PHOTOGRAPH, True), ("", False)])
def test_signs_are_explained_on_a_photograph_alone(more: str, said: bool, tmp_path: Path) -> None:
    """Where there is none, the cover of a template draws no sign."""
    options = edited_tree.project(tmp_path, {"briefings/evian.yaml": BRIEFING + more})
    (tmp_path / "maison.pptx").write_bytes(made(plain()))
    assert main(["build", "evian", "--template", str(tmp_path / "maison.pptx"), *options]) == 0
    cover = Presentation(str(tmp_path / "output" / "evian" / "evian-deck.pptx")).slides[0]
    texts = [each.text_frame.text for each in cover.shapes if each.has_text_frame]
    assert any("signe" in text or "©" in text for text in texts) == said


def meet(one: Picture, other: object) -> bool:
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)  # type: ignore[attr-defined]
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)  # type: ignore[attr-defined]
    return bool(across > 0 and down > 0)
