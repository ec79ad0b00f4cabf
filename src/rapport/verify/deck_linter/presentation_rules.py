"""The main part: numbers, sections, notes, and how the show runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rapport.verify.deck.package import NAMES, attribute, find_all
from rapport.verify.deck_linter.deck_file import DeckFile, LintRule, P, Remark, SlideFile, each_slide

_LONG = 12
"""Slides of a deck that needs sections."""
_DEFAULT_NAMES = frozenset(
    ("", "Section par défaut", "Section sans titre", "Default Section", "Untitled Section", "Sans titre")
)


def shared_numbers(deck: DeckFile) -> Iterator[Remark]:
    """Masters and layouts share one number space."""
    nodes = find_all(deck.main.root, "p:sldMasterIdLst/p:sldMasterId")
    for master in deck.masters:
        nodes += find_all(master.root, "p:sldLayoutIdLst/p:sldLayoutId")
    counts = Counter(attribute(node, "id") for node in nodes)
    for number in (key for key, count in counts.items() if count > 1):
        yield Remark(f"le numéro {number} sert à deux masques ou dispositions")


def unlisted_notes_master(deck: DeckFile) -> Iterator[Remark]:
    """A notes master that the presentation does not list."""
    if any(deck.main.of_kind("notesMaster")) and deck.main.root.find("p:notesMasterIdLst", NAMES) is None:
        yield Remark("le masque des commentaires n’est pas déclaré dans la présentation")


def sections_partition(deck: DeckFile) -> Iterator[Remark]:
    """Sections, where there are any, hold each slide once."""
    slides = [attribute(node, "id") for node in find_all(deck.main.root, "p:sldIdLst/p:sldId")]
    listed = [attribute(node, "id") for node in deck.main.root.iterfind(".//p14:sldId", NAMES)]
    if not listed:
        return
    for number in sorted(set(listed) - set(slides)):
        yield Remark(f"une section cite la diapositive d’identifiant {number}, qui n’existe pas")
    missing = len(set(slides) - set(listed))
    if missing:
        yield Remark(f"{missing} diapositive(s) hors de toute section")
    if len(listed) > len(set(listed)):
        yield Remark("une diapositive figure dans deux sections")


def section_names(deck: DeckFile) -> Iterator[Remark]:
    """A section's name says what it holds."""
    for index, node in enumerate(deck.main.root.iterfind(".//p14:section", NAMES), start=1):
        if attribute(node, "name").strip(" ") in _DEFAULT_NAMES:
            yield Remark(f"la section {index} n’a pas de nom")


def slide_size_type(deck: DeckFile) -> Iterator[Remark]:
    """The name of a slide size that is another."""
    size = deck.main.root.find("p:sldSz", NAMES)
    kind = attribute(size, "type")
    wide, high = int(attribute(size, "cx") or 0), int(attribute(size, "cy") or 0)
    if kind == "screen4x3" and wide * 3 != high * 4:
        yield Remark("la taille de diapositive se dit 4:3 sans l’être")


def notes_without_slide(slide: SlideFile) -> Iterator[Remark]:
    """A notes page belongs to its slide."""
    if slide.notes and slide.part.name not in slide.notes.of_kind("slide"):
        yield Remark("la page de commentaires ne renvoie pas à sa diapositive", slide.place())


def auto_advance(slide: SlideFile) -> Iterator[Remark]:
    """Slides that go on by themselves leave no time to read (WCAG 2.2, 2.2.1)."""
    if any(node.get("advTm") for node in slide.part.root.iter(P + "transition")):
        yield Remark("la diapositive avance toute seule", slide.place())


def media_captions(slide: SlideFile) -> Iterator[Remark]:
    """Sound and film need captions (WCAG 2.2, 1.2.2)."""
    for holder in slide.part.root.iter(P + "nvPr"):
        names = {node.tag.rpartition("}")[2] for node in holder.iter()}
        if names & {"videoFile", "audioFile"} and not names & {"trackLst", "track"}:
            yield Remark("média sans sous-titres", slide.place())


def missing_sections(deck: DeckFile) -> Iterator[Remark]:
    """A long deck without sections is hard to find one’s way in."""
    if len(deck.slides) > _LONG and deck.main.root.find(".//p14:section", NAMES) is None:
        yield Remark(f"{len(deck.slides)} diapositives sans section")


RULES = (
    LintRule("presentation-number-shared", shared_numbers),
    LintRule("presentation-notes-master", unlisted_notes_master),
    LintRule("section-partition", sections_partition),
    LintRule("section-name", section_names),
    LintRule("section-missing", missing_sections),
    LintRule("presentation-size-type", slide_size_type),
    LintRule("notes-slide", each_slide(notes_without_slide)),
    LintRule("slide-auto-advance", each_slide(auto_advance)),
    LintRule("media-captions", each_slide(media_captions)),
)
