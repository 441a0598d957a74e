"""Where secrets can be kept on this computer."""

from __future__ import annotations


def keyring_backend() -> tuple[str, bool]:
    """The name of the system's keyring and whether it can really keep a secret. Nothing is read or written."""
    import keyring

    backend = keyring.get_keyring()
    return f"{type(backend).__module__}.{type(backend).__qualname__}", float(getattr(backend, "priority", 0)) > 0
