"""What every test stands on: folders of its own instead of the user's, generated files in `build/cache`."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import configuration, settings

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
