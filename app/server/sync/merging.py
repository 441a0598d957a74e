"""What becomes of one change to one row: pure decisions, whoever made it and wherever it is kept.

Changes of different fields merge in silence. Where two authors changed the same field, the value that the server has stays and the
late one is set aside as a conflict. An author never conflicts with their own earlier change. No clock decides anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from app.domain.text import Text
from app.sync.wire import FieldConflict, Mutation, Status

#: Stands for the row itself where it was deleted.
ROW = "*"


@dataclass(frozen=True)
class Author:
    """Who writes. `id` tells authors apart in conflicts; `staff` and the server itself may write what devices may not."""

    id: str
    name: str
    staff: bool = False


class Stored(NamedTuple):
    """A row as the server has it.

    Attributes:
        marks: for fields changed since the row was made: the `seq` and the author of the last change; `*` for deletion and restoring.
        first_seq, first_author: of the making of the row, and so of all other fields.
        by, at: who changed it last, and when, for people.
    """

    type: str
    row: str
    seq: int
    deleted: bool
    data: Mapping[str, Any]
    marks: Mapping[str, tuple[int, str]]
    first_seq: int
    first_author: str
    author: str
    by: str
    at: str


class Merged(NamedTuple):
    """The outcome: the row afterwards (the same object when nothing changed), and what was set aside."""

    status: Status
    after: Stored | None
    conflicts: tuple[FieldConflict, ...] = ()
    refusal: Refusal | None = None


@dataclass(frozen=True)
class Refusal:
    """Why a change is not applied at all."""

    code: str
    text: Text


class Moment(NamedTuple):
    """The number and the time that a change gets when it is applied."""

    seq: int
    at: str


def merge(stored: Stored | None, change: Mutation, author: Author, moment: Moment) -> Merged:
    """Apply `change` to `stored`; whether it is allowed was checked before."""
    if change.op == "delete":
        return _delete(stored, change, author, moment)
    if stored is None:
        data = dict(change.set)
        made = Stored(
            change.type, change.row, moment.seq, False, data, {}, moment.seq, author.id, author.id, _by(change, author), moment.at
        )
        return Merged("ok", made)
    if stored.deleted:
        return _to_a_deleted_row(stored, change, author, moment)
    return _fields(stored, change, author, moment)


def late(stored: Stored, name: str, change: Mutation, author: Author) -> bool:
    """Whether somebody else changed the field after the version that the author of `change` saw."""
    seq, by = stored.marks.get(name, (stored.first_seq, stored.first_author))
    return by != author.id and (change.base is None or seq > change.base)


def _fields(stored: Stored, change: Mutation, author: Author, moment: Moment) -> Merged:
    data, marks = dict(stored.data), dict(stored.marks)
    conflicts: list[FieldConflict] = []
    applied = False
    for name, value in change.set.items():
        known = data.get(name)
        if name in data and known == value:
            continue
        if late(stored, name, change, author):
            conflicts.append(FieldConflict(field=name, server=known, yours=value))
            continue
        data[name], marks[name], applied = value, (moment.seq, author.id), True
    unseen = stored.author != author.id and change.base is not None and stored.seq > change.base
    status: Status = "conflict" if conflicts else "merged" if unseen else "ok"
    after = _changed(stored, author, change, moment, data=data, marks=marks) if applied else stored
    return Merged(status, after, tuple(conflicts))


def _delete(stored: Stored | None, change: Mutation, author: Author, moment: Moment) -> Merged:
    if stored is None or stored.deleted:
        return Merged("ok", stored)
    others = any(seq > (change.base or 0) and by != author.id for seq, by in _all_marks(stored))
    if others:
        # Deleting what somebody else has just worked on would lose their work without a word.
        return Merged("conflict", stored, (FieldConflict(field=ROW, server="kept", yours="deleted"),))
    marks = {**stored.marks, ROW: (moment.seq, author.id)}
    return Merged("ok", _changed(stored, author, change, moment, deleted=True, marks=marks))


def _to_a_deleted_row(stored: Stored, change: Mutation, author: Author, moment: Moment) -> Merged:
    if change.op == "put" and not late(stored, ROW, change, author):
        data = {**stored.data, **change.set}
        marks = {**stored.marks, **dict.fromkeys((*change.set, ROW), (moment.seq, author.id))}
        return Merged("ok", _changed(stored, author, change, moment, deleted=False, data=data, marks=marks))
    return Merged("conflict", stored, (FieldConflict(field=ROW, server="deleted", yours=dict(change.set)),))


def _all_marks(stored: Stored) -> list[tuple[int, str]]:
    return [(stored.first_seq, stored.first_author), *stored.marks.values()]


def _by(change: Mutation, author: Author) -> str:
    # PostgreSQL keeps no NUL; a whole outbox must not be stuck for one in a name.
    return (change.by or author.name).replace("\x00", "")


def _changed(stored: Stored, author: Author, change: Mutation, moment: Moment, **fields: Any) -> Stored:
    return stored._replace(seq=moment.seq, author=author.id, by=_by(change, author), at=moment.at, **fields)


@dataclass
class Overlay:
    """The rows that a batch touches, as they stand after each of its changes; a refused group is taken back."""

    rows: dict[str, Stored | None] = field(default_factory=dict)
    _saved: dict[str, Stored | None] = field(default_factory=dict)

    def begin(self) -> None:
        """A group starts."""
        self._saved.clear()

    def put(self, row: str, after: Stored | None) -> None:
        """The row stands like this now."""
        self._saved.setdefault(row, self.rows.get(row))
        self.rows[row] = after

    def take_back(self) -> None:
        """The group did not happen."""
        self.rows.update(self._saved)
        self._saved.clear()
