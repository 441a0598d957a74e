"""The server's commands: what they print, what they refuse, and a copy that comes back with a new history."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from app.domain.text import set_language
from app.server import copies, tokens
from app.server.cli import main
from app.server.clock import now
from app.server.database import FILE_NAME, Database, create, open_database
from app.server.organisations import add
from app.server.problems import ApiError
from app.server.tables import organisation
from tests.server.running import ServerProcess


class Commands:
    """`python -m app.server` on one data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *arguments: str, status: int = 0) -> Any:
        """Run a command; its JSON, or what it said of an error."""
        self._capsys.readouterr()
        try:
            ended = main(["--data-dir", str(self.folder), "--json", *arguments])
        finally:
            set_language("fr")
        said = self._capsys.readouterr()
        assert ended == status, said.err
        if status:
            assert said.out == ""
            assert said.err.startswith("error: ") and said.err.count("\n") == 1
            return said.err
        return json.loads(said.out)


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Commands:
    """The commands on an empty folder."""
    return Commands(tmp_path / "server", capsys)


def test_a_port_that_is_taken_is_named_and_nothing_is_made(run: Commands) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = str(other.getsockname()[1])
        said = run("serve", "--port", taken, status=1)
    assert taken in said and "127.0.0.1" in said
    assert "192.0.2.1" in run("serve", "--host", "192.0.2.1", "--port", "0", status=1)
    assert not run.folder.exists()


def test_organisations_are_added_and_listed(run: Commands) -> None:
    assert run("org", "list") == {"organisations": []}
    made = run("org", "add", "Pressing des Tilleuls", "--siren", "552 100 554")["organisation"]
    listed = run("org", "list")["organisations"]
    assert [(one["id"], one["name"], one["siren"], one["devices"]) for one in listed] == [(made, "Pressing des Tilleuls", "552100554", 0)]
    run("org", "add", "Autre", "--siren", "552100554", status=1)
    run("org", "add", "Autre", "--siren", "123", status=2)


def test_devices_are_listed_and_revoked(run: Commands) -> None:
    from app.server.access.activation import admit

    made = run("org", "add", "Pressing", "--siren", "552100554")["organisation"]
    assert len(run("code", "new", made)["code"]) == 14
    database = open_database(run.folder)
    with database.writing() as connection:
        known = admit(connection, made, "Caisse", "1", now()).device
    database.close()
    assert [(one["id"], one["letter"], one["revoked_at"]) for one in run("device", "list", made)["devices"]] == [(known, "A", None)]
    assert run("device", "revoke", known)["device"] == known
    assert run("device", "list", made)["devices"][0]["revoked_at"] is not None
    assert run("org", "list")["organisations"][0]["devices"] == 0
    for arguments in (("device", "revoke", "nobody"), ("device", "list", "nobody"), ("code", "new", "nobody")):
        run(*arguments, status=2)


def test_a_worker_does_what_is_due(run: Commands) -> None:
    assert run("worker", "--once") == {"retried": 0, "sent": 0, "given_up": 0, "waiting": 0, "reason": "", "purged": {}}
    wrong = ("worker", "--once", "--smtp-host", "mail.example", "--mail-from", "nobody", "--public-url", "https://parclair.example")
    assert "mail_from" in run(*wrong, status=2)
    missing = ("--smtp-password-file", str(run.folder / "nothing"))
    right = ("worker", "--once", "--smtp-host", "mail.example", "--mail-from", "a@b.example", "--public-url", "https://parclair.example")
    assert "smtp_password_file" in run(*right, *missing, status=2)


