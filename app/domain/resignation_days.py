"""The days of a resignation: which each step may have, what a step changes of the end, and what the contract then is.

The shop's computers and the provider's server both take steps: the end has to come out the same.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from app.domain.calendars import add_days, add_working_days
from app.domain.deadlines import POST_WORKING_DAYS, recommended_sending
from app.domain.records import Channel, ContractStatus, HolidayZone, Renewal, ResignationStatus
from app.domain.term_dates import ContractTerms, Notice, Rules, earliest_end
from app.domain.validation import stated_day

#: The provider has the letter: the contract ends without anybody doing anything more.
BINDING = (ResignationStatus.RECEIVED, ResignationStatus.CONFIRMED)


@dataclass(frozen=True)
class WorkingDays:
    """Which days count as working days: the holidays of `zone`, and the days on which the provider closes on top of them."""

    zone: HolidayZone
    closed: Collection[date] = ()


@dataclass(frozen=True)
class Letter:
    """A resignation as it stands.

    Attributes:
        notice_received: the day the provider has it, supposed until it is known.
        effective_date: the contract's last day.
        send_by: the safe day to send it; none where none matters.
    """

    status: ResignationStatus
    channel: Channel
    notice_received: date
    effective_date: date
    send_by: date | None = None
    sent_on: date | None = None
    received_on: date | None = None
    confirmed_on: date | None = None


def likely_receipt(channel: Channel, sent_on: date, days: WorkingDays) -> date:
    """The day a notice sent on `sent_on` should arrive: that day by e-mail; by post, the third working day after it leaves."""
    if channel is not Channel.POST:
        return sent_on
    # A letter dropped on a Sunday leaves on Monday.
    posted = add_working_days(add_days(sent_on, -1), 1, days.zone, days.closed)
    return add_working_days(posted, POST_WORKING_DAYS, days.zone, days.closed)


def last_receipt(rules: Rules, effective: date) -> date | None:
    """The last day of receipt (of dispatch, where the offer counts from it) that still gives this end; `None` where none matters."""
    return None if rules.renewal is Renewal.NONE else add_days(effective, -rules.notice_days)


def safe_day(rules: Rules, effective: date, channel: Channel, days: WorkingDays) -> date | None:
    """The safe day to send for the contract to end on `effective`."""
    last = last_receipt(rules, effective)
    if last is None:
        return None
    recommended = recommended_sending(last, days.zone, days.closed)
    return recommended.post if channel is Channel.POST else recommended.email


def bound_since(start: date, signed_on: date | None, today: date) -> date | None:
    """The first day on which anything can have happened to a contract: its start or, before it, its signature."""
    known = [day for day in (start, signed_on) if day is not None and day <= today]
    return min(known, default=None)


def step_day(field: str, letter: Letter, day: date, today: date, since: date | None) -> date:
    """The day of the next step, when it may have it: not before the step that came before, or `since` where none has a day; not after today.

    Raises:
        InputError: it is another day.
    """
    return stated_day(field, day, today, max((step for step in (letter.sent_on, letter.received_on) if step), default=since))


def after_step(letter: Letter, status: ResignationStatus, day: date, terms: ContractTerms, days: WorkingDays) -> Letter:
    """The letter after a step on `day`; its end is computed again from what is known now, and a confirmation leaves it as it is.

    Raises:
        InputError: the letter is said to have come before it left.
    """
    received, sent = letter.notice_received, letter.sent_on
    if status is ResignationStatus.SENT:
        # It cannot have arrived before it left: what was supposed then is supposed anew.
        sent, received = day, received if received >= day else likely_receipt(letter.channel, day, days)
    elif status is ResignationStatus.RECEIVED:
        received = day
    effective = earliest_end(terms, Notice(received, sent))
    after = dated(replace(letter, notice_received=received), status, day)
    if effective == letter.effective_date or status is ResignationStatus.CONFIRMED:
        return after
    return replace(after, effective_date=effective, send_by=safe_day(terms.rules, effective, letter.channel, days))


def dated(letter: Letter, status: ResignationStatus, day: date) -> Letter:
    """The letter with a step and its day alone."""
    match status:
        case ResignationStatus.SENT:
            return replace(letter, status=status, sent_on=day)
        case ResignationStatus.RECEIVED:
            return replace(letter, status=status, received_on=day)
        case ResignationStatus.CONFIRMED:
            return replace(letter, status=status, confirmed_on=day)
        case _:
            return replace(letter, status=status)


def contract_is_over(status: ResignationStatus, effective_date: date, today: date) -> bool:
    """Whether the provider has the letter and the contract's last day is over."""
    return status in BINDING and effective_date < today


def contract_status(letter: ResignationStatus, known: ContractStatus, start: date, today: date) -> ContractStatus:
    """What a contract that has not ended is beside its letter: it shows whether the letter has left."""
    if letter is not ResignationStatus.TO_SEND:
        return ContractStatus.RESIGNATION_SENT
    if known is ContractStatus.RESIGNATION_SENT:
        return ContractStatus.ACTIVE if start <= today else ContractStatus.SIGNED
    return known
