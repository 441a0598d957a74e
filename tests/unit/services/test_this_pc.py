"""« Ce PC » and its record: added once, known again, refreshed quietly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from app.bootstrap import OpenFolder
from app.domain.records import EquipmentKind, EquipmentStatus
from app.domain.text import set_language
from app.domain.values.pc import Disk, PcDocument, WhyUnknown, known, unknown
from app.services.this_pc import ThisPcService
from tests.offices import StandingClock, open_office
from tests.recorded_pcs import LOCKED_DOWN, WINDOWS_7, WINDOWS_10, WINDOWS_11, windows_pc


class Pc:
    """A PC that says what it is told to."""

    def __init__(self, opened: OpenFolder, document: PcDocument) -> None:
        self.document, self.readings = document, 0
        self.service = ThisPcService(opened.services.context, self._read)

    def _read(self) -> PcDocument:
        self.readings += 1
        return self.document


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def opened(tmp_path: Path, clock: StandingClock) -> Iterator[OpenFolder]:
    found = open_office(tmp_path, clock)
    yield found
    found.close()


def changes(opened: OpenFolder, equipment_id: UUID) -> int:
    return len(opened.services.equipment.history(equipment_id))


def outbox(opened: OpenFolder) -> int:
    with opened.services.context.store.snapshot() as connection:
        count: int = connection.execute("SELECT count(*) FROM outbox").fetchone()[0]
    return count


def test_adding_it_fills_its_sheet_from_what_it_says(opened: OpenFolder) -> None:
    site = opened.services.office.add_site({"name": "Annecy"})
    pc = Pc(opened, windows_pc(WINDOWS_11))
    assert pc.service.find(pc.document) is None
    added = pc.service.add()
    sheet = opened.services.equipment.sheet(added)
    assert pc.readings == 1 and pc.service.find(pc.document) == added
    assert (sheet.designation, sheet.kind, sheet.status, sheet.site_id) == (
        "PORTABLE-7",
        EquipmentKind.COMPUTER,
        EquipmentStatus.IN_USE,
        site,
    )
    assert (sheet.manufacturer, sheet.model, sheet.serial) == ("LENOVO", "ThinkPad T14 Gen 4 (21HD0039FR)", "PF4ABC12")
    assert (sheet.os_name, sheet.os_version, sheet.teamviewer_id) == ("Windows 11 Pro", "24H2", "1204558833")
    specs = sheet.specs.replace("\u202f", " ")
    assert specs == "13th Gen Intel(R) Core(TM) i5-1335U\n32 Go de mémoire\nDisque C de 1 022 Go"
    facts = pc.service.facts(added)
    assert facts is not None and facts.document == pc.document and facts.this_pc


def test_a_pc_that_says_little_is_added_too(opened: OpenFolder) -> None:
    blank = Pc(opened, PcDocument(windows_pc(LOCKED_DOWN).platform))
    assert opened.services.equipment.sheet(blank.service.add()).designation == "Ce PC"


def test_with_two_sites_nobody_guesses_where_it_stands(opened: OpenFolder) -> None:
    for name in ("Annecy", "Lyon"):
        opened.services.office.add_site({"name": name})
    assert opened.services.equipment.sheet(Pc(opened, windows_pc(WINDOWS_11)).service.add()).site_id is None


def test_it_is_known_again_by_what_was_kept_here_then_by_its_serial_number(opened: OpenFolder) -> None:
    typed = opened.services.equipment.add({"designation": "Portable de Claire", "kind": "computer", "serial": "pf4abc12"})
    pc = Pc(opened, windows_pc(WINDOWS_11))
    assert (pc.service.equipment_id(), pc.service.find(pc.document)) == (None, typed)
    assert (pc.service.add(), pc.service.equipment_id()) == (typed, typed)
    sheet = opened.services.equipment.sheet(typed)
    assert (sheet.designation, sheet.serial, sheet.manufacturer) == ("Portable de Claire", "pf4abc12", "LENOVO")
    pc.document = replace(pc.document, serial=known("OTHER-BOARD"))  # its mainboard was changed: still this PC
    assert pc.service.add() == typed


def test_once_deleted_it_is_added_anew(opened: OpenFolder) -> None:
    pc = Pc(opened, windows_pc(WINDOWS_10))
    first = pc.service.add()
    opened.services.equipment.delete([first])
    assert pc.service.equipment_id() is None and not pc.service.refresh()
    second = pc.service.add()
    assert second != first
    opened.services.equipment.restore([first])
    assert pc.service.equipment_id() == second


def test_without_a_record_nothing_is_read(opened: OpenFolder) -> None:
    pc = Pc(opened, windows_pc(WINDOWS_10))
    assert not pc.service.refresh() and pc.readings == 0 and not pc.service.keep(pc.document)


def test_a_refresh_writes_only_when_a_fact_that_matters_changed(opened: OpenFolder, clock: StandingClock) -> None:
    pc = Pc(opened, windows_pc(WINDOWS_10))
    added = pc.service.add()
    before, written = changes(opened, added), outbox(opened)
    clock.moment += timedelta(days=1)
    assert not pc.service.refresh()
    pc.document = replace(pc.document, disks=known(tuple(Disk(disk.name, disk.total, 1) for disk in pc.document.disks.value or ())))
    assert not pc.service.refresh()
    pc.document = replace(pc.document, serial=unknown(WhyUnknown.TIMED_OUT), os_build=unknown(WhyUnknown.FAILED, "WMI"))
    assert not pc.service.refresh()
    assert (changes(opened, added), outbox(opened)) == (before, written)
    upgraded = windows_pc(WINDOWS_11)
    pc.document = replace(pc.document, os_name=upgraded.os_name, os_version=upgraded.os_version, os_build=upgraded.os_build)
    assert pc.service.refresh() and not pc.service.refresh()
    sheet, facts = opened.services.equipment.sheet(added), pc.service.facts(added)
    assert (sheet.os_name, sheet.os_version) == ("Windows 11 Pro", "24H2")
    assert facts is not None and facts.read_at == clock.moment and facts.document.os_build.value == 26_100
    assert changes(opened, added) == before + 2  # name and version of its system


def test_what_somebody_wrote_stays_and_what_it_said_itself_follows(opened: OpenFolder) -> None:
    pc = Pc(opened, windows_pc(WINDOWS_7))
    added = pc.service.add()
    opened.services.equipment.change(added, {"model": "Dell du comptoir", "teamviewer_id": "111 222 333"})
    told = windows_pc(WINDOWS_11)
    pc.document = replace(pc.document, model=told.model, maker=told.maker, teamviewer_id=told.teamviewer_id, processor=told.processor)
    assert pc.service.refresh()
    sheet = opened.services.equipment.sheet(added)
    assert (sheet.model, sheet.teamviewer_id, sheet.manufacturer) == ("Dell du comptoir", "111 222 333", "LENOVO")
    assert sheet.specs.startswith("13th Gen Intel")


def test_the_language_it_is_read_in_changes_nothing(opened: OpenFolder) -> None:
    pc = Pc(opened, windows_pc(WINDOWS_11))
    added = pc.service.add()
    pc.document = replace(pc.document, processor=known("Intel(R) Core(TM) Ultra 5"))
    set_language("en")
    try:
        assert pc.service.refresh()
    finally:
        set_language("fr")
    assert opened.services.equipment.sheet(added).specs.startswith("Intel(R) Core(TM) Ultra 5\n32 Go de mémoire")


def test_facts_of_another_machine_are_not_those_of_this_pc(opened: OpenFolder) -> None:
    other = Pc(opened, windows_pc(WINDOWS_7))
    there = other.service.add()
    opened.services.equipment.delete([there])
    here = Pc(opened, windows_pc(WINDOWS_11)).service.add()
    opened.services.equipment.restore([there])
    found = other.service.facts(there)
    assert found is not None and not found.this_pc
    printer = opened.services.equipment.add({"designation": "Imprimante", "kind": "printer"})
    assert other.service.facts(printer) is None and other.service.facts(here) is not None
