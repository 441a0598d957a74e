"""The state of every licence, read from the store and from the reports that wait beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.domain.backup_eligibility import Spell, eligibility, eligible, no_connection_measure, windows_condition
from app.domain.backup_problems import BackupProblem, known_problem
from app.domain.backup_state import BackupFact, Hours, is_verdict, reported_state, state_of
from app.domain.eligibility import Eligibility
from app.domain.records import BackupOperation, BackupResult
from app.domain.text import msg
from app.domain.values.backups import LicenceState, ReportRow
from app.domain.values.pc import PcDocument
from app.services import connection
from app.services.context import ServiceContext
from app.services.contract_reading import offer_from_copy
from app.services.this_pc import THIS_PC
from app.store import backup_queries, pc_queries
from app.store.tables import BackupOption, BackupReport, Contract, Equipment
from app.store.unit_of_work import Session

if TYPE_CHECKING:
    from app.domain.offer_schema import BackupRules
    from app.domain.offers import Offer

OPTION = "automatic_backup"
OFFER = "gesticlean-support"
_RECENT = timedelta(days=14)


@dataclass(frozen=True)
class _Licence:
    """A licence before its reports are read."""

    licence: str
    machine: Equipment | None
    subscribed: bool
    contract: Contract | None


def licences(
    session: Session, context: ServiceContext, now: datetime, waiting: Sequence[ReportRow], site_id: UUID | None = None
) -> tuple[LicenceState, ...]:
    """Every licence there is: of machines with a licence number, of those for which something was said, of contracts with the option.

    A licence counts as subscribed when somebody said so for its machine, or when its contract, which prices the option for each
    licence, has it and nobody said otherwise.

    Args:
        waiting: reports of this PC that are not in the store yet.
        site_id: only machines of this site, and those of none.
    """
    said = {option.equipment_id: option for option in backup_queries.options(session) if option.equipment_id is not None}
    contracts = backup_queries.contracts_with(session, OPTION)
    by_id = {contract.id: contract for contract, _ in contracts}
    machines = backup_queries.machines(session, list(said), list(by_id))
    found = [_of_machine(machine, said.get(machine.id), by_id) for machine in machines]
    found += list(_without_machine(found, contracts))
    shown = [one for one in found if site_id is None or one.machine is None or one.machine.site_id in (None, site_id)]
    return _judged(session, context, now, waiting, shown)


def licence_of(
    session: Session, context: ServiceContext, now: datetime, waiting: Sequence[ReportRow], equipment_id: UUID
) -> LicenceState | None:
    """The state of one machine, also where it has no licence; None where there is no such machine."""
    machine = backup_queries.machine(session, equipment_id)
    if machine is None:
        return None
    by_id = {contract.id: contract for contract, _ in backup_queries.contracts_with(session, OPTION)}
    one = _of_machine(machine, backup_queries.option_of(session, equipment_id), by_id)
    return _judged(session, context, now, waiting, [one])[0]


def this_pc(session: Session) -> UUID | None:
    """This machine's record, where it was added and not deleted since."""
    try:
        identifier = UUID(pc_queries.setting(session, THIS_PC))
    except ValueError:
        return None
    return identifier if backup_queries.machine(session, identifier) is not None else None


def machine_eligibility(
    session: Session, now: datetime, machine: Equipment, rules: BackupRules, wire: Mapping[str, Any] | None = None
) -> Eligibility:
    """Both conditions for one machine: its Windows, and, on the machine this program runs on, its connection.

    Args:
        wire: what the machine said of itself, where that was read already.
    """
    wire = wire if wire is not None else backup_queries.facts(session).get(machine.id)
    text, build = f"{machine.os_name} {machine.os_version}".strip(), None
    if wire:
        document = PcDocument.from_wire(wire)
        text, build = document.os_name.value or text, document.os_build.value
    windows = windows_condition(build, text, rules)
    if machine.id != this_pc(session):
        elsewhere = msg("La connexion se mesure sur le poste lui-même\u00a0: ouvrez Parclair sur ce poste.")
        return eligibility(windows, no_connection_measure(elsewhere))
    return eligibility(windows, connection.measured(session, now, rules))


def report_row(row: BackupReport) -> ReportRow:
    """A report as it leaves the store."""
    return ReportRow(
        id=row.id,
        equipment_id=row.equipment_id,
        licence=row.licence,
        operation=row.operation,
        result=row.result,
        problem=known_problem(row.problem),
        message=row.message,
        started_at=row.started_at,
        finished_at=row.finished_at,
        snapshot=row.snapshot,
        files=row.files,
        processed_bytes=row.processed_bytes,
        added_bytes=row.added_bytes,
        duration_seconds=row.duration_seconds,
    )


