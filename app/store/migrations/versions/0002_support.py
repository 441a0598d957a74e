"""Support in full: threads, appointments, cover, claims, technicians' sessions, and the months' figures kept by triggers."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from app.store.folding import searchable

revision = "0002"
down_revision = "0001"

_WAITS = (("waited_10", 0, 10), ("waited_30", 10, 30), ("waited_60", 30, 60), ("waited_120", 60, 120), ("waited_240", 120, 240))


def upgrade() -> None:
    """Add what support needs to the first schema, and fill it from the rows that are there."""
    _requests()
    _messages()
    _interventions()
    _sessions()
    _claims()
    for name, target in (("request_id", "support_request"), ("claim_id", "claim")):
        _add_pointer("document", name, target)
        op.create_index(f"ix_document_{name}", "document", [name])
    _fill()
    _months()


def _text(name: str, length: int | None = None, value: str = "") -> sa.Column[str]:
    kind: sa.types.TypeEngine[str] = sa.Text() if length is None else sa.String(length)
    return sa.Column(name, kind, nullable=False, server_default=value)


def _moment(name: str, *, required: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(32), nullable=not required)


def _number(name: str, value: int = 0) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, server_default=str(value))


def _pointer(table: str, name: str, target: str, *, required: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Uuid(), sa.ForeignKey(f"{target}.id", name=f"fk_{table}_{name}_{target}"), nullable=not required)


def _add_pointer(table: str, name: str, target: str) -> None:
    """SQLite takes a reference with a new column, Alembic would only add it by copying the table."""
    op.execute(f"ALTER TABLE {table} ADD COLUMN {name} CHAR(32) CONSTRAINT fk_{table}_{name}_{target} REFERENCES {target} (id)")


def _record() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        _moment("created_at", required=True),
        _moment("updated_at", required=True),
        _moment("deleted_at"),
    )


def _requests() -> None:
    table = "support_request"
    columns: tuple[sa.Column[Any], ...] = (
        _text("kind", 32, "help"),
        _text("service", 64),
        _text("contact", 200),
        _text("phone", 60),
        _moment("due_at"),
        _moment("first_response_at"),
        _moment("appointment_at"),
        _number("appointment_minutes", 30),
        sa.Column("covered", sa.Boolean(), nullable=True),
        _text("cover_note"),
        _text("resolution"),
        _moment("resolved_at"),
        _moment("rating_offered_at"),
        _text("search"),
    )
    for column in columns:
        op.add_column(table, column)
    _add_pointer(table, "site_id", "site")
    op.create_index("ix_support_request_opened", table, ["deleted_at", "opened_at"])


def _messages() -> None:
    table = "request_message"
    op.create_table(
        table,
        _pointer(table, "request_id", "support_request", required=True),
        _text("author", 200),
        sa.Column("body", sa.Text(), nullable=False),
        _moment("sent_at", required=True),
        *_record(),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    op.create_index(f"ix_{table}_request_id", table, ["request_id"])


def _interventions() -> None:
    table = "intervention"
    columns: tuple[sa.Column[Any], ...] = (
        _text("teamviewer_session", 60),
        _number("covered_minutes"),
        _number("billable_minutes"),
        sa.Column("waited_minutes", sa.Integer(), nullable=True),
    )
    for column in columns:
        op.add_column(table, column)
    _add_pointer(table, "site_id", "site")
    op.create_index("ix_intervention_ended_at", table, ["ended_at"])
    _add_pointer("rating", "intervention_id", table)
    op.create_index("ix_rating_intervention_id", "rating", ["intervention_id"])


def _sessions() -> None:
    table = "technician_session"
    op.create_table(
        table,
        sa.Column("technician", sa.String(200), nullable=False),
        _pointer(table, "request_id", "support_request"),
        _moment("started_at", required=True),
        _moment("ended_at"),
        _text("end_reason", 20),
        *_record(),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )


def _claims() -> None:
    table = "claim"
    op.create_table(
        table,
        sa.Column("number", sa.String(60), nullable=False),
        _pointer(table, "equipment_id", "equipment", required=True),
        _pointer(table, "contract_id", "contract"),
        _pointer(table, "request_id", "support_request"),
        sa.Column("type", sa.String(32), nullable=False),
        sa.Column("theft", sa.String(32), nullable=True),
        sa.Column("happened_on", sa.String(10), nullable=False),
        _text("place", 300),
        _text("circumstances"),
        _moment("declared_at", required=True),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("covered", sa.Boolean(), nullable=True),
        _text("cover_note"),
        _moment("call_due_at"),
        _moment("replacement_due_at"),
        _moment("called_at"),
        _moment("replaced_at"),
        _pointer(table, "loan_equipment_id", "equipment"),
        _pointer(table, "replacement_equipment_id", "equipment"),
        _text("outcome_note"),
        _moment("closed_at"),
        *_record(),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.UniqueConstraint("number", name=f"uq_{table}_number"),
    )
    op.create_index(f"ix_{table}_equipment_id", table, ["equipment_id"])
    op.create_index(f"ix_{table}_status", table, ["status", "declared_at"])


def _fill() -> None:
    """What the new columns can know of the old rows; how long somebody waited was never noted."""
    op.execute(
        # A request that is still only resolved was so when it was last written.
        "UPDATE support_request SET resolved_at = coalesce(closed_at, CASE WHEN status = 'resolved' THEN updated_at END),"
        " site_id = (SELECT site_id FROM equipment WHERE id = equipment_id)"
    )
    op.execute("UPDATE intervention SET site_id = (SELECT site_id FROM support_request WHERE id = request_id)")
    op.execute(
        "UPDATE rating SET intervention_id = (SELECT id FROM intervention WHERE request_id = rating.request_id"
        " AND ended_at IS NOT NULL AND deleted_at IS NULL ORDER BY ended_at DESC, id DESC LIMIT 1)"
    )
    connection = op.get_bind()
    for request in connection.execute(sa.text("SELECT id, number, subject FROM support_request")).all():
        found = searchable(request.subject, codes=(request.number,))
        connection.execute(sa.text("UPDATE support_request SET search = :search WHERE id = :id"), {"search": found, "id": request.id})


def _paris_month(moment: str) -> str:
    """The month in Europe/Paris of a moment kept in UTC: summer time runs from the last Sunday of March to that of October, 01:00 UTC."""
    turn = "date(substr({moment}, 1, 4) || '-{month}-25', 'weekday 0') || 'T01:00'"
    summer, winter = turn.format(moment=moment, month="03"), turn.format(moment=moment, month="10")
    shift = f"CASE WHEN {moment} >= {summer} AND {moment} < {winter} THEN '+2 hours' ELSE '+1 hours' END"
    # To the second: newer SQLite rounds the last half millisecond of a month into the next one.
    return f"strftime('%Y-%m', substr({moment}, 1, 19), {shift})"


def _of_intervention(row: str) -> str:
    """A query for the place in `support_month` of the intervention that a trigger calls `row`; no row while it does not count."""
    return (
        f"SELECT {_paris_month(f'{row}.ended_at')} AS month, {row}.kind AS kind, {row}.technician AS technician,"
        f" coalesce({row}.site_id, '') AS site WHERE {row}.ended_at IS NOT NULL AND {row}.deleted_at IS NULL"
    )


def _of_ratings(condition: str) -> str:
    """A query for the places and values of the living ratings that meet `condition`: of their intervention, or else of their own month."""
    counts = "i.ended_at IS NOT NULL AND i.deleted_at IS NULL"
    return (
        f"SELECT CASE WHEN {counts} THEN {_paris_month('i.ended_at')} ELSE {_paris_month('r.rated_at')} END AS month,"
        f" CASE WHEN {counts} THEN i.kind ELSE '' END AS kind, CASE WHEN {counts} THEN i.technician ELSE '' END AS technician,"
        f" CASE WHEN {counts} THEN coalesce(i.site_id, '') ELSE '' END AS site, r.value AS value"
        f" FROM rating r LEFT JOIN intervention i ON i.id = r.intervention_id WHERE r.deleted_at IS NULL AND {condition}"
    )


def _ensured(place: str) -> str:
    """A statement that makes the row of `place` where it is missing. No upsert: the firing statement's OR clause would override it."""
    zeros = ", ".join(["0"] * 11)
    return (
        f"INSERT INTO support_month SELECT DISTINCT p.month, p.kind, p.technician, p.site, {zeros} FROM ({place}) p WHERE NOT EXISTS"
        " (SELECT 1 FROM support_month s WHERE (s.month, s.kind, s.technician, s.site) = (p.month, p.kind, p.technician, p.site))"
    )