def test_settings_of_mails_come_from_the_environment_too(run: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARCLAIR_SMTP_HOST", "mail.example")
    monkeypatch.setenv("PARCLAIR_MAIL_FROM", "a@b.example")
    for wrong in ("http://parclair.example", "http://localhost.parclair.example", "https://", "ftp://localhost", "https://a b", "http://["):
        monkeypatch.setenv("PARCLAIR_PUBLIC_URL", wrong)
        assert "public_url" in run("worker", "--once", status=2)
    for right in ("https://parclair.example", "http://localhost:8000", "http://[::1]:8000/"):
        monkeypatch.setenv("PARCLAIR_PUBLIC_URL", right)
        assert run("worker", "--once")["sent"] == 0


def test_a_database_that_is_away_is_one_line(run: Commands) -> None:
    for command in (("org", "list"), ("worker", "--once"), ("serve", "--port", "0")):
        said = run("--database-url", "postgresql://nobody:hush@127.0.0.1:9/x", *command, status=1)
        assert "refused" in said and "hush" not in said and "sqlalche.me" not in said
    assert "hush" not in run("--database-url", "postgresql://nobody:hush@127.0.0.1:9/x", "restore", "copy", status=2)
    for wrong in ("mysql://u:hush@h/x", "::::hush"):
        assert "hush" not in run("--database-url", wrong, "org", "list", status=2)
    assert "error: " in run("--data-dir", "/dev/null/x", "org", "list", status=1)


def test_staff_are_listed_and_lose_their_access(run: Commands) -> None:
    token = run("staff", "add", "Camille@inforum.example", "--name", "Camille Rey")["token"]
    assert [(one["email"], one["name"], one["disabled_at"]) for one in run("staff", "list")["staff"]] == [
        ("camille@inforum.example", "Camille Rey", None)
    ]
    assert caller_of(run, token) == "Camille Rey"
    run("staff", "remove", "camille@inforum.example")
    assert run("staff", "list")["staff"][0]["disabled_at"] is not None
    with pytest.raises(ApiError):
        caller_of(run, token)
    # Back again: by the new token alone.
    again = run("staff", "add", "camille@inforum.example")["token"]
    assert caller_of(run, again) == "Camille Rey"
    with pytest.raises(ApiError):
        caller_of(run, token)
    run("staff", "remove", "nobody@inforum.example", status=2)


def caller_of(run: Commands, token: str) -> str:
    """The name of whoever has a token."""
    database = open_database(run.folder)
    try:
        with database.reading() as connection:
            return tokens.caller(connection, token, now()).name
    finally:
        database.close()


@pytest.mark.skipif(os.name != "posix", reason="rights of files as POSIX has them")
def test_nobody_else_on_the_machine_reads_the_records(run: Commands, tmp_path: Path) -> None:
    run("org", "add", "Pressing", "--siren", "552100554")
    run("backup", str(tmp_path / "copy"))
    run("restore", str(tmp_path / "copy"))
    database = open_database(run.folder)
    with database.writing() as connection:
        add(connection, "Autre", "732829320", now())
        seen = {path: path.stat().st_mode & 0o777 for path in (run.folder, *run.folder.iterdir(), tmp_path / "copy")}
    database.close()
    assert set(seen.values()) == {0o700, 0o600}
    assert any(path.name.endswith("-wal") for path in seen)
    assert {path for path, mode in seen.items() if mode == 0o700} == {run.folder}


def test_a_restore_that_stops_halfway_leaves_a_database_and_never_an_old_history(
    run: Commands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut at the worst moment, between putting the old file aside and putting the copy in its place."""
    made = run("org", "add", "Pressing", "--siren", "552100554")["organisation"]
    run("backup", str(tmp_path / "copy"))
    real = Path.replace

    def cut(self: Path, target: Path) -> Path:
        if self.name.endswith(".restoring"):
            raise OSError("the plug")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", cut)
    assert "plug" in run("restore", str(tmp_path / "copy"), status=1)
    monkeypatch.undo()
    assert [one["id"] for one in run("org", "list")["organisations"]] == [made]
    assert not list(run.folder.glob("*.restoring"))


def test_wrong_usage_is_one_line(run: Commands) -> None:
    for arguments in ((), ("nothing",), ("org",), ("serve", "--port", "x"), ("serve", "--port", "70000")):
        run(*arguments, status=2)


def test_a_copy_of_a_running_server_comes_back_with_a_new_history(run: Commands, tmp_path: Path) -> None:
    made = run("org", "add", "Pressing", "--siren", "552100554")["organisation"]
    copy = tmp_path / "copy.sqlite3"
    database = open_database(run.folder)
    with database.writing() as connection:
        epoch = connection.scalar(select(organisation.c.epoch))
        # Somebody writes while the copy is made: the copy has what was committed.
        add(connection, "En cours", "732829320", now())
        other = Database(create(run.folder))
        assert copies.back_up(other, copy) == copy.stat().st_size
        other.close()
    # The server still runs: its file is not taken from under it.
    assert "worker" in run("restore", str(copy), status=1)
    database.close()
    assert [one["name"] for one in run("org", "list")["organisations"]] == ["En cours", "Pressing"]
    assert run("restore", str(copy)) == {"organisations": 1, "access_as_copied": 0}
    listed = run("org", "list")["organisations"]
    assert [one["id"] for one in listed] == [made]
    restored = open_database(run.folder)
    with restored.reading() as connection:
        assert connection.scalar(select(organisation.c.epoch)) != epoch
    restored.close()
    assert (run.folder / f"{FILE_NAME}.before-restore").exists()


def test_a_copy_takes_no_other_file_s_place(run: Commands, tmp_path: Path) -> None:
    run("org", "list")
    copy = tmp_path / "copy.sqlite3"
    assert run("backup", str(copy))["bytes"] > 0
    assert "file" in run("backup", str(copy), status=2)
    run("backup", str(tmp_path / "no folder" / "copy"), status=2)
    assert [path.name for path in tmp_path.glob("copy*")] == ["copy.sqlite3"]


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\x00 and nothing more"])
def test_what_is_no_copy_is_refused_and_nothing_changes(run: Commands, tmp_path: Path, content: bytes) -> None:
    made = run("org", "add", "Pressing", "--siren", "552100554")["organisation"]
    wrong = tmp_path / "wrong"
    wrong.write_bytes(content)
    run("restore", str(wrong), status=2)
    run("restore", str(tmp_path / "nothing"), status=2)
    assert [one["id"] for one in run("org", "list")["organisations"]] == [made]


def test_a_copy_is_restored_into_an_empty_folder(run: Commands, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("org", "add", "Pressing", "--siren", "552100554")
    run("backup", str(tmp_path / "copy"))
    with closing(sqlite3.connect(tmp_path / "copy")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    elsewhere = Commands(tmp_path / "elsewhere", capsys)
    assert elsewhere("restore", str(tmp_path / "copy")) == {"organisations": 1, "access_as_copied": 1}


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert all(name in told for name in ("serve", "org", "code", "device", "staff", "worker", "backup", "restore", "history", "openapi"))


def test_a_head_without_end_is_cut_off(tmp_path: Path) -> None:
    """Nobody fills the server's memory with headers before anything of the request is looked at."""
    server = ServerProcess(tmp_path / "server")
    server.start()
    try:
        with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
            connection.sendall(b"GET /health HTTP/1.1\r\nHost: x\r\n")
            with suppress(ConnectionError):
                for number in range(64):
                    connection.sendall(b"X-%d: " % number + b"a" * 16_384 + b"\r\n")
            answer = b""
            with suppress(ConnectionError):
                answer = connection.recv(100)
        assert not answer or answer.startswith(b"HTTP/1.1 400")
        assert httpx.get(f"{server.url}/health").status_code == 200
    finally:
        server.stop()
