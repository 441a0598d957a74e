"""The derived columns of a machine: sort keys and the line of words that full-text search reads."""

from __future__ import annotations

from sqlalchemy.orm import Session

from app.store.folding import fold, searchable
from app.store.tables import Contract, Equipment, Person, Site


def refresh(session: Session, machine: Equipment) -> None:
    """Bring the derived columns of `machine` up to date with what they are derived from. Call before the commit."""
    person = session.get(Person, machine.person_id) if machine.person_id else None
    site = session.get(Site, machine.site_id) if machine.site_id else None
    contract = session.get(Contract, machine.contract_id) if machine.contract_id else None
    machine.person_key = fold(person.name) if person else ""
    machine.site_key = fold(site.name) if site else ""
    machine.contract_key = fold(contract.number) if contract else ""
    machine.designation_key = fold(machine.designation)
    machine.manufacturer_key = fold(machine.manufacturer or "")
    machine.model_key = fold(machine.model or "")
    machine.serial_key = fold(machine.serial or "")
    machine.inventory_key = fold(machine.inventory_number or "")
    machine.search = "" if machine.deleted_at is not None else search_line(machine, person.name if person else "")


def search_line(machine: Equipment, person_name: str) -> str:
    """What a search looks through: designation, maker, model, person, licence, serial and inventory numbers."""
    return searchable(
        machine.designation,
        machine.manufacturer or "",
        machine.model or "",
        person_name,
        codes=(machine.serial or "", machine.inventory_number or "", machine.licence_number or "", machine.teamviewer_id or ""),
    )
