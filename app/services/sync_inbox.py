"""The inbox of conflicts and refusals: what was set aside waits here until somebody chooses, mine or theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.errors import InputError, NotFoundError
from app.domain.offer_text import Bilingual
from app.domain.record_words import type_label
from app.domain.synced import SYNCED
from app.domain.text import Text, msg
from app.services.context import ServiceContext
from app.services.derived_rows import DerivedRows
from app.services.sync_deciding import Decision, TakenBack, decide, take_back
from app.services.sync_words import field_label, shown
from app.store import sync_queries
from app.store.inbox_queries import crowds, deletes
from app.store.sync_apply import Touched
from app.store.sync_exchange import TOO_LARGE
from app.store.sync_reading import NAMES, OWNERS
from app.store.sync_rows import models
from app.store.tables import SyncConflict
from app.store.types import to_wire
from app.store.unit_of_work import Session

CHOICES = ("mine", "theirs")
_GONE, _ABSENT = msg("(supprimé)"), msg("(pas sur le serveur)")
#: A record is shown by this many of its fields at most.
_MOST_LINES = 24


@dataclass(frozen=True)
class InboxLine:
    """One field, side by side. `now`: what the record has meanwhile, where it is not the other value any more."""

    label: Text
    mine: Text
    theirs: Text
    now: Text | None = None


@dataclass(frozen=True)
class InboxEntry:
    """Something that waits for a decision.

    Attributes:
        kind: `field`: somebody else changed the same field; `deleted`: the record was deleted meanwhile; `kept`: it was to be deleted
            but somebody worked on it; `refused`: the server does not allow the change.
        gone: the record is not on this computer any more: the change can only be given up.
        title: what the record is called here. type_label, field_label: the same as on its sheet.
        mine, theirs: the values as they travel; for a whole record, what was changed.
        now: what the record has in that field at this moment, as it travels; none for a whole record.
        also: how many more wait for the same field of the same record: it was changed again before this was decided.
        lines: the same for people, references by name.
        reason: why it was refused; none for the other kinds.
        by, at: who has the other value, and since when. mine_by, mine_at: the same of the value that was set aside.
    """

    id: UUID
    kind: str
    op: str
    gone: bool
    type: str
    row: UUID
    title: str
    field: str
    mine: Any
    theirs: Any
    now: Any
    also: int
    reason: Text | None
    by: str
    at: datetime | None
    mine_by: str
    mine_at: datetime | None
    found_at: datetime
    type_label: Text
    field_label: Text | None
    lines: tuple[InboxLine, ...]

    @property
    def deletes(self) -> bool:
        """Whether choosing the own side deletes the record."""
        return not self.gone and deletes(self.kind, self.op)


@dataclass(frozen=True)
class InboxPage:
    """Some of what waits, and how much there is in all."""

    total: int
    rows: tuple[InboxEntry, ...]


class SyncInbox:
    """Reads and settles. Thread: any; each decision is one unit of work, and an ordinary change that is sent like any other."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store

    def entries(self) -> tuple[InboxEntry, ...]:
        """What waits, the oldest first."""
        return self.page(0, -1).rows

    def page(self, offset: int, limit: int) -> InboxPage:
        """A part of what waits, the oldest first; `limit` -1: all."""
        with self._store.reading() as session:
            total, rows = sync_queries.conflicts(session, offset, limit)
            reader = _Reader(session, crowds(session))
            return InboxPage(total, tuple(reader.entry(row) for row in rows))

    def resolve(self, entry_id: UUID, choice: str) -> None:
        """Choose: `mine` makes the change anew, having seen the other value; `theirs` leaves things as they are.

        Raises:
            NotFoundError: nothing of that id waits; or `mine`, and the record is not here any more.
            InputError: another choice.
            StorageError: the disk is full; nothing was changed.
        """
        with self._store.reading() as session:
            row = session.get(SyncConflict, entry_id)
            if row is None or row.resolution:
                raise NotFoundError(msg("Rien n’attend de décision sous cet identifiant\u00a0: {id}", id=entry_id))
            name = type_label(row.type)
        if self.resolve_all([entry_id], choice).left:
            raise NotFoundError(
                msg("L’enregistrement n’existe plus sur ce poste ({type})\u00a0: ce changement peut seulement être abandonné.", type=name)
            )

    def resolve_all(self, entry_ids: Sequence[UUID], choice: str) -> Decision:
        """Choose the same for several, in one unit of work, the oldest first: of two for one field the later has the last word.

        What somebody settled meanwhile is left alone, and so is what cannot be settled that way: see `Decision.left`.

        Raises:
            NotFoundError: nothing of it waits any more.
            InputError: another choice.
            StorageError: the disk is full; nothing was changed.
        """
        if choice not in CHOICES:
            raise InputError("choice", choice, msg("un de {names}", names=", ".join(CHOICES)))
        touched = Touched()
        with self._store.writing() as unit:
            found = [row for one in entry_ids if (row := unit.session.get(SyncConflict, one)) is not None and not row.resolution]
            if not found:
                raise NotFoundError(msg("Plus rien de ce que vous avez choisi n’attend de décision."))
            rows = sorted(found, key=lambda row: (row.found_at, row.id))
            decision = decide(unit, rows, choice, self._context.clock.now(), touched)
            unit.session.flush()
            DerivedRows(self._context.clock).derive(unit.session, touched)
        return decision

    def take_back(self, decision: Decision) -> TakenBack:
        """Have everything wait again that was settled, and the records be as they were. What was changed since stays.

        Raises:
            StorageError: the disk is full; nothing was changed.
        """
        touched = Touched()
        with self._store.writing() as unit:
            done = take_back(unit, decision, self._context.clock.now(), touched)
            unit.session.flush()
            DerivedRows(self._context.clock).derive(unit.session, touched)
        return done


