"""Forms: fields with their label above and what is wrong with them right below."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from app.domain.errors import InputError, UserError
from app.domain.records import label as enum_label
from app.domain.text import Text, msg, tr
from app.ui import theme
from app.ui.widgets.basics import IconLabel, column, row, text_label
from app.ui.widgets.fields import AmountField, DateField, mark_invalid

COLUMN_WIDTH = 168
_ANY_WIDTH = 16_777_215  # Qt's QWIDGETSIZE_MAX


def enum_combo(values: Sequence[StrEnum], current: StrEnum | None = None, *, empty: str | None = None) -> QComboBox:
    """A list of the values of the field's words; `empty` adds a first line that stands for `None`."""
    return choice_combo([(value, enum_label(value).render()) for value in values], current, empty=empty)


def choice_combo(choices: Sequence[tuple[object, str]], current: object = None, *, empty: str | None = None) -> QComboBox:
    """A list of `(value, text)`; `FormField.value()` gives the value. `empty` adds a first line that stands for `None`."""
    combo = QComboBox()
    combo.setMaxVisibleItems(16)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    if empty is not None:
        combo.addItem(empty, None)
    for value, text in choices:
        combo.addItem(text, value)
    select_data(combo, current)
    return combo


def select_data(combo: QComboBox, value: object) -> None:
    """Choose the line that stands for `value`; the first one where none does."""
    for index in range(combo.count()):
        if combo.itemData(index) == value:
            combo.setCurrentIndex(index)
            return
    combo.setCurrentIndex(0 if combo.count() else -1)


def read_editor(editor: QWidget) -> Any:
    """What an editor holds: text stripped, a date, an amount, a number, a choice's value, a yes or no.

    Raises:
        InputError: a date or amount field holds something else.
    """
    match editor:
        case DateField() | AmountField():
            return editor.value()
        case QLineEdit():
            return editor.text().strip()
        case QPlainTextEdit():
            return editor.toPlainText().strip()
        case QComboBox():
            if editor.isEditable():
                return editor.currentText().strip()
            return editor.currentData() if editor.currentData() is not None or editor.currentIndex() >= 0 else None
        case QCheckBox():
            return editor.isChecked()
        case QSpinBox():
            return editor.value()
        case QDoubleSpinBox():
            return Decimal(str(editor.value()))
        case _:
            raise TypeError(f"no value can be read from {type(editor).__name__}")


