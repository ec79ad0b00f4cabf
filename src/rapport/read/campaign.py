"""The file of a campaign -> its plan, with every fault at its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from rapport.model.campaign import CampaignPlan
from rapport.model.scalar import Scalar
from rapport.origin import Origin
from rapport.problem import Problem, errors
from rapport.read.meant import did_you_mean
from rapport.read.validation import validate
from rapport.read.yaml_nodes import LocatedDict, LocatedList, Tree, paths, read_text, read_yaml


class PlanReading(Struct, frozen=True):
    """The plan, None where it is faulty, and the problems of its file."""

    plan: CampaignPlan | None
    problems: tuple[Problem, ...]


def read_plan(path: Path) -> PlanReading:
    """The plan of a YAML file. No exception for a fault of the file."""
    text, problems = read_text(path, path.name)
    if text is None:
        return PlanReading(None, problems)
    tree, faults = read_yaml(path.name, text)
    if tree is None:
        return PlanReading(None, faults)
    plan, refused = validate(CampaignPlan, tree, Origin(path.name, 1, 1))
    found = (*faults, *refused, *_repeated(tree))
    return PlanReading(None if errors(found) else plan, found)


def _repeated(tree: Tree) -> Iterator[Problem]:
    """What a list names twice: nothing is made twice."""
    for key, listed in paths(tree) if isinstance(tree, LocatedDict) else ():
        seen: set[str] = set()
        for item in listed if isinstance(listed, LocatedList) else ():
            if isinstance(item, Scalar) and item.text in seen:
                message = f"«\u00a0{item.text}\u00a0» figure deux fois dans «\u00a0{key}\u00a0»"
                yield Problem("value-repeated", message, item.origin, "retirez-en un")
            seen.add(getattr(item, "text", ""))


def unknown_briefings(plan: CampaignPlan, known: Iterable[str]) -> Iterator[Problem]:
    """Briefings that are not in the content."""
    there = tuple(known)
    for key in plan.briefings:
        if key not in there:
            hint = did_you_mean(key, there) or f"au choix\u00a0: {', '.join(there)}"
            yield Problem("briefing-unknown", f"dossier inconnu\u00a0: «\u00a0{key}\u00a0»", key.origin, hint)
