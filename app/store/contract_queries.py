"""Readings of contracts, their lines, their ties and their resignations."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.records import ContractStatus, OfferKind, ResignationStatus
from app.store.tables import Contract, ContractLine, Resignation


def by_number(session: Session, number: str) -> Contract | None:
    """The living contract of that number."""
    return session.scalars(select(Contract).where(Contract.number == number, Contract.deleted_at.is_(None))).one_or_none()


def numbers(session: Session, limit: int) -> Sequence[str]:
    """Some contract numbers, for an error message."""
    return session.scalars(select(Contract.number).where(Contract.deleted_at.is_(None)).order_by(Contract.number).limit(limit)).all()


def contracts(
    session: Session, *, site_id: UUID | None = None, statuses: Collection[ContractStatus] = (), kind: OfferKind | None = None
) -> Sequence[Contract]:
    """Living contracts by number; with a site, those of that site and those of none."""
    query = select(Contract).where(Contract.deleted_at.is_(None)).order_by(Contract.number)
    if site_id is not None:
        query = query.where((Contract.site_id == site_id) | Contract.site_id.is_(None))
    if statuses:
        query = query.where(Contract.status.in_(list(statuses)))
    if kind is not None:
        query = query.where(Contract.kind == kind)
    return session.scalars(query).all()


def without_figures(session: Session) -> Sequence[Contract]:
    """The living contracts whose derived columns are empty: an offer that can be read names its provider."""
    return session.scalars(select(Contract).where(Contract.provider_id == "", Contract.deleted_at.is_(None))).all()


def lines(session: Session, contract_id: UUID) -> tuple[ContractLine, ...]:
    """The lines of a contract: the main line first, then the options."""
    query = select(ContractLine).where(ContractLine.contract_id == contract_id, ContractLine.deleted_at.is_(None))
    return tuple(session.scalars(query.order_by(ContractLine.position)))


def rental_lines(session: Session) -> Sequence[tuple[Contract, int]]:
    """Every rental contract with the quantity of its main line."""
    query = (
        select(Contract, ContractLine.quantity)
        .join(ContractLine, ContractLine.contract_id == Contract.id)
        .where(Contract.kind == OfferKind.RENTAL, Contract.deleted_at.is_(None))
        .where(ContractLine.deleted_at.is_(None), ContractLine.position == 0)
    )
    return session.execute(query).all()


def depending_on(session: Session, contract_id: UUID, statuses: Collection[ContractStatus] = ()) -> Sequence[Contract]:
    """The contracts tied to that one, by number."""
    query = select(Contract).where(Contract.linked_contract_id == contract_id, Contract.deleted_at.is_(None)).order_by(Contract.number)
    return session.scalars(query.where(Contract.status.in_(list(statuses))) if statuses else query).all()


def fleet_followers(session: Session) -> Sequence[Contract]:
    """The contracts whose quantity follows the rented computers and that have not ended."""
    query = select(Contract).where(Contract.follows_fleet, Contract.deleted_at.is_(None), Contract.status != ContractStatus.ENDED)
    return session.scalars(query).all()


def current_resignation(session: Session, contract_id: UUID) -> Resignation | None:
    """The resignation under way or done."""
    query = select(Resignation).where(Resignation.contract_id == contract_id, Resignation.deleted_at.is_(None))
    return session.scalars(query.order_by(Resignation.created_at.desc())).first()


def resignation_statuses(session: Session) -> dict[UUID, ResignationStatus]:
    """How far the current resignation of each contract that has one has come."""
    query = select(Resignation.contract_id, Resignation.status).where(Resignation.deleted_at.is_(None))
    return {row.contract_id: row.status for row in session.execute(query.order_by(Resignation.created_at))}


def parts(session: Session, contract_id: UUID) -> list[UUID]:
    """The ids of everything whose changes belong to a contract's history: itself, its lines, its resignations."""
    own_lines = session.scalars(select(ContractLine.id).where(ContractLine.contract_id == contract_id)).all()
    letters = session.scalars(select(Resignation.id).where(Resignation.contract_id == contract_id)).all()
    return [contract_id, *own_lines, *letters]
