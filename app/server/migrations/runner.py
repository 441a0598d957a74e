"""Brings the server's database to the newest schema; several processes may start at once."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, text

#: Any number will do, as long as all processes of all versions take the same.
_LOCK = 7_243_601


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Run what is missing in one transaction; another process that starts meanwhile waits."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        settings.attributes["connection"] = connection
        command.upgrade(settings, revision)
        connection.commit()
