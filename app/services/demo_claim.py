"""The demo's claim that runs: a leased telephone with a broken screen, whose declaration is still missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.formatting import PARIS
from app.domain.records import ClaimType
from app.domain.values.claims import ClaimDraft
from app.services import claim_documents
from app.services.claim_reading import Happening, decision_on
from app.services.claims import PREFIX, declare
from app.services.demo_machines import STOLEN_OR_BROKEN
from app.services.numbers import next_number
from app.store import claim_queries
from app.store.tables import Contract
from app.store.unit_of_work import Unit


def add_claim(unit: Unit, lease: Contract, now: datetime, identify: Callable[[datetime], UUID]) -> None:
    """Declare it at `now`, as the office would; in a demo with few machines the telephone is not there, and nothing happened."""
    session = unit.session
    machine = claim_queries.named(session, lease.id, STOLEN_OR_BROKEN)
    if machine is None:
        return
    day = now.astimezone(PARIS).date()
    happened = day - timedelta(days=1)
    decision = decision_on(session, machine, lease, Happening(ClaimType.BREAKAGE, happened, now, None))
    unit.recorder.now = lambda: now
    words = "Tombé du comptoir pendant une remise de vêtements\u00a0: l’écran est fendu, le tactile ne répond plus."
    draft = ClaimDraft(machine.id, ClaimType.BREAKAGE, happened, place="Annecy", circumstances=words)
    claim = declare(session, machine, decision, draft, next_number(session, PREFIX, day), now, identify(now))
    claim_documents.settle(unit, claim, machine, may_wait=True)
    session.flush()
