"""typst_brief.py DATA.json BRIEF.pdf: brief.typ by Typst (PyPI: `typst`), as PDF/UA-1."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import typst


def main(data: Path, target: Path) -> None:
    """Compiles once; the faces are those of our charter, and no others are looked for."""
    package = find_spec("font_source_sans_pro")
    assert package is not None
    assert package.origin is not None
    compiler = typst.Compiler(
        Path(__file__).with_name("brief.typ"),
        root="/",
        font_paths=[Path(package.origin).parent / "files"],
        ignore_system_fonts=True,
        sys_inputs={"data": str(data)},
    )
    target.write_bytes(compiler.compile(format="pdf", pdf_standards=["ua-1"]))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
