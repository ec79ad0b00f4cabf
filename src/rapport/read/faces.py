"""Font files -> faces: those of the family we bring, or of a folder of the author's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from font_source_sans_pro import font_files_ttf
from msgspec import Struct
from msgspec.structs import replace

from rapport.lines.face import Face, FontSet, Style, names
from rapport.origin import Origin
from rapport.problem import ContentError, Problem

PACKAGES = "importlib.metadata"
"""What knows the packages installed: loaded for a family that is not ours, for it takes longer than our fonts."""
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
    packages = (entry.load() for entry in import_module(PACKAGES).entry_points(group="fonts_ttf"))
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
    whole = {style: replace(face, companions=companions(face.bold)) for style, face in faces.items()}
    return FontSet(family, whole["regular"], whole["italic"], whole["semibold"], whole["bold"], whole["bold italic"])


def _faces(family: str, files: Iterable[Path]) -> Iterator[Face]:
    for path in files:
        data = path.read_bytes()
        name, style = names(data)
        if name == family and style in STYLES:
            yield Face.of(family, STYLES[style], data)


# Faces for scripts that no Latin family has, from packages that are installed where they are wanted.


class Companion(Struct, frozen=True):
    """A family of one script: its package and the extra that brings it, its files for text and for bold text.

    `weights` are those of a variable font; 0 where each file has its own.
    """

    family: str
    first: str
    last: str
    package: str
    files: tuple[str, str]
    extra: str
    weights: tuple[int, int] = (0, 0)


DEVANAGARI, ARABIC, HEBREW = (
    Companion(
        "Noto Sans Devanagari", "\u0900", "\u097f", "fontpkg_noto_sans_devanagari",
        ("files/NotoSansDevanagari[wdth,wght].ttf",) * 2, "hindi", (400, 700),
    ),
    Companion(
        "IBM Plex Sans Arabic", "\u0600", "\u06ff", "fontpkg_ibm_plex_sans_arabic",
        ("files/IBMPlexSansArabic-Regular.ttf", "files/IBMPlexSansArabic-Bold.ttf"), "guests",
    ),
    Companion(
        "Noto Sans Hebrew", "\u0590", "\u05ff", "pylopdf_fonts_he", ("NotoSansHebrew-Variable.ttf",) * 2, "guests",
        (400, 700),
    ),
)  # fmt: skip
COMPANIONS = (DEVANAGARI, ARABIC, HEBREW)


def companions(bold: bool) -> tuple[Face, ...]:
    """The faces of other scripts that are installed, for text or for bold text; none of them has italics."""
    return tuple(face for each in COMPANIONS if (face := _companion(each, bold)))


def extra_for(character: str) -> str:
    """The extra of this program that brings a face for a character; empty where none does."""
    return next((each.extra for each in COMPANIONS if each.first <= character <= each.last), "")


@cache
def _companion(known: Companion, bold: bool) -> Face | None:
    spec = find_spec(known.package)
    if spec is None or spec.origin is None:
        return None
    face = _whole(Path(spec.origin).parent / known.files[bold])
    return replace(
        face, family=known.family, style="bold" if bold else "regular", weight=known.weights[bold],
        digest=f"{face.digest}-{known.weights[bold]}" if known.weights[bold] else face.digest,
    )  # fmt: skip


@cache
def _whole(path: Path) -> Face:
    """A font file, read once for all weights it has."""
    return Face.of("", "regular", path.read_bytes())


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
        "Ajoutez le fichier .ttf ou .otf de ce style au répertoire que nomme la charte («\u00a0folder\u00a0»).",
    )
