"""What Linux PCs and Macs say of themselves; and the PC these tests run on, for real."""

from __future__ import annotations

import json
import plistlib
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.values.pc import Disk, Membership, PcDocument, Platform, WhyUnknown, unknown
from app.system import pc_linux, pc_macos, this_pc
from app.system.pc_reading import ToolAnswer, ask_tool, count_fact, firmware_fact
from tests.recorded_pcs import PCS

GIB = 2**30


def linux_tree(root: Path, **more: str) -> Path:
    """The files of a PC under Ubuntu; `more` by their place with `__` for `/`."""
    files = {
        "sys__class__dmi__id__sys_vendor": "HP\n",
        "sys__class__dmi__id__product_name": "HP EliteDesk 800 G4 DM 35W\n",
        "sys__class__dmi__id__product_serial": "8CC9120XYZ\n",
        "etc__os-release": 'PRETTY_NAME="Ubuntu 24.04.1 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\n',
        "proc__sys__kernel__hostname": "accueil\n",
        "proc__cpuinfo": "processor\t: 0\nmodel name\t: Intel(R) Core(TM) i5-8500T CPU @ 2.10GHz\n\nprocessor\t: 1\nmodel name\t: other\n",
        "proc__meminfo": "MemTotal:       16218036 kB\nMemFree:         1218036 kB\n",
        "proc__mounts": (
            "sysfs /sys sysfs rw 0 0\n/dev/nvme0n1p2 / ext4 rw 0 0\n/dev/nvme0n1p2 /var/snap ext4 rw 0 0\n"
            "/dev/loop3 /snap/core22 squashfs ro 0 0\n/dev/sda1 /mnt/Donn\u00e9es\\0401 ext4 rw 0 0\n"
            "//nas/partage /mnt/nas cifs rw 0 0\n"
        ),
        **more,
    }
    for name, text in files.items():
        place = root / name.replace("__", "/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return root


def linux(root: Path) -> PcDocument:
    return pc_linux.read(root, lambda: "zoé", lambda place: Disk(str(place), 500 * GIB, 200 * GIB))


def test_a_linux_pc(tmp_path: Path) -> None:
    pc = linux(linux_tree(tmp_path))
    assert (pc.platform, pc.maker.value, pc.model.value, pc.serial.value) == (
        Platform.LINUX,
        "HP",
        "HP EliteDesk 800 G4 DM 35W",
        "8CC9120XYZ",
    )
    assert (pc.name.value, pc.os_name.value, pc.os_version.value, pc.last_user.value) == ("accueil", "Ubuntu", "24.04", "zoé")
    assert pc.processor.value == "Intel(R) Core(TM) i5-8500T CPU @ 2.10GHz"
    assert pc.memory_bytes.value == 16_218_036 * 1024
    assert pc.disks.value == (Disk("/", 500 * GIB, 200 * GIB), Disk("/mnt/Données 1", 500 * GIB, 200 * GIB))
    assert str(pc.os_build.why_unknown) == "n’existe que sous Windows"
    assert str(pc.teamviewer_id.why_unknown) == "TeamViewer n’est pas installé sur ce poste"
    assert pc.antivirus.unknown is WhyUnknown.NO_STANDARD_PLACE


def test_a_linux_pc_with_samba_and_teamviewer(tmp_path: Path) -> None:
    samba = "[global]\n  workgroup = PRESSING\n  security = {}\n  realm = tilleuls.example\n  load printers\n[homes]\n  browseable = no\n"
    conf = "TeamViewer User Settings\n# comment\n[int32] ClientID = 1204558833\n[strng] Version = 15\n"
    workgroup = linux(linux_tree(tmp_path / "1", etc__samba__smb__conf=""))
    assert workgroup.domain.unknown is WhyUnknown.NO_STANDARD_PLACE
    for place, text, expected in (
        ("2", samba.format("user"), Membership("PRESSING", joined=False)),
        ("3", samba.format("ads"), Membership("tilleuls.example", joined=True)),
    ):
        root = linux_tree(tmp_path / place, **{"etc__samba__smb.conf": text, "etc__teamviewer__global.conf": conf})
        assert linux(root).domain.value == expected
        assert linux(root).teamviewer_id.value == "1204558833"
    root = linux_tree(tmp_path / "4", **{"etc__samba__smb.conf": "workgroup = PRESSING\n", "etc__teamviewer__global.conf": "\n"})
    assert linux(root).domain.unknown is WhyUnknown.NO_STANDARD_PLACE
    assert linux(root).teamviewer_id.unknown is WhyUnknown.NEVER_STARTED


def test_a_raspberry_pi_has_no_firmware_table(tmp_path: Path) -> None:
    root = linux_tree(
        tmp_path,
        **{"proc__device-tree__model": "Raspberry Pi 4 Model B Rev 1.4\0", "proc__device-tree__serial-number": "10000000a1b2c3d4\0"},
    )
    for name in ("sys_vendor", "product_name", "product_serial"):
        (root / "sys/class/dmi/id" / name).unlink()
    (root / "proc/cpuinfo").write_text("processor\t: 0\nBogoMIPS\t: 108.00\n\nModel\t\t: Raspberry Pi 4 Model B Rev 1.4\n", "utf-8")
    pc = linux(root)
    assert (pc.model.value, pc.serial.value, pc.maker.unknown) == (
        "Raspberry Pi 4 Model B Rev 1.4",
        "10000000a1b2c3d4",
        WhyUnknown.NOT_REPORTED,
    )


def test_a_serial_number_that_only_administrators_may_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, plain = linux_tree(tmp_path), Path.read_text

    def guarded(path: Path, *arguments: str) -> str:
        if path.name == "product_serial":
            raise PermissionError
        return plain(path, *arguments)

    monkeypatch.setattr(Path, "read_text", guarded)
    assert str(linux(root).serial.why_unknown) == "réservé aux administrateurs de ce poste"


def test_an_empty_tree_says_why_of_everything(tmp_path: Path) -> None:
    pc = pc_linux.read(tmp_path, str)
    assert all(fact.value is None and str(fact.why_unknown) for fact in pc.facts().values())


# Macs --------------------------------------------------------------------------------------------------------------------------------


def mac(text: str, root: Path, problem: WhyUnknown | None = None) -> PcDocument:
    return pc_macos.read(lambda _: ToolAnswer(text, problem), root, lambda: "zoe")


def test_a_mac(tmp_path: Path) -> None:
    place = tmp_path / "Library/Preferences/com.teamviewer.teamviewer.preferences.plist"
    place.parent.mkdir(parents=True)
    place.write_bytes(plistlib.dumps({"ClientID": 1204558833}, fmt=plistlib.FMT_BINARY))
    pc = mac((PCS / "macos-14" / "system_profiler.json").read_text("utf-8"), tmp_path)
    assert pc.name.value == "MacBook Air de Zoé"
    assert (pc.maker.value, pc.model.value, pc.serial.value) == ("Apple", "MacBook Air (Mac14,2)", "HX7LQ2V0PC")
    assert (pc.os_name.value, pc.os_version.value, pc.processor.value) == ("macOS", "14.6.1", "Apple M2")
    assert (pc.memory_bytes.value, pc.last_user.value, pc.teamviewer_id.value) == (16 * GIB, "zoe", "1204558833")
    assert pc.disks.value == (Disk("Macintosh HD", 494_384_795_648, 312_475_648_000),)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"SPHardwareDataType": 3}', '{"SPHardwareDataType": [], "SPStorageDataType": [{}]}'])
