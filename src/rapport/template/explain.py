"""What a template gives and lacks, said before anything is built: roles, colours, faces, free areas, repairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from rapport.look.geometry import Box
from rapport.look.house import ROLES, Role
from rapport.template.fitted import Contrast, FittedLayout
from rapport.template.house import Housed, OpenTemplate
from rapport.template.layouts import ReadLayout
from rapport.template.roles import RoleChoice
from rapport.template.site import Site, sheet_of
from rapport.template.theme import UNKNOWN, FaceUse

ROLE_NAMES: Mapping[Role, str] = {
    "cover": "couverture",
    "opener": "ouverture de partie",
    "statement": "affirmation",
    "content": "texte",
    "columns": "deux colonnes",
    "chart": "graphique",
    "table": "tableau",
    "figures": "chiffres clés",
    "agenda": "sommaire",
    "quote": "citation",
    "people": "personnes",
    "visual": "visuel libre",
    "closing": "fin",
}
HOW: Mapping[str, str] = {
    "map": "demandée par la carte",
    "features": "reconnue à ses emplacements",
    "type": "reconnue à son type",
    "name": "reconnue à son nom",
}
GAPS: Mapping[str, str] = {
    "room": "peu de place pour le contenu",
    "foot": "aucune place dégagée au pied\u00a0: la source s’écrit sur un autre fond",
}
CM = 28.35
"""Points in a centimetre."""
DIFFERENCES = (
    "pages de commentaires\u00a0: notre masque, où la place du marquage et du numéro d’exemplaire est connue",
    "diapositives en PDF (handout --slides)\u00a0: couleurs et places du modèle, sans ses bandeaux, images et "
    "logos\u202f; texte composé dans la police de la charte",
    "signes de notre couverture\u00a0: celle du modèle n’en a pas\u202f; la photographie d’un dossier y prend la place "
    "d’une image, ou se met à côté de la date",
    "styles de tableau du modèle\u00a0: les tableaux du document ont le leur, aux couleurs du thème",
)


class RoleSaid(Struct, frozen=True):
    """One role: its layout (empty for none), what told it, what to know of it."""

    role: Role
    name: str
    layout: str
    how: str
    notes: tuple[str, ...]


class Explanation(Struct, frozen=True):
    """All that is said of a template, each part in sentences."""

    file: str
    slide: str
    roles: tuple[RoleSaid, ...]
    unused: tuple[str, ...]
    colours: tuple[str, ...]
    faces: tuple[str, ...]
    areas: tuple[str, ...]
    changed: tuple[str, ...]
    slides: tuple[str, ...]
    differences: tuple[str, ...]


def explained(opening: OpenTemplate, made: Housed) -> Explanation:
    """The explanation of a template and its mapping."""
    read = opening.read
    sheet = sheet_of(read.width, read.height)
    used = {each.layout.part for each in made.roles.values()}
    return Explanation(
        opening.found.name,
        f"{_cm(sheet.width)} × {_cm(sheet.height)} cm\u202f; masques\u00a0: {len(read.masters)}, dispositions\u00a0: "
        f"{len(read.layouts)}, diapositives\u00a0: {len(read.slides)}",
        tuple(_role(role, made) for role in ROLES),
        tuple(_title(layout) for layout in read.layouts if layout.part not in used),
        tuple(dict.fromkeys(_colours(made))),
        tuple(_faces(made)),
        tuple(dict.fromkeys(_areas(opening, made))),
        opening.found.said,
        tuple(_slides(opening, made)),
        DIFFERENCES,
    )


def _title(layout: ReadLayout) -> str:
    without = "" if layout.title else " (sans titre)"
    return f"{layout.name or 'sans nom'}{without}"


def _role(role: Role, made: Housed) -> RoleSaid:
    if role not in made.roles:
        return RoleSaid(role, ROLE_NAMES[role], "", "absente", ("aucune diapositive du document n’a ce rôle",))
    found = made.roles[role]
    notes = (*(GAPS[gap] for gap in found.places.gaps), *_contrasts(found))
    if found.layout.plate:
        notes = (*notes, "l’image du fond est inégale\u00a0: un fond uni est posé sous le contenu")
    return RoleSaid(role, ROLE_NAMES[role], found.layout.name, _how(found.choice), notes)


def _how(choice: RoleChoice) -> str:
    if choice.how != "fallback":
        return HOW[choice.how]
    stand_in = ROLE_NAMES[choice.instead] if choice.instead else ""
    other = f"celle de «\u00a0{stand_in}\u00a0»" if stand_in else "la première qui a un titre"
    return f"à défaut\u00a0: {other}"


def _contrasts(found: FittedLayout) -> Iterator[str]:
    for each in found.contrasts:
        if not each.passes:
            yield f"«\u00a0{each.what}\u00a0»\u00a0: {_why(each)}\u202f; une couleur lisible du thème la remplace"


def _why(each: Contrast) -> str:
    if each.ratio < each.least:
        return f"{each.colour} sur {each.ground}, contraste {_comma(each.ratio)} au lieu de {_comma(each.least)}"
    return f"{each.colour} sur une image dont la clarté varie"


def _colours(made: Housed) -> Iterator[str]:
    for each in made.roles.values():
        palette = each.layout.palette
        accent = (
            f"accent {palette.accent} ({each.accent})"
            if each.accent
            else "aucun accent lisible\u00a0: l’encre en tient lieu"
        )
        mended = f"\u202f; corrigé\u00a0: {', '.join(each.mended)}" if each.mended and each.accent else ""
        yield f"fond {palette.white}\u00a0: texte {palette.ink}, second texte {palette.grey}, {accent}{mended}"


def _faces(made: Housed) -> Iterator[str]:
    for use, face in (("titres", made.heading), ("texte", made.body)):
        yield f"{use}\u00a0: {_face(face)}"


def _face(face: FaceUse) -> str:
    if face.spread == 1 and not face.substitute:
        return f"{face.name}, mesurée dans ses propres fichiers"
    if not face.substitute:
        margin = round(100 * (UNKNOWN - 1))
        return f"{face.name}, que ce programme n’a pas\u00a0: mesurée plus large de {margin} % que la nôtre et qu’Arial"
    if face.spread > 1:
        more = round(100 * (face.spread - 1))
        return f"{face.name}, mesurée aux largeurs de {face.substitute} ({more} % de plus qu’Arial)"
    return (
        f"{face.name}, aux largeurs de {face.substitute}, au plus celles de la nôtre et d’Arial\u00a0: "
        "mesurée à celles-ci"
    )


def _areas(opening: OpenTemplate, made: Housed) -> Iterator[str]:
    """The room for content of each layout, and what is kept clear."""
    sheet = sheet_of(opening.read.width, opening.read.height)
    for each in made.roles.values():
        layout = each.choice.layout
        if layout is None:
            continue
        kept = [_place(box) for box in Site(layout, sheet, made.template.scale).obstacles]
        said = f"\u202f; dégagé\u00a0: {', '.join(kept[:4])}{'…' if len(kept) > 4 else ''}" if kept else ""
        yield f"«\u00a0{layout.name}\u00a0»\u00a0: contenu {_place(each.places.content)}{said}"


def _slides(opening: OpenTemplate, made: Housed) -> Iterator[str]:
    places = {each.part: each.place for each in made.template.kept}
    said = {"first": "gardée, avant celles du document", "last": "gardée, après celles du document", "drop": "retirée"}
    for number, part in enumerate(opening.read.slides, start=1):
        yield f"diapositive {number} du modèle\u00a0: {said[places.get(part, 'drop')]}"


def _place(box: Box) -> str:
    return f"{_cm(box.width)} × {_cm(box.height)} cm à ({_cm(box.x)}\u202f; {_cm(box.y)})"


def _cm(points: float) -> str:
    return _comma(points / CM)


def _comma(value: float) -> str:
    return f"{int(value * 10) / 10:.1f}".replace(".", ",")
