"""Everything about the dates of a contract, behind one door: the values, the functions, and the summary with its reasons.

Domain, so pure: no clock, no store. The parts are in `term_dates`, `billing`, `deadlines`, `term_reasons` and `timeline`.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.billing import (
    Period,
    billing_period,
    billing_period_containing,
    billing_periods,
    last_billed_period,
    remaining_periods,
    remaining_rents,
)
from app.domain.deadlines import AlertLevel, SendingDays, alert_days, alert_level, recommended_sending
from app.domain.explain import Explanation
from app.domain.records import HolidayZone, Renewal
from app.domain.term_dates import (
    ContractTerms,
    Notice,
    Term,
    commitment_end,
    earliest_end,
    next_notice_deadline,
    notice_day,
    notice_deadline,
    term_at,
)
from app.domain.term_reasons import (
    explain_commitment_end,
    explain_earliest_end,
    explain_last_billed_period,
    explain_notice_deadline,
    explain_recommended_sending,
    explain_remaining_rents,
    explain_renewal,
    explain_term,
)
from app.domain.text import Text
from app.domain.timeline import Mark, MarkKind, Segment, SegmentKind, Timeline, mark_label, segment_label, timeline
from app.domain.validation import require_day

__all__ = [
    "AlertLevel",
    "ContractTerms",
    "Mark",
    "MarkKind",
    "Notice",
    "Period",
    "Segment",
    "SegmentKind",
    "SendingDays",
    "Term",
    "TermSummary",
    "Timeline",
    "alert_days",
    "alert_level",
    "billing_period",
    "billing_period_containing",
    "billing_periods",
    "commitment_end",
    "earliest_end",
    "explain_commitment_end",
    "explain_earliest_end",
    "explain_last_billed_period",
    "explain_notice_deadline",
    "explain_recommended_sending",
    "explain_remaining_rents",
    "explain_renewal",
    "explain_term",
    "last_billed_period",
    "mark_label",
    "next_notice_deadline",
    "notice_day",
    "notice_deadline",
    "recommended_sending",
    "remaining_periods",
    "remaining_rents",
    "segment_label",
    "summarise",
    "term_at",
    "timeline",
]


@dataclass(frozen=True)
class TermSummary:
    """The dates of a contract seen on one day, and why.

    Attributes:
        as_of: the day it is seen on.
        notice: the resignation that `earliest_end` supposes.
        commitment_end: last day of the commitment.
        term: the term that holds `as_of`.
        renewal: what happens after the commitment.
        notice_deadline: last day to leave at the end of `term`; None where the rule has none. It may be over.
        next_notice_deadline: the first such day on or after `as_of`: the one to warn about.
        recommended_send_by: safe days to send for `notice_deadline`; None without a deadline.
        earliest_end: last day of the contract if `notice` is given.
        last_billed_period: the period that holds `earliest_end`.
        remaining_rents_excl_tax: what is billed after `as_of` until then, in euros.
        why: the explanation of each, by its name here (the same as the keys of `contract show --json`).
    """

    as_of: date
    notice: Notice
    commitment_end: date
    term: Term
    renewal: Renewal
    notice_deadline: date | None
    next_notice_deadline: date | None
    recommended_send_by: SendingDays | None
    earliest_end: date
    last_billed_period: Period
    remaining_rents_excl_tax: Decimal
    why: Mapping[str, Explanation]


def summarise(
    terms: ContractTerms,
    as_of: date,
    notice: Notice | None,
    monthly_excl_tax: Decimal,
    zone: HolidayZone,
    source: Text | None = None,
    bridge_days: Collection[date] = (),
) -> TermSummary:
    """Everything `contract show` prints about the dates of a contract.

    Args:
        terms: the contract.
        as_of: the day it is seen on.
        notice: the resignation to suppose; None for one received on `as_of`.
        monthly_excl_tax: amount of one billing period, in euros.
        zone: the holidays of the contract's site.
        source: the clause of the offer that states the rules.
        bridge_days: days the provider grants on top of the holidays.

    Raises:
        InputError: a date before 1970 or after 2199.
    """
    supposed = notice or Notice(as_of)
    for field, day in (("start", terms.start), ("as_of", as_of), ("notice_received", supposed.received_on)):
        require_day(field, day)
    committed = explain_commitment_end(terms, source)
    term = explain_term(terms, as_of, source)
    renewal = explain_renewal(terms, source)
    deadline = explain_notice_deadline(terms, as_of, source)
    sending = explain_recommended_sending(deadline.value, zone, bridge_days)
    end = explain_earliest_end(terms, supposed, source)
    last = explain_last_billed_period(terms, end.value, source)
    rents = explain_remaining_rents(terms, as_of, end.value, monthly_excl_tax, source)
    return TermSummary(
        as_of=as_of,
        notice=supposed,
        commitment_end=committed.value,
        term=term.value,
        renewal=renewal.value,
        notice_deadline=deadline.value,
        next_notice_deadline=next_notice_deadline(terms, as_of),
        recommended_send_by=sending.value,
        earliest_end=end.value,
        last_billed_period=last.value,
        remaining_rents_excl_tax=rents.value,
        why={
            "commitment_end": committed.why,
            "term": term.why,
            "renewal": renewal.why,
            "notice_deadline": deadline.why,
            "recommended_send_by": sending.why,
            "earliest_end": end.why,
            "last_billed_period": last.why,
            "remaining_rents_excl_tax": rents.why,
        },
    )
