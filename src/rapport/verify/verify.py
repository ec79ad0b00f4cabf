"""Documents and packs against what they claim: one verification each."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.edition import Edition
from rapport.edition.text import plain, spans, words
from rapport.figures.claims import Claimed
from rapport.formats.office.presentation import open_presentation
from rapport.formats.unreadable import UnreadableError, quoted
from rapport.slides.deck import Deck
from rapport.verify import brief_checks, deck_checks
from rapport.verify.accessibility.table import check_accessibility
from rapport.verify.brief_checks import check_furniture
from rapport.verify.deck.reader import read_deck
from rapport.verify.deck_linter.linter import RULES, lint
from rapport.verify.links import check_page_links, check_slide_links
from rapport.verify.pack import check_pack
from rapport.verify.parity.alignment import Compared
from rapport.verify.parity.figures import Occurrence, figure_findings, occurrences
from rapport.verify.pdf.document import PdfDocument, examined_once, read_pdf
from rapport.verify.report import Check, Finding, Verification, slide_place
from rapport.verify.statements import check_totals, orphan_findings, qualifier_findings
from rapport.verify.twins import check_media

READABLE = "readable"
"""The one check of a file that could not be read."""


class Proof(Struct, frozen=True):
    """A verification, and the figures it found in the document: two proofs can be held against each other."""

    verification: Verification
    figures: tuple[Occurrence, ...] = ()


def verify_brief(data: bytes, edition: Edition, content: Claimed, subject: str = "brief.pdf") -> Proof:
    """Proves a brief: words, drawings, furniture, figures, qualifiers, orphans, accessibility.

    A file that cannot be read gives one failed check.
    """
    try:
        document = read_pdf(data)
        both = brief_checks.compare_brief(edition, document)
        own = (
            brief_checks.check_words(both),
            brief_checks.check_drawings(brief_checks.charts(edition), document),
            _furniture(edition, document, both),
            brief_checks.check_spans(replace(brief_checks.in_full(edition), title=()), document),
            brief_checks.check_seen(document),
            brief_checks.check_reach(document.nearest),
            check_page_links(edition, document),
        )
        figures = occurrences(both.alignment, both.expected, both.found)
        shared = figure_checks(both, figures, edition.language, with_own_words(content, edition))
        checks = (
            *own,
            *shared,
            brief_checks.check_chart_facts(brief_checks.charts(edition), edition.language, content.claims),
            check_totals(edition, content.claims),
            *check_accessibility(data, document),
        )
    except UnreadableError as error:
        return unreadable(subject, error)
    return Proof(Verification(subject, checks), figures)


def _furniture(edition: Edition, document: PdfDocument, both: Compared) -> Check:
    """A note has no cover that bears nothing, and its running head names its event."""
    if edition.form == "file":
        return check_furniture(edition, document, both)
    return check_furniture(replace(edition, title=words(edition.subject)), document, both, cover=0)


def verify_deck(data: bytes, plan: Deck, edition: Edition, content: Claimed, subject: str = "deck.pptx") -> Proof:
    """Proves a deck: what it says, as `deck_parity` does, and that the file is sound and accessible."""
    proof = deck_parity(data, plan, edition, content, subject)
    if proof.verification.checks[0].name == READABLE:
        return proof
    try:
        kept = _kept_places(plan)
        told = (finding for finding in lint(data) if not _is_typed(finding, edition))
        found = tuple(finding for finding in told if not f"{finding.place}\0".startswith(kept))
    except UnreadableError as error:  # a part that parity does not read
        found = (Finding("unreadable", str(error)),)
    return with_checks(proof, (Check("deck-lint", "Solidité et accessibilité du fichier", len(RULES), found),))


def _kept_places(plan: Deck) -> tuple[str, ...]:
    """Slides that are the template's own: what is wrong with them, their organisation answers for."""
    if plan.template is None:
        return ()
    last = plan.template.before + len(plan.slides)
    numbers = (*range(1, plan.template.before + 1), *range(last + 1, last + plan.template.after + 1))
    return tuple(f"{slide_place(number)}{end}" for number in numbers for end in (",", "\0"))


