"""Sync: who made a change stands in the outbox; what was sent, received and set aside; what the provider publishes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create the tables of sync."""
    op.add_column("outbox", sa.Column("actor", sa.String(200), nullable=False, server_default=""))
    op.create_index("ix_outbox_row_id", "outbox", ["row_id"])
    _published()
    _exchanged()
    _conflicts()


def _published() -> None:
    op.create_table(
        "published_offer",
        sa.Column("offer", sa.String(64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("toml", sa.Text(), nullable=False),
        *_record(),
        sa.PrimaryKeyConstraint("id", name="pk_published_offer"),
    )
    op.create_table(
        "bridge_day",
        sa.Column("provider_id", sa.String(64), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("label", sa.String(200), nullable=False),
        *_record(),
        sa.PrimaryKeyConstraint("id", name="pk_bridge_day"),
    )


def _exchanged() -> None:
    op.create_table(
        "sync_sent",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("mutation", sa.Uuid(), nullable=False),
        sa.Column("tx", sa.Uuid(), nullable=False),
        sa.Column("op", sa.String(10), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("base", sa.Integer(), nullable=True),
        sa.Column("changes", sa.JSON(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("actor", sa.String(200), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("acknowledged_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_sync_sent"),
    )
    op.create_index("ix_sync_sent_mutation", "sync_sent", ["mutation"])
    op.create_index("ix_sync_sent_acknowledged_at", "sync_sent", ["acknowledged_at"])
    op.create_table(
        "sync_page",
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_sync_page"),
    )
    op.create_table(
        "unknown_fields",
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("row_id", name="pk_unknown_fields"),
    )


def _conflicts() -> None:
    table = "sync_conflict"
    op.create_table(
        table,
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("mutation", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("op", sa.String(10), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.Column("row_id", sa.Uuid(), nullable=False),
        sa.Column("field", sa.String(40), nullable=False),
        sa.Column("mine", sa.JSON(), nullable=False),
        sa.Column("theirs", sa.JSON(), nullable=False),
        sa.Column("reason", sa.JSON(), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("at", sa.String(32), nullable=True),
        sa.Column("found_at", sa.String(32), nullable=False),
        sa.Column("resolution", sa.String(10), nullable=False),
        sa.Column("resolved_at", sa.String(32), nullable=True),
        sa.Column("resolved_by", sa.String(200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    op.create_index(f"ix_{table}_waiting", table, ["resolution", "found_at"])


def _record() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("deleted_at", sa.String(32), nullable=True),
    )
