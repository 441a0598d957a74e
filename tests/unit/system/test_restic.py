"""restic's programs and exit statuses, old and new, played by scripts; what looks at destinations without restic."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.backup_problems import BackupProblem
from app.domain.values.backups import BackupPlan, Destination, DestinationKind
from app.services.backup_access import Access, RunError, open_repository
from app.system import repository_look, restic
from app.system.child import Child, Ended, Ending
from app.system.repository_look import Found, look_at_folder, look_at_host
from app.system.restic import Repository, Restic, Tool, ToolError
from app.system.secrets import SecretStore
from tests.backup_office import PASSWORD, memory_keyring


def script(path: Path, body: str) -> Path:
    path.write_text(f"#!/bin/sh\n{body}\n", "utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def secrets(tmp_path: Path) -> Iterator[SecretStore]:
    with memory_keyring():
        store = SecretStore(tmp_path)
        store.set("backup-password", PASSWORD)
        yield store


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ("restic 0.14.0 compiled with go1.19.8 on linux/amd64", "0.14.0"),
        ("restic 0.17.3 compiled with go1.23.1 on windows/amd64", "0.17.3"),
        ("restic 0.18 compiled", "0.18.0"),
    ],
)
def test_a_version_that_serves(tmp_path: Path, said: str, version: str) -> None:
    assert restic.usable(str(script(tmp_path / "restic", f"echo '{said}'"))).version == version
    assert restic.usable(str(tmp_path)).path == tmp_path / "restic"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("echo 'restic 0.13.1 compiled with go'", BackupProblem.TOO_OLD),
        ("echo 'ls (GNU coreutils) 9.1'", BackupProblem.MISSING),
        ("exit 1", BackupProblem.MISSING),
        ("echo 'restic 0.16.0'; exit 3", BackupProblem.MISSING),
    ],
)
def test_a_program_that_does_not_serve(tmp_path: Path, body: str, problem: BackupProblem) -> None:
    with pytest.raises(ToolError) as refused:
        restic.usable(str(script(tmp_path / "restic", body)))
    assert refused.value.problem is problem and str(refused.value.text)


@pytest.mark.parametrize(
    ("version", "command"), [("0.14.0", "rebuild-index --json"), ("0.16.4", "repair --json index"), ("1.0.0", "repair --json index")]
)
def test_the_index_is_mended_by_the_command_the_version_has(tmp_path: Path, version: str, command: str) -> None:
    program = script(tmp_path / "restic", 'echo "$@" > "$0.args"')
    assert Restic(Tool(program, version), Repository("local:/x", "m0t"), tmp_path).repair_index(20).ok
    assert (tmp_path / "restic.args").read_text("utf-8").strip() == command


def test_a_program_in_the_folder_in_use_is_never_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted, proper = script(tmp_path / "restic", "echo"), tmp_path / "bin"
    proper.mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join(("", ".", str(proper))))
    assert planted.is_file() and restic.find() is None
    (proper / "restic").write_bytes(b"no program")
    assert restic.find() is None, "not to be started"
    assert restic.find(str(script(proper / "restic", "echo"))) == restic.find() == proper / "restic"


def test_secrets_reach_restic_by_its_environment_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESTIC_PASSWORD_FILE", "/etc/passwd")
    monkeypatch.setenv("AWS_PROFILE", "perso")
    monkeypatch.setenv("PARCLAIR_BACKUP_PASSWORD", "hérité")
    program = script(tmp_path / "restic", 'env > "$0.env"; tr "\\0" " " < /proc/$$/cmdline > "$0.args"; exit 12')
    repository = Repository("rest:http://u:s3cret@h/", "m0t", {"AWS_SECRET_ACCESS_KEY": "cl3"})
    outcome = Restic(Tool(program, "0.17.0"), repository, tmp_path).run("cat", ("--no-lock",), ("config",))
    assert outcome.code == restic.WRONG_PASSWORD and not outcome.ok
    environment = (tmp_path / "restic.env").read_text("utf-8")
    for kept in ("RESTIC_REPOSITORY=rest:http://u:s3cret@h/", "RESTIC_PASSWORD=m0t", "AWS_SECRET_ACCESS_KEY=cl3"):
        assert kept in environment
    assert not any(name in environment for name in ("RESTIC_PASSWORD_FILE", "AWS_PROFILE", "hérité"))
    arguments = (tmp_path / "restic.args").read_text("utf-8")
    assert arguments.endswith("cat --json --no-lock -- config ") and not any(word in arguments for word in ("s3cret", "m0t", "cl3"))


@pytest.mark.parametrize(
    ("status", "problem"),
    [
        (1, BackupProblem.REFUSED),
        (10, BackupProblem.NOT_A_REPOSITORY),
        (12, BackupProblem.WRONG_PASSWORD),
    ],
)
def test_exit_statuses_of_newer_versions(tmp_path: Path, secrets: SecretStore, status: int, problem: BackupProblem) -> None:
    """On a destination that only restic can look into."""
    program = script(tmp_path / "restic", f'[ "$1" = version ] && echo "restic 0.17.0 compiled" && exit 0\nexit {status}')
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/seau"
        plan = BackupPlan(Destination(DestinationKind.S3, address, "AK"))
        with pytest.raises(RunError) as refused:
            open_repository(Access(plan, tmp_path, secrets, tool=str(program)), lambda: False, create=False)
    assert refused.value.problem is problem


def test_s3_and_sftp_that_nobody_serves(tmp_path: Path, secrets: SecretStore) -> None:
    program = script(tmp_path / "restic", 'echo "restic 0.17.0 compiled"')
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    for kind, location in ((DestinationKind.S3, f"http://127.0.0.1:{port}/seau"), (DestinationKind.SFTP, f"127.0.0.1:{port}/x")):
        plan = BackupPlan(Destination(kind, location))
        with pytest.raises(RunError) as refused:
            open_repository(Access(plan, tmp_path, secrets, tool=str(program)), lambda: False, create=True)
        assert refused.value.problem is BackupProblem.UNREACHABLE
    assert look_at_host("nom.invalid", 22, 5).found is Found.UNREACHABLE


def test_a_folder_in_every_state(tmp_path: Path) -> None:
    assert look_at_folder(tmp_path / "a" / "b").found is Found.UNREACHABLE
    assert look_at_folder(tmp_path / "a").found is Found.NOTHING
    folder = tmp_path / "repo"
    folder.mkdir()
    assert look_at_folder(folder).found is Found.NOTHING
    (folder / "lost+found").mkdir()
    assert look_at_folder(folder).found is Found.NOTHING
    (folder / "data").mkdir()
    assert look_at_folder(folder).found is Found.DAMAGED
    (folder / "config").write_bytes(b"")
    assert look_at_folder(folder).found is Found.DAMAGED
    (folder / "config").write_bytes(os.urandom(155))
    assert look_at_folder(folder).found is Found.DAMAGED
    (folder / "keys").mkdir()
    (folder / "keys" / ("0" * 64)).write_text('{"kdf": "scrypt", "data": ""}', "utf-8")
    assert look_at_folder(folder).found is Found.REPOSITORY
    (folder / "config").write_text("<html>Bonjour à tous</html>" * 9, "utf-8")
    assert look_at_folder(folder).found is Found.NOT_A_REPOSITORY
    assert look_at_folder(folder / "config").found is Found.NOT_A_REPOSITORY


def test_room_is_proven_by_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert repository_look.no_room(tmp_path) is None
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr(repository_look, "ROOM", 2**62)
    assert "Mio" in str(repository_look.no_room(tmp_path))


def test_a_program_is_stopped_with_all_its_children(tmp_path: Path) -> None:
    program = script(tmp_path / "busy", f"sleep 300 & echo $! > {tmp_path}/child\necho '{{}}'\nwait")
    seen: list[bytes] = []
    started = time.monotonic()
    ended = Child([str(program)], dict(os.environ)).run(seen.append, lambda _: None, cancelled=lambda: bool(seen))
    assert ended.ending is Ending.CANCELLED and seen == [b"{}\n"]
    child = int((tmp_path / "child").read_text("utf-8"))
    while _alive(child) and time.monotonic() - started < 30:
        time.sleep(0.02)  # a killed process is gone when the system comes round to it
    assert time.monotonic() - started < 30 and not _alive(child)


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8").rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def test_a_program_that_is_silent_too_long_is_stopped(tmp_path: Path) -> None:
    nothing: list[bytes] = []
    for seconds, quiet_seconds in ((0.5, None), (None, 0.5)):
        child = Child([sys.executable, "-c", "import time; time.sleep(300)"], dict(os.environ))
        ended = child.run(nothing.append, nothing.append, seconds=seconds, quiet_seconds=quiet_seconds)
        assert ended.ending is Ending.TIMED_OUT


def test_input_larger_than_a_pipe_and_output_on_both_sides() -> None:
    lines: list[bytes] = []
    code = "import sys; data = sys.stdin.buffer.read(); print(len(data)); print('x' * 200000, file=sys.stderr)"
    errors: list[bytes] = []
    ended = Child([sys.executable, "-c", code], dict(os.environ)).run(lines.append, errors.append, given=b"a" * 1_000_000)
    assert ended == Ended(Ending.EXITED, 0) and lines == [b"1000000\n"] and len(b"".join(errors)) == 200_001
