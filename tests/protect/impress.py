"""A deck under a password, opened in LibreOffice itself with another word and with its own."""

import sys
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parents[1]))
from uno_run import PropertyValue, desktop

WORDS = ("un autre mot", "été-à-Évian-2026")


def slides(office: Any, file: Path, word: str) -> int:
    """The slides of the deck opened with a word; 0 where it does not open."""
    hidden, password = PropertyValue(), PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    password.Name, password.Value = "Password", word
    try:
        document = office.loadComponentFromURL(file.as_uri(), "_blank", 0, (hidden, password))
    except Exception:  # what UNO raises has a class of its own for each cause
        return 0
    if document is None:
        return 0
    count = int(document.getDrawPages().getCount())
    document.close(True)
    return count


if __name__ == "__main__":
    opened = desktop(sys.argv[3])
    found = " ".join(str(slides(opened, Path(sys.argv[1]), word)) for word in WORDS)
    (Path(sys.argv[2]) / "slides.txt").write_text(found, encoding="utf-8")
    opened.terminate()
