"""A small project with recipients, for tests of numbered copies."""

from __future__ import annotations

from pathlib import Path

from content_tree import write_tree

ASSETS = Path(__file__).parents[1] / "assets"
RECIPIENTS = "nom;titre;délégation\nDélégation indienne;;\nZoé Çelik-Œuvrard;Mme;Turquie\n"


def order(folder: Path, recipients: str = RECIPIENTS, *options: str) -> list[str]:
    """A project and a list of recipients in a folder, as a command line."""
    content = write_tree(folder)
    (folder / "liste.csv").write_text(recipients, encoding="utf-8")
    project = ["--content", str(content), "--assets", str(ASSETS), "--output", str(folder / "output")]
    return ["pack", "evian", *project, "--recipients", str(folder / "liste.csv"), *options]


def copies(folder: Path) -> Path:
    return folder / "output" / "evian" / "copies" / "1.0"
