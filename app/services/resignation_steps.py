"""The follow-up of a resignation: each step with its day, what it changes of the end, how the last one is taken back."""

from __future__ import annotations

from datetime import date

from app.domain.errors import InputError, RuleError
from app.domain.records import RESIGNATION_TRANSITIONS, ContractStatus, ResignationStatus, label
from app.domain.resignation_days import Letter, after_step, bound_since, contract_is_over, contract_status, step_day
from app.domain.text import msg
from app.services.contract_moves import move
from app.services.contract_reading import ReadContract
from app.services.resignation_reading import working_days
from app.store import journal_queries
from app.store.tables import Contract, Resignation
from app.store.unit_of_work import Session


def take_step(session: Session, known: ReadContract, row: Resignation, status: ResignationStatus, day: date, today: date) -> None:
    """The letter was sent, was received, or the provider confirmed, on `day`; the end is computed again from what is known now.

    Raises:
        InputError: a day before the step that came before or before the contract, or still to come.
        RuleError: the step does not follow from where the resignation stands.
    """
    if status not in RESIGNATION_TRANSITIONS[row.status]:
        raise RuleError(
            msg(
                "La résiliation du contrat {number} est «\u00a0{old}\u00a0»\u00a0: elle ne peut pas devenir «\u00a0{new}\u00a0».",
                number=known.row.number,
                old=label(row.status),
                new=label(status),
            )
        )
    letter, before = _letter(row), row.effective_date
    step_day("on", letter, day, today, bound_since(known.row.start, known.row.signed_on, today))
    after = after_step(letter, status, day, known.terms, working_days(known))
    for name, value in vars(after).items():
        if value != getattr(row, name):
            setattr(row, name, value)
    session.flush()
    if known.row.status is not ContractStatus.ENDED:
        _bring_along(session, known.row, row, today)
    elif row.effective_date != before and known.row.ended_on == before:
        _end_anew(session, known.row, row, today)


def undo_step(session: Session, contract: Contract, row: Resignation, today: date) -> None:
    """Take the last step back, with what it changed of the end.

    Raises:
        RuleError: the letter was not sent yet, so no step was taken.
    """
    if row.status is ResignationStatus.TO_SEND:
        raise RuleError(
            msg("La lettre du contrat {number} n’est pas partie\u00a0: il n’y a pas d’étape à corriger.", number=contract.number)
        )
    undone, before = row.status, row.effective_date
    stood = _step_before(row, undone)
    taken = (entry.changes for entry in journal_queries.entries(session, [row.id]) if entry.action == "changed")
    changes = next((each for each in taken if each.get("status") == [stood.value, undone.value]), {})
    setattr(row, f"{undone.value}_on", None)
    row.status = stood
    for name in ("notice_received", "effective_date", "send_by"):
        if name in changes:
            old = changes[name][0]
            setattr(row, name, None if old is None else date.fromisoformat(old))
    if "tracking_number" in changes:
        row.tracking_number = changes["tracking_number"][0] or ""
    session.flush()
    if contract.status is not ContractStatus.ENDED:
        _bring_along(session, contract, row, today)
    elif contract.ended_on == before:
        _end_anew(session, contract, row, today)


def settle(session: Session, contract: Contract, row: Resignation, today: date) -> bool:
    """End a contract whose provider has the letter and whose last day is over; whether it was ended."""
    if not contract_is_over(row.status, row.effective_date, today):
        return False
    move(session, contract, ContractStatus.ENDED, ended_on=row.effective_date)
    return True


def require_own_links(asked: tuple[str, ...], allowed: tuple[str, ...]) -> tuple[str, ...]:
    """The contracts to be resigned along, each once.

    Raises:
        InputError: one of them does not depend on the contract, or was resigned already.
    """
    for number in asked:
        if number not in allowed:
            named = ", ".join(allowed)
            raise InputError(
                "with_linked",
                number,
                msg("un contrat lié à celui-ci et non résilié\u00a0: {names}", names=named)
                if allowed
                else msg("rien\u00a0: aucun contrat à résilier n’est lié à celui-ci"),
            )
    return tuple(dict.fromkeys(asked))


def _letter(row: Resignation) -> Letter:
    return Letter(
        row.status, row.channel, row.notice_received, row.effective_date, row.send_by, row.sent_on, row.received_on, row.confirmed_on
    )


def _step_before(row: Resignation, status: ResignationStatus) -> ResignationStatus:
    match status:
        case ResignationStatus.CONFIRMED:
            return ResignationStatus.RECEIVED if row.received_on else ResignationStatus.SENT
        case ResignationStatus.RECEIVED:
            return ResignationStatus.SENT
        case _:
            return ResignationStatus.TO_SEND


def _bring_along(session: Session, contract: Contract, row: Resignation, today: date) -> None:
    wanted = contract_status(row.status, contract.status, contract.start, today)
    if wanted is not contract.status:
        move(session, contract, wanted)


def _end_anew(session: Session, contract: Contract, row: Resignation, today: date) -> None:
    """A contract that this resignation had ended: it ends on another day, or goes on until then."""
    if contract_is_over(row.status, row.effective_date, today):
        contract.ended_on = row.effective_date
        return
    move(session, contract, ContractStatus.RESIGNATION_SENT)
    _bring_along(session, contract, row, today)
