"""A seeded world of computers, staff and a server that edit, lose each other, restart and heal; the same seed gives the same story."""

from __future__ import annotations

import hashlib
import random
import shutil
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from app.domain.records import ContractStatus, EquipmentKind, HolidayZone, Urgency
from app.server.database import FILE_NAME as SERVER_FILE
from app.server.database import Database, create
from app.store.sync_rows import models
from app.sync.errors import SyncError
from app.sync.wire import Mutation
from tests.simulation import disasters
from tests.sync_deeds import contract_fields, line_fields, offers
from tests.sync_lab import LabClock, LabDevice, LabServer, hasten

#: Fields that are edited: type, field.
EDITED = (
    ("site", "city"),
    ("site", "phone"),
    ("person", "name"),
    ("person", "email"),
    ("equipment", "designation"),
    ("equipment", "notes"),
    ("support_request", "subject"),
    ("contract", "notes"),
)
WEATHER = ("lost", "answer lost", "twice", "html")


@dataclass
class Written:
    """A value that somebody wrote, and the one it took the place of, as that author saw it."""

    row: str
    field: str
    parent: str | None
    device: int
    n: int


@dataclass
class World:
    """The computers of one office with their server.

    Attributes:
        written: every value ever written; each is unique.
        deleted: values that were in a row when somebody who saw them deleted it.
        lost_on_purpose: values that nobody had any more when an older copy took the place of what had them.
        disaster: what goes back in time in this story: "computers", the "server", or nothing.
        backed_up: where in the story the server's copy was made.
    """

    seed: int
    server: LabServer
    devices: list[LabDevice]
    clock: LabClock
    chance: random.Random
    written: dict[str, Written] = field(default_factory=dict)
    deleted: set[str] = field(default_factory=set)
    lost_on_purpose: set[str] = field(default_factory=set)
    story: list[str] = field(default_factory=list)
    stormy: bool = True
    folder: Path = Path()
    disaster: str = ""
    backed_up: int = 0
    _count: int = 0

    def tell(self, text: str) -> None:
        """One more thing happened."""
        self.story.append(text)

    def trace(self) -> str:
        """The hash of everything that happened."""
        return hashlib.sha256("\n".join(self.story).encode()).hexdigest()

    def weather(self) -> str:
        """How the next exchange goes."""
        return self.chance.choice(WEATHER) if self.stormy and self.chance.random() < 0.25 else "ok"

    def value(self) -> str:
        """A value that nobody wrote before."""
        self._count += 1
        return f"v{self._count}"

    def close(self) -> None:
        """End everything."""
        for one in self.devices:
            one.store.close()
        self.server.database.close()


def build(folder: Path, seed: int, client_template: Path, server_template: Path) -> World:
    """Two to five computers and a server, all empty."""
    chance = random.Random(seed)
    clock = LabClock()
    folder.mkdir(parents=True)
    shutil.copyfile(server_template, folder / SERVER_FILE)
    server = LabServer(Database(hasten(create(folder))), clock)
    world = World(seed, server, [], clock, chance)
    world.folder = folder
    world.disaster = chance.choices(tuple(disasters.EVENTS), (5, 3, 2))[0]
    for number in range(chance.randrange(2, 6)):
        one = LabDevice(folder / f"pc{number}", server, clock, client_template)
        one.network.weather = world.weather
        one.network.meanwhile = partial(_meanwhile, world, number)
        world.devices.append(one)
    return world


