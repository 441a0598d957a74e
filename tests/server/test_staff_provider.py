"""What the provider decides and publishes, over HTTP, on both databases."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.server.live import LiveServer, Member
from tests.support_offers import OFFERS


def path(office: Member, rest: str) -> str:
    return f"/v1/staff/organisations/{office.organisation}/{rest}"


def told(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code", "")


@pytest.fixture
def claim(live: LiveServer, office: Member) -> str:
    """A claim for a machine."""
    machine = live.put(office, "equipment", designation="Caisse")
    return live.put(office, "claim", equipment_id=machine, number="S1", type="breakage", status="declared")


def test_a_claim_is_decided(live: LiveServer, office: Member, camille: Member, claim: str) -> None:
    given = {"covered": True, "note": "Casse couverte", "status": "in_hand"}
    decided = camille.client.post(path(office, f"claims/{claim}/decision"), json=given).json()["data"]
    assert (decided["covered"], decided["cover_note"]["fr"], decided["status"], decided["closed_at"]) == (
        True,
        "Casse couverte",
        "in_hand",
        None,
    )
    repaired = camille.client.post(path(office, f"claims/{claim}/decision"), json={"status": "repaired", "outcome_note": "Rendue"}).json()[
        "data"
    ]
    assert (repaired["status"], repaired["outcome_note"], repaired["cover_note"]["en"]) == ("repaired", "Rendue", "Casse couverte")
    assert repaired["closed_at"] == live.at("2026-11-22T10:00+00:00")
    assert told(camille.client.post(path(office, f"claims/{claim}/decision"), json={"status": "in_hand"})) == (409, "refused")


def test_a_decision_says_something(office: Member, camille: Member, claim: str) -> None:
    assert told(camille.client.post(path(office, f"claims/{claim}/decision"), json={})) == (422, "invalid")


def test_a_replaced_claim_names_the_device_that_takes_the_place(live: LiveServer, office: Member, camille: Member, claim: str) -> None:
    where = path(office, f"claims/{claim}/decision")
    assert told(camille.client.post(where, json={"status": "replaced"})) == (422, "invalid")
    unknown = {"status": "replaced", "replacement_equipment": claim}
    assert told(camille.client.post(where, json=unknown)) == (422, "invalid")
    other = live.put(office, "equipment", designation="Caisse neuve")
    replaced = camille.client.post(where, json={"status": "replaced", "replacement_equipment": other}).json()["data"]
    assert (replaced["replacement_equipment_id"], replaced["replaced_at"]) == (other, live.at("2026-11-22T10:00+00:00"))


def test_only_the_provider_decides_of_cover(live: LiveServer, office: Member, claim: str) -> None:
    with pytest.raises(AssertionError, match="staff_only"):
        live.put(office, "claim", claim, covered=True)


def test_a_resignation_is_confirmed_once_it_was_sent(live: LiveServer, office: Member, camille: Member) -> None:
    contract = live.put(office, "contract", number="C1")
    letter = live.put(office, "resignation", contract_id=contract)
    where = path(office, f"resignations/{letter}/confirmation")
    assert told(camille.client.post(where, json={})) == (409, "refused")
    live.put(office, "resignation", letter, status="sent", sent_on="2026-11-20")
    assert told(camille.client.post(where, json={"received_on": "2026-11-30"})) == (422, "invalid")
    confirmed = camille.client.post(where, json={"received_on": "2026-11-21"}).json()["data"]
    assert (confirmed["status"], confirmed["received_on"], confirmed["confirmed_on"]) == ("confirmed", "2026-11-21", "2026-11-22")


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


def offer_text(version: int = 1) -> str:
    text = Path(OFFERS / "gesticlean-support.toml").read_text("utf-8")
    return text.replace("version = 1", f"version = {version}", 1)


def test_an_offer_is_published_to_all_once(live: LiveServer, office: Member, camille: Member) -> None:
    other = live.organisation(1, "Autre pressing")
    for changed in (2, 0):
        answer = camille.client.post("/v1/staff/offers", json={"toml": offer_text()})
        assert answer.json() == {"organisations": 2, "changed": changed}
    found = office.client.get("/v1/sync/changes").json()["changes"]
    assert [(one["type"], one["data"]["offer"], one["data"]["version"]) for one in found] == [("published_offer", "gesticlean-support", 1)]
    third = live.organisation(2, "Nouveau pressing")
    chosen = camille.client.post("/v1/staff/offers", json={"toml": offer_text(), "organisations": [other, third]})
    assert chosen.json() == {"organisations": 2, "changed": 1}


def test_what_was_published_stays_as_it_is(live: LiveServer, office: Member, camille: Member) -> None:
    assert camille.client.post("/v1/staff/offers", json={"toml": offer_text()}).status_code == 200
    assert told(camille.client.post("/v1/staff/offers", json={"toml": offer_text() + "# autre\n"})) == (409, "refused")
    assert camille.client.post("/v1/staff/offers", json={"toml": offer_text(2)}).json()["changed"] == 1


def test_a_wrong_offer_is_refused_with_its_lines(live: LiveServer, office: Member, camille: Member) -> None:
    wrong = offer_text().replace("unit_price = 33.00", "unit_price = -1", 1)
    answer = camille.client.post("/v1/staff/offers", json={"toml": wrong})
    assert told(answer) == (422, "invalid")
    assert "line" in answer.json()["detail"] and "unit_price" in answer.json()["detail"]
    assert office.client.get("/v1/sync/changes").json()["changes"] == []


def test_bridge_days_are_published(live: LiveServer, office: Member, camille: Member) -> None:
    given = {"provider": "inforum", "day": "2027-05-07", "label": "Pont"}
    assert camille.client.post("/v1/staff/bridge-days", json=given).json() == {"organisations": 1, "changed": 1}
    assert camille.client.post("/v1/staff/bridge-days", json=given).json() == {"organisations": 1, "changed": 0}
    listed = camille.client.get(path(office, "records/bridge_day")).json()["records"]
    assert [(one["data"]["day"], one["data"]["provider_id"]) for one in listed] == [("2027-05-07", "inforum")]


def test_a_bridge_day_is_taken_back_and_published_again(live: LiveServer, office: Member, camille: Member) -> None:
    given = {"provider": "inforum", "day": "2027-05-07", "label": "Pont"}
    other = {**given, "label": "Pont de l’Ascension"}
    assert camille.client.post("/v1/staff/bridge-days/withdrawal", json=given).json() == {"organisations": 1, "changed": 0}
    for sent in (given, other):
        assert camille.client.post("/v1/staff/bridge-days", json=sent).json()["changed"] == 1
        listed = camille.client.get(path(office, "records/bridge_day")).json()["records"]
        assert [one["data"]["label"] for one in listed] == [sent["label"]]
        assert camille.client.post("/v1/staff/bridge-days/withdrawal", json=given).json()["changed"] == 1
        assert camille.client.get(path(office, "records/bridge_day")).json()["records"] == []


def test_publishing_to_an_organisation_that_is_not_there_publishes_nothing(live: LiveServer, office: Member, camille: Member) -> None:
    nobody = "018f6a4e-0000-7000-8000-000000000001"
    given: dict[str, Any] = {"provider": "inforum", "day": "2027-05-07", "organisations": [office.organisation, nobody]}
    assert told(camille.client.post("/v1/staff/bridge-days", json=given)) == (404, "not_found")
    assert office.client.get("/v1/sync/changes").json()["changes"] == []


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
