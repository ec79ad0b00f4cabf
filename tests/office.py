"""Decks as LibreOffice draws them: where the lines of text stand, and in which boxes they should."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from pathlib import Path

import font_source_sans_pro
import pypdfium2
import pytest
from pptx import Presentation
from pptx.shapes.base import BaseShape
from pptx.shapes.group import GroupShape
from pptx.util import Length

TOLERANCE = 3.0
"""Points by which ink may leave its line: accents above, tails below."""
Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in points from the top left corner."""


DEBIAN = Path("/usr/share/fonts/truetype")
FACES = {
    "Source Sans Pro": (Path(font_source_sans_pro.__file__).parent / "files",),
    "Liberation Sans": tuple(
        DEBIAN / "liberation" / f"LiberationSans-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic")
    ),
    "DejaVu Sans": tuple(DEBIAN / "dejavu" / name for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")),
}
"""The only faces of a machine: the charter's, one of Arial's widths, the widest that LibreOffice falls back on."""


def drawn(decks: Iterable[Path], folder: Path, face: str = "Source Sans Pro") -> None:
    """A PDF of each deck in the folder, drawn with one face whatever else the machine has.

    The test is not run where LibreOffice or the face is not installed.
    """
    office = shutil.which("soffice")
    if not office:
        pytest.skip("not run: LibreOffice is not installed")
    environment = {**os.environ, "FONTCONFIG_FILE": str(_only(face, folder)), "HOME": str(folder)}
    options = [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
    ]
    command = [office, *options, str(folder), *map(str, decks)]
    subprocess.run(command, env=environment, capture_output=True, timeout=180, check=True)


def _only(face: str, folder: Path) -> Path:
    """A configuration of fontconfig that knows one face, as copies in the folder: no setting of the machine matters."""
    fonts = folder / "fonts"
    fonts.mkdir()
    for source in FACES[face]:
        if not source.exists():
            pytest.skip(f"not run: {face} is not installed")
        files = sorted(source.iterdir()) if source.is_dir() else [source]
        for file in files:
            if file.suffix in {".ttf", ".otf"}:
                shutil.copy(file, fonts)
    settings = folder / "fonts.conf"
    parts = f"<dir>{fonts}</dir><cachedir>{folder / 'cache'}</cachedir>"
    header = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
    settings.write_text(f"{header}<fontconfig>{parts}</fontconfig>", encoding="utf-8")
    return settings


def broken(deck: Path, picture: Path) -> list[tuple[int, str]]:
    """Words cut by the end of a line, with the number of their slide."""
    found: list[tuple[int, str]] = []
    slides = Presentation(str(deck)).slides
    with pypdfium2.PdfDocument(picture) as document:
        for number, (page, slide) in enumerate(zip(document, slides, strict=True), start=1):
            words = {word for text in _texts(slide.shapes) for word in _WORD.findall(text)}
            parts = [part for line, _ in _lines(page) for part in line.split("\r\n")]
            found += [(number, cut) for one, other in pairwise(parts) if (cut := _cut(one, other, words))]
    return found


def _cut(one: str, other: str, words: set[str]) -> str:
    """The word that a line begins and the next ends; empty for none."""
    start, rest = _WORD.findall(one)[-1:], _WORD.findall(other)[:1]
    whole = "".join((*start, *rest))
    return whole if start and rest and one.endswith(start[0]) and start[0] not in words and whole in words else ""


_WORD = re.compile(r"[^\W\d_]+")


def _texts(shapes: object) -> Iterator[str]:
    for shape in shapes:  # type: ignore[attr-defined]
        if isinstance(shape, GroupShape):
            yield from _texts(shape.shapes)
        elif shape.has_text_frame:
            yield shape.text_frame.text
        elif getattr(shape, "has_table", False):
            yield from (cell.text_frame.text for row in shape.table.rows for cell in row.cells)


