"""Content -> the part of it that an audience may see. Nothing else of it reaches an edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from rapport.audience import Audience, sees
from rapport.model.blocks.words import HeadingBlock
from rapport.model.briefing import Briefing
from rapport.model.content import Block, Content, Section
from rapport.model.located import Located
from rapport.model.prose import Prose
from rapport.model.scalar import Key

CALL = re.compile(r"\[\^([^\[\]\n]+)\]")


class _Withheld(Struct, frozen=True):
    """In place of what may not be seen."""


WITHHELD = _Withheld()


def permitted(content: Content, audience: Audience) -> Content:
    """The content as its audience may see it; a briefing of which nothing is left is not in it."""
    if audience == "internal":
        return content
    facts = {key: fact for key, fact in content.facts.items() if _is_for(fact, audience)}
    view = _View(audience, frozenset(content.facts.keys() - facts.keys()))
    sections = _sections(content, view)
    hidden = _visuals(content.sections.values()) - _visuals(sections.values())
    if hidden:  # what names a chart or table that may not be seen may not be seen either
        view = replace(view, visuals=hidden)
        sections = _sections(content, view)
    found = ((key, _briefing(briefing, view, sections)) for key, briefing in content.briefings.items())
    briefings = {key: briefing for key, briefing in found if briefing is not None}
    groups = tuple(replace(group, facts=tuple(key for key in group.facts if key in facts)) for group in content.groups)
    return replace(
        content,
        facts=facts,
        groups=groups,
        sections=sections,
        briefings=briefings,
        texts={},
        audience=audience,
        whole=content,
    )


def _sections(content: Content, view: _View) -> dict[str, Section]:
    return {key: seen for key, section in content.sections.items() if (seen := _section(section, view))}


def _visuals(sections: Iterable[Section]) -> frozenset[str]:
    """The keys of charts and tables."""
    blocks = (block for section in sections for block in section.blocks)
    return frozenset(key for block in blocks if (key := getattr(block, "key", None)))


def _is_for(model: Located, audience: Audience) -> bool:
    return sees(audience, getattr(model, "audience", None) or model.usual_audience)


class _View(Struct, frozen=True):
    """Who looks, the facts, charts and tables they may not see, and in a section the footnotes they may not either."""

    audience: Audience
    facts: frozenset[str]
    footnotes: frozenset[str] = frozenset()
    visuals: frozenset[str] = frozenset()


def _section(section: Section, view: _View) -> Section | None:
    """A section as it may be seen, the calls of footnotes that may not taken out; None where it may not."""
    shown = {name for name, note in section.footnotes.items() if _seen(note, view) is not WITHHELD}
    seen = _seen(section, replace(view, footnotes=frozenset(section.footnotes.keys() - shown)))
    if not isinstance(seen, Section) or len(seen.blocks) == len(section.blocks):
        return seen if isinstance(seen, Section) else None
    kept = tuple(block for block, under in pairwise((*seen.blocks, None)) if block and _says_something(block, under))
    return seen.model_copy(update={"blocks": kept}) if kept else None


def _says_something(block: Block, under: Block | None) -> bool:
    """Whether a block is more than the heading of what has been taken from under it."""
    return not isinstance(block, HeadingBlock) or not (under is None or isinstance(under, HeadingBlock))


def _briefing(briefing: Briefing, view: _View, sections: Mapping[str, Section]) -> Briefing | None:
    """A briefing with the sections that may be seen; None where there are none, or its title may not be seen."""
    seen = _seen(briefing, view)
    kept = tuple(key for key in briefing.sections if key in sections)
    if not isinstance(seen, Briefing) or not kept:
        return None
    return seen if kept == seen.sections else seen.model_copy(update={"sections": kept})


def _seen(value: Any, view: _View) -> Any:
    """A value as it may be seen, WITHHELD where it may not; the value itself where nothing of it is hidden."""
    if isinstance(value, Prose):
        return _prose(value, view)
    if isinstance(value, Key):
        return value
    if isinstance(value, tuple):
        items = tuple([_seen(item, view) for item in value])
        return value if _are_same(items, value) else tuple(item for item in items if item is not WITHHELD)
    if isinstance(value, dict):
        entries = {key: _seen(item, view) for key, item in value.items()}
        same = _are_same(entries.values(), value.values())
        return value if same else {key: item for key, item in entries.items() if item is not WITHHELD}
    return _model(value, view) if isinstance(value, Located) else value


def _are_same(seen: Iterable[Any], values: Iterable[Any]) -> bool:
    return all(one is other for one, other in zip(seen, values, strict=True))


def _prose(prose: Prose, view: _View) -> Any:
    if any(key in view.facts for key, _form in prose.calls) or not view.visuals.isdisjoint(prose.visuals):
        return WITHHELD
    if not view.footnotes or "[^" not in prose.text:
        return prose
    text, raw = (CALL.sub(lambda call: "" if call[1] in view.footnotes else call[0], part) for part in _both(prose))
    return replace(prose, text=text, raw=raw)


def _both(prose: Prose) -> tuple[str, str]:
    return prose.text, prose.raw


def _model(model: Located, view: _View) -> Any:
    """A mapping without what may not be seen; where that is something it needs, nothing of it is seen."""
    if not _is_for(model, view.audience) or getattr(model, "fact", None) in view.facts:
        return WITHHELD
    changed: dict[str, Any] = {}
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        seen = WITHHELD if name in model.internal_fields else _seen(value, view)
        if _is_lost(value, seen, name, model):
            if _is_needed(name, seen, model):
                return WITHHELD
            seen = field.get_default(call_default_factory=True)
        if seen is not value:
            changed[name] = seen
    return model.model_copy(update=changed) if changed else model


def _is_lost(value: Any, seen: Any, name: str, model: Located) -> bool:
    """Whether nothing is left of a field; of lists that answer others, whether something is missing."""
    if seen is WITHHELD:
        return True
    shorter = isinstance(value, tuple) and len(seen) < len(value)
    return shorter and (not seen or name in model.aligned_fields)


def _is_needed(name: str, seen: Any, model: Located) -> bool:
    """Whether a mapping says nothing without a field: what it must have, and a list it had; a briefing has others."""
    had = seen == () and not isinstance(model, Briefing)
    return had or name in model.aligned_fields or type(model).model_fields[name].is_required()
