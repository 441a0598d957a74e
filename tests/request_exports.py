"""Exports of other systems as tests write them, and what an import left in the data folder."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from sqlalchemy import select

from app.bootstrap import open_folder
from app.store.store import Store
from app.store.tables import AuditEntry, Intervention, OutboxRow, Rating, SupportRequest
from tests.bench.seed_figures import COLUMNS
from tests.command_line import CommandLine

FRENCH = ("Numéro", "Ouverture", "CLÔTURE", "Objet", "Urgence", "Type", "Technicien", "Avis", "Commentaire")
FIRST = ("T1", "22/11/2026 14:05", "22/11/2026 15:00", "Écran noir", "blocked", "remote", "Nadège R.", "great", "Merci")
OPEN = ("T2", "2026-11-20T09:00", "", "Imprimante", "degraded", "", "", "", "Elle clignote")


def as_csv(rows: Iterable[Sequence[str]], separator: str = ";", encoding: str = "cp1252", header: Sequence[str] = COLUMNS) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode(encoding)


def taking(parclair: CommandLine, folder: Path) -> Any:
    """Imports rows, or bytes, and answers the report."""

    def imported(content: bytes | Sequence[Sequence[str]], *options: str, name: str = "export.csv") -> dict[str, Any]:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else as_csv(content))
        return parclair.json("request", "import", path, *options)

    return imported


def counts(report: dict[str, Any]) -> tuple[int, int, int, int]:
    assert report["rows"] == report["created"] + report["updated"] + report["unchanged"] + len(report["rejected"])
    return report["created"], report["updated"], report["unchanged"], len(report["rejected"])


def refusal(report: dict[str, Any]) -> tuple[int, str, str]:
    (only,) = report["rejected"]
    assert only["reason"]
    return only["row"], only["column"], only["value"]


def changed(row: Sequence[str], **values: str) -> tuple[str, ...]:
    return tuple(values.get(column, kept) for column, kept in zip(COLUMNS, row, strict=True))


class Desk:
    """What the data folder holds."""

    def __init__(self, folder: Path) -> None:
        opened = open_folder(folder, role="command", write=False)
        store: Store = opened.services.context.store
        with store.reading() as session:
            self.requests = {row.number: row for row in session.scalars(select(SupportRequest))}
            self.interventions = list(session.scalars(select(Intervention)))
            self.ratings = list(session.scalars(select(Rating)))
            self.told = len(session.scalars(select(OutboxRow)).all())
            self.journal = len(session.scalars(select(AuditEntry)).all())
            session.expunge_all()
        opened.close()


def workbook(rows: Iterable[Sequence[Any]], header: Sequence[str] = FRENCH, *, before: int = 0) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for _ in range(before):
        sheet.append([None])
    sheet.append(list(header))
    for row in rows:
        sheet.append(list(row))
    book.create_sheet("Notes").append(["rien"])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
