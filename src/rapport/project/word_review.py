"""A brief out to reviewers as a Word document, and home again: their suggestions, each with its content line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, groupby
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapport.edition.text import Text
from rapport.edits.change import Change
from rapport.edits.homes import said
from rapport.edits.normal import alike, merged, normal, words_of
from rapport.edits.package import opened
from rapport.formats.office.archive import open_archive
from rapport.formats.office.package import OfficePackage
from rapport.formats.unreadable import UnreadableError
from rapport.model.content import Content
from rapport.origin import NOWHERE, Origin
from rapport.project.composition import Composition, compose
from rapport.project.finder import Edit, Fate, Finder
from rapport.project.hand_edits import Edited, contents_of, of_office
from rapport.project.project import House, UsageError
from rapport.project.put_back import conflicts
from rapport.project.typed import Typed
from rapport.word.blocks import lines, script
from rapport.word.document import AUTHOR, seal, write
from rapport.word.outline import Outline, outline
from rapport.word.revised import Comment, Revised, Stretch, comments, is_vast, revised

NEW, GONE, CHANGED = "paragraphe ajouté", "paragraphe supprimé", "le contenu a changé depuis"
UNTRACKED = "sans suivi"
LEAST = 0.5
"""Of their words that a line and a text of its number must have in common to be one, once the content has changed."""


class Suggestion(Struct, frozen=True):
    """What a reviewer suggests or remarks; `author` and `date` as Word has them, `remark` empty but for a comment."""

    author: str
    date: str
    before: str
    after: str
    origin: Origin
    remark: str = ""


class Reviewed(Struct, frozen=True):
    """A document that came back: what is suggested, and what accepting it would do."""

    suggestions: tuple[Suggestion, ...]
    edited: Edited


def exported(made: Composition) -> bytes:
    """The brief as a document to review."""
    facts = made.content.facts
    sources = {
        key: f"{made.content.sources[fact.source].title.text}, {fact.locator.text}" for key, fact in facts.items()
    }
    return write(made.brief, script(made.brief), sources)


def reviewed(paths: Sequence[Path], content: Content, house: House, authors: Sequence[str] = ()) -> Reviewed:
    """What reviewers made of a document, or each of a copy; changes of `authors` alone are accepted, of all if empty.

    Raises UsageError for a file that is damaged, made to harm, or no brief of this content, and for several briefings.
    """
    copies = [_copy(path, content) for path in paths]
    keys = {each.key for each in copies}
    if len(keys) > 1:
        raise UsageError(f"plusieurs dossiers ({', '.join(sorted(keys))})\u00a0: reprenez-en un à la fois")
    made = compose(content, keys.pop(), house, "draft")
    reader = _Reader(made, set(authors) or None)
    suggested = (each for copy in copies for each in reader.suggestions(copy, alone=len(copies) == 1))
    return Reviewed(tuple(dict.fromkeys(suggested)), Edited(made, tuple(dict.fromkeys(reader.edits(copies)))))


def _copy(path: Path, content: Content) -> _Copy:
    package = word_package(path)
    key, _, digest = _property(package, "identifier").partition(":")
    if key not in content.briefings:
        raise UsageError(f"«\u00a0{path.name}\u00a0» n’est pas un dossier de ce contenu")
    main = package.related("", "officeDocument")
    notes, feet = (package.related(main, kind) for kind in ("comments", "footnotes"))
    found = tuple(revised(package.root(main), package.root(feet) if feet else None))
    remarks = tuple(comments(package.root(main), package.root(notes))) if notes else ()
    return _Copy(path.name, key, found, tuple(one for one in remarks if one.author != AUTHOR), digest == content.digest)


def word_package(path: Path) -> OfficePackage:
    """The parts of a Word document. Raises UsageError for a file that is damaged, made to harm, or of another kind."""
    data = contents_of(path)
    of_office(data, path.name, "un document Word (.docx)")
    try:
        package = opened(open_archive(data).members)
        main = package.related("", "officeDocument")
        parts = [main, package.related(main, "footnotes")] if main.startswith("word/") else []
        vast = any(is_vast(package.root(part)) for part in parts if part)
    except UnreadableError as error:
        raise UsageError(f"«\u00a0{path.name}\u00a0» n’est pas lu\u00a0: {error}") from error
    if not main.startswith("word/"):
        raise UsageError(f"«\u00a0{path.name}\u00a0» n’est pas un document Word")
    if vast:
        raise UsageError(f"«\u00a0{path.name}\u00a0» n’est pas lu\u00a0: un document ou un tableau démesuré")
    return package


def word_outline(path: Path) -> Outline:
    """The outline of a Word document. Raises UsageError as `word_package` does."""
    word_package(path)
    try:
        return outline(contents_of(path))
    except (AttributeError, LookupError, NotImplementedError, RecursionError, TypeError, ValueError) as error:
        message = "une partie n’a pas la forme attendue"
        raise UsageError(f"«\u00a0{path.name}\u00a0» n’est pas lu\u00a0: {message}") from error


def _property(package: OfficePackage, name: str) -> str:
    part = package.related("", "core-properties")
    nodes = package.root(part) if part in package.parts else ()
    return next((node.text or "" for node in nodes if str(node.tag).endswith(f"}}{name}")), "")


class _Copy(Struct, frozen=True):
    """A document that came back: its briefing, its lines, its remarks; `current` where the content has not changed."""

    name: str
    key: str
    lines: tuple[Revised, ...]
    remarks: tuple[Comment, ...]
    current: bool


class _Wish(Struct, frozen=True):
    """What a text is to become, as somebody who read one copy would have it."""

    text: Text
    before: str
    after: str


class _Reader:
    """Reads copies against the script that the content now gives."""

    def __init__(self, made: Composition, authors: set[str] | None) -> None:
        self.script = {line.number: line.text for line in lines(script(made.brief))}
        self.by_words = {normal(said(text)): text for text in reversed(self.script.values())}
        self.authors = authors
        self.finder = Finder(made, Typed(made.content, made.key))

    def edits(self, copies: Sequence[_Copy]) -> Iterator[Edit]:
        """What accepting the changes of all copies does; nothing where they change nothing."""
        wishes: dict[tuple[str, Origin], list[_Wish]] = {}
        for copy in copies:
            for line in copy.lines:
                found = self._read(line)
                if isinstance(found, Edit):
                    yield found
                elif found:
                    wishes.setdefault((found.before, _origin(found.text)), []).append(found)
        for own in wishes.values():
            yield from self._together(own)
        for copy in copies:  # nobody knows which line was which once the content has changed
            yield from self._gone(copy) if copy.current else ()

    def _read(self, line: Revised) -> Edit | _Wish | None:
        """What accepting the changes of a line does; None where they change nothing."""
        original, after = normal(line.original), normal(line.accepted(self.authors))
        if line.number == 0:
            return Edit(Change("text", 0, 0, after=after), NOWHERE, "kept", NEW) if after else None
        text = self._text(line)
        now = normal(said(text)) if text else original
        if _is_as_sent(line, now):
            if original == after:
                return None  # what differs from the content is what the content has become since
            wanted = merged(original, after, now)
        else:
            wanted = after
        if wanted is None or (not text and wanted != now):
            return self._lost(Change("text", 0, 0, before=original, after=after))
        return _Wish(text, now, wanted) if wanted != now else None

    def _together(self, wishes: Sequence[_Wish]) -> Iterator[Edit]:
        """What becomes of a text that several wish otherwise: all of it, or a conflict where they reword the same."""
        first, *others = dict.fromkeys(wishes)
        whole: str | None = first.after
        for wish in others:
            whole = None if whole is None else merged(wish.before, wish.after, whole)
        if whole is not None:
            yield self._edit(_Wish(first.text, first.before, whole))
        else:
            edits = [self._edit(wish) for wish in (first, *others)]
            told = conflicts(combinations(edits, 2))
            yield from (replace(edit, fate="kept", reason=told[edit]) for edit in edits)

    def _edit(self, wish: _Wish) -> Edit:
        change = Change("text", 0, 0, before=wish.before, after=wish.after)
        return self.finder.of_text(change, wish.text, _origin(wish.text))

    def _lost(self, change: Change) -> Edit:
        """A change of words that the content no longer says."""
        fate: Fate = "done" if change.after in self.by_words else "kept"
        return Edit(change, NOWHERE, fate, "déjà dans le contenu" if fate == "done" else CHANGED)

    def _gone(self, copy: _Copy) -> Iterator[Edit]:
        """Lines that no longer stand in a document."""
        seen = {line.number for line in copy.lines}
        for number, text in self.script.items():
            if number not in seen and normal(said(text)):
                yield Edit(Change("text", 0, 0, before=normal(said(text))), _origin(text), "kept", GONE)

    def suggestions(self, copy: _Copy, *, alone: bool) -> Iterator[Suggestion]:
        """What a copy suggests; what nobody signed is told by the name of its file where there are several."""
        for line in copy.lines:
            text = self._text(line)
            where = _origin(text)
            if text and not _is_as_sent(line, normal(said(text))):
                who = f"({UNTRACKED})" if alone else f"({UNTRACKED}, {copy.name})"
                yield Suggestion(who, "", normal(said(text)), normal(line.original), where)
            yield from _replacements(line, where)
            for one in copy.remarks:
                if one.number == line.number:
                    yield Suggestion(one.author, one.date, normal(line.original), "", where, one.text)

    def _text(self, line: Revised) -> Text:
        """The text of a line: that of its number, unless the content has changed since."""
        own, original = self.script.get(line.number, ()), normal(line.original)
        shown = normal(said(own))
        if shown == original or original in self.by_words:
            return own if shown == original else self.by_words[original]
        return own if alike(Counter(words_of(shown)), Counter(words_of(original))) >= LEAST else ()


def _is_as_sent(line: Revised, now: str) -> bool:
    """Whether a line was changed under tracking alone; one without a seal is compared with the content."""
    return seal(line.original) == line.seal if line.seal else normal(line.original) == now


def _replacements(line: Revised, where: Origin) -> Iterator[Suggestion]:
    """Each stretch that one reviewer changed: what was taken out and what was put in its place."""
    for _, group in groupby(line.stretches, lambda each: (bool(each.kind), each.author)):
        stretches = list(group)
        if stretches[0].kind:
            before, after = (_joined(stretches, kind) for kind in ("deleted", "inserted"))
            yield Suggestion(stretches[0].author, stretches[0].date, before, after, where)


def _joined(stretches: Sequence[Stretch], kind: str) -> str:
    return "".join(each.text for each in stretches if each.kind == kind)


def _origin(text: Text) -> Origin:
    return next((span.origin for span in text if span.origin != NOWHERE), NOWHERE)
