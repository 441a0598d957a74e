"""Conflicts keep which units of work took a decision about them back: what the server makes of those is no question of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column; nothing that is there was taken back."""
    op.add_column("sync_conflict", sa.Column("taken_back", sa.Text(), nullable=False, server_default=""))
