"""A technician's one-time code: checked by the server, or without a network by this PC with the secret its keyring keeps (TOTP).

A code that was taken is not taken again, and five wrong ones within ten minutes are all there is, on this PC as on the server.
"""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.errors import InputError, RuleError
from app.domain.one_time_codes import open_steps
from app.domain.text import Text, msg
from app.services.context import ServiceContext
from app.store import pc_queries

if TYPE_CHECKING:
    from app.sync.wire import TechnicianAdmitted, TechnicianSecret

SECRET = "technician.secret"
#: Local settings: the step that was used last, and the moments of the wrong codes.
USED, FAILED = "technician.used_step", "technician.failures"
TRIES, WITHIN = 5, timedelta(minutes=10)


@dataclass(frozen=True)
class Admission:
    """A code was right. `technician`: whose it was, where the server knows; otherwise empty. `by`: who let them in, for the journal."""

    technician: str
    by: Text


class TechnicianCodes:
    """Checks codes. Thread: a worker beside the database's, as it asks the network."""

    def __init__(self, context: ServiceContext, ask: Callable[[str], TechnicianAdmitted]) -> None:
        """`ask` has the server check a code, see `SyncService.technician_code`."""
        self._context, self._ask = context, ask

    def can_check_offline(self) -> bool:
        """Whether this PC can check a code without a network."""
        return self._context.secrets.get(SECRET) is not None

    def check(self, code: str) -> Admission:
        """Spend a code.

        Raises:
            InputError: it is wrong, was used or has lapsed.
            RuleError: too many wrong codes; or there is no network and this PC cannot check codes by itself.
        """
        from app.sync import errors

        digits = "".join(sign for sign in code if sign in "0123456789")
        if not 6 <= len(digits) <= 8 or self._was_taken(digits):
            raise _wrong()
        try:
            admitted = self._ask(digits)
        except errors.WrongCodeError as error:
            raise _wrong() from error
        except errors.SlowDownError as error:
            raise _too_many(error.seconds) from error
        except errors.SyncError as error:
            return self._offline(digits, error.text)
        self._take(digits)
        return Admission(admitted.technician, msg("Code du prestataire, contrôlé par le serveur"))

    def _was_taken(self, digits: str) -> bool:
        """Whether this PC took that code before by itself: the server, which does not know of it, would take it once more."""
        with self._context.store.reading() as session:
            used = int(pc_queries.setting(session, USED) or "0")
        secret = self._secret()
        if secret is None:
            return False
        now = self._context.clock.now()
        return secret.step_of(digits, now, 0) is not None and secret.step_of(digits, now, used) is None

    def _take(self, digits: str) -> None:
        """The server took a code; where it is one that this PC could check, it is not taken here again once the network is gone."""
        secret = self._secret()
        step = secret.step_of(digits, self._context.clock.now(), 0) if secret is not None else None
        if step is not None:
            with self._context.store.writing() as unit:
                pc_queries.set_setting(unit.session, USED, str(step))

    def _secret(self) -> _Secret | None:
        kept = self._context.secrets.get(SECRET)
        return None if kept is None else _Secret(**json.loads(kept))

    def _offline(self, digits: str, why: Text) -> Admission:
        secret, now = self._secret(), self._context.clock.now()
        if secret is None:
            raise RuleError(msg("Le code ne peut pas être contrôlé. {reason}", reason=why))
        with self._context.store.writing() as unit:
            failures = _failures(pc_queries.setting(unit.session, FAILED), now)
            if len(failures) >= TRIES:
                raise _too_many((failures[0] + WITHIN - now) / timedelta(seconds=1))
            used = int(pc_queries.setting(unit.session, USED) or "0")
            step = secret.step_of(digits, now, used)
            if step is None:
                failures.append(now)
                pc_queries.set_setting(unit.session, FAILED, " ".join(moment.isoformat() for moment in failures))
            else:
                pc_queries.set_setting(unit.session, FAILED, "")
                pc_queries.set_setting(unit.session, USED, str(step))
        if step is None:
            raise _wrong()
        return Admission("", msg("Code du prestataire, contrôlé hors ligne"))


@dataclass(frozen=True)
class _Secret:
    """See `app.sync.wire.TechnicianSecret`."""

    secret: str
    digits: int
    seconds: int
    window: int

    def step_of(self, given: str, now: datetime, used: int) -> int | None:
        """The step whose code it is, of those that are open after `used`."""
        import pyotp

        totp = pyotp.TOTP(self.secret, digits=self.digits, interval=self.seconds)
        for step in open_steps(int(now.timestamp()) // self.seconds, self.window, used):
            if hmac.compare_digest(totp.generate_otp(step), given):
                return step
        return None


def keep_secret(context: ServiceContext, secret: TechnicianSecret | None) -> None:
    """Keep in the keyring what codes are checked with offline; `None` after the server was left."""
    if secret is None:
        context.secrets.forget(SECRET)
    elif context.secrets.get(SECRET) != (text := secret.model_dump_json()):
        context.secrets.set(SECRET, text)


def _failures(kept: str, now: datetime) -> list[datetime]:
    moments = [datetime.fromisoformat(word) for word in kept.split()]
    return [moment for moment in moments if timedelta() <= now - moment < WITHIN]


def _wrong() -> InputError:
    return InputError("code", "•••", msg("un code du prestataire encore valable\u202f; un code déjà utilisé est refusé"))


def _too_many(seconds: float) -> RuleError:
    minutes = max(1, -(-round(seconds) // 60))
    return RuleError(msg("Trop de codes faux. Attendez {n}\u00a0min avant le prochain essai.", n=minutes))
