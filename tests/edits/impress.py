"""Edits made in Impress itself, by LibreOffice's own interface for programs; run by the Python that has `uno`.

Arguments: the deck, the folder to write into, the name of LibreOffice's pipe. A file is written for each edit.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uno
from com.sun.star.awt import Point
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

SHAPE, WORDS = "com.sun.star.presentation.TitleTextShape", "Écrit dans Impress"


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
    shapes = (page.getByIndex(number) for number in range(page.Count))
    next(each for each in shapes if each.ShapeType.endswith("NotesShape")).createEnumeration().nextElement().setString(
        WORDS
    )


def nothing(_document: Any) -> None:
    """Opened and saved."""


EDITS: dict[str, Callable[[Any], None]] = {
    "nothing": nothing, "retitled": retitle, "moved": move, "deleted": delete, "hidden": hide, "noted": note,
}  # fmt: skip


def title(document: Any) -> Any:
    page = document.DrawPages.getByIndex(2)
    return next(each for each in map(page.getByIndex, range(page.Count)) if each.ShapeType == SHAPE)


def desktop(pipe: str) -> Any:
    """The running LibreOffice, which needs some time to start."""
    resolver = uno.getComponentContext().ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(240):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
        else:
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    raise TimeoutError(pipe)


def main(deck: Path, folder: Path, pipe: str) -> None:
    office = desktop(pipe)
    for name, edit in EDITS.items():
        hidden, kind = PropertyValue(), PropertyValue()
        hidden.Name, hidden.Value = "Hidden", True
        kind.Name, kind.Value = "FilterName", "Impress MS PowerPoint 2007 XML"
        document = office.loadComponentFromURL(deck.as_uri(), "_blank", 0, (hidden,))
        edit(document)
        document.storeToURL((folder / f"{name}.pptx").as_uri(), (kind,))
        document.close(True)
    office.terminate()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
