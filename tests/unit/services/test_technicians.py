"""Technicians' sessions: who is in the journal, when they end, what a restart finds; and the card."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from app.bootstrap import OpenFolder
from app.domain.errors import InputError, NotFoundError, RuleError
from app.domain.records import BackupOperation, BackupResult, InterventionKind, RatingValue, Urgency
from app.domain.text import msg
from app.domain.values.support import NewRequest
from app.services.technicians import CLOSING, IDLE, TechnicianService
from app.store.tables import BackupOption, BackupReport
from app.system.teamviewer import ThisPc
from tests.offices import StandingClock, add_three_contracts, open_office

START = datetime(2026, 11, 10, 13, 5, tzinfo=UTC)
OWNER, NAME = "Claire Morel", "Nadège R."


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock(START)


@pytest.fixture
def office(tmp_path: Path, clock: StandingClock) -> Iterator[OpenFolder]:
    opened = open_office(tmp_path / "data", clock)
    yield opened
    opened.close()


@pytest.fixture
def technicians(office: OpenFolder) -> TechnicianService:
    return office.services.technicians


def actors(office: OpenFolder, kind: str) -> list[tuple[str, str]]:
    """Who did what to records of one kind, oldest first."""
    with sqlite3.connect(office.folder / "parclair.sqlite3") as connection:
        return list(connection.execute("SELECT action, actor FROM audit_entry WHERE type = ? ORDER BY id", [kind]))


def ends(office: OpenFolder) -> list[tuple[str, str, str | None]]:
    """Every session: technician, why and when it ended."""
    with sqlite3.connect(office.folder / "parclair.sqlite3") as connection:
        return list(connection.execute("SELECT technician, end_reason, ended_at FROM technician_session ORDER BY id"))


def ask(office: OpenFolder, **given: Any) -> UUID:
    return office.services.support.add(NewRequest("Plus de tickets", Urgency.BLOCKED, **given)).id


def machine(office: OpenFolder, **given: str) -> UUID:
    return office.services.equipment.add({"designation": "Caisse comptoir", "kind": "till", **given})


# Who is in the journal ---------------------------------------------------------------------------------------------------------------


def test_what_is_done_in_a_session_stands_under_the_technicians_name(office: OpenFolder, technicians: TechnicianService) -> None:
    state = technicians.start("  Nadège   R. ", OWNER)
    assert (state.technician, state.started_at, state.ends_at) == (NAME, START, START + IDLE)
    assert technicians.current() == state
    machine(office)
    assert technicians.end() is None
    machine(office)
    assert actors(office, "equipment") == [("created", NAME), ("created", OWNER)]
    # The journal says who let the technician in.
    assert actors(office, "technician_session") == [("created", OWNER), ("changed", NAME)]
    assert technicians.current() is None
    assert technicians.end() is None
    assert technicians.names() == (NAME,)


@pytest.mark.parametrize(
    ("name", "confirmed_by", "field"),
    [
        ("", OWNER, "technician"),
        ("   ", OWNER, "technician"),
        (NAME, " ", "confirmed_by"),
        (NAME, "nadège r.", "confirmed_by"),
        ("x" * 201, OWNER, "technician"),
    ],
)
def test_a_session_needs_a_name_and_somebody_else_who_confirms(
    office: OpenFolder, technicians: TechnicianService, name: str, confirmed_by: str, field: str
) -> None:
    with pytest.raises(InputError) as refused:
        technicians.start(name, confirmed_by)
    assert refused.value.field == field
    assert (technicians.current(), office.services.context.store.actor, ends(office)) == (None, OWNER, [])


def test_one_session_at_a_time(technicians: TechnicianService) -> None:
    technicians.start(NAME, OWNER)
    with pytest.raises(RuleError, match="14:05"):
        technicians.start("Thibault C.", OWNER)
    current = technicians.current()
    assert current is not None
    assert current.technician == NAME


def test_an_unknown_request_starts_nothing(office: OpenFolder, technicians: TechnicianService) -> None:
    with pytest.raises(NotFoundError):
        technicians.start(NAME, OWNER, UUID(int=1))
    assert office.services.context.store.actor == OWNER


def test_the_offices_people_can_confirm_its_representative_first(office: OpenFolder, technicians: TechnicianService) -> None:
    office.services.office.change_organisation({"representative": "Marie Dubois"})
    for name in ("Paul Étienne", "Marie Dubois", "Anna Weiss"):
        office.services.office.add_person({"name": name})
    assert technicians.hosts() == ("Marie Dubois", "Anna Weiss", "Paul Étienne")


# How it ends -------------------------------------------------------------------------------------------------------------------------


def test_thirty_minutes_without_anything_done(office: OpenFolder, technicians: TechnicianService, clock: StandingClock) -> None:
    technicians.start(NAME, OWNER)
    clock.moment = START + timedelta(minutes=29)
    technicians.touch()
    assert technicians.expire() is None
    clock.moment = START + timedelta(minutes=58, seconds=59)
    assert technicians.expire() is None
    clock.moment = START + timedelta(minutes=70)
    technicians.touch()  # too late: whoever comes back now is somebody else
    ended = technicians.expire()
    assert ended is not None
    assert (ended.reason, ended.ended_at, ended.rate) == ("idle", START + timedelta(minutes=59), None)
    assert office.services.context.store.actor == OWNER
    assert technicians.expire() is None
    assert ends(office) == [(NAME, "idle", "2026-11-10T14:04:00.000000+00:00")]


def test_the_end_of_its_intervention(office: OpenFolder, technicians: TechnicianService, clock: StandingClock) -> None:
    support, request = office.services.support, ask(office)
    state = technicians.start(NAME, OWNER, request)
    assert (state.request_id, state.request_number) == (request, "D26-A-0001")
    work = support.start_intervention(request, InterventionKind.REMOTE, NAME)
    assert technicians.expire() is None
    clock.moment = START + timedelta(minutes=12)
    support.stop_intervention(work, "Pilote réinstallé.")
    # A few minutes are left to write down the solution under the same name, whatever else is done.
    assert technicians.expire() is None
    current = technicians.current()
    assert current is not None
    assert (current.closing, current.ends_at) == (True, clock.moment + CLOSING)
    support.resolve(request, "Pilote réinstallé.")
    ended = technicians.expire()
    assert ended is not None
    assert (ended.reason, ended.ended_at) == ("intervention", clock.moment)
    assert ended.rate is not None
    assert (ended.rate.id, ended.rate.technician) == (request, NAME)
    assert {actor for _, actor in actors(office, "intervention")} == {NAME}
    assert office.services.context.store.actor == OWNER


def test_an_intervention_that_is_closed_ends_the_session_by_itself(
    office: OpenFolder, technicians: TechnicianService, clock: StandingClock
) -> None:
    request = ask(office)
    technicians.start(NAME, OWNER, request)
    work = office.services.support.start_intervention(request, InterventionKind.PHONE, NAME)
    office.services.support.stop_intervention(work, "Expliqué.")
    clock.moment = START + CLOSING
    technicians.touch()
    ended = technicians.expire()
    assert ended is not None
    assert (ended.reason, ended.rate) == ("intervention", None)  # nobody said that it is solved


def test_another_intervention_keeps_the_session(office: OpenFolder, technicians: TechnicianService, clock: StandingClock) -> None:
    support, request = office.services.support, ask(office)
    technicians.start(NAME, OWNER, request)
    support.stop_intervention(support.start_intervention(request, InterventionKind.PHONE, NAME), "Expliqué.")
    technicians.expire()
    support.start_intervention(request, InterventionKind.REMOTE, NAME)
    clock.moment = START + 2 * CLOSING
    assert technicians.expire() is None
    current = technicians.current()
    assert current is not None
    assert not current.closing


def test_without_a_request_it_is_about_the_one_that_is_worked_on(
    office: OpenFolder, technicians: TechnicianService, clock: StandingClock
) -> None:
    clock.moment = START - timedelta(hours=1)
    support, other, request = office.services.support, ask(office), ask(office)
    clock.moment = START
    technicians.start(NAME, OWNER)
    support.log_intervention(other, InterventionKind.PHONE, "Thibault C.", START - timedelta(hours=1), START, "Rien trouvé.")
    assert technicians.expire() is None
    work = support.start_intervention(request, InterventionKind.REMOTE, NAME)
    assert technicians.expire() is None
    current = technicians.current()
    assert current is not None
    assert current.request_number == "D26-A-0002"
    support.stop_intervention(work, "Réglé.")
    support.resolve(request, "Réglé.")
    ended = technicians.expire()
    assert ended is not None
    assert ended.rate is not None
    assert ended.rate.number == "D26-A-0002"


def test_a_rating_is_asked_for_once(office: OpenFolder, technicians: TechnicianService) -> None:
    support = office.services.support
    for rated in ("asked", "given", ""):
        request = ask(office)
        support.resolve(request, "Réglé.")
        technicians.start(NAME, OWNER, request)
        if rated == "asked":
            support.rating_asked(request)
        elif rated == "given":
            support.rate(request, RatingValue.GREAT)
        assert technicians.end() == (None if rated else request)


def test_a_restart_ends_what_was_left_open_when_something_was_last_done(tmp_path: Path, clock: StandingClock) -> None:
    office = open_office(tmp_path / "data", clock)
    request = ask(office)
    office.services.support.resolve(request, "Réglé.")
    office.services.technicians.start(NAME, OWNER, request)
    for minute in (3, 7):
        clock.moment = START + timedelta(minutes=minute)
        office.services.technicians.touch()
    clock.moment = START + timedelta(minutes=7, seconds=30)
    office.services.technicians.touch()  # within the minute: not written down
    office.close()
    clock.moment = START + timedelta(days=1)
    office = open_office(tmp_path / "data", clock)
    technicians = office.services.technicians
    assert technicians.current() is None
    machine(office)
    ended = technicians.expire()
    assert ended is not None
    assert (ended.reason, ended.ended_at, ended.rate and ended.rate.id) == ("restart", START + timedelta(minutes=7), request)
    assert technicians.expire() is None
    assert [reason for _, reason, _ in ends(office)] == ["restart"]
    assert actors(office, "equipment") == [("created", OWNER)]
    office.close()


def test_starting_ends_what_was_left_open(tmp_path: Path, clock: StandingClock) -> None:
    office = open_office(tmp_path / "data", clock)
    office.services.technicians.start(NAME, OWNER)
    office.close()
    office = open_office(tmp_path / "data", clock)
    office.services.technicians.start("Thibault C.", OWNER)
    assert [(name, reason) for name, reason, _ in ends(office)] == [(NAME, "restart"), ("Thibault C.", "")]
    office.close()


def test_the_sessions_of_other_computers_are_left_alone(office: OpenFolder, technicians: TechnicianService) -> None:
    technicians.start(NAME, OWNER)
    with office.services.context.store.writing() as unit:
        from app.store.tables import TechnicianSession

        unit.session.add(TechnicianSession(technician="Yasmine K.", started_at=START))
    technicians.end()
    assert technicians.expire() is None
    assert [(name, reason) for name, reason, _ in ends(office)] == [(NAME, "closed"), ("Yasmine K.", "")]


def test_where_the_end_cannot_be_written_nothing_more_stands_under_that_name(
    office: OpenFolder, technicians: TechnicianService, monkeypatch: pytest.MonkeyPatch
) -> None:
    technicians.start(NAME, OWNER)
    with monkeypatch.context() as broken:
        broken.setattr(office.services.context.store, "writing", lambda: (_ for _ in ()).throw(RuleError(msg("Disque plein"))))
        with pytest.raises(RuleError):
            technicians.end()
    assert (technicians.current(), office.services.context.store.actor) == (None, OWNER)
    ended = technicians.expire()
    assert ended is not None
    assert ended.reason == "restart"


# The card ----------------------------------------------------------------------------------------------------------------------------


def reading(office: OpenFolder, pc: ThisPc) -> TechnicianService:
    return TechnicianService(office.services.context, lambda: pc)


NO_TEAMVIEWER = ThisPc(None, why=msg("TeamViewer n’est pas installé sur ce PC"))


def test_the_card_of_this_pc_is_found_by_its_teamviewer_id(office: OpenFolder) -> None:
    machine(office)
    here = machine(office, teamviewer_id="986\u00a0801 296", designation="Poste gérance")
    card = reading(office, ThisPc("986801296")).card()
    assert (card.equipment_id, card.designation, card.teamviewer_id, card.this_pc) == (here, "Poste gérance", "986 801 296", True)
    assert card.teamviewer_why is None
    machine(office, teamviewer_id="986801296")  # twice: nobody knows which
    card = reading(office, ThisPc("986801296")).card()
    assert (card.equipment_id, card.teamviewer_id, card.this_pc) == (None, "986 801 296", True)


def test_the_card_of_an_unknown_pc_says_what_it_can(office: OpenFolder) -> None:
    office.services.office.change_organisation({"phone": "04 50 00 00 00"})
    ask(office)
    card = reading(office, NO_TEAMVIEWER).card()
    assert (card.equipment_id, card.designation, card.backup) == (None, "", "")
    assert (card.organisation, card.phone) == ("Pressing des Tilleuls", "04 50 00 00 00")
    assert card.teamviewer_why == NO_TEAMVIEWER.why
    assert [row.number for row in card.last_requests] == ["D26-A-0001"]
    assert card.cover is not None


def test_the_card_of_a_machine(office: OpenFolder) -> None:
    support_number = add_three_contracts(office)[0]
    services = office.services
    site = services.office.add_site({"name": "Annecy", "phone": "04 50 11 22 33"})
    person = services.office.add_person({"name": "Marie Dubois", "site_id": site})
    till = machine(office, serial="YN2-690", os_name="Windows 11 Pro", os_version="24H2", licence_number="GC-0042", site_id="Annecy")
    services.equipment.change(till, {"contract_id": support_number, "manufacturer": "Dell", "warranty_end": "2027-03-01"})
    services.equipment.assign([till], person, START.date())
    for _ in range(7):
        ask(office, equipment_id=till)
    ask(office)
    card = reading(office, ThisPc("986801296")).card(till)
    assert (card.serial, card.os_name, card.os_version, card.licence_number) == ("YN2-690", "Windows 11 Pro", "24H2", "GC-0042")
    assert (card.person, card.site, card.phone, card.contract_number) == ("Marie Dubois", "Annecy", "04 50 11 22 33", support_number)
    assert (card.kind, card.status, card.this_pc) == ("till", "in_use", False)
    # Another machine's ID is not this PC's.
    assert card.teamviewer_id == ""
    assert card.teamviewer_why is not None
    assert "fiche de la machine" in card.teamviewer_why.render("fr")
    assert card.cover is not None
    assert card.cover.covered is True
    assert [row.number for row in card.last_requests] == [f"D26-A-000{n}" for n in (7, 6, 5, 4, 3)]


def test_the_card_of_a_request(office: OpenFolder) -> None:
    till = machine(office)
    request = ask(office, equipment_id=till, contact="Paul", phone="06 12 34 56 78")
    card = reading(office, NO_TEAMVIEWER).card(request_id=request)
    assert (card.equipment_id, card.person, card.phone) == (till, "Paul", "06 12 34 56 78")
    assert reading(office, NO_TEAMVIEWER).card(request_id=ask(office)).equipment_id is None
    for unknown in ({"request_id": UUID(int=1)}, {"equipment_id": UUID(int=1)}):
        with pytest.raises(NotFoundError):
            reading(office, NO_TEAMVIEWER).card(**unknown)


def test_what_the_records_know_of_backups(office: OpenFolder) -> None:
    till = machine(office)

    def told() -> str:
        return reading(office, NO_TEAMVIEWER).card(till).backup

    def report(result: BackupResult, day: int, message: str = "") -> None:
        at = datetime(2026, 11, day, 5, 10, tzinfo=UTC)
        with office.services.context.store.writing() as unit:
            unit.session.add(BackupReport(equipment_id=till, result=result, message=message, started_at=at, finished_at=at))

    assert told() == ""
    with office.services.context.store.writing() as unit:
        unit.session.add(BackupOption(equipment_id=till, subscribed=True))
    assert told() == "Option souscrite, aucune sauvegarde connue"
    report(BackupResult.FAILED, 7, "disque plein")
    assert told() == "Échouée le 07/11/2026 06:10\u00a0: disque plein. Aucune réussie"
    report(BackupResult.SUCCESS, 8)
    assert told() == "En retard\u00a0: réussie le 08/11/2026 06:10"
    with office.services.context.store.writing() as unit:
        at = datetime(2026, 11, 8, 6, tzinfo=UTC)
        check = BackupReport(equipment_id=till, operation=BackupOperation.CHECK, result=BackupResult.FAILED, problem="damaged")
        check.started_at = check.finished_at = at
        unit.session.add(check)
    assert told() == "Dépôt abîmé\u00a0: réussie le 08/11/2026 06:10"
    report(BackupResult.FAILED, 9)
    assert told() == "Échouée le 09/11/2026 06:10. Dernière réussie le 08/11/2026 06:10"


def test_the_link_and_the_program(technicians: TechnicianService) -> None:
    assert technicians.link("986 801 296") == "teamviewer10://control?device=986801296"
    assert technicians.link("caisse") == ""
    assert technicians.program() == ""
