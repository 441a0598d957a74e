"""The words of the equipment screen: field titles, states with their colours and icons, the state of a warranty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.records import EquipmentStatus
from app.domain.text import Text, msg
from app.ui.theme import State

SOON_DAYS = 60
"""A warranty that ends within this many days is told in time to have something repaired."""

TITLES: dict[str, Text] = {
    "designation": msg("Désignation"),
    "kind": msg("Type"),
    "manufacturer": msg("Fabricant"),
    "model": msg("Modèle"),
    "serial": msg("N° de série"),
    "inventory_number": msg("N° d’inventaire"),
    "condition": msg("Neuf ou reconditionné"),
    "ownership": msg("Propriété"),
    "status": msg("État"),
    "site_id": msg("Site"),
    "contract_id": msg("Contrat"),
    "os_name": msg("Système"),
    "os_version": msg("Version du système"),
    "specs": msg("Configuration"),
    "teamviewer_id": msg("ID TeamViewer"),
    "licence_number": msg("N° de licence"),
    "purchase_date": msg("Date d’achat"),
    "purchase_price": msg("Prix d’achat"),
    "warranty_end": msg("Fin de garantie"),
    "notes": msg("Notes"),
}
"""The fields a user fills in, by technical name, in the order of the sheet."""

STATUS_LOOKS: dict[EquipmentStatus, tuple[State, str]] = {
    EquipmentStatus.IN_STOCK: ("neutral", "archive"),
    EquipmentStatus.IN_USE: ("ok", "circle-check"),
    EquipmentStatus.BROKEN_DOWN: ("danger", "octagon-alert"),
    EquipmentStatus.IN_REPAIR: ("warning", "wrench"),
    EquipmentStatus.ON_LOAN: ("info", "arrow-left-right"),
    EquipmentStatus.LOST_OR_STOLEN: ("danger", "circle-question-mark"),
    EquipmentStatus.RETURNED: ("neutral", "undo-2"),
    EquipmentStatus.RETIRED: ("neutral", "recycle"),
}
"""The state and the icon of each status; the word always stands beside them."""


@dataclass(frozen=True)
class Warranty:
    """How a warranty stands on a day: its state, its icon and the words for it."""

    state: State
    icon: str
    text: Text


def warranty(end: date | None, today: date) -> Warranty | None:
    """The state of a warranty whose last day is `end`; `None` where no end is known."""
    if end is None:
        return None
    left = (end - today).days
    if left < 0:
        return Warranty("neutral", "shield-off", msg("Garantie expirée"))
    if left == 0:
        return Warranty("warning", "shield-alert", msg("Garantie\u00a0: dernier jour"))
    if left <= SOON_DAYS:
        return Warranty("warning", "shield-alert", msg("Garantie\u00a0: fin dans {n} j", n=left))
    return Warranty("ok", "shield-check", msg("Sous garantie"))
