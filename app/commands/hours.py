"""`hours`: support open or closed at a moment, and when a clock that runs only while it is open ends.

The bridge days that came by sync stand in the data folder: it is read where there is one, and never made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.commands.base import Answer, Call, choice_argument, count_argument
from app.commands.output import explained, explanations
from app.commands.parsing import Parser
from app.domain.records import HolidayZone, label
from app.domain.text import tr

if TYPE_CHECKING:
    from app.domain.offers import Offer


def register(_: str, parser: Parser) -> None:
    """The arguments of `hours`."""
    zones = [zone.value for zone in HolidayZone]
    parser.add_argument("offer", metavar="OFFER", help=tr("identifiant de l’offre (voir la commande offers)"))
    parser.add_argument(
        "--at",
        metavar="DATETIME",
        required=True,
        help=tr(
            "le moment, comme 2026-11-10T17:30\u202f; sans décalage, à l’heure de Paris, et la première des deux si elle vient deux fois"
        ),
    )
    parser.add_argument("--add-minutes", metavar="N", help=tr("dire quand N minutes d’ouverture seront écoulées (due)"))
    parser.add_argument(
        "--zone",
        metavar="ZONE",
        default=HolidayZone.MAINLAND.value,
        help=tr("les jours fériés du site\u00a0: {zones} (par défaut\u00a0: {default})", zones=", ".join(zones), default=zones[0]),
    )
    parser.add_argument("--explain", action="store_true", help=tr("dire pourquoi"))
    parser.epilog = tr(
        "opens_at est la prochaine ouverture, même quand l’assistance est ouverte. closes_at est la fin de l’ouverture en cours, sinon de la prochaine."
    )
    parser.set_defaults(handler=_hours)


def _known(call: Call, offer: Offer) -> Offer:
    """The offer with the bridge days that its provider announced since."""
    if call.demo or not call.doors.data_folder(call.data_dir, demo=False)[0].is_dir():
        return offer
    with call.services(write=False) as services:
        return services.support.with_closures(offer)


def _hours(call: Call) -> Answer:
    from app.domain.moments import parse_moment
    from app.domain.offers import find_offer
    from app.domain.support_clock import MAX_MINUTES, support_clock

    given = call.given
    offer = _known(call, find_offer(call.doors.offers(), given.offer))
    read = parse_moment("at", given.at)
    zone = HolidayZone(choice_argument("zone", given.zone, [each.value for each in HolidayZone]))
    minutes = None if given.add_minutes is None else count_argument("add_minutes", given.add_minutes, 0, MAX_MINUTES)
    clock = support_clock(offer.support, offer.name.text, zone)
    state = clock.explain_state(read.moment)
    due = None if minutes is None else clock.explain_due(read.moment, minutes)
    if read.remark is not None:
        call.remarks.append(read.remark)
    now = state.value
    document: dict[str, Any] = {
        "offer": offer.id,
        "at": read.moment,
        "zone": zone,
        "open": now.open,
        "opens_at": now.opens_at,
        "closes_at": now.closes_at,
        "due": None if due is None else due.value,
    }
    lines = [
        tr("{offer}, jours fériés\u00a0: {zone}", offer=offer.name.text, zone=label(zone)),
        tr("{at}\u00a0: ouvert, ferme le {end}, rouvre le {start}", at=read.moment, end=now.closes_at, start=now.opens_at)
        if now.open
        else tr("{at}\u00a0: fermé, ouvre le {start}, ferme le {end}", at=read.moment, end=now.closes_at, start=now.opens_at),
    ]
    if due is not None:
        lines.append(tr("{n}\u00a0min d’ouverture plus tard\u00a0: {due}", n=minutes, due=due.value))
    if given.explain:
        whys = {"open": state.why} | ({} if due is None else {"due": due.why})
        document["explanations"] = explanations(whys)
        lines += [line for why in whys.values() for line in explained(why)]
    return Answer(document, lines)
