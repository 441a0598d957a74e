"""Equipment: the list, one machine's sheet, adding, changing, assigning, deleting with undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from threading import get_ident
from typing import Any
from uuid import UUID

from app.domain.errors import InputError, NotFoundError
from app.domain.records import EquipmentCondition, EquipmentKind, EquipmentStatus, Ownership
from app.domain.text import msg
from app.domain.values.equipment import AssignmentEntry, EquipmentQuery, EquipmentRow, EquipmentSheet, Page
from app.domain.values.office import HistoryEntry
from app.services.context import ServiceContext
from app.services.equipment_index import SOURCES, refresh
from app.services.fields import FieldSpec, amount_field, choice_field, date_field, parse_fields, text_field
from app.services.handing_over import give, require_active, take
from app.services.history import history
from app.store import equipment_queries, equipment_rows
from app.store.tables import Contract, Equipment, Person, Site
from app.store.unit_of_work import Session

EQUIPMENT_FIELDS: dict[str, FieldSpec] = {
    "designation": FieldSpec(msg("Désignation"), text_field(300, required=True)),
    "kind": FieldSpec(msg("Type"), choice_field(EquipmentKind)),
    "manufacturer": FieldSpec(msg("Fabricant"), text_field(200)),
    "model": FieldSpec(msg("Modèle"), text_field(200)),
    "serial": FieldSpec(msg("Numéro de série"), text_field(200)),
    "inventory_number": FieldSpec(msg("N° d’inventaire"), text_field(100)),
    "condition": FieldSpec(msg("Neuf ou reconditionné"), choice_field(EquipmentCondition)),
    "ownership": FieldSpec(msg("Propriété"), choice_field(Ownership)),
    "status": FieldSpec(msg("État"), choice_field(EquipmentStatus)),
    "site_id": FieldSpec(msg("Site"), text_field(200)),
    "contract_id": FieldSpec(msg("Contrat"), text_field(60)),
    "os_name": FieldSpec(msg("Système"), text_field(120)),
    "os_version": FieldSpec(msg("Version du système"), text_field(120)),
    "specs": FieldSpec(msg("Configuration"), text_field(4000, lines=True)),
    "teamviewer_id": FieldSpec(msg("ID TeamViewer"), text_field(40)),
    "licence_number": FieldSpec(msg("N° de licence"), text_field(120)),
    "purchase_date": FieldSpec(msg("Date d’achat"), date_field),
    "purchase_price": FieldSpec(msg("Prix d’achat"), amount_field),
    "warranty_end": FieldSpec(msg("Fin de garantie"), date_field),
    "notes": FieldSpec(msg("Notes"), text_field(10_000, lines=True)),
}

#: Machines changed between two looks at whether to go on.
_AT_ONCE = 500
_CHOICES: dict[str, type[StrEnum]] = {
    "kind": EquipmentKind,
    "condition": EquipmentCondition,
    "ownership": Ownership,
    "status": EquipmentStatus,
}

#: Fields that make sense for many machines at once.
BULK_FIELDS = (
    "kind",
    "manufacturer",
    "model",
    "condition",
    "ownership",
    "status",
    "site_id",
    "contract_id",
    "purchase_date",
    "warranty_end",
)


@dataclass(frozen=True)
class _FirstPage:
    """The first page last read: while somebody types a word to its end, it is often the answer to the next letter too."""

    state: tuple[int, int]
    query: EquipmentQuery
    limit: int
    page: Page[EquipmentRow]


class EquipmentService:
    """Everything a user does with equipment. Thread: any; each call is one unit of work.

    `site_id` and `contract_id` take an id, or the site's name and the contract's number.
    """

    def __init__(self, context: ServiceContext) -> None:
        self._clock = context.clock
        self._store = context.store
        self._first_page: _FirstPage | None = None

    def page(self, query: EquipmentQuery, offset: int = 0, limit: int = 200) -> Page[EquipmentRow]:
        """`limit` rows of the list from `offset` on, with the number of all.

        Raises:
            InputError: an unknown sort.
        """
        with self._store.snapshot() as connection:
            # The counter rises when anybody else commits; it is comparable on one connection only, hence on one thread.
            state = (get_ident(), connection.execute("PRAGMA data_version").fetchone()[0])
            last, counted = self._first_page, None
            if offset == 0 and last is not None and last.state == state and last.limit == limit:
                counted = equipment_queries.narrowed_count(connection, query, last.query)
                if counted == last.page.total:
                    self._first_page = replace(last, query=query)
                    return last.page
            found = equipment_queries.page(connection, query, offset, limit, counted)
            if offset == 0:
                self._first_page = _FirstPage(state, query, limit, found)
            return found

    def identifiers(self, query: EquipmentQuery) -> list[UUID]:
        """The ids of every machine the query finds, in its order."""
        with self._store.snapshot() as connection:
            return equipment_queries.identifiers(connection, query)

    def sheet(self, equipment_id: UUID) -> EquipmentSheet:
        """Everything known of one machine.

        Raises:
            NotFoundError: no such machine.
        """
        with self._store.reading() as session:
            row = _machine(session, equipment_id)
            site = session.get(Site, row.site_id) if row.site_id else None
            contract = session.get(Contract, row.contract_id) if row.contract_id else None
            person = session.get(Person, row.person_id) if row.person_id else None
            return EquipmentSheet(
                id=row.id,
                **{name: getattr(row, name) for name in EQUIPMENT_FIELDS},
                site_name=site.name if site else "",
                contract_number=contract.number if contract else "",
                person_id=row.person_id,
                person_name=person.name if person else "",
                created_at=row.created_at,
                updated_at=row.updated_at,
            )

    def add(self, given: Mapping[str, Any]) -> UUID:
        """Add a machine; `designation` and `kind` are needed.

        Raises:
            InputError: a field or a value is refused; nothing was added.
        """
        parsed = parse_fields(EQUIPMENT_FIELDS, {"designation": "", "kind": "", **given})
        _check_dates(parsed.get("purchase_date"), parsed.get("warranty_end"))
        with self._store.writing() as unit:
            row = Equipment(**_references(unit.session, parsed))
            unit.session.add(row)
            refresh(unit.session, row)
            unit.session.flush()
            return row.id

    def duplicate(self, equipment_id: UUID) -> UUID:
        """Add a machine like another one, without what makes each unique: serial, inventory, licence and TeamViewer numbers.

        Raises:
            NotFoundError: no such machine.
        """
        own = ("serial", "inventory_number", "licence_number", "teamviewer_id")
        with self._store.writing() as unit:
            row = _machine(unit.session, equipment_id)
            copied = {name: getattr(row, name) for name in EQUIPMENT_FIELDS if name not in own}
            copy = Equipment(**{**copied, "status": EquipmentStatus.IN_STOCK})
            unit.session.add(copy)
            refresh(unit.session, copy)
            unit.session.flush()
            return copy.id

    def change(self, equipment_id: UUID, given: Mapping[str, Any]) -> None:
        """Change the given fields of one machine.

        Raises:
            InputError: a field or a value is refused; nothing was changed.
            NotFoundError: no such machine.
        """
        self.bulk_change([equipment_id], given)

    def bulk_change(self, equipment_ids: Sequence[UUID], given: Mapping[str, Any], step: Callable[[int], object] = lambda _: None) -> int:
        """Change the given fields of many machines, all or none; how many were really changed.

        Args:
            equipment_ids: the machines.
            given: the new values.
            step: told now and then how many are done; what it raises takes everything back.

        Raises:
            InputError: a field or a value is refused; nothing was changed.
            NotFoundError: one of them does not exist; nothing was changed.
        """
        parsed = parse_fields(EQUIPMENT_FIELDS, given)
        changed = 0
        with self._store.writing() as unit:
            values = _references(unit.session, parsed)
            for start in range(0, len(equipment_ids), _AT_ONCE):
                step(start)
                for row in _machines(unit.session, equipment_ids[start : start + _AT_ONCE]):
                    changed += _change(unit.session, row, values)
                if len(equipment_ids) > _AT_ONCE:
                    # Written and let go, still in the one transaction: a hundred thousand machines are never in memory together.
                    unit.session.flush()
                    unit.session.expunge_all()
            step(len(equipment_ids))
        return changed

    def values(self, equipment_ids: Sequence[UUID], names: Iterable[str]) -> dict[UUID, dict[str, Any]]:
        """What some fields of many machines hold now: kept before a `bulk_change`, `put_back` undoes it.

        Raises:
            NotFoundError: one of them does not exist.
        """
        wanted = [name for name in names if name in EQUIPMENT_FIELDS]
        with self._store.reading() as session:
            return {row.id: {name: getattr(row, name) for name in wanted} for row in _machines(session, equipment_ids)}

    def put_back(self, previous: Mapping[UUID, Mapping[str, Any]]) -> int:
        """Give machines the values that `values` read, all or none; machines deleted since are left alone. How many were changed."""
        changed = 0
        with self._store.writing() as unit:
            for row in equipment_rows.by_ids(unit.session, list(previous)):
                differing = {name: value for name, value in previous[row.id].items() if getattr(row, name) != value}
                if row.deleted_at is not None or not differing:
                    continue
                for name, value in differing.items():
                    setattr(row, name, value)
                refresh(unit.session, row)
                changed += 1
        return changed

    def delete(self, equipment_ids: Sequence[UUID]) -> int:
        """Delete machines; `restore` with the same ids undoes it. Their history stays.

        Raises:
            NotFoundError: one of them does not exist; nothing was deleted.
        """
        with self._store.writing() as unit:
            rows = _machines(unit.session, equipment_ids)
            for row in rows:
                row.deleted_at = self._clock.now()
                refresh(unit.session, row)
            return len(rows)

    def restore(self, equipment_ids: Iterable[UUID]) -> int:
        """Undo a deletion; how many machines came back."""
        restored = 0
        with self._store.writing() as unit:
            for equipment_id in equipment_ids:
                row = equipment_rows.by_id(unit.session, equipment_id)
                if row is not None and row.deleted_at is not None:
                    row.deleted_at = None
                    refresh(unit.session, row)
                    restored += 1
        return restored

    def assign(self, equipment_ids: Sequence[UUID], person_id: UUID, day: date | None = None) -> None:
        """Give machines to somebody from `day` (default: today); who had them before has them until the day before.

        Rented equipment may change hands at any time, without telling the provider.

        Raises:
            InputError: the day is before the machine's last hand-over.
            NotFoundError: no such machine or person.
            RuleError: the person is no longer active, or a machine is not there to be given.
        """
        start = day or self._clock.today()
        with self._store.writing() as unit:
            person = unit.session.get(Person, person_id)
            if person is None or person.deleted_at is not None:
                raise NotFoundError(msg("Collaborateur introuvable\u00a0: {id}", id=person_id))
            require_active(person)
            for row in _machines(unit.session, equipment_ids):
                give(unit.session, row, person, start)

    def take_back(self, equipment_ids: Sequence[UUID], day: date | None = None) -> int:
        """End the current assignments on `day` (default: today); machines in use go back to stock. How many ended.

        Raises:
            InputError: the day is before the hand-over.
            NotFoundError: no such machine.
        """
        end = day or self._clock.today()
        with self._store.writing() as unit:
            return sum(take(unit.session, row, end) for row in _machines(unit.session, equipment_ids))

    def assignments(self, equipment_id: UUID) -> list[AssignmentEntry]:
        """Who had the machine, newest first."""
        with self._store.reading() as session:
            found = equipment_rows.assignments(session, equipment_id)
            return [AssignmentEntry(row.id, row.person_id, name, row.start, row.end) for row, name in found]

    def history(self, equipment_id: UUID) -> list[HistoryEntry]:
        """What was changed on the machine, newest first."""
        labels = {name: spec.label for name, spec in EQUIPMENT_FIELDS.items()}
        with self._store.reading() as session:
            people = {row.id: name for row, name in equipment_rows.assignments(session, equipment_id)}
            return history(session, equipment_id, labels, _CHOICES, people)


def _machine(session: Session, equipment_id: UUID) -> Equipment:
    row = equipment_rows.by_id(session, equipment_id)
    if row is None or row.deleted_at is not None:
        raise NotFoundError(msg("Matériel introuvable\u00a0: {id}", id=equipment_id))
    return row


def _machines(session: Session, equipment_ids: Sequence[UUID]) -> list[Equipment]:
    found = {row.id: row for row in equipment_rows.by_ids(session, equipment_ids) if row.deleted_at is None}
    missing = next((equipment_id for equipment_id in equipment_ids if equipment_id not in found), None)
    if missing is not None:
        raise NotFoundError(msg("Matériel introuvable\u00a0: {id}", id=missing))
    return [found[equipment_id] for equipment_id in equipment_ids]


def _change(session: Session, row: Equipment, values: Mapping[str, Any]) -> bool:
    """Give a machine its new values; whether there were any."""
    _check_dates(values.get("purchase_date", row.purchase_date), values.get("warranty_end", row.warranty_end))
    differing = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    if SOURCES & differing.keys():
        refresh(session, row)
    return bool(differing)


def _check_dates(bought: date | None, warranty_end: date | None) -> None:
    if bought and warranty_end and warranty_end < bought:
        raise InputError("warranty_end", warranty_end.isoformat(), msg("une date à partir de l’achat, le {day}", day=bought))


def _references(session: Session, parsed: Mapping[str, Any]) -> dict[str, Any]:
    """Site and contract by id or by name; the rest as it is."""
    found = dict(parsed)
    for name in equipment_rows.REFERENCES:
        if name not in found:
            continue
        wanted = str(found[name] or "")
        found[name] = equipment_rows.referenced(session, name, wanted, _uuid(wanted)) if wanted else None
        if wanted and found[name] is None:
            known = ", ".join(equipment_rows.known_names(session, name))
            raise InputError(name, wanted, msg("un de {names}", names=known or "—"))
    return found


def _uuid(value: Any) -> UUID | None:
    try:
        return UUID(str(value))
    except ValueError:
        return None
