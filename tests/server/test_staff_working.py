"""What staff enter of their work, over HTTP: held to the rules of the shop's computers, for closed work is never taken back."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.server.live import LiveServer, Member
from tests.server.test_staff_requests import ask, path
from tests.support_offers import frozen_managed_offer, frozen_support_offer

DAY = 24 * 3600


def enter(camille: Member, office: Member, request: str, start: str, end: str | None = None, **given: Any) -> httpx.Response:
    """Staff enter work of a time of 22 November 2026, or of a whole moment."""
    moments = {name: at if "T" in at else f"2026-11-22T{at}:00Z" for name, at in (("started_at", start), ("ended_at", end)) if at}
    return camille.client.post(path(office, f"requests/{request}/interventions"), json={"kind": "phone", **moments, **given})


@pytest.mark.parametrize(
    ("start", "end", "field", "allowed"),
    [
        ("2000-01-01T00:00:00Z", "2000-01-01T01:00:00Z", "started_at", "request was made"),
        ("09:00", "09:00", "ended_at", "after the start"),
        ("09:00", "08:30", "ended_at", "after the start"),
        ("09:00", "10:01", "ended_at", "a time up to 22 Nov 2026 11:00"),
        ("2026-11-15T08:59:00Z", "09:00", "ended_at", "7 days"),
        ("10:01", None, "started_at", "up to now"),
        ("2026-11-09T08:59:00Z", None, "started_at", "request was made"),
    ],
)
def test_impossible_times_are_refused_and_say_what_is_possible(
    live: LiveServer, office: Member, camille: Member, start: str, end: str | None, field: str, allowed: str
) -> None:
    request = ask(live, office, "A", opened_at=live.at("2026-11-09T09:00:30+00:00"))
    answer = enter(camille, office, request, start, end)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid"), answer.text
    value = (start if field == "started_at" else end) or ""
    assert answer.json()["title"].startswith(f"{field}: '{value[:10] if 'T' in value else '2026-11-22'}T"), answer.text
    assert allowed in answer.json()["title"], answer.text
    assert live.data(office.organisation, request)["first_response_at"] is None


def test_work_of_the_very_minute_of_the_request_can_be_entered(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A", opened_at=live.at("2026-11-22T09:00:30+00:00"))
    assert enter(camille, office, request, "09:00", "09:10").status_code == 201
    # A computer whose clock is ahead opens requests to come: a timer starts all the same.
    ahead = ask(live, office, "B", opened_at=live.at("2026-11-22T10:05+00:00"))
    assert camille.client.post(path(office, f"requests/{ahead}/interventions"), json={"kind": "phone"}).status_code == 201


@pytest.mark.parametrize("covered", [True, False])
def test_whether_work_is_covered_is_said_when_it_is_over(live: LiveServer, office: Member, camille: Member, covered: bool) -> None:
    """A timer that starts would lose it."""
    request = ask(live, office, "A")
    refused = camille.client.post(path(office, f"requests/{request}/interventions"), json={"kind": "phone", "covered": covered})
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid")
    assert refused.json()["title"].startswith(f"covered: '{covered}'")
    assert live.data(office.organisation, request)["status"] == "new"
    assert enter(camille, office, request, "09:00", "09:30", covered=covered).status_code == 201


def test_the_same_work_is_billed_once(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A", covered=False)
    first = enter(camille, office, request, "09:00", "09:30")
    for start, end in (("09:00", "09:30"), ("09:29", "09:40")):
        again = enter(camille, office, request, start, end, technician=" camille REY ")
        assert (again.status_code, again.json()["code"], again.json()["detail"]) == (409, "refused", first.json()["id"])
        assert "Camille Rey" in again.json()["title"]
    assert enter(camille, office, request, "09:15").status_code == 409
    assert enter(camille, office, request, "09:30", "09:40").status_code == 201
    assert enter(camille, office, request, "09:00", "09:30", technician="Noor").status_code == 201
    other = ask(live, office, "B", covered=False)
    assert enter(camille, office, other, "09:00", "09:30").status_code == 201


def test_work_that_is_sent_again_under_its_key_is_answered_again(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A", covered=False)
    sent = {"kind": "phone", "started_at": "2026-11-22T09:00:00Z", "ended_at": "2026-11-22T09:30:00Z"}
    answers = [
        camille.client.post(path(office, f"requests/{request}/interventions"), json=sent, headers={"Idempotency-Key": "k"})
        for _ in range(2)
    ]
    assert [one.status_code for one in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()


def test_a_timer_that_was_forgotten_is_closed_at_its_real_end(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A", covered=False)
    work = camille.client.post(path(office, f"requests/{request}/interventions"), json={"kind": "remote"}).json()["id"]
    live.clock.pass_by(3 * DAY)
    where = path(office, f"interventions/{work}/close")
    forgotten = camille.client.post(where, json={"report": ""})
    assert (forgotten.status_code, forgotten.json()["code"]) == (422, "invalid")
    assert forgotten.json()["title"].startswith("ended_at: ''") and "Camille Rey" in forgotten.json()["title"]
    assert live.data(office.organisation, work)["ended_at"] is None
    for wrong in ("2026-11-22T10:00:00Z", "2026-11-25T10:01:00Z"):
        assert camille.client.post(where, json={"report": "", "ended_at": wrong}).status_code == 422
    closed = camille.client.post(where, json={"report": "", "ended_at": "2026-11-22T11:00:00Z"})
    assert closed.json()["data"]["billable_minutes"] == 60


def test_a_timer_of_a_day_is_closed_now(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A")
    work = camille.client.post(path(office, f"requests/{request}/interventions"), json={"kind": "remote"}).json()["id"]
    live.clock.pass_by(DAY)
    assert camille.client.post(path(office, f"interventions/{work}/close"), json={"report": ""}).json()["data"]["minutes"] == 24 * 60


def test_work_that_is_entered_afterwards_reopens_nothing(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A", status="resolved", resolved_at=live.at("2026-11-22T09:50+00:00"))
    assert enter(camille, office, request, "09:00", "09:30").status_code == 201
    after = live.data(office.organisation, request)
    assert (after["status"], after["resolved_at"]) == ("resolved", live.at("2026-11-22T09:50+00:00"))
    assert camille.client.post(path(office, f"requests/{request}/interventions"), json={"kind": "remote"}).status_code == 201
    after = live.data(office.organisation, request)
    assert (after["status"], after["resolved_at"]) == ("in_progress", None)


def test_the_first_answer_is_the_earliest_work_whenever_it_is_entered(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A")
    for start, end, first in (("09:30", "09:40", "09:30"), ("09:10", "09:20", "09:10"), ("09:45", "09:50", "09:10")):
        assert enter(camille, office, request, start, end).status_code == 201
        assert live.data(office.organisation, request)["first_response_at"] == live.at(f"2026-11-22T{first}+00:00")


def test_a_wait_is_told_of_the_first_work_and_of_no_request_from_long_ago(live: LiveServer, office: Member, camille: Member) -> None:
    known = live.put(
        office, "contract", number="S", kind="software_support", status="active", start="2025-01-01", offer_copy=frozen_support_offer()
    )
    # Friday, 10:00 in Paris: support is open from 9 to 12.
    request = ask(live, office, "A", contract_id=known, opened_at=live.at("2026-11-20T09:00+00:00"))
    friday = {"start": "2026-11-20T09:30:00Z", "end": "2026-11-20T09:40:00Z"}
    waits = [enter(camille, office, request, **friday, technician=name).json()["data"]["waited_minutes"] for name in ("Noor", "Zoé")]
    assert waits == [30, None]
    # Times are typed in whole minutes, and the shop's clock may be ahead.
    at_once = ask(live, office, "C", contract_id=known, opened_at=live.at("2026-11-20T09:30:30+00:00"))
    assert enter(camille, office, at_once, **friday).json()["data"]["waited_minutes"] == 0
    ahead = ask(live, office, "D", contract_id=known, opened_at=live.at("2026-11-23T09:30:30+00:00"))
    begun = camille.client.post(path(office, f"requests/{ahead}/interventions"), json={"kind": "phone"})
    assert begun.json()["data"]["waited_minutes"] == 0
    old = ask(live, office, "B", contract_id=known, opened_at=live.at("2025-11-20T09:00+00:00"))
    begun = camille.client.post(path(office, f"requests/{old}/interventions"), json={"kind": "phone"})
    assert begun.json()["data"]["waited_minutes"] is None


def managed(live: LiveServer, office: Member, city: str, contracts: int = 1, *services: str) -> tuple[str, str]:
    """So many managed contracts of an office, the first of them for a site in that city; its id, and the site's."""
    site = live.put(office, "site", name="Boutique", city=city)
    copy = frozen_managed_offer(*(services or ("on_site_visit",)))
    values = {"kind": "managed_it", "status": "active", "offer_copy": copy, "start": "2026-01-01"}
    ids = [live.put(office, "contract", number=f"C{number}", site_id=site, **values) for number in range(contracts)]
    return ids[0], site


