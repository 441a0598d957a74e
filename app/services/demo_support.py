"""The demo's support requests of the last year, with their interventions and ratings."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from app.domain.formatting import PARIS
from app.domain.records import EquipmentKind, InterventionKind, RatingValue, RequestStatus, Urgency
from app.services.demo_machines import Identify, Row

_K, _U = EquipmentKind, Urgency
#: Kind of machine, urgency, subject, description, report of the technician.
_CASES = (
    (
        _K.PRINTER,
        _U.BLOCKED,
        "Plus aucun ticket ne sort",
        "L’imprimante clignote, les clients attendent.",
        "Pilote réinstallé, file vidée.",
    ),
    (
        _K.TILL,
        _U.BLOCKED,
        "La caisse ne démarre plus",
        "Écran noir depuis ce matin.",
        "Alimentation débranchée, redémarrage, contrôle du disque.",
    ),
    (_K.COMPUTER, _U.DEGRADED, "GestiClean lent à l’ouverture", "Deux minutes pour ouvrir le planning.", "Base compactée, index refaits."),
    (_K.COMPUTER, _U.QUESTION, "Modifier un tarif du catalogue", "Comment changer le prix du repassage ?", "Explication au téléphone."),
    (
        _K.CONVEYOR,
        _U.BLOCKED,
        "Convoyeur arrêté",
        "Le convoyeur ne répond plus au poste atelier.",
        "Service de liaison relancé, port série remis.",
    ),
    (_K.PRINTER, _U.DEGRADED, "Étiquettes textiles décalées", "Le code-barres sort à moitié.", "Format d’étiquette recalibré."),
    (_K.COMPUTER, _U.DEGRADED, "Écran de caisse en double", "L’affichage client montre le bureau.", "Affichage étendu rétabli."),
    (_K.TILL, _U.QUESTION, "Éditer la clôture du mois", "Où trouver le récapitulatif de TVA ?", "Menu montré à distance, fiche envoyée."),
    (_K.NETWORK, _U.BLOCKED, "Plus d’internet au comptoir", "La carte bancaire ne passe plus.", "Box redémarrée, secours 4G vérifié."),
    (_K.COMPUTER, _U.QUESTION, "Nouvel utilisateur", "Créer un accès pour une saisonnière.", "Compte créé, droits comptoir."),
    (
        _K.COMPUTER,
        _U.DEGRADED,
        "Sauvegarde en retard",
        "Message d’alerte depuis deux jours.",
        "Place libérée, sauvegarde relancée avec succès.",
    ),
    (
        _K.CONVEYOR,
        _U.DEGRADED,
        "Positions mal lues",
        "Deux pièces introuvables au convoyeur.",
        "Lecteur nettoyé, inventaire des positions refait.",
    ),
    (_K.TILL, _U.DEGRADED, "Douchette capricieuse", "Il faut scanner trois fois.", "Configuration de la douchette rechargée."),
    (
        _K.COMPUTER,
        _U.BLOCKED,
        "Mot de passe Windows oublié",
        "Personne ne peut ouvrir le poste.",
        "Mot de passe réinitialisé avec la gérante.",
    ),
)
_COMMENTS = {
    RatingValue.GREAT: ("Très réactif, merci !", "Réglé en dix minutes.", "Clair et patient.", "", "", "", "Parfait, comme toujours."),
    RatingValue.NEUTRAL: ("Un peu d’attente avant le rappel.", "", "Il a fallu rappeler deux fois."),
    RatingValue.POOR: ("Le problème est revenu le lendemain.", "Trop long."),
}
_TECHNICIANS = ("Nadège R.", "Thibault C.", "Yasmine K.")
_OPENING = (time(9), time(14))
_OPEN = (RequestStatus.NEW, RequestStatus.CALL_BACK_PLANNED, RequestStatus.IN_PROGRESS, RequestStatus.WAITING_FOR_CUSTOMER)


@dataclass
class SupportRows:
    """Rows of three tables, in the order of the requests."""

    requests: list[Row] = field(default_factory=list)
    interventions: list[Row] = field(default_factory=list)
    ratings: list[Row] = field(default_factory=list)


def support_rows(
    count: int,
    chance: random.Random,
    now: datetime,
    machines: Mapping[EquipmentKind, Sequence[UUID]],
    contract_id: UUID,
    identify: Identify,
) -> SupportRows:
    """`count` requests of the year before `now`, the latest ones still open. Numbers are left to the caller."""
    rows = SupportRows()
    still_open = min(4, count // 5)
    moments = sorted(_working_moment(now, chance) for _ in range(count))
    for place, opened in enumerate(moments):
        waiting = place - (count - still_open)
        status = _OPEN[still_open - 1 - waiting] if waiting >= 0 else RequestStatus.CLOSED
        _one(rows, status, opened, chance, now, machines, contract_id, identify)
    return rows


def _one(
    rows: SupportRows,
    status: RequestStatus,
    opened: datetime,
    chance: random.Random,
    now: datetime,
    machines: Mapping[EquipmentKind, Sequence[UUID]],
    contract_id: UUID,
    identify: Identify,
) -> None:
    kind, urgency, subject, description, report = chance.choice(_CASES)
    known = machines.get(kind) or ()
    started = opened + timedelta(minutes=chance.randrange(6, {"blocked": 35, "degraded": 80}.get(urgency.value, 150)))
    minutes = chance.randrange(8, 55)
    ended = min(started + timedelta(minutes=minutes), now)
    request_id = identify(opened)
    closed = status is RequestStatus.CLOSED
    rows.requests.append(
        {
            "id": request_id,
            "subject": subject,
            "description": description,
            "urgency": urgency,
            "channel": chance.choice(("app", "phone")),
            "status": status,
            "equipment_id": chance.choice(known) if known else None,
            "contract_id": contract_id,
            "opened_at": opened,
            "closed_at": ended if closed else None,
            **_made(opened),
        }
    )
    if not closed and status is not RequestStatus.WAITING_FOR_CUSTOMER:
        return
    how = chance.choices((InterventionKind.REMOTE, InterventionKind.PHONE, InterventionKind.ON_SITE), (70, 24, 6))[0]
    rows.interventions.append(
        {
            "id": identify(started),
            "request_id": request_id,
            "technician": chance.choice(_TECHNICIANS),
            "kind": how,
            "started_at": min(started, now),
            "ended_at": ended,
            "report": report,
            "minutes": minutes,
            **_made(started),
        }
    )
    if closed and how is not InterventionKind.PHONE and chance.random() < 0.6:
        rows.ratings.append(_rating(request_id, ended, chance, now, identify))


def _rating(request_id: UUID, ended: datetime, chance: random.Random, now: datetime, identify: Identify) -> Row:
    value = chance.choices((RatingValue.GREAT, RatingValue.NEUTRAL, RatingValue.POOR), (90, 7, 3))[0]
    rated = min(ended + timedelta(minutes=chance.randrange(5, 600)), now)
    return {
        "id": identify(rated),
        "request_id": request_id,
        "value": value,
        "comment": chance.choice(_COMMENTS[value]),
        "origin": chance.choice(("app", "email")),
        "rated_at": rated,
        **_made(rated),
    }


def _made(moment: datetime) -> dict[str, Any]:
    return {"created_at": moment, "updated_at": moment}


def _working_moment(now: datetime, chance: random.Random) -> datetime:
    """A moment of the year before `now` in the hours of support, on a day from Monday to Friday."""
    local = now.astimezone(PARIS)
    day: date = local.date() - timedelta(days=chance.randrange(1, 360))
    day -= timedelta(days=max(0, day.weekday() - 4))
    opening = datetime.combine(day, chance.choice(_OPENING), PARIS)
    return (opening + timedelta(minutes=chance.randrange(175))).astimezone(now.tzinfo)
