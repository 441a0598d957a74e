"""The demo office: believable, the same for the same seed, recorded like what a person enters."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import OpenFolder
from app.domain import identifiers
from app.domain.errors import InputError, RuleError
from app.domain.records import ClaimStatus, ClaimType, EquipmentKind, EquipmentStatus, HolidayZone, OfferKind, Ownership, TheftCircumstances
from app.domain.values.claims import ClaimDraft
from app.domain.values.equipment import EquipmentQuery
from app.services.demo import DemoCounts
from app.store.unit_of_work import Session
from tests.offices import StandingClock, open_office

SYNCED = (
    "organisation",
    "site",
    "person",
    "contract",
    "contract_line",
    "equipment",
    "assignment",
    "support_request",
    "intervention",
    "rating",
    "document",
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Any:
    opened = open_office(tmp_path_factory.mktemp("demo"), named=False)
    counts = opened.services.demo.fill()
    yield opened, counts
    opened.close()


def rows(folder: Path, statement: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "parclair.sqlite3")) as connection:
        return connection.execute(statement).fetchall()


def test_what_it_holds(office: tuple[OpenFolder, DemoCounts]) -> None:
    opened, counts = office
    services = opened.services
    assert (counts.equipment, counts.people, counts.contracts, counts.requests) == (40, 9, 4, 24) and counts.ratings > 4
    assert services.equipment.page(EquipmentQuery()).total == 40
    assert len(services.office.people()) == 9 and len(services.documents.rows()) == 4
    assert [site.holiday_zone for site in services.office.sites()] == [HolidayZone.MAINLAND, HolidayZone.ALSACE_MOSELLE]
    assert {row.kind for row in services.contracts.rows()} == set(OfferKind)
    found = services.equipment.page(EquipmentQuery(), 0, 100).rows
    assert {row.kind for row in found} == set(EquipmentKind)
    assert len({row.status for row in found}) >= 6 and any(row.ownership is Ownership.RENTED for row in found)
    assert len({row.serial for row in found}) == 40 and len({row.inventory_number for row in found}) == 40


def test_the_company_is_plainly_invented_and_its_keys_are_right(office: tuple[OpenFolder, DemoCounts]) -> None:
    known = office[0].services.office.organisation()
    assert known is not None and known.siren == "123456782"
    assert identifiers.parse_siret(known.siret, known.siren) == known.siret
    assert identifiers.parse_vat_number(known.vat_number, known.siren) == known.vat_number
    assert identifiers.parse_french_iban(known.iban) == known.iban and known.iban[4:9] == "99999"
    assert identifiers.parse_phone(known.phone) == known.phone and identifiers.parse_email(known.email).endswith(".example")
    assert office[0].services.office.eligibility().ok


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2027, 2, 3), date(2028, 2, 4), date(2028, 2, 29), date(2026, 12, 31)])
def test_deadlines_are_near_and_far_on_any_day(tmp_path: Path, today: date) -> None:
    opened = open_office(tmp_path, StandingClock(datetime(today.year, today.month, today.day, 10, tzinfo=UTC)), named=False)
    opened.services.demo.fill(12, 5)
    known = [row for row in opened.services.contracts.rows() if "Cleaq" not in row.provider]
    left = {row.kind: row.days_left for row in known}
    alerts = {row.kind: row.alert for row in known}
    opened.close()
    assert alerts[OfferKind.SOFTWARE_SUPPORT] == 30 and alerts[OfferKind.RENTAL] == 90
    far = left[OfferKind.MANAGED_IT]
    assert far is not None and far > 90


def test_the_contracts_grew_with_the_office(office: tuple[OpenFolder, DemoCounts]) -> None:
    contracts = office[0].services.contracts
    sheets = {sheet.offer.id: sheet for sheet in (contracts.sheet(row.number) for row in contracts.rows())}
    rental, managed = sheets["commown-rental"], sheets["commown-managed"]
    leased = sheets["cleaq-rental"]
    rented = office[0].services.equipment.page(EquipmentQuery(ownerships=frozenset({Ownership.RENTED}))).total - leased.equipment_count
    assert leased.quote.quantity == leased.equipment_count == 3
    assert rental.quote.quantity == managed.quote.quantity == rented == rental.equipment_count
    assert managed.linked is not None and managed.linked.number == rental.number
    for sheet in sheets.values():
        assert sheet is leased or any("→" in event.text.render("fr") for event in sheet.events)
        assert sheet.documents and sheet.documents[0].path.read_bytes().startswith(b"%PDF")


def test_a_claim_runs_and_its_offer_tells_what_it_covers(office: tuple[OpenFolder, DemoCounts]) -> None:
    services = office[0].services
    (claim,) = services.claims.rows()
    found = services.claims.detail(claim.id)
    assert claim.status is ClaimStatus.WAITING_FOR_DOCUMENTS and found.row.covered is True
    machines = services.equipment.page(EquipmentQuery(ownerships=frozenset({Ownership.RENTED})), 0, 100).rows
    phones = [row for row in machines if row.kind is EquipmentKind.SMARTPHONE]
    other = next(row for row in phones if row.id != claim.equipment_id)
    today = services.clock.today()
    covered = {
        how: services.claims.preview(ClaimDraft(other.id, ClaimType.THEFT, today, theft=how)).covered
        for how in (TheftCircumstances.BURGLARY, TheftCircumstances.UNLOCKED)
    }
    assert covered == {TheftCircumstances.BURGLARY: True, TheftCircumstances.UNLOCKED: False}


def test_assignments_have_a_history(office: tuple[OpenFolder, DemoCounts]) -> None:
    equipment = office[0].services.equipment
    found = equipment.page(EquipmentQuery(), 0, 100).rows
    histories = {row.designation: equipment.assignments(row.id) for row in found}
    assert sum(1 for entries in histories.values() if len(entries) > 1) >= 2
    for row in found:
        entries = histories[row.designation]
        current = [entry for entry in entries if entry.end is None]
        assert [entry.person_name for entry in current] == ([row.person_name] if row.person_name else [])
        assert all(entry.end is None or entry.start <= entry.end for entry in entries)
        if row.status in (EquipmentStatus.RETIRED, EquipmentStatus.IN_STOCK):
            assert not row.person_name


def test_every_row_is_in_the_outbox_and_in_the_journal(office: tuple[OpenFolder, DemoCounts]) -> None:
    folder = office[0].folder
    for table in SYNCED:
        ids = {row[0] for row in rows(folder, f"SELECT id FROM {table}")}
        assert ids, table
        told = {row[0] for row in rows(folder, f"SELECT row_id FROM outbox WHERE type = '{table}' AND op = 'put'")}
        kept = {row[0] for row in rows(folder, f"SELECT row_id FROM audit_entry WHERE type = '{table}' AND action = 'created'")}
        assert ids == told == kept, table
    (changes,) = rows(folder, "SELECT changes FROM outbox WHERE type = 'equipment' LIMIT 1")[0]
    fields = json.loads(changes)
    assert set(fields) >= {"designation", "kind", "status", "site_id", "purchase_price", "notes"} and "search" not in fields
    assert len({row[0] for row in rows(folder, "SELECT tx FROM outbox")}) == 1


def test_derived_columns_are_what_a_change_would_make_them(office: tuple[OpenFolder, DemoCounts]) -> None:
    from app.services.equipment_index import refresh
    from app.store.tables import Equipment

    def check(session: Session) -> None:
        for machine in session.query(Equipment):
            before = {name: getattr(machine, name) for name in Equipment.derived}
            refresh(session, machine)
            assert {name: getattr(machine, name) for name in Equipment.derived} == before

    with office[0].services.context.store.reading() as session:
        check(session)
    found = office[0].services.equipment.page(EquipmentQuery(search="helene thinkpad"))
    assert found.total == office[0].services.equipment.page(EquipmentQuery(search="Hélène ThinkPad")).total


def _content(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {table: rows(folder, f"SELECT * FROM {table} ORDER BY id") for table in SYNCED}


def test_same_seed_same_data(tmp_path: Path) -> None:
    found = []
    for name, seed in (("one", 7), ("two", 7), ("other", 8)):
        opened = open_office(tmp_path / name, named=False)
        opened.services.demo.fill(60, 30, seed)
        opened.close()
        found.append(_content(tmp_path / name))
    assert found[0] == found[1]
    assert found[0]["equipment"] != found[2]["equipment"] and found[0]["support_request"] != found[2]["support_request"]


def test_support_requests_of_the_last_year(office: tuple[OpenFolder, DemoCounts]) -> None:
    found = rows(office[0].folder, "SELECT number, opened_at, closed_at, status FROM support_request ORDER BY opened_at")
    assert len(found) == 24 and len({number for number, *_ in found}) == 24
    assert all("2025-11" <= opened[:7] <= "2026-11" for _, opened, _, _ in found)
    assert all((closed is not None) == (status == "closed") for _, _, closed, status in found)
    assert {status for *_, status in found} == {"new", "call_back_planned", "in_progress", "waiting_for_customer", "closed"}
    values = [value for (value,) in rows(office[0].folder, "SELECT value FROM rating")]
    assert len(values) == office[1].ratings and values.count("great") > len(values) / 2


@pytest.mark.parametrize("count", [0, 1, 7, 41])
def test_exactly_as_many_machines_as_asked_for(tmp_path: Path, count: int) -> None:
    opened = open_office(tmp_path, named=False)
    counts = opened.services.demo.fill(count, 0)
    assert counts == DemoCounts(count, 9, 4, 0, 0) and opened.services.equipment.page(EquipmentQuery()).total == count
    opened.close()


def test_many_machines_are_loaded_at_once_and_found(tmp_path: Path) -> None:
    opened = open_office(tmp_path, named=False)
    told: list[tuple[int, int]] = []
    counts = opened.services.demo.fill(12_000, 10, 3, lambda done, total: told.append((done, total)))
    assert counts.equipment == 12_000 and counts.people == 300 and told == [(10_000, 12_000), (12_000, 12_000)]
    equipment = opened.services.equipment
    assert equipment.page(EquipmentQuery(search="thinkpad")).total > 500
    page = equipment.page(EquipmentQuery(sort="serial"), 0, 50)
    assert page.total == 12_000 and [row.serial for row in page.rows] == sorted(row.serial for row in page.rows)
    names = {row[0] for row in rows(tmp_path, "SELECT name FROM sqlite_master WHERE tbl_name = 'equipment' AND type = 'index'")}
    assert "ix_equipment_by_designation_key" in names
    (target,) = equipment.page(EquipmentQuery(search="PDT-0777"), 0, 1).rows
    equipment.change(target.id, {"designation": "Trouvé après coup"})
    assert equipment.page(EquipmentQuery(search="trouve apres")).total == 1
    opened.close()


def test_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    opened = open_office(tmp_path)
    with pytest.raises(RuleError, match="already"):
        opened.services.demo.fill()
    assert opened.services.equipment.page(EquipmentQuery()).total == 0
    opened.close()


@pytest.mark.parametrize(("equipment", "requests"), [(-1, 0), (200_001, 0), (0, -1), (0, 100_001)])
def test_a_size_out_of_range(tmp_path: Path, equipment: int, requests: int) -> None:
    opened = open_office(tmp_path, named=False)
    with pytest.raises(InputError):
        opened.services.demo.fill(equipment, requests)
    opened.close()


def test_an_interrupted_demo_leaves_an_empty_folder(tmp_path: Path) -> None:
    opened = open_office(tmp_path, named=False)

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        opened.services.demo.fill(40, 24, 1, stop)
    assert opened.services.office.organisation() is None
    assert opened.services.demo.fill().equipment == 40
    opened.close()
