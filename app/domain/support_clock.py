"""When support is open, when that changes, and clocks that run only while it is open.

An opening belongs to support, its closing does not. Time used up exactly at a closing is due at that closing. Opening hours are
wall-clock times in the offer's time zone; between them time is counted as it passes, so that a day on which the clocks change
is an hour shorter or longer. A wall-clock time that the clocks skip stands for the moment they are put forward; one that comes
twice opens the first time and closes the second.

Source: GestiClean support offer, "Quelles sont les horaires de fonctionnement du service technique ?"; Cleaq rental offer,
"En cas de problème sur mon matériel Cleaq" (10 minutes, counted in the same hours).

Thread: safe to call from any thread. Holidays are asked for only on days that would be open: loading them is slow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.domain.calendars import add_days, holiday_name
from app.domain.errors import InputError, RuleError
from app.domain.explain import Explained, Explanation
from app.domain.records import HolidayZone, label
from app.domain.text import Text, msg
from app.domain.validation import require_day

if TYPE_CHECKING:
    from app.domain.offer_schema import Support

MAX_MINUTES = 100_000

_MINUTE = timedelta(minutes=1)
_SECOND = timedelta(seconds=1)
_DAYS_WITHOUT_OPENING = 400
_SPELLS_TOLD = 8


@dataclass(frozen=True)
class Spell:
    """A stretch of time during which support is open, in UTC: `start` belongs to it, `end` does not."""

    start: datetime
    end: datetime

    @property
    def minutes(self) -> int:
        """How long it is, to the nearest minute."""
        return round((self.end - self.start) / _MINUTE)


@dataclass(frozen=True)
class SupportState:
    """Support at one moment.

    Attributes:
        open: whether it is open.
        opens_at: its next opening after the moment, whether it is open now or not.
        closes_at: when it closes: the end of the opening under way, or of the next one.
    """

    open: bool
    opens_at: datetime
    closes_at: datetime

    @property
    def changes_at(self) -> datetime:
        """When `open` changes."""
        return self.closes_at if self.open else self.opens_at


@dataclass(frozen=True)
class SupportClock:
    """The opening hours of an offer, on the holidays of a site.

    Every method takes an aware moment, in whatever time zone, and answers in the offer's.

    Attributes:
        support: the offer's hours.
        zone: whose public holidays close support.

    Raises (every method):
        InputError: a day before 1970 or after 2199, or no number of minutes from 0 to `MAX_MINUTES`.
        RuleError: support does not open for more than a year.
        ValueError: a moment without a time zone.
    """

    support: Support
    zone: HolidayZone

    def is_open(self, moment: datetime) -> bool:
        """Whether support is open at `moment`."""
        return self.state(moment).open

    def opens_at(self, moment: datetime) -> datetime:
        """The first opening after `moment`."""
        return self.state(moment).opens_at

    def closes_at(self, moment: datetime) -> datetime:
        """The end of the opening that holds `moment`, or of the first one after it."""
        return self.state(moment).closes_at

    def state(self, moment: datetime) -> SupportState:
        """Open or closed, and the next changes."""
        spells = (spell for spell in self.spells(moment) if spell.end > moment)
        current = next(spells)
        if moment < current.start:
            return SupportState(False, self._local(current.start), self._local(current.end))
        return SupportState(True, self._local(next(spells).start), self._local(current.end))

    def due(self, moment: datetime, minutes: int) -> datetime:
        """When `minutes` of opening time after `moment` are used up: the clock of 0 minutes ends at once, or else at the next opening.

        A closing still belongs to the opening before it: 0 minutes at 12:00 end at 12:00, as 60 minutes from 11:00 do. So clocks add up.
        """
        return self._local(self._used(moment, minutes)[-1].end)

    def spells(self, moment: datetime) -> Iterator[Spell]:
        """The openings from the day before `moment` on, in order, without end; those that touch are one."""
        if moment.tzinfo is None:
            raise ValueError("a moment without a time zone")
        require_day("at", moment.date())
        day = add_days(self._local(moment).date(), -1)
        pending: Spell | None = None
        closed_days = 0
        while closed_days < _DAYS_WITHOUT_OPENING:
            for spell in self._on(day):
                closed_days = 0
                if pending is not None and spell.start <= pending.end:
                    pending = Spell(pending.start, max(pending.end, spell.end))
                    continue
                if pending is not None:
                    yield pending
                pending = spell
            closed_days += 1
            day = add_days(day, 1)
        if pending is not None:
            yield pending
        raise RuleError(msg("L’assistance n’ouvre pas dans l’année qui suit le {moment}.", moment=moment))

    def closed_because(self, day: date) -> Text | None:
        """Why support stays closed on `day`; None on a day on which it opens."""
        if not self.support.openings_on(day.weekday()):
            return msg("pas d’ouverture ce jour de la semaine")
        if self.support.closed_on_bridge_days and day in self.support.bridge_days:
            return msg("jour de pont ou de congé annoncé")
        name = holiday_name(day, self.zone) if self.support.closed_on_public_holidays else None
        return None if name is None else msg("jour férié ({name})", name=name)

    def explain_state(self, moment: datetime) -> Explained[SupportState]:
        """Why support is open or closed at `moment`."""
        state = self.state(moment)
        steps = [] if state.open else [*self._closed_days(moment, state.opens_at)]
        if state.open:
            steps.append(msg("Le {at}, l’assistance est ouverte. Elle ferme le {end}.", at=moment, end=state.closes_at))
        else:
            steps.append(msg("Le {at}, l’assistance est fermée. Elle ouvre le {start}.", at=moment, start=state.opens_at))
        return Explained(state, Explanation(self._rule(), ((msg("Moment"), moment), *self._inputs()), tuple(steps)))

    def explain_due(self, moment: datetime, minutes: int) -> Explained[datetime]:
        """Why `minutes` of opening time after `moment` are used up then."""
        used = self._used(moment, minutes)
        due = self._local(used[-1].end)
        steps: list[Text] = []
        last = moment
        for spell in used[:_SPELLS_TOLD]:
            steps += self._closed_days(last, spell.start)
            steps.append(msg("Du {start} au {end}\u00a0: {n}\u00a0min", start=spell.start, end=spell.end, n=spell.minutes))
            last = spell.end
        if rest := used[_SPELLS_TOLD:]:
            total = sum(spell.minutes for spell in rest)
            steps.append(msg("Puis, jusqu’au {end}\u00a0: {n}\u00a0min", end=due, n=total))
        steps.append(msg("Échéance\u00a0: {due}.", due=due))
        inputs = ((msg("Départ"), moment), (msg("Délai"), msg("{n}\u00a0min", n=minutes)), *self._inputs())
        rule = msg("Le délai ne court que pendant les heures d’ouverture. {hours}", hours=self._rule())
        return Explained(due, Explanation(rule, inputs, tuple(steps)))

    def _used(self, moment: datetime, minutes: int) -> list[Spell]:
        """The stretches of opening time that a clock uses up, in order; the last one ends when it is due."""
        if not 0 <= minutes <= MAX_MINUTES:
            raise InputError("minutes", minutes, msg("un nombre entier de {least} à {most}", least=0, most=MAX_MINUTES))
        left = minutes * _MINUTE
        used: list[Spell] = []
        for spell in self.spells(moment):
            if spell.end < moment:
                continue
            start = max(spell.start, moment.astimezone(UTC))
            taken = min(left, spell.end - start)
            if taken or not left:
                used.append(Spell(start, start + taken))
            left -= taken
            if not left:
                break
        return used

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(ZoneInfo(self.support.time_zone))

    def _on(self, day: date) -> list[Spell]:
        """The openings of one day of the offer's calendar."""
        if self.closed_because(day) is not None:
            return []
        zone = ZoneInfo(self.support.time_zone)
        spells = (
            Spell(_instant(day, opens, zone, last=False), _instant(day, closes, zone, last=True))
            for opens, closes in self.support.openings_on(day.weekday())
        )
        return [spell for spell in spells if spell.start < spell.end]

    def _closed_days(self, start: datetime, end: datetime) -> Iterator[Text]:
        """Why the days from that of `start` to before that of `end` stay closed."""
        day, last = self._local(start).date(), self._local(end).date()
        while day < last:
            reason = self.closed_because(day)
            if reason is not None:
                yield msg("Le {day}\u00a0: fermé, {reason}.", day=day, reason=reason)
            day = add_days(day, 1)

    def _rule(self) -> Text:
        from app.domain.article_services import opening_hours  # with the offer's schema, which costs to load

        hours = opening_hours(self.support)
        if not self.support.closed_on_public_holidays:
            return msg("L’assistance est ouverte {hours}.", hours=hours)
        if not self.support.closed_on_bridge_days:
            return msg("L’assistance est ouverte {hours}, sauf les jours fériés.", hours=hours)
        return msg("L’assistance est ouverte {hours}, sauf les jours fériés et les jours de pont ou de congé annoncés.", hours=hours)

    def _inputs(self) -> tuple[tuple[Text, object], ...]:
        zone = (msg("Jours fériés"), label(self.zone))
        return (zone,) if self.support.closed_on_public_holidays else ()


def support_clock(support: Support | None, offer_name: Text, zone: HolidayZone) -> SupportClock:
    """The clock of an offer.

    Raises:
        RuleError: the offer has no support hours.
    """
    if support is None:
        raise RuleError(msg("L’offre {offer} ne donne pas d’horaires d’assistance.", offer=offer_name))
    return SupportClock(support, zone)


def _instant(day: date, wall: time, zone: ZoneInfo, *, last: bool) -> datetime:
    """The moment, in UTC, at which the clocks of `zone` show `wall` on `day`, the last time they do or the first."""
    local = datetime.combine(day, wall, zone).replace(fold=int(last))
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return moment
    # The clocks skip that time. Read with the offset of before and with that of after, it lies on both sides of the change.
    early, late = sorted(local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    offset = late.astimezone(zone).utcoffset()
    while late - early > _SECOND:
        middle = early + (late - early) / 2
        early, late = (early, middle) if middle.astimezone(zone).utcoffset() == offset else (middle, late)
    return late.replace(microsecond=0)
