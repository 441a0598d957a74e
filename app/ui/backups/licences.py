"""The list of licences: its columns and its order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from app.domain import formatting
from app.domain.backup_state import BackupState, state_label
from app.domain.text import language, msg, tr
from app.ui.backups import words
from app.ui.backups.words import LOOKS, SEVERITY
from app.ui.widgets import Cell, Column

if TYPE_CHECKING:
    from app.domain.values.backups import BackupOverview, LicenceState

#: Makes an identifier for a licence that no machine is known of.
_LICENCES = UUID("6f0c2d4e-1a5b-5c8f-9d3e-7b2a4c6e8f10")
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


def row_id(one: LicenceState) -> UUID:
    """The machine's identifier; one made of the licence's name where no machine is known."""
    return one.equipment_id or uuid5(_LICENCES, one.licence)


def rows_of(overview: BackupOverview) -> list[LicenceState]:
    """This PC first, then the worst first. This PC is there as soon as it has a plan, with or without a licence."""
    found = list(overview.licences)
    mine = overview.this_pc_state
    if mine is not None and overview.plan is not None and all(one.equipment_id != mine.equipment_id for one in found):
        found.append(mine)
    return sorted(found, key=lambda one: (not one.this_pc, SEVERITY[one.state], one.designation.casefold(), one.licence))


def in_order(rows: Sequence[LicenceState], sort: tuple[str, bool] | None) -> list[LicenceState]:
    """The rows as the user wants them."""
    return list(rows) if sort is None else sorted(rows, key=_KEYS[sort[0]], reverse=sort[1])


def columns(now: Callable[[], datetime], overview: Callable[[], BackupOverview | None]) -> list[Column[LicenceState]]:
    """The columns, in their order; `overview` is what was read last: it knows this PC's plan."""
    return [
        Column("designation", msg("Poste"), _machine, width=210, stretch=True, required=True),
        Column("licence", msg("Licence"), lambda one: one.licence, width=130, spare=2),
        Column("option", msg("Option"), _option, width=112, spare=1),
        Column("state", msg("État"), _state, width=140, required=True),
        Column("success", msg("Dernière réussie"), lambda one: _success(one, now()), width=126, figures=True),
        Column("next", msg("Prochaine"), lambda one: _next(one, overview(), now()), width=164, figures=True, sortable=False, spare=3),
        Column("contract", msg("Contrat"), lambda one: one.contract_number, width=96, spare=4),
    ]


def _machine(one: LicenceState) -> Cell:
    if one.equipment_id is None:
        return Cell(tr("Poste à préciser"), icon="circle-question-mark", muted=True)
    name = tr("{name} (ce PC)", name=one.designation) if one.this_pc else one.designation
    return Cell(name, icon="monitor-check" if one.this_pc else "monitor")


def _option(one: LicenceState) -> Cell:
    if one.subscribed:
        return Cell(tr("Souscrite"), icon="check")
    return Cell(tr("Non souscrite"), muted=True)


def _state(one: LicenceState) -> Cell:
    look, icon_name = LOOKS[one.state]
    tip = "\n".join(step.render() for step in one.why.steps)
    if one.state is not one.reported and one.reported is not BackupState.NEVER:
        tip += "\n" + tr("D’après les comptes rendus\u00a0: {state}", state=state_label(one.reported))
    return Cell(state_label(one.state).render(), look, icon_name, tip=tip)


def _success(one: LicenceState, now: datetime) -> Cell:
    if one.last_success is None:
        return Cell("–", muted=True)
    return Cell(words.age(one.last_success, now), tip=formatting.date_time(one.last_success, language()))


def _next(one: LicenceState, overview: BackupOverview | None, now: datetime) -> Cell:
    if not one.this_pc:
        return Cell("–", muted=True, tip=tr("Chaque poste suit son propre plan\u00a0: il se voit sur ce poste."))
    planned = overview is not None and overview.next_run is not None and overview.password_known
    return Cell(words.next_backup(overview, now) if overview is not None else "–", muted=not planned)


_KEYS: dict[str, Callable[[Any], Any]] = {
    "designation": lambda one: one.designation.casefold(),
    "licence": lambda one: one.licence,
    "option": lambda one: not one.subscribed,
    "state": lambda one: SEVERITY[one.state],
    "success": lambda one: one.last_success or _LONG_AGO,
    "contract": lambda one: one.contract_number,
}
