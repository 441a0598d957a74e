"""A technician's code: checked by a real server, and by this PC alone while there is no network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import keyring
import pyotp
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from app.bootstrap import OpenFolder
from app.domain.errors import InputError, RuleError, UserError
from app.services.technician_codes import SECRET
from app.sync.wire import TechnicianSecret
from tests.backup_office import memory_keyring
from tests.offices import StandingClock, open_office
from tests.provider import Provider, provider


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Provider]:
    with memory_keyring(), provider(tmp_path / "server") as found:
        yield found


@pytest.fixture
def clock(server: Provider) -> StandingClock:
    return StandingClock(server.now())


@pytest.fixture
def office(tmp_path: Path, server: Provider, clock: StandingClock) -> Iterator[OpenFolder]:
    """A connected office that exchanged once."""
    opened = open_office(tmp_path / "data", clock)
    opened.services.sync.meet(server.url, server.code(), "Comptoir")
    opened.services.sync.join()
    opened.services.sync.run()
    yield opened
    opened.close()


def offline_code(office: OpenFolder, at: StandingClock, steps: int = 0) -> str:
    kept = TechnicianSecret.model_validate_json(office.services.context.secrets.get(SECRET) or "")
    step = int(at.now().timestamp()) // kept.seconds + steps
    return pyotp.TOTP(kept.secret, digits=kept.digits, interval=kept.seconds).generate_otp(step)


def test_the_server_says_whose_code_it_is_and_takes_it_once(office: OpenFolder, server: Provider) -> None:
    code = server.technician_code("Nadège R.")
    admitted = office.services.technician_codes.check(f"{code[:4]} {code[4:]}")
    assert admitted.technician == "Nadège R." and "serveur" in str(admitted.by)
    with pytest.raises(InputError, match="code"):
        office.services.technician_codes.check(code)


def test_guessing_is_stopped_by_the_server(office: OpenFolder, server: Provider) -> None:
    server.technician_code("Nadège R.")
    for _ in range(5):
        with pytest.raises(InputError):
            office.services.technician_codes.check("00000000")
    with pytest.raises(RuleError, match="codes"):
        office.services.technician_codes.check("00000000")


def test_without_a_network_this_pc_checks_it_once(office: OpenFolder, server: Provider, clock: StandingClock) -> None:
    assert office.services.technician_codes.can_check_offline()
    server.stop()
    code = offline_code(office, clock)
    admitted = office.services.technician_codes.check(code)
    assert admitted.technician == "" and "hors ligne" in str(admitted.by)
    for again in (code, offline_code(office, clock, -1)):  # used, and older than the one that was used
        with pytest.raises(InputError):
            office.services.technician_codes.check(again)
    clock.moment += timedelta(seconds=31)
    assert office.services.technician_codes.check(offline_code(office, clock))


def test_a_code_taken_without_a_network_is_not_taken_with_one_nor_the_other_way_round(
    office: OpenFolder, server: Provider, clock: StandingClock
) -> None:
    first, second = offline_code(office, clock), offline_code(office, clock, 1)
    server.stop()
    office.services.technician_codes.check(first)
    server.start()
    with pytest.raises(InputError):
        office.services.technician_codes.check(first)
    assert "serveur" in str(office.services.technician_codes.check(second).by)
    server.stop()
    with pytest.raises(InputError):
        office.services.technician_codes.check(second)


def test_clocks_may_differ_by_half_a_minute_and_no_more(office: OpenFolder, server: Provider, clock: StandingClock) -> None:
    server.stop()
    for steps in (-2, 2):
        with pytest.raises(InputError):
            office.services.technician_codes.check(offline_code(office, clock, steps))
    assert office.services.technician_codes.check(offline_code(office, clock, -1))
    assert office.services.technician_codes.check(offline_code(office, clock, 1))


def test_guessing_offline_is_stopped_too_and_for_ten_minutes(office: OpenFolder, server: Provider, clock: StandingClock) -> None:
    server.stop()
    right = offline_code(office, clock)
    wrong = f"{(int(right) + 1) % 10**6:06d}"
    for _ in range(5):
        with pytest.raises(InputError):
            office.services.technician_codes.check(wrong)
    with pytest.raises(RuleError, match="10"):
        office.services.technician_codes.check(right)
    clock.moment += timedelta(minutes=10)
    assert office.services.technician_codes.check(offline_code(office, clock))


@pytest.mark.parametrize("online", [True, False])
def test_a_clock_that_was_ahead_locks_nobody_out(office: OpenFolder, server: Provider, clock: StandingClock, online: bool) -> None:
    server.stop()
    clock.moment += timedelta(days=365)
    office.services.technician_codes.check(offline_code(office, clock))
    clock.moment -= timedelta(days=365)
    code = offline_code(office, clock)
    if online:
        server.start()
    assert ("serveur" if online else "hors ligne") in str(office.services.technician_codes.check(code).by)
    with pytest.raises(InputError):
        office.services.technician_codes.check(code)


def test_what_cannot_be_a_code_is_not_sent(office: OpenFolder, server: Provider) -> None:
    server.stop()  # nobody is asked
    for given in ("", "12345", "abcdef", "123456789"):
        with pytest.raises(InputError):
            office.services.technician_codes.check(given)


def test_leaving_the_server_forgets_the_secret(office: OpenFolder, server: Provider) -> None:
    office.services.sync.disconnect()
    assert not office.services.technician_codes.can_check_offline()
    server.stop()
    with pytest.raises(UserError):
        office.services.technician_codes.check("123456")


def test_coming_back_on_the_same_day_brings_the_secret_back(office: OpenFolder, server: Provider) -> None:
    sync = office.services.sync
    sync.disconnect()
    sync.meet(server.url, server.code(), "Comptoir")
    sync.join()
    sync.run()
    assert office.services.technician_codes.can_check_offline()


def test_the_secret_is_never_in_a_file(office: OpenFolder) -> None:
    kept = TechnicianSecret.model_validate_json(office.services.context.secrets.get(SECRET) or "")
    files = [path for path in office.folder.rglob("*") if path.is_file()]
    assert files and not any(kept.secret.encode() in path.read_bytes() for path in files)


def test_without_a_keyring_it_is_known_for_this_run(tmp_path: Path, server: Provider, clock: StandingClock) -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    opened = open_office(tmp_path / "data", clock)
    opened.services.sync.meet(server.url, server.code(), "Comptoir")
    opened.services.sync.join()
    opened.services.sync.run()
    assert opened.services.technician_codes.can_check_offline()
    opened.close()
    again = open_office(tmp_path / "data", clock)
    assert not again.services.technician_codes.can_check_offline()
    again.close()
