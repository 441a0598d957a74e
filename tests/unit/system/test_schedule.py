"""The tasks handed to Windows' and systemd's schedulers."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from datetime import time
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.domain.errors import StorageError
from app.system import schedule
from app.system.schedule import Task, install, remove, systemd_service, systemd_timer, windows_task

SPACE = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
ODD = Path('/srv/Données & "caisse" 100% $HOME')
TWICE = Task(ODD, (time(12, 30), time(19, 5)))


class Runner:
    """Takes commands and answers with a status; keeps the XML that a task was made of."""

    def __init__(self, status: int = 0) -> None:
        self.status, self.commands, self.xml = status, list[list[str]](), ""

    def __call__(self, arguments: Sequence[str]) -> int:
        self.commands.append(list(arguments))
        if "/XML" in arguments:
            self.xml = Path(arguments[-1]).read_text("utf-16")
        return self.status


def test_the_windows_task_says_when_and_what() -> None:
    runner = Runner()
    install(TWICE, runner, "win32")
    assert runner.commands[0][:5] == ["schtasks", "/Create", "/F", "/TN", TWICE.name]
    assert not Path(runner.commands[0][-1]).exists()
    task = ElementTree.fromstring(runner.xml.replace('encoding="UTF-16"', ""))
    starts = [node.text for node in task.iter(f"{SPACE}StartBoundary")]
    assert starts == ["2024-01-01T12:30:00", "2024-01-01T19:05:00"]
    found = {name: task.find(f".//{SPACE}{name}") for name in ("StartWhenAvailable", "RunLevel", "Command", "Arguments", "LogonType")}
    texts = {name: node.text for name, node in found.items() if node is not None}
    assert texts["StartWhenAvailable"] == "true" and texts["RunLevel"] == "LeastPrivilege" and texts["LogonType"] == "InteractiveToken"
    assert texts["Command"] == sys.executable
    assert texts["Arguments"] and texts["Arguments"].endswith("backup run --scheduled") and '\\"caisse\\"' in texts["Arguments"]


def test_every_few_hours_on_windows() -> None:
    assert "<Interval>PT4H</Interval>" in windows_task(Task(ODD, (), 4))


def test_the_systemd_units_say_when_and_what(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    runner = Runner()
    install(TWICE, runner, "linux")
    units = tmp_path / "systemd/user"
    assert sorted(path.suffix for path in units.iterdir()) == [".service", ".timer"]
    assert runner.commands[-1] == ["systemctl", "--user", "enable", "--now", f"{TWICE.name}.timer"]
    timer = systemd_timer(TWICE)
    assert "OnCalendar=*-*-* 12:30:00 Europe/Paris\nOnCalendar=*-*-* 19:05:00 Europe/Paris\n" in timer and "Persistent=true" in timer
    line = systemd_service(TWICE).split("ExecStart=")[1].strip()
    words = [word.replace("%%", "%").replace("$$", "$") for word in shlex.split(line)]
    assert words == schedule.command(ODD)
    assert "00/6:30:00" in systemd_timer(Task(ODD, (), 6))
    remove(ODD, runner, "linux")
    assert list(units.iterdir()) == []
    before = len(runner.commands)
    remove(ODD, runner, "linux")
    assert len(runner.commands) == before


def test_a_scheduler_that_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for platform in ("win32", "linux", "darwin"):
        with pytest.raises(StorageError):
            install(TWICE, Runner(1), platform)


def test_another_data_folder_is_another_task() -> None:
    assert schedule.task_name(Path("/a")) != schedule.task_name(Path("/b"))
    runner = Runner()
    remove(Path("/a"), runner, "win32")
    assert runner.commands == [["schtasks", "/Delete", "/F", "/TN", schedule.task_name(Path("/a"))]]
