"""What technicians do on requests and what customers think of it: timers, minutes covered or billed, waiting, ratings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bootstrap import known_offers
from app.domain.errors import InputError, RuleError
from app.domain.formatting import PARIS
from app.domain.records import HolidayZone, InterventionKind, RatingValue, RequestStatus
from app.domain.support_clock import support_clock
from app.domain.support_work import open_minutes, waited_minutes
from app.domain.values.statistics import StatisticsQuery
from app.store.tables import AuditEntry, Intervention, Rating
from tests.support_office import SupportOffice

PHONE, REMOTE = InterventionKind.PHONE, InterventionKind.REMOTE
STATUS = RequestStatus
MINUTE = timedelta(minutes=1)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SupportOffice]:
    found = SupportOffice(tmp_path / "data")
    found.contract("gesticlean-support")
    yield found
    found.opened.close()


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[SupportOffice]:
    """An office without any contract."""
    found = SupportOffice(tmp_path / "data")
    yield found
    found.opened.close()


def status(office: SupportOffice, request_id: UUID) -> RequestStatus:
    return office.support.detail(request_id).row.status


def test_a_timer(office: SupportOffice) -> None:
    asked = office.ask().id
    office.clock.moment = datetime(2026, 11, 12, 8, 15, tzinfo=UTC)
    work = office.support.start_intervention(asked, REMOTE, " Nadège R. ", "123 456 789")
    found = office.support.detail(asked)
    assert found.row.status is STATUS.IN_PROGRESS and found.row.first_response_at == office.clock.now()
    assert found.running is not None and (found.running.id, found.running.technician) == (work, "Nadège R.")
    refused: tuple[Callable[[], object], ...] = (
        lambda: office.support.start_intervention(asked, PHONE, "T"),
        lambda: office.support.resolve(asked, ""),
    )
    for again in refused:
        with pytest.raises(RuleError) as refusal:
            again()
        assert "Nadège R." in str(refusal.value.text)
    office.clock.moment += timedelta(minutes=31, seconds=1)
    done = office.support.stop_intervention(work, "Pilote réinstallé")
    assert (done.minutes, done.covered_minutes, done.billable_minutes, done.amount) == (32, 32, 0, None)
    with pytest.raises(RuleError):
        office.support.stop_intervention(work, "encore")
    with office.opened.services.context.store.reading() as session:
        # 30 minutes on Tuesday, 15 on Thursday; the holiday between does not count
        assert session.get_one(Intervention, work).waited_minutes == 45
    second = office.support.start_intervention(asked, PHONE, "Thibault C.")
    with office.opened.services.context.store.reading() as session:
        assert session.get_one(Intervention, second).waited_minutes is None
    assert office.support.technicians() == ("Thibault C.", "Nadège R.")


def test_nobody_works_without_a_name_or_on_what_is_closed(office: SupportOffice) -> None:
    asked = office.ask().id
    with pytest.raises(InputError, match="technician"):
        office.support.start_intervention(asked, PHONE, " ")
    assert status(office, asked) is STATUS.NEW
    office.support.resolve(asked, "")
    office.support.start_intervention(asked, PHONE, "T")  # it was not solved after all
    assert status(office, asked) is STATUS.IN_PROGRESS
    closed = office.solved()
    office.support.move(closed, STATUS.CLOSED)
    now = office.clock.now()
    writes: tuple[Callable[[], object], ...] = (
        lambda: office.support.start_intervention(closed, PHONE, "T"),
        lambda: office.support.log_intervention(closed, PHONE, "T", now - MINUTE, now, ""),
    )
    for write in writes:
        with pytest.raises(RuleError) as refusal:
            write()
        assert "Clôturée" in str(refusal.value.text)


@pytest.mark.parametrize(("minutes", "billed", "amount"), [(1, 30, "45.00"), (30, 30, "45.00"), (31, 60, "90.00"), (90, 90, "135.00")])
def test_without_a_contract_every_half_hour_begun_is_billed(bare: SupportOffice, minutes: int, billed: int, amount: str) -> None:
    asked = bare.ask().id
    start = bare.clock.now()
    bare.clock.moment += minutes * MINUTE
    bare.support.log_intervention(asked, PHONE, "T", start, bare.clock.now(), "")
    (work,) = bare.support.detail(asked).interventions
    assert (work.minutes, work.covered_minutes, work.billable_minutes) == (minutes, 0, billed)
    assert work.amount == Decimal(amount)


def test_what_nobody_knows_is_neither_covered_nor_billed(bare: SupportOffice) -> None:
    rental = bare.contract("commown-rental")
    asked = bare.ask(equipment_id=bare.machine(rental)).id
    assert bare.support.detail(asked).row.covered is None
    start = bare.clock.now()
    bare.clock.moment += 10 * MINUTE
    bare.support.log_intervention(asked, PHONE, "T", start, bare.clock.now(), "")
    (work,) = bare.support.detail(asked).interventions
    assert (work.minutes, work.covered_minutes, work.billable_minutes, work.amount, work.to_check) == (10, 0, 0, None, True)
    bare.clock.moment += MINUTE
    bare.support.log_intervention(asked, PHONE, "T", start + 10 * MINUTE, bare.clock.now(), "", covered=True)
    assert not bare.support.detail(asked).interventions[-1].to_check


def test_the_technician_may_settle_otherwise(office: SupportOffice) -> None:
    asked = office.ask().id
    office.clock.moment += 10 * MINUTE
    now = office.clock.now()
    office.support.log_intervention(asked, PHONE, "T", now - 10 * MINUTE, now, "Mise à jour", covered=False)
    (work,) = office.support.detail(asked).interventions
    assert (work.covered_minutes, work.billable_minutes, work.amount) == (0, 30, Decimal("45.00"))


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [
        (datetime(2026, 3, 29, 1, 30, tzinfo=PARIS), datetime(2026, 3, 29, 3, 30, tzinfo=PARIS), 60),
        (datetime(2026, 10, 25, 1, 30, tzinfo=PARIS), datetime(2026, 10, 25, 3, 30, tzinfo=PARIS), 180),
        (datetime(2026, 10, 25, 2, 45, tzinfo=PARIS), datetime(2026, 10, 25, 2, 15, tzinfo=PARIS, fold=1), 30),
    ],
)
def test_minutes_over_a_change_of_the_hour(bare: SupportOffice, start: datetime, end: datetime, minutes: int) -> None:
    bare.clock.moment = start.astimezone(UTC)
    asked = bare.ask().id
    bare.clock.moment = end.astimezone(UTC)
    bare.support.log_intervention(asked, PHONE, "T", start, end, "")
    bare.support.log_intervention(asked, PHONE, "U", start.astimezone(UTC), end.astimezone(UTC), "")
    assert [work.minutes for work in bare.support.detail(asked).interventions] == [minutes, minutes]


def test_times_that_cannot_be(office: SupportOffice) -> None:
    asked = office.ask().id
    now = office.clock.now()
    for start, end in ((now, now - MINUTE), (now, now), (now - MINUTE, now + MINUTE), (now - timedelta(days=8), now)):
        with pytest.raises(InputError, match="ended_at"):
            office.support.log_intervention(asked, PHONE, "T", start, end, "")
    assert office.support.detail(asked).interventions == () and status(office, asked) is STATUS.NEW


def test_work_does_not_begin_before_it_was_asked_for(office: SupportOffice) -> None:
    office.clock.moment += timedelta(seconds=40)
    asked = office.ask().id
    opened = office.clock.now()
    office.clock.moment += timedelta(hours=1)
    for start in (opened - MINUTE, opened.replace(year=1980)):
        with pytest.raises(InputError, match="started_at") as refusal:
            office.support.log_intervention(asked, PHONE, "T", start, start + 5 * MINUTE, "")
        assert "10/11/2026" in str(refusal.value.allowed)
    start = opened.replace(second=0)  # nobody types seconds
    office.support.log_intervention(asked, PHONE, "T", start, start + 5 * MINUTE, "")


def test_the_same_work_is_not_entered_twice(office: SupportOffice) -> None:
    asked = office.ask().id
    start = office.clock.now()
    office.clock.moment += timedelta(hours=1)
    office.support.log_intervention(asked, PHONE, "Nadège R.", start, start + 30 * MINUTE, "")
    for begin, end in ((0, 30), (10, 20), (29, 40)):
        with pytest.raises(RuleError) as refusal:
            office.support.log_intervention(asked, REMOTE, " nadège r.", start + begin * MINUTE, start + end * MINUTE, "")
        assert "Nadège R." in str(refusal.value.text) and "D26-A-0001" in str(refusal.value.text)
    office.support.log_intervention(asked, PHONE, "Nadège R.", start + 30 * MINUTE, start + 40 * MINUTE, "")
    office.support.log_intervention(asked, PHONE, "Thibault C.", start, start + 30 * MINUTE, "")  # two may work on it
    office.support.start_intervention(asked, PHONE, "Nadège R.")
    office.clock.moment += 10 * MINUTE
    with pytest.raises(RuleError):
        office.support.log_intervention(asked, PHONE, "Nadège R.", start + 60 * MINUTE, start + 65 * MINUTE, "")
    assert len(office.support.detail(asked).interventions) == 4


def test_a_clock_put_back_gives_no_negative_minutes(office: SupportOffice) -> None:
    asked = office.ask().id
    work = office.support.start_intervention(asked, PHONE, "T")
    office.clock.moment -= timedelta(hours=1)
    assert office.support.stop_intervention(work, "").minutes == 0


def test_a_forgotten_timer_asks_for_the_real_end(bare: SupportOffice) -> None:
    asked = bare.ask().id
    start = bare.clock.now()
    work = bare.support.start_intervention(asked, PHONE, "Nadège R.")
    bare.clock.moment += timedelta(days=100)
    for wrong in (None, start - MINUTE, start, start + timedelta(days=8), bare.clock.now() + MINUTE):
        with pytest.raises(InputError, match="ended_at"):
            bare.support.stop_intervention(work, "", ended_at=wrong)
    with pytest.raises(InputError) as refusal:
        bare.support.stop_intervention(work, "")
    assert "Nadège R." in str(refusal.value.text) and "10/11/2026" in str(refusal.value.text)
    done = bare.support.stop_intervention(work, "Réglé", ended_at=(start + 40 * MINUTE).astimezone(PARIS))
    assert (done.minutes, done.billable_minutes, done.amount) == (40, 60, Decimal("90.00"))


def test_a_timer_of_a_long_day_stops_by_itself(bare: SupportOffice) -> None:
    work = bare.support.start_intervention(bare.ask().id, PHONE, "T")
    bare.clock.moment += timedelta(hours=24)
    assert bare.support.stop_intervention(work, "").minutes == 24 * 60


def test_a_rating_once_and_for_good(office: SupportOffice) -> None:
    asked = office.ask().id
    for at in (STATUS.NEW, STATUS.IN_PROGRESS):
        if at is not STATUS.NEW:
            office.support.move(asked, at)
        with pytest.raises(RuleError):
            office.support.rate(asked, RatingValue.GREAT)
    office.clock.moment += 50 * MINUTE
    now = office.clock.now()
    office.support.log_intervention(asked, PHONE, "A", now - 30 * MINUTE, now - 20 * MINUTE, "")
    office.support.log_intervention(asked, REMOTE, "B", now - 50 * MINUTE, now - 5 * MINUTE, "")
    office.support.resolve(asked, "fait")
    office.support.rate(asked, RatingValue.NEUTRAL, " Un peu long ")
    found = office.support.detail(asked)
    assert (found.row.status, found.row.closed_at, found.can_rate) == (STATUS.CLOSED, now, False)
    assert found.rating is not None and (found.rating.value, found.rating.comment, found.rating.origin) == (
        RatingValue.NEUTRAL,
        "Un peu long",
        "app",
    )
    with pytest.raises(RuleError) as refusal:
        office.support.rate(asked, RatingValue.GREAT)
    assert "Moyen" in str(refusal.value.text)
    with office.opened.services.context.store.reading() as session:
        rating = session.query(Rating).one()
        work = session.get_one(Intervention, rating.intervention_id)
        assert work.technician == "B"  # the one that ended last
        assert [entry.action for entry in session.query(AuditEntry).filter_by(row_id=rating.id)] == ["created"]


def test_requests_solved_without_an_intervention_are_no_answers_to_one(office: SupportOffice) -> None:
    office.support.rate(office.solved(), RatingValue.GREAT)
    for _ in range(3):
        asked = office.ask().id
        office.support.resolve(asked, "Réglé au téléphone")
        office.support.rate(asked, RatingValue.POOR)
    found = office.services.statistics.figures(StatisticsQuery()).satisfaction
    assert (found.interventions, found.ratings, found.top, found.response_rate, found.top_share) == (1, 4, 1, 1.0, 0.25)


def test_a_rating_is_asked_for_once(office: SupportOffice) -> None:
    assert office.support.rating_to_ask() is None
    first = office.solved(subject="first")
    office.clock.moment += MINUTE
    second = office.solved(subject="second")
    asked = office.support.rating_to_ask()
    assert asked is not None and asked.id == second
    office.support.rating_asked(second)
    office.support.rating_asked(second)
    asked = office.support.rating_to_ask()
    assert asked is not None and asked.id == first
    office.support.rate(first, RatingValue.GREAT)
    assert office.support.rating_to_ask() is None
    third = office.solved(subject="third")
    office.support.move(third, STATUS.CLOSED)
    asked = office.support.rating_to_ask()
    assert asked is not None and asked.id == third
    office.clock.moment += timedelta(days=31)
    assert office.support.rating_to_ask() is None


MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 31), timezones=st.just(UTC)).map(lambda each: each.replace(microsecond=0))


@settings(max_examples=60)
@given(MOMENTS, st.integers(0, 3000), st.sampled_from(HolidayZone))
def test_who_is_answered_when_it_is_due_has_waited_that_long(start: datetime, minutes: int, zone: HolidayZone) -> None:
    offer = known_offers()["gesticlean-support"]
    due = support_clock(offer.support, offer.name.text, zone).due(start, minutes)
    assert open_minutes(offer, zone, start, due) == minutes
    assert open_minutes(None, zone, start, due) is None
    assert open_minutes(offer, zone, start, start - MINUTE) == 0


def test_a_wait_of_more_than_a_year_is_a_wrong_clock_and_work_before_the_request_waited_for_nothing() -> None:
    offer, opened = known_offers()["gesticlean-support"], datetime(2026, 11, 10, 9, tzinfo=UTC)
    ends = (timedelta(minutes=45), timedelta(seconds=-30), timedelta(days=-3000), timedelta(days=367), timedelta(days=20_000))
    waits = [waited_minutes(offer, HolidayZone.MAINLAND, opened, opened + after) for after in ends]
    assert waits == [45, 0, 0, None, None]
    assert waited_minutes(None, HolidayZone.MAINLAND, opened, opened) is None


def test_nobody_goes_on_elsewhere_while_a_timer_runs(office: SupportOffice) -> None:
    asked = office.ask().id
    office.support.start_intervention(asked, PHONE, "Nadège R.")
    for status_ in (STATUS.WAITING_FOR_CUSTOMER, STATUS.CALL_BACK_PLANNED, STATUS.RESOLVED):
        with pytest.raises(RuleError) as refusal:
            office.support.move(asked, status_)
        assert "Nadège R." in str(refusal.value.text)
    with pytest.raises(RuleError, match="Nadège"):
        office.support.plan(asked, datetime(2026, 11, 12, 9, tzinfo=UTC))
