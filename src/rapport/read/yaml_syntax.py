"""What authors are told of YAML that cannot be read: the cause, and the line repaired."""

from __future__ import annotations

import re

import yaml

from rapport.origin import Origin
from rapport.problem import Problem

_QUOTED = ("''", '""', "“”", "„“", "‘’")
"""Marks that stood for YAML's own, as a word processor turns them."""


def repaired(line: str) -> str:
    """A line whose value is put between quotes, for a hint."""
    indent = line[: len(line) - len(line.lstrip())]
    body = line.strip()
    marker = ""
    if body.startswith("- "):
        marker, body = "- ", body[2:].lstrip()
    key, separator, value = body.partition(": ")
    if not separator or not key.replace("-", "").replace("_", "").isalnum() or " " in key:
        key, value = "", body
    else:
        marker += f"{key}: "
    value = value.strip()
    if len(value) > 1 and value[0] + value[-1] in _QUOTED and (value[0] == value[-1] or value[-1] not in value[1:-1]):
        value = value[1:-1]
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'{indent}{marker}"{escaped}"'


def syntax_problem(file: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """A syntax error in the author's terms, with the repaired line as its hint; what is not closed, where it opens."""
    said = f"{error.problem or ''} {error.context or ''}"
    unclosed = any(words in said for words in _UNCLOSED)
    mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
    lines = text.splitlines() or [""]
    number = min(mark.line, len(lines) - 1) if mark else 0
    origin = Origin(file, number + 1, (mark.column if mark else 0) + 1)
    line = lines[number]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return Problem("yaml-tab", "une tabulation sert de retrait", origin, "remplacez-la par deux espaces")
    if strayed := _strayed(file, lines, number):
        return strayed
    cause, hint = next(((cause, hint) for words, cause, hint in _CAUSES if words in said), ("texte illisible ici", ""))
    return Problem("yaml-syntax", f"syntaxe YAML\u00a0: {cause}", origin, hint or _repair(lines, number))


_ENTRY = re.compile(r"(?P<indent> *)(?:- )?[\w-]+: +(?![|>])\S")


def _strayed(file: str, lines: list[str], number: int) -> Problem | None:
    """A line set off from those it belongs to: by a pasted space, or further right than the entry before it."""
    for place in range(number, max(-1, number - 3), -1):
        if re.match(r" *\u00a0", lines[place]):
            hint = "effacez le début de la ligne, et tapez des espaces"
            return Problem("yaml-indent", "une espace insécable sert de retrait", Origin(file, place + 1, 1), hint)
    before = next((row for row in reversed(lines[:number]) if row.strip()), "")
    own, above = _ENTRY.match(lines[number]), _ENTRY.match(before)
    if own is None or above is None or len(own["indent"]) <= len(above["indent"]) or "- " in before[:8]:
        return None
    hint = f"alignez-la sur la précédente\u00a0:\n{above['indent']}{lines[number].strip()}"
    where = Origin(file, number + 1, len(own["indent"]) + 1)
    return Problem("yaml-indent", "cette ligne est plus à droite que la précédente", where, hint)


def _repair(lines: list[str], number: int) -> str:
    """The line of a fault, or the last one before it that is not blank, between quotes."""
    blank = not lines[number].strip()
    line = next((row for row in reversed(lines[:number]) if row.strip()), "") if blank else lines[number]
    return f"mettez le texte entre guillemets\u00a0:\n{repaired(line)}" if line else ""


_ESCAPE = "cette barre oblique inverse n’annonce rien de connu"
_UNCLOSED = ("',' or '", "unexpected end of stream")
_CAUSES = (
    ("unexpected ':'", "deux-points inattendu dans un texte sans guillemets", ""),
    ("<document start>", "le retrait, les crochets ou les guillemets ne se suivent pas", ""),
    ("mapping values are not allowed", "deux-points inattendu dans un texte sans guillemets", ""),
    ("cannot start any token", "ce caractère ne peut pas commencer un texte sans guillemets", ""),
    ("directive", "«\u00a0%\u00a0» ne peut pas commencer une ligne", ""),
    ("undefined alias", "un texte qui commence par «\u00a0*\u00a0» doit être entre guillemets", ""),
    (
        "alphabetic or numeric",
        "un texte qui commence par «\u00a0*\u00a0» ou «\u00a0&\u00a0» doit être entre guillemets",
        "",
    ),
    ("tag", "un texte qui commence par «\u00a0!\u00a0» doit être entre guillemets", ""),
    (
        "',' or ']'",
        "un crochet n’est pas fermé",
        "fermez-le par «\u00a0]\u00a0», ou mettez le texte entre guillemets",
    ),
    (
        "',' or '}'",
        "une accolade n’est pas fermée",
        "fermez-la par «\u00a0}\u00a0», ou mettez le texte entre guillemets",
    ),
    ("end of stream", "des guillemets ne sont pas fermés", "fermez-les à la fin du texte"),
    ("escape", _ESCAPE, "doublez-la\u00a0: \\\\"),
    ("hexdecimal", _ESCAPE, "doublez-la\u00a0: \\\\"),
    (
        "expected '-' indicator",
        "cette ligne n’est pas de la liste qui la précède",
        "commencez-la par un tiret, ou changez son retrait",
    ),
    ("node content", "une valeur est attendue ici", ""),
    ("while parsing a block", "le retrait, les crochets ou les guillemets ne se suivent pas", ""),
    ("block sequence entries", "un texte qui commence par «\u00a0-\u00a0» doit être entre guillemets", ""),
    ("mapping keys are not", "un texte qui commence par «\u00a0?\u00a0» doit être entre guillemets", ""),
    (
        "comment or line break",
        "le texte d’un bloc commence à la ligne suivante",
        "allez à la ligne après «\u00a0>-\u00a0» ou «\u00a0|-\u00a0»",
    ),
    (
        "could not find expected ':'",
        "il manque un deux-points après la clé",
        "écrivez «\u00a0clé: valeur\u00a0», ou décalez le texte vers la droite",
    ),
    (
        "single document",
        "un fichier contient un seul document YAML («\u00a0---\u00a0» inattendu)",
        "faites-en deux fichiers",
    ),
)
"""The words of libyaml, the first that occur; the cause; the hint, or nothing where the line between quotes is one."""
