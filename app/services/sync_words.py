"""What the synchronised records, their fields and their values are called on screen: for whoever has to choose between two values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from app.domain.cover import theft_label
from app.domain.cover import type_label as claim_label
from app.domain.formatting import PARIS
from app.domain.records import ClaimType, TheftCircumstances, label
from app.domain.synced import SYNCED
from app.domain.synced_type import SyncedField
from app.domain.text import Text, msg
from app.domain.told import retold
from app.services.equipment import EQUIPMENT_FIELDS
from app.services.office import ORGANISATION_FIELDS, PERSON_FIELDS, SITE_FIELDS
from app.services.support_requests import REQUEST_FIELDS

#: Names that mean the same in every record.
_SHARED: Mapping[str, Text] = {
    "number": msg("Numéro"),
    "name": msg("Nom"),
    "kind": msg("Type"),
    "type": msg("Type"),
    "status": msg("État"),
    "notes": msg("Notes"),
    "site_id": msg("Site"),
    "person_id": msg("Collaborateur"),
    "contract_id": msg("Contrat"),
    "equipment_id": msg("Matériel"),
    "request_id": msg("Demande"),
    "intervention_id": msg("Intervention"),
    "claim_id": msg("Sinistre"),
    "linked_contract_id": msg("Contrat lié"),
    "technician": msg("Technicien"),
    "licence": msg("N° de licence"),
    "started_at": msg("Début"),
    "ended_at": msg("Fin"),
    "finished_at": msg("Fin"),
    "start": msg("Début"),
    "end": msg("Fin"),
    "message": msg("Message"),
    "covered": msg("Couvert"),
    "cover_note": msg("Raison de la couverture"),
    "closed_at": msg("Clôture"),
    "provider_id": msg("Prestataire"),
    "label": msg("Nom"),
    "day": msg("Jour"),
}

_OWN: Mapping[str, Mapping[str, Text]] = {
    "contract": {
        "offer": msg("Offre"),
        "provider": msg("Prestataire"),
        "offer_copy": msg("Règles de l’offre à la signature"),
        "commitment_months": msg("Engagement (mois)"),
        "device_kind": msg("Type d’appareil"),
        "follows_fleet": msg("Suit le parc"),
        "signed_on": msg("Signé le"),
        "signed_place": msg("Signé à"),
        "ended_on": msg("Terminé le"),
    },
    "contract_line": {
        "position": msg("Position"),
        "item": msg("Article"),
        "quantity": msg("Quantité"),
        "unit_price": msg("Prix unitaire HT"),
    },
    "resignation": {
        "channel": msg("Envoi"),
        "reason": msg("Motif"),
        "recipient_address": msg("Adresse du destinataire"),
        "notice_received": msg("Préavis reçu le"),
        "effective_date": msg("Date d’effet"),
        "send_by": msg("À envoyer avant le"),
        "sent_on": msg("Envoyée le"),
        "received_on": msg("Reçue le"),
        "confirmed_on": msg("Confirmée le"),
        "tracking_number": msg("N° de suivi"),
    },
    "support_request": {
        "service": msg("Prestation"),
        "channel": msg("Canal"),
        "opened_at": msg("Ouverture"),
        "due_at": msg("Rappel dû"),
        "first_response_at": msg("Première réponse"),
        "appointment_at": msg("Rendez-vous le"),
        "appointment_minutes": msg("Durée du rendez-vous (minutes)"),
        "resolution": msg("Résolution"),
        "resolved_at": msg("Résolue le"),
        "rating_offered_at": msg("Avis demandé le"),
    },
    "request_message": {"author": msg("Auteur"), "body": msg("Texte"), "sent_at": msg("Envoyé le")},
    "intervention": {
        "teamviewer_session": msg("Session TeamViewer"),
        "report": msg("Compte rendu"),
        "minutes": msg("Durée (minutes)"),
        "covered_minutes": msg("Minutes couvertes"),
        "billable_minutes": msg("Minutes facturables"),
        "waited_minutes": msg("Attente (minutes)"),
    },
    "rating": {"value": msg("Avis donné"), "comment": msg("Commentaire"), "origin": msg("Origine"), "rated_at": msg("Donné le")},
    "technician_session": {"end_reason": msg("Motif de fin")},
    "claim": {
        "theft": msg("Circonstances du vol"),
        "happened_on": msg("Date du sinistre"),
        "place": msg("Lieu"),
        "circumstances": msg("Circonstances"),
        "declared_at": msg("Déclaration"),
        "call_due_at": msg("Appel dû"),
        "replacement_due_at": msg("Remplacement dû"),
        "called_at": msg("Appelé le"),
        "replaced_at": msg("Remplacé le"),
        "loan_equipment_id": msg("Appareil prêté"),
        "replacement_equipment_id": msg("Appareil de remplacement"),
        "outcome_note": msg("Issue"),
    },
    "document": {
        "title": msg("Titre"),
        "file_name": msg("Fichier"),
        "media_type": msg("Format"),
        "sha256": msg("Empreinte"),
        "size": msg("Taille (octets)"),
    },
    "backup_option": {"subscribed": msg("Option souscrite"), "since": msg("Depuis le")},
    "backup_report": {
        "operation": msg("Opération"),
        "result": msg("Résultat"),
        "problem": msg("Problème"),
        "snapshot": msg("Sauvegarde"),
        "files": msg("Fichiers"),
        "processed_bytes": msg("Lu (octets)"),
        "added_bytes": msg("Ajouté (octets)"),
        "duration_seconds": msg("Durée (secondes)"),
    },
    "published_offer": {"offer": msg("Offre"), "version": msg("Version"), "toml": msg("Texte de l’offre")},
    "pc_facts": {"read_at": msg("Relevé le"), "facts": msg("Configuration")},
}


@cache
def _labels(type_name: str) -> Mapping[str, Text]:
    sheets = {
        "organisation": ORGANISATION_FIELDS,
        "site": SITE_FIELDS,
        "person": PERSON_FIELDS,
        "equipment": EQUIPMENT_FIELDS,
        "support_request": REQUEST_FIELDS,
    }.get(type_name, {})
    return {**_SHARED, **_OWN.get(type_name, {}), **{name: spec.label for name, spec in sheets.items()}}


def field_label(type_name: str, name: str) -> Text:
    """What a field is called on the record's sheet; for one that only newer programs know, its technical name."""
    return _labels(type_name).get(name) or msg("{name}", name=name)


