"""The operating system's own scheduler, so that backups run while the window is closed: Windows' Task Scheduler, systemd's user timers.

Both start a run that was missed as soon as the PC is on again. The command is this program's `backup run --scheduled`.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from xml.sax.saxutils import escape

from app.domain.errors import StorageError
from app.domain.text import msg

Runner = Callable[[Sequence[str]], int]
_ZONE = "Europe/Paris"


@dataclass(frozen=True)
class Task:
    """What is to be started, and when: at `times` of each day, or every `every_hours` hours where that is not 0."""

    data_folder: Path
    times: tuple[time, ...]
    every_hours: int = 0

    @property
    def name(self) -> str:
        """One task for each data folder."""
        return task_name(self.data_folder)


def task_name(data_folder: Path) -> str:
    """The task's name: the same for the same data folder."""
    return "parclair-backup-" + hashlib.sha256(os.fsencode(data_folder.absolute())).hexdigest()[:8]


def command(data_folder: Path) -> list[str]:
    """The command line that backs that data folder up."""
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
    return [*start, "--data-dir", str(data_folder.absolute()), "backup", "run", "--scheduled"]


def working_folder() -> Path:
    """Where that command is started: the program's own folder."""
    return Path(sys.executable).parent if getattr(sys, "frozen", False) else Path(__file__).resolve().parents[2]


def windows_task(task: Task) -> str:
    """The task as Windows' Task Scheduler reads it: of the person logged in, without a password and without more rights."""
    program, *arguments = command(task.data_folder)
    if task.every_hours:
        triggers = (
            "<TimeTrigger><StartBoundary>2024-01-01T00:30:00</StartBoundary><Enabled>true</Enabled>"
            f"<Repetition><Interval>PT{task.every_hours}H</Interval><StopAtDurationEnd>false</StopAtDurationEnd></Repetition></TimeTrigger>"
        )
    else:
        triggers = "".join(
            f"<CalendarTrigger><StartBoundary>2024-01-01T{moment:%H:%M}:00</StartBoundary><Enabled>true</Enabled>"
            "<ScheduleByDay><DaysInterval>1</DaysInterval></ScheduleByDay></CalendarTrigger>"
            for moment in task.times
        )
    return f"""<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>Parclair</Description></RegistrationInfo>
  <Triggers>{triggers}</Triggers>
  <Principals><Principal id="Author"><LogonType>InteractiveToken</LogonType><RunLevel>LeastPrivilege</RunLevel></Principal></Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <WakeToRun>false</WakeToRun>
    <ExecutionTimeLimit>PT23H</ExecutionTimeLimit>
    <Priority>7</Priority>
    <Hidden>true</Hidden>
  </Settings>
  <Actions Context="Author"><Exec>
    <Command>{escape(program)}</Command>
    <Arguments>{escape(subprocess.list2cmdline(arguments))}</Arguments>
    <WorkingDirectory>{escape(str(working_folder()))}</WorkingDirectory>
  </Exec></Actions>
</Task>
"""


def systemd_service(task: Task) -> str:
    """The unit that backs up once."""
    line = " ".join(_quoted(word) for word in command(task.data_folder))
    return (
        "[Unit]\nDescription=Parclair\n\n[Service]\nType=oneshot\nNice=10\nIOSchedulingClass=idle\n"
        f"WorkingDirectory={_specifiers(str(working_folder()))}\nExecStart={line}\n"
    )


def systemd_timer(task: Task) -> str:
    """The timer that starts it, also for a time that was missed."""
    if task.every_hours:
        moments = f"OnCalendar=*-*-* 00/{task.every_hours}:30:00 {_ZONE}\n"
    else:
        moments = "".join(f"OnCalendar=*-*-* {moment:%H:%M}:00 {_ZONE}\n" for moment in task.times)
    return (
        f"[Unit]\nDescription=Parclair\n\n[Timer]\n{moments}Persistent=true\nRandomizedDelaySec=60\n\n[Install]\nWantedBy=timers.target\n"
    )


def install(task: Task, run: Runner | None = None, platform: str = sys.platform) -> None:
    """Hand the task to the operating system, in place of an older one for the same data folder.

    Raises:
        StorageError: this system has no such scheduler, or it refused.
    """
    run = run or _run
    if platform == "win32":
        _install_windows(task, run)
    elif platform.startswith("linux"):
        _install_systemd(task, run)
    else:
        raise StorageError(
            msg("Ce système n’a pas de planificateur connu de Parclair\u00a0: les sauvegardes se font tant que la fenêtre est ouverte.")
        )


def remove(data_folder: Path, run: Runner | None = None, platform: str = sys.platform) -> None:
    """Take the task back; does nothing where there is none."""
    run = run or _run
    name = task_name(data_folder)
    if platform == "win32":
        run(["schtasks", "/Delete", "/F", "/TN", name])
    elif platform.startswith("linux"):
        folder = units_folder()
        if (folder / f"{name}.timer").exists():
            run(["systemctl", "--user", "disable", "--now", f"{name}.timer"])
            for suffix in ("timer", "service"):
                (folder / f"{name}.{suffix}").unlink(missing_ok=True)
            run(["systemctl", "--user", "daemon-reload"])


def units_folder() -> Path:
    """Where systemd reads the units of the person logged in."""
    configured = os.environ.get("XDG_CONFIG_HOME", "")
    return (Path(configured) if configured else Path.home() / ".config") / "systemd" / "user"


def _install_windows(task: Task, run: Runner) -> None:
    handle, name = tempfile.mkstemp(suffix=".xml")
    os.close(handle)
    description = Path(name)
    try:
        description.write_text(windows_task(task), "utf-16")
        if run(["schtasks", "/Create", "/F", "/TN", task.name, "/XML", name]) != 0:
            raise _refused()
    finally:
        description.unlink(missing_ok=True)


def _install_systemd(task: Task, run: Runner) -> None:
    folder = units_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{task.name}.service").write_text(systemd_service(task), "utf-8")
        (folder / f"{task.name}.timer").write_text(systemd_timer(task), "utf-8")
    except OSError as error:
        raise _refused() from error
    if run(["systemctl", "--user", "daemon-reload"]) != 0 or run(["systemctl", "--user", "enable", "--now", f"{task.name}.timer"]) != 0:
        raise _refused()


def _refused() -> StorageError:
    return StorageError(
        msg(
            "Le planificateur du système a refusé la tâche\u00a0: les sauvegardes se font tant que la fenêtre est ouverte. Le plan est enregistré."
        )
    )


def _quoted(word: str) -> str:
    """A word of a systemd command line, whatever is in it."""
    text = word.replace("\\", "\\\\").replace('"', '\\"').replace("$", "$$").replace("\n", "\\n")
    return f'"{_specifiers(text)}"'


def _specifiers(text: str) -> str:
    return text.replace("%", "%%")


def _run(arguments: Sequence[str]) -> int:
    try:
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW
            # Windows' own program, not one of that name in the folder in use.
            system = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32"
            arguments = [str(system / f"{arguments[0]}.exe"), *arguments[1:]]
        else:
            flags = 0
        done = subprocess.run(arguments, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False, creationflags=flags)
    except (OSError, subprocess.TimeoutExpired):
        return 1
    return done.returncode
