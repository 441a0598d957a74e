"""Claims on rented devices: what is covered, what was promised, and the devices that help out until it is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from app.domain.cover import ClaimNeed, CoverDecision, PromiseKind, type_label
from app.domain.errors import InputError, NotFoundError, RuleError
from app.domain.records import RUNNING_CLAIMS, ClaimStatus, ClaimType, Ownership
from app.domain.text import msg
from app.domain.told import told
from app.domain.validation import require_day
from app.domain.values.claims import ClaimDetail, ClaimDevice, ClaimDraft, ClaimRow, NewDevice
from app.domain.values.support import Attachment
from app.services import claim_devices, claim_documents, claim_reading
from app.services.claim_reading import Happening, contract_of, decision_on, find, machine_of
from app.services.claim_rules import require_move, require_running
from app.services.context import ServiceContext
from app.services.fields import text_field
from app.services.numbers import next_number
from app.services.support_files import without_leftovers
from app.store import claim_queries
from app.store.base import new_id
from app.store.tables import Claim, Document, Equipment
from app.store.unit_of_work import Session, Unit

PREFIX = "S"


class ClaimService:
    """Claims on rented devices. Thread: any; each call is one unit of work."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store

    # Reading -----------------------------------------------------------------------------------------------------------------------

    def preview(self, draft: ClaimDraft) -> CoverDecision:
        """What would be decided now; nothing is written.

        Raises:
            InputError: a day that cannot be, a text too long, a theft without its circumstances.
            NotFoundError: no such machine.
            RuleError: the machine is not rented, has no rental contract, was not rented on that day, is not in the office any
                more, or has a claim of that type already.
        """
        _checked(draft)
        with self._store.reading() as session:
            return self._decided(session, draft)[1]

    def rows(self, site_id: UUID | None = None, running_only: bool = True, equipment_id: UUID | None = None) -> tuple[ClaimRow, ...]:
        """The claims: among those that run, the promise due first; then those that are settled, newest first."""
        with self._store.reading() as session:
            found = claim_queries.claims(session, running_only=running_only, site_id=site_id, equipment_id=equipment_id)
            return claim_reading.rows(session, found)

    def detail(self, claim_id: UUID) -> ClaimDetail:
        """Everything about one claim.

        Raises:
            NotFoundError: no such claim.
        """
        with self._store.reading() as session:
            return claim_reading.detail(session, self._context.folder, claim_id)

    def by_number(self, number: str) -> UUID:
        """The id of the claim of that number.

        Raises:
            NotFoundError: there is none; the message names some that exist.
        """
        with self._store.reading() as session:
            row = claim_queries.by_number(session, number.strip())
            if row is None or row.deleted_at is not None:
                known = ", ".join(claim_queries.numbers(session, 12))
                raise NotFoundError(
                    msg("Sinistre inconnu\u00a0: «\u00a0{number}\u00a0». Connus\u00a0: {known}", number=number, known=known or "—")
                )
            return row.id

    def lendable(self, claim_id: UUID) -> tuple[ClaimDevice, ...]:
        """The devices in stock that may be lent or take the machine's place: those of its kind first.

        Raises:
            NotFoundError: no such claim.
        """
        with self._store.reading() as session:
            machine = _machine_of_claim(session, find(session, claim_id))
            return claim_reading.devices([each for each in claim_queries.in_stock(session, machine.kind) if each.id != machine.id])

    # Declaring ---------------------------------------------------------------------------------------------------------------------

    def add(self, draft: ClaimDraft, attachments: Sequence[tuple[ClaimNeed | None, Attachment]] = ()) -> ClaimDetail:
        """Record a claim, covered or not: the machine takes its new state, the promised times begin to run.

        Raises:
            InputError: see `preview`; or a file is empty, too large or a program. Nothing was recorded.
            NotFoundError: no such machine.
            RuleError: see `preview`; nothing was recorded.
            StorageError: a file could not be kept; nothing was recorded.
        """
        draft = _checked(draft)
        papers = [claim_documents.paper_of(need, each) for need, each in attachments]
        with without_leftovers(self._context.folder, [each.file for each in papers]), self._store.writing() as unit:
            session = unit.session
            machine, decision, declared_at = self._decided(session, draft)
            claim = declare(session, machine, decision, draft, self._number(session), declared_at)
            for paper in papers:
                claim_documents.hold(unit, self._context.folder, claim, paper)
            claim_documents.settle(unit, claim, machine, may_wait=True)
            session.flush()
            return claim_reading.detail(session, self._context.folder, claim.id)

    def attach(self, claim_id: UUID, need: ClaimNeed | None, attachment: Attachment) -> ClaimDetail:
        """Keep a document with a claim; with the last one that was missing, the claim is taken in hand.

        Raises:
            InputError: the file is missing, empty, too large or a program.
            NotFoundError: no such claim.
            StorageError: the disk is full; nothing was kept.
        """
        paper = claim_documents.paper_of(need, attachment)
        with without_leftovers(self._context.folder, [paper.file]), self._store.writing() as unit:
            claim = find(unit.session, claim_id)
            claim_documents.hold(unit, self._context.folder, claim, paper)
            return self._after_documents(unit, claim, may_wait=False)

    def set_document_removed(self, claim_id: UUID, document_id: UUID, removed: bool = True) -> ClaimDetail:
        """Take a document away from a claim, or bring it back; a claim that then lacks one waits for it.

        Raises:
            NotFoundError: no such claim, or no such document in it.
        """
        with self._store.writing() as unit:
            claim = find(unit.session, claim_id)
            row = unit.session.get(Document, document_id)
            if row is None or row.claim_id != claim.id:
                raise NotFoundError(msg("Document introuvable\u00a0: {id}", id=document_id))
            row.deleted_at = self._context.clock.now() if removed else None
            unit.session.flush()
            return self._after_documents(unit, claim, may_wait=removed)

    # What happens next -------------------------------------------------------------------------------------------------------------

    def move(self, claim_id: UUID, status: ClaimStatus, note: str = "") -> ClaimDetail:
        """Take a claim to `status`, with what follows in the inventory; see `replace` for the device that takes its place.

        Repaired: the machine is in use again, with its person. Refused, withdrawn: what was lent comes back.

        Raises:
            InputError: the note is too long.
            NotFoundError: no such claim.
            RuleError: `status` does not follow from where the claim stands, or no replacement is known.
        """
        kept = str(text_field(2000, lines=True)("note", note))
        today = self._context.clock.today()
        with self._store.writing() as unit:
            session = unit.session
            claim = find(session, claim_id)
            require_move(session, claim, _machine_of_claim(session, claim), status)
            if status is ClaimStatus.REPLACED:
                raise RuleError(msg("Indiquez l’appareil qui remplace celui du sinistre {number}.", number=claim.number))
            claim.status = status
            claim.outcome_note = kept or claim.outcome_note
            if status in RUNNING_CLAIMS:
                claim.closed_at = None
            else:
                claim.closed_at = self._context.clock.now()
                claim_devices.settled(session, claim, _machine_of_claim(session, claim), status, today)
            return self._flushed(session, claim)

    def note_call(self, claim_id: UUID, at: datetime | None = None) -> ClaimDetail:
        """Support called, now or at that aware moment.

        Raises:
            InputError: a moment still to come, or before the declaration.
            NotFoundError: no such claim.
            RuleError: no call was promised, or it is noted already.
        """
        now = self._context.clock.now()
        moment = at or now
        with self._store.writing() as unit:
            claim = find(unit.session, claim_id)
            if claim.call_due_at is None:
                raise RuleError(msg("Aucun appel n’a été promis pour le sinistre {number}.", number=claim.number))
            if claim.called_at is not None:
                raise RuleError(msg("L’appel pour le sinistre {number} est déjà noté, le {at}.", number=claim.number, at=claim.called_at))
            if not claim.declared_at <= moment <= now:
                allowed = msg("un moment du {first} au {last}", first=claim.declared_at, last=now)
                raise InputError("at", moment.isoformat(timespec="minutes"), allowed)
            claim.called_at = moment
            return self._flushed(unit.session, claim)

    def ship(self, claim_id: UUID) -> ClaimDetail:
        """The broken machine has left to be repaired.

        Raises:
            NotFoundError: no such claim.
            RuleError: the claim is settled, or the machine is not broken down.
        """
        with self._store.writing() as unit:
            claim = find(unit.session, claim_id)
            require_running(claim)
            claim_devices.shipped(_machine_of_claim(unit.session, claim))
            return self._flushed(unit.session, claim)

    def lend(self, claim_id: UUID, equipment_id: UUID) -> ClaimDetail:
        """Lend a device in stock to whoever had the damaged one.

        Raises:
            NotFoundError: no such claim or machine.
            RuleError: the claim is settled, a device is lent already, or this one is not in stock.
        """
        with self._store.writing() as unit:
            session = unit.session
            claim = find(session, claim_id)
            require_running(claim)
            device = machine_of(session, equipment_id)
            claim_devices.lend(session, claim, _machine_of_claim(session, claim), device, self._context.clock.today())
            if claim.type is not ClaimType.THEFT and device.ownership is Ownership.RENTED:
                # What was promised for a theft is a new device, not one to give back; a device of the office's own keeps no promise.
                claim.replaced_at = claim.replaced_at or self._context.clock.now()
            return self._flushed(session, claim)

    def take_back(self, claim_id: UUID) -> ClaimDetail:
        """The device that was lent comes back into stock.

        Raises:
            NotFoundError: no such claim.
            RuleError: none is lent.
        """
        with self._store.writing() as unit:
            claim = find(unit.session, claim_id)
            claim_devices.take_back(unit.session, claim, self._context.clock.today())
            return self._flushed(unit.session, claim)

    def replace(self, claim_id: UUID, equipment: UUID | NewDevice, note: str = "") -> ClaimDetail:
        """Another device takes the machine's place for good, and the claim is settled.

        Args:
            claim_id: the claim.
            equipment: a device in stock or the one that is lent; or the one that the provider delivers, which is entered as rented.
            note: how it ended.

        Raises:
            InputError: the note is too long, or the new device is refused.
            NotFoundError: no such claim or machine.
            RuleError: the claim is settled, the device is neither in stock nor the one that is lent, or it is the provider's and
                the claim is not covered.
        """
        kept = str(text_field(2000, lines=True)("note", note))
        now, today = self._context.clock.now(), self._context.clock.today()
        with self._store.writing() as unit:
            session = unit.session
            claim = find(session, claim_id)
            machine = _machine_of_claim(session, claim)
            require_move(session, claim, machine, ClaimStatus.REPLACED)
            if isinstance(equipment, NewDevice):
                device = claim_devices.deliver(session, claim, machine, equipment)
            else:
                device = machine_of(session, equipment)
            claim_devices.replace(session, claim, machine, device, today)
            claim.status, claim.closed_at = ClaimStatus.REPLACED, now
            if device.ownership is Ownership.RENTED:
                claim.replaced_at = claim.replaced_at or now
            claim.outcome_note = kept or claim.outcome_note
            return self._flushed(session, claim)

    # Parts -------------------------------------------------------------------------------------------------------------------------

    def _decided(self, session: Session, draft: ClaimDraft) -> tuple[Equipment, CoverDecision, datetime]:
        machine = machine_of(session, draft.equipment_id)
        declared_at = self._context.clock.now()
        what = Happening(draft.type, draft.happened_on, declared_at, draft.theft)
        decision = decision_on(session, machine, contract_of(session, machine.contract_id), what, self._context.offers())
        claim_devices.require_here(machine)
        running = claim_queries.running_of(session, machine.id, draft.type)
        if running is not None:
            raise RuleError(
                msg(
                    "Le sinistre {number} ({type}) est déjà en cours pour {name}.",
                    number=running.number,
                    type=type_label(running.type),
                    name=machine.designation,
                )
            )
        return machine, decision, declared_at

    def _number(self, session: Session) -> str:
        while True:
            number = next_number(session, PREFIX, self._context.clock.today())
            if claim_queries.by_number(session, number) is None:
                return number

    def _after_documents(self, unit: Unit, claim: Claim, *, may_wait: bool) -> ClaimDetail:
        claim_documents.settle(unit, claim, _machine_of_claim(unit.session, claim), may_wait=may_wait)
        return self._flushed(unit.session, claim)

    def _flushed(self, session: Session, claim: Claim) -> ClaimDetail:
        session.flush()
        return claim_reading.detail(session, self._context.folder, claim.id)


