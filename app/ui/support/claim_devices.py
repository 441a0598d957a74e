"""Lending a device for a claim, or putting another one in the machine's place: what is proposed, and what it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.domain.text import tr
from app.ui.screen import Route, ScreenContext
from app.ui.support.claim_dialogs import DeviceDialog

if TYPE_CHECKING:
    from app.domain.values.claims import ClaimDetail, ClaimDevice


def device_dialog(
    context: ScreenContext,
    parent: QWidget,
    claim: ClaimDetail,
    devices: Sequence[ClaimDevice],
    changed: Callable[[ClaimDetail], object],
    *,
    lending: bool,
) -> DeviceDialog:
    """The dialog that lends one of `devices` or replaces the machine by one, opened; `changed(claim)` once that is done."""
    claims, claim_id = context.services.claims, claim.row.id
    dialog = _lending(claim, devices, parent) if lending else _replacing(claim, devices, parent)

    def done(found: ClaimDetail) -> None:
        dialog.accept()
        changed(found)

    def run(operation: Callable[[], ClaimDetail]) -> None:
        context.tasks.run(operation, done, dialog.failed, dialog)

    def take(device: UUID) -> None:
        run(lambda: claims.lend(claim_id, device) if lending else claims.replace(claim_id, device))

    dialog.chosen.connect(take)
    dialog.delivered.connect(lambda new: run(lambda: claims.replace(claim_id, new)))
    dialog.add_asked.connect(lambda: context.navigate(Route("equipment", None, "add")))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _lending(claim: ClaimDetail, devices: Sequence[ClaimDevice], parent: QWidget) -> DeviceDialog:
    who = claim.person_name
    lead = tr("Il sera affecté à {name} jusqu’au retour du sien.", name=who) if who else tr("Il servira jusqu’au retour.")
    return DeviceDialog(tr("Prêter un appareil"), lead, tr("Prêter"), devices, parent)


def _replacing(claim: ClaimDetail, devices: Sequence[ClaimDevice], parent: QWidget) -> DeviceDialog:
    machine = claim.row.equipment_designation
    known = [each for each in (claim.loan, *devices) if each is not None and (claim.provider_replaces or not each.rented)]
    parts = [tr("Le nouvel appareil reprend la personne et le site. Le sinistre est alors clôturé.")]
    if claim.provider_replaces:
        parts.append(tr("Un appareil loué passe au contrat de l’ancien\u202f; un appareil acheté reste à vous."))
    else:
        parts.append(
            tr("Ce n’est pas couvert\u00a0: le prestataire ne remplace rien, un appareil acheté peut prendre sa place et reste à vous.")
        )
    new = machine if claim.provider_replaces else None
    return DeviceDialog(tr("Remplacer {name}", name=machine), " ".join(parts), tr("Remplacer"), known, parent, new)
