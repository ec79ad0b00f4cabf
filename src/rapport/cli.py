"""The command line: which command, with which options; a command's module is imported only when it runs."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from rapport.failure import drop_output, failed
from rapport.french_parser import FrenchParser

FINE, INTERRUPTED = 0, 130
"""Exit codes: fine, Ctrl-C; those of failures are in `failure`."""

ALLOCATIONS = 100_000
"""Objects made and still held before the collector looks for rubbish."""


Configure = Callable[[argparse.ArgumentParser], None]


def _project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="dossier du contenu")
    parser.add_argument("--output", type=Path, default=Path("output"), metavar="DIR", help="dossier des documents")
    parser.add_argument(
        "--assets", type=Path, default=Path("assets"), metavar="DIR", help="dossier des images et de la charte"
    )
    parser.add_argument("--now", metavar="DATE", help="date à laquelle juger le contenu (celle du dossier par défaut)")


def _build(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument("briefings", nargs="*", metavar="DOSSIER", help="dossiers à produire (tous par défaut)")
    parser.add_argument(
        "--final", action="store_true", help="édition définitive\u00a0: refuse ce qui reste à confirmer"
    )
    parser.add_argument("--attach-source", action="store_true", help="joint le contenu au PDF (PDF/A-3a)")


def _handout(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument("briefings", nargs="*", metavar="DOSSIER", help="dossiers à imprimer (tous par défaut)")
    parser.add_argument(
        "--booklet", action="store_true", help="livret A5 sur feuilles A4, recto verso retourné sur le bord court"
    )
    parser.add_argument("--n-up", type=int, choices=range(2, 17), metavar="N", help="N pages par feuille, de 2 à 16")
    parser.add_argument("--large-print", action="store_true", help="gros caractères, 16 points au moins")
    parser.add_argument("--slides", action="store_true", help="les diapositives en PDF")
    parser.add_argument("--notes", action="store_true", help="chaque diapositive et ce que l’orateur en dit")
    parser.add_argument(
        "--final", action="store_true", help="documents définitifs, sans la mention «\u00a0Projet\u00a0»"
    )
    parser.add_argument(
        "--attach-source", action="store_true", help="joint le contenu au PDF en gros caractères (PDF/A-3a)"
    )


def _check(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument("briefings", nargs="*", metavar="DOSSIER", help="dossiers à vérifier (tous par défaut)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="forme du résultat")
    parser.add_argument("--source", type=Path, metavar="FICHIER", help="texte source où retrouver chaque chiffre")


def _pack(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument("briefing", metavar="DOSSIER", help="dossier à emballer")
    parser.add_argument("--since", type=Path, metavar="ANCIEN", help="paquet remis avant\u00a0: dit ce qui a changé")
    parser.add_argument(
        "--final", action="store_true", help="édition définitive\u00a0: refuse ce qui reste à confirmer"
    )
    parser.add_argument(
        "--recipients",
        type=Path,
        metavar="FICHIER",
        help="destinataires (YAML, CSV)\u00a0: à chacun son exemplaire numéroté",
    )
    parser.add_argument(
        "--print", dest="printed", action="store_true", help="ajoute les exemplaires en un PDF à imprimer recto verso"
    )
    parser.add_argument("--separators", action="store_true", help="avec --print\u00a0: une feuille entre exemplaires")


def _diff(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument("old", type=Path, metavar="ANCIEN", help="paquet remis auparavant, ou son dossier")
    parser.add_argument(
        "new", type=Path, nargs="?", metavar="NOUVEAU", help="paquet ou dossier du contenu (celui du projet par défaut)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="forme du résultat")
    parser.add_argument("--sheet", type=Path, metavar="FICHIER", help="PDF d’une page où écrire ce qui a changé")


def _verify(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument("paths", nargs="*", type=Path, metavar="CHEMIN", help="documents ou paquets (tous par défaut)")
    parser.add_argument(
        "--final", action="store_true", help="les documents sont définitifs, sans la mention «\u00a0Projet\u00a0»"
    )
    parser.add_argument("--conformance", action="store_true", help="ajoute veraPDF et le validateur de Microsoft")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="forme du résultat")


def _explain(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument("fact", metavar="FAIT", help="clé du fait à expliquer")


def _trace(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FICHIER", help="document, page, diapositive ou texte trouvé")
    parser.add_argument("--register", type=Path, metavar="FICHIER", help="registre des exemplaires (register.csv)")
    parser.add_argument("--output", type=Path, default=Path("output"), metavar="DIR", help="dossier des documents")


def _typeset(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FICHIER", help="texte à composer (entrée standard par défaut)"
    )


def _new(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument("briefing", metavar="DOSSIER", help="nom du nouveau dossier, par exemple «\u00a0rome\u00a0»")
    parser.add_argument("--date", metavar="DATE", help="date de l’édition (celle du dernier dossier par défaut)")


def _preview(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument("briefing", nargs="?", metavar="DOSSIER", help="dossier à montrer (le premier par défaut)")
    parser.add_argument("--port", type=int, default=0, metavar="N", help="port de la page (un port libre par défaut)")
    parser.add_argument("--no-open", action="store_true", help="n’ouvre pas le navigateur")
    parser.add_argument(
        "--editor",
        metavar="ÉDITEUR",
        help="éditeur où ouvrir les lignes : code, kate, none, ou une commande avec {file}, {line} et {column}",
    )


def _facts(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument("action", choices=("export", "import"), metavar="ACTION", help="export ou import")
    parser.add_argument("file", type=Path, metavar="FICHIER.csv", help="tableau, à points-virgules, en UTF-8")


def _schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "kind", nargs="?", metavar="GENRE", help="facts, section, briefing, sources ou acronyms (tous par défaut)"
    )
    parser.add_argument("--output", type=Path, metavar="DIR", help="dossier où écrire un fichier par genre")


COMMANDS: dict[str, tuple[str, Configure]] = {
    "build": ("produit le dossier et la présentation de chaque sommet", _build),
    "preview": ("montre les pages et les diapositives pendant qu’on écrit", _preview),
    "handout": ("prépare ce qui se distribue sur papier", _handout),
    "check": ("signale toutes les fautes du contenu", _check),
    "pack": ("réunit les documents en un paquet", _pack),
    "diff": ("dit ce qui a changé depuis un paquet", _diff),
    "verify": ("prouve que les documents disent la même chose que le contenu", _verify),
    "explain": ("dit d’où vient un fait et où il est montré", _explain),
    "trace": ("dit de quel exemplaire numéroté vient un document", _trace),
    "typeset": ("compose du français saisi au clavier", _typeset),
    "new": ("commence le dossier d’un nouveau sommet", _new),
    "facts": ("porte les faits dans un tableur et les en rapporte", _facts),
    "schema": ("décrit le contenu aux éditeurs de texte", _schema),
}
"""Each command: what it does, and its options. Its module is rapport.commands.NAME, with a function `run`."""


def parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The command line that reads `words`: that of the command they begin with, or of all to say which there are."""
    top = FrenchParser(
        prog="rapport", description="Dossiers et présentations en français, chaque chiffre sourcé et prouvé."
    )
    commands = top.add_subparsers(dest="command", metavar="COMMANDE", required=True, parser_class=FrenchParser)
    named = [word for word in words[:1] if word in COMMANDS]
    for name in named or COMMANDS:
        summary, configure = COMMANDS[name]
        configure(commands.add_parser(name, help=summary, description=summary.capitalize() + "."))
    return top


