"""Runs the migrations on one database file, with a copy kept beside it before anything changes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from app.store.connection import connect
from app.store.errors import storage_error


def config() -> Config:
    """Alembic's configuration, with no ini file."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    return settings


def head() -> str:
    """The newest revision among the scripts."""
    found = ScriptDirectory.from_config(config()).get_current_head()
    if found is None:
        raise RuntimeError("no migration scripts")
    return found


def upgrade(path: Path, revision: str = "head") -> None:
    """Bring the database at `path` to `revision` in one transaction; a failing migration leaves the file as it was.

    A new database is built beside its place and put there when it is whole. An older one is kept as `….previous-schema`.
    """
    if not path.exists() or path.stat().st_size == 0:
        building = path.with_name(f"{path.name}.new")
        try:
            _forget(building)
            _run(building, revision)
            building.replace(path)
        finally:
            _forget(building)
        return
    before = path.with_name(f"{path.name}.before-migration")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(before)) as target:
        source.backup(target)
    try:
        _run(path, revision)
    except BaseException:
        _forget(before)
        raise
    before.replace(path.with_name(f"{path.name}.previous-schema"))


def _run(path: Path, revision: str) -> None:
    # The driver would commit before each CREATE TABLE: one BEGIN of our own makes the whole migration one transaction.
    engine = create_engine("sqlite://", creator=lambda: connect(path), poolclass=NullPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        with engine.connect() as connection:
            settings = config()
            settings.attributes["connection"] = connection
            command.upgrade(settings, revision)
    except DatabaseError as error:
        raise storage_error(path, error.orig or error) from error
    finally:
        engine.dispose()


def _forget(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(f"{path.name}{suffix}").unlink(missing_ok=True)
