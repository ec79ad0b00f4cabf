"""Plans of decks for tests: one with every element, and small ones made to measure."""

from __future__ import annotations

import hashlib
import io
from decimal import Decimal

from msgspec.structs import replace
from PIL import Image

from editions import NAMES
from rapport.edition.blocks.figures import Chart, ChartKind, Point, Series
from rapport.edition.picture import Picture
from rapport.edition.text import NO_STATUS, Span, Status, words
from rapport.look.geometry import Box, Pt
from rapport.plots import Plan
from rapport.plotting.plan import plan_chart
from rapport.plotting.setting import deck_setting
from rapport.slides.deck import Deck, LayoutName, Part, Slide
from rapport.slides.elements import (
    Align,
    ChartFrame,
    Element,
    ElementGroup,
    Panel,
    PictureFrame,
    Place,
    RuleLine,
    SlideParagraph,
    SlideSign,
    TableCell,
    TableFrame,
    TableRow,
    TextBox,
)
from render.pdf.made_up import charter, fonts

ACHIEVED, PLANNED, PROMISED = Status("achieved", "Réalisé"), Status("planned", "Prévu"), Status("promised", "Promis")
ESTIMATED, TARGET = Status("estimated", "Estimé"), Status("target", "Objectif")
SOURCE = words("Source\u00a0: texte du 10 février 2026, §\u00a09.")


def box(x: float, y: float, width: float, height: float) -> Box:
    return Box(Pt(x), Pt(y), Pt(width), Pt(height))


def paragraph(string: str, size: float = 18, leading: float = 25, **looks: object) -> SlideParagraph:
    return SlideParagraph(words(string), "body", Pt(size), Pt(leading), **looks)  # type: ignore[arg-type]


def text(name: str, place: Place, at: Box, *paragraphs: SlideParagraph) -> TextBox:
    return TextBox(name, at, paragraphs, place)


def title(string: str, at: Box | None = None, **looks: object) -> TextBox:
    setting = {"size": 30, "leading": 34, "bold": True} | looks
    return TextBox("Titre", at or box(48, 68, 790.67, 68), (paragraph(string, **setting),), "title")  # type: ignore[arg-type]


def kicker(string: str, colour: str = "accent") -> TextBox:
    return text("Surtitre", "kicker", box(48, 46, 864, 18), paragraph(string, 14, 18, bold=True, colour=colour))


def slide(key: str, layout: LayoutName, heading: TextBox, *elements: Element, number: int = 1, **rest: object) -> Slide:
    given = {"speech": (words(f"Ce que dit l’orateur\u00a0: {key}."),), "sources": (SOURCE,), "footer": SOURCE} | rest
    return Slide(key, layout, heading, elements, number=number, **given)  # type: ignore[arg-type]


def deck(*slides: Slide, parts: tuple[Part, ...] | None = None, **rest: object) -> Deck:
    """A deck of the slides, renumbered, in one section unless others are given."""
    numbered = tuple(renumbered(item, number) for number, item in enumerate(slides, start=1))
    given = {
        "title": "Intelligence artificielle\u00a0: le bilan de la France",
        "subject": "Sommet du G7 d’Évian",
        "issuer": "",
        "language": "fr-FR",
        "version": "1.0",
        "date": "2026-02-10",
        "width": Pt(960),
        "height": Pt(540),
        "content_digest": hashlib.sha256(b"content").hexdigest(),
        "keywords": ("IA", "bilan"),
        "names": NAMES,
    } | rest
    whole = (Part("Présentation", tuple(item.key for item in numbered)),) if numbered else ()
    return Deck(slides=numbered, parts=whole if parts is None else parts, **given)  # type: ignore[arg-type]


def renumbered(item: Slide, number: int) -> Slide:
    return replace(item, number=number)


def chart(kind: ChartKind, categories: tuple[str, ...], *series: Series) -> Chart:
    return Chart(
        kind,
        words("La puissance doit presque tripler en deux ans"),
        words("Puissance, en mégawatts"),
        categories,
        series,
        SOURCE,
        f"Graphique ({kind})\u00a0: 240 MW fin 2027, 700 MW fin 2029, non précisé fin 2028.",
        unit="MW",
    )


def points(*values: tuple[str | None, str]) -> tuple[Point, ...]:
    return tuple(Point(None if value is None else Decimal(value), label) for value, label in values)


POWER = points(("240", "240\u00a0MW"), (None, "non précisé"), ("700", "700\u00a0MW"))
YEARS = ("fin 2027", "fin 2028", "fin 2029")


def chart_frame(content: Chart, at: Box | None = None) -> ChartFrame:
    place = at or box(48, 176, 570.67, 304)
    return ChartFrame("Graphique", place, content, planned(content, place))


