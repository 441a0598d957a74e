"""Requests from their asking to their rating: the queue, transitions, appointments, interventions, threads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from icalendar import Calendar

from app.domain.errors import InputError, NotFoundError, RuleError
from app.domain.records import REQUEST_TRANSITIONS, InterventionKind, RatingValue, RequestStatus, Urgency
from app.domain.text import set_language
from app.domain.values.support import NewRequest, RequestQuery
from app.store.tables import AuditEntry, OutboxRow, RequestMessage, SupportRequest
from tests.command_line import plainly
from tests.support_office import SupportOffice

PHONE, REMOTE = InterventionKind.PHONE, InterventionKind.REMOTE
STATUS = RequestStatus
MINUTE = timedelta(minutes=1)
THURSDAY = datetime(2026, 11, 12, 9, tzinfo=UTC)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    found = SupportOffice(tmp_path / "data")
    found.contract("gesticlean-support")
    yield found
    found.opened.close()


def status(office: SupportOffice, request_id: UUID) -> RequestStatus:
    return office.support.detail(request_id).row.status


def test_what_is_asked_is_kept_and_recorded(office: SupportOffice) -> None:
    added = office.ask(" Caisse bloquée ", description="Écran\nnoir", contact="Zoé", phone="04 50")
    found = office.support.detail(added.id)
    assert added.number == found.row.number == "D26-A-0001"
    assert (found.row.subject, found.description, found.row.contact, found.phone) == ("Caisse bloquée", "Écran\nnoir", "Zoé", "04 50")
    assert (found.row.status, found.row.covered, found.row.due_at) == (STATUS.NEW, True, added.due)
    assert "Couvert" in found.cover_note and found.row.opened_at == office.clock.now()
    assert office.support.by_number("D26-A-0001") == added.id
    with office.opened.services.context.store.reading() as session:
        row = session.get_one(SupportRequest, added.id)
        assert row.search == "caisse bloquee zoe d26 a 0001 d26a0001"
        told = session.query(OutboxRow).filter_by(row_id=added.id).one()
        assert told.op == "put" and told.changes["subject"] == "Caisse bloquée" and "search" not in told.changes
        assert session.query(AuditEntry).filter_by(row_id=added.id).one().actor == "Claire Morel"


def test_an_appointment_ends_before_support_closes(office: SupportOffice) -> None:
    asked = office.ask().id
    noon = datetime(2026, 11, 12, 11, tzinfo=UTC)  # when support closes
    for at, minutes in ((noon - 5 * MINUTE, 30), (noon - 29 * MINUTE, 30), (THURSDAY, 600)):
        with pytest.raises(RuleError) as refusal:
            office.support.plan(asked, at, minutes)
        assert "12/11/2026" in str(refusal.value.text) and "ferme" in str(refusal.value.text)
    with pytest.raises(RuleError):
        office.ask(appointment_at=noon - 5 * MINUTE)
    office.support.plan(asked, noon - 30 * MINUTE, 30)


def test_what_was_said_in_one_language_is_read_in_the_other(office: SupportOffice) -> None:
    set_language("en")
    try:
        asked = office.ask().id
        assert office.support.detail(asked).cover_note.startswith("Covered by contract")
    finally:
        set_language("fr")
    assert office.support.detail(asked).cover_note.startswith("Couvert par le contrat")
    machine = office.machine()
    office.support.change(asked, {"equipment_id": machine})
    assert office.support.detail(asked).cover_note.startswith("Couvert par le contrat")
    with office.opened.services.context.store.writing() as unit:
        unit.session.get_one(SupportRequest, asked).cover_note = "Vu au téléphone"  # as the first versions kept it
    assert office.support.detail(asked).cover_note == "Vu au téléphone"


def test_numbers_pass_over_those_that_are_taken(office: SupportOffice) -> None:
    first = office.ask()
    with office.opened.services.context.store.writing() as unit:
        unit.session.get_one(SupportRequest, first.id).number = "D26-A-0002"
    assert office.ask().number == "D26-A-0003"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"subject": " "}, "subject"),
        ({"subject": "x" * 301}, "subject"),
        ({"subject": "a\nb"}, "subject"),
        ({"urgency": "now"}, "urgency"),
        ({"contact": "x" * 201}, "contact"),
        ({"equipment_id": "42"}, "equipment_id"),
        ({"status": "closed"}, "status"),
    ],
)
def test_what_a_field_does_not_take(office: SupportOffice, changes: dict[str, str], field: str) -> None:
    asked = office.ask().id
    with pytest.raises(InputError, match=field):
        office.support.change(asked, changes)
    assert office.support.detail(asked).row.subject == "Caisse bloquée"


def test_the_queue(office: SupportOffice) -> None:
    numbers = {}
    for name, urgency in (("q", Urgency.QUESTION), ("d", Urgency.DEGRADED), ("b1", Urgency.BLOCKED), ("b2", Urgency.BLOCKED)):
        numbers[name] = office.ask(name, urgency).id
        office.clock.moment += MINUTE
    solved = office.solved(subject="solved")
    office.support.plan(numbers["d"], THURSDAY)
    queue = office.support.queue()
    assert [row.subject for row in queue.rows] == ["b1", "b2", "q", "d"]
    assert queue.asked_at == office.clock.now() and "Bloqué" in str(queue.why.rule)
    office.clock.moment = THURSDAY
    assert [row.subject for row in office.support.queue().rows] == ["d", "b1", "b2", "q"]
    assert solved not in {row.id for row in queue.rows}


def test_the_queue_of_a_site_holds_requests_of_no_site_too(office: SupportOffice) -> None:
    annecy, lyon = office.site("Annecy"), office.site("Lyon")
    office.ask("a", site_id=annecy)
    office.ask("l", site_id=lyon)
    office.ask("none")
    assert [row.subject for row in office.support.queue(annecy).rows] == ["a", "none"]
    assert {row.subject for row in office.support.page(RequestQuery(site_id=lyon), 0, 9).rows} == {"l", "none"}


def test_pages_and_searches(office: SupportOffice) -> None:
    machine = office.machine()
    for place in range(7):
        office.ask(f"Étiquettes {place}", contact="Zoé Favre", equipment_id=machine if place < 2 else None)
        office.clock.moment += MINUTE
    page = office.support.page
    assert [row.subject[-1] for row in page(RequestQuery(), 0, 3).rows] == ["6", "5", "4"]
    assert (page(RequestQuery(), 0, 3).total, page(RequestQuery(), 6, 3).total, page(RequestQuery(), 9, 3).total) == (7, 7, 7)
    assert [row.subject[-1] for row in page(RequestQuery(), 6, 3).rows] == ["0"]
    assert page(RequestQuery(search="zoe ETIQ"), 0, 3).total == 7
    assert page(RequestQuery(search="d26-a-0003"), 0, 3).rows[0].number == "D26-A-0003"
    assert (page(RequestQuery(search="…"), 0, 3).total, page(RequestQuery(search="néant"), 0, 3).total) == (0, 0)
    assert page(RequestQuery(equipment_id=machine), 0, 9).total == 2
    assert page(RequestQuery(statuses=(STATUS.NEW,)), 0, 3).total == 7
    assert page(RequestQuery(statuses=(STATUS.CLOSED, STATUS.RESOLVED)), 0, 3).total == 0
    assert page(RequestQuery(statuses=tuple(STATUS)), 0, 3).total == 7
    office.ask("Une de plus")
    assert page(RequestQuery(), 0, 3).total == 8


def test_every_transition_is_checked(office: SupportOffice) -> None:
    paths = {
        STATUS.NEW: (),
        STATUS.CALL_BACK_PLANNED: (STATUS.CALL_BACK_PLANNED,),
        STATUS.IN_PROGRESS: (STATUS.IN_PROGRESS,),
        STATUS.WAITING_FOR_CUSTOMER: (STATUS.WAITING_FOR_CUSTOMER,),
        STATUS.RESOLVED: (STATUS.RESOLVED,),
        STATUS.CLOSED: (STATUS.RESOLVED, STATUS.CLOSED),
    }
    from app.domain.records import label

    for start, path in paths.items():
        for target in STATUS:
            asked = office.ask().id
            for step in path:
                office.support.move(asked, step)
            assert office.support.detail(asked).moves == tuple(each for each in STATUS if each in REQUEST_TRANSITIONS[start])
            if target in REQUEST_TRANSITIONS[start]:
                office.support.move(asked, target, "note")
                assert status(office, asked) is target
                continue
            with pytest.raises(RuleError) as refusal:
                office.support.move(asked, target)
            assert str(label(start)) in str(refusal.value.text) and str(label(target)) in str(refusal.value.text)
            assert status(office, asked) is start


def test_solved_open_again_and_solved(office: SupportOffice) -> None:
    asked = office.ask().id
    office.support.resolve(asked, "Redémarrée")
    found = office.support.detail(asked)
    assert (found.resolution, found.can_rate, found.row.closed_at) == ("Redémarrée", True, None)
    office.support.move(asked, STATUS.IN_PROGRESS, "Cela recommence")
    with office.opened.services.context.store.reading() as session:
        assert session.get_one(SupportRequest, asked).resolved_at is None
    office.support.resolve(asked, "Remplacée")
    office.support.move(asked, STATUS.CLOSED, "Vu avec Zoé")
    assert [entry.text for entry in office.support.detail(asked).thread if entry.kind == "message"] == ["Cela recommence", "Vu avec Zoé"]
    writes: tuple[Callable[[], object], ...] = (
        lambda: office.support.say(asked, "encore"),
        lambda: office.support.change(asked, {"subject": "x"}),
    )
    for write in writes:
        with pytest.raises(RuleError) as refusal:
            write()
        assert "Clôturée" in str(refusal.value.text)


def test_another_machine_or_contract_is_judged_anew(office: SupportOffice) -> None:
    rental = office.contract("cleaq-rental", quantity=2)
    asked = office.ask().id
    before = office.support.detail(asked)
    office.clock.moment += 30 * MINUTE
    office.support.change(asked, {"equipment_id": str(office.machine(rental)), "urgency": "question"})
    after = office.support.detail(asked)
    assert (after.contract_id, after.row.urgency) == (rental, Urgency.QUESTION)
    assert after.row.due_at == before.row.opened_at + 10 * MINUTE and before.row.due_at != after.row.due_at
    assert any("Matériel" in entry.text and "Poste comptoir" in entry.text for entry in after.thread)
    office.support.change(asked, {"equipment_id": "", "subject": "Autre objet"})
    assert office.support.detail(asked).contract_id == before.contract_id
    assert office.support.page(RequestQuery(search="autre objet"), 0, 1).total == 1


def test_appointments(office: SupportOffice) -> None:
    asked = office.ask(contact="Zoé", phone="04 50").id
    for wrong in (office.clock.now(), office.clock.now() - MINUTE, datetime(1969, 1, 1, tzinfo=UTC)):
        with pytest.raises(InputError, match="appointment"):
            office.support.plan(asked, wrong)
    with pytest.raises(RuleError) as refusal:
        office.support.plan(asked, datetime(2026, 11, 11, 10, tzinfo=UTC))
    assert "12/11/2026 09:00" in str(refusal.value.text)
    for minutes in (0, 4, 24 * 60 + 1):
        with pytest.raises(InputError, match="minutes"):
            office.support.plan(asked, THURSDAY, minutes)
    office.support.plan(asked, THURSDAY, 45)
    (found,) = office.support.appointments()
    assert (found.at, found.minutes, found.contact, found.phone) == (THURSDAY, 45, "Zoé", "04 50")
    office.support.plan(asked, THURSDAY + timedelta(hours=1), 45)  # moved
    office.clock.moment = THURSDAY + timedelta(hours=1, minutes=44)
    assert office.support.appointments() == (found.__class__(**{**found.__dict__, "at": THURSDAY + timedelta(hours=1)}),)
    office.clock.moment += MINUTE
    assert office.support.appointments() == ()
    office.support.unplan(asked)
    assert office.support.detail(asked).row.appointment_at is None
    with pytest.raises(RuleError):
        office.support.appointment_file(asked)
    texts = [entry.text for entry in office.support.detail(asked).thread if entry.kind == "appointment"]
    assert texts == ["Rendez-vous le 12/11/2026 10:00", "Rendez-vous le 12/11/2026 11:00", "Rendez-vous annulé"]


def test_an_appointment_with_the_request(office: SupportOffice) -> None:
    asked = office.ask(appointment_at=THURSDAY).id
    assert status(office, asked) is STATUS.CALL_BACK_PLANNED
    with pytest.raises(InputError, match="appointment"):
        office.ask(appointment_at=office.clock.now())
    with pytest.raises(RuleError):
        office.ask(appointment_at=THURSDAY + timedelta(hours=3))  # 13:00 in Paris
    assert office.support.page(RequestQuery(), 0, 9).total == 1


def test_the_calendar_file_reminds_and_moves_with_the_appointment(office: SupportOffice) -> None:
    asked = office.ask("Caisse; imprimante, réseau", description="Écran\nnoir", appointment_at=THURSDAY).id
    first = Calendar.from_ical(office.support.appointment_file(asked).decode())
    (event,) = first.walk("VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (THURSDAY, THURSDAY + 30 * MINUTE)
    assert "Caisse; imprimante, réseau" in event["SUMMARY"] and "Écran\nnoir" in event["DESCRIPTION"]
    assert "+33 4 50 37 15 29" in event["DESCRIPTION"]
    (alarm,) = event.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", -15 * MINUTE)
    office.clock.moment += MINUTE
    office.support.plan(asked, THURSDAY + timedelta(hours=1))
    (moved,) = Calendar.from_ical(office.support.appointment_file(asked).decode()).walk("VEVENT")
    assert moved["UID"] == event["UID"] and moved["SEQUENCE"] > event["SEQUENCE"]


def test_the_thread_in_the_order_of_time(office: SupportOffice) -> None:
    asked = office.ask().id
    work = asked
    for step in range(6):
        office.clock.moment += MINUTE
        match step:
            case 0:
                office.support.say(asked, "Toujours bloqué\nDepuis midi")
            case 1:
                office.support.plan(asked, THURSDAY)
            case 2:
                work = office.support.start_intervention(asked, REMOTE, "Nadège R.")
            case 3:
                office.support.stop_intervention(work, "Pilote")
            case 4:
                office.support.resolve(asked, "Pilote réinstallé")
            case 5:
                office.support.rate(asked, RatingValue.GREAT, "Merci")
    thread = office.support.detail(asked).thread
    assert [entry.at for entry in thread] == sorted(entry.at for entry in thread)
    assert [(entry.kind, plainly(entry.text)) for entry in thread] == [
        ("opened", "Demande D26-A-0001 : Caisse bloquée (Bloqué)"),
        ("message", "Toujours bloqué\nDepuis midi"),
        ("appointment", "Rendez-vous le 12/11/2026 10:00"),
        ("intervention", "À distance, 1 min"),
        ("status", "Rappel prévu → En cours"),
        ("status", "En cours → Résolue"),
        ("status", "Solution : Pilote réinstallé"),
        ("status", "Résolue → Clôturée"),
        ("rating", "Avis : Très bien"),
    ]
    assert {entry.author for entry in thread} == {"Claire Morel", "Nadège R."}


def test_messages_are_kept_as_they_were_written(office: SupportOffice) -> None:
    asked = office.ask().id
    for wrong in ("", "  \n ", "x" * 20_001, "a\x00b"):
        with pytest.raises(InputError, match="body"):
            office.support.say(asked, wrong)
    office.support.say(asked, "Bonjour")
    with office.opened.services.context.store.reading() as session:
        row = session.query(RequestMessage).one()
        assert (row.author, row.body, row.sent_at) == ("Claire Morel", "Bonjour", office.clock.now())


def test_unknown_requests(office: SupportOffice) -> None:
    nobody = uuid4()
    calls: tuple[Callable[[], object], ...] = (
        lambda: office.support.detail(nobody),
        lambda: office.support.resolve(nobody, ""),
        lambda: office.support.attach(nobody, ()),
        lambda: office.support.stop_intervention(nobody, ""),
        lambda: office.support.by_number("D99"),
    )
    for call in calls:
        with pytest.raises(NotFoundError):
            call()


def test_nothing_is_written_while_it_is_prepared(office: SupportOffice) -> None:
    office.support.prepare(NewRequest("", Urgency.BLOCKED))
    assert office.support.page(RequestQuery(), 0, 1).total == 0
