"""Values that no two records share, over HTTP: within a group of changes, within a push, and from one push to the next."""

from __future__ import annotations

from typing import Any

from uuid_utils.compat import uuid7

from tests.server.live import LiveServer, Member, defaults
from tests.sync_deeds import person_values, site_values


def push(office: Member, *changes: dict[str, Any]) -> list[tuple[str, str]]:
    """What becomes of changes that are sent together: the status and the reason of each."""
    info = office.client.get("/v1/sync/info").json()
    mutations = [{"base": info["head"], **one, "n": n} for n, one in enumerate(changes, office.n + 1)]
    answer = office.client.post("/v1/sync/push", json={"epoch": info["epoch"], "prev": office.n, "mutations": mutations})
    assert answer.status_code == 200, answer.text
    office.n += len(changes)
    return [(one["status"], (one.get("reason") or {}).get("code", "")) for one in answer.json()["results"]]


def change(op: str, kind: str, row: str, values: dict[str, Any], tx: str = "") -> dict[str, Any]:
    identity = str(uuid7())
    return {"id": identity, "tx": tx or identity, "op": op, "type": kind, "row": row, "set": values}


def request(number: str, tx: str = "", row: str = "") -> dict[str, Any]:
    """A new request with that number."""
    return change("put", "support_request", row or str(uuid7()), {**defaults("support_request"), "number": number}, tx)


def numbered(row: str, number: str, **more: Any) -> dict[str, Any]:
    """A request that is there gets another number."""
    return {**change("patch", "support_request", row, {"number": number}), **more}


def test_two_records_of_one_group_share_no_number_and_leave_it_free(live: LiveServer, office: Member) -> None:
    tx = str(uuid7())
    assert push(office, request("A", tx), request("A", tx), request("A")) == [("rejected", "group"), ("rejected", "taken"), ("ok", "")]
    assert push(office, request("A")) == [("rejected", "taken")]


def test_two_groups_of_one_push_share_no_number(live: LiveServer, office: Member) -> None:
    assert push(office, request("A"), request("A"), request("B")) == [("ok", ""), ("rejected", "taken"), ("ok", "")]


def test_what_a_refused_group_made_is_not_there_for_the_next_one(live: LiveServer, office: Member) -> None:
    """The server reads what is there once, at the beginning of a push."""
    tx, site = str(uuid7()), str(uuid7())
    sent = (
        request("A", tx),
        change("put", "site", site, site_values(), tx),
        change("patch", "site", str(uuid7()), {"name": "Nobody has it"}, tx),
        request("A"),
        change("put", "person", str(uuid7()), person_values(site_id=site)),
    )
    refused = [("rejected", "group"), ("rejected", "group"), ("rejected", "unknown_row")]
    assert push(office, *sent) == [*refused, ("ok", ""), ("rejected", "unknown_reference")]


def test_a_number_that_was_given_up_is_free(live: LiveServer, office: Member) -> None:
    row = str(uuid7())
    assert push(office, request("A", row=row)) == [("ok", "")]
    assert push(office, numbered(row, "B")) == [("ok", "")]
    assert push(office, request("A"), request("B")) == [("ok", ""), ("rejected", "taken")]


def test_a_number_that_gave_way_to_another_is_free(live: LiveServer, office: Member) -> None:
    """Somebody else had changed it meanwhile: theirs stays."""
    row, late = str(uuid7()), live.device(office.organisation)
    assert push(office, request("A", row=row)) == [("ok", "")]
    assert push(office, numbered(row, "B")) == [("ok", "")]
    assert push(late, numbered(row, "C", base=1), request("C")) == [("conflict", ""), ("ok", "")]
