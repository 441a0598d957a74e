"""What can come between this computer and the server, told apart by what has to be done about it.

None of these loses anything: what was written stays in the outbox until the server has acknowledged it.
"""

from __future__ import annotations

from app.domain.errors import UserError
from app.domain.text import Text, msg

#: A wait of more seconds than this is told in minutes.
_LONG = 90


class SyncError(UserError):
    """The exchange stopped. `retry` says whether it is tried again by itself."""

    retry = True


class OfflineError(SyncError):
    """The server cannot be reached: no network, refused, timed out, or it answered with an error of its own. `reason`: which of these."""

    def __init__(self, text: Text, reason: Text | str) -> None:
        super().__init__(text)
        self.reason = reason


class NotOurServerError(SyncError):
    """Something else answered: a hotel's log-in page, a proxy, or a cut-off answer. Never an acknowledgement."""


class SlowDownError(SyncError):
    """The server asks to come back in `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            msg("Le serveur est occupé\u00a0: nouvel essai dans {n}\u00a0min. Rien n’est perdu.", n=_minutes(seconds))
            if seconds > _LONG
            else msg("Le serveur est occupé\u00a0: nouvel essai dans {seconds}\u00a0s. Rien n’est perdu.", seconds=round(seconds))
        )
        self.seconds = seconds


class StoppedError(SyncError):
    """Nothing is sent any more until somebody does something."""

    retry = False


class CodeNeededError(StoppedError):
    """This computer has no access any more: a new activation code is what it takes."""


class RevokedError(CodeNeededError):
    """The provider took away this computer's access."""

    def __init__(self) -> None:
        super().__init__(
            msg(
                "Le prestataire a retiré l’accès de ce poste. Vos données restent ici\u202f; demandez un nouveau code pour vous reconnecter."
            )
        )


class UnknownAccessError(CodeNeededError):
    """The server does not know this computer's access: it was restored from an older copy, or the tokens were used elsewhere."""

    def __init__(self) -> None:
        super().__init__(
            msg(
                "Le serveur ne connaît plus l’accès de ce poste. Rien n’est perdu\u00a0: vos données et ce qui attend restent ici\u202f; "
                "demandez un nouveau code pour vous reconnecter."
            )
        )


class NoAccessError(CodeNeededError):
    """This computer's access is not known any more: no keyring kept it, or it was removed from there."""

    def __init__(self) -> None:
        super().__init__(
            msg(
                "L’accès de ce poste au serveur n’a pas été gardé (pas de trousseau utilisable). "
                "Vos données et ce qui attend restent ici\u202f; demandez un nouveau code pour vous reconnecter."
            )
        )


class UpgradeError(StoppedError):
    """This program is too old for the server."""

    def __init__(self) -> None:
        super().__init__(msg("Le serveur demande une version plus récente de Parclair. Ce qui attend est gardé et partira ensuite."))


class NewerDataError(SyncError):
    """What the server has was written by a newer program: this one still sends, but cannot show what came."""

    def __init__(self) -> None:
        super().__init__(
            msg(
                "Le serveur a des données d’une version plus récente de Parclair. Vos changements partent ; "
                "ceux des autres arriveront après la mise à jour de ce poste."
            )
        )


class ForkedError(SyncError):
    """This data folder continues from an older copy of itself: it needs an identity of its own."""


class ResyncError(SyncError):
    """The server's history is another one: everything is read anew."""


class TooLargeError(SyncError):
    """The request was too large: it is split."""


class NotThereError(SyncError):
    """The server has nothing of that name, or not yet."""


class WrongCodeError(SyncError):
    """A technician's code is wrong, was used or has lapsed."""


def offline(reason: Text | str) -> OfflineError:
    """The server cannot be reached, and why."""
    return OfflineError(msg("Serveur injoignable\u00a0: {reason}. Vos changements attendent ici.", reason=reason), reason)


def not_our_server() -> NotOurServerError:
    """What answered does not speak our protocol."""
    return NotOurServerError(
        msg("La réponse ne vient pas du serveur de Parclair (page de connexion du réseau\u202f?). Vos changements attendent ici.")
    )


def while_connecting(error: SyncError) -> SyncError:
    """The same error for somebody who is about to connect: nothing waits yet, and nothing is tried again by itself."""
    match error:
        case OfflineError():
            text = msg("Serveur injoignable\u00a0: {reason}. Rien n’a été changé.", reason=error.reason)
            return OfflineError(text, error.reason)
        case NotOurServerError():
            return NotOurServerError(
                msg(
                    "Ce n’est pas un serveur de Parclair qui répond à cette adresse. Vérifiez l’adresse, "
                    "ou ouvrez d’abord la page de connexion de votre réseau. Rien n’a été changé."
                )
            )
        case SlowDownError():
            return SyncError(msg("Trop d’essais. Attendez {n}\u00a0min avant le suivant.", n=_minutes(error.seconds)))
        case _:
            return error


def _minutes(seconds: float) -> int:
    """Whole minutes, after which the wait is over."""
    return max(1, -(-round(seconds) // 60))
