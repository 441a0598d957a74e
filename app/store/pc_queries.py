"""What this PC measured: its facts, when it was on, and whether the server answered it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.store.folding import fold
from app.store.tables import Equipment, LocalSetting, PcFacts, PowerSpell, Probe


def facts_of(session: Session, equipment_id: UUID) -> PcFacts | None:
    """What a machine said of itself last, deleted or not."""
    return session.scalars(select(PcFacts).where(PcFacts.equipment_id == equipment_id)).one_or_none()


def by_serial(session: Session, serial: str) -> Equipment | None:
    """The living machine with that serial number, the oldest record where several have it."""
    query = select(Equipment).where(Equipment.deleted_at.is_(None), Equipment.serial_key == fold(serial)).order_by(Equipment.created_at)
    return session.scalars(query).first()


def setting(session: Session, name: str) -> str:
    """A value of this copy of the data; empty where there is none."""
    row = session.get(LocalSetting, name)
    return row.value if row is not None else ""


def set_setting(session: Session, name: str, value: str) -> None:
    """Keep such a value; an empty one is forgotten."""
    row = session.get(LocalSetting, name)
    if row is None and value:
        session.add(LocalSetting(name=name, value=value))
    elif row is not None and value:
        row.value = value
    elif row is not None:
        session.delete(row)


def probes(session: Session, since: datetime) -> list[tuple[datetime, bool]]:
    """The probes from a moment on, oldest first."""
    query = select(Probe.at, Probe.answered).where(Probe.at >= since).order_by(Probe.at)
    return [(row.at, row.answered) for row in session.execute(query)]


def add_probe(session: Session, at: datetime, answered: bool) -> None:
    """Keep a probe."""
    session.merge(Probe(at=at, answered=answered))


def spells(session: Session, since: datetime) -> list[tuple[datetime, datetime]]:
    """When this PC was on, from a moment on, oldest first."""
    query = select(PowerSpell.start, PowerSpell.end).where(PowerSpell.end >= since).order_by(PowerSpell.start)
    return [(row.start, row.end) for row in session.execute(query)]


def mark_spell(session: Session, start: datetime, end: datetime) -> None:
    """The spell that began at `start` lasts until `end`."""
    session.merge(PowerSpell(start=start, end=end))


def prune(session: Session, before: datetime) -> None:
    """Forget probes and spells that ended before a moment."""
    session.execute(delete(Probe).where(Probe.at < before))
    session.execute(delete(PowerSpell).where(PowerSpell.end < before))


def forget_probes(session: Session) -> None:
    """Forget every probe: they were of another server."""
    session.execute(delete(Probe))
