"""A deck as read back, against its plan and the facts of the content."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from msgspec.structs import replace

from rapport.edition.edition import Edition, EditionSection
from rapport.edition.text import Text, kept, plain
from rapport.figures.claims import Claims
from rapport.formats.unreadable import quoted
from rapport.origin import Origin
from rapport.slides.deck import Deck
from rapport.slides.elements import TableFrame
from rapport.verify import found
from rapport.verify.deck.presentation import Presentation
from rapport.verify.expected import deck as expected
from rapport.verify.parity.alignment import Compared, compared, word_findings
from rapport.verify.parity.charts import chart_findings, claim_findings, label_findings
from rapport.verify.parity.line import ExpectedLine, FoundLine, letters
from rapport.verify.report import Check, Finding, slide_place


def compare_deck(plan: Deck, deck: Presentation) -> Compared:
    """All lines of the deck; a marker line between slides keeps words from answering those of another slide."""
    return compared(_expected_lines(plan), _found_lines(deck))


def check_words(both: Compared) -> Check:
    """Whether slides and notes hold the plan's words, in order, once each."""
    findings = word_findings(both.alignment, both.expected, both.found)
    return Check("deck-words", "Mots des diapositives et des commentaires", len(both.alignment.expected), findings)


def _expected_lines(plan: Deck) -> Iterator[ExpectedLine]:
    before = plan.template.before if plan.template else 0
    for number, slide in enumerate(plan.slides, start=1 + before):
        yield ExpectedLine(marker(number, "diapositive"), "marker", slide.origin)
        yield from expected.slide_lines(slide)
        yield from expected.stamp_lines(slide, plan.stamp)
        yield from expected.foot_lines(slide)
        yield ExpectedLine(marker(number, "commentaires"), "marker", slide.origin)
        yield from expected.note_lines(slide, plan.notes_heading)
        if slide.speech or slide.sources:
            yield from expected.restriction_lines(slide, plan.restriction)
            yield from expected.stamp_lines(slide, plan.stamp)


def _found_lines(deck: Presentation) -> Iterator[FoundLine]:
    for slide in deck.slides:
        place = slide_place(slide.number)
        yield FoundLine(marker(slide.number, "diapositive"), place, page=slide.number)
        yield from found.slide_lines(slide)
        yield FoundLine(marker(slide.number, "commentaires"), place, page=slide.number)
        yield from found.note_lines(slide)


def marker(number: int, part: str) -> str:
    """A line between slides, in what is expected and in what is found."""
    return f"[{part}\u00a0{number}]"


def check_charts(plan: Deck, deck: Presentation, claims: Claims) -> Check:
    """Whether native charts, their caches and workbooks hold the plan's data, and these the facts'."""
    count, findings = 0, []
    for slide, read in zip(plan.slides, deck.slides, strict=False):
        wanted, given = expected.charts(slide), found.charts(read)
        count += len(wanted)
        if len(wanted) != len(given):
            message = f"{len(given)} graphique(s) au lieu de {len(wanted)}"
            findings.append(Finding("chart-count", message, slide_place(read.number), slide.origin))
        for frame, (drawn, place) in zip(wanted, given, strict=False):
            findings += chart_findings(frame.chart, drawn, place)
            findings += label_findings(frame, drawn, place)
            findings += claim_findings(frame.chart, claims, place, plan.language)
    return Check("deck-charts", "Graphiques, mémoires et classeurs", count, tuple(findings))


def check_tables(plan: Deck, deck: Presentation) -> Check:
    """Whether the texts of native tables stand in the cells of the plan: the order of words does not tell columns."""
    count = 0
    findings: list[Finding] = []
    for slide, read in zip(plan.slides, deck.slides, strict=False):
        for frame, (rows, place) in zip(expected.tables(slide), found.tables(read), strict=False):
            count += len(frame.rows)
            findings += _cell_findings(frame, rows, place, slide.origin)
    return Check("deck-tables", "Cellules des tableaux", count, tuple(findings))


