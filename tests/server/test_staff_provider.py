"""What the provider decides and publishes, over HTTP, on both databases."""

from __future__ import annotations

import httpx

from tests.server.live import LiveServer, Member


def path(office: Member, rest: str) -> str:
    return f"/v1/staff/organisations/{office.organisation}/{rest}"


def told(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code", "")


def test_a_backup_subscription_is_set_and_ended(live: LiveServer, office: Member, camille: Member) -> None:
    machine = live.put(office, "equipment", designation="Caisse")
    where = path(office, "backup-subscriptions")
    begun = camille.client.post(where, json={"equipment": machine, "licence": "GC-1", "subscribed": True}).json()
    assert (begun["data"]["subscribed"], begun["data"]["since"], begun["data"]["licence"]) == (True, "2026-11-22", "GC-1")
    live.clock.pass_by(3 * 86_400)
    same = camille.client.post(where, json={"equipment": machine, "subscribed": True}).json()
    assert (same["id"], same["data"]["since"]) == (begun["id"], "2026-11-22")
    ended = camille.client.post(where, json={"equipment": machine, "subscribed": False, "since": "2026-12-01"}).json()
    assert (ended["id"], ended["data"]["subscribed"], ended["data"]["since"]) == (begun["id"], False, "2026-12-01")
    assert told(camille.client.post(where, json={"equipment": begun["id"], "subscribed": True})) == (422, "invalid")


def test_a_subscription_of_tonight_begins_on_the_day_that_it_is_in_paris(live: LiveServer, office: Member, camille: Member) -> None:
    machine = live.put(office, "equipment", designation="Caisse")
    live.clock.pass_by(13.5 * 3600)
    begun = camille.client.post(path(office, "backup-subscriptions"), json={"equipment": machine, "subscribed": True}).json()
    assert begun["data"]["since"] == "2026-11-23"


def test_only_a_pc_that_is_there_gets_the_backup_option(live: LiveServer, office: Member, camille: Member) -> None:
    where = path(office, "backup-subscriptions")
    belt, till, gone = (live.put(office, "equipment", designation=kind, kind=kind) for kind in ("conveyor", "till", "computer"))
    live.push(office, "delete", "equipment", gone, {})
    for given, field in (
        ({"equipment": belt, "subscribed": True}, "equipment"),
        ({"equipment": gone, "subscribed": True}, "equipment"),
        ({"equipment": gone, "subscribed": False}, "equipment"),
        ({"equipment": till, "subscribed": True, "since": "2199-01-01"}, "since"),
        ({"equipment": till, "subscribed": True, "contract": belt}, "contract"),
    ):
        answer = camille.client.post(where, json=given)
        assert told(answer) == (422, "invalid")
        assert answer.json()["title"].startswith(f"{field}: '{given[field]}'") and "expected: " in answer.json()["title"]
    assert camille.client.get(path(office, "records/backup_option")).json()["records"] == []
    assert camille.client.post(where, json={"equipment": till, "subscribed": True, "since": "2027-11-23"}).status_code == 200


def test_the_option_of_a_machine_that_is_gone_can_be_ended(live: LiveServer, office: Member, camille: Member) -> None:
    where, machine = path(office, "backup-subscriptions"), live.put(office, "equipment", designation="Caisse")
    camille.client.post(where, json={"equipment": machine, "subscribed": True})
    live.push(office, "delete", "equipment", machine, {})
    assert told(camille.client.post(where, json={"equipment": machine, "subscribed": True})) == (422, "invalid")
    assert camille.client.post(where, json={"equipment": machine, "subscribed": False}).json()["data"]["subscribed"] is False


def test_a_licence_is_kept_replaced_and_emptied(live: LiveServer, office: Member, camille: Member) -> None:
    machine = live.put(office, "equipment", designation="Caisse")
    for given, known in (({"licence": "GC-1"}, "GC-1"), ({}, "GC-1"), ({"licence": "GC-2"}, "GC-2"), ({"licence": ""}, "")):
        answer = camille.client.post(path(office, "backup-subscriptions"), json={"equipment": machine, "subscribed": True, **given})
        assert answer.json()["data"]["licence"] == known


def test_records_are_listed_page_by_page(live: LiveServer, office: Member, camille: Member) -> None:
    ids = sorted(live.put(office, "site", name=f"Site {number}") for number in range(5))
    found: list[str] = []
    cursor: str | None = None
    while True:
        params: dict[str, str] = {"limit": "2", **({"cursor": cursor} if cursor else {})}
        page = camille.client.get(path(office, "records/site"), params=params).json()
        found += [one["id"] for one in page["records"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert found == ids


def test_a_revoked_device_is_told_so(live: LiveServer, office: Member, camille: Member) -> None:
    second = live.device(office.organisation)
    secret = office.client.get("/v1/technician-secret").json()["secret"]
    listed = camille.client.get(path(office, "devices")).json()["devices"]
    assert [(one["letter"], one["revoked_at"]) for one in listed] == [("A", None), ("B", None)]
    revoked = camille.client.post(path(office, f"devices/{second.id}/revocation")).json()
    assert revoked["revoked_at"] == live.at("2026-11-22T10:00+00:00")
    assert told(second.client.get("/v1/sync/info")) == (403, "revoked")
    assert office.client.get("/v1/sync/info").status_code == 200
    assert office.client.get("/v1/technician-secret").json()["secret"] != secret


def test_a_new_activation_code_makes_a_device(live: LiveServer, office: Member, camille: Member) -> None:
    made = camille.client.post(path(office, "activation-codes"))
    assert made.status_code == 201
    sent = {"code": made.json()["code"], "device_name": "Caisse 2"}
    admitted = live.client().post("/v1/activate", json=sent)
    assert (admitted.status_code, admitted.json()["organisation"], admitted.json()["letter"]) == (200, office.organisation, "B")
    assert live.client().post("/v1/activate", json=sent).status_code == 401
