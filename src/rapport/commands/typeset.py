"""`rapport typeset`: plain-keyboard French in, typeset French out, line by line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from rapport.language.system_errors import refusal
from rapport.language.typographer import typeset_lines
from rapport.project.project import UsageError


def run(arguments: argparse.Namespace) -> int:
    """Typesets a file or the standard input; each line is written as soon as it is read."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in typeset_lines(_lines(arguments.file)):
        sys.stdout.write(line)
    return 0


def _lines(file: Path | None) -> Iterator[str]:
    try:
        if file is None:
            sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
            yield from sys.stdin
        else:
            with file.open(encoding="utf-8") as lines:
                yield from lines
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{file}\u00a0» ({refusal(error)})") from error
    except UnicodeDecodeError as error:
        raise UsageError("le texte n’est pas en UTF-8") from error
