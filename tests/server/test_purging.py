"""What is thrown away in time, and what stays: on both databases."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from sqlalchemy import Table, func, select, update
from uuid_utils.compat import uuid7

from app.server import tokens, tombstones
from app.server.context import Context
from app.server.database import Database
from app.server.mails.sending import Tally
from app.server.purging import purge
from app.server.tables import blob, blob_chunk, device, mail, push, rating_link, record, repeat, technician_code, token, unique_value
from app.server.worker import once
from tests.server.live import LiveServer, Member, defaults
from tests.server.rating_lab import resolved
from tests.server.test_blobs import begin, send, sha256, upload
from tests.server.test_technician_codes import new_code
from tests.sync_lab import LabClock


def count(live: LiveServer, table: Table, *where: Any) -> int:
    with live.database.reading() as connection:
        return int(connection.scalar(select(func.count()).select_from(table).where(*where)) or 0)


def later(live: LiveServer, **time: float) -> dict[str, int]:
    """Time passes, and a worker comes by."""
    live.clock.pass_by(timedelta(**time).total_seconds())
    return purge(live.database, live.clock.now()).counts


def again(live: LiveServer, office: Member) -> Member:
    """The same device with a token of today."""
    with live.database.writing() as connection:
        fresh = tokens.issue(connection, office.id, live.clock.now())
    return Member(live.client(fresh.access_token), office.id, office.organisation, office.n)


def test_deletions_are_forgotten_after_half_a_year_and_old_cursors_read_everything_anew(live: LiveServer, office: Member) -> None:
    kept, gone = live.put(office, "site", name="A"), live.put(office, "contract", number="C1")
    before = office.client.get("/v1/sync/info").json()["head"]
    live.push(office, "delete", "contract", gone, {})
    deleted_at = office.client.get("/v1/sync/info").json()["head"]
    live.put(office, "site", kept, name="B")
    assert "deleted records" not in later(live, days=179)
    assert later(live, days=2)["deleted records"] == 1
    assert count(live, record) == 1
    assert count(live, unique_value) == 0
    office = again(live, office)
    assert office.client.get("/v1/sync/changes", params={"since": before}).status_code == 410
    for since in (0, deleted_at):
        answer = office.client.get("/v1/sync/changes", params={"since": since})
        assert answer.status_code == 200
        assert answer.json()["digest"]["site"]["count"] == 1
    # The number of the contract is free again.
    live.put(office, "contract", number="C1")


def test_a_deletion_that_was_taken_back_is_none(live: LiveServer, office: Member) -> None:
    site = live.put(office, "site", name="A")
    live.push(office, "delete", "site", site, {})
    live.push(office, "put", "site", site, live.data(office.organisation, site))
    assert "deleted records" not in later(live, days=200)
    assert count(live, record) == 1


def test_stored_pushes_stay_until_they_were_acknowledged(live: LiveServer, office: Member) -> None:
    live.put(office, "site", name="A")
    live.put(office, "site", name="B")
    assert later(live, days=31)["stored pushes"] == 1
    assert count(live, push) == 1
    with live.database.writing() as connection:
        connection.execute(update(device).values(acknowledged_n=2))
    assert later(live, days=1)["stored pushes"] == 1


def test_stored_pushes_stay_for_thirty_days(live: LiveServer, office: Member) -> None:
    live.put(office, "site", name="A")
    live.put(office, "site", name="B")  # which acknowledges the first
    assert "stored pushes" not in later(live, days=29)
    assert later(live, days=2)["stored pushes"] == 1


def test_uploads_that_nobody_finishes_are_thrown_away_and_finished_ones_stay(live: LiveServer, office: Member) -> None:
    digest = upload(office, b"whole")
    where = begin(office, sha256(b"unfinished"), 10).headers["location"]
    send(office, where, 0, b"unfin")
    assert "uploads" not in later(live, days=6)
    assert later(live, days=2)["uploads"] == 1
    assert (count(live, blob), count(live, blob_chunk)) == (1, 1)
    assert again(live, office).client.get(f"/v1/blobs/{digest}").content == b"whole"


def test_an_attachment_goes_with_the_last_document_that_held_it(live: LiveServer, office: Member) -> None:
    shared, alone, living = (upload(office, content) for content in (b"shared", b"alone", b"living"))
    one, other, single = (live.put(office, "document", sha256=digest.upper()) for digest in (shared, shared, alone))
    live.put(office, "document", sha256=living)
    for document in (one, single):
        live.push(office, "delete", "document", document, {})
    assert not {"deleted records", "attachments"} & later(live, days=179).keys()
    forgotten = later(live, days=2)
    assert (forgotten["deleted records"], forgotten["attachments"]) == (2, 1)
    office = again(live, office)
    found = [office.client.get(f"/v1/blobs/{digest}").status_code for digest in (shared, alone, living)]
    assert found == [200, 404, 200]
    live.push(office, "delete", "document", other, {})
    assert later(live, days=181)["attachments"] == 1
    assert (count(live, blob), count(live, blob_chunk)) == (1, 1)


def test_invariant_14_what_one_organisation_forgets_stays_with_the_others(live: LiveServer, office: Member) -> None:
    """One row and one attachment in both: only the other one still needs its own."""
    other = live.device(live.organisation(1, "Autre pressing"))
    site, content = str(uuid7()), b"the bytes of an attachment"
    for one in (office, other):
        live.push(one, "put", "site", site, defaults("site"))
        live.push(one, "delete", "site", site, {})
    live.put(other, "person", site_id=site)
    live.put(other, "document", sha256=upload(other, content), size=len(content))
    assert later(live, days=200)["deleted records"] == 1
    assert count(live, record, record.c.organisation == other.organisation) == 3
    assert again(live, other).client.get(f"/v1/blobs/{sha256(content)}").content == content


@pytest.fixture(params=[500, 1], ids=["together", "one by one"])
def portions(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few rows are read and removed as many are: in several portions."""
    monkeypatch.setattr(tombstones, "_TOGETHER", request.param)
    monkeypatch.setattr(tombstones, "_PAGE", 2 * request.param)


