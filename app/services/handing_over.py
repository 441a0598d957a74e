"""Who has a machine: the one place where an assignment begins or ends, with what follows for the machine."""

from __future__ import annotations

from datetime import date

from app.domain.claim_rules import when_taken
from app.domain.errors import InputError, RuleError
from app.domain.records import EquipmentStatus
from app.domain.text import msg
from app.services.equipment_index import refresh
from app.store import equipment_rows
from app.store.tables import Assignment, Equipment, Person
from app.store.unit_of_work import Session

_GONE = (EquipmentStatus.LOST_OR_STOLEN, EquipmentStatus.RETURNED, EquipmentStatus.RETIRED)


def require_active(person: Person) -> None:
    """Refuse to give anything to somebody who has left.

    Raises:
        RuleError: the person is no longer active.
    """
    if not person.active:
        raise RuleError(msg("{name} n’est plus actif\u00a0: aucun matériel ne peut lui être affecté.", name=person.name))


def give(session: Session, row: Equipment, person: Person, day: date) -> None:
    """`person` has the machine from `day` on; a machine in stock is then in use. Nothing happens where they have it already.

    Raises:
        InputError: the day is before the machine's last hand-over.
        RuleError: the machine is not there to be given.
    """
    if row.status in _GONE:
        raise RuleError(
            msg("«\u00a0{name}\u00a0» n’est plus disponible. Changez d’abord son état, puis affectez-le.", name=row.designation)
        )
    if row.person_id == person.id:
        return
    _end_current(session, row, day)
    session.add(Assignment(equipment_id=row.id, person_id=person.id, start=day))
    row.person_id = person.id
    if row.status is EquipmentStatus.IN_STOCK:
        row.status = EquipmentStatus.IN_USE
    refresh(session, row)


def take(session: Session, row: Equipment, day: date) -> bool:
    """Nobody has the machine after `day`; one in use goes back to stock. Whether anybody had it.

    Raises:
        InputError: the day is before the hand-over.
    """
    if row.person_id is None:
        return False
    _end_current(session, row, day)
    row.person_id = None
    if row.status is not (after := when_taken(row.status)):
        row.status = after
    refresh(session, row)
    return True


def _end_current(session: Session, row: Equipment, day: date) -> None:
    current = equipment_rows.current_assignment(session, row.id)
    if current is None:
        return
    if day < current.start:
        raise InputError("day", day.isoformat(), msg("une date à partir de la dernière affectation, le {day}", day=current.start))
    current.end = day