def test_a_mac_that_does_not_answer_says_so(tmp_path: Path, text: str) -> None:
    pc = mac(text, tmp_path, WhyUnknown.TIMED_OUT)
    assert pc.serial.unknown is WhyUnknown.TIMED_OUT and pc.disks.unknown is WhyUnknown.TIMED_OUT
    assert pc.teamviewer_id.unknown is WhyUnknown.NOT_INSTALLED


def test_what_a_mac_says_otherwise_than_expected_is_told(tmp_path: Path) -> None:
    answer = {"SPHardwareDataType": [{"physical_memory": "beaucoup"}], "SPSoftwareDataType": [{"os_version": "macOS"}]}
    pc = mac(json.dumps(answer), tmp_path)
    assert str(pc.memory_bytes.why_unknown) == "réponse illisible\u00a0: «\u00a0beaucoup\u00a0»"
    assert pc.os_version.unknown is WhyUnknown.UNREADABLE


# Readings ----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "To Be Filled By O.E.M.",
        "to be filled by o.e.m",
        "System Product Name",
        "System manufacturer",
        "Default string",
        "None",
        "0",
        "00000000",
        "xxxxxxxx",
        "........",
        "Not Specified",
        "N/A",
        "123456789",
        "OEM",
        "  INVALID ",
    ],
)
def test_what_makers_leave_behind_counts_as_unknown(text: str) -> None:
    assert firmware_fact(text).unknown is WhyUnknown.PLACEHOLDER


