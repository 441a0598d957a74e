"""Files attached to requests: read and checked before anything is written, kept once, and nothing left behind when it fails."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from app.domain.errors import InputError, StorageError
from app.domain.file_names import safe_file_name
from app.domain.reasons import reason
from app.domain.text import msg
from app.domain.values.support import Attachment
from app.services.attachment_checks import check_content, read_attachment
from app.services.documents import document_rows, keep, path_of
from app.store.unit_of_work import Unit

MOST_FILES = 20


@dataclass(frozen=True)
class ReadFile:
    """A file that may be kept."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """What it is kept under."""
        return hashlib.sha256(self.content).hexdigest()


def read_all(attachments: Sequence[Attachment]) -> list[ReadFile]:
    """The files of `attachments`, each content once.

    Raises:
        InputError: too many files, or one is refused.
    """
    if len(attachments) > MOST_FILES:
        raise InputError("file", len(attachments), msg("au plus {n} fichiers à la fois", n=MOST_FILES))
    found: dict[str, ReadFile] = {}
    for each in attachments:
        if each.content is not None:
            content = check_content(each.name, each.content)
        elif each.path is not None:
            content = read_attachment(each.path, each.name)
        else:
            raise InputError("file", each.name, msg("un fichier, ou son contenu"))
        file = ReadFile(safe_file_name(each.name), content)
        found.setdefault(file.sha256, file)
    return list(found.values())


def attach_all(unit: Unit, folder: Path, request_id: UUID, files: Sequence[ReadFile]) -> list[UUID]:
    """Keep the files with a request; the ids of their records, of those it had already too.

    Raises:
        StorageError: the disk is full or the folder cannot be written; the file that somebody chose is named.
    """
    had = {row.sha256: row.id for row in document_rows(unit.session, folder, request_id=request_id)}
    kept: list[UUID] = []
    for file in files:
        if file.sha256 in had:
            kept.append(had[file.sha256])
            continue
        media_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        try:
            row = keep(unit, folder, file.content, "attachment", file.name, file.name, media_type)
        except StorageError as error:
            raise _not_kept(file, error) from error
        row.request_id = request_id
        unit.session.flush()
        kept.append(row.id)
    return kept


def _not_kept(file: ReadFile, error: StorageError) -> StorageError:
    """Named as it was chosen: where it is kept nobody knows, and it cannot be kept elsewhere."""
    why = reason(error.__cause__) if isinstance(error.__cause__, OSError) else error.text
    return StorageError(
        msg(
            "«\u00a0{name}\u00a0» n’a pas pu être joint\u00a0: {reason}. Rien n’a été enregistré. Libérez de la place, ou rendez le dossier de données accessible, puis recommencez.",
            name=file.name,
            reason=why,
        )
    )


@contextmanager
def without_leftovers(folder: Path, files: Sequence[ReadFile]) -> Iterator[None]:
    """When the block fails, the bytes that were not there before it are taken away again."""
    new = [path for file in files if not (path := path_of(folder, file.sha256)).exists()]
    try:
        yield
    except BaseException:
        for path in new:
            with suppress(OSError):  # what cannot be removed is not shown anywhere either
                path.unlink(missing_ok=True)
        raise
