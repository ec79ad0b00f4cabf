"""What the program itself says to authors and readers, spelt by the same dictionary as the content."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from spellchecker import SpellChecker

from content.spelling import dictionary, parts
from content.texts import ROOT

PACKAGE = ROOT / "src" / "rapport"
FRENCH = re.compile("[\u00a0\u202f’éèêàùçôîûœÉÀ]")
LOOKED_UP = re.compile(r"«[^»]*»|\S*[\d_./<>=\x00]\S*|--\w+")
"""What is quoted to be found again: names of files, keys, options and values."""

TYPED = {"skeleton.py", "from_word.py", "fact_draft.py"}
"""Content as authors type it, keys in English."""

LISTED = ("naming.py", "template/roles.py")
"""Names of laws, roads and offices, and how shells are told of options: lists, no sentences."""

NAMES = {"powerpoint", "unicode", "verapdf", "open", "xml", "eot", "markinfo"}
NAMES |= {"pdf", "yaml", "csv", "json", "svg", "png", "jpeg", "zip", "npm", "pip", "install", "conformance"}
NAMES |= {"iso", "fr", "maps", "internal", "utc"}
NAMES |= {"word", "preview", "verify", "edits", "pptx", "ctrl", "kate", "rome"}
NAMES |= {"pkcs", "pem", "der", "generate", "export"}
NAMES |= {"dask", "worker", "activex", "libreoffice", "smartart", "arial", "handout", "idx", "html", "pieceinfo", "xmp"}
KEYS = {"until", "column", "line", "none", "key", "locator", "first", "last", "own", "template", "from"}
KEYS |= {
    "false",
    "true",
    "facts",
    "acronyms",
    "build",
    "deck",
    "sign",
    "recipients",
    "name",
    "translate",
    "campaign",
    "units",
    "key",
    "locator",
}
UNITS = {"mio", "mo", "celsius", "pt"}
WORDS = {
    "clic",
    "cliqué",
    "décompressé",
    "intertitre",
    "métadonnée",
    "métadonnées",
    "ordonnanceur",
    "renommez",
    "reprouvés",
    "rognage",
    "sourcer",
    "sourcé",
    "sourcés",
    "séparateur",
    "validateur",
}
"""French words of ours that the dictionary does not have."""


def strings(tree: ast.Module) -> Iterator[str]:
    """The strings of a module but its docstrings; what an f-string fills in is left out."""
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            values = [part.value if isinstance(part, ast.Constant) else "\x00" for part in node.values]
            yield "".join(str(value) for value in values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def messages(text: str) -> Iterator[str]:
    """The French sentences in the text of a module; patterns are none."""
    found = strings(ast.parse(text))
    return (each for each in found if FRENCH.search(each) and " " in each.strip() and "(?" not in each)


def unknown(text: str, checker: SpellChecker) -> set[str]:
    """The words of a module's messages that the dictionary does not have."""
    words = {word for each in messages(text) for word in parts(LOOKED_UP.sub(" ", each.replace("'", "’")))}
    return set(checker.unknown(words))


def modules() -> Iterator[Path]:
    """Modules that speak French: lists of words and the phrases of other languages are not sentences of ours."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if (
            path.name not in TYPED
            and not path.as_posix().endswith(LISTED)
            and ("language" not in path.parts or path.name.startswith("fr"))
        ):
            yield path


def test_messages_are_spelt_right() -> None:
    checker, own = dictionary(), NAMES | KEYS | UNITS | WORDS
    found = {(path.name, word) for path in modules() for word in unknown(path.read_text(encoding="utf-8"), checker)}
    assert sorted((name, word) for name, word in found if word not in own) == []


def test_a_misspelt_message_would_be_seen() -> None:
    typed = 'def f(x):\n    """Docstring, acceuil."""\n    return f"le fichié\u00a0: « {x} » n’est pas lissible"\n'
    assert unknown(typed, dictionary()) == {"fichié", "lissible"}
