"""The statistics of support on one page: totals, pictures, and the figures beside them, for one month or for twenty years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus.flowables import Flowable

from app.documents import style
from app.documents.contract import shortened
from app.documents.flowables import draw_rule, draw_text
from app.documents.page import PAGE_WIDTH, Information, Sheet, draw_document, drawing_lock
from app.documents.statistics_charts import Box, draw_legend, draw_ratings, draw_waits
from app.documents.statistics_model import WITHIN, StatisticsDocument, Step, add_waits, step_name, steps
from app.documents.style import MM
from app.documents.typesetting import Ink, text_width
from app.documents.wording import Voice
from app.domain import formatting
from app.domain.records import label
from app.domain.text import Text, msg
from app.domain.values.statistics import Share

LEFT = RIGHT = 20 * MM
_COLUMN = PAGE_WIDTH - LEFT - RIGHT
_TOP, _BOTTOM = 17 * MM, 19 * MM
_GAP = 16.0

_FIGURE = Ink("regular", 21, style.ACCENT)
_FIGURE_NAME = Ink("regular", 8.4, style.GREY)
_HEADING = Ink("semibold", 10, style.ACCENT)
_HEAD = Ink("italic", 7.6, style.GREY)
_CELL = Ink("regular", 8, style.BLACK)
_STRONG = Ink("semibold", 8, style.BLACK)
_PERIOD = Ink("regular", 10.2, style.GREY)
_MOST_NAMES = 12
"""Technicians told by name; the others are added up."""

Row = tuple[str, ...]


def statistics_bytes(document: StatisticsDocument) -> bytes:
    """The page as PDF bytes. Same document, same bytes. Thread: any; documents are drawn one at a time."""
    voice = Voice(document.language)
    title = voice.say(msg("Statistiques de l’assistance"))
    information = Information(
        title=f"{title} – {document.office}" if document.office else title,
        author=document.office,
        subject=_period(document, voice),
        keywords=(document.office,) if document.office else (),
        language={"fr": "fr-FR", "en": "en-GB"}[document.language],
        issued_on=document.issued_on,
    )
    with drawing_lock:
        return draw_document([_Page(document, voice)], _sheet(voice), information)[0]


class _Page(Flowable):
    """All of the page at once: what stands where follows from how much there is."""

    def __init__(self, document: StatisticsDocument, voice: Voice) -> None:
        super().__init__()
        self._document, self._voice = document, voice

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 (ReportLab's names)
        """The whole frame."""
        self.width, self.height = availWidth, availHeight
        return availWidth, availHeight

    def draw(self) -> None:
        """Draw from the top down."""
        canvas: Any = self.canv
        document, voice = self._document, self._voice
        canvas.mark(voice.say(msg("Statistiques de l’assistance")), 0, self.height)
        y = _title(canvas, document, voice, self.height)
        found = steps(document.figures)
        if not found:
            draw_text(canvas, voice.say(msg("Aucune intervention terminée sur cette période.")), _PERIOD, 0, y - 20)
            return
        y = _totals(canvas, document, voice, y)
        has_waits = any(sum(step.within) for step in found)
        room = y - _tables_height(document, found) - (2 if has_waits else 1) * 20 - _GAP
        most = 230.0 if len(found) >= 6 else 170.0
        first = min(room * (0.56 if has_waits else 1.0), most)
        y = _ratings_chart(canvas, found, voice, y, first)
        if has_waits:
            y = _waits_chart(canvas, document, found, voice, y, min(room - first, most * 0.75))
        _tables(canvas, document, found, voice, y - _GAP / 2)


def _period(document: StatisticsDocument, voice: Voice) -> str:
    query, figures = document.figures.query, document.figures
    first, last = query.since or figures.first, query.until or figures.last
    if first is None or last is None:
        return voice.say(msg("sans aucune intervention à ce jour"))
    return voice.say(msg("du {first} au {last}", first=Text(voice.day(first)), last=Text(voice.day(last))))


def _title(canvas: Any, document: StatisticsDocument, voice: Voice, y: float) -> float:
    draw_text(canvas, voice.say(msg("Assistance")).upper(), style.KICKER, 0, y - 8)
    issued = voice.say(msg("établi le {day}", day=Text(voice.day(document.issued_on))))
    draw_text(canvas, issued, style.RUNNING, 0, y - 8, align="right", width=_COLUMN)
    draw_text(canvas, voice.say(msg("Statistiques de l’assistance")), style.TITLE, 0, y - 32)
    names = [name for name in (document.office, document.site_name) if name]
    period = _period(document, voice)
    room = _COLUMN - text_width(f"  ·  {period}", _PERIOD)
    named = shortened(" – ".join(names), _PERIOD, room) if names else ""
    draw_text(canvas, f"{named}  ·  {period}" if named else period, _PERIOD, 0, y - 50)
    draw_rule(canvas, 0, y - 62, 18 * MM, 1.1, style.ACCENT)
    return y - 62


def _totals(canvas: Any, document: StatisticsDocument, voice: Voice, y: float) -> float:
    total = document.figures.satisfaction
    tiles: tuple[tuple[str, Text, Text | None], ...] = (
        (voice.number(total.interventions), msg("interventions"), None),
        (voice.number(total.ratings), msg("avis"), None),
        (_percent(total.top_share, voice), msg("de très bons avis"), _quotient(total.top, total.ratings)),
        (_percent(total.response_rate, voice), msg("de réponses"), _quotient(total.rated, total.interventions)),
    )
    width = _COLUMN / len(tiles)
    for place, (figure, name, quotient) in enumerate(tiles):
        x = place * width
        draw_text(canvas, figure, _FIGURE, x, y - 31)
        draw_text(canvas, voice.say(name), _FIGURE_NAME, x, y - 43)
        if quotient is not None:
            draw_text(canvas, voice.say(quotient), _FIGURE_NAME, x, y - 53.5)
    return y - 62


def _quotient(part: int, whole: int) -> Text | None:
    return msg("{part} sur {whole}", part=part, whole=whole) if whole else None


def _percent(share: float | None, voice: Voice) -> str:
    return "–" if share is None else formatting.percent(share, voice.language)


def _ratings_chart(canvas: Any, found: Sequence[Step], voice: Voice, y: float, height: float) -> float:
    y = _heading(canvas, voice.say(msg("Avis")), 0, y)
    draw_legend(canvas, _COLUMN, y + 4, voice)
    draw_ratings(canvas, Box(0, y - height, _COLUMN, height), found, voice)
    return y - height


def _waits_chart(canvas: Any, document: StatisticsDocument, found: Sequence[Step], voice: Voice, y: float, height: float) -> float:
    """Mean waits, and beside them how many answers came within how long."""
    side = 150.0
    heading = voice.say(msg("Attente moyenne de la première réponse (minutes d’ouverture)"))
    _heading(canvas, voice.say(msg("Premières réponses")), _COLUMN - side, y)
    y = _heading(canvas, heading, 0, y)
    draw_waits(canvas, Box(0, y - height, _COLUMN - side - _GAP, height), found, voice)
    counts, _ = add_waits(document.figures.waits)
    total, reached, rows = sum(counts), 0, []
    for minutes, count in zip(WITHIN, counts, strict=False):
        reached += count
        rows.append((voice.say(msg("jusqu’à {n} min", n=minutes)), voice.number(reached), _percent(reached / total, voice)))
    rows.append((voice.say(msg("en tout")), voice.number(total), _percent(1.0, voice)))
    heads = tuple(voice.say(name) for name in (msg("Attente"), msg("Réponses"), msg("Part")))
    _table(canvas, heads, rows, _COLUMN - side, y, side, (0.5, 0.28, 0.22))
    return y - height


def _tables(canvas: Any, document: StatisticsDocument, found: Sequence[Step], voice: Voice, y: float) -> None:
    left, right = _COLUMN * 0.48, _COLUMN * 0.52 - _GAP
    smileys = tuple(voice.say(name) for name in (msg("Interv."), msg("Très bien"), msg("Moyen"), msg("Mauvais")))
    rows = [
        (step.name(voice.language), *(voice.number(n) for n in (step.interventions, step.great, step.neutral, step.poor))) for step in found
    ]
    _table(canvas, (voice.say(step_name(found[0].months)), *smileys), rows, 0, y, left, (0.28, 0.18, 0.2, 0.17, 0.17))
    heads = tuple(voice.say(name) for name in (msg("Interv."), msg("Avis"), msg("Très bons"), msg("Réponse")))
    widths = (0.36, 0.15, 0.13, 0.18, 0.18)
    x = left + _GAP
    kinds = [(voice.say(label(share.kind)) if share.kind else share.name, *_shares(share, voice)) for share in document.figures.by_kind]
    y = _table(canvas, (voice.say(msg("Type")), *heads), kinds, x, y, right, widths) - _BETWEEN
    _table(canvas, (voice.say(msg("Technicien")), *heads), _technicians(document, voice), x, y, right, widths)


def _technicians(document: StatisticsDocument, voice: Voice) -> list[Row]:
    shares = document.figures.by_technician
    if len(shares) <= _MOST_NAMES:
        return [_technician(share, voice) for share in shares]
    others = shares[_MOST_NAMES - 1 :]
    counts = [sum(getattr(share, name) for share in others) for name in ("interventions", "ratings", "great")]
    row = (
        voice.say(msg("{n} autres", n=len(others))),
        voice.number(counts[0]),
        voice.number(counts[1]),
        _percent(counts[2] / counts[1] if counts[1] else None, voice),
        _percent(counts[1] / counts[0] if counts[0] else None, voice),
    )
    return [*(_technician(share, voice) for share in shares[: _MOST_NAMES - 1]), row]


def _technician(share: Share, voice: Voice) -> Row:
    return (share.name or voice.say(msg("Non précisé")), *_shares(share, voice))


def _shares(share: Share, voice: Voice) -> Row:
    return (
        voice.number(share.interventions),
        voice.number(share.ratings),
        _percent(share.top_share, voice),
        _percent(share.response_rate, voice),
    )


_HEAD_HEIGHT = 13.0
_ROW_HEIGHT = 10.4
_BETWEEN = 12.0


def _tables_height(document: StatisticsDocument, found: Sequence[Step]) -> float:
    figures = document.figures
    right = 2 * _HEAD_HEIGHT + (len(figures.by_kind) + min(len(figures.by_technician), _MOST_NAMES)) * _ROW_HEIGHT + _BETWEEN
    return max(_HEAD_HEIGHT + len(found) * _ROW_HEIGHT, right)


def _heading(canvas: Any, text: str, x: float, y: float) -> float:
    draw_text(canvas, text, _HEADING, x, y - 14)
    return y - 20


def _table(canvas: Any, heads: Row, rows: Sequence[Row], x: float, y: float, width: float, shares: Sequence[float]) -> float:
    """Rows under their heads from `y` down; names left, figures right. Where it ends."""
    starts = [x + width * sum(shares[:place]) for place in range(len(shares))]

    def line(cells: Row, ink: Ink, first: Ink, baseline: float) -> None:
        for place, (cell, share) in enumerate(zip(cells, shares, strict=True)):
            room = width * share - 3
            shown, align = (shortened(cell, first, room), "left") if place == 0 else (cell, "right")
            draw_text(
                canvas, shown, first if place == 0 else ink, starts[place], baseline, align=align, width=width * share if place else room
            )

    if heads:
        line(heads, _HEAD, _HEAD, y - 9)
        draw_rule(canvas, x, y - _HEAD_HEIGHT, width, 0.7, style.GREY)
        y -= _HEAD_HEIGHT
    for row in rows:
        line(row, _CELL, _STRONG if heads else _CELL, y - 8)
        draw_rule(canvas, x, y - _ROW_HEIGHT, width, style.HAIR, style.HAIRLINE)
        y -= _ROW_HEIGHT
    return y


def _sheet(voice: Voice) -> Sheet:
    note = voice.say(
        msg("Très bons avis\u00a0: leur nombre divisé par celui des avis. Réponse\u00a0: les avis divisés par les interventions terminées.")
    )

    def head(*_: Any) -> None:
        """Nothing: there is one page, and its title stands in it."""

    def foot(canvas: Any, *_: int) -> None:
        y = 11 * MM
        draw_rule(canvas, LEFT, y + 11, _COLUMN, style.HAIR, style.HAIRLINE)
        draw_text(canvas, note, style.RUNNING, LEFT, y)

    return Sheet(left=LEFT, right=RIGHT, top=_TOP, bottom=_BOTTOM, first_top=_TOP, head=head, foot=foot)
