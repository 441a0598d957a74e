"""`backup` on the command line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from app.bootstrap import open_folder
from app.store.database import FILE_NAME
from app.system import schedule
from tests.backup_office import PASSWORD, fill, ready_repository, same_tree, tool
from tests.command_line import CommandLine

KEYS = {"licence", "equipment", "subscribed", "eligible", "conditions", "state", "last_success"}


@pytest.fixture
def planned(parclair: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    """A folder with a plan; the password comes from the environment, as this system has no keyring."""
    tool("restic")
    monkeypatch.setenv("PARCLAIR_BACKUP_PASSWORD", PASSWORD)
    fill(tmp_path / "source", 3)
    options = (
        "--destination",
        "folder",
        "--location",
        ready_repository(tmp_path / "repo"),
        "--folder",
        tmp_path / "source",
        "--no-parclair-data",
    )
    parclair("company", "set", "name", "Pressing")
    answer = parclair.json("backup", "plan", *options)
    assert answer["plan"]["folders"] == [str(tmp_path / "source")] and answer["restic"]["ok"]
    return parclair


def test_status_says_every_licence_in_the_agreed_shape(parclair: CommandLine) -> None:
    assert parclair.json("backup", "status") == {"licences": []}
    options = ("--quantity", "2", "--start", "2026-01-31", "--option", "automatic_backup", "--status", "active")
    parclair.json("contract", "add", "gesticlean-support", *options)
    machine = parclair.json("equipment", "add", "--kind", "computer", "--designation", "Caisse", "--licence-number", "GC-1")
    licences = parclair.json("backup", "status")["licences"]
    assert len(licences) == 3 and all(set(one) == KEYS for one in licences)
    assert licences[0]["equipment"] == machine["id"] and licences[0]["state"] == "not_subscribed"
    assert [one["state"] for one in licences[1:]] == ["never", "never"] and licences[1]["subscribed"] is True
    assert [part["id"] for part in licences[0]["conditions"]] == ["windows", "connection"]
    assert {frozenset(part) for part in licences[0]["conditions"]} == {frozenset({"id", "met", "value"})}
    assert "GC-1" in parclair("backup", "status").out


def test_run_without_a_plan_is_refused(parclair: CommandLine) -> None:
    assert "plan" in parclair.refused("backup", "run", status=1)


def test_run_verify_look_back_and_restore(planned: CommandLine, tmp_path: Path) -> None:
    report = planned.json("backup", "run")["report"]
    assert (report["result"], report["problem"], report["files"]) == ("success", None, 3)
    assert planned.json("backup", "run", "--scheduled")["skipped"] == "not_due"
    assert planned.json("backup", "verify")["report"]["result"] == "success"
    snapshots = planned.json("backup", "snapshots")["snapshots"]
    assert len(snapshots) == 1 and snapshots[0]["paths"] == [str(tmp_path / "source")]
    dry = planned.json("backup", "restore", "latest", "--target", tmp_path, "--dry-run")
    assert dry["files"] == 3 and dry["fits"] and not Path(dry["folder"]).exists()
    outcome = planned.json("backup", "restore", snapshots[0]["id"], "--target", tmp_path, "--path", tmp_path / "source")
    same_tree(tmp_path / "source", Path(outcome["folder"], *(tmp_path / "source").parts[1:]))
    assert "machine" in planned("equipment", "list", "--json").out or planned.json("equipment", "list")["total"] == 1


def test_a_run_that_fails_ends_with_1_and_says_what_to_do(planned: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planned.json("backup", "run")
    monkeypatch.setenv("PARCLAIR_BACKUP_PASSWORD", "un autre")
    outcome = planned("backup", "run", "--json")
    assert outcome.status == 1 and json.loads(outcome.out)["report"]["problem"] == "wrong_password"
    assert outcome.error.count(".") >= 2 and "fiche de secours" in outcome.error
    monkeypatch.delenv("PARCLAIR_BACKUP_PASSWORD")
    assert planned.json("backup", "run", status=1)["report"]["problem"] == "no_password"


def test_planned_backups_wait_for_the_password_after_one_said_so(planned: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PARCLAIR_BACKUP_PASSWORD")
    assert planned.json("backup", "run", "--scheduled", status=1)["report"]["problem"] == "no_password"
    assert planned.json("backup", "run", "--scheduled")["skipped"] == "no_password"
    checks = {one["id"]: one for one in planned.json("doctor", "--offline", status=1)["checks"]}
    assert checks["keyring"]["ok"] is False and "mot de passe des sauvegardes" in checks["keyring"]["detail"]
    monkeypatch.setenv("PARCLAIR_BACKUP_PASSWORD", PASSWORD)
    assert planned.json("backup", "run")["report"]["result"] == "success"


def test_doctor_looks_for_restic_once_there_is_a_plan(
    planned: CommandLine, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def found(computer: CommandLine) -> bool | None:
        checks = json.loads(computer("doctor", "--offline", "--json").out)["checks"]
        ok: bool | None = next(one["ok"] for one in checks if one["id"] == "restic")
        return ok

    assert found(planned) is True
    assert found(CommandLine(tmp_path / "autre", capsys)) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert found(planned) is False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at systemd's folder")
def test_the_systems_scheduler_is_given_the_plan_and_freed_of_it(planned: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "_run", lambda _: 0)
    assert planned.json("backup", "plan", "--install", "--time", "06:15")["plan"]["installed"] is True
    [timer] = schedule.units_folder().glob("*.timer")
    assert "06:15:00" in timer.read_text("utf-8")
    assert planned.json("backup", "plan", "--no-install")["plan"]["installed"] is False
    assert list(schedule.units_folder().iterdir()) == []


def test_a_new_password_never_replaces_one_that_is_needed(planned: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "déjà son mot de passe" in planned.refused("backup", "plan", "--new-password", "--every-hours", "4", status=1)
    monkeypatch.delenv("PARCLAIR_BACKUP_PASSWORD")
    moved = ("backup", "plan", "--new-password", "--location", tmp_path / "ailleurs")
    assert "recovery-sheet" in planned.refused(*moved)  # no keyring: it would be known to nobody
    planned.json(*moved, "--recovery-sheet", tmp_path / "fiche.pdf")
    assert (tmp_path / "fiche.pdf").read_bytes().startswith(b"%PDF")


def test_the_open_window_makes_the_planned_backups_itself(planned: CommandLine) -> None:
    window = open_folder(planned.folder, role="window")
    try:
        answer = planned.json("backup", "run", "--scheduled")
        assert answer["skipped"] == "window" and "report" not in answer
        assert "window" in planned.refused("backup", "run", status=1)
    finally:
        window.close()


def test_the_window_may_open_while_a_run_goes_on_and_takes_its_report_over(planned: CommandLine) -> None:
    from app.services import backup_jobs
    from app.services.backup_jobs import Watch

    first = open_folder(planned.folder, role="command")
    first.services.backups.use_once(PASSWORD)
    job = first.services.backups.prepare()
    first.close()
    window = open_folder(planned.folder, role="window")
    try:
        report = backup_jobs.backup(job, Watch())
        overview = window.services.backups.overview()
        assert overview.this_pc_state and overview.this_pc_state.last_report == report  # told before it is taken over
        assert window.services.backups.collect() >= 1
        assert window.services.backups.history(report.equipment_id)[-1] == report
    finally:
        window.close()


def test_no_secret_is_kept_in_the_data_folder(parclair: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARCLAIR_BACKUP_PASSWORD", PASSWORD)
    fill(tmp_path / "source", 1)
    address = "http://claire:tres-secret@127.0.0.1:9/shop"
    answer = parclair.json("backup", "plan", "--destination", "rest", "--location", address, "--folder", tmp_path / "source")
    assert answer["plan"]["location"] == "http://127.0.0.1:9/shop" and answer["plan"]["user"] == "claire"
    outcome = parclair("backup", "run", "--json")
    assert json.loads(outcome.out)["report"]["problem"] == "unreachable"
    said = outcome.out + outcome.err
    kept = b"".join(path.read_bytes() for path in parclair.folder.rglob("*") if path.is_file())
    assert FILE_NAME in {path.name for path in parclair.folder.iterdir()} and len(kept) > 10_000
    for secret in ("tres-secret", PASSWORD):
        assert secret not in said and secret.encode() not in kept


@pytest.mark.parametrize(
    "options",
    [
        ("plan", "--destination", "ftp", "--location", "/x"),
        ("plan", "--time", "25:00", "--destination", "folder", "--location", "/x"),
        ("plan", "--every-hours", "0", "--destination", "folder", "--location", "/x"),
        ("plan", "--folder", "/x"),
        ("plan", "--restic", "/absent"),
        ("restore", "latest"),
    ],
)
def test_wrong_input_is_refused(parclair: CommandLine, options: tuple[str, ...]) -> None:
    parclair.refused("backup", *options)
