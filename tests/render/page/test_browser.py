"""LISEZMOI, register and verification in a real browser: axe-core, the keyboard, 320 pixels, paper."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from briefing_tree import briefing
from judges import axe
from judges.axe import Judgement
from rapport.edition.edition import Edition
from rapport.look.charter import Charter
from rapport.pack.thumbnails import thumbnails
from rapport.read.faces import installed_fonts
from rapport.render.page.page import draw_page
from rapport.render.pdf.brief import draw_brief
from rapport.resolve.reports.readme import Enclosure, Examined, readme, register_page, register_rows, verification_page

NAMES = ("Zoé Çelik", "Délégation de l’Organisation de coopération et de développement économiques", "مندوب")


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return briefing(tmp_path_factory.mktemp("content")).brief


def judge(page: str) -> Judgement:
    try:
        return axe.judge(page)
    except axe.NotInstalledError as error:
        pytest.skip(f"not run: {error} is missing")


def readme_page(brief: Edition, charter: Charter) -> str:
    pdf = draw_brief(brief, charter, installed_fonts()).data
    previews = tuple(thumbnails(pdf, "brief", 300))
    files = (
        Enclosure("evian-brief.pdf", "brief", len(pdf), len(previews), previews),
        Enclosure("evian-deck.pptx", "deck", 98_765, 12),
        Enclosure("manifest.json", "manifest", 0),
    )
    return "".join(draw_page(readme(brief, files, "evian-pack.zip"), charter))


def verification_html(brief: Edition, charter: Charter) -> str:
    checks = (Examined("Mots du document, dans l’ordre", 1421, "passed"), Examined("veraPDF", 0, "not-run"))
    proofs = (("evian-brief.pdf", checks), ("evian-deck.pptx", checks))
    return "".join(draw_page(verification_page(brief, proofs, "verification.json"), charter))


def register_html(brief: Edition, charter: Charter) -> str:
    copies = (
        register_rows(brief, number, name, [(f"evian-{number:03}-brief.pdf", digest(number))])
        for number, name in enumerate(NAMES, start=1)
    )
    return "".join(draw_page(register_page(brief), charter, (row for rows in copies for row in rows)))


def digest(number: int) -> str:
    return hashlib.sha256(bytes([number])).hexdigest()


@pytest.mark.parametrize(
    "make", [readme_page, register_html, verification_html], ids=["LISEZMOI", "register", "verification"]
)
def test_the_page_is_readable_by_all(brief: Edition, charter: Charter, make: Callable[..., str]) -> None:
    found = judge(make(brief, charter))
    assert found.violations == ()
    assert found.cut_off == ()
    assert found.unreached == 0
    assert [stop for stop in found.stops if not stop.shown] == []
    assert found.stops[0].text == "Aller au contenu"
    assert (found.asked, found.messages) == (0, ())


PLAIN = (
    '<!DOCTYPE html><html lang="fr"><head><title>Page</title><style>{style}</style></head>'
    "<body><main>{body}</main></body></html>"
)


def test_the_judge_sees_a_picture_without_alternative() -> None:
    found = judge(PLAIN.format(style="", body='<h1>Page</h1><img src="data:,">'))
    assert any(fault.startswith("image-alt") for fault in found.violations)


def test_the_judge_sees_what_is_cut_off() -> None:
    found = judge(PLAIN.format(style="", body='<h1>Page</h1><p style="width:900px">large</p>'))
    assert any("900px" in markup for markup in found.cut_off)


def test_the_judge_sees_a_link_out_of_reach_and_a_focus_that_does_not_show() -> None:
    body = '<h1>Page</h1><a href="#a">un</a> <a href="#b" tabindex="-1">deux</a>'
    found = judge(PLAIN.format(style="a:focus{outline:none}", body=body))
    assert found.unreached == 1
    assert not found.stops[0].shown


def test_the_judge_sees_what_is_asked_from_elsewhere() -> None:
    assert judge(PLAIN.format(style="", body='<h1>Page</h1><img alt="" src="http://localhost:9/x.png">')).asked == 1
