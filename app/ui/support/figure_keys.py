"""The keys 1, 2 and 3, on the row above the letters as on the keypad, and as a French keyboard gives them without Shift. Thread: Qt's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

#: For each of the three, what `QKeySequence` calls it. On a French keyboard the row gives `& é "`, and the figures with Shift.
FIGURE_KEYS = (("1", "&"), ("2", "É"), ("3", '"'))


def figure_of(event: QKeyEvent) -> int | None:
    """Which of the three keys was pressed, counted from 0; `None` for any other, and with Ctrl, Alt or the Windows key."""
    others = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    typed = event.text().upper()
    if others or not typed:
        return None
    return next((place for place, keys in enumerate(FIGURE_KEYS) if typed in keys), None)
