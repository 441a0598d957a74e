"""Which contract pays for a request, what it costs otherwise, when the answer is due, and which managed services are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from app.domain.errors import InputError, NotFoundError, RuleError
from app.domain.records import ContractStatus, InterventionKind, RequestKind, Urgency
from app.domain.values.contracts import ContractDraft
from app.domain.values.support import CoverPreview, NewRequest
from app.services.contract_reading import rented_devices
from app.services.support import SupportService
from app.store.tables import SupportRequest
from tests.command_line import plainly
from tests.support_office import SupportOffice

THURSDAY = datetime(2026, 11, 12, 8, 30, tzinfo=UTC)
VISIT = "on_site_visit"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    found = SupportOffice(tmp_path / "data")
    yield found
    found.opened.close()


def preview(office: SupportOffice, **more: object) -> CoverPreview:
    return office.support.prepare(NewRequest("x", Urgency.BLOCKED, **more))  # type: ignore[arg-type]


def steps(found: CoverPreview) -> str:
    return plainly(" ".join(str(step) for step in found.why.steps))


def test_software_support_pays_for_the_office(office: SupportOffice) -> None:
    support = office.contract("gesticlean-support")
    found = preview(office)
    assert (found.covered, found.contract_id, found.contract_number) == (True, support, office.number(support))
    assert (found.half_hour, found.version_update, found.can_ask_quote) == (Decimal("45.00"), Decimal("145.00"), False)
    assert (found.due, found.due_promised) == (THURSDAY, False)
    assert (found.provider, found.phone) == ("Inforum", "+33 4 50 37 15 29")
    assert found.due_why is not None and "Armistice" in " ".join(str(step) for step in found.due_why.steps)


def test_without_a_contract_the_price_of_the_only_offer_that_has_one(office: SupportOffice) -> None:
    found = preview(office)
    assert (found.covered, found.contract_id, found.due, found.due_why) == (False, None, None, None)
    assert (found.half_hour, found.version_update) == (Decimal("45.00"), Decimal("145.00"))
    assert "45,00 €" in plainly(str(found.headline)) and "145,00" in steps(found)


def test_the_machines_own_contract_comes_first(office: SupportOffice) -> None:
    office.contract("gesticlean-support")
    rental = office.contract("cleaq-rental", quantity=3)
    found = preview(office, equipment_id=office.machine(rental))
    # 10 minutes in opening hours, promised
    assert (found.covered, found.contract_id, found.due, found.due_promised) == (
        True,
        rental,
        datetime(2026, 11, 10, 16, 40, tzinfo=UTC),
        True,
    )
    assert found.half_hour == Decimal("45.00")


def test_a_rental_that_says_nothing_leaves_it_to_managed_it_then_to_software_support(office: SupportOffice) -> None:
    rental = office.contract("commown-rental", quantity=3)
    machine = office.machine(rental)
    alone = preview(office, equipment_id=machine)
    assert (alone.covered, alone.contract_id) == (None, rental)
    managed = office.contract("commown-managed")
    unknown = preview(office, equipment_id=machine)
    assert unknown.covered is None and "vérifiez" in steps(unknown)
    office.support.set_services_due(managed, ["unlimited_support"])
    assert (preview(office, equipment_id=machine).covered, preview(office, equipment_id=machine).contract_id) == (True, managed)
    office.support.set_services_due(managed, [])
    assert preview(office, equipment_id=machine).covered is False
    support = office.contract("gesticlean-support")
    assert (preview(office, equipment_id=machine).covered, preview(office, equipment_id=machine).contract_id) == (True, support)


def test_only_contracts_that_run_on_that_day(office: SupportOffice) -> None:
    later = office.contract("gesticlean-support", start=date(2026, 12, 1))
    assert preview(office).covered is False
    named = preview(office, contract_id=later)
    assert named.covered is False and "n’est pas en cours" in steps(named)
    office.clock.moment = datetime(2026, 12, 1, 9, tzinfo=UTC)
    assert preview(office).covered is True
    office.services.contracts.end(office.number(later) or "", date(2026, 12, 1))
    assert preview(office).covered is False
    office.services.contracts.add(ContractDraft("gesticlean-support", date(2026, 1, 1), quantity=1), ContractStatus.DRAFT)
    assert preview(office).covered is False


def test_the_contract_of_the_very_site_and_its_holidays(office: SupportOffice) -> None:
    annecy, strasbourg = office.site("Annecy"), office.site("Strasbourg", "Strasbourg", "alsace-moselle")
    everywhere = office.contract("gesticlean-support")
    there = office.contract("gesticlean-support", site_id=strasbourg)
    assert preview(office, site_id=strasbourg).contract_id == there
    assert preview(office, site_id=annecy).contract_id == everywhere
    office.clock.moment = datetime(2026, 4, 3, 8, tzinfo=UTC)  # Good Friday
    assert preview(office, site_id=annecy).due == datetime(2026, 4, 3, 9, tzinfo=UTC)
    tuesday = datetime(2026, 4, 7, 8, tzinfo=UTC)
    assert preview(office, site_id=strasbourg).due == tuesday  # over Easter Monday
    machine = office.machine(site_id=strasbourg)
    assert preview(office, equipment_id=machine, site_id=annecy).due == tuesday  # the machine's site decides


def test_the_only_zone_counts_where_no_site_is_named(office: SupportOffice) -> None:
    office.contract("gesticlean-support")
    office.clock.moment = datetime(2026, 4, 3, 8, tzinfo=UTC)
    mainland, alsace = datetime(2026, 4, 3, 9, tzinfo=UTC), datetime(2026, 4, 7, 8, tzinfo=UTC)
    assert preview(office).due == mainland
    strasbourg = office.site("Strasbourg", zone="alsace-moselle")
    assert preview(office).due == alsace
    asked = office.ask()
    assert office.support.detail(asked.id).site_id == strasbourg
    office.site("Annecy")
    assert preview(office).due == mainland


def test_the_frozen_offer_counts_and_no_later_one(office: SupportOffice) -> None:
    office.contract("gesticlean-support")
    known = dict(office.services.offers)
    offer = known["gesticlean-support"]
    assert offer.support is not None
    known["gesticlean-support"] = offer.model_copy(update={"support": offer.support.model_copy(update={"first_response_minutes": 5})})
    later = SupportService(replace(office.services.context, offers=lambda: known))
    assert later.prepare(NewRequest("x", Urgency.BLOCKED)).due == THURSDAY


def test_ids_of_nothing_are_refused(office: SupportOffice) -> None:
    for name in ("equipment_id", "contract_id", "site_id"):
        with pytest.raises(NotFoundError):
            preview(office, **{name: uuid4()})
        with pytest.raises(NotFoundError):
            office.support.add(NewRequest("x", Urgency.BLOCKED, **{name: uuid4()}))  # type: ignore[arg-type]


def managed(office: SupportOffice, contracts: int, city: str = "Paris", services: tuple[str, ...] = (VISIT,)) -> None:
    """A managed contract among `contracts` with its provider, and a site in `city`."""
    if city:
        office.site("Atelier", city)
    for _ in range(contracts - 1):
        office.contract("commown-rental", start=date(2025, 3, 10))
    numbers = office.services.contracts.rows()
    draft = ContractDraft("commown-managed", date(2025, 3, 10), unit_price=Decimal("12.00"), linked_number=numbers[0].number)
    number = office.services.contracts.add(draft, ContractStatus.ACTIVE)
    office.support.set_services_due(office.services.contracts.sheet(number).id, services)


def visit(office: SupportOffice, **more: object) -> CoverPreview:
    return preview(office, service=VISIT, kind=RequestKind.SERVICE, **more)


def test_a_visit_with_nine_contracts_and_with_ten(office: SupportOffice) -> None:
    managed(office, 9)
    found = visit(office)
    assert (found.covered, found.can_ask_quote, found.due) == (False, True, None)
    assert [(each.id, each.met) for each in found.conditions] == [
        ("service", True),
        ("contracts", False),
        ("city", True),
        ("contract_year", True),
    ]
    with pytest.raises(RuleError) as refusal:
        office.ask(service=VISIT)
    assert "9 contrats" in plainly(str(refusal.value.text)) and "devis" in str(refusal.value.text)
    office.contract("commown-rental", start=date(2025, 3, 10))
    assert visit(office).covered is True
    assert office.support.detail(office.ask(service=VISIT).id).service_label == "Intervention sur place"


def test_devices_are_those_of_the_running_rentals(office: SupportOffice) -> None:
    office.contract("commown-rental", start=date(2025, 3, 10), quantity=7)
    managed(office, 2)
    office.contract("cleaq-rental", quantity=4)  # another provider's
    with office.opened.services.context.store.reading() as session:
        assert rented_devices(session, "commown") == 8


def test_a_visit_in_lyon_or_where_nobody_knows(office: SupportOffice) -> None:
    managed(office, 10, "Lyon")
    with pytest.raises(RuleError) as refusal:
        office.ask(service=VISIT)
    assert "Lyon n’est pas desservie" in str(refusal.value.text)
    unknown = office.site("Ailleurs")
    found = visit(office, site_id=unknown)
    assert found.covered is None
    assert office.support.detail(office.ask(service=VISIT, site_id=unknown).id).row.covered is None


def test_the_second_visit_in_a_contract_year(office: SupportOffice) -> None:
    managed(office, 10)
    first = office.ask(service=VISIT, appointment_at=datetime(2026, 11, 12, 9, tzinfo=UTC))
    found = visit(office)
    assert found.covered is False and "12/11/2026" in steps(found) and "10/03/2027" in steps(found)
    # seen from itself, it is still the first one
    assert office.support.detail(first.id).cover.covered is True
    with pytest.raises(RuleError) as refusal:
        office.ask(service=VISIT)
    assert "12/11/2026" in str(refusal.value.text)
    # the year after, or once it was given up, there is one again; without its appointment it is still asked for
    assert office.support.services(None, date(2027, 3, 10))[-1].due is True
    office.support.unplan(first.id)
    assert visit(office).covered is False
    office.support.resolve(first.id, "Plus besoin")
    assert visit(office).covered is True


def kept_as_covered(office: SupportOffice, *requests: UUID) -> None:
    """As two computers without a server between them record them, or as they were before the terms changed."""
    with office.opened.services.context.store.writing() as unit:
        for request in requests:
            row = unit.session.get_one(SupportRequest, request)
            row.covered, row.service, row.kind = True, VISIT, RequestKind.SERVICE


def test_a_visit_that_is_only_asked_for_counts(office: SupportOffice) -> None:
    managed(office, 10)
    office.ask(service=VISIT)
    with pytest.raises(RuleError) as refusal:
        office.ask(service=VISIT)
    assert "10/11/2026" in str(refusal.value.text) and "10/03/2027" in str(refusal.value.text)


def test_of_two_visits_asked_for_the_first_is_planned(office: SupportOffice) -> None:
    managed(office, 10, services=(VISIT, "unlimited_support"))
    first, second = office.ask().id, office.ask().id
    kept_as_covered(office, first, second)
    at = datetime(2026, 11, 13, 9, tzinfo=UTC)
    with pytest.raises(RuleError) as refusal:
        office.support.plan(second, at)
    assert "année de contrat" in str(refusal.value.text)
    office.support.plan(first, at)
    assert office.support.detail(first).row.appointment_at == at
    # the one of them that was agreed, or done, goes before the one that was asked for earlier
    office.support.unplan(first)
    with office.opened.services.context.store.writing() as unit:
        unit.session.get_one(SupportRequest, second).appointment_at = at
    with pytest.raises(RuleError):
        office.support.plan(first, at + timedelta(hours=1))
    office.support.plan(first, datetime(2027, 3, 10, 9, tzinfo=UTC))  # in the next contract year


def test_the_second_visit_is_billed_and_says_why(office: SupportOffice) -> None:
    managed(office, 10, services=(VISIT, "unlimited_support"))
    first, second, help_ = office.ask().id, office.ask().id, office.ask("Bourrage").id
    kept_as_covered(office, first, second)
    minutes = []
    for request in (first, second, help_):
        work = office.support.start_intervention(request, InterventionKind.ON_SITE, "Nadège R.")
        office.clock.moment += timedelta(minutes=30)
        done = office.support.stop_intervention(work, "Réglé")
        minutes.append((done.covered_minutes, done.billable_minutes))
    assert minutes == [(30, 0), (0, 30), (0, 30)]
    told = office.support.detail(second)
    assert told.row.covered is False and "10/11/2026" in told.cover_note
    helped = office.support.detail(help_)
    assert helped.row.covered is True and "10/11/2026" in helped.cover_note  # help from afar is still paid for
    start = office.clock.now() - timedelta(minutes=20)
    office.support.log_intervention(help_, InterventionKind.ON_SITE, "T", start, office.clock.now(), "", covered=True)
    assert office.support.detail(help_).interventions[-1].billable_minutes == 0  # the technician may settle otherwise


def test_work_on_site_counts_as_a_visit_but_not_when_it_is_billed(office: SupportOffice) -> None:
    managed(office, 10, services=(VISIT, "unlimited_support"))
    came = office.ask("Bourrage")
    start = office.clock.now()
    office.clock.moment += timedelta(hours=2)
    office.support.log_intervention(came.id, InterventionKind.ON_SITE, "T", start, start + timedelta(hours=1), "", covered=False)
    assert visit(office).covered is True
    office.support.log_intervention(came.id, InterventionKind.ON_SITE, "U", start, start + timedelta(hours=1), "")
    assert visit(office).covered is False


def test_a_service_that_the_quote_does_not_name(office: SupportOffice) -> None:
    managed(office, 2, services=("account_creation",))
    found = preview(office, service="preparation")
    assert (found.covered, found.can_ask_quote) == (False, True)
    assert "ne nomme pas cette prestation" in steps(found)
    with pytest.raises(RuleError, match="quote"):
        office.ask(service="preparation")
    sent = office.support.detail(office.ask(service="preparation", kind=RequestKind.QUOTE).id)
    assert (sent.row.kind, sent.row.covered, sent.row.due_at, sent.cover.can_ask_quote) == (RequestKind.QUOTE, None, None, False)
    due = office.support.detail(office.ask(service="account_creation").id)
    assert (due.row.kind, due.row.covered, due.service_label) == (RequestKind.SERVICE, True, "Création des comptes")
    with pytest.raises(InputError, match="service"):
        office.ask(kind=RequestKind.SERVICE)


@pytest.mark.parametrize("kind", [RequestKind.HELP, RequestKind.SERVICE, RequestKind.QUOTE])
def test_a_service_that_no_offer_has_is_no_service(office: SupportOffice, kind: RequestKind) -> None:
    managed(office, 2, services=("account_creation",))
    with pytest.raises(InputError) as refusal:
        office.ask(service="nope", kind=kind)
    assert refusal.value.field == "service" and "account_creation" in str(refusal.value.allowed)


def test_a_refusal_says_once_that_it_is_not_in_the_contract(office: SupportOffice) -> None:
    managed(office, 2, services=("account_creation",))
    for service, reason in (("preparation", "ne nomme pas cette prestation"), (VISIT, "2 contrats")):
        with pytest.raises(RuleError) as refusal:
            office.ask(service=service)
        said = plainly(str(refusal.value.text))
        assert reason in said and said.count("contrat :") == 1 and said.endswith("comme demande de devis.")


def test_a_service_without_any_managed_contract(office: SupportOffice) -> None:
    support = office.contract("gesticlean-support")
    assert preview(office, service=VISIT).covered is False
    assert "infogérance" in steps(preview(office, service=VISIT, contract_id=support))
    assert office.support.services() == ()


def test_services_named_in_the_quote_are_kept_and_told(office: SupportOffice) -> None:
    managed(office, 2, services=("account_creation",))
    contract = next(row for row in office.services.contracts.rows() if row.offer_id == "commown-managed")
    sheet = office.services.contracts.sheet(contract.number)
    assert sheet.offer.managed is not None and sheet.offer.managed.services_due == ("account_creation",)
    assert "Création des comptes" in str(sheet.events[0].text)
    with pytest.raises(InputError, match="services"):
        office.support.set_services_due(contract.id, ["coffee"])
    rental = next(row for row in office.services.contracts.rows() if row.offer_id == "commown-rental")
    with pytest.raises(RuleError):
        office.support.set_services_due(rental.id, [])
    with pytest.raises(NotFoundError):
        office.support.set_services_due(uuid4(), [])
    office.services.contracts.end(contract.number)
    with pytest.raises(RuleError, match="ended"):
        office.support.set_services_due(contract.id, [])
