"""`support`: the figures of interventions and ratings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.commands.base import Answer, Call, day_argument
from app.commands.output import labelled, table
from app.commands.parsing import Parser, action, actions
from app.domain.formatting import month_year, percent
from app.domain.text import language, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.satisfaction import MonthFigures
    from app.domain.values.statistics import Share, SupportFigures


def register(_: str, parser: Parser) -> None:
    """The actions of `support`."""
    group = actions(parser)
    stats = action(group, "stats", tr("les interventions et les avis, en tout, par mois, par type et par technicien"), _stats)
    stats.add_argument("--since", metavar="DATE", help=tr("à partir des interventions terminées ce jour (tout par défaut)"))
    stats.add_argument("--until", metavar="DATE", help=tr("jusqu’aux interventions terminées ce jour"))
    stats.add_argument("-o", "--output", metavar="FILE", help=tr("écrire aussi ces chiffres en PDF, sur une page"))
    stats.add_argument("--site", metavar="SITE", help=tr("le nom ou l’identifiant d’un site"))


def _stats(call: Call) -> Answer:
    from app.commands.office import site_named
    from app.domain.values.statistics import StatisticsQuery

    given = call.given
    since, until = day_argument("since", given.since), day_argument("until", given.until)
    with call.services(write=False) as services:
        query = StatisticsQuery(since, until, site_named(services, given.site))
        found = services.statistics.figures(query)
        written = services.statistics.pdf(query, Path(given.output), call.language) if given.output else {}
    lines = _lines(found)
    return Answer(_document(found) | written, [*lines, "", tr("{file}\u00a0: {pages} page", **written)] if written else lines)


def _document(found: SupportFigures) -> dict[str, Any]:
    total = found.satisfaction
    return {
        "since": found.query.since,
        "until": found.query.until,
        "interventions": total.interventions,
        "ratings": total.ratings,
        "top": total.top,
        "top_share": total.top_share,
        "response_rate": total.response_rate,
        "rated": total.rated,
        "by_month": [
            {"month": f"{month.month:%Y-%m}", "interventions": month.interventions, **_smileys(month)} for month in total.by_month
        ],
        "by_kind": [{"kind": share.kind, **_shares(share)} for share in found.by_kind],
        "by_technician": [{"technician": share.name, **_shares(share)} for share in found.by_technician],
        "waits": [{"month": f"{each.month:%Y-%m}", "within": list(each.within), "mean_minutes": each.mean_minutes} for each in found.waits],
    }


def _smileys(found: MonthFigures | Share) -> dict[str, int]:
    return {"great": found.great, "neutral": found.neutral, "poor": found.poor}


def _shares(share: Share) -> dict[str, Any]:
    return {
        "interventions": share.interventions,
        "ratings": share.ratings,
        **_smileys(share),
        "top_share": share.top_share,
        "response_rate": share.response_rate,
    }


def _lines(found: SupportFigures) -> list[str]:
    total = found.satisfaction
    if not total.interventions and not total.ratings:
        return [tr("Aucune intervention terminée sur cette période.")]
    lines = [
        labelled(tr("Interventions"), total.interventions),
        labelled(tr("Avis"), total.ratings),
        labelled(tr("Très bons avis"), _of(total.top, total.top_share)),
        labelled(tr("Taux de réponse"), _percent(total.response_rate)),
        "",
    ]
    months = [(month_year(month.month, language()), month.interventions, *_smileys(month).values()) for month in total.by_month]
    for head, rows in (
        (tr("Mois"), months),
        (tr("Type"), [_row(share) for share in found.by_kind]),
        (tr("Technicien"), [_row(share) for share in found.by_technician]),
    ):
        heads = (head, tr("Interventions"), tr("Très bien"), tr("Moyen"), tr("Mauvais"))
        lines += [*table(heads, rows, right=(1, 2, 3, 4)), ""]
    return lines[:-1]


def _row(share: Share) -> Sequence[object]:
    return (share.name, share.interventions, share.great, share.neutral, share.poor)


def _of(count: int, share: float | None) -> str:
    return str(count) if share is None else tr("{n} ({share})", n=count, share=_percent(share))


def _percent(share: float | None) -> str:
    return "" if share is None else percent(share, language())
