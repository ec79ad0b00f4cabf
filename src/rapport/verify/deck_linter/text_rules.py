"""Text: its language, size, face, contrast, links and outline; titles and alternative texts (EN 301 549, 10.2.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from rapport.formats.office.package import NAMES, attribute, find_all
from rapport.formats.unreadable import quoted
from rapport.verify.deck_linter.deck_file import (
    A,
    DeckFile,
    LintRule,
    P,
    PackagePart,
    Remark,
    SlideFile,
    all_shapes,
    box_of,
    each_slide,
    is_decorative,
    placeholder_of,
    properties_of,
    slide_box,
    text_of,
)
from rapport.verify.deck_linter.text_look import DeckRun, contrast, ground, runs_of, seen

SMALLEST = 12
"""Points: captions and sources."""
_LARGE, _LARGE_BOLD = 18, 14
"""Points from which 3:1 will do (WCAG 2.2, "large scale")."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-[A-Za-z0-9]{4,8})*")
_NO_MEANING = re.compile(
    r"(https?://|www\.).*|(cliquez |cliquer )?ici|(ce )?lien|(click )?here|en savoir plus|read more", re.IGNORECASE
)
_RUN_PROPERTIES = (A + "rPr", A + "endParaRPr")
_MANY_WORDS = 40  # a slide of more is read, so it has a body for its text
_BODIES = frozenset(("", "obj", "body"))


def missing_languages(slide: SlideFile) -> Iterator[Remark]:
    """Every run of slide, notes and charts says its language (EN 301 549, 10.3.1.1)."""
    for part in slide.parts:
        bare = [run for run in part.root.iter(A + "r", A + "fld") if run.find("a:rPr", NAMES) is None]
        silent = [node for node in part.root.iter(*_RUN_PROPERTIES) if not node.get("lang")]
        if bare or silent:
            first = text_of((bare or [silent[0].getparent()])[0])
            yield Remark(f"texte sans langue\u00a0: {quoted(first)}", slide.place())


def default_language(deck: DeckFile) -> Iterator[Remark]:
    """What readers add is in the deck’s language."""
    style = deck.main.root.find("p:defaultTextStyle/a:defPPr/a:defRPr", NAMES)
    if not attribute(style, "lang"):
        yield Remark("la présentation n’a pas de langue par défaut")


def bad_languages(slide: SlideFile) -> Iterator[Remark]:
    """A language is a BCP 47 tag."""
    for part in slide.parts:
        tags = {node.get("lang") for node in part.root.iter(*_RUN_PROPERTIES, A + "defRPr") if node.get("lang")}
        for tag in sorted(tag for tag in tags if not _LANGUAGE.fullmatch(tag)):
            yield Remark(f"langue inconnue\u00a0: {quoted(tag)}", slide.place())


def small_text(slide: SlideFile) -> Iterator[Remark]:
    """Nothing is set too small to be read from the back of the room."""
    for run in runs_of(slide):
        if run.size < SMALLEST:
            yield Remark(f"texte en {run.size:g}\u00a0points\u00a0: {quoted(run.text)}", slide.place(run.shape))
    for chart in slide.charts:
        sizes = [float(node.get("sz")) / 100 for node in chart.root.iter(A + "rPr", A + "defRPr") if node.get("sz")]
        if sizes and min(sizes) < SMALLEST:
            yield Remark(f"texte de graphique en {min(sizes):g}\u00a0points", slide.place())


def weak_contrast(slide: SlideFile) -> Iterator[Remark]:
    """Text against its real ground: 4.5:1, or 3:1 for large text (EN 301 549, 10.1.4.3)."""
    for run in runs_of(slide):
        ratio = _ratio(run, slide)
        large = run.size >= (_LARGE_BOLD if run.bold else _LARGE)
        if ratio is not None and ratio < (3 if large else 4.5):
            shown = f"{ratio:.1f}".replace(".", ",")
            yield Remark(f"contraste de {shown}\u00a0: {quoted(run.text)}", slide.place(run.shape))


def foreign_faces(slide: SlideFile) -> Iterator[Remark]:
    """Faces are the theme’s, so that changing the theme changes all."""
    known = {attribute(node, "typeface") for node in find_all(slide.theme.root, ".//a:fontScheme/*/a:latin")}
    for part in slide.parts:
        faces = {attribute(node, "typeface") for node in part.root.iter(A + "latin")}
        for face in sorted(face for face in faces - known if not face.startswith("+")):
            yield Remark(f"police étrangère au thème\u00a0: {quoted(face)}", slide.place())


def empty_links(slide: SlideFile) -> Iterator[Remark]:
    """The words of a link say where it leads (EN 301 549, 10.2.4.4)."""
    for run in slide.part.root.iter(A + "r"):
        if run.find("a:rPr/a:hlinkClick", NAMES) is not None and _NO_MEANING.fullmatch(text_of(run).strip(" ")):
            yield Remark(f"lien au texte vague\u00a0: {quoted(text_of(run))}", slide.place())


