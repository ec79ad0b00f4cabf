"""Content with faults -> content that can be composed: a visible gap stands wherever something is missing.

For drafts alone, so that an author sees the page before everything is mended. Nothing is invented: what is missing is
named between brackets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from msgspec.structs import replace
from pydantic import BaseModel, ValidationError

from rapport.model.blocks.figures import ImageBlock, MapBlock
from rapport.model.blocks.meeting import PeopleBlock
from rapport.model.blocks.words import CalloutBlock
from rapport.model.briefing import Briefing
from rapport.model.content import Block, Content, NotesSpec, Section, facts_in, prose_of
from rapport.model.fact import Fact, Source
from rapport.model.partial_date import PartialDate
from rapport.model.prose import Prose
from rapport.model.scalar import Scalar
from rapport.origin import NOWHERE, Origin
from rapport.problem import MOST_OF_A_KIND
from rapport.read.checks.calls import NOTE_CALL
from rapport.read.checks.remnants import Remnant
from rapport.read.validation import validate
from rapport.read.yaml_nodes import LocatedDict, LocatedList, Tree

GAP = "[à corriger]"
BRIEFING: StandIns = {
    "title": GAP,
    "subtitle": GAP,
    "version": "0",
    "date": "2000-01-01",
}
"""What stands for what a briefing cannot be without; its list of sections has none."""
EVENT: StandIns = {"event": {"name": GAP, "place": GAP, "date": "2000"}}
"""The same for an event that is given in part."""


def salvaged(content: Content, remnants: Iterable[Remnant]) -> Content:
    """The content with a stand-in for each section, block, fact, source, note and picture that is called and missing.

    A briefing that is no mapping stays out.
    """
    left = tuple(remnants)
    trees = {remnant.key: remnant.tree for remnant in left if remnant.kind == "section"}
    content = replace(content, briefings={**content.briefings, **dict(_briefings(left))})
    listed = dict.fromkeys(str(key) for briefing in content.briefings.values() for key in briefing.sections)
    missing = {key: _section(key, trees.get(key)) for key in listed if key not in content.sections}
    sections = {key: _whole(section, content) for key, section in {**content.sections, **missing}.items()}
    briefings = {key: _once(briefing) for key, briefing in content.briefings.items()}
    content = replace(content, sections=sections, briefings=briefings)
    facts = {**content.facts, **dict(_facts(content))}
    return replace(content, facts=facts, sources={**content.sources, **dict(_sources(facts, content))})


def _once(briefing: Briefing) -> Briefing:
    sections = tuple(dict.fromkeys(briefing.sections))
    return briefing if len(sections) == len(briefing.sections) else briefing.model_copy(update={"sections": sections})


def _briefings(remnants: Iterable[Remnant]) -> Iterator[tuple[str, Briefing]]:
    """As much of each faulty briefing as is sound."""
    for remnant in remnants:
        if remnant.kind == "briefing" and isinstance(remnant.tree, LocatedDict):
            stand_ins = {**BRIEFING, **EVENT} if "event" in remnant.tree else BRIEFING
            found = sound(Briefing, remnant.tree, stand_ins)
            if found is not None:
                yield remnant.key, found


def _section(key: str, tree: Tree | None) -> Section:
    """As much of a faulty section as is sound."""
    origin = tree.origin if isinstance(tree, LocatedDict) else Origin(f"content/sections/{key}.yaml", 1, 1)
    if isinstance(tree, LocatedDict):
        words = {"title": f"{key} {GAP}", "message": f"{key} {GAP}"}
        whole = sound(Section, bare(tree, "blocks"), words)
        found = tree.get("blocks")
        if whole is not None and isinstance(found, LocatedList):
            return whole.model_copy(update={"blocks": tuple(_blocks(quoted(found), origin))})
        if whole is not None:
            return whole
    words_only = Prose(f"{key} {GAP}", origin)
    return Section.model_construct(
        title=words_only, message=words_only, blocks=(_gap(origin),), origin=origin, footnotes={}
    )


def _blocks(found: LocatedList, origin: Origin) -> Iterator[Block]:
    """Sound blocks, and a gap for each of the others: as many gaps as a file has faults told."""
    gaps = 0
    for each in found:
        block = _block(each, origin)
        gaps += block is None
        if block is not None or gaps <= MOST_OF_A_KIND:
            yield block or _gap(getattr(each, "origin", origin))


def _block(block: Tree, origin: Origin) -> Block | None:
    """The block alone in a section; None where it is faulty."""
    alone, section = LocatedList(origin), LocatedDict(origin)
    alone.append(block)
    section.update({key: Scalar(GAP, "quoted", origin) for key in ("title", "message")}, blocks=alone)
    found, _problems = validate(Section, section, origin)
    return found.blocks[0] if found is not None and found.blocks else None


def _gap(origin: Origin) -> CalloutBlock:
    return CalloutBlock.model_construct(callout=Prose(GAP, origin), title=None, origin=origin)


def _whole(section: Section, content: Content) -> Section:
    """The section, a gap for each picture that could not be read, a note for each that is called and not written."""
    lacking = [_lacks(block, content) for block in section.blocks]
    called = {match[1] for prose in prose_of(section) for match in NOTE_CALL.finditer(prose.text)}
    notes = {name: _note(section) for name in sorted(called - set(section.footnotes))}
    if not notes and not any(lacking):
        return section
    pairs = zip(section.blocks, lacking, strict=True)
    blocks = tuple(_gap(block.origin) if is_lacking else block for block, is_lacking in pairs)
    return section.model_copy(update={"blocks": blocks, "footnotes": {**section.footnotes, **notes}})


def _lacks(block: Block, content: Content) -> bool:
    """Whether a picture or an outline that the block shows could not be read."""
    if isinstance(block, ImageBlock):
        return block.image.file not in content.pictures
    if isinstance(block, PeopleBlock):
        return any(person.portrait and person.portrait not in content.pictures for person in block.people)
    return isinstance(block, MapBlock) and not all(content.outlines.get(key) for key in block.map.countries)


def _note(section: Section) -> NotesSpec:
    return NotesSpec.model_construct(text=Prose(GAP, section.origin), origin=section.origin)


def _facts(content: Content) -> Iterator[tuple[str, Fact]]:
    written = (*content.briefings.values(), *content.sections.values())
    day = next((briefing.date for briefing in content.briefings.values()), PartialDate.parse("2000-01-01"))
    for key in dict.fromkeys(facts_in(written)):
        if key not in content.facts:
            words = Prose(f"[{key}]", NOWHERE)
            yield (
                key,
                Fact.model_construct(
                    label=words, words=words, status="to-confirm", as_of=day, source=GAP, locator=Prose("?", NOWHERE)
                ),
            )


def _sources(facts: Mapping[str, Fact], content: Content) -> Iterator[tuple[str, Source]]:
    day = next((briefing.date for briefing in content.briefings.values()), PartialDate.parse("2000-01-01"))
    for key in dict.fromkeys(str(fact.source) for fact in facts.values()):
        if key not in content.sources:
            yield key, Source.model_construct(title=Prose(key, NOWHERE), short=Prose(key, NOWHERE), date=day)


Model = TypeVar("Model", bound=BaseModel)
StandIns = Mapping[str, "str | StandIns"]
"""Key -> the words that stand for it, or those of each of its own keys."""

MOST_ROUNDS = 4
"""What is put in the place of a fault may be faulty inside, once for each level of a briefing or a section."""


def sound(model: type[Model], tree: LocatedDict, stand_ins: StandIns) -> Model | None:
    """The model of a tree without its faulty keys; None where a key without a stand-in is missing or faulty."""
    tree = quoted(tree)
    for _ in range(MOST_ROUNDS):
        try:
            return model.model_validate(tree)
        except ValidationError as error:
            tree = _without(tree, {str(each["loc"][0]) for each in error.errors() if each["loc"]}, stand_ins)
    return None


def _without(tree: LocatedDict, faulty: set[str], stand_ins: StandIns) -> LocatedDict:
    copy = bare(tree, *faulty)
    for key in faulty & set(stand_ins):
        copy[key] = _standing(stand_ins[key], tree.get(key), tree.origin)
    return copy


def _standing(words: str | StandIns, typed: Tree, origin: Origin) -> Tree:
    """What stands for a value; of a mapping, the words that were typed stay where they are words."""
    if isinstance(words, str):
        return Scalar(words, "quoted", origin)
    made = LocatedDict(origin)
    for key, word in words.items():
        own = typed.get(key) if isinstance(typed, LocatedDict) else None
        keep = isinstance(own, Scalar) and own.text.strip() and word.startswith("[") if isinstance(word, str) else False
        made[key] = own if keep else _standing(word, None, origin)
    return made


def bare(tree: LocatedDict, *left: str) -> LocatedDict:
    """The tree without some of its keys."""
    copy = LocatedDict(tree.origin)
    copy.update({key: value for key, value in tree.items() if key not in left})
    copy.key_origins = tree.key_origins
    return copy


def quoted(tree: Tree) -> Tree:
    """The tree as though each of its texts stood between quotes, with what YAML took for a remark."""
    if isinstance(tree, Scalar):
        plain = tree.style in ("plain", "flow")
        return replace(tree, text=f"{tree.text} {tree.lost}".strip(), style="quoted", lost="") if plain else tree
    if isinstance(tree, LocatedList):
        made = LocatedList(tree.origin)
        made.extend(map(quoted, tree))
        return made
    if isinstance(tree, LocatedDict):
        copy = bare(tree)
        copy.update({key: quoted(value) for key, value in tree.items()})
        return copy
    return tree