def _counted_intervention(row: str, sign: str) -> str:
    place, waited = _of_intervention(row), f"{row}.waited_minutes"
    waits = "".join(f", {name} = {name} {sign} coalesce({_between(waited, low, high)}, 0)" for name, low, high in _WAITS)
    return (
        f"{_ensured(place)}; UPDATE support_month SET interventions = interventions {sign} 1{waits},"
        f" waited_more = waited_more {sign} coalesce({waited} > 240, 0), waited_sum = waited_sum {sign} coalesce({waited}, 0)"
        f" WHERE (month, kind, technician, site) = ({place});"
    )


def _between(waited: str, low: int, high: int) -> str:
    return f"{waited} <= {high}" if low == 0 else f"({waited} > {low} AND {waited} <= {high})"


def _counted_ratings(condition: str, sign: str) -> str:
    """Statements for one rating: an intervention has at most one, as a request has."""
    rated = _of_ratings(condition)
    values = ", ".join(
        f"{value} = {value} {sign} coalesce((SELECT value = '{value}' FROM ({rated})), 0)" for value in ("great", "neutral", "poor")
    )
    place = f"SELECT month, kind, technician, site FROM ({rated})"
    return f"{_ensured(place)}; UPDATE support_month SET {values} WHERE (month, kind, technician, site) = ({place});"


