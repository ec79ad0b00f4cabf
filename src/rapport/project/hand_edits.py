"""A deck that somebody may have edited -> its changes, and for each where its words were typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapport.audience import AUDIENCES
from rapport.edits.deck import EditedDeck
from rapport.edits.listing import changes
from rapport.edits.normal import normal
from rapport.edits.package import opened
from rapport.edits.pairing import paired_slides
from rapport.edits.reading import read
from rapport.formats.office.archive import open_archive
from rapport.formats.unreadable import UnreadableError
from rapport.language.locales import LOCALES, language_of
from rapport.language.system_errors import refusal
from rapport.project.built import Release, kept, release_of
from rapport.project.composition import Composition, compose, problems_of
from rapport.project.drafting import mended, with_faults
from rapport.project.editions import Variant, edition_for, tongue_in
from rapport.project.finder import Edit, Finder
from rapport.project.project import House, UsageError
from rapport.project.typed import Typed
from rapport.read.content import Reading
from rapport.render.deck.writer import write_deck

LARGEST = 256 << 20
"""Bytes of a file; a deck of pictures is smaller."""
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What begins a file of Office before 2007, or a newer one under a password (MS-CFB, 2.2; MS-OFFCRYPTO, 2.3)."""

ARCHIVE = b"PK"
"""What begins any other (APPNOTE.TXT 4.3.6)."""


class Edited(Struct, frozen=True):
    """A deck read back beside the one that it was when it was made.

    `stale` where that one is no longer known: what changed in the content since is then told too, backwards.
    """

    made: Composition
    edits: tuple[Edit, ...]
    stale: bool = False


def deck_in(path: Path) -> EditedDeck:
    """The deck in a file. Raises UsageError for one that is missing, damaged or made to harm."""
    return deck_of(contents_of(path), path.name)


def contents_of(path: Path) -> bytes:
    """The bytes of a file from elsewhere. Raises UsageError for one that is missing or vast."""
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"«\u00a0{path.name}\u00a0» est démesuré (limite\u00a0: {LARGEST >> 20}\u00a0Mio)")
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"lecture impossible\u00a0: «\u00a0{path}\u00a0» ({refusal(error)})") from error
    if data.startswith(COMPOUND):
        message = "protégé, ou d’avant 2007\u00a0: enregistrez-le en .pptx ou .docx, sans mot de passe"
        raise UsageError(f"«\u00a0{path.name}\u00a0» n’est pas lu\u00a0: {message}")
    return data


def of_office(data: bytes, name: str, kind: str) -> None:
    """Raises UsageError for a file that no program of Office since 2007 wrote: those are archives."""
    if not data.startswith(ARCHIVE):
        raise UsageError(f"«\u00a0{name}\u00a0» n’est pas lu\u00a0: ce n’est pas {kind}")


def deck_of(data: bytes, name: str) -> EditedDeck:
    """The deck in the bytes of a file called `name`. Raises UsageError."""
    of_office(data, name, "une présentation PowerPoint (.pptx)")
    try:
        return read(opened(open_archive(data).members))
    except UnreadableError as error:
        raise UsageError(f"«\u00a0{name}\u00a0» n’est pas lu\u00a0: {error}") from error


class Comparing:
    """Decks of one project, compared with what its content makes; each variant of a briefing is composed once.

    `translated` reads the content in another language; None where `reading` is what all decks are in.
    """

    def __init__(
        self, reading: Reading, house: House, output: Path, translated: Callable[[str], Reading] | None = None
    ) -> None:
        self.content, self.house, self.output = mended(reading), house, output
        self._readings = cache(lambda locale: translated(locale) if translated and locale else reading)
        self._made = cache(self._compose)

    def edited(self, path: Path, key: str = "") -> Edited:
        """What was edited in a file; `key` is its briefing, found by its name and words where it is empty."""
        deck = deck_in(path)
        return self.compared(deck, self._variant(path.name, deck, key or self._briefing(path, deck)))

    def compared(self, deck: EditedDeck, variant: Variant) -> Edited:
        """What was edited in a deck of a briefing, since it was made: from this content, or from other that is kept."""
        folder = self.output / variant.key
        draft = self._made(variant, "draft")[0]
        release = release_of(folder, deck.digest, draft.audience) or _marked(deck, draft)
        made, current = self._made(variant, release)
        return edited_since(made, current, deck, folder)

    def _compose(self, variant: Variant, release: Release) -> tuple[Composition, EditedDeck]:
        reading, key = self._readings(variant.locale), variant.key
        made = compose(edition_for(mended(reading), (key,), variant.audience), key, self.house, release)
        if release == "draft":
            made = with_faults(made, (*reading.problems, *problems_of(made, self.house)), self.house)
        return made, deck_of(write_deck(made.plan, self.house.charter).data, key)

    def _variant(self, name: str, deck: EditedDeck, key: str) -> Variant:
        """For whom a deck is, as its name says; and its language, as its name or the file itself does."""
        audience = next((each for each in AUDIENCES[1:] if name.startswith(f"{key}.{each}-")), AUDIENCES[0])
        own, spoken = self.content.briefings[key].locale, deck.language.replace("-", "_")
        locale = tongue_in(name) or (spoken if spoken in LOCALES else own)
        return Variant(key, audience, "" if language_of(locale) == language_of(own) else locale)

    def _briefing(self, path: Path, deck: EditedDeck) -> str:
        """The briefing that a file or its folder is called after; else the one with most of its slides."""
        keys = sorted(self.content.briefings, key=len, reverse=True)
        beginnings = {key: (f"{key}-", f"{key}.") for key in keys}
        named = [key for key in keys if path.name.startswith(beginnings[key]) or path.resolve().parent.name == key]
        if named:
            return named[0]
        pairs = {key: len(paired_slides(self._made(Variant(key), "draft")[1], deck)) for key in keys}
        best = max(pairs, key=lambda key: pairs[key], default="")
        if not best or pairs[best] * 2 < len(deck.slides):
            raise UsageError(f"«\u00a0{path.name}\u00a0» ne ressemble à aucun dossier du contenu")
        return best


def edited_since(made: Composition, current: EditedDeck, deck: EditedDeck, folder: Path) -> Edited:
    """What was edited in a deck since it was made.

    `current` is the deck that the content now makes, `folder` where those that were made are kept: these come first,
    for another version of the program draws the same content otherwise.
    """
    data = kept(folder, deck.digest, made) if deck.digest else None
    if data is None:
        return replace(edited_from(made, current, deck), stale=deck.digest not in ("", made.content.digest))
    base = deck_of(data, folder.name)
    same = base == current
    numbers = None if same else {one + 1: other + 1 for one, other in paired_slides(base, current).items()}
    return edited_from(made, base, deck, numbers)


def edited_from(
    made: Composition, base: EditedDeck, deck: EditedDeck, numbers: Mapping[int, int] | None = None
) -> Edited:
    """What was edited in a deck that was `base` when it was made.

    `numbers` says which slide of the composition each slide of `base` now is; None where they are the same.
    """
    finder = Finder(made, Typed(made.content, made.key), base, numbers)
    return Edited(made, tuple(finder.edit(change) for change in changes(base, deck)))


def _marked(deck: EditedDeck, draft: Composition) -> Release:
    """Whether a deck is marked as a draft on its slides."""
    mark = normal(draft.deck.furniture("draft"))
    marked = sum(any(shape.words.startswith(f"{mark} – ") for shape in slide.shapes) for slide in deck.slides)
    return "draft" if 2 * marked > len(deck.slides) else "final"
