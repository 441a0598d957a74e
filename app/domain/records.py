"""The words of the field: kinds, states and their names on screen."""

from __future__ import annotations

from enum import StrEnum

from app.domain.text import Text, msg


class EquipmentKind(StrEnum):
    """What a piece of equipment is."""

    COMPUTER = "computer"
    SMARTPHONE = "smartphone"
    PRINTER = "printer"
    TILL = "till"
    CONVEYOR = "conveyor"
    RETURN_ARM = "return_arm"
    NETWORK = "network"
    OTHER = "other"


class EquipmentCondition(StrEnum):
    """New or refurbished: a property of each device, not of a contract."""

    NEW = "new"
    REFURBISHED = "refurbished"


class Ownership(StrEnum):
    """Whose the equipment is."""

    OWNED = "owned"
    RENTED = "rented"


class EquipmentStatus(StrEnum):
    """Where a piece of equipment stands in its life."""

    IN_STOCK = "in_stock"
    IN_USE = "in_use"
    BROKEN_DOWN = "broken_down"
    IN_REPAIR = "in_repair"
    ON_LOAN = "on_loan"
    LOST_OR_STOLEN = "lost_or_stolen"
    RETURNED = "returned"
    RETIRED = "retired"


class OfferKind(StrEnum):
    """The three kinds of offers the program knows how to price and end."""

    RENTAL = "rental"
    SOFTWARE_SUPPORT = "software_support"
    MANAGED_IT = "managed_it"


class Renewal(StrEnum):
    """What happens when the commitment is over."""

    TACIT = "tacit"
    OPEN_ENDED = "open_ended"
    NONE = "none"


class ContractStatus(StrEnum):
    """Where a contract stands."""

    DRAFT = "draft"
    SIGNED = "signed"
    ACTIVE = "active"
    RESIGNATION_SENT = "resignation_sent"
    ENDED = "ended"


class ResignationStatus(StrEnum):
    """Follow-up of a resignation letter."""

    TO_SEND = "to_send"
    SENT = "sent"
    RECEIVED = "received"
    CONFIRMED = "confirmed"


class Channel(StrEnum):
    """How a resignation letter travels."""

    POST = "post"
    EMAIL = "email"


class HolidayZone(StrEnum):
    """Which public holidays a site keeps."""

    MAINLAND = "mainland"
    ALSACE_MOSELLE = "alsace-moselle"
    GUADELOUPE = "guadeloupe"
    GUYANE = "guyane"
    MARTINIQUE = "martinique"
    MAYOTTE = "mayotte"
    LA_REUNION = "la-reunion"


class Urgency(StrEnum):
    """How badly somebody needs help; also the call-back order."""

    BLOCKED = "blocked"
    DEGRADED = "degraded"
    QUESTION = "question"


class RequestKind(StrEnum):
    """What a support request asks for."""

    HELP = "help"
    SERVICE = "service"
    QUOTE = "quote"


class RequestStatus(StrEnum):
    """Where a support request stands."""

    NEW = "new"
    CALL_BACK_PLANNED = "call_back_planned"
    IN_PROGRESS = "in_progress"
    WAITING_FOR_CUSTOMER = "waiting_for_customer"
    RESOLVED = "resolved"
    CLOSED = "closed"


class InterventionKind(StrEnum):
    """How a technician worked."""

    PHONE = "phone"
    REMOTE = "remote"
    ON_SITE = "on_site"


class RatingValue(StrEnum):
    """The three smileys."""

    GREAT = "great"
    NEUTRAL = "neutral"
    POOR = "poor"


class ClaimType(StrEnum):
    """What a claim is about."""

    BREAKDOWN = "breakdown"
    BREAKAGE = "breakage"
    OXIDATION = "oxidation"
    THEFT = "theft"
    LOSS = "loss"


class TheftCircumstances(StrEnum):
    """How a device was stolen. Burglary, pickpocketing and assault are named by the offer; the others are every other theft."""

    BURGLARY = "burglary"
    PICKPOCKETING = "pickpocketing"
    ASSAULT = "assault"
    UNLOCKED = "unlocked"
    UNATTENDED = "unattended"
    OTHER = "other"


class ClaimStatus(StrEnum):
    """Where a claim stands; the last four are its outcomes."""

    DECLARED = "declared"
    WAITING_FOR_DOCUMENTS = "waiting_for_documents"
    IN_HAND = "in_hand"
    REPAIRED = "repaired"
    REPLACED = "replaced"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class BackupOperation(StrEnum):
    """What a backup report speaks of."""

    BACKUP = "backup"
    CHECK = "check"
    RESTORE = "restore"


class BackupResult(StrEnum):
    """How a run ended."""

    SUCCESS = "success"
    FAILED = "failed"
    CANCELLED = "cancelled"


