"""Resignations that could end a contract on the wrong day, or say what is not so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.bootstrap import OpenFolder
from app.domain.errors import InputError, RuleError
from app.domain.records import Channel, ContractStatus, ResignationStatus
from app.domain.values.contracts import ContractDraft
from app.services import Services
from tests.offices import StandingClock, add_three_contracts, open_office

SENT, RECEIVED, CONFIRMED = ResignationStatus.SENT, ResignationStatus.RECEIVED, ResignationStatus.CONFIRMED


class MovableClock(StandingClock):
    """A clock that is told the day."""

    def show(self, year: int, month: int, day: int) -> None:
        self.moment = datetime(year, month, day, 10, tzinfo=UTC)


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock()


@pytest.fixture
def office(tmp_path: Path, clock: MovableClock) -> Iterator[OpenFolder]:
    opened = open_office(tmp_path / "office", clock)
    yield opened
    opened.close()


def change_offer(office: OpenFolder, offer_id: str, **changes: object) -> None:
    """From now on the office knows another version of that offer."""
    known = dict(office.services.contracts._context.offers())
    offer = known[offer_id]
    parts = {name: getattr(offer, name).model_copy(update=value) if isinstance(value, dict) else value for name, value in changes.items()}
    known[offer_id] = offer.model_copy(update=parts)
    object.__setattr__(office.services.contracts._context, "offers", lambda: known)


def support(office: OpenFolder, start: date, status: ContractStatus = ContractStatus.ACTIVE) -> str:
    return office.services.contracts.add(ContractDraft("gesticlean-support", start, quantity=2), status)


def letter(services: Services, content: bytes) -> str:
    words = " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    return " ".join(words.replace("\u00a0", " ").replace("\u202f", " ").split())


def warned(services: Services, number: str, received: date, channel: Channel = Channel.POST) -> str:
    return " ".join(warning.render("fr") for warning in services.resignations.preview(number, received, channel).warnings)


# Tied contracts --------------------------------------------------------------------------------------------------------------------


def test_only_contracts_tied_to_it_are_resigned_along(office: OpenFolder) -> None:
    stranger, rental, managed = add_three_contracts(office)
    service = office.services.resignations
    with pytest.raises(InputError, match=managed) as refused:
        service.resign(rental, date(2026, 12, 1), linked_too=(managed, stranger))
    assert refused.value.field == "with_linked"
    assert all(office.services.contracts.sheet(number).resignation is None for number in (stranger, rental, managed))
    result = service.resign(rental, date(2026, 12, 1), linked_too=(managed, managed))
    assert [other.number for other in result.others] == [managed]


def test_a_tied_contract_with_its_own_letter_is_not_asked_about(office: OpenFolder) -> None:
    _, rental, managed = add_three_contracts(office)
    service = office.services.resignations
    alone = letter(office.services, service.draw_letter(rental, date(2026, 12, 1)))
    both = letter(office.services, service.draw_letter(rental, date(2026, 12, 1), linked_too=(managed,)))
    assert "ce que cette résiliation entraîne pour ce contrat" in alone and "lettre séparée" not in alone
    assert "résilié par lettre séparée" in both and "ce que cette résiliation entraîne" not in both
    service.resign(managed, date(2026, 12, 1))
    (tied,) = service.preview(rental, date(2026, 12, 1)).linked
    assert tied.resigned and "résiliez les deux" not in warned(office.services, rental, date(2026, 12, 1))
    with pytest.raises(InputError, match="with_linked"):
        service.resign(rental, date(2026, 12, 1), linked_too=(managed,))


# Status and fleet ------------------------------------------------------------------------------------------------------------------


def test_a_rental_ended_by_its_letter_takes_the_fleet_along(office: OpenFolder, clock: MovableClock) -> None:
    _, rental, managed = add_three_contracts(office)
    service = office.services.resignations
    service.resign(rental, date(2026, 12, 1))
    clock.show(2026, 12, 17)
    service.follow_up(rental, SENT, date(2026, 11, 25))
    assert service.settle() == []
    service.follow_up(rental, RECEIVED, date(2026, 12, 1))
    assert service.settle() == [rental]
    sheet = office.services.contracts.sheet(managed)
    assert any("4 → 0" in event.text.render("fr") for event in sheet.events)
    assert office.services.home.summary().monthly_excl_tax == Decimal("98.00"), "the support contract alone is still paid"
    assert office.services.contracts.sheet(rental).ended_on == date(2026, 12, 16)


def test_a_signed_contract_is_resigned_and_settled(office: OpenFolder, clock: MovableClock) -> None:
    number = support(office, date(2026, 11, 1), ContractStatus.SIGNED)
    service = office.services.resignations
    service.resign(number, date(2026, 12, 1))
    service.follow_up(number, SENT, date(2026, 11, 22))
    assert office.services.contracts.sheet(number).status is ContractStatus.RESIGNATION_SENT
    clock.show(2027, 11, 1)
    service.follow_up(number, CONFIRMED, date(2026, 12, 3))
    assert service.settle() == [number]


def test_a_later_receipt_takes_the_end_back(office: OpenFolder, clock: MovableClock) -> None:
    number = support(office, date(2026, 1, 1))
    service = office.services.resignations
    service.resign(number, date(2026, 12, 29))
    clock.show(2027, 1, 5)
    service.follow_up(number, SENT, date(2026, 12, 28))
    office.services.contracts.end(number, date(2026, 12, 31))
    entry = service.follow_up(number, RECEIVED, date(2027, 1, 4))
    sheet = office.services.contracts.sheet(number)
    assert (entry.effective_date, entry.send_by) == (date(2027, 12, 31), date(2027, 12, 28))
    assert (sheet.status, sheet.ended_on, sheet.summary.earliest_end) == (ContractStatus.RESIGNATION_SENT, None, date(2027, 12, 31))
    assert service.settle() == []


def test_steps_are_taken_back_one_by_one(office: OpenFolder, clock: MovableClock) -> None:
    _, rental, managed = add_three_contracts(office)
    service, contracts = office.services.resignations, office.services.contracts
    service.resign(rental, date(2026, 12, 1))
    with pytest.raises(RuleError, match=rental):
        service.step_back(rental)
    clock.show(2026, 12, 20)
    service.follow_up(rental, SENT, date(2026, 11, 20), tracking_number="1A 234")
    service.follow_up(rental, RECEIVED, date(2026, 11, 25))
    service.follow_up(rental, CONFIRMED, date(2026, 11, 26))
    assert service.settle() == [rental] and contracts.sheet(rental).ended_on == date(2026, 12, 10)
    assert service.step_back(rental).status is RECEIVED
    assert contracts.sheet(rental).status is ContractStatus.ENDED, "it was received, and its day is over"
    entry = service.step_back(rental)
    assert (entry.status, entry.received_on, entry.notice_received) == (SENT, None, date(2026, 12, 1))
    assert entry.effective_date == date(2026, 12, 16)
    assert contracts.sheet(rental).status is ContractStatus.RESIGNATION_SENT and contracts.sheet(rental).ended_on is None
    assert contracts.sheet(managed).quote.quantity == 4
    entry = service.step_back(rental)
    assert (entry.status, entry.sent_on, entry.tracking_number) == (ResignationStatus.TO_SEND, None, "")
    assert contracts.sheet(rental).status is ContractStatus.ACTIVE
    service.withdraw(rental)


# Days ------------------------------------------------------------------------------------------------------------------------------


def test_what_is_said_to_have_happened_cannot_be_still_to_come(office: OpenFolder) -> None:
    number = support(office, date(2026, 1, 31))
    service, contracts = office.services.resignations, office.services.contracts
    service.resign(number, date(2026, 12, 1))
    for day in (date(2026, 11, 23), date(2099, 1, 1), date(2026, 1, 30)):
        with pytest.raises(InputError, match="on"):
            service.follow_up(number, SENT, day)
        with pytest.raises(InputError, match="ended_on"):
            contracts.end(number, day)
    assert contracts.sheet(number).status is ContractStatus.ACTIVE
    with pytest.raises(InputError, match="signed_on"):
        contracts.add(ContractDraft("gesticlean-support", date(2027, 1, 1), quantity=1, signed_on=date(2026, 11, 23)))
    draft = support(office, date(2027, 1, 1), ContractStatus.DRAFT)
    with pytest.raises(InputError, match="signed_on"):
        contracts.sign(draft, date(2026, 11, 23))


def test_a_letter_sent_after_the_day_it_was_to_arrive_is_expected_later(office: OpenFolder, clock: MovableClock) -> None:
    _, rental, _ = add_three_contracts(office)
    service = office.services.resignations
    service.resign(rental, date(2026, 11, 25), Channel.EMAIL)
    clock.show(2026, 12, 1)
    entry = service.follow_up(rental, SENT, date(2026, 11, 30))
    assert (entry.notice_received, entry.effective_date) == (date(2026, 11, 30), date(2026, 12, 15))


def test_a_notice_that_counts_from_its_dispatch(office: OpenFolder, clock: MovableClock) -> None:
    change_offer(office, "gesticlean-support", term={"notice_counts_from": "dispatch", "notice_days": 30})
    number = support(office, date(2026, 1, 1))
    service = office.services.resignations
    clock.show(2026, 11, 30)
    received, sent = date(2026, 12, 4), date(2026, 11, 30)
    assert service.preview(number, received).effective_date == date(2027, 12, 31), "nobody said when it leaves"
    assert service.preview(number, received, sent_on=sent).effective_date == date(2026, 12, 31)
    with pytest.raises(InputError, match="sent_on"):
        service.preview(number, received, sent_on=date(2026, 12, 5))
    said = letter(office.services, service.draw_letter(number, received, sent_on=sent))
    assert "31 décembre 2026" in said and "soit envoyée au plus tard le 1er décembre 2026" in said
    assert service.resign(number, received).effective_date == date(2027, 12, 31)
    assert service.follow_up(number, SENT, sent).effective_date == date(2026, 12, 31)
    clock.show(2026, 12, 4)
    assert service.follow_up(number, RECEIVED, received).effective_date == date(2026, 12, 31)
    assert office.services.contracts.sheet(number).summary.earliest_end == date(2026, 12, 31)


# Letters ---------------------------------------------------------------------------------------------------------------------------


def test_a_later_term_is_not_called_the_one_under_way(office: OpenFolder, clock: MovableClock) -> None:
    number = support(office, date(2026, 1, 31))
    draw = office.services.resignations.draw_letter
    now = letter(office.services, draw(number, date(2026, 12, 1)))
    assert "le 30 janvier 2027, dernier jour de la période en cours" in now
    assert "parvienne au plus tard le 30 janvier 2027" in now
    later = letter(office.services, draw(number, date(2027, 2, 15)))
    assert "à l’échéance du 30 janvier 2028, ou à la première échéance possible si elle est plus proche" in later
    assert "période en cours" not in later and "parvienne" not in later
    strong = warned(office.services, number, date(2027, 2, 15))
    assert "envoyée aujourd’hui" in strong and "30/01/2027" in strong and "30/01/2028" in strong
    clock.show(2027, 1, 30)
    assert "E-mail" in warned(office.services, number, date(2027, 2, 15)), "only an e-mail arrives the same day"
    clock.show(2027, 1, 31)
    assert "envoyée aujourd’hui" not in warned(office.services, number, date(2027, 2, 15))


def test_the_day_of_receipt_and_the_clause_are_told_where_they_are_known(office: OpenFolder) -> None:
    _, rental, managed = add_three_contracts(office)
    draw = office.services.resignations.draw_letter
    said = letter(office.services, draw(rental, date(2026, 12, 1)))
    assert "16 décembre 2026" in said and "parvienne au plus tard le 1er décembre 2026" in said
    assert "clause" not in said, "the rental's own text is not known"
    assert "1.3. Durée d’engagement" in letter(office.services, draw(managed, date(2026, 12, 1)))


def test_a_rental_that_is_over_is_not_resigned(office: OpenFolder, clock: MovableClock) -> None:
    office.services.office.change_organisation({"micro_enterprise": "false", "iban": "FR7630006000011234567890189"})
    number = office.services.contracts.add(
        ContractDraft("cleaq-rental", date(2024, 1, 15), quantity=3, unit_price=Decimal("39.90")), ContractStatus.ACTIVE
    )
    office.services.resignations.preview(number, date(2026, 12, 1))
    clock.show(2027, 1, 15)
    with pytest.raises(RuleError) as refused:
        office.services.resignations.preview(number, date(2027, 1, 20))
    said = refused.value.text.render("fr")
    assert "14/01/2027" in said and "renouveler" in said and "acheter" in said and "restituer" in said


# Around --------------------------------------------------------------------------------------------------------------------------


def test_ending_a_rental_warns_of_what_is_tied_to_it(office: OpenFolder) -> None:
    _, rental, managed = add_three_contracts(office)
    office.services.resignations.resign(rental, date(2026, 12, 1))
    told = " ".join(text.render("fr") for text in office.services.contracts.end(rental, date(2026, 11, 20)))
    assert managed in told and "16/12/2026" in told


def test_a_contract_to_come_is_not_paid_today(office: OpenFolder) -> None:
    support(office, date(2026, 11, 22))
    support(office, date(2030, 1, 1))
    summary = office.services.home.summary()
    assert summary.monthly_excl_tax == Decimal("55.00") and len(summary.monthly_by_contract) == 1


def test_a_draft_takes_the_offer_of_the_day_it_is_signed(office: OpenFolder) -> None:
    contracts = office.services.contracts
    draft = support(office, date(2026, 12, 1), ContractStatus.DRAFT)
    rental = contracts.add(ContractDraft("commown-rental", date(2026, 1, 1), quantity=2, unit_price=Decimal("45.00")))
    untouched = support(office, date(2026, 12, 1))
    tiers = office.services.offers["gesticlean-support"].pricing.tiers
    change_offer(office, "gesticlean-support", version=2, pricing={"tiers": tiers[:1]})
    change_offer(office, "commown-rental", version=2, term={"notice_days": 30})
    (told,) = contracts.sign(draft, date(2026, 11, 20))
    assert "55,00" in told.render("fr") and "66,00" in told.render("fr")
    assert contracts.sheet(draft).quote.monthly_excl_tax == Decimal("66.00") and contracts.sheet(draft).offer.version == 2
    assert contracts.activate(draft) == ()
    contracts.activate(rental)
    sheet = contracts.sheet(rental)
    assert sheet.quote.monthly_excl_tax == Decimal("90.00"), "a price from a quote stays as quoted"
    assert sheet.offer.term.notice_days == 30
    assert contracts.sheet(untouched).quote.monthly_excl_tax == Decimal("55.00")


def test_a_contract_for_no_computer_is_not_to_be_signed(office: OpenFolder) -> None:
    _, rental, managed = add_three_contracts(office)
    full = letter(office.services, office.services.papers.draw(managed))
    assert "signature et cachet" in full and "quelle que soit la quantité" not in full
    office.services.contracts.end(rental)
    empty = letter(office.services, office.services.papers.draw(managed))
    assert "signature et cachet" not in empty and "pour 0" not in empty and "n’est pas à signer" in empty


def test_the_support_box_names_bridge_days(office: OpenFolder) -> None:
    number = support(office, date(2026, 1, 31))
    said = letter(office.services, office.services.papers.draw(number))
    assert "Fermé aussi les jours de pont" in said
    assert "Ces règles sont celles de la clause" not in said and "Engagement & Résiliation" in said
