"""What happens to a request after it was sent: messages, files, appointments, interventions, its end."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from app.commands.base import Answer, Call, choice_argument, count_argument
from app.commands.output import labelled
from app.commands.parsing import Parser, action
from app.domain.errors import InputError, RuleError
from app.domain.records import InterventionKind, RequestStatus, label
from app.domain.text import msg, tr

_DAY_MINUTES = 24 * 60


def numbered(parser: Parser) -> Parser:
    """`parser` of an action on one request."""
    parser.add_argument("number", metavar="NUMBER", help=tr("le numéro de la demande"))
    return parser


def step_actions(group: Any) -> None:
    """The actions that take a request further."""
    moving = numbered(action(group, "move", tr("changer l’état d’une demande"), _move))
    moving.add_argument("status", metavar="STATUS", help=tr("un de {names}", names=", ".join(RequestStatus)))
    moving.add_argument("--note", metavar="TEXT", default="", help=tr("une note, gardée dans le fil"))
    resolving = numbered(action(group, "resolve", tr("la demande est résolue"), _resolve))
    resolving.add_argument("--resolution", metavar="TEXT", default="", help=tr("ce qui l’a résolue"))
    numbered(action(group, "close", tr("clore une demande résolue"), _close))
    saying = numbered(action(group, "say", tr("écrire dans le fil d’une demande"), _say))
    saying.add_argument("text", metavar="TEXT", help=tr("le message"))
    attaching = numbered(action(group, "attach", tr("joindre des fichiers à une demande"), _attach))
    attaching.add_argument("file", metavar="FILE", nargs="+", help=tr("les fichiers"))
    planning = numbered(action(group, "plan", tr("convenir d’un rendez-vous téléphonique"), _plan))
    planning.add_argument("--at", metavar="DATETIME", required=True, help=tr("le moment, comme 2026-11-12T10:00"))
    planning.add_argument("--minutes", metavar="N", default="30", help=tr("sa durée (30 par défaut)"))
    numbered(action(group, "unplan", tr("renoncer au rendez-vous"), _unplan))
    exporting = numbered(action(group, "ics", tr("le rendez-vous comme fichier d’agenda, avec rappel"), _ics))
    exporting.add_argument("-o", "--output", metavar="FILE", required=True, help=tr("le fichier à écrire"))
    starting = numbered(action(group, "start", tr("commencer une intervention"), _start))
    _work_arguments(starting)
    stopping = numbered(action(group, "stop", tr("terminer l’intervention en cours"), _stop))
    stopping.add_argument("--report", metavar="TEXT", default="", help=tr("ce qui a été fait"))
    stopping.add_argument("--ended", metavar="DATETIME", help=tr("sa fin réelle, si le chronomètre a été oublié (maintenant par défaut)"))
    _covered_arguments(stopping)
    logging = numbered(action(group, "log", tr("noter une intervention terminée"), _log))
    _work_arguments(logging)
    logging.add_argument("--started", metavar="DATETIME", required=True, help=tr("son début"))
    logging.add_argument("--ended", metavar="DATETIME", required=True, help=tr("sa fin"))
    logging.add_argument("--report", metavar="TEXT", default="", help=tr("ce qui a été fait"))
    _covered_arguments(logging)


def _work_arguments(parser: Parser) -> None:
    parser.add_argument("--kind", metavar="KIND", required=True, help=tr("un de {names}", names=", ".join(InterventionKind)))
    parser.add_argument("--technician", metavar="NAME", required=True, help=tr("qui intervient"))
    parser.add_argument("--teamviewer", metavar="ID", default="", help=tr("la session TeamViewer"))


def _covered_arguments(parser: Parser) -> None:
    parser.add_argument(
        "--covered", metavar="yes|no", help=tr("prise en charge ou facturée (par défaut\u00a0: comme la demande)"), default=None
    )


def _stands(services: Any, request_id: UUID, said: str) -> Answer:
    row = services.support.detail(request_id).row
    return Answer({"number": row.number, "status": row.status}, [said, labelled(tr("État"), label(row.status))])


def _move(call: Call) -> Answer:
    status = RequestStatus(choice_argument("status", call.given.status, list(RequestStatus)))
    return _moved(call, status, call.given.note)


def _resolve(call: Call) -> Answer:
    return _moved(call, RequestStatus.RESOLVED, call.given.resolution)


def _close(call: Call) -> Answer:
    return _moved(call, RequestStatus.CLOSED, "")


def _moved(call: Call, status: RequestStatus, note: str) -> Answer:
    with call.services(write=True) as services:
        request_id = services.support.by_number(call.given.number)
        services.support.move(request_id, status, note)
        return _stands(services, request_id, tr("Enregistré."))


def _say(call: Call) -> Answer:
    with call.services(write=True) as services:
        request_id = services.support.by_number(call.given.number)
        services.support.say(request_id, call.given.text)
        return _stands(services, request_id, tr("Enregistré."))


def _attach(call: Call) -> Answer:
    from app.domain.values.support import Attachment

    files = [Attachment(Path(each).name, Path(each)) for each in call.given.file]
    with call.services(write=True) as services:
        request_id = services.support.by_number(call.given.number)
        before = {each.id for each in services.support.detail(request_id).documents}
        kept = services.support.attach(request_id, files)
    document = {
        "documents": [
            {"id": each.id, "title": each.title, "size": each.size, "sha256": each.sha256, "already": each.id in before} for each in kept
        ]
    }
    lines = [
        tr("Déjà joint, sous le nom «\u00a0{name}\u00a0»", name=each.title)
        if each.id in before
        else tr("Joint\u00a0: {name}", name=each.title)
        for each in kept
    ]
    return Answer(document, lines)


def _plan(call: Call) -> Answer:
    from app.domain.moments import parse_moment

    read = parse_moment("at", call.given.at)
    if read.remark is not None:
        call.remarks.append(read.remark)
    minutes = count_argument("minutes", call.given.minutes, 5, _DAY_MINUTES)
    with call.services(write=True) as services:
        request_id = services.support.by_number(call.given.number)
        services.support.plan(request_id, read.moment, minutes)
        row = services.support.detail(request_id).row
    document = {"number": row.number, "status": row.status, "appointment": row.appointment_at, "minutes": minutes}
    return Answer(document, [tr("Rendez-vous le {at}", at=read.moment)])


def _unplan(call: Call) -> Answer:
    with call.services(write=True) as services:
        request_id = services.support.by_number(call.given.number)
        services.support.unplan(request_id)
        return _stands(services, request_id, tr("Rendez-vous annulé"))


def _ics(call: Call) -> Answer:
    target = Path(call.given.output)
    with call.services(write=False) as services:
        written = services.support.write_appointment(services.support.by_number(call.given.number), target)
    return Answer({"file": written}, [tr("Écrit\u00a0: {file}", file=written)])


def _start(call: Call) -> Answer:
    given = call.given
    kind = InterventionKind(choice_argument("kind", given.kind, list(InterventionKind)))
    with call.services(write=True) as services:
        request_id = services.support.by_number(given.number)
        work = services.support.start_intervention(request_id, kind, given.technician, given.teamviewer)
    return Answer({"number": given.number.strip(), "intervention": work}, [tr("Intervention commencée.")])


def _stop(call: Call) -> Answer:
    from app.domain.moments import parse_moment

    covered = _flag(call.given.covered)
    ended = None if call.given.ended is None else parse_moment("ended", call.given.ended)
    if ended is not None and ended.remark is not None:
        call.remarks.append(ended.remark)
    with call.services(write=True) as services:
        found = services.support.detail(services.support.by_number(call.given.number))
        if found.running is None:
            raise RuleError(msg("Aucune intervention n’est en cours sur la demande {number}.", number=found.row.number))
        services.support.stop_intervention(found.running.id, call.given.report, covered, None if ended is None else ended.moment)
        return _worked(services, found.row.id, found.running.id)


def _log(call: Call) -> Answer:
    from app.domain.moments import parse_moment

    given = call.given
    kind = InterventionKind(choice_argument("kind", given.kind, list(InterventionKind)))
    started, ended = parse_moment("started", given.started), parse_moment("ended", given.ended)
    call.remarks += [each.remark for each in (started, ended) if each.remark is not None]
    with call.services(write=True) as services:
        request_id = services.support.by_number(given.number)
        work = services.support.log_intervention(
            request_id, kind, given.technician, started.moment, ended.moment, given.report, _flag(given.covered), given.teamviewer
        )
        return _worked(services, request_id, work)


def _worked(services: Any, request_id: UUID, intervention_id: UUID) -> Answer:
    found = services.support.detail(request_id)
    work = next(each for each in found.interventions if each.id == intervention_id)
    document = {
        "number": found.row.number,
        "intervention": work.id,
        "minutes": work.minutes,
        "covered_minutes": work.covered_minutes,
        "billable_minutes": work.billable_minutes,
        "amount_excl_tax": work.amount,
        "to_check": work.to_check,
    }
    lines = [
        tr("Intervention terminée\u00a0: {n}\u00a0min", n=work.minutes),
        labelled(tr("Minutes prises en charge"), work.covered_minutes),
        labelled(tr("Minutes facturées"), work.billable_minutes),
        labelled(tr("Montant HT"), work.amount),
    ]
    if work.to_check:
        lines[1:] = [tr("Prise en charge à vérifier\u00a0: rien n’est compté comme couvert ni facturé.")]
    return Answer(document, lines)


def _flag(text: str | None) -> bool | None:
    if text is None:
        return None
    known = {"yes": True, "no": False}
    if text not in known:
        raise InputError("covered", text, msg("un de {names}", names=", ".join(known)))
    return known[text]
