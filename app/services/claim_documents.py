"""The documents of a claim: read and checked, kept, and what their coming and going does to the claim."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import Path

from app.domain.cover import ClaimNeed, need_label
from app.domain.records import ClaimStatus
from app.domain.text import msg
from app.domain.told import told
from app.domain.values.support import Attachment
from app.services.claim_reading import missing_of
from app.services.documents import keep
from app.services.support_files import ReadFile, read_all
from app.store import claim_queries
from app.store.tables import Claim, Document, Equipment
from app.store.unit_of_work import Unit


@dataclass(frozen=True)
class Paper:
    """A file for a claim, read and checked. `need`: what it is given for; `None` for any other paper."""

    need: ClaimNeed | None
    file: ReadFile


def paper_of(need: ClaimNeed | None, attachment: Attachment) -> Paper:
    """An attachment, read; called before the unit of work is opened, as a file may be slow to read.

    Raises:
        InputError: it is missing, empty, too large, a program, or not what its name says.
    """
    (file,) = read_all([attachment])
    return Paper(need, file)


def hold(unit: Unit, folder: Path, claim: Claim, paper: Paper) -> None:
    """Keep a document with its claim and its machine; one that is there already for the same purpose is not kept twice.

    Raises:
        StorageError: the disk is full; nothing was kept.
    """
    file, kind = paper.file, "attachment" if paper.need is None else paper.need.value
    if any((each.kind, each.sha256) == (kind, file.sha256) for each in claim_queries.documents(unit.session, claim.id)):
        return
    title = file.name
    if paper.need is not None:
        title = told(msg("{need} {number}", need=need_label(paper.need), number=claim.number))
    media_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    row: Document = keep(unit, folder, file.content, kind, title, file.name, media_type)
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
