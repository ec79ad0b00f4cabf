"""The bytes of a table -> its text, whatever office suite saved it."""

from __future__ import annotations

import codecs
import re

from rapport.origin import Origin
from rapport.problem import Problem

_UNLIKELY = re.compile("[‚ƒ„†‡ˆ‰‹›•˜™¡¢£¤¥¦¨©¬®¯±²³´µ¶·¸¹¼½¾¿×÷]|[a-zà-ÿ][À-ÞŠŒŽŸ]")
"""Signs that names do not have, and accented capitals inside words: the bytes were of another encoding."""
_HINT = "enregistrez-le au format «\u00a0CSV UTF-8\u00a0»"


def decoded(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text, with line feeds alone between lines, and what there is to say of its encoding.

    UTF-8 with or without byte-order mark, UTF-16 with one, and Windows-1252, with a warning that shows what was read;
    anything else is refused.
    """
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return _lines(data.decode("utf-16")), ()
        return _lines(data.decode("utf-8-sig")), ()
    except UnicodeDecodeError as error:
        return _western(data, Origin(file, data.count(b"\n", 0, error.start) + 1, 1))


def _western(data: bytes, place: Origin) -> tuple[str, tuple[Problem, ...]]:
    try:
        text = _lines(data.decode("cp1252"))
    except UnicodeDecodeError:
        text = ""
    if not text or "\0" in text or _UNLIKELY.search(text):
        return "", (Problem("file-encoding", "le fichier n’est pas en UTF-8", place, _HINT),)
    shown = text.split("\n")[place.line - 1].strip()[:60]
    message = f"le fichier n’est pas en UTF-8\u00a0: lu comme du Windows-1252, «\u00a0{shown}\u00a0»"
    return text, (Problem("file-encoding", message, place, f"vérifiez les accents, ou {_HINT}", "warning"),)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
