"""The inbox of conflicts and refusals: what was set aside waits here until somebody chooses, mine or theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from app.domain.errors import InputError, NotFoundError
from app.domain.offer_text import Bilingual
from app.domain.records import label
from app.domain.synced import SYNCED, SyncedField
from app.domain.text import Text, msg
from app.services.context import ServiceContext
from app.services.derived_rows import DerivedRows
from app.store import sync_queries
from app.store.sync_apply import Touched
from app.store.sync_rows import models
from app.store.tables import SyncConflict
from app.store.unit_of_work import Session

CHOICES = ("mine", "theirs")
#: What a record is called by, the first of these that it has.
_NAMES = ("number", "designation", "name", "subject", "title", "file_name", "licence")


@dataclass(frozen=True)
class InboxEntry:
    """Something that waits for a decision.

    Attributes:
        kind: `field`: somebody else changed the same field; `deleted`: the record was deleted meanwhile; `kept`: it was to be deleted
            but somebody worked on it; `refused`: the server does not allow the change.
        title: what the record is called here.
        mine, theirs: the values; for a whole record, what was changed.
        reason: why it was refused; none for the other kinds.
        by, at: who has the other value, and since when.
    """

    id: UUID
    kind: str
    op: str
    type: str
    row: UUID
    title: str
    field: str
    mine: Any
    theirs: Any
    reason: Text | None
    by: str
    at: datetime | None
    found_at: datetime


class SyncInbox:
    """Reads and settles. Thread: any; each decision is one unit of work, and an ordinary change that is sent like any other."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store

    def entries(self) -> tuple[InboxEntry, ...]:
        """What waits, the oldest first."""
        with self._store.reading() as session:
            return tuple(_entry(session, row) for row in sync_queries.conflicts(session))

    def resolve(self, entry_id: UUID, choice: str) -> None:
        """Choose: `mine` makes the change anew, having seen the other value; `theirs` leaves things as they are.

        Raises:
            NotFoundError: nothing of that id waits.
            InputError: another choice.
            StorageError: the disk is full; nothing was changed.
        """
        self.resolve_all([entry_id], choice)

    def resolve_all(self, entry_ids: Sequence[UUID], choice: str) -> int:
        """Choose the same for several, in one unit of work; how many that were.

        Raises:
            NotFoundError: one of them does not wait (any more); nothing was changed.
            InputError: another choice than `mine` or `theirs`.
        """
        if choice not in CHOICES:
            raise InputError("choice", choice, msg("un de {names}", names=", ".join(CHOICES)))
        touched = Touched()
        with self._store.writing() as unit:
            for entry_id in entry_ids:
                row = unit.session.get(SyncConflict, entry_id)
                if row is None or row.resolution:
                    raise NotFoundError(msg("Rien n’attend de décision sous cet identifiant\u00a0: {id}", id=entry_id))
                if choice == "mine":
                    self._again(unit.session, row, touched)
                row.resolution, row.resolved_at, row.resolved_by = choice, self._context.clock.now(), self._store.actor
            unit.session.flush()
            DerivedRows(self._context.clock).derive(unit.session, touched)
        return len(entry_ids)

    def _again(self, session: Session, conflict: SyncConflict, touched: Touched) -> None:
        """Make the change that was set aside once more, on the record as it stands now."""
        row = session.get(models()[conflict.type], conflict.row_id)
        if row is None:
            raise NotFoundError(msg("L’enregistrement n’existe plus\u00a0: {id}", id=conflict.row_id))
        touched.add(conflict.type, conflict.row_id.hex)
        if conflict.kind == "kept" or (conflict.kind == "refused" and conflict.op == "delete"):
            row.deleted_at = self._context.clock.now()
            return
        row.deleted_at = None
        mine: Mapping[str, Any] = {conflict.field: conflict.mine} if conflict.kind == "field" else conflict.mine
        for name, value in mine.items():
            field = SYNCED[conflict.type].fields.get(name)
            if field is not None:
                setattr(row, name, from_wire(field, value))


def from_wire(field: SyncedField, value: Any) -> Any:
    """A travelling value as the models have it."""
    if value is None:
        return None
    if field.kind == "choice" and field.choices is not None:
        return field.choices(value)
    readers: dict[str, Any] = {"reference": UUID, "amount": Decimal, "day": date.fromisoformat, "moment": datetime.fromisoformat}
    return readers[field.kind](value) if field.kind in readers else value


def shown(type_name: str, name: str, value: Any) -> object:
    """A travelling value for people: choices by their label, days and moments as such, references as they are."""
    field = SYNCED[type_name].fields.get(name)
    if field is None or value is None:
        return value
    found = from_wire(field, value)
    return label(found) if field.kind == "choice" else found


def _entry(session: Session, row: SyncConflict) -> InboxEntry:
    record = session.get(models()[row.type], row.row_id)
    values: Mapping[str, Any] = row.mine if isinstance(row.mine, dict) else {}
    title = next((str(found) for name in _NAMES if (found := getattr(record, name, None) or values.get(name))), "")
    reason = _reason(row.reason)
    return InboxEntry(
        row.id, row.kind, row.op, row.type, row.row_id, title, row.field, row.mine, row.theirs, reason, row.by, row.at, row.found_at
    )


def _reason(told: Mapping[str, Any]) -> Text | None:
    """What the server said, in both languages; it is no text of ours."""
    return Bilingual(str(told.get("fr", "")), english=str(told.get("en", ""))) if told else None
