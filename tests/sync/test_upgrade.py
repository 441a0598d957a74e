"""426: a program that is too old for its server keeps what waits, and sends it once it was updated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.synced import SCHEMA, VERSIONS_BACK
from app.server import context
from app.server.database import Database
from app.sync import engine, http
from app.sync.errors import UpgradeError
from tests.server.offices import WebDevice
from tests.server.running import ServerThread
from tests.sync_deeds import add, delete, edit, seen, waiting


@pytest.fixture
def server(new_database: Callable[[str], Database]) -> Iterator[ServerThread]:
    found = ServerThread(new_database("sqlite"))
    yield found
    found.stop()


def test_what_waits_is_kept_while_the_program_is_too_old_and_leaves_after_the_update(
    server: ServerThread, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    organisation = server.new_organisation()
    one, other = (WebDevice(tmp_path / name, server.url, server.new_code(organisation)) for name in ("one", "other"))
    row = add(one, "person", name="Rose")
    gone = add(one, "person", name="Partie")
    for each in (one, other):
        each.sync()
    newer = SCHEMA + VERSIONS_BACK + 1
    monkeypatch.setattr(context, "SCHEMA", newer)
    edit(one, "person", row, name="Rosa")
    delete(one, "person", gone)
    new = add(one, "person", name="Nouvelle")
    before = one.rows()
    for _ in range(3):
        with pytest.raises(UpgradeError) as told:
            one.sync()
        assert not told.value.retry  # it is useless to ask again and again
        assert waiting(one) == 3 and one.rows() == before and one.inbox() == []
        one.reopen()

    for updated in (engine, http):
        monkeypatch.setattr(updated, "SCHEMA", newer)
    assert one.sync().pending == 0
    other.sync()
    assert other.rows() == one.rows() == before
    assert seen(other, "person", row, "name") == "Rosa" and seen(other, "person", new, "name") == "Nouvelle"
    assert one.inbox() == other.inbox() == []
    for each in (one, other):
        each.close()
