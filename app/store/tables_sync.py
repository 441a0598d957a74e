"""What this computer keeps of its exchange with the server; none of it travels, except what the provider publishes."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index, Integer, LargeBinary, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from app.store.base import Base, Record, new_id
from app.store.types import Day, UtcMoment


class PublishedOffer(Record, Base):
    """An offer file that the provider published, as text; the newest version of an offer takes the place of the shipped one."""

    __tablename__ = "published_offer"

    offer: Mapped[str] = mapped_column(String(64))
    version: Mapped[int] = mapped_column(Integer)
    toml: Mapped[str] = mapped_column(Text)


class BridgeDay(Record, Base):
    """A day on which a provider's support is closed although it is no holiday."""

    __tablename__ = "bridge_day"

    provider_id: Mapped[str] = mapped_column(String(64))
    day: Mapped[date] = mapped_column(Day())
    label: Mapped[str] = mapped_column(String(200), default="")


class SentMutation(Base):
    """A mutation that the server acknowledged; kept 30 days, to be offered again to a server that was restored from an older copy."""

    __tablename__ = "sync_sent"

    n: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    mutation: Mapped[UUID] = mapped_column(Uuid(), index=True)
    tx: Mapped[UUID] = mapped_column(Uuid())
    op: Mapped[str] = mapped_column(String(10))
    type: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[UUID] = mapped_column(Uuid())
    base: Mapped[int | None] = mapped_column(Integer)
    changes: Mapped[dict[str, Any]] = mapped_column(JSON())
    at: Mapped[datetime] = mapped_column(UtcMoment())
    actor: Mapped[str] = mapped_column(String(200), default="")
    seq: Mapped[int | None] = mapped_column(Integer)
    acknowledged_at: Mapped[datetime] = mapped_column(UtcMoment(), index=True)


class SyncPage(Base):
    """A page of changes that was received and waits for the others of its snapshot; `body` is compressed."""

    __tablename__ = "sync_page"

    n: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    body: Mapped[bytes] = mapped_column(LargeBinary)


class SyncConflict(Base):
    """A value that was set aside, or a change that was refused, until somebody decides.

    Attributes:
        kind: `field`: somebody else changed the same field; `deleted`: the row was deleted meanwhile; `kept`: it was to be deleted but
            somebody worked on it; `refused`: the server does not allow the change.
        field: empty for a whole row.
        mine, theirs: the values; for a refusal `mine` holds all values of the change.
        reason: why it was refused: code and words in both languages.
        by, at: whose value the server has, and since when. mine_by, mine_at: the same of the value that was set aside; kept here because
            what was sent is forgotten.
        resolution: `mine` or `theirs`; empty while it waits.
        taken_back: of decisions that were taken back: their units of work and those that took them back (`tx`, as SQLite keeps it), one
            behind the other. What the server makes of them is no question of its own.
    """

    __tablename__ = "sync_conflict"

    id: Mapped[UUID] = mapped_column(Uuid(), primary_key=True, default=new_id)
    mutation: Mapped[UUID] = mapped_column(Uuid())
    kind: Mapped[str] = mapped_column(String(10))
    op: Mapped[str] = mapped_column(String(10))
    type: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[UUID] = mapped_column(Uuid())
    field: Mapped[str] = mapped_column(String(40), default="")
    mine: Mapped[Any] = mapped_column(JSON())
    theirs: Mapped[Any] = mapped_column(JSON())
    reason: Mapped[dict[str, Any]] = mapped_column(JSON())
    by: Mapped[str] = mapped_column(String(200), default="")
    at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
    mine_by: Mapped[str] = mapped_column(String(200), default="")
    mine_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
    found_at: Mapped[datetime] = mapped_column(UtcMoment())
    resolution: Mapped[str] = mapped_column(String(10), default="")
    resolved_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
    resolved_by: Mapped[str] = mapped_column(String(200), default="")
    taken_back: Mapped[str] = mapped_column(Text, default="")

    __table_args__ = (Index("ix_sync_conflict_waiting", "resolution", "found_at"),)


class UnknownFields(Base):
    """Fields of a row that only newer programs know: kept as they came."""

    __tablename__ = "unknown_fields"

    row_id: Mapped[UUID] = mapped_column(Uuid(), primary_key=True)
    type: Mapped[str] = mapped_column(String(40))
    fields: Mapped[dict[str, Any]] = mapped_column(JSON())
