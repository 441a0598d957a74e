"""Files written where somebody asked for them, outside the data folder: whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.documents.writing import sync_folder
from app.domain.errors import InputError, StorageError
from app.domain.reasons import reason
from app.domain.text import msg


def checked_target(target: Path) -> Path:
    """`target`, when a file of that name can stand there.

    Raises:
        InputError: it is a folder, or stands in a folder that does not exist.
    """
    if target.is_dir():
        raise InputError("output", target, msg("un nom de fichier, pas un dossier"))
    if not target.parent.is_dir():
        raise InputError("output", target, msg("un fichier dans un dossier qui existe"))
    return target


@contextmanager
def staged(target: Path, content: bytes) -> Iterator[None]:
    """Have `content` ready on the disk beside `target` for the block; it takes the name at the end, or leaves no trace.

    What the block records is so recorded only when the file can be written, and the file stands only when it was recorded.

    Raises:
        InputError: `target` is a folder, or stands in none.
        StorageError: the file cannot be written; an older one of that name is untouched.
    """
    with _staged(checked_target(target), content):
        yield


def write_whole(target: Path, content: bytes) -> None:
    """Write a file so that it is there whole, on the disk, or not at all.

    Raises:
        StorageError: the file cannot be written; an older one of that name is untouched.
    """
    with _staged(target, content):
        pass


@contextmanager
def _staged(target: Path, content: bytes) -> Iterator[None]:
    partial = target.with_name(f".{target.stem[:40]}-{secrets.token_hex(6)}.part")
    try:
        with _refusals(target), partial.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield
        with _refusals(target):
            partial.replace(target)
            sync_folder(target.parent)
    finally:
        with suppress(OSError):  # the way there may be no folder: there is nothing to take away then
            partial.unlink(missing_ok=True)


@contextmanager
def _refusals(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageError(
            msg(
                "Le fichier «\u00a0{file}\u00a0» n’a pas pu être écrit\u00a0: {reason}. Choisissez un autre dossier ou libérez de la place.",
                file=target,
                reason=reason(error),
            )
        ) from error