def step(world: World) -> None:
    """Something happens."""
    chance = world.chance
    number = chance.randrange(len(world.devices))
    one = world.devices[number]
    usual = ("create", "edit", "delete", "restore", "sync", "restart", "clock", "staff", "move", "staff moves", "count")
    copies = disasters.EVENTS[world.disaster]
    event = chance.choices((*usual, *copies), (14, 34, 4, 2, 34, 4, 4, 4, 3, 2, 8, *(3 for _ in copies)))[0]
    world.clock.pass_by(chance.randrange(1, 600))
    if event == "create":
        _create(world, number)
    elif event == "edit":
        for _ in range(chance.randrange(1, 4)):
            _edit(world, number)
    elif event in ("delete", "restore"):
        _delete(world, number, restore=event == "restore")
    elif event == "sync":
        sync(world, number)
    elif event == "restart":
        one.reopen()
        world.tell(f"{number} restart")
    elif event == "clock":
        world.clock.pass_by(chance.choice((-7200, -60, 3600, 86_400)))
    elif event == "staff":
        _staff(world)
    elif event == "move":
        disasters.move_request(world, number)
    elif event == "staff moves":
        disasters.staff_moves_request(world)
    elif event == "count":
        _count(world, number)
    else:
        disasters.happen(world, event, number)


def _meanwhile(world: World, number: int) -> None:
    """The user goes on working while a request is under way: half of the time at what somebody else has just changed."""
    if world.stormy and world.chance.random() < 0.3:
        last = next((one for one in reversed(world.written.values()) if one.device != number), None)
        _edit(world, number, last if world.chance.random() < 0.5 else None)


def sync(world: World, number: int) -> bool:
    """One exchange of a computer; whether it came through."""
    try:
        report = world.devices[number].sync()
    except SyncError as error:
        world.tell(f"{number} sync {type(error).__name__}")
        return False
    world.tell(f"{number} sync {report.pushed} {report.pulled} {report.conflicts} {report.rejected} {report.head}")
    return True


def heal(world: World) -> None:
    """The network works: everybody exchanges until nothing is left to exchange."""
    world.stormy = False
    for _ in range(3):
        for number in range(len(world.devices)):
            assert sync(world, number), world.story[-1]


def _create(world: World, number: int) -> None:
    one = world.devices[number]
    with one.store.writing() as unit:
        kind = world.chance.choice(("site", "person", "equipment", "contract", "group"))
        made: list[Any] = []
        if kind in ("site", "group"):
            made.append(_row(world, number, "site", ("name", "city", "phone"), holiday_zone=HolidayZone.MAINLAND))
        site_id = made[0].id if made else _someone(world, unit.session, "site")
        if kind in ("person", "group"):
            made.append(_row(world, number, "person", ("name", "email"), site_id=site_id))
        if kind in ("equipment", "group"):
            made.append(_row(world, number, "equipment", ("designation", "notes"), kind=EquipmentKind.TILL, site_id=site_id))
        if kind == "group" and world.chance.random() < 0.5:
            made.append(_row(world, number, "support_request", ("number", "subject"), urgency=Urgency.BLOCKED, opened_at=world.clock.now()))
        if kind == "contract":
            made += _contract(world, number)
        for row in made:
            unit.session.add(row)
            unit.session.flush()
    world.tell(f"{number} create {kind}")


def _contract(world: World, number: int) -> list[Any]:
    """A draft of a contract with its line."""
    told = ("number", "notes")
    fields = contract_fields(offers()["gesticlean-support"], "") | {"status": ContractStatus.DRAFT}
    contract = _row(world, number, "contract", told, **{name: value for name, value in fields.items() if name not in told})
    return [contract, _row(world, number, "contract_line", (), **line_fields(str(contract.id)))]


def _count(world: World, number: int) -> None:
    """The quantity of a contract changes: sometimes to one that has no price."""
    with world.devices[number].store.writing() as unit:
        key = _someone(world, unit.session, "contract_line")
        if key is None:
            return
        line: Any = unit.session.get(models()["contract_line"], key)
        old, line.quantity = line.quantity, world.chance.choice((0, 1, 2, 7))
        world.tell(f"{number} count {old} -> {line.quantity}")


def _row(world: World, number: int, name: str, fields: tuple[str, ...], **others: Any) -> Any:
    values = {one: world.value() for one in fields}
    identifier = UUID(int=world.chance.getrandbits(128), version=4)
    for one, value in values.items():
        world.written[value] = Written(str(identifier), one, None, number, len(world.story))
    return models()[name](id=identifier, **values, **others)


