"""What a technician needs to know of a machine, read in one go."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.domain.backup_problems import BackupProblem, problem_label
from app.domain.backup_state import BackupState, state_label
from app.domain.errors import NotFoundError
from app.domain.records import BackupResult, Urgency, label
from app.domain.text import Text, msg, tr
from app.domain.values.support import NewRequest, RequestQuery
from app.domain.values.technician import TechnicianCard
from app.services.context import ServiceContext
from app.services.support import SupportService
from app.services.this_pc import ThisPcService
from app.store import technician_queries
from app.store.technician_queries import BackupFacts
from app.system.teamviewer import ThisPc, clean_id

REQUESTS = 5


def read_card(context: ServiceContext, this_pc: Callable[[], ThisPc], equipment_id: UUID | None, request_id: UUID | None) -> TechnicianCard:
    """The card of a machine; without one, of the machine of the request, or else of the PC the program runs on.

    Raises:
        NotFoundError: no such machine or request.
    """
    pc = this_pc()
    contact = phone = site = site_phone = ""
    with context.store.snapshot() as connection:
        if request_id is not None:
            found = technician_queries.request_place(connection, request_id)
            if found is None:
                raise NotFoundError(msg("Demande introuvable\u00a0: {id}", id=request_id))
            of_request, contact, phone, site, site_phone = found
            equipment_id = equipment_id or of_request
        pc_machine = ThisPcService(context).equipment_id()
        if pc_machine is None and pc.id:
            pc_machine = technician_queries.machine_of_teamviewer(connection, pc.id)
        here = equipment_id is None and request_id is None
        wanted = pc_machine if here else equipment_id
        machine = technician_queries.machine(connection, wanted) if wanted is not None else None
        if machine is None and equipment_id is not None:
            raise NotFoundError(msg("Matériel introuvable\u00a0: {id}", id=equipment_id))
        organisation, office_phone = technician_queries.office(connection)
        known = technician_queries.backup(connection, machine.id) if machine is not None else None
    backup = backup_words(known) if known is not None else ""
    if machine is not None and known is not None and known.result is BackupResult.SUCCESS:
        backup = _with_state(context, machine.id, backup)
    here = here or (machine is not None and machine.id == pc_machine)
    support = SupportService(context)
    cover = support.detail(request_id).cover if request_id else support.prepare(NewRequest("", Urgency.BLOCKED, equipment_id=wanted))
    requests = support.page(RequestQuery(equipment_id=machine.id if machine else None), 0, REQUESTS).rows
    teamviewer_id = (machine.teamviewer_id if machine else "") or (pc.id if here else "") or ""
    return TechnicianCard(
        equipment_id=machine.id if machine else None,
        designation=machine.designation if machine else "",
        kind=machine.kind.value if machine else "",
        manufacturer=machine.manufacturer if machine else "",
        model=machine.model if machine else "",
        serial=machine.serial if machine else "",
        os_name=machine.os_name if machine else "",
        os_version=machine.os_version if machine else "",
        teamviewer_id=_grouped(teamviewer_id),
        licence_number=machine.licence_number if machine else "",
        site=(machine.site if machine else "") or site,
        phone=phone or (machine.site_phone if machine else "") or site_phone or office_phone,
        person=contact or (machine.person if machine else ""),
        organisation=organisation,
        warranty_end=machine.warranty_end if machine else None,
        status=machine.status.value if machine else "",
        contract_number=(machine.contract_number if machine else "") or cover.contract_number,
        cover=cover,
        backup=backup,
        last_requests=requests,
        teamviewer_why=None if teamviewer_id else _why(pc, here=here),
        this_pc=here,
    )


def backup_words(facts: BackupFacts) -> str:
    """The state of a machine's backups in a sentence; empty where the records know nothing."""
    if facts.result is BackupResult.SUCCESS:
        return tr("Réussie le {moment}", moment=facts.finished_at)
    if facts.result is not None:
        said = tr("{result} le {moment}", result=label(facts.result), moment=facts.finished_at)
        if facts.message:
            said = tr("{said}\u00a0: {message}", said=said, message=facts.message)
        if facts.last_success_at is None:
            return tr("{said}. Aucune réussie", said=said)
        return tr("{said}. Dernière réussie le {moment}", said=said, moment=facts.last_success_at)
    if facts.subscribed:
        return tr("Option souscrite, aucune sauvegarde connue")
    return "" if facts.subscribed is None else tr("Option non souscrite")


def _with_state(context: ServiceContext, equipment_id: UUID, said: str) -> str:
    """What is said of a machine's backups, after a word where they are late, critical, or in a damaged repository: a success of last week
    is no good news."""
    from app.services.backups import BackupService

    licence = BackupService(context).detail(equipment_id).licence
    if licence.damage is not None or licence.reported in (BackupState.LATE, BackupState.CRITICAL):
        state = problem_label(BackupProblem.DAMAGED) if licence.damage is not None else state_label(licence.reported)
        return tr("{state}\u00a0: {said}", state=state, said=said[:1].lower() + said[1:])
    return said


def _why(pc: ThisPc, *, here: bool) -> Text:
    if here and pc.why is not None:
        return pc.why
    return msg("il n’est pas noté sur la fiche de la machine")


def _grouped(teamviewer_id: str) -> str:
    """As TeamViewer shows it and people dictate it: `986 801 296`."""
    digits = clean_id(teamviewer_id)
    if digits is None:
        return teamviewer_id
    head = len(digits) % 3
    groups = [digits[:head]] if head else []
    return " ".join([*groups, *(digits[place : place + 3] for place in range(head, len(digits), 3))])
