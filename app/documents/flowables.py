"""What the pages are filled with: blocks of text and hairlines, for ReportLab's Platypus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from reportlab.platypus.flowables import Flowable

from app.documents.fonts import Face, Piece
from app.documents.typesetting import Ink, Item, Line, Span, set_lines


@dataclass(frozen=True)
class Look:
    """How a paragraph stands on the page. Lengths in points.

    Attributes:
        leading: from one baseline to the next.
        align: `"left"`, `"right"`, `"centre"` or `"justify"`.
        before, after: space above and below.
        indent: added to the left of every line.
        with_next: never left alone at the foot of a page.
    """

    ink: Ink
    leading: float
    align: str = "left"
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    with_next: bool = False


_LOOSEST = 0.5
"""Widest a space of a justified line may grow, in ems; looser lines are left ragged."""


class TextBlock(Flowable):
    """A paragraph: breaks over pages with at least two lines on each side."""

    def __init__(self, text: str | Sequence[Span], look: Look, *, lines: tuple[Line, ...] | None = None) -> None:
        super().__init__()
        self.spans: tuple[Span, ...] = ((text, look.ink),) if isinstance(text, str) else tuple(text)
        self.look = look
        self.keepWithNext = look.with_next
        self._lines = lines
        self._set_for = -1.0

    def lines(self, width: float) -> tuple[Line, ...]:
        """The lines at `width` points."""
        inner = width - self.look.indent
        if self._lines is None or (self._set_for not in (-1.0, inner)):
            self._lines = set_lines(self.spans, inner)
        self._set_for = inner
        return self._lines

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803 (ReportLab's names)
        """Size taken at this width."""
        self.width = availWidth
        self.height = len(self.lines(availWidth)) * self.look.leading
        return availWidth, self.height

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """Two blocks, or none when two lines do not fit."""
        lines = self.lines(availWidth)
        room = int((availHeight + 0.01) / self.look.leading)
        if room >= len(lines):
            return [self]
        if len(lines) - room < 2:
            room -= 1
        if room < 2:
            return []
        return [
            TextBlock(self.spans, replace(self.look, after=0.0), lines=lines[:room]),
            TextBlock(self.spans, replace(self.look, before=0.0), lines=lines[room:]),
        ]

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Space above."""
        return self.look.before

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Space below."""
        return self.look.after

    def draw(self) -> None:
        """Draw the lines, top to bottom."""
        look = self.look
        y = self.height - look.leading / 2 - look.ink.size * 0.33
        for line in self.lines(self.width):
            draw_line(self.canv, line, look.indent, y, self.width - look.indent, look.align)
            y -= look.leading


class Heading(TextBlock):
    """A paragraph that the reader's outline points to."""

    def __init__(self, text: str, look: Look, *, level: int = 0) -> None:
        super().__init__(text, look)
        self.title = text
        self.level = level

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        """A heading is never cut."""
        return []

    def draw(self) -> None:
        """Draw the heading and put it in the outline."""
        canvas: Any = self.canv
        canvas.mark(self.title, self.level, self.height + 6)
        super().draw()


class Rule(Flowable):
    """A horizontal line across the column, or over `length` points."""

    def __init__(
        self, thickness: float, colour: tuple[float, float, float], *, length: float | None = None, before: float = 0.0, after: float = 0.0
    ) -> None:
        super().__init__()
        self.thickness, self.colour, self.length = thickness, colour, length
        self.before, self.after = before, after

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """As wide as the column, as high as the line is thick."""
        self.width = availWidth
        return availWidth, self.thickness

    def getSpaceBefore(self) -> float:  # noqa: N802
        """Space above."""
        return self.before

    def getSpaceAfter(self) -> float:  # noqa: N802
        """Space below."""
        return self.after

    def draw(self) -> None:
        """Draw the line."""
        draw_rule(self.canv, 0, 0, self.length or self.width, self.thickness, self.colour)


def draw_rule(canvas: Any, x: float, y: float, length: float, thickness: float, colour: tuple[float, float, float]) -> None:
    """A horizontal line from (x, y)."""
    canvas.saveState()
    canvas.setLineWidth(thickness)
    canvas.setStrokeColorRGB(*colour)
    canvas.line(x, y, x + length, y)
    canvas.restoreState()


def draw_text(canvas: Any, text: str, ink: Ink, x: float, y: float, *, align: str = "left", width: float = 0.0) -> None:
    """One line of text with its baseline at `y`; cut to nothing is never done: the caller leaves room or gives `width` to align in."""
    for line in set_lines(((text, ink),), 1e6)[:1]:
        draw_line(canvas, line, x, y, width or line.width, align)


def draw_line(canvas: Any, line: Line, x: float, y: float, width: float, align: str) -> None:
    """Draw `line` with its baseline at `y`, between `x` and `x + width`."""
    if not line.items:
        return
    slack = width - line.width
    extra = 0.0
    if align == "right":
        x += slack
    elif align == "centre":
        x += slack / 2
    elif align == "justify" and not line.ends and slack > 0:
        gaps = sum(item.stretches for item in line.items)
        widest = _LOOSEST * line.items[0].ink.size
        extra = slack / gaps if gaps and slack / gaps <= widest else 0.0
    canvas.addLiteral(_text_operators(canvas, line.items, x, y, extra))


def _text_operators(canvas: Any, items: Sequence[Item], x: float, y: float, extra: float) -> str:
    parts = [f"q BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
    array: list[str] = []
    ink: Ink | None = None
    face: Face | None = None
    embedded: Any = None
    written: dict[Piece, str] = {}
    stretch = f"{-extra * 1000 / items[0].ink.size:.0f}" if extra else ""
    for item in items:
        piece = item.piece
        if ink is not item.ink or face is not piece.face or item.at is not None:
            _flush(parts, array)
            embedded = canvas.embedded(piece.face)
            written = embedded.written
            parts.append(_font_operators(embedded.internal_name, item.ink, ink))
            ink, face = item.ink, piece.face
        if item.at is not None:
            _flush(parts, array)
            parts.append(f"1 0 0 1 {x + item.at:.2f} {y:.2f} Tm")
        if piece.shifted:
            _flush(parts, array)
            for glyph in piece.glyphs:
                parts.append(f"{glyph.shift_y * ink.size / 1000:.2f} Ts [{embedded.show_glyph(glyph)}] TJ")
            parts.append("0 Ts")
            continue
        array.append(written.get(piece) or embedded.show(piece))
        if stretch and item.stretches:
            array.append(stretch)
    _flush(parts, array)
    parts.append("ET Q")
    return " ".join(parts)


def _flush(parts: list[str], array: list[str]) -> None:
    if array:
        parts.append("[" + "".join(array).replace("><", "") + "] TJ")
        array.clear()


def _font_operators(name: str, ink: Ink, before: Ink | None) -> str:
    operators = f"/{name} {ink.size:g} Tf"
    if before is None or before.colour != ink.colour:
        operators += " {:.3g} {:.3g} {:.3g} rg".format(*ink.colour)
    if ink.tracking or (before is not None and before.tracking):
        operators += f" {ink.tracking:g} Tc"
    return operators