class _WheelGuard(QObject):
    """Scrolling a form with the wheel must not change the list or number the pointer happens to pass."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class FormField(QWidget):
    """Label, editor, hint, and the message when the value is refused.

    Attributes:
        name: the technical name, the one `InputError.field` carries.
        editor: the widget typed into.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        editor: QWidget,
        *,
        hint: str = "",
        required: bool = False,
        trailing: QWidget | None = None,
        missing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`missing`: what is asked for below a required field that is left empty."""
        super().__init__(parent)
        self.missing = missing or tr("Ce champ est à remplir.")
        self.name, self.editor, self.required, self.title = name, editor, required, title
        self._hint = hint
        editor.setAccessibleName(title + (f" ({tr('obligatoire')})" if required else ""))
        self._label = QLabel(title.replace("&", "&&") + ("\u00a0*" if required else ""))
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setBuddy(editor)
        if isinstance(editor, QCheckBox):
            editor.setText(title)
            self._label.hide()
        self._below = QHBoxLayout()
        self._below.setSpacing(theme.SPACE.tiny)
        self._message: QLabel | None = None
        self._icon: IconLabel | None = None
        if hint:
            self._message = text_label(hint, "small", wrap=True)
            self._below.addWidget(self._message, 1)
        layout = column(self._label, spacing=theme.SPACE.hair)
        line = row(editor)
        if trailing is not None:
            line.addWidget(trailing)
        if editor.maximumWidth() < _ANY_WIDTH:
            # A short field stands at the left of its place; alone in its row it would stand in the middle.
            line.addStretch(1)
            line.setStretch(0, 1000)
        layout.addLayout(line)
        layout.addLayout(self._below)
        layout.addStretch(1)
        self.setLayout(layout)
        self._watch(editor)

    def value(self) -> Any:
        """What the editor holds.

        Raises:
            InputError: it holds something that cannot be, or nothing where something is required.
        """
        value = read_editor(self.editor)
        if self.required and (value is None or value == ""):
            raise InputError(self.name, "", msg("une valeur\u202f; ce champ est obligatoire"))
        return value

    def set_error(self, text: str | None) -> None:
        """Say below the editor what is wrong; `None` takes the message away."""
        if text is not None or self._icon is not None:
            self._show_message(text)
        mark_invalid(self.editor, text is not None)
        self.editor.setAccessibleDescription(text or self._hint)

    def _show_message(self, text: str | None) -> None:
        # Most fields never have a message: the widgets for it are made with the first.
        if self._message is None:
            self._message = text_label("", "small", wrap=True)
            self._below.addWidget(self._message, 1)
        if self._icon is None:
            self._icon = IconLabel("circle-alert", "danger", 14)
            self._below.insertWidget(0, self._icon, 0, Qt.AlignmentFlag.AlignTop)
        self._icon.setVisible(text is not None)
        self._message.setText(text if text is not None else self._hint)
        theme.set_kind(self._message, "error" if text is not None else "small")
        self._message.setVisible(bool(text or self._hint))

    @property
    def error(self) -> str | None:
        """The message shown, if the value is refused."""
        return None if self._icon is None or self._icon.isHidden() or self._message is None else self._message.text()

    def _changed(self, *_: object) -> None:
        if self.error is not None:
            self.set_error(None)
        self.changed.emit()

    def _watch(self, editor: QWidget) -> None:
        match editor:
            case QLineEdit():
                editor.textChanged.connect(self._changed)
            case QPlainTextEdit():
                editor.textChanged.connect(self._changed)
                editor.setTabChangesFocus(True)
            case QComboBox():
                editor.currentTextChanged.connect(self._changed)
            case QCheckBox():
                editor.toggled.connect(self._changed)
            case QSpinBox() | QDoubleSpinBox():
                editor.valueChanged.connect(self._changed)
        if isinstance(editor, QComboBox | QAbstractSpinBox):
            editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            editor.installEventFilter(_WheelGuard(editor))


class Form(QWidget):
    """Fields in columns, with titled sections; one column where there is no room for more.

    `changed` fires on every change; `values()` reads all fields and shows what is wrong next to each.
    """

    changed = Signal()

    def __init__(self, columns: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = self._shown_columns = columns
        self._fields: dict[str, FormField] = {}
        self._places: list[tuple[QWidget, int]] = []
        self._next = (0, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE.large)
        self._grid.setVerticalSpacing(theme.SPACE.small)
        self._share_width()

    def section(self, title: str) -> None:
        """Start a new group of fields."""
        heading = text_label(title, "overline")
        heading.setContentsMargins(0, theme.SPACE.small if self._places else 0, 0, 0)
        self.add_widget(heading)

    def add(self, field: FormField, *, span: int = 1) -> FormField:
        """Put `field` in the next place; `span` columns wide."""
        self._fields[field.name] = field
        field.changed.connect(self.changed)
        self._places.append((field, span))
        self._place(field, span)
        return field

    def add_widget(self, widget: QWidget) -> None:
        """Put any widget across all columns."""
        self._places.append((widget, self._columns))
        self._place(widget, self._columns)

    def minimumSizeHint(self) -> QSize:
        narrowest = max((widget.minimumSizeHint().width() for widget, _ in self._places), default=0)
        return QSize(narrowest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = max(1, min(self._columns, (self.width() + theme.SPACE.large) // (COLUMN_WIDTH + theme.SPACE.large)))
        if fitting != self._shown_columns:
            self._shown_columns = fitting
            self._arrange()
            self.updateGeometry()

    def _arrange(self) -> None:
        # `takeAt` would leave the old item as the field's own: the new one would never hear that a message needs another line.
        for widget, _ in self._places:
            self._grid.removeWidget(widget)
        self._next = (0, 0)
        for widget, span in self._places:
            self._place(widget, span)
        self._share_width()

    def _place(self, widget: QWidget, span: int) -> None:
        """Put `widget` behind what is there."""
        row, column = self._next
        span = min(span, self._shown_columns)
        if column + span > self._shown_columns:
            row, column = row + 1, 0
        self._grid.addWidget(widget, row, column, 1, span)
        self._next = (row, column + span)

    def _share_width(self) -> None:
        for index in range(self._columns):
            self._grid.setColumnStretch(index, 1 if index < self._shown_columns else 0)

    def field(self, name: str) -> FormField:
        """The field called `name`."""
        return self._fields[name]

    @property
    def fields(self) -> Sequence[FormField]:
        """All fields, in order."""
        return tuple(self._fields.values())

    def values(self) -> dict[str, Any] | None:
        """Every field's value by name; `None` when one is refused: the messages are shown and the first bad field has the focus."""
        found: dict[str, Any] = {}
        bad: list[FormField] = []
        for name, field in self._fields.items():
            try:
                found[name] = field.value()
                field.set_error(None)
            except InputError as error:
                field.set_error(field.missing if error.value == "" and field.required else expected(error.allowed))
                bad.append(field)
        if bad:
            bad[0].editor.setFocus()
            return None
        return found

    def show_error(self, error: UserError) -> bool:
        """Show a refusal of a service next to the field it names; `False` when it names none of them: report it elsewhere."""
        if not isinstance(error, InputError) or (field := self._fields.get(error.field)) is None:
            return False
        field.set_error(expected(error.allowed))
        field.editor.setFocus()
        return True

    def clear_errors(self) -> None:
        """Take all messages away."""
        for field in self._fields.values():
            field.set_error(None)


def expected(allowed: Text) -> str:
    """The message below a refused field."""
    return tr("Attendu\u00a0: {allowed}", allowed=allowed)
