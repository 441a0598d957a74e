"""Files of the office: kept once by content, listed, read, attached, removed with undo."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from app.domain.errors import NotFoundError, RuleError, StorageError
from app.domain.file_names import safe_file_name
from app.domain.text import msg
from app.domain.told import retold
from app.domain.values.documents import DocumentRow
from app.services.attachment_checks import LARGEST, read_attachment
from app.services.context import ServiceContext
from app.services.fields import text_field
from app.services.outputs import write_whole
from app.store import journal_queries
from app.store.errors import storage_error
from app.store.tables import Document
from app.store.unit_of_work import Session, Unit

__all__ = ["FOLDER", "LARGEST", "DocumentService", "document_row", "document_rows", "keep", "path_of", "read_attachment"]

FOLDER = "documents"


class DocumentService:
    """Generated and attached files. Thread: any; each call is one unit of work.

    Args:
        fetch: has the bytes of a SHA-256 and a size brought here from the server; see `SyncService.fetch_file`.
    """

    def __init__(self, context: ServiceContext, fetch: Callable[[str, int], Path]) -> None:
        self._context = context
        self._store = context.store
        self._fetch = fetch

    def rows(self) -> list[DocumentRow]:
        """Every document, newest first."""
        with self._store.reading() as session:
            return document_rows(session, self._context.folder)

    def row(self, document_id: UUID) -> DocumentRow:
        """One document.

        Raises:
            NotFoundError: no such document.
        """
        with self._store.reading() as session:
            found = document_rows(session, self._context.folder, document_id=document_id)
        if not found:
            raise NotFoundError(msg("Document introuvable\u00a0: {id}", id=document_id))
        return found[0]

    def attach(
        self,
        source: Path,
        kind: str = "attachment",
        *,
        contract_id: UUID | None = None,
        equipment_id: UUID | None = None,
        request_id: UUID | None = None,
        claim_id: UUID | None = None,
    ) -> DocumentRow:
        """Take a copy of a file into the office's documents.

        Raises:
            InputError: the file is missing, empty, larger than 50 MiB or a program.
            StorageError: the disk is full; nothing was kept.
        """
        content = read_attachment(source)
        name = text_field(255, required=True)("file", source.name)
        media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
        with self._store.writing() as unit:
            kept = keep(unit, self._context.folder, content, kind, name, name, media_type)
            kept.contract_id, kept.equipment_id, kept.request_id, kept.claim_id = contract_id, equipment_id, request_id, claim_id
            unit.session.flush()
            document_id = kept.id
        return self.row(document_id)

    def save_as(self, document_id: UUID, target: Path) -> Path:
        """Write a copy of the document to `target`, whole or not at all.

        Raises:
            NotFoundError: no such document.
            StorageError: the folder cannot be written, the disk is full, or the kept file is missing or was altered.
        """
        content = self.content(document_id)
        write_whole(target, content)
        return target

    def content(self, document_id: UUID) -> bytes:
        """The document's bytes, checked against its SHA-256. Those that another computer has are fetched from the server, which takes time.

        Raises:
            NotFoundError: no such document.
            StorageError: the kept file was altered; it is missing and no server has it, or the server cannot be reached.
        """
        row = self.row(document_id)
        if not row.path.is_file():
            self._have(row)
        try:
            content = row.path.read_bytes()
        except OSError as error:
            raise _missing(row) from error
        if hashlib.sha256(content).hexdigest() != row.sha256:
            raise StorageError(
                msg("Le fichier «\u00a0{name}\u00a0» a été modifié hors de Parclair\u00a0: {path}.", name=row.file_name, path=row.path)
            )
        return content

    def _have(self, row: DocumentRow) -> None:
        from app.sync.errors import NotThereError, SyncError

        name = row.file_name
        try:
            self._fetch(row.sha256, row.size)
        except RuleError as error:
            raise _missing(row) from error
        except NotThereError as error:
            raise StorageError(
                msg("Le fichier «\u00a0{name}\u00a0» a été ajouté sur un autre poste, qui ne l’a pas encore envoyé au serveur.", name=name)
            ) from error
        except SyncError as error:
            raise StorageError(
                msg("Le fichier «\u00a0{name}\u00a0» n’est pas encore sur ce PC. {reason}", name=name, reason=error.text)
            ) from error

    def delete(self, document_id: UUID) -> None:
        """Remove a document from the lists; `restore` undoes it, its bytes stay.

        Raises:
            NotFoundError: no such document.
        """
        self._set_deleted(document_id, lambda: self._context.clock.now())

    def restore(self, document_id: UUID) -> None:
        """Undo a deletion.

        Raises:
            NotFoundError: no such document.
        """
        self._set_deleted(document_id, lambda: None)

    def _set_deleted(self, document_id: UUID, moment: Callable[[], object]) -> None:
        with self._store.writing() as unit:
            row = unit.session.get(Document, document_id)
            if row is None:
                raise NotFoundError(msg("Document introuvable\u00a0: {id}", id=document_id))
            row.deleted_at = moment()  # type: ignore[assignment]


def _missing(row: DocumentRow) -> StorageError:
    return StorageError(
        msg("Le fichier «\u00a0{name}\u00a0» manque dans le dossier de données\u00a0: {path}.", name=row.file_name, path=row.path)
    )


def document_rows(
    session: Session,
    folder: Path,
    *,
    document_id: UUID | None = None,
    contract_id: UUID | None = None,
    equipment_id: UUID | None = None,
    request_id: UUID | None = None,
    claim_id: UUID | None = None,
) -> list[DocumentRow]:
    """The living documents, newest first, of one contract, machine, request or claim, or of all."""
    found = journal_queries.documents(
        session,
        document_id=document_id,
        contract_id=contract_id,
        equipment_id=equipment_id,
        request_id=request_id,
        claim_id=claim_id,
    )
    return [
        document_row(folder, row, contract_number=number, equipment_designation=designation, request_number=request, claim_number=claim)
        for row, number, designation, request, claim in found
    ]


def document_row(
    folder: Path,
    row: Document,
    *,
    contract_number: str | None = None,
    equipment_designation: str | None = None,
    request_number: str | None = None,
    claim_number: str | None = None,
) -> DocumentRow:
    """A document as it is shown, with the names of what it belongs to."""
    return DocumentRow(
        id=row.id,
        kind=row.kind,
        title=retold(row.title),
        file_name=safe_file_name(row.file_name),  # another computer may have made the record
        media_type=row.media_type,
        size=row.size,
        sha256=row.sha256,
        path=path_of(folder, row.sha256),
        created_at=row.created_at,
        contract_id=row.contract_id,
        contract_number=contract_number or "",
        equipment_id=row.equipment_id,
        equipment_designation=equipment_designation or "",
        request_id=row.request_id,
        request_number=request_number or "",
        claim_id=row.claim_id,
        claim_number=claim_number or "",
    )


def path_of(folder: Path, sha256: str) -> Path:
    """Where the bytes of that hash are kept."""
    return folder / FOLDER / sha256[:2] / sha256


def keep(unit: Unit, folder: Path, content: bytes, kind: str, title: str, file_name: str, media_type: str) -> Document:
    """Keep `content` under its hash and add its record. The bytes are on the disk before the record is committed.

    Bytes that are there already are read again: a file that was altered since is written anew.

    Raises:
        StorageError: the disk is full or the folder cannot be written; nothing was kept.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    path = path_of(folder, sha256)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        known = path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256
    except OSError as error:
        raise storage_error(path, error) from error
    if not known:
        write_whole(path, content)
    row = Document(kind=kind, title=title, file_name=safe_file_name(file_name), media_type=media_type, sha256=sha256, size=len(content))
    unit.session.add(row)
    return row
