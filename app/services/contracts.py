"""Contracts: the list, one contract on a day, drafts, signature, activation, quantities, end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.articles import contract_articles
from app.domain.deadlines import alert_level
from app.domain.errors import InputError, NotFoundError, RuleError
from app.domain.offer_schema import Tier
from app.domain.offers import Offer, find_offer
from app.domain.pricing import Quote, check_quantity, quote
from app.domain.records import RUNNING, ContractStatus, EquipmentKind, OfferKind, ResignationStatus
from app.domain.term_dates import ContractTerms, Notice
from app.domain.terms import summarise
from app.domain.text import Text, msg
from app.domain.timeline import Timeline, timeline
from app.domain.validation import require_day, stated_day
from app.domain.values.contracts import ContractDraft, ContractPreview, ContractRow, ContractSheet
from app.domain.values.support import ServiceChoice
from app.services.context import ServiceContext
from app.services.contract_events import events
from app.services.contract_moves import follow_fleet, move, rewrite_lines
from app.services.contract_obstacles import needs_rental, obstacles_to, refuse, remarks, remarks_at_end
from app.services.contract_reading import (
    UnreadableContractError,
    as_linked,
    bridge_days,
    clause,
    delivery_of,
    find,
    following_of,
    offer_to_copy,
    provider_of,
    read,
    refresh,
    refresh_or_clear,
    rented_computers,
    written_lines,
    zone_of,
)
from app.services.documents import document_rows
from app.services.fields import text_field
from app.services.numbers import next_number
from app.services.resignations import resignation_of
from app.services.support_services import of_contract
from app.store import contract_queries, equipment_rows, office_queries
from app.store.folding import fold
from app.store.tables import Contract, ContractLine, Site
from app.store.unit_of_work import Session


class ContractService:
    """Everything a user does with contracts, except ending them (see `ResignationService`). Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store

    def rows(self, site_id: UUID | None = None, as_of: date | None = None) -> list[ContractRow]:
        """All contracts, the nearest deadline first; drafts and ended ones last. One that cannot be read here has no figures."""
        day = as_of or self._context.clock.today()
        with self._store.reading() as session:
            names = office_queries.site_names(session)
            leaving = contract_queries.resignation_statuses(session)
            living = contract_queries.contracts(session, site_id=site_id)
            found = [_row(session, row, day, names.get(row.site_id, "") if row.site_id else "", leaving.get(row.id)) for row in living]
        closed = (ContractStatus.ENDED, ContractStatus.DRAFT)
        return sorted(found, key=lambda row: (row.status in closed, row.days_left is None, row.days_left or 0, fold(row.number)))

    def sheet(self, number: str, as_of: date | None = None, notice: Notice | None = None) -> ContractSheet:
        """One contract seen on a day (default: today), supposing a notice.

        Default: the letter that has left, else one received that day.

        Raises:
            InputError: a day out of range.
            NotFoundError: no such contract.
            UnreadableContractError: this program cannot read or price it.
        """
        day = as_of or self._context.clock.today()
        with self._store.reading() as session:
            known = read(session, find(session, number), self._context.offers())
            row = known.row
            resignation = resignation_of(session, row.id)
            if notice is None and resignation is not None and resignation.status is not ResignationStatus.TO_SEND:
                notice = Notice(resignation.notice_received, resignation.sent_on)
            site = session.get(Site, row.site_id) if row.site_id else None
            linked = session.get(Contract, row.linked_contract_id) if row.linked_contract_id else None
            return ContractSheet(
                id=row.id,
                number=row.number,
                offer=known.offer,
                status=row.status,
                site_id=row.site_id,
                site_name=site.name if site else "",
                start=row.start,
                commitment_months=row.commitment_months,
                device_kind=row.device_kind,
                follows_fleet=row.follows_fleet,
                signed_on=row.signed_on,
                signed_place=row.signed_place,
                ended_on=row.ended_on,
                notes=row.notes,
                as_of=day,
                quote=known.quote,
                summary=known.summary(day, notice),
                linked=as_linked(linked) if linked else None,
                depending=tuple(as_linked(other) for other in contract_queries.depending_on(session, row.id)),
                resignation=resignation,
                events=events(session, row.id),
                documents=tuple(document_rows(session, self._context.folder, contract_id=row.id)),
                equipment_count=equipment_rows.count_of_contract(session, row.id),
                delivery=delivery_of(known),
                quantity_why=following_of(session, known),
            )

    def number_of(self, contract_id: UUID) -> str:
        """The number of a contract known by its id.

        Raises:
            NotFoundError: no such contract.
        """
        with self._store.reading() as session:
            row = session.get(Contract, contract_id)
            if row is None or row.deleted_at is not None:
                raise NotFoundError(msg("Contrat inconnu\u00a0: {id}", id=contract_id))
            return row.number

    def timeline(self, number: str, as_of: date | None = None) -> Timeline:
        """The contract's time line, to be drawn.

        Raises:
            NotFoundError: no such contract.
        """
        with self._store.reading() as session:
            known = read(session, find(session, number), self._context.offers())
            return timeline(known.terms, as_of or self._context.clock.today(), known.zone, known.closed)

    def preview(self, draft: ContractDraft) -> ContractPreview:
        """Price, dates and articles of a contract that does not exist yet; nothing is written.

        Raises:
            InputError: a value of the draft is refused.
            NotFoundError: unknown offer or linked contract.
            RuleError: options that exclude each other.
        """
        with self._store.reading() as session:
            offer, priced, months = self._priced(session, draft)
            linked = self._linked(session, draft, offer)
            terms = ContractTerms(draft.start, months, offer.term)
            zone = zone_of(session, Contract(site_id=draft.site_id))
            closed = bridge_days(session, offer, self._context.offers())
            summary = summarise(terms, self._context.clock.today(), None, priced.monthly_excl_tax, zone, clause(offer), closed)
            obstacles = obstacles_to(session, offer, linked)
            warnings = (*obstacles, *remarks(session, offer, priced))
            articles = contract_articles(offer, priced, months, _device(offer, draft))
        return ContractPreview(offer, priced, summary, articles, warnings, tuple(obstacles))

    def add(self, draft: ContractDraft, status: ContractStatus = ContractStatus.DRAFT) -> str:
        """Record a contract; its number. From now on it keeps its own copy of the offer's prices and rules.

        Raises:
            InputError: a value of the draft is refused.
            NotFoundError: unknown offer or linked contract.
            RuleError: it cannot be signed: no rental to tie it to, or a condition of the offer is not met.
        """
        with self._store.writing() as unit:
            session = unit.session
            offer, priced, months = self._priced(session, draft)
            linked = self._linked(session, draft, offer)
            if status is not ContractStatus.DRAFT:
                refuse(obstacles_to(session, offer, linked))
            signed_on = draft.signed_on and stated_day("signed_on", draft.signed_on, self._context.clock.today())
            row = Contract(
                number=self._number(session, draft),
                offer=offer.id,
                kind=offer.kind,
                provider=offer.provider.name,
                offer_copy=offer_to_copy(offer),
                status=status,
                start=draft.start,
                commitment_months=months,
                device_kind=_device(offer, draft),
                follows_fleet=offer.follows_fleet,
                linked_contract_id=linked.id if linked else None,
                site_id=draft.site_id,
                signed_on=signed_on,
                signed_place=text_field(120)("signed_place", draft.signed_place),
                notes=text_field(10_000, lines=True)("notes", draft.notes),
            )
            session.add(row)
            session.flush()
            _write_lines(session, row, offer, priced)
            session.flush()
            refresh(read(session, row))
            follow_fleet(session)
            return row.number

    def sign(self, number: str, day: date, place: str = "") -> tuple[Text, ...]:
        """Record the signature of a draft, which takes the offer of today; what changed since the draft is answered.

        L221-3 may matter for a contract signed elsewhere than at the provider's: the place is kept.

        Raises:
            InputError: the day is still to come.
            RuleError: it is not a draft, or it cannot be signed (the reasons are named).
        """
        signed_on = stated_day("signed_on", day, self._context.clock.today())
        return self._advance(number, ContractStatus.SIGNED, signed_on=signed_on, signed_place=text_field(120)("place", place))

    def activate(self, number: str) -> tuple[Text, ...]:
        """The contract runs from now on; what changed since the draft, if it was one, is answered.

        Raises:
            RuleError: it runs already, has ended, or cannot be signed (the reasons are named).
        """
        return self._advance(number, ContractStatus.ACTIVE)

    def end(self, number: str, day: date | None = None) -> tuple[Text, ...]:
        """The contract is over; what to know about the contracts tied to it and about its resignation is answered.

        Raises:
            InputError: the day is still to come, or before the contract.
            RuleError: it never ran, or has ended.
        """
        today = self._context.clock.today()
        with self._store.writing() as unit:
            row = find(unit.session, number)
            first = row.start if row.start <= today else row.signed_on
            ended_on = stated_day("ended_on", day or today, today, first)
            move(unit.session, row, ContractStatus.ENDED, ended_on=ended_on)
            return remarks_at_end(unit.session, row, ended_on)

    def change_quantity(self, number: str, quantity: int) -> None:
        """Devices or licences were added or given back: the price follows from the contract's own frozen table.

        Raises:
            InputError: the quantity is refused.
            RuleError: the quantity follows the fleet by itself, or the contract has ended.
        """
        check_quantity(quantity)
        with self._store.writing() as unit:
            known = read(unit.session, find(unit.session, number))
            if known.row.follows_fleet:
                raise RuleError(
                    msg("La quantité du contrat {number} suit les ordinateurs loués\u00a0: changez le contrat de location.", number=number)
                )
            if known.row.status is ContractStatus.ENDED:
                raise RuleError(msg("Le contrat {number} est terminé\u00a0: sa quantité ne change plus.", number=number))
            priced = quote(known.offer, quantity, [line.item for line in known.lines[1:]])
            rewrite_lines(known, priced)
            unit.session.flush()
            refresh(read(unit.session, known.row))
            follow_fleet(unit.session)

    def services(self, number: str, wanted_on: date | None = None) -> tuple[ServiceChoice, ...]:
        """The managed services of a contract, whatever its state: due or not and why, on a day (default: today).

        Raises:
            NotFoundError: no such contract.
            RuleError: it is not for managed services.
        """
        day = wanted_on or self._context.clock.today()
        with self._store.reading() as session:
            row = find(session, number)
            if row.kind is not OfferKind.MANAGED_IT:
                raise RuleError(msg("Le contrat {number} ne comporte pas de prestations d’infogérance.", number=row.number))
            return of_contract(session, row, day)

    def change_notes(self, number: str, notes: str) -> None:
        """Keep a note with the contract.

        Raises:
            InputError: the text is too long.
        """
        kept = text_field(10_000, lines=True)("notes", notes)
        with self._store.writing() as unit:
            find(unit.session, number).notes = kept

    def delete_draft(self, number: str) -> UUID:
        """Delete a draft; `restore_draft` undoes it.

        Raises:
            RuleError: it is more than a draft: a contract that bound somebody stays on record.
        """
        with self._store.writing() as unit:
            row = find(unit.session, number)
            if row.status is not ContractStatus.DRAFT:
                raise RuleError(msg("Le contrat {number} n’est plus un brouillon\u00a0: il reste au dossier.", number=number))
            row.deleted_at = self._context.clock.now()
            return row.id

    def restore_draft(self, contract_id: UUID) -> None:
        """Undo `delete_draft`."""
        with self._store.writing() as unit:
            row = unit.session.get(Contract, contract_id)
            if row is not None:
                row.deleted_at = None

    def read_again(self) -> list[str]:
        """Derive the figures of contracts that had none because an earlier program could not read them; their numbers. Called once a day."""
        with self._store.writing() as unit:
            return [row.number for row in contract_queries.without_figures(unit.session) if refresh_or_clear(unit.session, row)]

    def _priced(self, session: Session, draft: ContractDraft) -> tuple[Offer, Quote, int]:
        offer = find_offer(self._context.offers(), draft.offer_id)
        require_day("start", draft.start)
        months = offer.term.months_for(_device(offer, draft), draft.months)
        table = [Tier(from_quantity=reached, unit_price=price) for reached, price in draft.price_table]
        frozen = offer.frozen(unit_price=draft.unit_price, tiers=table or None, services=draft.services)
        if offer.follows_fleet:
            if draft.quantity is not None:
                raise InputError("quantity", draft.quantity, msg("rien\u00a0: la quantité suit les ordinateurs loués chez ce prestataire"))
            quantity = rented_computers(session, offer.provider.id)
            return frozen, quote(frozen, quantity, draft.options, following=True), months
        if draft.quantity is None:
            raise InputError("quantity", "", msg("un nombre entier à partir de 1"))
        return frozen, quote(frozen, draft.quantity, draft.options), months

    def _linked(self, session: Session, draft: ContractDraft, offer: Offer) -> Contract | None:
        if draft.linked_number:
            row = find(session, draft.linked_number)
            if needs_rental(offer) and (row.kind is not OfferKind.RENTAL or provider_of(row) != offer.provider.id):
                raise InputError(
                    "linked", draft.linked_number, msg("le numéro d’un contrat de location chez {provider}", provider=offer.provider.name)
                )
            return row
        if not needs_rental(offer):
            return None
        rentals = contract_queries.contracts(session, statuses=RUNNING, kind=OfferKind.RENTAL)
        same = [row for row in rentals if provider_of(row) == offer.provider.id]
        return same[0] if len(same) == 1 else None

    def _number(self, session: Session, draft: ContractDraft) -> str:
        if not draft.number:
            return next_number(session, "C", self._context.clock.today())
        number: str = text_field(60, required=True)("number", draft.number)
        if not number.isprintable():
            raise InputError("number", number, msg("un numéro sans caractère invisible"))
        if contract_queries.by_number(session, number) is not None:
            raise InputError("number", number, msg("un numéro qui n’est pas encore pris"))
        return number

    def _advance(self, number: str, status: ContractStatus, **values: Any) -> tuple[Text, ...]:
        with self._store.writing() as unit:
            row = find(unit.session, number)
            told = move(unit.session, row, status, offers=self._context.offers())
            for name, value in values.items():
                setattr(row, name, value)
            return told


