"""A large office on a server: sites, people, machines with who has them, requests with their messages."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from uuid_utils.compat import uuid7

from app.domain.records import EquipmentCondition, EquipmentKind, EquipmentStatus, Ownership, RequestKind, Urgency
from app.server.clock import as_text, now
from app.server.database import Database
from app.server.sync.merging import Author
from app.server.sync.writing import take_numbers, write
from app.sync.wire import Mutation

_AT = "2026-11-22T10:00:00.000000+00:00"
_AT_ONCE = 2000


def fill(database: Database, office: str, count: int) -> None:
    """Write `count` records through the one writing path."""
    author = Author("device", "Claire Morel")
    rows = itertools.islice(_records(count), count)
    while part := list(itertools.islice(rows, _AT_ONCE)):
        changes = [
            Mutation(n=n, id="", tx=row, op="put", type=name, row=row, base=None, set=values, by="", at=None)
            for n, (name, row, values) in enumerate(part)
        ]
        with database.writing() as connection:
            results = write(connection, office, author, changes, take_numbers(connection, office, len(changes)), as_text(now()))
        refused = [result for result in results if result.status != "ok"]
        if refused:
            raise RuntimeError(repr(refused[0]))


def _records(count: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Of a hundred records: one site, nine people, twenty machines, twenty assignments, fifteen requests, the rest messages."""
    for number in itertools.count():
        site, people = str(uuid7()), [str(uuid7()) for _ in range(9)]
        yield "site", site, _site(number)
        for place, person in enumerate(people):
            yield "person", person, {"name": f"Rose Meunier {number}-{place}", "email": "", "site_id": site, "active": True}
        machines = [str(uuid7()) for _ in range(20)]
        for place, machine in enumerate(machines):
            yield "equipment", machine, _machine(number * 20 + place, site)
        for place, machine in enumerate(machines):
            yield "assignment", str(uuid7()), {"equipment_id": machine, "person_id": people[place % 9], "start": "2026-01-05", "end": None}
        requests = [str(uuid7()) for _ in range(15)]
        for place, request in enumerate(requests):
            yield "support_request", request, _request(number * 15 + place, machines[place], site)
        for place in range(35):
            body = "Le convoyeur s’arrête au bout de quelques minutes, puis repart tout seul."
            yield "request_message", str(uuid7()), {"request_id": requests[place % 15], "author": "Claire", "body": body, "sent_at": _AT}


def _site(number: int) -> dict[str, Any]:
    return {"name": f"Boutique {number}", "address": "", "postal_code": "74000", "city": "Annecy", "phone": "", "holiday_zone": "mainland"}


def _machine(number: int, site: str) -> dict[str, Any]:
    texts = ("manufacturer", "model", "inventory_number", "os_name", "os_version", "specs", "teamviewer_id", "licence_number", "notes")
    kind, condition = next(iter(EquipmentKind)).value, next(iter(EquipmentCondition)).value
    return {
        **dict.fromkeys(texts, ""),
        "designation": f"Poste comptoir {number}",
        "kind": kind,
        "serial": f"SN{number:07d}",
        "condition": condition,
        "ownership": next(iter(Ownership)).value,
        "status": EquipmentStatus.IN_USE.value,
        "site_id": site,
        "contract_id": None,
        "purchase_date": None,
        "purchase_price": None,
        "warranty_end": None,
    }


def _request(number: int, machine: str, site: str) -> dict[str, Any]:
    texts = ("description", "service", "channel", "contact", "phone", "cover_note", "resolution")
    moments = ("due_at", "first_response_at", "appointment_at", "resolved_at", "closed_at", "rating_offered_at")
    return {
        **dict.fromkeys(texts, ""),
        **dict.fromkeys(moments),
        "number": f"D26-A-{number:06d}",
        "subject": f"La caisse n° {number} ne démarre plus",
        "urgency": next(iter(Urgency)).value,
        "kind": next(iter(RequestKind)).value,
        "status": "new",
        "equipment_id": machine,
        "contract_id": None,
        "site_id": site,
        "opened_at": _AT,
        "appointment_minutes": 30,
        "covered": None,
    }
