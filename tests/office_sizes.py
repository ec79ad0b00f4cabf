"""How large the words of a finished presentation are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pptx.oxml.ns import qn


def flat(shapes: Any) -> Iterator[Any]:
    """The shapes, those of groups in place of their groups."""
    for shape in shapes:
        yield from flat(shape.shapes) if hasattr(shape, "shapes") else (shape,)


def sizes(shape: Any) -> Iterator[tuple[float, str]]:
    """The size of each run, said by itself, by its shape, or by the place of the layout that it fills."""
    if getattr(shape, "has_table", False):
        runs = [(shape, run) for cell in shape._element.iter(qn("a:tc")) for run in cell.iter(qn("a:r"))]
    else:
        runs = [(shape, run) for run in shape._element.iter(qn("a:r"))]
    for _, run in runs:
        own = run.find(qn("a:rPr")).get("sz")
        yield float(own or inherited(shape, run)) / 100, run.findtext(qn("a:t"))


def inherited(shape: Any, run: Any) -> str:
    """The size that a run of a shape takes from it or from its place, in hundredths of a point."""
    level = int(
        (run.getparent().find(qn("a:pPr")).get("lvl") if run.getparent().find(qn("a:pPr")) is not None else 0) or 0
    )
    holders = [shape._element]
    if shape.is_placeholder:
        index = shape.placeholder_format.idx
        holders += [
            each._element for each in shape.part.slide_layout.placeholders if each.placeholder_format.idx == index
        ]
    for holder in holders:
        found = holder.find(f".//{qn('a:lstStyle')}/{qn(f'a:lvl{level + 1}pPr')}/{qn('a:defRPr')}")
        if found is not None and found.get("sz"):
            return str(found.get("sz"))
    return "1800"