def _without_space(text: str, line: Box) -> Box:
    """The line without the space that hangs at its end: a quarter of its height, more or less."""
    left, top, right, bottom = line
    return (left, top, right - (bottom - top) / 4, bottom) if text.endswith(" ") else line


def outside(deck: Path, picture: Path) -> list[tuple[int, str]]:
    """The lines of text that stand in no box of their slide, with its number; every slide has some text."""
    found: list[tuple[int, str]] = []
    slides = Presentation(str(deck)).slides
    with pypdfium2.PdfDocument(picture) as document:
        assert len(document) == len(slides)
        for number, (page, slide) in enumerate(zip(document, slides, strict=True), start=1):
            boxes, lines = list(_boxes(slide.shapes)), list(_lines(page))
            assert lines, number
            ink = ((text, _without_space(text, line)) for text, line in lines)
            found += [(number, text) for text, line in ink if not any(within(line, box) for box in boxes)]
    return found


def met(picture: Path) -> list[tuple[int, str, str]]:
    """Lines drawn one over the other, with the number of their slide."""
    found: list[tuple[int, str, str]] = []
    with pypdfium2.PdfDocument(picture) as document:
        for number, page in enumerate(document, start=1):
            lines = sorted(_lines(page), key=lambda each: (each[1][1], each[1][0]))
            found += [(number, one[0], other[0]) for one, other in combinations(lines, 2) if _meet(one[1], other[1])]
    return found


def _boxes(shapes: object) -> Iterator[Box]:
    """The boxes in which texts stand, in points from the top left corner: left, top, right, bottom."""
    for shape in shapes:  # type: ignore[attr-defined]
        assert isinstance(shape, BaseShape)
        if isinstance(shape, GroupShape):
            yield from _boxes(shape.shapes)
        elif not shape.has_text_frame or shape.text_frame.text:  # type: ignore[attr-defined]
            left, top, width, height = (Length(each).pt for each in (shape.left, shape.top, shape.width, shape.height))
            yield left, top, left + width, top + height


def _lines(page: pypdfium2.PdfPage) -> Iterator[tuple[str, Box]]:
    height, texts = page.get_height(), page.get_textpage()
    for index in range(texts.count_rects()):
        left, bottom, right, top = texts.get_rect(index)
        text = texts.get_text_bounded(left, bottom, right, top)
        if text.strip(" \r\n"):
            yield text, (left, height - top, right, height - bottom)


def within(line: Box, box: Box) -> bool:
    """Whether a line of text stands in a box."""
    return (
        line[0] >= box[0] - TOLERANCE
        and line[1] >= box[1] - TOLERANCE
        and line[2] <= box[2] + TOLERANCE
        and line[3] <= box[3] + TOLERANCE
    )


def _meet(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > TOLERANCE and down > TOLERANCE


SYSTEM = Path("/usr/bin/python3")
"""The Python of the system, for which LibreOffice's own module is packaged."""


def edited_in_office(script: Path, file: Path, folder: Path) -> dict[str, bytes]:
    """What a script makes of a file in a running LibreOffice, by the names of its edits.

    The test is not run where LibreOffice, or its module for Python, is not installed.
    """
    office = shutil.which("soffice")
    known = SYSTEM.exists() and subprocess.run([SYSTEM, "-c", "import uno"], check=False, capture_output=True)
    if office is None or not known or known.returncode:
        pytest.skip("not run: no LibreOffice, or no python3-uno")
    (folder / "edited").mkdir()
    pipe = f"rapport-{folder.name}-{folder.stat().st_ino}"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [office, profile, "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        words = [*map(str, (SYSTEM, script, file, folder / "edited")), pipe]
        try:
            subprocess.run(words, check=True, timeout=240, env={"HOME": str(folder)})
        except BaseException:
            running.terminate()
            raise
        running.wait(60)
    return {path.stem: path.read_bytes() for path in (folder / "edited").iterdir()}
