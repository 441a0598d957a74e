"""How a computer gets back in after a restore of the server: the recovery secret, what it opens and what it does not."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select, update

from app.server.clock import as_text
from app.server.organisations import begin_epochs
from app.server.tables import audit, device, token
from app.server.tokens import REFRESH, REPEAT, caller
from tests.server.live import LiveServer, Member
from tests.server.test_access import activate, code_of, refresh, use


def renew(live: LiveServer) -> None:
    """The history begins anew, as after a restore."""
    live.clock.pass_by(1)
    with live.database.writing() as connection:
        begin_epochs(connection, live.clock.now())
    live.clock.pass_by(1)


def recover(live: LiveServer, secret: str, refused: str = "unknown to this database") -> tuple[int, dict[str, str]]:
    """Send a recovery secret beside a refresh token that does not work."""
    answer = live.client().post("/v1/token", json={"refresh_token": refused, "recovery": secret})
    return answer.status_code, answer.json()


@pytest.fixture
def made(live: LiveServer, office: Member) -> dict[str, str]:
    """What a device was told when it was activated."""
    return activate(live, code_of(live, office.organisation))[1]


def test_a_recovery_secret_opens_nothing_as_long_as_the_history_goes_on(live: LiveServer, made: dict[str, str]) -> None:
    assert recover(live, made["recovery"])[1]["code"] == "unauthorised"
    # Beside a token that works it is not even looked at.
    assert recover(live, made["recovery"], made["refresh_token"])[0] == 200
    assert recover(live, "somebody's guess at a secret", made["refresh_token"])[0] == 200
    with live.database.reading() as connection:
        assert made["recovery"] not in str(connection.execute(select(device)).all())


def test_a_renewed_history_lets_a_recovery_secret_in_once(live: LiveServer, made: dict[str, str]) -> None:
    for _ in range(2):
        renew(live)
        status, found = recover(live, made["recovery"])
        assert (status, use(live, found["access_token"])) == (200, 200)
        # What was issued before has ended, and the fresh family goes on.
        assert use(live, made["access_token"]) == 401
        assert refresh(live, made["refresh_token"]) == (401, "unauthorised")
        assert refresh(live, found["refresh_token"])[0] == 200
    with live.database.reading() as connection:
        query = select(audit.c.who, audit.c.organisation).where(audit.c.action == "access recovered")
        assert [tuple(row) for row in connection.execute(query)] == [(f"device:{made['device']}", made["organisation"])] * 2


def test_a_recovery_secret_that_comes_once_more_ends_the_access_of_both_who_have_it(live: LiveServer, made: dict[str, str]) -> None:
    renew(live)
    thief = recover(live, made["recovery"])[1]
    assert use(live, thief["access_token"]) == 200
    assert recover(live, made["recovery"])[1]["code"] == "unauthorised"
    assert use(live, thief["access_token"]) == 401
    assert refresh(live, thief["refresh_token"]) == (401, "unauthorised")
    renew(live)
    assert recover(live, made["recovery"])[0] == 401
    with live.database.reading() as connection:
        journal = connection.scalars(select(audit.c.action).where(audit.c.who == f"device:{made['device']}")).all()
    assert "recovery secret used again" in journal


def test_of_two_recoveries_at_the_same_moment_both_are_answered_and_one_goes_on(live: LiveServer, made: dict[str, str]) -> None:
    renew(live)
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda _: recover(live, made["recovery"]), range(2)))
    assert [status for status, _ in answers] == [200, 200]
    assert sorted(use(live, one["access_token"]) for _, one in answers) == [200, 401]


def test_a_recovery_secret_may_be_sent_again_until_its_answer_has_arrived(live: LiveServer, made: dict[str, str]) -> None:
    renew(live)
    lost = recover(live, made["recovery"])[1]
    live.clock.pass_by(86_400)
    status, found = recover(live, made["recovery"])
    assert (status, use(live, found["access_token"])) == (200, 200)
    assert refresh(live, lost["refresh_token"]) == (401, "unauthorised")


def test_a_device_that_its_tokens_let_in_after_the_renewal_needs_no_recovery(live: LiveServer, made: dict[str, str]) -> None:
    renew(live)
    answer = live.client().post("/v1/token", json={"refresh_token": made["refresh_token"]}).json()
    assert use(live, answer["access_token"]) == 200
    assert recover(live, made["recovery"])[0] == 401


def test_a_revoked_device_does_not_come_back_by_its_recovery_secret(live: LiveServer, made: dict[str, str], camille: Member) -> None:
    renew(live)
    camille.client.post(f"/v1/staff/organisations/{made['organisation']}/devices/{made['device']}/revocation")
    status, said = recover(live, made["recovery"])
    assert (status, said["code"]) == (403, "revoked")


def test_a_recovery_secret_is_its_device_s_alone(live: LiveServer, made: dict[str, str]) -> None:
    other = activate(live, code_of(live, made["organisation"]))[1]
    renew(live)
    assert recover(live, other["recovery"][:-1] + "_")[0] == 401
    with live.database.writing() as connection:
        connection.execute(update(token).where(token.c.device == other["device"]).values(revoked_at=as_text(live.clock.now())))
    # The token that is refused says whose it is.
    assert recover(live, made["recovery"], other["refresh_token"])[0] == 401
    assert recover(live, other["recovery"], other["refresh_token"])[0] == 200
    found = recover(live, made["recovery"])[1]
    with live.database.reading() as connection:
        assert caller(connection, found["access_token"], live.clock.now()).id == made["device"]


def test_whoever_lost_a_refresh_token_to_a_thief_lost_the_recovery_secret_too(live: LiveServer, made: dict[str, str]) -> None:
    answer = live.client().post("/v1/token", json={"refresh_token": made["refresh_token"]}).json()
    assert use(live, answer["access_token"]) == 200
    live.clock.pass_by(REPEAT.total_seconds() + 1)
    assert recover(live, made["recovery"], made["refresh_token"])[0] == 401
    renew(live)
    assert recover(live, made["recovery"])[0] == 401


def test_a_fork_has_a_recovery_secret_of_its_own(live: LiveServer, made: dict[str, str]) -> None:
    forked = live.client(made["access_token"]).post("/v1/device/fork").json()
    renew(live)
    found = recover(live, forked["recovery"])[1]
    with live.database.reading() as connection:
        assert caller(connection, found["access_token"], live.clock.now()).id == forked["device"]


def test_a_renewal_of_long_ago_lets_nobody_in(live: LiveServer, made: dict[str, str]) -> None:
    """Tokens that would prove that somebody came back then are thrown away by now."""
    renew(live)
    live.clock.pass_by(REFRESH.total_seconds())
    assert recover(live, made["recovery"])[0] == 401
