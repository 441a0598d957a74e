"""An office whose backups are to be looked at: machines with licences, and what they reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from app.bootstrap import OpenFolder
from app.domain.backup_problems import BackupProblem
from app.domain.records import BackupOperation, BackupResult, EquipmentKind, EquipmentStatus
from app.domain.values.pc import Fact, PcDocument
from app.store.tables import BackupReport, Equipment, PcFacts
from tests.offices import StandingClock, open_office

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
SUCCESS, FAILED, CANCELLED = BackupResult.SUCCESS, BackupResult.FAILED, BackupResult.CANCELLED


def backing_office(folder: Path) -> OpenFolder:
    """An office that knows this PC as « CAISSE-1 », under Windows 11, on a clock that stands still."""
    opened = open_office(folder, StandingClock(NOW))
    opened.services.this_pc.add()
    with opened.services.context.store.writing() as unit:
        machine = unit.session.scalars(select(Equipment)).one()
        machine.designation, machine.licence_number = "CAISSE-1", "GC-0001"
        kept = unit.session.scalars(select(PcFacts)).one()
        windows = replace(PcDocument.from_wire(kept.facts), os_name=Fact("Windows 11 Pro", None), os_build=Fact(26100, None))
        kept.facts = windows.to_wire()
    return opened


def add_machine(opened: OpenFolder, name: str, licence: str = "", system: str = "Windows 11 24H2") -> UUID:
    """A machine with a licence number."""
    with opened.services.context.store.writing() as unit:
        row = Equipment(
            designation=name, kind=EquipmentKind.COMPUTER, status=EquipmentStatus.IN_USE, licence_number=licence, os_name=system
        )
        unit.session.add(row)
        unit.session.flush()
        return row.id


def report(
    opened: OpenFolder,
    machine: UUID,
    hours_ago: float,
    result: BackupResult = SUCCESS,
    problem: BackupProblem | None = None,
    message: str = "",
    operation: BackupOperation = BackupOperation.BACKUP,
) -> None:
    """What a run of a machine said of itself."""
    ended = NOW - timedelta(hours=hours_ago)
    with opened.services.context.store.writing() as unit:
        unit.session.add(
            BackupReport(
                equipment_id=machine,
                operation=operation,
                result=result,
                problem=problem.value if problem else "",
                message=message,
                started_at=ended - timedelta(minutes=2),
                finished_at=ended,
                files=1240,
                processed_bytes=3_200_000_000 if result is SUCCESS else 0,
                added_bytes=29_000_000 if result is SUCCESS else 0,
                duration_seconds=120,
            )
        )


def subscribe(opened: OpenFolder, machines: Sequence[UUID]) -> None:
    """They have the option."""
    for machine in machines:
        opened.services.backups.subscribe(machine, "", True)


def here(opened: OpenFolder) -> UUID:
    """This PC."""
    found = opened.services.this_pc.equipment_id()
    assert found is not None
    return found
