"""What every test stands on: folders of its own instead of the user's, generated files in `build/cache`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import configuration, settings

from app.store.migrations import runner

ROOT = Path(__file__).resolve().parent.parent

configuration.set_hypothesis_home_dir(ROOT / "build" / "cache" / "hypothesis")
# A shared, busy machine is slow at times; a law is not broken by that.
settings.register_profile("parclair", deadline=None)
settings.load_profile("parclair")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the data, settings or documents of whoever runs it."""
    home = tmp_path / "home"
    for name, folder in {
        "HOME": "",
        "USERPROFILE": "",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
        "XDG_CACHE_HOME": ".cache",
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
    }.items():
        monkeypatch.setenv(name, str(home / folder))


_run = runner._run


@pytest.fixture(scope="session", autouse=True)
def _migrated_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A new database is a copy of one that the migrations made: running them takes longer than most tests that need a database.

    Databases of an older schema, the processes that tests start, and tests that ask for `real_migrations` run them for real.
    """
    template = tmp_path_factory.mktemp("migrated") / "parclair.sqlite3"

    def copied(path: Path, revision: str) -> None:
        if revision != "head" or path.exists():
            _run(path, revision)
            return
        if not template.exists():
            _run(template, revision)
        shutil.copyfile(template, path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(runner, "_run", copied)
        yield


@pytest.fixture
def real_migrations(monkeypatch: pytest.MonkeyPatch) -> None:
    """Migrations run for this test as they do for users."""
    monkeypatch.setattr(runner, "_run", _run)
