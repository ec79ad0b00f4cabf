"""A brief out to reviewers as a Word document, and home again: their suggestions, each with its content line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from rapport.edition.text import Text
from rapport.edits.change import Change
from rapport.edits.homes import said
from rapport.edits.merging import merged
from rapport.edits.normal import alike, normal, words_of
from rapport.edits.package import Package, RefusedError, opened
from rapport.model.content import Content
from rapport.origin import NOWHERE, Origin
from rapport.project.composition import Composition, compose
from rapport.project.finder import Edit, Fate, Finder
from rapport.project.hand_edits import Edited, contents_of
from rapport.project.project import House, UsageError
from rapport.project.typed import Typed
from rapport.verify.archive import open_archive
from rapport.verify.report import UnreadableError
from rapport.word.document import AUTHOR, write
from rapport.word.outline import Outline, outline
from rapport.word.parts import seal
from rapport.word.revised import Comment, Revised, Stretch, comments, is_vast, revised
from rapport.word.script import lines, script

NEW, GONE, CHANGED = "paragraphe ajouté", "paragraphe supprimé", "le contenu a changé depuis"
UNTRACKED = "(sans suivi)"
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


def reviewed(path: Path, content: Content, house: House, authors: Sequence[str] = ()) -> Reviewed:
    """What reviewers made of a document; changes of `authors` alone are accepted, of all where it is empty.

    Raises UsageError for a file that is damaged, made to harm, or no brief of this content.
    """
    package = word_package(path)
    key, _, digest = _property(package, "identifier").partition(":")
    if key not in content.briefings:
        raise UsageError(f"«\u00a0{path.name}\u00a0» n’est pas un dossier de ce contenu")
    made = compose(content, key, house, "draft")
    main = package.related("", "officeDocument")
    notes, feet = (package.related(main, kind) for kind in ("comments", "footnotes"))
    found = tuple(revised(package.root(main), package.root(feet) if feet else None))
    remarks = tuple(comments(package.root(main), package.root(notes))) if notes else ()
    reader = _Reader(made, [one for one in remarks if one.author != AUTHOR], set(authors) or None)
    edits = tuple(edit for line in found for edit in reader.edits(line))
    gone = tuple(reader.gone(found)) if digest == content.digest else ()  # else nobody knows which line was which
    return Reviewed(tuple(reader.suggestions(found)), Edited(made, (*edits, *gone)))


def word_package(path: Path) -> Package:
    """The parts of a Word document. Raises UsageError for a file that is damaged, made to harm, or of another kind."""
    try:
        package = opened(open_archive(contents_of(path)).members)
        main = package.related("", "officeDocument")
        parts = [main, package.related(main, "footnotes")] if main.startswith("word/") else []
        vast = any(is_vast(package.root(part)) for part in parts if part)
    except (UnreadableError, RefusedError) as error:
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


def _property(package: Package, name: str) -> str:
    part = package.related("", "core-properties")
    nodes = package.root(part) if part in package.parts else ()
    return next((node.text or "" for node in nodes if str(node.tag).endswith(f"}}{name}")), "")


class _Reader:
    """Reads lines against the script that the content now gives."""

    def __init__(self, made: Composition, remarks: Sequence[Comment], authors: set[str] | None) -> None:
        self.script = {line.number: line.text for line in lines(script(made.brief))}
        self.by_words = {normal(said(text)): text for text in reversed(self.script.values())}
        self.remarks, self.authors = remarks, authors
        self.finder = Finder(made, Typed(made.content, made.key))

    def edits(self, line: Revised) -> Iterator[Edit]:
        """What accepting the changes of a line does; nothing where they change nothing."""
        original, after = normal(line.original), normal(line.accepted(self.authors))
        if line.number == 0:
            yield Edit(Change("text", 0, 0, after=after), NOWHERE, "kept", NEW)
            return
        text = self._text(line)
        now = normal(said(text)) if text else original
        if _is_as_sent(line, now):
            if original == after:
                return  # what differs from the content is what the content has become since
            wanted = merged(original, after, now)
        else:
            wanted = after
        if wanted is None or (not text and wanted != now):
            yield self._lost(Change("text", 0, 0, before=original, after=after))
        elif wanted != now:
            yield self.finder.of_text(Change("text", 0, 0, before=now, after=wanted), text, _origin(text))

    def _lost(self, change: Change) -> Edit:
        """A change of words that the content no longer says."""
        fate: Fate = "done" if change.after in self.by_words else "kept"
        return Edit(change, NOWHERE, fate, "déjà dans le contenu" if fate == "done" else CHANGED)

    def gone(self, found: Sequence[Revised]) -> Iterator[Edit]:
        """Lines that no longer stand in the document."""
        seen = {line.number for line in found}
        for number, text in self.script.items():
            if number not in seen and normal(said(text)):
                yield Edit(Change("text", 0, 0, before=normal(said(text))), _origin(text), "kept", GONE)

    def suggestions(self, found: Sequence[Revised]) -> Iterator[Suggestion]:
        for line in found:
            text = self._text(line)
            where = _origin(text)
            if text and not _is_as_sent(line, normal(said(text))):
                yield Suggestion(UNTRACKED, "", normal(said(text)), normal(line.original), where)
            yield from _replacements(line, where)
            for one in self.remarks:
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
