"""The one path by which records change: pushes, staff, links in mails and imports all come through `write`.

The transaction first takes its numbers from the organisation's row. That row's lock (SQLite: `BEGIN IMMEDIATE`) makes transactions
commit in the order of their numbers, so that a reader who has seen a number has been able to see every smaller one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection

from app.domain.claim_rules import was_before
from app.domain.synced import SYNCED
from app.domain.text import msg
from app.server.driver import Driver
from app.server.sync.checks import refusal
from app.server.sync.merging import Author, Merged, Moment, Overlay, Refusal, Stored, merge
from app.server.tables import record
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
    found = Driver.of(connection).rows(
        "UPDATE organisation SET head = head + ? WHERE id = ? RETURNING head, epoch", (count, organisation_id)
    )
    if not found:
        raise UnknownOrganisationError(organisation_id)
    head, epoch = found[0]
    return Numbers(head - count, epoch)


def give_back(connection: Connection, organisation_id: str, count: int) -> None:
    """Return the last `count` numbers, which this transaction took and did not need."""
    Driver.of(connection).run("UPDATE organisation SET head = head - ? WHERE id = ?", (count, organisation_id))


def write(
    connection: Connection, organisation_id: str, author: Author, changes: Sequence[Mutation], numbers: Numbers, now: str
) -> list[Result]:
    """Apply `changes` in their order, those of one `tx` together or not at all; what became of each.

    Args:
        numbers: as many as there are changes, from `take_numbers` in this transaction.
        now: the server's moment, as ISO text in UTC.
    """
    batch = _Batch(connection, organisation_id, author, now)
    pointing = [_pointing(change) for change in changes]
    batch.load(pointing)
    results: list[Result] = []
    seq = numbers.start
    for _, group in groupby(pointing, key=lambda each: each.change.tx):
        together = list(group)
        results += batch.group(together, seq)
        seq += len(together)
    batch.keep()
    return results


class _Pointing(NamedTuple):
    """A change, the records that it points to (field, identifier), and the value that it may share with no other (type, value)."""

    change: Mutation
    references: Sequence[tuple[str, str]]
    unique: tuple[str, str] | None


class _Batch:
    """The rows that a list of changes touches or points to, as they stand while the list is worked through."""

    def __init__(self, connection: Connection, organisation_id: str, author: Author, now: str) -> None:
        self._driver = Driver.of(connection)
        self._organisation = organisation_id
        self._author = author
        self._now = now
        self._before: dict[str, Stored] = {}
        self._types: dict[str, str] = {}
        self._holders: dict[tuple[str, str], str] = {}
        self._former: dict[str, str] = {}
        self._overlay = Overlay()
        self._undo: list[tuple[dict[Any, str], str | tuple[str, str]]] = []

    def load(self, changes: Sequence[_Pointing]) -> None:
        """Read everything that the changes need, in at most three statements."""
        touched = {each.change.row for each in changes}
        for row in self._rows(touched):
            self._before[row.row] = row
        self._overlay.rows.update(self._before)
        self._types.update((row, stored.type) for row, stored in self._before.items())
        pointed = {target for each in changes for _, target in each.references} - touched
        if pointed:
            condition, values = self._driver.among("row_id", sorted(pointed))
            query = f"SELECT row_id, type FROM record WHERE organisation = ? AND {condition}"
            self._types.update((row, kind) for row, kind in self._driver.rows(query, (self._organisation, values)))
        unique = sorted({each.unique for each in changes if each.unique is not None})
        if unique:
            condition, values = self._driver.among("value", [value for _, value in unique])
            query = f"SELECT type, value, row_id FROM unique_value WHERE organisation = ? AND {condition}"
            self._holders.update(((kind, value), row) for kind, value, row in self._driver.rows(query, (self._organisation, values)))

    def group(self, changes: Sequence[_Pointing], seq: int) -> list[Result]:
        """Apply changes that belong together; where one is refused none of them happened."""
        self._overlay.begin()
        self._undo.clear()
        results: list[Result] = []
        former: dict[str, str] = {}
        for place, (change, references, unique) in enumerate(changes, seq + 1):
            stored = self._overlay.rows.get(change.row)
            refused = refusal(stored, change, self._author)
            if refused is None and references:
                refused = self._dangling(change, references)
            if refused is None and unique is not None:
                refused = self._taken(change, unique)
            if refused is not None:
                self._take_back()
                return [self._refused(one.change, refused if one.change is change else _TOGETHER) for one in changes]
            outcome = merge(stored, change, self._author, Moment(place, self._now))
            self._overlay.put(change.row, outcome.after)
            if change.type == "equipment" and stored is not None and outcome.after is not None:
                was = was_before(stored.data.get("status"), outcome.after.data.get("status"))
                if was is not None:
                    former[change.row] = was
            self._note(change, unique, outcome)
            results.append(_result(change, stored, outcome))
        self._former.update(former)
        return results

    def keep(self) -> None:
        """Write what changed."""
        made: list[tuple[Any, ...]] = []
        changed: list[tuple[Any, ...]] = []
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
            (made if before is None else changed).append(_values(self._organisation, after))
        if made:
            self._driver.insert("record", _COLUMNS, made)
        if changed:
            self._driver.each(_UPDATE, [(*values[3:7], *values[9:], values[0], values[1]) for values in changed])
        self._keep_shares(shares)
        self._keep_unique()
        for row, was in self._former.items():
            self._driver.run(_FORMER, (self._organisation, row, was))

    def _rows(self, ids: set[str]) -> Iterator[Stored]:
        condition, values = self._driver.among("row_id", sorted(ids))
        query = f"SELECT {', '.join(_quoted(_COLUMNS))} FROM record WHERE organisation = ? AND {condition}"
        yield from (_stored(row) for row in self._driver.rows(query, (self._organisation, values)))

    def _dangling(self, change: Mutation, references: Sequence[tuple[str, str]]) -> Refusal | None:
        for name, target in references:
            wanted = SYNCED[change.type].fields[name].refers
            if self._types.get(target) != wanted:
                return Refusal("unknown_reference", msg("{field} désigne un enregistrement qui n’existe pas.", field=name))
        return None

    def _taken(self, change: Mutation, value: tuple[str, str]) -> Refusal | None:
        if self._holders.get(value, change.row) == change.row:
            return None
        return Refusal("taken", msg("{value} est déjà pris par un autre enregistrement.", value=value[1]))

    def _note(self, change: Mutation, value: tuple[str, str] | None, outcome: Merged) -> None:
        row = change.row
        if row not in self._types:
            self._types[row] = change.type
            self._undo.append((self._types, row))
        if value is None or outcome.after is None or any(one.field == SYNCED[change.type].unique for one in outcome.conflicts):
            return
        if self._holders.get(value) != row:
            self._holders[value] = row
            self._undo.append((self._holders, value))

    def _take_back(self) -> None:
        self._overlay.take_back()
        for known, key in self._undo:
            del known[key]
        self._undo.clear()

    def _refused(self, change: Mutation, refused: Refusal) -> Result:
        stored = self._overlay.rows.get(change.row)
        known = None if stored is None or stored.deleted else {name: stored.data.get(name) for name in change.set}
        reason = Reason(code=refused.code, fr=refused.text.render("fr"), en=refused.text.render("en"))
        by = "" if stored is None else stored.by
        return Result(n=change.n, status="rejected", reason=reason, server=known, by=by)

    def _keep_shares(self, shares: dict[str, list[int]]) -> None:
        for name, (count, total) in shares.items():
            self._driver.run(_SHARE, (self._organisation, name, count, total))

    def _keep_unique(self) -> None:
        gone: list[tuple[str, str]] = []
        new: list[tuple[str, ...]] = []
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
            new.append((self._organisation, after.type, str(after.data[field]), row))
        if gone:
            statement = "DELETE FROM unique_value WHERE organisation = ? AND type = ? AND value = ?"
            self._driver.each(statement, [(self._organisation, name, value) for name, value in gone])
        if new:
            self._driver.insert("unique_value", ("organisation", "type", "value", "row_id"), new)


_TOGETHER = Refusal("group", msg("Refusé avec les autres changements de la même opération."))
_COLUMNS = tuple(column.name for column in record.columns)
_UPDATE = """
    UPDATE record SET seq = ?, deleted = ?, data = ?, marks = ?, author = ?, "by" = ?, at = ? WHERE organisation = ? AND row_id = ?
