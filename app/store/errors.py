"""What SQLite and the file system say, as errors that a person can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.errors import StorageError
from app.domain.reasons import reason
from app.domain.text import msg

#: SQLite's primary result codes. Only the first two say that the file itself is wrong; the others are circumstances.
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_DAMAGE_WORDS = ("malformed", "not a database", "file is encrypted")
_FULL_WORDS = ("disk is full",)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system say into `StorageError`s; everything else goes through."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise storage_error(path, error) from error


def storage_error(path: Path, error: BaseException) -> Exception:
    """What `error` means for the person in front of the screen; the error itself where it is a bug, not a circumstance."""
    said = str(error).lower()
    if says_damage(error):
        return DamagedError(path)
    if any(word in said for word in _FULL_WORDS) or getattr(error, "errno", None) == errno.ENOSPC:
        return StorageError(
            msg(
                "Le disque est plein\u00a0: {path} n’a pas pu être écrit. Ce qui était enregistré l’est toujours. Libérez de la place, puis recommencez.",
                path=path,
            )
        )
    if "disk i/o error" in said:
        return StorageError(
            msg(
                "Le disque n’a pas pu lire ou écrire {path}\u00a0: il est peut-être plein ou défectueux. Ce qui était enregistré l’est toujours."
                " Libérez de la place, vérifiez le disque, puis recommencez.",
                path=path,
            )
        )
    if "readonly" in said or "unable to open" in said or isinstance(error, OSError):
        return StorageError(
            msg(
                "Le dossier de données n’est pas accessible en écriture\u00a0: {path} ({reason}). Rien n’a été modifié. Vérifiez les droits.",
                path=path,
                reason=_why(error, said),
            )
        )
    if "locked" in said:
        return StorageError(
            msg("La base de données {path} est occupée par un autre programme. Rien n’a été modifié. Réessayez.", path=path)
        )
    return error if isinstance(error, Exception) else RuntimeError(said)


def _why(error: BaseException, said: str) -> object:
    if isinstance(error, OSError):
        return reason(error)
    return msg("base de données en lecture seule") if "readonly" in said else msg("la base de données ne peut pas être ouverte")


def says_damage(error: BaseException) -> bool:
    """Whether `error` proves that the database file is wrong. A full or failing disk proves nothing about the file."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return code & 0xFF in _DAMAGE
    return isinstance(error, sqlite3.Error) and any(word in str(error).lower() for word in _DAMAGE_WORDS)


class DamagedError(StorageError):
    """The database file is damaged; its bytes are untouched."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            msg(
                "La base de données {path} est endommagée. Le fichier n’a pas été modifié\u00a0: au prochain démarrage, Parclair le met de côté"
                " et reprend la dernière bonne copie.",
                path=path,
            )
        )
        self.path = path
