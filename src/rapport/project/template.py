"""An organisation's template and its map -> the charter that decks fill it with, and all that is said of it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from rapport.look.charter import Charter
from rapport.look.house import HouseCharter, Keeping, KeptSlide, Role
from rapport.origin import Origin
from rapport.problem import ContentError, Problem
from rapport.read.template_map import MapEntry, TemplateMap, read_map
from rapport.template.door import refusal
from rapport.template.house import Housed, OpenTemplate, WantedLayouts, brief_palette, housed, open_template
from rapport.template.layouts import ReadLayout, ReadTemplate

ENDINGS = (".pptx", ".potx", ".pptm", ".potm", ".ppsx")


class Dressed(Struct, frozen=True):
    """A template read with its map and mapped, and the charter that fills it."""

    opened: OpenTemplate
    mapped: TemplateMap
    housed: Housed
    charter: HouseCharter


def dressed(file: Path, charter: Charter) -> Dressed:
    """The template of a file with the map beside it. Raises ContentError with every fault of both."""
    if file.suffix.lower() not in ENDINGS or not file.is_file():
        hint = f"donnez un fichier {', '.join(ENDINGS[:2])}"
        raise ContentError(
            (Problem("template-missing", f"modèle introuvable\u00a0: «\u00a0{file}\u00a0»", Origin(file.name), hint),)
        )
    mapped = read_map(file)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise refusal(file.name, "le modèle ne se lit pas", "vérifiez vos droits sur le fichier") from error
    opening = open_template(data, file.name)
    made = housed(opening, charter, _wanted(mapped, opening.read))
    if mapped.from_template:
        charter = replace(charter, palette=brief_palette(made, charter.palette))
    fields = {name: getattr(charter, name) for name in charter.__struct_fields__}
    look = made.template.roles["content"].look
    return Dressed(opening, mapped, made, HouseCharter(**{**fields, "deck": look}, house=made.template))


def _wanted(mapped: TemplateMap, read: ReadTemplate) -> WantedLayouts:
    """What the map asks for, each layout found. Raises ContentError for all that the template does not have."""
    problems: list[Problem] = []
    roles = dict(_found(mapped.roles, read, problems))
    slides = dict(_found(mapped.slides, read, problems))
    kept = tuple(_kept(mapped.kept, read, problems))
    if problems:
        raise ContentError(sorted(problems, key=lambda problem: problem.origin))
    return WantedLayouts(cast("Mapping[Role, ReadLayout]", roles), slides, kept)


def _found(
    entries: Iterable[MapEntry], read: ReadTemplate, problems: list[Problem]
) -> Iterator[tuple[str, ReadLayout]]:
    names = [layout_name(layout, read) for layout in read.layouts]
    for entry in entries:
        layout = next(
            (each for each, name in zip(read.layouts, names, strict=True) if entry.value in (name, each.name)), None
        )
        if layout is None:
            near = difflib.get_close_matches(entry.value, names, n=1)
            hint = (
                f"vouliez-vous dire «\u00a0{near[0]}\u00a0»\u202f?" if near else f"au choix\u00a0: {', '.join(names)}"
            )
            message = f"disposition inconnue\u00a0: «\u00a0{entry.value}\u00a0»"
            problems.append(Problem("template-layout", message, entry.origin, hint))
        elif layout.title is None:
            message = (
                f"la disposition «\u00a0{entry.value}\u00a0» n’a pas de titre\u00a0: aucune diapositive ne s’y pose"
            )
            problems.append(Problem("template-layout", message, entry.origin, "choisissez-en une qui a un titre"))
        else:
            yield entry.key, layout


def layout_name(layout: ReadLayout, read: ReadTemplate) -> str:
    """The name by which the map calls a layout: its own, after the number of its master where another has it too."""
    twice = sum(each.name == layout.name for each in read.layouts) > 1
    return f"{layout.master}/{layout.name}" if twice else layout.name


def _kept(entries: Iterable[MapEntry], read: ReadTemplate, problems: list[Problem]) -> Iterator[KeptSlide]:
    for entry in entries:
        number = int(entry.key) if entry.key.isdecimal() else 0
        if 1 <= number <= len(read.slides):
            yield KeptSlide(read.slides[number - 1], cast("Keeping", entry.value))
        else:
            message = f"le modèle n’a pas de diapositive «\u00a0{entry.key}\u00a0» (il en a {len(read.slides)})"
            problems.append(Problem("template-kept", message, entry.origin, "donnez son numéro"))
