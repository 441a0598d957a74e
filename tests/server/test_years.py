"""Days and moments of records lie within some centuries; what was kept before that was asked for is still read."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select, update

from app.domain.validation import FIRST_DAY, LAST_DAY
from app.server.context import Context
from app.server.mails.sending import send_due
from app.server.mails.settings import MailSettings
from app.server.tables import record
from tests.server.live import LiveServer, Member, defaults
from tests.server.post_office import Postman, context, postman, settings
from tests.server.rating_lab import resolved, validate

__all__ = ["context", "postman", "settings"]
END_OF_TIME, BEGINNING = "9999-12-31T23:59:59.999999+00:00", "0001-01-01T00:00:00.000000+00:00"


@pytest.mark.parametrize(
    ("value", "taken"),
    [
        (BEGINNING, False),
        ("1899-12-31T23:59:59.999999+00:00", False),
        ("1900-01-01T00:00:00.000000+00:00", True),
        ("2999-12-31T23:59:59.999999+00:00", True),
        ("3000-01-01T00:00:00.000000+00:00", False),
        (END_OF_TIME, False),
    ],
)
def test_moments_far_from_any_shop_are_refused(lite: LiveServer, value: str, taken: bool) -> None:
    office = lite.device(lite.organisation())
    assert push(lite, office, "support_request", opened_at=value)["status"] == ("ok" if taken else "rejected")


@pytest.mark.parametrize(("value", "taken"), [("1899-12-31", False), ("1900-01-01", True), ("2999-12-31", True), ("3000-01-01", False)])
def test_days_far_from_any_shop_are_refused(lite: LiveServer, value: str, taken: bool) -> None:
    office = lite.device(lite.organisation())
    assert push(lite, office, "equipment", purchase_date=value)["status"] == ("ok" if taken else "rejected")


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
def test_whatever_a_desktop_takes_is_taken(lite: LiveServer, day: date) -> None:
    assert push(lite, lite.device(lite.organisation()), "equipment", purchase_date=day.isoformat())["status"] == "ok"


def push(live: LiveServer, office: Member, kind: str, **values: Any) -> dict[str, Any]:
    """A device pushes a new record; what became of it."""
    info = office.client.get("/v1/sync/info").json()
    change = "018f6a4e-0000-7000-8000-000000000004"
    mutation = {"n": 1, "id": change, "tx": change, "op": "put", "type": kind, "row": change, "set": {**defaults(kind), **values}}
    answer = office.client.post("/v1/sync/push", json={"epoch": info["epoch"], "prev": 0, "mutations": [mutation]})
    result: dict[str, Any] = answer.json()["results"][0]
    return result


def keep(live: LiveServer, row: str, **values: Any) -> None:
    """A record as an earlier server let it in."""
    with live.database.writing() as connection:
        data = json.loads(connection.execute(select(record.c.data).where(record.c.row_id == row)).scalar_one()) | values
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        connection.execute(update(record).where(record.c.row_id == row).values(data=text))


@pytest.mark.parametrize("moment", [END_OF_TIME, BEGINNING])
def test_an_old_moment_keeps_nobody_from_rating(
    live: LiveServer, office: Member, camille: Member, context: Context, settings: MailSettings, postman: Postman, moment: str
) -> None:
    made = resolved(live, office, camille)
    keep(live, made.request, resolved_at=moment)
    assert send_due(context, settings).sent == 1
    assert "D26-A-0041" in live.client().get(made.path).text
    assert validate(live.client(), made.path).status_code == 303


@pytest.mark.parametrize("moment", [END_OF_TIME, BEGINNING])
def test_a_queue_is_read_to_its_end_whatever_was_kept(live: LiveServer, office: Member, camille: Member, moment: str) -> None:
    numbers = [f"D{number}" for number in range(4)]
    rows = [live.put(office, "support_request", number=number) for number in numbers]
    keep(live, rows[2], opened_at=moment)
    keep(live, rows[3], status="call_back_planned", appointment_at=moment)
    told: list[str] = []
    cursor = None
    while cursor is not None or not told:
        asked = {"limit": "1", **({"cursor": cursor} if cursor else {})}
        answer = camille.client.get(f"/v1/staff/organisations/{office.organisation}/queue", params=asked)
        assert answer.status_code == 200, answer.text
        told += [one["number"] for one in answer.json()["requests"]]
        cursor = answer.json()["next"]
    assert sorted(told) == numbers
