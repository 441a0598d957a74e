"""Contracts on paper and in calendars: the PDF, kept as a document, and deadlines as `.ics`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.documents.model import WrittenDocument
from app.domain.deadlines import alert_days
from app.domain.text import Text, msg
from app.domain.values.documents import DocumentRow
from app.services.context import ServiceContext
from app.services.contract_reading import UnreadableContractError, find, read
from app.services.documents import document_rows, keep
from app.services.outputs import checked_target, write_whole
from app.services.paper import contract_document, contract_for
from app.store import contract_queries, office_queries
from app.store.tables import Contract, Site


@dataclass(frozen=True)
class ContractCalendar:
    """Deadlines as an iCalendar file, and the numbers of the contracts that it leaves out because they cannot be read."""

    content: bytes
    left_out: tuple[str, ...]


class ContractPaperService:
    """Draws contracts and exports deadlines. Thread: any."""

    def __init__(self, context: ServiceContext) -> None:
        self._context = context
        self._store = context.store

    def draw(self, number: str, language: str = "fr") -> bytes:
        """The contract as PDF bytes, as it stands; nothing is recorded.

        Raises:
            NotFoundError: no such contract.
        """
        with self._store.reading() as session:
            row = find(session, number)
            known = read(session, row, self._context.offers())
            office = office_queries.organisation(session)
            linked = session.get(Contract, row.linked_contract_id) if row.linked_contract_id else None
            site = session.get(Site, row.site_id) if row.site_id else None
            return contract_for(
                known, office, linked.number if linked else "", site.name if site else "", self._context.clock.today(), language
            )

    def keep(self, number: str, language: str = "fr") -> DocumentRow:
        """Draw the contract and keep it among the documents.

        Raises:
            NotFoundError: no such contract.
            StorageError: the file could not be kept; nothing was recorded.
        """
        content = self.draw(number, language)
        with self._store.writing() as unit:
            row = find(unit.session, number)
            title = msg("Contrat {number}", number=number).render(language)
            kept = keep(unit, self._context.folder, content, "contract", title, f"contrat-{number}.pdf", "application/pdf")
            kept.contract_id = row.id
            unit.session.flush()
            return document_rows(unit.session, self._context.folder, document_id=kept.id)[0]

    def write(self, number: str, target: Path, language: str = "fr") -> bytes:
        """Draw the contract into a file, whole or not at all; its bytes.

        Raises:
            NotFoundError: no such contract.
            StorageError: the file cannot be written.
        """
        content = self.draw(number, language)
        write_whole(target, content)
        return content

    def export(self, number: str, target: Path, language: str = "fr") -> WrittenDocument:
        """Draw the contract into a file, whole or not at all: where it is, its pages and its SHA-256.

        Raises:
            InputError: `target` is a folder, or stands in none.
            NotFoundError: no such contract.
            StorageError: the file cannot be written; an older one of that name is untouched.
        """
        checked_target(target)
        with self._store.reading() as session:
            known = read(session, find(session, number), self._context.offers())
            linked = session.get(Contract, known.row.linked_contract_id) if known.row.linked_contract_id else None
            site = session.get(Site, known.row.site_id) if known.row.site_id else None
            document = contract_document(
                known,
                office_queries.organisation(session),
                linked.number if linked else "",
                site.name if site else "",
                self._context.clock.today(),
                language,
            )
        from app.documents.contract import write_contract

        return write_contract(document, target)

    def write_calendar(self, target: Path, number: str | None = None) -> Text | None:
        """Write `calendar` into a file, whole or not at all; what has to be said of contracts that it leaves out.

        Raises:
            NotFoundError: no such contract.
            StorageError: the file cannot be written.
            UnreadableContractError: the one asked for cannot be read.
        """
        calendar = self.calendar(number)
        write_whole(target, calendar.content)
        if not calendar.left_out:
            return None
        return msg("Absents de l’agenda, car illisibles ici\u00a0: {numbers}", numbers=", ".join(calendar.left_out))

    def calendar(self, number: str | None = None) -> ContractCalendar:
        """The next deadline of one contract, or of all that can be read, with reminders at 90, 60, 30 and 7 days.

        Raises:
            NotFoundError: no such contract.
            UnreadableContractError: the one asked for cannot be read.
        """
        from app.documents.calendar_file import Reminder, calendar_bytes

        today = self._context.clock.today()
        reminders, left_out = [], []
        with self._store.reading() as session:
            rows = [find(session, number)] if number else contract_queries.contracts(session)
            for row in rows:
                try:
                    known = read(session, row)
                except UnreadableContractError:
                    if number:
                        raise
                    left_out.append(row.number)
                    continue
                day = known.day_to_watch(today)
                if day is not None:
                    title = msg("Échéance du contrat {number} ({offer})", number=row.number, offer=known.offer.name.text).render()
                    reminders.append(Reminder(f"{row.id}-{day.isoformat()}@parclair", day, title, alert_days(day)))
        return ContractCalendar(calendar_bytes(reminders, self._context.clock.now()), tuple(left_out))
