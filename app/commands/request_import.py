"""`request import`: past requests from another system's export."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.commands.base import Answer, Call
from app.commands.parsing import Parser, action
from app.domain.text import msg, tr, trn

if TYPE_CHECKING:
    from app.domain.values.support import ImportReport, RejectedRow

#: Told one by one for people; JSON has all.
_SHOWN = 20


def register_import(group: argparse._SubParsersAction[Parser]) -> None:
    """Add `import` to the actions of `request`."""
    taking = action(group, "import", tr("reprendre les demandes passées d’un autre système, d’un fichier CSV ou XLSX"), _import)
    taking.add_argument(
        "file",
        metavar="FILE",
        help=tr("colonnes\u00a0: number, opened, closed, subject, urgency, kind, technician, smiley, comment, ou leurs noms français"),
    )
    taking.add_argument("--dry-run", action="store_true", help=tr("dire ce qui serait fait, sans rien écrire"))
    taking.epilog = tr(
        "Une ligne est une demande\u202f; close, elle a une intervention. Sans avis, comment est sa description. Une heure sans décalage est"
        " à l’heure de Paris\u202f; si elle vient deux fois ou n’existe pas ce jour-là, noted dit comment elle a été lue. Relancer le même fichier ne change rien."
    )


def _import(call: Call) -> Answer:
    dry_run: bool = call.given.dry_run
    with call.services(write=not dry_run) as services:
        report = services.request_imports.run(Path(call.given.file), dry_run)
    if report.ignored_columns:
        call.remarks.append(msg("colonnes ignorées\u00a0: {names}", names=", ".join(report.ignored_columns)))
    return Answer(_document(report), _lines(report, dry_run=dry_run))


def _document(report: ImportReport) -> dict[str, Any]:
    return {
        "rows": report.rows,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "rejected": [_cell(each, "reason") for each in report.rejected],
        "noted": [_cell(each, "remark") for each in report.noted],
        "ignored_columns": list(report.ignored_columns),
    }


def _cell(each: RejectedRow, why: str) -> dict[str, Any]:
    return {"row": each.row, "column": each.column, "value": each.value, why: each.reason}


def _lines(report: ImportReport, *, dry_run: bool) -> list[str]:
    counts = {"rows": report.rows, "created": report.created, "updated": report.updated, "unchanged": report.unchanged}
    said = tr(
        "Lignes lues\u00a0: {rows}. Nouvelles\u00a0: {created}, mises à jour\u00a0: {updated}, sans changement\u00a0: {unchanged}, refusées\u00a0: {rejected}.",
        **counts,
        rejected=len(report.rejected),
    )
    lines = [said]
    for each in (*report.rejected, *report.noted)[:_SHOWN]:
        lines.append(
            tr(
                "    · ligne {row}, {column} «\u00a0{value}\u00a0»\u00a0: {reason}",
                row=str(each.row),
                column=each.column or "–",
                value=each.value,
                reason=each.reason,
            )
        )
    more = len(report.rejected) + len(report.noted) - _SHOWN
    if more > 0:
        lines.append(trn("    · et {n} autre (toutes avec --json)", "    · et {n} autres (toutes avec --json)", more))
    return [*lines, tr("Rien n’a été écrit.")] if dry_run else lines
