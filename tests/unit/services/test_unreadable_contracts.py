"""What an office can still do with contracts whose rules this program cannot read: everything that does not need them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.records import ClaimType, ContractStatus, InterventionKind, Urgency
from app.domain.values.claims import ClaimDraft
from app.domain.values.contracts import ContractDraft
from app.domain.values.support import NewRequest
from app.services import Services
from app.services.contract_reading import UnreadableContractError, refresh_or_clear
from app.store import contract_queries
from tests.claim_office import DAY, claim_office
from tests.offices import StandingClock, add_three_contracts, open_office


def forget_rules(services: Services) -> None:
    """Every contract comes from a program that writes duration in another way."""
    with services.contracts._store.writing() as unit:
        for row in contract_queries.contracts(unit.session):
            row.offer_copy = {**row.offer_copy, "term": {"until": "2099-12-31"}}
            assert not refresh_or_clear(unit.session, row)


def test_a_claim_goes_on_and_a_new_one_is_refused_in_words(tmp_path: Path) -> None:
    with claim_office(tmp_path) as office:
        claims = office.services.claims
        claim = office.claim(office.laptop, ClaimType.BREAKDOWN)
        forget_rules(office.services)
        found = claims.detail(claim.row.id)
        assert (found.decision, found.call_due_at) == (None, claim.call_due_at)
        with pytest.raises(UnreadableContractError) as refused:
            claims.preview(ClaimDraft(office.till, ClaimType.BREAKDOWN, DAY, None))
        assert found.row.contract_number in refused.value.text.render("fr")


def test_help_is_asked_for_and_given_and_nobody_says_who_pays(tmp_path: Path) -> None:
    opened = open_office(tmp_path, clock := StandingClock())
    services = opened.services
    _, _, managed = add_three_contracts(opened)
    forget_rules(services)
    assert services.support.services() == ()
    with pytest.raises(UnreadableContractError, match=managed):
        services.contracts.services(managed)
    contract = next(row.id for row in services.contracts.rows() if row.number == managed)
    for service in ("", "on_site_visit"):
        asked = NewRequest(subject="Panne", urgency=Urgency.BLOCKED, contract_id=contract, service=service)
        preview = services.support.prepare(asked)
        assert preview.covered is None and managed in preview.headline.render()
        request = services.support.add(asked).id
        start = clock.now()
        clock.moment += timedelta(minutes=10)
        services.support.log_intervention(request, InterventionKind.ON_SITE, "T", start, clock.now(), "")
        (work,) = services.support.detail(request).interventions
        assert (work.covered_minutes, work.billable_minutes, work.to_check) == (0, 0, True)
    opened.close()


def test_other_contracts_are_made_and_changed(tmp_path: Path) -> None:
    opened = open_office(tmp_path)
    services = opened.services
    _, rental, managed = add_three_contracts(opened)
    forget_rules(services)
    support = services.contracts.add(ContractDraft("gesticlean-support", date(2026, 1, 31), quantity=2), ContractStatus.ACTIVE)
    services.contracts.change_quantity(support, 6)
    services.contracts.end(rental, date(2026, 11, 22))
    assert {row.number for row in services.contracts.rows() if row.trouble} >= {rental, managed}
    calendar = services.papers.calendar()
    assert calendar.content.count(b"BEGIN:VEVENT") == 1 and set(calendar.left_out) >= {rental, managed}
    remark = services.papers.write_calendar(tmp_path / "echeances.ics")
    assert remark is not None and remark.render("fr").startswith("Absents de l’agenda") and rental in remark.render("fr")
    assert (tmp_path / "echeances.ics").read_bytes().count(b"BEGIN:VEVENT") == 1
    opened.close()


@pytest.mark.parametrize("missing", ["line", "quantity", "provider"])
def test_nobody_counts_computers_of_a_rental_that_says_not_how_many(tmp_path: Path, missing: str) -> None:
    """What is kept of a contract that follows them stays as it was, however often others change."""
    opened = open_office(tmp_path, StandingClock())
    support, rental, managed = add_three_contracts(opened)
    contracts = opened.services.contracts

    def followed() -> tuple[int, Decimal]:
        with contracts._store.reading() as session:
            row = next(one for one in contract_queries.contracts(session) if one.number == managed)
            line = contract_queries.lines(session, row.id)[0]
            return line.quantity, line.unit_price

    before = followed()
    with contracts._store.writing() as unit:
        row = next(one for one in contract_queries.contracts(unit.session) if one.number == rental)
        line = contract_queries.lines(unit.session, row.id)[0]
        if missing == "line":
            line.deleted_at = datetime(2026, 11, 22, tzinfo=UTC)
        elif missing == "quantity":
            line.quantity = 0
        else:
            row.offer_copy = {name: value for name, value in row.offer_copy.items() if name != "provider"}
    contracts.change_quantity(support, 5)
    assert followed() == before and before[0] == 4
    assert {row.number: row.trouble is not None for row in contracts.rows()} == {support: False, rental: True, managed: True}
    opened.close()
