"""Contracts from draft to end, through the services, on a real data folder."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.bootstrap import OpenFolder
from app.domain.errors import InputError, NotFoundError, RuleError
from app.domain.records import Channel, ContractStatus, EquipmentKind, ResignationStatus
from app.domain.term_dates import Notice
from app.domain.values.contracts import ContractDraft
from tests.offices import StandingClock, add_three_contracts, open_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenFolder]:
    opened = open_office(tmp_path / "office")
    yield opened
    opened.close()


def texts(reasons: object) -> str:
    return " ".join(str(reason) for reason in reasons)  # type: ignore[attr-defined]


def test_the_worked_examples_of_the_offers(office: OpenFolder) -> None:
    support, rental, managed = add_three_contracts(office)
    contracts = office.services.contracts

    sheet = contracts.sheet(support)
    assert sheet.quote.monthly_excl_tax == Decimal("98.00") and sheet.quote.monthly_incl_tax == Decimal("117.60")
    assert sheet.summary.term.end == date(2027, 1, 30) == sheet.summary.notice_deadline == sheet.summary.earliest_end

    sheet = contracts.sheet(rental, date(2026, 6, 1), Notice(date(2026, 6, 1)))
    assert sheet.summary.commitment_end == date(2026, 3, 9)
    assert sheet.summary.earliest_end == date(2026, 6, 16)
    last = sheet.summary.last_billed_period
    assert (last.start, last.end) == (date(2026, 6, 10), date(2026, 7, 9))
    # One period starts after 1 June, on the 10th: four computers at 45.00.
    assert sheet.summary.remaining_rents_excl_tax == Decimal("180.00")

    sheet = contracts.sheet(managed)
    assert sheet.quote.quantity == 4 and sheet.quote.monthly_excl_tax == Decimal("48.00")
    assert sheet.linked is not None and sheet.linked.number == rental


def test_managed_it_follows_the_fleet_and_the_change_stands_in_its_history(office: OpenFolder) -> None:
    _, rental, managed = add_three_contracts(office)
    contracts = office.services.contracts
    contracts.change_quantity(rental, 7)
    sheet = contracts.sheet(managed)
    assert sheet.quote.monthly_excl_tax == Decimal("84.00")
    assert any("4 → 7" in event.text.render("fr") for event in sheet.events)
    contracts.end(rental)
    assert contracts.sheet(managed).quote.monthly_excl_tax == Decimal("0.00")
    with pytest.raises(RuleError, match=managed):
        contracts.change_quantity(managed, 3)


def test_smartphones_do_not_count_as_computers(office: OpenFolder) -> None:
    contracts = office.services.contracts
    contracts.add(
        ContractDraft("commown-rental", date(2026, 1, 1), quantity=3, unit_price=Decimal(20), device_kind=EquipmentKind.SMARTPHONE),
        ContractStatus.ACTIVE,
    )
    managed = contracts.add(ContractDraft("commown-managed", date(2026, 1, 1), unit_price=Decimal(12)), ContractStatus.ACTIVE)
    assert contracts.sheet(managed).quote.quantity == 0


def test_a_price_table_from_the_quote_prices_the_fleet(office: OpenFolder) -> None:
    contracts = office.services.contracts
    rental = contracts.add(ContractDraft("commown-rental", date(2026, 1, 1), quantity=9, unit_price=Decimal(40)), ContractStatus.ACTIVE)
    table = ((1, Decimal("15.00")), (10, Decimal("12.00")))
    managed = contracts.add(ContractDraft("commown-managed", date(2026, 1, 1), price_table=table), ContractStatus.ACTIVE)
    assert contracts.sheet(managed).quote.monthly_excl_tax == Decimal("135.00")
    contracts.change_quantity(rental, 10)
    assert contracts.sheet(managed).quote.monthly_excl_tax == Decimal("120.00")


def test_managed_it_cannot_be_signed_without_a_rental_but_may_be_drafted(office: OpenFolder) -> None:
    contracts = office.services.contracts
    draft = ContractDraft("commown-managed", date(2026, 1, 1), unit_price=Decimal("12.00"))
    with pytest.raises(RuleError, match="Commown"):
        contracts.add(draft, ContractStatus.ACTIVE)
    number = contracts.add(draft)
    with pytest.raises(RuleError, match="Commown"):
        contracts.activate(number)
    assert contracts.sheet(number).status is ContractStatus.DRAFT


def test_a_rental_names_every_condition_that_is_not_met(office: OpenFolder) -> None:
    office.services.office.change_organisation({"micro_enterprise": "oui", "iban": "DE89370400440532013000"})
    draft = ContractDraft("cleaq-rental", date(2026, 1, 1), quantity=2, unit_price=Decimal("39.90"))
    with pytest.raises(RuleError) as refused:
        office.services.contracts.add(draft, ContractStatus.ACTIVE)
    said = refused.value.text.render("fr")
    assert "micro-entreprise" in said and "IBAN" in said and "SIREN" not in said


@pytest.mark.parametrize(
    ("kind", "months", "end"), [("computer", None, (2028, 12, 31)), ("computer", 24, (2027, 12, 31)), ("smartphone", None, (2027, 12, 31))]
)
def test_a_rental_binds_by_what_is_rented(office: OpenFolder, kind: str, months: int | None, end: tuple[int, int, int]) -> None:
    draft = ContractDraft(
        "cleaq-rental", date(2026, 1, 1), quantity=1, months=months, unit_price=Decimal("39.90"), device_kind=EquipmentKind(kind)
    )
    assert office.services.contracts.preview(draft).summary.commitment_end == date(*end)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"quantity": 0}, "quantity"),
        ({"quantity": None}, "quantity"),
        ({"months": 13}, "months"),
        ({"options": ("nonsense",)}, "option"),
        ({"start": date(1900, 1, 1)}, "start"),
        ({"unit_price": Decimal(5)}, "unit_price"),
        ({"number": "x" * 61}, "number"),
    ],
)
def test_a_refused_draft_names_the_field_and_writes_nothing(office: OpenFolder, changed: dict[str, object], field: str) -> None:
    values: dict[str, object] = {"offer_id": "gesticlean-support", "start": date(2026, 1, 31), "quantity": 2, **changed}
    with pytest.raises(InputError) as refused:
        office.services.contracts.add(ContractDraft(**values), ContractStatus.ACTIVE)  # type: ignore[arg-type]
    assert field in refused.value.field
    assert office.services.contracts.rows() == []


def test_a_later_offer_never_changes_a_signed_contract(office: OpenFolder) -> None:
    support, _, _ = add_three_contracts(office)
    offer = office.services.offers["gesticlean-support"]
    dearer = offer.model_copy(update={"pricing": offer.pricing.model_copy(update={"tiers": offer.pricing.tiers[:1]})})
    object.__setattr__(office.services.contracts._context, "offers", lambda: {"gesticlean-support": dearer})
    assert office.services.contracts.sheet(support).quote.monthly_excl_tax == Decimal("98.00")


def test_unknown_and_taken_numbers(office: OpenFolder) -> None:
    support, _, _ = add_three_contracts(office)
    with pytest.raises(NotFoundError, match=support):
        office.services.contracts.sheet("nowhere")
    with pytest.raises(InputError, match="number"):
        office.services.contracts.add(ContractDraft("gesticlean-support", date(2026, 1, 1), quantity=1, number=support))


def test_a_draft_is_deleted_and_comes_back_but_a_contract_that_bound_stays(office: OpenFolder) -> None:
    contracts = office.services.contracts
    number = contracts.add(ContractDraft("gesticlean-support", date(2026, 1, 31), quantity=1))
    deleted = contracts.delete_draft(number)
    assert contracts.rows() == []
    contracts.restore_draft(deleted)
    contracts.sign(number, date(2026, 1, 15), "Annecy")
    assert contracts.sheet(number).signed_place == "Annecy"
    with pytest.raises(RuleError):
        contracts.delete_draft(number)


def test_resigning_a_rental_offers_both_letters_and_follows_them_up(tmp_path: Path) -> None:
    clock = StandingClock()
    office = open_office(tmp_path / "office", clock)
    _, rental, managed = add_three_contracts(office)
    service = office.services.resignations
    preview = service.preview(rental, date(2026, 12, 1))
    assert preview.effective_date == date(2026, 12, 16) and [other.number for other in preview.linked] == [managed]
    assert managed in texts(preview.warnings)

    result = service.resign(rental, date(2026, 12, 1), Channel.POST, "Fin d’activité & <b>fermeture</b>", linked_too=(managed,))
    assert [other.number for other in result.others] == [managed]
    letter = PdfReader(BytesIO(office.services.documents.content(result.document.id)))
    said = " ".join(page.extract_text() for page in letter.pages)
    assert rental in said and "<b>fermeture</b>" in said and "16" in said

    sheet = office.services.contracts.sheet(rental)
    assert sheet.status is ContractStatus.ACTIVE, "preparing a letter is not sending it"
    scan = tmp_path / "accuse.png"
    scan.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 64)
    clock.moment = clock.moment.replace(month=12, day=1)
    service.follow_up(rental, ResignationStatus.SENT, date(2026, 11, 25), tracking_number="1A 234", proof=scan)
    assert office.services.contracts.sheet(rental).status is ContractStatus.RESIGNATION_SENT
    entry = service.follow_up(rental, ResignationStatus.RECEIVED, date(2026, 11, 27))
    assert entry.effective_date == date(2026, 12, 12), "the day it was really received decides"
    service.follow_up(rental, ResignationStatus.CONFIRMED, date(2026, 11, 30))
    with pytest.raises(RuleError):
        service.follow_up(rental, ResignationStatus.SENT, date(2026, 12, 1))
    assert {document.kind for document in office.services.contracts.sheet(rental).documents} == {"resignation_letter", "proof"}
    office.close()


def test_a_contract_ends_by_itself_once_its_last_day_is_over(tmp_path: Path) -> None:
    clock = StandingClock()
    opened = open_office(tmp_path, clock)
    _, rental, _ = add_three_contracts(opened)
    opened.services.resignations.resign(rental, date(2026, 12, 1))
    assert opened.services.resignations.settle() == []
    clock.moment = clock.moment.replace(month=12, day=17)
    opened.services.resignations.follow_up(rental, ResignationStatus.SENT, date(2026, 11, 25))
    assert opened.services.resignations.settle() == [], "nobody knows that the letter arrived"
    opened.services.resignations.follow_up(rental, ResignationStatus.RECEIVED, date(2026, 12, 1))
    assert opened.services.resignations.settle() == [rental]
    assert opened.services.contracts.sheet(rental).status is ContractStatus.ENDED
    opened.close()


def test_a_resignation_is_refused_where_it_makes_no_sense(office: OpenFolder) -> None:
    support, _, _ = add_three_contracts(office)
    draft = office.services.contracts.add(ContractDraft("gesticlean-support", date(2026, 1, 31), quantity=1))
    with pytest.raises(RuleError, match=draft):
        office.services.resignations.preview(draft, date(2026, 12, 1))
    office.services.resignations.resign(support, date(2026, 12, 1))
    with pytest.raises(RuleError, match=support):
        office.services.resignations.resign(support, date(2026, 12, 2))
    office.services.resignations.withdraw(support)
    office.services.resignations.resign(support, date(2026, 12, 2), language="en")


def test_the_home_screen_names_what_is_due(office: OpenFolder) -> None:
    support, rental, managed = add_three_contracts(office)
    summary = office.services.home.summary()
    assert summary.monthly_excl_tax == Decimal("326.00")
    assert [(deadline.number, deadline.days_left, deadline.alert) for deadline in summary.deadlines] == [(support, 69, 90)]
    assert [contact.phone for contact in summary.contacts] == ["+33 4 50 37 15 29"]
    office.services.resignations.resign(rental, date(2026, 12, 1))
    assert any(rental in need.title.render("fr") for need in office.services.home.summary().needs)
    assert managed


def test_deadlines_go_into_a_calendar(office: OpenFolder) -> None:
    support, _, _ = add_three_contracts(office)
    exported = office.services.papers.calendar().content.decode()
    assert exported.count("BEGIN:VEVENT") == 1 and exported.count("BEGIN:VALARM") == 4
    assert "DTSTART;VALUE=DATE:20270130" in exported and support in exported


def test_the_letter_takes_the_providers_address_that_the_offer_does_not_give(office: OpenFolder) -> None:
    _, rental, _ = add_three_contracts(office)
    service = office.services.resignations
    assert "Commown" in texts(service.preview(rental, date(2026, 12, 1)).warnings)
    result = service.resign(rental, date(2026, 12, 1), recipient_address="8 rue des Essais\n67000 Strasbourg")
    said = PdfReader(BytesIO(office.services.documents.content(result.document.id))).pages[0].extract_text()
    assert "8 rue des Essais" in said and "67000 Strasbourg" in said
