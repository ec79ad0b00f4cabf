"""What differs between two decks, or between two PDF files, whoever made them."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from rapport.commands.edits import described, same
from rapport.edition.imprint import TRACKER
from rapport.edits.change import Change
from rapport.edits.listing import changes
from rapport.edits.normal import words_of
from rapport.formats.unreadable import UnreadableError
from rapport.project.hand_edits import contents_of, deck_in
from rapport.project.project import UsageError
from rapport.verify.trace import METADATA, passages

DOCUMENTS = (".pptx", ".pdf")
MOVED = 5
"""Words of a passage that stands elsewhere, from which on it counts as moved: fewer are found anywhere."""


class TextChange(Struct, frozen=True):
    """Words that differ: where they stood and stand, before and after; `moved` where they are the same words."""

    before_place: str
    after_place: str
    before: str
    after: str
    moved: bool = False


def is_document(path: Path) -> bool:
    """Whether a path is that of a document rather than of a pack or a folder."""
    return path.suffix.lower() in DOCUMENTS


def compare_documents(old: Path, new: Path, form: str) -> int:
    """Says what differs between two documents of one kind. Raises UsageError."""
    if old.suffix.lower() != new.suffix.lower():
        raise UsageError("deux documents se comparent s’ils sont du même genre\u00a0: deux PPTX ou deux PDF")
    if old.suffix.lower() == ".pptx":
        found = tuple(each for each in changes(deck_in(old), deck_in(new)) if not _is_tracker(each))
        lines = [described(each) for each in _together(found)]
        values: Iterable[object] = map(asdict, found)
    else:
        texts = tuple(text_changes(_words(old), _words(new)))
        lines, values = [_told(change) for change in texts], map(asdict, texts)
    if form == "json":
        print(json.dumps(list(values), ensure_ascii=False, indent=1, sort_keys=True))
    else:
        count = f"{len(lines) or 'aucun'} changement{'s' if len(lines) > 1 else ''}"
        sys.stdout.writelines(f"{line}\n" for line in (count, *lines))
    return 0


def _together(found: Iterable[Change]) -> list[list[Change]]:
    """The changes, those together that do one thing to the same shape of several slides."""
    groups: dict[object, list[Change]] = {}
    for change in found:
        groups.setdefault(same(change), []).append(change)
    return list(groups.values())


def _is_tracker(change: Change) -> bool:
    """Whether a text says only how far the deck has come, as on every slide that moved."""
    words = [TRACKER.sub("", text, count=1) for text in (change.before, change.after) if TRACKER.match(text)]
    return change.kind == "text" and len(words) == 2 and words[0] == words[1]


Words = Sequence[tuple[str, str]]
"""Each word of a document with its place."""


def _words(path: Path) -> Words:
    try:
        found = [passage for passage in passages(contents_of(path)) if passage.place != METADATA]
    except UnreadableError as error:
        raise UsageError(f"«\u00a0{path.name}\u00a0» n’est pas lu\u00a0: {error}") from error
    texts = ((passage.text.replace("\r", " ").replace("\n", " "), passage.place) for passage in found)
    return [(word, place) for text, place in texts for word in words_of(text)]


def text_changes(old: Words, new: Words) -> Iterator[TextChange]:
    """The stretches of words that differ; the same words taken out in one place and put in elsewhere are one move."""
    matcher = SequenceMatcher(None, [word for word, _ in old], [word for word, _ in new], autojunk=False)
    found = [_change(old, new, code[1:]) for code in matcher.get_opcodes() if code[0] != "equal"]
    gone = Counter(change.before for change in found if not change.after)
    here = {change.after: change for change in found if not change.before}
    for change in found:
        if not change.after and change.before in here and _is_long(change.before):
            other = here[change.before]
            yield TextChange(change.before_place, other.after_place, change.before, other.after, moved=True)
        elif change.before or not (gone[change.after] and _is_long(change.after)):
            yield change


def _is_long(text: str) -> bool:
    return len(words_of(text)) >= MOVED


def _change(old: Words, new: Words, places: Sequence[int]) -> TextChange:
    first, last, start, end = places
    return TextChange(_place(old, first), _place(new, start), _said(old[first:last]), _said(new[start:end]))


def _place(words: Words, at: int) -> str:
    return words[min(at, len(words) - 1)][1] if words else ""


def _said(words: Words) -> str:
    return " ".join(word for word, _ in words)


def _told(change: TextChange) -> str:
    if change.moved:
        return f"déplacé de {change.before_place} à {change.after_place}\u00a0: «\u00a0{change.before}\u00a0»"
    before, after = (f"«\u00a0{words}\u00a0»" if words else "rien" for words in (change.before, change.after))
    return f"{change.after_place}\u00a0: {before} → {after}"