def planned(content: Chart, place: Box) -> Plan:
    """The plan of a chart of one panel on a slide."""
    look = charter()
    setting = deck_setting(look.deck, look.statuses, fonts())
    return plan_chart(content, setting, place.width, place.height)[0].plan


def picture(width: int = 40, height: int = 30, colour: str = "#0B5A4C") -> Picture:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "PNG")
    data = buffer.getvalue()
    return Picture("reseau.png", data, hashlib.sha256(data).hexdigest(), "image/png", width, height)


def cell(string: str, align: Align = "start", sign: Status = NO_STATUS, size: float = 18, **looks: object) -> TableCell:
    indent = Pt(22 if sign.key else 0)
    return TableCell((paragraph(string, size, 24, align=align, **looks),), indent, sign)


def table_frame() -> TableFrame:
    header = TableRow(
        (cell("Objet", size=14, colour="grey", bold=True), cell("Montant", "end", size=14, colour="grey", bold=True),
         cell("Statut", size=14, colour="grey", bold=True)),
        Pt(39),
        "header",
    )  # fmt: skip
    rows = (
        ("Centres de données en France", "109\u00a0Md€", PROMISED),
        ("Montereau-Vallée-de-la-Seine", "4\u00a0Md€", ESTIMATED),
        ("Supercalculateur Alice Recoque", "554\u00a0M€", PLANNED),
        ("23 premiers «\u00a0Pionniers de l’IA\u00a0»", "à hauteur de 10\u00a0M€", Status("announced", "Annoncé")),
    )
    body = tuple(
        TableRow(
            (cell(name, bold=True), cell(amount, "end", bold=True), cell(status.word, sign=status, size=16, bold=True)),
            Pt(45),
        )
        for name, amount, status in rows
    )
    return TableFrame(
        "Tableau",
        box(48, 146, 864, 219),
        (Pt(400), Pt(264), Pt(200)),
        (header, *body),
        "Quatre montants et leur statut.",
        (Pt(16), Pt(32), Pt(0)),
        Pt(10.5),
    )


