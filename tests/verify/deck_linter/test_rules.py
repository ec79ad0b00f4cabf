"""Each rule is silent on a sound deck and speaks on one that is spoiled in just that way."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

import decks
from parts import spoiled, with_part
from rapport.look.charter import Charter
from rapport.render.deck.writer import write_deck
from rapport.verify.deck_linter.linter import RULES, lint

SLIDE = "ppt/slides/slide{}.xml".format
COVER, FIGURES, CHART, STACKED, LINE, RING, TABLE, CONTENT, COLUMNS, STATEMENT, DIVIDER, PICTURE = map(
    SLIDE, (1, 2, 3, 5, 6, 7, 12, 14, 15, 17, 18, 19)
)
CHART_PART = "ppt/charts/chart{}.xml".format
MAIN, MASTER, LAYOUT = "ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout1.xml"
TYPES, CORE, RELATIONS = "[Content_Types].xml", "docProps/core.xml", "ppt/slides/_rels/slide2.xml.rels"

TILE = '(<p:grpSp><p:nvGrpSpPr><p:cNvPr id="[0-9]+" name="Chiffre clé {}".*?)'.format

SPOILED: tuple[tuple[str, str, str, str], ...] = (
    ("package-phantom-type", TYPES, "</Types>", '<Override PartName="/ppt/gone.xml" ContentType="a/b"/></Types>'),
    (
        "package-external",
        RELATIONS,
        "</R",
        '<Relationship Id="x" TargetMode="External" Type="a/image" Target="c:/a"/></R',
    ),
    (
        "package-external",
        RELATIONS,
        "</R",
        '<Relationship Id="x" TargetMode="External" Type="/hyperlink" Target="a"/></R',
    ),
    ("package-relation", RELATIONS, "</R", '<Relationship Id="x" Type="a/control" Target="../slides/slide2.xml"/></R'),
    ("package-relation-repeated", RELATIONS, "(<Relationship .*?/>)", r"\1\1"),
    ("package-layout-unused", SLIDE(20).replace("slides/", "slides/_rels/") + ".rels", "slideLayout12", "slideLayout4"),
    ("document-property-missing", CORE, "<dc:title>.*?</dc:title>", ""),
    ("document-property-missing", CORE, "<dc:language>.*?</dc:language>", ""),
    ("document-date", CORE, "2026-02-10T", "10/02/2026 "),
    ("presentation-number-shared", MASTER, 'id="2147483650"', 'id="2147483648"'),
    ("presentation-notes-master", MAIN, "<p:notesMasterIdLst>.*?</p:notesMasterIdLst>", ""),
    ("section-partition", MAIN, '<p14:sldId id="256"/>', ""),
    ("section-partition", MAIN, '<p14:sldId id="256"/>', '<p14:sldId id="999"/>'),
    ("section-partition", MAIN, '<p14:sldId id="256"/>', '<p14:sldId id="256"/><p14:sldId id="256"/>'),
    ("section-name", MAIN, 'name="Ouverture"', 'name="Section par défaut"'),
    ("section-missing", MAIN, "<p:extLst>.*?</p:extLst>", ""),
    ("presentation-size-type", MAIN, "<p:sldSz ", '<p:sldSz type="screen4x3" '),
    ("notes-slide", "ppt/notesSlides/_rels/notesSlide1.xml.rels", '<[^>]*relationships/slide"[^>]*>', ""),
    ("slide-auto-advance", COVER, "</p:clrMapOvr>", '</p:clrMapOvr><p:transition advTm="3000"/>'),
    ("media-captions", PICTURE, '<p:nvPr><p:ph type="pic"', '<p:nvPr><a:videoFile r:link="rId9"/><p:ph type="pic"'),
    ("title-missing", CHART, "<a:t>Graphique.*?</a:t>", "<a:t> </a:t>"),
    ("title-missing", CHART, '<p:ph type="title"/>', '<p:ph type="body" idx="14"/>'),
    ("title-several", CHART, '<p:ph type="body" idx="13"/>', '<p:ph type="title"/>'),
    ("title-first", CHART, "(<p:sp>.*?</p:sp>)(<p:sp>.*?</p:sp>)", r"\2\1"),
    ("title-repeated", SLIDE(4), "<a:t>Graphique.*?</a:t>", "<a:t>Graphique\u00a0: column</a:t>"),
    ("shape-number-repeated", CHART, 'id="4" name', 'id="3" name'),
    ("shape-text-body", STATEMENT, '(name="Fond".*?)<p:txBody>.*?</p:txBody>', r"\1"),
    ("background-effects", LAYOUT.replace("1.", "2."), "<a:effectLst/>", ""),
    ("text-anchor", FIGURES, 'anchor="t"', 'anchor="mid"'),
    ("placeholder-unknown", CHART, 'type="body" idx="13"', 'type="body" idx="77"'),
    ("placeholder-empty", CHART, "<a:t>Centres de données</a:t>", "<a:t></a:t>"),
    ("shape-silent", FIGURES, "<a:t>plus de</a:t>", "<a:t></a:t>"),
    ("shape-off-slide", COVER, '<a:off x="6197600"', '<a:off x="11197600"'),
    ("reading-furniture", CHART, "(<p:graphicFrame>.*?</p:graphicFrame>)(<p:sp>.*?</p:sp>)", r"\2\1"),
    ("reading-order", FIGURES, TILE(1) + TILE(2) + TILE(5), r"\2\1\3"),
    ("alternative-missing", CHART, ' descr="[^"]*"', ""),
    ("alternative-missing", FIGURES, ' descr="plus de[^"]*"', ""),
    ("alternative-file-name", PICTURE, 'descr="[^"]*"', 'descr="reseau_v2.png"'),
    ("alternative-on-ornament", COVER, 'name="Signe">', 'name="Signe" descr="Un disque">'),
    ("language-missing", CHART, '<a:rPr lang="fr-FR"/>', "<a:rPr/>"),
    ("language-missing", CHART, '<a:rPr lang="fr-FR"/>', ""),
    ("language-missing", "ppt/notesSlides/notesSlide1.xml", ' lang="fr-FR"', ""),
    ("language-missing", CHART_PART(1), '<a:rPr lang="fr-FR"', "<a:rPr"),
    ("language-default", MAIN, '<a:defRPr lang="fr-FR"/>', "<a:defRPr/>"),
    ("language-unknown", CHART, 'lang="fr-FR"', 'lang="français"'),
    ("text-small", CHART, '<a:rPr lang="fr-FR"/>', '<a:rPr lang="fr-FR" sz="1000"/>'),
    ("text-small", CHART_PART(1), r'sz="\d+"', 'sz="900"'),
    ("text-small", LAYOUT.replace("1.", "4."), r'sz="\d+"', 'sz="1100"'),
    ("text-contrast", COLUMNS, '<a:schemeClr val="tx1"/>', '<a:schemeClr val="accent4"/>'),
    (
        "text-contrast",
        COVER,
        '<a:schemeClr val="bg1"/></a:solidFill><a:latin',
        '<a:schemeClr val="tx1"/></a:solidFill><a:latin',
    ),
    ("text-contrast", "ppt/theme/theme1.xml", '<a:dk1><a:srgbClr val="15201E"/>', '<a:dk1><a:srgbClr val="AAAAAA"/>'),
    ("text-face", CHART_PART(1), 'typeface="[+]mn-lt"', 'typeface="Comic Sans MS"'),
    ("text-outline", COLUMNS, '<p:ph idx="15"/>(.*?)<a:t>Évian', r"\1<a:t>" + 50 * "mot "),
    ("link-vague", CONTENT, "le site du Gouvernement", "cliquez ici"),
    ("link-vague", CONTENT, "le site du Gouvernement", "https://www.info.gouv.fr"),
    ("table-header-flag", TABLE, ' firstRow="1"', ""),
    ("table-header-empty", TABLE, "<a:t>Montant</a:t>", "<a:t></a:t>"),
    ("table-merged", TABLE, "<a:tc>", '<a:tc gridSpan="2">'),
    ("table-merged", TABLE, "<a:tc>(.*?)<a:tc>", r'<a:tc gridSpan="2">\1<a:tc hMerge="1">'),
    ("table-row-length", TABLE, "<a:tc>.*?</a:tc>", ""),
    ("table-style", TABLE, "<a:tableStyleId>.", "<a:tableStyleId>{0"),
    ("chart-label-position", CHART_PART(3), '<c:dLblPos val="ctr"/>', '<c:dLblPos val="outEnd"/>'),
    ("chart-label-position", CHART_PART(4), '<c:dLblPos val="t"/>', '<c:dLblPos val="outEnd"/>'),
    (
        "chart-label-position",
        CHART_PART(5),
        '<c:firstSliceAng val="0"/>',
        '<c:dLbls><c:dLblPos val="ctr"/></c:dLbls><c:firstSliceAng val="0"/>',
    ),
    ("chart-axis-missing", CHART_PART(1), "<c:valAx>.*?</c:valAx>", ""),
    ("chart-series-repeated", CHART_PART(3), '<c:ser><c:idx val="1"/>', '<c:ser><c:idx val="0"/>'),
    ("chart-value", CHART_PART(1), "<c:v>240</c:v>", "<c:v>NaN</c:v>"),
    ("chart-value", CHART_PART(1), "<c:v>240</c:v>", "<c:v>240 MW</c:v>"),
    ("chart-point-count", CHART_PART(1), '</c:formatCode><c:ptCount val="3"/>', '</c:formatCode><c:ptCount val="2"/>'),
    ("chart-format-empty", CHART_PART(1), "<c:formatCode>.*?</c:formatCode>", "<c:formatCode></c:formatCode>"),
    ("chart-language", CHART_PART(1), "<c:lang .*?/>", ""),
    ("chart-rounded-corners", CHART_PART(1), "<c:roundedCorners .*?/>", ""),
    ("chart-automatic-title", CHART_PART(1), "<c:autoTitleDeleted .*?/>", ""),
    ("chart-workbook", "ppt/charts/_rels/chart1.xml.rels", "<Relationship .*?/>", ""),
)

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
CLICK = f'<a:hlinkClick xmlns:a="{DRAWING}" action="ppaction://program"/>'.encode()
REPLACED: tuple[tuple[str, str, bytes], ...] = (
    ("package-active", "ppt/vbaProject.bin", b"\xd0\xcf\x11\xe0"),
    ("package-active", "ppt/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0"),
    ("package-media-kind", "ppt/media/image1.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ("package-part", "ppt/media/sound1.wav", b"RIFF"),
    ("package-click", "ppt/slides/extra.xml", CLICK),
    ("package-font-container", "ppt/fonts/font1.fntdata", b"\x00\x01\x00\x00" + bytes(60)),
)


@pytest.fixture(scope="module")
def sound(charter: Charter) -> bytes:
    return write_deck(decks.whole_deck(), charter).data


def codes(findings: Iterable[object]) -> set[str]:
    return {str(getattr(finding, "code", "")) for finding in findings}


def test_a_deck_of_everything_is_sound(sound: bytes) -> None:
    assert lint(sound) == ()


@pytest.mark.parametrize(("code", "part", "pattern", "replacement"), SPOILED)
def test_a_rule_speaks(sound: bytes, code: str, part: str, pattern: str, replacement: str) -> None:
    found = codes(lint(spoiled(sound, part, pattern, replacement)))
    assert code in found


@pytest.mark.parametrize(("code", "part", "content"), REPLACED)
def test_a_rule_speaks_of_binary_parts(sound: bytes, code: str, part: str, content: bytes) -> None:
    found = codes(lint(with_part(sound, part, content)))
    assert code in found


def test_every_rule_is_made_to_speak() -> None:
    assert {rule.code for rule in RULES} == {case[0] for case in (*SPOILED, *REPLACED)}


def test_codes_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_a_finding_says_where_in_french(sound: bytes) -> None:
    (finding,) = lint(spoiled(sound, CHART, ' descr="[^"]*"', ""))
    place = "diapositive\u00a03, forme «\u00a0Graphique\u00a0»"
    assert (finding.place, finding.message) == (place, "pas de texte de remplacement")
