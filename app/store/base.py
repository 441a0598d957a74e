"""What every table shares: the naming of constraints, and the columns of a record that syncs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, Integer, MetaData, Uuid
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from uuid_utils import uuid7 as uuid7_quick
from uuid_utils.compat import uuid7

from app.store.types import UtcMoment

__all__ = ["Base", "Record", "new_hex", "new_id"]

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def new_id() -> UUID:
    """A fresh UUIDv7: unique everywhere and rising in time, so that rows made offline keep their order."""
    return uuid7()


def new_hex() -> str:
    """A fresh UUIDv7 as the database keeps it, seven times as quick where no object is wanted."""
    return uuid7_quick().hex


class Base(DeclarativeBase):
    """Root of all tables."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: UtcMoment(), UUID: Uuid(), dict[str, Any]: JSON()}


class Record:
    """A row that a user made and that syncs.

    Attributes:
        id: UUIDv7 made by its author.
        seq: the server's number of the row this copy was last equal to; `None` until the first sync.
        deleted_at: set by deletion: the row stays, so that deleting can be undone and told to others.
    """

    #: Columns that other columns or rows determine: neither synced nor audited.
    derived: ClassVar[Sequence[str]] = ()

    id: Mapped[UUID] = mapped_column(Uuid(), primary_key=True, default=new_id)
    seq: Mapped[int | None] = mapped_column(Integer, default=None)
    created_at: Mapped[datetime] = mapped_column(UtcMoment())
    updated_at: Mapped[datetime] = mapped_column(UtcMoment())
    deleted_at: Mapped[datetime | None] = mapped_column(UtcMoment(), default=None)
