"""What changed since an earlier pack: what documents show, now and then, and the page that says so."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct

from rapport.artefact import Artefact
from rapport.edition.edition import Edition
from rapport.edition.imprint import TRACKER, Imprint, ImprintChanges, ImprintPassage
from rapport.edition.text import evidence, plain, texts
from rapport.formats.office.archive import open_archive
from rapport.formats.unreadable import UnreadableError
from rapport.language.numbering import unnumbered
from rapport.language.system_errors import refusal
from rapport.pack.changes import compare
from rapport.pack.manifest import NAME, ImprintError, read_imprint
from rapport.pack.register import ENCODING, RegisterEntry, read_register
from rapport.pack.register import NAME as REGISTER
from rapport.project.composition import Composition
from rapport.project.copies import FOLDER
from rapport.project.editions import AUDIENCE_WORDS
from rapport.project.project import House, UsageError
from rapport.render.pdf.brief import draw_sheet
from rapport.resolve.glosses import untold
from rapport.resolve.reports.changes import change_sheets, facts_shown
from rapport.resolve.reports.report import wording
from rapport.slides.deck import Deck, Slide
from rapport.slides.elements import TextBox

# A composed briefing -> what its documents show, for the manifest and for comparisons.

COVER, NOTES = "cover", "notes"


def imprint_of(made: Composition, brief: Artefact) -> Imprint:
    """What the pack of a briefing says of its content; `brief` is the drawn one, which knows its pages.

    Where acronyms are told what they stand for follows from the order of all else: it is no change of a section.
    """
    facts = facts_shown(made.content, (made.brief, made.deck), dict(brief.places), _slides(made.plan))
    edition = made.brief
    passages = (*_sections(untold(edition)), *_slide_passages(made.plan))
    digest = made.content.digest
    program = version("rapport")
    said = (edition.briefing, edition.version, edition.date, digest, program)
    return Imprint(*said, tuple(facts), passages, edition.audience, made.translation)


def _slides(plan: Deck) -> dict[str, tuple[int, ...]]:
    """Fact -> the slides that show it."""
    found: dict[str, list[int]] = {}
    for slide in plan.slides:
        for key in dict.fromkeys(proof.fact for proof in evidence((slide.title, slide.elements))):
            found.setdefault(key, []).append(slide.number)
    return {key: tuple(numbers) for key, numbers in found.items()}


def _sections(brief: Edition) -> Iterator[ImprintPassage]:
    name = wording(brief).string("cover")
    yield ImprintPassage("brief", COVER, name, 0, tuple(texts(brief.cover)))
    for section in brief.sections:
        said = texts((section.title, section.lead, section.blocks, section.source))
        yield ImprintPassage("brief", section.key, plain(section.name), 0, tuple(said))
    if brief.notes:
        yield ImprintPassage("brief", NOTES, brief.furniture("notes"), 0, tuple(texts(brief.notes)))


def _slide_passages(plan: Deck) -> Iterator[ImprintPassage]:
    """The slides with their texts; what stands on all of them is furniture, such as the mark of a draft."""
    said = [tuple(_said(slide)) for slide in plan.slides]
    everywhere = frozenset.intersection(*map(frozenset, said)) if len(said) > 1 else frozenset()
    for slide, all_texts in zip(plan.slides, said, strict=True):
        own = tuple(text for text in all_texts if text not in everywhere)
        yield ImprintPassage("deck", slide.key, " ".join(texts(slide.title)), slide.number, own)


def _said(slide: Slide) -> Iterator[str]:
    """The texts of a slide in reading order; what changes whenever slides move is left out."""
    yield from texts(slide.title)
    for element in slide.elements:
        is_kicker = isinstance(element, TextBox) and element.place == "kicker"
        yield from (TRACKER.sub("", text, count=1) if is_kicker else text for text in texts(element))
    yield from texts((slide.speech, slide.sources))


class Earlier(Struct, frozen=True):
    """An edition handed out before; `holders` are the numbers of its copies, none where there is no register."""

    imprint: Imprint
    holders: tuple[int, ...] = ()


def earlier(path: Path) -> Earlier:
    """The pack at `path`, an archive or a folder, with the register beside it. Raises UsageError, in French."""
    try:
        imprint = read_imprint(_manifest(path))
        return Earlier(imprint, _holders(path if path.is_dir() else path.parent, imprint))
    except FileNotFoundError:
        raise UsageError(f"paquet introuvable\u00a0: «\u00a0{path}\u00a0»") from None
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{path}\u00a0» ({refusal(error)})") from error
    except UnreadableError as error:
        raise UsageError(f"«\u00a0{path.name}\u00a0»\u00a0: {error}") from error
    except ImprintError as error:
        raise UsageError(f"«\u00a0{path.name}\u00a0» n’est pas un paquet que rapport sache comparer") from error


def _manifest(path: Path) -> bytes:
    """The manifest of an archive, or of the folder, or of the first archive in it."""
    if not path.is_dir():
        return open_archive(path.read_bytes()).members.get(NAME, b"")
    if (path / NAME).is_file():
        return (path / NAME).read_bytes()
    packs = sorted(path.glob("*.zip"))
    if not packs:
        raise UsageError(f"aucun paquet dans «\u00a0{path}\u00a0»")
    return _manifest(packs[0])


def _holders(folder: Path, imprint: Imprint) -> tuple[int, ...]:
    """The copies of the edition, as the registers of the folder and of the copies in it list them."""
    registers = (folder / REGISTER, *sorted(folder.glob(f"{FOLDER}/*/{REGISTER}")))
    edition = imprint.briefing, imprint.version
    entries = (entry for register in registers if register.is_file() for entry in _entries(register))
    return tuple(sorted({entry.number for entry in entries if (entry.briefing, entry.version) == edition}))


def _entries(register: Path) -> tuple[RegisterEntry, ...]:
    try:
        return tuple(read_register(register.read_bytes().decode(ENCODING)))
    except ValueError as error:
        raise UsageError(f"registre illisible\u00a0: «\u00a0{register}\u00a0»") from error


# What changed since an earlier pack, and the page that says so.


def changes_since(old: Imprint, new: Imprint) -> ImprintChanges:
    """What differs between two editions of a briefing. Raises UsageError for two briefings, or two audiences."""
    if old.briefing != new.briefing:
        raise UsageError(
            f"ce sont deux dossiers différents\u00a0: «\u00a0{old.briefing}\u00a0» et «\u00a0{new.briefing}\u00a0»"
        )
    if old.locale != new.locale:
        raise UsageError("les deux éditions ne sont pas dans la même langue\u00a0: comparez à celle de la même")
    if old.audience != new.audience:
        named = f"«\u00a0{AUDIENCE_WORDS[old.audience]}\u00a0» et «\u00a0{AUDIENCE_WORDS[new.audience]}\u00a0»"
        raise UsageError(f"les deux éditions n’ont pas le même public visé\u00a0: {named}")
    return compare(old, new, unnumbered)


def change_sheet(earlier: Earlier, new: Imprint, brief: Edition, house: House) -> Artefact:
    """One page: what changed, and the numbered copies that hold the earlier edition. Raises UsageError."""
    changes = changes_since(earlier.imprint, new)
    return draw_sheet(change_sheets(changes, earlier.holders, brief), house.charter, house.fonts)
