"""Where this copy of the data stands with its server; kept in the database, so that it is copied and restored with the data."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection

_PREFIX = "sync."


@dataclass(frozen=True)
class SyncState:
    """The connection to an organisation; tokens are elsewhere.

    Attributes:
        url: of the server; empty while the office is connected to none.
        device: this installation's identity there.
        epoch: the history that `cursor` belongs to.
        cursor: the `seq` up to which everything is here.
        staged: the `seq` up to which pages wait for the rest of their snapshot; 0 for none.
        acknowledged: the `n` of the last mutation that the server acknowledged.
        resync: everything is being read anew: what the server has no more goes at the end.
        schema: of the program that read what is here; a newer one reads everything anew, for what the older one did not know.
        verified: the digest of the server's that was last compared with the rows here.
        merging: both sides had data when they met: the server's is read before anything is sent.
        company: the office's own record as it was laid down while the server's is read, as JSON; empty otherwise.
    """

    url: str = ""
    organisation: str = ""
    name: str = ""
    device: str = ""
    epoch: str = ""
    cursor: int = 0
    staged: int = 0
    acknowledged: int = 0
    resync: bool = False
    merging: bool = False
    schema: int = 0
    verified: str = ""
    company: str = ""

    @property
    def connected(self) -> bool:
        """Whether there is a server."""
        return bool(self.url)


def read(connection: Connection) -> SyncState:
    """The state as it is kept."""
    known = {
        row.name.removeprefix(_PREFIX): row.value
        for row in connection.exec_driver_sql("SELECT name, value FROM local_setting WHERE name LIKE 'sync.%'")
    }
    values: dict[str, Any] = {}
    for one in fields(SyncState):
        if one.name in known:
            values[one.name] = _parsed(one.type, known[one.name])
    return SyncState(**values)


def write(connection: Connection, **changes: Any) -> None:
    """Change some of it, in the caller's transaction."""
    rows = [(f"{_PREFIX}{name}", str(int(value)) if isinstance(value, bool) else str(value)) for name, value in changes.items()]
    connection.exec_driver_sql("INSERT OR REPLACE INTO local_setting (name, value) VALUES (?, ?)", rows)


def set_letter(connection: Connection, letter: str) -> None:
    """The letter that makes this computer's numbers unique."""
    connection.exec_driver_sql("INSERT OR REPLACE INTO local_setting (name, value) VALUES ('device_letter', ?)", (letter,))


def clear(connection: Connection) -> None:
    """Forget the server."""
    connection.exec_driver_sql("DELETE FROM local_setting WHERE name LIKE 'sync.%'")


def _parsed(kind: Any, value: str) -> Any:
    if kind == "int":
        return int(value)
    return value == "1" if kind == "bool" else value
