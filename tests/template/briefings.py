"""Briefings on templates: each resolved once, arranged and written on as many templates as a test asks for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rapport.arrange.arrange import Arranged, arrange
from rapport.edition.edition import Edition
from rapport.figures.claims import Claimed
from rapport.look.charter import Charter
from rapport.model.content import Content
from rapport.project.editions import edition_for
from rapport.project.project import House, Project, house_of, reading_of
from rapport.project.template import dressed
from rapport.resolve.edition import resolve
from rapport.review.claims import claimed_by

ROOT = Path(__file__).parents[2]
SUMMITS = ("evian-g7", "new-delhi")
FIELD = {"oceans": "oceans", "cop30": "cop30"}


@cache
def own_house() -> House:
    return house_of(Project(ROOT / "content", ROOT / "assets"))


@cache
def content_of(briefing: str) -> Content:
    folder = ROOT if briefing in SUMMITS else ROOT / "tests" / "field" / "briefings" / briefing
    reading = reading_of(Project(folder / "content", ROOT / "assets"))
    key = briefing if briefing in SUMMITS else next(iter(reading.content.briefings))
    return edition_for(reading.content, (key,), "internal")


@cache
def edition_of(briefing: str) -> Edition:
    content = content_of(briefing)
    (key,) = content.briefings if briefing not in SUMMITS else (briefing,)
    return own_house().sign(resolve(content, key, "deck", "draft"))


def claims_of(briefing: str) -> Claimed:
    content = content_of(briefing)
    (key,) = content.briefings if briefing not in SUMMITS else (briefing,)
    return claimed_by(content, key)


def charter_on(file: Path) -> Charter:
    """The charter that comes with the program, in a template."""
    return dressed(file, own_house().charter).charter


def arranged(briefing: str, charter: Charter) -> Arranged:
    return arrange(edition_of(briefing), charter, own_house().fonts)
