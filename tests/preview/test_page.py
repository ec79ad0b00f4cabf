"""An author at work: saves, looks, clicks, by mouse and by keyboard, in a real browser."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from briefing_tree import ASSETS, COMPLETE
from content_tree import plain_spaces, write_tree
from preview.browser import browsing, serving, until, violations

A4_WIDTH = 595.28
BEYOND = """[...document.body.querySelectorAll('*')]
  .filter(each => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(each => each.outerHTML.slice(0, 120))"""
"""Markup that reaches beyond the right edge."""
SECTION = "content/sections/financement.yaml"


class Author:
    """A page of the preview, its folder, what the browser said, and the file that the editor writes."""

    def __init__(self, page: Page, folder: Path, said: list[str]) -> None:
        self.page, self.folder, self.said = page, folder, said
        self.opened = folder / "opened"

    def save(self, old: str, new: str, name: str = SECTION) -> None:
        path = self.folder / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    def line(self, words: str, name: str = SECTION) -> int:
        lines = (self.folder / name).read_text(encoding="utf-8").splitlines()
        return next(number for number, text in enumerate(lines, start=1) if words in text)

    def picture(self, document: str, number: int) -> str:
        """The address of a page's picture; empty before it came."""
        image = self.page.locator(f"#{document} .sheet img").nth(number - 1)
        return (image.get_attribute("src") or "").partition("?")[0]

    def detail(self) -> str:
        return plain_spaces(self.page.inner_text("#detail"))

    def faults(self) -> str:
        return plain_spaces(self.page.inner_text("#faults-part"))


@pytest.fixture
def author(tmp_path: Path) -> Iterator[Author]:
    write_tree(tmp_path, COMPLETE)
    shutil.copy(ASSETS / "charter.yaml", tmp_path / "assets" / "charter.yaml")
    program = f"import sys, pathlib; pathlib.Path(r'{tmp_path / 'opened'}').write_text(':'.join(sys.argv[1:]))"
    editor = f'"{sys.executable}" -c "{program}" {{file}} {{line}}'
    with serving(tmp_path, "evian", "--editor", editor) as (address, _), browsing(address) as (page, said):
        working = Author(page, tmp_path, said)
        until(lambda: working.picture("brief", 1) and working.picture("slides", 1))
        yield working


def sheet_of(author: Author, title: str) -> int:
    """The page of the brief that a heading of its outline leads to, brought in sight."""
    button = author.page.locator("#brief-outline button", has_text=title)
    number = int(str(button.get_attribute("title")).split(" ")[1])
    button.click()
    until(lambda: author.picture("brief", number))
    return number


def test_a_save_changes_the_page_in_sight(author: Author) -> None:
    number = sheet_of(author, "Financement")
    before = author.picture("brief", number)
    author.save("L'objectif :", "L'objectif, un objectif :")
    until(lambda: author.picture("brief", number) != before)
    assert "À jour" in author.page.inner_text("#status")
    assert author.said == []


def test_a_click_on_a_figure_shows_its_fact_and_opens_its_line(author: Author) -> None:
    number = sheet_of(author, "Chiffres")
    sheet = author.page.locator("#brief .sheet").nth(number - 1)
    points = author.page.evaluate(
        "number => fetch(`/texts?document=brief&page=${number}`).then(answer => answer.json())", number
    )
    [point] = [each for each in points if each["figure"] and each["text"].startswith("2,6")][:1]
    box = sheet.bounding_box()
    assert box
    scale = box["width"] / A4_WIDTH
    sheet.click(position={"x": point["x"] * scale, "y": point["y"] * scale})
    until(lambda: "Fait levees" in author.detail())
    said = author.detail()
    assert "plus de 2,6 milliards d’euros" in said
    assert "Bilan de l’IA, § 4" in said
    assert f"page {number}" in said
    assert "diapositive" in said
    assert author.page.locator(".mark").count() == 1
    until(author.opened.exists)
    facts = "content/facts/financement.yaml"
    place = f"{author.folder / facts}:{author.line('label: levées', facts)}"
    until(lambda: author.opened.read_text(encoding="utf-8") == place)


def test_the_same_by_keyboard_alone(author: Author) -> None:
    keyboard = author.page.keyboard
    author.page.locator("#brief .sheet").first.focus()
    number = sheet_of(author, "Financement")
    author.page.locator("#brief .sheet").first.focus()
    for _ in range(number - 1):
        keyboard.press("ArrowDown")
    focused = "document.activeElement.dataset.spot"
    assert author.page.evaluate(focused) == f"brief {number}"
    keyboard.press("Enter")
    until(lambda: "Textes" in author.detail())
    until(lambda: author.page.evaluate("document.activeElement.closest('#detail') !== null"))
    for _ in range(40):
        if "L’objectif" in author.page.evaluate("document.activeElement.textContent"):
            break
        keyboard.press("Tab")
    keyboard.press("Enter")
    until(lambda: f"ligne {author.line('levé {levees} en 2025')}" in author.detail())
    until(lambda: author.page.evaluate("document.activeElement.id") == "detail-title")
    keyboard.press("Escape")
    assert author.page.evaluate(focused) == f"brief {number}"


def test_broken_yaml_keeps_the_last_page_and_a_click_on_the_fault_opens_its_line(author: Author) -> None:
    number = sheet_of(author, "Financement")
    before = author.picture("brief", number)
    author.save("title: Financement", "title: [")
    until(lambda: "les dernières pages justes" in author.page.inner_text("#status"))
    assert author.picture("brief", number) == before
    author.page.locator("#faults button").first.click()
    until(author.opened.exists)
    until(lambda: author.opened.read_text(encoding="utf-8").startswith(str(author.folder / SECTION)))
    author.save("title: [", "title: Financement")
    until(lambda: "À jour" in author.page.inner_text("#status"))


def test_a_fault_stands_under_the_page_it_concerns(author: Author) -> None:
    number = sheet_of(author, "Financement")
    author.save("L'objectif :", "Une hausse de 12 %. L'objectif :")
    here = author.page.locator("#brief > li").nth(number - 1).locator(".here")
    until(lambda: "12 %" in plain_spaces(here.inner_text()))
    assert f"page {number}" in author.faults()
    author.save("Une hausse de 12 %. ", "")
    until(lambda: not here.inner_text())


def test_axe_finds_nothing_in_any_state(author: Author) -> None:
    author.save("L'objectif :", "Une hausse de 12 %. L'objectif :")
    until(lambda: "12 %" in author.faults())
    author.page.locator("#brief .sheet").nth(2).press("Enter")
    until(lambda: "Textes" in author.detail())
    found = []
    for theme in ("light", "dark"):
        author.page.select_option("#theme", theme)
        found += violations(author.page)
    author.save("title: Financement", "title: [")
    until(lambda: "les dernières pages justes" in author.page.inner_text("#status"))
    author.page.set_viewport_size({"width": 360, "height": 800})
    found += violations(author.page)
    assert author.page.evaluate(BEYOND) == []
    assert found == []
    assert author.said == []


def test_pages_are_enlarged_paired_greyed_and_shown_alone(author: Author) -> None:
    first = author.page.locator("#brief .sheet").first

    def width() -> float:
        box = first.bounding_box()
        assert box
        return box["width"]

    before = width()
    author.page.click("#larger")
    until(lambda: width() > before)
    assert plain_spaces(author.page.inner_text("#zoom")) == "125 %"
    author.page.click("#smaller")
    author.page.click("#pair")
    until(lambda: width() < 0.6 * before)
    assert author.page.get_attribute("#pair", "aria-pressed") == "true"
    author.page.click("#grey")
    assert "grayscale(1)" in author.page.evaluate("getComputedStyle(document.querySelector('.sheet img')).filter")
    author.page.select_option("#parts", "brief")
    assert not author.page.is_visible("#slides-part")


def test_a_second_tab_follows_and_ctrl_c_ends_with_both_open(tmp_path: Path) -> None:
    write_tree(tmp_path, COMPLETE)
    shutil.copy(ASSETS / "charter.yaml", tmp_path / "assets" / "charter.yaml")
    with serving(tmp_path, "--editor", "none") as (address, process), browsing(address) as (page, _):
        second = page.context.new_page()
        second.goto(address.partition("?")[0])
        for tab in (page, second):
            until(lambda tab=tab: "À jour" in tab.inner_text("#status"))  # type: ignore[misc]
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        assert "Traceback" not in (process.stderr.read() if process.stderr else "")
        until(lambda: "arrêté" in second.inner_text("#status"))


def test_a_stranger_is_refused(tmp_path: Path) -> None:
    write_tree(tmp_path, COMPLETE)
    shutil.copy(ASSETS / "charter.yaml", tmp_path / "assets" / "charter.yaml")
    with serving(tmp_path, "--editor", "none") as (address, _):
        page, _, token = address.partition("?token=")
        assert page.startswith("http://127.0.0.1:")
        assert len(token) >= 32
        with pytest.raises(urllib.error.HTTPError, match="403") as refused:
            urllib.request.urlopen(page)  # noqa: S310  # the address just printed
        refused.value.close()


def test_wrong_usage_is_said_in_a_line(tmp_path: Path) -> None:
    write_tree(tmp_path, COMPLETE)
    command = [sys.executable, "-m", "rapport", "preview", "--no-open"]
    for words, expected in (
        (["evain"], "vouliez-vous dire « evian »"),
        (["--editor", "vi"], "éditeur inconnu"),
        (["--content", "nowhere"], "répertoire introuvable"),
    ):
        done = subprocess.run([*command, *words], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert expected in plain_spaces(done.stderr)
