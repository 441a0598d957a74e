"""Documents by content hash; and what every change leaves behind: audit entries and outbox rows."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, Integer, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app.store.base import Base, Record, new_id
from app.store.types import UtcMoment


class Document(Record, Base):
    """A file that was generated or attached; its bytes live in the data folder under their SHA-256."""

    __tablename__ = "document"

    kind: Mapped[str] = mapped_column(String(40))
    title: Mapped[str] = mapped_column(String(300))
    file_name: Mapped[str] = mapped_column(String(255))
    media_type: Mapped[str] = mapped_column(String(100))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int] = mapped_column(Integer)
    contract_id: Mapped[UUID | None] = mapped_column(ForeignKey("contract.id"), default=None, index=True)
    equipment_id: Mapped[UUID | None] = mapped_column(ForeignKey("equipment.id"), default=None, index=True)
    request_id: Mapped[UUID | None] = mapped_column(ForeignKey("support_request.id"), default=None, index=True)
    claim_id: Mapped[UUID | None] = mapped_column(ForeignKey("claim.id"), default=None, index=True)


class AuditEntry(Base):
    """Who changed what, when, from what to what. Append-only."""

    __tablename__ = "audit_entry"

    id: Mapped[UUID] = mapped_column(Uuid(), primary_key=True, default=new_id)
    at: Mapped[datetime] = mapped_column(UtcMoment())
    actor: Mapped[str] = mapped_column(String(200))
    type: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[UUID] = mapped_column(Uuid())
    action: Mapped[str] = mapped_column(String(10))
    changes: Mapped[dict[str, Any]] = mapped_column(JSON())

    __table_args__ = (Index("ix_audit_entry_row", "type", "row_id", "at"),)


class OutboxRow(Base):
    """One change that the server has not acknowledged yet. `n` is its place in this device's order."""

    __tablename__ = "outbox"
    __table_args__ = ({"sqlite_autoincrement": True},)

    n: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    mutation: Mapped[UUID] = mapped_column(Uuid(), unique=True, default=new_id)
    tx: Mapped[UUID] = mapped_column(Uuid())
    op: Mapped[str] = mapped_column(String(10))
    type: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[UUID] = mapped_column(Uuid(), index=True)
    base: Mapped[int | None] = mapped_column(Integer, default=None)
    changes: Mapped[dict[str, Any]] = mapped_column(JSON())
    at: Mapped[datetime] = mapped_column(UtcMoment())
    actor: Mapped[str] = mapped_column(String(200), default="")


class LocalSetting(Base):
    """A value that belongs to this copy of the data and never syncs: device letter, counters, last local copy."""

    __tablename__ = "local_setting"

    name: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
