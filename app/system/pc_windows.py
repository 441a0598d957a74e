"""What a Windows PC says of itself: PowerShell first, the registry for what it does not tell. No administrator rights."""

from __future__ import annotations

import platform
import shutil
import string
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.values.pc import Antivirus, AntivirusState, Disk, Fact, Membership, PcDocument, Platform, WhyUnknown, known, unknown
from app.domain.windows_builds import WINDOWS_11, release
from app.system import teamviewer
from app.system.pc_powershell import WindowsAnswers, ask
from app.system.pc_reading import count_fact, firmware_fact, first_known, read_facts, text_fact
from app.system.person import user_name
from app.system.registry import Registry, system_registry

_VERSION = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion"
_FIRMWARE = r"HARDWARE\DESCRIPTION\System\BIOS"
_PROCESSOR = r"HARDWARE\DESCRIPTION\System\CentralProcessor\0"
_NETWORK = r"SYSTEM\CurrentControlSet\Services\Tcpip\Parameters"
_LOGON = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Authentication\LogonUI"

_STATES = {0x0000: AntivirusState.OFF, 0x1000: AntivirusState.ON, 0x2000: AntivirusState.SNOOZED, 0x3000: AntivirusState.EXPIRED}
#: `Win32_OperatingSystem.ProductType` of a client; 2 and 3 are servers.
_WORKSTATION = 1
#: `GetDriveTypeW` of a disk that stays.
_FIXED = 3


@dataclass(frozen=True)
class WindowsSources:
    """Where the facts are read from; recorded ones in tests.

    Attributes:
        ask: what PowerShell answers.
        registry: HKEY_LOCAL_MACHINE; None where it cannot be had.
        memory: bytes the system may use; None when unknown.
        disks: the fixed disks.
        user: who is logged in.
        name: what the computer is called.
    """

    ask: Callable[[], WindowsAnswers]
    registry: Registry | None
    memory: Callable[[], int | None]
    disks: Callable[[], tuple[Disk, ...]]
    user: Callable[[], str]
    name: Callable[[], str] = platform.node


def read(sources: WindowsSources | None = None) -> PcDocument:
    """Every fact, or why it is unknown; never raises. Thread: any but Qt's."""
    reading = _Reading(sources or this_windows())
    readers: dict[str, Callable[[], Fact[Any]]] = {
        "name": reading.name,
        "maker": reading.maker,
        "model": reading.model,
        "serial": reading.serial,
        "os_name": reading.os_name,
        "os_version": reading.os_version,
        "os_build": reading.os_build,
        "processor": reading.processor,
        "memory_bytes": reading.memory,
        "disks": reading.disks,
        "domain": reading.domain,
        "last_user": reading.last_user,
        "teamviewer_id": reading.teamviewer_id,
        "antivirus": reading.antivirus,
    }
    return PcDocument(Platform.WINDOWS, **read_facts(readers))


