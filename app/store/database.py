"""Opening the data folder's database: rights, version, migrations, connection settings.

The order matters. A cheap look with the standard library's `sqlite3` decides whether migrations are needed, so that
Alembic (slow to import) is only loaded when the schema is old or new.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DatabaseError as AlchemyDatabaseError
from sqlalchemy.pool import QueuePool

from app.domain.errors import StorageError
from app.domain.text import msg
from app.store.connection import connect, prepare

#: The newest schema this program knows; a test holds it equal to Alembic's head.
HEAD = "0001"
FILE_NAME = "parclair.sqlite3"
#: Schemas that came before, oldest first, and that the program can bring up to date.
KNOWN = ("0001",)

_DAMAGE = ("malformed", "not a database", "disk i/o error", "file is encrypted")
_FULL = ("disk is full", "database or disk is full")


def schema_version(path: Path) -> str | None:
    """The schema of the database file, `None` where there is none yet.

    Raises:
        StorageError: the file is damaged, unreadable or newer than this program.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    with translated(path):
        connection = connect(path)
        try:
            known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
        finally:
            connection.close()
    version = row[0] if row else None
    if version is not None and version not in KNOWN:
        raise StorageError(
            msg(
                "La base de données {path} vient d’une version plus récente de Parclair (schéma {version}, connu ici : {known})."
                " Rien n’a été modifié. Installez la dernière version du programme.",
                path=path,
                version=version,
                known=HEAD,
            )
        )
    return version


def migrate(path: Path) -> None:
    """Bring the database up to `HEAD`, creating it where there is none; does nothing when it is there already."""
    if schema_version(path) == HEAD:
        return
    from app.store.migrations.runner import upgrade

    with translated(path):
        upgrade(path)


def open_engine(path: Path) -> Engine:
    """An engine on a database that is up to date. Each connection belongs to the thread that uses it."""
    engine = create_engine(f"sqlite:///{path.as_posix()}", poolclass=QueuePool, pool_size=2, max_overflow=4)
    event.listen(engine, "connect", lambda connection, _: _own_transactions(connection))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _own_transactions(connection: Any) -> None:
    # The driver's implicit BEGIN comes too late for reads; SQLAlchemy's "begin" event sends it instead.
    connection.isolation_level = None
    prepare(connection)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system say into `StorageError`s; everything else goes through."""
    try:
        yield
    except AlchemyDatabaseError as error:
        raise storage_error(path, error.orig or error) from error
    except (sqlite3.Error, OSError) as error:
        raise storage_error(path, error) from error


def storage_error(path: Path, error: BaseException) -> Exception:
    """What `error` means for the person in front of the screen; the error itself where it is a bug, not a circumstance."""
    said = str(error).lower()
    if any(word in said for word in _DAMAGE):
        return DamagedError(path)
    if any(word in said for word in _FULL) or getattr(error, "errno", None) == 28:
        return StorageError(
            msg(
                "Le disque est plein : {path} n’a pas pu être écrit. Ce qui était enregistré l’est toujours. Libérez de la place, puis recommencez.",
                path=path,
            )
        )
    if "readonly" in said or "unable to open" in said or isinstance(error, OSError):
        return StorageError(
            msg(
                "Le dossier de données n’est pas accessible en écriture : {path} ({reason}). Rien n’a été modifié. Vérifiez les droits.",
                path=path,
                reason=error,
            )
        )
    if "locked" in said:
        return StorageError(
            msg("La base de données {path} est occupée par un autre programme. Rien n’a été modifié. Réessayez.", path=path)
        )
    return error if isinstance(error, Exception) else RuntimeError(said)


class DamagedError(StorageError):
    """The database file is damaged; its bytes are untouched."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            msg(
                "La base de données {path} est endommagée. Le fichier n’a pas été modifié : au prochain démarrage, Parclair le met de côté"
                " et reprend la dernière bonne copie.",
                path=path,
            )
        )
        self.path = path
