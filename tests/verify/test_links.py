"""Addresses of all documents are those of the content, of the words they belong to: read without rebuilding."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from content_tree import SMALL, write_tree
from numbered import ASSETS
from rapport.artefact import DocumentKind
from rapport.formats.office.presentation import open_presentation
from rapport.project.composition import Composition, compose
from rapport.project.documents import FORMS
from rapport.project.project import Project, house_of, reading_of
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import draw_brief
from rapport.review.claims import claimed_by
from rapport.verify.links import check_page_links, check_slide_links
from rapport.verify.pdf.document import read_pdf
from rapport.verify.report import Check
from verify.mutations_deck import members, packed

LINKED = """
    title: Les textes
    message: "Ce qu'il faut retenir [en entier](https://example.org/tout)"
    blocks:
      - bullets: ["Voir [le bilan complet](https://example.org/bilan)", "Et [la stratégie](https://example.org/plan)"]
    """
TREE = {
    **SMALL,
    "sections/liens.yaml": LINKED,
    "briefings/evian.yaml": SMALL["briefings/evian.yaml"].replace(
        "sections: [financement]", "sections: [liens, financement]"
    ),
}


class Linked:
    """Both documents of a briefing with two links."""

    def __init__(self, folder: Path) -> None:
        project = Project(write_tree(folder, TREE), ASSETS)
        house = house_of(project)
        self.made: Composition = compose(reading_of(project).content, "evian", house, "draft")
        self.brief = draw_brief(self.made.brief, house.charter, house.fonts).data
        self.deck = write_deck(self.made.plan, house.charter).data
        self.pages, self.slides = cache(self._pages), cache(self._slides)
        self.claimed = claimed_by(self.made.content, "evian")
        self.papers = {kind: FORMS[kind].draw(self.made, house).data for kind in ("brief", "slides", "notes", "sheet")}

    def _pages(self, data: bytes) -> Check:
        return check_page_links(self.made.brief, read_pdf(data))

    def proof_of(self, kind: DocumentKind, data: bytes) -> Check:
        """What the whole proof of a paper says of its links."""
        checks = FORMS[kind].prove(data, self.made, self.claimed, kind).verification.checks
        found: list[Check] = [each for each in checks if each.name == "links"]
        return found[0]

    def _slides(self, data: bytes) -> Check:
        return check_slide_links(self.made.plan, open_presentation(data))


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Linked:
    return Linked(tmp_path_factory.mktemp("links"))


def relinked(data: bytes, addresses: dict[str, str]) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for each in page.obj.get("/Annots", ()):
                if "/A" in each and "/URI" in each.A:
                    each.A.URI = addresses.get(str(each.A.URI), str(each.A.URI))
        buffer = io.BytesIO()
        pdf.save(buffer)
    return buffer.getvalue()


def replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    whole = members(data)
    changed = {name: part.replace(old, new) if name.endswith(".rels") else part for name, part in whole.items()}
    assert changed != whole
    return packed(changed)


def test_links_as_they_were_made_are_right(linked: Linked) -> None:
    for check, count in ((linked.pages(linked.brief), 3), (linked.slides(linked.deck), 4)):
        assert (check.count, check.findings) == (count, ())


@pytest.mark.parametrize(
    "addresses",
    [
        {"https://example.org/plan": "https://example.org/autre"},
        {
            "https://example.org/plan": "https://example.org/bilan",
            "https://example.org/bilan": "https://example.org/plan",
        },
    ],
)
def test_a_link_that_leads_elsewhere_is_told(addresses: dict[str, str], linked: Linked) -> None:
    found = linked.pages(relinked(linked.brief, addresses))
    assert len(found.findings) == len(addresses)
    old = next(iter(addresses))
    [finding] = linked.slides(replaced(linked.deck, old.encode(), b"https://a.fr")).findings
    assert finding.code == "link-elsewhere"
    assert "https://a.fr" in finding.message


@pytest.mark.parametrize("kind", ["brief", "slides", "notes", "sheet"])
def test_links_of_papers_are_held_to_the_content(kind: DocumentKind, linked: Linked) -> None:
    data = linked.papers[kind]
    sound = linked.proof_of(kind, data)
    assert sound.findings == ()
    changed = linked.proof_of(kind, relinked(data, {"https://example.org/tout": "https://example.org/autre"}))
    assert (sound.count, len(changed.findings)) == LINKS[kind]


LINKS: dict[DocumentKind, tuple[int, int]] = {"brief": (3, 1), "slides": (3, 1), "notes": (4, 2), "sheet": (2, 2)}
"""How many there are, and how many are told that lead elsewhere."""
