"""Conflicts keep who made the value that was set aside, and when: what was sent, where that stood, is forgotten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add author and moment, and fill them as far as they are still known."""
    op.add_column("sync_conflict", sa.Column("mine_by", sa.String(200), nullable=False, server_default=""))
    op.add_column("sync_conflict", sa.Column("mine_at", sa.String(32), nullable=True))
    sent = "FROM sync_sent WHERE sync_sent.mutation = sync_conflict.mutation LIMIT 1"
    op.execute(f"UPDATE sync_conflict SET mine_by = coalesce((SELECT actor {sent}), ''), mine_at = (SELECT at {sent})")
