"""Uploads in pieces (tus 1.0): a piece is kept whole or not at all, and the whole is checked against its SHA-256 before anybody gets it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from uuid_utils.compat import uuid7

from app.server.clock import as_text
from app.server.database import Database
from app.server.problems import ApiError, InvalidError, MissingError, TooLargeError
from app.server.tables import blob, blob_chunk, organisation
from app.server.tokens import Caller
from app.sync.wire import CHUNK_BYTES, MAX_BLOB_BYTES

#: What an organisation may keep here in all, uploads under way included.
QUOTA_BYTES = 20 * 1024**3
#: Uploads of one device that are not finished; whoever has more goes on with one of them.
MOST_OPEN = 20
_SHA256 = re.compile(r"[0-9a-f]{64}")


class OffsetError(ApiError):
    """The piece does not begin where the last one ended; `Upload-Offset` says where that was."""

    status, code = 409, "offset"


class ChecksumError(ApiError):
    """The bytes are not those of the SHA-256 that was announced; they were removed."""

    status, code = 460, "checksum"


class QuotaError(ApiError):
    """The organisation keeps as much as it may, or the device has too many uploads under way."""

    status, code = 413, "quota"


@dataclass(frozen=True)
class Upload:
    """An upload. `done`: whole and checked."""

    id: str
    sha256: str
    size: int
    received: int
    done: bool


def announced(metadata: str) -> str:
    """The SHA-256 in an `Upload-Metadata` header: pairs of a name and a value in base 64, separated by commas.

    Raises:
        InvalidError: there is none, or it is none.
    """
    for pair in metadata.split(","):
        name, _, value = pair.strip().partition(" ")
        if name == "sha256":
            try:
                found = base64.b64decode(value, validate=True).decode("ascii").lower()
            except ValueError:
                break
            if _SHA256.fullmatch(found):
                return found
            break
    raise InvalidError("Upload-Metadata has to name the sha256 of the whole, as 64 hexadecimal digits in base 64")


def begin(connection: Connection, caller: Caller, sha256: str, size: int, now: datetime) -> Upload:
    """A new upload; the one under way, or the whole, where the organisation has it.

    Raises:
        TooLargeError: `size` is beyond what is taken.
        QuotaError: see there.
    """
    if size > MAX_BLOB_BYTES:
        raise TooLargeError("the attachment is larger than allowed", detail=f"at most {MAX_BLOB_BYTES} bytes")
    # Nobody else of the organisation begins an upload at the same moment: neither the same one nor beyond what it may keep.
    connection.execute(update(organisation).where(organisation.c.id == caller.organisation).values(head=organisation.c.head))
    same = (blob.c.organisation == caller.organisation, blob.c.sha256 == sha256, blob.c.size == size)
    known = connection.execute(select(blob).where(*same).order_by(blob.c.done_at.is_(None), blob.c.id)).all()
    mine = [row for row in known if row.done_at is not None or row.device == caller.id]
    if mine:
        return _upload(mine[0])
    _refuse_beyond(connection, caller, size)
    identity = str(uuid7())
    connection.execute(
        insert(blob).values(
            id=identity,
            organisation=caller.organisation,
            device=caller.id,
            sha256=sha256,
            size=size,
            received=0,
            started_at=as_text(now),
            done_at=None,
        )
    )
    return Upload(identity, sha256, size, 0, False)


def find(connection: Connection, caller: Caller, upload_id: str) -> Upload:
    """An upload of the caller's organisation.

    Raises:
        MissingError: there is none.
    """
    row = connection.execute(select(blob).where(blob.c.id == upload_id, blob.c.organisation == caller.organisation)).one_or_none()
    if row is None:
        raise MissingError("there is no such upload")
    return _upload(row)


def take(connection: Connection, caller: Caller, upload_id: str, offset: int, content: bytes) -> Upload:
    """Keep a piece; the upload afterwards.

    Raises:
        MissingError: there is no such upload.
        OffsetError: the piece does not begin where the last one ended.
        TooLargeError: the piece is larger than allowed, or goes beyond the announced size.
    """
    upload = find(connection, caller, upload_id)
    if len(content) > CHUNK_BYTES or offset + len(content) > upload.size:
        raise TooLargeError("the piece is larger than allowed", detail=f"at most {CHUNK_BYTES} bytes, and no more than was announced")
    if not content and offset == upload.received:
        return upload
    # The update takes the row: of two that send the same piece at once, one finds it there.
    taken = connection.execute(
        update(blob)
        .where(blob.c.id == upload_id, blob.c.received == offset, blob.c.done_at.is_(None))
        .values(received=offset + len(content))
        .returning(blob.c.received)
    ).one_or_none()
    if taken is None:
        raise OffsetError("the piece does not begin where the last one ended", headers={"Upload-Offset": str(upload.received)})
    connection.execute(insert(blob_chunk).values(blob=upload_id, start=offset, content=content))
    return Upload(upload.id, upload.sha256, upload.size, offset + len(content), False)


def settle(database: Database, upload: Upload, now: datetime) -> Upload:
    """Check an upload whose last byte has come; it is done then, or gone. One that is under way or done is returned as it is.

    May be repeated: a server that stopped before this finds the bytes there.

    Raises:
        ChecksumError: the bytes are not those that were announced.
        MissingError: somebody else removed it meanwhile.
    """
    if upload.done or upload.received < upload.size:
        return upload
    found = hashlib.sha256()
    pieces = select(blob_chunk.c.content).where(blob_chunk.c.blob == upload.id).order_by(blob_chunk.c.start)
    with database.reading() as connection:
        for piece in connection.scalars(pieces):
            found.update(piece)
    with database.writing() as connection:
        if found.hexdigest() != upload.sha256:
            connection.execute(delete(blob).where(blob.c.id == upload.id, blob.c.done_at.is_(None)))
            connection.commit()
            raise ChecksumError("the bytes are not those of the announced sha256: they were removed")
        kept = update(blob).where(blob.c.id == upload.id).values(done_at=func.coalesce(blob.c.done_at, as_text(now)))
        if connection.execute(kept.returning(blob.c.id)).one_or_none() is None:
            raise MissingError("there is no such upload")
    return Upload(upload.id, upload.sha256, upload.size, upload.size, True)


def headers(upload: Upload) -> Mapping[str, str]:
    """What every answer about an upload says of it."""
    return {"Upload-Offset": str(upload.received), "Upload-Length": str(upload.size)}


def _refuse_beyond(connection: Connection, caller: Caller, size: int) -> None:
    kept = connection.scalar(select(func.coalesce(func.sum(blob.c.size), 0)).where(blob.c.organisation == caller.organisation))
    if int(kept or 0) + size > QUOTA_BYTES:
        raise QuotaError("the organisation keeps as much as it may")
    under_way = select(func.count()).select_from(blob).where(blob.c.device == caller.id, blob.c.done_at.is_(None))
    if int(connection.scalar(under_way) or 0) >= MOST_OPEN:
        raise QuotaError("too many uploads are under way: finish one of them first")


def _upload(row: Any) -> Upload:
    return Upload(row.id, row.sha256, row.size, row.received, row.done_at is not None)