def rules_of(context: ServiceContext, contract: Contract | None) -> BackupRules | None:
    """The option's rules: those frozen in the contract, else those of the offer as it is now; none where they cannot be read here."""
    offer: Offer | None = offer_from_copy(contract.offer_copy) if contract is not None else context.offers().get(OFFER)
    options = offer.options if offer is not None else ()
    return next((option.backup for option in options if option.id == OPTION), None)


def _of_machine(machine: Equipment, said: BackupOption | None, contracts: Mapping[UUID, Contract]) -> _Licence:
    contract = contracts.get((said.contract_id if said else None) or machine.contract_id or UUID(int=0))
    subscribed = said.subscribed if said is not None else contract is not None
    return _Licence((said.licence if said else "") or machine.licence_number, machine, subscribed, contract)


def _without_machine(found: Sequence[_Licence], contracts: Iterable[tuple[Contract, int]]) -> Iterable[_Licence]:
    """The licences that a contract counts beyond the machines known to have one of them."""
    loose = sum(1 for one in found if one.subscribed and one.contract is None)
    for contract, quantity in contracts:
        missing = quantity - sum(1 for one in found if one.contract is not None and one.contract.id == contract.id and one.subscribed)
        taken = min(max(missing, 0), loose)
        loose -= taken
        for n in range(quantity - max(missing, 0) + taken + 1, quantity + 1):
            yield _Licence(msg("{contract}, licence {n}", contract=contract.number, n=n).render(), None, True, contract)


def _judged(
    session: Session, context: ServiceContext, now: datetime, waiting: Sequence[ReportRow], found: Sequence[_Licence]
) -> tuple[LicenceState, ...]:
    here = this_pc(session)
    identifiers = [one.machine.id for one in found if one.machine is not None]
    kept = backup_queries.runs_by_machine(session, identifiers, now - _RECENT)
    facts = backup_queries.facts(session)
    verdicts = backup_queries.verdicts_by_machine(session, identifiers, BackupProblem.DAMAGED)
    spells = connection.spells(session, now)
    judged = []
    for one in found:
        rows = [report_row(row) for row in (*kept.get(one.machine.id, ()), *verdicts.get(one.machine.id, ()))] if one.machine else []
        known = {row.id for row in rows}
        rows += [row for row in waiting if one.machine and row.equipment_id == one.machine.id and row.id not in known]
        local = one.machine is not None and one.machine.id == here
        judged.append(_state(session, context, now, one, rows, facts, spells if local else None, local=local))
    return tuple(judged)


def _state(
    session: Session,
    context: ServiceContext,
    now: datetime,
    one: _Licence,
    rows: Sequence[ReportRow],
    facts: Mapping[UUID, Mapping[str, Any]],
    spells: Sequence[Spell] | None,
    *,
    local: bool,
) -> LicenceState:
    rules = rules_of(context, one.contract)
    conditions: Eligibility | None = None
    if rules is not None and one.machine is not None:
        conditions = machine_eligibility(session, now, one.machine, rules, facts.get(one.machine.id, {}))
    elif rules is not None:
        unknown = msg("Dites d’abord quel poste porte cette licence.")
        conditions = eligibility(windows_condition(None, "", rules), no_connection_measure(unknown))
    may = eligible(conditions) if conditions is not None else None
    hours = Hours(rules.good_hours, rules.late_hours) if rules is not None else Hours()
    backups = sorted((row for row in rows if row.operation is BackupOperation.BACKUP), key=lambda row: row.finished_at)
    reported = reported_state([_fact(row) for row in rows], now, hours, spells)
    state = state_of(reported, subscribed=one.subscribed, eligible=may)
    return LicenceState(
        licence=one.licence,
        equipment_id=one.machine.id if one.machine else None,
        designation=one.machine.designation if one.machine else "",
        subscribed=one.subscribed,
        eligible=may,
        conditions=conditions.conditions if conditions is not None else (),
        state=state.value,
        reported=reported.value,
        last_success=next((row.finished_at for row in reversed(backups) if row.result is BackupResult.SUCCESS), None),
        last_report=backups[-1] if backups else None,
        damage=_damage(rows),
        why=state.why,
        contract_number=one.contract.number if one.contract else "",
        site_id=one.machine.site_id if one.machine else None,
        this_pc=local,
    )


def _fact(row: ReportRow) -> BackupFact:
    return BackupFact(row.operation, row.result, row.finished_at, damaged=row.problem is BackupProblem.DAMAGED)


def _damage(rows: Iterable[ReportRow]) -> ReportRow | None:
    """The verification that found the repository damaged, where none has found it sound since."""
    verdicts = [row for row in rows if is_verdict(_fact(row))]
    last = max(verdicts, key=lambda row: row.finished_at, default=None)
    return last if last is not None and last.problem is BackupProblem.DAMAGED else None
