"""Whatever staff do at an organisation stands in the journal: who, where and what; once, however often it is sent."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from app.server.permissions import PERMISSIONS, Role
from app.server.tables import audit
from tests.server.live import LiveServer, Member
from tests.server.one_of_each import one_of_each
from tests.server.test_staff_publishing import PONT, offer_text

OFFICE = "/v1/staff/organisations/{organisation}/"
#: What is sent to each route of staff that leaves a trace, in this order, and what the journal says of it.
NOTED: dict[str, tuple[dict[str, Any], str]] = {
    f"{OFFICE}requests/{{request}}/messages": ({"body": "Bonjour"}, "message written"),
    f"{OFFICE}interventions/{{intervention}}/close": ({"report": "Fait"}, "intervention closed"),
    f"{OFFICE}requests/{{request}}/call-back": ({}, "call-back planned"),
    f"{OFFICE}requests/{{request}}/resolve": ({"resolution": "Fait"}, "request resolved"),
    f"{OFFICE}requests/{{request}}/interventions": ({"kind": "phone"}, "intervention written"),
    f"{OFFICE}claims/{{claim}}/decision": ({"covered": True}, "claim decided"),
    f"{OFFICE}resignations/{{resignation}}/confirmation": ({}, "resignation confirmed"),
    f"{OFFICE}backup-subscriptions": ({"subscribed": True}, "backup subscription set"),
    f"{OFFICE}devices/{{device}}/revocation": ({}, "device revoked"),
    f"{OFFICE}activation-codes": ({}, "code made"),
    f"{OFFICE}technician-codes": ({}, "technician code made"),
    f"{OFFICE}technician-codes/offline": ({}, "offline code read"),
    "/v1/staff/offers": ({"toml": offer_text()}, "offer published"),
    "/v1/staff/bridge-days": (PONT, "bridge day published"),
    "/v1/staff/bridge-days/withdrawal": (PONT, "bridge day withdrawn"),
}
#: Each time there is another one, and so each time it is noted.
CODES = {one for one in NOTED if "-codes" in one}
#: What is for all is noted as such too: it is for the organisations that are added later as well.
FOR_ALL = {
    "offer published": "published to all",
    "bridge day published": "published to all",
    "bridge day withdrawn": "withdrawn from all",
}


def test_every_route_of_staff_that_changes_anything_is_noted() -> None:
    changing = {path for (method, path), role in PERMISSIONS.items() if role is Role.STAFF and method != "GET"}
    assert NOTED.keys() == changing | {f"{OFFICE}technician-codes/offline"}


def test_what_staff_do_is_noted_once(live: LiveServer, office: Member, camille: Member) -> None:
    real = one_of_each(live, office, camille, "A")
    live.put(office, "contract", real["contract"][0], status="active")
    ids = {name: values[-1] for name, values in real.items()}
    for route, (given, action) in NOTED.items():
        method = "GET" if route.endswith("offline") else "POST"
        sent = {**given, "equipment": ids["equipment"]} if "subscribed" in given else given
        before = journal(live)
        for _ in range(2):
            answer = camille.client.request(method, route.format(**ids), json=sent, headers={"Idempotency-Key": action.replace(" ", "-")})
            assert answer.status_code in (200, 201), answer.text
        expected: list[tuple[str, str | None, str]] = [(f"staff:{camille.id}", office.organisation, action)] * (2 if route in CODES else 1)
        if action in FOR_ALL:
            expected.insert(0, (f"staff:{camille.id}", None, FOR_ALL[action]))
        assert journal(live)[len(before) :] == expected, route


def test_the_journal_tells_which_record_was_changed(live: LiveServer, office: Member, camille: Member) -> None:
    ids = {name: values[-1] for name, values in one_of_each(live, office, camille, "A").items()}
    live.put(office, "contract", ids["contract"], status="active")
    told = {}
    for route, (given, action) in NOTED.items():
        sent = {**given, "equipment": ids["equipment"]} if "subscribed" in given else given
        if route.startswith(OFFICE) and route not in CODES:
            answer = camille.client.post(route.format(**ids), json=sent).json()
            told[action] = answer["request"]["id"] if action == "request resolved" else answer["id"]
    assert [told[action] for action in ("claim decided", "resignation confirmed")] == [ids["claim"], ids["resignation"]]
    with live.database.reading() as connection:
        noted = {row.action: row.detail for row in connection.execute(select(audit.c.action, audit.c.detail))}
    assert told.items() <= noted.items()


def journal(live: LiveServer) -> list[tuple[str, str | None, str]]:
    """Who did what and where, as it was written."""
    with live.database.reading() as connection:
        found = connection.execute(select(audit.c.who, audit.c.organisation, audit.c.action).order_by(audit.c.id))
        return [(row.who, row.organisation, row.action) for row in found]


def test_what_is_refused_is_not_noted(live: LiveServer, office: Member, camille: Member) -> None:
    before = journal(live)
    unknown = dict.fromkeys(("request", "intervention", "claim", "resignation", "device"), "018f6a4e-0000-7000-8000-0000000000ff")
    for route, (given, _) in NOTED.items():
        if "{" in route.removeprefix(OFFICE):
            assert camille.client.post(route.format(organisation=office.organisation, **unknown), json=given).status_code == 404, route
    assert journal(live) == before