def from_wire(field: SyncedField, value: Any) -> Any:
    """A travelling value as the models have it."""
    if value is None:
        return None
    if field.kind == "choice" and field.choices is not None:
        return field.choices(value)
    readers: dict[str, Any] = {"reference": UUID, "amount": Decimal, "day": date.fromisoformat, "moment": datetime.fromisoformat}
    return readers[field.kind](value) if field.kind in readers else value


def shown(type_name: str, name: str, value: Any, named: Callable[[str, UUID], str]) -> Text:
    """A travelling value for people. `named(type, id)` gives what a record that is pointed to is called; empty where nobody knows."""
    field = SYNCED[type_name].fields.get(name)
    if value is None or value == "":
        return msg("(vide)")
    try:
        found = value if field is None else from_wire(field, value)
    except (TypeError, ValueError, ArithmeticError):  # a newer program's choice
        found, field = value, None
    if field is None:
        return msg("{value}", value=str(found))
    match field.kind:
        case "choice":
            return _choice(found)
        case "flag":
            return msg("Oui") if found else msg("Non")
        case "reference":
            return msg("{value}", value=named(field.refers, found) or str(found))
        case "moment":
            return msg("{value}", value=found.astimezone(PARIS))
        case "object":
            return msg("({n} éléments)", n=len(found))
        case _:
            return msg("{value}", value=retold(found) if isinstance(found, str) else found)


def _choice(value: Any) -> Text:
    if isinstance(value, ClaimType):
        return claim_label(value)
    return theft_label(value) if isinstance(value, TheftCircumstances) else label(value)
