"""Words changed by hand -> the files of the content, tried on a copy first: all of them are written, or none."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import combinations
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from rapport.disk import Rewriting, rewrite
from rapport.edition.text import bare_strings
from rapport.edits.alignment import Splice
from rapport.edits.change import Change
from rapport.edits.homes import said, shown
from rapport.edits.normal import folded, normal
from rapport.edits.yaml_text import spliced
from rapport.model.content import Content
from rapport.problem import Problem
from rapport.project.composition import Composition, compose, problems_of
from rapport.project.drafting import mended
from rapport.project.editions import edition_for
from rapport.project.finder import Edit, files_of
from rapport.project.hand_edits import Edited
from rapport.project.project import House, Project, UsageError
from rapport.read.content import Reading, read_content

MOST = 60
"""Characters that are repeated of another wording."""


def conflicts(pairs: Iterable[tuple[Edit, Edit]]) -> dict[Edit, str]:
    """Why each edit of some pairs is kept: the first of those that meet names the others, these refer to it."""
    groups: list[list[Edit]] = []
    for pair in pairs:
        met = [group for group in groups if any(edit in group for edit in pair)]
        groups = [group for group in groups if group not in met]
        groups.append(list(dict.fromkeys(edit for group in (*met, pair) for edit in group)))
    return {edit: reason for group in groups for edit, reason in _reasons(group)}


def _reasons(group: list[Edit]) -> Iterator[tuple[Edit, str]]:
    first, *others = group
    told = ", ".join(_told(edit.change) for edit in others)
    yield first, f"en conflit avec\u00a0: {told}\u00a0; rien n’est récrit, gardez l’une des rédactions"
    yield from ((edit, f"en conflit avec\u00a0: {_told(first.change)}") for edit in others)


def _told(change: Change) -> str:
    """Where a change is, as far as it is on a slide, and what it says."""
    number = change.slide or change.now
    place = f"diapositive\u00a0{number}{', commentaires' if change.kind == 'notes' else ''}, " if number else ""
    words = change.after if len(change.after) <= MOST else f"{change.after[:MOST].rstrip()}…"
    return f"{place}«\u00a0{words}\u00a0»"


# Words changed by hand -> the files of the content, tried on a copy first: all of them are written, or none.

UNSAFE = "le fichier ne se récrit pas sans toucher à autre chose"
UNSOURCED = "number-without-fact"
LOST = "le texte récrit ne donnerait pas celui de la présentation"


class Returned(Struct, frozen=True):
    """What was put back: the edits, those that could not be now kept; the files written, with a count of texts."""

    edited: Edited
    written: tuple[tuple[str, int], ...]


class _Draft(Struct, frozen=True):
    """Edits that go together, and the files as they would make them."""

    edits: tuple[Edit, ...]
    texts: Mapping[str, str]


def put_back(edited: Edited, project: Project, house: House) -> Returned:
    """Writes into the content all words that can be; what would break it or say something else is kept, and why.

    Raises UsageError where a file cannot be written: then none is.
    """
    draft, tried = _tried(edited, project, house)
    if draft.edits:
        _write(draft.texts, files_of(edited.made), project.content)
    counts = Counter(file for edit in draft.edits for file in {file for file, _ in edit.splices})
    return Returned(tried, tuple(sorted(counts.items())))


def rehearsed(edited: Edited, project: Project, house: House) -> Edited:
    """The edits as `put_back` would leave them; nothing is written."""
    return _tried(edited, project, house)[1]


def _tried(edited: Edited, project: Project, house: House) -> tuple[_Draft, Edited]:
    """What can be written, and the edits with those that cannot be kept."""
    trial = _Trial(edited.made, project, house)
    wanted = [edit for edit in edited.edits if edit.fate == "text"]
    refused = conflicts(pair for pair in combinations(wanted, 2) if _meet(*pair))
    draft = trial.accepted([edit for edit in wanted if edit not in refused], refused)
    edits = tuple(_kept(edit, refused[edit]) if edit in refused else edit for edit in edited.edits)
    return draft, replace(edited, edits=edits)


def _kept(edit: Edit, reason: str) -> Edit:
    return replace(edit, fate="kept", reason=reason)


def _guilty(edits: Sequence[Edit], problems: Sequence[Problem]) -> dict[Edit, str]:
    """The edits of the lines that problems are told of; all of them where a problem stands elsewhere."""
    places: dict[tuple[str, int], list[Edit]] = {}
    for edit in edits:
        places.setdefault((edit.origin.file, edit.origin.line), []).append(edit)
    found = [(problem, places.get((problem.origin.file, problem.origin.line), [])) for problem in problems]
    if all(own for _, own in found):
        return {edit: _why([problem]) for problem, own in found for edit in own}
    return dict.fromkeys(edits, _why(problems))


def _blamed(edits: Sequence[Edit], told: Mapping[Edit, str]) -> dict[Edit, str]:
    """Whom to refuse of edits that are told: where two of them reword one text, both."""
    lost = [edit for edit in edits if told.get(edit) == LOST]
    return conflicts(pair for pair in combinations(lost, 2) if _reword_one_text(*pair)) or dict(told)


def _reword_one_text(one: Edit, other: Edit) -> bool:
    return one.origin == other.origin and one.splices != other.splices


def _meet(one: Edit, other: Edit) -> bool:
    """Whether two edits rewrite the same characters otherwise."""
    pairs = ((first, second) for first in one.splices for second in other.splices if first != second)
    return any(
        first[0] == second[0] and first[1].start <= second[1].end and second[1].start <= first[1].end
        for first, second in pairs
    )


class _Trial:
    """The content with some words changed, in a folder of its own."""

    def __init__(self, made: Composition, project: Project, house: House) -> None:
        self.made, self.folder, self.assets, self.house = made, project.content, project.assets, house
        self._before = cache(self._problems)

    def drafted(self, edits: Sequence[Edit], refused: dict[Edit, str]) -> _Draft:
        """The edits as texts of files; those that would touch something else are refused."""
        base = files_of(self.made)
        texts = _texts(base, edits)
        if texts is not None:
            return _Draft(tuple(edits), texts)
        accepted: list[Edit] = []
        for edit in edits:
            if _texts(base, [*accepted, edit]) is None:
                refused[edit] = UNSAFE
            else:
                accepted.append(edit)
        return _Draft(tuple(accepted), _texts(base, accepted) or {})

    def accepted(self, edits: Sequence[Edit], refused: dict[Edit, str]) -> _Draft:
        """As many of the edits as go together; the others are refused, each with its reason."""
        draft = self.drafted(edits, refused)
        while told := self.faults(draft):
            blamed = _blamed(draft.edits, told)
            if blamed == told and len(told) == len(draft.edits):
                kept = self._halved(draft.edits, refused)
                if len(kept) == len(draft.edits):  # each half does alone what they do not do together
                    refused.update({edit: told[edit] for edit in kept[(len(kept) + 1) // 2 :]})
                    kept = [edit for edit in kept if edit not in refused]
            else:
                refused.update(blamed)
                kept = [edit for edit in draft.edits if edit not in refused]
            draft = self.drafted(kept, refused)
        return draft

    def _halved(self, edits: Sequence[Edit], refused: dict[Edit, str]) -> list[Edit]:
        """Finds those that nobody can name by trying halves: few of many are at fault."""
        if len(edits) == 1:
            refused.update(self.faults(self.drafted(edits, refused)))
            return [edit for edit in edits if edit not in refused]
        middle = len(edits) // 2
        kept: list[Edit] = []
        for half in (edits[:middle], edits[middle:]):
            kept += self.accepted(half, refused).edits
        return kept

    def faults(self, draft: _Draft) -> dict[Edit, str]:
        """The edits that cannot be made, and why; the whole draft where nobody knows which is to blame."""
        if not draft.edits:
            return {}
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / self.folder.name
            shutil.copytree(self.folder, folder, ignore=_no_links)
            for name, text in draft.texts.items():
                (folder.parent / name).write_text(text, encoding="utf-8", newline="")
            reading = self._read(folder)
        told = list(self._new(reading.problems, self._known.problems))
        if told:
            return _guilty(draft.edits, told)
        keys = dict.fromkeys((self.made.key, *(key for edit in draft.edits for key in edit.shared)))
        made = {key: self._composed(mended(reading), key) for key in keys}
        told = [problem for key, one in made.items() for problem in self._told(key, one)]
        if told:
            return _guilty(draft.edits, told)
        wanted = {edit: (_is_of_deck(edit), folded(edit.change.after)) for edit in draft.edits}
        says, counts = Counter(_said(made[self.made.key])), Counter(wanted.values())
        return {edit: LOST for edit, after in wanted.items() if says[after] - self._says[after] < counts[after]}

    @cached_property
    def _says(self) -> Counter[tuple[bool, str]]:
        """The texts of the documents as they are, each with how often it is said."""
        return Counter(_said(self.made))

    @cached_property
    def _known(self) -> Reading:
        """The content as it is, with the faults it has already."""
        return self._read(self.folder)

    def _read(self, folder: Path) -> Reading:
        return read_content(folder, self.assets, locale=self.made.translation)

    def _composed(self, content: Content, key: str) -> Composition:
        """A briefing; the edited one as its audience sees it."""
        if key == self.made.key:
            content = edition_for(content, (key,), self.made.audience)
        return compose(content, key, self.house, "draft" if self.made.brief.draft else "final")

    def _problems(self, key: str) -> Sequence[Problem]:
        """The problems that a briefing has already."""
        return problems_of(self._composed(mended(self._known), key), self.house)

    def _told(self, key: str, one: Composition) -> Iterator[Problem]:
        """What an edited briefing is to be blamed for, and was not before."""
        problems = [problem for problem in problems_of(one, self.house) if _is_grave(problem)]
        if problems:
            yield from self._new(problems, self._before(key))

    def _new(self, problems: Iterable[Problem], known: Iterable[Problem]) -> Iterator[Problem]:
        """Grave problems that the content did not have: words go back into content with a fault elsewhere."""
        before = {_mark(problem) for problem in known}
        yield from (problem for problem in problems if _is_grave(problem) and _mark(problem) not in before)


def _is_grave(problem: Problem) -> bool:
    """Whether a problem keeps words from being written: a fault, or a number that no fact stands behind.

    Elsewhere such a number may be a warning; here it would be a figure that somebody typed over the content.
    """
    return problem.severity == "error" or problem.code == UNSOURCED


def _mark(problem: Problem) -> tuple[str, str, str, int]:
    """What tells a problem from others, wherever in its line it stands: words before it may have changed."""
    return problem.code, problem.message, problem.origin.file, problem.origin.line


def _texts(base: Mapping[str, str], edits: Iterable[Edit]) -> dict[str, str] | None:
    """The files that edits change; None where they cannot be."""
    splices: dict[str, set[Splice]] = {}
    for edit in edits:
        for file, splice in edit.splices:
            splices.setdefault(file, set()).add(splice)
    made = {file: spliced(base[file], found) for file, found in splices.items()}
    return None if None in made.values() else {file: text for file, text in made.items() if text is not None}


def _is_of_deck(edit: Edit) -> bool:
    """Whether an edit was made in the deck, not in the texts of the brief."""
    return bool(edit.change.slide or edit.change.now)


def _said(made: Composition) -> Iterator[tuple[bool, str]]:
    """What the deck says, and the brief."""
    slides = ((slide.title, slide.elements, slide.footer, slide.speech, slide.sources) for slide in made.plan.slides)
    brief = made.brief
    parts = (brief.title, brief.cover, brief.contents, brief.sections, brief.notes)
    for of_deck, part in (*((True, slide) for slide in slides), *((False, part) for part in parts)):
        yield from ((of_deck, folded(normal(said(text)))) for text in shown(part))
        yield from ((of_deck, folded(normal(each))) for each in bare_strings(part))


def _why(problems: Sequence[Problem]) -> str:
    first = problems[0]
    return f"le contenu serait en faute ({first.code}\u00a0: {first.message})"


def _no_links(folder: str, names: list[str]) -> list[str]:
    """Links stay out of a copy: they may lead anywhere."""
    return [name for name in names if (Path(folder) / name).is_symlink()]


def _write(texts: Mapping[str, str], base: Mapping[str, str], folder: Path) -> None:
    """Writes the files, once all are known to be writable and to lie in the content folder. Raises UsageError."""
    paths = {_path(folder, name): name for name in texts}
    rewrite(folder, {path: _rewriting(path, base[name], texts[name]) for path, name in paths.items()})


def _path(folder: Path, name: str) -> Path:
    path = (folder / Path(name).relative_to(folder.name)).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise UsageError(f"«\u00a0{name}\u00a0» mène hors du répertoire du contenu")
    return path


def _rewriting(path: Path, base: str, text: str) -> Rewriting:
    """The text as the file has it: with its mark and its ends of lines. Raises UsageError where others changed it."""
    old = path.read_bytes()
    plain = old.decode("utf-8-sig")
    if plain.replace("\r\n", "\n") != base:
        raise UsageError(f"«\u00a0{path.name}\u00a0» vient de changer\u00a0: recommencez")
    if "\r\n" in plain and plain.count("\r\n") != plain.count("\n"):
        raise UsageError(f"«\u00a0{path.name}\u00a0» mêle deux sortes de fins de ligne\u00a0: enregistrez-le d’abord")
    mark = b"\xef\xbb\xbf" if old.startswith(b"\xef\xbb\xbf") else b""
    return Rewriting(old, mark + (text.replace("\n", "\r\n") if "\r\n" in plain else text).encode())
