"""Single changes that people make to a deck, made with python-pptx, and what each is told as."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable, Iterator
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.util import Pt

import edited_tree

Make = Callable[[Any], object]
Told = tuple[str, int, str]
"""The kind of the one change, the slide it was on before (0 for none), and what there is now."""


def after(data: bytes, make: Make) -> bytes:
    """The deck once somebody has changed it and saved."""
    presentation = Presentation(io.BytesIO(data))
    make(presentation)
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def opened(data: bytes) -> Any:
    """The deck to look at."""
    return Presentation(io.BytesIO(data))


def shape(presentation: Any, slide: int, name: str) -> Any:
    return next(each for each in _all(presentation.slides[slide - 1].shapes) if each.name == name)


def _all(shapes: Any) -> Iterator[Any]:
    for each in shapes:
        yield each
        if hasattr(each, "shapes"):
            yield from _all(each.shapes)


def text(slide: int, name: str, new: str, paragraph: int = 0) -> Make:
    """Replaces a paragraph: its first run says all."""
    return lambda deck: _write(shape(deck, slide, name).text_frame.paragraphs[paragraph], new)


def _write(paragraph: Any, new: str) -> None:
    first, *rest = paragraph.runs
    first.text = new
    for run in rest:
        run._r.getparent().remove(run._r)


def cell(row: int, column: int, new: str, slide: int = 6, paragraph: int = 0) -> Make:
    def make(deck: Any) -> None:
        _write(shape(deck, slide, "Tableau").table.cell(row, column).text_frame.paragraphs[paragraph], new)

    return make


def notes(slide: int, paragraph: int, new: str) -> Make:
    return lambda deck: _write(deck.slides[slide - 1].notes_slide.notes_text_frame.paragraphs[paragraph], new)


def add_paragraph(slide: int, name: str, new: str) -> Make:
    def make(deck: Any) -> None:
        shape(deck, slide, name).text_frame.add_paragraph().text = new

    return make


def drop_paragraph(slide: int, name: str, paragraph: int) -> Make:
    def make(deck: Any) -> None:
        node = shape(deck, slide, name).text_frame.paragraphs[paragraph]._p
        node.getparent().remove(node)

    return make


def look(slide: int, name: str, attribute: str, value: bool, run: int = 0) -> Make:
    def make(deck: Any) -> None:
        runs = [each for paragraph in shape(deck, slide, name).text_frame.paragraphs for each in paragraph.runs]
        setattr(runs[run].font, attribute, value)

    return make


def moved(slide: int, name: str, across: float, down: float) -> Make:
    def make(deck: Any) -> None:
        found = shape(deck, slide, name)
        found.left, found.top, found.width, found.height = (
            found.left + Pt(across),
            found.top + Pt(down),
            found.width,
            found.height,
        )

    return make


def resized(slide: int, name: str, wider: float, higher: float) -> Make:
    def make(deck: Any) -> None:
        found = shape(deck, slide, name)
        found.left, found.top, found.width, found.height = (
            found.left,
            found.top,
            found.width + Pt(wider),
            found.height + Pt(higher),
        )

    return make


def deleted(slide: int, name: str) -> Make:
    def make(deck: Any) -> None:
        node = shape(deck, slide, name)._element
        node.getparent().remove(node)

    return make


def copied(slide: int, name: str) -> Make:
    """A copy as « Duplicate » makes it: a little lower, to the right."""

    def make(deck: Any) -> None:
        node = shape(deck, slide, name)._element
        node.addnext(copy.deepcopy(node))
        twin = next(each for each in deck.slides[slide - 1].shapes if each._element is node.getnext())
        twin.left, twin.top, twin.width, twin.height = twin.left + Pt(12), twin.top + Pt(12), twin.width, twin.height

    return make


def box(slide: int, new: str) -> Make:
    def make(deck: Any) -> None:
        deck.slides[slide - 1].shapes.add_textbox(Pt(600), Pt(420), Pt(200), Pt(40)).text_frame.text = new

    return make


def picture(slide: int) -> Make:
    def make(deck: Any) -> None:
        deck.slides[slide - 1].shapes.add_picture(io.BytesIO(edited_tree.picture("#AA3300")), Pt(600), Pt(300))

    return make


def other_picture(deck: Any) -> None:
    frame = shape(deck, 8, "Image")
    _, relation = frame.part.get_or_add_image_part(io.BytesIO(edited_tree.picture("#0033AA")))
    frame._element.blipFill.find("{http://schemas.openxmlformats.org/drawingml/2006/main}blip").set(
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed", relation
    )


def alternative(slide: int, name: str, new: str) -> Make:
    return lambda deck: shape(deck, slide, name)._element._nvXxPr.cNvPr.set("descr", new)


def slide_moved(slide: int, to: int) -> Make:
    def make(deck: Any) -> None:
        listed = deck.slides._sldIdLst
        node = listed[slide - 1]
        listed.remove(node)
        listed.insert(to - 1, node)

    return make


def slide_deleted(slide: int) -> Make:
    def make(deck: Any) -> None:
        listed = deck.slides._sldIdLst
        listed.remove(listed[slide - 1])

    return make


def slide_added(title: str) -> Make:
    def make(deck: Any) -> None:
        deck.slides.add_slide(deck.slide_layouts[-1]).shapes.title.text = title

    return make


def hidden(slide: int) -> Make:
    return lambda deck: deck.slides[slide - 1]._element.set("show", "0")


def chart(change: Callable[[list[str], list[str], list[list[float | None]]], None]) -> Make:
    """Edits the data of the chart as its sheet would."""

    def make(deck: Any) -> None:
        drawn = shape(deck, 4, "Graphique").chart
        plot = drawn.plots[0]
        categories, names = list(plot.categories), [series.name for series in plot.series]
        values = [list(series.values) for series in plot.series]
        change(categories, names, values)
        data = CategoryChartData()  # type: ignore[no-untyped-call]
        data.categories = categories
        for name, row in zip(names, values, strict=True):
            data.add_series(name, row)  # type: ignore[no-untyped-call]
        drawn.replace_data(data)

    return make


def row_added(deck: Any) -> None:
    table = shape(deck, 6, "Tableau").table
    rows = table._tbl.tr_lst
    rows[-1].addnext(copy.deepcopy(rows[-1]))
    for place, new in enumerate(("Équipe en plus", "Appoint", "Rien")):
        _write(table.cell(len(rows), place).text_frame.paragraphs[0], new)


def row_deleted(deck: Any) -> None:
    row = shape(deck, 6, "Tableau").table._tbl.tr_lst[2]
    row.getparent().remove(row)


def column_deleted(deck: Any) -> None:
    table = shape(deck, 6, "Tableau").table._tbl
    for row in table.tr_lst:
        row.remove(row.tc_lst[2])
    table.tblGrid.remove(table.tblGrid.gridCol_lst[2])


def other_layout(deck: Any) -> None:
    slide = deck.slides[4]
    layout = next(each for each in deck.slide_layouts if each.name == "Titre seul")
    relation = next(each for each in slide.part.rels.values() if each.reltype.endswith("/slideLayout"))
    relation._target = layout.part


WORDS: dict[str, tuple[Make, Told]] = {
    "a title": (text(5, "Titre", "Ce qu’il faudra retenir"), ("text", 5, "Ce qu’il faudra retenir")),
    "the title of the cover": (text(1, "Titre", "L’IA en Europe"), ("text", 1, "L’IA en Europe")),
    "the subtitle": (text(1, "Sous-titre", "Deux ans après"), ("text", 1, "Deux ans après")),
    "a kicker": (text(7, "Surtitre", "Les dates"), ("text", 7, "Les dates")),
    "an item": (text(5, "Texte", "Former tous les agents"), ("text", 5, "Former tous les agents")),
    "a second item": (text(5, "Texte", "Équiper les écoles", 1), ("text", 5, "Équiper les écoles")),
    "a sub-item": (text(5, "Texte", "Avec des outils", 2), ("text", 5, "Avec des outils")),
    "the last item": (text(5, "Texte", "L’État suit", 3), ("text", 5, "L’État suit")),
    "a callout": (text(5, "Encadré", "À savoir. Tout est dit."), ("text", 5, "À savoir. Tout est dit.")),
    "a caption": (text(6, "Légende", "Les tâches"), ("text", 6, "Les tâches")),
    "the caption of a picture": (text(8, "À retenir", "Vu de haut"), ("text", 8, "Vu de haut")),
    "a quote": (text(9, "Texte", "« Nous tenons parole. »"), ("text", 9, "« Nous tenons parole. »")),
    "an attribution": (text(9, "Texte", "La porteuse", 1), ("text", 9, "La porteuse")),
    "the title of a column": (cell(0, 0, "Là-bas", 10), ("text", 10, "Là-bas")),
    "a detail": (cell(0, 1, "À Nantes", 10, 1), ("text", 10, "À Nantes")),
    "a point": (cell(1, 1, "Autre chose", 10), ("text", 10, "Autre chose")),
    "a footer": (text(5, "Pied de page", "Pied changé"), ("text", 5, "Pied changé")),
    "the contents": (text(2, "Sections 2", "Les sommes"), ("text", 2, "Les sommes")),
    "the mark of a draft": (text(5, "Projet", "Version relue"), ("text", 5, "Version relue")),
    "a figure in a title": (
        text(4, "Titre", "Les start-up ont levé 2,9 Md€, plus de quoi grandir"),
        ("text", 4, "Les start-up ont levé 2,9 Md€, plus de quoi grandir"),
    ),
    "a paragraph added": (add_paragraph(5, "Texte", "En plus"), ("text", 5, "En plus")),
    "a paragraph added to a callout": (add_paragraph(5, "Encadré", "Et puis"), ("text", 5, "Et puis")),
    "a paragraph deleted": (drop_paragraph(5, "Texte", 2), ("text", 5, "")),
    "a cell": (cell(1, 0, "Équipe une"), ("text", 6, "Équipe une")),
    "a cell of the last row": (cell(3, 2, "Transport"), ("text", 6, "Transport")),
    "a head of column": (cell(0, 1, "Fonction"), ("text", 6, "Fonction")),
    "a note": (notes(4, 0, "Dire la méthode."), ("notes", 4, "Dire la méthode.")),
    "a note with a figure": (notes(4, 1, "Puis : 75 % des PME."), ("notes", 4, "Puis : 75 % des PME.")),
    "a note of the cover": (notes(1, 1, "Deux ans après."), ("notes", 1, "Deux ans après.")),
    "a note of a table": (notes(6, 0, "Les équipes"), ("notes", 6, "Les équipes")),
    "a moment in a group": (text(7, "Échéance 2", "Bilan rendu", 1), ("text", 7, "Bilan rendu")),
    "a number in a group": (text(3, "Nombre", "2,7"), ("text", 3, "2,7")),
    "a label in a group": (text(3, "Libellé 2", "des centres"), ("text", 3, "des centres")),
}
OTHERS: dict[str, tuple[Make, Told]] = {
    "bold": (look(5, "Texte", "bold", value=True), ("emphasis", 5, "**Former les agents publics**")),
    "not bold": (
        look(5, "Texte", "bold", value=False, run=2),
        ("emphasis", 5, "Équiper les laboratoires du pays"),
    ),
    "italic": (look(6, "Légende", "italic", value=True), ("emphasis", 6, "*Les rôles*")),
    "a title not bold": (look(5, "Titre", "bold", value=False), ("emphasis", 5, "Ce qu’il faut retenir")),
    "an alternative text": (alternative(8, "Image", "Un champ"), ("alternative", 8, "Un champ")),
    "the alternative of a group": (alternative(7, "Calendrier", "Des dates"), ("alternative", 7, "Des dates")),
    "a picture replaced": (other_picture, ("picture", 8, "")),
    "a picture moved": (moved(8, "Image", 20, 0), ("moved", 8, "")),
    "a picture resized": (resized(8, "Image", -30, -20), ("resized", 8, "")),
    "a picture deleted": (deleted(8, "Image"), ("shape-deleted", 8, "")),
    "a picture added": (picture(8), ("shape-added", 8, "")),
    "a title moved": (moved(5, "Titre", 0, 8), ("moved", 5, "")),
    "a text box moved": (moved(8, "À retenir", 5, 5), ("moved", 8, "")),
    "a text box resized": (resized(5, "Encadré", 40, 0), ("resized", 5, "")),
    "a table moved": (moved(6, "Tableau", 0, 12), ("moved", 6, "")),
    "a chart resized": (resized(4, "Graphique", -40, -40), ("resized", 4, "")),
    "a rule moved": (moved(2, "Filet 4", 0, 10), ("moved", 2, "")),
    "an ornament deleted": (deleted(5, "Fond"), ("shape-deleted", 5, "")),
    "a sign deleted": (deleted(7, "Signe 6"), ("shape-deleted", 7, "")),
    "a group moved": (moved(3, "Chiffre clé 2", 0, 20), ("moved", 3, "")),
    "a group deleted": (deleted(3, "Chiffre clé 3"), ("shape-deleted", 3, "")),
    "a member moved": (moved(3, "Nombre", 9, 0), ("moved", 3, "")),
    "a text box deleted": (deleted(6, "Légende"), ("shape-deleted", 6, "")),
    "a table deleted": (deleted(6, "Tableau"), ("shape-deleted", 6, "")),
    "a chart deleted": (deleted(4, "Graphique"), ("shape-deleted", 4, "")),
    "a text box added": (box(5, "Ajouté à la main"), ("shape-added", 5, "Ajouté à la main")),
    "a text box copied": (copied(8, "À retenir"), ("shape-added", 8, "Le terrain vu du ciel")),
    "a sign copied": (copied(7, "Signe 6"), ("shape-added", 7, "")),
    "a slide deleted": (slide_deleted(7), ("slide-deleted", 7, "")),
    "the last slide deleted": (slide_deleted(10), ("slide-deleted", 10, "")),
    "a slide moved down": (slide_moved(3, 6), ("slide-moved", 3, "6")),
    "a slide moved up": (slide_moved(9, 3), ("slide-moved", 9, "3")),
    "a slide added": (slide_added("Une diapositive de plus"), ("slide-added", 0, "Une diapositive de plus")),
    "a slide hidden": (hidden(6), ("slide-hidden", 6, "")),
    "another layout": (other_layout, ("layout", 5, "Titre seul")),
    "a row added": (row_added, ("table", 6, "Équipe en plus | Appoint | Rien")),
    "a row deleted": (row_deleted, ("table", 6, "")),
    "a column deleted": (column_deleted, ("table", 6, "2 colonnes")),
    "a value of a chart": (chart(lambda _c, _n, rows: rows[0].__setitem__(0, 3.0)), ("chart", 4, "3")),
    "a category of a chart": (chart(lambda names, _n, _r: names.__setitem__(0, "Fonds")), ("chart", 4, "Fonds")),
    "a series of a chart": (chart(lambda _c, names, _r: names.__setitem__(1, "Dit")), ("chart", 4, "Dit")),
}
EDITS = {**WORDS, **OTHERS}
