"""The only place that builds and joins the parts: opens a data folder and hands out its services.

Imports of the store and the services happen inside the functions: the window paints before any of them.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from app.system.clock import SystemClock
from app.system.paths import resources, usable_folder, user_data_folder
from app.system.single_instance import InstanceLock

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.domain.offers import Offer
    from app.domain.text import Text
    from app.services import Services

OFFERS = "offers"


@dataclass
class OpenFolder:
    """A data folder that this process holds; `close` lets others in."""

    folder: Path
    services: Services
    lock: InstanceLock | None = None
    temporary: bool = False
    _closed: bool = field(default=False, init=False)

    def close(self) -> None:
        """Close the database, release the lock, and remove a throw-away folder. Safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self.services.close()
        if self.lock is not None:
            self.lock.release()
        if self.temporary:
            shutil.rmtree(self.folder, ignore_errors=True)


def data_folder(chosen: Path | None, *, demo: bool) -> tuple[Path, bool]:
    """The data folder to use, and whether it is a throw-away one."""
    if demo:
        return Path(tempfile.mkdtemp(prefix="parclair-demo-")), True
    return (chosen or user_data_folder()), False


def open_folder(
    folder: Path,
    *,
    role: str = "window",
    write: bool = True,
    actor: str = "",
    clock: Clock | None = None,
    temporary: bool = False,
    patience: float = 10.0,
) -> OpenFolder:
    """Open a data folder: rights, lock, damage, migrations, services.

    Args:
        folder: created where it is missing.
        role: `window` or `command`, told to others who find the folder in use.
        write: whether anything will be changed; a reader needs no lock.
        actor: who is written into the journal.
        clock: the time; default: the computer's.
        temporary: remove the folder when it is closed.
        patience: seconds to wait while another command holds the folder.

    Raises:
        StorageError: the folder cannot be used; nothing was changed.
    """
    from app.services import build
    from app.services.context import ServiceContext
    from app.store.database import FILE_NAME, HEAD, schema_version
    from app.store.local_copies import DAMAGE_MARK
    from app.store.store import Store

    known_clock = clock or SystemClock()
    path = folder / FILE_NAME
    lock: InstanceLock | None = None
    # Whoever only reads needs neither lock nor room on the disk, unless there is something to create or to bring up to date.
    if write or not path.exists() or schema_version(path) != HEAD:
        usable_folder(folder)
        lock = InstanceLock(folder)
        lock.acquire(role, patience)
    try:
        notices = _made_ready(folder, known_clock) if lock is not None else []
        store = Store(path, known_clock.now, actor, read_only=not write)
        store.on_damage = lambda: _mark(folder / DAMAGE_MARK)
        services = build(ServiceContext(store, known_clock, folder, known_offers), tuple(notices))
    except BaseException:
        if lock is not None:
            lock.release()
        if temporary:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    return OpenFolder(folder, services, lock, temporary)


def _made_ready(folder: Path, clock: Clock) -> list[Text]:
    """Repair, create or migrate the database as needed; what the user should be told of it."""
    from app.store.database import FILE_NAME, migrate
    from app.store.errors import DamagedError
    from app.store.local_copies import DAMAGE_MARK, is_damaged
    from app.store.restore import is_missing, restore

    path, mark = folder / FILE_NAME, folder / DAMAGE_MARK
    try:
        if is_missing(folder):
            return [restore(folder, clock.now()).notice()]
        if mark.exists():
            # The mark is a suspicion: only a file that is proven wrong is put aside.
            if is_damaged(path):
                raise DamagedError(path)
            mark.unlink()
        migrate(path)
    except DamagedError:
        return [restore(folder, clock.now()).notice()]
    return []


def _mark(mark: Path) -> None:
    # On a full disk the mark cannot be left; the damage will be met again.
    with contextlib.suppress(OSError):
        mark.touch()


@cache
def known_offers() -> Mapping[str, Offer]:
    """The offers shipped with the program, read once."""
    from app.domain.offers import load_offers

    return load_offers(resources() / OFFERS)
