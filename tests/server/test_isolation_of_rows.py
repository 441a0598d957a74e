"""Invariant 14 in rows: what another organisation has is no reference, takes no value here, and stands in no list or view of staff."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from uuid_utils.compat import uuid7

from app.domain.synced import SYNCED
from app.server.staff.schemas import ListedType
from app.sync.wire import Result
from tests.server.live import LiveServer, Member, defaults
from tests.server.one_of_each import one_of_each
from tests.server.rating_lab import worked
from tests.server.test_who_writes import Desk

SECRET = "Geheimnis"


@pytest.fixture
def ours(live: LiveServer, office: Member) -> Desk:
    return Desk(live, office)


@pytest.fixture
def theirs(live: LiveServer) -> Desk:
    return Desk(live, live.device(live.organisation(1, "Autre pressing")))


def said(result: Result) -> tuple[Any, ...]:
    """All that an answer tells apart from its number and the version it made."""
    return result.status, result.reason, result.conflicts, result.server, result.by


def test_invariant_14_a_row_of_others_is_refused_like_one_that_nobody_has(ours: Desk, theirs: Desk) -> None:
    """In every field that points to a record, of what is new and of what is there."""
    walked = 0
    for name, kind in SYNCED.items():
        for field, one in kind.fields.items():
            if not one.refers:
                continue
            answers = []
            for target in (theirs.rows[one.refers], str(uuid7())):
                new = ours.write("put", name, ours.values(name, **{field: target}), row=str(uuid7()), staff=True)
                assert (new.status, new.reason and new.reason.code) == ("rejected", "unknown_reference"), (name, field)
                there = ours.write("patch", name, {field: target}, staff=True)
                assert there.status == "rejected", (name, field)
                answers.append((said(new), said(there)))
            assert answers[0] == answers[1], (name, field)
            walked += 1
    assert walked > 25


def test_invariant_14_what_others_have_taken_is_free_here(ours: Desk, theirs: Desk) -> None:
    """Numbers, that is; a value that points to a row can be no other organisation's at all."""
    numbered = [name for name, kind in SYNCED.items() if kind.unique == "number"]
    assert numbered
    for name in numbered:
        rows = {}
        for office in (theirs, ours):
            rows[office] = str(uuid7())
            assert office.write("put", name, office.values(name, number="A-1"), row=rows[office], staff=True).status == "ok", name
            again = office.write("put", name, office.values(name, number="A-1"), row=str(uuid7()), staff=True)
            assert (again.reason and again.reason.code) == "taken", name
        # Given up by the one, it is still the other's.
        assert theirs.write("patch", name, {"number": "A-2"}, row=rows[theirs], staff=True).status == "ok"
        for office, status in ((ours, "rejected"), (theirs, "ok")):
            assert office.write("put", name, office.values(name, number="A-1"), row=str(uuid7()), staff=True).status == status, name


def test_invariant_14_lists_of_staff_have_only_what_the_organisation_has(ours: Desk, theirs: Desk, camille: Member) -> None:
    for desk in (ours, theirs):
        root = f"/v1/staff/organisations/{desk.office.organisation}"
        for name in get_args(ListedType):
            page = camille.client.get(f"{root}/records/{name}", params={"limit": 1}).json()
            assert ([one["id"] for one in page["records"]], page["next"]) == ([desk.rows[name]], None), name
        queue = camille.client.get(f"{root}/queue", params={"limit": 1}).json()
        assert ([one["id"] for one in queue["requests"]], queue["next"]) == ([desk.rows["support_request"]], None)
        devices = camille.client.get(f"{root}/devices").json()["devices"]
        assert [one["id"] for one in devices] == [desk.office.id]
    counted = camille.client.get("/v1/staff/organisations").json()["organisations"]
    assert {one["id"]: (one["devices"], one["waiting"]) for one in counted} == {one.office.organisation: (1, 1) for one in (ours, theirs)}


def test_invariant_14_what_belongs_to_a_row_of_others_belongs_to_no_row_of_the_same_id(
    live: LiveServer, office: Member, camille: Member
) -> None:
    """Ids are random, but what an organisation imports it may have from another: a request and a claim that both have."""
    live.put(office, "organisation", name=SECRET, email="geheimnis@pressing.example")
    real = one_of_each(live, office, camille, SECRET)
    request, claim, machine = real["request"][-1], real["claim"][0], real["equipment"][0]
    live.put(office, "support_request", request, equipment_id=machine)
    live.put(office, "request_message", request_id=request, body=SECRET)
    live.put(office, "rating", request_id=request, value="great", origin="app", comment=SECRET)
    live.put(office, "document", request_id=request, title=SECRET)
    other = live.device(live.organisation(1, "Autre pressing"))
    live.push(other, "put", "support_request", request, {**defaults("support_request"), "number": "D1"})
    live.push(other, "put", "claim", claim, {**defaults("claim"), "number": "S1", "equipment_id": live.put(other, "equipment")})
    root = f"/v1/staff/organisations/{other.organisation}"
    for where, empty in ((f"requests/{request}", ("messages", "interventions", "documents")), (f"claims/{claim}", ("documents",))):
        assert SECRET in camille.client.get(f"/v1/staff/organisations/{office.organisation}/{where}").text
        found = camille.client.get(f"{root}/{where}")
        assert SECRET not in found.text
        assert [found.json()[name] for name in empty] == [[] for _ in empty]
    worked(live, other, request)
    # An intervention that runs there does not keep this one from ending, and the mail for it goes to no address of theirs.
    resolved = camille.client.post(f"{root}/requests/{request}/resolve", json={"resolution": "Fait"})
    assert (resolved.status_code, resolved.json()["mail_queued"]) == (200, False)


def test_invariant_14_what_others_were_sent_or_have_said_keeps_nobody_from_being_asked(live: LiveServer, camille: Member) -> None:
    """The same request in three: one has rated it, the customers of the two others are asked by a mail each."""
    request = str(uuid7())
    members = [live.device(live.organisation(number, f"Pressing {number}")) for number in range(3)]
    for member in members:
        values = {**defaults("support_request"), "number": "D1", "contact": "rose@pressing.example"}
        live.push(member, "put", "support_request", request, values)
        worked(live, member, request)
    live.put(members[0], "rating", request_id=request, value="great", origin="app")
    queued = []
    for member in members:
        where = f"/v1/staff/organisations/{member.organisation}/requests/{request}/resolve"
        queued.append(camille.client.post(where, json={"resolution": "Fait"}).json()["mail_queued"])
    assert queued == [False, True, True]