@pytest.mark.usefixtures("portions")
def test_a_deletion_stays_while_a_row_points_to_it_and_goes_with_that(live: LiveServer, office: Member) -> None:
    sites = [live.put(office, "site", name=name) for name in "ABC"]
    machines = [live.put(office, "equipment", site_id=site) for site in sites]
    photo = live.put(office, "document", equipment_id=machines[1])
    tied = [live.put(office, "contract", number=name) for name in ("C1", "C2")]
    for one, other in (tied, tied[::-1]):
        live.put(office, "contract", one, linked_contract_id=other)
    for kind, rows in (("contract", tied), ("equipment", machines[:2]), ("site", sites)):
        for row in rows:
            live.push(office, "delete", kind, row, {})
    # Both contracts, which point to each other, and the first machine with its site: a photo has the second, a machine the third site.
    assert later(live, days=181)["deleted records"] == 4
    assert count(live, record, record.c.row_id.in_([machines[1], *sites[1:]])) == 3
    office = again(live, office)
    live.push(office, "delete", "document", photo, {})
    assert later(live, days=181)["deleted records"] == 3
    assert "deleted records" not in later(live, days=181)


@pytest.mark.usefixtures("portions")
def test_what_is_pointed_to_while_a_purge_reads_stays(live: LiveServer, office: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = upload(office, b"again")
    site, gone, document = (
        live.put(office, "site", name="A"),
        live.put(office, "site", name="B"),
        live.put(office, "document", sha256=digest),
    )
    machine, restored = live.put(office, "equipment", site_id=site), live.put(office, "site", name="C")
    before = live.data(office.organisation, restored)
    for kind, row in (("equipment", machine), ("site", site), ("site", gone), ("document", document), ("site", restored)):
        live.push(office, "delete", kind, row, {})
    live.clock.pass_by(timedelta(days=181).total_seconds())
    fresh = again(live, office)
    read = tombstones._read

    def slow(*arguments: Any) -> Any:
        found = read(*arguments)
        live.put(fresh, "assignment", equipment_id=machine, person_id=live.put(fresh, "person", display_name="Zoé"))
        live.put(fresh, "document", sha256=digest)
        live.push(fresh, "put", "site", restored, before)
        return found

    monkeypatch.setattr(tombstones, "_read", slow)
    forgotten = purge(live.database, live.clock.now()).counts
    assert (forgotten["deleted records"], "attachments" in forgotten) == (2, False)
    assert count(live, record, record.c.row_id.in_([machine, site, restored])) == 3
    assert fresh.client.get(f"/v1/blobs/{digest}").content == b"again"


def test_two_workers_leave_no_attachment_behind(live: LiveServer, office: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = upload(office, b"shared")
    for document in [live.put(office, "document", sha256=digest) for _ in range(2)]:
        live.push(office, "delete", "document", document, {})
    live.put(office, "site", live.put(office, "site", name="A"), name="B")
    live.clock.pass_by(timedelta(days=181).total_seconds())
    remove, now = tombstones._remove, live.clock.now()
    monkeypatch.setattr(tombstones, "_TOGETHER", 1)

    def after_another(*arguments: Any) -> Any:
        monkeypatch.setattr(tombstones, "_remove", remove)
        other = tombstones.forget(live.database, office.organisation, arguments[2])
        next(other)
        return remove(*arguments)

    monkeypatch.setattr(tombstones, "_remove", after_another)
    purge(live.database, now)
    # Neither of them saw all of it; whoever comes by next does, as soon as there is anything to forget.
    office = again(live, office)
    live.push(office, "delete", "site", live.put(office, "site", name="C"), {})
    assert later(live, days=181)["attachments"] == 1
    assert count(live, blob) == 0


def test_an_upload_that_ends_while_it_is_thrown_away_stays(new_database: Callable[[str], Database], clock: LabClock) -> None:
    """On PostgreSQL a row may change between the moment it is chosen and the moment it would go."""
    running = LiveServer(new_database("postgresql"), clock)
    running.start()
    begin(running.device(running.organisation()), sha256(b"whole"), 5)
    clock.pass_by(timedelta(days=8).total_seconds())
    with ThreadPoolExecutor(1) as pool, running.database.writing() as connection:
        connection.execute(update(blob).values(done_at=running.at("2026-11-30T10:00+00:00")))
        worker = pool.submit(purge, running.database, clock.now())
        Event().wait(0.5)
        assert not worker.done()
        connection.commit()
        assert "uploads" not in worker.result(10).counts
    assert count(running, blob) == 1
    running.stop()


def test_codes_links_mails_and_repeated_requests_lapse(live: LiveServer, office: Member, camille: Member) -> None:
    made = resolved(live, office, camille)
    new_code(camille, office)
    where = f"/v1/staff/organisations/{office.organisation}"
    camille.client.post(f"{where}/activation-codes")
    camille.client.post(f"{where}/requests/{made.request}/messages", json={"body": "x"}, headers={"Idempotency-Key": "k"})
    with live.database.writing() as connection:
        connection.execute(update(mail).values(sent_at=live.at("2026-11-22T10:00+00:00")))
    assert later(live, days=3) == {"technician codes": 1, "activation codes": 1}
    assert later(live, days=28) == {"repeated requests": 1, "stored pushes": 1}
    assert later(live, days=31) == {"rating links": 1}
    assert later(live, days=30) == {"mails": 1}
    assert [count(live, table) for table in (technician_code, rating_link, repeat, mail)] == [0, 0, 0, 0]


def test_mails_that_wait_are_kept(live: LiveServer, office: Member, camille: Member) -> None:
    resolved(live, office, camille)
    later(live, days=300)
    assert count(live, mail) == 1


def refresh(live: LiveServer, given: str) -> tuple[int, dict[str, Any]]:
    answer = live.client().post("/v1/token", json={"refresh_token": given})
    return answer.status_code, answer.json()


def test_tokens_go_but_a_stolen_one_is_still_told_from_a_lost_answer(live: LiveServer, office: Member) -> None:
    with live.database.writing() as connection:
        first = tokens.issue(connection, office.id, live.clock.now()).refresh_token
    chain = [first]
    for _ in range(5):
        live.clock.pass_by(86_400)
        status, answer = refresh(live, chain[-1])
        assert status == 200
        chain.append(answer["refresh_token"])
        assert live.client(answer["access_token"]).get("/v1/sync/info").status_code == 200
    assert later(live, days=20)["tokens"] > 0
    # The last one is as good as it was; an older one is refused, and so is the one before the last, whose successors were used.
    assert refresh(live, chain[0])[0] == 401
    assert refresh(live, chain[-1])[0] == 200
    assert refresh(live, chain[-2])[0] == 401
    assert later(live, days=500)["tokens"] > 0
    assert count(live, token, token.c.kind != "staff") == 0


def test_a_lost_answer_is_forgiven_even_after_a_purge(live: LiveServer, office: Member) -> None:
    with live.database.writing() as connection:
        first = tokens.issue(connection, office.id, live.clock.now()).refresh_token
    live.clock.pass_by(600)
    assert refresh(live, first)[0] == 200  # the answer never arrived
    later(live, days=30)
    assert refresh(live, first)[0] == 200


def test_a_worker_that_comes_twice_finds_nothing_more(live: LiveServer, office: Member) -> None:
    new = live.put(office, "site", name="A")
    live.push(office, "delete", "site", new, {})
    live.clock.pass_by(timedelta(days=400).total_seconds())
    context = Context(live.database, live.clock.now)
    mails, counts = once(context, None)
    assert mails == Tally() and counts["deleted records"] == 1
    assert once(context, None) == (Tally(), {})
