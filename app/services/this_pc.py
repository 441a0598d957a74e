"""« Ce PC » : what the machine says of itself, its record in the equipment, and keeping the two together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.records import EquipmentKind, EquipmentStatus
from app.domain.text import SOURCE_LANGUAGE, Text, msg, tr
from app.domain.values.pc import PcDocument
from app.services.context import ServiceContext
from app.services.equipment_index import refresh
from app.store import equipment_rows, office_queries, pc_queries
from app.store.tables import Equipment, PcFacts
from app.store.unit_of_work import Session
from app.system import this_pc

#: The local setting that names this PC's record.
THIS_PC = "this_pc"
_GIB = 2**30
_GB = 10**9
_LENGTHS = {"manufacturer": 200, "model": 200, "serial": 200, "os_name": 120, "os_version": 120, "teamviewer_id": 40, "specs": 4000}


@dataclass(frozen=True)
class ReadFacts:
    """What a machine said of itself, when, and whether it is the one this program runs on."""

    document: PcDocument
    read_at: datetime
    this_pc: bool


class ThisPcService:
    """See the module.

    Thread: any but Qt's. `read` asks programs of the system for up to ten seconds and touches no database: it belongs beside the
    database's worker; the others are units of work.
    """

    def __init__(self, context: ServiceContext, read: Callable[[], PcDocument] = this_pc.read) -> None:
        self._store, self._clock, self._read = context.store, context.clock, read

    def read(self) -> PcDocument:
        """What this PC says of itself now; never raises, every missing fact says why."""
        return self._read()

    def equipment_id(self) -> UUID | None:
        """This PC's record; None before it was added, and when it was deleted since."""
        with self._store.reading() as session:
            row = _known(session)
            return row.id if row is not None else None

    def facts(self, equipment_id: UUID) -> ReadFacts | None:
        """What a machine said of itself last, wherever the program read it; None where it never did."""
        with self._store.reading() as session:
            kept = pc_queries.facts_of(session, equipment_id)
            if kept is None or kept.deleted_at is not None:
                return None
            known = _known(session)
            return ReadFacts(PcDocument.from_wire(kept.facts), kept.read_at, known is not None and known.id == equipment_id)

    def find(self, document: PcDocument) -> UUID | None:
        """The record that `add` would bring up to date: what was kept here, else the machine with the same serial number."""
        with self._store.reading() as session:
            row = _known(session) or _same_serial(session, document)
            return row.id if row is not None else None

    def add(self, document: PcDocument | None = None) -> UUID:
        """Add this PC to the equipment, or bring the record that `find` knows up to date; its id.

        Args:
            document: what it said of itself, where that was read before; else it is asked now.

        Raises:
            StorageError: nothing was changed.
        """
        said = document if document is not None else self._read()
        with self._store.writing() as unit:
            row = _known(unit.session) or _same_serial(unit.session, said)
            if row is None:
                row = _made(unit.session, said)
                unit.session.add(row)
                unit.session.flush()
            self._keep(unit.session, row, said)
            pc_queries.set_setting(unit.session, THIS_PC, str(row.id))
            unit.session.flush()
            return row.id

    def refresh(self) -> bool:
        """Read this PC again and keep what changed; whether anything did. Does nothing before it was added."""
        return self.equipment_id() is not None and self.keep(self._read())

    def keep(self, document: PcDocument) -> bool:
        """Keep what this PC said of itself, where a fact that matters changed; whether one did. Free space alone is no change.

        Raises:
            StorageError: nothing was changed.
        """
        with self._store.reading() as session:
            row = _known(session)
            kept = pc_queries.facts_of(session, row.id) if row is not None else None
            if row is None or (kept is not None and kept.deleted_at is None and not _news(kept, document)):
                return False
        with self._store.writing() as unit:
            row = _known(unit.session)
            if row is None:
                return False
            self._keep(unit.session, row, document)
            return True

    def _keep(self, session: Session, row: Equipment, document: PcDocument) -> None:
        kept = pc_queries.facts_of(session, row.id)
        before = PcDocument.from_wire(kept.facts) if kept is not None else None
        told = document if before is None else document.completed_by(before)
        _fill_in(row, told, before)
        refresh(session, row)
        if kept is None:
            session.add(PcFacts(equipment_id=row.id, read_at=self._clock.now(), facts=told.to_wire()))
        elif kept.deleted_at is not None or before is None or told != before:
            kept.read_at, kept.facts, kept.deleted_at = self._clock.now(), told.to_wire(), None


def _news(kept: PcFacts, document: PcDocument) -> bool:
    before = PcDocument.from_wire(kept.facts)
    return document.completed_by(before).differs(before)


def _known(session: Session) -> Equipment | None:
    try:
        identifier = UUID(pc_queries.setting(session, THIS_PC))
    except ValueError:
        return None
    row = equipment_rows.by_id(session, identifier)
    return row if row is not None and row.deleted_at is None else None


def _same_serial(session: Session, document: PcDocument) -> Equipment | None:
    return pc_queries.by_serial(session, document.serial.value) if document.serial.value else None


def _made(session: Session, document: PcDocument) -> Equipment:
    sites = office_queries.sites(session)
    return Equipment(
        designation=(document.name.value or document.model.value or tr("Ce PC"))[:300],
        kind=EquipmentKind.COMPUTER,
        status=EquipmentStatus.IN_USE,
        # With one site there is no question where it stands.
        site_id=sites[0].id if len(sites) == 1 else None,
    )


def _fill_in(row: Equipment, document: PcDocument, before: PcDocument | None) -> None:
    """Give the record what the PC says, but for what somebody wrote there themselves. Its system is what the PC says it is."""
    said_before = _fields(before) if before is not None else {}
    for name, value in _fields(document).items():
        current = getattr(row, name) or ""
        if value and (not current or current == said_before.get(name) or name in ("os_name", "os_version")):
            setattr(row, name, value)


def _fields(document: PcDocument) -> dict[str, str]:
    found = {
        "manufacturer": document.maker.value,
        "model": document.model.value,
        "serial": document.serial.value,
        "os_name": document.os_name.value,
        "os_version": document.os_version.value,
        "teamviewer_id": document.teamviewer_id.value,
        "specs": _specs(document),
    }
    return {name: (value or "")[: _LENGTHS[name]] for name, value in found.items()}


def _specs(document: PcDocument) -> str:
    """Processor, memory and disks on one line each, in French whoever reads: it is kept, and compared with what is read next time."""
    lines = [document.processor.value or ""]
    if document.memory_bytes.value:
        lines.append(_in_french(msg("{size} Go de mémoire", size=round(document.memory_bytes.value / _GIB))))
    for disk in document.disks.value or ():
        lines.append(_in_french(msg("Disque {name} de {size} Go", name=disk.name.rstrip(":"), size=round(disk.total / _GB))))
    return "\n".join(filter(None, lines))


def _in_french(text: Text) -> str:
    return text.render(SOURCE_LANGUAGE)
