"""The command line as a process: what it imports, what it writes where, and folders that are not as they should be."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app import bootstrap
from app.system.single_instance import InstanceLock
from tests.command_line import CommandLine

ROOT = Path(__file__).resolve().parents[2]


def started(*arguments: str, shell: str | None = None, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """`python -m app ARGUMENTS` in a process of its own; `shell` may say what its output is joined to."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **variables}
    command = [sys.executable, "-m", "app", *arguments]
    if shell is not None:
        return subprocess.run(["bash", "-c", shell, "bash", *command], env=environment, capture_output=True, timeout=60, check=False)
    return subprocess.run(command, env=environment, capture_output=True, timeout=60, check=False)


def imported(*arguments: str) -> set[str]:
    """The top-level packages a command imports."""
    code = "import sys; from app.__main__ import main; main(sys.argv[1:]); sys.stderr.write('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, timeout=60, check=True
    )
    return {name.split(".")[0] for name in done.stderr.decode().splitlines()}


def test_a_quote_starts_light(tmp_path: Path) -> None:
    found = imported("quote", "gesticlean-support", "5", "--json")
    assert "pydantic" in found
    assert not found & {"PySide6", "shiboken6", "sqlalchemy", "alembic", "reportlab", "holidays", "stdnum", "httpx"}


def test_no_command_imports_qt(tmp_path: Path) -> None:
    folder = ("--data-dir", str(tmp_path / "data"))
    for command in (
        ("demo",),
        ("contract", "list"),
        ("contract", "pdf", "C26-A-0001", "-o", str(tmp_path / "x.pdf")),
        ("doctor",),
        ("equipment", "list"),
    ):
        assert not imported(*folder, *command) & {"PySide6", "shiboken6", "fastapi"}, command


def test_utf8_whatever_the_locale() -> None:
    done = started(
        "quote", "gesticlean-support", "2", "--option", "conveyor_link", LC_ALL="C", LANG="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0"
    )
    assert done.returncode == 0 and done.stderr == b""
    assert "55,00 €" in done.stdout.decode("utf-8")
    refused = started("quote", "gesticlean-support", "é€", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert refused.returncode == 2 and "refusé" in refused.stderr.decode("utf-8")


def test_the_language_of_the_system_unless_another_is_asked_for() -> None:
    assert "ne vaut pas facture" in started("quote", "gesticlean-support", "1", LC_ALL="de_DE.UTF-8").stdout.decode()
    assert "not an invoice" in started("quote", "gesticlean-support", "1", LC_ALL="en_GB.UTF-8").stdout.decode()
    assert "not an invoice" in started("--lang", "en", "quote", "gesticlean-support", "1").stdout.decode()
    assert "ne vaut pas facture" in started("--lang=fr", "quote", "gesticlean-support", "1", LC_ALL="en_GB.UTF-8").stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a POSIX shell")
def test_a_reader_that_leaves_is_no_error() -> None:
    done = started("--demo", "equipment", "list", "--limit", "100000", "--json", shell='"$@" | true; echo ${PIPESTATUS[0]}')
    assert done.stdout == b"0\n" and done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_one_line() -> None:
    for arguments in (("quote", "gesticlean-support", "1"), ("--help",)):
        done = started(*arguments, shell='"$@" > /dev/full')
        assert done.returncode == 1 and done.stderr.decode().count("\n") == 1 and done.stderr.startswith(b"error: ")


def test_help_everywhere(parclair: CommandLine) -> None:
    for arguments in ((), ("quote",), ("contract",), ("contract", "add"), ("equipment", "add"), ("offers", "check"), ("doctor",)):
        for language, word in (("fr", "utilisation"), ("en", "usage")):
            outcome = parclair(*arguments, "--help", before=("--lang", language))
            assert outcome.status == 0 and outcome.err == "" and outcome.out.startswith(word), (arguments, outcome)
            assert "python -m app" in outcome.out and "traceback" not in outcome.out.lower()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nope",), "commande « nope » inconnue"),
        (("quote",), "il manque : OFFER, QUANTITY"),
        (("quote", "gesticlean-support", "1", "--colour"), "arguments inconnus : --colour"),
        (("quote", "gesticlean-support", "1", "--option"), "--option attend une valeur"),
        (("contract",), "il manque : ACTION"),
        (("contract", "sing", "X"), "« sing » est inconnu. Connus : add, list"),
        (("contract", "show"), "il manque : NUMBER"),
        (("--lang", "de", "doctor"), "lang : « de »"),
        (("doctor", "--json=yes"), "--json"),
        (("--data-dir",), "--data-dir attend une valeur"),
        (("--data-dir", "", "doctor"), "data_dir : «  » refusé"),
        (("company", "set", "a\x1b[31m\nb", "c"), "field : « a [31m b »"),
        (("contract", "show", "\udcff"), "UTF-8"),
    ],
)
def test_wrong_usage_is_one_line(parclair: CommandLine, arguments: tuple[str, ...], said: str) -> None:
    assert said in parclair.refused(*arguments)


