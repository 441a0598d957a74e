"""Technicians' codes: who has one is let in once, who guesses is kept out."""

from __future__ import annotations

from datetime import timedelta

import pyotp
from sqlalchemy import select, update

from app.server.clock import as_text
from app.server.organisations import remove_staff
from app.server.tables import audit, technician_code, technician_secret
from tests.server.live import LiveServer, Member


def new_code(camille: Member, office: Member) -> str:
    return str(camille.client.post(f"/v1/staff/organisations/{office.organisation}/technician-codes").json()["code"])


def check(office: Member, code: str) -> tuple[int, str]:
    answer = office.client.post("/v1/technician-code", json={"code": code})
    said = answer.json()
    return answer.status_code, said.get("technician", said.get("code"))


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10 ** len(code):0{len(code)}d}"


def test_a_code_lets_its_technician_in_once(live: LiveServer, office: Member, camille: Member) -> None:
    code = new_code(camille, office)
    assert len(code) == 8
    assert check(office, f" {code[:4]} {code[4:]} ") == (200, "Camille Rey")
    assert check(office, code) == (400, "wrong_code")


def test_a_code_is_good_for_one_organisation_only(live: LiveServer, office: Member, camille: Member) -> None:
    stranger = live.device(live.organisation(1, "Autre"))
    code = new_code(camille, office)
    assert check(stranger, code) == (400, "wrong_code")
    assert check(office, code) == (200, "Camille Rey")


def test_a_code_lapses_after_ten_minutes(live: LiveServer, office: Member, camille: Member) -> None:
    code = new_code(camille, office)
    live.clock.pass_by(601)
    assert check(office, code) == (400, "wrong_code")


def test_a_new_code_takes_the_place_of_the_one_before(live: LiveServer, office: Member, camille: Member) -> None:
    first, second = new_code(camille, office), new_code(camille, office)
    assert check(office, first)[0] == (200 if first == second else 400)
    assert check(office, second) == (200, "Camille Rey")


def test_after_five_wrong_codes_even_the_right_one_is_refused(live: LiveServer, office: Member, camille: Member) -> None:
    code = new_code(camille, office)
    for _ in range(5):
        assert check(office, wrong(code)) == (400, "wrong_code")
    locked = office.client.post("/v1/technician-code", json={"code": code})
    assert (locked.status_code, locked.headers["retry-after"]) == (429, "600")
    assert check(live.device(office.organisation), code) == (429, "slow_down")
    # Staff may begin anew.
    assert check(office, new_code(camille, office)) == (200, "Camille Rey")


def test_a_code_of_somebody_who_is_no_longer_staff_opens_nothing(live: LiveServer, office: Member, camille: Member) -> None:
    code = new_code(camille, office)
    with live.database.writing() as connection:
        remove_staff(connection, "camille@inforum.example", live.clock.now())
    assert check(office, code) == (400, "wrong_code")


def test_codes_are_kept_as_hashes_and_noted_without_them(live: LiveServer, office: Member, camille: Member) -> None:
    code = new_code(camille, office)
    check(office, code)
    with live.database.reading() as connection:
        kept = connection.execute(select(technician_code)).one()
        notes = connection.execute(select(audit.c.action, audit.c.detail)).all()
    assert code not in str(kept)
    assert code not in str(notes)
    assert ("technician admitted", "Camille Rey") in [tuple(row) for row in notes]


def test_the_offline_code_is_the_one_that_a_computer_works_out_itself(live: LiveServer, office: Member, camille: Member) -> None:
    told = office.client.get("/v1/technician-secret").json()
    assert told == office.client.get("/v1/technician-secret").json()
    here = pyotp.TOTP(told["secret"], digits=told["digits"], interval=told["seconds"])
    there = camille.client.get(f"/v1/staff/organisations/{office.organisation}/technician-codes/offline").json()
    assert here.at(live.clock.now()) == there["code"]
    assert there["seconds"] == 30


def test_an_offline_code_is_taken_one_step_late_and_never_twice(live: LiveServer, office: Member, camille: Member) -> None:
    offline = f"/v1/staff/organisations/{office.organisation}/technician-codes/offline"
    code = camille.client.get(offline).json()["code"]
    live.clock.pass_by(30)
    assert check(office, code) == (200, "")
    assert check(office, code) == (400, "wrong_code")
    later = camille.client.get(offline).json()["code"]
    assert check(office, later) == (200, "")
    live.clock.pass_by(90)
    stale = camille.client.get(offline).json()["code"]
    live.clock.pass_by(60)
    assert check(office, stale) == (400, "wrong_code")


def test_each_organisation_has_a_secret_of_its_own(live: LiveServer, office: Member) -> None:
    stranger = live.device(live.organisation(1, "Autre"))
    assert stranger.client.get("/v1/technician-secret").json() != office.client.get("/v1/technician-secret").json()


def test_a_clock_that_was_ahead_locks_nobody_out(live: LiveServer, office: Member, camille: Member) -> None:
    offline = f"/v1/staff/organisations/{office.organisation}/technician-codes/offline"
    live.clock.pass_by(720)
    assert check(office, camille.client.get(offline).json()["code"]) == (200, "")
    for _ in range(5):
        assert check(office, "00000000") == (400, "wrong_code")
    live.clock.pass_by(-720)
    code = camille.client.get(offline).json()["code"]
    assert check(office, code) == (200, "")
    # Once is still once, and guessing is stopped as ever.
    assert check(office, code) == (400, "wrong_code")
    for _ in range(4):
        assert check(office, "00000000") == (400, "wrong_code")
    assert check(office, new_code(camille, office)[:-1]) == (400, "wrong_code")
    for _ in range(4):
        check(office, "00000000")
    assert check(office, "00000000") == (429, "slow_down")


def test_clocks_that_differ_by_a_moment_still_count_together(live: LiveServer, office: Member, camille: Member) -> None:
    code = new_code(camille, office)
    for _ in range(5):
        check(office, wrong(code))
    with live.database.writing() as connection:
        connection.execute(update(technician_secret).values(failed_at=as_text(live.clock.now() + timedelta(seconds=5))))
    assert check(office, code) == (429, "slow_down")


def test_a_code_that_a_clock_ahead_made_is_not_good_for_longer(live: LiveServer, office: Member, camille: Member) -> None:
    live.clock.pass_by(720)
    code = new_code(camille, office)
    live.clock.pass_by(-720)
    assert check(office, code) == (400, "wrong_code")
