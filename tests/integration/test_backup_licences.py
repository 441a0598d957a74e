"""Every licence's state: who subscribed, who may, what was reported; and the option on and off."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from app.bootstrap import OpenFolder
from app.domain.backup_state import BackupState
from app.domain.errors import NotFoundError, RuleError
from app.domain.records import BackupOperation, BackupResult, ContractStatus
from app.domain.values.backups import LicenceState
from app.domain.values.contracts import ContractDraft
from app.store.base import new_id
from app.store.tables import BackupReport, Equipment
from tests.offices import StandingClock, open_office

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    opened = open_office(tmp_path / "data", StandingClock(NOW))
    yield opened
    opened.close()


def machine(office: OpenFolder, designation: str, licence: str = "", system: str = "", contract: str = "") -> UUID:
    given = {"kind": "computer", "designation": designation, "licence_number": licence, "os_name": system}
    identifier = office.services.equipment.add(given)
    if contract:
        with office.services.context.store.writing() as unit:
            row = unit.session.get(Equipment, identifier)
            assert row is not None
            row.contract_id = UUID(contract)
    return identifier


def reported(office: OpenFolder, equipment: UUID, hours_ago: float, result: BackupResult = BackupResult.SUCCESS) -> None:
    moment = NOW - timedelta(hours=hours_ago)
    with office.services.context.store.writing() as unit:
        unit.session.add(
            BackupReport(
                id=new_id(), equipment_id=equipment, operation=BackupOperation.BACKUP, result=result, started_at=moment, finished_at=moment
            )
        )


def states(office: OpenFolder) -> dict[str, LicenceState]:
    return {one.licence: one for one in office.services.backups.overview().licences}


def test_only_what_was_said_is_subscribed(office: OpenFolder) -> None:
    one = machine(office, "Caisse 1", "GC-1", "Windows 11 24H2")
    machine(office, "Caisse 2", "GC-2", "Windows 11 24H2")
    machine(office, "Sans licence")
    office.services.backups.subscribe(one, "GC-1", True)
    found = states(office)
    assert set(found) == {"GC-1", "GC-2"}
    assert (found["GC-1"].subscribed, found["GC-1"].state) == (True, BackupState.NEVER)
    assert (found["GC-2"].subscribed, found["GC-2"].state) == (False, BackupState.NOT_SUBSCRIBED)
    assert found["GC-1"].eligible is None and [part.met for part in found["GC-1"].conditions] == [True, None]
    office.services.backups.subscribe(one, "GC-1", False)
    assert states(office)["GC-1"].state is BackupState.NOT_SUBSCRIBED


def test_the_option_is_refused_where_a_condition_is_not_met(office: OpenFolder) -> None:
    old = machine(office, "Vieux poste", "GC-7", "Windows 7")
    with pytest.raises(RuleError):
        office.services.backups.subscribe(old, "GC-7", True)
    assert states(office)["GC-7"].state is BackupState.NOT_SUBSCRIBED
    with pytest.raises(NotFoundError):
        office.services.backups.subscribe(uuid4(), "x", True)


def test_a_contract_with_the_option_says_so_for_each_licence(office: OpenFolder) -> None:
    draft = ContractDraft("gesticlean-support", date(2026, 1, 31), quantity=3, options=("automatic_backup",))
    number = office.services.contracts.add(draft, ContractStatus.ACTIVE)
    contract = office.services.contracts.find(number).row.id if hasattr(office.services.contracts, "find") else _contract_id(office, number)
    assert [one.equipment_id for one in office.services.backups.overview().licences] == [None, None, None]
    machine(office, "Caisse 1", "GC-1", "Windows 11", str(contract))
    loose = machine(office, "Caisse 2", "GC-2", "Windows 11")
    office.services.backups.subscribe(loose, "", True)
    found = office.services.backups.overview().licences
    assert [(one.licence, one.subscribed) for one in found][:2] == [("GC-1", True), ("GC-2", True)]
    assert len(found) == 3 and found[2].equipment_id is None and number in found[2].licence
    assert found[2].state is BackupState.NEVER and found[2].eligible is None and found[0].contract_number == number


def _contract_id(office: OpenFolder, number: str) -> UUID:
    from app.store import contract_queries

    with office.services.context.store.reading() as session:
        row = contract_queries.by_number(session, number)
        assert row is not None
        return row.id


def test_the_state_follows_the_reports(office: OpenFolder) -> None:
    one = machine(office, "Caisse 1", "GC-1", "Windows 11")
    office.services.backups.subscribe(one, "GC-1", True)
    for hours, result, state in (
        (200, BackupResult.SUCCESS, BackupState.CRITICAL),
        (70, BackupResult.SUCCESS, BackupState.LATE),
        (40, BackupResult.FAILED, BackupState.FAILED),
        (20, BackupResult.SUCCESS, BackupState.GOOD),
        (10, BackupResult.CANCELLED, BackupState.GOOD),
    ):
        reported(office, one, hours, result)
        assert states(office)["GC-1"].state is state, hours
    found = states(office)["GC-1"]
    assert found.last_success == NOW - timedelta(hours=20) and found.why.steps
    assert len(office.services.backups.history(one)) == 5
    assert office.services.backups.detail(one).licence == found


def test_a_success_long_ago_is_not_forgotten(office: OpenFolder) -> None:
    one = machine(office, "Caisse 1", "GC-1", "Windows 11")
    reported(office, one, 24 * 60)
    reported(office, one, 24 * 50, BackupResult.FAILED)
    found = states(office)["GC-1"]
    assert found.reported is BackupState.CRITICAL and found.last_success == NOW - timedelta(hours=24 * 60)


def test_a_site_shows_its_own_machines(office: OpenFolder) -> None:
    annecy, lyon = (office.services.office.add_site({"name": name}) for name in ("Annecy", "Lyon"))
    for designation, site in (("Caisse 1", annecy), ("Caisse 2", lyon)):
        given = {"kind": "computer", "designation": designation, "licence_number": designation, "site_id": site}
        office.services.equipment.add(given)
    assert [one.designation for one in office.services.backups.overview(annecy).licences] == ["Caisse 1"]
