"""Milliseconds per 1,000 words of breaking French text into lines: total fit with hyphens against first fit.

    python benchmarks/lines.py

Words repeat, as they do in a long document: the first figure of each row is with empty caches, the second, the one
that matters for a page, with the words already known. A dense A4 page holds about 650 words.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from rapport.language.line_ends import break_points
from rapport.lines.face import FontSet
from rapport.lines.line import Hyphenate, Line, LineSetting, Run, undivided
from rapport.lines.paragraph import set_paragraph
from rapport.lines.words import lexicon
from rapport.read.faces import installed_fonts

SENTENCES = (
    "Depuis le sommet de Paris, les engagements pris par les entreprises et par les pouvoirs publics se traduisent en "
    "chantiers, en recrutements et en usages quotidiens.",
    "Les centres de données annoncés avancent\u202f: les trois quarts des exploitants ont trouvé leur terrain, et le "
    "raccordement au réseau électrique prend désormais trois à quatre ans.",
    "Plus de 110\u00a0000\u00a0agents disposent d’un assistant conçu pour l’administration\u202f; son déploiement se "
    "poursuivra en 2026 dans l’ensemble des ministères.",
    "La recherche publique, l’enseignement supérieur et les établissements de santé bénéficient d’une infrastructure "
    "de calcul commune, dont la capacité a été doublée en dix-huit mois.",
    "Les jeunes entreprises ont levé 2,6\u00a0milliards d’euros en un an, dont 1,7\u00a0milliard pour la plus "
    "importante d’entre elles\u202f; l’accompagnement public vient compléter l’investissement privé.",
    "L’accélération tient à la simplification des procédures d’autorisation, à la disponibilité d’une électricité "
    "décarbonée et à la mobilisation des collectivités territoriales.",
    "Cette intelligence artificielle, accessible à tous et respectueuse des libertés, suppose une gouvernance "
    "internationale à laquelle participent les organisations onusiennes.",
)
MEASURES = (340.0, 240.0)
"""Points: a brief's single column and half of a wide page."""


def paragraphs(words: int) -> list[str]:
    """Paragraphs of two to five sentences, at least that many words in all."""
    made: list[str] = []
    count = 0
    while count < words:
        start, length = len(made), 2 + len(made) % 4
        made.append(" ".join(SENTENCES[(start * 3 + step) % len(SENTENCES)] for step in range(length)))
        count += len(made[-1].split(" "))
    return made


def timed(texts: list[str], fonts: FontSet, setting: LineSetting, hyphenate: Hyphenate) -> tuple[float, list[Line]]:
    """Milliseconds per 1,000 words, and the lines."""
    start = process_time()
    lines = [line for text in texts for line in set_paragraph((Run(text, fonts.regular, 10.0),), setting, hyphenate)]
    return (process_time() - start) * 1e6 / sum(len(text.split(" ")) for text in texts), lines


def report(fonts: FontSet, name: str, setting: LineSetting, hyphenate: Hyphenate) -> None:
    """One row: cost with cold and with warm caches, lines, share of lines that end with a hyphen, loosest space."""
    lexicon.cache_clear()
    cold, _ = timed(paragraphs(1_000), fonts, setting, hyphenate)
    warm, lines = min((timed(paragraphs(10_000), fonts, setting, hyphenate) for _ in range(3)), key=lambda run: run[0])
    hyphens = sum(line.ending == "hyphen" for line in lines) / len(lines)
    spaces = [line.fragments[0].space / line.fragments[0].size for line in lines if line.ending != "end"]
    print(
        f"{name:34} {setting.measure:5.0f} pt {cold:6.1f} ms cold {warm:6.1f} ms warm"
        f" {len(lines):5} lines {hyphens:6.1%} hyphens  spaces {sum(spaces) / len(spaces):.3f} em"
        f" (widest {max(spaces):.3f}, 95 % below {sorted(spaces)[len(spaces) * 95 // 100]:.3f})"
    )


def main() -> None:
    """Print the table."""
    fonts = installed_fonts()
    hyphenate = partial(break_points, language="fr")
    for measure in MEASURES:
        report(fonts, "justified, total fit, hyphens", LineSetting(measure), hyphenate)
        report(fonts, "justified, total fit, hanging", LineSetting(measure, hanging=1.0), hyphenate)
        report(fonts, "justified, total fit, no hyphens", LineSetting(measure), undivided)
        report(fonts, "ragged, first fit, hyphens", LineSetting(measure, "ragged"), hyphenate)
        report(fonts, "ragged, first fit, no hyphens", LineSetting(measure, "ragged"), undivided)


if __name__ == "__main__":
    main()
