"""What happens to a claim after it was declared: its papers, the promised call, the devices that help out, its end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from app.commands.base import Answer, Call, choice_argument
from app.commands.claim_show import answer_of, machine_id
from app.commands.parsing import Parser, action
from app.domain.errors import InputError
from app.domain.records import ClaimStatus
from app.domain.text import msg, tr

if TYPE_CHECKING:
    from app.domain.values.claims import ClaimDetail
    from app.services.claims import ClaimService

_NEEDS = ("declaration", "police_complaint")
_ENDS = (ClaimStatus.REPAIRED, ClaimStatus.REFUSED, ClaimStatus.WITHDRAWN)


def step_actions(group: Any) -> None:
    """The actions that take a claim further."""
    attaching = _numbered(action(group, "attach", tr("garder une pièce avec un sinistre"), _attach))
    attaching.add_argument("file", metavar="FILE", help=tr("le fichier"))
    attaching.add_argument("--need", metavar="NEED", help=tr("la pièce demandée que c’est\u00a0: un de {names}", names=", ".join(_NEEDS)))
    calling = _numbered(action(group, "call", tr("noter que le support a appelé, comme promis"), _call))
    calling.add_argument("--at", metavar="DATETIME", help=tr("quand (maintenant par défaut), comme 2026-11-12T10:00"))
    _numbered(action(group, "ship", tr("noter que l’appareil est parti en réparation"), _ship))
    lending = _numbered(action(group, "lend", tr("prêter un appareil en stock"), _lend))
    lending.add_argument("equipment", metavar="EQUIPMENT_ID", help=tr("l’identifiant du matériel"))
    _numbered(action(group, "take-back", tr("reprendre l’appareil prêté"), _take_back))
    replacing = _numbered(action(group, "replace", tr("un autre appareil prend la place du sien, et le sinistre est réglé"), _replace))
    replacing.add_argument("equipment", metavar="EQUIPMENT_ID", nargs="?", help=tr("un appareil en stock, ou celui qui est prêté"))
    replacing.add_argument("--new", action="store_true", help=tr("l’appareil neuf que livre le prestataire, noté comme loué"))
    replacing.add_argument("--serial", metavar="SERIAL", help=tr("avec --new\u00a0: son numéro de série"))
    replacing.add_argument("--designation", metavar="TEXT", help=tr("avec --new\u00a0: comment on l’appelle (comme l’ancien par défaut)"))
    _note(replacing)
    moving = _numbered(action(group, "move", tr("changer l’état d’un sinistre"), _move))
    moving.add_argument("status", metavar="STATUS", help=tr("un de {names}", names=", ".join(ClaimStatus)))
    _note(moving)
    closing = _numbered(action(group, "close", tr("clore un sinistre"), _close))
    closing.add_argument("outcome", metavar="OUTCOME", help=tr("un de {names}", names=", ".join(_ENDS)))
    _note(closing)


def _numbered(parser: Parser) -> Parser:
    parser.add_argument("number", metavar="NUMBER", help=tr("le numéro du sinistre"))
    return parser


def _note(parser: Parser) -> None:
    parser.add_argument("--note", metavar="TEXT", default="", help=tr("une note sur l’issue"))


def _done(call: Call, work: Callable[[ClaimService, UUID], ClaimDetail]) -> Answer:
    with call.services(write=True) as services:
        return answer_of(work(services.claims, services.claims.by_number(call.given.number)))


def _attach(call: Call) -> Answer:
    from app.domain.cover import ClaimNeed
    from app.domain.values.support import Attachment

    need = None if call.given.need is None else ClaimNeed(choice_argument("need", call.given.need, _NEEDS))
    file = Path(call.given.file)
    return _done(call, lambda claims, claim_id: claims.attach(claim_id, need, Attachment(file.name, file)))


def _call(call: Call) -> Answer:
    from app.domain.moments import parse_moment

    read = None if call.given.at is None else parse_moment("at", call.given.at)
    if read is not None and read.remark is not None:
        call.remarks.append(read.remark)
    return _done(call, lambda claims, claim_id: claims.note_call(claim_id, read.moment if read else None))


def _ship(call: Call) -> Answer:
    return _done(call, lambda claims, claim_id: claims.ship(claim_id))


def _lend(call: Call) -> Answer:
    device = machine_id("equipment", call.given.equipment)
    return _done(call, lambda claims, claim_id: claims.lend(claim_id, device))


def _take_back(call: Call) -> Answer:
    return _done(call, lambda claims, claim_id: claims.take_back(claim_id))


def _replace(call: Call) -> Answer:
    from app.domain.values.claims import NewDevice

    given = call.given
    if given.new and given.equipment is not None:
        raise InputError("equipment", given.equipment, msg("rien avec --new\u00a0: l’appareil est noté avec son numéro de série"))
    if not given.new:
        for name in ("serial", "designation"):
            if getattr(given, name) is not None:
                raise InputError(name, getattr(given, name), msg("avec --new seulement"))
        if given.equipment is None:
            raise InputError("equipment", "", msg("l’identifiant d’un matériel, ou --new avec --serial"))
        device: UUID | NewDevice = machine_id("equipment", given.equipment)
    else:
        device = NewDevice(given.serial or "", given.designation or "")
    return _done(call, lambda claims, claim_id: claims.replace(claim_id, device, given.note))


def _move(call: Call) -> Answer:
    status = ClaimStatus(choice_argument("status", call.given.status, tuple(ClaimStatus)))
    return _done(call, lambda claims, claim_id: claims.move(claim_id, status, call.given.note))


def _close(call: Call) -> Answer:
    status = ClaimStatus(choice_argument("outcome", call.given.outcome, _ENDS))
    return _done(call, lambda claims, claim_id: claims.move(claim_id, status, call.given.note))
