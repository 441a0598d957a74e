"""Single machines, their assignments and what they point to; the list itself is in `equipment_queries`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.records import EquipmentStatus
from app.store.tables import Assignment, Contract, Equipment, Person, Site

#: Fields that point to another record, with the column a person would name it by.
REFERENCES: dict[str, tuple[Any, Any]] = {"site_id": (Site, Site.name), "contract_id": (Contract, Contract.number)}

#: Ids in one statement; SQLite takes 32,766 values, and a shorter statement is read faster.
_AT_ONCE = 500


def by_id(session: Session, equipment_id: UUID) -> Equipment | None:
    """The machine of that id, deleted or not."""
    return session.scalars(select(Equipment).where(Equipment.id == equipment_id)).one_or_none()


def by_ids(session: Session, equipment_ids: Sequence[UUID]) -> list[Equipment]:
    """The machines of those ids, deleted or not, in no order; unknown ids are left out."""
    found: list[Equipment] = []
    for start in range(0, len(equipment_ids), _AT_ONCE):
        found += session.scalars(select(Equipment).where(Equipment.id.in_(equipment_ids[start : start + _AT_ONCE])))
    return found


def referenced(session: Session, field: str, wanted: str, as_id: UUID | None) -> UUID | None:
    """The id of the living record that `field` points to, named by its id or its name; `None` where there is none."""
    table, column = REFERENCES[field]
    condition = table.id == as_id if as_id else column == wanted
    found: UUID | None = session.scalars(select(table.id).where(condition, table.deleted_at.is_(None))).first()
    return found


def known_names(session: Session, field: str) -> Sequence[str]:
    """Some names that `field` would take, for an error message."""
    table, column = REFERENCES[field]
    return session.scalars(select(column).where(table.deleted_at.is_(None)).order_by(column).limit(10)).all()


def current_assignment(session: Session, equipment_id: UUID) -> Assignment | None:
    """The assignment that lasts."""
    query = select(Assignment).where(Assignment.equipment_id == equipment_id, Assignment.end.is_(None), Assignment.deleted_at.is_(None))
    return session.scalars(query).one_or_none()


def assignments(session: Session, equipment_id: UUID) -> Sequence[tuple[Assignment, str]]:
    """Every assignment of a machine with the person's name, newest first."""
    query = (
        select(Assignment, Person.name)
        .join(Person, Person.id == Assignment.person_id)
        .where(Assignment.equipment_id == equipment_id, Assignment.deleted_at.is_(None))
        .order_by(Assignment.start.desc(), Assignment.created_at.desc())
    )
    return session.execute(query).all()


def count_by_status(session: Session, site_id: UUID | None = None) -> dict[EquipmentStatus, int]:
    """How many living machines stand where, for one site or all."""
    query = select(Equipment.status, func.count()).where(Equipment.deleted_at.is_(None)).group_by(Equipment.status)
    if site_id is not None:
        query = query.where(Equipment.site_id == site_id)
    return dict(session.execute(query).all())


def count_of_contract(session: Session, contract_id: UUID) -> int:
    """How many living machines a contract covers."""
    query = select(func.count()).select_from(Equipment).where(Equipment.contract_id == contract_id, Equipment.deleted_at.is_(None))
    return session.scalar(query) or 0
