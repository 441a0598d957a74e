"""The provider confirms that a contract ends, and says when its letter came: the end follows by the rules of the frozen offer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.errors import InputError
from app.domain.formatting import PARIS
from app.domain.offers import Offer, read_copy
from app.domain.records import RESIGNATION_TRANSITIONS, Channel, ContractStatus, ResignationStatus
from app.domain.resignation_days import Letter, after_step, bound_since, contract_is_over, contract_status, dated, step_day
from app.domain.term_dates import ContractTerms
from app.server.pen import Change, Pen, RefusedError
from app.server.problems import InvalidError
from app.server.rows import Row
from app.server.staff.closures import working_days
from app.server.staff.schemas import RecordView, ResignationConfirmation
from app.server.staff.viewing import view


def confirm(pen: Pen, resignation_id: str, given: ResignationConfirmation) -> RecordView:
    """Confirm that a contract ends. A letter that came on another day than was known ends it on another day.

    Raises:
        InvalidError: a day still to come, or before the step that came before.
        RefusedError: the letter was not sent yet, the resignation is confirmed already, or the end cannot be computed here.
        ConflictError, MissingError: see `Pen`.
    """
    row = pen.find("resignation", resignation_id)
    contract = pen.find("contract", str(row.data["contract_id"]))
    letter, today = _letter(row.data), pen.now.astimezone(PARIS).date()
    if letter.status is ResignationStatus.CONFIRMED:
        told = f"this resignation was confirmed already, on {row.data.get('confirmed_on')}"
        raise RefusedError(told, detail="transition")
    if ResignationStatus.CONFIRMED not in RESIGNATION_TRANSITIONS[letter.status]:
        raise RefusedError("the letter of this resignation was not sent yet", detail="transition")
    since = bound_since(date.fromisoformat(contract.data["start"]), _day(contract.data.get("signed_on")), today)
    try:
        after = letter
        if given.received_on is not None and given.received_on != letter.received_on:
            after = _received(pen, contract, letter, given.received_on, today, since)
        day = step_day("confirmed_on", after, given.confirmed_on or today, today, since)
    except InputError as error:
        raise InvalidError.of(error.field, error.value, error.allowed.render("en")) from error
    after = dated(after, ResignationStatus.CONFIRMED, day)
    values = {name: value for name, value in _values(after).items() if row.data.get(name) != value}
    base = row.seq if given.seen is None else min(given.seen, row.seq)
    pen.write([Change("resignation", resignation_id, values, base), *_of_contract(contract, letter, after, today)])
    return view(pen.find("resignation", resignation_id))


def _received(pen: Pen, contract: Row, letter: Letter, day: date, today: date, since: date | None) -> Letter:
    offer = _offer(contract)
    sent = replace(letter, status=ResignationStatus.SENT, received_on=None)
    step_day("received_on", sent, day, today, since)
    try:
        terms = ContractTerms(date.fromisoformat(contract.data["start"]), contract.data["commitment_months"], offer.term)
        return after_step(sent, ResignationStatus.RECEIVED, day, terms, working_days(pen, contract, offer))
    except InputError as error:
        told = f"the end cannot be computed from this contract ({error.field}: {str(error.value)[:80]!r})"
        raise RefusedError(told, detail="contract") from error


def _offer(contract: Row) -> Offer:
    offer = read_copy(json.dumps(contract.data.get("offer_copy")))
    if offer is None:
        told = "the offer that this contract keeps cannot be read here: its end cannot be computed; confirm without received_on"
        raise RefusedError(told, detail="contract")
    return offer


def _of_contract(contract: Row, before: Letter, after: Letter, today: date) -> list[Change]:
    """A running contract shows that its letter has left; one that this resignation had ended ends on the new day, or goes on until then."""
    known, start = ContractStatus(contract.data["status"]), date.fromisoformat(contract.data["start"])
    ended_on = contract.data.get("ended_on")
    if known is not ContractStatus.ENDED:
        wanted = contract_status(after.status, known, start, today)
        return [] if wanted is known else [_moved(contract, wanted)]
    if after.effective_date == before.effective_date or ended_on != before.effective_date.isoformat():
        return []
    if contract_is_over(after.status, after.effective_date, today):
        return [Change("contract", contract.id, {"ended_on": after.effective_date.isoformat()}, contract.seq)]
    return [_moved(contract, ContractStatus.RESIGNATION_SENT)]


def _moved(contract: Row, status: ContractStatus) -> Change:
    return Change("contract", contract.id, {"status": status, "ended_on": None}, contract.seq)


def _letter(data: Mapping[str, Any]) -> Letter:
    return Letter(
        status=ResignationStatus(data["status"]),
        channel=Channel(data["channel"]),
        notice_received=date.fromisoformat(data["notice_received"]),
        effective_date=date.fromisoformat(data["effective_date"]),
        send_by=_day(data.get("send_by")),
        sent_on=_day(data.get("sent_on")),
        received_on=_day(data.get("received_on")),
        confirmed_on=_day(data.get("confirmed_on")),
    )


def _values(letter: Letter) -> dict[str, Any]:
    """A letter as its record keeps it."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in vars(letter).items()}


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
