"""The three kinds of contracts of the rules, and strategies that draw any of them."""

from __future__ import annotations

from datetime import date
from typing import Literal

from hypothesis import strategies as st

from app.domain.records import EquipmentKind, Renewal
from app.domain.term_dates import ContractTerms
from app.domain.term_rules import DeviceTerm, TermRules

GESTICLEAN = TermRules(commitment_months=12, renewal=Renewal.TACIT, renewal_months=12)
COMMOWN = TermRules(commitment_months=12, renewal=Renewal.OPEN_ENDED, notice_days=15)
CLEAQ = TermRules(
    commitment_months=36,
    allowed_months=(24, 48),
    by_device={EquipmentKind.SMARTPHONE: DeviceTerm(commitment_months=24)},
    renewal=Renewal.NONE,
)

DAYS = st.dates(date(2000, 1, 1), date(2120, 12, 31))
ANCHORS: st.SearchStrategy[Literal["contract_start", "calendar_month"]] = st.sampled_from(["contract_start", "calendar_month"])


def terms(rules: TermRules, start: str) -> ContractTerms:
    """A contract with the usual commitment of `rules`."""
    return ContractTerms(date.fromisoformat(start), rules.commitment_months, rules)


@st.composite
def any_terms(draw: st.DrawFn, renewals: tuple[Renewal, ...] = tuple(Renewal)) -> ContractTerms:
    """A contract of any renewal, length, notice and billing; the notice is shorter than the terms."""
    renewal = draw(st.sampled_from(renewals))
    months = draw(st.integers(1, 60))
    rules = TermRules(
        commitment_months=months,
        renewal=renewal,
        renewal_months=draw(st.integers(1, 36)) if renewal is Renewal.TACIT else None,
        notice_days=draw(st.integers(0, 27)),
        billing_anchor=draw(ANCHORS),
    )
    return ContractTerms(draw(st.dates(date(2000, 1, 1), date(2060, 12, 31))), months, rules)
