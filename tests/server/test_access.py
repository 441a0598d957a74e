"""How a computer gets in and stays in: codes, tokens that rotate, what happens when one comes back, and when access is taken away."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select
from uuid_utils.compat import uuid7

from app.server.access.activation import TRIES, VALID, _next_letter, new_code
from app.server.limits import _household
from app.server.purging import purge
from app.server.tables import activation_code, audit, token
from app.server.tokens import ACCESS, REFRESH, REPEAT
from tests.server.live import LiveServer, Member
from tests.sync_deeds import site_values


def code_of(live: LiveServer, organisation: str) -> str:
    """A fresh code."""
    with live.database.writing() as connection:
        return new_code(connection, organisation, live.clock.now())


def activate(live: LiveServer, code: str) -> tuple[int, dict[str, str]]:
    """Spend a code."""
    answer = live.client().post("/v1/activate", json={"code": code, "device_name": "Caisse"})
    return answer.status_code, answer.json()


def refresh(live: LiveServer, given: str) -> tuple[int, str]:
    """Exchange a refresh token: the status, and the next one or the code of the error."""
    answer = live.client().post("/v1/token", json={"refresh_token": given})
    said = answer.json()
    return answer.status_code, said.get("refresh_token") or said["code"]


def use(live: LiveServer, access: str) -> int:
    """Whether an access token opens anything."""
    return live.client(access).get("/v1/sync/info").status_code


def wrong(code: str) -> str:
    return code[:-1] + ("2" if code[-1] != "2" else "3")


# --- codes


def test_a_code_makes_one_device(live: LiveServer) -> None:
    organisation = live.organisation()
    code = code_of(live, organisation)
    status, made = activate(live, f" {code.lower()} ")
    assert (status, made["organisation"], made["letter"]) == (200, organisation, "A")
    assert use(live, made["access_token"]) == 200
    assert activate(live, code)[1]["code"] == "unauthorised"
    with live.database.reading() as connection:
        kept = connection.execute(select(activation_code.c.hash)).scalar_one() + str(connection.execute(select(token.c.hash)).all())
        journal = connection.execute(select(audit.c.who, audit.c.action)).all()
    for told in (code, code.replace("-", ""), made["access_token"], made["refresh_token"]):
        assert told not in kept
    assert (f"device:{made['device']}", "activated") in [tuple(row) for row in journal]


def test_a_code_may_be_tried_five_times(live: LiveServer) -> None:
    organisation = live.organisation()
    refused: list[tuple[int, dict[str, str]]] = []
    for wrong_tries, status in ((TRIES - 1, 200), (TRIES, 401)):
        code = code_of(live, organisation)
        refused = [activate(live, wrong(code)) for _ in range(wrong_tries)]
        assert {answer[0] for answer in refused} == {401}
        assert activate(live, code)[0] == status
    # Whoever guesses is told the same, whatever the reason.
    unknown = activate(live, "ZZZZ-ZZZZ-ZZZZ")
    assert unknown[1] == refused[0][1]


def test_a_code_is_good_for_a_day(live: LiveServer) -> None:
    organisation = live.organisation()
    in_time, late = code_of(live, organisation), code_of(live, organisation)
    live.clock.pass_by(VALID.total_seconds() - 1)
    assert activate(live, in_time)[0] == 200
    live.clock.pass_by(1)
    assert activate(live, late)[0] == 401


def test_letters_go_on_after_z_and_end_in_words() -> None:
    letters = [chr(65 + place) for place in range(26)]
    assert _next_letter(set()) == "A"
    assert _next_letter({"A", "C"}) == "B"
    assert _next_letter(set(letters)) == "AA"
    assert _next_letter({*letters, *(a + b for a in letters for b in letters)}) == "AAA"


# --- tokens


@pytest.fixture
def first(live: LiveServer, office: Member) -> str:
    """The refresh token of a device that has just been activated."""
    made = activate(live, code_of(live, office.organisation))[1]
    live.clock.pass_by(1)
    return made["refresh_token"]


def test_an_access_token_lasts_a_quarter_of_an_hour(live: LiveServer) -> None:
    made = activate(live, code_of(live, live.organisation()))[1]
    live.clock.pass_by(ACCESS.total_seconds() - 1)
    assert use(live, made["access_token"]) == 200
    live.clock.pass_by(1)
    assert use(live, made["access_token"]) == 401
    assert refresh(live, made["refresh_token"])[0] == 200
    # Neither token does the other one's work.
    assert use(live, made["refresh_token"]) == 401
    assert refresh(live, made["access_token"]) == (401, "unauthorised")


def test_a_device_that_came_back_after_a_year_still_gets_in(live: LiveServer, office: Member) -> None:
    made = activate(live, code_of(live, office.organisation))[1]
    live.clock.pass_by(365 * 86_400)
    assert refresh(live, made["refresh_token"])[0] == 200


def test_a_refresh_token_ends_after_400_days(live: LiveServer, first: str) -> None:
    live.clock.pass_by(REFRESH.total_seconds())
    assert refresh(live, first) == (401, "unauthorised")


def test_a_lost_answer_may_be_asked_for_again_within_a_minute(live: LiveServer, first: str) -> None:
    answer = live.client().post("/v1/token", json={"refresh_token": first}).json()
    assert use(live, answer["access_token"]) == 200
    live.clock.pass_by(REPEAT.total_seconds())
    status, again = refresh(live, first)
    assert status == 200
    assert refresh(live, again)[0] == 200


def test_reuse_after_a_minute_revokes_the_family(live: LiveServer, first: str) -> None:
    answer = live.client().post("/v1/token", json={"refresh_token": first}).json()
    assert use(live, answer["access_token"]) == 200
    live.clock.pass_by(REPEAT.total_seconds() + 1)
    assert refresh(live, first) == (401, "unauthorised")
    assert use(live, answer["access_token"]) == 401
    assert refresh(live, answer["refresh_token"]) == (401, "unauthorised")


def test_a_shop_that_lost_the_answer_and_then_its_network_is_not_locked_out(live: LiveServer, first: str) -> None:
    lost = live.client().post("/v1/token", json={"refresh_token": first}).json()
    live.clock.pass_by(86_400)
    status, next_ = refresh(live, first)
    assert status == 200
    # What was lost on the way opens nothing any more.
    assert refresh(live, lost["refresh_token"]) == (401, "unauthorised")
    assert refresh(live, next_)[0] == 200


def test_a_thief_and_a_shop_never_go_on_side_by_side(live: LiveServer, first: str) -> None:
    """Somebody who repeats the token within the minute has a pair of their own; the next exchange of either ends the other."""
    shop = live.client().post("/v1/token", json={"refresh_token": first}).json()
    thief = live.client().post("/v1/token", json={"refresh_token": first}).json()
    for one in (shop, thief):
        assert use(live, one["access_token"]) == 200
    live.clock.pass_by(ACCESS.total_seconds())
    stolen = live.client().post("/v1/token", json={"refresh_token": thief["refresh_token"]}).json()
    assert use(live, stolen["access_token"]) == 200
    live.clock.pass_by(REPEAT.total_seconds() + 1)
    assert refresh(live, shop["refresh_token"]) == (401, "unauthorised")
    # The shop asks for a new code; the thief is out too.
    assert use(live, stolen["access_token"]) == 401
    assert refresh(live, stolen["refresh_token"]) == (401, "unauthorised")


def test_two_programs_of_one_computer_may_refresh_at_once(live: LiveServer, first: str) -> None:
    """The window and the command line share a keyring: whichever wrote last, what it wrote goes on."""
    for kept in (0, 1):
        pairs = [refresh(live, first)[1] for _ in range(2)]
        live.clock.pass_by(ACCESS.total_seconds())
        status, first = refresh(live, pairs[kept])
        assert status == 200


def test_a_pair_of_the_last_minute_outlives_the_exchange_of_its_twin(live: LiveServer, first: str) -> None:
    """Two programs of one computer repeat a token; one exchanges its pair at once, while the other's is still on its way."""
    one, other = (refresh(live, first)[1] for _ in range(2))
    answer = live.client().post("/v1/token", json={"refresh_token": one}).json()
    assert use(live, answer["access_token"]) == 200
    live.clock.pass_by(REPEAT.total_seconds() + 1)
    assert refresh(live, other)[0] == 200
    assert use(live, answer["access_token"]) == 200


