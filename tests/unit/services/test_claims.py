"""Claims: what is decided and promised, the documents, the devices that help out, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

import pytest

from app.domain.cover import ClaimNeed, PromiseKind
from app.domain.errors import InputError, NotFoundError, RuleError
from app.domain.formatting import PARIS
from app.domain.records import ClaimStatus, ClaimType, ContractStatus, EquipmentStatus, HolidayZone, TheftCircumstances
from app.domain.text import set_language
from app.domain.values.claims import ClaimDraft
from app.domain.values.contracts import ContractDraft
from app.domain.values.support import Attachment
from app.store.tables import Claim
from tests.claim_office import DAY, DECLARED, ClaimOffice, claim_office

BURGLARY, UNLOCKED = TheftCircumstances.BURGLARY, TheftCircumstances.UNLOCKED
DECLARATION, COMPLAINT = ClaimNeed.DECLARATION, ClaimNeed.POLICE_COMPLAINT


@pytest.fixture
def office(tmp_path: Path) -> Iterator[ClaimOffice]:
    with claim_office(tmp_path / "office") as made:
        yield made


def paper(name: str = "plainte.pdf", content: bytes = b"%PDF-1.7 plainte") -> Attachment:
    return Attachment(name, content=content)


def test_a_burglary_is_covered_and_says_why(office: ClaimOffice) -> None:
    claim = office.claim(office.laptop, ClaimType.THEFT, BURGLARY)
    assert claim.row.number == "S26-A-0001" and claim.row.covered is True
    assert claim.row.status is ClaimStatus.WAITING_FOR_DOCUMENTS and claim.row.missing == (DECLARATION, COMPLAINT)
    assert claim.replacement_due_at == DECLARED + timedelta(hours=24) and claim.call_due_at is None
    assert claim.decision is not None and "couvre ce cas (vol par effraction)" in str(claim.decision.why.steps[0])
    assert "Sans franchise." in claim.cover_note and "C’est couvert." in claim.cover_note
    assert office.status(office.laptop) == "lost_or_stolen" and office.person(office.laptop) == "Marie Dubois"


def test_a_theft_from_an_unlocked_car_is_not_and_can_be_recorded_all_the_same(office: ClaimOffice) -> None:
    claim = office.claim(office.laptop, ClaimType.THEFT, UNLOCKED)
    assert claim.row.covered is False and claim.row.status is ClaimStatus.DECLARED
    assert claim.row.missing == () and claim.row.next_due_at is None
    assert "Les seuls vols couverts" in claim.cover_note and office.status(office.laptop) == "lost_or_stolen"


def test_a_breakdown_is_called_about_within_ten_minutes_of_open_support(office: ClaimOffice) -> None:
    claim = office.claim(office.till, ClaimType.BREAKDOWN)
    assert claim.call_due_at == datetime(2026, 11, 12, 9, 5, tzinfo=PARIS)
    assert claim.row.next_due_at == claim.call_due_at and claim.row.status is ClaimStatus.DECLARED
    assert office.status(office.till) == "broken_down"
    office.clock.moment = datetime(2026, 11, 12, 8, 3, tzinfo=UTC)
    called = office.services.claims.note_call(claim.row.id)
    assert called.called_at == office.clock.moment and called.row.next_due_at is None
    with pytest.raises(RuleError, match=r"already|déjà"):
        office.services.claims.note_call(claim.row.id)


def test_a_call_is_noted_when_it_was_and_can_have_been(office: ClaimOffice) -> None:
    claim = office.claim(office.till, ClaimType.BREAKDOWN)
    for moment in (DECLARED - timedelta(minutes=1), DECLARED + timedelta(minutes=1)):
        with pytest.raises(InputError, match="at"):
            office.services.claims.note_call(claim.row.id, moment)
    broken = office.claim(office.laptop, ClaimType.BREAKAGE)
    with pytest.raises(RuleError):
        office.services.claims.note_call(broken.row.id)


def test_the_replacement_of_a_broken_device_is_due_on_the_next_working_day_of_its_site(office: ClaimOffice) -> None:
    services = office.services
    assert office.claim(office.laptop, ClaimType.BREAKAGE).replacement_due_at == datetime(2026, 11, 12, 23, 59, 59, tzinfo=PARIS)
    services.office.add_site({"name": "Colmar", "holiday_zone": HolidayZone.ALSACE_MOSELLE.value})
    services.equipment.change(office.till, {"site_id": "Colmar"})
    office.clock.moment = datetime(2026, 12, 24, 9, tzinfo=UTC)  # then 25 and 26 December, and a Sunday
    found = services.claims.preview(ClaimDraft(office.till, ClaimType.OXIDATION, date(2026, 12, 24)))
    assert found.promises[0].day == date(2026, 12, 28)


def test_nothing_is_written_by_a_preview(office: ClaimOffice) -> None:
    decision = office.services.claims.preview(ClaimDraft(office.laptop, ClaimType.THEFT, DAY, BURGLARY))
    assert decision.covered and [promise.kind for promise in decision.promises] == [PromiseKind.REPLACEMENT]
    assert office.services.claims.rows(running_only=False) == () and office.status(office.laptop) == "in_use"


def test_what_is_not_rented_is_refused_by_name_and_leaves_no_trace(office: ClaimOffice) -> None:
    services = office.services
    services.contracts.add(
        ContractDraft("cleaq-rental", date(2026, 1, 1), quantity=1, unit_price=Decimal("30.00"), number="C-2"), ContractStatus.DRAFT
    )
    draft = services.equipment.add({"designation": "Portable promis", "kind": "computer", "ownership": "rented", "contract_id": "C-2"})
    for machine, day, said in (
        (office.printer, DAY, "cet appareil n’est pas loué"),
        (office.orphan, DAY, "aucun contrat de location"),
        (office.laptop, date(2025, 1, 14), "pas encore loué le 14/01/2025"),
        (draft, DAY, "n’est qu’un brouillon"),
    ):
        for attempt in (services.claims.preview, services.claims.add):
            with pytest.raises(RuleError) as refused:
                attempt(ClaimDraft(machine, ClaimType.BREAKDOWN, day))
            assert said in str(refused.value.text)
    assert services.claims.rows(running_only=False) == ()
    assert office.status(office.printer) == "in_stock"


def test_a_rental_is_over_once_its_term_is(office: ClaimOffice) -> None:
    office.clock.moment = datetime(2028, 1, 20, 9, tzinfo=UTC)
    claims = office.services.claims
    assert claims.preview(ClaimDraft(office.laptop, ClaimType.BREAKAGE, date(2028, 1, 14))).covered
    with pytest.raises(RuleError) as refused:
        claims.preview(ClaimDraft(office.laptop, ClaimType.BREAKAGE, date(2028, 1, 15)))
    assert "a pris fin le 14/01/2028" in str(refused.value.text)


def test_a_machine_that_went_back_has_no_claim(office: ClaimOffice) -> None:
    office.services.equipment.change(office.laptop, {"status": "returned"})
    with pytest.raises(RuleError) as refused:
        office.claim(office.laptop, ClaimType.BREAKDOWN)
    assert "Portable gérance est «\u00a0Rendu\u00a0»" in str(refused.value.text)


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        ({"happened_on": DAY + timedelta(days=1)}, "happened_on"),
        ({"happened_on": date(1900, 1, 1)}, "happened_on"),
        ({"type": ClaimType.THEFT}, "theft"),
        ({"theft": BURGLARY}, "theft"),
        ({"place": "x" * 301}, "place"),
        ({"circumstances": "x\x00"}, "circumstances"),
    ],
)
def test_what_makes_no_sense_is_refused_by_field(office: ClaimOffice, draft: dict[str, object], field: str) -> None:
    known: dict[str, object] = {"equipment_id": office.laptop, "type": ClaimType.BREAKAGE, "happened_on": DAY}
    with pytest.raises(InputError) as refused:
        office.services.claims.add(ClaimDraft(**{**known, **draft}))  # type: ignore[arg-type]
    assert refused.value.field == field


def test_the_same_claim_is_not_declared_twice(office: ClaimOffice) -> None:
    office.claim(office.laptop, ClaimType.BREAKAGE)
    with pytest.raises(RuleError) as refused:
        office.claim(office.laptop, ClaimType.BREAKAGE)
    assert "S26-A-0001" in str(refused.value.text)
    assert office.claim(office.laptop, ClaimType.THEFT, BURGLARY).row.number == "S26-A-0002"
    with pytest.raises(NotFoundError):
        office.services.claims.add(ClaimDraft(uuid4(), ClaimType.LOSS, DAY))


def test_documents_move_the_claim_on_and_back(office: ClaimOffice, tmp_path: Path) -> None:
    claims = office.services.claims
    claim = office.claim(office.laptop, ClaimType.THEFT, BURGLARY)
    source = tmp_path / "plainte signée.pdf"
    source.write_bytes(b"%PDF-1.7 plainte")
    first = claims.attach(claim.row.id, COMPLAINT, Attachment(source.name, path=source))
    assert first.row.missing == (DECLARATION,) and first.row.status is ClaimStatus.WAITING_FOR_DOCUMENTS
    second = claims.attach(claim.row.id, DECLARATION, paper("declaration.pdf", b"%PDF-1.7 declaration"))
    assert second.row.missing == () and second.row.status is ClaimStatus.IN_HAND
    assert [(each.kind, each.title) for each in second.documents] == [
        ("police_complaint", "Copie du dépôt de plainte S26-A-0001"),
        ("declaration", "Déclaration du sinistre S26-A-0001"),
    ]
    again = claims.attach(claim.row.id, COMPLAINT, Attachment(source.name, path=source))
    assert len(again.documents) == 2
    without = claims.set_document_removed(claim.row.id, second.documents[0].id)
    assert without.row.status is ClaimStatus.WAITING_FOR_DOCUMENTS and without.row.missing == (COMPLAINT,)
    assert claims.set_document_removed(claim.row.id, second.documents[0].id, removed=False).row.status is ClaimStatus.IN_HAND
    with pytest.raises(NotFoundError):
        claims.set_document_removed(claim.row.id, uuid4())
    assert {each.equipment_designation for each in office.services.documents.rows()} == {"Portable gérance"}


def test_documents_given_at_once_leave_nothing_to_wait_for(office: ClaimOffice) -> None:
    draft = ClaimDraft(office.laptop, ClaimType.BREAKAGE, DAY, circumstances="Tombé du comptoir.\nÉcran fendu.")
    claim = office.services.claims.add(draft, [(DECLARATION, paper()), (None, paper("photo.png", b"\x89PNG\r\n\x1a\n photo"))])
    assert claim.row.status is ClaimStatus.DECLARED and claim.row.missing == () and len(claim.documents) == 2
    assert claim.circumstances == "Tombé du comptoir.\nÉcran fendu."


def test_a_file_that_is_refused_leaves_no_claim(office: ClaimOffice, tmp_path: Path) -> None:
    program = tmp_path / "photo.jpg"
    program.write_bytes(b"MZ\x90 not a photo")
    huge = tmp_path / "video.mp4"
    with huge.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    claims = office.services.claims
    draft = ClaimDraft(office.laptop, ClaimType.BREAKAGE, DAY)
    for bad in (
        Attachment("photo.jpg", path=program),
        paper(content=b""),
        Attachment("../../video.mp4", path=huge),
        Attachment("x", path=tmp_path / "missing"),
    ):
        with pytest.raises(InputError) as refused:
            claims.add(draft, [(DECLARATION, paper()), (None, bad)])
        assert refused.value.field == "file"
    assert claims.rows(running_only=False) == () and office.services.documents.rows() == []
    assert office.status(office.laptop) == "in_use"
    assert not [each for each in (office.services.folder / "documents").rglob("*") if each.is_file()]


def test_a_name_that_climbs_is_kept_as_a_plain_one(office: ClaimOffice) -> None:
    claim = office.claim(office.laptop, ClaimType.BREAKAGE)
    held = office.services.claims.attach(claim.row.id, None, paper("../../déclaration.pdf"))
    assert "/" not in held.documents[0].file_name and held.documents[0].path.is_relative_to(office.services.folder)
    assert held.row.missing == (DECLARATION,)


def test_a_loan_goes_to_the_person_and_comes_back_when_the_device_is_repaired(office: ClaimOffice) -> None:
    claims, equipment = office.services.claims, office.services.equipment
    office.rent(office.stock)
    claim = office.claim(office.laptop, ClaimType.BREAKAGE)
    assert claims.lendable(claim.row.id)[0].designation == "Portable de prêt"
    assert claim.can_ship
    shipped = claims.ship(claim.row.id)
    assert shipped.equipment_status is EquipmentStatus.IN_REPAIR and not shipped.can_ship
    lent = claims.lend(claim.row.id, office.stock)
    assert lent.loan is not None and lent.loan.id == office.stock and lent.replaced_at == DECLARED
    assert office.status(office.stock) == "on_loan" and office.person(office.stock) == "Marie Dubois"
    with pytest.raises(RuleError, match=r"already|déjà"):
        claims.lend(claim.row.id, office.phone)
    claims.attach(claim.row.id, DECLARATION, paper())
    office.clock.moment += timedelta(days=3)
    done = claims.move(claim.row.id, ClaimStatus.REPAIRED, "Écran changé")
    assert done.loan is None and done.closed_at == office.clock.moment and done.outcome_note == "Écran changé"
    assert (office.status(office.stock), office.person(office.stock)) == ("in_stock", "")
    assert (office.status(office.laptop), office.person(office.laptop)) == ("in_use", "Marie Dubois")
    (entry,) = equipment.assignments(office.stock)
    assert (entry.person_name, entry.start, entry.end) == ("Marie Dubois", DAY, DAY + timedelta(days=3))
    assert done.moves == () and claims.rows() == () and len(claims.rows(running_only=False)) == 1


def test_taking_a_loan_back(office: ClaimOffice) -> None:
    claims = office.services.claims
    claim = office.claim(office.till, ClaimType.BREAKDOWN)
    with pytest.raises(RuleError):
        claims.take_back(claim.row.id)
    claims.lend(claim.row.id, office.phone)
    assert (office.status(office.phone), office.person(office.phone)) == ("on_loan", "")
    assert claims.take_back(claim.row.id).loan is None and office.status(office.phone) == "in_stock"
    for device, said in ((office.till, "appareil sinistré"), (office.laptop, "En service")):
        with pytest.raises(RuleError) as refused:
            claims.lend(claim.row.id, device)
        assert said in str(refused.value.text)


def test_a_replacement_takes_over_person_contract_and_site(office: ClaimOffice) -> None:
    claims, equipment = office.services.claims, office.services.equipment
    office.rent(office.stock)
    claim = office.claim(office.laptop, ClaimType.OXIDATION)
    with pytest.raises(RuleError):
        claims.move(claim.row.id, ClaimStatus.REPLACED)
    done = claims.replace(claim.row.id, office.stock, "Neuf")
    assert done.row.status is ClaimStatus.REPLACED and done.replacement is not None and done.replaced_at == DECLARED
    new, old = equipment.sheet(office.stock), equipment.sheet(office.laptop)
    assert (new.status, new.person_name, new.contract_number, new.site_name, new.ownership.value) == (
        EquipmentStatus.IN_USE,
        "Marie Dubois",
        "C-1",
        "Annecy",
        "rented",
    )
    assert (old.status, old.person_name) == (EquipmentStatus.RETURNED, "")
    with pytest.raises(RuleError) as refused:
        claims.lend(claim.row.id, office.phone)
    assert "Remplacé" in str(refused.value.text)


def test_a_stolen_device_is_replaced_by_the_one_that_was_lent(office: ClaimOffice) -> None:
    claims = office.services.claims
    office.rent(office.stock)
    claim = office.claim(office.laptop, ClaimType.THEFT, BURGLARY)
    assert claims.lend(claim.row.id, office.stock).replaced_at is None  # a new device was promised
    done = claims.replace(claim.row.id, office.stock)
    assert done.loan is None and done.replacement is not None and done.replaced_at is not None
    assert (office.status(office.laptop), office.person(office.laptop)) == ("lost_or_stolen", "")
    assert (office.status(office.stock), office.person(office.stock)) == ("in_use", "Marie Dubois")


def test_another_replacement_sends_the_loan_back(office: ClaimOffice) -> None:
    claims = office.services.claims
    claim = office.claim(office.laptop, ClaimType.BREAKAGE)
    claims.lend(claim.row.id, office.phone)
    claims.replace(claim.row.id, office.stock)
    assert (office.status(office.phone), office.person(office.phone)) == ("in_stock", "")


def test_withdrawn_puts_everything_back_as_it_was(office: ClaimOffice) -> None:
    claims = office.services.claims
    office.services.equipment.take_back([office.laptop])
    claim = office.claim(office.laptop, ClaimType.LOSS)
    claims.lend(claim.row.id, office.stock)
    claims.move(claim.row.id, ClaimStatus.WITHDRAWN, "Retrouvé")
    assert (office.status(office.laptop), office.status(office.stock)) == ("in_stock", "in_stock")


def test_refused_leaves_the_device_broken_and_may_be_thought_over(office: ClaimOffice) -> None:
    claims = office.services.claims
    claim = office.claim(office.till, ClaimType.BREAKAGE)
    claims.ship(claim.row.id)
    assert claims.move(claim.row.id, ClaimStatus.REFUSED, "Hors contrat").closed_at is not None
    assert office.status(office.till) == "broken_down"
    again = claims.move(claim.row.id, ClaimStatus.IN_HAND)
    assert again.closed_at is None and again.row.status is ClaimStatus.IN_HAND
    claims.move(claim.row.id, ClaimStatus.REPAIRED)
    assert office.status(office.till) == "in_use"


def test_refused_moves_name_both_states(office: ClaimOffice) -> None:
    claims = office.services.claims
    claim = office.claim(office.laptop, ClaimType.LOSS)
    assert ClaimStatus.REPAIRED not in claim.moves and ClaimStatus.REPLACED in claim.moves
    for status, words in ((ClaimStatus.DECLARED, ("Déclaré", "Déclaré")), (ClaimStatus.REPAIRED, ("Déclaré", "Réparé et rendu"))):
        with pytest.raises(RuleError) as refused:
            claims.move(claim.row.id, status)
        assert all(word in str(refused.value.text) for word in words)
    with pytest.raises(RuleError):
        claims.ship(claim.row.id)
    with pytest.raises(NotFoundError):
        claims.move(uuid4(), ClaimStatus.IN_HAND)


def test_lists_show_what_is_due_first(office: ClaimOffice) -> None:
    claims = office.services.claims
    loss = office.claim(office.till, ClaimType.LOSS)
    stolen = office.claim(office.laptop, ClaimType.THEFT, BURGLARY)
    broken = office.claim(office.laptop, ClaimType.BREAKAGE)
    assert [row.id for row in claims.rows()] == [stolen.row.id, broken.row.id, loss.row.id]
    assert [row.id for row in claims.rows(equipment_id=office.till)] == [loss.row.id]
    assert claims.rows(site_id=uuid4()) == () and len(claims.rows(site_id=office.annecy)) == 3
    assert claims.by_number("S26-A-0002") == stolen.row.id
    with pytest.raises(NotFoundError, match="S26-A-0003"):
        claims.by_number("S26-A-0009")


def test_what_was_decided_is_read_in_either_language(office: ClaimOffice) -> None:
    claims = office.services.claims
    set_language("en")
    try:
        claim = claims.add(ClaimDraft(office.laptop, ClaimType.THEFT, DAY, BURGLARY), [(COMPLAINT, paper())])
        assert "No excess to pay." in claim.cover_note and claim.documents[0].title.startswith("Copy of the police")
    finally:
        set_language("fr")
    read = claims.detail(claim.row.id)
    assert "Sans franchise." in read.cover_note and read.cover_note.endswith("C’est couvert.")
    assert read.documents[0].title == office.services.documents.rows()[0].title == "Copie du dépôt de plainte S26-A-0001"
    with office.services.context.store.writing() as unit:
        unit.session.get_one(Claim, claim.row.id).cover_note = "Noté à la main."
    assert claims.detail(claim.row.id).cover_note == "Noté à la main."


def test_the_journal_tells_it(office: ClaimOffice) -> None:
    office.claim(office.laptop, ClaimType.BREAKAGE)
    newest = office.services.equipment.history(office.laptop)[0]
    assert (newest.field, newest.old, newest.new) == ("État", "En service", "En panne")


def test_an_offer_that_says_nothing_leaves_it_open(office: ClaimOffice) -> None:
    services = office.services
    services.contracts.add(
        ContractDraft("commown-rental", date(2025, 3, 10), quantity=1, unit_price=Decimal("45.00"), number="L-1"), ContractStatus.ACTIVE
    )
    services.equipment.change(office.till, {"contract_id": "L-1"})
    claim = office.claim(office.till, ClaimType.BREAKAGE)
    assert claim.row.covered is None and claim.row.missing == () and "ne dit rien" in claim.cover_note
    # What its sheet says later does not undo the decision.
    services.equipment.change(office.till, {"ownership": "owned", "contract_id": ""})
    assert services.claims.detail(claim.row.id).decision is not None
