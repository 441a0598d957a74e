from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import dev
import environment
import pytest
import system_packages

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """An empty project folder with its lock files; the list of what the set-up did in it."""
    done: list[str] = []
    (tmp_path / "requirements").mkdir()
    for kind in ("run", "server", "dev"):
        (tmp_path / "requirements" / f"{kind}.txt").write_text(f"# {kind}\n", "utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(environment, "REQUIREMENTS", tmp_path / "requirements")
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "STAMP", tmp_path / ".venv" / "stamp.json")
    monkeypatch.setattr(system_packages, "provide", lambda *, tests: done.append("system for tests" if tests else "system"))

    def create() -> None:
        done.append("venv")
        environment.interpreter().parent.mkdir(parents=True, exist_ok=True)
        environment.interpreter().touch()

    monkeypatch.setattr(environment, "_create_venv", create)
    monkeypatch.setattr(environment, "_install", done.append)
    monkeypatch.setattr(environment, "_compile", lambda: None)
    return done


def test_a_first_run_installs_what_the_program_needs_and_a_second_does_nothing(made: list[str]) -> None:
    assert environment.ensure("run") == environment.interpreter()
    assert made == ["system", "venv", "run"]
    environment.ensure("run")
    assert made == ["system", "venv", "run"]


def test_the_tests_add_their_tools_to_the_same_venv(made: list[str]) -> None:
    environment.ensure("run")
    environment.ensure("dev")
    assert made[3:] == ["system for tests", "dev"]
    environment.ensure("run")
    assert len(made) == 5


def test_a_server_needs_nothing_of_the_system_and_comes_with_the_tests(made: list[str]) -> None:
    environment.ensure("server")
    assert made == ["venv", "server"]
    environment.ensure("dev")
    made.clear()
    environment.ensure("server")
    assert made == []


def test_a_changed_lock_file_is_installed_into_the_same_venv(made: list[str]) -> None:
    environment.ensure("dev")
    made.clear()
    (environment.REQUIREMENTS / "dev.txt").write_text("# newer\n", "utf-8")
    environment.ensure("run")
    assert made == []
    environment.ensure("dev")
    assert made == ["system for tests", "dev"]


def test_another_python_makes_the_venv_anew(made: list[str]) -> None:
    environment.ensure("run")
    made.clear()
    stamp = json.loads(environment.STAMP.read_text("utf-8"))
    environment.STAMP.write_text(json.dumps({**stamp, "python": "3.11.0 /elsewhere"}), "utf-8")
    environment.ensure("run")
    assert made == ["system", "venv", "run"]


@pytest.mark.parametrize("content", ["", "{", "[]", "null"])
def test_a_broken_stamp_is_an_old_stamp(made: list[str], content: str) -> None:
    environment.ensure("run")
    made.clear()
    environment.STAMP.write_text(content, "utf-8")
    environment.ensure("run")
    assert made[-1] == "run"


def test_an_interrupted_installation_is_done_again(made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    environment.ensure("run")

    def fail(kind: str) -> None:
        raise environment.SetupError(f"no connection for {kind}")

    monkeypatch.setattr(environment, "_install", fail)
    with pytest.raises(environment.SetupError):
        environment.ensure("dev")
    monkeypatch.setattr(environment, "_install", made.append)
    made.clear()
    environment.ensure("run")
    assert "run" in made


def test_the_callers_python_settings_do_not_reach_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHOME", "/elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    variables = environment.variables()
    assert "PYTHONDONTWRITEBYTECODE" not in variables
    assert "PYTHONHOME" not in variables
    assert "PIP_USER" not in variables
    assert variables["PYTHONPATH"] == str(ROOT)


@pytest.fixture
def plain_user(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A Linux system that lacks nothing, and a user who may not install."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(system_packages, "_may_install", lambda: False)
    monkeypatch.setattr(system_packages, "_has_font", lambda: True)
    monkeypatch.setattr(system_packages, "_loads", lambda library: bool(library))
    monkeypatch.setattr(shutil, "which", lambda program: f"/usr/bin/{program}")
    return monkeypatch


def test_without_rights_all_that_is_missing_is_named_at_once(plain_user: pytest.MonkeyPatch) -> None:
    plain_user.setattr(system_packages, "_loads", lambda library: library not in ("libEGL.so.1", "libxcb-cursor.so.0"))
    plain_user.setattr(shutil, "which", lambda program: None if program == "pdffonts" else f"/usr/bin/{program}")
    with pytest.raises(environment.SetupError, match="sudo apt-get install libegl1 poppler-utils libxcb-cursor0"):
        system_packages.provide(tests=True)


def test_a_library_that_only_a_screen_needs_stops_nothing(plain_user: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    plain_user.setattr(system_packages, "_loads", lambda library: library != "libxcb-cursor.so.0")
    system_packages.provide(tests=True)
    assert "libxcb-cursor0" in capsys.readouterr().err


def test_the_program_alone_does_without_the_tools_of_the_tests(plain_user: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    plain_user.setattr(shutil, "which", lambda program: None if program == "pdffonts" else f"/usr/bin/{program}")
    system_packages.provide(tests=False)
    assert capsys.readouterr().err == ""


def test_an_unknown_command_is_one_line_and_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["tset"]) == 2
    assert capsys.readouterr().err.startswith("error: unknown command 'tset': expected one of setup, run")


def test_a_command_that_takes_no_argument_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["check", "app"]) == 2
    assert capsys.readouterr().err == "error: check takes no argument: app\n"


def test_help_needs_nothing_installed() -> None:
    done = subprocess.run(
        [sys.executable, "-E", "-S", str(ROOT / "build" / "dev.py"), "--help"], capture_output=True, text=True, check=True
    )
    assert all(name in done.stdout for name in dev.COMMANDS)
