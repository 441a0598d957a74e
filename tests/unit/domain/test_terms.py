"""Golden tables of the rules, section 2: terms, renewal, notice, end, billed periods, remaining rents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.errors import InputError
from app.domain.records import HolidayZone, Renewal
from app.domain.term_rules import TermRules
from app.domain.terms import ContractTerms, Notice, Term, TermSummary, summarise, term_at
from tests.unit.domain.contract_terms import CLEAQ, COMMOWN, GESTICLEAN, terms

MAINLAND = HolidayZone.MAINLAND


def on(text: str) -> date:
    return date.fromisoformat(text)


def seen(rules: TermRules, start: str, as_of: str, received: str | None = None, monthly: str = "100.00") -> TermSummary:
    notice = Notice(on(received)) if received else None
    return summarise(terms(rules, start), on(as_of), notice, Decimal(monthly), MAINLAND)


@pytest.mark.parametrize(
    ("start", "as_of", "index", "term_start", "term_end", "deadline", "post", "email"),
    [
        ("2026-01-31", "2026-01-31", 0, "2026-01-31", "2027-01-30", "2027-01-30", "2027-01-27", "2027-01-29"),
        ("2026-01-31", "2027-01-30", 0, "2026-01-31", "2027-01-30", "2027-01-30", "2027-01-27", "2027-01-29"),
        ("2026-01-31", "2027-01-31", 1, "2027-01-31", "2028-01-30", "2028-01-30", "2028-01-26", "2028-01-28"),
        ("2026-01-31", "2030-06-15", 4, "2030-01-31", "2031-01-30", "2031-01-30", "2031-01-27", "2031-01-30"),
        ("2026-01-31", "2020-01-01", 0, "2026-01-31", "2027-01-30", "2027-01-30", "2027-01-27", "2027-01-29"),
        ("2024-02-29", "2025-03-01", 1, "2025-02-28", "2026-02-27", "2026-02-27", "2026-02-24", "2026-02-27"),
        ("2024-02-29", "2028-01-15", 3, "2027-02-28", "2028-02-28", "2028-02-28", "2028-02-23", "2028-02-28"),
        ("2024-02-29", "2028-02-29", 4, "2028-02-29", "2029-02-27", "2029-02-27", "2029-02-22", "2029-02-27"),
        ("2025-12-28", "2026-06-01", 0, "2025-12-28", "2026-12-27", "2026-12-27", "2026-12-22", "2026-12-24"),
    ],
)
def test_gesticlean_renews_tacitly_by_the_year(
    start: str, as_of: str, index: int, term_start: str, term_end: str, deadline: str, post: str, email: str
) -> None:
    summary = seen(GESTICLEAN, start, as_of)
    assert summary.term == Term(index, on(term_start), on(term_end))
    assert summary.renewal is Renewal.TACIT
    assert summary.notice_deadline == summary.next_notice_deadline == on(deadline)
    assert summary.recommended_send_by is not None
    assert (summary.recommended_send_by.post, summary.recommended_send_by.email) == (on(post), on(email))
    assert summary.earliest_end == on(term_end)


@pytest.mark.parametrize(
    ("as_of", "received", "deadline", "end", "period_start", "period_end", "rents"),
    [
        ("2025-03-10", None, "2026-02-22", "2026-03-09", "2026-02-10", "2026-03-09", "1100.00"),
        ("2025-03-01", None, "2026-02-22", "2026-03-09", "2026-02-10", "2026-03-09", "1200.00"),
        ("2026-02-22", None, "2026-02-22", "2026-03-09", "2026-02-10", "2026-03-09", "0.00"),
        ("2026-02-23", None, "2026-02-22", "2026-03-10", "2026-03-10", "2026-04-09", "100.00"),
        ("2026-03-09", None, "2026-02-22", "2026-03-24", "2026-03-10", "2026-04-09", "100.00"),
        ("2026-03-10", None, None, "2026-03-25", "2026-03-10", "2026-04-09", "0.00"),
        ("2026-06-01", "2026-06-01", None, "2026-06-16", "2026-06-10", "2026-07-09", "100.00"),
        ("2026-03-20", "2026-06-01", None, "2026-06-16", "2026-06-10", "2026-07-09", "300.00"),
        ("2026-07-01", "2026-06-01", None, "2026-06-16", "2026-06-10", "2026-07-09", "0.00"),
    ],
)
def test_commown_is_open_ended_after_a_year(
    as_of: str, received: str | None, deadline: str | None, end: str, period_start: str, period_end: str, rents: str
) -> None:
    summary = seen(COMMOWN, "2025-03-10", as_of, received)
    assert summary.commitment_end == on("2026-03-09")
    assert summary.notice_deadline == (on(deadline) if deadline else None)
    assert (summary.recommended_send_by is None) == (deadline is None)
    assert summary.earliest_end == on(end)
    assert (summary.last_billed_period.start, summary.last_billed_period.end) == (on(period_start), on(period_end))
    assert summary.remaining_rents_excl_tax == Decimal(rents)


def test_after_its_commitment_an_open_ended_contract_is_in_a_term_without_end() -> None:
    assert seen(COMMOWN, "2025-03-10", "2026-03-09").term == Term(0, on("2025-03-10"), on("2026-03-09"))
    assert seen(COMMOWN, "2025-03-10", "2026-06-01").term == Term(1, on("2026-03-10"), None)


@pytest.mark.parametrize("received", ["2020-01-01", "2026-01-15", "2027-06-30", "2029-01-14", "2031-01-01"])
def test_a_rental_ends_with_its_commitment_whatever_the_notice(received: str) -> None:
    summary = seen(CLEAQ, "2026-01-15", "2026-06-01", received)
    assert summary.commitment_end == summary.earliest_end == on("2029-01-14")
    assert (summary.notice_deadline, summary.next_notice_deadline, summary.recommended_send_by) == (None, None, None)
    assert summary.last_billed_period.start == on("2028-12-15")
    assert summary.remaining_rents_excl_tax == Decimal("3100.00")


@pytest.mark.parametrize(("months", "end"), [(24, "2028-01-14"), (36, "2029-01-14"), (48, "2030-01-14")])
def test_the_commitment_chosen_at_signature_counts(months: int, end: str) -> None:
    chosen = ContractTerms(on("2026-01-15"), months, CLEAQ)
    assert summarise(chosen, on("2026-06-01"), None, Decimal(1), MAINLAND).commitment_end == on(end)


def test_a_first_term_of_another_length_does_not_move_the_renewals() -> None:
    rules = TermRules(commitment_months=18, renewal=Renewal.TACIT, renewal_months=6)
    contract = terms(rules, "2026-01-31")
    assert term_at(contract, on("2027-07-30")) == Term(0, on("2026-01-31"), on("2027-07-30"))
    assert term_at(contract, on("2027-07-31")) == Term(1, on("2027-07-31"), on("2028-01-30"))
    assert term_at(contract, on("2028-02-01")) == Term(2, on("2028-01-31"), on("2028-07-30"))


def test_a_tacit_notice_in_the_notice_window_leads_to_the_next_term() -> None:
    rules = GESTICLEAN.model_copy(update={"notice_days": 30})
    in_time, late = seen(rules, "2026-01-31", "2026-12-31"), seen(rules, "2026-01-31", "2027-01-01")
    assert in_time.notice_deadline == late.notice_deadline == on("2026-12-31")
    assert in_time.earliest_end == on("2027-01-30")
    assert late.earliest_end == on("2028-01-30")
    assert (in_time.next_notice_deadline, late.next_notice_deadline) == (on("2026-12-31"), on("2027-12-31"))
    assert "déjà passée" in str(late.why["notice_deadline"].steps[-1])


def test_a_notice_may_count_from_its_dispatch() -> None:
    rules = COMMOWN.model_copy(update={"notice_counts_from": "dispatch"})
    notice = Notice(received_on=on("2026-06-05"), sent_on=on("2026-06-01"))
    by_dispatch, by_receipt = (
        summarise(terms(each, "2025-03-10"), on("2026-06-05"), notice, Decimal(1), MAINLAND).earliest_end for each in (rules, COMMOWN)
    )
    assert (by_dispatch, by_receipt) == (on("2026-06-16"), on("2026-06-20"))
    unknown = replace(notice, sent_on=None)
    assert summarise(terms(rules, "2025-03-10"), on("2026-06-05"), unknown, Decimal(1), MAINLAND).earliest_end == on("2026-06-20")


def test_a_notice_cannot_be_received_before_it_is_sent() -> None:
    with pytest.raises(InputError, match="sent_on"):
        Notice(received_on=on("2026-06-01"), sent_on=on("2026-06-02"))


def test_every_result_of_the_summary_says_why_in_both_languages() -> None:
    for rules, as_of in ((GESTICLEAN, "2026-05-01"), (COMMOWN, "2025-05-01"), (COMMOWN, "2026-06-01"), (CLEAQ, "2026-05-01")):
        summary = seen(rules, "2025-03-10", as_of)
        assert list(summary.why) == [
            "commitment_end",
            "term",
            "renewal",
            "notice_deadline",
            "recommended_send_by",
            "earliest_end",
            "last_billed_period",
            "remaining_rents_excl_tax",
        ]
        for name, why in summary.why.items():
            assert why.inputs and why.steps
            for text in (why.rule, *why.steps, *(label for label, _ in why.inputs)):
                french, english = text.render("fr"), text.render("en")
                assert french and "{" not in french + english, name


def test_the_explanation_shows_the_rule_the_inputs_and_the_steps() -> None:
    why = seen(COMMOWN, "2025-03-10", "2026-06-01").why["earliest_end"]
    assert str(why.rule) == "Le contrat finit au terme du préavis, mais jamais avant la fin de l’engagement."
    assert ("Résiliation reçue le", on("2026-06-01")) in [(str(label), value) for label, value in why.inputs]
    assert str(why.steps[0]) == "01/06/2026 + 15 jours = 16/06/2026"
    rents = seen(COMMOWN, "2025-03-10", "2026-03-20", "2026-06-01", "137.50").why["remaining_rents_excl_tax"]
    assert str(rents.steps[-1]) == "3 × 137,50\u00a0€ = 412,50\u00a0€ HT"


def test_the_source_given_is_named_by_the_rule() -> None:
    from app.domain.text import msg

    summary = summarise(terms(GESTICLEAN, "2026-01-31"), on("2026-05-01"), None, Decimal(1), MAINLAND, msg("Échéance"))
    assert str(summary.why["earliest_end"].rule).endswith("(Échéance)")


def test_a_clipped_end_and_a_sunday_deadline_are_pointed_out() -> None:
    clipped = seen(TermRules(commitment_months=1, renewal=Renewal.NONE), "2026-01-31", "2026-02-01")
    assert clipped.commitment_end == on("2026-02-27")
    assert "n’a pas de 31" in str(clipped.why["commitment_end"].steps[1])
    sunday = seen(GESTICLEAN, "2025-12-28", "2026-06-01")
    assert any("dimanche" in str(step) for step in sunday.why["notice_deadline"].steps)
    assert any("jour férié (Noël)" in str(step) for step in sunday.why["recommended_send_by"].steps)


@pytest.mark.parametrize(
    ("start", "as_of", "received", "field"),
    [
        ("2026-01-31", "9999-12-31", None, "as_of"),
        ("2026-01-31", "2026-05-01", "9999-12-31", "notice_received"),
        ("9999-01-31", "2026-05-01", None, "start"),
        ("2026-01-31", "0001-01-01", None, "as_of"),
    ],
)
def test_a_date_that_no_office_means_is_refused_by_name(start: str, as_of: str, received: str | None, field: str) -> None:
    with pytest.raises(InputError) as caught:
        seen(GESTICLEAN, start, as_of, received)
    assert caught.value.field == field


@pytest.mark.parametrize("rules", [GESTICLEAN, COMMOWN, CLEAQ])
def test_the_last_accepted_year_still_has_its_answer(rules: TermRules) -> None:
    summary = seen(rules, "1970-01-31", "2199-12-31")
    assert summary.earliest_end.year in (1973, 2200)


def test_a_commitment_below_a_month_is_refused() -> None:
    with pytest.raises(InputError, match="months"):
        ContractTerms(on("2026-01-01"), 0, GESTICLEAN)
