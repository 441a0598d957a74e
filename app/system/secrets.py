"""Where secrets are kept on this computer: in the system's keyring, and nowhere else."""

from __future__ import annotations

import hashlib
from pathlib import Path

from app.domain.text import Text, msg

SERVICE = "Parclair"

#: What people call the keyrings, by the beginning of their modules' names.
_NAMES = (
    ("keyring.backends.Windows", msg("Gestionnaire d’identification de Windows")),
    ("keyring.backends.macOS", msg("Trousseaux d’accès de macOS")),
    ("keyring.backends.SecretService", msg("trousseau de votre session")),
    ("keyring.backends.libsecret", msg("trousseau de votre session")),
    ("keyring.backends.kwallet", "KWallet"),
)


def keyring_backend() -> tuple[str, bool]:
    """The name of the system's keyring and whether it can really keep a secret. Nothing is read or written."""
    import keyring

    backend = keyring.get_keyring()
    return f"{type(backend).__module__}.{type(backend).__qualname__}", float(getattr(backend, "priority", 0)) > 0


def keyring_name() -> Text | str | None:
    """What people call the system's keyring; none for one that nobody knows by name."""
    backend, _ = keyring_backend()
    return next((name for start, name in _NAMES if backend.startswith(start)), None)


class SecretStore:
    """The secrets of one data folder. Where no keyring works they are kept until the program ends, never in a file.

    Thread: any.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = hashlib.sha256(str(folder.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        self._kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        """The secret of that name; None where none is known."""
        if name in self._kept:
            return self._kept[name]
        import keyring

        try:
            return keyring.get_password(SERVICE, self._entry(name)) if self.works else None
        except Exception:  # backends raise what they like: D-Bus, RuntimeError, Win32 errors
            return None

    def set(self, name: str, value: str) -> bool:
        """Keep a secret; whether the keyring has it, so that it outlasts the program."""
        import keyring

        self._kept[name] = value
        try:
            if self.works:
                keyring.set_password(SERVICE, self._entry(name), value)
                return keyring.get_password(SERVICE, self._entry(name)) == value
        except Exception:  # as above
            return False
        return False

    def hold(self, name: str, value: str | None) -> None:
        """Use a secret until the program ends, whatever the keyring has; None: nothing changes."""
        if value:
            self._kept[name] = value

    def forget(self, name: str) -> None:
        """Remove a secret, also from the keyring."""
        import keyring
        from keyring.errors import PasswordDeleteError

        self._kept.pop(name, None)
        try:
            if self.works:
                keyring.delete_password(SERVICE, self._entry(name))
        except PasswordDeleteError:  # there was none
            return
        except Exception:  # as above: what cannot be reached cannot be removed, and is overwritten by the next one
            return

    @property
    def works(self) -> bool:
        """Whether the system has a keyring that keeps secrets."""
        return keyring_backend()[1]

    def detail(self) -> Text:
        """Where secrets are kept, in words."""
        if self.works:
            name = keyring_name()
            return msg("Gardé dans le trousseau du système ({name}).", name=name) if name else msg("Gardé dans le trousseau du système.")
        return msg("Ce système n’a pas de trousseau utilisable\u00a0: le mot de passe n’est gardé que jusqu’à la fermeture de Parclair.")

    def _entry(self, name: str) -> str:
        return f"{self._folder}:{name}"
