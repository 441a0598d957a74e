"""Where everything of a contract's time line goes: pure geometry, so that it can be tested without a window.

Lengths are logical pixels. The bar carries the segments; flags (deadline, sending days, today) stand above it on stems, in as few
lanes as they need; dates stand below.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain import formatting
from app.domain.text import Text, language, msg
from app.domain.timeline import MarkKind, Segment, SegmentKind, Timeline, mark_label, segment_label

MARGIN = 10
LANE = 19
BAR = 26
TICK = 34
LEGEND = 20
GAP = 6
LANES = 5
_PAST_SHARE = 0.5
_ONE_DAY = timedelta(days=1)
# The first gets the best place.
_FLAGGED = (MarkKind.DEADLINE, MarkKind.SEND_BY_EMAIL, MarkKind.SEND_BY_POST, MarkKind.TODAY)

Measure = Callable[[str], int]


@dataclass(frozen=True)
class Box:
    """A stretch of the bar. `look`: past, current, next or notice."""

    segment: Segment
    left: float
    right: float
    look: str

    @property
    def title(self) -> str:
        """Its name on screen."""
        return segment_label(self.segment.kind).render()


@dataclass(frozen=True)
class Flag:
    """A day above the bar: a stem at `x` up to `lane`, and its text between `left` and `right`."""

    kind: MarkKind
    day: date
    x: float
    lane: int
    left: float
    right: float
    text: str


@dataclass(frozen=True)
class Tick:
    """A date below the bar with what it is; its words start, stand or end (`side`: left, centre, right) at `x`."""

    x: float
    left: float
    right: float
    date_text: str
    title: str
    side: str


@dataclass(frozen=True)
class TimelineLayout:
    """The whole picture for one width."""

    width: int
    height: int
    bar_top: float
    boxes: tuple[Box, ...]
    notice: Box | None
    flags: tuple[Flag, ...]
    ticks: tuple[Tick, ...]
    today_x: float
    continues: bool


class Scale:
    """From days to pixels. Long past renewals are drawn shorter than they were: what comes next matters more."""

    def __init__(self, line: Timeline, today: date, width: int) -> None:
        pieces = [(segment.start, segment.end + _ONE_DAY, segment.kind) for segment in line.segments]
        if today < pieces[0][0]:
            pieces.insert(0, (today, pieces[0][0], SegmentKind.COMMITMENT))
        if today >= pieces[-1][1]:
            pieces.append((pieces[-1][1], today + _ONE_DAY, SegmentKind.COMMITMENT))
        others = sum((end - start).days for start, end, kind in pieces if kind is not SegmentKind.PAST_RENEWALS)
        weights = [
            min((end - start).days, max(1, int(others * _PAST_SHARE))) if kind is SegmentKind.PAST_RENEWALS else (end - start).days
            for start, end, kind in pieces
        ]
        room, total = width - 2 * MARGIN, sum(weights)
        self._knots: list[tuple[date, float]] = []
        x = float(MARGIN)
        for (start, _, _), weight in zip(pieces, weights, strict=True):
            self._knots.append((start, x))
            x += room * weight / total
        self._knots.append((pieces[-1][1], x))

    def x(self, day: date) -> float:
        """Where `day` begins; days outside the line stick to its ends."""
        before = self._knots[0]
        for knot in self._knots:
            if day < knot[0]:
                days = (knot[0] - before[0]).days
                return before[1] + (knot[1] - before[1]) * ((day - before[0]).days / days) if days > 0 else before[1]
            before = knot
        return before[1]


def lay_out(line: Timeline, width: int, measure: Measure) -> TimelineLayout:
    """The picture of `line`, `width` pixels wide; `measure` tells how wide a text is."""
    today = next(mark.day for mark in line.marks if mark.kind is MarkKind.TODAY)
    scale = Scale(line, today, width)
    boxes = tuple(_box(segment, scale, today) for segment in line.segments)
    notice = None
    if line.notice is not None:
        left = scale.x(line.notice.start)
        right = max(scale.x(line.notice.end + _ONE_DAY), left + 4)
        notice = Box(line.notice, left, min(right, width - MARGIN), "notice")
    flags = _place_flags(line, scale, width, measure)
    lanes = max((flag.lane for flag in flags), default=0) + 1
    bar_top = lanes * LANE + GAP
    return TimelineLayout(
        width=width,
        height=bar_top + BAR + TICK + LEGEND + GAP,
        bar_top=bar_top,
        boxes=boxes,
        notice=notice,
        flags=flags,
        ticks=_ticks(line, scale, width, measure),
        today_x=scale.x(today),
        continues=line.continues,
    )


def flag_text(kind: MarkKind, day: date) -> str:
    """What stands beside a stem."""
    if kind is MarkKind.TODAY:
        return mark_label(kind).render()
    words: dict[MarkKind, Text] = {
        MarkKind.DEADLINE: msg("Échéance\u00a0: {day}", day=day),
        MarkKind.SEND_BY_POST: msg("Envoi par courrier\u00a0: {day}", day=day),
        MarkKind.SEND_BY_EMAIL: msg("Envoi par e-mail\u00a0: {day}", day=day),
    }
    return words[kind].render()


def description(line: Timeline) -> str:
    """The whole line in sentences, for a screen reader."""
    parts = [span_text(segment) for segment in (*line.segments, *((line.notice,) if line.notice else ()))]
    parts += [f"{mark_label(mark.kind).render()}\u00a0: {formatting.day(mark.day, language())}" for mark in line.marks]
    return ". ".join(parts)


def span_text(segment: Segment) -> str:
    """A segment in words: name, first and last day."""
    name = segment_label(segment.kind)
    if segment.kind is SegmentKind.OPEN_ENDED:
        words = msg("{name}\u00a0: à partir du {start}, sans date de fin", name=name, start=segment.start)
    else:
        words = msg("{name}\u00a0: du {start} au {end}", name=name, start=segment.start, end=segment.end)
    return msg("{span} (en cours)", span=words).render() if segment.current else words.render()


def _box(segment: Segment, scale: Scale, today: date) -> Box:
    look = "current" if segment.current else "past" if segment.end < today else "next"
    return Box(segment, scale.x(segment.start), scale.x(segment.end + _ONE_DAY), look)


def _place_flags(line: Timeline, scale: Scale, width: int, measure: Measure) -> tuple[Flag, ...]:
    marks = {mark.kind: mark for mark in line.marks}
    wanted = [marks[kind] for kind in _FLAGGED if kind in marks]
    for lanes in range(1, LANES + 1):
        candidates = []
        for mark in wanted:
            x, text = scale.x(mark.day), flag_text(mark.kind, mark.day)
            room = measure(text) + 4
            sides = ((x + GAP, x + GAP + room), (x - GAP - room, x - GAP))
            candidates.append(
                [
                    Flag(mark.kind, mark.day, x, lane, left, right, text)
                    for lane in range(lanes)
                    for left, right in sides
                    if left >= 0 and right <= width
                ]
            )
        if (found := _choose(candidates, ())) is not None:
            return found
    # Too narrow for all the words: each in a lane of its own, as far to the left as it must.
    return tuple(
        Flag(mark.kind, mark.day, scale.x(mark.day), lane, max(0.0, min(scale.x(mark.day) + GAP, width - measure(text) - 4)), width, text)
        for lane, (mark, text) in enumerate((mark, flag_text(mark.kind, mark.day)) for mark in wanted)
    )


def _choose(candidates: Sequence[Sequence[Flag]], placed: tuple[Flag, ...]) -> tuple[Flag, ...] | None:
    if len(placed) == len(candidates):
        return placed
    for flag in candidates[len(placed)]:
        if all(_free(flag, other) and _free(other, flag) for other in placed):
            found = _choose(candidates, (*placed, flag))
            if found is not None:
                return found
    return None


def _free(flag: Flag, other: Flag) -> bool:
    """Whether `flag`'s text meets neither the text of `other` nor its stem."""
    if flag.lane == other.lane and flag.left < other.right + GAP and other.left < flag.right + GAP:
        return False
    margin = 5 if other.lane == flag.lane else 3
    return not (other.lane >= flag.lane and flag.left - margin < other.x < flag.right + margin)


