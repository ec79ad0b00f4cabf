"""The command line: which command, with which options; a command's module is imported only when it runs."""

from __future__ import annotations

import argparse
import gc
import importlib
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import ModuleType
from typing import Any, NoReturn, TextIO

from rapport.french_parser import USAGE, FrenchParser
from rapport.options import COMMANDS

FINE, INTERRUPTED = 0, 130
"""Exit codes: fine, Ctrl-C; those of failures are in `failure`."""

LASTING = ("campaign", "pack", "preview", "watch")
"""Commands that may go on for long: the collector looks for rubbish in them, but seldom."""
ALLOCATIONS = 100_000
"""Objects made and still held before it does."""
HEARD = ("preview", "watch")
"""Commands that do nothing but say what happens: they end when nobody listens."""


class Outlet(io.FileIO):
    """What a command says, whose reader may leave (`| head`): it does all the same what it was asked to do."""

    def write(self, data: Any, /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError:
            return memoryview(data).nbytes


class Version(argparse.Action):
    """Says the version and ends."""

    def __call__(self, *_given: object) -> NoReturn:
        from rapport.commands.doctor import program_version

        print(f"rapport {program_version()}")
        raise SystemExit(FINE)


def parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The command line that reads `words`: that of the command they begin with, or of all to say which there are."""
    top = FrenchParser(
        prog="rapport", description="Dossiers et présentations en français, chaque chiffre sourcé et prouvé."
    )
    top.add_argument("--version", action=Version, nargs=0, help="affiche la version")
    commands = top.add_subparsers(dest="command", metavar="COMMANDE", required=True, parser_class=FrenchParser)
    named = [word for word in words[:1] if word in COMMANDS]
    for name in named or COMMANDS:
        summary, configure = COMMANDS[name]
        configure(commands.add_parser(name, help=summary, description=summary[:1].upper() + summary[1:] + "."))
    return top


def program() -> NoReturn:
    """Runs the command of the process's own words and ends it at once.

    Nothing is left to be written or closed: freeing a briefing object by object only keeps its author waiting.
    """
    sys.stdout, sys.stderr = _outlet(sys.stdout), _outlet(sys.stderr)
    code = main(alone=True)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(code)


def _outlet(stream: TextIO) -> TextIO:
    """Where a command says what it does; a terminal that knows no accents shows the rest.

    A console of Windows takes characters, not bytes: it stays as Python opened it.
    """
    if not isinstance(stream, io.TextIOWrapper):
        return stream
    is_file = isinstance(getattr(stream.buffer, "raw", stream.buffer), io.FileIO)  # nothing between under `python -u`
    if not is_file or (sys.argv[1:2] and sys.argv[1] in HEARD):
        stream.reconfigure(errors="replace")
        return stream
    raw = Outlet(stream.fileno(), "w", closefd=False)
    return io.TextIOWrapper(io.BufferedWriter(raw), stream.encoding, "replace", line_buffering=stream.line_buffering)


def main(words: Sequence[str] | None = None, *, alone: bool = False) -> int:
    """Runs a command and returns its exit code; `alone` where the process does nothing else and ends with it."""
    words = sys.argv[1:] if words is None else words
    if "_ARGCOMPLETE" in os.environ:
        _complete()
    if not words:
        parser(words).print_help(sys.stderr)
        return USAGE
    arguments = parser(words).parse_args(words)
    try:
        code = int((_alone if alone else _command)(arguments).run(arguments))
        sys.stdout.flush()  # a full disk is said here, not after the last line of Python
    except KeyboardInterrupt:
        return _interrupted()
    except Exception as error:
        return _interrupted() if _is_interruption(error) else _failed(error)
    return code


def _complete() -> None:
    """Answers a shell that completes, and ends."""
    import argcomplete

    argcomplete.autocomplete(parser(()))


def _interrupted() -> int:
    print("\nInterrompu\u00a0: rien n’a été laissé à moitié écrit.", file=sys.stderr)
    return INTERRUPTED


def _failed(error: Exception) -> int:
    """Says what went wrong; nothing where whoever reads the output has read enough of it."""
    from rapport.failure import drop_output, failed

    if isinstance(error, BrokenPipeError):
        drop_output()
        return FINE
    return failed(error)


def _is_interruption(error: BaseException | None) -> bool:
    """Whether Ctrl-C caused the exception; Python wraps a KeyboardInterrupt raised in a class body or a C callback."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _command(arguments: argparse.Namespace) -> ModuleType:
    """The module of a command.

    Content is validated by our models alone: pydantic looks through no installed packages for plugins that would
    change what they accept.
    """
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    return importlib.import_module(f"rapport.commands.{_module(arguments)}")


def _alone(arguments: argparse.Namespace) -> ModuleType:
    """The module of a command that has the process to itself.

    What it imports stays: the collector is not to look through it for rubbish, nor through what a command makes that
    soon ends, nearly all of which lives until its documents are written.
    """
    gc.disable()
    try:
        return _command(arguments)
    finally:
        gc.freeze()
        if arguments.command in LASTING:
            gc.set_threshold(ALLOCATIONS)
            gc.enable()


def _module(arguments: argparse.Namespace) -> str:
    """The module that runs a command; checking against a source needs readers that checking alone does not."""
    return "check_source" if getattr(arguments, "source", None) else str(arguments.command).replace("-", "_")