def text_out_of_outline(deck: DeckFile) -> Iterator[Remark]:
    """Body text belongs in the layout’s placeholder, where the outline view shows it."""
    sheet = slide_box(deck.main.root)
    area = (sheet.right - sheet.left) * (sheet.bottom - sheet.top)
    for slide in deck.slides:
        words = sum(len(text_of(shape).split(" ")) for shape in slide.shapes if _is_text_box(shape))
        if words > _MANY_WORDS and _free_bodies(slide, area // 10):
            yield Remark(f"{words} mots hors des emplacements prévus", slide.place())


def _ratio(run: DeckRun, slide: SlideFile) -> float | None:
    under = ground(run.shape, slide)
    front = seen(run.colour, slide) if run.colour is not None else None
    return contrast(front, under) if front and under else None


def _is_text_box(shape: Element) -> bool:
    return shape.tag == P + "sp" and placeholder_of(shape) is None


def _free_bodies(slide: SlideFile, least: int) -> bool:
    """Whether a large body placeholder of the layout is left unused."""
    used = {attribute(placeholder_of(shape), "idx") for shape in slide.shapes}
    return any(index not in used for index in _bodies(slide.layout, least))


def _bodies(layout: PackagePart, least: int) -> Iterator[str]:
    for shape in layout.root.iter(P + "sp"):
        holder, box = placeholder_of(shape), box_of(shape)
        is_body = holder is not None and attribute(holder, "type") in _BODIES
        if is_body and box is not None and (box.right - box.left) * (box.bottom - box.top) > least:
            yield attribute(holder, "idx")


RULES = (
    LintRule("language-missing", each_slide(missing_languages)),
    LintRule("language-default", default_language),
    LintRule("language-unknown", each_slide(bad_languages)),
    LintRule("text-small", each_slide(small_text)),
    LintRule("text-contrast", each_slide(weak_contrast)),
    LintRule("text-face", each_slide(foreign_faces)),
    LintRule("text-outline", text_out_of_outline),
    LintRule("link-vague", each_slide(empty_links)),
)


# What screen readers go by: titles (EN 301 549, 10.2.4.2 and 10.2.4.6) and alternative texts (10.1.1.1).


_SEEN_ONLY = tuple(P + name for name in ("pic", "graphicFrame", "cxnSp", "grpSp"))
_FILE_NAME = re.compile(r"[^ ]+\.(png|jpe?g|gif|svg|bmp|tiff?|emf|wmf|webp|pptx|xlsx|pdf)", re.IGNORECASE)


def missing_alternatives(slide: SlideFile) -> Iterator[Remark]:
    """Pictures, charts, tables, groups and lines are described, or marked as decorative."""
    for shape in all_shapes(slide):
        if shape.tag in _SEEN_ONLY and not _description(shape) and not is_decorative(shape):
            yield Remark("pas de texte de remplacement", slide.place(shape))


def file_names(slide: SlideFile) -> Iterator[Remark]:
    """The name of a file describes nothing, and tells where it came from."""
    for shape in all_shapes(slide):
        if _FILE_NAME.fullmatch(_description(shape)):
            message = f"le texte de remplacement est un nom de fichier\u00a0: {quoted(_description(shape))}"
            yield Remark(message, slide.place(shape))


def described_ornaments(slide: SlideFile) -> Iterator[Remark]:
    """An ornament that is described: one of the two is wrong."""
    for shape in all_shapes(slide):
        if is_decorative(shape) and _description(shape):
            yield Remark("forme décorative munie d’un texte de remplacement", slide.place(shape))


def _description(shape: Element) -> str:
    return attribute(properties_of(shape), "descr").strip(" ")


ALTERNATIVES = (
    LintRule("alternative-missing", each_slide(missing_alternatives)),
    LintRule("alternative-file-name", each_slide(file_names)),
    LintRule("alternative-on-ornament", each_slide(described_ornaments)),
)


_TITLES = frozenset(("title", "ctrTitle"))


def missing_title(slide: SlideFile) -> Iterator[Remark]:
    """Every slide has a title, and it is not empty."""
    if not any(text_of(shape).strip(" ") for shape in _titles(slide)):
        yield Remark("diapositive sans titre", slide.place())


def several_titles(slide: SlideFile) -> Iterator[Remark]:
    """A slide has one title."""
    if len(_titles(slide)) > 1:
        yield Remark("diapositive à plusieurs titres", slide.place())


def title_first(slide: SlideFile) -> Iterator[Remark]:
    """The title is read first."""
    titles = _titles(slide)
    if titles and slide.shapes[0] is not titles[0]:
        yield Remark("le titre n’est pas lu en premier", slide.place())


def repeated_titles(deck: DeckFile) -> Iterator[Remark]:
    """Titles tell slides apart."""
    seen: dict[str, int] = {}
    for slide in deck.slides:
        title = " ".join(text_of(shape) for shape in _titles(slide))
        if title in seen:
            yield Remark(f"même titre que la diapositive {seen[title]}\u00a0: {quoted(title)}", slide.place())
        elif title:
            seen[title] = slide.number


def _titles(slide: SlideFile) -> list[Element]:
    return [shape for shape in slide.shapes if attribute(placeholder_of(shape), "type") in _TITLES]


TITLES = (
    LintRule("title-missing", each_slide(missing_title)),
    LintRule("title-several", each_slide(several_titles)),
    LintRule("title-first", each_slide(title_first)),
    LintRule("title-repeated", repeated_titles),
)
