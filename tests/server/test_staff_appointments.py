"""Call-backs that staff plan: at times when support is open, and no more than a year ahead."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import update

from app.server.tables import record
from tests.server.live import LiveServer, Member
from tests.server.test_staff_requests import ask, path
from tests.server.test_staff_working import managed
from tests.support_offers import frozen_support_offer

PLANNED = 200


def contract(live: LiveServer, office: Member, **values: Any) -> str:
    """A support contract: open from Monday to Friday, 9 to 12 and 14 to 18, Paris time."""
    usual = {"number": "C1", "kind": "software_support", "status": "active", "start": "2026-01-01", "offer_copy": frozen_support_offer()}
    return live.put(office, "contract", **{**usual, **values})


def plan(camille: Member, office: Member, request: str, at: str, minutes: int = 30) -> httpx.Response:
    return camille.client.post(path(office, f"requests/{request}/call-back"), json={"appointment_at": at, "minutes": minutes})


@pytest.mark.parametrize(
    ("at", "minutes", "opening"),
    [
        ("2026-12-25T02:00:00Z", 30, "2026-12-28T09:00:00+01:00"),
        ("2026-11-22T10:30:00Z", 30, "2026-11-23T09:00:00+01:00"),
        ("2026-11-23T12:00:00+01:00", 5, "2026-11-23T14:00:00+01:00"),
        ("2026-11-23T11:45:00+01:00", 30, "2026-11-23T14:00:00+01:00"),
    ],
)
def test_a_time_that_nobody_can_keep_is_refused_with_the_next_opening(
    live: LiveServer, office: Member, camille: Member, at: str, minutes: int, opening: str
) -> None:
    request = ask(live, office, "A", contract_id=contract(live, office))
    answer = plan(camille, office, request, at, minutes)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    title = answer.json()["title"]
    assert title.startswith("appointment_at: '2026-") and opening in title and f"{minutes} minutes" in title
    assert live.data(office.organisation, request)["status"] == "new"
    assert plan(camille, office, request, "2026-11-23T11:30:00+01:00").status_code == PLANNED


@pytest.mark.parametrize("at", ["2026-11-22T10:00:00Z", "2026-11-22T09:00:00Z", "2199-12-31T23:59:59Z", "2027-11-24T10:00:00Z"])
def test_a_time_that_has_passed_or_is_more_than_a_year_away_is_refused(live: LiveServer, office: Member, camille: Member, at: str) -> None:
    """Also where nobody knows the hours."""
    answer = plan(camille, office, ask(live, office, "A"), at)
    assert answer.status_code == 422
    assert answer.json()["title"].startswith(f"appointment_at: '{at[:19]}") and "2026-11-22T10:00:00" in answer.json()["title"]


def test_where_nobody_knows_the_hours_any_time_of_the_year_is_taken(live: LiveServer, office: Member, camille: Member) -> None:
    night = "2026-12-25T02:00:00Z"
    unread = contract(live, office, number="C2", offer_copy={})
    ended = contract(live, office, number="C3", status="ended")
    later = contract(live, office, number="C4", start="2026-12-01")
    for name, known in (("A", None), ("B", unread), ("C", ended), ("D", later)):
        assert plan(camille, office, ask(live, office, name, contract_id=known), night).status_code == PLANNED, name


def test_a_contract_that_a_letter_ended_before_the_request_gives_no_hours(live: LiveServer, office: Member, camille: Member) -> None:
    night = "2026-12-25T02:00:00Z"
    known = contract(live, office, status="resignation_sent")
    request = ask(live, office, "A", contract_id=known)
    letter = live.put(office, "resignation", contract_id=known, status="sent", effective_date="2026-11-22")
    assert plan(camille, office, request, night).status_code == 422
    live.put(office, "resignation", letter, effective_date="2026-11-21")
    assert plan(camille, office, request, night).status_code == PLANNED


def test_the_holidays_of_the_site_close_support(live: LiveServer, office: Member, camille: Member) -> None:
    good_friday = "2027-03-26T10:00:00+01:00"
    known = contract(live, office)
    strasbourg = live.put(office, "site", name="Strasbourg", holiday_zone="alsace-moselle")
    request = ask(live, office, "A", contract_id=known)
    # The only site, the request's, the machine's: each counts before the one named before it.
    assert plan(camille, office, request, good_friday).status_code == 422
    lyon = live.put(office, "site", name="Lyon", holiday_zone="mainland")
    assert plan(camille, office, request, good_friday).status_code == PLANNED
    there = ask(live, office, "B", contract_id=known, site_id=strasbourg)
    assert plan(camille, office, there, good_friday).status_code == 422
    machine = live.put(office, "equipment", designation="Caisse", site_id=lyon)
    moved = ask(live, office, "C", contract_id=known, site_id=strasbourg, equipment_id=machine)
    assert plan(camille, office, moved, good_friday).status_code == PLANNED


def test_a_bridge_day_that_was_published_since_closes_support(live: LiveServer, office: Member, camille: Member) -> None:
    copy = frozen_support_offer()
    request = ask(live, office, "A", contract_id=contract(live, office, offer_copy=copy))
    bridge = "2027-05-07T10:00:00+02:00"
    assert plan(camille, office, request, bridge).status_code == PLANNED
    given = {"provider": copy["provider"]["id"], "day": "2027-05-07", "label": "Pont"}
    assert camille.client.post("/v1/staff/bridge-days", json=given).status_code == 200
    answer = plan(camille, office, request, bridge)
    assert answer.status_code == 422 and "2027-05-10T09:00:00+02:00" in answer.json()["title"]


def test_where_support_never_opens_no_time_can_be_agreed(live: LiveServer, office: Member, camille: Member) -> None:
    copy = frozen_support_offer()
    copy["support"]["bridge_days"] = [(date(2026, 1, 1) + timedelta(days)).isoformat() for days in range(1200)]
    request = ask(live, office, "A", contract_id=contract(live, office, offer_copy=copy))
    answer = plan(camille, office, request, "2026-11-24T10:00:00Z")
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")
    title = answer.json()["title"]
    assert title.startswith("appointment_at: '2026-11-24") and "support does not open" in title.lower()
    begun = camille.client.post(path(office, f"requests/{request}/interventions"), json={"kind": "phone"})
    assert begun.json()["data"]["waited_minutes"] is None


def test_a_service_that_is_not_due_on_the_day_is_not_planned(live: LiveServer, office: Member, camille: Member) -> None:
    known, site = managed(live, office, "Paris", 10)
    asked = {"kind": "service", "service": "on_site_visit", "contract_id": known, "site_id": site, "covered": None, "cover_note": "x"}
    first, second = (ask(live, office, name, **asked) for name in "AB")
    assert plan(camille, office, first, "2026-12-01T10:00:00Z").status_code == PLANNED
    planned = live.data(office.organisation, first)
    assert planned["covered"] is True and "C0" in planned["cover_note"]
    refused = plan(camille, office, second, "2026-12-08T10:00:00Z")
    assert (refused.status_code, refused.json()["code"], refused.json()["detail"]) == (409, "refused", "service")
    assert "1 Jan 2027" in refused.json()["title"] and "1 Dec 2026" in refused.json()["title"]
    after = live.data(office.organisation, second)
    assert (after["status"], after["covered"], after["cover_note"]) == ("new", None, "x")
    # The year after, the visit is due again; and without a day nothing is promised.
    assert plan(camille, office, second, "2027-01-12T10:00:00Z").status_code == PLANNED
    assert camille.client.post(path(office, f"requests/{second}/call-back"), json={}).status_code == PLANNED


def test_a_request_from_the_end_of_time_is_planned_all_the_same(live: LiveServer, office: Member, camille: Member) -> None:
    """Servers took such moments once."""
    request = ask(live, office, "A", contract_id=contract(live, office))
    old = live.data(office.organisation, request)
    with live.database.writing() as connection:
        data = json.dumps({**old, "opened_at": "9999-12-31T23:59:59.999999+00:00"}, ensure_ascii=False, separators=(",", ":"))
        connection.execute(update(record).where(record.c.row_id == request).values(data=data))
    assert plan(camille, office, request, "2026-11-23T11:30:00+01:00").status_code == PLANNED
    assert camille.client.post(path(office, f"requests/{request}/interventions"), json={"kind": "phone"}).status_code == 201
