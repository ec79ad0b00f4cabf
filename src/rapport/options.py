"""What each command does and with which options: the words of the command line."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path

from rapport.audience import AUDIENCES

FACT = re.compile(r"^([a-z0-9-]+):", re.MULTILINE)
"""The first words of a file of facts, as good as read for a shell that completes."""

Completer = Callable[..., list[str]]


def offers(action: argparse.Action, completer: Completer) -> None:
    """What a shell that completes proposes for an argument; argcomplete looks for this attribute."""
    setattr(action, "completer", completer)  # noqa: B010  # argparse declares no such attribute


def briefing_names(parsed_args: argparse.Namespace, **_unused: object) -> list[str]:
    """The briefings of the content folder."""
    return sorted(path.stem for path in (parsed_args.content / "briefings").glob("*.yaml"))


def fact_keys(parsed_args: argparse.Namespace, **_unused: object) -> list[str]:
    """The facts of the content folder, read by their looks alone: no library is loaded to complete a word."""
    texts = (
        path.read_text(encoding="utf-8", errors="replace") for path in (parsed_args.content / "facts").glob("*.yaml")
    )
    return sorted(key for text in texts for key in FACT.findall(text) if key != "group")


# What each command does and with which options: the words of the command line.

Configure = Callable[[argparse.ArgumentParser], None]
FINAL = "édition définitive\u00a0: refuse ce qui reste à confirmer"


def _project(parser: argparse.ArgumentParser) -> None:
    _folder(parser, "content", "répertoire du contenu")
    _folder(parser, "output", "répertoire des documents")
    _folder(parser, "assets", "répertoire des images et de la charte")
    parser.add_argument("--now", metavar="DATE", help="jour auquel juger le contenu (celui du dossier par défaut)")
    parser.add_argument("--template", type=Path, metavar="FICHIER", help="modèle PowerPoint à remplir")


def _folder(parser: argparse.ArgumentParser, name: str, use: str) -> None:
    parser.add_argument(f"--{name}", type=Path, default=Path(name), metavar="RÉPERTOIRE", help=use)


def _audience(parser: argparse.ArgumentParser) -> None:
    told = f"public visé\u00a0: {', '.join(AUDIENCES)} (internal par défaut)"
    parser.add_argument("--audience", choices=AUDIENCES, default=AUDIENCES[0], metavar="PUBLIC", help=told)


def _locale(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--locale", default="", metavar="LANGUE", help="langue des documents (celle du dossier)")


def _with(parser: argparse.ArgumentParser) -> None:
    told = "ajoute les mêmes documents dans une autre langue"
    parser.add_argument("--with", dest="twin", default="", metavar="LANGUE", help=told)


def _briefings(parser: argparse.ArgumentParser, use: str) -> None:
    offers(parser.add_argument("briefings", nargs="*", metavar="DOSSIER", help=use), briefing_names)


def _build(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    _audience(parser)
    _locale(parser)
    _with(parser)
    _briefings(parser, "dossiers à produire (tous par défaut)")
    parser.add_argument("--final", action="store_true", help=FINAL)
    parser.add_argument("--attach-source", action="store_true", help="joint le contenu au PDF (PDF/A-3a)")


def _handout(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    _audience(parser)
    _locale(parser)
    _briefings(parser, "dossiers à imprimer (tous par défaut)")
    told = "livret A5 sur feuilles A4, recto verso retourné sur le bord court"
    parser.add_argument("--booklet", action="store_true", help=told)
    parser.add_argument("--n-up", type=int, choices=range(2, 17), metavar="N", help="N pages par feuille, de 2 à 16")
    parser.add_argument("--bound", action="store_true", help="recto verso à relier : marge de reliure, numéros au bord")
    parser.add_argument("--large-print", action="store_true", help="gros caractères, 16 points au moins")
    parser.add_argument("--slides", action="store_true", help="les diapositives en PDF")
    parser.add_argument("--notes", action="store_true", help="chaque diapositive et ce que l’orateur en dit")
    parser.add_argument("--lines", action="store_true", help="trois diapositives par page, avec des lignes où écrire")
    parser.add_argument("--final", action="store_true", help="édition définitive, sans la mention «\u00a0Projet\u00a0»")
    told = "joint le contenu au PDF en gros caractères (PDF/A-3a)"
    parser.add_argument("--attach-source", action="store_true", help=told)


def _check(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    _audience(parser)
    _locale(parser)
    _briefings(parser, "dossiers à vérifier (tous par défaut)")
    parser.add_argument("--final", action="store_true", help="juge comme édition définitive, ou à remettre")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="forme du résultat")
    parser.add_argument("--source", type=Path, metavar="FICHIER", help="texte source où retrouver chaque chiffre")


def _pack(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    _audience(parser)
    _locale(parser)
    told = "dossier à réunir en un paquet (le seul du contenu par défaut)"
    offers(parser.add_argument("briefing", nargs="?", metavar="DOSSIER", help=told), briefing_names)
    parser.add_argument("--since", type=Path, metavar="ANCIEN", help="paquet remis avant\u00a0: dit ce qui a changé")
    parser.add_argument("--final", action="store_true", help=FINAL)
    told = "destinataires (YAML, classeur, CSV)\u00a0: à chacun son exemplaire numéroté"
    parser.add_argument("--recipients", type=Path, metavar="FICHIER", help=told)
    told = "ajoute les exemplaires en un PDF à imprimer recto verso"
    parser.add_argument("--print", dest="printed", action="store_true", help=told)
    parser.add_argument("--edited", type=Path, metavar="FICHIER", help="présentation modifiée, à remettre telle quelle")
    parser.add_argument("--unproved", action="store_true", help="écrit aussi ce qui n’est pas prouvé, et dit quoi")
    told = "mots de passe des exemplaires, ou du paquet\u00a0: à créer, ou d’une table"
    parser.add_argument("--passwords", default="", metavar="generate|FICHIER", help=told)
    _with(parser)
    told = "ce qu’un PDF à mot de passe laisse faire\u00a0: lire, imprimer (par défaut), copier"
    parser.add_argument("--rights", choices=("read", "print", "copy"), default="print", help=told)
    parser.add_argument(
        "--sign", default="", metavar="CLÉ", help="signe avec une clé (.p12, ou pkcs11:… sur une carte)"
    )
    parser.add_argument("--passphrase", type=Path, metavar="FICHIER", help="phrase secrète de la clé (demandée sinon)")
    parser.add_argument("--timestamp", default="", metavar="ADRESSE", help="avec --sign\u00a0: qui atteste l’heure")
    parser.add_argument("--seal", action="store_true", help="avec --sign\u00a0: la signature se voit en première page")
    parser.add_argument("--separators", action="store_true", help="avec --print\u00a0: une feuille entre exemplaires")


def _campaign(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument("plan", type=Path, metavar="PLAN.yaml", help="dossiers, langues, publics et destinataires")
    parser.add_argument("--workers", type=int, metavar="N", help="programmes à la fois (autant que de processeurs)")
    parser.add_argument("--scheduler", metavar="ADRESSE", help="ordonnanceur Dask dont prendre les travailleurs")
    parser.add_argument("--resume", action="store_true", help="reprend la campagne là où elle s’est arrêtée")
    parser.add_argument("--dry-run", action="store_true", help="dit les tâches, n’écrit rien")


def _diff(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument("old", type=Path, metavar="ANCIEN", help="paquet remis auparavant ou son répertoire, PPTX, PDF")
    parser.add_argument(
        "new",
        type=Path,
        nargs="?",
        metavar="NOUVEAU",
        help="paquet, répertoire du contenu (celui du projet par défaut), PPTX, PDF",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="forme du résultat")
    parser.add_argument("--sheet", type=Path, metavar="FICHIER", help="PDF d’une page où écrire ce qui a changé")


def _edits(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="FICHIER",
        help="présentation modifiée (celles du répertoire des documents)",
    )
    parser.add_argument("--apply", action="store_true", help="récrit dans le contenu les textes changés")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="forme du résultat")


def _review(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    _locale(parser)
    parser.add_argument("action", choices=("export", "import"), metavar="ACTION", help="export ou import")
    offers(
        parser.add_argument("targets", nargs="+", metavar="DOSSIER|FICHIER", help="dossier à relire, documents relus"),
        briefing_names,
    )
    parser.add_argument("--apply", action="store_true", help="récrit dans le contenu ce qui est accepté")
    told = "relecteur dont on accepte les changements (tous)"
    parser.add_argument("--author", action="append", default=[], metavar="NOM", help=told)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="forme du résultat")


def _verify(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    _locale(parser)
    parser.add_argument("paths", nargs="*", type=Path, metavar="CHEMIN", help="documents ou paquets (tous par défaut)")
    parser.add_argument(
        "--final", action="store_true", help="les documents sont définitifs, sans la mention «\u00a0Projet\u00a0»"
    )
    parser.add_argument("--since", type=Path, metavar="ANCIEN", help="paquet remis avant\u00a0: prouve ce qui a changé")
    parser.add_argument("--conformance", action="store_true", help="ajoute veraPDF et le validateur de Microsoft")
    parser.add_argument(
        "--passwords", type=Path, metavar="FICHIER", help="mots de passe des exemplaires, ou clé du paquet"
    )
    parser.add_argument(
        "--trust", type=Path, metavar="FICHIER", help="certificats de l’autorité qui répond des signatures"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="forme du résultat")


def _translate(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument("target", metavar="LANGUE", help="langue où traduire, par exemple en_GB")
    _briefings(parser, "dossiers à traduire (tous par défaut)")
    parser.add_argument(
        "--accept", action="store_true", help="les traductions des textes changés valent encore : les met à jour"
    )


def _open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FICHIER", help="paquet, dossier ou présentation à mot de passe")
    parser.add_argument("--key", type=Path, required=True, metavar="FICHIER", help="fichier de la clé (…-cle.txt)")


def _explain(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    offers(parser.add_argument("fact", metavar="FAIT", help="clé du fait à expliquer"), fact_keys)


def _trace(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FICHIER", help="document, page, diapositive ou texte trouvé")
    parser.add_argument("--register", type=Path, metavar="FICHIER", help="registre des exemplaires (register.csv)")
    _folder(parser, "output", "répertoire des documents")


def _typeset(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FICHIER", help="texte à composer (entrée standard par défaut)"
    )


def _new(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument(
        "briefing", nargs="?", metavar="DOSSIER", help="nom du nouveau dossier, par exemple «\u00a0rome\u00a0»"
    )
    parser.add_argument(
        "--from-docx", dest="docx", type=Path, metavar="FICHIER", help="document Word dont reprendre les textes"
    )
    parser.add_argument("--date", metavar="DATE", help="date de l’édition (aujourd’hui par défaut)")
    parser.add_argument(
        "--form",
        choices=("dossier", "note", "deck"),
        default="dossier",
        metavar="FORME",
        help="dossier (par défaut), note d’une ou deux pages, ou deck\u00a0: une présentation avant tout",
    )
    origin = parser.add_argument(
        "--from", dest="origin", metavar="ANCIEN", help="dossier dont reprendre les sections qui ne sont pas à lui seul"
    )
    offers(origin, briefing_names)


def _preview(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    _locale(parser)
    told = "dossier à montrer (le premier par défaut)"
    offers(parser.add_argument("briefing", nargs="?", metavar="DOSSIER", help=told), briefing_names)
    parser.add_argument("--port", type=int, default=0, metavar="N", help="port de la page (un port libre par défaut)")
    parser.add_argument("--no-open", action="store_true", help="n’ouvre pas le navigateur")
    told = "éditeur où ouvrir les lignes : code, kate, none, ou une commande avec {file}, {line} et {column}"
    parser.add_argument("--editor", metavar="ÉDITEUR", help=told)


def _facts(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument("action", choices=("export", "import"), metavar="ACTION", help="export ou import")
    parser.add_argument("file", type=Path, metavar="FICHIER", help="classeur .xlsx, ou tableau .csv")


def _template(parser: argparse.ArgumentParser) -> None:
    _folder(parser, "content", "répertoire du contenu")
    _folder(parser, "assets", "répertoire des images et de la charte")
    parser.add_argument("file", type=Path, metavar="FICHIER", help="modèle PowerPoint (.pptx, .potx)")
    parser.add_argument("--json", action="store_true", help="pour d’autres programmes")
    parser.add_argument("--page", type=Path, metavar="FICHIER", help="page HTML\u00a0: une image de chaque disposition")
    parser.add_argument("--init", action="store_true", help="écrit la carte des rôles à côté du modèle, à corriger")


def _schema(parser: argparse.ArgumentParser) -> None:
    kinds = "facts, section, briefing, sources, acronyms, units, translations ou campaign (tous par défaut)"
    parser.add_argument("kind", nargs="?", metavar="GENRE", help=kinds)
    parser.add_argument("--output", type=Path, metavar="RÉPERTOIRE", help="répertoire où écrire un fichier par genre")


def _doctor(parser: argparse.ArgumentParser) -> None:
    _project(parser)
    parser.add_argument("--json", action="store_true", help="pour d’autres programmes")


def _completion(parser: argparse.ArgumentParser) -> None:
    shells = ("bash", "zsh", "fish", "powershell")
    parser.add_argument("shell", choices=shells, metavar="SHELL", help=", ".join(shells))


COMMANDS: dict[str, tuple[str, Configure]] = {
    "build": ("produit chaque dossier et sa présentation", _build),
    "preview": ("montre les pages et les diapositives pendant qu’on écrit", _preview),
    "watch": ("produit à nouveau à chaque enregistrement", _build),
    "handout": ("prépare ce qui se distribue sur papier", _handout),
    "check": ("signale toutes les fautes du contenu", _check),
    "pack": ("réunit les documents en un paquet", _pack),
    "campaign": ("remet plusieurs dossiers, en plusieurs langues, à des milliers de personnes", _campaign),
    "diff": ("dit ce qui a changé depuis un paquet", _diff),
    "verify": ("prouve que les documents disent la même chose que le contenu", _verify),
    "open": ("ouvre avec sa clé un paquet remis sous embargo", _open),
    "edits": ("dit ce qui a été changé à la main dans une présentation", _edits),
    "review": ("fait relire le dossier dans Word, et en reprend les suggestions", _review),
    "translate": ("prépare les textes à traduire dans une autre langue", _translate),
    "explain": ("dit d’où vient un fait et où il est montré", _explain),
    "trace": ("dit de quel exemplaire numéroté vient un document", _trace),
    "typeset": ("compose du français saisi au clavier", _typeset),
    "new": ("commence un nouveau dossier", _new),
    "facts": ("exporte les faits vers un tableur, et les réimporte", _facts),
    "template": ("explique un modèle PowerPoint avant de le remplir", _template),
    "schema": ("décrit le contenu aux éditeurs de texte", _schema),
    "doctor": ("dit ce que cette machine a, ce qui manque et ce que cela change", _doctor),
    "completion": ("fait compléter commandes et dossiers par le terminal", _completion),
}
"""Each command: what it does, and its options. Its module is rapport.commands.NAME, with a function `run`."""
