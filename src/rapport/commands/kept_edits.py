"""A file edited by hand that a build has kept -> where it is now, and which texts had been changed in it."""

from __future__ import annotations

import sys

from rapport.artefact import Artefact
from rapport.commands.edits import together, told
from rapport.disk import KeptFile
from rapport.project.composition import Composition
from rapport.project.hand_edits import deck_in, deck_of, edited_since
from rapport.project.project import UsageError


def report(kept: KeptFile, made: Composition, new: Artefact) -> None:
    """Says where a file edited by hand now is, and which texts had been changed in it."""
    print(f"«\u00a0{kept.name}\u00a0» avait été modifié à la main\u00a0: gardé sous {kept.kept_as}", file=sys.stderr)
    if new.kind != "deck":
        return
    try:
        edited = edited_since(made, deck_of(new.data, kept.name), deck_in(kept.kept_as), kept.kept_as.parent)
    except UsageError as error:
        print(f"    {error}", file=sys.stderr)
        return
    for edits in together(edited.edits):
        print(f"    {told(edits)}", file=sys.stderr)