def test_wrong_usage_in_english(parclair: CommandLine) -> None:
    assert "missing" in parclair("quote", before=("--lang", "en")).err


def test_a_bug_is_one_line_and_a_log(parclair: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.setattr(bootstrap, "known_offers", broken)
    said = parclair.refused("offers", status=1)
    assert "ZeroDivisionError: two" in said and str(parclair.folder / "parclair.log") in said
    assert "Traceback" in (parclair.folder / "parclair.log").read_text("utf-8")


def test_the_doctor_of_a_sound_folder(parclair: CommandLine) -> None:
    for _ in range(2):
        found = parclair.json("doctor")
        checks = {check["id"]: check for check in found["checks"]}
        assert found["ok"] is True and all(check["detail"] for check in checks.values())
        assert set(checks) >= {"version", "folder", "schema", "database", "local_copies", "keyring", "server", "offers"}
        parclair.json("company", "set", "name", "A")
    assert str(parclair.folder) in parclair("doctor").out


def test_a_folder_that_is_a_file(parclair: CommandLine) -> None:
    parclair.folder.write_text("mine", "utf-8")
    for command in (("company", "show"), ("company", "set", "name", "A"), ("contract", "list"), ("demo",)):
        assert "accessible en écriture" in parclair.refused(*command, status=1)
    assert not parclair.json("doctor", status=1)["ok"]
    assert parclair.folder.read_text("utf-8") == "mine"


def test_a_newer_database_is_left_alone(parclair: CommandLine) -> None:
    parclair.json("company", "set", "name", "A")
    database = parclair.folder / "parclair.sqlite3"
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    for command in (("company", "show"), ("company", "set", "name", "B")):
        said = parclair.refused(*command, status=1)
        assert "version plus récente" in said and "9999" in said
    checks = {check["id"]: check["ok"] for check in parclair.json("doctor", status=1)["checks"]}
    assert checks["schema"] is False and checks["database"] is True
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT name FROM organisation").fetchall() == [("A",)]


def test_a_damaged_database_is_told_then_restored(parclair: CommandLine) -> None:
    parclair.json("company", "set", "name", "Avant")
    database = parclair.folder / "parclair.sqlite3"
    content = bytearray(database.read_bytes())
    content[100:8192] = b"\x5a" * (8192 - 100)
    database.write_bytes(content)
    assert "endommagée" in parclair.refused("company", "show", status=1)
    assert database.read_bytes() == content
    checks = {check["id"]: check["ok"] for check in parclair.json("doctor", status=1)["checks"]}
    assert checks["database"] is False
    outcome = parclair("company", "set", "city", "Annecy", "--json")
    assert outcome.status == 0 and outcome.document["name"] == "Avant" and "copie du" in outcome.err
    (aside,) = parclair.folder.glob("damaged-*/parclair.sqlite3")
    assert aside.read_bytes() == content


def test_a_folder_that_a_window_holds(parclair: CommandLine) -> None:
    parclair.json("company", "set", "name", "A")
    lock = InstanceLock(parclair.folder)
    lock.acquire("window")
    try:
        assert "utilise déjà" in parclair.refused("company", "set", "name", "B", status=1)
        assert parclair.json("company", "show")["name"] == "A"
    finally:
        lock.release()


def test_commands_wait_for_one_another(tmp_path: Path) -> None:
    folder = str(tmp_path / "data")
    assert started("--data-dir", folder, "company", "set", "name", "A").returncode == 0
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "app", "--data-dir", folder, "person", "add"]
    running = [subprocess.Popen([*command, f"P{n}"], env=environment, stdout=subprocess.DEVNULL) for n in range(3)]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    listed = json.loads(started("--data-dir", folder, "person", "list", "--json").stdout)
    assert sorted(person["name"] for person in listed["people"]) == ["P0", "P1", "P2"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_a_window_without_a_display_says_so() -> None:
    done = started("--demo", QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 1 and done.stderr.decode().startswith("error: aucun écran") and done.stdout == b""