class _Reader:
    """Makes entries; remembers what records are called while it does.

    Args:
        crowds: see `inbox_queries.crowds`.
    """

    def __init__(self, session: Session, crowds: Mapping[tuple[UUID, str], int]) -> None:
        self._session, self._crowds = session, crowds
        self._names: dict[UUID, str] = {}

    def entry(self, row: SyncConflict) -> InboxEntry:
        record = self._session.get(models()[row.type], row.row_id)
        values: Mapping[str, Any] = row.mine if isinstance(row.mine, dict) else {}
        return InboxEntry(
            id=row.id,
            kind=row.kind,
            op=row.op,
            gone=record is None,
            type=row.type,
            row=row.row_id,
            title=self._title(record, values),
            field=row.field,
            mine=row.mine,
            theirs=row.theirs,
            now=self._now(row, record),
            also=self._crowds.get((row.row_id, row.field), 1) - 1 if row.kind == "field" else 0,
            reason=_reason(row.reason),
            by=row.by,
            at=row.at,
            mine_by=row.mine_by,
            mine_at=row.mine_at,
            found_at=row.found_at,
            type_label=type_label(row.type),
            field_label=field_label(row.type, row.field) if row.field else None,
            lines=tuple(self._lines(row, record, values)[:_MOST_LINES]),
        )

    def _lines(self, row: SyncConflict, record: Any, values: Mapping[str, Any]) -> list[InboxLine]:
        if row.kind == "field":
            return [self._field_line(row, record)]
        fields = SYNCED[row.type].fields
        if row.kind == "kept" or row.op == "delete":
            now = {name: to_wire(getattr(record, name)) for name in fields} if record is not None else {}
            return [InboxLine(field_label(row.type, name), _GONE, self._value(row, name, now[name])) for name in now if _told(now[name])]
        theirs = row.theirs if isinstance(row.theirs, dict) else None
        if row.reason.get("code") == TOO_LARGE and record is not None and record.deleted_at is None:
            # The server never saw the change: what the record has here is what it has there.
            theirs = {name: to_wire(getattr(record, name)) for name in fields if name in values}
        missing = _GONE if row.kind == "deleted" else _ABSENT
        return [
            InboxLine(
                field_label(row.type, name),
                self._value(row, name, values[name]),
                missing if theirs is None else self._value(row, name, theirs.get(name)),
            )
            for name in fields
            if name in values and (_told(values[name]) or (theirs is not None and _told(theirs.get(name))))
        ]

    def _now(self, row: SyncConflict, record: Any) -> Any:
        known = row.kind == "field" and row.field in SYNCED[row.type].fields
        return to_wire(getattr(record, row.field)) if known and record is not None else row.theirs if row.kind == "field" else None

    def _field_line(self, row: SyncConflict, record: Any) -> InboxLine:
        now = self._now(row, record)
        changed = self._value(row, row.field, now) if now != row.theirs else None
        mine, theirs = self._value(row, row.field, row.mine), self._value(row, row.field, row.theirs)
        return InboxLine(field_label(row.type, row.field), mine, theirs, changed)

    def _value(self, row: SyncConflict, name: str, value: Any) -> Text:
        return shown(row.type, name, value, self._named)

    def _named(self, type_name: str, row_id: UUID) -> str:
        if row_id not in self._names:
            self._names[row_id] = self._title(self._session.get(models()[type_name], row_id), {})
        return self._names[row_id]

    def _title(self, record: Any, values: Mapping[str, Any]) -> str:
        found = next((str(value) for name in NAMES if (value := getattr(record, name, None) or values.get(name))), "")
        if found or record is None:
            return found
        # A line, a message or a rating has no name: it is called by what it belongs to.
        for name, owner in OWNERS.items():
            if (target := getattr(record, name, None)) is not None:
                return self._named(owner, target)
        return ""


def _told(value: Any) -> bool:
    return value not in (None, "", {}, [])


def _reason(told: Mapping[str, Any]) -> Text | None:
    """What the server said, in both languages; it is no text of ours."""
    return Bilingual(str(told.get("fr", "")), english=str(told.get("en", ""))) if told else None
