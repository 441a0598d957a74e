"""Small pieces every screen is made of: texts, buttons, cards. Their looks come from the theme."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui import theme
from app.ui.icons import icon

TextKind = Literal["heading", "subheading", "strong", "muted", "small", "overline", "error", "body"]
SHORTEST = 96
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
ButtonKind = Literal["primary", "normal", "quiet", "danger", "link"]


def text_label(text: str, kind: TextKind = "body", *, wrap: bool = False, selectable: bool = False) -> QLabel:
    """A label that shows `text` as it is: nothing a user typed is read as markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if kind != "body":
        label.setProperty("kind", kind)
    if selectable:
        label.setTextInteractionFlags(_SELECTABLE)
    return label


class ElidedLabel(QLabel):
    """One line that ends in “…” where there is no room for all of it; the tool tip then has the whole."""

    _whole = ""

    def __init__(self, text: str = "", kind: TextKind = "body", *, selectable: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        if kind != "body":
            self.setProperty("kind", kind)
        if selectable:
            self.setTextInteractionFlags(_SELECTABLE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def text(self) -> str:
        """The whole text, shown or not."""
        return self._whole

    def setText(self, text: str) -> None:
        """Show `text`, or what there is room for."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._cut()

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        whole = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(min(whole, SHORTEST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        if shown != super().text():
            super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


def figure_label(text: str, kind: TextKind = "body") -> QLabel:
    """A right-aligned label in tabular figures, for amounts and dates."""
    label = text_label(text, kind)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    label.setFont(theme.font(tabular=True, bold=kind == "strong"))
    return label


def presses(made: QAbstractButton, event: QKeyEvent) -> bool:
    """Whether `event` is Enter on the button `made`, which it then presses.

    Windows presses the button that has the focus. Qt would press the main button of the dialog in its place, or make each button that
    is passed the main one, so that Enter in a field might press any of them. With Ctrl, Enter stays the dialog's: it means the main button.
    """
    others = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or others:
        return False
    if not event.isAutoRepeat():
        made.click()
    return True


class PushButton(QPushButton):
    """A button that Enter presses when it has the focus, in a dialog as on a page; it never becomes the main one by being passed."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not presses(self, event):
            super().keyPressEvent(event)


class ToolButton(QToolButton):
    """A small button that Enter presses when it has the focus; one that only opens a menu opens it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not presses(self, event):
            super().keyPressEvent(event)


def button(
    text: str,
    on_click: Callable[[], object] | None = None,
    *,
    kind: ButtonKind = "normal",
    icon_name: str | None = None,
    shortcut: str | None = None,
    tip: str = "",
) -> QPushButton:
    """A push button; `&` in `text` marks the Alt letter. `shortcut` (`"Ctrl+N"`) is told in the tool tip."""
    made = PushButton(text)
    if kind != "normal":
        made.setProperty("kind", kind)
    if icon_name is not None:
        made.setIcon(icon(icon_name, {"primary": "on_accent", "danger": "danger", "link": "accent"}.get(kind, "text"), "left"))
        made.setIconSize(QSize(theme.ICON + theme.SPACE.tiny, theme.ICON))
    made.setAccessibleName(text.replace("&", ""))
    _finish(made, on_click, shortcut, tip)
    return made


def icon_button(
    icon_name: str,
    name: str,
    on_click: Callable[[], object] | None = None,
    *,
    shortcut: str | None = None,
    checkable: bool = False,
) -> QToolButton:
    """A quiet square button; `name` is its tool tip and what a screen reader says."""
    made = ToolButton()
    made.setProperty("kind", "quiet")
    made.setIcon(icon(icon_name, "text_muted"))
    made.setIconSize(QSize(theme.ICON, theme.ICON))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setCheckable(checkable)
    made.setAccessibleName(name)
    _finish(made, on_click, shortcut, name)
    return made


def _finish(made: QPushButton | QToolButton, on_click: Callable[[], object] | None, shortcut: str | None, tip: str) -> None:
    if on_click is not None:
        made.clicked.connect(lambda: on_click())
    if shortcut is not None:
        sequence = QKeySequence(shortcut)
        made.setShortcut(sequence)
        shown = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        tip = f"{tip or made.text().replace('&', '')} ({shown})"
    if tip:
        made.setToolTip(tip)


def row(*items: QWidget | int | None, spacing: int = theme.SPACE.small) -> QHBoxLayout:
    """Widgets side by side; `None` takes the free space, a number is a gap."""
    layout = QHBoxLayout()
    _fill(layout, items, spacing, 0)
    return layout


def column(*items: QWidget | int | None, spacing: int = theme.SPACE.small, margin: int = 0) -> QVBoxLayout:
    """Widgets one below the other; `None` takes the free space, a number is a gap."""
    layout = QVBoxLayout()
    _fill(layout, items, spacing, margin)
    return layout


def _fill(layout: QBoxLayout, items: Sequence[QWidget | int | None], spacing: int, margin: int) -> None:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        else:
            layout.addWidget(item)


def line() -> QFrame:
    """A thin horizontal rule."""
    rule = QFrame()
    rule.setObjectName("rule")
    rule.setFixedHeight(1)
    return rule


def scrolled(content: QWidget) -> QScrollArea:
    """`content` in a vertical scroll area without a frame."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


def reveal(widget: QWidget, on: bool = True) -> None:
    """Show or hide a part of a window. Before it has a parent it is not shown at once: it would be a window of its own."""
    if on and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.setVisible(on)


def clear_layout(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Remove and delete everything in `layout`."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner := item.layout(), QVBoxLayout | QHBoxLayout):
            clear_layout(inner)


class SectionCard(QFrame):
    """A titled block on a screen: title at the left, buttons at the right, content below in `body`.

    Attributes:
        body: the layout to fill.
    """

    def __init__(self, title: str = "", *actions: QWidget, icon_name: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        outer = column(spacing=theme.SPACE.small, margin=theme.SPACE.medium)
        self._title = ElidedLabel(title, "subheading")
        if title or actions:
            head = row()
            if icon_name is not None:
                head.addWidget(IconLabel(icon_name, "text_muted"))
            head.addWidget(self._title, 1)
            for action in actions:
                head.addWidget(action)
            outer.addLayout(head)
        self.body = column(spacing=theme.SPACE.small)
        outer.addLayout(self.body)
        self.setLayout(outer)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put `widget` below what is there."""
        self.body.addWidget(widget, stretch)

    def clear(self) -> None:
        """Empty the body."""
        clear_layout(self.body)


class IconLabel(QLabel):
    """An icon by itself, redrawn when theme or screen change. Decorative: it has no name for screen readers."""

    def __init__(self, icon_name: str, role: str = "text", size: int = theme.ICON, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon(icon_name, role)
        self._size = size
        self.setFixedSize(size, size)

    def set_icon(self, icon_name: str, role: str = "text") -> None:
        """Show another icon."""
        self._icon = icon(icon_name, role)
        self.update()

    def paintEvent(self, event: object) -> None:
        from PySide6.QtGui import QPainter

        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
