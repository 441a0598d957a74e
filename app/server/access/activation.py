"""One-time codes by which an office's computer becomes a device: valid for a day, five tries, used once."""

from __future__ import annotations

import hmac
import secrets
from datetime import datetime, timedelta
from itertools import product

from sqlalchemy import Connection, insert, select, update
from uuid_utils.compat import uuid7

from app.server import tokens
from app.server.clock import as_text
from app.server.problems import ApiError, MissingError, UnauthorisedError
from app.server.sync.reading import living_rows
from app.server.tables import activation_code, device, organisation
from app.sync.wire import Activated, Activation

VALID = timedelta(hours=24)
TRIES = 5
#: No letter or digit that is taken for another when it is read out on the telephone.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class TooManyError(ApiError):
    """The organisation takes no further device."""

    status, code = 409, "too_many_devices"


def new_code(connection: Connection, organisation_id: str, now: datetime) -> str:
    """A fresh code, told once and kept as a hash: its first four signs find it, the others prove it.

    Raises:
        MissingError: there is no such organisation.
    """
    if connection.scalar(select(organisation.c.id).where(organisation.c.id == organisation_id)) is None:
        raise MissingError("there is no such organisation")
    while True:
        public, proof = _signs(4), _signs(8)
        if connection.scalar(select(activation_code.c.id).where(activation_code.c.id == public)) is None:
            break
    connection.execute(
        insert(activation_code).values(
            id=public,
            organisation=organisation_id,
            hash=tokens.digest(public + proof),
            tries_left=TRIES,
            expires_at=as_text(now + VALID),
            used_at=None,
        )
    )
    return f"{public}-{proof[:4]}-{proof[4:]}"


def activate(connection: Connection, given: Activation, now: datetime) -> Activated:
    """Make a device of whoever has the code.

    Raises:
        UnauthorisedError: the code is wrong, spent, too old or was tried too often: all the same to whoever guesses. A wrong try
            counts; it is committed here.
    """
    code = "".join(sign for sign in given.code.upper() if sign.isalnum())
    refused = UnauthorisedError("this code is not valid (any more)")
    # The update takes the row, so that tries at the same moment are counted one after the other.
    tried = connection.execute(
        update(activation_code)
        .where(
            activation_code.c.id == code[:4],
            activation_code.c.tries_left > 0,
            activation_code.c.used_at.is_(None),
            activation_code.c.expires_at > as_text(now),
        )
        .values(tries_left=activation_code.c.tries_left - 1)
        .returning(activation_code.c.hash, activation_code.c.organisation)
    ).one_or_none()
    if tried is None or not hmac.compare_digest(tried.hash, tokens.digest(code)):
        connection.commit()
        raise refused
    connection.execute(update(activation_code).where(activation_code.c.id == code[:4]).values(used_at=as_text(now)))
    return admit(connection, tried.organisation, given.device_name, given.app_version, now)


def admit(
    connection: Connection, organisation_id: str, name: str, app_version: str, now: datetime, forked_from: str | None = None
) -> Activated:
    """A new device of an organisation, with a letter of its own, tokens, and the secret that `recovery` is about."""
    # Taking the organisation's row keeps two devices that come at once from getting the same letter.
    office = connection.execute(
        update(organisation)
        .where(organisation.c.id == organisation_id)
        .values(head=organisation.c.head)
        .returning(organisation.c.id, organisation.c.name, organisation.c.siren, organisation.c.epoch)
    ).one()
    taken = set(connection.scalars(select(device.c.letter).where(device.c.organisation == organisation_id)))
    identity = str(uuid7())
    letter = _next_letter(taken)
    recovery = tokens.new_secret()
    connection.execute(
        insert(device).values(
            id=identity,
            organisation=organisation_id,
            letter=letter,
            name=name,
            app_version=app_version,
            last_n=0,
            acknowledged_n=0,
            forked_from=forked_from,
            created_at=as_text(now),
            seen_at=as_text(now),
            revoked_at=None,
            recovery=tokens.digest(recovery),
        )
    )
    issued = tokens.issue(connection, identity, now)
    return Activated(
        organisation=office.id,
        name=office.name,
        siren=office.siren,
        device=identity,
        letter=letter,
        epoch=office.epoch,
        rows=living_rows(connection, organisation_id),
        recovery=recovery,
        **issued.model_dump(),
    )


def _next_letter(taken: set[str]) -> str:
    """A, B, … Z, AA, AB, … ZZZ"""
    names = ("".join(signs) for length in (1, 2, 3) for signs in product(_LETTERS, repeat=length))
    found = next((name for name in names if name not in taken), None)
    if found is None:
        raise TooManyError("this organisation has had as many devices as there are letters for")
    return found


def _signs(count: int) -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(count))
