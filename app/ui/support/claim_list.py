"""The list of claims: its columns and its order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.cover import type_label
from app.domain.records import ClaimStatus
from app.domain.records import label as enum_label
from app.domain.text import msg
from app.ui.support.claim_words import STATUS_LOOKS, TYPE_ICONS, cover_said, due_said
from app.ui.widgets import Cell, Column

if TYPE_CHECKING:
    from app.domain.values.claims import ClaimRow


def columns(now: Callable[[], datetime], language: str) -> list[Column[ClaimRow]]:
    """The columns, in their order; `now` tells how much time a promise leaves."""
    return [
        Column("machine", msg("Appareil"), _machine, width=130, stretch=True, required=True),
        Column("status", msg("État"), _status, width=140),
        Column("due", msg("Promesse"), lambda r: due_cell(r, now(), language), width=136),
        Column("happened_on", msg("Survenu le"), lambda r: r.happened_on, width=92, figures=True, spare=1),
        Column("covered", msg("Couverture"), _covered, width=112, visible=False),
        Column("number", msg("Numéro"), lambda r: r.number, width=100, visible=False),
        Column("contract", msg("Contrat"), lambda r: r.contract_number, width=100, visible=False),
    ]


def due_cell(claim: ClaimRow, now: datetime, language: str) -> Cell | None:
    """The nearest promise of a claim."""
    said = due_said(claim.next_due_at, now, language)
    return None if said is None else Cell(said.text, said.state, said.icon)


def _machine(claim: ClaimRow) -> Cell:
    tip = f"{type_label(claim.type)} · {claim.equipment_designation} · {claim.number}"
    return Cell(claim.equipment_designation, icon=TYPE_ICONS[claim.type], tip=tip)


def _status(claim: ClaimRow) -> Cell:
    state, icon_name = STATUS_LOOKS[claim.status]
    return Cell(enum_label(claim.status).render(), state, icon_name)


def _covered(claim: ClaimRow) -> Cell:
    said = cover_said(claim.covered)
    return Cell(said.text, said.state, said.icon)


def ordered(rows: Sequence[ClaimRow], sort: tuple[str, bool] | None) -> list[ClaimRow]:
    """The rows as the user sorted them; without that, in the service's order: what is due first."""
    found = list(rows)
    if sort is not None:
        keys: dict[str, Callable[[ClaimRow], object]] = {
            "machine": lambda row: row.equipment_designation.casefold(),
            "status": lambda row: list(ClaimStatus).index(row.status),
            "due": lambda row: (row.next_due_at is None, row.next_due_at.timestamp() if row.next_due_at else 0.0),
            "happened_on": lambda row: row.happened_on,
            "covered": lambda row: str(row.covered),
            "number": lambda row: row.number,
            "contract": lambda row: row.contract_number,
        }
        found.sort(key=keys[sort[0]], reverse=sort[1])  # type: ignore[arg-type]
    return found
