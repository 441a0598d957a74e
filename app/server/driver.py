"""Statements straight to the database's driver, for what every exchange does: what SQLAlchemy adds to a statement is more than these take.

The statements are the same for SQLite and PostgreSQL; places for values are written `?`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection


class Driver:
    """The driver's connection; commits and rollbacks stay with whoever opened it."""

    def __init__(self, connection: Any, *, postgresql: bool) -> None:
        self.postgresql = postgresql
        self._connection = connection

    @classmethod
    def of(cls, connection: Connection) -> Driver:
        """The one under an open unit of work."""
        if not connection.in_transaction():
            connection.begin()  # or its commit would find nothing to do
        return cls(connection.connection.dbapi_connection, postgresql=connection.dialect.name == "postgresql")

    def rows(self, statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """The rows that a statement finds."""
        found: list[tuple[Any, ...]] = self._connection.execute(self._spelled(statement), values).fetchall()
        return found

    def one(self, statement: str, values: Sequence[Any]) -> tuple[Any, ...] | None:
        """The first of them."""
        found: tuple[Any, ...] | None = self._connection.execute(self._spelled(statement), values).fetchone()
        return found

    def run(self, statement: str, values: Sequence[Any]) -> None:
        """Run a statement that finds nothing."""
        self._connection.execute(self._spelled(statement), values)

    def each(self, statement: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run a statement for each row of values."""
        self._connection.cursor().executemany(self._spelled(statement), rows)

    def insert(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
        """Insert rows, by the quickest way there is."""
        names = ", ".join(f'"{name}"' for name in columns)
        if self.postgresql and len(rows) > _FEW:
            with self._connection.cursor().copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
            return
        self.each(f'INSERT INTO "{table}" ({names}) VALUES ({", ".join("?" * len(columns))})', rows)

    def among(self, column: str, values: Sequence[str]) -> tuple[str, Any]:
        """The condition that `column` is one of `values`, and the one value to hand over with it."""
        if self.postgresql:
            return f"{column} = ANY(?)", list(values)
        return f"{column} IN (SELECT value FROM json_each(?))", '["' + '","'.join(values) + '"]'

    def _spelled(self, statement: str) -> str:
        return _for_postgresql(statement) if self.postgresql else statement


_FEW = 20


@lru_cache(maxsize=256)
def _for_postgresql(statement: str) -> str:
    return statement.replace("?", "%s")
