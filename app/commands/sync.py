"""`connect`, `disconnect`, `sync`, `conflicts`: this folder and its provider's server."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.commands.base import Answer, Call, choice_argument
from app.commands.output import labelled, shown, table
from app.commands.parsing import Parser, action, actions
from app.domain.errors import InputError, RuleError, UserError
from app.domain.text import msg, tr, trn

if TYPE_CHECKING:
    from app.services import Services
    from app.services.sync import SyncReport
    from app.services.sync_inbox import InboxEntry, InboxLine
    from app.services.sync_meeting import Joined, Meeting
    from app.services.sync_status import SyncStatus

CHOICES = ("mine", "theirs")
#: A cell of the list shows this many fields of a record.
_NAMED = 3


def register(name: str, parser: Parser) -> None:
    """The arguments of the command that is asked for."""
    if name == "connect":
        parser.add_argument("url", metavar="URL", help=tr("l’adresse du serveur\u00a0: https://…"))
        parser.add_argument("--code", metavar="CODE", required=True, help=tr("le code d’activation donné par le prestataire"))
        parser.add_argument("--name", metavar="NAME", help=tr("le nom de ce poste sur le serveur (par défaut\u00a0: celui du PC)"))
        other = tr("connecter même si le SIREN du serveur n’est pas celui de ce dossier")
        parser.add_argument("--other-siren", action="store_true", help=other)
        parser.set_defaults(handler=_connect)
    elif name == "conflicts":
        group = actions(parser)
        action(group, "list", tr("ce qui attend une décision"), _list)
        resolve = action(group, "resolve", tr("trancher\u00a0: garder la valeur de ce poste ou celle du serveur"), _resolve)
        resolve.add_argument("id", metavar="ID", help=tr("l’identifiant, donné par conflicts list"))
        resolve.add_argument(
            "choice", metavar="mine|theirs", help=tr("mine\u00a0: celle de ce poste\u202f; theirs\u00a0: celle du serveur")
        )
    else:
        parser.set_defaults(handler={"disconnect": _disconnect, "sync": _sync}[name])


def _online(call: Call) -> None:
    if call.offline:
        raise RuleError(msg("--offline\u00a0: le réseau n’est pas interrogé. Relancez la commande sans cette option."))


# --- connecting


def _connect(call: Call) -> Answer:
    _online(call)
    name = call.given.name if call.given.name is not None else platform.node() or "PC"
    with call.services(write=True) as services:
        meeting = services.sync.meet(call.given.url, call.given.code, name)
        if _of_others(meeting) and not _invented(meeting) and not call.given.other_siren:
            services.sync.part()
            raise _refusal(meeting)
        _say_first(call, meeting)
        joined = services.sync.join()
        lasts, report = _first_exchange(call, services)
        status = services.sync.status()
    document = {
        "organisation": joined.organisation,
        "device": joined.device,
        "name": joined.name,
        "renewed": meeting.renewed,
        **_sides(meeting),
        "exchanged": None if report is None else _exchanged(report, status),
    }
    lines = _joined_lines(joined, meeting)
    if report is not None:
        lines += _exchanged_lines(report, status)
    else:
        lines += [line.render() for line in joined.did]
    if lasts:
        lines.append(tr("L’échange se fait avec «\u00a0sync\u00a0», ou tout seul dans la fenêtre."))
    return Answer(document, lines)


def _of_others(meeting: Meeting) -> bool:
    """Whether both say a SIREN and they differ; an access is renewed for the same organisation only."""
    return meeting.same_company is False and not meeting.renewed


def _invented(meeting: Meeting) -> bool:
    """Whether the company here is the demo's: its SIREN is nobody's, so that it is no other company's either; it is still told of."""
    from app.services.demo_office import ORGANISATION

    return bool(meeting.our_siren == ORGANISATION["siren"])


def _refusal(meeting: Meeting) -> RuleError:
    return RuleError(
        msg(
            "siren\u00a0: {theirs} sur le serveur ({organisation}), {ours} dans ce dossier. Rien n’a été envoyé ni réuni, et le code a servi. "
            "Si c’est bien la même entreprise, demandez un autre code et ajoutez --other-siren.",
            theirs=meeting.siren,
            organisation=meeting.organisation,
            ours=meeting.our_siren,
        )
    )


def _sides(meeting: Meeting) -> dict[str, Any]:
    return {"here": meeting.here, "there": meeting.there, "same_company": meeting.same_company}


def _say_first(call: Call, meeting: Meeting) -> None:
    """What is on both sides and what will be done with it, before it is done."""
    from app.services.sync_meeting import plan

    call.tell(tr("{name}. Enregistrements sur le serveur\u00a0: {there}\u202f; ici\u00a0: {here}.", **_counts(meeting)))
    if _of_others(meeting):
        call.tell(
            tr(
                "note\u00a0: le SIREN du serveur ({theirs}, {organisation}) n’est pas celui de ce dossier ({ours})\u00a0: "
                "vérifiez que c’est la bonne entreprise",
                theirs=meeting.siren,
                organisation=meeting.organisation,
                ours=meeting.our_siren,
            )
        )
    for words in plan(meeting):
        call.tell(words)


def _counts(meeting: Meeting) -> dict[str, Any]:
    return {"name": meeting.organisation, "there": meeting.there, "here": meeting.here}


