"""What somebody does in Impress itself is told once, and saving there is no edit."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from edited_tree import read_back
from rapport.edits.listing import changes

SYSTEM = Path("/usr/bin/python3")
"""The Python of the system, for which LibreOffice's module is packaged."""
SCRIPT = Path(__file__).parent / "impress.py"
WORDS = "Écrit dans Impress"


@pytest.fixture(scope="module")
def edited(deck: bytes, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    office = shutil.which("soffice")
    known = SYSTEM.exists() and subprocess.run([SYSTEM, "-c", "import uno"], check=False, capture_output=True)
    if office is None or not known or known.returncode:
        pytest.skip("not run: no LibreOffice, or no python3-uno")
    folder = tmp_path_factory.mktemp("uno")
    (folder / "made.pptx").write_bytes(deck)
    (folder / "edited").mkdir()
    pipe = f"rapport-{folder.name}-{folder.stat().st_ino}"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [office, profile, "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        words = [*map(str, (SYSTEM, SCRIPT, folder / "made.pptx", folder / "edited")), pipe]
        try:
            subprocess.run(words, check=True, timeout=240, env={"HOME": str(folder)})
        except BaseException:
            running.terminate()
            raise
        running.wait(60)
    return {path.stem: path.read_bytes() for path in (folder / "edited").iterdir()}


def test_opening_and_saving_is_no_edit(edited: Mapping[str, bytes], deck: bytes) -> None:
    assert changes(read_back(deck), read_back(edited["nothing"])) == ()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("retitled", "text"),
        ("moved", "moved"),
        ("deleted", "slide-deleted"),
        ("hidden", "slide-hidden"),
        ("noted", "notes"),
    ],
)
def test_each_edit_is_told_once(name: str, kind: str, edited: Mapping[str, bytes], deck: bytes) -> None:
    [change] = changes(read_back(deck), read_back(edited[name]))
    assert (change.kind, change.slide) == (kind, 3)
    if name in ("retitled", "noted"):
        assert change.after == WORDS
