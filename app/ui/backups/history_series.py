"""What the picture of a machine's backups shows: a bar and a mark for each day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from app.domain import formatting
from app.domain.formatting import PARIS
from app.domain.records import BackupOperation, BackupResult
from app.domain.text import language, tr, trn
from app.ui.backups import words

if TYPE_CHECKING:
    from app.domain.values.backups import ReportRow


class Measure(StrEnum):
    """What the bars stand for."""

    ADDED = "added"
    SIZE = "size"
    DURATION = "duration"


@dataclass(frozen=True)
class HistoryDay:
    """The backups of one day.

    Attributes:
        value: by the measure chosen: bytes or seconds.
        successes, failures: how many backups of the day ended so.
        words: all of it, for a tool tip and screen readers.
    """

    day: date
    value: float
    successes: int
    failures: int
    words: str


@dataclass(frozen=True)
class HistoryPicture:
    """One picture: its days without a gap, oldest first, and how its heights are written."""

    name: str
    measure: Measure
    days: tuple[HistoryDay, ...]

    @property
    def top(self) -> float:
        """The highest bar."""
        return max((each.value for each in self.days), default=0.0)

    def written(self, value: float) -> str:
        """A height in words."""
        return words.duration(value) if self.measure is Measure.DURATION else words.size(int(value))

    def ticks(self) -> tuple[float, list[tuple[float, str]]]:
        """The upper end of the scale, and its marks: round sizes or times."""
        step = _step(self.top / 3, _TIMES if self.measure is Measure.DURATION else _sizes())
        count = max(1, -(-int(self.top) // int(step)))
        return step * count, [(step * number, self.written(step * number) if number else "0") for number in range(count + 1)]


def measure_title(measure: Measure) -> str:
    """The measure, in a list."""
    return {
        Measure.ADDED: tr("Données ajoutées"),
        Measure.SIZE: tr("Taille totale"),
        Measure.DURATION: tr("Durée"),
    }[measure]


def picture(rows: Sequence[ReportRow], measure: Measure, today: date, days: int) -> HistoryPicture:
    """The last `days` days up to `today`, from reports in any order."""
    by_day: dict[date, list[ReportRow]] = {}
    for row in rows:
        by_day.setdefault(row.finished_at.astimezone(PARIS).date(), []).append(row)
    first = today - timedelta(days=days - 1)
    shown = tuple(_day(first + timedelta(days=number), by_day, measure) for number in range(days))
    failures = sum(each.failures for each in shown)
    name = tr(
        "{measure} par jour, du {first} au {last}",
        measure=measure_title(measure),
        first=formatting.day(first, language()),
        last=formatting.day(today, language()),
    )
    said = trn("{n} échec", "{n} échecs", failures) if failures else tr("aucun échec")
    return HistoryPicture(f"{name}, {said}", measure, shown)


def day_ticks(days: Sequence[HistoryDay], room: float, width: Callable[[str], int]) -> list[tuple[float, str]]:
    """Which days are named below the picture: the last, and before it as many as have room."""
    if not days:
        return []
    texts = [f"{each.day:%d/%m}" if language() == "fr" else f"{each.day.day} {each.day:%b}" for each in days]
    slot = room / len(days)
    every = max(1, -(-int(max(map(width, texts)) + 14) // max(1, int(slot))))
    last = len(days) - 1
    return [(float(number), texts[number]) for number in range(last, -1, -every)][::-1]


def _day(day: date, by_day: dict[date, list[ReportRow]], measure: Measure) -> HistoryDay:
    reports = sorted(by_day.get(day, ()), key=lambda row: row.finished_at)
    backups = [row for row in reports if row.operation is BackupOperation.BACKUP]
    good = [row for row in backups if row.result is BackupResult.SUCCESS]
    failures = sum(row.result is BackupResult.FAILED for row in backups)
    value: float
    if measure is Measure.ADDED:
        value = sum(row.added_bytes for row in good)
    elif measure is Measure.SIZE:
        value = good[-1].processed_bytes if good else 0
    else:
        value = max((row.duration_seconds for row in backups), default=0)
    said = [formatting.long_day(day, language())]
    if good:
        said.append(trn("{n} sauvegarde réussie", "{n} sauvegardes réussies", len(good)))
        added, whole = words.size(sum(row.added_bytes for row in good)), words.size(good[-1].processed_bytes)
        said.append(tr("{added} ajoutés, {size} en tout, {time}", added=added, size=whole, time=words.duration(good[-1].duration_seconds)))
    if failures:
        said.append(trn("{n} échec", "{n} échecs", failures))
        said += list(dict.fromkeys(row.message for row in backups if row.result is BackupResult.FAILED and row.message))[:2]
    if not backups:
        said.append(tr("aucune sauvegarde"))
    return HistoryDay(day, float(value), len(good), failures, "\n".join(said))


_TIMES = (1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 10800, 21600, 43200, 86400)


def _sizes() -> tuple[int, ...]:
    return tuple(lead * 10**power for power in range(15) for lead in (1, 2, 5))


def _step(least: float, steps: Sequence[int]) -> int:
    return next((step for step in steps if step >= least), steps[-1])
