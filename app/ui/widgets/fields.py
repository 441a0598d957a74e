"""Fields for dates and amounts that take what people type and flag what cannot be, instead of "correcting" it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QWidget

from app.domain import formatting
from app.domain.errors import InputError
from app.domain.text import language, msg, tr
from app.ui import theme
from app.ui.icons import icon
from app.ui.widgets.basics import column

_DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?[\s.\-]+([^\W\d_]+)[\s.,\-]+(\d{4})", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_ENGLISH_THOUSANDS = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")


def parse_day(typed: str, field: str = "date") -> date | None:
    """The date in `22/11/2026`, `22.11.26`, `22112026`, `2026-11-22`, `22 Nov 2026` or `22 novembre 2026`; `None` for nothing.

    Raises:
        InputError: it is not a date, or one the calendar does not have (31 February).
    """
    text = typed.strip()
    if not text:
        return None
    if found := _ISO.fullmatch(text):
        year, month, number = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.fullmatch(text) or _DIGITS.fullmatch(text):
        number, month, year = (int(part) for part in found.groups())
        year += 2000 if year < 100 else 0
    elif (found := _NAMED.fullmatch(text)) and (named := _month(found[2])):
        number, month, year = int(found[1]), named, int(found[3])
    else:
        raise InputError(field, text, msg("une date comme 22/11/2026"))
    try:
        return date(year, month, number)
    except ValueError as error:
        raise InputError(field, text, msg("un jour qui existe au calendrier, comme 22/11/2026")) from error


def _month(name: str) -> int | None:
    """The month that a name of three letters or more begins, in French or English; `None` where it is none, or might be two."""
    wanted = _plain(name)
    known = (
        (month, _plain(formatting.long_day(date(2000, month, 2), spoken)).split()[1]) for month in range(1, 13) for spoken in ("fr", "en")
    )
    found = {month for month, whole in known if whole.startswith(wanted)} if len(wanted) > 2 else set()
    return found.pop() if len(found) == 1 else None


def _plain(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter))


def parse_amount(typed: str, field: str = "amount", *, places: int = 2) -> Decimal | None:
    """The number in `1 234,56 €`, `1234.56` or `1234,5`, in English also `1,234.56`; `None` for nothing.

    Raises:
        InputError: it is not a number, has more than `places` decimals, or more than twelve figures before them.
    """
    text = re.sub(r"[\s\u00a0\u202f€]", "", typed).replace("\u2212", "-")
    if not text:
        return None
    if language() == "en" and _ENGLISH_THOUSANDS.fullmatch(text):  # the way an English field writes its own value
        text = text.replace(",", "")
    allowed = msg("un montant comme 1 234,56")
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+\.\d+", text):  # as English writes it, and as this field shows it in English
        text = text.replace(",", "")
    if not re.fullmatch(r"-?\d{1,12}([.,]\d+)?", text):
        raise InputError(field, typed.strip(), allowed)
    try:
        value = Decimal(text.replace(",", "."))
    except InvalidOperation as error:
        raise InputError(field, typed.strip(), allowed) from error
    rounded = value.quantize(Decimal(1).scaleb(-places))
    if rounded != value:
        raise InputError(field, typed.strip(), allowed)
    return rounded


class _Field(QLineEdit):
    """A line that knows its value; it marks itself when what was typed cannot be."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.setFont(theme.font(tabular=True))
        self.editingFinished.connect(self._leave)
        self.textEdited.connect(self._forgive)

    def is_valid(self) -> bool:
        """Whether `value()` would answer."""
        try:
            self._read()
        except InputError:
            return False
        return True

    def _read(self) -> object:
        raise NotImplementedError

    def _rewrite(self) -> None:
        raise NotImplementedError

    def _leave(self) -> None:
        mark_invalid(self, not self.is_valid())
        if self.is_valid():
            self._rewrite()

    def _forgive(self) -> None:
        if self.is_valid():
            mark_invalid(self, False)


def mark_invalid(editor: QWidget, invalid: bool) -> None:
    """Give an editor the look of a refused value, or take it away."""
    value = "true" if invalid else "false"
    if (editor.property("invalid") or "false") != value:
        editor.setProperty("invalid", value)
        theme.restyle(editor)


