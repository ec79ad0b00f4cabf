"""More of what people do to a deck: each is one change, or none that anybody would call one."""

from __future__ import annotations

import copy
from typing import Any

from pptx.util import Pt

import handwork
from handwork import Make, Told, shape

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SECTION = "{http://schemas.microsoft.com/office/powerpoint/2010/main}section"
ADDRESS = "https://example.org/page"


def linked(deck: Any) -> None:
    shape(deck, 5, "Texte").text_frame.paragraphs[0].runs[0].hyperlink.address = ADDRESS


def shape_linked(deck: Any) -> None:
    shape(deck, 5, "Encadré").click_action.hyperlink.address = ADDRESS


def rows_exchanged(deck: Any) -> None:
    rows = shape(deck, 6, "Tableau").table._tbl.tr_lst
    rows[2].addnext(rows[1])


def row_copied(deck: Any) -> None:
    rows = shape(deck, 6, "Tableau").table._tbl.tr_lst
    rows[1].addnext(copy.deepcopy(rows[1]))
    for place, text in enumerate(rows[1].getnext().iter(f"{A}t")):
        text.text = f"Autre {place}"


def column_added(deck: Any) -> None:
    table = shape(deck, 6, "Tableau").table._tbl
    for row in table.tr_lst:
        row.tc_lst[-1].addnext(copy.deepcopy(row.tc_lst[-1]))
    table.tblGrid.append(copy.deepcopy(table.tblGrid.gridCol_lst[-1]))


def cell_emptied(deck: Any) -> None:
    for run in shape(deck, 6, "Tableau").table.cell(1, 1).text_frame.paragraphs[0].runs:
        run.text = ""


def other_chart(deck: Any) -> None:
    next(shape(deck, 4, "Graphique").chart._chartSpace.iter(f"{C}barDir")).set("val", "bar")


def stacked(deck: Any) -> None:
    next(shape(deck, 4, "Graphique").chart._chartSpace.iter(f"{C}grouping")).set("val", "stacked")


def titled(deck: Any) -> None:
    chart = shape(deck, 4, "Graphique").chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "Un titre de plus"


def section_renamed(deck: Any) -> None:
    list(deck.part._element.iter(SECTION))[2].set("name", "Autre partie")


def turned(deck: Any) -> None:
    shape(deck, 8, "À retenir").rotation = 15


def cropped(deck: Any) -> None:
    shape(deck, 8, "Image").crop_left = 0.2


def group_undone(deck: Any) -> None:
    group = shape(deck, 3, "Chiffre clé 2")
    for member in list(group.shapes):
        group._element.addprevious(member._element)
    group._element.getparent().remove(group._element)


def group_made(deck: Any) -> None:
    group = deck.slides[4].shapes.add_group_shape()
    group.shapes.add_textbox(Pt(600), Pt(420), Pt(90), Pt(20)).text_frame.text = "Dans un groupe"


def slide_copied(deck: Any) -> None:
    source = deck.slides[5]
    new = deck.slides.add_slide(source.slide_layout)
    for old in list(new.shapes):
        old._element.getparent().remove(old._element)
    for each in source.shapes:
        new.shapes._spTree.append(copy.deepcopy(each._element))


def notes_added(deck: Any) -> None:
    deck.slides[5].notes_slide.notes_text_frame.add_paragraph().text = "À dire aussi."


def alternative_emptied(deck: Any) -> None:
    shape(deck, 8, "Image")._element._nvXxPr.cNvPr.set("descr", "")


def title_emptied(deck: Any) -> None:
    deck.slides[4].shapes.title.text_frame.text = ""


MORE: dict[str, tuple[Make, Told]] = {
    "underlined": (
        handwork.look(5, "Texte", "underline", value=True),
        ("emphasis", 5, "__Former les agents publics__"),
    ),
    "a link": (linked, ("link", 5, ADDRESS)),
    "the link of a shape": (shape_linked, ("link", 5, ADDRESS)),
    "rows exchanged": (rows_exchanged, ("table", 6, "ligne\u00a03")),
    "a row copied": (row_copied, ("table", 6, "Autre 0 | Autre 1 | Autre 2")),
    "a column added": (column_added, ("table", 6, "4 colonnes")),
    "a cell emptied": (cell_emptied, ("text", 6, "")),
    "another kind of chart": (other_chart, ("chart", 4, "bar bar")),
    "a chart stacked": (stacked, ("chart", 4, "bar col stacked")),
    "a title of a chart": (titled, ("text", 4, "Un titre de plus")),
    "a section renamed": (section_renamed, ("section", 4, "Autre partie")),
    "turned": (turned, ("turned", 8, "15°")),
    "cropped": (cropped, ("cropped", 8, "")),
    "a group undone": (group_undone, ("shape-deleted", 3, "")),
    "a group made": (group_made, ("shape-added", 5, "Dans un groupe")),
    "a slide copied": (slide_copied, ("slide-added", 0, "")),
    "a note added": (notes_added, ("notes", 6, "À dire aussi.")),
    "an alternative emptied": (alternative_emptied, ("alternative", 8, "")),
    "a title emptied": (title_emptied, ("text", 5, "")),
}


def run_parted(deck: Any) -> None:
    run = shape(deck, 5, "Texte").text_frame.paragraphs[0].runs[0]
    twin = copy.deepcopy(run._r)
    run._r.addnext(twin)
    run.text, twin.find(f"{A}t").text = run.text[:7], run.text[7:]


def typed_plainly(deck: Any) -> None:
    """As on a keyboard: straight apostrophes and quotation marks, plain spaces."""
    plain = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " "})
    for slide in deck.slides:
        for text in slide._element.iter(f"{A}t"):
            text.text = (text.text or "").translate(plain).replace("« ", '"').replace(" »", '"')


def in_another_language(deck: Any) -> None:
    for slide in deck.slides:
        for properties in slide._element.iter(f"{A}rPr"):
            properties.set("lang", "de-DE")


def nothing_added(deck: Any) -> None:
    frame = shape(deck, 5, "Texte").text_frame
    frame.paragraphs[0].add_run().text = ""
    frame.paragraphs[0].add_line_break()
    frame.add_paragraph()


def renamed(deck: Any) -> None:
    for slide in deck.slides:
        for each in slide.shapes:
            each.name = f"Objet {each.shape_id}"


def to_the_front(deck: Any) -> None:
    node = shape(deck, 5, "Encadré")._element
    node.getparent().append(node)


NOTHING: dict[str, Make] = {
    "a run parted": run_parted,
    "typed plainly": typed_plainly,
    "another language": in_another_language,
    "nothing added": nothing_added,
    "shapes renamed": renamed,
    "to the front": to_the_front,
}
