"""The list of contracts: its columns, filters and order. A shop has a handful; an office some dozens."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from app.domain import formatting
from app.domain.records import ContractStatus, OfferKind, ResignationStatus, label
from app.domain.text import language, msg, tr
from app.ui.contracts.wording import FOLLOW_UP_ICONS, KIND_ICONS, STATUS_LOOKS, alert_look, alert_word, days_left_text, deadline_text
from app.ui.widgets import Cell, Column, FilterGroup

if TYPE_CHECKING:
    from app.domain.values.contracts import ContractRow

Filters = Mapping[str, tuple[str, ...]]


def columns(today: Callable[[], date]) -> list[Column[ContractRow]]:
    """The columns, in their order; `today` dates the deadlines."""
    return [
        Column("number", msg("Numéro"), lambda r: r.number, width=92, required=True),
        Column("offer", msg("Offre"), lambda r: Cell(r.offer_name, icon=KIND_ICONS[r.kind], tip=_tip(r)), width=200, stretch=True),
        Column("provider", msg("Prestataire"), lambda r: r.provider, width=90, visible=False),
        Column("status", msg("État"), _status, width=180),
        Column("site", msg("Site"), lambda r: r.site_name or Cell(tr("Tous"), muted=True), width=150, spare=3),
        Column("quantity", msg("Qté"), lambda r: r.quantity, width=44, figures=True, spare=2),
        Column("monthly", msg("Mensuel HT"), lambda r: r.monthly_excl_tax, width=94 if language() == "fr" else 122, figures=True, spare=1),
        Column("deadline", msg("Prochaine échéance"), lambda r: _deadline(r, today()), width=146, figures=True),
        Column("alert", msg("Alerte"), _alert, width=68),
        Column("kind", msg("Type"), lambda r: r.kind, visible=False),
        Column("start", msg("Début"), lambda r: r.start, width=92, figures=True, visible=False),
        Column("commitment_end", msg("Fin d’engagement"), lambda r: r.commitment_end, figures=True, visible=False),
    ]


def filter_groups() -> list[FilterGroup]:
    """What the list can be filtered by."""
    return [
        FilterGroup("status", tr("État"), [(status.value, label(status).render()) for status in ContractStatus]),
        FilterGroup("kind", tr("Type"), [(kind.value, label(kind).render()) for kind in OfferKind]),
    ]


def chosen(rows: Sequence[ContractRow], text: str, filters: Filters, sort: tuple[str, bool] | None) -> list[ContractRow]:
    """The rows that match, in the order asked for; without one, in the service's: the most urgent first."""
    words = [plain(word) for word in text.split()]
    statuses, kinds = filters.get("status", ()), filters.get("kind", ())
    found = [
        row
        for row in rows
        if (not statuses or row.status.value in statuses)
        and (not kinds or row.kind.value in kinds)
        and all(word in _searched(row) for word in words)
    ]
    if sort is not None:
        found.sort(key=_KEYS.get(sort[0], _KEYS["number"]), reverse=sort[1])
    return found


def plain(text: str) -> str:
    """`text` without case and accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))


def spoken_deadline(row: ContractRow, today: date) -> str:
    """The deadline in words, for tool tips."""
    if row.days_left is None:
        return ""
    day = formatting.long_day(today + timedelta(days=row.days_left), language(), weekday=True)
    return tr("{day}, dans {n} jours", day=day, n=row.days_left) if row.days_left > 1 else day


def _searched(row: ContractRow) -> str:
    return plain(" ".join((row.number, row.offer_name, row.provider, row.site_name, label(row.kind).render(), label(row.status).render())))


def _tip(row: ContractRow) -> str:
    return f"{row.offer_name} · {label(row.kind).render()}"


def _status(row: ContractRow) -> Cell:
    if row.resignation is ResignationStatus.TO_SEND and row.status is not ContractStatus.ENDED:
        tip = tr("{status}\u202f; la lettre de résiliation est prête, son envoi n’est pas noté", status=label(row.status))
        return Cell(tr("Résiliation à envoyer"), "warning", FOLLOW_UP_ICONS[row.resignation], tip=tip)
    state, icon_name = STATUS_LOOKS[row.status]
    return Cell(label(row.status).render(), state, icon_name)


def _deadline(row: ContractRow, today: date) -> Cell | None:
    if row.trouble is not None:
        return Cell(tr("Illisible ici"), "warning", tip=row.trouble.render())
    if row.days_left is None:
        return None
    return Cell(deadline_text(today + timedelta(days=row.days_left), row.days_left), tip=spoken_deadline(row, today))


def _alert(row: ContractRow) -> Cell | None:
    if row.alert is None or row.days_left is None:
        return None
    state, icon_name = alert_look(row.alert)
    return Cell(alert_word(row.alert), state, icon_name, tip=tr("Échéance\u00a0: {left}", left=days_left_text(row.days_left)))


def _urgency(row: ContractRow) -> tuple[bool, int]:
    return row.days_left is None, row.days_left or 0


_KEYS: dict[str, Callable[[Any], Any]] = {
    "number": lambda row: plain(row.number),
    "offer": lambda row: plain(row.offer_name),
    "provider": lambda row: plain(row.provider),
    "status": lambda row: list(ContractStatus).index(row.status),
    "site": lambda row: plain(row.site_name),
    "quantity": lambda row: row.quantity or 0,
    "monthly": lambda row: row.monthly_excl_tax or 0,
    "deadline": _urgency,
    "alert": _urgency,
    "kind": lambda row: row.kind.value,
    "start": lambda row: row.start,
    "commitment_end": lambda row: row.commitment_end or date.min,
}
