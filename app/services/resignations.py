"""Ending a contract: what it would do, the letter, and the follow-up until the provider has confirmed."""

from __future__ import annotations

import mimetypes
from datetime import date
from pathlib import Path
from uuid import UUID

from app.domain.calendars import add_days, add_working_days
from app.domain.deadlines import POST_WORKING_DAYS, recommended_sending
from app.domain.errors import InputError, RuleError
from app.domain.records import RESIGNATION_TRANSITIONS, RUNNING, Channel, ContractStatus, Renewal, ResignationStatus, label
from app.domain.term_dates import Notice
from app.domain.text import Text, msg
from app.domain.validation import require_day
from app.domain.values.contracts import LinkedContract, ResignationEntry, ResignationPreview, ResignationResult
from app.services.context import ServiceContext
from app.services.contract_reading import ReadContract, bridge_days, find, offer_from_copy, read
from app.services.documents import document_rows, keep, read_attachment
from app.services.fields import text_field
from app.services.paper import LetterRequest, letter_for
from app.store import contract_queries, office_queries
from app.store.contract_queries import current_resignation
from app.store.tables import Resignation
from app.store.unit_of_work import Session, Unit


class ResignationService:
    """Prepares resignations and follows them up. It prepares a letter; it never claims to have sent one. Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store

    def preview(self, number: str, notice_received: date, channel: Channel = Channel.POST) -> ResignationPreview:
        """What a notice received on that day would do; nothing is written.

        Raises:
            InputError: a day out of range, or a channel that the offer does not take.
            NotFoundError: no such contract.
            RuleError: the contract does not run, or was resigned already.
        """
        with self._store.reading() as session:
            known = self._resignable(session, number, channel)
            return self._preview(session, known, notice_received, channel)

    def likely_receipt(self, number: str, channel: Channel = Channel.POST) -> date:
        """The day a notice sent today should arrive: today by e-mail; by post, the third working day after the first one.

        Raises:
            NotFoundError: no such contract.
        """
        today = self._context.clock.today()
        if channel is not Channel.POST:
            return today
        with self._store.reading() as session:
            known = read(session, find(session, number))
            closed = bridge_days(known.offer)
            # A letter dropped on a Sunday leaves on Monday.
            posted = add_working_days(add_days(today, -1), 1, known.zone, closed)
            return add_working_days(posted, POST_WORKING_DAYS, known.zone, closed)

    def draw_letter(
        self,
        number: str,
        notice_received: date,
        channel: Channel = Channel.POST,
        reason: str = "",
        language: str = "fr",
        recipient_address: str = "",
    ) -> bytes:
        """The letter as PDF bytes, to be looked at before anything is recorded.

        Raises:
            InputError: a day out of range, a reason that is too long, or a channel that the offer does not take.
            NotFoundError: no such contract.
            RuleError: the contract does not run, or was resigned already.
        """
        kept_reason = text_field(2000, lines=True)("reason", reason)
        with self._store.reading() as session:
            known = self._resignable(session, number, channel)
            preview = self._preview(session, known, notice_received, channel)
            office = office_queries.organisation(session)
            asked = LetterRequest(channel, kept_reason, _address(recipient_address), language)
            return letter_for(known, preview, office, asked, self._context.clock.today())

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
    ) -> ResignationResult:
        """Write the letter and record the resignation as "to send"; with `linked_too`, a letter for each tied contract as well.

        `recipient_address` stands in for the provider's address where the offer gives none.

        Raises:
            InputError: a day out of range, a reason that is too long, or a channel that the offer does not take.
            NotFoundError: no such contract.
            RuleError: the contract does not run, or was resigned already.
            StorageError: the letter could not be kept; nothing was recorded.
        """
        asked = LetterRequest(channel, text_field(2000, lines=True)("reason", reason), _address(recipient_address), language)
        with self._store.writing() as unit:
            first, *others = [self._one(unit, each, notice_received, asked) for each in (number, *linked_too)]
        return ResignationResult(first.number, first.effective_date, first.send_by, first.document, tuple(others))

    def follow_up(
        self, number: str, status: ResignationStatus, day: date, *, tracking_number: str = "", proof: Path | None = None
    ) -> ResignationEntry:
        """The letter was sent, was received, or the provider confirmed; with a proof (scan, e-mail) where there is one.

        Raises:
            InputError: a day before the step that came before, or a proof that cannot be read.
            NotFoundError: no such contract.
            RuleError: no resignation is under way, or the step does not follow from where it stands.
            StorageError: the proof could not be kept; nothing was recorded.
        """
        require_day("on", day)
        content = read_attachment(proof) if proof else None
        with self._store.writing() as unit:
            session = unit.session
            contract = find(session, number)
            row = current_resignation(session, contract.id)
            if row is None:
                raise RuleError(msg("Aucune résiliation n’est en cours pour le contrat {number}.", number=number))
            if status not in RESIGNATION_TRANSITIONS[row.status]:
                raise RuleError(
                    msg(
                        "La résiliation du contrat {number} est «\u00a0{old}\u00a0»\u00a0: elle ne peut pas devenir «\u00a0{new}\u00a0».",
                        number=number,
                        old=label(row.status),
                        new=label(status),
                    )
                )
            last = max((known for known in (row.sent_on, row.received_on) if known), default=None)
            if last and day < last:
                raise InputError("on", day.isoformat(), msg("une date à partir du {day}", day=last))
            setattr(row, f"{status.value}_on", day)
            row.status = status
            row.tracking_number = text_field(80)("tracking_number", tracking_number) or row.tracking_number
            if status is ResignationStatus.RECEIVED and day != row.notice_received:
                known = read(session, contract)
                row.notice_received, row.effective_date = day, known.summary(day, Notice(day, row.sent_on)).earliest_end
            if contract.status is ContractStatus.ACTIVE:
                contract.status = ContractStatus.RESIGNATION_SENT
            if proof is not None and content is not None:
                title = msg("{step}\u00a0: {name}", step=label(status), name=proof.name).render()
                media_type = mimetypes.guess_type(proof.name)[0] or "application/octet-stream"
                kept = keep(unit, self._context.folder, content, "proof", title, proof.name, media_type)
                kept.contract_id = contract.id
            session.flush()
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
        """End the contracts whose resignation was sent and whose last day is over; their numbers. Called once a day."""
        today = self._context.clock.today()
        ended = []
        with self._store.writing() as unit:
            running = contract_queries.contracts(unit.session, statuses=[ContractStatus.RESIGNATION_SENT])
            for contract in running:
                row = current_resignation(unit.session, contract.id)
                if row is not None and row.effective_date < today:
                    contract.status, contract.ended_on = ContractStatus.ENDED, row.effective_date
                    ended.append(contract.number)
        return ended

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
        known = read(session, contract)
        if channel not in known.offer.resignation.channels:
            allowed = ", ".join(known.offer.resignation.channels)
            raise InputError("channel", channel, msg("un de {names}", names=allowed))
        return known

    def _preview(self, session: Session, known: ReadContract, received: date, channel: Channel) -> ResignationPreview:
        require_day("notice_received", received)
        today = self._context.clock.today()
        summary = known.summary(today, Notice(received))
        send_by = _send_by(known, summary.earliest_end, channel)
        linked = tuple(
            LinkedContract(row.id, row.number, offer_from_copy(row.offer_copy).name.text.render(), row.status)
            for row in contract_queries.depending_on(session, known.row.id, RUNNING)
        )
        warnings: list[Text] = []
        if received < known.row.start:
            warnings.append(msg("Le préavis est reçu avant le début du contrat, le {day}.", day=known.row.start))
        missed = known.next_notice_deadline(today)
        if missed is not None and received > missed and known.offer.term.renewal is Renewal.TACIT:
            warnings.append(msg("Reçu après l’échéance du {day}, le préavis laisse le contrat repartir pour une période.", day=missed))
        if send_by is not None and send_by < today:
            warnings.append(msg("Le jour d’envoi conseillé, le {day}, est déjà passé\u00a0: envoyez la lettre sans attendre.", day=send_by))
        if channel is Channel.POST and not known.offer.resignation_address:
            warnings.append(
                msg("L’offre ne donne pas l’adresse de {provider}\u00a0: indiquez-la pour l’enveloppe.", provider=known.offer.provider.name)
            )
        for other in linked:
            warnings.append(
                msg(
                    "Le contrat {number} ({offer}) est lié à celui-ci et ne peut pas continuer sans lui\u00a0: résiliez les deux.",
                    number=other.number,
                    offer=other.offer_name,
                )
            )
        return ResignationPreview(known.row.number, summary.earliest_end, send_by, summary, linked, tuple(warnings))

    def _one(self, unit: Unit, number: str, received: date, asked: LetterRequest) -> ResignationResult:
        session = unit.session
        known = self._resignable(session, number, asked.channel)
        preview = self._preview(session, known, received, asked.channel)
        office = office_queries.organisation(session)
        row = Resignation(
            contract_id=known.row.id,
            channel=asked.channel,
            reason=asked.reason,
            recipient_address="\n".join(asked.recipient_address),
            notice_received=received,
            effective_date=preview.effective_date,
            send_by=preview.send_by,
        )
        session.add(row)
        content = letter_for(known, preview, office, asked, self._context.clock.today())
        title = msg("Lettre de résiliation {number}", number=number).render(asked.language)
        kept = keep(unit, self._context.folder, content, "resignation_letter", title, f"resiliation-{number}.pdf", "application/pdf")
        kept.contract_id = known.row.id
        session.flush()
        document = document_rows(session, self._context.folder, document_id=kept.id)[0]
        return ResignationResult(number, preview.effective_date, preview.send_by, document)


def _address(text: str) -> tuple[str, ...]:
    kept = str(text_field(500, lines=True)("recipient_address", text))
    return tuple(line.strip() for line in kept.splitlines() if line.strip())


def resignation_of(session: Session, contract_id: UUID) -> ResignationEntry | None:
    """The resignation under way or done, if any."""
    row = current_resignation(session, contract_id)
    return None if row is None else _entry(row)


def _send_by(known: ReadContract, effective: date, channel: Channel) -> date | None:
    """The safe day to send: for the last day of receipt that still gives this end."""
    if known.offer.term.renewal is Renewal.NONE:
        return None
    last_receipt = add_days(effective, -known.offer.term.notice_days)
    days = recommended_sending(last_receipt, known.zone, bridge_days(known.offer))
    return days.post if channel is Channel.POST else days.email


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
