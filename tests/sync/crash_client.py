"""A computer's program for the crash tests: edits and exchanges until it is killed, and writes down what it had committed.

Run as `python -m tests.sync.crash_client FOLDER URL SEED`; the refresh token is kept in `FOLDER/tokens.json`.
"""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

from app.store.store import Store
from app.sync.errors import SyncError
from tests.server.offices import Keeper, RealClock, WebDevice
from tests.sync_deeds import add, edit, seen


class FileKeeper(Keeper):
    """Keeps tokens in a file, as a keyring would: whole or not at all."""

    def __init__(self, path: Path) -> None:
        super().__init__(json.loads(path.read_text()) if path.exists() else {})
        self._path = path

    def set(self, name: str, value: str) -> bool:
        """See `TokenKeeper`."""
        super().set(name, value)
        part = self._path.with_suffix(".part")
        part.write_text(json.dumps(self))
        part.replace(self._path)
        return True


class CrashDevice(WebDevice):
    """A computer that was connected before, in this process or another."""

    def __init__(self, folder: Path, url: str) -> None:
        self.path = folder / "parclair.sqlite3"
        self.clock = RealClock()  # type: ignore[assignment]
        self.store = Store(self.path, self.clock.now, folder.name)
        self.keeper = FileKeeper(folder / "tokens.json")
        self.timeout = 5
        self.reach(url)


def work(folder: Path, url: str, seed: int) -> None:
    """Edit and exchange for ever. Standard output tells what is about to be written, over which value, and what was committed."""
    chance, one = random.Random(seed), CrashDevice(folder, url)
    rows = [row for name, row in one.rows() if name == "person"]
    number = 0
    while True:
        number += 1
        value = f"{folder.name}-{seed}-{number}"
        row = chance.choice(rows) if rows and chance.random() >= 0.3 else ""
        before = str(seen(one, "person", row, "email") or "-") if row else "-"
        # A program that is killed between its commit and the second line has written what nobody was told of.
        os.write(1, f"writes {value} {before}\n".encode())
        if row:
            edit(one, "person", row, email=value)
        else:
            rows.append(add(one, "person", name=value))
        os.write(1, f"wrote {value}\n".encode())
        if chance.random() < 0.5:
            try:
                one.sync()
            except SyncError:
                continue


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
