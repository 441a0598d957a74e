"""The pictures of the page of statistics: bars with patterns, that a printer without colours tells apart too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import Any

from app.documents import style
from app.documents.flowables import draw_rule, draw_text
from app.documents.statistics_model import Step
from app.documents.typesetting import Ink, text_width
from app.documents.wording import Voice
from app.domain.records import RatingValue, label

AXIS = Ink("regular", 7, style.GREY)
VALUE = Ink("semibold", 7, style.BLACK)
LEGEND = Ink("regular", 8, style.BLACK)
PALE = (0.80, 0.85, 0.91)
WARM = (0.76, 0.33, 0.13)
WHITE = (1.0, 1.0, 1.0)
_LINE = 0.5
_SCALE = 26.0
"""Room for the numbers left of the bars."""
_BELOW = 22.0
"""Room for the names below the bars: the step, and its year."""

_WIDEST = 80.0
"""Most room for a bar: a few of them stand in the middle."""

Colour = tuple[float, float, float]


@dataclass(frozen=True)
class Box:
    """A part of the page, in points, from its lower left corner."""

    x: float
    y: float
    width: float
    height: float


def draw_ratings(canvas: Any, box: Box, steps: Sequence[Step], voice: Voice) -> None:
    """Stacked bars: the three smileys of each step."""

    def draw(step: Step, x: float, y: float, width: float, scale: float) -> None:
        for value, count in zip(RatingValue, (step.great, step.neutral, step.poor), strict=True):
            if count:
                swatch(canvas, value, Box(x, y, width, count * scale))
                y += count * scale

    _bars(canvas, box, steps, voice, draw, [step.ratings for step in steps])


def draw_waits(canvas: Any, box: Box, steps: Sequence[Step], voice: Voice) -> None:
    """Plain bars: the mean wait for the first answer, in minutes."""

    def draw(step: Step, x: float, y: float, width: float, scale: float) -> None:
        if step.mean_minutes is not None:
            _filled(canvas, Box(x, y, width, step.mean_minutes * scale), PALE)

    _bars(canvas, box, steps, voice, draw, [step.mean_minutes for step in steps])


def draw_legend(canvas: Any, right: float, y: float, voice: Voice) -> None:
    """What the patterns mean, set to the right, on one line."""
    x = right
    for value in reversed(RatingValue):
        name = voice.say(label(value))
        x -= text_width(name, LEGEND)
        draw_text(canvas, name, LEGEND, x, y)
        x -= 13
        swatch(canvas, value, Box(x, y - 1, 9, 8))
        x -= 14


def swatch(canvas: Any, value: RatingValue, box: Box) -> None:
    """A piece of a bar: full for the best, hatched for the middle, dotted for the worst."""
    if value is RatingValue.GREAT:
        _filled(canvas, box, style.ACCENT)
        return
    _filled(canvas, box, WHITE if value is RatingValue.POOR else PALE, WARM if value is RatingValue.POOR else style.ACCENT)
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(box.x, box.y, box.width, box.height)
    canvas.clipPath(path, stroke=0, fill=0)
    if value is RatingValue.NEUTRAL:
        _hatch(canvas, box)
    else:
        _dots(canvas, box)
    canvas.restoreState()


def _hatch(canvas: Any, box: Box) -> None:
    canvas.setLineWidth(0.6)
    canvas.setStrokeColorRGB(*style.ACCENT)
    # From the page's own origin: the lines of all pieces run on into one another.
    offset = (box.x + box.y) % 2.6
    along = -offset
    while along < box.width + box.height:
        canvas.line(box.x + along, box.y, box.x + along - box.height, box.y + box.height)
        along += 2.6


def _dots(canvas: Any, box: Box) -> None:
    canvas.setFillColorRGB(*WARM)
    rows = int(box.height / 2.4) + 1
    for row in range(rows):
        for column in range(int(box.width / 2.4) + 2):
            canvas.circle(box.x + (column + row % 2 / 2) * 2.4, box.y + 1.2 + row * 2.4, 0.62, stroke=0, fill=1)


def _filled(canvas: Any, box: Box, fill: Colour, line: Colour = style.ACCENT) -> None:
    canvas.saveState()
    canvas.setLineWidth(_LINE)
    canvas.setFillColorRGB(*fill)
    canvas.setStrokeColorRGB(*line)
    canvas.rect(box.x, box.y, box.width, box.height, stroke=1, fill=1)
    canvas.restoreState()


def _bars(
    canvas: Any,
    box: Box,
    steps: Sequence[Step],
    voice: Voice,
    draw: Callable[[Step, float, float, float, float], None],
    heights: Sequence[float | None],
) -> None:
    top, every = _scale_of(max((height for height in heights if height is not None), default=0) * 1.08)  # room for the number above
    plot = Box(box.x + _SCALE, box.y + _BELOW, box.width - _SCALE, box.height - _BELOW - 9)
    scale = plot.height / top
    for number in range(0, top + 1, every):
        y = plot.y + number * scale
        draw_rule(canvas, plot.x, y, plot.width, style.HAIR, style.HAIRLINE)
        draw_text(canvas, voice.number(number), AXIS, box.x, y - 2.3, align="right", width=_SCALE - 5)
    pitch = min(plot.width / len(steps), _WIDEST)
    start = plot.x + (plot.width - pitch * len(steps)) / 2
    thick = min(pitch * 0.68, 26.0)
    shown = [voice.number(round(height)) if height else "" for height in heights]
    fits = max((text_width(text, VALUE) for text in shown if text), default=0.0) < pitch - 1
    for place, (step, height) in enumerate(zip(steps, heights, strict=True)):
        left = start + place * pitch
        draw(step, left + (pitch - thick) / 2, plot.y, thick, scale)
        if fits and shown[place]:
            draw_text(canvas, shown[place], VALUE, left, plot.y + (height or 0) * scale + 2.5, align="centre", width=pitch)
    draw_rule(canvas, plot.x, plot.y, plot.width, 0.7, style.GREY)
    _names(canvas, start, plot.y, steps, voice, pitch)


def _names(canvas: Any, start: float, y: float, steps: Sequence[Step], voice: Voice, pitch: float) -> None:
    names = [step.short(voice.language) for step in steps]
    if max(text_width(name, AXIS) for name in names) > pitch - 4:
        names = [name[0].upper() if step.months == 1 else name.lstrip("TQ")[:4] for name, step in zip(names, steps, strict=True)]
    every = max(1, ceil((max(text_width(name, AXIS) for name in names) + 2) / pitch))
    for place in range(0, len(names), every):
        draw_text(canvas, names[place], AXIS, start + place * pitch, y - 9.5, align="centre", width=pitch)
    if steps[0].months >= 12:
        return
    for year, places in _by_year(steps):
        x, width = start + places[0] * pitch, len(places) * pitch
        if places[0]:
            canvas.saveState()
            canvas.setLineWidth(style.HAIR)
            canvas.setStrokeColorRGB(*style.HAIRLINE)
            canvas.line(x, y, x, y - 20)
            canvas.restoreState()
        if width > text_width(str(year), AXIS) + 2:
            draw_text(canvas, str(year), AXIS, x, y - 19, align="centre", width=width)


def _by_year(steps: Sequence[Step]) -> Iterable[tuple[int, list[int]]]:
    for year, places in groupby(range(len(steps)), lambda place: steps[place].first.year):
        yield year, list(places)


def _scale_of(most: float) -> tuple[int, int]:
    """The top of a scale of whole numbers, and the step between its lines: three to five of them."""
    size = 1
    while True:
        for every in (size, 2 * size, 5 * size):
            if every * 4 >= most:
                return max(every, -(-int(most + 0.999) // every) * every), every
        size *= 10
