"""Putting a finished document on disk: all of it or nothing of it."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from pathlib import Path

from app.documents.model import WrittenDocument
from app.domain.errors import StorageError
from app.domain.reasons import reason
from app.domain.text import msg


def write_whole(content: bytes, pages: int, path: Path) -> WrittenDocument:
    """Write `content` to `path` in one step: a reader sees the old file or the new one, never a part.

    Raises:
        StorageError: the folder cannot be written, or the disk is full; what was at `path` is untouched.
    """
    path = Path(path)
    temporary = path.with_name(f".{path.stem[:40]}-{secrets.token_hex(6)}.part")
    try:
        _write_new(temporary, content)
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise StorageError(
            msg(
                "Le document n’a pas pu être enregistré dans « {file} » : {reason}. Rien n’a été modifié ; libérez de la place ou choisissez un autre dossier.",
                file=path,
                reason=reason(error),
            )
        ) from error
    return WrittenDocument(path, pages, hashlib.sha256(content).hexdigest())


def _write_new(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with os.fdopen(handle, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Make new names in `folder` last through a power cut, where the system can do it (not on Windows)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
