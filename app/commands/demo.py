"""`demo`: fills an empty data folder with a believable office."""

from __future__ import annotations

from dataclasses import asdict

from app.commands.base import Answer, Call, count_argument
from app.commands.parsing import Parser
from app.domain.text import tr


def register(_: str, parser: Parser) -> None:
    """The arguments of `demo`."""
    parser.add_argument("--equipment", metavar="N", default="40", help=tr("nombre de matériels (40 par défaut, au plus 200 000)"))
    parser.add_argument("--requests", metavar="N", default="24", help=tr("nombre de demandes d’assistance (24 par défaut)"))
    parser.add_argument("--seed", metavar="S", default="1", help=tr("même graine, mêmes données (1 par défaut)"))
    parser.set_defaults(handler=_demo)


def _demo(call: Call) -> Answer:
    equipment = count_argument("equipment", call.given.equipment, 0, 200_000)
    requests = count_argument("requests", call.given.requests, 0, 100_000)
    seed = count_argument("seed", call.given.seed, 0, 999_999_999)
    with call.services(write=True) as services:
        counts = services.demo.fill(equipment, requests, seed)
    return Answer(
        asdict(counts),
        [
            tr(
                "Démonstration prête\u00a0: {equipment} matériels, {people} collaborateurs, {contracts} contrats, {requests} demandes, {ratings} avis.",
                **asdict(counts),
            )
        ],
    )
