"""What a request falls under, what work on it costs and when it can be planned is the same, whether the shop enters it or the provider's staff."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from app.domain.errors import RuleError
from app.domain.records import InterventionKind
from app.server.rows import with_value
from app.services import Services
from tests.server.live import LiveServer, Member
from tests.server.test_staff_agrees import computer, server
from tests.server.test_staff_requests import ask
from tests.server.test_staff_resignations import rental_copy
from tests.server.test_staff_working import managed
from tests.support_offers import frozen_managed_offer, frozen_support_offer

__all__ = ["server"]

#: Puts an office's records, and the request that is looked at; its id.
Story = Callable[[LiveServer, Member], str]
#: Friday, 10:00 in Paris: support is open from 9 to 12.
FRIDAY = "2026-11-20T09:00:30+00:00"
ACTIVE = {"status": "active", "start": "2026-01-01"}
VISIT = {"kind": "service", "service": "on_site_visit"}


def asked(live: LiveServer, dev: Member, **values: Any) -> str:
    """The request that is looked at, made on Friday."""
    return ask(live, dev, "A", opened_at=live.at(FRIDAY), **values)


def contract(live: LiveServer, dev: Member, kind: str, number: str = "C", **values: Any) -> str:
    copies: dict[str, Callable[[], dict[str, Any]]] = {
        "software_support": frozen_support_offer,
        "rental": rental_copy,
        "managed_it": lambda: frozen_managed_offer("unlimited_support", "on_site_visit"),
    }
    return live.put(dev, "contract", **{"number": number, "kind": kind, "offer_copy": copies[kind](), **ACTIVE, **values})


def without_any_contract(live: LiveServer, dev: Member) -> str:
    return asked(live, dev, covered=False)


def without_its_contract(live: LiveServer, dev: Member) -> str:
    contract(live, dev, "software_support")
    return asked(live, dev)


def not_covered_when_made(live: LiveServer, dev: Member) -> str:
    contract(live, dev, "software_support")
    return asked(live, dev, covered=False)


def for_a_rented_machine(live: LiveServer, dev: Member) -> str:
    """The rental says nothing of help, the managed IT tied to it does; that of another rental does not count."""
    rental, other = (contract(live, dev, "rental", number) for number in "RT")
    contract(live, dev, "managed_it", "A", linked_contract_id=other, offer_copy=frozen_managed_offer())
    contract(live, dev, "managed_it", "M", linked_contract_id=rental)
    machine = live.put(dev, "equipment", designation="Poste", contract_id=rental)
    return asked(live, dev, equipment_id=machine, covered=True)


def for_one_of_two_sites(live: LiveServer, dev: Member) -> str:
    """The contract of the site comes before that of the whole office, and that of the other site does not count."""
    here, there = (live.put(dev, "site", name=name, city="Paris") for name in ("Ici", "Là"))
    quarters = frozen_support_offer()
    quarters["off_contract"]["increment_minutes"] = 20
    contract(live, dev, "software_support", "A", site_id=there)
    contract(live, dev, "software_support", "B")
    contract(live, dev, "software_support", "C", site_id=here, offer_copy=quarters)
    return asked(live, dev, site_id=here, covered=False)


def under_a_contract_that_a_letter_ended(live: LiveServer, dev: Member) -> str:
    known = contract(live, dev, "software_support", status="resignation_sent")
    live.put(dev, "resignation", contract_id=known, status="sent", effective_date="2026-11-19")
    return asked(live, dev, contract_id=known, covered=False)


def under_a_draft_that_was_deleted(live: LiveServer, dev: Member) -> str:
    contract(live, dev, "software_support", "S")
    known = contract(live, dev, "software_support", "DRAFT", status="draft")
    request = asked(live, dev, contract_id=known)
    live.push(dev, "delete", "contract", known, {})
    return request


def for_a_service_under_software_support(live: LiveServer, dev: Member) -> str:
    return asked(live, dev, **VISIT, contract_id=contract(live, dev, "software_support"))


def for_a_visit_in_a_city_that_is_served(live: LiveServer, dev: Member) -> str:
    known, site = managed(live, dev, "Paris", 10)
    return asked(live, dev, **VISIT, contract_id=known, site_id=site, covered=None)


def for_a_visit_elsewhere(live: LiveServer, dev: Member) -> str:
    known, site = managed(live, dev, "Lyon", 10)
    return asked(live, dev, **VISIT, contract_id=known, site_id=site, covered=True)


def for_a_visit_without_its_contract(live: LiveServer, dev: Member) -> str:
    _, site = managed(live, dev, "Strasbourg", 10)
    return asked(live, dev, **VISIT, site_id=site)


def for_a_second_visit_of_the_year(live: LiveServer, dev: Member) -> str:
    known, site = managed(live, dev, "Paris", 10)
    under = {**VISIT, "contract_id": known, "site_id": site, "covered": True}
    agreed = {"status": "call_back_planned", "appointment_at": live.at("2026-12-01T10:00+00:00")}
    ask(live, dev, "FIRST", **under, **agreed, opened_at=live.at("2026-11-19T10:00+00:00"))
    return asked(live, dev, **under)


def for_help_where_visits_are_not_due(live: LiveServer, dev: Member) -> str:
    known, site = managed(live, dev, "Lyon", 1, "unlimited_support", "on_site_visit")
    return asked(live, dev, contract_id=known, site_id=site, covered=None)


def for_a_quote(live: LiveServer, dev: Member) -> str:
    known, site = managed(live, dev, "Lyon", 1, "unlimited_support", "on_site_visit")
    return asked(live, dev, kind="quote", contract_id=known, site_id=site, covered=None)


STORIES = [
    without_any_contract,
    without_its_contract,
    not_covered_when_made,
    for_a_rented_machine,
    for_one_of_two_sites,
    under_a_contract_that_a_letter_ended,
    under_a_draft_that_was_deleted,
    for_a_service_under_software_support,
    for_a_visit_in_a_city_that_is_served,
    for_a_visit_elsewhere,
    for_a_visit_without_its_contract,
    for_a_second_visit_of_the_year,
    for_help_where_visits_are_not_due,
    for_a_quote,
]
#: At night, on a working day, in the next year of contracts.
PLANS = ("2026-12-25T02:00:00+00:00", "2026-11-24T10:00:00+00:00", "2027-01-12T10:00:00+00:00")
WORKS = (
    ("phone", "2026-11-20T09:00:00+00:00", "2026-11-20T09:10:00+00:00"),
    ("on_site", "2026-11-20T09:30:00+00:00", "2026-11-20T10:01:00+00:00"),
)


def picture(live: LiveServer, organisation: str, request: str) -> tuple[Any, ...]:
    """What the server has of a request and of the work on it, whatever the ids."""
    data = live.data(organisation, request)
    kept = tuple(data[name] for name in ("status", "covered", "cover_note", "appointment_at", "appointment_minutes"))
    with live.database.reading() as connection:
        works = sorted(
            with_value(connection, organisation, "intervention", "request_id", [request]), key=lambda row: str(row.data["started_at"])
        )
    minutes = ("kind", "minutes", "covered_minutes", "billable_minutes", "waited_minutes")
    return (*kept, [tuple(row.data[name] for name in minutes) for row in works])


def by_the_shop(shop: Services, request: str) -> list[str]:
    """The shop plans and works; the plans that are refused."""
    refused = []
    for at in PLANS:
        try:
            shop.support.plan(UUID(request), datetime.fromisoformat(at))
        except RuleError:
            refused.append(at)
    for kind, start, end in WORKS:
        began, ended = (datetime.fromisoformat(at).astimezone(UTC) for at in (start, end))
        shop.support.log_intervention(UUID(request), InterventionKind(kind), "Noor", began, ended, "")
    return refused


def by_staff(camille: Member, organisation: str, request: str) -> list[str]:
    """Staff do the same."""
    where, refused = f"/v1/staff/organisations/{organisation}/requests/{request}", []
    for at in PLANS:
        answer = camille.client.post(f"{where}/call-back", json={"appointment_at": at})
        assert answer.status_code in (200, 409, 422), answer.text
        if answer.status_code != 200:
            refused.append(at)
    for kind, start, end in WORKS:
        given = {"kind": kind, "technician": "Noor", "started_at": start, "ended_at": end}
        answer = camille.client.post(f"{where}/interventions", json=given)
        assert answer.status_code == 201, answer.text
    return refused


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.__name__)
def test_a_request(server: LiveServer, tmp_path: Path, story: Story) -> None:
    camille, seen = server.staff(), []
    for number, name in enumerate(("shop", "staff")):
        with computer(server, tmp_path / name, number) as (one, shop, organisation):
            request = story(server, server.device(organisation))
            one.sync()
            refused = by_the_shop(shop, request) if name == "shop" else by_staff(camille, organisation, request)
            one.sync()
            seen.append((refused, picture(server, organisation, request)))
    assert seen[1] == seen[0]
