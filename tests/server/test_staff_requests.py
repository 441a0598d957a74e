"""What staff do with requests, over HTTP, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from app.domain.text import msg
from app.domain.told import told
from app.server.tables import audit, mail, rating_link
from tests.server.live import LiveServer, Member
from tests.server.rating_lab import worked
from tests.support_offers import frozen_support_offer


def ask(live: LiveServer, office: Member, number: str, **values: Any) -> str:
    """A request of an office."""
    return live.put(office, "support_request", number=number, subject=f"Panne {number}", **values)


def path(office: Member, rest: str) -> str:
    return f"/v1/staff/organisations/{office.organisation}/{rest}"


def test_a_queue_stands_in_call_back_order_and_is_read_page_by_page(live: LiveServer, office: Member, camille: Member) -> None:
    ask(live, office, "Q1", urgency="question", opened_at=live.at("2026-11-22T07:00+00:00"))
    ask(live, office, "B2", urgency="blocked", opened_at=live.at("2026-11-22T09:30+00:00"))
    ask(live, office, "B1", urgency="blocked", opened_at=live.at("2026-11-22T08:30+00:00"))
    ask(live, office, "D1", urgency="degraded", opened_at=live.at("2026-11-22T06:00+00:00"))
    due, coming = live.at("2026-11-22T09:59+00:00"), live.at("2026-11-22T11:00+00:00")
    ask(live, office, "RDV", urgency="question", status="call_back_planned", appointment_at=due)
    ask(live, office, "PLUS TARD", urgency="blocked", status="call_back_planned", appointment_at=coming)
    ask(live, office, "FINI", urgency="blocked", status="closed")
    # Somebody is at work on the one, the other waits for the customer: neither waits for a call, however long it has been there.
    ask(live, office, "EN COURS", urgency="blocked", status="in_progress", opened_at=live.at("2026-11-22T05:00+00:00"))
    ask(live, office, "AU CLIENT", urgency="degraded", status="waiting_for_customer", opened_at=live.at("2026-11-22T05:00+00:00"))
    expected = ["RDV", "B1", "B2", "D1", "Q1", "PLUS TARD", "EN COURS", "AU CLIENT"]

    whole = camille.client.get(path(office, "queue")).json()
    assert [one["number"] for one in whole["requests"]] == expected
    assert whole["next"] is None

    found: list[str] = []
    page = camille.client.get(path(office, "queue"), params={"limit": 2}).json()
    while True:
        found += [one["number"] for one in page["requests"]]
        if page["next"] is None:
            break
        # Time passes between two pages, and requests leave the queue: the walk goes on where it was.
        live.clock.pass_by(4000)
        page = camille.client.get(path(office, "queue"), params={"limit": 2, "cursor": page["next"]}).json()
    assert found == expected


def test_a_page_goes_on_after_a_request_that_has_left_the_queue(live: LiveServer, office: Member, camille: Member) -> None:
    ids = {name: ask(live, office, name, opened_at=live.at(f"2026-11-22T0{hour}:00+00:00")) for hour, name in enumerate("ABCD", 1)}
    page = camille.client.get(path(office, "queue"), params={"limit": 2}).json()
    assert [one["number"] for one in page["requests"]] == ["A", "B"]
    for name in "AB":
        assert camille.client.post(path(office, f"requests/{ids[name]}/resolve"), json={"resolution": "fait"}).status_code == 200
    rest = camille.client.get(path(office, "queue"), params={"cursor": page["next"]}).json()
    assert [one["number"] for one in rest["requests"]] == ["C", "D"]


def test_the_queue_keeps_the_order_of_the_office_s_contract(live: LiveServer, office: Member, camille: Member) -> None:
    copy = frozen_support_offer()
    copy["support"]["call_back_order"] = ["question", "degraded", "blocked"]
    live.put(office, "contract", number="C1", kind="software_support", status="active", offer_copy=copy)
    ask(live, office, "B", urgency="blocked")
    ask(live, office, "Q", urgency="question")
    assert [one["number"] for one in camille.client.get(path(office, "queue")).json()["requests"]] == ["Q", "B"]


def test_organisations_are_listed_with_what_waits(live: LiveServer, camille: Member) -> None:
    offices = [live.device(live.organisation(number, f"Office {number}")) for number in range(3)]
    ask(live, offices[1], "X1")
    ask(live, offices[1], "X2", status="resolved")
    found: list[dict[str, Any]] = []
    cursor: str | None = None
    while True:
        page = camille.client.get("/v1/staff/organisations", params={"limit": 2, **({"cursor": cursor} if cursor else {})}).json()
        found += page["organisations"]
        cursor = page["next"]
        if cursor is None:
            break
    assert [(one["name"], one["devices"], one["waiting"]) for one in found] == [("Office 0", 1, 0), ("Office 1", 1, 1), ("Office 2", 1, 0)]


def test_a_call_back_is_planned_once_however_often_it_is_sent(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A")
    at = (live.clock.now() + timedelta(hours=2)).isoformat()
    sent = {"json": {"appointment_at": at, "minutes": 15}, "headers": {"Idempotency-Key": "k1"}}
    first = camille.client.post(path(office, f"requests/{request}/call-back"), **sent)  # type: ignore[arg-type]
    assert first.status_code == 200, first.text
    assert first.json()["data"]["status"] == "call_back_planned"
    assert first.json()["by"] == "Camille Rey"
    live.put(office, "support_request", request, subject="Autre sujet")
    again = camille.client.post(path(office, f"requests/{request}/call-back"), **sent)  # type: ignore[arg-type]
    assert again.json() == first.json()
    other = camille.client.post(path(office, f"requests/{request}/call-back"), json={}, headers={"Idempotency-Key": "k1"})
    assert (other.status_code, other.json()["code"]) == (422, "key_reused")


def test_messages_and_interventions_are_written_once_however_often_they_are_sent(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A")
    for _ in range(3):
        said = camille.client.post(path(office, f"requests/{request}/messages"), json={"body": "Bonjour"}, headers={"Idempotency-Key": "m"})
        assert said.status_code == 201
        begun = camille.client.post(
            path(office, f"requests/{request}/interventions"), json={"kind": "remote"}, headers={"Idempotency-Key": "i"}
        )
        assert begun.status_code == 201
    detail = camille.client.get(path(office, f"requests/{request}")).json()
    assert [one["data"]["body"] for one in detail["messages"]] == ["Bonjour"]
    assert [one["data"]["technician"] for one in detail["interventions"]] == ["Camille Rey"]


def test_the_same_request_sent_at_once_is_done_once(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A")
    where = path(office, f"requests/{request}/messages")
    with ThreadPoolExecutor(4) as pool:
        sent = list(
            pool.map(lambda _: camille.client.post(where, json={"body": "Bonjour"}, headers={"Idempotency-Key": "at-once"}), range(4))
        )
    assert [one.status_code for one in sent] == [201] * 4
    assert len({one.json()["id"] for one in sent}) == 1
    assert len(camille.client.get(path(office, f"requests/{request}")).json()["messages"]) == 1


def test_two_members_of_staff_may_use_the_same_key(live: LiveServer, office: Member, camille: Member) -> None:
    request, dominique = ask(live, office, "A"), live.staff("dominique@inforum.example", "Dominique")
    for who in (camille, dominique) * 2:
        sent = who.client.post(path(office, f"requests/{request}/messages"), json={"body": "Bonjour"}, headers={"Idempotency-Key": "m"})
        assert sent.json()["by"] == ("Camille Rey" if who is camille else "Dominique")
    assert len(camille.client.get(path(office, f"requests/{request}")).json()["messages"]) == 2


def test_a_key_is_for_one_request_even_where_the_words_are_the_same(live: LiveServer, office: Member, camille: Member) -> None:
    sent = {"json": {"body": "Bonjour"}, "headers": {"Idempotency-Key": "m"}}
    one, other = (ask(live, office, number) for number in "AB")
    assert camille.client.post(path(office, f"requests/{one}/messages"), **sent).status_code == 201  # type: ignore[arg-type]
    refused = camille.client.post(path(office, f"requests/{other}/messages"), **sent)  # type: ignore[arg-type]
    assert (refused.status_code, refused.json()["code"]) == (422, "key_reused")


def test_what_staff_write_reaches_the_office_s_computers(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A")
    since = office.client.get("/v1/sync/info").json()["head"]
    camille.client.post(path(office, f"requests/{request}/messages"), json={"body": "Bonjour"})
    changes = office.client.get("/v1/sync/changes", params={"since": since}).json()
    assert [(one["type"], one["data"]["body"], one["by"]) for one in changes["changes"]] == [("request_message", "Bonjour", "Camille Rey")]


def test_an_intervention_runs_is_closed_and_then_stays(live: LiveServer, office: Member, camille: Member) -> None:
    copy = frozen_support_offer()
    contract = live.put(office, "contract", number="C1", kind="software_support", status="active", offer_copy=copy)
    # Sunday: support was closed until Monday 9:00.
    request = ask(live, office, "A", contract_id=contract, covered=False, opened_at=live.at("2026-11-22T10:00+00:00"))
    live.clock.pass_by(22 * 3600 + 30 * 60)
    begun = camille.client.post(path(office, f"requests/{request}/interventions"), json={"kind": "remote"}).json()
    assert begun["data"]["waited_minutes"] == 30
    second = camille.client.post(path(office, f"requests/{request}/interventions"), json={"kind": "phone"})
    assert (second.status_code, second.json()["code"]) == (409, "refused")
    assert camille.client.post(path(office, f"requests/{request}/resolve"), json={"resolution": "x"}).status_code == 409
    detail = camille.client.get(path(office, f"requests/{request}")).json()["request"]["data"]
    assert (detail["status"], detail["first_response_at"]) == ("in_progress", begun["data"]["started_at"])

    live.clock.pass_by(31 * 60)
    close = path(office, f"interventions/{begun['id']}/close")
    closed = camille.client.post(close, json={"report": "Pilote réinstallé"}).json()["data"]
    assert (closed["minutes"], closed["covered_minutes"], closed["billable_minutes"]) == (31, 0, 60)
    again = camille.client.post(close, json={"report": "autre"})
    assert (again.status_code, again.json()["detail"]) == (409, "closed")


def test_an_intervention_that_is_over_is_entered_with_its_times(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A", covered=True, opened_at=live.at("2026-11-22T07:59:59+00:00"))
    where = path(office, f"requests/{request}/interventions")
    times = {"started_at": "2026-11-22T09:00:00+01:00", "ended_at": "2026-11-22T09:20:30+01:00"}
    made = camille.client.post(where, json={"kind": "on_site", "technician": "Noor", "report": "fait", **times}).json()["data"]
    assert (made["minutes"], made["covered_minutes"], made["billable_minutes"], made["technician"]) == (21, 21, 0, "Noor")
    for wrong in (
        {"ended_at": "2026-11-22T08:00:00+01:00"},
        {"ended_at": "2026-11-23T09:00:00+01:00"},
        {"started_at": "2027-01-01T00:00:00Z"},
    ):
        answer = camille.client.post(where, json={"kind": "phone", **times, **wrong})
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid"), answer.text


def test_resolving_queues_one_mail_in_the_same_transaction(live: LiveServer, office: Member, camille: Member) -> None:
    live.put(office, "organisation", name="Pressing", email="boutique@pressing.example")
    request = ask(live, office, "A")
    worked(live, office, request)
    answer = camille.client.post(path(office, f"requests/{request}/resolve"), json={"resolution": "fait", "language": "en"})
    assert answer.json()["mail_queued"] is True
    assert answer.json()["request"]["data"]["resolution"] == "fait"
    again = camille.client.post(path(office, f"requests/{request}/resolve"), json={"resolution": "encore"})
    assert (again.status_code, again.json()["code"]) == (409, "refused")
    with live.database.reading() as connection:
        mails = connection.execute(select(mail)).all()
        links = connection.execute(select(rating_link)).all()
    assert [(one.recipient, one.language, one.row_id) for one in mails] == [("boutique@pressing.example", "en", links[0].id)]
    assert [one.request for one in links] == [request]


def test_a_mail_goes_to_whoever_asked_where_an_address_is_known(live: LiveServer, office: Member, camille: Member) -> None:
    live.put(office, "organisation", name="Pressing", email="boutique@pressing.example")
    request = ask(live, office, "A", contact="rose@pressing.example")
    worked(live, office, request)
    camille.client.post(path(office, f"requests/{request}/resolve"), json={"resolution": ""})
    with live.database.reading() as connection:
        assert connection.execute(select(mail.c.recipient)).scalars().all() == ["rose@pressing.example"]


def test_without_an_address_nothing_is_queued(live: LiveServer, office: Member, camille: Member) -> None:
    live.put(office, "organisation", name="Pressing", email="pas une adresse")
    request = ask(live, office, "A", contact="Rose\r\nBcc: x@y.example")
    worked(live, office, request)
    assert camille.client.post(path(office, f"requests/{request}/resolve"), json={"resolution": ""}).json()["mail_queued"] is False


def test_only_remote_and_on_site_work_is_asked_about_whoever_resolves(live: LiveServer, office: Member, camille: Member) -> None:
    live.put(office, "organisation", name="Pressing", email="boutique@pressing.example")
    queued = []
    for number, kinds in (("A", []), ("B", ["phone"]), ("C", ["phone", "remote"]), ("D", ["on_site"])):
        request = ask(live, office, number)
        for kind in kinds:
            worked(live, office, request, kind)
        queued.append(camille.client.post(path(office, f"requests/{request}/resolve"), json={"resolution": ""}).json()["mail_queued"])
    assert queued == [False, False, True, True]


def test_a_request_resolved_on_the_shop_s_computer_after_remote_work_is_asked_about_too(live: LiveServer, office: Member) -> None:
    live.put(office, "organisation", name="Pressing", email="boutique@pressing.example")
    remote, alone, called, old = (ask(live, office, number) for number in "ABCD")
    for request, kind in ((remote, "remote"), (called, "phone"), (old, "on_site")):
        live.put(office, "intervention", request_id=request, kind=kind, ended_at=live.at("2026-11-22T09:30+00:00"))
    in_time, too_old = live.at("2026-11-15T10:00+00:00"), live.at("2026-11-15T09:59+00:00")
    for request, at in ((remote, in_time), (alone, in_time), (called, in_time), (old, too_old)):
        live.put(office, "support_request", request, status="resolved", resolved_at=at)
    with live.database.reading() as connection:
        assert connection.execute(select(rating_link.c.request)).scalars().all() == [remote]


def test_a_value_that_somebody_changed_since_is_a_conflict(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A")
    seen = camille.client.get(path(office, f"requests/{request}")).json()["request"]["seq"]
    live.put(office, "support_request", request, status="waiting_for_customer")
    stale = camille.client.post(path(office, f"requests/{request}/call-back"), json={"seen": seen})
    assert (stale.status_code, stale.json()["code"]) == (409, "conflict")
    assert live.data(office.organisation, request)["status"] == "waiting_for_customer"
    assert camille.client.post(path(office, f"requests/{request}/call-back"), json={}).status_code == 200


def test_a_closed_request_takes_nothing_more(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A", status="closed")
    for rest, body in (
        ("call-back", {}),
        ("messages", {"body": "x"}),
        ("interventions", {"kind": "phone"}),
        ("resolve", {"resolution": ""}),
    ):
        answer = camille.client.post(path(office, f"requests/{request}/{rest}"), json=body)
        assert (answer.status_code, answer.json()["code"]) == (409, "refused"), rest


def test_what_staff_do_stands_in_the_journal(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A")
    camille.client.post(path(office, f"requests/{request}/messages"), json={"body": "Bonjour"})
    camille.client.post(path(office, f"requests/{request}/resolve"), json={"resolution": "x"})
    camille.client.post(path(office, f"requests/{request}/resolve"), json={"resolution": "refused: nothing is noted"})
    with live.database.reading() as connection:
        rows = connection.execute(
            select(audit.c.action, audit.c.organisation).where(audit.c.who == f"staff:{camille.id}").order_by(audit.c.id)
        )
        assert [tuple(row) for row in rows] == [("message written", office.organisation), ("request resolved", office.organisation)]


def test_unknown_keys_are_refused_and_not_lost(live: LiveServer, office: Member, camille: Member) -> None:
    request = ask(live, office, "A")
    assert camille.client.post(path(office, f"requests/{request}/call-back"), json={"apointment_at": None}).status_code == 422


def test_what_nobody_knows_is_neither_covered_nor_billed(live: LiveServer, office: Member, camille: Member) -> None:
    """As on the shop's computers: it is to be checked. Whoever closes the work may say it."""
    request = ask(live, office, "A", covered=None)
    assert camille.client.get(path(office, "queue")).json()["requests"][0]["covered"] is None
    where = path(office, f"requests/{request}/interventions")
    times = {"started_at": "2026-11-22T10:00:00+01:00", "ended_at": "2026-11-22T10:20:00+01:00"}
    for said, minutes in ((None, (0, 0)), (True, (20, 0)), (False, (0, 30))):
        sent = {"kind": "phone", "technician": f"Noor {said}", "covered": said, **times}
        made = camille.client.post(where, json=sent).json()["data"]
        assert (made["covered_minutes"], made["billable_minutes"]) == minutes


def test_a_note_on_cover_is_told_in_words(live: LiveServer, office: Member, camille: Member) -> None:
    kept = told(msg("Hors contrat\u00a0: le prix est à demander au prestataire"))
    request = ask(live, office, "A", cover_note=kept)
    note = camille.client.get(path(office, f"requests/{request}")).json()["request"]["data"]["cover_note"]
    assert set(note) == {"fr", "en"}
    assert note["fr"] == "Hors contrat\u00a0: le prix est à demander au prestataire"
    assert note["en"] and note["en"] != note["fr"]
    plain = ask(live, office, "B", cover_note="selon l’accord du 3 mai")
    note = camille.client.get(path(office, f"requests/{plain}")).json()["request"]["data"]["cover_note"]
    assert note == dict.fromkeys(("fr", "en"), "selon l’accord du 3 mai")
