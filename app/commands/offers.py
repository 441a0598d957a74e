"""`offers`: the offers known, and what is wrong in an offer file."""

from __future__ import annotations

from pathlib import Path

from app.commands.base import Answer, Call
from app.commands.output import table
from app.commands.parsing import Parser, action, actions
from app.domain.records import label
from app.domain.text import tr


def register(_: str, parser: Parser) -> None:
    """The actions of `offers`; without one it lists."""
    parser.set_defaults(handler=_list)
    group = actions(parser, required=False)
    action(group, "list", tr("les offres connues"), _list)
    checking = action(group, "check", tr("dire ce qui ne va pas dans un fichier d’offre, ligne par ligne"), _check)
    checking.add_argument("file", metavar="FILE", help=tr("un fichier d’offre (TOML)"))


def _list(call: Call) -> Answer:
    offers = [offer for _, offer in sorted(call.doors.offers().items())]
    document = {
        "offers": [
            {
                "id": offer.id,
                "version": offer.version,
                "kind": offer.kind,
                "name": offer.name.text,
                "provider": offer.provider.name,
                "unit": offer.pricing.unit,
                "quote_required": offer.pricing.quote_required,
                "quantity_follows_fleet": offer.follows_fleet,
                "commitment_months": list(offer.term.months_allowed()),
                "renewal": offer.term.renewal,
                "notice_days": offer.term.notice_days,
                "options": [
                    {"id": option.id, "label": option.label.text, "price": option.price, "per": option.per} for option in offer.options
                ],
            }
            for offer in offers
        ]
    }
    rows = [(offer.id, label(offer.kind), offer.provider.name, ", ".join(option.id for option in offer.options)) for offer in offers]
    return Answer(document, table((tr("Offre"), tr("Type"), tr("Prestataire"), tr("Options")), rows))


def _check(call: Call) -> Answer:
    from app.domain.offers import OfferError, check_offer

    path = Path(call.given.file)
    problems = check_offer(path)
    document = {
        "ok": not problems,
        "problems": [
            {
                "file": str(path) if problem.file == path.name else problem.file,
                "line": problem.line,
                "key": problem.key,
                "value": problem.value,
                "allowed": problem.allowed,
                "text": problem.text,
            }
            for problem in problems
        ],
    }
    if not problems:
        return Answer(document, [tr("{file}\u00a0: cette offre est correcte.", file=path.name)])
    lines = [
        tr(
            "{file}:{line}: {key}: {value} – attendu\u00a0: {allowed}",
            file=path,
            line=str(problem.line or 1),
            key=problem.key or "–",
            value=problem.value or "–",
            allowed=problem.allowed,
        )
        for problem in problems
    ]
    return Answer(document, lines, status=2, error=OfferError(problems).text)
