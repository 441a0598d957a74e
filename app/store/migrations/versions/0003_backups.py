"""Backups: the option, its reports, what a PC says of itself, and how its connection and power were."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the tables of backups."""
    _option()
    _report()
    op.create_table(
        "pc_facts",
        _machine("pc_facts"),
        sa.Column("read_at", sa.String(32), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        *_record(),
        sa.PrimaryKeyConstraint("id", name="pk_pc_facts"),
        sa.UniqueConstraint("equipment_id", name="uq_pc_facts_equipment_id"),
    )
    op.create_table(
        "probe",
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("at", name="pk_probe"),
    )
    op.create_table(
        "power_spell",
        sa.Column("start_at", sa.String(32), nullable=False),
        sa.Column("end_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("start_at", name="pk_power_spell"),
    )


def _option() -> None:
    table = "backup_option"
    op.create_table(
        table,
        sa.Column("licence", sa.String(120), nullable=False),
        _machine(table, required=False),
        sa.Column("contract_id", sa.Uuid(), sa.ForeignKey("contract.id", name=f"fk_{table}_contract_id_contract"), nullable=True),
        sa.Column("subscribed", sa.Boolean(), nullable=False),
        sa.Column("since", sa.String(10), nullable=True),
        *_record(),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    op.create_index(f"ix_{table}_equipment_id", table, ["equipment_id"])


def _report() -> None:
    table = "backup_report"
    op.create_table(
        table,
        _machine(table),
        sa.Column("licence", sa.String(120), nullable=False),
        sa.Column("operation", sa.String(32), nullable=False),
        sa.Column("result", sa.String(32), nullable=False),
        sa.Column("problem", sa.String(40), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("started_at", sa.String(32), nullable=False),
        sa.Column("finished_at", sa.String(32), nullable=False),
        sa.Column("snapshot", sa.String(64), nullable=False),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.Column("processed_bytes", sa.BigInteger(), nullable=False),
        sa.Column("added_bytes", sa.BigInteger(), nullable=False),
        sa.Column("duration_seconds", sa.Integer(), nullable=False),
        *_record(),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
    )
    op.create_index("ix_backup_report_equipment", table, ["equipment_id", "finished_at"])


def _machine(table: str, *, required: bool = True) -> sa.Column[Any]:
    return sa.Column(
        "equipment_id", sa.Uuid(), sa.ForeignKey("equipment.id", name=f"fk_{table}_equipment_id_equipment"), nullable=not required
    )


def _record() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.Column("deleted_at", sa.String(32), nullable=True),
    )
