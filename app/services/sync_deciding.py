"""Settling what waits in the inbox, and taking that back: both are ordinary changes, sent like any other.

What a decision sent may still be on its way when it is taken back, so nothing is ever taken out of the outbox: the way back is a change
of its own behind it, and neither of the two is asked about once more (see `app.store.inbox_queries.taken_back_already`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.synced import SYNCED
from app.services.sync_words import from_wire
from app.store.inbox_queries import asked_anew, deletes, numbers_of_unit, own_values, waits_since
from app.store.sync_apply import Touched
from app.store.sync_rows import models
from app.store.tables import SyncConflict
from app.store.unit_of_work import Session, Unit


@dataclass(frozen=True)
class RowChange:
    """What a decision made of one record.

    Attributes:
        seq: the server's number of the record before.
        before, after: the fields that it set, as the models have them.
        was_deleted, deleted: whether the record counted as deleted.
    """

    type: str
    row: UUID
    seq: int | None
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    was_deleted: bool
    deleted: bool


@dataclass(frozen=True)
class Step:
    """One entry that was settled; `change` is none where nothing was to be changed."""

    entry: UUID
    change: RowChange | None = None


@dataclass(frozen=True)
class Decision:
    """What was settled at once, in its order, as far as it takes to take it back.

    Attributes:
        tx: the unit of work that made the changes.
        left: entries that still wait: their record is not here any more, so that nothing can be made of it but to give up.
    """

    tx: UUID
    steps: tuple[Step, ...] = ()
    left: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class TakenBack:
    """What taking a decision back did.

    Attributes:
        waiting: the entries that wait again.
        left: those that stay settled: their record would be deleted or restored, and was changed since.
    """

    waiting: tuple[UUID, ...] = ()
    left: tuple[UUID, ...] = ()


def decide(unit: Unit, rows: Sequence[SyncConflict], choice: str, now: datetime, touched: Touched) -> Decision:
    """Settle `rows` in their order; those whose own side cannot be had any more stay as they are."""
    steps: list[Step] = []
    left: list[UUID] = []
    for row in rows:
        change = None
        if choice == "mine":
            change = _again(unit.session, row, now, touched)
            if change is None:
                left.append(row.id)
                continue
        row.resolution, row.resolved_at, row.resolved_by = choice, now, unit.recorder.actor
        steps.append(Step(row.id, change))
    return Decision(unit.recorder.tx, tuple(steps), tuple(left))


def _again(session: Session, conflict: SyncConflict, now: datetime, touched: Touched) -> RowChange | None:
    """Make the change that was set aside once more, on the record as it stands now; none where there is no record."""
    row = session.get(models()[conflict.type], conflict.row_id)
    if row is None:
        return None
    touched.add(conflict.type, conflict.row_id.hex)
    was_deleted = row.deleted_at is not None
    if deletes(conflict.kind, conflict.op):
        row.deleted_at = row.deleted_at or now
        return RowChange(conflict.type, conflict.row_id, row.seq, {}, {}, was_deleted, True)
    row.deleted_at = None
    fields = SYNCED[conflict.type].fields
    after = {name: from_wire(fields[name], value) for name, value in own_values(conflict).items() if name in fields}
    before = {name: getattr(row, name) for name in after}
    for name, value in after.items():
        setattr(row, name, value)
    return RowChange(conflict.type, conflict.row_id, row.seq, before, after, was_deleted, False)


def take_back(unit: Unit, decision: Decision, now: datetime, touched: Touched) -> TakenBack:
    """Have everything wait again, and every record as it was. What was changed since by whomever stays.

    So a record that somebody worked on since is neither deleted nor restored: the decision about it stands.
    """
    session, waiting, left = unit.session, list[UUID](), list[UUID]()
    undoing = _Undoing(unit, decision, now, touched)
    for step in reversed(decision.steps):
        conflict = session.get(SyncConflict, step.entry)
        if conflict is None or not conflict.resolution:
            continue
        if step.change is not None:
            if not undoing.undo(step.change):
                left.append(conflict.id)
                continue
            conflict.taken_back += f"{decision.tx.hex} {unit.recorder.tx.hex} "
        if not asked_anew(session, conflict):
            conflict.resolution, conflict.resolved_at, conflict.resolved_by = "", None, ""
            waiting.append(conflict.id)
    return TakenBack(tuple(reversed(waiting)), tuple(reversed(left)))


class _Undoing:
    """Gives records back what a decision changed."""

    def __init__(self, unit: Unit, decision: Decision, now: datetime, touched: Touched) -> None:
        self._session = unit.session
        self._own, self._tx = unit.recorder.tx, decision.tx
        self._numbers = numbers_of_unit(unit.session.connection(), decision.tx)
        self._now = now
        self._touched = touched

    def undo(self, change: RowChange) -> bool:
        """Have a record as it was; not where it would be deleted or restored although it was changed since."""
        row = self._session.get(models()[change.type], change.row)
        if row is None or (row.deleted_at is not None) != change.deleted:
            return True  # somebody did so, or made the fields be of no account
        returns = change.was_deleted != change.deleted
        if returns and self._changed_since(row, change):
            return False
        self._touched.add(change.type, change.row.hex)
        if returns:
            row.deleted_at = self._now if change.was_deleted else None
        if not change.was_deleted:  # whoever has a record deleted does not ask for its fields
            for name, value in change.after.items():
                if getattr(row, name) == value:
                    setattr(row, name, change.before[name])
        return True

    def _changed_since(self, row: Any, change: RowChange) -> bool:
        known = {None, change.seq, *self._numbers.get(change.row.hex, ())}
        return row.seq not in known or waits_since(self._session.connection(), change.row, self._tx, self._own)