class _Reading:
    """One reading: PowerShell's answers are asked once, the registry key by key."""

    def __init__(self, sources: WindowsSources) -> None:
        self._sources = sources
        self._answers = sources.ask()
        self._windows = self._key(_VERSION)

    def _key(self, path: str) -> Mapping[str, object]:
        if self._sources.registry is None:
            return {}
        try:
            return self._sources.registry.values(path, 64) or {}
        except OSError:  # a key that this account may not read says nothing
            return {}

    def _told(self, answer: str, name: str, read: Callable[[object], Fact[str]] = text_fact) -> Fact[str]:
        value = self._answers.first(answer).get(name)
        return read(value) if value not in (None, "") else unknown(*self._answers.missing(answer))

    def _made(self, answer: str, name: str) -> Fact[str]:
        """What the machine's maker wrote."""
        return self._told(answer, name, firmware_fact)

    def name(self) -> Fact[str]:
        network = self._key(_NETWORK)
        return first_known(text_fact(network.get("Hostname")), text_fact(network.get("NV Hostname")), text_fact(self._sources.name()))

    def maker(self) -> Fact[str]:
        firmware = firmware_fact(self._key(_FIRMWARE).get("SystemManufacturer"))
        return first_known(self._made("system", "Manufacturer"), firmware, self._made("product", "Vendor"))

    def model(self) -> Fact[str]:
        firmware = firmware_fact(self._key(_FIRMWARE).get("SystemProductName"))
        model = first_known(self._made("system", "Model"), firmware, self._made("product", "Name"))
        # Lenovo writes the type number there, and the name people know in another place.
        named = self._made("product", "Version")
        lenovo = (self.maker().value or "").upper() == "LENOVO"
        if lenovo and model.value and named.value and not named.value.lower().startswith("lenovo"):
            return known(f"{named.value} ({model.value})")
        return model

    def serial(self) -> Fact[str]:
        return first_known(self._made("bios", "SerialNumber"), self._made("product", "IdentifyingNumber"))

    def os_name(self) -> Fact[str]:
        registered = text_fact(self._windows.get("ProductName"))
        found = first_known(self._told("os", "Caption"), registered)
        if found.value is None:
            return found
        name = found.value.replace("®", "").replace("™", "").removeprefix("Microsoft").strip()
        build = self.os_build().value or 0
        if build >= WINDOWS_11 and not self._is_server():
            # Windows 11 still writes « Windows 10 » into its registry.
            name = name.replace("Windows 10", "Windows 11")
        return known(name)

    def os_version(self) -> Fact[str]:
        build = self.os_build().value
        named = "" if build is None or self._is_server() else release(build)
        pack = first_known(self._told("os", "CSDVersion"), text_fact(self._windows.get("CSDVersion")))
        return first_known(
            text_fact(self._windows.get("DisplayVersion")),
            text_fact(named),
            text_fact(self._windows.get("ReleaseId")),
            pack,
            self._told("os", "Version"),
            text_fact(self._windows.get("CurrentVersion")),
        )

    def os_build(self) -> Fact[int]:
        row, windows = self._answers.first("os"), self._windows
        missing, _ = self._answers.missing("os")
        return first_known(
            count_fact(row.get("BuildNumber"), missing),
            count_fact(windows.get("CurrentBuildNumber"), missing),
            count_fact(windows.get("CurrentBuild"), missing),
        )

    def processor(self) -> Fact[str]:
        return first_known(self._told("processor", "Name"), text_fact(self._key(_PROCESSOR).get("ProcessorNameString")))

    def memory(self) -> Fact[int]:
        fitted = [count_fact(row.get("Capacity")).value for row in self._answers.rows.get("memory", ())]
        missing, _ = self._answers.missing("system")
        total = count_fact(sum(fitted)) if fitted and all(fitted) else unknown(missing)  # type: ignore[arg-type]
        usable = count_fact(self._answers.first("system").get("TotalPhysicalMemory"), missing)
        return first_known(total, usable, count_fact(self._sources.memory()))

    def disks(self) -> Fact[tuple[Disk, ...]]:
        found = []
        for row in self._answers.rows.get("disks", ()):
            name, total, free = text_fact(row.get("DeviceID")).value, count_fact(row.get("Size")).value, row.get("FreeSpace")
            if name and total:
                found.append(Disk(name, total, count_fact(free).value or 0))
        found = found or list(self._sources.disks())
        return known(tuple(found)) if found else unknown(*self._answers.missing("disks"))

    def domain(self) -> Fact[Membership]:
        row = self._answers.first("system")
        if row.get("PartOfDomain") is True and (name := text_fact(row.get("Domain")).value):
            return known(Membership(name, joined=True))
        if row.get("PartOfDomain") is False and (name := text_fact(row.get("Workgroup") or row.get("Domain")).value):
            return known(Membership(name, joined=False))
        network = self._key(_NETWORK)
        if (name := text_fact(network.get("Domain") or network.get("NV Domain")).value) is not None:
            return known(Membership(name, joined=True))
        return unknown(*self._answers.missing("system"))

    def last_user(self) -> Fact[str]:
        logon = self._key(_LOGON)
        return first_known(
            self._told("system", "UserName"),
            text_fact(logon.get("LastLoggedOnUser")),
            text_fact(logon.get("LastLoggedOnSAMUser")),
            text_fact(self._sources.user()),
        )

    def teamviewer_id(self) -> Fact[str]:
        registry = self._sources.registry
        if registry is None:
            return unknown(WhyUnknown.BLOCKED)
        found = teamviewer.this_pc(registry)
        if found.id is not None:
            return known(found.id)
        if found.why is not None and "reason" in found.why.values:
            return unknown(WhyUnknown.FAILED, str(found.why.values["reason"]))
        return unknown(WhyUnknown.NEVER_STARTED if found.folder else WhyUnknown.NOT_INSTALLED, "TeamViewer")

    def antivirus(self) -> Fact[tuple[Antivirus, ...]]:
        found = [one for row in self._answers.rows.get("antivirus", ()) if (one := _antivirus(row)) is not None]
        if found:
            return known(tuple(sorted(found, key=lambda one: (one.state is not AntivirusState.ON, one.name))))
        if self._is_server():
            return unknown(WhyUnknown.NO_SECURITY_CENTER)
        return unknown(*self._answers.missing("antivirus"))

    def _is_server(self) -> bool:
        kind = self._answers.first("os").get("ProductType")
        return (isinstance(kind, int) and kind > _WORKSTATION) or str(self._windows.get("InstallationType", "")).startswith("Server")


def _antivirus(row: Mapping[str, Any]) -> Antivirus | None:
    """Windows' security centre packs the state into one number: `0x0000F000` whether it watches, `0x000000F0` whether its signatures are old."""
    name, state = text_fact(row.get("displayName")).value, count_fact(row.get("productState")).value
    if name is None:
        return None
    if state is None:
        return Antivirus(name, AntivirusState.OFF, None)
    return Antivirus(name, _STATES.get(state & 0xF000, AntivirusState.OFF), state & 0xF0 == 0)


def this_windows() -> WindowsSources:
    """The sources of the PC this runs on."""
    return WindowsSources(ask, system_registry(), _memory, _fixed_disks, user_name)


if sys.platform == "win32":
    import ctypes

    class _MemoryStatus(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ulong), ("load", ctypes.c_ulong), ("total", ctypes.c_ulonglong), ("rest", ctypes.c_ulonglong * 6))

    def _memory() -> int | None:
        status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
        return status.total if ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)) else None

    def _fixed_drives() -> list[str]:
        kernel = ctypes.windll.kernel32
        held = kernel.GetLogicalDrives()
        drives = [f"{letter}:" for place, letter in enumerate(string.ascii_uppercase) if held >> place & 1]
        return [drive for drive in drives if kernel.GetDriveTypeW(f"{drive}\\") == _FIXED]

else:

    def _memory() -> int | None:
        return None

    def _fixed_drives() -> list[str]:
        return []


def _fixed_disks() -> tuple[Disk, ...]:
    found = []
    for drive in _fixed_drives():
        try:
            usage = shutil.disk_usage(f"{drive}\\")
        except OSError:  # locked by BitLocker, or no medium
            continue
        found.append(Disk(drive, usage.total, usage.free))
    return tuple(found)