def _first_exchange(call: Call, services: Services) -> tuple[bool, SyncReport | None]:
    """Where no keyring keeps the access it ends with this command: what can be exchanged is exchanged now.

    Whether the access lasts, and what was exchanged: none where nothing had to be, or it stopped.
    """
    kept = services.sync.status().secret_kept
    if kept is None:
        return True, None
    call.remarks.append(kept)
    try:
        return False, services.sync.run()
    except UserError as error:
        call.remarks.append(error.text)
        return False, None


def _joined_lines(joined: Joined, meeting: Meeting) -> list[str]:
    return [
        labelled(tr("Entreprise"), joined.name),
        labelled(tr("Poste"), joined.device),
        labelled(tr("Enregistrements ici"), meeting.here),
        labelled(tr("Enregistrements sur le serveur"), meeting.there),
    ]


def _disconnect(call: Call) -> Answer:
    with call.services(write=True) as services:
        left = services.sync.disconnect(tell=not call.offline)
    lines = [tr("Déconnecté de {name}.", name=left.name), *(line.render() for line in left.did)]
    return Answer({"organisation": left.organisation, "device": left.device, "name": left.name}, lines)


# --- exchanging


def _sync(call: Call) -> Answer:
    _online(call)
    with call.services(write=True) as services:
        report = services.sync.run()
        status = services.sync.status()
        skew = services.sync.clock_skew()
    if skew is not None:
        call.remarks.append(
            msg("l’horloge de ce PC et celle du serveur diffèrent de {n} minutes\u00a0: réglez-la", n=round(abs(skew) / 60))
        )
    return Answer(_exchanged(report, status), _exchanged_lines(report, status))


def _exchanged(report: SyncReport, status: SyncStatus) -> dict[str, Any]:
    return {
        "pushed": report.pushed,
        "pulled": report.pulled,
        "conflicts": report.conflicts,
        "rejected": report.rejected,
        "pending": report.pending,
        "head": report.head,
        "waiting_conflicts": status.conflicts,
    }


def _exchanged_lines(report: SyncReport, status: SyncStatus) -> list[str]:
    lines = [
        trn("{n} changement envoyé", "{n} changements envoyés", report.pushed),
        # What was sent comes back with its numbers; who reads this wants to know what others changed.
        trn("{n} enregistrement changé ailleurs et reçu", "{n} enregistrements changés ailleurs et reçus", report.news),
    ]
    if report.pending:
        lines.append(trn("{n} changement attend encore", "{n} changements attendent encore", report.pending))
    if status.conflicts:
        lines.append(trn("{n} décision attend (conflicts list)", "{n} décisions attendent (conflicts list)", status.conflicts))
    return lines


# --- deciding


def _list(call: Call) -> Answer:
    with call.services(write=False) as services:
        entries = services.sync_inbox.entries()
    heads = (tr("ID"), tr("Genre"), tr("Enregistrement"), tr("Champ"), tr("Ici"), tr("Serveur"), tr("Par"))
    lines = table(heads, [_row(entry) for entry in entries]) if entries else [tr("Rien n’attend de décision.")]
    return Answer({"conflicts": [_entry(entry) for entry in entries]}, lines)


def _row(entry: InboxEntry) -> tuple[object, ...]:
    kinds = {"field": tr("conflit"), "deleted": tr("supprimé ailleurs"), "kept": tr("modifié ailleurs"), "refused": tr("refusé")}
    record = f"{entry.type_label.render()} {entry.title}".rstrip()
    mine, theirs = (_side(entry, side) for side in ("mine", "theirs"))
    name = entry.field_label or ""
    return entry.id, kinds[entry.kind], record, name, mine, entry.reason or theirs, entry.by


def _side(entry: InboxEntry, side: str) -> str:
    """The values of one side in one cell; that a record is gone is said once."""

    def value(line: InboxLine) -> str:
        found = (line.mine if side == "mine" else line.theirs).render().replace("\n", " ")
        now = "" if side == "mine" or line.now is None else tr("entre-temps\u00a0: {value}", value=line.now.render().replace("\n", " "))
        return f"{found} ({now})" if now else found

    if entry.kind == "field" or len({value(line) for line in entry.lines}) == 1:
        return value(entry.lines[0]) if entry.lines else ""
    return ", ".join(tr("{name}\u00a0: {value}", name=line.label, value=value(line)) for line in entry.lines[:_NAMED])


def _entry(entry: InboxEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "type": entry.type,
        "row": entry.row,
        "field": entry.field or None,
        "mine": entry.mine,
        "theirs": entry.theirs,
        "now": entry.now,
        "kind": entry.kind,
        "title": entry.title,
        "reason": entry.reason,
        "by": entry.by,
        "at": entry.at,
        "mine_by": entry.mine_by,
        "mine_at": entry.mine_at,
    }


def _resolve(call: Call) -> Answer:
    choice = choice_argument("choice", call.given.choice, CHOICES)
    try:
        wanted = UUID(call.given.id)
    except ValueError as error:
        raise InputError("id", call.given.id, msg("un identifiant donné par conflicts list")) from error
    with call.services(write=True) as services:
        services.sync_inbox.resolve(wanted, choice)
    words = {
        "mine": tr("La valeur de ce poste est gardée\u202f; elle part au prochain échange."),
        "theirs": tr("La valeur de ce poste est abandonnée\u202f; l’enregistrement reste tel qu’il est."),
    }
    return Answer({"id": wanted, "choice": choice}, [labelled(tr("ID"), shown(wanted)), words[choice]])
