"""Which attachments the server has still to be given."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

_SENT = "blob."


@dataclass(frozen=True)
class WaitingFile:
    """The bytes of documents that the server knows of but may not have.

    Attributes:
        sha256: names them.
        size: in bytes.
        seq: of the newest of these documents.
    """

    sha256: str
    size: int
    seq: int


def waiting(connection: Connection, epoch: str) -> list[WaitingFile]:
    """The files of documents that were sent, and that were not given to the server since, in this history of its; new ones first.

    The server throws away what no document has had for long. A document that is added or brought back later has a higher number.
    """
    query = (
        "SELECT d.sha256, d.size, max(d.seq) AS last FROM document d LEFT JOIN local_setting s ON s.name = ? || d.sha256"
        " WHERE d.seq IS NOT NULL AND d.deleted_at IS NULL GROUP BY d.sha256, d.size"
        " HAVING coalesce(max(s.value), '') <> ? || ' ' || max(d.seq) ORDER BY max(s.value) IS NOT NULL, min(d.created_at)"
    )
    return [WaitingFile(row.sha256, row.size, row.last) for row in connection.exec_driver_sql(query, (_SENT, epoch))]


def given(connection: Connection, one: WaitingFile, epoch: str) -> None:
    """The server has it, in this history."""
    values = (_SENT + one.sha256, f"{epoch} {one.seq}")
    connection.exec_driver_sql("INSERT OR REPLACE INTO local_setting (name, value) VALUES (?, ?)", values)
