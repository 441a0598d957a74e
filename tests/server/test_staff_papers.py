"""Staff reach the papers of a claim and of a request, and requests that left the queue."""

from __future__ import annotations

from typing import get_args

import pytest

from app.server.staff.schemas import ListedType
from tests.server.live import LiveServer, Member
from tests.server.test_blobs import upload
from tests.server.test_staff_requests import ask, path


def test_the_papers_of_a_claim_and_of_a_request_are_told_and_fetched(live: LiveServer, office: Member, camille: Member) -> None:
    machine = live.put(office, "equipment", designation="Caisse")
    claim = live.put(office, "claim", number="S1", equipment_id=machine, type="theft")
    request = ask(live, office, "A")
    contents = {name: f"bytes of {name}".encode() for name in ("plainte.pdf", "facture.pdf", "capture.png")}
    belongs = {"plainte.pdf": {"claim_id": claim}, "facture.pdf": {"claim_id": claim}, "capture.png": {"request_id": request}}
    for name, content in contents.items():
        known = {"file_name": name, "media_type": "application/pdf", "sha256": upload(office, content), "size": len(content)}
        live.put(office, "document", **known, **belongs[name])

    about = camille.client.get(path(office, f"claims/{claim}")).json()
    assert (about["claim"]["data"]["number"], about["equipment"]["id"]) == ("S1", machine)
    detail = camille.client.get(path(office, f"requests/{request}")).json()
    listed = camille.client.get(path(office, "records/document")).json()["records"]
    found = {"claim": about["documents"], "request": detail["documents"], "all": listed}
    names = {where: sorted(one["data"]["file_name"] for one in papers) for where, papers in found.items()}
    assert names == {"claim": ["facture.pdf", "plainte.pdf"], "request": ["capture.png"], "all": sorted(contents)}
    for one in listed:
        fetched = camille.client.get(path(office, f"blobs/{one['data']['sha256']}"))
        assert fetched.content == contents[one["data"]["file_name"]] and len(fetched.content) == one["data"]["size"]


def test_a_claim_that_is_not_there_is_not_found(live: LiveServer, office: Member, camille: Member) -> None:
    assert camille.client.get(path(office, f"claims/{ask(live, office, 'A')}")).status_code == 404


def test_a_resolved_request_is_found_and_taken_up_again(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A")
    assert camille.client.post(path(office, f"requests/{request}/resolve"), json={"resolution": "fait"}).status_code == 200
    assert camille.client.get(path(office, "queue")).json()["requests"] == []
    (found,) = camille.client.get(path(office, "records/support_request")).json()["records"]
    assert (found["id"], found["data"]["status"]) == (request, "resolved")
    assert camille.client.post(path(office, f"requests/{found['id']}/interventions"), json={"kind": "phone"}).status_code == 201
    assert [one["id"] for one in camille.client.get(path(office, "queue")).json()["requests"]] == [request]


@pytest.mark.parametrize("kind", get_args(ListedType))
def test_every_type_that_is_named_is_listed(lite: LiveServer, kind: str) -> None:
    office = lite.device(lite.organisation())
    answer = lite.staff().client.get(path(office, f"records/{kind}"))
    assert (answer.status_code, answer.json()) == (200, {"records": [], "next": None})


def test_an_organisation_that_is_not_there_is_named(lite: LiveServer) -> None:
    nobody = "018f6a4e-0000-7000-8000-0000000000ff"
    client = lite.staff().client
    answers = [
        client.get(f"/v1/staff/organisations/{nobody}/queue"),
        client.post(f"/v1/staff/organisations/{nobody}/requests/{nobody}/messages", json={"body": "Bonjour"}),
    ]
    assert [(one.status_code, one.json()["detail"]) for one in answers] == [(404, nobody)] * 2
