"""Ending a contract: what it would do, the letter, and the follow-up until the provider has confirmed."""

from __future__ import annotations

import mimetypes
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from app.domain.errors import InputError, RuleError
from app.domain.records import RUNNING, Channel, ResignationStatus, label
from app.domain.term_dates import Notice
from app.domain.text import msg
from app.domain.validation import require_day
from app.domain.values.contracts import ResignationEntry, ResignationPreview, ResignationResult
from app.services.context import ServiceContext
from app.services.contract_reading import ReadContract, find, read
from app.services.documents import document_rows, keep, read_attachment
from app.services.fields import text_field
from app.services.paper import LetterRequest, letter_for
from app.services.resignation_reading import likely_receipt, preview_of, require_something_to_resign
from app.services.resignation_steps import require_own_links, settle, take_step, undo_step
from app.store import contract_queries, office_queries
from app.store.contract_queries import current_resignation
from app.store.tables import Contract, Resignation
from app.store.unit_of_work import Session, Unit


class ResignationService:
    """Prepares resignations and follows them up. It prepares a letter; it never claims to have sent one. Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store

    def preview(
        self,
        number: str,
        notice_received: date,
        channel: Channel = Channel.POST,
        sent_on: date | None = None,
        linked_too: tuple[str, ...] = (),
    ) -> ResignationPreview:
        """What a notice received on that day would do; nothing is written. `sent_on` decides where the offer counts from dispatch.

        Raises:
            InputError: a day out of range, a channel that the offer does not take, a contract not tied to it.
            NotFoundError: no such contract.
            RuleError: the contract does not run, was resigned already, or has ended by itself.
        """
        with self._store.reading() as session:
            known = self._resignable(session, number, channel)
            preview = preview_of(session, known, _notice(notice_received, sent_on), channel, self._context.clock.today())
            require_own_links(linked_too, _open_links(preview))
            return preview

    def likely_receipt(self, number: str, channel: Channel = Channel.POST) -> date:
        """The day a notice sent today should arrive: today by e-mail; by post, the third working day after the first one.

        Raises:
            NotFoundError: no such contract.
        """
        with self._store.reading() as session:
            return likely_receipt(read(session, find(session, number), self._context.offers()), channel, self._context.clock.today())

    def draw_letter(
        self,
        number: str,
        notice_received: date,
        channel: Channel = Channel.POST,
        reason: str = "",
        language: str = "fr",
        recipient_address: str = "",
        *,
        linked_too: tuple[str, ...] = (),
        sent_on: date | None = None,
    ) -> bytes:
        """The letter as PDF bytes, to be looked at before anything is recorded. See `resign`.

        Raises:
            InputError: a day out of range, a reason that is too long, a channel that the offer does not take, a contract not tied to it.
            NotFoundError: no such contract.
            RuleError: the contract does not run, was resigned already, or has ended by itself.
        """
        asked = _asked(channel, reason, recipient_address, language)
        today = self._context.clock.today()
        with self._store.reading() as session:
            known = self._resignable(session, number, channel)
            preview = preview_of(session, known, _notice(notice_received, sent_on), channel, today)
            too = require_own_links(linked_too, _open_links(preview))
            return letter_for(known, preview, office_queries.organisation(session), replace(asked, resigned_too=too), today)

    def resign(
        self,
        number: str,
        notice_received: date,
        channel: Channel = Channel.POST,
        reason: str = "",
        *,
        linked_too: tuple[str, ...] = (),
        language: str = "fr",
        recipient_address: str = "",
        sent_on: date | None = None,
    ) -> ResignationResult:
        """Write the letter and record the resignation as "to send"; with `linked_too`, a letter for each tied contract as well.

        `recipient_address` stands in for the provider's address where the offer gives none. `sent_on`, the day the letter is to leave,
        decides the end where the offer counts from dispatch.

        Raises:
            InputError: a day out of range, a reason that is too long, a channel that the offer does not take, a contract not tied to it.
            NotFoundError: no such contract.
            RuleError: the contract does not run, was resigned already, or has ended by itself.
            StorageError: the letter could not be kept; nothing was recorded.
        """
        asked = _asked(channel, reason, recipient_address, language)
        notice = _notice(notice_received, sent_on)
        with self._store.writing() as unit:
            session = unit.session
            known = self._resignable(session, number, channel)
            preview = preview_of(session, known, notice, channel, self._context.clock.today())
            too = require_own_links(linked_too, _open_links(preview))
            first = self._one(unit, known, preview, replace(asked, resigned_too=too))
            others = []
            for each in too:
                tied = self._resignable(session, each, channel)
                theirs = preview_of(session, tied, notice, channel, self._context.clock.today())
                others.append(self._one(unit, tied, theirs, asked))
        return replace(first, others=tuple(others))

    def follow_up(
        self, number: str, status: ResignationStatus, day: date, *, tracking_number: str = "", proof: Path | None = None
    ) -> ResignationEntry:
        """The letter was sent, was received, or the provider confirmed; with a proof (scan, e-mail) where there is one.

        Raises:
            InputError: a day still to come or before the step that came before, or a proof that cannot be read.
            NotFoundError: no such contract.
            RuleError: no resignation is under way, or the step does not follow from where it stands.
            StorageError: the proof could not be kept; nothing was recorded.
        """
        content = read_attachment(proof) if proof else None
        with self._store.writing() as unit:
            session = unit.session
            contract = find(session, number)
            row = _under_way(session, contract)
            known = read(session, contract, self._context.offers())
            row.tracking_number = text_field(80)("tracking_number", tracking_number) or row.tracking_number
            take_step(session, known, row, status, day, self._context.clock.today())
            if proof is not None and content is not None:
                title = msg("{step}\u00a0: {name}", step=label(status), name=proof.name).render()
                media_type = mimetypes.guess_type(proof.name)[0] or "application/octet-stream"
                kept = keep(unit, self._context.folder, content, "proof", title, proof.name, media_type)
                kept.contract_id = contract.id
            session.flush()
            return _entry(row)

    def step_back(self, number: str) -> ResignationEntry:
        """Take back the last step of the follow-up, which was noted by mistake: day, end and status are as before it. Proofs stay.

        Raises:
            NotFoundError: no such contract.
            RuleError: no resignation is under way, or its letter has not left.
        """
        with self._store.writing() as unit:
            contract = find(unit.session, number)
            row = _under_way(unit.session, contract)
            undo_step(unit.session, contract, row, self._context.clock.today())
            unit.session.flush()
            return _entry(row)

    def withdraw(self, number: str) -> None:
        """Give up a resignation whose letter was not sent.

        Raises:
            NotFoundError: no such contract.
            RuleError: none is under way, or the letter has left.
        """
        with self._store.writing() as unit:
            contract = find(unit.session, number)
            row = current_resignation(unit.session, contract.id)
            if row is None or row.status is not ResignationStatus.TO_SEND:
                raise RuleError(
                    msg("Aucune résiliation à envoyer pour le contrat {number}\u00a0: il n’y a rien à abandonner.", number=number)
                )
            row.deleted_at = self._context.clock.now()

    def settle(self) -> list[str]:
        """End the contracts whose provider has the letter and whose last day is over; their numbers. Called once a day.

        A letter of which nobody knows that it arrived ends nothing: the home screen goes on asking for its follow-up.
        """
        today = self._context.clock.today()
        with self._store.writing() as unit:
            letters = [
                (contract, row)
                for contract in contract_queries.contracts(unit.session, statuses=RUNNING)
                if (row := current_resignation(unit.session, contract.id)) is not None
            ]
            return [contract.number for contract, row in letters if settle(unit.session, contract, row, today)]

    def _resignable(self, session: Session, number: str, channel: Channel) -> ReadContract:
        contract = find(session, number)
        if contract.status not in RUNNING:
            raise RuleError(
                msg(
                    "Le contrat {number} est «\u00a0{status}\u00a0»\u00a0: il n’y a rien à résilier.",
                    number=number,
                    status=label(contract.status),
                )
            )
        if current_resignation(session, contract.id) is not None:
            raise RuleError(msg("Une résiliation du contrat {number} est déjà préparée. Suivez-la ou abandonnez-la.", number=number))
        known = read(session, contract, self._context.offers())
        if channel not in known.offer.resignation.channels:
            allowed = ", ".join(known.offer.resignation.channels)
            raise InputError("channel", channel, msg("un de {names}", names=allowed))
        require_something_to_resign(known, self._context.clock.today())
        return known

    def _one(self, unit: Unit, known: ReadContract, preview: ResignationPreview, asked: LetterRequest) -> ResignationResult:
        session, number = unit.session, known.row.number
        row = Resignation(
            contract_id=known.row.id,
            channel=asked.channel,
            reason=asked.reason,
            recipient_address="\n".join(asked.recipient_address),
            notice_received=preview.summary.notice.received_on,
            effective_date=preview.effective_date,
            send_by=preview.send_by,
        )
        session.add(row)
        content = letter_for(known, preview, office_queries.organisation(session), asked, self._context.clock.today())
        title = msg("Lettre de résiliation {number}", number=number).render(asked.language)
        kept = keep(unit, self._context.folder, content, "resignation_letter", title, f"resiliation-{number}.pdf", "application/pdf")
        kept.contract_id = known.row.id
        session.flush()
        document = document_rows(session, self._context.folder, document_id=kept.id)[0]
        return ResignationResult(number, preview.effective_date, preview.send_by, document)


def _asked(channel: Channel, reason: str, address: str, language: str) -> LetterRequest:
    return LetterRequest(channel, text_field(2000, lines=True)("reason", reason), _address(address), language)


def _notice(received: date, sent_on: date | None) -> Notice:
    require_day("notice_received", received)
    if sent_on is not None:
        require_day("sent_on", sent_on)
    return Notice(received, sent_on)


def _open_links(preview: ResignationPreview) -> tuple[str, ...]:
    return tuple(other.number for other in preview.linked if not other.resigned)


def _under_way(session: Session, contract: Contract) -> Resignation:
    row = current_resignation(session, contract.id)
    if row is None:
        raise RuleError(msg("Aucune résiliation n’est en cours pour le contrat {number}.", number=contract.number))
    return row


def _address(text: str) -> tuple[str, ...]:
    kept = str(text_field(500, lines=True)("recipient_address", text))
    return tuple(line.strip() for line in kept.splitlines() if line.strip())


def resignation_of(session: Session, contract_id: UUID) -> ResignationEntry | None:
    """The resignation under way or done, if any."""
    row = current_resignation(session, contract_id)
    return None if row is None else _entry(row)


def _entry(row: Resignation) -> ResignationEntry:
    return ResignationEntry(
        id=row.id,
        channel=row.channel,
        reason=row.reason,
        notice_received=row.notice_received,
        effective_date=row.effective_date,
        send_by=row.send_by,
        status=row.status,
        sent_on=row.sent_on,
        received_on=row.received_on,
        confirmed_on=row.confirmed_on,
        tracking_number=row.tracking_number,
    )