"""
_FORMER = """
    INSERT INTO former_status (organisation, row_id, status) VALUES (?, ?, ?)
    ON CONFLICT (organisation, row_id) DO UPDATE SET status = excluded.status
"""
_SHARE = """
    INSERT INTO digest (organisation, type, "count", total) VALUES (?, ?, ?, ?)
    ON CONFLICT (organisation, type) DO UPDATE SET "count" = digest."count" + excluded."count", total = digest.total + excluded.total
"""


def _quoted(names: Sequence[str]) -> list[str]:
    return [f'"{name}"' for name in names]


def _as_json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _pointing(change: Mutation) -> _Pointing:
    references, unique = _pointers(change.type)
    given = change.set
    return _Pointing(
        change,
        [(name, value) for name in references if isinstance(value := given.get(name), str)] if references else (),
        (change.type, value) if unique and isinstance(value := given.get(unique), str) else None,
    )


def _pointers(type_name: str) -> tuple[tuple[str, ...], str]:
    """The fields of a type that point to records, and the one whose value no two of them share; none for a type that nobody knows."""
    kind = SYNCED.get(type_name)
    return ((), "") if kind is None else (_references(type_name), kind.unique)


@cache
def _references(type_name: str) -> tuple[str, ...]:
    return tuple(name for name, field in SYNCED[type_name].fields.items() if field.refers)


def _result(change: Mutation, stored: Stored | None, outcome: Merged) -> Result:
    seq = None if outcome.after is None else outcome.after.seq
    if outcome.status != "conflict" or stored is None:
        return Result(n=change.n, status=outcome.status, seq=seq)
    at = datetime.fromisoformat(stored.at)
    return Result(n=change.n, status=outcome.status, seq=seq, conflicts=list(outcome.conflicts), by=stored.by, at=at)


def _stored(row: tuple[Any, ...]) -> Stored:
    _, row_id, kind, seq, deleted, data, marks, first_seq, first_author, author, by, at = row
    return Stored(
        type=kind,
        row=row_id,
        seq=seq,
        deleted=bool(deleted),
        data=json.loads(data),
        marks={name: (number, who) for name, (number, who) in json.loads(marks).items()},
        first_seq=first_seq,
        first_author=first_author,
        author=author,
        by=by,
        at=at,
    )


def _values(organisation_id: str, row: Stored) -> tuple[Any, ...]:
    """The values of `_COLUMNS`."""
    marks = _as_json(row.marks) if row.marks else "{}"
    texts = (row.row, row.type, row.seq, row.deleted, _as_json(row.data), marks)
    return (organisation_id, *texts, row.first_seq, row.first_author, row.author, row.by, row.at)
