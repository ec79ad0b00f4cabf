"""Campaigns: what a plan makes, and that the number of workers, of attempts and of accidents makes no difference."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from campaigns import REBUILT, Deadly, Scene, cluster, ended, files, project_options, table, until, workers
from content_tree import plain_spaces
from numbered import ASSETS
from rapport.cli import main
from rapport.project.campaign.local import KILLER, in_processes
from rapport.project.campaign.planning import Planning
from rapport.project.project import Project, house_of
from rapport.protect.passwords import read
from rapport.protect.signs import asks_for_password
from rapport.read.campaign import read_plan

STAMPED = REBUILT.replace("rebuilt", "stamped")


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """A campaign made in one process without an accident: what all others are compared with."""
    made = Scene.of(tmp_path_factory.mktemp("scene"))
    assert main(made.words("--workers=1", output="undisturbed")) == 0
    return made


@pytest.fixture
def undisturbed(scene: Scene) -> dict[str, str]:
    return files(scene.made("undisturbed"))


# what a plan makes


def test_everybody_has_what_is_theirs(undisturbed: dict[str, str]) -> None:
    names = [name for name in undisturbed if name.startswith("evian/evian")]
    assert len(names) == 60
    assert "evian/evian.press-003-delegation-2-brief.pdf" in names
    assert {"evian/register.csv", "evian/register.html", "manifest.json"} < set(undisturbed)


def test_two_workers_make_the_same_bytes(scene: Scene, undisturbed: dict[str, str]) -> None:
    assert main(scene.words("--workers=2", output="two")) == 0
    assert files(scene.made("two")) == undisturbed


def test_stamped_copies_are_those_of_a_pack(tmp_path: Path) -> None:
    scene = Scene.of(tmp_path, STAMPED + "audiences: [internal]\n", "nom\nDélégation indienne\nZoé Çelik\n")
    assert main(scene.words("--workers=1")) == 0
    words = project_options(tmp_path, "packed")
    assert main(["pack", "evian", "--recipients", str(tmp_path / "liste.csv"), *words]) == 0
    packed = files(tmp_path / "packed" / "evian" / "copies" / "1.0")
    assert files(scene.made() / "evian") == packed


def test_a_dry_run_lists_the_tasks_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scene = Scene.of(tmp_path, STAMPED + "passwords: generate\n", table(12))
    assert main(scene.words("--dry-run")) == 0
    said = plain_spaces(capsys.readouterr().out).splitlines()
    assert said[0] == "à faire  evian, 4 exemplaires (1 à 10)"
    assert said[-1] == "3 tâches, dont 0 faites ; 12 exemplaires"
    assert not (tmp_path / "output").exists()


def test_a_campaign_begun_is_not_begun_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scene = Scene.of(tmp_path, STAMPED)
    assert main(scene.words("--workers=1", "--resume")) == 0
    before = files(scene.made())
    times = {path: path.stat().st_mtime_ns for path in scene.made().glob("evian/evian*")}
    assert main(scene.words("--workers=1")) == 2
    assert "3 tâches faites sur 3" in plain_spaces(capsys.readouterr().err)
    assert main(scene.words("--workers=1", "--resume")) == 0
    assert files(scene.made()) == before
    assert {path: path.stat().st_mtime_ns for path in times} == times


def test_what_was_altered_or_removed_is_made_again(tmp_path: Path) -> None:
    scene = Scene.of(tmp_path, STAMPED)
    assert main(scene.words("--workers=1")) == 0
    before = files(scene.made())
    altered, removed, *_ = sorted(scene.made().glob("evian/*.pptx"))
    altered.write_bytes(altered.read_bytes()[:-1])
    removed.unlink()
    assert main(scene.words("--workers=1", "--resume")) == 0
    assert files(scene.made()) == before


def test_a_list_that_has_changed_is_caught_up_with(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scene = Scene.of(tmp_path, STAMPED)
    assert main(scene.words("--workers=1")) == 0
    (tmp_path / "liste.csv").write_text(table(29).replace("Délégation 4;", "Délégation du Brésil;"), encoding="utf-8")
    capsys.readouterr()
    assert main(scene.words("--workers=1", "--resume")) == 0
    assert "hors registre, d’un plan antérieur : 4 fichiers de « evian »" in plain_spaces(capsys.readouterr().err)
    register = (scene.made() / "evian" / "register.csv").read_text(encoding="utf-8-sig")
    assert "Brésil" in register
    assert "Délégation 4;" not in register
    assert len(scene.done()) == 3


# passwords and signatures


def test_copies_have_passwords_that_stand_in_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scene = Scene.of(tmp_path, STAMPED + "passwords: generate\n", table(4))
    assert main(scene.words("--workers=2")) == 0
    words = scene.made().with_name("plan-passwords.csv")
    assert stat.S_IMODE(words.stat().st_mode) == 0o600
    assert all(asks_for_password(path.read_bytes()) for path in scene.made().glob("evian/evian*"))
    secrets = [each.word.encode() for each in read(words.read_bytes())]
    assert len(secrets) == 4
    others = [path for path in tmp_path.rglob("*") if path.is_file() and path != words]
    assert [path for path in others if any(word in path.read_bytes() for word in secrets)] == []
    before = files(scene.made())
    assert main(scene.words("--workers=2", "--resume")) == 0
    assert files(scene.made()) == before
    capsys.readouterr()
    options = [f"--passwords={words}", *project_options(tmp_path, "output")]
    assert main(["verify", str(scene.made()), *options]) == 0
    assert capsys.readouterr().out.count("conforme (authentique, octet pour octet)") == 8


def test_another_password_makes_its_copies_anew_and_no_others(tmp_path: Path) -> None:
    recipients = table(2).replace("visé", "visé;mot de passe").replace("interne", "interne;quatre mots tires au hasard")
    scene = Scene.of(tmp_path, STAMPED, recipients.replace("partenaires", "partenaires;d’autres mots tires au hasard"))
    assert main(scene.words("--workers=1")) == 0
    before = files(scene.made())
    (tmp_path / "liste.csv").write_text(
        (tmp_path / "liste.csv").read_text(encoding="utf-8").replace("d’autres", "certains"), encoding="utf-8"
    )
    assert main(scene.words("--workers=1", "--resume")) == 0
    after = files(scene.made())
    changed = {name for name in before if before[name] != after[name] and name.startswith("evian/evian")}
    assert changed == {f"evian/evian.partners-002-delegation-1-{kind}" for kind in ("brief.pdf", "deck.pptx")}


# accidents, with two workers of this machine


def test_a_worker_killed_is_replaced(scene: Scene, undisturbed: dict[str, str]) -> None:
    process = scene.begin("--workers=2", output="killed")
    until(lambda: scene.done("killed") or process.poll() is not None, "a first task")
    for worker in workers(process)[:1]:
        worker.kill()
    assert ended(process) == 0, scene.said
    assert files(scene.made("killed")) == undisturbed


def test_killed_itself_it_leaves_no_worker_and_is_taken_up(scene: Scene, undisturbed: dict[str, str]) -> None:
    process = scene.begin("--workers=2", output="gone")
    until(lambda: scene.done("gone"), "a first task")
    orphans = workers(process)
    process.kill()
    ended(process)
    until(lambda: not any(map(alive, orphans)), "the workers end")
    kept = {path.name: path.stat().st_mtime_ns for path in (scene.made("gone") / ".tasks").glob("*.json")}
    assert 0 < len(kept) < 9, "it was killed too late"
    assert not (scene.made("gone") / "manifest.json").exists()
    assert main(scene.words("--workers=2", "--resume", output="gone")) == 0
    assert files(scene.made("gone")) == undisturbed
    assert {name: (scene.made("gone") / ".tasks" / name).stat().st_mtime_ns for name in kept} == kept


def alive(process: psutil.Process) -> bool:
    return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)


def test_ctrl_c_ends_what_is_in_hand_and_is_taken_up(scene: Scene, undisturbed: dict[str, str]) -> None:
    process = scene.begin("--workers=2", output="interrupted")
    until(lambda: scene.done("interrupted"), "a first task")
    os.killpg(process.pid, signal.SIGINT)
    assert ended(process) == 130
    assert "campagne inachevée" in scene.said
    assert "--resume la reprend" in scene.said
    assert "Traceback" not in scene.said
    assert not list(scene.made("interrupted").rglob("*.tmp"))
    assert main(scene.words("--workers=2", "--resume", output="interrupted")) == 0
    assert files(scene.made("interrupted")) == undisturbed


def test_a_full_disk_is_said_once_and_the_campaign_taken_up(scene: Scene, undisturbed: dict[str, str]) -> None:
    small = scene.folder / "full"
    small.mkdir()
    mount, umount = shutil.which("mount") or "mount", shutil.which("umount") or "umount"
    mounted = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(small)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("not run: no small disk can be mounted here")
    try:
        process = scene.begin("--workers=2", output="full")
        assert ended(process) == 2, scene.said
        assert "le disque est plein" in scene.said
        assert "evian" in scene.said
        assert "campagne inachevée" in scene.said
        assert not list(small.rglob("*.tmp"))
        subprocess.run([mount, "-o", "remount,size=50m", str(small)], check=True)
        assert main(scene.words("--workers=2", "--resume", output="full")) == 0
        assert files(scene.made("full")) == undisturbed
    finally:
        subprocess.run([umount, str(small)], check=True)


def test_files_that_the_system_refuses_name_their_tasks(scene: Scene, undisturbed: dict[str, str]) -> None:
    words = [sys.executable, "-m", "rapport", *scene.words("--workers=2", output="refused")]
    deck = max(path.stat().st_size for path in scene.made("undisturbed").glob("evian/*.pptx"))
    limit: Callable[[], None] = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (deck - 1, deck - 1))  # noqa: E731
    process = subprocess.run(words, capture_output=True, text=True, preexec_fn=limit, check=False)
    assert process.returncode == 2
    assert "écriture impossible" in process.stderr
    assert "exemplaires (" in process.stderr
    assert main(scene.words("--workers=2", "--resume", output="refused")) == 0
    assert files(scene.made("refused")) == undisturbed


def test_a_task_that_kills_its_workers_is_named_and_the_others_done(scene: Scene) -> None:
    output = scene.folder / "deadly"
    plan = read_plan(scene.folder / "plan.yaml").plan
    assert plan is not None
    project = Project(scene.folder / "content", ASSETS, output)
    planning = Planning(project, house_of(project), plan, scene.folder / "plan.yaml")
    tasks = planning.tasks()
    planning.records.begin(["evian"])
    shipment = planning.shipment()
    deadly = type(shipment)(
        shipment.program, shipment.folder, shipment.house, shipment.editions, shipment.rebuilt, Deadly(3)
    )
    outcomes = {outcome.task: outcome.fault for outcome in in_processes(deadly, tasks, 2)}
    [killer] = [task for task in tasks if 3 in [one.number for one in task.recipients]]
    assert {task: fault for task, fault in outcomes.items() if fault} == {killer.name: KILLER}
    assert len(outcomes) == len(tasks)


# accidents, on a cluster


def test_a_cluster_makes_the_same_whatever_happens_to_it(scene: Scene, undisturbed: dict[str, str]) -> None:
    with cluster(scene.folder, 28_991) as made:
        assert main(scene.words(f"--scheduler={made.address}", output="cluster")) == 0
        assert files(scene.made("cluster")) == undisturbed
        process = scene.begin(f"--scheduler={made.address}", output="one-less")
        until(lambda: scene.done("one-less"), "a first task")
        made.workers()[0].kill()
        assert ended(process) == 0, scene.said
        assert files(scene.made("one-less")) == undisturbed
        process = scene.begin(f"--scheduler={made.address}", output="stopped")
        until(lambda: scene.done("stopped"), "a first task")
        os.killpg(process.pid, signal.SIGINT)
        assert ended(process) == 130
        assert "Traceback" not in scene.said
        process = scene.begin(f"--scheduler={made.address}", output="alone")
        until(lambda: scene.done("alone"), "a first task")
        made.processes[0].kill()
        assert ended(process) == 2, scene.said
        assert "l’ordonnanceur ou ses travailleurs ne répondent plus" in scene.said
        assert "campagne inachevée" in scene.said
    with cluster(scene.folder, 28_992) as made:
        for output in ("stopped", "alone"):
            assert main(scene.words(f"--scheduler={made.address}", "--resume", output=output)) == 0
            assert files(scene.made(output)) == undisturbed


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tcp://127.0.0.1:9", "personne ne répond"),
        ("localhost:8786", "n’est pas une adresse"),
        ("http://machine:8786", "n’est pas une adresse"),
        ("tcp://machine.example:8786", "donnez une adresse tls://"),
    ],
)
def test_where_a_campaign_cannot_go_is_said(
    address: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rapport.project.campaign.cluster.PATIENCE", 1)
    scene = Scene.of(tmp_path, STAMPED + "passwords: generate\n", table(1))
    assert main(scene.words(f"--scheduler={address}")) == 2
    assert said in capsys.readouterr().err


# what is handed out is proved


CHANGES: dict[str, Callable[[Path], object]] = {
    "campaign-digest": lambda folder: (folder / "evian/register.html").write_text("rien", encoding="utf-8"),
    "campaign-missing": lambda folder: next(folder.glob("evian/*.pptx")).unlink(),
    "campaign-stranger": lambda folder: (folder / "evian/note.pdf").write_bytes(b"%PDF-1.7"),
    "campaign-unreadable": lambda folder: cut(folder / "manifest.json"),
}


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


@pytest.mark.parametrize("code", CHANGES)
def test_the_manifest_tells_what_was_changed(code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scene = Scene.of(tmp_path, STAMPED, table(2))
    assert main(scene.words("--workers=1")) == 0
    manifest = str(scene.made() / "manifest.json")
    assert main(["verify", manifest]) == 0
    CHANGES[code](scene.made())
    capsys.readouterr()
    assert main(["verify", manifest]) == 3
    assert code in capsys.readouterr().out


def test_a_copy_of_a_campaign_is_traced(scene: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    brief = scene.made("undisturbed") / "evian" / "evian.press-003-delegation-2-brief.pdf"
    elsewhere = scene.folder / "trouvé.pdf"
    elsewhere.write_bytes(brief.read_bytes())
    capsys.readouterr()
    assert main(["trace", str(elsewhere), "--output", str(scene.folder / "undisturbed")]) == 0
    assert "fichier intact" in capsys.readouterr().out