def _cell_findings(frame: TableFrame, rows: found.Rows, place: str, origin: Origin) -> Iterator[Finding]:
    for number, (wanted, given) in enumerate(zip(frame.rows, rows, strict=False), start=1):
        for cell, texts in zip(wanted.cells, given, strict=False):
            planned = any(plain(paragraph.text) for paragraph in cell.paragraphs)
            if planned != any(texts):
                message = f"rangée {number}\u00a0: cellule {'vide' if planned else 'remplie'} à tort"
                yield Finding("table-cell", message, place, origin)


def check_properties(plan: Deck, deck: Presentation) -> Check:
    """Whether the file says of itself what the plan says, and its parts and slides are the plan's."""
    wanted = {"title": plan.title, "subject": plan.subject, "creator": plan.issuer, "language": plan.language}
    given = dict(deck.properties)
    findings = [*_property_findings(wanted, given), *_template_findings(plan, given), *_count_findings(plan, deck)]
    return Check("deck-properties", "Propriétés du fichier", len(wanted) + 2, tuple(findings))


def _property_findings(wanted: dict[str, str], given: dict[str, str]) -> Iterator[Finding]:
    for name, value in wanted.items():
        if value and given.get(name, "") != value:
            yield Finding(
                "deck-property", f"propriété {name}\u00a0: {quoted(given.get(name, ''))} au lieu de {quoted(value)}"
            )


def _template_findings(plan: Deck, given: dict[str, str]) -> Iterator[Finding]:
    """A deck that fills one template is not held to another."""
    wanted = plan.template.digest if plan.template else ""
    found = given.get("TemplateDigest", "")
    if found != wanted:
        names = [
            f"avec le modèle {quoted(name)}" if name else "sans modèle"
            for name in (given.get("Template", ""), plan.template.name if plan.template else "")
        ]
        yield Finding("deck-template", f"présentation faite {names[0]}, comparée {names[1]} (donnez-le par --template)")


def own_slides(plan: Deck, deck: Presentation) -> Presentation:
    """The presentation without the slides that are the template's own."""
    if plan.template is None or not (plan.template.before or plan.template.after):
        return deck
    end = len(deck.slides) - plan.template.after
    return replace(deck, slides=deck.slides[plan.template.before : end])


def _count_findings(plan: Deck, deck: Presentation) -> Iterator[Finding]:
    if len(plan.slides) != len(deck.slides):
        yield Finding("slide-count", f"{len(deck.slides)} diapositives au lieu de {len(plan.slides)}")
    for slide in deck.slides:
        if slide.hidden:
            yield Finding("slide-hidden", "diapositive masquée", slide_place(slide.number))
    names = tuple(part.name for part in plan.parts)
    for name, given in zip_longest(names, deck.sections):
        if name != given:
            yield Finding("deck-part", f"section {quoted(str(given))} au lieu de {quoted(str(name))}")
    known = plan.template.texts if plan.template else ()
    for text in (each for each in deck.layout_texts if each not in known):
        yield Finding("layout-text", f"texte de mise en page étranger au document\u00a0: {quoted(text)}")


LOST = "texte de l’édition absent de la présentation"


def check_edition(edition: Edition, both: Compared) -> Check:
    """Whether all that the edition shows and says stands somewhere in the deck: arranging loses nothing."""
    said = " ".join(letters(line.text) for line in both.found)
    texts = [text for section in edition.sections for text in _texts(section)]
    findings = tuple(
        Finding("edition-lost", f"{LOST}\u00a0: {quoted(plain(text))}", "", section.origin)
        for section in edition.sections
        for text in _texts(section)
        if not any(letters(form) in said for form in (plain(text), "".join(span.text for span in text)))
    )
    return Check("deck-edition", "Textes de l’édition présents dans la présentation", len(texts), findings)


def _texts(section: EditionSection) -> tuple[Text, ...]:
    """Title, what the blocks keep, and speech; charts are held to their data, timelines may take their short words."""
    return (section.title, *kept(section.blocks), *section.speech)
