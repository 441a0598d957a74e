"""Settling what waits in the inbox, and taking that back: both are ordinary changes, sent like any other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.synced import SYNCED
from app.services.sync_words import from_wire
from app.store.inbox_queries import asked_anew
from app.store.sync_apply import Touched
from app.store.sync_rows import models
from app.store.tables import SyncConflict
from app.store.unit_of_work import Session


@dataclass(frozen=True)
class RowChange:
    """What a decision made of one record.

    Attributes:
        before, after: the fields that it set, as the models have them.
        was_deleted, deleted: whether the record counted as deleted.
    """

    type: str
    row: UUID
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
        left: entries that still wait: their record is not here any more, so that nothing can be made of it but to give up.
    """

    steps: tuple[Step, ...] = ()
    left: tuple[UUID, ...] = ()


def deletes(kind: str, op: str) -> bool:
    """Whether choosing the own side of such an entry deletes the record."""
    return kind == "kept" or (kind == "refused" and op == "delete")


def decide(session: Session, rows: Sequence[SyncConflict], choice: str, now: datetime, actor: str, touched: Touched) -> Decision:
    """Settle `rows` in their order; those whose own side cannot be had any more stay as they are."""
    steps: list[Step] = []
    left: list[UUID] = []
    for row in rows:
        change = None
        if choice == "mine":
            change = _again(session, row, now, touched)
            if change is None:
                left.append(row.id)
                continue
        row.resolution, row.resolved_at, row.resolved_by = choice, now, actor
        steps.append(Step(row.id, change))
    return Decision(tuple(steps), tuple(left))


def _again(session: Session, conflict: SyncConflict, now: datetime, touched: Touched) -> RowChange | None:
    """Make the change that was set aside once more, on the record as it stands now; none where there is no record."""
    row = session.get(models()[conflict.type], conflict.row_id)
    if row is None:
        return None
    touched.add(conflict.type, conflict.row_id.hex)
    was_deleted = row.deleted_at is not None
    if deletes(conflict.kind, conflict.op):
        row.deleted_at = now
        return RowChange(conflict.type, conflict.row_id, {}, {}, was_deleted, True)
    row.deleted_at = None
    mine: Mapping[str, Any] = {conflict.field: conflict.mine} if conflict.kind == "field" else conflict.mine
    fields = SYNCED[conflict.type].fields
    after = {name: from_wire(fields[name], value) for name, value in mine.items() if name in fields}
    before = {name: getattr(row, name) for name in after}
    for name, value in after.items():
        setattr(row, name, value)
    return RowChange(conflict.type, conflict.row_id, before, after, was_deleted, False)


def take_back(session: Session, decision: Decision, now: datetime, touched: Touched) -> tuple[UUID, ...]:
    """Have everything wait again, and every record as it was; what was changed since by whomever stays. Which entries wait again."""
    back: list[UUID] = []
    for step in reversed(decision.steps):
        conflict = session.get(SyncConflict, step.entry)
        if conflict is None or not conflict.resolution:
            continue
        if step.change is not None:
            _undo(session, step.change, now, touched)
        if not asked_anew(session, conflict):
            conflict.resolution, conflict.resolved_at, conflict.resolved_by = "", None, ""
            back.append(conflict.id)
    return tuple(reversed(back))


def _undo(session: Session, change: RowChange, now: datetime, touched: Touched) -> None:
    row = session.get(models()[change.type], change.row)
    if row is None:
        return
    touched.add(change.type, change.row.hex)
    for name, value in change.after.items():
        if getattr(row, name) == value:
            setattr(row, name, change.before[name])
    if change.was_deleted != change.deleted and (row.deleted_at is not None) == change.deleted:
        row.deleted_at = now if change.was_deleted else None
