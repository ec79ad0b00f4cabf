"""Draws the pictures of the README from the documents in output/: the same documents give the same bytes.

make pictures

That of the preview is taken in the system's Chromium, and left as it was where there is none.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from rapport.edition.picture import Preview
from rapport.pack.thumbnails import thumbnails

ROOT = Path(__file__).parents[1]
BRIEFING = "evian-g7"
WIDTH = 900
"""Pixels: twice what a column of the README shows."""

PICTURES: Mapping[str, Mapping[str, str]] = {
    "brief": {
        "brief-fiche": "Fiche 5",
    },
    "slides": {
        "slide-chart": "À Fouju",
    },
}
"""For each document the pictures to draw, each by how its entry in the document's outline begins."""


PREVIEW = "preview"
ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync")
SCREEN = {"width": 1440, "height": 900}
CLICKED = ("Financement", 0.62, 0.178)
"""The entry of the outline whose page is shown, and the point of it that is clicked, in shares of the page."""
COLOURS = 96
"""Of a picture that stays under the limit of tests/test_pictures.py."""


def main() -> int:
    """Draws all pictures; says which page could not be found."""
    _draw_preview()
    for document, wanted in PICTURES.items():
        path = ROOT / "output" / BRIEFING / f"{BRIEFING}-{document}.pdf"
        pages = tuple(thumbnails(path.read_bytes(), document, WIDTH))
        for name, beginning in wanted.items():
            _draw(name, pages, beginning)
    return 0


def _draw_preview() -> None:
    """The page as an author sees it who has clicked a figure."""
    browser = shutil.which("chromium")
    if browser is None:
        return
    command = [sys.executable, "-m", "rapport", "preview", BRIEFING, "--no-open", "--editor", "none"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)  # noqa: S603  # ours
    assert process.stdout is not None
    try:
        with sync_playwright() as played, played.chromium.launch(executable_path=browser, args=ARGUMENTS) as chromium:
            page = chromium.new_page(viewport=SCREEN)
            page.goto(process.stdout.readline().strip("\n"))
            _save_screen(_clicked(page))
    finally:
        process.terminate()
        process.wait(10)


def _clicked(page: Page) -> bytes:
    title, across, down = CLICKED
    entry = page.locator("#brief-outline button", has_text=title)
    entry.click()
    number = int(str(entry.get_attribute("title")).split(" ")[1])
    sheet = page.locator("#brief .sheet").nth(number - 1)
    sheet.locator("img[src]").wait_for()
    box = sheet.bounding_box()
    assert box is not None
    sheet.click(position={"x": across * box["width"], "y": down * box["height"]})
    page.locator("#detail dl").wait_for()
    page.wait_for_timeout(1500)  # the pages beside it are drawn too
    return page.screenshot()


def _save_screen(data: bytes) -> None:
    with Image.open(io.BytesIO(data)) as screen:
        height = round(screen.height * WIDTH / screen.width)
        small = screen.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)
    small.quantize(COLOURS).save(ROOT / "assets" / "readme" / f"{PREVIEW}.png", optimize=True)


def _draw(name: str, pages: tuple[Preview, ...], beginning: str) -> None:
    found = next((page for page in pages if _plain(page.title).startswith(beginning)), None)
    if found is None:
        sys.exit(f"{name}: no page is called {beginning!r}; there are {[page.title for page in pages]}")
    target = ROOT / "assets" / "readme" / f"{name}.png"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(found.picture.data)


def _plain(title: str) -> str:
    """A title with the spaces that a keyboard has."""
    return title.replace("\u00a0", " ").replace("\u202f", " ")


if __name__ == "__main__":
    sys.exit(main())
