"""Bridge days close support from wherever they became known: every clock of a running contract counts them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.domain.errors import RuleError
from app.domain.formatting import PARIS
from app.domain.records import ClaimType
from app.domain.timeline import MarkKind
from app.domain.values.claims import ClaimDraft
from app.services.claims import ClaimService
from app.services.support import SupportService
from app.store.tables import BridgeDay, Contract, PublishedOffer
from app.system.paths import resources
from tests.support_office import SupportOffice

THURSDAY = date(2026, 11, 12)
FRIDAY_DUE = datetime(2026, 11, 13, 9, 30, tzinfo=PARIS)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    found = SupportOffice(tmp_path / "data")
    found.contract("gesticlean-support")
    yield found
    found.opened.close()


def publish(office: SupportOffice, day: date = THURSDAY, provider: str = "inforum") -> None:
    with office.opened.services.context.store.writing() as unit:
        unit.session.add(BridgeDay(provider_id=provider, day=day, label="Pont du 11 novembre"))


def test_a_bridge_day_that_came_by_sync_closes_a_running_contract(office: SupportOffice) -> None:
    assert office.ask().due == datetime(2026, 11, 12, 9, 30, tzinfo=PARIS)
    publish(office, provider="cleaq")
    assert office.ask().due == datetime(2026, 11, 12, 9, 30, tzinfo=PARIS)
    publish(office)
    asked = office.ask()
    assert asked.due == FRIDAY_DUE
    with pytest.raises(RuleError) as refusal:
        office.support.plan(asked.id, datetime(2026, 11, 12, 10, tzinfo=PARIS))
    assert "13/11/2026 09:00" in str(refusal.value.text)
    office.clock.moment = datetime(2026, 11, 12, 9, tzinfo=UTC)
    (opening,) = office.services.home.support_now().openings
    assert (opening.open, opening.changes_at) == (False, datetime(2026, 11, 13, 9, tzinfo=PARIS))


def test_what_was_withdrawn_closes_nothing(office: SupportOffice) -> None:
    with office.opened.services.context.store.writing() as unit:
        unit.session.add(BridgeDay(provider_id="inforum", day=THURSDAY, deleted_at=datetime(2026, 11, 1, tzinfo=UTC)))
    assert office.ask().due == datetime(2026, 11, 12, 9, 30, tzinfo=PARIS)


def test_a_newer_offer_file_reaches_a_running_contract(office: SupportOffice) -> None:
    known = dict(office.services.offers)
    offer = known["gesticlean-support"]
    assert offer.support is not None
    support = offer.support.model_copy(update={"bridge_days": (THURSDAY,)})
    known[offer.id] = offer.model_copy(update={"support": support, "version": offer.version + 1})
    newer = SupportService(replace(office.services.context, offers=lambda: known))
    assert newer.detail(office.ask().id).cover.due == FRIDAY_DUE


def test_a_published_offer_reaches_a_running_contract(office: SupportOffice) -> None:
    text = (resources() / "offers" / "gesticlean-support.toml").read_text(encoding="utf-8")
    newer = text.replace("bridge_days = []", "bridge_days = [2026-11-12]").replace("version = 1", "version = 7", 1)
    with office.opened.services.context.store.writing() as unit:
        unit.session.add(PublishedOffer(offer="gesticlean-support", version=7, toml=newer))
    assert office.ask().due == FRIDAY_DUE
    with office.opened.services.context.store.writing() as unit:
        unit.session.add(PublishedOffer(offer="gesticlean-support", version=8, toml="version = 8"))  # for a newer program
    assert office.ask().due == FRIDAY_DUE


def test_the_promise_of_a_claim_counts_them(office: SupportOffice) -> None:
    known = dict(office.services.offers)
    offer = known["cleaq-rental"]
    assert offer.support is not None
    rental = office.contract("cleaq-rental", quantity=3)
    machine = office.machine(rental, ownership="rented")
    with office.opened.services.context.store.writing() as unit:
        row = unit.session.get_one(Contract, rental)
        row.offer_copy = {**row.offer_copy, "support": {**row.offer_copy["support"], "closed_on_bridge_days": True}}
    publish(office, provider=offer.provider.id)
    claims = ClaimService(office.services.context)
    (promise,) = claims.preview(ClaimDraft(machine, ClaimType.BREAKAGE, date(2026, 11, 10))).promises
    assert promise.day == date(2026, 11, 13)


def test_the_day_to_send_and_the_day_of_arrival_count_what_was_granted_since_the_signature(office: SupportOffice) -> None:
    contracts, (row,) = office.services.contracts, office.services.contracts.rows()
    sheet = contracts.sheet(row.number)
    before, deadline = sheet.summary.recommended_send_by, sheet.summary.notice_deadline
    arrival = office.services.resignations.likely_receipt(row.number)
    assert before is not None and deadline is not None
    publish(office, before.email)
    publish(office, arrival)
    after = contracts.sheet(row.number).summary.recommended_send_by
    assert after is not None
    assert (after.email, after.post) < (before.email, before.post)
    steps = contracts.sheet(row.number).summary.why["recommended_send_by"].steps
    assert any("jour de pont" in step.render("fr") for step in steps)
    assert office.services.resignations.likely_receipt(row.number) > arrival
    drawn = {mark.kind: mark.day for mark in contracts.timeline(row.number).marks}
    assert (drawn[MarkKind.SEND_BY_EMAIL], drawn[MarkKind.SEND_BY_POST]) == (after.email, after.post)
