"""What people do on a computer, in one line each: the tests of the exchange tell stories with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec

from app.domain.offers import Offer, load_offers
from app.domain.records import ContractStatus, EquipmentKind, HolidayZone, RequestKind, Urgency
from app.services import Services, build
from app.services.context import ServiceContext
from app.services.contract_reading import offer_to_copy
from app.store.sync_rows import models
from app.store.unit_of_work import Session
from app.sync.wire import Mutation, Push
from tests.sync_lab import LabDevice, LabServer


def add(one: LabDevice, type_name: str, **values: Any) -> str:
    """Make a record; its identifier."""
    with one.store.writing() as unit:
        return str(made(one, unit.session, type_name, **values).id)


def made(one: LabDevice, session: Session, type_name: str, **values: Any) -> Any:
    """Make a record in an open unit of work."""
    defaults: dict[str, dict[str, Any]] = {
        "site": {"name": "Pressing", "holiday_zone": HolidayZone.MAINLAND},
        "equipment": {"designation": "Caisse", "kind": EquipmentKind.TILL},
        "document": {},
        "contract": {},
        "contract_line": {},
        "support_request": {"number": "D26-A-0001", "subject": "Panne", "urgency": Urgency.BLOCKED, "opened_at": one.clock.now()},
    }
    row = models()[type_name](**{**defaults.get(type_name, {"name": "Rose"}), **values})
    session.add(row)
    session.flush()
    return row


def edit(one: LabDevice, type_name: str, row: str, **values: Any) -> None:
    """Change fields of a record."""
    with one.store.writing() as unit:
        found = unit.session.get(models()[type_name], UUID(row))
        for name, value in values.items():
            setattr(found, name, value)


def delete(one: LabDevice, type_name: str, row: str) -> None:
    """Delete a record."""
    edit(one, type_name, row, deleted_at=one.clock.now())


def restore(one: LabDevice, type_name: str, row: str) -> None:
    """Take a deletion back."""
    edit(one, type_name, row, deleted_at=None)


def seen(one: LabDevice, type_name: str, row: str, name: str) -> Any:
    """What the user sees in a field; none where the record is not in the lists."""
    return one.rows().get((type_name, row), {}).get(name)


def known(server: LabServer, type_name: str, row: str, name: str) -> Any:
    """What the server has in a field."""
    return server.rows().get((type_name, row), {}).get(name)


def waiting(one: LabDevice) -> int:
    """How many changes wait to be sent."""
    return int(value(one, "SELECT count(*) FROM outbox"))


def value(one: LabDevice, query: str) -> Any:
    """The one value that a query finds on a computer."""
    with one.store.reading() as session:
        return session.connection().exec_driver_sql(query).scalar()


def run(one: LabDevice, statement: str, *values: Any) -> None:
    """Change a computer's database behind its program's back."""
    with one.store.writing() as unit:
        unit.session.connection().exec_driver_sql(statement, values)


def all_meet(computers: Iterable[LabDevice], times: int = 2) -> None:
    """Everybody exchanges, so often that everything gets round."""
    together = list(computers)
    for _ in range(times):
        for one in together:
            one.sync()


def mutation(
    number: int,
    op: str,
    type_name: str,
    row: str,
    base: int | None = None,
    *,
    tx: str = "",
    values: Mapping[str, Any] | None = None,
    **more: Any,
) -> Mutation:
    """A change as it travels."""
    identity = str(UUID(int=number, version=4))
    return msgspec.convert(
        {
            "n": number,
            "id": identity,
            "tx": tx or identity,
            "op": op,
            "type": type_name,
            "row": row,
            "base": base,
            "set": {**(values or {}), **more},
        },
        Mutation,
    )


def site_values(**values: Any) -> dict[str, Any]:
    """All values of a site as they travel."""
    return {"name": "Pressing", "address": "", "postal_code": "", "city": "", "phone": "", "holiday_zone": "mainland", **values}


def person_values(**values: Any) -> dict[str, Any]:
    """All values of a person as they travel."""
    return {"name": "Rose", "email": "", "site_id": None, "active": True, **values}


def request_values(number: str, **values: Any) -> dict[str, Any]:
    """All values of a new support request as they travel."""
    empty = dict.fromkeys(("description", "service", "channel", "contact", "phone", "cover_note", "resolution"), "")
    given = {"number": number, "subject": "Panne", "urgency": "blocked", "status": "new", "kind": next(iter(RequestKind)).value}
    return {**empty, **given, "opened_at": "2026-11-22T10:00:00.000000+00:00", "appointment_minutes": 30, **values}


def push_body(server: LabServer, device: str, prev: int, *mutations: Mutation) -> bytes:
    """A device's push as it travels; `prev` is the last number that was acknowledged to it."""
    return msgspec.json.encode(Push(epoch=server.info(device).epoch, prev=prev, mutations=list(mutations)))


@cache
def offers() -> Mapping[str, Offer]:
    """The offers of today, by id."""
    return load_offers(Path(__file__).parents[1] / "resources" / "offers")


def contract_fields(offer: Offer, number: str) -> dict[str, Any]:
    """All fields of a running contract on an offer; its lines are rows of their own."""
    return {
        "number": number,
        "offer": offer.id,
        "kind": offer.kind,
        "provider": offer.provider.name,
        "offer_copy": offer_to_copy(offer),
        "status": ContractStatus.ACTIVE,
        "start": date(2026, 1, 31),
        "commitment_months": offer.term.commitment_months,
        "device_kind": None,
        "follows_fleet": offer.follows_fleet,
        "linked_contract_id": None,
        "site_id": None,
        "signed_on": None,
        "signed_place": "",
        "ended_on": None,
        "notes": "",
    }


def line_fields(contract: str, quantity: int = 2) -> dict[str, Any]:
    """The fields of a contract's main line."""
    return {"contract_id": UUID(contract), "position": 0, "item": "licence", "quantity": quantity, "unit_price": Decimal("27.50")}


def services(one: LabDevice) -> Services:
    """What the user of a computer does and sees, on its store."""
    return build(ServiceContext(one.store, one.clock, one.path.parent, offers))  # type: ignore[arg-type]
