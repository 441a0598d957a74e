"""Where this computer's access to the server is kept: in the system's keyring, or in memory for this run where none works."""

from __future__ import annotations

from app.domain.text import Text, msg
from app.services.context import ServiceContext


class AccessKeeper:
    """The token keeper of the transport, which also says whether the access outlasts the program. Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._refused = False

    def get(self, name: str) -> str | None:
        """The secret of that name."""
        return self._context.secrets.get(name)

    def set(self, name: str, value: str) -> bool:
        """Keep a secret; whether the keyring took it."""
        kept = self._context.secrets.set(name, value)
        self._refused = not kept
        return kept

    def forget(self, name: str) -> None:
        """Remove a secret."""
        self._context.secrets.forget(name)

    @property
    def lasts(self) -> bool:
        """Whether the access is still known when the program is started again."""
        return self._context.secrets.works and not self._refused

    def where(self) -> Text:
        """Where the access is kept, in words."""
        from app.system.secrets import keyring_name

        if not self.lasts:
            return msg(
                "Ce système n’a pas de trousseau utilisable\u00a0: l’accès n’est gardé que jusqu’à la fermeture de Parclair. "
                "Il faudra ensuite un nouveau code."
            )
        name = keyring_name()
        return (
            msg("L’accès est gardé dans le trousseau du système ({name}).", name=name)
            if name
            else msg("L’accès est gardé dans le trousseau du système.")
        )

    def trouble(self) -> Text | None:
        """The same, where the access does not last."""
        return None if self.lasts else self.where()