def figure_tile(index: int, number: str, unit: str, label: str, status: Status) -> ElementGroup:
    x, y = 48 + (index % 3) * 293.33, 156 + (index // 3) * 170
    amount = SlideParagraph(
        words(number), "key_figure", Pt(50), Pt(54), bold=True, unit=words(f"\u00a0{unit}"), unit_size=Pt(24)
    )
    return ElementGroup(
        f"Chiffre clé {index + 1}",
        box(x, y, 277.33, 146),
        (
            RuleLine(box(x, y, 277.33, 0), Pt(1), "ink"),
            text("Précision", "", box(x, y + 6, 160, 20), paragraph("plus de", 16, 20, colour="grey")),
            SlideSign(box(x + 213, y + 9, 11.8, 11.8), status),
            text("Statut", "", box(x + 225, y + 6, 52.33, 20), paragraph(status.word, 14, 18, bold=True, align="end")),
            TextBox("Nombre", box(x, y + 22, 277.33, 54), (amount,), anchor="bottom"),
            text("Libellé", "", box(x, y + 84, 277.33, 60), paragraph(label, 17, 22)),
        ),
        words(f"plus de {number}\u00a0{unit} {label} ({status.word.lower()})"),
    )


def cover() -> Slide:
    signs = tuple(
        item
        for status, x in ((ACHIEVED, 48.0), (PLANNED, 341.33), (PROMISED, 634.66))
        for item in (
            SlideSign(box(x, 84, 148, 148), status, "white", "accent"),
            text(
                status.word, "", box(x + 162, 214, 100, 18), paragraph(status.word, 14, 18, bold=True, colour="white")
            ),
        )
    )
    small = {"size": 14, "leading": 18}
    return slide(
        "cover",
        "cover",
        title(
            "Intelligence artificielle\u00a0:\nle bilan de la France, un an après Paris",
            box(48, 288, 864, 108),
            size=46,
            leading=50,
        ),
        text("Nature", "kicker", box(48, 34, 424, 50), paragraph("Présentation", bold=True, colour="white", **small)),
        text("Date", "", box(488, 34, 424, 50), paragraph("10 février 2026", colour="white", align="end", **small)),
        *signs,
        text(
            "Sous-titre",
            "subtitle",
            box(48, 402, 864, 60),
            paragraph("Les chiffres à connaître avant le sommet du G7", 20, 26),
        ),
        text(
            "Détail 1",
            "meta",
            box(48, 478, 277.33, 56),
            paragraph("Données arrêtées au 10 février 2026", colour="grey", **small),
        ),
        text("Détail 2", "second", box(341.33, 478, 277.33, 56), paragraph("New Delhi, 18 et 19 février", **small)),
        text("Détail 3", "third", box(634.67, 478, 277.33, 56), paragraph("Évian, juin 2026", **small)),
        footer=(),
    )


def every_chart() -> tuple[Slide, ...]:
    """Each kind of chart, each look of a status, gaps, names of series, and extremes."""
    kinds: tuple[tuple[str, Chart], ...] = (
        ("column", chart("column", YEARS, Series("Puissance", PLANNED, POWER))),
        ("bar", chart("bar", ("Levées en 2025", "Centres de données"), *_one_status_each())),
        ("stacked", chart("stacked", ("Grandes entreprises", "PME", "TPE"), *_stack())),
        ("line", chart("line", YEARS, Series("Fouju", PLANNED, POWER), Series("Paris", ESTIMATED, _rising()))),
        ("doughnut", chart("doughnut", ("Assistant IA", "Visio"), Series("Agents", ACHIEVED, _agents()))),
        (
            "target",
            chart("bar", ("PME", "TPE"), Series("Cibles", TARGET, points(("80", "80\u00a0%"), ("50", "la moitié")))),
        ),
        ("extremes", chart("column", ("a", "b", "c"), Series("", NO_STATUS, _extremes()))),
        ("empty", chart("column", YEARS, Series("Rien", PROMISED, points((None, ""), (None, ""), (None, ""))))),
        ("one", chart("doughnut", ("Seul",), Series("Seul", ACHIEVED, points(("1", "1"))))),
    )
    return tuple(
        slide(
            f"chart-{name}",
            "chart",
            title(f"Graphique\u00a0: {name}"),
            kicker("Centres de données"),
            chart_frame(content),
        )
        for name, content in kinds
    )


def _one_status_each() -> tuple[Series, ...]:
    return (
        Series("Réalisé", ACHIEVED, points(("2.6", "plus de 2,6\u00a0Md€"), (None, ""))),
        Series("Promis", PROMISED, points((None, ""), ("109", "109\u00a0Md€"))),
    )


def _stack() -> tuple[Series, ...]:
    return (
        Series("À équiper", ACHIEVED, points(("100", "100\u00a0%"), ("80", "80\u00a0%"), ("50", "la moitié"))),
        Series("Hors objectif", PROMISED, points((None, ""), ("20", "20\u00a0%"), ("50", "50\u00a0%"))),
    )


def _rising() -> tuple[Point, ...]:
    return points(("100", "100\u00a0MW"), ("150", "150\u00a0MW"), ("180", "180\u00a0MW"))


def _agents() -> tuple[Point, ...]:
    return points(("110000", "110\u202f000"), ("40000", "40\u202f000"))


def _extremes() -> tuple[Point, ...]:
    return points(("-12345678901.123", "−12\u202f345\u202f678\u202f901,123"), ("0", "0"), ("0.0001", "0,0001"))


def figures_slide() -> Slide:
    tiles = (
        figure_tile(0, "2,6", "Md€", "levés par les start-up françaises de l’IA en 2025", ACHIEVED),
        figure_tile(1, "109", "Md€", "pour construire en France des centres de données", PROMISED),
        figure_tile(2, "700", "MW", "au Campus IA de Fouju, fin 2029", PLANNED),
        figure_tile(3, "4", "Md€", "d’investissement à Montereau", ESTIMATED),
        figure_tile(4, "80", "%", "des PME équipées d’ici 2030", TARGET),
    )
    return slide("figures", "figures", title("Les levées et les usages sont mesurés"), kicker("Chiffres clés"), *tiles)


def timeline_slide() -> Slide:
    moments = (
        ("Juillet 2025", "Plan «\u00a0Osez l’IA\u00a0»", ACHIEVED),
        ("Juin 2026", "G7 à Évian", PLANNED),
        ("2030", "Cibles", TARGET),
    )
    leaves = [
        leaf
        for index, (date, event, status) in enumerate(moments)
        for leaf in (
            text(date, "", box(48 + 96 * index, 252, 90, 20), paragraph(date, 14, 20, bold=True)),
            SlideSign(box(48 + 96 * index, 292, 20, 20), status, ground="paper", alternative=status.word),
            text(event, "", box(48 + 96 * index, 324, 90, 63), paragraph(event, 16, 21)),
        )
    ]
    line = RuleLine(box(48, 302, 212, 0), Pt(1.5), "context")
    frieze = ElementGroup(
        "Calendrier", box(48, 252, 276, 135), (line, *leaves), words("Trois dates, de juillet 2025 à 2030.")
    )
    cut_off = RuleLine(box(136, 152, 0, 268), Pt(0.75), "accent", (Pt(3), Pt(2)))
    ground = Panel(box(424, 152, 488, 268), "paper")
    return slide(
        "timeline",
        "timeline",
        title("Les échéances courent jusqu’à 2030"),
        kicker("Calendrier"),
        ground,
        cut_off,
        frieze,
    )


def content_slide() -> Slide:
    """Lists in two levels, spans of every kind, links inside and outside of the deck."""
    spans = SlideParagraph(
        (
            Span("Un mot "),
            Span("fort", emphasis="strong"),
            Span(", un titre ", emphasis="none"),
            Span("State of AI", emphasis="emphasis", language="en-GB"),
            Span(", un exposant"),
            Span("1", position="superscript"),
            Span(", "),
            Span("le site du Gouvernement", link="https://www.info.gouv.fr/?a=1&b=é"),
            Span(" et "),
            Span("les chiffres clés", link="#figures"),
            Span("."),
        ),
        "body",
        Pt(18),
        Pt(25),
    )
    items = (
        SlideParagraph(words("Équiper les entreprises"), "list_item", Pt(20), Pt(26), level=1, space_before=Pt(14)),
        SlideParagraph(words("80\u00a0% des PME"), "body", Pt(18), Pt(25), level=2, space_before=Pt(4)),
        SlideParagraph(words("Retour à l’ouverture"), "body", Pt(16), Pt(22), colour="grey", level=1),
    )
    return slide(
        "content",
        "content",
        title("Équiper & former < 2030"),
        kicker("Diffusion"),
        text("Texte", "body", box(48, 150, 864, 330), spans, *items),
    )


def whole_deck() -> Deck:
    """Every layout, every element, every chart."""
    sentence = title("Un an après Paris,\nla France rend compte.", box(121.33, 110, 790.67, 260), size=42, leading=52)
    statement = slide(
        "statement",
        "statement",
        sentence,
        Panel(box(48, 120, 6, 249), "accent"),
        kicker("Le message en une phrase"),
        text("Référence", "subtitle", box(121.33, 394, 790.67, 25), paragraph("Élément de langage", colour="grey")),
        ground="paper",
    )
    link = SlideParagraph((Span("Voir le tableau", link="#table"),), "body", Pt(20), Pt(26), colour="white")
    divider = slide(
        "divider",
        "divider",
        title("Centres de données\net calcul", box(48, 300, 790.67, 140), size=56, leading=60, colour="white"),
        kicker("Partie 2", "white"),
        SlideSign(box(708, 48, 204, 204), PLANNED, "white", "accent", "Prévu"),
        TextBox("Sous-titre", box(48, 440, 790.67, 64), (link,), "subtitle"),
        ground="accent",
    )
    columns = slide(
        "columns",
        "columns",
        title("De New Delhi à Évian"),
        kicker("Deux rendez-vous"),
        text(
            "Gauche",
            "body",
            box(48, 150, 416, 330),
            paragraph("New Delhi", 34, 40, bold=True),
            paragraph("Une IA accessible", 20, 26),
        ),
        text(
            "Droite",
            "second",
            box(496, 150, 416, 330),
            paragraph("Évian", 34, 40, bold=True),
            paragraph("Sécurité", 20, 26),
        ),
    )
    messages = slide(
        "messages",
        "messages",
        title("Trois messages pour Évian"),
        kicker("À retenir"),
        text(
            "Un",
            "body",
            box(48, 150, 277.33, 330),
            paragraph("1", 50, 54, bold=True, colour="accent"),
            paragraph("Les fonds"),
        ),
        text(
            "Deux",
            "second",
            box(341.33, 150, 277.33, 330),
            paragraph("2", 50, 54, bold=True, colour="accent"),
            paragraph("Les terrains"),
        ),
        text(
            "Trois",
            "third",
            box(634.67, 150, 277.33, 330),
            paragraph("3", 50, 54, bold=True, colour="accent"),
            paragraph("L’État"),
        ),
    )
    image = picture()
    pictures = slide(
        "picture",
        "picture",
        title("Une image et son texte"),
        PictureFrame("Image", box(48, 150, 416, 312), image, "Un rectangle vert.", "picture"),
        PictureFrame("Encore", box(700, 380, 80, 60), image, ""),
        text("Légende", "body", box(496, 150, 416, 100), paragraph("La légende")),
    )
    table = slide("table", "table", title("Quatre montants à ne pas additionner"), kicker("Montants"), table_frame())
    bare = slide("bare", "title-only", title("Un titre seul"), speech=(), sources=())
    slides = (
        cover(),
        figures_slide(),
        *every_chart(),
        table,
        timeline_slide(),
        content_slide(),
        columns,
        messages,
        statement,
        divider,
        pictures,
        bare,
    )
    keys = tuple(item.key for item in slides)
    return deck(*slides, parts=(Part("Ouverture", keys[:2]), Part("Corps & annexes", keys[2:])))
