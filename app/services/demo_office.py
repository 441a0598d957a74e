"""The demo's office, its sites and its people: plainly invented, and right wherever a key is checked.

The SIREN is 123 456 782, the bank code 99999 and the telephone numbers those that ARCEP keeps for fiction; `.example` belongs to nobody.
"""

from __future__ import annotations

import random
from datetime import datetime
from typing import Any
from uuid import UUID

from app.domain.records import HolidayZone

OWNER = "Hélène Tissot"

ORGANISATION: dict[str, Any] = {
    "name": "Pressing des Tilleuls",
    "legal_form": "SARL",
    "siren": "123456782",
    "siret": "12345678200010",
    "vat_number": "FR11123456782",
    "address": "12 rue des Tilleuls",
    "postal_code": "74000",
    "city": "Annecy",
    "phone": "04 65 71 12 34",
    "email": "bonjour@pressing-tilleuls.example",
    "iban": "FR7699999007420123456789052",
    "bic": "PARCFRPPXXX",
    "headcount": 9,
    "micro_enterprise": False,
    "representative": "Hélène Tissot, gérante",
}

SITES: tuple[dict[str, Any], ...] = (
    {
        "name": "Annecy – Les Tilleuls",
        "address": "12 rue des Tilleuls",
        "postal_code": "74000",
        "city": "Annecy",
        "phone": "04 65 71 12 34",
        "holiday_zone": HolidayZone.MAINLAND,
    },
    {
        "name": "Strasbourg – Neudorf",
        "address": "4 place des Lavandières",
        "postal_code": "67100",
        "city": "Strasbourg",
        "phone": "03 53 01 45 67",
        "holiday_zone": HolidayZone.ALSACE_MOSELLE,
    },
)

#: Name, place among `SITES`, still there.
_TEAM = (
    (OWNER, 0, True),
    ("Karim Benali", 0, True),
    ("Émilie Favre", 0, True),
    ("Lucas Mermillod", 0, True),
    ("Aïcha Diallo", 0, True),
    ("Sophie Schœffer", 1, True),
    ("Mathieu Klein", 1, True),
    ("Inès Muller", 1, True),
    ("Jean-Noël Perrillat", 0, False),
)

_FIRST_NAMES = (
    "Adèle Agnès Amine Anaïs Antoine Aurélie Bastien Benoît Camille Cécile Chloé Clément Coralie David Élodie Élise Fanny Farid Florian Gaël"
    " Hugo Irène Jérôme Jeanne Joël Julie Laëtitia Léa Loïc Lola Manon Margaux Maxime Mélanie Nadia Nathan Noémie Olivier Pauline Pierre"
    " Quentin Raphaël Romane Sabrina Samuel Solène Théo Valérie Yanis Zoé"
).split()
_LAST_NAMES = (
    "Aubert Barbier Baud Berthod Blanc Bocquet Bouvard Carrier Chappuis Charvet Claudel Collomb Costa Delajoux Desbiolles Dumont Duret"
    " Ernst Fontaine Gaillard Garcia Gavard Girard Grosjean Haas Hofmann Jacquier Keller Lambert Lefèvre Lombard Marchal Martel Meyer"
    " Moënne-Loccoz Nguyen Pellet Perret Pichon Rey Rivoire Roussel Roux Schmitt Simon Tavernier Thomé Vidal Vuagnat Weber Zimmermann"
).split()


def people(count: int, chance: random.Random, sites: tuple[UUID, UUID], identify: Any, since: datetime) -> list[dict[str, Any]]:
    """`count` people as rows: the team of the office, then others with names drawn by `chance`."""
    found = [(name, place, active) for name, place, active in _TEAM[:count]]
    taken = {name for name, _, _ in found}
    while len(found) < count:
        name = f"{chance.choice(_FIRST_NAMES)} {chance.choice(_LAST_NAMES)}"
        while name in taken:
            name += f"-{chance.choice(_LAST_NAMES)}"
        taken.add(name)
        found.append((name, chance.randrange(2), True))
    return [
        {
            "id": identify(since),
            "name": name,
            "email": _address(name),
            "site_id": sites[place],
            "active": active,
            "created_at": since,
            "updated_at": since,
        }
        for name, place, active in found
    ]


def _address(name: str) -> str:
    from app.store.folding import fold

    return f"{fold(name).replace(' ', '.')}@pressing-tilleuls.example"
