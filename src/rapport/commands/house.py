"""The house's looks: its charter and its faces."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from rapport.lines.face import FontSet
from rapport.look.charter import Charter
from rapport.read.charter import read_charter
from rapport.read.faces import fonts_in, installed_fonts

CHARTER = "charter.yaml"


@dataclass(frozen=True, slots=True)
class House:
    """What every document of an organisation is made with."""

    charter: Charter
    fonts: FontSet


def house_of(arguments: argparse.Namespace) -> House:
    """The charter of `assets/` and the faces it names. Raises ContentError."""
    charter = read_charter(arguments.assets / CHARTER)
    family = charter.font
    if family.folder:
        return House(charter, fonts_in(arguments.assets / family.folder, family.name))
    return House(charter, installed_fonts(family.name))
