"""What the kinds of records are called on screen."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.text import Text, msg

TYPES: Mapping[str, Text] = {
    "organisation": msg("Entreprise"),
    "site": msg("Site"),
    "person": msg("Collaborateur"),
    "contract": msg("Contrat"),
    "contract_line": msg("Ligne de contrat"),
    "equipment": msg("Matériel"),
    "assignment": msg("Affectation"),
    "resignation": msg("Résiliation"),
    "support_request": msg("Demande"),
    "request_message": msg("Message"),
    "intervention": msg("Intervention"),
    "rating": msg("Avis donné"),
    "technician_session": msg("Session technicien"),
    "claim": msg("Sinistre"),
    "document": msg("Document"),
    "backup_option": msg("Option de sauvegarde"),
    "backup_report": msg("Compte rendu de sauvegarde"),
    "published_offer": msg("Offre publiée"),
    "bridge_day": msg("Jour de fermeture"),
    "pc_facts": msg("Relevé du PC"),
}


def type_label(type_name: str) -> Text:
    """What a record type is called."""
    return TYPES.get(type_name) or msg("{name}", name=type_name)
