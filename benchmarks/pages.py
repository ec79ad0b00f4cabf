"""CPU and memory per page: our brief against ReportLab's own stack, on the same text.

    python benchmarks/pages.py

Ours is tagged, hyphenated, broken by total fit, with contents and page numbers, in one pass. The reference is
platypus: `multiBuild` with TableOfContents and hyphenation, untagged, in as many passes as it takes. Both set the same
sections of prose in the same face, size, leading and measure, each section on a new page. Every figure comes from a
process of its own, start-up left out, the least of several runs.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from time import process_time
from types import MappingProxyType

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate
from reportlab.platypus.tableofcontents import TableOfContents

from rapport.edition.blocks.paragraph import Paragraph as Prose
from rapport.edition.edition import Contents, Cover, Edition, Section
from rapport.edition.furniture import Furniture
from rapport.edition.text import words
from rapport.read.charter import read_charter
from rapport.read.faces import installed_fonts
from rapport.render.pdf.brief import draw_brief

ROOT = Path(__file__).parents[1]
RUNS = 3
SIZES = (100, 1_000)
PARAGRAPHS = 9
"""In each section, which takes two pages."""
MEASURE, SIZE, LEADING, AFTER = 324.2, 10.5, 15.0, 7.0

SENTENCES = (
    "Depuis le sommet de Paris, les engagements pris par les entreprises et par les pouvoirs publics se traduisent en "
    "chantiers, en recrutements et en usages quotidiens.",
    "Les centres de données annoncés avancent : les trois quarts des exploitants ont trouvé leur terrain, et le "
    "raccordement au réseau électrique prend désormais trois à quatre ans.",
    "Plus de cent mille agents disposent d’un assistant conçu pour l’administration, et son déploiement se poursuivra "
    "en 2026 dans l’ensemble des ministères.",
    "La recherche publique, l’enseignement supérieur et les établissements de santé bénéficient d’une infrastructure "
    "de calcul commune, dont la capacité a été doublée en dix-huit mois.",
    "L’accélération tient à la simplification des procédures d’autorisation, à la disponibilité d’une électricité "
    "décarbonée et à la mobilisation des collectivités territoriales.",
    "Cette intelligence artificielle, accessible à tous et respectueuse des libertés, suppose une gouvernance "
    "internationale à laquelle participent les organisations onusiennes.",
)


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds, pages and peak memory in mebibytes."""

    cpu: float
    pages: int
    memory: float

    @property
    def per_page(self) -> float:
        """Milliseconds."""
        return 1000 * self.cpu / self.pages


def sections(pages: int) -> list[list[str]]:
    """Paragraphs by section, for about this many pages."""
    return [[_paragraph(PARAGRAPHS * number + at) for at in range(PARAGRAPHS)] for number in range(pages // 2)]


def _paragraph(number: int) -> str:
    picks = ((number * 5 + step * (1 + number % 4)) % len(SENTENCES) for step in range(2 + number % 3))
    return " ".join(SENTENCES[pick] for pick in picks)


def draw_ours(pages: int) -> bytes:
    """The brief of an edition."""
    made = tuple(
        Section(f"s{number}", "plain", words("Fiche"), words(f"Fiche {number}"), (), words(f"Fiche {number}"), (),
                tuple(Prose(words(text)) for text in texts))
        for number, texts in enumerate(sections(pages))
    )  # fmt: skip
    cover = Cover((), words("Dossier"), (), (), (), ())
    phrases = Furniture((("page", "page {1} sur {2}"),))
    edition = Edition("banc", "brief", "fr-FR", "1.0", "2026-02-10", False, words("Dossier"), "", (), cover,
                      Contents(words("Sommaire"), words("Sommaire")), made, (), phrases, "")  # fmt: skip
    return draw_brief(edition, read_charter(ROOT / "assets/charter.yaml"), installed_fonts()).data


class _Template(SimpleDocTemplate):
    """Tells the contents where headings stand."""

    def afterFlowable(self, flowable: object) -> None:  # noqa: N802 (ReportLab's name)
        if isinstance(flowable, Paragraph) and flowable.style.name == "heading":
            self.notify("TOCEntry", (0, flowable.getPlainText(), self.page))


def draw_stock(pages: int) -> bytes:
    """The same text by platypus."""
    face = installed_fonts().regular
    pdfmetrics.registerFont(TTFont("Face", BytesIO(face.data)))
    body = ParagraphStyle("body", fontName="Face", fontSize=SIZE, leading=LEADING, spaceAfter=AFTER, alignment=4)
    body.hyphenationLang = "fr_FR"
    heading = ParagraphStyle("heading", fontName="Face", fontSize=25, leading=28, spaceAfter=38)
    contents = TableOfContents(levelStyles=[body])
    story: list[object] = [contents]
    for number, texts in enumerate(sections(pages)):
        story += [PageBreak(), Paragraph(f"Fiche {number}", heading), *(Paragraph(text, body) for text in texts)]
    buffer = BytesIO()
    margins = {"leftMargin": 214, "rightMargin": A4[0] - 226 - MEASURE, "topMargin": 64, "bottomMargin": 54}
    _Template(buffer, pagesize=A4, **margins).multiBuild(story)
    return buffer.getvalue()


DRAWERS: Mapping[str, Callable[[int], bytes]] = MappingProxyType({"ours": draw_ours, "stock": draw_stock})


def measured(name: str, pages: int) -> Cost:
    """The least cost of several processes."""
    command = [sys.executable, __file__, name, str(pages)]
    costs = [Cost(**json.loads(subprocess.run(command, check=True, capture_output=True).stdout)) for _ in range(RUNS)]
    return min(costs, key=lambda cost: cost.cpu)


def _draw(name: str, pages: int) -> None:
    start = process_time()
    data = DRAWERS[name](pages)
    cpu = process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": cpu, "pages": len(pypdfium2.PdfDocument(data)), "memory": memory}))


def main() -> None:
    """Prints the costs and the ratios that the project promises."""
    costs = {(name, pages): measured(name, pages) for pages in SIZES for name in DRAWERS}
    for (name, _), cost in costs.items():
        print(f"{name:6} {cost.pages:5} pages {cost.per_page:6.2f} ms a page {cost.memory:6.0f} MiB")
    for pages in SIZES:
        ratio = costs["ours", pages].cpu / costs["stock", pages].cpu
        print(f"{pages:5} pages: {ratio:.2f} of the stock stack's CPU for the same text (promised: 0.6)")
    growth = costs["ours", SIZES[-1]].per_page / costs["ours", SIZES[0]].per_page
    print(f"growth of our cost per page: {growth:.2f} (promised: 1.15)")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        _draw(sys.argv[1], int(sys.argv[2]))
    else:
        main()