#: Requests that wait for somebody.
#: Requests that wait for a call.
UNANSWERED = (RequestStatus.NEW, RequestStatus.CALL_BACK_PLANNED)
OPEN_REQUESTS = (RequestStatus.NEW, RequestStatus.CALL_BACK_PLANNED, RequestStatus.IN_PROGRESS, RequestStatus.WAITING_FOR_CUSTOMER)

#: Claims that are not settled.
RUNNING_CLAIMS = (ClaimStatus.DECLARED, ClaimStatus.WAITING_FOR_DOCUMENTS, ClaimStatus.IN_HAND)

#: Contracts that bind the office.
RUNNING = (ContractStatus.SIGNED, ContractStatus.ACTIVE, ContractStatus.RESIGNATION_SENT)

CONTRACT_TRANSITIONS: dict[ContractStatus, frozenset[ContractStatus]] = {
    ContractStatus.DRAFT: frozenset({ContractStatus.SIGNED, ContractStatus.ACTIVE}),
    ContractStatus.SIGNED: frozenset({ContractStatus.ACTIVE, ContractStatus.RESIGNATION_SENT, ContractStatus.ENDED}),
    ContractStatus.ACTIVE: frozenset({ContractStatus.RESIGNATION_SENT, ContractStatus.ENDED}),
    ContractStatus.RESIGNATION_SENT: frozenset({ContractStatus.SIGNED, ContractStatus.ACTIVE, ContractStatus.ENDED}),
    # An end that followed from a resignation is taken back when its day turns out wrong.
    ContractStatus.ENDED: frozenset({ContractStatus.RESIGNATION_SENT}),
}

RESIGNATION_TRANSITIONS: dict[ResignationStatus, frozenset[ResignationStatus]] = {
    ResignationStatus.TO_SEND: frozenset({ResignationStatus.SENT}),
    ResignationStatus.SENT: frozenset({ResignationStatus.RECEIVED, ResignationStatus.CONFIRMED}),
    ResignationStatus.RECEIVED: frozenset({ResignationStatus.CONFIRMED}),
    ResignationStatus.CONFIRMED: frozenset(),
}

REQUEST_TRANSITIONS: dict[RequestStatus, frozenset[RequestStatus]] = {
    RequestStatus.NEW: frozenset(
        {RequestStatus.CALL_BACK_PLANNED, RequestStatus.IN_PROGRESS, RequestStatus.WAITING_FOR_CUSTOMER, RequestStatus.RESOLVED}
    ),
    RequestStatus.CALL_BACK_PLANNED: frozenset(
        {RequestStatus.NEW, RequestStatus.IN_PROGRESS, RequestStatus.WAITING_FOR_CUSTOMER, RequestStatus.RESOLVED}
    ),
    RequestStatus.IN_PROGRESS: frozenset({RequestStatus.CALL_BACK_PLANNED, RequestStatus.WAITING_FOR_CUSTOMER, RequestStatus.RESOLVED}),
    RequestStatus.WAITING_FOR_CUSTOMER: frozenset({RequestStatus.CALL_BACK_PLANNED, RequestStatus.IN_PROGRESS, RequestStatus.RESOLVED}),
    # What was resolved may turn out not to be; what was closed stays closed: a new request is made.
    RequestStatus.RESOLVED: frozenset({RequestStatus.IN_PROGRESS, RequestStatus.CLOSED}),
    RequestStatus.CLOSED: frozenset(),
}

CLAIM_TRANSITIONS: dict[ClaimStatus, frozenset[ClaimStatus]] = {
    ClaimStatus.DECLARED: frozenset(set(ClaimStatus) - {ClaimStatus.DECLARED}),
    ClaimStatus.WAITING_FOR_DOCUMENTS: frozenset(set(ClaimStatus) - {ClaimStatus.DECLARED, ClaimStatus.WAITING_FOR_DOCUMENTS}),
    ClaimStatus.IN_HAND: frozenset(set(ClaimStatus) - {ClaimStatus.DECLARED, ClaimStatus.IN_HAND}),
    ClaimStatus.REPAIRED: frozenset(),
    ClaimStatus.REPLACED: frozenset(),
    # The provider may think again once the missing paper is there.
    ClaimStatus.REFUSED: frozenset({ClaimStatus.IN_HAND}),
    ClaimStatus.WITHDRAWN: frozenset(),
}

