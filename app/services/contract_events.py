"""What happened to a contract, read from its audit entries and those of its lines and resignations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.formatting import PARIS
from app.domain.offer_text import listed
from app.domain.records import ContractStatus, ResignationStatus, label
from app.domain.text import Text, msg
from app.domain.values.contracts import ContractEvent
from app.services.contract_reading import offer_from_copy
from app.store import contract_queries, journal_queries
from app.store.tables import AuditEntry
from app.store.unit_of_work import Session


def events(session: Session, contract_id: UUID) -> tuple[ContractEvent, ...]:
    """The contract's history in words, newest first."""
    found = []
    for entry in journal_queries.entries(session, contract_queries.parts(session, contract_id)):
        day = entry.at.astimezone(PARIS).date()
        found += [ContractEvent(day, text, entry.actor) for text in _texts(entry)]
    return tuple(found)


def _texts(entry: AuditEntry) -> Iterator[Text]:
    changes: dict[str, list[Any]] = entry.changes
    if entry.type == "contract":
        if entry.action == "created":
            yield msg("Contrat enregistré\u00a0: {status}", status=label(ContractStatus(changes["status"][1])))
        elif "status" in changes:
            yield msg("État\u00a0: {status}", status=label(ContractStatus(changes["status"][1])))
        if entry.action == "changed" and "offer_copy" in changes:
            yield from _services(*changes["offer_copy"])
    elif entry.type == "contract_line" and entry.action == "changed" and "quantity" in changes:
        old, new = changes["quantity"]
        yield msg("Quantité\u00a0: {old} → {new}", old=old, new=new)
    elif entry.type == "resignation":
        if entry.action == "created":
            day = date.fromisoformat(changes["effective_date"][1])
            yield msg("Lettre de résiliation préparée, fin du contrat le {day}", day=day)
        elif "status" in changes:
            yield msg("Résiliation\u00a0: {status}", status=label(ResignationStatus(changes["status"][1])))
        elif entry.action == "deleted":
            yield msg("Résiliation abandonnée")


def _services(old: dict[str, Any], new: dict[str, Any]) -> Iterator[Text]:
    """Which managed services the quote names, when that was written down."""
    before, after = (offer.managed if (offer := offer_from_copy(kept)) else None for kept in (old, new))
    named = after.services_due if after else None
    if after is None or named is None or named == (before.services_due if before else None):
        return
    labels = [each.label.text for each in after.services if each.id in named]
    yield msg("Prestations au devis\u00a0: {services}", services=listed(*labels) if labels else msg("aucune prestation"))
