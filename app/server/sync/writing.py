"""The one path by which records change: pushes, staff, links in mails and imports all come through `write`.

The transaction first takes its numbers from the organisation's row. That row's lock (SQLite: `BEGIN IMMEDIATE`) makes transactions
commit in the order of their numbers, so that a reader who has seen a number has been able to see every smaller one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from app.domain.synced import SYNCED
from app.domain.text import msg
from app.server.sync.checks import refusal
from app.server.sync.merging import Author, Merged, Moment, Overlay, Refusal, Stored, merge
from app.server.tables import digest, organisation, record, unique_value
from app.sync.wire import Mutation, Reason, Result, mark


@dataclass(frozen=True)
class Numbers:
    """What a writing transaction took: the numbers after `start`, in the history `epoch`."""

    start: int
    epoch: str


class UnknownOrganisationError(LookupError):
    """There is no such organisation."""


def take_numbers(connection: Connection, organisation_id: str, count: int) -> Numbers:
    """Take `count` numbers; from here to the commit nobody else writes to the organisation.

    Raises:
        UnknownOrganisationError: there is no such organisation.
    """
    found = connection.execute(
        update(organisation)
        .where(organisation.c.id == organisation_id)
        .values(head=organisation.c.head + count)
        .returning(organisation.c.head, organisation.c.epoch)
    ).one_or_none()
    if found is None:
        raise UnknownOrganisationError(organisation_id)
    return Numbers(found.head - count, found.epoch)


def give_back(connection: Connection, organisation_id: str, count: int) -> None:
    """Return the last `count` numbers, which this transaction took and did not need."""
    statement = update(organisation).where(organisation.c.id == organisation_id)
    connection.execute(statement.values(head=organisation.c.head - count))


def write(
    connection: Connection, organisation_id: str, author: Author, changes: Sequence[Mutation], numbers: Numbers, now: str
) -> list[Result]:
    """Apply `changes` in their order, those of one `tx` together or not at all; what became of each.

    Args:
        numbers: as many as there are changes, from `take_numbers` in this transaction.
        now: the server's moment, as ISO text in UTC.
    """
    batch = _Batch(connection, organisation_id, author, now)
    batch.load(changes)
    results: list[Result] = []
    seq = numbers.start
    for _, group in groupby(changes, key=lambda change: change.tx):
        together = list(group)
        results += batch.group(together, seq)
        seq += len(together)
    batch.keep()
    return results


class _Batch:
    """The rows that a list of changes touches or points to, as they stand while the list is worked through."""

    def __init__(self, connection: Connection, organisation_id: str, author: Author, now: str) -> None:
        self._connection = connection
        self._organisation = organisation_id
        self._author = author
        self._now = now
        self._before: dict[str, Stored] = {}
        self._types: dict[str, str] = {}
        self._holders: dict[tuple[str, str], str] = {}
        self._overlay = Overlay()
        self._undo: list[Callable[[], object]] = []

    def load(self, changes: Sequence[Mutation]) -> None:
        """Read everything that the changes need, in three statements."""
        touched = {change.row for change in changes}
        for row in self._rows(touched):
            self._before[row.row] = row
        self._overlay.rows.update(self._before)
        self._types.update((row, stored.type) for row, stored in self._before.items())
        pointed = {target for change in changes for _, target in _references(change)} - touched
        for part in _parts(sorted(pointed)):
            query = select(record.c.row_id, record.c.type).where(record.c.organisation == self._organisation, record.c.row_id.in_(part))
            self._types.update((row.row_id, row.type) for row in self._connection.execute(query))
        values = sorted({value for change in changes if (value := _unique(change)) is not None})
        for part in _parts([value for _, value in values]):
            query = select(unique_value).where(unique_value.c.organisation == self._organisation, unique_value.c.value.in_(part))
            self._holders.update(((row.type, row.value), row.row_id) for row in self._connection.execute(query))

    def group(self, changes: Sequence[Mutation], seq: int) -> list[Result]:
        """Apply changes that belong together; where one is refused none of them happened."""
        self._overlay.begin()
        self._undo.clear()
        results: list[Result] = []
        for place, change in enumerate(changes, seq + 1):
            stored = self._overlay.rows.get(change.row)
            refused = refusal(stored, change, self._author) or self._dangling(change) or self._taken(change)
            if refused is not None:
                self._take_back()
                return [self._refused(one, refused if one is change else _TOGETHER) for one in changes]
            outcome = merge(stored, change, self._author, Moment(place, self._now))
            self._overlay.put(change.row, outcome.after)
            self._note(change, outcome)
            results.append(_result(change, stored, outcome))
        return results

    def keep(self) -> None:
        """Write what changed."""
        made: list[dict[str, Any]] = []
        changed: list[dict[str, Any]] = []
        shares: dict[str, list[int]] = {}
        for row, after in self._overlay.rows.items():
            before = self._before.get(row)
            if after is None or after is before:
                continue
            share = shares.setdefault(after.type, [0, 0])
            for stored, sign in ((before, -1), (after, 1)):
                if stored is not None and not stored.deleted:
                    share[0] += sign
                    share[1] += sign * mark(stored.seq)
            (made if before is None else changed).append(_columns(self._organisation, after))
        if made:
            self._connection.execute(insert(record), made)
        if changed:
            self._connection.execute(_UPDATE, [{f"new_{name}": value for name, value in row.items()} for row in changed])
        self._keep_shares(shares)
        self._keep_unique()

    def _rows(self, ids: set[str]) -> Iterator[Stored]:
        for part in _parts(sorted(ids)):
            query = select(record).where(record.c.organisation == self._organisation, record.c.row_id.in_(part))
            yield from (_stored(row) for row in self._connection.execute(query))

    def _dangling(self, change: Mutation) -> Refusal | None:
        for name, target in _references(change):
            wanted = SYNCED[change.type].fields[name].refers
            if self._types.get(target) != wanted:
                return Refusal("unknown_reference", msg("{field} désigne un enregistrement qui n’existe pas.", field=name))
        return None

    def _taken(self, change: Mutation) -> Refusal | None:
        value = _unique(change)
        if value is None or self._holders.get(value, change.row) == change.row:
            return None
        return Refusal("taken", msg("{value} est déjà pris par un autre enregistrement.", value=value[1]))

    def _note(self, change: Mutation, outcome: Merged) -> None:
        row = change.row
        if row not in self._types:
            self._types[row] = change.type
            self._undo.append(lambda: self._types.pop(row))
        value = _unique(change)
        if value is None or outcome.after is None or any(one.field == SYNCED[change.type].unique for one in outcome.conflicts):
            return
        if self._holders.get(value) != row:
            self._holders[value] = row
            self._undo.append(lambda: self._holders.pop(value))

    def _take_back(self) -> None:
        self._overlay.take_back()
        for undo in reversed(self._undo):
            undo()
        self._undo.clear()

    def _refused(self, change: Mutation, refused: Refusal) -> Result:
        stored = self._overlay.rows.get(change.row)
        known = None if stored is None or stored.deleted else {name: stored.data.get(name) for name in change.set}
        reason = Reason(code=refused.code, fr=refused.text.render("fr"), en=refused.text.render("en"))
        by = "" if stored is None else stored.by
        return Result(n=change.n, status="rejected", reason=reason, server=known, by=by)

    def _keep_shares(self, shares: dict[str, list[int]]) -> None:
        known = set(self._connection.scalars(select(digest.c.type).where(digest.c.organisation == self._organisation)))
        for name, (count, total) in shares.items():
            if name in known:
                statement = (
                    update(digest)
                    .where(digest.c.organisation == self._organisation, digest.c.type == name)
                    .values(count=digest.c.count + count, total=digest.c.total + total)
                )
                self._connection.execute(statement)
            else:
                self._connection.execute(insert(digest).values(organisation=self._organisation, type=name, count=count, total=total))

    def _keep_unique(self) -> None:
        gone: list[tuple[str, str]] = []
        new: list[dict[str, Any]] = []
        for row, after in self._overlay.rows.items():
            before = self._before.get(row)
            field = SYNCED[after.type].unique if after is not None and after is not before else ""
            if not field or after is None:
                continue
            old_value = None if before is None else before.data.get(field)
            if after.data.get(field) == old_value:
                continue
            if old_value is not None:
                gone.append((after.type, str(old_value)))
            new.append({"organisation": self._organisation, "type": after.type, "value": str(after.data[field]), "row_id": row})
        for name, value in gone:
            self._connection.execute(
                delete(unique_value).where(
                    unique_value.c.organisation == self._organisation, unique_value.c.type == name, unique_value.c.value == value
                )
            )
        if new:
            self._connection.execute(insert(unique_value), new)


_TOGETHER = Refusal("group", msg("Refusé avec les autres changements de la même opération."))
_AT_ONCE = 400
_AS_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_UPDATE = (
    update(record)
    .where(record.c.organisation == bindparam("new_organisation"), record.c.row_id == bindparam("new_row_id"))
    .values({name: bindparam(f"new_{name}") for name in ("seq", "deleted", "data", "marks", "author", "by", "at")})
)


def _parts(values: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def _references(change: Mutation) -> Iterator[tuple[str, str]]:
    kind = SYNCED.get(change.type)
    if kind is None:
        return
    for name, value in change.set.items():
        field = kind.fields.get(name)
        if field is not None and field.refers and isinstance(value, str):
            yield name, value


def _unique(change: Mutation) -> tuple[str, str] | None:
    kind = SYNCED.get(change.type)
    value = change.set.get(kind.unique) if kind is not None and kind.unique else None
    return (change.type, value) if isinstance(value, str) else None


def _result(change: Mutation, stored: Stored | None, outcome: Merged) -> Result:
    seq = None if outcome.after is None else outcome.after.seq
    if outcome.status != "conflict" or stored is None:
        return Result.model_construct(
            None, n=change.n, status=outcome.status, seq=seq, conflicts=[], by="", at=None, reason=None, server=None
        )
    at = datetime.fromisoformat(stored.at)
    return Result(n=change.n, status=outcome.status, seq=seq, conflicts=list(outcome.conflicts), by=stored.by, at=at)


def _stored(row: Any) -> Stored:
    return Stored(
        type=row.type,
        row=row.row_id,
        seq=row.seq,
        deleted=row.deleted,
        data=json.loads(row.data),
        marks={name: (seq, author) for name, (seq, author) in json.loads(row.marks).items()},
        first_seq=row.first_seq,
        first_author=row.first_author,
        author=row.author,
        by=row.by,
        at=row.at,
    )


def _columns(organisation_id: str, row: Stored) -> dict[str, Any]:
    return {
        "organisation": organisation_id,
        "row_id": row.row,
        "type": row.type,
        "seq": row.seq,
        "deleted": row.deleted,
        "data": _AS_JSON(row.data),
        "marks": _AS_JSON(row.marks) if row.marks else "{}",
        "first_seq": row.first_seq,
        "first_author": row.first_author,
        "author": row.author,
        "by": row.by,
        "at": row.at,
    }
