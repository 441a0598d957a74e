"""Who is called next: blocked first, then degraded, then questions; the longest waiting first; an appointment holds its time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.call_back import WaitingRequest, call_back_order
from app.domain.records import Urgency

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
BLOCKED, DEGRADED, QUESTION = Urgency.BLOCKED, Urgency.DEGRADED, Urgency.QUESTION


def waiting(number: str, urgency: Urgency, minutes: int, appointment: int | None = None, on_hold: bool = False) -> WaitingRequest:
    """A request that has waited `minutes`, with an appointment in `appointment` minutes."""
    agreed = None if appointment is None else NOW + timedelta(minutes=appointment)
    return WaitingRequest(number, urgency, NOW - timedelta(minutes=minutes), agreed, on_hold)


def numbers(*requests: WaitingRequest, now: datetime = NOW, order: tuple[str, ...] = ("blocked", "degraded", "question")) -> str:
    return " ".join(each.number for each in call_back_order(requests, now, order).value)


REQUESTS = st.lists(
    st.builds(
        waiting,
        st.integers(1, 99).map(lambda number: f"D-{number:03}"),
        st.sampled_from(Urgency),
        st.integers(0, 4),
        st.none() | st.integers(-2, 2),
        st.booleans(),
    ),
    max_size=12,
    unique_by=lambda request: request.number,
)


def test_by_urgency_then_by_waiting_time() -> None:
    known = (waiting("q", QUESTION, 500), waiting("b1", BLOCKED, 5), waiting("d", DEGRADED, 60), waiting("b2", BLOCKED, 10))
    assert numbers(*known) == "b2 b1 d q"


def test_an_appointment_waits_for_its_time_and_then_comes_first() -> None:
    known = (
        waiting("later", BLOCKED, 90, 60),
        waiting("soon", QUESTION, 20, 15),
        waiting("now", QUESTION, 10, 0),
        waiting("b", BLOCKED, 1),
    )
    assert numbers(*known) == "now b soon later"
    assert numbers(*known, now=NOW + timedelta(minutes=20)) == "now soon b later"


def test_appointments_at_one_time_by_urgency() -> None:
    assert numbers(waiting("q", QUESTION, 90, 0), waiting("b", BLOCKED, 5, 0)) == "b q"


def test_who_waits_for_no_call_comes_after_all_who_do() -> None:
    known = (
        waiting("held", BLOCKED, 500, on_hold=True),
        waiting("held longer", QUESTION, 900, 0, on_hold=True),
        waiting("later", QUESTION, 5, 60),
        waiting("q", QUESTION, 1),
    )
    assert numbers(*known) == "q later held held longer"


@given(REQUESTS)
def test_nobody_who_waits_for_a_call_comes_after_one_who_does_not(known: list[WaitingRequest]) -> None:
    held = [each.on_hold for each in call_back_order(known, NOW).value]
    assert held == sorted(held)


def test_the_offer_may_order_otherwise_or_leave_some_out() -> None:
    known = (waiting("b", BLOCKED, 1), waiting("d", DEGRADED, 2), waiting("q", QUESTION, 3))
    assert numbers(*known, order=("question", "degraded", "blocked")) == "q d b"
    assert numbers(*known, order=("question",)) == "q b d"
    assert numbers(*known, order=()) == "b d q"


def test_the_order_says_its_rule() -> None:
    why = call_back_order((), NOW).why
    assert "Bloqué, Marche mal et Question" in str(why.rule) and why.rule.render("en") != why.rule.render("fr")


@given(REQUESTS.flatmap(lambda known: st.tuples(st.just(known), st.permutations(known))))
def test_the_order_is_total(both: tuple[list[WaitingRequest], list[WaitingRequest]]) -> None:
    known, shuffled = both
    assert call_back_order(known, NOW).value == call_back_order(shuffled, NOW).value
    assert sorted(map(repr, call_back_order(known, NOW).value)) == sorted(map(repr, known))


@given(REQUESTS)
def test_the_order_is_stable(known: list[WaitingRequest]) -> None:
    once = call_back_order(known, NOW).value
    assert call_back_order(once, NOW).value == once
    alike = [WaitingRequest("D-1", BLOCKED, NOW) for _ in range(3)]
    assert [id(each) for each in call_back_order(alike, NOW).value] == [id(each) for each in alike]


@given(REQUESTS, st.integers(0, 11))
def test_taking_one_away_moves_none_of_the_others(known: list[WaitingRequest], first: int) -> None:
    ordered = list(call_back_order(known, NOW).value)
    if ordered:
        gone = ordered.pop(first % len(ordered))
        left = list(known)
        left.remove(gone)
        assert list(call_back_order(left, NOW).value) == ordered


@given(REQUESTS, st.integers(0, 10))
def test_time_alone_only_brings_appointments_forward(known: list[WaitingRequest], minutes: int) -> None:
    before, after = (call_back_order(known, now).value for now in (NOW, NOW + timedelta(minutes=minutes)))
    waits = [each for each in before if each.appointment is None or each.on_hold]
    assert waits == [each for each in after if each.appointment is None or each.on_hold]
