from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from app.domain.errors import InputError
from app.domain.records import EquipmentKind, Renewal
from app.domain.term_rules import TermRules
from tests.unit.domain.contract_terms import CLEAQ, GESTICLEAN


@pytest.mark.parametrize(
    ("kind", "asked", "months"),
    [
        (None, None, 36),
        (EquipmentKind.COMPUTER, None, 36),
        (EquipmentKind.COMPUTER, 24, 24),
        (EquipmentKind.COMPUTER, 48, 48),
        (EquipmentKind.SMARTPHONE, None, 24),
        (EquipmentKind.SMARTPHONE, 24, 24),
    ],
)
def test_the_commitment_of_a_rental_depends_on_the_device(kind: EquipmentKind | None, asked: int | None, months: int) -> None:
    assert CLEAQ.months_for(kind, asked) == months


@pytest.mark.parametrize(
    ("rules", "kind", "asked", "allowed"),
    [
        (CLEAQ, EquipmentKind.COMPUTER, 12, "24, 36 ou 48 mois"),
        (CLEAQ, EquipmentKind.SMARTPHONE, 36, "24 mois (seule durée de cette offre)"),
        (GESTICLEAN, None, 0, "12 mois (seule durée de cette offre)"),
        (GESTICLEAN, None, -12, "12 mois (seule durée de cette offre)"),
        (GESTICLEAN, None, 10**20, "12 mois (seule durée de cette offre)"),
    ],
)
def test_another_commitment_is_refused_with_those_allowed(rules: TermRules, kind: EquipmentKind | None, asked: int, allowed: str) -> None:
    with pytest.raises(InputError) as caught:
        rules.months_for(kind, asked)
    assert caught.value.field == "months"
    assert caught.value.allowed.render("fr") == allowed


@pytest.mark.parametrize(
    "values",
    [
        {"commitment_months": 12, "renewal": "tacit"},
        {"commitment_months": 12, "renewal": "none", "renewal_months": 12},
        {"commitment_months": 12, "renewal": "open_ended", "renewal_months": 12},
        {"commitment_months": 0, "renewal": "none"},
        {"commitment_months": 12.5, "renewal": "none"},
        {"commitment_months": "12", "renewal": "none"},
        {"commitment_months": 12, "renewal": "none", "notice_days": -1},
        {"commitment_months": 12, "renewal": "sometimes"},
        {"commitment_months": 12, "renewal": "none", "notice_counts_from": "yesterday"},
        {"commitment_months": 12, "renewal": "none", "notice": 15},
        {"commitment_months": 12, "renewal": "none", "by_device": {"toaster": {"commitment_months": 1}}},
    ],
)
def test_rules_that_make_no_sense_are_refused(values: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        TermRules.model_validate(values)


def test_rules_keep_their_meaning_through_json() -> None:
    assert TermRules.model_validate_json(CLEAQ.model_dump_json()) == CLEAQ


def test_rules_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        CLEAQ.notice_days = 3


def test_months_from_the_quote_may_be_any_up_to_twenty_years() -> None:
    rules = TermRules(commitment_months=12, renewal=Renewal.OPEN_ENDED, months_from_quote=True)
    assert rules.months_for() == 12
    assert [rules.months_for(None, asked) for asked in (1, 18, 240)] == [1, 18, 240]
    for asked in (0, -1, 241):
        with pytest.raises(InputError, match="240"):
            rules.months_for(None, asked)
