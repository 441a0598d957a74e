"""Opening the data folder's database: rights, version, migrations, connection settings.

The order matters. A cheap look with the standard library's `sqlite3` decides whether migrations are needed, so that
Alembic (slow to import) is only loaded when the schema is old or new.
"""

from __future__ import annotations

from pathlib import Path

from app.domain.errors import StorageError
from app.domain.text import msg
from app.store.connection import connect_reading
from app.store.errors import translated

#: The newest schema this program knows; a test holds it equal to Alembic's head.
HEAD = "0006"
FILE_NAME = "parclair.sqlite3"
#: Schemas that came before, oldest first, and that the program can bring up to date.
KNOWN = ("0001", "0002", "0003", "0004", "0005", "0006")


def schema_version(path: Path) -> str | None:
    """The schema of the database file, `None` where there is none yet.

    Raises:
        StorageError: the file is damaged, unreadable or newer than this program.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    with translated(path):
        connection = connect_reading(path)
        try:
            known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone() if known else None
        finally:
            connection.close()
    version = row[0] if row else None
    if version is not None and version not in KNOWN:
        raise StorageError(
            msg(
                "La base de données {path} vient d’une version plus récente de Parclair (schéma {version}, connu ici\u00a0: {known})."
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