def _ticks(line: Timeline, scale: Scale, width: int, measure: Measure) -> tuple[Tick, ...]:
    first, last = line.segments[0], line.segments[-1]
    wanted: list[tuple[int, date, float, str]] = [(0, first.start, scale.x(first.start), msg("Début").render())]
    for number, segment in enumerate(line.segments):
        ends = segment is last and not line.continues
        if segment.kind is SegmentKind.OPEN_ENDED and not ends:
            continue
        commitment = segment.kind is SegmentKind.COMMITMENT
        words = msg("Fin du contrat") if ends else msg("Fin d’engagement") if commitment else msg("Fin de période")
        priority = 1 if segment.current or ends else 2 if commitment else 3 + number
        wanted.append((priority, segment.end, scale.x(segment.end + _ONE_DAY), words.render()))
    placed: list[Tick] = []
    for _, day, x, title in sorted(wanted):
        date_text = formatting.day(day, language())
        room = max(measure(date_text), measure(title)) + 2
        left, side = x - room / 2, "centre"
        if left < 0:
            left, side = x, "left"
        elif left + room > width:
            left, side = x - room, "right"
        if all(left + room + GAP <= tick.left or left >= tick.right + GAP for tick in placed):
            placed.append(Tick(x, left, left + room, date_text, title, side))
    return tuple(sorted(placed, key=lambda tick: tick.x))


def cut(line: Timeline, end: date, notice: Segment | None = None) -> Timeline:
    """`line` as it is once a resignation, or the end itself, is on record: it stops on `end`, and nothing is left to announce."""
    kept = [
        Segment(segment.kind, segment.start, min(segment.end, end), segment.current) for segment in line.segments if segment.start <= end
    ] or [line.segments[0]]
    if kept[-1].end < end:
        kept[-1] = Segment(kept[-1].kind, kept[-1].start, end, kept[-1].current)
    silent = (MarkKind.DEADLINE, MarkKind.SEND_BY_POST, MarkKind.SEND_BY_EMAIL)
    marks = tuple(mark for mark in line.marks if mark.kind not in silent)
    return Timeline(line.start, end, tuple(kept), notice, marks, continues=False)
