"""Files of content -> their text, and its YAML -> values that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, cast

import yaml
from msgspec import Struct, field
from msgspec.structs import replace

from rapport.language.locales import LOCALES, language_of
from rapport.language.system_errors import refusal
from rapport.model.located import ORIGIN_KEY
from rapport.model.scalar import Scalar, Style
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.read.yaml_syntax import repaired, syntax_problem

LARGEST_FILE = 1_000_000
"""Bytes; a content file of a few thousand pages is smaller."""


def read_text(path: Path, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file in UTF-8, with or without a byte-order mark; None and the fault where it cannot be read."""
    place = Origin(name)
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            return None, (
                Problem("file-too-large", f"le fichier pèse {size // 1_000_000} Mo", place, "limite\u00a0: 1 Mo"),
            )
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"), ()
    except UnicodeDecodeError as error:
        line = path.read_bytes().count(b"\n", 0, error.start) + 1
        hint = "enregistrez le fichier en UTF-8"
        return None, (Problem("file-encoding", "le fichier n’est pas en UTF-8", Origin(name, line, 1), hint),)
    except OSError as error:
        return None, (Problem("file-unreadable", f"lecture impossible\u00a0: {refusal(error)}", place),)


def yaml_files(folder: Path) -> tuple[Path, ...]:
    """The YAML files of a folder and of its subfolders, in order of path; links out of the folder are left out."""
    root = folder.resolve()
    found = (path for path in folder.rglob("*") if path.suffix in (".yaml", ".yml") and path.is_file())
    inside = (path for path in found if not path.is_symlink() or path.resolve().is_relative_to(root))
    return tuple(sorted(inside, key=lambda path: path.parts))  # paths of Windows would compare without their case


TRANSLATIONS = "translations"


def locale_of(relative: PurePosixPath) -> str:
    """The locale whose translations a file of the content folder holds, as it is typed; empty for any other file."""
    parts = relative.parts
    return parts[1] if len(parts) > 1 and parts[0] == TRANSLATIONS else ""


def serves(relative: PurePosixPath, asked: str) -> bool:
    """Whether a file serves for documents in a locale: of translations those of its language, and those of no locale.

    The last are only told to be so, once a translation is asked for.
    """
    found = locale_of(relative)
    return not found or (bool(asked) and (found not in LOCALES or language_of(found) == language_of(asked)))


# YAML without its authors' remarks: what follows a `#` outside of any text.

REMARK = re.compile(r"[ \t]*(?<!\S)#[^\n]*")
HEADER = re.compile(r"^([|>][-+0-9]*)[ \t]+#[^\n]*")
"""The head of a block of text, where a remark may stand too (YAML 1.2, 8.1.1)."""


def without_remarks(text: str) -> tuple[str, int]:
    """A sound YAML file without its remarks, line for line, and how many there were."""
    kept: list[str] = []
    end = count = 0
    for token in yaml.scan(text, Loader=yaml.SafeLoader):
        start, stop = token.start_mark.index, token.end_mark.index
        if start >= end:
            between, found = REMARK.subn("", text[end:start])
            own, more = HEADER.subn(r"\1", text[start:stop]) if _is_block(token) else (text[start:stop], 0)
            kept += [between, own]
            count += found + more
            end = stop
    rest, found = REMARK.subn("", text[end:])
    return "".join((*kept, rest)), count + found


def _is_block(token: object) -> bool:
    return isinstance(token, yaml.ScalarToken) and token.style in ("|", ">")


def without_entries(text: str, keys: frozenset[str]) -> str:
    """A file of entries, each beginning a line with its key, without some of them."""
    kept, dropping = [], False
    for line in text.splitlines(keepends=True):
        if line.strip(" \t\r\n") and not line.startswith((" ", "\t")):
            dropping = line.partition(":")[0].strip(" \"'") in keys
        if not dropping:
            kept.append(line)
    return "".join(kept)


# YAML text -> values that know where they stand.

# YAML text -> values that know where they stand.
#
# `yaml.compose` gives nodes and places and guesses nothing; we keep every scalar as characters (`Scalar`), every
# mapping and list with its place. What YAML allows and content does not need is refused: aliases, tags, duplicate keys.


STYLES: dict[str | None, Style] = {None: "plain", "": "plain", "'": "quoted", '"': "quoted", "|": "block", ">": "block"}
SUSPECT = 5_000
"""Brackets and columns; below, a text cannot be nested too deep to be composed."""
DEEPEST = 100  # content nests a dozen deep, Python's stack bears some hundreds
_PASTED_BREAKS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
"""NEL, LS and PS, which YAML 1.1 takes for ends of lines (5.4) and no editor shows as such."""
NULLS = ("", "~", "null")

Tree = Any
"""A Scalar, None, a LocatedDict of trees or a LocatedList of trees."""


class LocatedDict(dict[str, Tree]):
    """A mapping with the places of its keys; its own place stands under ORIGIN_KEY."""

    def __init__(self, origin: Origin) -> None:
        super().__init__({ORIGIN_KEY: origin})
        self.origin = origin
        self.key_origins: dict[str, Origin] = {}


class LocatedList(list[Tree]):
    """A list with its place."""

    def __init__(self, origin: Origin) -> None:
        super().__init__()
        self.origin = origin


