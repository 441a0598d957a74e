"""Computers find their way back in after a restore: a secret for each, and when an organisation's history was renewed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add both columns, and an index for the tokens of one computer; computers that are admitted from now on have a secret."""
    op.add_column("organisation", sa.Column("renewed_at", sa.String(32), nullable=True))
    op.add_column("device", sa.Column("recovery", sa.String(64), nullable=True))
    op.create_index("ix_device_recovery", "device", ["recovery"], unique=True)
    op.create_index("ix_token_device", "token", ["device"])