def test_a_family_ends_alone(live: LiveServer, office: Member, first: str) -> None:
    other = activate(live, code_of(live, office.organisation))[1]
    answer = live.client().post("/v1/token", json={"refresh_token": first}).json()
    assert use(live, answer["access_token"]) == 200
    live.clock.pass_by(61)
    assert refresh(live, first)[0] == 401
    assert use(live, other["access_token"]) == 200


# --- taking access away


def test_a_revoked_device_is_told_so_by_every_route_and_by_the_exchange(live: LiveServer, office: Member, camille: Member) -> None:
    made = activate(live, code_of(live, office.organisation))[1]
    camille.client.post(f"/v1/staff/organisations/{office.organisation}/devices/{made['device']}/revocation")
    client = live.client(made["access_token"])
    push = {"epoch": made["epoch"], "prev": 0, "mutations": []}
    for answer in (
        client.get("/v1/sync/info"),
        client.get("/v1/sync/changes"),
        client.post("/v1/sync/push", json=push),
        client.post("/v1/device/fork"),
        live.client().post("/v1/token", json={"refresh_token": made["refresh_token"]}),
    ):
        assert (answer.status_code, answer.json()["code"]) == (403, "revoked")
    assert office.client.get("/v1/sync/info").status_code == 200


def test_a_device_that_leaves_is_out(live: LiveServer, office: Member) -> None:
    assert office.client.delete("/v1/device").status_code == 204
    assert office.client.get("/v1/sync/info").json()["code"] == "revoked"