def billing(answer: httpx.Response) -> tuple[int, int]:
    assert answer.status_code == 201, answer.text
    return answer.json()["data"]["covered_minutes"], answer.json()["data"]["billable_minutes"]


def test_a_visit_that_is_not_due_is_billed_and_noted(live: LiveServer, office: Member, camille: Member) -> None:
    contract, site = managed(live, office, "Lyon", 1, "unlimited_support", "on_site_visit")
    request = ask(live, office, "A", covered=True, contract_id=contract, site_id=site)
    assert billing(enter(camille, office, request, "09:00", "10:00", kind="on_site")) == (0, 60)
    after = live.data(office.organisation, request)
    # Help from afar stays covered.
    assert after["covered"] is True
    assert "C0" in after["cover_note"] and "Sur place, hors contrat" in after["cover_note"]
    assert billing(enter(camille, office, request, "09:00", "10:00", technician="Noor")) == (60, 0)
    # Whoever says it knows better.
    assert billing(enter(camille, office, request, "09:00", "10:00", kind="on_site", technician="Zoé", covered=True)) == (60, 0)


def test_a_request_for_a_visit_that_is_not_due_is_not_covered_itself(live: LiveServer, office: Member, camille: Member) -> None:
    contract, site = managed(live, office, "Lyon")
    asked = {"kind": "service", "service": "on_site_visit", "contract_id": contract, "site_id": site, "covered": None}
    request = ask(live, office, "A", **asked)
    begun = camille.client.post(path(office, f"requests/{request}/interventions"), json={"kind": "on_site"}).json()["id"]
    after = live.data(office.organisation, request)
    assert after["covered"] is False and after["cover_note"].startswith('{"fr": "Sur place, hors contrat')
    live.clock.pass_by(45 * 60)
    closed = camille.client.post(path(office, f"interventions/{begun}/close"), json={"report": ""}).json()["data"]
    assert (closed["covered_minutes"], closed["billable_minutes"]) == (0, 60)


