"""What is published to all organisations is kept for those that are added later."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create its table. What was published to all before is kept once it is published again, which changes nothing else."""
    op.create_table(
        "publication",
        sa.Column("row_id", sa.String(36), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("author", sa.String(80), nullable=False),
        sa.Column("by", sa.String(200), nullable=False),
        sa.Column("published_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("row_id", name="pk_publication"),
    )
