"""Templates that other programs bring: python-pptx, LibreOffice, PptxGenJS and pandoc, each where it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pptx
import pytest

from template.test_awkward import judge

LIBREOFFICE = ("Progress", "Vivid", "Piano")
"""Three of its own: a title low on the slide, a band under it, a photograph of which text would be lost."""
FOLDER = Path("/usr/lib/libreoffice/share/template/common/presnt")
PANDOC = Path("/usr/share/pandoc/data/pptx")
"""The parts of pandoc's `reference.pptx`, as Debian's pandoc-data holds them."""
PPTXGENJS = Path(__file__).parents[1] / "judges" / "node_modules" / "pptxgenjs"
SCRIPT = """
const Pptx = require(process.argv[2]), made = new Pptx();
made.layout = 'LAYOUT_WIDE';
made.defineSlideMaster({title: 'COUVERTURE', background: {color: '0B2545'}, objects: [
  {placeholder: {options: {name: 'title', type: 'title', x: 1, y: 2, w: 11, h: 1.5, color: 'FFFFFF'}, text: ''}},
  {placeholder: {options: {name: 'sub', type: 'body', x: 1, y: 3.8, w: 11, h: 1}, text: ''}}]});
made.defineSlideMaster({title: 'CONTENU', background: {color: 'FFFFFF'}, slideNumber: {x: 12.3, y: 7.0}, objects: [
  {rect: {x: 0, y: 0, w: '100%', h: 0.3, fill: {color: '1F5FA8'}}},
  {placeholder: {options: {name: 'title', type: 'title', x: 0.6, y: 0.5, w: 12, h: 1.1, fontSize: 32}, text: ''}},
  {placeholder: {options: {name: 'body', type: 'body', x: 0.6, y: 1.9, w: 12, h: 4.6}, text: ''}}]});
made.addSlide({masterName: 'CONTENU'}).addText('x', {placeholder: 'title'});
made.writeFile({fileName: process.argv[3]});
"""


def test_a_summit_is_sound_on_the_template_of_python_pptx(tmp_path: Path) -> None:
    file = tmp_path / "default.pptx"
    shutil.copy(Path(pptx.__file__).parent / "templates" / "default.pptx", file)
    judge(file, "evian-g7")
    judge(file, "new-delhi")


@pytest.mark.parametrize("name", LIBREOFFICE)
def test_a_summit_is_sound_on_templates_of_libreoffice(name: str, tmp_path: Path) -> None:
    program, source = shutil.which("soffice"), FOLDER / f"{name}.otp"
    if program is None or not source.exists():
        pytest.skip("not run: LibreOffice or its templates are not installed")
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = [program, home, "--headless", "--convert-to", "pptx", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    judge(tmp_path / f"{name}.pptx", "evian-g7")


def test_a_summit_is_sound_on_a_template_of_pptxgenjs(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None or not PPTXGENJS.exists():
        pytest.skip("not run: Node.js or PptxGenJS is not installed")
    script, file = tmp_path / "make.cjs", tmp_path / "made.pptx"
    script.write_text(SCRIPT, encoding="utf-8")
    main = PPTXGENJS / json.loads((PPTXGENJS / "package.json").read_text(encoding="utf-8"))["main"]
    subprocess.run([node, str(script), str(main), str(file)], check=True, capture_output=True, timeout=60)
    judge(file, "new-delhi")


def test_a_summit_is_sound_on_the_template_of_pandoc(tmp_path: Path) -> None:
    if not PANDOC.is_dir():
        pytest.skip("not run: pandoc's data are not installed")
    file = tmp_path / "reference.pptx"
    with zipfile.ZipFile(file, "w") as archive:
        for part in sorted(each for each in PANDOC.rglob("*") if each.is_file()):
            archive.write(part, part.relative_to(PANDOC))
    judge(file, "evian-g7")
    judge(file, "new-delhi")