def test_what_was_sent_before_a_fork_is_recognised_after_it(live: LiveServer) -> None:
    """As the program does it: the new identity sends the same change under another number."""
    made = activate(live, code_of(live, live.organisation()))[1]
    change = str(uuid7())
    first = {"n": 1, "id": change, "tx": change, "op": "put", "type": "site", "row": change, "set": site_values(name="Nord")}
    second = {**first, "n": 2, "id": str(uuid7()), "tx": str(uuid7()), "op": "patch", "base": 1, "set": {"name": "Sud"}}

    def push(access: str, prev: int, mutation: dict[str, object]) -> dict[str, object]:
        sent = {"epoch": made["epoch"], "prev": prev, "mutations": [mutation]}
        found: dict[str, object] = live.client(access).post("/v1/sync/push", json=sent).json()["results"][0]
        return found

    told = push(made["access_token"], 0, first)
    push(made["access_token"], 1, second)
    forked = live.client(made["access_token"]).post("/v1/device/fork").json()["access_token"]
    assert push(forked, 0, {**first, "n": 7}) == {**told, "n": 7}
    changes = live.client(forked).get("/v1/sync/changes").json()["changes"]
    assert [one["data"]["name"] for one in changes] == ["Sud"]


def test_when_letters_are_used_up_it_is_said(lite: LiveServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.server.access.activation._LETTERS", "A")
    office = lite.device(lite.organisation())
    for letter in ("AA", "AAA"):
        assert office.client.post("/v1/device/fork").json()["letter"] == letter
    answer = office.client.post("/v1/device/fork")
    assert (answer.status_code, answer.json()["code"]) == (409, "too_many_devices")


# --- guessing


@pytest.mark.parametrize(
    ("path", "body", "most"),
    [
        ("/v1/activate", {"code": "AAAA-AAAA-AAAA", "device_name": "x"}, 10),
        ("/v1/token", {"refresh_token": "x" * 43}, 60),
        ("/v1/token", {"refresh_token": "x" * 43, "recovery": "x" * 43}, 60),
    ],
)
def test_guessing_is_slowed_down(lite: LiveServer, path: str, body: dict[str, str], most: int) -> None:
    lite.limited = True
    lite.start()
    guesser = lite.client()
    answers = [guesser.post(path, json=body) for _ in range(most + 1)]
    assert [one.status_code for one in answers] == [401] * most + [429]
    assert answers[-1].json()["code"] == "slow_down"
    wait = int(answers[-1].headers["retry-after"])
    assert wait == 60 / most
    # Whoever comes back when they were told to is let in once more.
    lite.clock.pass_by(wait)
    assert [guesser.post(path, json=body).status_code for _ in range(2)] == [401, 429]
    lite.clock.pass_by(3600)
    assert purge(lite.database, lite.clock.now()).counts["addresses"] == 1
    assert guesser.post(path, json=body).status_code == 401


def test_guesses_that_a_wrong_clock_counted_keep_nobody_out(lite: LiveServer) -> None:
    lite.limited = True
    lite.start()
    guesser, guess = lite.client(), {"code": "AAAA-AAAA-AAAA", "device_name": "x"}
    right, ahead = lite.clock.now(), 86_400
    lite.clock.pass_by(ahead)
    assert guesser.post("/v1/activate", json=guess).status_code == 401
    lite.clock.pass_by(-ahead)
    assert lite.clock.now() == right
    assert [guesser.post("/v1/activate", json=guess).status_code for _ in range(11)] == [401] * 10 + [429]
    lite.clock.pass_by(ahead)
    assert guesser.post("/v1/activate", json=guess).status_code == 401
    lite.clock.pass_by(-ahead)
    assert purge(lite.database, lite.clock.now()).counts["addresses"] == 1


def test_of_guesses_at_the_same_moment_no_more_get_in(live: LiveServer) -> None:
    live.limited = True
    live.start()
    guess = {"code": "AAAA-AAAA-AAAA", "device_name": "x"}
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: live.client().post("/v1/activate", json=guess).status_code, range(24)))
    assert sorted(answers) == [401] * 10 + [429] * 14


def test_one_household_counts_as_one() -> None:
    assert _household("192.0.2.7") == "192.0.2.7"
    assert _household("2001:db8:1:2:3:4:5:6") == _household("2001:db8:1:2::1") != _household("2001:db8:1:3::1")
    assert _household("::ffff:192.0.2.7") == "::ffff:192.0.2.7"
    assert _household("") == ""
    assert len(_household("unix:" + "x" * 200)) == 60
