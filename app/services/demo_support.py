"""The demo's support requests of the last year, with their messages, interventions and ratings."""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Any
from uuid import UUID

from app.domain.records import EquipmentKind, HolidayZone, InterventionKind, RatingValue, RequestStatus, Urgency
from app.domain.support_clock import Spell, SupportClock
from app.domain.text import msg
from app.domain.told import told
from app.services.contract_reading import offer_of
from app.services.demo_machines import Identify, Row
from app.store.folding import request_words
from app.store.tables import Contract

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
_ANSWERS = {
    RequestStatus.WAITING_FOR_CUSTOMER: "Pouvez-vous nous envoyer une photo de l’écran quand cela se reproduit ?",
    RequestStatus.IN_PROGRESS: "Première piste vérifiée à distance, un collègue regarde le journal du poste.",
}
_TECHNICIANS = ("Nadège R.", "Thibault C.", "Yasmine K.")
_OPEN = (RequestStatus.NEW, RequestStatus.CALL_BACK_PLANNED, RequestStatus.IN_PROGRESS, RequestStatus.WAITING_FOR_CUSTOMER)
#: How long before support last closed the open requests came in, in minutes, and how urgent they are: in the order of `_OPEN`.
_CAME = (25, 80, 150, 215)
_PATIENCE = {Urgency.BLOCKED: 35, Urgency.DEGRADED: 80, Urgency.QUESTION: 150}
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class SupportSetting:
    """What the requests stand in.

    Attributes:
        now: when the demo is made; nothing happened later, except appointments.
        contract: the running support contract, with its number.
        machines: the machines that work, each with its site, by kind.
        sites: the two sites.
        people: the names of those who are still there, by site.
    """

    now: datetime
    contract: Contract
    machines: Mapping[EquipmentKind, Sequence[tuple[UUID, UUID | None]]]
    sites: tuple[UUID, UUID]
    people: Mapping[UUID, Sequence[tuple[str, str]]]


@dataclass
class SupportRows:
    """Rows of four tables, in the order of the requests."""

    requests: list[Row] = field(default_factory=list)
    messages: list[Row] = field(default_factory=list)
    interventions: list[Row] = field(default_factory=list)
    ratings: list[Row] = field(default_factory=list)

    def number(self, numbers: Sequence[str]) -> None:
        """Give the requests their numbers, and what the search reads."""
        for row, number in zip(self.requests, numbers, strict=True):
            row["number"] = number
            row["search"] = request_words(number, row["subject"], row["contact"])


class _Hours:
    """The year's openings of support, counted once: a hundred thousand requests ask for them."""

    def __init__(self, contract: Contract, now: datetime) -> None:
        support = offer_of(contract).support
        if support is None:
            raise ValueError("the demo's support contract has no hours")
        self.aim = support.first_response_minutes or 60
        clock = SupportClock(support, HolidayZone.MAINLAND)
        last = now + timedelta(days=20)
        self._spells: list[Spell] = list(takewhile(lambda spell: spell.start < last, clock.spells(now - timedelta(days=362))))
        self._starts = [spell.start for spell in self._spells]
        self.past = bisect_right(self._starts, now)

    def any_moment(self, chance: random.Random) -> datetime:
        """A moment of the past year while support was open."""
        spell = self._spells[chance.randrange(self.past - 1)]
        return spell.start + chance.randrange(spell.minutes - 5) * _MINUTE

    def before_close(self, minutes: int) -> datetime:
        """A moment so many minutes of opening time before support last closed."""
        left, place = minutes * _MINUTE, self.past - 1
        while left > self._spells[place].end - self._spells[place].start:
            left -= self._spells[place].end - self._spells[place].start
            place -= 1
        return self._spells[place].end - left

    def due(self, moment: datetime, minutes: int) -> datetime:
        """When so many minutes of opening time are used up."""
        left, place = minutes * _MINUTE, max(0, bisect_right(self._starts, moment) - 1)
        while True:
            spell = self._spells[place]
            room = spell.end - max(spell.start, moment)
            if room >= left and room > timedelta():
                return max(spell.start, moment) + left
            left -= max(room, timedelta())
            place += 1


