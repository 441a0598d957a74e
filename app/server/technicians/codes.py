"""One-time codes for technicians: checked by the server, or without a network by the shop's computer itself.

The random code has eight digits and works once within ten minutes. The time-based one has six and changes every 30 seconds; the server
takes it too, for a technician who read it out before the network came back. Five wrong codes within ten minutes are all there is.
"""

from __future__ import annotations

import hmac
import secrets as chance
from datetime import datetime, timedelta

import pyotp
from sqlalchemy import Connection, delete, insert, select, update
from uuid_utils.compat import uuid7

from app.domain.one_time_codes import open_steps
from app.server.audit import note
from app.server.clock import as_text
from app.server.problems import ApiError, SlowDownError
from app.server.tables import staff, technician_code, technician_secret
from app.server.technicians.secrets import take
from app.server.tokens import Caller, digest
from app.sync.wire import TechnicianAdmitted, TechnicianSecret

VALID = timedelta(minutes=10)
TRIES = 5
DIGITS = 8
#: Of the time-based code; `WINDOW` steps before and after the present one are taken, for clocks are not exact.
OFFLINE_DIGITS, STEP_SECONDS, WINDOW = 6, 30, 1
#: What was noted later than this after the present was noted by a clock that was ahead, and is not believed.
_AHEAD = timedelta(seconds=WINDOW * STEP_SECONDS)


class WrongCodeError(ApiError):
    """The code is wrong, was used or has lapsed: all the same to whoever guesses."""

    status, code = 400, "wrong_code"


def new_code(connection: Connection, organisation_id: str, staff_id: str, now: datetime) -> str:
    """A fresh code for one organisation, told once and kept as a hash. The one before lapses, and the tries begin anew."""
    take(connection, organisation_id, now)
    code = f"{chance.randbelow(10**DIGITS):0{DIGITS}d}"
    unused = (technician_code.c.organisation == organisation_id, technician_code.c.used_at.is_(None))
    connection.execute(delete(technician_code).where(*unused))
    connection.execute(
        insert(technician_code).values(
            id=str(uuid7()),
            organisation=organisation_id,
            staff=staff_id,
            hash=digest(f"{organisation_id}:{code}"),
            expires_at=as_text(now + VALID),
            used_at=None,
        )
    )
    _keep(connection, organisation_id, failures=0, failed_at=None)
    return code


def offline_code(connection: Connection, organisation_id: str, now: datetime) -> tuple[str, int]:
    """The time-based code of this moment, and for how many seconds it stays that."""
    kept = take(connection, organisation_id, now)
    step, gone = divmod(int(now.timestamp()), STEP_SECONDS)
    return _totp(kept.value).generate_otp(step), STEP_SECONDS - gone


def known_secret(connection: Connection, organisation_id: str) -> TechnicianSecret | None:
    """What a computer of the organisation keeps in its keyring; none before the first asked."""
    value = connection.scalar(select(technician_secret.c.value).where(technician_secret.c.organisation == organisation_id))
    return None if value is None else _told(value)


def new_secret(connection: Connection, organisation_id: str, now: datetime) -> TechnicianSecret:
    """The same, made now where there is none."""
    return _told(take(connection, organisation_id, now).value)


def check(connection: Connection, caller: Caller, given: str, now: datetime) -> TechnicianAdmitted:
    """Spend a code on a computer of the organisation that it was made for.

    Raises:
        WrongCodeError: it is not valid (any more). It counts as a try; that is committed here.
        SlowDownError: too many wrong codes lately.
    """
    kept = take(connection, caller.organisation, now)
    lately = kept.failed_at is not None and as_text(now - VALID) < kept.failed_at <= as_text(now + _AHEAD)
    failures = kept.failures if lately else 0
    if failures >= TRIES:
        wait = datetime.fromisoformat(kept.failed_at) + VALID - now
        raise SlowDownError("too many wrong codes", headers={"Retry-After": str(max(1, int(wait.total_seconds())))})
    digits = "".join(sign for sign in given if sign in "0123456789")
    name = _one_time(connection, caller.organisation, digits, now)
    step = None if name is not None else _step(kept.value, digits, now, kept.last_step)
    if name is None and step is None:
        _keep(connection, caller.organisation, failures=failures + 1, failed_at=kept.failed_at if lately else as_text(now))
        note(connection, now, f"device:{caller.id}", caller.organisation, "wrong technician code")
        connection.commit()
        raise WrongCodeError("this code is not valid (any more)")
    _keep(connection, caller.organisation, failures=0, failed_at=None, last_step=kept.last_step if step is None else step)
    note(connection, now, f"device:{caller.id}", caller.organisation, "technician admitted", name or "offline code")
    return TechnicianAdmitted(technician=name or "", offline=name is None)


def _told(value: str) -> TechnicianSecret:
    return TechnicianSecret(secret=value, digits=OFFLINE_DIGITS, seconds=STEP_SECONDS, window=WINDOW)


def _one_time(connection: Connection, organisation_id: str, digits: str, now: datetime) -> str | None:
    """The name of the technician whose code it is; the code is spent."""
    c = technician_code.c
    query = select(c.id, c.hash, staff.c.name).join(staff, staff.c.id == c.staff)
    in_time = c.expires_at.between(as_text(now + timedelta(microseconds=1)), as_text(now + VALID + _AHEAD))
    is_valid = (c.organisation == organisation_id, c.used_at.is_(None), in_time, staff.c.disabled_at.is_(None))
    for row in connection.execute(query.where(*is_valid)):
        if hmac.compare_digest(row.hash, digest(f"{organisation_id}:{digits}")):
            connection.execute(update(technician_code).where(c.id == row.id).values(used_at=as_text(now)))
            return str(row.name)
    return None


def _step(value: str, digits: str, now: datetime, last_step: int) -> int | None:
    """The step whose time-based code it is, of those that are open."""
    for step in open_steps(int(now.timestamp()) // STEP_SECONDS, WINDOW, last_step):
        if hmac.compare_digest(_totp(value).generate_otp(step), digits):
            return step
    return None


def _totp(value: str) -> pyotp.TOTP:
    return pyotp.TOTP(value, digits=OFFLINE_DIGITS, interval=STEP_SECONDS)


def _keep(connection: Connection, organisation_id: str, **values: object) -> None:
    connection.execute(update(technician_secret).where(technician_secret.c.organisation == organisation_id).values(**values))
