"""No text reaches a reader untypeset: every text of the editions and of both files, wherever readers meet it."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping

import pikepdf
import pytest
from lxml import etree
from msgspec.structs import replace

from parts import parts_of, spoiled
from rapport.arrange.arrange import Arranged
from rapport.edition.edition import UNNAMED, Edition
from rapport.edition.text import strings, words
from rapport.look.charter import Charter
from rapport.read.faces import installed_fonts
from rapport.render.deck.writer import write_deck
from rapport.render.pdf.brief import draw_brief
from readback import read_back
from typography import RULES, untypeset

BRIEFINGS = ("evian-g7", "new-delhi")
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHOWN_ATTRIBUTES = ("descr", "title")
TIMESTAMP = re.compile(r"\d{4}-\d\d-\d\dT")
CORE = "docProps/core.xml"


def texts_of_edition(edition: Edition) -> Iterator[str]:
    yield from strings(replace(edition, furniture=UNNAMED, names=UNNAMED))


def texts_of_brief(data: bytes) -> Iterator[str]:
    """What the structure tree reads out, artifacts, the contents pane, and what the file says of itself."""
    read = read_back(data)
    for node in read.root.walk():
        if any(isinstance(kid, str) for kid in node.kids):
            yield "".join(kid if isinstance(kid, str) else "•" for kid in node.kids).replace("\u00ad", "")
        yield from (node.entries[key] for key in ("Alt", "ActualText", "E") if key in node.entries)
    yield from (*read.artifacts, *read.unmarked)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        with pdf.open_outline() as outline:
            yield from (item.title for item in outline.root)
        yield from (str(pdf.docinfo[key]) for key in ("/Title", "/Subject", "/Keywords") if key in pdf.docinfo)


def texts_of_deck(data: bytes) -> Iterator[str]:
    """Paragraphs of slides, notes, layouts and charts, alternative texts, cells of workbooks, properties."""
    for name, part in parts_of(data).items():
        if name.endswith(".xlsx"):
            yield from (text for cell in parts_of(part).values() for text in _elements(cell, f"{SHEET}t"))
        elif name.endswith(".xml"):
            yield from _paragraphs(part)
            yield from _elements(part, f"{CHART}v")
            yield from _attributes(part)
            if name == CORE:
                yield from (text for text in etree.fromstring(part).itertext() if not TIMESTAMP.match(text))


def _paragraphs(part: bytes) -> Iterator[str]:
    for paragraph in etree.fromstring(part).iter(f"{DRAWING}p"):
        yield "".join(run.text or "" for run in paragraph.iter(f"{DRAWING}t"))


def _elements(part: bytes, tag: str) -> Iterator[str]:
    if part.lstrip().startswith(b"<"):
        yield from (element.text or "" for element in etree.fromstring(part).iter(tag))


def _attributes(part: bytes) -> Iterator[str]:
    for element in etree.fromstring(part).iter("{*}cNvPr"):
        yield from (element.get(name) for name in SHOWN_ATTRIBUTES if element.get(name))


def faults(texts: Iterator[str]) -> list[str]:
    return sorted({fault for text in texts for fault in untypeset(text)})


@pytest.fixture(scope="module")
def brief(editions: Mapping[str, Edition], charter: Charter) -> Callable[[Edition], bytes]:
    fonts = installed_fonts(charter.font.name)
    return lambda edition: draw_brief(edition, charter, fonts).data


@pytest.fixture(scope="module")
def decks(plans: Mapping[str, Arranged], charter: Charter) -> Mapping[str, bytes]:
    return {key: write_deck(plan.deck, charter).data for key, plan in plans.items()}


@pytest.mark.parametrize("medium", ["brief", "deck"])
@pytest.mark.parametrize("key", BRIEFINGS)
def test_every_text_of_an_edition_is_typeset(editions: Mapping[str, Edition], key: str, medium: str) -> None:
    assert faults(texts_of_edition(editions[f"{key}-{medium}"])) == []


@pytest.mark.parametrize("key", BRIEFINGS)
def test_every_text_of_a_brief_is_typeset(
    editions: Mapping[str, Edition], brief: Callable[[Edition], bytes], key: str
) -> None:
    found = list(texts_of_brief(brief(editions[f"{key}-brief"])))
    assert len(found) > 300
    assert faults(iter(found)) == []


@pytest.mark.parametrize("key", BRIEFINGS)
def test_every_text_of_a_deck_is_typeset(decks: Mapping[str, bytes], key: str) -> None:
    found = list(texts_of_deck(decks[key]))
    assert len(found) > 300
    assert faults(iter(found)) == []


SPOILED = {
    "straight quote": "l'IA",
    "plain space before a sign": "Osez !",
    "plain space after a guillemet": "« Osez\u00a0»",
    "no space before a sign": "Osez! ",
    "wide space before a high sign": "Osez\u00a0!",
    "narrow space before a colon": "Osez\u202f: oui",
    "plain space before a unit": "75 %",
    "plain space inside a number": "110 000",
    "plain space in a date": "10 février",
    "plain space after a short word": "n° 3",
    "hyphen for a minus": "de -3 points",
    "three points": "Osez...",
    "two spaces": "Osez  l’IA",
    "key of a unit": "1\u00a0000 duration-year",
    "thin space": "110\u2009000",
    "unreadable character": "Osez\ufffd",
}


def test_each_rule_has_its_sabotage() -> None:
    assert set(SPOILED) == set(RULES)
    for name, text in SPOILED.items():
        assert any(fault.startswith(f"{name}:") for fault in untypeset(f"Mot {text}")), name


SOUND = (
    "«\u00a0Osez l’IA\u00a0» vise 75\u00a0% des PME\u202f; "
    "110\u202f000\u00a0agents, dès le 10\u00a0février\u00a0: n°\u00a03."
)


def test_sound_text_is_left_alone() -> None:
    assert list(untypeset(SOUND)) == []
    assert list(untypeset("Voir https://exemple.fr/a?b=c;d ou presse@exemple.fr.")) == []


PLACES = [
    ("ppt/slides/slide3.xml", r"<a:t>[^<]+</a:t>", "<a:t>{}</a:t>"),
    ("ppt/notesSlides/notesSlide3.xml", r"<a:t>[^<]{20,}</a:t>", "<a:t>{}</a:t>"),
    ("docProps/core.xml", r"<dc:title>[^<]+</dc:title>", "<dc:title>{}</dc:title>"),
]


@pytest.mark.parametrize("name", sorted(SPOILED))
@pytest.mark.parametrize(("part", "pattern", "form"), PLACES)
def test_a_text_of_a_deck_that_is_spoiled_is_found(
    decks: Mapping[str, bytes], name: str, part: str, pattern: str, form: str
) -> None:
    data = spoiled(decks["evian-g7"], part, pattern, form.format(f"Mot {SPOILED[name]} mot"))
    assert any(fault.startswith(f"{name}:") for fault in faults(texts_of_deck(data)))


def test_alternative_texts_charts_and_workbooks_are_walked(decks: Mapping[str, bytes]) -> None:
    data = decks["evian-g7"]
    parts = parts_of(data)
    chart = next(name for name in parts if re.fullmatch(r"ppt/charts/chart\w*\.xml", name))
    slide = next(name for name in parts if name.startswith("ppt/slides/slide") and b'descr="' in parts[name])
    book = next(name for name in parts if name.endswith(".xlsx"))
    strings_of_book = next(name for name, text in parts_of(parts[book]).items() if b"<t>" in text or b"<t " in text)
    sabotaged = spoiled(parts[book], strings_of_book, r"(<t[^>]*>)[^<]+</t>", r"\1Osez !</t>")
    for spoilt in (
        spoiled(data, chart, r"<c:v>[^<]*[^\W\d][^<]*</c:v>", "<c:v>Osez !</c:v>"),
        spoiled(data, slide, r'descr="[^"]+"', 'descr="Osez !"'),
    ):
        assert faults(texts_of_deck(spoilt)) == ["plain space before a sign: 'Osez !'"]
    found = (text for part in parts_of(sabotaged).values() for text in _elements(part, f"{SHEET}t"))
    assert faults(found) == ["plain space before a sign: 'Osez !'"]


@pytest.mark.parametrize("name", sorted(set(SPOILED) - {"unreadable character", "two spaces"}))
def test_a_text_of_a_brief_that_is_spoiled_is_found(
    editions: Mapping[str, Edition], brief: Callable[[Edition], bytes], name: str
) -> None:
    edition = editions["evian-g7-brief"]
    bare = replace(edition, sections=edition.sections[:1], notes=())
    cover = replace(bare.cover, title=words(f"Mot {SPOILED[name]} mot"))
    found = faults(texts_of_brief(brief(replace(bare, cover=cover))))
    assert any(fault.startswith(f"{name}:") for fault in found)


def _with_first_code_null(page: pikepdf.Page) -> bytes:
    """The page's code, the first string that it shows replaced by code 0."""
    code: list[tuple[object, pikepdf.Operator]] = []
    done = False
    for instruction in pikepdf.parse_content_stream(page):
        operands: object = instruction.operands
        if not done and str(instruction.operator) in ("TJ", "Tj"):
            null = pikepdf.String(b"\0\0")
            operands, done = [pikepdf.Array([null]) if str(instruction.operator) == "TJ" else null], True
        code.append((operands, instruction.operator))
    assert done
    return bytes(pikepdf.unparse_content_stream(code))  # type: ignore[arg-type]


def test_a_glyph_without_a_character_is_found(
    editions: Mapping[str, Edition], brief: Callable[[Edition], bytes]
) -> None:
    """Code 0 is the empty box of every face; no text of ours maps to it."""
    with pikepdf.open(io.BytesIO(brief(editions["evian-g7-brief"]))) as pdf:
        page = pdf.pages[2]
        page.Contents = pdf.make_stream(_with_first_code_null(page))
        spoilt = io.BytesIO()
        pdf.save(spoilt)
    with pytest.raises(KeyError):
        list(texts_of_brief(spoilt.getvalue()))
