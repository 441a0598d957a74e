"""The demo's machines: forty of a believable dry cleaner, then as many more as are asked for."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from itertools import accumulate
from typing import Any
from uuid import UUID

from app.domain.calendars import add_months
from app.domain.records import EquipmentCondition, EquipmentKind, EquipmentStatus, Ownership
from app.services.equipment_index import derived_columns

Row = dict[str, Any]
Identify = Callable[[datetime], UUID]

_WINDOWS_11 = ("Windows 11 Professionnel", "10.0.26100")
_WINDOWS_10 = ("Windows 10 Professionnel", "10.0.19045")
_WINDOWS_7 = ("Windows 7 Professionnel", "6.1.7601")
_ANDROID = ("Android", "14")
_MACOS = ("macOS", "15.5")
_UBUNTU = ("Ubuntu", "24.04")
_NO_SYSTEM = ("", "")


# A draw serves every kind of place in a serial number: a digit, a letter, either. Letters that look like digits are left out.
_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
_DRAWN = tuple((digit, letter, (digit + letter)[odd]) for odd in (0, 1) for digit in string.digits for letter in _LETTERS)
_PLACES = {"#": 0, "@": 1, "*": 2}


@dataclass(frozen=True)
class Product:
    """A make and model. `serial`: `#` is a digit, `@` a letter, `*` either. `price` in whole euros; `warranty` in months."""

    kind: EquipmentKind
    manufacturer: str
    model: str
    serial: str
    system: tuple[str, str] = _NO_SYSTEM
    specs: str = ""
    price: tuple[int, int] = (0, 0)
    warranty: int = 24
    refurbished: bool = False


_COUNTER_PC = Product(
    EquipmentKind.COMPUTER, "HP", "Pro Mini 400 G9", "8CC####@@*", _WINDOWS_11, "Intel Core i5-13500T, 16 Go, SSD 512 Go", (649, 799), 36
)
_OLD_PC = Product(
    EquipmentKind.COMPUTER, "Dell", "OptiPlex 3080 Micro", "@*@#**#", _WINDOWS_10, "Intel Core i5-10500T, 8 Go, SSD 256 Go", (560, 690), 36
)
_RETIRED_PC = Product(
    EquipmentKind.COMPUTER, "Lenovo", "ThinkCentre M73", "PC0*@*#@", _WINDOWS_7, "Intel Core i3-4130, 4 Go, disque 500 Go", (410, 480), 36
)
_LAPTOP = Product(
    EquipmentKind.COMPUTER,
    "Lenovo",
    "ThinkPad L14 Gen 4",
    "PF-#@*@**#",
    _WINDOWS_11,
    "AMD Ryzen 5 7530U, 16 Go, SSD 512 Go",
    (790, 990),
    36,
)
_RENTED_LAPTOP = Product(
    EquipmentKind.COMPUTER, "why!", "NV41", "NV41-####-##", _UBUNTU, "Intel Core i5-1240P, 16 Go, SSD 500 Go", refurbished=True
)
_RENTED_MINI = Product(
    EquipmentKind.COMPUTER, "Lenovo", "ThinkCentre M75q Gen 2", "MJ0*@*#@", _WINDOWS_11, "AMD Ryzen 5 Pro 5650GE, 16 Go, SSD 256 Go"
)
_MAC = Product(EquipmentKind.COMPUTER, "Apple", "MacBook Air 13 M3", "@*@@#**@#@", _MACOS, "Apple M3, 16 Go, SSD 512 Go", (1199, 1399), 12)
_TILL = Product(
    EquipmentKind.TILL, "Aures", "Yuno II", "YN2-#######", _WINDOWS_10, "Écran tactile 15 pouces, 8 Go, SSD 128 Go", (1190, 1450)
)
_OLD_TILL = Product(EquipmentKind.TILL, "Oxhoo", "Tango J1900", "TG#####@", _WINDOWS_7, "Écran tactile 15 pouces, 4 Go", (890, 990))
_TICKET = Product(EquipmentKind.PRINTER, "Epson", "TM-T88VII", "X@@*######", price=(289, 349))
_TAG = Product(
    EquipmentKind.PRINTER, "Star Micronics", "SP742", "2#########", price=(269, 319), specs="Étiquettes textiles, ruban thermorésistant"
)
_LASER = Product(EquipmentKind.PRINTER, "Brother", "HL-L2375DW", "E78###@#@######", price=(159, 199), warranty=36)
_LABEL = Product(EquipmentKind.PRINTER, "Zebra", "ZD421", "D#@########", price=(379, 449))
_CONVEYOR = Product(
    EquipmentKind.CONVEYOR,
    "Metalprogetti",
    "Convoyeur 450 positions",
    "MP-####-##",
    specs="Lecture par puce, 450 positions",
    price=(18500, 23900),
)
_ARM = Product(
    EquipmentKind.RETURN_ARM,
    "Metalprogetti",
    "Bras de restitution 24 h/24",
    "MPB-####",
    specs="Guichet extérieur, 12 casiers",
    price=(11200, 13900),
)
_FAIRPHONE = Product(EquipmentKind.SMARTPHONE, "Fairphone", "Fairphone 5", "FP5##@@####", _ANDROID, "256 Go", (549, 699), 60)
_GALAXY = Product(EquipmentKind.SMARTPHONE, "Samsung", "Galaxy A54", "R5C@#######", _ANDROID, "128 Go", (299, 389), refurbished=True)
_ROUTER = Product(EquipmentKind.NETWORK, "Ubiquiti", "UniFi Express", "F4E2********", price=(129, 159))
_SWITCH = Product(EquipmentKind.NETWORK, "TP-Link", "TL-SG108PE", "22#########", price=(69, 95), warranty=60)
_ACCESS_POINT = Product(EquipmentKind.NETWORK, "Ubiquiti", "U6 Lite", "D021********", price=(99, 119))
_RELAY = Product(EquipmentKind.NETWORK, "Teltonika", "RUT241", "11#######", specs="Secours 4G de la caisse", price=(149, 179))
_INVERTER = Product(EquipmentKind.OTHER, "Eaton", "Ellipse PRO 850", "GJ##@#####", price=(189, 229))
_SCANNER = Product(EquipmentKind.OTHER, "Honeywell", "Voyager 1470g", "@##########", price=(149, 189), warranty=60)


@dataclass(frozen=True)
class Blueprint:
    """A machine of the demo: what it is called, where it stands (place among the sites), and how it is doing.

    `rented` computers belong to one rental, `leased` telephones to another, whose offer speaks of claims.
    """

    designation: str
    product: Product
    place: int = 0
    personal: bool = False
    rented: bool = False
    leased: bool = False
    licence: bool = False
    status: EquipmentStatus = EquipmentStatus.IN_USE
    notes: str = ""


_S = EquipmentStatus
#: The telephone of which a claim runs.
STOLEN_OR_BROKEN = "Téléphone livraisons"
OFFICE = (
    Blueprint("Poste comptoir Annecy", _COUNTER_PC, licence=True),
    Blueprint("Caisse comptoir Annecy", _TILL),
    Blueprint("Imprimante tickets Annecy", _TICKET),
    Blueprint("Convoyeur atelier Annecy", _CONVEYOR, notes="Relié à GestiClean par le poste atelier."),
    Blueprint("Poste atelier Annecy", _OLD_PC, licence=True),
    Blueprint("Portable gérance", _RENTED_LAPTOP, personal=True, rented=True),
    Blueprint("Poste comptoir Strasbourg", _RENTED_MINI, 1, rented=True, licence=True),
    Blueprint("Caisse comptoir Strasbourg", _TILL, 1),
    Blueprint("Imprimante tickets Strasbourg", _TICKET, 1),
    Blueprint("Box internet Annecy", _ROUTER),
    Blueprint("Téléphone gérance", _FAIRPHONE, personal=True, leased=True),
    Blueprint("Imprimante étiquettes textiles Annecy", _TAG, status=_S.BROKEN_DOWN, notes="Ruban qui se déchire, tête à remplacer."),
    Blueprint("Bras de restitution", _ARM),
    Blueprint("Poste bureau Strasbourg", _RENTED_MINI, 1, rented=True),
    Blueprint("Portable Strasbourg", _RENTED_LAPTOP, 1, personal=True, rented=True),
    Blueprint("Portable livraisons", _RENTED_LAPTOP, personal=True, rented=True),
    Blueprint("Poste détachage Strasbourg", _RENTED_MINI, 1, rented=True),
    Blueprint("Imprimante laser bureau", _LASER),
    Blueprint("Imprimante laser Strasbourg", _LASER, 1),
    Blueprint("Commutateur atelier", _SWITCH),
    Blueprint("Borne Wi-Fi atelier", _ACCESS_POINT),
    Blueprint("Box internet Strasbourg", _ROUTER, 1),
    Blueprint("Secours 4G caisse", _RELAY, status=_S.IN_STOCK),
    Blueprint(STOLEN_OR_BROKEN, _GALAXY, personal=True, leased=True),
    Blueprint("Téléphone Strasbourg", _GALAXY, 1, personal=True, leased=True),
    Blueprint("Portable comptabilité", _LAPTOP, personal=True),
    Blueprint("Portable communication", _MAC, personal=True),
    Blueprint("Convoyeur Strasbourg", _CONVEYOR, 1),
    Blueprint("Imprimante étiquettes textiles Strasbourg", _TAG, 1),
    Blueprint("Imprimante étiquettes prix", _LABEL),
    Blueprint("Caisse de secours", _OLD_TILL, status=_S.IN_STOCK, notes="Sous Windows 7 : sans sauvegarde automatique."),
    Blueprint("Caisse retrait drive", _TILL),
    Blueprint("Onduleur comptoir Annecy", _INVERTER),
    Blueprint("Douchette comptoir Annecy", _SCANNER),
    Blueprint("Imprimante tickets drive", _TICKET, status=_S.IN_REPAIR),
    Blueprint("Portable de prêt", _LAPTOP, status=_S.ON_LOAN, personal=True),
    Blueprint("Poste repassage", _OLD_PC, status=_S.IN_STOCK),
    Blueprint("Téléphone atelier", _GALAXY, status=_S.LOST_OR_STOLEN, notes="Perdu en tournée, ligne suspendue."),
    Blueprint("Ancien poste comptoir", _RETIRED_PC, status=_S.RETIRED),
    Blueprint("Poste formation", _OLD_PC),
)
#: Computers of `OFFICE` that are rented: the quantity of the rental contract.
RENTED_COMPUTERS = sum(1 for blueprint in OFFICE if blueprint.rented)
LEASED_PHONES = sum(1 for blueprint in OFFICE if blueprint.leased)

#: Beyond the office: name, product, how often, whether somebody has it.
_MORE: tuple[tuple[str, Product, int, bool], ...] = (
    ("Poste comptoir", _COUNTER_PC, 14, False),
    ("Poste bureau", _OLD_PC, 10, True),
    ("Portable", _LAPTOP, 16, True),
    ("Portable direction", _MAC, 2, True),
    ("Caisse", _TILL, 12, False),
    ("Imprimante tickets", _TICKET, 12, False),
    ("Imprimante étiquettes textiles", _TAG, 7, False),
    ("Imprimante laser", _LASER, 5, False),
    ("Téléphone", _GALAXY, 8, True),
    ("Téléphone", _FAIRPHONE, 4, True),
    ("Borne Wi-Fi", _ACCESS_POINT, 3, False),
    ("Commutateur", _SWITCH, 3, False),
    ("Douchette", _SCANNER, 3, False),
    ("Convoyeur", _CONVEYOR, 1, False),
)
_MORE_WEIGHTS = tuple(accumulate(weight for _, _, weight, _ in _MORE))
_STATUSES = (_S.IN_USE, _S.IN_STOCK, _S.BROKEN_DOWN, _S.IN_REPAIR, _S.ON_LOAN, _S.RETIRED, _S.LOST_OR_STOLEN, _S.RETURNED)
_STATUS_WEIGHTS = tuple(accumulate((80, 9, 2, 2, 1, 4, 1, 1)))
_GONE = frozenset({_S.RETIRED, _S.LOST_OR_STOLEN, _S.RETURNED, _S.IN_STOCK, _S.IN_REPAIR})


@dataclass(frozen=True)
class Setting:
    """What the machines stand in: the day, the sites and people by site, and the contracts that hold them."""

    today: date
    sites: tuple[UUID, UUID]
    site_names: tuple[str, str]
    people: tuple[Sequence[Row], Sequence[Row]]
    rental_id: UUID
    rental_number: str
    rental_start: date
    lease_id: UUID
    lease_number: str
    lease_start: date
    support_id: UUID
    support_number: str


@dataclass(frozen=True)
class Machine:
    """A row of `equipment` with the rows of its assignments, oldest first."""

    row: Row
    assignments: tuple[Row, ...]


def machines(count: int, chance: random.Random, setting: Setting, identify: Identify) -> Iterator[Machine]:
    """`count` machines, the same ones for the same seed and day."""
    for number in range(count):
        blueprint = OFFICE[number] if number < len(OFFICE) else _another(number, chance)
        yield _machine(number, blueprint, chance, setting, identify)


def _another(number: int, chance: random.Random) -> Blueprint:
    name, product, _, personal = chance.choices(_MORE, cum_weights=_MORE_WEIGHTS)[0]
    status = chance.choices(_STATUSES, cum_weights=_STATUS_WEIGHTS)[0]
    return Blueprint(f"{name} {number + 1}", product, chance.randrange(2), personal, status=status)


def _machine(number: int, blueprint: Blueprint, chance: random.Random, setting: Setting, identify: Identify) -> Machine:
    product, place = blueprint.product, blueprint.place
    oldest, newest = (2600, 1900) if blueprint.status is _S.RETIRED else (1900, 40)
    bought = setting.rental_start if blueprint.rented else setting.today - timedelta(days=chance.randrange(newest, oldest))
    moment = datetime.combine(bought, time(8, 30), UTC) + timedelta(seconds=chance.randrange(25_000))
    row: Row = {
        "id": identify(moment),
        "designation": blueprint.designation,
        "kind": product.kind,
        "manufacturer": product.manufacturer,
        "model": product.model,
        "serial": _serial(product.serial, chance),
        "inventory_number": f"PDT-{number + 1:04d}",
        "condition": EquipmentCondition.REFURBISHED if product.refurbished else EquipmentCondition.NEW,
        "ownership": Ownership.RENTED if blueprint.rented else Ownership.OWNED,
        "status": blueprint.status,
        "site_id": setting.sites[place],
        "contract_id": _contract(blueprint, setting),
        "os_name": product.system[0],
        "os_version": product.system[1],
        "specs": product.specs,
        "teamviewer_id": _teamviewer(product, chance),
        "licence_number": f"GC-{bought.year}-{chance.randrange(100, 9999):05d}" if blueprint.licence else "",
        "purchase_date": None if blueprint.rented else bought,
        "purchase_price": None if blueprint.rented else Decimal(chance.randrange(*product.price)) - Decimal("0.10"),
        "warranty_end": None if blueprint.rented else add_months(bought, product.warranty),
        "notes": blueprint.notes,
        "person_id": None,
        "created_at": moment,
        "updated_at": moment,
    }
    assignments, holder = _holders(row, blueprint, bought, chance, setting, identify)
    if blueprint.leased:
        assignments = _lease(row, assignments, setting)
    numbers = {
        setting.rental_id: setting.rental_number,
        setting.lease_id: setting.lease_number,
        setting.support_id: setting.support_number,
    }
    number_of_contract = numbers.get(row["contract_id"], "")
    row |= derived_columns(row, holder["name"] if holder else "", setting.site_names[place], number_of_contract)
    return Machine(row, assignments)


def _lease(row: Row, assignments: tuple[Row, ...], setting: Setting) -> tuple[Row, ...]:
    """Make a machine one of the leased ones, which came with their contract: nothing of it is older. Draws nothing from chance."""
    came = datetime.combine(setting.lease_start, time(9), UTC)
    bought = {"purchase_date": None, "purchase_price": None, "warranty_end": None}
    row |= bought | {"ownership": Ownership.RENTED, "contract_id": setting.lease_id, "created_at": came, "updated_at": came}
    kept = assignments[-1:]
    for each in kept:
        each |= {"start": setting.lease_start, "created_at": came, "updated_at": came}
    return kept


def _contract(blueprint: Blueprint, setting: Setting) -> UUID | None:
    if blueprint.rented:
        return setting.rental_id
    return setting.support_id if blueprint.licence else None


def _holders(
    row: Row, blueprint: Blueprint, bought: date, chance: random.Random, setting: Setting, identify: Identify
) -> tuple[tuple[Row, ...], Row | None]:
    """Who had the machine and who has it, for one that belongs to somebody; sets the machine's present holder."""
    team = setting.people[blueprint.place]
    if not blueprint.personal or not team:
        return (), None
    first, second = chance.choice(team), chance.choice(team)
    age = (setting.today - bought).days
    handed = bought + timedelta(days=1 + chance.randrange(max(1, min(20, age))))
    still = blueprint.status not in _GONE
    changed = age > 200 and first is not second and chance.random() < 0.5
    passed = handed + timedelta(days=chance.randrange(30, 150)) if changed else None
    gone = None if still else setting.today - timedelta(days=chance.randrange(5, 35))
    spans = [(first, handed, passed if changed else gone)]
    if passed is not None:
        spans.append((second, passed, gone))
    holder = spans[-1][0] if still and spans[-1][0]["active"] else None
    if still and holder is None:
        holder = next((person for person in team if person["active"]), None)
        spans[-1] = (holder or spans[-1][0], spans[-1][1], None)
    row["person_id"] = holder["id"] if holder else None
    rows = []
    for person, start, end in spans:
        if end is not None and end < start:
            continue
        moment = datetime.combine(min(start, setting.today), time(9), UTC)
        rows.append(
            {
                "id": identify(moment),
                "equipment_id": row["id"],
                "person_id": person["id"],
                "start": start,
                "end": end,
                "created_at": moment,
                "updated_at": moment,
            }
        )
    return tuple(rows), holder


def _serial(pattern: str, chance: random.Random) -> str:
    drawn = iter(chance.choices(_DRAWN, k=len(pattern)))
    return "".join([next(drawn)[_PLACES[char]] if char in _PLACES else char for char in pattern])


def _teamviewer(product: Product, chance: random.Random) -> str:
    if not product.system[0].startswith("Windows"):
        return ""
    digits = f"{chance.randrange(200_000_000, 999_999_999)}"
    return f"{digits[:3]} {digits[3:6]} {digits[6:]}"
