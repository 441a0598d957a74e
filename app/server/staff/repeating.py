"""Requests that are sent again because their answer got lost: the same answer, and nothing is done twice."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.server.problems import ApiError
from app.server.tables import repeat


class KeyReusedError(ApiError):
    """An `Idempotency-Key` came with another request before."""

    status, code = 422, "key_reused"


def fingerprint(method: str, path: str, body: bytes) -> str:
    """What tells one request from another."""
    return hashlib.sha256(b"\n".join((method.encode(), path.encode(), body))).hexdigest()


def known_answer(connection: Connection, staff_id: str, key: str, print_: str, now: str) -> str | None:
    """The answer given before, or none; then the key is taken, and of two requests at once the second waits for the first. Of what takes
    several transactions it is empty until the last of them.

    Raises:
        KeyReusedError: the key belongs to another request.
    """
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    taken = connection.execute(
        insert(repeat).values(staff=staff_id, key=key, fingerprint=print_, body="", at=now).on_conflict_do_nothing().returning(repeat.c.key)
    ).one_or_none()
    if taken is not None:
        return None
    found = connection.execute(select(repeat.c.fingerprint, repeat.c.body).where(repeat.c.staff == staff_id, repeat.c.key == key)).one()
    if found.fingerprint != print_:
        raise KeyReusedError("this Idempotency-Key came with another request")
    return str(found.body)


def keep_answer(connection: Connection, staff_id: str, key: str, body: str) -> None:
    """Keep the answer to the request that took the key, in its transaction or its last one."""
    connection.execute(update(repeat).where(repeat.c.staff == staff_id, repeat.c.key == key).values(body=body))


def let_go(connection: Connection, staff_id: str, key: str) -> None:
    """Free the key of a request that was refused after it had taken the key."""
    connection.execute(delete(repeat).where(repeat.c.staff == staff_id, repeat.c.key == key, repeat.c.body == ""))
