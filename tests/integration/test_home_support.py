"""Whether the contacts of the home screen can be called now: the contract's own hours, on the holidays of its site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.bootstrap import OpenFolder
from app.domain.formatting import PARIS
from app.domain.records import ContractStatus
from app.domain.values.contracts import ContractDraft
from tests.offices import StandingClock, add_three_contracts, open_office

GOOD_FRIDAY = datetime(2026, 4, 3, 8, tzinfo=UTC)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(datetime(2026, 11, 10, 16, 30, tzinfo=UTC))


@pytest.fixture
def office(tmp_path: Path, clock: StandingClock) -> Iterator[OpenFolder]:
    opened = open_office(tmp_path / "data", clock)
    yield opened
    opened.close()


def test_open_until_and_closed_until(office: OpenFolder, clock: StandingClock) -> None:
    add_three_contracts(office)
    home = office.services.home
    (contact,) = home.summary().contacts
    (opening,) = home.support_now().openings
    assert (opening.contract_id, opening.open) == (contact.contract_id, True)
    assert opening.changes_at == datetime(2026, 11, 10, 18, tzinfo=PARIS)
    clock.moment = datetime(2026, 11, 10, 17, tzinfo=UTC)
    now = home.support_now()
    assert now.asked_at == clock.moment
    assert (now.openings[0].open, now.openings[0].changes_at) == (False, datetime(2026, 11, 12, 9, tzinfo=PARIS))
    assert "Armistice" in " ".join(str(step) for step in now.openings[0].why.steps)


def test_holidays_are_those_of_the_only_zone_or_of_the_contracts_site(office: OpenFolder, clock: StandingClock) -> None:
    clock.moment = GOOD_FRIDAY
    services = office.services
    add_three_contracts(office)
    assert services.home.support_now().openings[0].open
    strasbourg = services.office.add_site({"name": "Strasbourg", "holiday_zone": "alsace-moselle"})
    assert not services.home.support_now().openings[0].open
    services.office.add_site({"name": "Annecy", "holiday_zone": "mainland"})
    assert services.home.support_now().openings[0].open
    services.contracts.add(
        ContractDraft("gesticlean-support", date(2026, 1, 31), quantity=1, site_id=strasbourg, number="A-0"), ContractStatus.ACTIVE
    )
    assert not services.home.support_now(strasbourg).openings[0].open


def test_an_office_without_contracts_has_nobody_to_call(office: OpenFolder) -> None:
    assert office.services.home.support_now().openings == ()


def test_the_summary_loads_no_calendar(office: OpenFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    add_three_contracts(office)
    monkeypatch.setattr("app.domain.calendars._holidays", lambda *_: pytest.fail("the first screen asked for a holiday"))
    assert office.services.home.summary().contacts