@pytest.mark.parametrize("text", ["HP", "LENOVO", "PF4ABC12", "0000-0007-1234", "Virtual Machine", "X1", "Standard PC (Q35 + ICH9, 2009)"])
def test_what_makers_wrote_is_kept(text: str) -> None:
    assert firmware_fact(text).value == text


def test_numbers_come_as_numbers_or_digits() -> None:
    assert [count_fact(value).value for value in (8, "8", " 8 ", 0, "", None, -1, True, "huit", "٨")] == [8, 8, 8] + [None] * 7


def test_tools_end_in_time_and_keep_what_they_wrote() -> None:
    slow = "import sys, time; print('one'); sys.stdout.flush(); time.sleep(60)"
    assert ask_tool([sys.executable, "-c", slow], 3.0) == ToolAnswer("one\n", WhyUnknown.TIMED_OUT)
    assert ask_tool([sys.executable, "-c", "print('é')"]).problem is None
    assert ask_tool([sys.executable, "-c", ""]).problem is WhyUnknown.BLOCKED
    assert ask_tool(["/nowhere/powershell.exe"]) == ToolAnswer("", WhyUnknown.BLOCKED)


# Values ------------------------------------------------------------------------------------------------------------------------------


def test_free_space_is_no_change_of_the_pc(tmp_path: Path) -> None:
    root = linux_tree(tmp_path)
    before = linux(root)
    fuller = pc_linux.read(root, lambda: "zoé", lambda place: Disk(str(place), 500 * GIB, GIB))
    other_disk = pc_linux.read(root, lambda: "zoé", lambda place: Disk(str(place), 900 * GIB, GIB))
    assert before != fuller and not before.differs(fuller) and before.differs(other_disk)


def test_a_reading_that_went_wrong_keeps_what_was_known(tmp_path: Path) -> None:
    before = linux(linux_tree(tmp_path))
    late = replace(before, serial=unknown(WhyUnknown.TIMED_OUT), maker=unknown(WhyUnknown.FAILED), model=unknown(WhyUnknown.PLACEHOLDER))
    now = late.completed_by(before)
    assert (now.serial, now.maker, now.model.unknown) == (before.serial, before.maker, WhyUnknown.PLACEHOLDER)
    assert late.completed_by(late) == late


def test_a_record_of_another_version_is_read_as_far_as_it_is_understood() -> None:
    wire = {
        "platform": "beos",
        "maker": {"value": 3},
        "model": "plain",
        "serial": {"value": None, "why": "since_version_9", "detail": 7},
        "os_build": {"value": "26100"},
        "memory_bytes": {"value": True},
        "disks": {"value": [{"name": "C:"}]},
        "domain": {"value": "PRESSING"},
        "antivirus": {"value": [{"name": "Avast", "state": "asleep"}]},
        "colour": {"value": "beige"},
    }
    pc = PcDocument.from_wire(wire)
    assert pc.platform is Platform.OTHER and pc.antivirus.value is not None
    unreadable = [name for name, fact in pc.facts().items() if fact.unknown is WhyUnknown.UNREADABLE]
    assert unreadable == ["maker", "os_build", "memory_bytes", "disks", "domain"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads the files of Linux")
def test_the_pc_these_tests_run_on() -> None:
    pc = this_pc.read()
    assert pc.platform is Platform.LINUX and pc.os_name.value and pc.memory_bytes.value and pc.processor.value
    assert all((fact.value is None) == (fact.why_unknown is not None) for fact in pc.facts().values())
    assert not any(fact.unknown is WhyUnknown.FAILED for fact in pc.facts().values())
    assert PcDocument.from_wire(json.loads(json.dumps(pc.to_wire()))) == pc
