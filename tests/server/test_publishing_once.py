"""Publishing takes several transactions: with an `Idempotency-Key` it is done once all the same, and the journal has each of its steps."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from sqlalchemy import Connection, select

from app.server import publications
from app.server.pen import Pen
from app.server.publications import Publication
from app.server.staff import publishing
from app.server.tables import audit, repeat
from tests.server.live import LiveServer, Member
from tests.server.test_staff_publishing import PONT, offer_text, records, told

KEY = {"Idempotency-Key": "018f6a4e-0000-7000-8000-0000000000aa"}
OTHER = {"Idempotency-Key": "018f6a4e-0000-7000-8000-0000000000bb"}


def publish(staff: Member, given: dict[str, Any], headers: dict[str, str], where: str = "bridge-days") -> httpx.Response:
    return staff.client.post(f"/v1/staff/{where}", json=given, headers=headers)


def test_a_late_repetition_publishes_nothing_that_was_withdrawn_meanwhile(live: LiveServer, office: Member, camille: Member) -> None:
    first = publish(camille, PONT, KEY)
    assert first.json() == {"organisations": 1, "changed": 1}
    assert publish(camille, PONT, OTHER, "bridge-days/withdrawal").json() == {"organisations": 1, "changed": 1}
    assert publish(camille, PONT, KEY).json() == first.json()
    assert records(camille, office.organisation, "bridge_day") == []
    assert records(camille, live.organisation(1), "bridge_day") == []


def test_a_late_repetition_withdraws_nothing_that_was_published_meanwhile(live: LiveServer, office: Member, camille: Member) -> None:
    publish(camille, PONT, {})
    assert publish(camille, PONT, KEY, "bridge-days/withdrawal").json()["changed"] == 1
    publish(camille, PONT, {})
    assert publish(camille, PONT, KEY, "bridge-days/withdrawal").json()["changed"] == 1
    assert len(records(camille, office.organisation, "bridge_day")) == 1


def test_an_offer_is_answered_as_it_was(live: LiveServer, office: Member, camille: Member) -> None:
    given = {"toml": offer_text()}
    answers = [publish(camille, given, KEY, "offers").json() for _ in range(2)]
    assert answers == [{"organisations": 1, "changed": 1}] * 2
    assert publish(camille, given, OTHER, "offers").json() == {"organisations": 1, "changed": 0}
    assert told(publish(camille, {"toml": offer_text(2)}, KEY, "offers")) == (422, "key_reused")


@pytest.mark.parametrize("given", [{**PONT, "organisations": ["018f6a4e-0000-7000-8000-000000000001"]}, {**PONT, "label": "Autre"}])
def test_what_was_refused_leaves_its_key_free(live: LiveServer, office: Member, camille: Member, given: dict[str, Any]) -> None:
    publish(camille, PONT, {})
    assert publish(camille, given, KEY).status_code in (404, 409)
    with live.database.reading() as connection:
        assert connection.execute(select(repeat)).all() == []
    assert publish(camille, PONT, KEY).json() == {"organisations": 1, "changed": 0}


def test_what_broke_off_is_done_to_its_end_by_the_same_request(
    live: LiveServer, office: Member, camille: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server stopped between two of the transactions: the key is taken, and there is no answer."""
    later = live.organisation(1, "Autre pressing")
    real = publications.put

    def stop(pen: Pen, published: Publication) -> bool:
        if pen.organisation == max(office.organisation, later):
            raise RuntimeError("stopped")
        return real(pen, published)

    monkeypatch.setattr(publishing, "_TOGETHER", 1)
    with monkeypatch.context() as patch:
        patch.setattr(publications, "put", stop)
        assert publish(camille, PONT, KEY).status_code == 500
    for _ in range(2):
        assert publish(camille, PONT, KEY).json() == {"organisations": 2, "changed": 1}
    assert all(len(records(camille, one, "bridge_day")) == 1 for one in (office.organisation, later))


def test_the_answer_is_kept_with_the_last_change_or_neither(
    live: LiveServer, office: Member, camille: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Connection, __: str, ___: str, ____: str) -> None:
        raise RuntimeError("stopped")

    with monkeypatch.context() as patch:
        patch.setattr("app.server.staff.desk.keep_answer", fail)
        assert publish(camille, PONT, KEY).status_code == 500
    assert records(camille, office.organisation, "bridge_day") == []
    assert publish(camille, PONT, KEY).json() == {"organisations": 1, "changed": 1}


def test_what_is_for_all_stands_in_the_journal_even_where_nobody_is_changed(live: LiveServer, camille: Member) -> None:
    for where in ("bridge-days", "bridge-days", "bridge-days/withdrawal", "bridge-days/withdrawal"):
        assert publish(camille, PONT, {}, where).json() == {"organisations": 0, "changed": 0}
    with live.database.reading() as connection:
        found = connection.execute(select(audit.c.organisation, audit.c.action, audit.c.detail).order_by(audit.c.id))
        noted = [tuple(row) for row in found if row.action.endswith(" all")]
    name = "bridge day inforum 2027-05-07"
    assert noted == [(None, "published to all", name), (None, "withdrawn from all", name)]
