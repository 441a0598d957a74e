"""Who is written into the journal."""

from __future__ import annotations

import getpass

import pytest

from app.system.person import user_name


@pytest.mark.parametrize(
    ("account", "name"),
    [
        ("claire", "claire"),
        ("BUREAU\\claire", "BUREAU\\claire"),
        (" Zoé\n\x1b[31mMartin ", "Zoé [31mMartin"),
        ("x" * 300, "x" * 200),
        ("", ""),
    ],
)
def test_the_account_on_one_line(account: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: account)
    assert user_name() == name


@pytest.mark.parametrize("error", [OSError, KeyError, ImportError])
def test_an_account_without_a_name_is_nobody(error: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise error("uid not found")

    monkeypatch.setattr(getpass, "getuser", unknown)
    assert user_name() == ""
