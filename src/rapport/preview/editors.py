"""The editors that a place of the content is opened in."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from threading import Thread
from urllib.parse import quote

from msgspec import Struct

from rapport.origin import Origin

COMMANDS: Mapping[str, str] = {
    "code": "code --goto {file}:{line}:{column}",
    "codium": "codium --goto {file}:{line}:{column}",
    "zed": "zed {file}:{line}:{column}",
    "subl": "subl {file}:{line}:{column}",
    "kate": "kate --line {line} --column {column} {file}",
    "gedit": "gedit +{line}:{column} {file}",
    "idea": "idea --line {line} --column {column} {file}",
    "emacsclient": "emacsclient --no-wait +{line}:{column} {file}",
    "notepad++": "notepad++ -n{line} -c{column} {file}",
}
"""How an editor is told of a file and a place in it, most usual first; those of a terminal need one of their own."""

NONE = "none"
"""The name that asks for no editor."""


class Editor(Struct, frozen=True):
    """A program and how it is told of a place; an empty `template` opens nothing."""

    name: str = ""
    template: str = ""

    def command(self, path: Path, origin: Origin) -> list[str]:
        """Its words. The template is cut into words before it is filled: a path cannot become an option or a word."""
        places = {"file": str(path), "line": max(1, origin.line), "column": max(1, origin.column)}
        first, *rest = shlex.split(self.template)
        return [shutil.which(first) or first, *(word.format(**places) for word in rest)]

    def open(self, path: Path, origin: Origin) -> bool:
        """Starts the program and does not wait for it; False where there is none or it cannot be started."""
        if not self.template:
            return False
        nothing = subprocess.DEVNULL
        try:
            program = subprocess.Popen(  # noqa: S603  # the user's own command line names the program
                self.command(path, origin), stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
            )
        except OSError:
            return False
        Thread(target=program.wait, daemon=True).start()  # when it ends, the system may forget it
        return True


def editor_of(wanted: str | None) -> Editor:
    """The editor asked for by name or by template (`gedit +{line} {file}`); the first one installed for None.

    Raises ValueError for a template that does not name its file or cannot be filled.
    """
    if wanted is None:
        return next((Editor(name, COMMANDS[name]) for name in COMMANDS if shutil.which(name)), Editor())
    if wanted == NONE:
        return Editor()
    template = COMMANDS.get(wanted, wanted)
    _check(template)
    return Editor(Path(shlex.split(template)[0]).name, template)


def _check(template: str) -> None:
    if "{file}" not in template:
        raise ValueError(template)
    try:
        Editor("", template).command(Path("file"), Origin("file", 1, 1))
    except (KeyError, IndexError) as error:
        raise ValueError(template) from error


def link(path: Path, origin: Origin) -> str:
    """The address that Visual Studio Code answers to."""
    return f"vscode://file{quote(path.absolute().as_posix())}:{max(1, origin.line)}:{max(1, origin.column)}"
