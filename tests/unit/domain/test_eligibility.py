from __future__ import annotations

import pytest

from app.domain.eligibility import change_of_user, rental_eligibility
from app.domain.identifiers import format_iban, format_siren

SIREN = "732829320"
IBAN = "FR7630006000011234567890189"


def test_an_office_that_meets_every_condition_may_rent() -> None:
    answer = rental_eligibility("732 829 320", False, "fr76 3000 6000 0112 3456 7890 189")
    assert answer.ok
    assert answer.failing == ()
    assert [(each.id, each.met) for each in answer.conditions] == [("siren", True), ("micro_enterprise", True), ("iban", True)]
    assert (answer.conditions[0].value, answer.conditions[2].value) == (format_siren(SIREN), format_iban(IBAN))


@pytest.mark.parametrize(
    ("siren", "micro", "iban", "failing", "reason"),
    [
        ("732829321", False, IBAN, "siren", "Luhn"),
        (SIREN, True, IBAN, "micro_enterprise", "micro-entreprises"),
        (SIREN, False, "DE89370400440532013000", "iban", "commence par FR"),
        (SIREN, False, "FR7730006000011234567890189", "iban", "modulo 97"),
        (SIREN, False, IBAN[:-2], "iban", "27 caractères"),
    ],
)
def test_the_failing_condition_is_named(siren: str, micro: bool, iban: str, failing: str, reason: str) -> None:
    answer = rental_eligibility(siren, micro, iban)
    assert not answer.ok
    assert [(each.id, each.met) for each in answer.failing] == [(failing, False)]
    assert reason in answer.failing[0].why.render("fr")


def test_every_failing_condition_is_named() -> None:
    answer = rental_eligibility("1", True, "1")
    assert [each.id for each in answer.failing] == ["siren", "micro_enterprise", "iban"]


@pytest.mark.parametrize(("siren", "iban"), [(None, None), ("", " ")])
def test_what_is_not_known_is_neither_met_nor_refused(siren: str | None, iban: str | None) -> None:
    answer = rental_eligibility(siren, None, iban)
    assert not answer.ok
    assert [each.met for each in answer.conditions] == [None, None, None]
    assert [each.value for each in answer.conditions] == ["", "", ""]
    assert all(each.why.render("fr") and each.label.render("fr") for each in answer.conditions)


def test_the_user_of_a_rented_device_may_always_change() -> None:
    answer = change_of_user()
    assert answer.value
    assert "à tout moment" in answer.why.rule.render("fr")
