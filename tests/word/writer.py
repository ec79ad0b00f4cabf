"""What a reviewer does in Writer, which records it."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1]))
from uno_run import run


def replaced(old: str, new: str) -> Callable[[Any], None]:
    """Other words in the place of some."""

    def edit(document: Any) -> None:
        if not document.RecordChanges:
            raise ValueError("the document does not record changes")
        found(document, old).setString(new)

    return edit


def remark(document: Any) -> None:
    """A comment beside some words."""
    note = document.createInstance("com.sun.star.text.textfield.Annotation")
    note.Author, note.Content = "Karim", "À vérifier."
    place = found(document, "Un second paragraphe")
    place.Text.insertTextContent(place, note, True)


def nothing(_document: Any) -> None:
    """Opened and saved."""


EDITS: dict[str, Callable[[Any], None]] = {
    "nothing": nothing,
    "title": replaced("faut retenir", "faudra retenir"),
    "item": replaced("Former les agents", "Former tous les agents"),
    "taken out": replaced(" du pays", ""),
    "cell": replaced("Chef de file", "Pilote"),
    "paragraph": replaced("dit la suite", "dit la fin"),
    "footnote": replaced("pas précisé", "jamais connu"),
    "remarked": remark,
}


def found(document: Any, words: str) -> Any:
    search = document.createSearchDescriptor()
    search.SearchString = words
    place = document.findFirst(search)
    if place is None:
        raise ValueError(words)
    return place


if __name__ == "__main__":
    run(EDITS, "MS Word 2007 XML")
