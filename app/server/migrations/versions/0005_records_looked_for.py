"""More records are found by their type, the server knows what a machine was before its claim, and each claim on a mail is its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_LOOKED_FOR = (
    "organisation",
    "site",
    "contract",
    "contract_line",
    "support_request",
    "request_message",
    "intervention",
    "rating",
    "claim",
    "resignation",
    "document",
    "backup_option",
    "published_offer",
    "bridge_day",
)


def upgrade() -> None:
    """Make the index anew with the types that were left out, and add the table and the column, which fill from now on."""
    some = sa.text(" OR ".join(f"type = '{name}'" for name in _LOOKED_FOR))
    op.drop_index("ix_record_type", "record")
    op.create_index("ix_record_type", "record", ["organisation", "type", "row_id"], sqlite_where=some, postgresql_where=some)
    op.create_table(
        "former_status",
        sa.Column("organisation", sa.String(36), nullable=False),
        sa.Column("row_id", sa.String(36), nullable=False),
        sa.Column("status", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation", "row_id"],
            ["record.organisation", "record.row_id"],
            name="fk_former_status_organisation_record",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("organisation", "row_id", name="pk_former_status"),
    )
    op.add_column("mail", sa.Column("claim", sa.String(36), nullable=True))
