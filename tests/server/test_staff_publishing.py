"""Offers and bridge days that the provider publishes, over HTTP, on both databases: to some organisations, to all, and to those to come."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import httpx
import pytest

from app.server import organisations
from app.server.publications import Publication
from tests.server.live import SIRENS, LiveServer, Member
from tests.support_offers import OFFERS

PONT = {"provider": "inforum", "day": "2027-05-07", "label": "Pont"}


def path(office: Member, rest: str) -> str:
    return f"/v1/staff/organisations/{office.organisation}/{rest}"


def told(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json().get("code", "")


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
    chosen = camille.client.post("/v1/staff/offers", json={"toml": offer_text(2), "organisations": [other]})
    assert chosen.json() == {"organisations": 1, "changed": 1}


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
    given = PONT
    assert camille.client.post("/v1/staff/bridge-days", json=given).json() == {"organisations": 1, "changed": 1}
    assert camille.client.post("/v1/staff/bridge-days", json=given).json() == {"organisations": 1, "changed": 0}
    listed = camille.client.get(path(office, "records/bridge_day")).json()["records"]
    assert [(one["data"]["day"], one["data"]["provider_id"]) for one in listed] == [("2027-05-07", "inforum")]


def test_a_bridge_day_is_taken_back_and_published_again(live: LiveServer, office: Member, camille: Member) -> None:
    given = PONT
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


def records(staff: Member, organisation: str, kind: str) -> list[dict[str, Any]]:
    """The living records of a type, as staff see them."""
    found: list[dict[str, Any]] = staff.client.get(f"/v1/staff/organisations/{organisation}/records/{kind}").json()["records"]
    return found


def row_id(name: str) -> str:
    """The id that follows from what is published, which any computer can compute."""
    return str(uuid5(UUID("0b6a4a0e-6a43-5f0b-9c8e-1f6f4d1f7a51"), name))


# Ids that a shop has taken ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("deleted", [False, True])
def test_an_id_that_a_shop_has_taken_hinders_nobody(live: LiveServer, office: Member, camille: Member, deleted: bool) -> None:
    other = live.device(live.organisation(1, "Autre pressing"))
    for name in ("bridge day inforum 2027-05-07", "offer gesticlean-support 1"):
        values = {"name": "Le mien", "address": "", "postal_code": "", "city": "", "phone": "", "holiday_zone": "mainland"}
        live.push(office, "put", "site", row_id(name), values)
        if deleted:
            live.push(office, "delete", "site", row_id(name), {})
    for where, given, kind in (("bridge-days", PONT, "bridge_day"), ("offers", {"toml": offer_text()}, "published_offer")):
        for changed in (2, 0):
            answer = camille.client.post(f"/v1/staff/{where}", json=given)
            assert answer.json() == {"organisations": 2, "changed": changed}
        (mine,), (theirs,) = (records(camille, one.organisation, kind) for one in (office, other))
        assert mine["data"] == theirs["data"] and mine["id"] != theirs["id"]
    # The computers get it like any other, and it is taken back and given again like any other.
    assert "bridge_day" in [one["type"] for one in office.client.get("/v1/sync/changes").json()["changes"]]
    for sent in (PONT, {**PONT, "label": "Pont de l’Ascension"}):
        assert camille.client.post("/v1/staff/bridge-days/withdrawal", json=PONT).json() == {"organisations": 2, "changed": 2}
        assert records(camille, office.organisation, "bridge_day") == records(camille, other.organisation, "bridge_day") == []
        assert camille.client.post("/v1/staff/bridge-days", json=sent).json() == {"organisations": 2, "changed": 2}
        assert [one["data"]["label"] for one in records(camille, office.organisation, "bridge_day")] == [sent["label"]]
    assert len(records(camille, office.organisation, "site")) == (0 if deleted else 2)


def test_what_was_published_under_another_id_stays_as_it_is(live: LiveServer, office: Member, camille: Member) -> None:
    live.put(office, "person", name="Marie", active=True)
    values = {"name": "Marie", "email": "", "site_id": None, "active": True}
    live.push(office, "put", "person", row_id("bridge day inforum 2027-05-07"), values)
    assert camille.client.post("/v1/staff/bridge-days", json=PONT).json()["changed"] == 1
    answer = camille.client.post("/v1/staff/bridge-days", json={**PONT, "label": "Autre"})
    assert told(answer) == (409, "refused")
    assert answer.json()["detail"] == office.organisation and answer.json()["title"].startswith("label: ")


def test_what_stands_in_for_a_taken_id_is_not_mistaken_for_another(live: LiveServer, office: Member, camille: Member) -> None:
    """Another day of the same provider, and another version of the same offer."""
    for name in ("bridge day inforum 2027-05-14", "offer gesticlean-support 2"):
        values = {"name": "Le mien", "address": "", "postal_code": "", "city": "", "phone": "", "holiday_zone": "mainland"}
        live.push(office, "put", "site", row_id(name), values)
    for sent in (PONT, {**PONT, "day": "2027-05-14"}):
        assert camille.client.post("/v1/staff/bridge-days", json=sent).json()["changed"] == 1
    for version in (1, 2):
        assert camille.client.post("/v1/staff/offers", json={"toml": offer_text(version)}).json()["changed"] == 1
    withdrawn = camille.client.post("/v1/staff/bridge-days/withdrawal", json={**PONT, "day": "2027-05-14"})
    assert withdrawn.json() == {"organisations": 1, "changed": 1}
    assert [one["data"]["day"] for one in records(camille, office.organisation, "bridge_day")] == [PONT["day"]]


# Organisations that are added later ------------------------------------------------------------------------------------------------


def test_an_organisation_that_is_added_later_has_what_was_published_to_all(live: LiveServer, office: Member, camille: Member) -> None:
    only = {**PONT, "day": "2027-05-14", "organisations": [office.organisation]}
    for where, given in (
        ("offers", {"toml": offer_text()}),
        ("offers", {"toml": offer_text(2)}),
        ("bridge-days", PONT),
        ("bridge-days", {**PONT, "day": "2027-11-12"}),
        ("bridge-days", only),
        ("bridge-days/withdrawal", {**PONT, "day": "2027-11-12"}),
    ):
        assert camille.client.post(f"/v1/staff/{where}", json=given).status_code == 200
    later = live.device(live.organisation(1, "Nouveau pressing"))
    for kind, known in (("published_offer", 2), ("bridge_day", 1)):
        theirs = records(camille, later.organisation, kind)
        assert len(theirs) == known
        mine = {one["id"]: one["data"] for one in records(camille, office.organisation, kind)}
        assert all(mine[one["id"]] == one["data"] and one["by"] == "Camille Rey" for one in theirs)
    # Its computers read it as they read anything, and publishing it once more changes nothing.
    assert len(later.client.get("/v1/sync/changes").json()["changes"]) == 3
    assert camille.client.post("/v1/staff/bridge-days", json=PONT).json() == {"organisations": 2, "changed": 0}
    taken_back = {**PONT, "organisations": [later.organisation]}
    assert camille.client.post("/v1/staff/bridge-days/withdrawal", json=taken_back).json()["changed"] == 1


def test_what_is_published_to_all_is_kept_even_before_there_is_anybody(live: LiveServer, camille: Member) -> None:
    assert camille.client.post("/v1/staff/offers", json={"toml": offer_text()}).json() == {"organisations": 0, "changed": 0}
    other = camille.client.post("/v1/staff/offers", json={"toml": offer_text() + "# autre\n"})
    assert told(other) == (409, "refused") and other.json()["title"].startswith("toml: ")
    assert [one["data"]["toml"] for one in records(camille, live.organisation(), "published_offer")] == [offer_text()]


def test_what_no_record_can_hold_is_not_kept_for_anybody(live: LiveServer, office: Member, camille: Member) -> None:
    answer = camille.client.post("/v1/staff/bridge-days", json={**PONT, "label": "Pont\x00"})
    assert told(answer) == (422, "invalid") and "label" in answer.json()["detail"]
    assert records(camille, live.organisation(1), "bridge_day") == []


def test_an_organisation_that_is_added_while_something_is_published_has_it_too(live: LiveServer, office: Member, camille: Member) -> None:
    """Whoever adds it has looked for publications already when the next one comes, and has not committed yet."""
    answers: list[httpx.Response] = []
    publishing = threading.Thread(target=lambda: answers.append(camille.client.post("/v1/staff/bridge-days", json=PONT)))
    with live.database.writing() as connection:
        added = organisations.add(connection, "Nouveau pressing", SIRENS[1], live.clock.now())
        publishing.start()
        publishing.join(1)
        assert not answers
    publishing.join(30)
    assert answers[0].json() == {"organisations": 2, "changed": 2}
    assert [one["data"]["label"] for one in records(camille, added, "bridge_day")] == ["Pont"]


def test_an_unknown_organisation_is_named(camille: Member) -> None:
    nobody = "018f6a4e-0000-7000-8000-000000000001"
    answer = camille.client.post("/v1/staff/bridge-days", json={**PONT, "organisations": [nobody]})
    assert told(answer) == (404, "not_found") and nobody in answer.json()["title"]


def test_the_id_follows_from_what_is_published() -> None:
    published = Publication(
        "bridge_day", "bridge day inforum 2027-05-07", {"provider_id": "inforum", "day": "2027-05-07"}, {"label": "Pont"}
    )
    assert published.row_id == row_id("bridge day inforum 2027-05-07")
