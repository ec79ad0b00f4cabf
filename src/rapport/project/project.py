"""A project on disk: its folders, its content read, its house's looks, the briefings asked for."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from rapport.audience import Audience
from rapport.edition.edition import Edition, Medium
from rapport.edition.picture import Picture
from rapport.language.locales import LOCALES
from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from rapport.look.house import HouseCharter
from rapport.model.content import Content
from rapport.model.partial_date import PartialDate, PartialDateError
from rapport.origin import Origin
from rapport.problem import ContentError, errors
from rapport.read.charter.charter import default_charter, read_charter
from rapport.read.content import Reading, read_content
from rapport.read.faces import fonts_in, installed_fonts
from rapport.read.pictures import read_picture
from rapport.read.recipients import checks as choices
from rapport.remembered import ANEW, Remembered


class UsageError(Exception):
    """A wrong argument or an output that cannot be written; said in one line, exit code 2."""


class Project(Struct, frozen=True):
    """The folders of a project. `now` is the day its content is judged on (`2026-06-15`); None for its own dates.

    `audience` is for whom documents are made: they hold nothing else. `locale` is what they are written in, that of
    each briefing where it is empty. `template` is a presentation file that decks fill, before that of the charter.
    """

    content: Path
    assets: Path
    output: Path = Path("output")
    now: str | None = None
    audience: Audience = "internal"
    locale: str = ""
    template: Path | None = None


def reading_of(project: Project, memory: Remembered = ANEW) -> Reading:
    """The project's content with all its problems, on the day and in the language asked for.

    Raises UsageError for a malformed day or a language that none writes.
    """
    return read_content(project.content, project.assets, _day(project.now), _locale(project.locale), memory)


def _locale(word: str) -> str:
    found = choices.locale(word)
    if word and not found:
        raise UsageError(
            f"--locale\u00a0: langue inconnue\u00a0: «\u00a0{word}\u00a0» (au choix\u00a0: {', '.join(LOCALES)})"
        )
    return found


def _day(now: str | None) -> PartialDate | None:
    if now is None:
        return None
    try:
        return PartialDate.parse(now)
    except PartialDateError:
        message = f"--now\u00a0: «\u00a0{now}\u00a0» n’est pas une date (écrivez par exemple 2026-06-15)"
        raise UsageError(message) from None


def sound(reading: Reading) -> Content:
    """The content, if nothing keeps documents from being built. Raises ContentError."""
    if errors(reading.problems):
        raise ContentError(reading.problems)
    return reading.content


def chosen(content: Content, wanted: Sequence[str]) -> tuple[str, ...]:
    """The briefings asked for, all of them by default. Raises UsageError for an unknown one."""
    known = sorted(content.briefings)
    if not known:
        raise UsageError("aucun dossier dans le contenu (commencez-en un\u00a0: rapport new NOM)")
    for key in wanted:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = (
                f"vouliez-vous dire «\u00a0{near[0]}\u00a0»\u202f?" if near else f"au choix\u00a0: {', '.join(known)}"
            )
            raise UsageError(f"dossier inconnu\u00a0: «\u00a0{key}\u00a0» ({hint})")
    return tuple(wanted) or tuple(known)


# The house's looks: its charter, its faces and its logo.

CHARTER = "charter.yaml"


PHOTOGRAPH = 2000
"""Pixels across the photograph of a cover: some 240 to the inch of a page, more than the screens that show slides."""
DUOTONE, TEMPLATE = "rapport.look.duotone", "rapport.project.template"
"""Loaded where there is a photograph or a template, with the libraries behind them."""


class House(Struct, frozen=True):
    """What every document of an organisation is made with."""

    charter: Charter
    fonts: FontSet
    logo: Picture | None = None

    def sign(self, edition: Edition) -> Edition:
        """The edition with the house's logo on its cover, the author's photograph there in the house's colour."""
        description = self.charter.organisation.logo_description if self.logo else ""
        picture = self._toned(edition.cover.picture, edition.medium) if edition.cover.picture else None
        cover = replace(edition.cover, logo=self.logo, logo_alternative=description, picture=picture)
        return replace(edition, cover=cover)

    def _toned(self, picture: Picture, medium: Medium) -> Picture:
        """The photograph in the shape of the cover's ground, in tones on which white words can be read.

        As it is on a template's cover, where words stand beside it.
        """
        if medium == "deck" and isinstance(self.charter, HouseCharter):
            return picture
        look = self.charter.deck if medium == "deck" else self.charter.brief
        most = PHOTOGRAPH, round(PHOTOGRAPH * look.cover.ground_height / look.grid.width)
        data, (width, height) = import_module(DUOTONE).duotone(
            picture.data, most, self.charter.palette[look.cover.ground]
        )
        digest = sha256(data).hexdigest()
        return replace(picture, data=data, digest=digest, media_type="image/png", width=width, height=height)


def charter_of(project: Project) -> Charter:
    """The charter of `assets/`, else the program's own, before any template. Raises ContentError."""
    file = project.assets / CHARTER
    return read_charter(file if file.exists() else default_charter())


def house_of(project: Project) -> House:
    """The charter of `assets/`, else the program's own; the faces and the logo it names. Raises ContentError."""
    charter = charter_of(project)
    family = charter.font
    folder = project.assets / family.folder
    fonts = fonts_in(folder, family.name) if family.folder else installed_fonts(family.name)
    return House(_dressed(charter, project), fonts, _logo(charter, project.assets))


def _dressed(charter: Charter, project: Project) -> Charter:
    """The charter in the template asked for, else in its own; as it is without any."""
    own = project.assets / charter.template if charter.template else None
    file = project.template or own
    return cast("Charter", import_module(TEMPLATE).dressed(file, charter).charter) if file else charter


def _logo(charter: Charter, assets: Path) -> Picture | None:
    name = charter.organisation.logo
    if not name:
        return None
    picture, problems = read_picture(assets, name, Origin(f"{assets.name}/{CHARTER}"))
    if picture is None:
        raise ContentError(problems)
    return picture
