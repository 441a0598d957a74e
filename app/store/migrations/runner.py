"""Runs the migrations on one database file, with a copy kept beside it before anything changes."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, event
from sqlalchemy.exc import DatabaseError

from app.store.connection import prepare
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
    """Bring the database at `path` to `revision` in one transaction; a failing migration leaves the file as it was."""
    before = path.with_name(f"{path.name}.before-migration")
    if path.exists() and path.stat().st_size:
        with sqlite3.connect(path) as source, sqlite3.connect(before) as target:
            source.backup(target)
        source.close()
        target.close()
    engine = create_engine(f"sqlite:///{path.as_posix()}")
    event.listen(engine, "connect", lambda connection, _: prepare(connection))
    try:
        with engine.connect() as connection:
            settings = config()
            settings.attributes["connection"] = connection
            command.upgrade(settings, revision)
    except DatabaseError as error:
        raise storage_error(path, error.orig or error) from error
    finally:
        engine.dispose()
    if before.exists():
        shutil.move(before, path.with_name(f"{path.name}.previous-schema"))