def program() -> NoReturn:
    """Runs the command of the process's own words and ends it at once.

    Nothing is left to be written or closed: freeing a briefing object by object only keeps its author waiting.
    """
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(code)


def main(words: Sequence[str] | None = None) -> int:
    """Runs a command and returns its exit code."""
    words = sys.argv[1:] if words is None else words
    arguments = parser(words).parse_args(words)
    try:
        code = int(_command(arguments).run(arguments))
        sys.stdout.flush()  # a full disk is said here, not after the last line of Python
    except KeyboardInterrupt:
        return _interrupted()
    except BrokenPipeError:
        drop_output()
        return FINE
    except Exception as error:
        return _interrupted() if _is_interruption(error) else failed(error)
    return code


def _interrupted() -> int:
    print("\nInterrompu\u00a0: rien n’a été laissé à moitié écrit.", file=sys.stderr)
    return INTERRUPTED


def _is_interruption(error: BaseException | None) -> bool:
    """Whether Ctrl-C is behind it: Python wraps one that comes while a class is made, or in a callback of C."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _command(arguments: argparse.Namespace) -> ModuleType:
    """The module of a command.

    What it imports stays: the collector is not to look through it for rubbish, and seldom through what a command makes,
    nearly all of which lives until its documents are written. Content is validated by our models alone: pydantic
    looks through no installed packages for plugins that would change what they accept.
    """
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    gc.disable()
    try:
        return importlib.import_module(f"rapport.commands.{_module(arguments)}")
    finally:
        gc.freeze()
        gc.set_threshold(ALLOCATIONS)
        gc.enable()


def _module(arguments: argparse.Namespace) -> str:
    """The module that runs a command; checking against a source needs readers that checking alone does not."""
    return "check_source" if getattr(arguments, "source", None) else str(arguments.command).replace("-", "_")
