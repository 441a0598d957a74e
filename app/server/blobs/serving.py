"""Giving out attachments, whole or in part, piece by piece from the database."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import Response
from fastapi.responses import StreamingResponse
from sqlalchemy import select

from app.server.database import Database
from app.server.problems import ApiError, MissingError
from app.server.tables import blob, blob_chunk

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


class RangeError(ApiError):
    """No byte of the attachment is in the range that was asked for."""

    status, code = 416, "range"


@dataclass(frozen=True)
class Whole:
    """An attachment that is all there."""

    id: str
    sha256: str
    size: int


def find(database: Database, organisation_id: str, sha256: str) -> Whole:
    """An attachment of an organisation.

    Raises:
        MissingError: the organisation has none of that SHA-256, or not all of it yet.
    """
    query = select(blob.c.id, blob.c.size).where(
        blob.c.organisation == organisation_id, blob.c.sha256 == sha256.lower(), blob.c.done_at.is_not(None)
    )
    with database.reading() as connection:
        row = connection.execute(query.order_by(blob.c.id).limit(1)).one_or_none()
    if row is None:
        raise MissingError("there is no such attachment")
    return Whole(row.id, sha256.lower(), row.size)


def answer(database: Database, whole: Whole, wanted: str | None, *, body: bool) -> Response:
    """The answer to `GET`, or without `body` to `HEAD`.

    Args:
        wanted: the `Range` header; one that is none of ours, or of several parts, counts as none.

    Raises:
        RangeError: see there.
    """
    headers = {
        "Accept-Ranges": "bytes",
        "Content-Disposition": "attachment",
        "ETag": f'"{whole.sha256}"',
        "X-Content-Type-Options": "nosniff",
    }
    first, last = _range(wanted, whole.size) or (0, whole.size - 1)
    status = 200
    if (first, last) != (0, whole.size - 1) or (wanted and _range(wanted, whole.size)):
        status = 206
        headers["Content-Range"] = f"bytes {first}-{last}/{whole.size}"
    headers["Content-Length"] = str(last - first + 1)
    if not body:
        return Response(status_code=status, headers=headers, media_type="application/octet-stream")
    return StreamingResponse(_bytes(database, whole.id, first, last), status, headers, "application/octet-stream")


def _range(wanted: str | None, size: int) -> tuple[int, int] | None:
    found = _RANGE.fullmatch(wanted.strip()) if wanted else None
    if found is None or found.groups() == ("", ""):
        return None
    start, end = found.groups()
    if not start:
        first, last = max(0, size - int(end)), size - 1
    else:
        first, last = int(start), min(int(end), size - 1) if end else size - 1
        if end and int(end) < int(start):
            return None
    if first >= size or (not start and int(end) == 0):
        raise RangeError("no byte of the attachment is in this range", headers={"Content-Range": f"bytes */{size}"})
    return first, last


def _bytes(database: Database, blob_id: str, first: int, last: int) -> Iterator[bytes]:
    """The bytes from `first` to `last`. One statement a piece: no snapshot is held while a slow line takes its time."""
    with database.reading() as connection:
        starts = list(connection.scalars(select(blob_chunk.c.start).where(blob_chunk.c.blob == blob_id).order_by(blob_chunk.c.start)))
    for start, following in zip(starts, [*starts[1:], last + 1], strict=True) if starts else ():
        if start > last or following <= first:
            continue
        with database.reading() as connection:
            content = connection.scalar(select(blob_chunk.c.content).where(blob_chunk.c.blob == blob_id, blob_chunk.c.start == start))
        if content is None:
            return  # removed meanwhile: the answer ends too early, and nobody takes it for the whole
        yield bytes(content)[max(0, first - start) : last - start + 1]
