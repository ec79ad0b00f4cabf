"""What an author must know of a deck's plan: a list of small checks, each saying one kind of problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rapport.arrange.blocks.visuals import crowded, spilled_name
from rapport.arrange.fitting import lowest, overflowing, paragraphs_of
from rapport.arrange.page import under_title
from rapport.arrange.slide import foot_fits
from rapport.arrange.studio import SlideContext
from rapport.edition.text import plain, strings
from rapport.model.prose import TO_CONFIRM
from rapport.origin import Origin
from rapport.problem import Problem
from rapport.slides.deck import Slide
from rapport.slides.elements import ChartFrame, SlideParagraph, TextBox

Check = Callable[[Slide, SlideContext], Iterator[Problem]]

ABOUT = 1.25
"""How far past the charter’s number of words a slide may go before its author is told."""

LABELS = ("kicker", "footer", "status", "key_figure", "key_figure_qualifier", "table_head", "timeline_date")
"""Roles that do not count as words to be read."""

LEAST_OF_COVERS = 12.0
"""Who, where and when on a cover is read by whoever opens the file; the title is what a room reads."""
OPENERS = ("cover", "statement", "divider", "title-only")
"""Layouts whose white is meant; the last is that of the list of sections, which no author fills."""

FOOT_STYLES = ("source", "footer", "folio")
"""Styles that nobody reads from afar."""

LEAST_USED = 75
"""Hundredths of the height that a slide uses at least, unless its author is told."""

SHOWN = 40
"""Characters of a text that are quoted to find it again."""


def problems(slides: Iterable[Slide], studio: SlideContext) -> Iterator[Problem]:
    """Every problem of every slide, in the order of the slides."""
    for slide in slides:
        for check in CHECKS:
            yield from check(slide, studio)


def title_too_long(slide: Slide, studio: SlideContext) -> Iterator[Problem]:
    """A title says one finding: it takes no more lines than its place holds at its smallest size."""
    if not studio.measure.fits(slide.title.paragraphs, slide.title.box):
        size = f"{slide.title.paragraphs[0].size:g}"
        yield Problem(
            "slide-title-long",
            f"le titre de la diapositive {slide.number} ne tient pas dans sa place, même en corps {size}\u00a0: "
            f"{quoted(slide.title)}",
            written_at(slide.title.paragraphs, slide),
            "raccourcissez le «\u00a0message\u00a0» de la section ou du visuel\u00a0: un constat, deux lignes",
        )


def overflow(slide: Slide, studio: SlideContext) -> Iterator[Problem]:
    """Nothing is larger than its place, in the charter's face or in the one that replaces it.

    A text whose place is less than a line high has been pushed out by a longer one, and that is the one to shorten.
    """
    for element in overflowing(slide.elements, studio.look.grid.content, studio.measure):
        name, what = f"«\u00a0{element.name}\u00a0»", ""
        if isinstance(element, TextBox):
            what = f"\u00a0: {quoted(element)}"
            if slide.layout == "cover" and len(element.paragraphs) > 1:  # the date and the issuer share a place
                name, what = shortened(max((plain(each.text) for each in element.paragraphs), key=len)), ""
        is_pushed = isinstance(element, TextBox) and element.box.height < element.paragraphs[0].leading
        yield Problem(
            "slide-overflow",
            f"{name} ne tient pas sur la diapositive {slide.number}, même au plus petit corps{what}",
            written_at(paragraphs_of(slide.elements if is_pushed else (element,)), slide),
            "raccourcissez ce texte, ou répartissez-le entre deux éléments",
        )


def source_too_long(slide: Slide, studio: SlideContext) -> Iterator[Problem]:
    """The foot takes two lines at most, beside the slide's number: a source is shortened, the title cannot be."""
    if slide.footer and not foot_fits(slide.footer, studio):
        yield Problem(
            "slide-source-long",
            f"le pied de la diapositive {slide.number} prend plus de deux lignes",
            slide.origin,
            "donnez au dossier un titre plus court («\u00a0title\u00a0»)",
        )


def wordy(slide: Slide, studio: SlideContext) -> Iterator[Problem]:
    """A slide is seen, not read: about sixty words at most, not counting its foot."""
    count = sum(1 for _ in _words(slide))
    if count > ABOUT * studio.look.limits.max_words:
        yield Problem(
            "slide-wordy",
            f"la diapositive {slide.number} compte {count} mots (au plus {studio.look.limits.max_words} environ)",
            slide.origin if slide.origin.file else written_at(paragraphs_of(slide.elements), slide),
            "raccourcissez les points, ou laissez le détail aux notes de l’orateur",
            "warning",
        )


