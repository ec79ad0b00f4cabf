"""The house's looks: its charter, its faces and its logo."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.edition import Edition
from rapport.edition.picture import Picture
from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from rapport.origin import Origin
from rapport.problem import ContentError
from rapport.project.project import Project
from rapport.read.charter.charter import default_charter, read_charter
from rapport.read.faces import fonts_in, installed_fonts
from rapport.read.pictures.pictures import read_picture

CHARTER = "charter.yaml"


class House(Struct, frozen=True):
    """What every document of an organisation is made with."""

    charter: Charter
    fonts: FontSet
    logo: Picture | None = None

    def sign(self, edition: Edition) -> Edition:
        """The edition with the house's logo on its cover."""
        description = self.charter.organisation.logo_description if self.logo else ""
        return replace(edition, cover=replace(edition.cover, logo=self.logo, logo_alternative=description))


def house_of(project: Project) -> House:
    """The charter of `assets/`, else the program's own; the faces and the logo it names. Raises ContentError."""
    file = project.assets / CHARTER
    charter = read_charter(file if file.exists() else default_charter())
    family = charter.font
    folder = project.assets / family.folder
    fonts = fonts_in(folder, family.name) if family.folder else installed_fonts(family.name)
    return House(charter, fonts, _logo(charter, project.assets))


def _logo(charter: Charter, assets: Path) -> Picture | None:
    name = charter.organisation.logo
    if not name:
        return None
    picture, problems = read_picture(assets, name, Origin(f"{assets.name}/{CHARTER}"))
    if picture is None:
        raise ContentError(problems)
    return picture