def _has(session: Any, name: str, row: str) -> bool:
    query = f"SELECT 1 FROM {name} WHERE id = ? AND deleted_at IS NULL"
    return session.connection().exec_driver_sql(query, (row.replace("-", ""),)).first() is not None


def _someone(world: World, session: Any, name: str, *, deleted: bool = False) -> UUID | None:
    condition = "IS NOT NULL" if deleted else "IS NULL"
    keys = [row.id for row in session.connection().exec_driver_sql(f"SELECT id FROM {name} WHERE deleted_at {condition} ORDER BY id")]
    return UUID(world.chance.choice(keys)) if keys else None


def _edit(world: World, number: int, same: Written | None = None) -> None:
    name, attribute = world.chance.choice(EDITED)
    one = world.devices[number]
    with one.store.writing() as unit:
        key = _someone(world, unit.session, name)
        if same is not None:
            for kind, edited in EDITED:
                if edited == same.field and _has(unit.session, kind, same.row):
                    name, attribute, key = kind, edited, UUID(same.row)
        if key is None:
            return
        row: Any = unit.session.get(models()[name], key)
        value, old = world.value(), getattr(row, attribute)
        world.written[value] = Written(str(key), attribute, old or None, number, len(world.story))
        setattr(row, attribute, value)
    world.tell(f"{number} edit {name}.{attribute} {old} -> {value}")


def _delete(world: World, number: int, *, restore: bool) -> None:
    name = world.chance.choice(("person", "equipment"))
    one = world.devices[number]
    with one.store.writing() as unit:
        key = _someone(world, unit.session, name, deleted=restore)
        if key is None:
            return
        row: Any = unit.session.get(models()[name], key)
        row.deleted_at = None if restore else world.clock.now()
        if not restore:
            world.deleted.update(str(getattr(row, attribute)) for kind, attribute in EDITED if kind == name)
    world.tell(f"{number} {'restore' if restore else 'delete'} {name}")


def _staff(world: World) -> None:
    """The provider edits a row it sees, at once and on the newest state."""
    rows = sorted((key, data) for key, data in world.server.rows().items() if key[0] in ("person", "equipment"))
    if not rows:
        return
    (name, row), data = world.chance.choice(rows)
    attribute = world.chance.choice([attribute for kind, attribute in EDITED if kind == name])
    value = world.value()
    world.written[value] = Written(row, attribute, str(data.get(attribute) or "") or None, -1, len(world.story))
    identity = str(UUID(int=world.chance.getrandbits(128), version=4))
    change = Mutation(n=1, id=identity, tx=identity, op="patch", type=name, row=row, base=2**40, set={attribute: value}, by="Inforum")
    world.tell(f"staff {name}.{attribute} {[result.status for result in world.server.staff([change])]}")


def unaccounted(world: World) -> set[str]:
    """Values that are neither current, nor superseded by a later edit that is accounted for, nor in somebody's inbox."""
    current = {str(value) for data in world.server.rows().values() for value in data.values()}
    inbox = {text for one in world.devices for _, _, mine, _ in one.inbox() for text in _texts(mine)}
    known = current | inbox | world.deleted | world.lost_on_purpose
    accounted: set[str] = set()
    waiting = [value for value in known if value in world.written]
    while waiting:
        value = waiting.pop()
        if value not in accounted:
            accounted.add(value)
            parent = world.written[value].parent
            if parent in world.written:
                waiting.append(parent)
    return set(world.written) - accounted


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    return [str(value)]


def figures(one: LabDevice) -> list[tuple[object, ...]]:
    """What a computer derived from each living contract and its line."""
    columns = ", ".join(f"c.{name}" for name in models()["contract"].derived)
    query = f"SELECT l.quantity, {columns} FROM contract c JOIN contract_line l ON l.contract_id = c.id WHERE c.deleted_at IS NULL ORDER BY c.id"
    with one.store.reading() as session:
        return [tuple(row) for row in session.connection().exec_driver_sql(query)]
