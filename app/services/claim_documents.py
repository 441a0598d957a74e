"""The documents of a claim: read and checked, kept, and what their coming and going does to the claim."""

from __future__ import annotations

import hashlib
import mimetypes
from pathlib import Path

from app.domain.cover import ClaimNeed, need_label
from app.domain.errors import InputError
from app.domain.records import ClaimStatus
from app.domain.text import msg
from app.domain.values.support import Attachment
from app.services.claim_reading import missing_of
from app.services.documents import LARGEST, keep, read_attachment
from app.services.fields import text_field
from app.store import claim_queries
from app.store.tables import Claim, Document, Equipment
from app.store.unit_of_work import Unit


def content_of(attachment: Attachment) -> bytes:
    """The bytes of an attachment; called before the unit of work is opened, as a file may be slow to read.

    Raises:
        InputError: it is missing, empty, too large or a program.
    """
    text_field(255, required=True)("file", attachment.name)
    if attachment.path is not None:
        return read_attachment(attachment.path)
    content = attachment.content or b""
    if not content:
        raise InputError("file", attachment.name, msg("un fichier qui n’est pas vide"))
    if len(content) > LARGEST:
        raise InputError("file", attachment.name, msg("un fichier d’au plus {n} Mio", n=LARGEST // 1024 // 1024))
    return content


def hold(unit: Unit, folder: Path, claim: Claim, need: ClaimNeed | None, attachment: Attachment, content: bytes) -> None:
    """Keep a document with its claim and its machine; one that is there already for the same purpose is not kept twice.

    Raises:
        StorageError: the disk is full; nothing was kept.
    """
    kind = "attachment" if need is None else need.value
    sha256 = hashlib.sha256(content).hexdigest()
    if any((each.kind, each.sha256) == (kind, sha256) for each in claim_queries.documents(unit.session, claim.id)):
        return
    title = attachment.name if need is None else msg("{need} {number}", need=need_label(need), number=claim.number).render()
    media_type = mimetypes.guess_type(attachment.name)[0] or "application/octet-stream"
    row: Document = keep(unit, folder, content, kind, title, attachment.name, media_type)
    row.claim_id, row.equipment_id = claim.id, claim.equipment_id
    unit.session.flush()


def settle(unit: Unit, claim: Claim, machine: Equipment, *, may_wait: bool) -> None:
    """A claim waits while a document is missing, and is taken in hand once none is.

    Without `may_wait`, one that the provider took in hand all the same goes on.
    """
    missing = missing_of(unit.session, claim, machine)
    if may_wait and missing and claim.status in (ClaimStatus.DECLARED, ClaimStatus.IN_HAND):
        claim.status = ClaimStatus.WAITING_FOR_DOCUMENTS
    elif not missing and claim.status is ClaimStatus.WAITING_FOR_DOCUMENTS:
        claim.status = ClaimStatus.IN_HAND
