"""What a Linux PC says of itself: the files of its kernel and distribution. No administrator rights, nothing is started."""

from __future__ import annotations

import configparser
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from app.domain.values.pc import Disk, Fact, Membership, PcDocument, Platform, WhyUnknown, known, unknown
from app.system.pc_reading import count_fact, firmware_fact, first_known, read_facts, text_fact
from app.system.person import user_name

_TEAMVIEWER = ("etc/teamviewer/global.conf", "opt/teamviewer/config/global.conf")
_CLIENT_ID = re.compile(r"^\[int32\] ClientID = (\d{6,12})\s*$", re.MULTILINE)
#: Kernels that run in a virtual machine or a container mount these as block devices; they are no disks.
_NO_DISK = re.compile(r"/dev/(?:loop|ram|zram|sr|fd|shm)")


def read(root: Path = Path("/"), user: Callable[[], str] = user_name, usage: Callable[[Path], Disk] | None = None) -> PcDocument:
    """Every fact, or why it is unknown; never raises. Thread: any but Qt's.

    Args:
        root: where the system's files lie; a recorded tree in tests.
        user: who is logged in.
        usage: the size of what is mounted somewhere.
    """
    reading = _Reading(root, user, usage or _usage)
    readers: dict[str, Callable[[], Fact[Any]]] = {
        "name": reading.name,
        "maker": reading.maker,
        "model": reading.model,
        "serial": reading.serial,
        "os_name": reading.os_name,
        "os_version": reading.os_version,
        "os_build": lambda: unknown(WhyUnknown.WINDOWS_ONLY),
        "processor": reading.processor,
        "memory_bytes": reading.memory,
        "disks": reading.disks,
        "domain": reading.domain,
        "last_user": lambda: text_fact(user()),
        "teamviewer_id": reading.teamviewer_id,
        "antivirus": lambda: unknown(WhyUnknown.NO_STANDARD_PLACE),
    }
    return PcDocument(Platform.LINUX, **read_facts(readers))


class _Reading:
    def __init__(self, root: Path, user: Callable[[], str], usage: Callable[[Path], Disk]) -> None:
        self._root, self._user, self._usage = root, user, usage

    def _text(self, *places: str) -> Fact[str]:
        """The first of some files that says something."""
        found = [self._file(place) for place in places]
        return first_known(*found)

    def _file(self, place: str) -> Fact[str]:
        try:
            return firmware_fact((self._root / place).read_text("utf-8", "replace").replace("\0", ""))
        except PermissionError:
            return unknown(WhyUnknown.NO_RIGHTS)
        except OSError:
            return unknown(WhyUnknown.NOT_REPORTED)

    def _lines(self, place: str) -> Iterator[tuple[str, str]]:
        """The `name: value` lines of a file under `/proc`."""
        for line in (self._root / place).read_text("utf-8", "replace").splitlines():
            name, _, value = line.partition(":")
            yield name.strip(), value.strip()

    def name(self) -> Fact[str]:
        return text_fact((self._root / "proc/sys/kernel/hostname").read_text("utf-8", "replace"))

    def maker(self) -> Fact[str]:
        return self._text("sys/class/dmi/id/sys_vendor", "sys/class/dmi/id/board_vendor")

    def model(self) -> Fact[str]:
        # A PC without SMBIOS (a Raspberry Pi) says it in its device tree.
        return self._text("sys/class/dmi/id/product_name", "sys/class/dmi/id/board_name", "proc/device-tree/model")

    def serial(self) -> Fact[str]:
        return self._text("sys/class/dmi/id/product_serial", "proc/device-tree/serial-number")

    def _release(self) -> dict[str, str]:
        pairs = (line.partition("=") for line in (self._root / "etc/os-release").read_text("utf-8", "replace").splitlines())
        return {name.strip(): value.strip().strip("\"'") for name, _, value in pairs}

    def os_name(self) -> Fact[str]:
        release = self._release()
        return first_known(text_fact(release.get("NAME")), text_fact(release.get("PRETTY_NAME")))

    def os_version(self) -> Fact[str]:
        release = self._release()
        return first_known(text_fact(release.get("VERSION_ID")), text_fact(release.get("BUILD_ID")))

    def processor(self) -> Fact[str]:
        found = dict(reversed(list(self._lines("proc/cpuinfo"))))
        return first_known(text_fact(found.get("model name")), text_fact(found.get("Model")), text_fact(found.get("Hardware")))

    def memory(self) -> Fact[int]:
        total = dict(self._lines("proc/meminfo")).get("MemTotal", "").removesuffix("kB").strip()
        kib = count_fact(total)
        return kib if kib.value is None else known(kib.value * 1024)

    def disks(self) -> Fact[tuple[Disk, ...]]:
        found: dict[str, Disk] = {}
        for line in (self._root / "proc/mounts").read_text("utf-8", "replace").splitlines():
            device, place, *_ = line.split()
            # A device that is mounted twice is one disk; the first place is where the system uses it.
            if device.startswith("/dev/") and not _NO_DISK.match(device) and device not in found:
                disk = self._usage(Path(place.replace(r"\040", " ")))
                if disk.total:
                    found[device] = disk
        return known(tuple(found.values())) if found else unknown(WhyUnknown.NOT_REPORTED)

    def domain(self) -> Fact[Membership]:
        settings = configparser.ConfigParser(strict=False, interpolation=None, allow_no_value=True)
        try:
            settings.read_string((self._root / "etc/samba/smb.conf").read_text("utf-8", "replace"))
        except (OSError, configparser.Error):  # no Samba, or one that only Samba understands
            return unknown(WhyUnknown.NO_STANDARD_PLACE)
        kept = next((settings[name] for name in settings.sections() if name.lower() == "global"), None)
        joined = kept is not None and (kept.get("security") or "").strip().lower() in ("ads", "domain")
        name = text_fact(((kept.get("realm") if joined else None) or kept.get("workgroup")) if kept is not None else None).value
        return unknown(WhyUnknown.NO_STANDARD_PLACE) if name is None else known(Membership(name, joined))

    def teamviewer_id(self) -> Fact[str]:
        here = [place for place in _TEAMVIEWER if (self._root / place).exists()]
        for place in here:
            if (found := _CLIENT_ID.search((self._root / place).read_text("utf-8", "replace"))) is not None:
                return known(found[1])
        return unknown(WhyUnknown.NEVER_STARTED if here else WhyUnknown.NOT_INSTALLED, "TeamViewer")


def _usage(place: Path) -> Disk:
    try:
        found = shutil.disk_usage(place)
    except OSError:  # gone meanwhile, or not for this account
        return Disk(str(place), 0, 0)
    return Disk(str(place), found.total, found.free)