_LABELS: tuple[tuple[StrEnum, Text], ...] = (
    (EquipmentKind.COMPUTER, msg("Ordinateur")),
    (EquipmentKind.SMARTPHONE, msg("Smartphone")),
    (EquipmentKind.PRINTER, msg("Imprimante")),
    (EquipmentKind.TILL, msg("Caisse")),
    (EquipmentKind.CONVEYOR, msg("Convoyeur")),
    (EquipmentKind.RETURN_ARM, msg("Bras de restitution")),
    (EquipmentKind.NETWORK, msg("Réseau")),
    (EquipmentKind.OTHER, msg("Autre")),
    (EquipmentCondition.NEW, msg("Neuf")),
    (EquipmentCondition.REFURBISHED, msg("Reconditionné")),
    (Ownership.OWNED, msg("Acheté")),
    (Ownership.RENTED, msg("Loué")),
    (EquipmentStatus.IN_STOCK, msg("En stock")),
    (EquipmentStatus.IN_USE, msg("En service")),
    (EquipmentStatus.BROKEN_DOWN, msg("En panne")),
    (EquipmentStatus.IN_REPAIR, msg("En réparation")),
    (EquipmentStatus.ON_LOAN, msg("En prêt")),
    (EquipmentStatus.LOST_OR_STOLEN, msg("Perdu ou volé")),
    (EquipmentStatus.RETURNED, msg("Rendu")),
    (EquipmentStatus.RETIRED, msg("Mis au rebut")),
    (OfferKind.RENTAL, msg("Location")),
    (OfferKind.SOFTWARE_SUPPORT, msg("Support logiciel")),
    (OfferKind.MANAGED_IT, msg("Infogérance")),
    (Renewal.TACIT, msg("Tacite reconduction")),
    (Renewal.OPEN_ENDED, msg("Durée indéterminée")),
    (Renewal.NONE, msg("Sans reconduction")),
    (ContractStatus.DRAFT, msg("Brouillon")),
    (ContractStatus.SIGNED, msg("Signé")),
    (ContractStatus.ACTIVE, msg("Actif")),
    (ContractStatus.RESIGNATION_SENT, msg("Résiliation envoyée")),
    (ContractStatus.ENDED, msg("Terminé")),
    (ResignationStatus.TO_SEND, msg("À envoyer")),
    (ResignationStatus.SENT, msg("Envoyée")),
    (ResignationStatus.RECEIVED, msg("Reçue")),
    (ResignationStatus.CONFIRMED, msg("Confirmée")),
    (Channel.POST, msg("Courrier")),
    (Channel.EMAIL, msg("E-mail")),
    (HolidayZone.MAINLAND, msg("Métropole")),
    (HolidayZone.ALSACE_MOSELLE, msg("Alsace-Moselle")),
    (HolidayZone.GUADELOUPE, msg("Guadeloupe")),
    (HolidayZone.GUYANE, msg("Guyane")),
    (HolidayZone.MARTINIQUE, msg("Martinique")),
    (HolidayZone.MAYOTTE, msg("Mayotte")),
    (HolidayZone.LA_REUNION, msg("La Réunion")),
    (Urgency.BLOCKED, msg("Bloqué")),
    (Urgency.DEGRADED, msg("Marche mal")),
    (Urgency.QUESTION, msg("Question")),
    (RequestKind.HELP, msg("Aide")),
    (RequestKind.SERVICE, msg("Prestation")),
    (RequestKind.QUOTE, msg("Demande de devis")),
    (ClaimStatus.DECLARED, msg("Déclaré")),
    (ClaimStatus.WAITING_FOR_DOCUMENTS, msg("Pièces attendues")),
    (ClaimStatus.IN_HAND, msg("Pris en charge")),
    (ClaimStatus.REPAIRED, msg("Réparé et rendu")),
    (ClaimStatus.REPLACED, msg("Remplacé")),
    (ClaimStatus.REFUSED, msg("Refusé")),
    (ClaimStatus.WITHDRAWN, msg("Retiré")),
    (BackupOperation.BACKUP, msg("Sauvegarde")),
    (BackupOperation.CHECK, msg("Vérification")),
    (BackupOperation.RESTORE, msg("Restauration")),
    (BackupResult.SUCCESS, msg("Réussie")),
    (BackupResult.FAILED, msg("Échouée")),
    (BackupResult.CANCELLED, msg("Arrêtée")),
    (RequestStatus.NEW, msg("Nouvelle")),
    (RequestStatus.CALL_BACK_PLANNED, msg("Rappel prévu")),
    (RequestStatus.IN_PROGRESS, msg("En cours")),
    (RequestStatus.WAITING_FOR_CUSTOMER, msg("En attente du client")),
    (RequestStatus.RESOLVED, msg("Résolue")),
    (RequestStatus.CLOSED, msg("Clôturée")),
    (InterventionKind.PHONE, msg("Téléphone")),
    (InterventionKind.REMOTE, msg("À distance")),
    (InterventionKind.ON_SITE, msg("Sur place")),
    (RatingValue.GREAT, msg("Très bien")),
    (RatingValue.NEUTRAL, msg("Moyen")),
    (RatingValue.POOR, msg("Mauvais")),
)
# Two enums may share a text, and a `StrEnum` equals its text: the class belongs to the key.
_BY_VALUE = {(type(value), value.value): text for value, text in _LABELS}


def label(value: StrEnum) -> Text:
    """The name of `value` on screen."""
    return _BY_VALUE[type(value), value.value]
