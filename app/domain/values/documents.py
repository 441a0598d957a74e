"""Generated and attached files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID


@dataclass(frozen=True)
class DocumentRow:
    """A file in the data folder. `kind`: contract, resignation_letter, proof, signed_copy, attachment."""

    id: UUID
    kind: str
    title: str
    file_name: str
    media_type: str
    size: int
    sha256: str
    path: Path
    created_at: datetime
    contract_id: UUID | None = None
    contract_number: str = ""
    equipment_id: UUID | None = None
    equipment_designation: str = ""
    request_id: UUID | None = None
    request_number: str = ""
    claim_id: UUID | None = None
    claim_number: str = ""