class DateField(_Field):
    """A date typed as `22/11/2026` or in another usual way, or chosen from a calendar (Alt+Down, or the button in the field).

    It shows the date as the language writes it.

    Up and Down move by a day, Page Up and Page Down by a month.
    """

    changed = Signal()

    def __init__(self, name: str, value: date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setPlaceholderText(tr("jj/mm/aaaa"))
        self.setMinimumWidth(120)
        self.setMaximumWidth(160)
        self._calendar: QFrame | None = None
        action = self.addAction(icon("calendar", "text_muted"), QLineEdit.ActionPosition.TrailingPosition)
        action.setText(tr("Choisir dans le calendrier"))
        action.setToolTip(tr("Choisir dans le calendrier (Alt+Bas)"))
        action.triggered.connect(self.open_calendar)
        self.set_value(value)
        self.textChanged.connect(lambda: self.changed.emit())

    def value(self) -> date | None:
        """The date, or `None` for an empty field.

        Raises:
            InputError: what was typed is not a date; the field keeps it and is marked.
        """
        return self._read()

    def set_value(self, value: date | None) -> None:
        """Show `value`."""
        self.setText(self._shown(value))
        mark_invalid(self, False)

    @staticmethod
    def _shown(value: date | None) -> str:
        return "" if value is None else formatting.day(value, language())

    def _read(self) -> date | None:
        return parse_day(self.text(), self.name)

    def _rewrite(self) -> None:
        shown = self._shown(self._read())
        if shown != self.text():
            self.setText(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        steps: dict[int, Callable[[QDate], QDate]] = {
            Qt.Key.Key_Up: lambda day: day.addDays(1),
            Qt.Key.Key_Down: lambda day: day.addDays(-1),
            Qt.Key.Key_PageUp: lambda day: day.addMonths(1),
            Qt.Key.Key_PageDown: lambda day: day.addMonths(-1),
        }
        step = steps.get(key)
        if step is None or not self.is_valid() or (value := self._read()) is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        moved = step(QDate(value.year, value.month, value.day))
        self.set_value(date(moved.year(), moved.month(), moved.day()))

    def open_calendar(self) -> None:
        """Show the month of the value below the field."""
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setObjectName("popover")
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale(language()))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if self.is_valid() and (value := self._read()) is not None:
            calendar.setSelectedDate(QDate(value.year, value.month, value.day))
        calendar.activated.connect(self._choose)
        calendar.clicked.connect(self._choose)
        layout = column(calendar, margin=theme.SPACE.tiny)
        popup.setLayout(layout)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._calendar = popup
        popup.show()
        calendar.setFocus()

    def _choose(self, chosen: QDate) -> None:
        self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
        if self._calendar is not None:
            self._calendar.close()
            self._calendar = None
        self.setFocus()


class AmountField(_Field):
    """An amount in euros, right-aligned, typed with comma or point: `1 234,56`."""

    changed = Signal()

    def __init__(self, name: str, value: Decimal | None = None, *, places: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._places = places
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaximumWidth(160)
        self.addAction(icon("euro", "text_muted"), QLineEdit.ActionPosition.TrailingPosition).setEnabled(False)
        self.set_value(value)
        self.textChanged.connect(lambda: self.changed.emit())

    def value(self) -> Decimal | None:
        """The amount, or `None` for an empty field.

        Raises:
            InputError: what was typed is not an amount; the field keeps it and is marked.
        """
        return self._read()

    def set_value(self, value: Decimal | None) -> None:
        """Show `value`."""
        self.setText("" if value is None else formatting.decimal(value, language(), self._places))
        mark_invalid(self, False)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.selectAll()

    def _read(self) -> Decimal | None:
        return parse_amount(self.text(), self.name, places=self._places)

    def _rewrite(self) -> None:
        self.set_value(self._read())


class SearchField(QLineEdit):
    """As-you-type search: `searched` carries the text at every keystroke; Escape empties it; Down leaves to the list.

    Nothing is delayed: give the query to `tasks.run(..., latest=…)`, which drops the ones that were overtaken.
    """

    searched = Signal(str)
    left_down = Signal()

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "text_muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMinimumWidth(160)
        self.textChanged.connect(self.searched)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Escape empties the field first; only an empty field lets it close a dialog.
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and event.key() == Qt.Key.Key_Escape and self.text():  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)
