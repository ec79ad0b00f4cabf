"""Telling what was edited in a deck, beside reading the deck as it was made and as it came back.

    python -m benchmarks.edits

Both summits' decks: as they are; without any identity, as Google exports them; and with a word changed in each title.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.promise import promised
from pptx import Presentation

from rapport.edits.deck import EditedDeck
from rapport.edits.listing import changes
from rapport.edits.package import opened
from rapport.edits.reading import read
from rapport.formats.office.archive import open_archive
from rapport.project.composition import compose
from rapport.project.project import Project, house_of, reading_of
from rapport.render.deck.writer import write_deck

ROOT = Path(__file__).parents[1]
RUNS = 7
PROMISED = 1.0
"""Times reading the deck twice that listing may take."""


def decks() -> dict[str, bytes]:
    """The deck of each briefing, by its key."""
    project = Project(ROOT / "content", ROOT / "assets")
    content, house = reading_of(project).content, house_of(project)
    made = {key: compose(content, key, house, "draft") for key in sorted(content.briefings)}
    return {key: write_deck(each.plan, house.charter).data for key, each in made.items()}


def saved(data: bytes, make: Callable[[Any], object]) -> bytes:
    """The deck as somebody saved it who changed something."""
    presentation = Presentation(io.BytesIO(data))
    make(presentation)
    buffer = io.BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def anonymous(presentation: Any) -> None:
    """No identifier and no name of ours is left."""
    for slide in presentation.slides:
        for node in slide.element.iter():
            if str(node.tag).endswith("}creationId"):
                node.attrib.clear()
            elif str(node.tag).endswith("}cNvPr"):
                node.set("name", "Google Shape;1")


def retitled(presentation: Any) -> None:
    """Each title says a word more."""
    for slide in presentation.slides:
        slide.shapes.title.text_frame.paragraphs[0].runs[-1].text += " enfin"


EDITED: dict[str, Callable[[Any], object]] = {
    "saved again": lambda _presentation: None,
    "without identities": anonymous,
    "each title changed": retitled,
}


def deck_of(data: bytes) -> EditedDeck:
    """A deck as edits are found in it."""
    return read(opened(open_archive(data).members))


def milliseconds(run: Callable[[], object]) -> float:
    """Of processor time, the median of some runs."""
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        run()
        times.append(1_000 * (time.process_time() - start))
    return median(times)


def main() -> None:
    """Prints a row for each deck and way to edit it."""
    worst = 0.0
    for key, data in decks().items():
        base = deck_of(data)
        for name, make in EDITED.items():
            edited = saved(data, make)
            new = deck_of(edited)
            both = milliseconds(lambda data=data: deck_of(data)) + milliseconds(lambda edited=edited: deck_of(edited))
            listing = milliseconds(lambda base=base, new=new: changes(base, new))
            worst = max(worst, listing / both)
            count = f"{len(changes(base, new))} told"
            print(f"{key:12}{name:20}reading both {both:6.1f} ms  listing {listing:6.1f} ms  {count}")
    print(f"listing takes at most {worst:.2f} of reading both decks {promised(worst, PROMISED)}")


if __name__ == "__main__":
    main()
