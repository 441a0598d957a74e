"""PCs to test with: what they answered, in `tests/fixtures/pc`, one folder a PC.

`powershell.txt` is what the question of `app.system.pc_powershell` prints there, `registry.reg` what `reg export` writes (as UTF-8).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from app.domain.values.pc import Disk, PcDocument, WhyUnknown
from app.system import pc_windows
from app.system.pc_powershell import parse
from app.system.pc_reading import ToolAnswer
from app.system.pc_windows import WindowsSources
from app.system.registry import View

PCS = Path(__file__).parent / "fixtures" / "pc"
WINDOWS_7, WINDOWS_8, WINDOWS_10 = "windows-7-fr", "windows-8.1-en", "windows-10-22h2-fr"
WINDOWS_11, WINDOWS_11_FR, SERVER_2022 = "windows-11-24h2-en", "windows-11-24h2-fr", "server-2022-fr"
LOCKED_DOWN = "locked-down-fr"
_ROOT = "HKEY_LOCAL_MACHINE\\"
_LINE = re.compile(r'"(?P<name>[^"]+)"=(?:"(?P<text>.*)"|dword:(?P<number>[0-9a-f]{8})|(?P<other>.*))')


class RecordedRegistry:
    """A registry of a 64-bit Windows, from what `reg export` wrote."""

    def __init__(self, path: Path) -> None:
        self.keys: dict[str, dict[str, object]] = {}
        current: dict[str, object] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                current = self.keys.setdefault(line.strip("[]").removeprefix(_ROOT), {})
            elif found := _LINE.fullmatch(line):
                text, number = found["text"], found["number"]
                current[found["name"]] = int(number, 16) if number else (text or "").replace("\\\\", "\\")

    def _path(self, path: str, view: View) -> str:
        if view == 32 and "WOW6432Node" not in path:
            return path.replace("SOFTWARE\\", "SOFTWARE\\WOW6432Node\\", 1)
        return path

    def values(self, path: str, view: View) -> Mapping[str, object] | None:
        """See `app.system.registry.Registry`."""
        return self.keys.get(self._path(path, view))

    def subkeys(self, path: str, view: View) -> Sequence[str]:
        """See `app.system.registry.Registry`."""
        start = self._path(path, view) + "\\"
        return [key.removeprefix(start) for key in self.keys if key.startswith(start)]


def answers_of(name: str) -> ToolAnswer:
    """What PowerShell answered there; blocked where nothing was recorded."""
    path = PCS / name / "powershell.txt"
    return ToolAnswer(path.read_text("utf-8")) if path.exists() else ToolAnswer("", WhyUnknown.BLOCKED)


def sources(name: str, answer: ToolAnswer | None = None) -> WindowsSources:
    """A recorded Windows PC, with another answer of PowerShell where one is given."""
    given = answers_of(name) if answer is None else answer
    disks = (Disk("C:", 255_000_000_000, 99_000_000_000),)
    return WindowsSources(
        lambda: parse(given), RecordedRegistry(PCS / name / "registry.reg"), lambda: 8_000_000_000, lambda: disks, str, str
    )


def windows_pc(name: str) -> PcDocument:
    """What that PC says of itself."""
    return pc_windows.read(sources(name))
