"""Opaque tokens of 256 bits, kept as hashes only: short ones for access, long ones that are spent by refreshing.

A refresh token works once. The same device may repeat it within a minute, because its answer can get lost, and later still as long as
nobody has used what it was exchanged for: a shop that lost an answer and then its network must not be locked out. Any other reuse
means that somebody else has it, and revokes the whole family; they may have the device's recovery secret as well, so that goes too.
Whoever repeats in time gets a second pair; once one of the two is exchanged the other is spent with it, so that a thief and a shop
never go on side by side.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, or_, select, update
from uuid_utils.compat import uuid7

from app.server.clock import as_text
from app.server.driver import Driver
from app.server.problems import RevokedError, UnauthorisedError
from app.server.tables import device, token
from app.sync.wire import Tokens

ACCESS = timedelta(minutes=15)
REFRESH = timedelta(days=400)
STAFF = timedelta(days=365)
#: How long a spent refresh token may be repeated.
REPEAT = timedelta(seconds=60)


@dataclass(frozen=True)
class Caller:
    """Whoever a token belongs to. `organisation` is empty for staff: they serve all. `fresh`: the token comes in for the first time.

    `last_n`: the last mutation of a device that is known here.
    """

    role: str
    id: str
    organisation: str
    name: str
    fresh: bool = False
    last_n: int = 0


def new_secret() -> str:
    """256 bits by chance, as text."""
    return secrets.token_urlsafe(32)


def digest(value: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(value.encode()).hexdigest()


def issue(connection: Connection, device_id: str, now: datetime, family: str | None = None) -> Tokens:
    """A fresh pair for a device."""
    line = family or str(uuid7())
    access = _new(connection, "access", line, now, ACCESS, device_id=device_id)
    refresh = _new(connection, "refresh", line, now, REFRESH, device_id=device_id)
    return Tokens(access_token=access, expires_in=int(ACCESS.total_seconds()), refresh_token=refresh)


def issue_for_staff(connection: Connection, staff_id: str, now: datetime) -> str:
    """A token for a member of the provider's staff."""
    return _new(connection, "staff", str(uuid7()), now, STAFF, staff_id=staff_id)


def refresh(connection: Connection, given: str, now: datetime) -> Tokens:
    """A new pair for a refresh token, which is spent by that.

    Raises:
        UnauthorisedError: it is unknown, has expired or was revoked; a family whose spent token comes back later is revoked, and
            the caller has to commit that.
        RevokedError: the device was revoked.
    """
    moment = as_text(now)
    # The update takes the row: of two that come at once, one finds it spent.
    spent = connection.execute(
        update(token)
        .where(token.c.hash == digest(given), token.c.kind == "refresh", token.c.spent_at.is_(None), token.c.revoked_at.is_(None))
        .values(spent_at=moment)
    )
    row = connection.execute(select(token).where(token.c.hash == digest(given), token.c.kind == "refresh")).one_or_none()
    if row is None or row.revoked_at is not None or row.expires_at <= moment:
        raise UnauthorisedError("this refresh token is not valid")
    _refuse_revoked(connection, row.device)
    if spent.rowcount == 0 and row.spent_at < as_text(now - REPEAT):
        if _successors_used(connection, row.family, row.spent_at):
            connection.execute(update(token).where(token.c.family == row.family).values(revoked_at=moment))
            connection.execute(update(device).where(device.c.id == row.device).values(recovery=None))
            connection.commit()
            raise UnauthorisedError("this refresh token was used before: all tokens of this device are revoked")
        connection.execute(update(token).where(token.c.family == row.family, token.c.issued_at >= row.spent_at).values(revoked_at=moment))
    if spent.rowcount:
        _spend_twins(connection, row.family, now)
    return issue(connection, row.device, now, row.family)


def caller(connection: Connection, given: str, now: datetime) -> Caller:
    """Whoever an access or staff token belongs to.

    Raises:
        UnauthorisedError: the token is unknown, has expired or was revoked.
        RevokedError: the device was revoked, or the member of staff is no longer one.
    """
    return recognised(Driver.of(connection).one(_CALLER, (digest(given),)), now)


def recognised(row: tuple[Any, ...] | None, now: datetime) -> Caller:
    """Whoever a row of `CALLER_COLUMNS` stands for; see `caller`."""
    if row is None:
        raise UnauthorisedError("this token is not valid (any more)")
    kind, expires_at, used_at, revoked_at, device_id, office, device_name, last_n, device_revoked, staff_id, staff_name, disabled_at = row
    if kind == "refresh" or revoked_at is not None or expires_at <= as_text(now):
        raise UnauthorisedError("this token is not valid (any more)")
    if device_revoked is not None or disabled_at is not None:
        raise RevokedError("access was taken away")
    if kind == "staff":
        return Caller("staff", staff_id, "", staff_name)
    return Caller("device", device_id, office, device_name, used_at is None, last_n)


CALLER_COLUMNS = (
    "t.kind, t.expires_at, t.used_at, t.revoked_at, d.id, d.organisation, d.name, d.last_n, d.revoked_at, s.id, s.name, s.disabled_at"
)
CALLER_TABLES = "token t LEFT JOIN device d ON d.id = t.device LEFT JOIN staff s ON s.id = t.staff"
_CALLER = f"SELECT {CALLER_COLUMNS} FROM {CALLER_TABLES} WHERE t.hash = ?"


def first_use(connection: Connection, given: str, now: datetime) -> None:
    """Note that an access token came in: whoever refreshed has the answer."""
    connection.execute(update(token).where(token.c.hash == digest(given), token.c.used_at.is_(None)).values(used_at=as_text(now)))


def _spend_twins(connection: Connection, family: str, now: datetime) -> None:
    """Spend what was given out beside the token that is exchanged now; a pair of the last minute may be on its way to the same device."""
    t = token.c
    twins = (t.family == family, t.kind == "refresh", t.spent_at.is_(None), t.issued_at < as_text(now - REPEAT))
    connection.execute(update(token).where(*twins).values(spent_at=as_text(now)))


def _successors_used(connection: Connection, family: str, since: str) -> bool:
    used = or_(token.c.used_at.is_not(None), token.c.spent_at.is_not(None))
    query = select(token.c.hash).where(token.c.family == family, token.c.issued_at >= since, used).limit(1)
    return connection.scalar(query) is not None


def _refuse_revoked(connection: Connection, device_id: str) -> None:
    if connection.scalar(select(device.c.revoked_at).where(device.c.id == device_id)) is not None:
        raise RevokedError("access was taken away")


def _new(
    connection: Connection,
    kind: str,
    family: str,
    now: datetime,
    lasts: timedelta,
    *,
    device_id: str | None = None,
    staff_id: str | None = None,
) -> str:
    value = new_secret()
    connection.execute(
        insert(token).values(
            hash=digest(value),
            family=family,
            kind=kind,
            device=device_id,
            staff=staff_id,
            issued_at=as_text(now),
            used_at=None,
            expires_at=as_text(now + lasts),
            spent_at=None,
            revoked_at=None,
        )
    )
    return value