def _months() -> None:
    names = ("interventions", "great", "neutral", "poor", *(name for name, _, _ in _WAITS), "waited_more", "waited_sum")
    op.create_table(
        "support_month",
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("technician", sa.String(200), nullable=False),
        sa.Column("site", sa.String(32), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in names),
        sa.PrimaryKeyConstraint("month", "kind", "technician", "site", name="pk_support_month"),
        sqlite_with_rowid=False,
    )
    month, zeros = _paris_month("ended_at"), ", ".join(["0"] * 10)
    op.execute(
        f"INSERT INTO support_month SELECT {month}, kind, technician, coalesce(site_id, ''), count(*), {zeros} FROM intervention"
        " WHERE ended_at IS NOT NULL AND deleted_at IS NULL GROUP BY 1, 2, 3, 4"
    )
    every = _of_ratings("1")
    op.execute(_ensured(every))
    for value in ("great", "neutral", "poor"):
        op.execute(
            f"UPDATE support_month SET {value} = (SELECT count(*) FROM ({every}) r WHERE r.value = '{value}' AND (r.month, r.kind,"
            " r.technician, r.site) = (support_month.month, support_month.kind, support_month.technician, support_month.site))"
        )
    _triggers()


def _triggers() -> None:
    """Before a row changes its share is taken out, afterwards its new one is put in."""
    of_new, of_old = "r.intervention_id = new.id", "r.intervention_id = old.id"
    interventions = "UPDATE OF ended_at, kind, technician, site_id, waited_minutes, deleted_at ON intervention"
    ratings = "UPDATE OF value, intervention_id, rated_at, deleted_at ON rating"
    bodies = {
        "AFTER INSERT ON intervention": _counted_intervention("new", "+"),
        f"BEFORE {interventions}": _counted_intervention("old", "-") + _counted_ratings(of_old, "-"),
        f"AFTER {interventions}": _counted_intervention("new", "+") + _counted_ratings(of_new, "+"),
        "BEFORE DELETE ON intervention": _counted_intervention("old", "-") + _counted_ratings(of_old, "-"),
        "AFTER DELETE ON intervention": _counted_ratings(of_old, "+"),
        "AFTER INSERT ON rating": _counted_ratings("r.id = new.id", "+"),
        f"BEFORE {ratings}": _counted_ratings("r.id = old.id", "-"),
        f"AFTER {ratings}": _counted_ratings("r.id = new.id", "+"),
        "BEFORE DELETE ON rating": _counted_ratings("r.id = old.id", "-"),
    }
    for number, (when, body) in enumerate(bodies.items(), 1):
        op.execute(f"CREATE TRIGGER support_month_{number} {when} BEGIN {body} END")