def _row(session: Session, row: Contract, day: date, site_name: str, resignation: ResignationStatus | None) -> ContractRow:
    plain = ContractRow(
        id=row.id,
        number=row.number,
        offer_id=row.offer,
        offer_name=row.offer,
        provider=row.provider,
        kind=row.kind,
        status=row.status,
        site_name=site_name,
        start=row.start,
        resignation=resignation,
    )
    try:
        known = read(session, row)
    except UnreadableContractError as error:
        return replace(plain, trouble=error.text)
    due = known.day_to_watch(day)
    return replace(
        plain,
        offer_name=known.offer.name.text.render(),
        quantity=known.quantity,
        monthly_excl_tax=known.quote.monthly_excl_tax,
        commitment_end=known.commitment_end,
        notice_deadline=known.next_notice_deadline(day),
        days_left=(due - day).days if due else None,
        alert=alert_level(due, day),
    )


def _device(offer: Offer, draft: ContractDraft) -> EquipmentKind | None:
    """What is rented: computers unless the draft says otherwise; nothing for other kinds of offers."""
    return (draft.device_kind or EquipmentKind.COMPUTER) if offer.kind is OfferKind.RENTAL else None


def _write_lines(session: Session, row: Contract, offer: Offer, priced: Quote) -> None:
    for position, (item, quantity, unit_price) in enumerate(written_lines(offer, priced)):
        session.add(ContractLine(contract_id=row.id, position=position, item=item, quantity=quantity, unit_price=unit_price))
