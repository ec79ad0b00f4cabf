"""`rapport preview`: the documents on a local page, refreshed at each save."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from rapport.commands.diagnostics import project_of
from rapport.preview.building import Building, LiveProject
from rapport.preview.editors import COMMANDS, Editor, editor_of
from rapport.preview.server import Options, serve, show_in_browser
from rapport.project.project import UsageError, chosen, house_of, reading_of


def run(arguments: argparse.Namespace) -> int:
    """Serves the page until Ctrl-C, which is its ordinary end. Raises UsageError for what cannot be shown."""
    content, assets = arguments.content.absolute(), arguments.assets.absolute()
    if not content.is_dir():
        raise UsageError(
            f"répertoire introuvable\u00a0: «\u00a0{arguments.content}\u00a0» (commencez\u00a0: rapport new NOM)"
        )
    named = project_of(arguments)
    reading = reading_of(named)
    wanted = [arguments.briefing] if arguments.briefing else []
    briefing = chosen(reading.content, wanted)[0] if reading.content.briefings else arguments.briefing or ""
    project = LiveProject(content.parent, partial(reading_of, named), partial(house_of, named))
    building = Building(project, briefing)
    options = Options(
        content, assets, arguments.port, _editor(arguments.editor), _announce(shown=not arguments.no_open)
    )
    with suppress(KeyboardInterrupt):
        asyncio.run(serve(building, options))
    print("Aperçu arrêté.", file=sys.stderr)
    return 0


def _editor(wanted: str | None) -> Editor:
    try:
        return editor_of(wanted)
    except ValueError:
        known = ", ".join((*COMMANDS, "none"))
        hint = f"un nom ({known}) ou une commande avec {{file}}, {{line}} et {{column}}"
        raise UsageError(f"éditeur inconnu\u00a0: «\u00a0{wanted}\u00a0» ({hint})") from None


def _announce(*, shown: bool) -> Callable[[str], None]:
    def announce(address: str) -> None:
        print(address, flush=True)
        if sys.stderr.isatty():
            print("L’aperçu suit vos enregistrements\u00a0; Ctrl-C l’arrête.", file=sys.stderr)
        if shown:
            show_in_browser(address)

    return announce
