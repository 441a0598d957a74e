"""The columns of the equipment table. Each key is one of `EQUIPMENT_SORTS`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.domain import formatting
from app.domain.records import EquipmentKind, EquipmentStatus, label
from app.domain.text import msg
from app.ui.equipment.words import STATUS_LOOKS, warranty
from app.ui.icons import EQUIPMENT_ICONS
from app.ui.widgets import Cell, Column

if TYPE_CHECKING:
    from app.domain.values.equipment import EquipmentRow


def columns(today: Callable[[], date], language: str) -> list[Column[EquipmentRow]]:
    """All columns, the ones shown first at the left; the rest is a choice of the user."""
    return [
        Column("designation", msg("Désignation"), lambda r: r.designation, width=190, stretch=True, required=True),
        Column("kind", msg("Type"), lambda r: _kind(r.kind, language), width=152, spare=1),
        Column("status", msg("État"), lambda r: _status(r.status, language), width=118),
        Column("person", msg("Collaborateur"), lambda r: r.person_name, width=132, spare=2),
        Column("site", msg("Site"), lambda r: r.site_name, width=148, spare=4),
        Column("model", msg("Modèle"), lambda r: r.model, width=130, spare=6),
        Column("serial", msg("N° de série"), lambda r: r.serial, width=124, spare=5),
        Column("inventory_number", msg("N° d’inventaire"), lambda r: r.inventory_number, width=116, visible=False),
        Column("contract", msg("Contrat"), lambda r: r.contract_number, width=100, visible=False),
        Column(
            "warranty_end", msg("Fin de garantie"), lambda r: _warranty(r.warranty_end, today(), language), width=118, figures=True, spare=3
        ),
        Column("manufacturer", msg("Fabricant"), lambda r: r.manufacturer, visible=False),
        Column("ownership", msg("Propriété"), lambda r: r.ownership, width=90, visible=False),
        Column("condition", msg("Neuf ou reconditionné"), lambda r: r.condition, width=150, visible=False),
        Column("purchase_date", msg("Date d’achat"), lambda r: r.purchase_date, width=104, figures=True, visible=False),
        Column("updated_at", msg("Modifié le"), lambda r: r.updated_at, width=130, figures=True, visible=False),
    ]


def _kind(kind: EquipmentKind, language: str) -> Cell:
    return Cell(label(kind).render(language), icon=EQUIPMENT_ICONS[kind])


def _status(status: EquipmentStatus, language: str) -> Cell:
    state, icon = STATUS_LOOKS[status]
    return Cell(label(status).render(language), state=state, icon=icon)


def _warranty(end: date | None, today: date, language: str) -> Cell | None:
    stands = warranty(end, today)
    if end is None or stands is None:
        return None
    text, words = formatting.day(end, language), stands.text.render(language)
    if stands.state == "ok":
        return Cell(text, tip=words)
    return Cell(text, state=stands.state, icon=stands.icon, tip=words, muted=stands.state == "neutral")
