"""Managed services: what the quote names is due, nothing else; the conditions of an on-site visit, each by name."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bootstrap import known_offers
from app.domain.errors import InputError, RuleError
from app.domain.managed_services import VisitRequest, contract_year, on_site_visit, service_due
from app.domain.offer_model import Offer

ALL = ("configuration_profile", "unlimited_support", "account_creation", "preparation", "user_change", "on_site_visit")
START = date(2025, 3, 10)
DAY = date(2026, 11, 24)


def managed(*services: str, only_in_quote: bool = True) -> Offer:
    offer = known_offers()["commown-managed"]
    assert offer.managed is not None
    rules = offer.managed.model_copy(update={"services_due": services, "only_services_in_quote": only_in_quote})
    return offer.model_copy(update={"managed": rules})


def request(**changes: object) -> VisitRequest:
    known: dict[str, object] = {"wanted_on": DAY, "city": "Paris", "contracts": 10, "contract_start": START}
    return VisitRequest(**{**known, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize("service", ALL)
def test_a_service_is_due_exactly_when_the_quote_names_it(service: str) -> None:
    assert service_due(managed(service), service).value is True
    others = tuple(each for each in ALL if each != service)
    refused = service_due(managed(*others), service)
    assert refused.value is False
    assert str(refused.why.steps[0]).startswith("Absent de votre contrat")
    assert "demande de devis" in str(refused.why.steps[1])


def test_a_service_that_the_offer_does_not_have_is_not_due() -> None:
    refused = service_due(managed(*ALL), "coffee")
    assert refused.value is False and "coffee" in str(refused.why.steps[0])


def test_without_a_record_of_the_quote_nobody_can_tell() -> None:
    unknown = service_due(known_offers()["commown-managed"], "user_change")
    assert unknown.value is None and "vérifiez" in str(unknown.why.steps[0])
    assert str({str(name): value for name, value in unknown.why.inputs}["Au devis"]) == "inconnu"


def test_a_quote_that_names_nothing_and_an_offer_that_owes_everything() -> None:
    nothing = service_due(managed(), "user_change")
    assert nothing.value is False and "aucune prestation" in [str(value) for _, value in nothing.why.inputs]
    assert service_due(managed(only_in_quote=False), "user_change").value is True


def test_an_offer_may_count_devices_instead_of_contracts() -> None:
    offer = managed(*ALL)
    assert offer.managed is not None and offer.managed.on_site_visit is not None
    assert offer.managed.on_site_visit.counted == "contracts"
    visit = offer.managed.on_site_visit.model_copy(update={"counted": "devices"})
    counting = offer.model_copy(update={"managed": offer.managed.model_copy(update={"on_site_visit": visit})})
    refused = on_site_visit(counting, request(contracts=10, devices=9))
    (failing,) = refused.failing
    assert failing.id == "devices" and "9 appareils" in str(failing.why)
    assert on_site_visit(counting, request(contracts=1, devices=12)).ok
    assert not on_site_visit(offer, request(contracts=1, devices=12)).ok
    with pytest.raises(InputError, match="devices"):
        on_site_visit(counting, request(devices=-1))


def test_other_contracts_have_no_such_services() -> None:
    with pytest.raises(RuleError):
        service_due(known_offers()["gesticlean-support"], "user_change")


def test_a_visit_with_every_condition_met() -> None:
    found = on_site_visit(managed(*ALL), request())
    assert found.ok and found.failing == () and [each.id for each in found.conditions] == ["service", "contracts", "city", "contract_year"]
    assert str(found.why.steps[-1]) == "L’intervention est due."


@pytest.mark.parametrize(
    ("changes", "failing", "said"),
    [
        ({"contracts": 9}, "contracts", "Vous avez 9 contrats\u202f; il en faut 10."),
        ({"contracts": 1}, "contracts", "Vous avez 1 contrat\u202f; il en faut 10."),
        ({"city": "Lyon"}, "city", "Lyon n’est pas desservie\u00a0: Paris ou Strasbourg seulement."),
        ({"city": ""}, "city", "La ville du site n’est pas renseignée."),
        ({"visits": (date(2026, 3, 10),)}, "contract_year", "La suivante est possible à partir du 10/03/2027."),
        ({"visits": (date(2027, 3, 9),)}, "contract_year", "09/03/2027"),
    ],
)
def test_each_failing_condition_is_named(changes: dict[str, object], failing: str, said: str) -> None:
    found = on_site_visit(managed(*ALL), request(**changes))
    assert not found.ok and [each.id for each in found.failing] == [failing]
    assert said in str(found.failing[0].why)
    assert said in " ".join(str(step) for step in found.why.steps)


def test_all_that_fails_is_named_at_once() -> None:
    found = on_site_visit(managed("user_change"), request(contracts=9, city="Lyon", visits=(DAY,)))
    assert [each.id for each in found.failing] == ["service", "contracts", "city", "contract_year"]


def test_the_visit_of_another_contract_year_does_not_count() -> None:
    assert on_site_visit(managed(*ALL), request(visits=(date(2026, 3, 9), date(2027, 3, 10)))).ok


def test_an_offer_with_two_visits_a_year() -> None:
    offer = managed(*ALL)
    assert offer.managed is not None and offer.managed.on_site_visit is not None
    twice = offer.managed.on_site_visit.model_copy(update={"per_contract_year": 2})
    offer = offer.model_copy(update={"managed": offer.managed.model_copy(update={"on_site_visit": twice})})
    assert on_site_visit(offer, request(visits=(DAY,))).ok
    found = on_site_visit(offer, request(visits=(DAY, DAY)))
    assert not found.ok and str(found.failing[0].label) == "2 fois par année de contrat"


@pytest.mark.parametrize(
    "city",
    ["PARIS", " paris ", "Paris 11e", "Paris 3ème arrondissement", "PARIS CEDEX 08", "75011 Paris", "strasbourg", "67000 STRASBOURG CEDEX"],
)
def test_a_city_as_addresses_write_it(city: str) -> None:
    assert on_site_visit(managed(*ALL), request(city=city)).ok


@pytest.mark.parametrize("city", ["Paris-l’Hôpital", "Le Touquet-Paris-Plage", "Parisot", "Cormeilles-en-Parisis", "Strasbourg-Ouest"])
def test_a_city_that_only_looks_like_it(city: str) -> None:
    assert not on_site_visit(managed(*ALL), request(city=city)).ok


def test_visits_that_make_no_sense_are_refused() -> None:
    with pytest.raises(InputError, match="wanted_on"):
        on_site_visit(managed(*ALL), request(wanted_on=START - timedelta(days=1)))
    with pytest.raises(InputError, match="contracts"):
        on_site_visit(managed(*ALL), request(contracts=-1))
    with pytest.raises(RuleError):
        on_site_visit(known_offers()["gesticlean-support"], request())
    offer = managed(*ALL)
    assert offer.managed is not None
    with pytest.raises(RuleError):
        on_site_visit(offer.model_copy(update={"managed": offer.managed.model_copy(update={"on_site_visit": None})}), request())


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(0, 20_000))
def test_contract_years_follow_one_another_and_hold_their_days(start: date, later: int) -> None:
    day = start + timedelta(days=later)
    first, last = contract_year(start, day)
    assert start <= first <= day <= last
    assert contract_year(start, last + timedelta(days=1))[0] == last + timedelta(days=1)
    assert (last - first).days in (364, 365)


@given(st.integers(0, 30), st.sampled_from(["Paris", "Lyon", "", "Strasbourg"]), st.lists(st.dates(START, date(2028, 1, 1)), max_size=4))
def test_a_visit_is_due_exactly_when_nothing_fails(contracts: int, city: str, visits: list[date]) -> None:
    found = on_site_visit(managed(*ALL), request(contracts=contracts, city=city, visits=visits))
    assert found.ok is (not found.failing)
    first, last = contract_year(START, DAY)
    assert found.ok is (contracts >= 10 and city in ("Paris", "Strasbourg") and not any(first <= each <= last for each in visits))
    assert all(step.render(language) for step in found.why.steps for language in ("fr", "en"))