def test_one_visit_a_year_is_due_in_the_cities_that_are_served(live: LiveServer, office: Member, camille: Member) -> None:
    contract, site = managed(live, office, "75011 Paris", 10)
    first, second = (ask(live, office, name, covered=True, contract_id=contract, site_id=site) for name in "AB")
    assert billing(enter(camille, office, first, "09:00", "09:30", kind="on_site")) == (30, 0)
    assert "cover_note" in live.data(office.organisation, first)
    assert billing(enter(camille, office, second, "09:30", "10:00", kind="on_site")) == (0, 30)


def test_a_visit_of_which_nobody_knows_whether_it_is_due_is_neither(live: LiveServer, office: Member, camille: Member) -> None:
    contract, site = managed(live, office, "", 10)
    request = ask(live, office, "A", covered=True, contract_id=contract, site_id=site)
    assert billing(enter(camille, office, request, "09:00", "09:30", kind="on_site")) == (0, 0)
    unread = live.put(office, "contract", number="X", kind="managed_it", status="active", start="2026-01-01", offer_copy={"id": "x"})
    request = ask(live, office, "B", covered=True, contract_id=unread)
    assert billing(enter(camille, office, request, "09:00", "09:30", kind="on_site")) == (0, 0)


def test_a_service_that_the_quote_does_not_name_is_no_visit(live: LiveServer, office: Member, camille: Member) -> None:
    contract, site = managed(live, office, "Paris", 10, "unlimited_support")
    request = ask(live, office, "A", covered=True, contract_id=contract, site_id=site)
    assert billing(enter(camille, office, request, "09:00", "09:30", kind="on_site")) == (0, 30)


def test_what_no_contract_pays_for_is_billed_as_the_office_s_support_contract_says(
    live: LiveServer, office: Member, camille: Member
) -> None:
    live.put(office, "contract", number="S", kind="software_support", status="active", offer_copy=frozen_support_offer())
    request = ask(live, office, "A", covered=False)
    assert billing(enter(camille, office, request, "09:00", "09:31")) == (0, 60)


@pytest.mark.parametrize("body", ["   ", "\n\t", "\u00a0", ""])
def test_a_line_without_words_is_refused(live: LiveServer, office: Member, camille: Member, body: str) -> None:
    request = ask(live, office, "A")
    answer = camille.client.post(path(office, f"requests/{request}/messages"), json={"body": body})
    assert answer.status_code == 422
    assert enter(camille, office, request, "09:00", "09:30", technician=body).status_code == 422
    said = camille.client.post(path(office, f"requests/{request}/messages"), json={"body": f" Bonjour {body}"})
    assert said.json()["data"]["body"] == "Bonjour"
