"""Which attachments the server has still to be given."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

_SENT = "blob."


@dataclass(frozen=True)
class WaitingFile:
    """The bytes of a document that the server knows of but may not have. `sha256` names them; `size` is in bytes."""

    sha256: str
    size: int


def waiting(connection: Connection, epoch: str, since: str, until: str) -> list[WaitingFile]:
    """The files of documents that were sent, and that were not given to the server in this history of its between two moments."""
    query = (
        "SELECT DISTINCT d.sha256, d.size FROM document d LEFT JOIN local_setting s ON s.name = ? || d.sha256"
        " WHERE d.seq IS NOT NULL AND d.deleted_at IS NULL AND coalesce(s.value, '') NOT BETWEEN ? AND ? ORDER BY d.created_at"
    )
    found = connection.exec_driver_sql(query, (_SENT, _mark(epoch, since), _mark(epoch, until)))
    return [WaitingFile(row.sha256, row.size) for row in found]


def given(connection: Connection, sha256: str, epoch: str, now: str) -> None:
    """The server has it, in this history, at this moment."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO local_setting (name, value) VALUES (?, ?)", (_SENT + sha256, _mark(epoch, now)))


def _mark(epoch: str, moment: str) -> str:
    return f"{epoch} {moment}"
