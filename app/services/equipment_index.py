"""The derived columns of a machine: sort keys and the line of words that full-text search reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.store.folding import fold, searchable
from app.store.tables import Contract, Equipment, Person, Site
from app.store.unit_of_work import Session

_TEXTS = ("designation", "manufacturer", "model", "serial", "inventory_number", "licence_number", "teamviewer_id")
_READ = (*_TEXTS, "deleted_at")

#: What the derived columns are derived from; a change of other fields leaves them as they are.
SOURCES = frozenset({*_READ, "person_id", "site_id", "contract_id"})


def refresh(session: Session, machine: Equipment) -> None:
    """Bring the derived columns of `machine` up to date with what they are derived from. Call before the commit."""
    person = session.get(Person, machine.person_id) if machine.person_id else None
    site = session.get(Site, machine.site_id) if machine.site_id else None
    contract = session.get(Contract, machine.contract_id) if machine.contract_id else None
    fields = {name: getattr(machine, name) for name in _READ}
    derived = derived_columns(fields, person.name if person else "", site.name if site else "", contract.number if contract else "")
    for name, value in derived.items():
        setattr(machine, name, value)


def derived_columns(fields: Mapping[str, Any], person_name: str, site_name: str, contract_number: str) -> dict[str, str]:
    """The derived columns of a machine with these `fields`, for rows that are written without the ORM.

    Args:
        fields: the machine's own columns by attribute name; those left out count as empty.
        person_name: who has it now.
        site_name: where it stands.
        contract_number: the contract it belongs to.
    """
    given = {name: fields.get(name) or "" for name in _TEXTS}
    return {
        "person_key": fold(person_name),
        "site_key": fold(site_name),
        "contract_key": fold(contract_number),
        "designation_key": fold(given["designation"]),
        "manufacturer_key": fold(given["manufacturer"]),
        "model_key": fold(given["model"]),
        "serial_key": fold(given["serial"]),
        "inventory_key": fold(given["inventory_number"]),
        "search": "" if fields.get("deleted_at") is not None else _search_line(given, person_name),
    }


def _search_line(given: Mapping[str, str], person_name: str) -> str:
    """What a search looks through: designation, maker, model, person, licence, serial and inventory numbers."""
    codes = (given["serial"], given["inventory_number"], given["licence_number"], given["teamviewer_id"])
    return searchable(given["designation"], given["manufacturer"], given["model"], person_name, codes=codes)
