"""Older copies that take the place of newer ones, on computers and on the server, and a provider that moves requests along."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.records import RequestStatus
from app.server.database import FILE_NAME as SERVER_FILE
from app.server.database import Database, create
from app.server.organisations import begin_epochs
from app.store.sync_rows import models
from app.sync.wire import Mutation
from tests.sync_lab import LabDevice, hasten

if TYPE_CHECKING:
    from tests.simulation.world import World

#: Events of a story by what may go wrong in it. A computer and the server that both go back in time do lose what neither has.
EVENTS = {"": (), "computers": ("copy", "put back"), "server": ("back up", "take back")}
_LOGS = ("-wal", "-shm")


def happen(world: World, event: str, number: int) -> None:
    """One of these events; those that need a copy do nothing before there is one."""
    if event == "copy":
        _copy(world, number)
    elif event == "put back":
        _put_back(world, number)
    elif event == "back up":
        _back_up(world)
    else:
        _take_back(world)


def _copy(world: World, number: int) -> None:
    one = world.devices[number]
    one.store.close()
    shutil.copyfile(one.path, _of(one))
    one.reopen()
    world.tell(f"{number} copy")


def _put_back(world: World, number: int) -> None:
    one = world.devices[number]
    if not _of(one).exists():
        return
    world.lost_on_purpose.update(_only_here(one))
    one.store.close()
    _replace(_of(one), one.path)
    one.reopen()
    world.tell(f"{number} put back")


def _only_here(one: LabDevice) -> set[str]:
    """What nobody but this computer knows."""
    with one.store.reading() as session:
        waiting = [json.loads(row.changes) for row in session.connection().exec_driver_sql("SELECT changes FROM outbox")]
    found = [*waiting, *(mine for _, _, mine, _ in one.inbox())]
    return {text for part in found for text in (part.values() if isinstance(part, dict) else [part]) if isinstance(text, str)}


def _back_up(world: World) -> None:
    folder = world.folder
    world.server.database.close()
    _replace(folder / SERVER_FILE, folder / "backup")
    _open(world)
    world.backed_up = len(world.story)
    world.tell("server back up")


def _take_back(world: World) -> None:
    folder = world.folder
    if not (folder / "backup").exists():
        return
    # What the provider itself wrote since is not on any computer's list of what it sent.
    world.lost_on_purpose.update(value for value, one in world.written.items() if one.device < 0 and one.n >= world.backed_up)
    world.server.database.close()
    _replace(folder / "backup", folder / SERVER_FILE)
    _open(world)
    with world.server.database.writing() as connection:
        begin_epochs(connection, world.clock.now())
    world.tell("server take back")


def _open(world: World) -> None:
    world.server.database = Database(hasten(create(world.folder)))


def _of(one: LabDevice) -> Path:
    return one.path.with_name("copy")


def _replace(source: Path, target: Path) -> None:
    for log in _LOGS:
        target.with_name(target.name + log).unlink(missing_ok=True)
    shutil.copyfile(source, target)


def move_request(world: World, number: int) -> None:
    """Somebody here thinks a request stands elsewhere than the provider has put it."""
    one = world.devices[number]
    with one.store.writing() as unit:
        query = "SELECT id FROM support_request WHERE deleted_at IS NULL ORDER BY id"
        keys = [row.id for row in unit.session.connection().exec_driver_sql(query)]
        if not keys:
            return
        row: Any = unit.session.get(models()["support_request"], UUID(world.chance.choice(keys)))
        row.status = world.chance.choice(list(RequestStatus))
    world.tell(f"{number} moves a request")


def staff_moves_request(world: World) -> None:
    """The provider plans, resolves or closes; what is not allowed is refused."""
    rows = sorted(row for name, row in world.server.rows() if name == "support_request")
    if not rows:
        return
    identity = str(UUID(int=world.chance.getrandbits(128), version=4))
    status = world.chance.choice(list(RequestStatus)).value
    row = world.chance.choice(rows)
    change = Mutation(
        n=1, id=identity, tx=identity, op="patch", type="support_request", row=row, base=2**40, set={"status": status}, by="x"
    )
    world.tell(f"staff moves {[result.status for result in world.server.staff([change])]}")
