"""Writing records on behalf of somebody who is no device: staff, or whoever has a link from a mail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection
from uuid_utils.compat import uuid7

from app.server.clock import as_text
from app.server.problems import ApiError, InvalidError
from app.server.rows import Row, find
from app.server.sync.merging import Author
from app.server.sync.writing import take_numbers, write
from app.sync.wire import Mutation, Operation, Result

#: Refusals that mean that the request itself is wrong, and not that it comes at a wrong time.
_INVALID = frozenset({"value", "values", "missing", "field", "unknown_reference", "unknown_type", "wrong_type"})


class RefusedError(ApiError):
    """A rule of the records refuses the change; nothing was changed."""

    status, code = 409, "refused"


class ConflictError(ApiError):
    """Somebody else changed the same value since the caller looked; nothing was changed."""

    status, code = 409, "conflict"


@dataclass(frozen=True)
class Change:
    """One change to one row, on top of the version `base`; without a base the row is new."""

    type: str
    row: str
    set: Mapping[str, Any]
    base: int | None = None
    op: Operation = "patch"


class Pen:
    """Writes to one organisation in one transaction; from its making to the commit nobody else does.

    Raises:
        UnknownOrganisationError: there is no such organisation.
    """

    def __init__(self, connection: Connection, organisation_id: str, author: Author, now: datetime) -> None:
        self.connection = connection
        self.organisation = organisation_id
        self.author = author
        self.now = now
        take_numbers(connection, organisation_id, 0)

    @property
    def moment(self) -> str:
        """The moment of the transaction, as records keep it."""
        return as_text(self.now)

    def find(self, kind: str, row_id: str) -> Row:
        """See `rows.find`."""
        return find(self.connection, self.organisation, kind, row_id)

    def write(self, changes: Sequence[Change]) -> None:
        """Apply all changes or none.

        Raises:
            InvalidError, RefusedError, ConflictError: why nothing was changed.
        """
        numbers = take_numbers(self.connection, self.organisation, len(changes))
        together = str(uuid7())
        sent = [_mutation(place, change, together, self.now) for place, change in enumerate(changes)]
        for result in write(self.connection, self.organisation, self.author, sent, numbers, self.moment):
            _check(result)


def _mutation(place: int, change: Change, together: str, now: datetime) -> Mutation:
    return Mutation(
        n=place,
        id=str(uuid7()),
        tx=together,
        op="put" if change.base is None else change.op,
        type=change.type,
        row=change.row,
        base=change.base,
        set=dict(change.set),
        at=now,
    )


def _check(result: Result) -> None:
    if result.status == "rejected" and result.reason is not None and result.reason.code != "group":
        kind = InvalidError if result.reason.code in _INVALID else RefusedError
        raise kind(result.reason.en, detail=result.reason.code)
    if result.status == "conflict":
        fields = ", ".join(one.field for one in result.conflicts)
        raise ConflictError("somebody else changed this meanwhile", detail=f"{fields} ({result.by})")
