"""What a command could not do, explained to the person who ran it."""

from __future__ import annotations

import os
import sys
import traceback

from rapport.commands import diagnostics
from rapport.problem import ContentError
from rapport.project.project import UsageError

FAULTS, USAGE, OUR_BUG = 1, 2, 70
"""Exit codes: faults in the content, wrong usage, our own bug (sysexits.h EX_SOFTWARE)."""

EXTRAS = {
    "starlette": "preview",
    "uvicorn": "preview",
    "watchfiles": "preview",
    "msoffcrypto": "protect",
    "pyzipper": "protect",
    "pyhanko": "sign",
    "distributed": "cluster",
}
"""Libraries that not every installation has, and the part of the program each comes with."""


def failed(error: Exception) -> int:
    """Says what went wrong: faults of the content, wrong usage, or a bug of ours, the only one with its traceback."""
    if isinstance(error, ContentError):
        diagnostics.show(error.problems)
        print(diagnostics.summary(error.problems), file=sys.stderr)
        return FAULTS
    if isinstance(error, UsageError):
        print(f"rapport\u00a0: {error}", file=sys.stderr)
        return USAGE
    if isinstance(error, ModuleNotFoundError) and error.name in EXTRAS:
        extra = EXTRAS[error.name]
        message = f"il manque à cette installation la partie «\u00a0{extra}\u00a0»"
        print(f"rapport\u00a0: {message} (pip install 'rapport[{extra}]')", file=sys.stderr)
        return USAGE
    if isinstance(error, OSError):
        print(f"rapport\u00a0: {diagnostics.refused(error)}", file=sys.stderr)
        drop_output()
        return USAGE
    traceback.print_exception(error)
    print("rapport\u00a0: erreur interne, à signaler avec les lignes ci-dessus", file=sys.stderr)
    return OUR_BUG


def drop_output() -> None:
    """Nobody takes what is still to be written; Python is not to try again when it ends."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # lives as long as the program