def chart_crowded(slide: Slide, studio: SlideContext) -> Iterator[Problem]:
    """Every value of a chart can be read on its mark."""
    for element in slide.elements:
        if isinstance(element, ChartFrame) and crowded(element):
            count = len(element.chart.categories)
            yield Problem(
                "slide-chart-crowded",
                f"les étiquettes du graphique de la diapositive {slide.number} se touchent "
                f"({count} catégorie{'s' if count > 1 else ''})",
                element.chart.origin if element.chart.origin.file else slide.origin,
                "montrez moins de catégories, ou faites-en un tableau",
                "warning",
            )


def name_too_long(slide: Slide, studio: SlideContext) -> Iterator[Problem]:
    """The name of a category stands beside or under its mark."""
    for element in slide.elements:
        if not isinstance(element, ChartFrame) or crowded(element):
            continue
        if name := spilled_name(element):
            yield Problem(
                "slide-chart-name",
                f"un nom ne tient pas à côté de sa barre, sur la diapositive {slide.number}\u00a0: {shortened(name)}",
                element.chart.origin if element.chart.origin.file else slide.origin,
                "donnez au fait un nom court («\u00a0label\u00a0») dans le graphique",
                "warning",
            )


def sparse(slide: Slide, studio: SlideContext) -> Iterator[Problem]:
    """What stands on a slide takes most of its height, the room under its title down to the foot, once it is written:
    where something is still to be confirmed, more may come.
    """
    if slide.layout in OPENERS or any(TO_CONFIRM in text for text in strings((slide.title, slide.elements))):
        return
    used = round(100 * used_share(slide, studio))
    if used < LEAST_USED:
        yield Problem(
            "slide-sparse",
            f"la diapositive {slide.number} n’occupe que {used}\u00a0% de sa hauteur",
            slide.origin if slide.origin.file else written_at(paragraphs_of(slide.elements), slide),
            "complétez-la d’un point d’attention ou d’un chiffre, ou réunissez-la avec sa voisine",
            "warning",
        )


def small(slide: Slide, studio: SlideContext) -> Iterator[Problem]:
    """Text under the charter's smallest size: it fits, but cannot be read from the back of a room."""
    least = LEAST_OF_COVERS if slide.layout == "cover" else studio.look.limits.min_text
    found = [each for each in paragraphs_of(slide.elements) if each.size < _least(each, least)]
    if found:
        typed = (each for each in found if any(span.origin.file for span in each.text))
        paragraph = next(typed, found[0])  # words of ours go with the author's beside them
        yield Problem(
            "slide-small",
            f"un texte de la diapositive {slide.number} est en corps {paragraph.size:g}, sous {least:g}\u00a0: "
            f"{shortened(plain(paragraph.text))}",
            written_at((paragraph,), slide),
            "raccourcissez ce texte, ou répartissez-le entre deux éléments",
            "warning",
        )


def _least(paragraph: SlideParagraph, least: float) -> float:
    """The smallest size of a paragraph: none at the foot."""
    return 0.0 if paragraph.style in FOOT_STYLES else least


def used_share(slide: Slide, studio: SlideContext) -> float:
    """How much of the height between the top of its content and the foot a slide uses."""
    content = under_title(tuple(slide.title.paragraphs[0].text), studio).look.grid.content
    return (lowest(slide.elements, studio.measure) - content.y) / content.height


CHECKS: tuple[Check, ...] = (
    title_too_long,
    overflow,
    sparse,
    small,
    source_too_long,
    wordy,
    chart_crowded,
    name_too_long,
)


def written_at(paragraphs: Iterable[SlideParagraph], slide: Slide) -> Origin:
    """Where the longest of some texts was written; where its slide was, for words of ours."""
    longest = max((paragraph.text for paragraph in paragraphs), key=lambda text: len(plain(text)), default=())
    return next((span.origin for span in longest if span.origin.file), slide.origin)


def quoted(box: TextBox) -> str:
    """The start of a text, between guillemets."""
    return shortened(" ".join(plain(paragraph.text) for paragraph in box.paragraphs))


def shortened(text: str) -> str:
    """A text, or its start, between guillemets."""
    return f"«\u00a0{text if len(text) <= SHOWN else text[:SHOWN].rstrip(' ') + '…'}\u00a0»"


def _words(slide: Slide) -> Iterator[str]:
    """What is read as text: neither labels such as statuses, dates and headers, nor bare figures."""
    for paragraph in (*slide.title.paragraphs, *paragraphs_of(slide.elements)):
        if paragraph.style not in LABELS:
            yield from (word for word in plain(paragraph.text).split(" ") if any(map(str.isalpha, word)))
