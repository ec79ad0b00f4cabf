"""Pages drawn by an engine that is not ours, compared as pictures and as texts; places of differences."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import pypdfium2
from PIL import Image, ImageChops

from rapport.formats.unreadable import UnreadableError, quoted
from rapport.verify.pdf.seen import page_text

# Places of differences, several of a kind told together.


def runs(what: str, numbers: Sequence[int]) -> str:
    """« page 3 », « pages 1 à 4, 7 »; empty for none."""
    if not numbers:
        return ""
    shown = []
    for _, group in groupby(enumerate(sorted(set(numbers))), lambda item: item[1] - item[0]):
        first, *rest = (number for _, number in group)
        shown.append(f"{first} à {rest[-1]}" if len(rest) > 1 else ", ".join(map(str, (first, *rest))))
    plural = "s" if len(set(numbers)) > 1 else ""
    return f"{what}{plural}\u00a0{', '.join(shown)}"


RESOLUTION = 100
"""Dots an inch: a decimal comma of 9 points is two dots wide."""
TOLERANCE = 24
"""Of 255, by which a dot may differ: engines round edges; a white box at half strength differs by more."""
WORD = re.compile(r"[^ \t\r\n]+")
LARGEST = 40_000_000
"""Dots of a page at most: A0 at 100 dots an inch has 15 million."""


def page_differences(found: bytes, rebuilt: bytes, pages: Sequence[int]) -> Iterator[tuple[int, str, str]]:
    """For each page that looks or reads otherwise: its number, a code and a message. Raises `UnreadableError`."""
    if not pages:
        return
    try:
        with pypdfium2.PdfDocument(found) as given, pypdfium2.PdfDocument(rebuilt) as wanted:
            if len(given) != len(wanted):
                yield 0, "rebuilt-pages", f"{len(given)} pages au lieu de {len(wanted)}"
            for number in pages:
                if number <= min(len(given), len(wanted)):
                    yield from ((number, *each) for each in _page(given[number - 1], wanted[number - 1]))
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("PDF illisible par PDFium") from error


def _page(given: pypdfium2.PdfPage, wanted: pypdfium2.PdfPage) -> Iterator[tuple[str, str]]:
    if given.get_width() * given.get_height() * (RESOLUTION / 72) ** 2 > LARGEST:
        yield "rebuilt-picture", "page démesurée"
        return
    if not same_picture(_drawn(given), _drawn(wanted)):
        yield "rebuilt-picture", "l’image de la page diffère de celle que donne le contenu"
    yield from _texts(page_text(given), page_text(wanted))


def _drawn(page: pypdfium2.PdfPage) -> Image.Image:
    picture: Image.Image = page.render(scale=RESOLUTION / 72).to_pil()
    return picture.convert("RGB")


def same_picture(one: Image.Image, other: Image.Image) -> bool:
    """Whether two pictures are of one size and no dot of them differs by more than the tolerance."""
    if one.size != other.size:
        return False
    extremes = ImageChops.difference(one, other).getextrema()
    return all(isinstance(band, tuple) and band[1] <= TOLERANCE for band in extremes)


def _texts(given: str, wanted: str) -> Iterator[tuple[str, str]]:
    for message in text_differences(given, wanted):
        yield "rebuilt-text", message


def text_differences(given: str, wanted: str, most: int = 3) -> Iterator[str]:
    """The words of two texts that differ, told as what stands there and what should; `most` of them."""
    new, old = WORD.findall(given), WORD.findall(wanted)
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    changed = [step for step in matcher.get_opcodes() if step[0] != "equal"] if new != old else []
    for _, start, end, first, last in changed[:most]:
        before, after = " ".join(old[start:end]), " ".join(new[first:last])
        if not before:
            yield f"texte en trop\u00a0: {quoted(after)}"
        elif not after:
            yield f"texte absent\u00a0: {quoted(before)}"
        else:
            yield f"texte {quoted(after)} au lieu de {quoted(before)}"
    if len(changed) > most:
        yield f"et {len(changed) - most} autre(s) texte(s)"
