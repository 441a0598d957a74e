"""Claims on rented devices: the table of the offer, the promises it starts, and what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bootstrap import known_offers
from app.domain.calendars import is_working_day
from app.domain.cover import (
    Claim,
    ClaimNeed,
    PromiseKind,
    RentedDevice,
    cover_event,
    decide,
    need_label,
    promise_label,
    theft_label,
    type_label,
)
from app.domain.errors import InputError, RuleError
from app.domain.formatting import PARIS
from app.domain.offer_model import Offer
from app.domain.records import ClaimType, HolidayZone, Ownership, TheftCircumstances

MAINLAND = HolidayZone.MAINLAND
DECLARED = datetime(2026, 11, 10, 17, 55, tzinfo=PARIS)  # a Tuesday, the eve of a holiday
DAY = DECLARED.date()


def cleaq() -> Offer:
    return known_offers()["cleaq-rental"]


def device(**changes: object) -> RentedDevice:
    known: dict[str, object] = {"designation": "PC caisse", "ownership": Ownership.RENTED, "offer": cleaq()}
    return RentedDevice(**{**known, **changes})  # type: ignore[arg-type]


def claim(claim_type: ClaimType, theft: TheftCircumstances | None = None, declared: datetime = DECLARED) -> Claim:
    return Claim(claim_type, DAY, declared, theft)


def test_a_breakdown_is_helped_within_10_minutes_of_support() -> None:
    found = decide(device(), claim(ClaimType.BREAKDOWN), MAINLAND)
    assert found.covered and found.needs == () and found.excess == Decimal("0.00")
    (promise,) = found.promises
    assert (promise.kind, promise.due, promise.day) == (PromiseKind.CALL, datetime(2026, 11, 12, 9, 5, tzinfo=PARIS), None)
    told = [str(step) for step in found.why.steps]
    assert "La couverture dure toute la location." in told and "Sans franchise." in told and told[-1] == "C’est couvert."
    assert any("Le loyer continue" in step for step in told) and any("transport" in step for step in told)


@pytest.mark.parametrize("claim_type", [ClaimType.BREAKAGE, ClaimType.OXIDATION])
def test_a_broken_device_is_replaced_on_the_next_working_day(claim_type: ClaimType) -> None:
    found = decide(device(), claim(claim_type), MAINLAND)
    assert found.covered and found.needs == (ClaimNeed.DECLARATION,)
    (promise,) = found.promises
    assert (promise.kind, promise.day) == (PromiseKind.REPLACEMENT, date(2026, 11, 12))
    assert promise.due == datetime(2026, 11, 12, 23, 59, 59, tzinfo=PARIS)
    assert "1 jour ouvré" in str(promise.why.rule)
    assert any("réparé et rendu" in str(step) for step in found.why.steps)


@pytest.mark.parametrize("theft", [TheftCircumstances.BURGLARY, TheftCircumstances.PICKPOCKETING, TheftCircumstances.ASSAULT])
def test_the_three_thefts_are_replaced_within_24_hours(theft: TheftCircumstances) -> None:
    found = decide(device(), claim(ClaimType.THEFT, theft), MAINLAND)
    assert found.covered and found.needs == (ClaimNeed.DECLARATION, ClaimNeed.POLICE_COMPLAINT)
    assert [promise.due for promise in found.promises] == [DECLARED + timedelta(days=1)]


@pytest.mark.parametrize("theft", [TheftCircumstances.UNLOCKED, TheftCircumstances.UNATTENDED, TheftCircumstances.OTHER])
def test_any_other_theft_is_not_covered_and_says_which_are(theft: TheftCircumstances) -> None:
    found = decide(device(), claim(ClaimType.THEFT, theft), MAINLAND)
    assert found.covered is False and found.promises == () and found.needs == () and found.excess is None
    told = [str(step) for step in found.why.steps]
    assert "vol par effraction, vol à la tire et vol avec agression" in told[1] and told[-1] == "Ce n’est pas couvert."
    assert str(theft_label(theft)) in [str(value) for _, value in found.why.inputs]


def test_each_refused_theft_says_what_sets_it_apart() -> None:
    other = (TheftCircumstances.UNLOCKED, TheftCircumstances.UNATTENDED, TheftCircumstances.OTHER)
    told = [[str(step) for step in decide(device(), claim(ClaimType.THEFT, theft), MAINLAND).why.steps] for theft in other]
    assert "n’était pas fermé" in told[0][0] and "rien n’a été forcé" in told[0][2]
    assert "sans surveillance" in told[1][0] and len({steps[0] for steps in told}) == len({steps[2] for steps in told}) == 3


def test_a_loss_is_not_covered() -> None:
    found = decide(device(), claim(ClaimType.LOSS), MAINLAND)
    assert found.covered is False and "exclut ce cas (perte)" in str(found.why.steps[0])
    assert len(found.why.steps) == 2


def test_24_hours_pass_also_when_the_clocks_change() -> None:
    declared = datetime(2026, 3, 28, 12, tzinfo=PARIS)
    found = decide(device(), Claim(ClaimType.THEFT, declared.date(), declared, TheftCircumstances.BURGLARY), MAINLAND)
    assert found.promises[0].due == datetime(2026, 3, 29, 13, tzinfo=PARIS)


def test_an_offer_that_says_nothing_leaves_it_open() -> None:
    found = decide(device(offer=known_offers()["commown-rental"]), claim(ClaimType.BREAKAGE), MAINLAND)
    assert found.covered is None and found.promises == ()
    assert "ne dit rien" in str(found.why.steps[0])


def test_another_offer_settles_it_otherwise() -> None:
    offer = cleaq()
    assert offer.rental is not None
    rows = [
        row.model_copy(update={"covered": True, "replacement_working_days": 3, "call_minutes": 30} if "loss" in row.events else {})
        for row in offer.rental.cover
    ]
    rental = offer.rental.model_copy(update={"cover": tuple(rows), "excess": Decimal("50.00"), "shipping_charged": True})
    other = offer.model_copy(update={"rental": rental, "support": None})
    found = decide(device(offer=other), claim(ClaimType.LOSS), MAINLAND)
    assert found.covered and found.excess == 50
    assert [promise.kind for promise in found.promises] == [PromiseKind.CALL, PromiseKind.REPLACEMENT]
    assert found.promises[0].due == DECLARED + timedelta(minutes=30)
    assert found.promises[1].day == date(2026, 11, 16) and "3 jours ouvrés" in str(found.promises[1].why.rule)
    assert any("franchise de 50,00" in str(step) for step in found.why.steps)
    assert not any("transport" in str(step) for step in found.why.steps)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"ownership": Ownership.OWNED}, "n’est pas loué"),
        ({"offer": None}, "aucun contrat de location"),
        ({"offer": known_offers()["commown-managed"]}, "aucun contrat de location"),
        ({"rented_from": DAY + timedelta(days=1)}, "pas encore loué le 10/11/2026"),
        ({"rented_to": DAY - timedelta(days=1)}, "plus loué le 10/11/2026"),
    ],
)
def test_what_is_not_rented_is_refused_by_name(changes: dict[str, object], said: str) -> None:
    with pytest.raises(RuleError) as refused:
        decide(device(**changes), claim(ClaimType.BREAKDOWN), MAINLAND)
    assert said in str(refused.value.text) and "PC caisse" in str(refused.value.text)


def test_the_first_and_the_last_day_of_the_rental_count() -> None:
    assert decide(device(rented_from=DAY, rented_to=DAY), claim(ClaimType.BREAKDOWN), MAINLAND).covered


def test_claims_that_make_no_sense_are_refused() -> None:
    with pytest.raises(InputError, match="theft"):
        cover_event(ClaimType.THEFT)
    with pytest.raises(InputError, match="theft"):
        cover_event(ClaimType.LOSS, TheftCircumstances.BURGLARY)
    with pytest.raises(InputError, match="happened_on"):
        decide(device(), Claim(ClaimType.BREAKDOWN, DAY + timedelta(days=1), DECLARED), MAINLAND)
    with pytest.raises(ValueError, match="time zone"):
        decide(device(), Claim(ClaimType.BREAKDOWN, DAY, datetime(2026, 11, 10, 12)), MAINLAND)


def test_everything_has_a_name() -> None:
    names = [
        *(type_label(each) for each in ClaimType),
        *(theft_label(each) for each in TheftCircumstances),
        *(need_label(each) for each in ClaimNeed),
        *(promise_label(each) for each in PromiseKind),
    ]
    assert len({name.render("fr") for name in names}) == len(names)
    assert all(name.render("en") != name.render("fr") for name in names)


MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2029, 1, 1), timezones=st.just(UTC))
THEFTS = [Claim(ClaimType.THEFT, date(2020, 1, 1), DECLARED, theft) for theft in TheftCircumstances]
OTHERS = [Claim(each, date(2020, 1, 1), DECLARED) for each in ClaimType if each is not ClaimType.THEFT]


@settings(max_examples=60)
@given(st.sampled_from([*THEFTS, *OTHERS]), MOMENTS, st.sampled_from(HolidayZone))
def test_promises_are_kept_after_the_declaration_and_replacements_by_the_day_on_working_days(
    known: Claim, declared: datetime, zone: HolidayZone
) -> None:
    found = decide(device(), Claim(known.type, known.happened_on, declared, known.theft), zone)
    assert bool(found.promises) is found.covered
    for promise in found.promises:
        assert promise.due.astimezone(UTC) > declared
        assert promise.day is None or is_working_day(promise.day, zone)
    whys = [found.why, *(promise.why for promise in found.promises)]
    assert all(text.render(language) for why in whys for text in (why.rule, *why.steps) for language in ("fr", "en"))
