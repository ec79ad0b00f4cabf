"""Briefings on templates: each resolved once, arranged on as many templates as a test asks for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rapport.arrange.arrange import Arranged, arrange
from rapport.edition.edition import Edition
from rapport.figures.claims import Claimed
from rapport.look.charter import Charter
from rapport.project.composition import Composition
from rapport.project.drafting import draft
from rapport.project.project import House, Project, house_of
from rapport.project.template import dressed
from rapport.review.claims import claimed_by

ROOT = Path(__file__).parents[2]
SUMMITS = ("evian-g7", "new-delhi")
FIELD = ("oceans", "cop30")
"""Folders of briefings nobody here wrote the program for."""


@cache
def own_house() -> House:
    return house_of(Project(ROOT / "content", ROOT / "assets"))


@cache
def made_of(briefing: str) -> Composition:
    """A summit of the project, or the briefing of a folder, as its draft is."""
    folder = ROOT if briefing in SUMMITS else ROOT / "tests" / "field" / "briefings" / briefing
    prepared = draft(Project(folder / "content", folder / "assets"), (briefing,) if briefing in SUMMITS else ())
    return prepared.compositions[0]


def edition_of(briefing: str) -> Edition:
    return made_of(briefing).deck


def claims_of(briefing: str) -> Claimed:
    made = made_of(briefing)
    return claimed_by(made.content, made.key)


def charter_on(file: Path) -> Charter:
    """The charter that comes with the program, in a template."""
    return dressed(file, own_house().charter).charter


def arranged(briefing: str, charter: Charter) -> Arranged:
    return arrange(edition_of(briefing), charter, own_house().fonts)
