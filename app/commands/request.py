"""`request`: asking for help, the call-back queue, one request, its rating."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.commands.base import Answer, Call, choice_argument, count_argument, day_argument
from app.commands.office import site_named
from app.commands.output import explained, explanations, labelled, table
from app.commands.parsing import Parser, action, actions
from app.commands.request_import import register_import
from app.commands.request_steps import numbered, step_actions
from app.domain.errors import InputError
from app.domain.records import RatingValue, RequestKind, RequestStatus, Urgency, label
from app.domain.text import msg, tr

if TYPE_CHECKING:
    from app.domain.eligibility import Condition
    from app.domain.values.support import CoverPreview, InterventionRow, RequestDetail, RequestRow

_MOST = 1_000_000


def register(_: str, parser: Parser) -> None:
    """The actions of `request`."""
    group = actions(parser)
    _add_arguments(action(group, "add", tr("demander de l’aide, une prestation ou un devis"), _add))
    listing = action(group, "list", tr("les demandes qui attendent, dans l’ordre de rappel"), _list)
    listing.add_argument("--site", metavar="SITE", help=tr("le nom ou l’identifiant d’un site"))
    listing.add_argument("--all", action="store_true", help=tr("toutes les demandes, la plus récente d’abord"))
    listing.add_argument(
        "--search", metavar="TEXT", default="", help=tr("avec --all\u00a0: des mots, sans égard aux accents ni aux majuscules")
    )
    listing.add_argument("--status", metavar="STATUS", help=tr("avec --all\u00a0: un de {names}", names=", ".join(RequestStatus)))
    listing.add_argument("--limit", metavar="N", default="100", help=tr("avec --all\u00a0: au plus N lignes (100 par défaut)"))
    listing.add_argument("--offset", metavar="N", default="0", help=tr("avec --all\u00a0: passer les N premières"))
    rating = numbered(action(group, "rate", tr("donner son avis sur une demande résolue, une seule fois"), _rate))
    rating.add_argument("value", metavar="RATING", help=tr("un de {names}", names=", ".join(RatingValue)))
    rating.add_argument("--comment", metavar="TEXT", default="", help=tr("un commentaire"))
    showing = numbered(action(group, "show", tr("tout ce qui est connu d’une demande"), _show))
    showing.add_argument("--explain", action="store_true", help=tr("dire pourquoi"))
    services = action(group, "services", tr("les prestations d’infogérance, dues ou non, et pourquoi"), _services)
    services.add_argument("--site", metavar="SITE", help=tr("le nom ou l’identifiant d’un site"))
    services.add_argument("--on", metavar="DATE", help=tr("pour une intervention ce jour (aujourd’hui par défaut)"))
    services.add_argument("--explain", action="store_true", help=tr("dire pourquoi"))
    step_actions(group)
    register_import(group)


def _add_arguments(parser: Parser) -> None:
    parser.add_argument("--subject", metavar="TEXT", required=True, help=tr("l’objet, en quelques mots"))
    parser.add_argument("--urgency", metavar="URGENCY", required=True, help=tr("un de {names}", names=", ".join(Urgency)))
    parser.add_argument("--equipment", metavar="ID", help=tr("l’identifiant du matériel"))
    parser.add_argument("--description", metavar="TEXT", default="", help=tr("ce qui se passe"))
    parser.add_argument("--contract", metavar="NUMBER", help=tr("le numéro du contrat, s’il ne va pas de soi"))
    parser.add_argument("--site", metavar="SITE", help=tr("le nom ou l’identifiant d’un site"))
    parser.add_argument("--contact", metavar="NAME", default="", help=tr("qui rappeler"))
    parser.add_argument("--phone", metavar="PHONE", default="", help=tr("à quel numéro"))
    parser.add_argument("--service", metavar="ID", default="", help=tr("une prestation d’infogérance (voir request services)"))
    parser.add_argument("--quote", action="store_true", help=tr("envoyer comme demande de devis"))
    parser.add_argument("--appointment", metavar="DATETIME", help=tr("quand être rappelé, comme 2026-11-12T10:00"))
    parser.add_argument("--file", metavar="FILE", action="append", default=[], help=tr("un fichier à joindre\u202f; répétable"))
    parser.add_argument("--dry-run", action="store_true", help=tr("dire ce qui serait couvert, sans rien enregistrer"))
    parser.add_argument("--explain", action="store_true", help=tr("dire pourquoi"))


def _add(call: Call) -> Answer:
    from app.domain.moments import parse_moment
    from app.domain.values.support import Attachment, NewRequest

    given = call.given
    urgency = Urgency(choice_argument("urgency", given.urgency, list(Urgency)))
    equipment_id = None if given.equipment is None else _identifier(given.equipment)
    at = None if given.appointment is None else parse_moment("appointment", given.appointment).moment
    files = [Attachment(Path(each).name, Path(each)) for each in given.file]
    with call.services(write=not given.dry_run) as services:
        new = NewRequest(
            subject=given.subject,
            urgency=urgency,
            description=given.description,
            equipment_id=equipment_id,
            contract_id=None if given.contract is None else services.contracts.sheet(given.contract).id,
            site_id=site_named(services, given.site),
            contact=given.contact,
            phone=given.phone,
            service=given.service,
            kind=RequestKind.QUOTE if given.quote else RequestKind.HELP,
            appointment_at=at,
        )
        cover = services.support.prepare(new)
        added = None if given.dry_run else services.support.add(new, files)
    document: dict[str, Any] = {
        "number": added.number if added else None,
        "due": added.due if added else cover.due,
        "id": added.id if added else None,
        **_cover(cover, given.explain),
    }
    first = tr("Demande {number} enregistrée", number=added.number) if added else tr("Rien n’est enregistré (--dry-run)")
    return Answer(document, [first, *_cover_lines(cover, document["due"], given.explain)])


def _cover(cover: CoverPreview, explain: bool) -> dict[str, Any]:
    document: dict[str, Any] = {
        "covered": cover.covered,
        "cover": cover.headline,
        "contract": cover.contract_number or None,
        "half_hour": cover.half_hour,
        "version_update": cover.version_update,
        "conditions": [_condition(each) for each in cover.conditions],
        "can_ask_quote": cover.can_ask_quote,
    }
    if explain:
        whys = {"cover": cover.why} | ({} if cover.due_why is None else {"due": cover.due_why})
        document["explanations"] = explanations(whys)
    return document


def _condition(each: Condition) -> dict[str, Any]:
    return {"id": each.id, "met": each.met, "value": each.value, "why": each.why}


def _cover_lines(cover: CoverPreview, due: object, explain: bool) -> list[str]:
    lines = [str(cover.headline), labelled(tr("Première réponse avant le"), due)]
    lines += [f"    · {labelled(each.label, each.why)}" for each in cover.conditions]
    if explain:
        lines += [*explained(cover.why), *explained(cover.due_why)]
    return lines


def _list(call: Call) -> Answer:
    from app.domain.values.support import RequestQuery

    given = call.given
    limit, offset = count_argument("limit", given.limit, 0, _MOST), count_argument("offset", given.offset, 0, _MOST)
    statuses = () if given.status is None else (RequestStatus(choice_argument("status", given.status, list(RequestStatus))),)
    if (given.search or statuses) and not given.all:
        raise InputError("status" if statuses else "search", given.status or given.search, msg("avec --all seulement"))
    rows: Sequence[RequestRow]
    with call.services(write=False) as services:
        site_id = site_named(services, given.site)
        if given.all:
            page = services.support.page(RequestQuery(given.search, statuses, site_id), offset, limit)
            rows, total = page.rows, page.total
        else:
            rows = services.support.queue(site_id).rows
            total = len(rows)
    heads = (tr("Numéro"), tr("Urgence"), tr("État"), tr("Première réponse avant le"), tr("Rendez-vous le"), tr("Objet"))
    cells = [(row.number, label(row.urgency), label(row.status), row.due_at, row.appointment_at, row.subject) for row in rows]
    lines = [*table(heads, cells), tr("{shown} sur {total}", shown=len(rows), total=total)]
    return Answer({"total": total, "requests": [_row(row) for row in rows]}, lines)


def _row(row: RequestRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "urgency": row.urgency,
        "status": row.status,
        "due": row.due_at,
        "id": row.id,
        "subject": row.subject,
        "kind": row.kind,
        "opened": row.opened_at,
        "first_response": row.first_response_at,
        "appointment": row.appointment_at,
        "closed": row.closed_at,
        "equipment": row.equipment_id,
        "contract": row.contract_number or None,
        "site": row.site_name or None,
        "contact": row.contact,
        "covered": row.covered,
        "rating": row.rating,
        "technician": row.technician or None,
    }


def _rate(call: Call) -> Answer:
    value = RatingValue(choice_argument("rating", call.given.value, list(RatingValue)))
    with call.services(write=True) as services:
        request_id = services.support.by_number(call.given.number)
        services.support.rate(request_id, value, call.given.comment)
        number = services.support.detail(request_id).row.number
    return Answer({"number": number, "rating": value}, [tr("Merci\u00a0: votre avis est enregistré.")])


def _show(call: Call) -> Answer:
    with call.services(write=False) as services:
        found = services.support.detail(services.support.by_number(call.given.number))
    row = found.row
    document = {
        **_row(row),
        "description": found.description,
        "phone": found.phone,
        "service": found.service or None,
        "resolution": found.resolution,
        "moves": list(found.moves),
        **_cover(found.cover, call.given.explain),
        "covered": row.covered,
        "cover": found.cover_note,
        "interventions": [_worked(work) for work in found.interventions],
        "documents": [{"id": each.id, "title": each.title, "size": each.size, "sha256": each.sha256} for each in found.documents],
        "rating": row.rating,
        "rating_comment": found.rating.comment if found.rating else None,
        "thread": [{"at": each.at, "kind": each.kind, "author": each.author, "text": each.text} for each in found.thread],
    }
    return Answer(document, [*_show_lines(found), *(explained(found.cover.why) if call.given.explain else [])])


def _show_lines(found: RequestDetail) -> list[str]:
    row = found.row
    known = (
        (tr("Demande"), row.number),
        (tr("Objet"), row.subject),
        (tr("Urgence"), label(row.urgency)),
        (tr("État"), label(row.status)),
        (tr("Matériel"), row.equipment_designation),
        (tr("Contrat"), row.contract_number),
        (tr("Couverture"), found.cover_note),
        (tr("Première réponse avant le"), row.due_at),
        (tr("Rendez-vous le"), row.appointment_at),
        (tr("Avis donné"), label(row.rating) if row.rating else None),
    )
    lines = [labelled(name, value) for name, value in known]
    for each in found.thread:
        lines.append(tr("    · {at}, {author}\u00a0: {text}", at=each.at, author=each.author or "–", text=each.text))
    return lines


def _worked(work: InterventionRow) -> dict[str, Any]:
    return {
        "id": work.id,
        "technician": work.technician,
        "kind": work.kind,
        "started": work.started_at,
        "ended": work.ended_at,
        "minutes": work.minutes,
        "covered_minutes": work.covered_minutes,
        "billable_minutes": work.billable_minutes,
        "amount": work.amount,
        "report": work.report,
    }


def _services(call: Call) -> Answer:
    day = day_argument("on", call.given.on)
    with call.services(write=False) as services:
        found = services.support.services(site_named(services, call.given.site), day)
    document: dict[str, Any] = {
        "services": [
            {
                "contract": each.contract_number,
                "id": each.id,
                "label": each.label,
                "due": each.due,
                "conditions": [_condition(one) for one in each.conditions],
                "why": [str(step) for step in each.why.steps],
            }
            for each in found
        ]
    }
    words = {True: tr("due"), False: tr("pas due"), None: tr("à vérifier")}
    lines: list[str] = []
    for each in found:
        lines.append(
            tr("{contract}  {label} ({id})\u00a0: {due}", contract=each.contract_number, label=each.label, id=each.id, due=words[each.due])
        )
        lines += explained(each.why) if call.given.explain else [f"    · {one.why}" for one in each.conditions if one.met is not True]
    return Answer(document, lines or [tr("Aucun contrat d’infogérance en cours.")])


def _identifier(text: str) -> UUID:
    try:
        return UUID(text.strip())
    except ValueError:
        raise InputError("equipment", text, msg("l’identifiant d’un matériel, comme en donne equipment list --json")) from None
