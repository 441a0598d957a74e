"""What a Mac says of itself: one call of `system_profiler`, and TeamViewer's preferences. No administrator rights."""

from __future__ import annotations

import json
import plistlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from app.domain.values.pc import Disk, Fact, PcDocument, Platform, WhyUnknown, known, unknown
from app.system.pc_reading import ToolAnswer, ask_tool, count_fact, firmware_fact, first_known, read_facts, text_fact
from app.system.person import user_name

_COMMAND = ["/usr/sbin/system_profiler", "-json", "-detailLevel", "mini", "SPHardwareDataType", "SPSoftwareDataType", "SPStorageDataType"]
_TEAMVIEWER = "Library/Preferences/com.teamviewer.teamviewer.preferences.plist"
_SYSTEM = re.compile(r"(?P<name>.+?)\s+(?P<version>\d[\d.]*)(?:\s+\(.*\))?")
_UNITS = {"KB": 2**10, "MB": 2**20, "GB": 2**30, "TB": 2**40}


def read(run: Callable[[list[str]], ToolAnswer] = ask_tool, root: Path = Path("/"), user: Callable[[], str] = user_name) -> PcDocument:
    """Every fact, or why it is unknown; never raises. Thread: any but Qt's."""
    reading = _Reading(run(_COMMAND), root)
    readers: dict[str, Callable[[], Fact[Any]]] = {
        "name": reading.name,
        "maker": lambda: known("Apple"),
        "model": reading.model,
        "serial": lambda: reading.hardware("serial_number"),
        "os_name": lambda: reading.system("name"),
        "os_version": lambda: reading.system("version"),
        "os_build": lambda: unknown(WhyUnknown.WINDOWS_ONLY),
        "processor": lambda: first_known(reading.hardware("chip_type"), reading.hardware("cpu_type")),
        "memory_bytes": reading.memory,
        "disks": reading.disks,
        "domain": lambda: unknown(WhyUnknown.NO_STANDARD_PLACE),
        "last_user": lambda: text_fact(user()),
        "teamviewer_id": reading.teamviewer_id,
        "antivirus": lambda: unknown(WhyUnknown.NO_STANDARD_PLACE),
    }
    return PcDocument(Platform.MACOS, **read_facts(readers))


class _Reading:
    def __init__(self, answer: ToolAnswer, root: Path) -> None:
        self._root = root
        self._missing = answer.problem or WhyUnknown.NOT_REPORTED
        try:
            found = json.loads(answer.text)
        except ValueError:
            found = {}
        self._answer: Mapping[str, Any] = found if isinstance(found, dict) else {}

    def _rows(self, name: str) -> list[Mapping[str, Any]]:
        found = self._answer.get(name)
        return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []

    def hardware(self, name: str) -> Fact[str]:
        rows = self._rows("SPHardwareDataType")
        found = firmware_fact(rows[0].get(name) if rows else None)
        return unknown(self._missing) if found.unknown is WhyUnknown.NOT_REPORTED else found

    def name(self) -> Fact[str]:
        rows = self._rows("SPSoftwareDataType")
        return text_fact(rows[0].get("local_host_name") if rows else None, self._missing)

    def model(self) -> Fact[str]:
        name, number = self.hardware("machine_name"), self.hardware("machine_model")
        if name.value and number.value:
            return known(f"{name.value} ({number.value})")
        return first_known(name, number)

    def system(self, part: str) -> Fact[str]:
        rows = self._rows("SPSoftwareDataType")
        whole = text_fact(rows[0].get("os_version") if rows else None, self._missing)
        if whole.value is None:
            return whole
        found = _SYSTEM.fullmatch(whole.value)
        return known(found[part]) if found is not None else unknown(WhyUnknown.UNREADABLE, whole.value)

    def memory(self) -> Fact[int]:
        fitted = self.hardware("physical_memory")
        if fitted.value is None:
            return unknown(self._missing)
        number, _, unit = fitted.value.partition(" ")
        count = count_fact(number).value
        return known(count * _UNITS[unit]) if count and unit in _UNITS else unknown(WhyUnknown.UNREADABLE, fitted.value)

    def disks(self) -> Fact[tuple[Disk, ...]]:
        found = []
        for row in self._rows("SPStorageDataType"):
            drive = row.get("physical_drive")
            inside = isinstance(drive, dict) and drive.get("is_internal_disk") == "yes"
            total, free = count_fact(row.get("size_in_bytes")).value, count_fact(row.get("free_space_in_bytes")).value
            # macOS shows its sealed system and the data beside it as two volumes of the same room.
            if inside and total and row.get("mount_point") != "/System/Volumes/Data":
                found.append(Disk(str(row.get("_name", "?")), total, free or 0))
        return known(tuple(found)) if found else unknown(self._missing)

    def teamviewer_id(self) -> Fact[str]:
        place = self._root / _TEAMVIEWER
        if not place.exists():
            return unknown(WhyUnknown.NOT_INSTALLED, "TeamViewer")
        found = count_fact(plistlib.loads(place.read_bytes()).get("ClientID"))
        return known(str(found.value)) if found.value else unknown(WhyUnknown.NEVER_STARTED, "TeamViewer")
