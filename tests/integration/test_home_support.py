"""Support on the home screen: whether the contacts can be called now, and which requests, claims and ratings wait."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from app.bootstrap import OpenFolder
from app.domain.formatting import PARIS
from app.domain.records import ClaimStatus, ClaimType, ContractStatus, RatingValue, RequestStatus, Urgency
from app.domain.values.contracts import ContractDraft
from app.domain.values.home import Need
from app.store.folding import searchable
from app.store.tables import Claim, Contract, Rating, SupportRequest
from tests.conftest import ROOT
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


# What waits in support ---------------------------------------------------------------------------------------------------------------

NOON = datetime(2026, 11, 10, 11, tzinfo=UTC)


def add_request(office: OpenFolder, number: str, **given: Any) -> UUID:
    """A request as the database keeps it; what a test does not say is that of a new one."""
    known = {"subject": "Plus de tickets", "urgency": Urgency.BLOCKED, "opened_at": NOON - timedelta(hours=1)}
    with office.services.context.store.writing() as unit:
        row = SupportRequest(number=number, **{**known, **given})
        unit.session.add(row)
        unit.session.flush()
        return row.id


def add_claim(office: OpenFolder, number: str, **given: Any) -> UUID:
    """A claim on a machine of its own."""
    machine = office.services.equipment.add({"designation": f"Portable {number}", "kind": "computer", "site_id": given.pop("site_id", "")})
    known = {"type": ClaimType.BREAKDOWN, "happened_on": NOON.date(), "declared_at": NOON}
    with office.services.context.store.writing() as unit:
        row = Claim(number=number, equipment_id=machine, **{**known, **given})
        unit.session.add(row)
        unit.session.flush()
        return row.id


def support(office: OpenFolder, site: UUID | None = None) -> list[tuple[str, str]]:
    """Level and title of the needs of support, in the order of the home screen; of a request, whose title is its subject, state and number."""
    return [(need.level, said(need)) for need in office.services.home.summary(site).needs if need.screen == "support"]


def said(need: Need) -> str:
    """See `support`."""
    title, parts = need.title.render("fr"), need.detail.render("fr").split(" · ")
    return f"{parts[0].split(',')[0]}\u00a0: {parts[-1]}" if title == "Plus de tickets" else title


def test_unanswered_requests_in_the_order_they_are_called_back(office: OpenFolder, clock: StandingClock) -> None:
    clock.moment = NOON
    question = add_request(office, "D-1", urgency=Urgency.QUESTION, due_at=NOON + timedelta(hours=3))
    add_request(office, "D-2", due_at=NOON + timedelta(minutes=5))
    late = add_request(office, "D-3", urgency=Urgency.DEGRADED, due_at=NOON - timedelta(minutes=5))
    add_request(office, "D-4", due_at=NOON - timedelta(minutes=5), first_response_at=NOON, status=RequestStatus.IN_PROGRESS)
    add_request(office, "D-5", status=RequestStatus.WAITING_FOR_CUSTOMER)
    assert support(office) == [
        ("critical", "Demande sans réponse\u00a0: D-2"),
        ("critical", "Réponse en retard\u00a0: D-3"),
        ("warning", "Votre réponse est attendue\u00a0: D-5"),
        ("info", "Demande sans réponse\u00a0: D-1"),
    ]
    needs = {need.record_id: need for need in office.services.home.summary().needs}
    assert needs[late].detail.render("fr") == "Réponse en retard, attendue pour le 10/11/2026 11:55 · Marche mal · D-3"
    assert needs[question].detail.render("fr") == "Demande sans réponse · Question · D-1"
    assert office.services.shell.counts(None)["support"] == 4
    waits = [row.number for row in office.services.support.queue().rows if row.status is RequestStatus.NEW]
    assert waits == ["D-2", "D-3", "D-1"]
    clock.moment = NOON + timedelta(minutes=6)
    assert support(office)[:2] == [("critical", "Réponse en retard\u00a0: D-2"), ("critical", "Réponse en retard\u00a0: D-3")]


def test_the_offers_own_order_counts_on_both_screens(office: OpenFolder, clock: StandingClock) -> None:
    clock.moment = NOON
    support_number, _, _ = add_three_contracts(office)
    with office.services.context.store.writing() as unit:
        row = unit.session.scalars(select(Contract).where(Contract.number == support_number)).one()
        kept = dict(row.offer_copy)
        row.offer_copy = {**kept, "support": {**kept["support"], "call_back_order": ["question", "blocked", "degraded"]}}
    for number, urgency in (("D-1", Urgency.DEGRADED), ("D-2", Urgency.BLOCKED), ("D-3", Urgency.QUESTION)):
        add_request(office, number, urgency=urgency, due_at=NOON - timedelta(minutes=5))
    add_request(office, "D-0", status=RequestStatus.IN_PROGRESS)
    assert [row.number for row in office.services.support.queue().rows] == ["D-3", "D-2", "D-1", "D-0"]
    assert [title.split("\u00a0: ")[1] for _, title in support(office)] == ["D-3", "D-2", "D-1"]


def test_many_unanswered_requests_are_told_together(office: OpenFolder, clock: StandingClock) -> None:
    clock.moment = NOON
    for place in range(8):
        add_request(office, f"D-{place}", opened_at=NOON - timedelta(minutes=place))
    told = support(office)
    assert [title for _, title in told][:2] == ["Demande sans réponse\u00a0: D-7", "Demande sans réponse\u00a0: D-6"]
    assert told[-1] == ("warning", "Autres demandes sans réponse\u00a0: 3")
    assert office.services.shell.counts(None)["support"] == 8


def test_an_appointment_holds_its_time_and_then_waits(office: OpenFolder, clock: StandingClock) -> None:
    clock.moment = NOON
    planned = {"status": RequestStatus.CALL_BACK_PLANNED, "due_at": NOON - timedelta(hours=1)}
    add_request(office, "D-1", **planned, appointment_at=NOON + timedelta(hours=2))
    add_request(office, "D-2", **planned, appointment_at=NOON + timedelta(hours=22))
    add_request(office, "D-3", **planned, appointment_at=NOON + timedelta(days=2))
    assert support(office) == [("warning", "Rendez-vous aujourd’hui à 14\u00a0h"), ("info", "Rendez-vous demain à 10\u00a0h")]
    assert office.services.shell.counts(None)["support"] == 0
    clock.moment = NOON + timedelta(hours=2)
    assert support(office)[0] == ("critical", "Réponse en retard\u00a0: D-1")
    assert office.services.shell.counts(None)["support"] == 1


def test_resolved_requests_ask_for_a_rating_for_thirty_days(office: OpenFolder, clock: StandingClock) -> None:
    clock.moment = NOON
    solved = {"status": RequestStatus.RESOLVED, "resolved_at": NOON}
    first = add_request(office, "D-1", **solved)
    assert support(office) == [("info", "Avis à donner\u00a0: D-1")]
    (need,) = [need for need in office.services.home.summary().needs if need.screen == "support"]
    assert (need.record_id, need.action) == (first, "rate")
    add_request(office, "D-2", **solved)
    assert support(office) == [("info", "Avis à donner\u00a0: 2 demandes")]
    with office.services.context.store.writing() as unit:
        unit.session.add(Rating(request_id=first, value=RatingValue.GREAT, rated_at=NOON))
    assert support(office) == [("info", "Avis à donner\u00a0: D-2")]
    clock.moment = NOON + timedelta(days=31)
    assert support(office) == []


def test_claims_with_a_near_or_missed_promise(office: OpenFolder, clock: StandingClock) -> None:
    clock.moment = NOON
    add_claim(office, "S-1", call_due_at=NOON - timedelta(minutes=1))
    add_claim(office, "S-2", call_due_at=NOON - timedelta(hours=2), called_at=NOON, replacement_due_at=NOON + timedelta(hours=20))
    add_claim(office, "S-3", status=ClaimStatus.WAITING_FOR_DOCUMENTS)
    add_claim(office, "S-4", status=ClaimStatus.IN_HAND, replacement_due_at=NOON + timedelta(days=3))
    add_claim(office, "S-5", status=ClaimStatus.REPLACED, call_due_at=NOON - timedelta(days=1))
    assert support(office) == [
        ("critical", "Promesse dépassée\u00a0: sinistre S-1"),
        ("warning", "Promesse à tenir\u00a0: sinistre S-2"),
        ("warning", "Pièces à fournir\u00a0: sinistre S-3"),
        ("info", "Sinistre en cours\u00a0: S-4"),
    ]
    details = [need.detail.render("fr") for need in office.services.home.summary().needs if need.screen == "support"]
    assert details[:2] == [
        "Portable S-1 · rappel promis pour le 10/11/2026 11:59",
        "Portable S-2 · remplacement promis pour le 11/11/2026 08:00",
    ]
    assert {need.action for need in office.services.home.summary().needs if need.screen == "support"} == {"claim"}


def test_support_is_told_by_site(office: OpenFolder, clock: StandingClock) -> None:
    clock.moment = NOON
    annecy, lyon = office.services.office.add_site({"name": "Annecy"}), office.services.office.add_site({"name": "Lyon"})
    add_request(office, "D-1", site_id=annecy)
    add_request(office, "D-2")
    add_claim(office, "S-1", site_id="Annecy")
    titles = ["Demande sans réponse\u00a0: D-1", "Demande sans réponse\u00a0: D-2", "Sinistre en cours\u00a0: S-1"]
    assert sorted(title for _, title in support(office, annecy)) == titles
    assert [title for _, title in support(office, lyon)] == titles[1:2]
    assert (office.services.shell.counts(annecy)["support"], office.services.shell.counts(lyon)["support"]) == (2, 1)


def test_requests_and_claims_are_found_from_everywhere(office: OpenFolder) -> None:
    annecy, lyon = office.services.office.add_site({"name": "Annecy"}), office.services.office.add_site({"name": "Lyon"})
    for place in range(9):
        opened = NOON - timedelta(days=place)
        add_request(office, f"D26-A-000{place}", search=searchable("Pièce coincée", codes=(f"D26-A-000{place}",)), opened_at=opened)
    add_request(office, "D26-A-0100", subject="Étiquettes", search=searchable("Étiquettes décalées"), site_id=annecy, opened_at=NOON)
    claim = add_claim(office, "S26-A-0001", type=ClaimType.THEFT)
    search = office.services.search

    def found(text: str, site: UUID | None = None) -> list[tuple[str, str]]:
        return [(hit.kind, hit.title) for hit in search.find(text, site)]

    assert [title[:10] for _, title in found("piece coincee")] == [f"D26-A-000{place}" for place in range(6)]
    assert found("etiquettes decalees") == [("request", "D26-A-0100 — Étiquettes")]
    assert found("etiquettes", annecy) and not found("etiquettes", lyon)
    assert found("d26-a-0100") == [("request", "D26-A-0100 — Étiquettes")]
    assert ("claim", "S26-A-0001 — Portable S26-A-0001") in found("vol s26")
    (hit,) = [hit for hit in search.find("s26 declare") if hit.kind == "claim"]
    assert (hit.id, hit.detail) == (claim, "Vol · Déclaré")


def test_the_summary_of_support_needs_neither_sqlalchemy_nor_pydantic(office: OpenFolder) -> None:
    folder = office.folder
    office.close()
    script = (
        "import sys, pathlib\n"
        "from app.store.store import Store\n"
        "from app.services.context import ServiceContext\n"
        "from app.services.shell import ShellService\n"
        "from app.services.home import HomeService\n"
        "from app.system.clock import SystemClock\n"
        "clock = SystemClock()\n"
        "store = Store(pathlib.Path(sys.argv[1]) / 'parclair.sqlite3', clock.now)\n"
        "context = ServiceContext(store, clock, pathlib.Path(sys.argv[1]), dict)\n"
        "HomeService(context).summary(); ShellService(context).counts(None); store.close()\n"
        "print(sorted({'sqlalchemy', 'pydantic', 'holidays', 'PySide6'} & set(sys.modules)))\n"
    )
    ran = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, cwd=ROOT, check=True)
    assert ran.stdout.strip() == "[]"
