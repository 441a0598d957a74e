"""Secrets: in the keyring, or for this run only, and said."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from app.system import secrets
from app.system.secrets import SecretStore
from tests.backup_office import MemoryKeyring, memory_keyring


def test_a_secret_outlasts_the_program_in_the_keyring(tmp_path: Path) -> None:
    with memory_keyring() as ring:
        store = SecretStore(tmp_path)
        assert store.works and store.get("a") is None
        assert store.set("a", "secret")
        assert SecretStore(tmp_path).get("a") == "secret"
        assert SecretStore(tmp_path / "autre").get("a") is None
        store.forget("a")
        store.forget("a")
        assert SecretStore(tmp_path).get("a") is None and ring.kept == {}


def test_a_secret_held_for_one_run_never_reaches_the_keyring(tmp_path: Path) -> None:
    with memory_keyring() as ring:
        store = SecretStore(tmp_path)
        store.hold("a", "secret")
        store.hold("a", None)
        assert store.get("a") == "secret" and ring.kept == {}


def test_without_a_keyring_it_is_kept_for_this_run_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    try:
        store = SecretStore(tmp_path)
        assert not store.works and not store.set("a", "secret") and store.get("a") == "secret"
        assert SecretStore(tmp_path).get("a") is None
        assert "trousseau" in store.detail().render("fr")
        store.forget("a")
        assert store.get("a") is None
    finally:
        keyring.set_keyring(before)


def test_a_keyring_that_breaks_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("D-Bus is gone")

    with memory_keyring():
        for name in ("get_password", "set_password", "delete_password"):
            monkeypatch.setattr(MemoryKeyring, name, broken)
        store = SecretStore(tmp_path)
        assert store.get("a") is None and not store.set("a", "secret") and store.get("a") == "secret"
        store.forget("a")
        assert store.get("a") is None


@pytest.mark.parametrize(
    ("backend", "said"),
    [
        ("keyring.backends.Windows.WinVaultKeyring", "Gardé dans le trousseau du système (Gestionnaire d’identification de Windows)."),
        ("keyring.backends.SecretService.Keyring", "Gardé dans le trousseau du système (trousseau de votre session)."),
        ("somebodys.own.Keyring", "Gardé dans le trousseau du système."),
    ],
)
def test_the_keyring_is_called_what_people_call_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, backend: str, said: str) -> None:
    monkeypatch.setattr(secrets, "keyring_backend", lambda: (backend, True))
    assert SecretStore(tmp_path).detail().render("fr") == said
