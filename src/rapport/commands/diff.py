"""`rapport diff`: what changed between two packs, or between a pack and the content."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from rapport.commands.diagnostics import project_of
from rapport.commands.edits import described, same
from rapport.disk import write_one
from rapport.edition.imprint import TRACKER, FactChange, FactShown, Imprint, ImprintChanges, Move, PassageChange
from rapport.edits.change import Change
from rapport.edits.listing import changes
from rapport.edits.normal import words_of
from rapport.formats.unreadable import UnreadableError
from rapport.language.languages import join_numbers
from rapport.language.locales import FRENCH
from rapport.model.content import Content
from rapport.problem import ContentError, errors
from rapport.project.composition import Composition, compose, problems_of
from rapport.project.earlier import Earlier, change_sheet, changes_since, earlier, imprint_of
from rapport.project.editions import edition_for
from rapport.project.hand_edits import contents_of, deck_in
from rapport.project.project import House, Project, UsageError, chosen, house_of, sound
from rapport.read.content import read_content
from rapport.render.pdf.brief import draw_brief
from rapport.resolve.reports.changes import called, name_of, summary, where
from rapport.resolve.reports.report import ReportWording
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


# `rapport diff`: what changed between two packs, or between a pack and the content.

SAY = ReportWording(FRENCH)
"""What authors read is in French, whatever the language of their documents."""


def run(arguments: argparse.Namespace) -> int:
    """Says what changed; with `--sheet`, also writes it as a page. 0 whether or not anything did."""
    old, new = arguments.old, arguments.new or arguments.content
    if is_document(old):
        return compare_documents(old, new, arguments.format)
    if _is_content(old):
        if _is_content(new) and arguments.sheet is None:
            return _compare_contents(project_of(arguments), old, new, arguments.format)
        raise UsageError("le premier terme est l’ancien paquet, le second le nouveau ou le répertoire du contenu")
    before = earlier(old)
    if _is_content(new):
        house = house_of(project_of(arguments))
        made, after = _composed(new, arguments.assets, before.imprint, house)
        _write_sheet(arguments.sheet, before, after, made, house)
    elif arguments.sheet is not None:
        raise UsageError("--sheet demande le répertoire du contenu comme second terme")
    else:
        after = earlier(new).imprint
    changes = changes_since(before.imprint, after)
    sys.stdout.write(FORMATS[arguments.format](changes, before))
    return 0


def _compare_contents(project: Project, old: Path, new: Path, form: str) -> int:
    """Each briefing that both folders of content hold, as packs of them would say it. Raises UsageError for none."""
    house = house_of(project)
    before, after = (_sound(folder, project.assets) for folder in (old, new))
    keys = sorted(before.briefings.keys() & after.briefings.keys())
    if not keys:
        raise UsageError("aucun dossier n’est dans les deux répertoires")
    for key in keys:
        was, now = (_made(content, key, house)[1] for content in (before, after))
        sys.stdout.write(FORMATS[form](changes_since(was, now), Earlier(was)))
    return 0


def _sound(folder: Path, assets: Path) -> Content:
    """The content of a folder; its pictures lie beside it, where it has some of its own."""
    beside = folder.resolve().parent / "assets"
    return sound(read_content(folder, beside if beside.is_dir() else assets))


def _is_content(path: Path) -> bool:
    return (path / "briefings").is_dir()


def _composed(folder: Path, assets: Path, old: Imprint, house: House) -> tuple[Composition, Imprint]:
    """The briefing as the content now has it, for the same audience. Raises ContentError and UsageError."""
    reading = read_content(folder, assets, locale=old.locale)
    [key] = chosen(sound(reading), [old.briefing])
    content = edition_for(reading.content, (key,), old.audience)
    return _made(content, key, house)


def _made(content: Content, key: str, house: House) -> tuple[Composition, Imprint]:
    made = compose(content, key, house, "draft")
    problems = problems_of(made, house)
    if errors(problems):
        raise ContentError(problems)
    return made, imprint_of(made, draw_brief(made.brief, house.charter, house.fonts))


def _write_sheet(path: Path | None, before: Earlier, after: Imprint, made: Composition, house: House) -> None:
    if path is not None:
        write_one(path, change_sheet(before, after, made.brief, house).data)


def as_text(changes: ImprintChanges, before: Earlier) -> str:
    """What changed, for the author's eyes."""
    return "\n".join((_headline(changes), *_fact_lines(changes), *_passage_lines(changes), *_holders(before))) + "\n"


def _headline(changes: ImprintChanges) -> str:
    old, new = changes.old, changes.new
    versions = f"version {old.version} ({old.date}) → {new.version} ({new.date})"
    return f"{new.briefing}, {versions}\u00a0: {summary(changes, SAY)}"


def _fact_lines(changes: ImprintChanges) -> Iterator[str]:
    for change in changes.facts:
        yield f"{_word(change)} {change.shown.key}\u00a0: {_before_after(change)}"
        places = where(change.shown, SAY)
        if places:
            yield f"    {places}"


def _before_after(change: FactChange) -> str:
    return " → ".join(_value(fact) for fact in (change.before, change.after) if fact is not None)


def _value(fact: FactShown) -> str:
    return f"«\u00a0{fact.text}\u00a0» ({fact.word.lower()})"


def _passage_lines(changes: ImprintChanges) -> Iterator[str]:
    for change in changes.passages:
        yield f"{_word(change)} {name_of(change, SAY)}"
        yield from (f"  - {text}" for text in change.gone)
        yield from (f"  + {text}" for text in change.new)
    for move in changes.moves:
        yield f"{SAY.string('moved').lower()} {called(move.before, SAY)} → {called(move.after, SAY)}"
        yield f"  = {move.text}"


def _word(change: FactChange | PassageChange) -> str:
    return SAY.string(change.kind).lower()


def _holders(before: Earlier) -> Iterator[str]:
    if before.holders:
        yield SAY.string("holders", join_numbers(before.holders, SAY.locale))


def as_json(changes: ImprintChanges, before: Earlier) -> str:
    """The differences for programs, as canonical JSON."""
    value = {
        "old": _edition(changes.old),
        "new": _edition(changes.new),
        "facts": [_fact(change) for change in changes.facts],
        "passages": [_passage(change) for change in changes.passages],
        "moves": [_move(move) for move in changes.moves],
        "holders": before.holders,
    }
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _fact(change: FactChange) -> dict[str, Any]:
    shown = {name: value and asdict(value) for name, value in asdict(change).items()}
    return {"change": change.kind, **shown}


def _edition(imprint: Imprint) -> dict[str, str]:
    names = ("briefing", "version", "date", "content")
    return {name: getattr(imprint, name) for name in names}


def _move(move: Move) -> dict[str, Any]:
    places = {"before": move.before, "after": move.after}
    return {
        "text": move.text,
        **{name: {"medium": at.medium, "key": at.key, "name": at.name} for name, at in places.items()},
    }


def _passage(change: PassageChange) -> dict[str, Any]:
    shown = change.shown
    place = {"medium": shown.medium, "key": shown.key, "name": shown.name, "number": shown.number}
    return {"change": change.kind, **place, "gone": change.gone, "new": change.new}


FORMATS = {"text": as_text, "json": as_json}
"""How changes are said."""
