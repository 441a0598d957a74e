"""What the provider's staff settle on the server leaves a shop's computer as if the shop had settled it there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from app.domain.records import Channel, ClaimStatus, ClaimType, ContractStatus, ResignationStatus
from app.domain.values.claims import ClaimDraft
from app.domain.values.contracts import ContractDraft
from app.server import organisations
from app.server.access.activation import new_code
from app.services import Services
from tests.claim_office import ClaimOffice, furnish
from tests.server import offices
from tests.server.live import SIRENS, LiveServer, Member
from tests.server.offices import WebDevice
from tests.sync_deeds import services


@pytest.fixture
def server(lite: LiveServer, monkeypatch: pytest.MonkeyPatch) -> LiveServer:
    """A server, and computers on its clock."""
    monkeypatch.setattr(offices, "RealClock", lambda: lite.clock)
    return lite


@contextmanager
def computer(server: LiveServer, folder: Path, number: int) -> Iterator[tuple[WebDevice, Services, str]]:
    """A computer of an organisation of its own."""
    with server.database.writing() as connection:
        organisation = organisations.add(connection, folder.name, SIRENS[number], server.clock.now())
        code = new_code(connection, organisation, server.clock.now())
    with closing(WebDevice(folder, server.url, code)) as one:
        yield one, services(one), organisation


def post(staff: Member, organisation: str, rest: str, given: dict[str, Any]) -> None:
    answer = staff.client.post(f"/v1/staff/organisations/{organisation}/{rest}", json=given)
    assert answer.status_code == 200, answer.text


def damaged(office: ClaimOffice, lent: bool) -> UUID:
    """A claim on the laptop that Marie has; another device is lent to her, or not."""
    office.rent(office.stock)
    office.rent(office.phone)
    claims = office.services.claims
    claim = claims.add(ClaimDraft(office.laptop, ClaimType.BREAKAGE, date(2026, 11, 20))).row.id
    claims.move(claim, ClaimStatus.IN_HAND)
    if lent:
        claims.lend(claim, office.phone)
    return claim


def picture(office: ClaimOffice, claim: UUID) -> dict[str, Any]:
    """What the office sees of its machines and of the claim, whatever their ids."""
    names = {office.laptop: "laptop", office.stock: "stock", office.phone: "phone"}
    seen: dict[str, Any] = {}
    for machine, name in names.items():
        sheet = office.services.equipment.sheet(machine)
        handed = [(one.person_name, one.start, one.end) for one in office.services.equipment.assignments(machine)]
        seen[name] = (sheet.status, sheet.person_name, sheet.site_name, sheet.contract_number, handed)
    detail = office.services.claims.detail(claim)
    loan, new = (None if one is None else names[one.id] for one in (detail.loan, detail.replacement))
    seen["claim"] = (detail.row.status, loan, new, detail.replaced_at, detail.outcome_note)
    return seen


@pytest.mark.parametrize("lent", [False, True])
@pytest.mark.parametrize("outcome", ["repaired", "refused", "withdrawn", "stock", "phone"])
def test_a_claim_that_staff_settle(server: LiveServer, tmp_path: Path, outcome: str, lent: bool) -> None:
    staff = server.staff()
    with computer(server, tmp_path / "own", 0) as (_, own, _), computer(server, tmp_path / "staff", 1) as (one, theirs, organisation):
        here, there = (furnish(known, server.clock) for known in (own, theirs))  # type: ignore[arg-type]
        ours, other = damaged(here, lent), damaged(there, lent)
        one.sync()
        if outcome in ("stock", "phone"):
            here.services.claims.replace(ours, getattr(here, outcome), "Réglé")
            given = {"status": "replaced", "replacement_equipment": str(getattr(there, outcome)), "outcome_note": "Réglé"}
        else:
            here.services.claims.move(ours, ClaimStatus(outcome), "Réglé")
            given = {"status": outcome, "outcome_note": "Réglé"}
        post(staff, organisation, f"claims/{other}/decision", given)
        one.sync()
        assert picture(there, other) == picture(here, ours)


@pytest.mark.parametrize("sync_first", [False, True])
@pytest.mark.parametrize("machine", ["stock", "till", "laptop"])
@pytest.mark.parametrize(("kind", "outcome"), [(ClaimType.BREAKAGE, "repaired"), (ClaimType.LOSS, "withdrawn")])
def test_a_machine_is_again_what_it_was_before_its_claim(
    server: LiveServer, tmp_path: Path, machine: str, kind: ClaimType, outcome: str, sync_first: bool
) -> None:
    """One that waited in stock, one that nobody in particular has, and one that is somebody's."""
    staff = server.staff()
    with computer(server, tmp_path / "own", 0) as (_, own, _), computer(server, tmp_path / "staff", 1) as (one, theirs, organisation):
        here, there = (furnish(known, server.clock) for known in (own, theirs))  # type: ignore[arg-type]
        if sync_first:
            one.sync()
        before = here.status(getattr(here, machine))
        for office in (here, there):
            if machine == "stock":
                office.rent(office.stock)
                office.services.equipment.change(office.stock, {"contract_id": "C-1"})
        ours, other = (office.claim(getattr(office, machine), kind, day=date(2026, 11, 20)).row.id for office in (here, there))
        here.services.claims.move(ours, ClaimStatus(outcome))
        one.sync()
        post(staff, organisation, f"claims/{other}/decision", {"status": outcome})
        one.sync()
        assert there.status(getattr(there, machine)) == here.status(getattr(here, machine)) == before


@pytest.mark.parametrize(("offer", "start"), [("gesticlean-support", date(2025, 11, 23)), ("commown-rental", date(2024, 1, 15))])
@pytest.mark.parametrize("received", [date(2026, 11, 20), date(2026, 11, 22)])
def test_a_resignation_that_staff_confirm(server: LiveServer, tmp_path: Path, offer: str, start: date, received: date) -> None:
    staff = server.staff()
    seen = []
    for number, name in enumerate(("own", "staff")):
        with computer(server, tmp_path / name, number) as (one, known, organisation):
            price = Decimal(30) if offer == "commown-rental" else None
            known.contracts.add(ContractDraft(offer, start, quantity=1, unit_price=price, number="C-1"), ContractStatus.ACTIVE)
            known.resignations.resign("C-1", date(2026, 11, 18), Channel.POST)
            known.resignations.follow_up("C-1", ResignationStatus.SENT, date(2026, 11, 16))
            if name == "own":
                known.resignations.follow_up("C-1", ResignationStatus.RECEIVED, received)
                known.resignations.follow_up("C-1", ResignationStatus.CONFIRMED, date(2026, 11, 22))
            else:
                one.sync()
                letter = known.contracts.sheet("C-1").resignation
                assert letter is not None
                post(staff, organisation, f"resignations/{letter.id}/confirmation", {"received_on": received.isoformat()})
                one.sync()
            sheet = known.contracts.sheet("C-1")
            assert sheet.resignation is not None
            seen.append((sheet.status, sheet.ended_on, {**vars(sheet.resignation), "id": None}))
    assert seen[0] == seen[1]