class YamlReader(Struct):
    """Turns the nodes of one file into a tree, gathering the faults it meets."""

    file: str
    text: str
    problems: list[Problem] = field(default_factory=list)
    _seen: set[int] = field(default_factory=set)

    def tree(self, node: yaml.Node) -> Tree:
        """The tree of a node; a refused node is reported and read as None."""
        origin = self.place(node)
        if id(node) in self._seen:
            return self.refuse(
                "yaml-alias", "les alias YAML («\u00a0&\u00a0», «\u00a0*\u00a0») ne sont pas admis", origin
            )
        self._seen.add(id(node))
        if not node.tag.startswith("tag:yaml.org,2002:") or "python" in node.tag:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            hint = "retirez-la, ou mettez le texte entre guillemets"
            return self.refuse("yaml-tag", f"la balise YAML «\u00a0{tag}\u00a0» n’est pas admise", origin, hint)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, origin)
        if isinstance(node, yaml.SequenceNode):
            return self.sequence(node, origin)
        return self.scalar(cast("yaml.ScalarNode", node), origin)

    def mapping(self, node: yaml.MappingNode, origin: Origin) -> LocatedDict:
        result = LocatedDict(origin)
        for key_node, value_node in node.value:
            place = self.place(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.refuse("yaml-key", "une clé doit être un mot", place, hint=self.quoted_line(place))
                continue
            key = str(key_node.value)
            if key in result.key_origins:
                first = result.key_origins[key].line
                self.refuse("yaml-duplicate-key", f"la clé «\u00a0{key}\u00a0» figure déjà à la ligne {first}", place)
                continue
            result.key_origins[key] = place
            result[key] = self.tree(value_node)
        return result

    def sequence(self, node: yaml.SequenceNode, origin: Origin) -> LocatedList:
        result = LocatedList(origin)
        for child in node.value:
            tree = self.tree(child)
            if node.flow_style and isinstance(tree, Scalar) and tree.style == "plain":
                tree = replace(tree, style="flow")
            result.append(tree)
        return result

    def scalar(self, node: yaml.ScalarNode, origin: Origin) -> Scalar | None:
        style = STYLES[node.style]
        if style == "plain" and node.value in NULLS:
            return None
        raw = self.text[node.start_mark.index : node.end_mark.index]
        return Scalar(str(node.value), style, origin, raw, self.lost(node) if style == "plain" else "")

    def lost(self, node: yaml.ScalarNode) -> str:
        """What stands behind ` #` after a scalar."""
        end = node.end_mark.index
        newline = self.text.find("\n", end)
        rest = self.text[end : newline if newline >= 0 else len(self.text)]
        return rest.strip() if rest.lstrip(" ").startswith("#") else ""

    def place(self, node: yaml.Node) -> Origin:
        return Origin(self.file, node.start_mark.line + 1, node.start_mark.column + 1)

    def refuse(self, code: str, message: str, origin: Origin, hint: str = "") -> None:
        self.problems.append(Problem(code, message, origin, hint))

    def quoted_line(self, origin: Origin) -> str:
        """The line of a place, its value put between quotes: what an author who forgot them meant."""
        return repaired(self.text.splitlines()[origin.line - 1])


def read_yaml(file: str, text: str) -> tuple[Tree, tuple[Problem, ...]]:
    """The tree of a file (None where it is empty or broken) and the faults of its YAML.

    PyYAML stops at the first syntax error, so at most one of those is reported for a file. Lines are those an editor
    counts: what else Unicode breaks lines by comes with pasted words, and is a space.
    """
    text = text.translate(_PASTED_BREAKS)
    if _is_too_deep(text):
        return None, (_depth_problem(file),)
    reader = YamlReader(file, text)
    try:
        node = yaml.compose(text, Loader=_LOADER)
        tree = reader.tree(node) if node is not None else None
    except yaml.MarkedYAMLError as error:
        return None, (syntax_problem(file, text, error),)
    except yaml.reader.ReaderError as error:
        place = Origin(file, text.count("\n", 0, error.position) + 1, 1)
        return None, (
            Problem("yaml-character", f"caractère interdit dans un fichier YAML\u00a0: U+{_code(error):04X}", place),
        )
    except RecursionError:
        return None, (_depth_problem(file),)
    if tree is None and not reader.problems:
        return None, (Problem("file-empty", "le fichier est vide", Origin(file, 1, 1)),)
    return tree, tuple(reader.problems)


def _is_too_deep(text: str) -> bool:
    """Whether the text is nested so deep that libyaml's composer, which is recursive, would overrun its stack.

    A level takes a bracket, or a column further to the right: most files are known to be sound at a glance.
    """
    longest = max(map(len, text.splitlines()), default=0)
    if text.count("[") + text.count("{") + 2 * longest < SUSPECT:
        return False
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                return True
    except (yaml.YAMLError, yaml.reader.ReaderError):
        pass  # the composer says it, with its place
    return False


def _depth_problem(file: str) -> Problem:
    return Problem("yaml-depth", "trop de niveaux imbriqués", Origin(file, 1, 1), f"limite\u00a0: {DEEPEST} niveaux")


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _code(error: yaml.reader.ReaderError) -> int:
    return error.character if isinstance(error.character, int) else ord(str(error.character)[0])


def paths(tree: Tree) -> Iterator[tuple[str, Tree]]:
    """The entries of a mapping, its own place left out."""
    for key, value in tree.items():
        if key != ORIGIN_KEY:
            yield key, value
