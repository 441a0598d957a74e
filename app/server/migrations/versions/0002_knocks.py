"""Requests that guess are counted in the database, for all processes together."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the table of the limits on addresses."""
    op.create_table(
        "knock",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("address", sa.String(60), nullable=False),
        sa.Column("settled_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", "address", name="pk_knock"),
    )
    op.create_index("ix_knock_settled_at", "knock", ["settled_at"])
