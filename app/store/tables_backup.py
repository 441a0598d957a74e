"""Backups: who subscribed the option, what the backups reported, and what this PC measured of itself and its connection."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, Boolean, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.records import BackupOperation, BackupResult
from app.store.base import Base, Record
from app.store.types import Choice, Day, UtcMoment


class BackupOption(Record, Base):
    """The backup option of one licence on one PC: subscribed or not. It says nothing of whether backups succeed."""

    __tablename__ = "backup_option"

    licence: Mapped[str] = mapped_column(String(120), default="")
    equipment_id: Mapped[UUID | None] = mapped_column(ForeignKey("equipment.id"), default=None, index=True)
    contract_id: Mapped[UUID | None] = mapped_column(ForeignKey("contract.id"), default=None)
    subscribed: Mapped[bool] = mapped_column(Boolean(), default=True)
    since: Mapped[date | None] = mapped_column(Day(), default=None)


class BackupReport(Record, Base):
    """What one run said of itself. Append-only; the only source of a backup's state.

    Attributes:
        operation: a backup, a verification or a restore.
        snapshot: restic's identifier of what was saved; empty where nothing was.
        processed_bytes, added_bytes: read, and new in the repository.
        duration_seconds: how long it ran.
        message: what went wrong, in words; empty after a success.
    """

    __tablename__ = "backup_report"

    equipment_id: Mapped[UUID] = mapped_column(ForeignKey("equipment.id"))
    licence: Mapped[str] = mapped_column(String(120), default="")
    operation: Mapped[BackupOperation] = mapped_column(Choice(BackupOperation), default=BackupOperation.BACKUP)
    result: Mapped[BackupResult] = mapped_column(Choice(BackupResult))
    problem: Mapped[str] = mapped_column(String(40), default="")
    message: Mapped[str] = mapped_column(Text, default="")
    started_at: Mapped[datetime] = mapped_column(UtcMoment())
    finished_at: Mapped[datetime] = mapped_column(UtcMoment())
    snapshot: Mapped[str] = mapped_column(String(64), default="")
    files: Mapped[int] = mapped_column(Integer, default=0)
    processed_bytes: Mapped[int] = mapped_column(BigInteger, default=0)
    added_bytes: Mapped[int] = mapped_column(BigInteger, default=0)
    duration_seconds: Mapped[int] = mapped_column(Integer, default=0)

    __table_args__ = (Index("ix_backup_report_equipment", "equipment_id", "finished_at"),)


class PcFacts(Record, Base):
    """What a PC says of itself; `facts` is the document of `app.domain.values.pc`. One a machine."""

    __tablename__ = "pc_facts"

    equipment_id: Mapped[UUID] = mapped_column(ForeignKey("equipment.id"), unique=True)
    read_at: Mapped[datetime] = mapped_column(UtcMoment())
    facts: Mapped[dict[str, Any]] = mapped_column(JSON())


class Probe(Base):
    """One light look at the provider's server from this PC. Never synced; kept 30 days."""

    __tablename__ = "probe"

    at: Mapped[datetime] = mapped_column(UtcMoment(), primary_key=True)
    answered: Mapped[bool] = mapped_column(Boolean())


class PowerSpell(Base):
    """A stretch of time in which this PC was on and awake with the program running. Never synced; kept 30 days."""

    __tablename__ = "power_spell"

    start: Mapped[datetime] = mapped_column("start_at", UtcMoment(), primary_key=True)
    end: Mapped[datetime] = mapped_column("end_at", UtcMoment())
