"""What pyproject.toml cannot say: the authors' guide, in content/, goes into the package when that is built."""

from __future__ import annotations

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

GUIDE = Path("content/LISEZMOI.md")
PLACE = Path("rapport/project/first_project/common") / GUIDE


class BuildWithGuide(build_py):
    """An installed program has no content beside it: new projects get the guide from the package."""

    def run(self) -> None:
        """Builds the package; nothing is copied where the program runs from its clone."""
        super().run()
        if not self.editable_mode:
            target = Path(self.build_lib) / PLACE
            target.parent.mkdir(parents=True, exist_ok=True)
            self.copy_file(str(GUIDE), str(target))


if __name__ == "__main__":
    setup(cmdclass={"build_py": BuildWithGuide})
