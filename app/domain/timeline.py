"""A contract's life as segments and marks, ready to be drawn: no colour, no pixel, only days."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.calendars import add_days, add_months
from app.domain.deadlines import recommended_sending
from app.domain.records import HolidayZone, Renewal
from app.domain.term_dates import ContractTerms, commitment_end, notice_deadline, tacit_term, term_at
from app.domain.text import Text, msg

_OPEN_ENDED_MONTHS_SHOWN = 12


class SegmentKind(StrEnum):
    """What a stretch of a contract's life is."""

    COMMITMENT = "commitment"
    PAST_RENEWALS = "past_renewals"
    RENEWAL = "renewal"
    NEXT_RENEWAL = "next_renewal"
    OPEN_ENDED = "open_ended"
    NOTICE = "notice"


class MarkKind(StrEnum):
    """What a single day of the timeline is."""

    START = "start"
    TODAY = "today"
    SEND_BY_POST = "send_by_post"
    SEND_BY_EMAIL = "send_by_email"
    DEADLINE = "deadline"
    COMMITMENT_END = "commitment_end"


@dataclass(frozen=True)
class Segment:
    """A stretch of days, both included. `current` when it holds the day of the timeline."""

    kind: SegmentKind
    start: date
    end: date
    current: bool = False


@dataclass(frozen=True)
class Mark:
    """One day to point at."""

    kind: MarkKind
    day: date


@dataclass(frozen=True)
class Timeline:
    """What to draw.

    Attributes:
        start: first day drawn.
        end: last day drawn.
        segments: commitment and what follows, in order, without gap or overlap.
        notice: the days on which it is too late to leave at the end of the term, or the notice that would run; None if none.
        marks: days to point at, in order.
        continues: whether the contract goes on after `end`.
    """

    start: date
    end: date
    segments: tuple[Segment, ...]
    notice: Segment | None
    marks: tuple[Mark, ...]
    continues: bool


def timeline(terms: ContractTerms, as_of: date, zone: HolidayZone | None = None, bridge_days: Collection[date] = ()) -> Timeline:
    """The timeline of a contract seen on `as_of`.

    Args:
        terms: the contract.
        as_of: the day it is seen on.
        zone: the site's holidays, to mark the recommended sending days; None leaves them out (and loads no calendar).
        bridge_days: days the provider grants on top of the holidays.
    """
    segments = _segments(terms, as_of)
    deadline = notice_deadline(terms, as_of)
    marks = [Mark(MarkKind.START, terms.start), Mark(MarkKind.COMMITMENT_END, commitment_end(terms)), Mark(MarkKind.TODAY, as_of)]
    if deadline is not None:
        marks.append(Mark(MarkKind.DEADLINE, deadline))
        if zone is not None:
            days = recommended_sending(deadline, zone, bridge_days)
            marks += [Mark(MarkKind.SEND_BY_POST, days.post), Mark(MarkKind.SEND_BY_EMAIL, days.email)]
    return Timeline(
        start=segments[0].start,
        end=segments[-1].end,
        segments=segments,
        notice=_notice(terms, as_of, deadline),
        marks=tuple(sorted(marks, key=lambda mark: mark.day)),
        continues=terms.rules.renewal is not Renewal.NONE,
    )


def segment_label(kind: SegmentKind) -> Text:
    """The name of a segment on screen."""
    return {
        SegmentKind.COMMITMENT: msg("Engagement"),
        SegmentKind.PAST_RENEWALS: msg("Reconductions passées"),
        SegmentKind.RENEWAL: msg("Reconduction en cours"),
        SegmentKind.NEXT_RENEWAL: msg("Prochaine reconduction"),
        SegmentKind.OPEN_ENDED: msg("Durée indéterminée"),
        SegmentKind.NOTICE: msg("Préavis"),
    }[kind]


def mark_label(kind: MarkKind) -> Text:
    """The name of a mark on screen."""
    return {
        MarkKind.START: msg("Début du contrat"),
        MarkKind.TODAY: msg("Aujourd’hui"),
        MarkKind.SEND_BY_POST: msg("Envoi conseillé par courrier"),
        MarkKind.SEND_BY_EMAIL: msg("Envoi conseillé par e-mail"),
        MarkKind.DEADLINE: msg("Échéance"),
        MarkKind.COMMITMENT_END: msg("Fin de l’engagement"),
    }[kind]


def _segments(terms: ContractTerms, as_of: date) -> tuple[Segment, ...]:
    committed = commitment_end(terms)
    commitment = Segment(SegmentKind.COMMITMENT, terms.start, committed, terms.start <= as_of <= committed)
    if terms.rules.renewal is Renewal.NONE:
        return (commitment,)
    following = add_days(committed, 1)
    if terms.rules.renewal is Renewal.OPEN_ENDED:
        horizon = add_months(max(following, as_of), _OPEN_ENDED_MONTHS_SHOWN)
        return (commitment, Segment(SegmentKind.OPEN_ENDED, following, horizon, as_of > committed))
    index = term_at(terms, as_of).index
    segments = [commitment]
    if index > 1:
        segments.append(Segment(SegmentKind.PAST_RENEWALS, following, add_days(tacit_term(terms, index).start, -1)))
    if index > 0:
        segments.append(_renewal(terms, SegmentKind.RENEWAL, index, current=True))
    segments.append(_renewal(terms, SegmentKind.NEXT_RENEWAL, index + 1, current=False))
    return tuple(segments)


def _renewal(terms: ContractTerms, kind: SegmentKind, index: int, *, current: bool) -> Segment:
    following = tacit_term(terms, index + 1).start
    return Segment(kind, tacit_term(terms, index).start, add_days(following, -1), current)


def _notice(terms: ContractTerms, as_of: date, deadline: date | None) -> Segment | None:
    days = terms.rules.notice_days
    if days == 0 or terms.rules.renewal is Renewal.NONE:
        return None
    first, last = (as_of, add_days(as_of, days)) if deadline is None else (add_days(deadline, 1), add_days(deadline, days))
    return Segment(SegmentKind.NOTICE, first, last, first <= as_of <= last)