def support_rows(count: int, chance: random.Random, setting: SupportSetting, identify: Identify) -> SupportRows:
    """`count` requests of the year before now, the last ones still open. Numbers are left to the caller."""
    maker = _Maker(chance, setting, identify)
    still_open = min(len(_OPEN), count // 5)
    for opened in sorted(maker.hours.any_moment(chance) for _ in range(count - still_open)):
        maker.one(RequestStatus.CLOSED, opened)
    for place in reversed(range(still_open)):
        maker.one(_OPEN[place], maker.hours.before_close(_CAME[place]))
    return maker.rows


class _Maker:
    """Makes requests one by one, oldest first."""

    def __init__(self, chance: random.Random, setting: SupportSetting, identify: Identify) -> None:
        self.rows = SupportRows()
        self.hours = _Hours(setting.contract, setting.now)
        self._chance = chance
        self._setting = setting
        self._identify = identify
        self._note = told(msg("Couvert par le contrat {number}", number=setting.contract.number))

    def one(self, status: RequestStatus, opened: datetime) -> None:
        """A request that came at `opened`, with what followed from it."""
        chance, setting, hours = self._chance, self._setting, self.hours
        kind, urgency, subject, description, report = chance.choice(_CASES)
        known = setting.machines.get(kind) or ()
        equipment_id, site_id = chance.choice(known) if known else (None, setting.sites[0])
        contact, phone = chance.choice(setting.people.get(site_id or setting.sites[0]) or (("", ""),))
        waited = chance.randrange(4, _PATIENCE[urgency])
        started = hours.due(opened, waited)
        ended = min(started + chance.randrange(8, 55) * _MINUTE, setting.now)
        closed, answered = status is RequestStatus.CLOSED, status in (*_ANSWERS, RequestStatus.CLOSED)
        request = {
            "id": self._identify(opened),
            "subject": subject,
            "description": description,
            "urgency": urgency,
            "channel": chance.choice(("app", "phone")),
            "status": status,
            "equipment_id": equipment_id,
            "contract_id": setting.contract.id,
            "site_id": site_id,
            "contact": contact,
            "phone": phone,
            "opened_at": opened,
            "due_at": hours.due(opened, hours.aim),
            "first_response_at": started if answered else None,
            "appointment_at": hours.due(setting.now, 90) if status is RequestStatus.CALL_BACK_PLANNED else None,
            "covered": True,
            "cover_note": self._note,
            "resolution": report if closed else "",
            "resolved_at": ended if closed else None,
            "closed_at": ended if closed else None,
            # Ratings that nobody gave in time are not asked for any more.
            "rating_offered_at": ended if closed else None,
            **_made(opened),
        }
        self.rows.requests.append(request)
        if answered:
            self._work(request, started, ended, waited, report if closed else _ANSWERS[status])

    def _work(self, request: Row, started: datetime, ended: datetime, waited: int, report: str) -> None:
        chance, closed = self._chance, request["closed_at"] is not None
        how = chance.choices((InterventionKind.REMOTE, InterventionKind.PHONE, InterventionKind.ON_SITE), (70, 24, 6))[0]
        technician, minutes = chance.choice(_TECHNICIANS), max(1, round((ended - started) / _MINUTE))
        work = {
            "id": self._identify(started),
            "request_id": request["id"],
            "technician": technician,
            "kind": how,
            "site_id": request["site_id"],
            "started_at": started,
            "ended_at": ended,
            "teamviewer_session": f"s-{chance.randrange(100, 999)}-{chance.randrange(100, 999)}" if how is InterventionKind.REMOTE else "",
            "report": report,
            "minutes": minutes,
            "covered_minutes": minutes,
            "waited_minutes": waited,
            **_made(started),
        }
        self.rows.interventions.append(work)
        if not closed:
            self._say(request, technician, report, ended)
        elif how is not InterventionKind.PHONE and chance.random() < 0.6:
            self._rate(request, work, ended)

    def _say(self, request: Row, author: str, body: str, moment: datetime) -> None:
        self.rows.messages.append(
            {
                "id": self._identify(moment),
                "request_id": request["id"],
                "author": author,
                "body": body,
                "sent_at": moment,
                **_made(moment),
            }
        )

    def _rate(self, request: Row, work: Row, ended: datetime) -> None:
        chance = self._chance
        value = chance.choices((RatingValue.GREAT, RatingValue.NEUTRAL, RatingValue.POOR), (90, 7, 3))[0]
        rated = min(ended + chance.randrange(5, 600) * _MINUTE, self._setting.now)
        self.rows.ratings.append(
            {
                "id": self._identify(rated),
                "request_id": request["id"],
                "intervention_id": work["id"],
                "value": value,
                "comment": chance.choice(_COMMENTS[value]),
                "origin": chance.choice(("app", "email")),
                "rated_at": rated,
                **_made(rated),
            }
        )


def _made(moment: datetime) -> dict[str, Any]:
    return {"created_at": moment, "updated_at": moment}
