"""Texts of staff are what a shop's computer takes too: nothing in them that cannot be seen, and lines only where there may be some."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.errors import InputError
from app.server.problems import InvalidError
from app.server.publications import Publication
from app.services.fields import text_field
from tests.server.live import LiveServer
from tests.server.test_staff_publishing import PONT
from tests.server.test_staff_requests import ask, path

#: What each route takes, the field that is a text of its, and whether it may have several lines.
TEXTS: list[tuple[str, dict[str, Any], str, bool]] = [
    ("messages", {"body": ""}, "body", True),
    ("interventions", {"kind": "phone"}, "technician", False),
    ("interventions", {"kind": "phone"}, "report", True),
    ("interventions", {"kind": "remote"}, "teamviewer_session", False),
    ("resolve", {}, "resolution", True),
]


@pytest.mark.parametrize(("route", "given", "field", "lines"), TEXTS)
@pytest.mark.parametrize("text", ["a\x07b", "a\x1b[31mb", "a\x00b", "a\u202eb", "a\x7fb", "a\nb", "a\tb", "  a b\n "])
def test_a_text_is_taken_as_a_computer_takes_it(
    lite: LiveServer, route: str, given: dict[str, Any], field: str, lines: bool, text: str
) -> None:
    office, staff = lite.device(lite.organisation()), lite.staff()
    request = ask(lite, office, "A")
    answer = staff.client.post(path(office, f"requests/{request}/{route}"), json={**given, field: text})
    try:
        expected = text_field(200, lines=lines)(field, text)
    except InputError:
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid"), answer.text
        assert f"body.{field}: " in answer.json()["detail"]
        return
    data = answer.json()["request"]["data"] if route == "resolve" else answer.json()["data"]
    assert (answer.status_code in (200, 201), data[field]) == (True, expected)


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_what_has_to_be_said_is_not_empty(lite: LiveServer, text: str) -> None:
    office, staff = lite.device(lite.organisation()), lite.staff()
    request = ask(lite, office, "A")
    for route, given in (("messages", {"body": text}), ("interventions", {"kind": "phone", "technician": text})):
        answer = staff.client.post(path(office, f"requests/{request}/{route}"), json=given)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid") and "at least 1 character" in answer.json()["detail"]


def test_claims_licences_and_labels_have_such_texts_too(lite: LiveServer) -> None:
    office, staff = lite.device(lite.organisation()), lite.staff()
    machine = lite.put(office, "equipment", kind="computer")
    claim = lite.put(office, "claim", number="S1", equipment_id=machine, type="breakage")
    licence = {"equipment": machine, "subscribed": True}
    for where, given in (
        (path(office, f"claims/{claim}/decision"), {"note": "a\x07"}),
        (path(office, f"claims/{claim}/decision"), {"outcome_note": "a\u2066"}),
        (path(office, "backup-subscriptions"), {**licence, "licence": "a\nb"}),
        ("/v1/staff/bridge-days", {**PONT, "label": "Pont\nde mai"}),
    ):
        answer = staff.client.post(where, json=given)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid"), where
    kept = staff.client.post(path(office, f"claims/{claim}/decision"), json={"note": " Casse\nde l’écran "}).json()["data"]["cover_note"]
    assert kept["fr"] == "Casse\nde l’écran"


def test_what_no_record_can_hold_is_not_published_whoever_asks() -> None:
    with pytest.raises(InvalidError, match="label"):
        Publication("bridge_day", "x", {"provider_id": "inforum", "day": "2027-05-07"}, {"label": "Pont\x00"}).require_possible()
