"""Whether this PC's connection is stable: light probes of the provider's server, and when the PC was on.

Both are kept 30 days, on this PC only. Without a server nothing is sent.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.backup_eligibility import ProbeResult, Spell, connection_condition
from app.domain.eligibility import Condition
from app.services.context import ServiceContext
from app.store import pc_queries
from app.store.unit_of_work import Session
from app.system.awake import awake_seconds
from app.system.probe import answers

if TYPE_CHECKING:
    from app.domain.offer_schema import BackupRules

#: The local setting that holds the address to ask; there is none until this PC is connected to a server.
TARGET = "probe_target"
KEPT = timedelta(days=30)
#: The PC says that it is on this often; the longest part of a spell that a power cut makes it forget.
MARK_EVERY = timedelta(minutes=5)
PROBE_EVERY = timedelta(minutes=20)
#: Two marks further apart are two spells: the program did not run in between, whatever the clocks say. A PC in modern standby
#: keeps its clocks going and stops its programs.
_SILENCE = 3 * MARK_EVERY
#: Clocks that disagree by more since the last mark: the PC slept, or somebody set its clock.
_SLACK = timedelta(minutes=1)
_PRUNE_EVERY = timedelta(days=1)


@dataclass(frozen=True)
class _Mark:
    """When the PC last said that it is on, by both clocks, and since when it was then."""

    start: datetime
    at: datetime
    awake: float


class ConnectionWatch:
    """Measures the connection. What is due when is the window's business.

    Thread: any; `look` asks the network and belongs beside the database's worker, the others are units of work.
    """

    def __init__(self, context: ServiceContext, awake: Callable[[], float] = awake_seconds, look: Callable[[str], bool] = answers) -> None:
        self._store, self._clock = context.store, context.clock
        self._awake, self._look = awake, look
        self._last: _Mark | None = None
        self._pruned: datetime | None = None

    def target(self) -> str | None:
        """The address that is asked; None while there is no server, and then nothing is."""
        with self._store.reading() as session:
            return pc_queries.setting(session, TARGET) or None

    def set_target(self, url: str | None) -> None:
        """Ask this address from now on, the server's `/health`; None asks nobody. What was measured of another one is forgotten.

        Raises:
            ValueError: it is no address of a web server.
        """
        if url is not None and not url.startswith(("https://", "http://")):
            raise ValueError(f"{url!r} is no http address")
        with self._store.writing() as unit:
            if pc_queries.setting(unit.session, TARGET) == (url or ""):
                return
            pc_queries.forget_probes(unit.session)
            pc_queries.set_setting(unit.session, TARGET, url or "")

    def look(self, target: str) -> ProbeResult:
        """Ask once; takes seconds when nobody answers. Nothing is kept yet: see `keep`."""
        answered = self._look(target)
        return ProbeResult(self._clock.now(), answered)

    def keep(self, result: ProbeResult) -> None:
        """Keep what `look` found."""
        with self._store.writing() as unit:
            pc_queries.add_probe(unit.session, result.at, result.answered)
            self._prune(unit.session, result.at)

    def probe_once(self) -> ProbeResult | None:
        """Ask once and keep the answer; None while there is no server to ask."""
        target = self.target()
        if target is None:
            return None
        result = self.look(target)
        self.keep(result)
        return result

    def mark_awake(self) -> None:
        """This PC is on now. Called every `MARK_EVERY`: marks that follow each other make one spell, sleep in between makes two."""
        now, awake = self._clock.now(), self._awake()
        last = self._last
        start = last.start if last is not None and _goes_on(last, now, awake) else now
        with self._store.writing() as unit:
            pc_queries.mark_spell(unit.session, start, now)
            self._prune(unit.session, now)
        self._last = _Mark(start, now, awake)

    def spells(self) -> list[Spell]:
        """When this PC was on, as far as it is kept, oldest first."""
        with self._store.reading() as session:
            return spells(session, self._clock.now())

    def condition(self, rules: BackupRules) -> Condition:
        """How the connection of this PC stands by an offer's rules."""
        with self._store.reading() as session:
            return measured(session, self._clock.now(), rules)

    def _prune(self, session: Session, now: datetime) -> None:
        if self._pruned is None or now - self._pruned >= _PRUNE_EVERY:
            pc_queries.prune(session, now - KEPT)
            self._pruned = now


def _goes_on(last: _Mark, now: datetime, awake: float) -> bool:
    passed, lived = now - last.at, timedelta(seconds=awake - last.awake)
    return timedelta() <= passed <= _SILENCE and abs(passed - lived) <= _SLACK


def spells(session: Session, now: datetime) -> list[Spell]:
    """When this PC was on, as far as it is kept, oldest first."""
    return [Spell(start, end) for start, end in pc_queries.spells(session, now - KEPT)]


def measured(session: Session, now: datetime, rules: BackupRules) -> Condition:
    """How the connection of this PC stands by an offer's rules, told from what is kept."""
    probes = [ProbeResult(at, answered) for at, answered in pc_queries.probes(session, now - KEPT)]
    return connection_condition(probes, spells(session, now), now, rules)
