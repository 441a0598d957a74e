"""Taking a push: each mutation exactly once, however often it is sent, and never on top of a history that it does not belong to."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from app.server.driver import Driver
from app.server.problems import ForkedError, ResyncError
from app.server.sync.history import begin_epoch
from app.server.sync.merging import Author
from app.server.sync.writing import Numbers, give_back, take_numbers, write
from app.server.tables import device, push
from app.sync.wire import Mutation, Push, Pushed, Result


def take(connection: Connection, organisation_id: str, device_id: str, author: Author, sent: Push, now: str) -> Pushed:
    """Apply what is new of `sent`, and return the stored results of what is not.

    Args:
        connection: of a writing unit; committed by the caller.
        now: the server's moment, as ISO text in UTC.

    Raises:
        ResyncError: `sent` belongs to another history of the organisation.
        ForkedError: the device sends something else under numbers that it has used: an older copy of it was restored.
    """
    numbers = take_numbers(connection, organisation_id, len(sent.mutations))
    if sent.epoch != numbers.epoch:
        raise ResyncError("the history of this organisation began anew")
    driver = Driver.of(connection)
    ((known_n, forked_from),) = driver.rows("SELECT last_n, forked_from FROM device WHERE id = ?", (device_id,))
    if sent.prev > known_n:
        # The device remembers more than the server: this database is an older copy. A new history begins.
        give_back(connection, organisation_id, len(sent.mutations))
        begin_epoch(connection, organisation_id, numbers.epoch)
        connection.commit()
        raise ResyncError("the server was restored from an older copy")
    _check_order(sent)
    old = [mutation for mutation in sent.mutations if mutation.n <= known_n]
    new = sent.mutations[len(old) :]
    if sent.prev < known_n and not old and new:
        raise ForkedError("numbers after the acknowledged one were used already")
    results: list[Result] = []
    if old:
        give_back(connection, organisation_id, len(old))
        stored = _stored_results(connection, device_id, old)
        results = [_repeated(stored, mutation) for mutation in old]
    if new:
        results += _apply(connection, organisation_id, device_id, author, new, numbers, now, forked_from)
    last_n = max(known_n, new[-1].n if new else 0)
    driver.run("UPDATE device SET last_n = ?, acknowledged_n = ?, seen_at = ? WHERE id = ?", (last_n, sent.prev, now, device_id))
    return Pushed(last_n=last_n, results=results)


def _check_order(sent: Push) -> None:
    last = 0
    for mutation in sent.mutations:
        if mutation.n <= last:
            raise ForkedError("mutations are not in the order of their numbers")
        last = mutation.n


def _apply(
    connection: Connection,
    organisation_id: str,
    device_id: str,
    author: Author,
    new: list[Mutation],
    numbers: Numbers,
    now: str,
    forked_from: str | None,
) -> list[Result]:
    repeated = _of_the_former_self(connection, forked_from, new)
    fresh = [mutation for mutation in new if mutation.id not in repeated]
    applied = iter(write(connection, organisation_id, author, fresh, numbers, now))
    results = [
        msgspec.structs.replace(repeated[mutation.id], n=mutation.n) if mutation.id in repeated else next(applied) for mutation in new
    ]
    body = msgspec.json.encode([(mutation.id, result) for mutation, result in zip(new, results, strict=True)]).decode()
    Driver.of(connection).insert("push", ("device", "first_n", "last_n", "body", "at"), [(device_id, new[0].n, new[-1].n, body, now)])
    return results


def _of_the_former_self(connection: Connection, forked_from: str | None, new: list[Mutation]) -> dict[str, Result]:
    """Results of mutations that the device sent under its former identity, before an older copy of it was restored."""
    found: dict[str, Result] = {}
    wanted = {mutation.id for mutation in new}
    while forked_from is not None and wanted:
        for row in connection.execute(select(push.c.body).where(push.c.device == forked_from)):
            found.update((key, msgspec.convert(result, Result)) for key, result in json.loads(row.body) if key in wanted)
        forked_from = connection.scalar(select(device.c.forked_from).where(device.c.id == forked_from))
    return found


def _stored_results(connection: Connection, device_id: str, old: list[Mutation]) -> dict[int, tuple[str, Any]]:
    if not old:
        return {}
    query = select(push.c.body).where(push.c.device == device_id, push.c.last_n >= old[0].n, push.c.first_n <= old[-1].n)
    return {result["n"]: (key, result) for row in connection.execute(query) for key, result in json.loads(row.body)}


def _repeated(stored: dict[int, tuple[str, Any]], mutation: Mutation) -> Result:
    key, result = stored.get(mutation.n, ("", None))
    if key != mutation.id:
        raise ForkedError("a number that was used already comes with another change")
    return msgspec.convert(result, Result)