def declare(
    session: Session,
    machine: Equipment,
    decision: CoverDecision,
    draft: ClaimDraft,
    number: str,
    at: datetime,
    claim_id: UUID | None = None,
) -> Claim:
    """Record what `draft` says and what was decided on it; the machine takes its new state. Its documents are the caller's."""
    due = {promise.kind: promise.due for promise in decision.promises}
    claim = Claim(
        id=claim_id or new_id(),
        number=number,
        equipment_id=machine.id,
        contract_id=machine.contract_id,
        request_id=draft.request_id,
        type=draft.type,
        theft=draft.theft,
        happened_on=draft.happened_on,
        place=draft.place,
        circumstances=draft.circumstances,
        declared_at=at,
        status=ClaimStatus.DECLARED,
        covered=decision.covered,
        cover_note=told(decision.why.steps),
        call_due_at=due.get(PromiseKind.CALL),
        replacement_due_at=due.get(PromiseKind.REPLACEMENT),
    )
    session.add(claim)
    session.flush()
    claim_devices.declared(session, claim, machine)
    return claim


def _checked(draft: ClaimDraft) -> ClaimDraft:
    """The draft with place and circumstances as they are kept."""
    require_day("happened_on", draft.happened_on)
    place = str(text_field(300)("place", draft.place))
    circumstances = str(text_field(4000, lines=True)("circumstances", draft.circumstances))
    return replace(draft, place=place, circumstances=circumstances)


def _machine_of_claim(session: Session, claim: Claim) -> Equipment:
    return session.get_one(Equipment, claim.equipment_id)
