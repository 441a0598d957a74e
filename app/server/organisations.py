"""Organisations and staff, as the provider's administrator makes them on the command line."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from uuid_utils.compat import uuid7

from app.domain.errors import InputError, NotFoundError, RuleError
from app.domain.identifiers import parse_siren
from app.domain.text import msg
from app.server import publications, tokens
from app.server.access import activation
from app.server.audit import note
from app.server.clock import as_text
from app.server.problems import MissingError
from app.server.tables import organisation, staff, token

#: Whoever uses the commands, as the journal names them.
ADMINISTRATOR = "administrator"


def add(connection: Connection, name: str, siren: str, now: datetime) -> str:
    """A new organisation, with what was published to all; its id.

    Raises:
        InputError: the name is empty or too long, or the SIREN is not valid.
        RuleError: there is one with this SIREN.
    """
    cleaned = name.strip()
    if not 1 <= len(cleaned) <= 200:
        raise InputError("name", name[:60], msg("un nom de 1 à 200 caractères"))
    number = parse_siren(siren)
    if connection.scalar(select(organisation.c.id).where(organisation.c.siren == number)) is not None:
        raise RuleError(msg("Une entreprise a déjà le SIREN {siren}.", siren=number))
    identity = str(uuid7())
    connection.execute(
        insert(organisation).values(
            id=identity, name=cleaned, siren=number, head=0, epoch=str(uuid7()), epoch_head=0, purged_to=0, created_at=as_text(now)
        )
    )
    note(connection, now, ADMINISTRATOR, identity, "organisation added", cleaned)
    if given := publications.give_all(connection, identity, now):
        note(connection, now, ADMINISTRATOR, identity, "published to all", str(given))
    return identity


def new_code(connection: Connection, organisation_id: str, now: datetime) -> str:
    """A fresh activation code for one computer of an organisation.

    Raises:
        NotFoundError: there is no such organisation.
    """
    try:
        code = activation.new_code(connection, organisation_id, now)
    except MissingError as error:
        raise NotFoundError(msg("Entreprise introuvable\u00a0: {id}", id=organisation_id)) from error
    note(connection, now, ADMINISTRATOR, organisation_id, "code made")
    return code


def add_staff(connection: Connection, email: str, name: str, now: datetime) -> tuple[str, str]:
    """A member of the provider's staff, who serves all organisations: the id and a token, told once. An existing one gets a further token; one
    whose access was taken away has it again, by the new token alone.

    Raises:
        InputError: no e-mail address.
    """
    address = email.strip().lower()
    if "@" not in address[1:-1] or len(address) > 254 or any(sign.isspace() for sign in address):
        raise InputError("email", email[:80], msg("une adresse e-mail"))
    identity = connection.scalar(select(staff.c.id).where(staff.c.email == address))
    if identity is None:
        identity = str(uuid7())
        known = name.strip() or address.split("@")[0]
        connection.execute(insert(staff).values(id=identity, email=address, name=known, created_at=as_text(now), disabled_at=None))
    connection.execute(update(staff).where(staff.c.id == identity).values(disabled_at=None))
    note(connection, now, ADMINISTRATOR, None, "staff token made", address)
    return identity, tokens.issue_for_staff(connection, identity, now)


def remove_staff(connection: Connection, email: str, now: datetime) -> str:
    """Take the access of a member of staff away, and end all their tokens: the id. What they wrote stays.

    Raises:
        NotFoundError: nobody has that address.
    """
    address = email.strip().lower()
    identity: str | None = connection.scalar(select(staff.c.id).where(staff.c.email == address))
    if identity is None:
        raise NotFoundError(msg("Adresse inconnue\u00a0: {email}", email=address[:80]))
    connection.execute(update(staff).where(staff.c.id == identity).values(disabled_at=as_text(now)))
    # They are told that access was taken away for as long as that lasts; should they come back, the old tokens stay ended.
    connection.execute(update(token).where(token.c.staff == identity).values(revoked_at=as_text(now)))
    note(connection, now, ADMINISTRATOR, None, "staff removed", address)
    return identity


def begin_epochs(connection: Connection, now: datetime) -> int:
    """After a restore: give every organisation's history a new identity, so that devices offer again what the copy lacks.

    Devices whose tokens the copy lacks may come back in by their recovery secrets. How many organisations there are.
    """
    count = 0
    for row in connection.execute(select(organisation.c.id, organisation.c.head)).all():
        begun = {"epoch": str(uuid7()), "epoch_head": row.head, "renewed_at": as_text(now)}
        connection.execute(update(organisation).where(organisation.c.id == row.id).values(begun))
        note(connection, now, ADMINISTRATOR, row.id, "new history")
        count += 1
    return count
