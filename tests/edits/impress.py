"""What somebody does in Impress."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1]))
from uno_run import Point, Size, run

TITLE, WORDS = "com.sun.star.presentation.TitleTextShape", "Écrit dans Impress"


def retitle(document: Any) -> None:
    """Other words in the title of the third slide."""
    title(document).setString(WORDS)


def move(document: Any) -> None:
    """The title of the third slide two centimetres to the right."""
    shape = title(document)
    shape.setPosition(Point(shape.Position.X + 2_000, shape.Position.Y))


def delete(document: Any) -> None:
    """The third slide gone."""
    document.DrawPages.remove(document.DrawPages.getByIndex(2))


def hide(document: Any) -> None:
    """The third slide is not shown."""
    document.DrawPages.getByIndex(2).Visible = False


def note(document: Any) -> None:
    """The first paragraph of the notes of the third slide says something else."""
    page = document.DrawPages.getByIndex(2).NotesPage
    notes = next(each for each in shapes(page) if each.ShapeType.endswith("NotesShape"))
    notes.createEnumeration().nextElement().setString(WORDS)


def double(document: Any) -> None:
    """The third slide once more, after itself."""
    document.duplicate(document.DrawPages.getByIndex(2))


def add_box(document: Any) -> None:
    """A text box of one's own on the third slide."""
    box = document.createInstance("com.sun.star.drawing.TextShape")
    box.setPosition(Point(20_000, 15_000))
    box.setSize(Size(6_000, 1_500))
    document.DrawPages.getByIndex(2).add(box)
    box.setString(WORDS)


def write_cell(document: Any) -> None:
    """Other words in the first cell of the second row of the sixth slide's table."""
    table = next(each for each in shapes(document.DrawPages.getByIndex(5)) if "TableShape" in each.ShapeType)
    table.Model.getCellByPosition(0, 1).setString(WORDS)


def take_picture(document: Any) -> None:
    """The picture of the eighth slide gone."""
    page = document.DrawPages.getByIndex(7)
    page.remove(next(each for each in shapes(page) if "GraphicObject" in each.ShapeType))


def embolden(document: Any) -> None:
    """All of the table's caption on the sixth slide bold."""
    caption = next(each for each in shapes(document.DrawPages.getByIndex(5)) if each.Name == "Légende")
    cursor = caption.createTextCursor()
    cursor.gotoStart(False)
    cursor.gotoEnd(True)
    cursor.CharWeight = 150.0


def nothing(_document: Any) -> None:
    """Opened and saved."""


EDITS: dict[str, Callable[[Any], None]] = {
    "nothing": nothing,
    "retitled": retitle,
    "moved": move,
    "deleted": delete,
    "hidden": hide,
    "noted": note,
    "doubled": double,
    "box added": add_box,
    "cell written": write_cell,
    "picture taken": take_picture,
    "emboldened": embolden,
}


def shapes(page: Any) -> list[Any]:
    return [page.getByIndex(number) for number in range(page.Count)]


def title(document: Any) -> Any:
    return next(each for each in shapes(document.DrawPages.getByIndex(2)) if each.ShapeType == TITLE)


if __name__ == "__main__":
    run(EDITS, "Impress MS PowerPoint 2007 XML")