def _is_typed(finding: Finding, edition: Edition) -> bool:
    """Whether a remark is on the words of a link as its author typed them: `check` told him."""
    if finding.code != "link-vague":
        return False
    return any(finding.message.endswith(quoted(span.text)) for span in spans(edition) if span.link)


def with_checks(proof: Proof, checks: Iterable[Check]) -> Proof:
    """The proof with further checks, such as those of judges that are not ours."""
    verification = proof.verification
    return replace(proof, verification=replace(verification, checks=(*verification.checks, *checks)))


def deck_parity(data: bytes, plan: Deck, edition: Edition, content: Claimed, subject: str = "deck.pptx") -> Proof:
    """Proves that a deck says what its plan and its edition say: words, notes, charts with workbooks, figures."""
    try:
        deck = deck_checks.own_slides(plan, read_deck(data))
        both = deck_checks.compare_deck(plan, deck)
        own = (
            deck_checks.check_words(both),
            deck_checks.check_charts(plan, deck, content.claims),
            deck_checks.check_tables(plan, deck),
            deck_checks.check_properties(plan, deck),
            deck_checks.check_edition(edition, both),
            check_slide_links(plan, open_presentation(data)),
            check_totals(edition, content.claims),
        )
        figures = occurrences(both.alignment, both.expected, both.found)
        checks = (*own, *figure_checks(both, figures, plan.language, with_own_words(content, edition)))
    except UnreadableError as error:
        return unreadable(subject, error)
    return Proof(Verification(subject, checks), figures)


def verify_pack(data: bytes, subject: str = "pack.zip") -> Verification:
    """Prove that a pack holds exactly the files of its manifest, unaltered."""
    try:
        return Verification(subject, (check_pack(data),))
    except UnreadableError as error:
        return unreadable(subject, error).verification


def verify_media(brief: Proof, deck: Proof, language: str, subject: str = "dossier et présentation") -> Verification:
    """Proves that both documents say the same of each fact they share."""
    return Verification(subject, (check_media(brief.figures, deck.figures, language),))


def figure_checks(both: Compared, figures: Iterable[Occurrence], language: str, content: Claimed) -> tuple[Check, ...]:
    """Figures against their facts, their qualifiers and statuses in reach, and numbers without a fact."""
    found = tuple(figures)
    values = tuple(figure_findings(found, content.claims, language))
    nuances = tuple(qualifier_findings(found, content.claims, language))
    strays = tuple(orphan_findings(both, content.allowed, language))
    return (
        Check("figures", "Chiffres relus et comparés aux faits", len(found), values),
        Check("qualifiers", "Nuances et statuts à portée des chiffres", len(found), nuances),
        Check("orphans", "Aucun nombre sans fait", len(both.expected), strays, binding=not content.draft),
    )


def with_own_words(content: Claimed, edition: Edition) -> Claimed:
    """The content, and what is the document's own.

    Numbers of sections ("Fiche 1") and of the version, the hour of an embargo, what the cover names ("Salle 12").
    """
    cover = edition.cover
    details = (text for detail in cover.details for text in (detail.label, detail.value))
    named = (cover.embargo, cover.subtitle, *details, *(section.kicker for section in edition.sections))
    own = dict.fromkeys(map(plain, (edition.draft_mark, *named)))
    allowed = replace(content.allowed, exceptions=(*content.allowed.exceptions, *filter(None, own)))
    return replace(content, allowed=allowed, draft=edition.draft)


def unreadable(subject: str, error: UnreadableError) -> Proof:
    """The proof of a file that could not be read: one failed check."""
    return Proof(Verification(subject, (_refused(error),)))


def unreadable_pdf(data: bytes) -> Check | None:
    """The failed check of a PDF that nothing should read; None for one that may be."""
    try:
        examined_once(data)
    except UnreadableError as error:
        return _refused(error)
    return None


def _refused(error: UnreadableError) -> Check:
    return Check(READABLE, "Fichier lisible", 1, (Finding("unreadable", str(error)),))
