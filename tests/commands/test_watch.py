"""`rapport watch`: documents built at each save, a line each time."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

from briefing_tree import ASSETS, COMPLETE
from content_tree import plain_spaces, write_tree


def test_each_save_is_a_line_and_ctrl_c_ends(tmp_path: Path) -> None:
    content = write_tree(tmp_path, COMPLETE)
    shutil.copy(ASSETS / "charter.yaml", tmp_path / "assets" / "charter.yaml")
    brief = tmp_path / "output" / "evian" / "evian-brief.pdf"
    section = content / "sections" / "financement.yaml"
    text = section.read_text(encoding="utf-8")
    command = [sys.executable, "-m", "rapport", "watch"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    ending = threading.Timer(120, process.kill)
    ending.start()
    assert plain_spaces(process.stdout.readline()).startswith("produit en ")
    first = brief.read_bytes()
    section.write_text(text.replace("title: Financement", "title: ["), encoding="utf-8")
    assert plain_spaces(process.stdout.readline()).startswith("financement.yaml : 1 faute")
    assert brief.read_bytes() == first
    section.write_text(text.replace("L'objectif", "Notre objectif"), encoding="utf-8")
    assert plain_spaces(process.stdout.readline()).startswith("financement.yaml : produit en ")
    assert brief.read_bytes() != first
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)
    ending.cancel()
    assert process.returncode == 0
    assert "content/sections/financement.yaml:" in told
    assert "Traceback" not in told


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "rapport", "watch"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "rapport new NOM" in done.stderr
