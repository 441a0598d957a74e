"""What the server made of our changes, brought into the local rows: numbered, set aside or refused, and never lost without a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

import msgspec

from app.domain.synced import SYNCED
from app.domain.text import msg
from app.store import inbox_queries, sync_apply, sync_exchange, sync_outbox
from app.store.sync_apply import Touched
from app.store.sync_exchange import TOO_LARGE, SetAside
from app.store.sync_outbox import Pending
from app.store.sync_rows import as_key, set_fields
from app.store.unit_of_work import Session
from app.sync.derived import Derived
from app.sync.wire import FieldConflict, Reason, Result

_ROW = "*"


class Acknowledgement:
    """Takes the results of one push, inside the caller's transaction.

    Args:
        now: the moment, here.
        server_now: the same by the server's clock, by which is decided how long what was sent is kept.

    Attributes:
        applied, conflicts, rejected: how many mutations were applied at least in part, fields set aside, mutations refused; those of a
            decision that was taken back meanwhile are no news.
        touched: rows whose values changed here.
    """

    def __init__(self, session: Session, derived: Derived, now: str, server_now: str) -> None:
        self._session = session
        self._connection = session.connection()
        self._derived = derived
        self._now = now
        self._server_now = server_now
        self.touched = Touched()
        self.applied = self.conflicts = self.rejected = 0

    def take(self, sent: Sequence[Pending], results: Sequence[Result]) -> None:
        """Empty the outbox of `sent` and do what each result asks for."""
        again = self._to_number_anew(sent, results)
        troubled = [as_key(one.row) for one, result in zip(sent, results, strict=True) if result.status in ("conflict", "rejected")]
        sync_outbox.acknowledge(self._connection, [(result.n, result.seq) for result in results], self._server_now)
        waiting = sync_outbox.of_rows(self._connection, troubled) if troubled else {}
        for place, (one, result) in enumerate(zip(sent, results, strict=True), 1):
            if one.tx in again and result.status == "rejected":
                continue
            later = waiting.get(as_key(one.row), [])
            if result.status == "conflict":
                after = {name for other in (*sent[place:], *later) if other.row == one.row for name in other.changes}
                for conflict in result.conflicts:
                    # A value that its own author replaced before hearing of the conflict is no question any more: the later one is.
                    self._set_aside(one, result, conflict, later, asked=conflict.field not in after and not _left_blank(one, conflict))
            if result.status == "rejected":
                self._refuse(one, result, later)
            else:
                self.applied += 1
        if again:
            self._number_anew([one for one in sent if one.tx in again], again)

    def _set_aside(self, one: Pending, result: Result, conflict: FieldConflict, later: Sequence[Pending], *, asked: bool) -> None:
        self.touched.add(one.type, as_key(one.row))
        if conflict.field == _ROW:
            kind = "deleted" if conflict.server == "deleted" else "kept"
            if kind == "kept":
                sync_apply.show(self._connection, one.type, one.row)
            elif not any(other.op == "put" for other in later):
                sync_apply.bury(self._connection, one.type, one.row, result.seq, self._now)
            self._keep(one, kind, "", dict(one.changes), None, result)
            return
        sync_apply.settle(self._connection, one.type, one.row, {conflict.field: conflict.server}, later)
        if asked:
            self._keep(one, "field", conflict.field, conflict.yours, conflict.server, result)

    def _refuse(self, one: Pending, result: Result, later: Sequence[Pending]) -> None:
        self.touched.add(one.type, as_key(one.row))
        if result.server is not None:
            if one.op == "delete":
                sync_apply.show(self._connection, one.type, one.row)
            sync_apply.settle(self._connection, one.type, one.row, result.server, later)
        elif one.op == "put":
            # The server will never have this row: what was changed in it since is part of the same refusal.
            sync_apply.hide(self._connection, one.type, one.row, self._now)
            values = dict(one.changes)
            for change in later:
                values.update(change.changes)
                sync_outbox.drop(self._connection, change.n)
            self._keep(one, "refused", "", values, None, result, later)
            return
        self._keep(one, "refused", "", dict(one.changes), result.server, result)

    def _keep(self, one: Pending, kind: str, field: str, mine: Any, theirs: Any, result: Result, dropped: Sequence[Pending] = ()) -> None:
        """Put a question into the inbox, unless it waits there already. `dropped`: later changes that are part of it."""
        if self._any_taken_back:
            now = datetime.fromisoformat(self._now)
            if all(inbox_queries.taken_back_already(self._session, each, now) for each in (one, *dropped)):
                return
        if kind == "refused":
            self.rejected += 1
        else:
            self.conflicts += 1
        reason = {} if result.reason is None else msgspec.structs.asdict(result.reason)
        at = None if result.at is None else result.at.isoformat(timespec="microseconds")
        aside = SetAside(one.mutation, kind, one.op, one.type, one.row, field, mine, theirs, reason, result.by, at, one.actor, one.at)
        sync_exchange.keep(self._connection, aside, self._now)

    @cached_property
    def _any_taken_back(self) -> bool:
        return inbox_queries.any_taken_back(self._connection)

    # --- numbers that somebody else gave first

    def _to_number_anew(self, sent: Sequence[Pending], results: Sequence[Result]) -> dict[str, str]:
        """New numbers by row, for records refused only because their number is taken; keyed also by their group."""
        again: dict[str, str] = {}
        for one, result in zip(sent, results, strict=True):
            if _taken(result.reason) and one.op == "put" and SYNCED[one.type].unique == "number":
                again[one.row] = self._derived.number(self._session, one.type)
                again[one.tx] = ""
        return again

    def _number_anew(self, group: Sequence[Pending], again: Mapping[str, str]) -> None:
        """Send the refused group once more, before all else that waits, with the new numbers."""
        changed: list[Pending] = []
        for one in group:
            changes = dict(one.changes)
            if one.row in again and one.op == "put":
                changes["number"] = again[one.row]
                set_fields(self._connection, one.type, as_key(one.row), {"number": again[one.row]})
                self.touched.add(one.type, as_key(one.row))
            changed.append(Pending(one.n, one.mutation, one.tx, one.op, one.type, one.row, one.base, changes, one.at, one.actor))
        sync_outbox.requeue(self._connection, changed, fresh=True)


def too_large(sent: Sequence[Pending]) -> list[Result]:
    """What the server would say of changes that cannot reach it, for their size."""
    text = msg("Cette opération change plus que ce que le serveur accepte en une fois.")
    reason = Reason(code=TOO_LARGE, fr=text.render("fr"), en=text.render("en"))
    return [Result(n=one.n, status="rejected", reason=reason) for one in sent]


def _left_blank(one: Pending, conflict: FieldConflict) -> bool:
    """Of the company two computers may send one record at the same moment: what one of them left blank, nobody has to decide."""
    return one.type == "organisation" and one.op == "put" and conflict.yours in ("", None)


def _taken(reason: Reason | None) -> bool:
    return reason is not None and reason.code == "taken"
