"""The short way of a poll that brings nothing says exactly what the long way would, and refuses what the long way refuses."""

from __future__ import annotations

import json

import pytest
from uuid_utils.compat import uuid7

from app.server.sync.reading import changes_after
from tests.server.live import LiveServer, Member
from tests.sync_deeds import person_values, site_values


def _push(office: Member, kind: str, values: dict[str, object]) -> None:
    info = office.client.get("/v1/sync/info").json()
    one = str(uuid7())
    change = {"n": info["last_n"] + 1, "id": one, "tx": one, "op": "put", "type": kind, "row": one, "set": values}
    answer = office.client.post("/v1/sync/push", json={"epoch": info["epoch"], "prev": info["last_n"], "mutations": [change]})
    assert answer.status_code == 200, answer.text


def _poll(office: Member, **asked: object) -> tuple[int, dict[str, object]]:
    answer = office.client.get("/v1/sync/changes", params={name: str(value) for name, value in asked.items()})
    found: dict[str, object] = answer.json()
    return answer.status_code, found


def test_both_ways_say_the_same(live: LiveServer, office: Member) -> None:
    for filled in (False, True):
        if filled:
            _push(office, "site", site_values())
            _push(office, "person", person_values())
        info = office.client.get("/v1/sync/info").json()
        asked = {"since": info["head"], "epoch": info["epoch"], "sent": info["last_n"]}
        with live.database.reading() as connection:
            long = json.loads(changes_after(connection, office.organisation, info["head"], 2000))
        assert _poll(office, **asked) == (200, long)
        assert _poll(office, since=info["head"]) == (200, long)
        assert sorted(long["digest"]) == (["person", "site"] if filled else [])


def test_what_is_new_is_never_passed_over(office: Member) -> None:
    _push(office, "site", site_values())
    head = office.client.get("/v1/sync/info").json()["head"]
    _push(office, "person", person_values())
    status, page = _poll(office, since=head)
    assert status == 200
    assert [one["type"] for one in page["changes"]] == ["person"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "wrong",
    [{"since": 1}, {"sent": 1}, {"epoch": "019a0000-0000-7000-8000-000000000000"}],
    ids=["a cursor ahead of the server", "more was sent than is known", "another history"],
)
def test_what_does_not_fit_is_refused(office: Member, wrong: dict[str, object]) -> None:
    _push(office, "site", site_values())
    info = office.client.get("/v1/sync/info").json()
    asked = {"since": info["head"], "epoch": info["epoch"], "sent": info["last_n"]}
    more = {name: value if isinstance(value, str) else asked[name] + value for name, value in wrong.items()}
    assert _poll(office, **{**asked, **more})[0] == 410


def test_staff_and_strangers_get_nothing(live: LiveServer, office: Member) -> None:
    assert live.staff().client.get("/v1/sync/changes").status_code == 403
    assert office.client.get("/v1/sync/changes", headers={"Authorization": "Bearer x"}).status_code == 401
