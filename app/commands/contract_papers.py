"""`contract pdf`, `resign`, `follow`, `withdraw` and `ics`: contracts on paper, their end, their deadlines in a calendar."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.commands.base import Answer, Call, choice_argument, day_argument
from app.commands.output import labelled
from app.commands.parsing import Parser, action
from app.domain.errors import InputError
from app.domain.records import Channel, ResignationStatus, label
from app.domain.text import msg, tr

if TYPE_CHECKING:
    from app.domain.values.contracts import ResignationEntry, ResignationResult
    from app.services import Services

_STEPS = (ResignationStatus.SENT, ResignationStatus.RECEIVED, ResignationStatus.CONFIRMED)


def paper_actions(group: Any) -> None:
    """The actions on paper."""
    drawing = action(group, "pdf", tr("écrire le contrat en PDF"), _pdf)
    _numbered(drawing)
    drawing.add_argument("-o", "--output", metavar="FILE", required=True, help=tr("le fichier à écrire"))
    resigning = action(group, "resign", tr("calculer la fin, écrire la lettre de résiliation et la noter"), _resign)
    _numbered(resigning)
    resigning.add_argument("--notice-received", metavar="DATE", required=True, help=tr("jour où le prestataire reçoit la lettre"))
    resigning.add_argument("--sent-on", metavar="DATE", help=tr("jour où elle part, pour une offre qui compte depuis l’envoi"))
    resigning.add_argument("--channel", metavar="CHANNEL", default="post", help="post, email")
    resigning.add_argument("--reason", metavar="TEXT", default="", help=tr("le motif, s’il faut en donner un"))
    resigning.add_argument(
        "--recipient-address",
        metavar="TEXT",
        default="",
        help=tr("l’adresse du prestataire si l’offre ne la donne pas, lignes séparées par un point-virgule"),
    )
    resigning.add_argument("-o", "--output", metavar="FILE", help=tr("écrire aussi la lettre dans ce fichier"))
    resigning.add_argument("--dry-run", action="store_true", help=tr("calculer seulement, ne rien écrire"))
    resigning.add_argument(
        "--with-linked",
        metavar="NUMBER",
        action="append",
        default=[],
        help=tr("une lettre aussi pour ce contrat lié\u202f; peut être répété"),
    )
    following = action(group, "follow", tr("noter que la lettre est partie, reçue ou confirmée"), _follow)
    _numbered(following)
    following.add_argument("step", metavar="STEP", nargs="?", help=", ".join(_STEPS))
    following.add_argument("--on", metavar="DATE", help=tr("le jour où c’est arrivé"))
    following.add_argument("--undo", action="store_true", help=tr("reprendre la dernière étape, notée par erreur"))
    following.add_argument("--tracking", metavar="T", default="", help=tr("numéro de suivi de la lettre recommandée"))
    following.add_argument("--proof", metavar="FILE", help=tr("la preuve\u00a0: un scan, un e-mail"))
    _numbered(action(group, "withdraw", tr("abandonner une résiliation dont la lettre n’est pas partie"), _withdraw))
    dating = action(group, "ics", tr("les échéances pour un agenda, avec rappels à 90, 60, 30 et 7 jours"), _ics)
    dating.add_argument("number", metavar="NUMBER", nargs="?", help=tr("un seul contrat (tous par défaut)"))
    dating.add_argument("-o", "--output", metavar="FILE", required=True, help=tr("le fichier à écrire"))


def _numbered(parser: Parser) -> None:
    parser.add_argument("number", metavar="NUMBER", help=tr("le numéro du contrat"))


def _pdf(call: Call) -> Answer:
    with call.services(write=False) as services:
        written = services.papers.export(call.given.number, Path(call.given.output), call.language)
    document = {"file": str(written.path), "pages": written.pages, "sha256": written.sha256}
    return Answer(document, [tr("{file}\u00a0: {pages} pages", file=written.path, pages=written.pages)])


def _resign(call: Call) -> Answer:
    from app.services.outputs import checked_target, staged

    given, number = call.given, call.given.number
    received = day_argument("notice_received", given.notice_received)
    if received is None:
        raise InputError("notice_received", "", msg("le jour où le prestataire reçoit la lettre"))
    sent_on, too = day_argument("sent_on", given.sent_on), tuple(given.with_linked)
    channel = Channel(choice_argument("channel", given.channel, tuple(Channel)))
    address = given.recipient_address.replace(";", "\n")
    target = Path(given.output) if given.output else None
    if target is not None:
        checked_target(target)
    with call.services(write=not given.dry_run) as services:
        preview = services.resignations.preview(number, received, channel, sent_on, too)
        file: Path | None = None
        others: tuple[ResignationResult, ...] = ()
        if not given.dry_run:
            letter = _drawn(services, call, received, channel, address, sent_on) if target else b""
            with staged(target, letter) if target else nullcontext():
                result = services.resignations.resign(
                    number,
                    received,
                    channel,
                    given.reason,
                    linked_too=too,
                    language=call.language,
                    recipient_address=address,
                    sent_on=sent_on,
                )
            others = result.others
            file = target or result.document.path
    call.remarks += preview.warnings
    document = {
        "number": number,
        "effective_date": preview.effective_date,
        "send_by": preview.send_by,
        "file": file,
        "channel": channel,
        "last_billed_period": {"start": preview.summary.last_billed_period.start, "end": preview.summary.last_billed_period.end},
        "linked": [other.number for other in preview.linked],
        "linked_letters": [
            {"number": each.number, "effective_date": each.effective_date, "send_by": each.send_by, "file": each.document.path}
            for each in others
        ],
        "warnings": [str(warning) for warning in preview.warnings],
    }
    lines = [
        labelled(tr("Fin du contrat {number}", number=number), preview.effective_date),
        labelled(tr("À envoyer au plus tard le"), preview.send_by),
        labelled(tr("Lettre"), file),
    ]
    for each in others:
        lines.append(labelled(tr("Fin du contrat {number}", number=each.number), each.effective_date))
        lines.append(labelled(tr("Lettre"), each.document.path))
    return Answer(document, lines)


def _drawn(services: Services, call: Call, received: date, channel: Channel, address: str, sent_on: date | None) -> bytes:
    given = call.given
    return services.resignations.draw_letter(
        given.number, received, channel, given.reason, call.language, address, linked_too=tuple(given.with_linked), sent_on=sent_on
    )


def _follow(call: Call) -> Answer:
    given = call.given
    if given.undo:
        return _undo(call)
    step = ResignationStatus(choice_argument("step", given.step or "", _STEPS))
    day = day_argument("on", given.on)
    if day is None:
        raise InputError("on", "", msg("le jour où c’est arrivé"))
    with call.services(write=True) as services:
        entry = services.resignations.follow_up(
            given.number, step, day, tracking_number=given.tracking, proof=Path(given.proof) if given.proof else None
        )
    return _followed(given.number, entry)


def _undo(call: Call) -> Answer:
    if call.given.step or call.given.on:
        raise InputError("undo", call.given.step or call.given.on, msg("--undo seul\u00a0: il reprend la dernière étape notée"))
    with call.services(write=True) as services:
        entry = services.resignations.step_back(call.given.number)
    return _followed(call.given.number, entry)


def _followed(number: str, entry: ResignationEntry) -> Answer:
    document = {
        "number": number,
        "status": entry.status,
        "effective_date": entry.effective_date,
        "tracking_number": entry.tracking_number,
    }
    lines = [
        tr("Résiliation du contrat {number}\u00a0: {status}", number=number, status=label(entry.status)),
        labelled(tr("Fin du contrat {number}", number=number), entry.effective_date),
    ]
    return Answer(document, lines)


def _withdraw(call: Call) -> Answer:
    with call.services(write=True) as services:
        services.resignations.withdraw(call.given.number)
    return Answer({"number": call.given.number}, [tr("Résiliation abandonnée.")])


def _ics(call: Call) -> Answer:
    from app.services.outputs import checked_target

    target = checked_target(Path(call.given.output))
    with call.services(write=False) as services:
        remark = services.papers.write_calendar(target, call.given.number)
    call.remarks += [remark] if remark else []
    return Answer({"file": target}, [tr("{file}\u00a0: échéances écrites", file=target)])
