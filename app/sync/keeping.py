"""What a computer keeps of its access to a server, in the system's keyring."""

from __future__ import annotations

from typing import Protocol


class TokenKeeper(Protocol):
    """Where the secrets of this device are kept."""

    def get(self, name: str) -> str | None:
        """The secret of that name."""
        ...

    def set(self, name: str, value: str) -> bool:
        """Keep a secret."""
        ...

    def forget(self, name: str) -> None:
        """Remove a secret."""
        ...


REFRESH_TOKEN = "sync.refresh_token"
#: Sent only where the server does not know the refresh token: after a restore it lets this device in by it.
RECOVERY = "sync.recovery"
