"""Font files -> faces: those of the family we bring, or of a folder of the author's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points
from pathlib import Path

from font_source_sans_pro import font_files_ttf

from rapport.lines.face import Face, FontSet, Style, names
from rapport.origin import Origin
from rapport.problem import ContentError, Problem

FAMILY = "Source Sans Pro"
FILES = ("SourceSansPro", "SourceSansProIt", "SourceSansProSemibold", "SourceSansProBold", "SourceSansProBoldIt")
"""The faces of our family that documents are set in, as its package names them."""

STYLES: dict[str, Style] = {
    **dict.fromkeys(("Regular", "Book", "Roman", "Normal"), "regular"),
    **dict.fromkeys(("Italic", "Oblique", "Book Oblique"), "italic"),
    **dict.fromkeys(("Semibold", "SemiBold", "Demibold", "DemiBold"), "semibold"),
    "Bold": "bold",
    **dict.fromkeys(("Bold Italic", "Bold Oblique"), "bold italic"),
}
"""Style names of font files (name identifiers 17 and 2) -> ours."""


def installed_fonts(family: str = FAMILY) -> FontSet:
    """The faces of the family that comes with us, or of one that an installed package brings (entry points of the
    group `fonts_ttf`, as font packages have them). Raises ContentError for any other.
    """
    if family == FAMILY:
        return _font_set(family, (Path(font_files_ttf[name]) for name in FILES), Origin(family))
    packages = (entry.load() for entry in entry_points(group="fonts_ttf"))
    return _font_set(family, (Path(path) for files in packages for path in files.values()), Origin(family))


def fonts_in(folder: Path, family: str) -> FontSet:
    """The faces of a family from the .ttf and .otf files of a folder; the first file by name of a style counts.

    Raises ContentError where a style is missing; the bold stands in for a semibold, which many families lack.
    """
    files = (path for path in sorted(folder.iterdir()) if path.suffix.lower() in (".ttf", ".otf"))
    return _font_set(family, files, Origin(str(folder)))


def _font_set(family: str, files: Iterable[Path], origin: Origin) -> FontSet:
    faces: dict[Style, Face] = {}
    for face in _faces(family, files):
        faces.setdefault(face.style, face)
    if "bold" in faces:
        faces.setdefault("semibold", Face.of(family, "semibold", faces["bold"].data))
    lacking = [style for style in dict.fromkeys(STYLES.values()) if style not in faces]
    if lacking:
        raise ContentError(_missing(family, style, origin) for style in lacking)
    return FontSet(family, faces["regular"], faces["italic"], faces["semibold"], faces["bold"], faces["bold italic"])


def _faces(family: str, files: Iterable[Path]) -> Iterator[Face]:
    for path in files:
        data = path.read_bytes()
        name, style = names(data)
        if name == family and style in STYLES:
            yield Face.of(family, STYLES[style], data)


FRENCH: dict[Style, str] = {
    "regular": "romain",
    "italic": "italique",
    "semibold": "demi-gras",
    "bold": "gras",
    "bold italic": "gras italique",
}


def _missing(family: str, style: Style, origin: Origin) -> Problem:
    return Problem(
        "font-missing",
        f"La police «\u00a0{family}\u00a0» n’a pas de style {FRENCH[style]}.",
        origin,
        "Ajoutez le fichier .ttf ou .otf de ce style au dossier que nomme la charte («\u00a0folder\u00a0»).",
    )
