"""The dates of one contract: commitment, successive terms, notice, earliest end. Pure functions, no loop over time.

The sentences that explain these dates are in `app.domain.term_reasons`; `app.domain.terms` joins the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

from app.domain.calendars import add_days, add_months, months_between
from app.domain.errors import InputError
from app.domain.records import RUNNING, ContractStatus, OfferKind, Renewal
from app.domain.text import msg


class Rules(Protocol):
    """What the dates of a contract need of an offer's rules: `TermRules` of the frozen offer, or `PlainRules`."""

    @property
    def renewal(self) -> Renewal:
        """What happens after the commitment."""
        ...

    @property
    def renewal_months(self) -> int | None:
        """Length of a tacit renewal."""
        ...

    @property
    def notice_days(self) -> int:
        """Notice in days."""
        ...

    @property
    def notice_counts_from(self) -> Literal["receipt", "dispatch"]:
        """What dates a notice."""
        ...

    @property
    def billing_anchor(self) -> Literal["contract_start", "calendar_month"]:
        """Where billing periods begin."""
        ...


@dataclass(frozen=True)
class PlainRules:
    """The rules of duration without pydantic, for readers that must answer before it is loaded."""

    renewal: Renewal
    renewal_months: int | None
    notice_days: int
    notice_counts_from: Literal["receipt", "dispatch"] = "receipt"
    billing_anchor: Literal["contract_start", "calendar_month"] = "contract_start"


@dataclass(frozen=True)
class ContractTerms:
    """What the dates of a contract are computed from.

    Attributes:
        start: first day of the contract.
        commitment_months: the commitment chosen at signature, in months.
        rules: the offer's rules of duration, frozen at signature.

    Raises:
        InputError: `commitment_months` is below 1.
    """

    start: date
    commitment_months: int
    rules: Rules

    def __post_init__(self) -> None:
        if self.commitment_months < 1:
            raise InputError("months", self.commitment_months, msg("un nombre de mois à partir de 1"))


@dataclass(frozen=True)
class Term:
    """One term of a contract, both days included.

    Attributes:
        index: 0 for the commitment, then 1, 2, … for what follows it.
        start: first day.
        end: last day; None for the open-ended time after a commitment.
    """

    index: int
    start: date
    end: date | None

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True)
class Notice:
    """A resignation as the provider gets it.

    Attributes:
        received_on: the day the provider receives it.
        sent_on: the day it was sent, which counts where the offer says so; None when it is not known.

    Raises:
        InputError: it was sent after it was received.
    """

    received_on: date
    sent_on: date | None = None

    def __post_init__(self) -> None:
        if self.sent_on is not None and self.sent_on > self.received_on:
            raise InputError("sent_on", self.sent_on.isoformat(), msg("au plus tard le jour de réception, {day}", day=self.received_on))


def commitment_end(terms: ContractTerms) -> date:
    """Last day of the commitment: the day before start + commitment."""
    return _last_day(terms, terms.commitment_months)


def term_at(terms: ContractTerms, day: date) -> Term:
    """The term that holds `day`; a day before the start counts as the first day.

    Tacit: the commitment, then renewals counted from the original start, so that no clipped date ever drifts.
    Open-ended: after the commitment, one term without end. None: the commitment, whatever the day.
    """
    elapsed = months_between(terms.start, day)
    commitment = terms.commitment_months
    if elapsed < commitment or terms.rules.renewal is Renewal.NONE:
        return Term(0, terms.start, commitment_end(terms))
    if terms.rules.renewal is Renewal.OPEN_ENDED:
        return Term(1, add_months(terms.start, commitment), None)
    return tacit_term(terms, 1 + (elapsed - commitment) // renewal_months(terms))


def tacit_term(terms: ContractTerms, index: int) -> Term:
    """The term number `index` of a contract renewed tacitly: 0 is the commitment, then come the renewals."""
    if index == 0:
        return Term(0, terms.start, commitment_end(terms))
    length = renewal_months(terms)
    first = terms.commitment_months + (index - 1) * length
    return Term(index, add_months(terms.start, first), _last_day(terms, first + length))


def renewal_months(terms: ContractTerms) -> int:
    """Length of one tacit renewal, in months."""
    return terms.rules.renewal_months or terms.commitment_months


def notice_deadline(terms: ContractTerms, as_of: date) -> date | None:
    """Last day on which a notice still ends the contract with the term that holds `as_of`.

    Never moved past a Sunday or a holiday (`app.domain.deadlines` recommends an earlier day), and it may already be over.
    None where leaving at a term's end has no meaning: open-ended after the commitment, or no renewal at all.
    """
    if terms.rules.renewal is Renewal.NONE:
        return None
    end = term_at(terms, as_of).end
    return None if end is None else add_days(end, -terms.rules.notice_days)


def next_notice_deadline(terms: ContractTerms, as_of: date) -> date | None:
    """The first deadline on or after `as_of`: the one to warn about. None where no deadline is to come."""
    if terms.rules.renewal is Renewal.TACIT:
        return notice_deadline(terms, add_days(as_of, terms.rules.notice_days))
    deadline = notice_deadline(terms, as_of)
    return None if deadline is None or deadline < as_of else deadline


def day_to_watch(terms: ContractTerms, kind: OfferKind, status: ContractStatus, day: date) -> date | None:
    """The next day that matters to the office: the next notice deadline, or a rental's last day while a choice is still due.

    None once a resignation was sent, for a contract that does not run, and where no deadline is to come.
    """
    if status not in RUNNING or status is ContractStatus.RESIGNATION_SENT:
        return None
    deadline = next_notice_deadline(terms, day)
    if deadline is not None or kind is not OfferKind.RENTAL:
        return deadline
    end = commitment_end(terms)
    return end if end >= day else None


def notice_day(terms: ContractTerms, notice: Notice) -> date:
    """The day that dates `notice`: its receipt, or its dispatch where the offer counts from there and it is known."""
    if terms.rules.notice_counts_from == "dispatch" and notice.sent_on is not None:
        return notice.sent_on
    return notice.received_on


def earliest_end(terms: ContractTerms, notice: Notice) -> date:
    """Last day of the contract when the provider gets `notice`.

    Tacit: last day of the term that holds the notice's day + the notice period.
    Open-ended: the later of the commitment's last day and the notice's day + the notice period.
    None: the commitment's last day, whatever the notice.
    """
    committed = commitment_end(terms)
    if terms.rules.renewal is Renewal.NONE:
        return committed
    reached = add_days(notice_day(terms, notice), terms.rules.notice_days)
    if terms.rules.renewal is Renewal.OPEN_ENDED:
        return max(committed, reached)
    end = term_at(terms, reached).end
    return committed if end is None else end


def _last_day(terms: ContractTerms, months: int) -> date:
    return add_days(add_months(terms.start, months), -1)
