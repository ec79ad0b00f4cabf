"""one_document.py brief|deck PROJECT FILE: one document of benchmarks/long_briefing.py, from content to file."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def main(which: str, root: Path, target: Path) -> None:
    """What `rapport build` does for the one, the other left out; what serves the other alone is not imported."""
    gc.disable()
    from benchmarks.long_briefing import KEY  # noqa: PLC0415 (as the command line imports)

    from rapport.project.project import Project, house_of, reading_of, sound  # noqa: PLC0415
    from rapport.resolve.edition import resolve  # noqa: PLC0415

    project = Project(root / "content", root / "assets")
    content, house = sound(reading_of(project)), house_of(project)
    if which == "brief":
        from rapport.render.pdf.brief import draw_brief  # noqa: PLC0415

        made = draw_brief(house.sign(resolve(content, KEY, "brief")), house.charter, house.fonts)
    else:
        from rapport.arrange.arrange import arrange  # noqa: PLC0415
        from rapport.render.deck.writer import write_deck  # noqa: PLC0415

        arranged = arrange(house.sign(resolve(content, KEY, "deck")), house.charter, house.fonts)
        made = write_deck(arranged.deck, house.charter)
    target.write_bytes(made.data)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
