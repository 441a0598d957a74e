"""Readings of the organisation, its sites and its people."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.domain.records import ContractStatus, HolidayZone
from app.store.tables import Contract, Equipment, Organisation, Person, Site, SupportRequest


def organisation(session: Session) -> Organisation | None:
    """The office's own record."""
    return session.scalars(select(Organisation).where(Organisation.deleted_at.is_(None)).order_by(Organisation.id)).first()


def sites(session: Session) -> Sequence[Site]:
    """The living sites, by name."""
    return session.scalars(select(Site).where(Site.deleted_at.is_(None)).order_by(Site.name)).all()


def site_names(session: Session) -> dict[UUID, str]:
    """Every site's name by id, deleted ones too: old records still point to them."""
    return dict(session.execute(select(Site.id, Site.name)).all())


def holiday_zones(session: Session) -> Sequence[HolidayZone]:
    """The different zones of the living sites."""
    return session.scalars(select(Site.holiday_zone).where(Site.deleted_at.is_(None)).distinct()).all()


def people(session: Session, *, active_only: bool = False) -> Sequence[Person]:
    """The living people, by name."""
    query = select(Person).where(Person.deleted_at.is_(None)).order_by(Person.name)
    return session.scalars(query.where(Person.active) if active_only else query).all()


def machines_by_person(session: Session) -> dict[UUID, int]:
    """How many machines each person has now."""
    query = (
        select(Equipment.person_id, func.count())
        .where(Equipment.person_id.is_not(None), Equipment.deleted_at.is_(None))
        .group_by(Equipment.person_id)
    )
    return {person_id: count for person_id, count in session.execute(query) if person_id is not None}


def machines_of(session: Session, person_id: UUID) -> Sequence[Equipment]:
    """The machines that somebody has now."""
    return session.scalars(select(Equipment).where(Equipment.person_id == person_id)).all()


def attached_to_site(session: Session, site_id: UUID) -> tuple[int, int, int]:
    """How many machines, active people and contracts that have not ended stand on a site."""
    machines = session.scalar(
        select(func.count()).select_from(Equipment).where(Equipment.site_id == site_id, Equipment.deleted_at.is_(None))
    )
    present = session.scalar(
        select(func.count()).select_from(Person).where(Person.site_id == site_id, Person.deleted_at.is_(None), Person.active)
    )
    contracts = session.scalar(
        select(func.count())
        .select_from(Contract)
        .where(Contract.site_id == site_id, Contract.deleted_at.is_(None), Contract.status != ContractStatus.ENDED)
    )
    return machines or 0, present or 0, contracts or 0


def rename_site_of_machines(session: Session, site_id: UUID, key: str) -> None:
    """Bring the sort key of every machine on a renamed site up to date."""
    session.execute(update(Equipment).where(Equipment.site_id == site_id).values(site_key=key))


def nothing_entered(session: Session) -> bool:
    """Whether the folder holds no record yet that somebody entered, not even a deleted one."""
    tables = (Organisation, Site, Person, Equipment, Contract, SupportRequest)
    return all(session.execute(select(table.id).limit(1)).first() is None for table in tables)
