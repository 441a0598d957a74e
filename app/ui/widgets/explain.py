"""« Pourquoi ? »: the rule, the inputs and the steps behind a computed date or amount."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from app.domain.explain import Explanation
from app.domain.text import Text, tr
from app.ui import theme
from app.ui.icons import icon
from app.ui.widgets.basics import PushButton, column, icon_button, reveal, row, scrolled, text_label

POPOVER_WIDTH, HIGHEST = 420, 480


class WhyButton(PushButton):
    """A link that opens the explanation of the value next to it."""

    def __init__(self, why: Explanation | None = None, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setProperty("kind", "link")
        self.setIcon(icon("circle-question-mark", "accent"))
        self.setText(text or tr("Pourquoi\u202f?"))
        self.setAccessibleName(self.text())
        self.setToolTip(tr("Voir la règle, les données et les étapes du calcul"))
        self.clicked.connect(self._open)
        self.popover: Popover | None = None
        self.set_explanation(why)

    def set_explanation(self, why: Explanation | None) -> None:
        """What to explain; `None` hides the link."""
        self._why = why
        reveal(self, why is not None)

    def _open(self) -> None:
        if self._why is not None:
            self.popover = Popover(explanation_view(self._why), tr("Pourquoi\u202f?"), self)
            self.popover.open_below(self)


def explanation_view(why: Explanation) -> QWidget:
    """Rule, inputs and steps as a widget, to be put in a popover or in a panel."""
    view = QWidget()
    layout = column(spacing=theme.SPACE.small)
    layout.addWidget(text_label(tr("Règle"), "overline"))
    layout.addWidget(text_label(why.rule.render(), wrap=True, selectable=True))
    if why.inputs:
        layout.addWidget(text_label(tr("Données"), "overline"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE.large)
        grid.setVerticalSpacing(theme.SPACE.tiny)
        grid.setColumnStretch(1, 1)
        for number, (name, value) in enumerate(why.inputs):
            grid.addWidget(text_label(name.render(), "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text_label(shown(value), wrap=True, selectable=True), number, 1)
        layout.addLayout(grid)
    if why.steps:
        layout.addWidget(text_label(tr("Étapes"), "overline"))
        steps = QGridLayout()
        steps.setVerticalSpacing(theme.SPACE.tiny)
        steps.setColumnStretch(1, 1)
        for number, step in enumerate(why.steps):
            steps.addWidget(text_label(f"{number + 1}.", "muted"), number, 0, Qt.AlignmentFlag.AlignTop)
            last = number == len(why.steps) - 1
            steps.addWidget(text_label(step.render(), "strong" if last else "body", wrap=True, selectable=True), number, 1)
        layout.addLayout(steps)
    layout.addStretch(1)
    view.setLayout(layout)
    return view


def shown(value: object) -> str:
    """A value of an explanation in the language in use."""
    return value.render() if isinstance(value, Text) else Text("{value}", {"value": value}).render()


class Popover(QFrame):
    """A small panel over the window, closed by Escape, its button or a click elsewhere."""

    def __init__(self, content: QWidget, title: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        close = icon_button("x", tr("Fermer"), self.close)
        layout = column(spacing=theme.SPACE.tiny, margin=theme.SPACE.medium)
        self._head = row(text_label(title, "subheading"), None, close)
        layout.addLayout(self._head)
        self._content = content
        self._area = scrolled(content)
        layout.addWidget(self._area)
        self.setLayout(layout)
        self.setFixedWidth(POPOVER_WIDTH)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a widget between the title and the button that closes."""
        self._head.insertWidget(self._head.count() - 1, widget)

    def fit(self) -> None:
        """Its content says more or less than before: be as high as that takes."""
        self.setFixedHeight(self._needed_height())

    def open_below(self, anchor: QWidget) -> None:
        """Show it below `anchor`, or above where there is no room."""
        height = self._needed_height()
        place = QRect(anchor.mapToGlobal(QPoint(0, anchor.height() + 2)), self.size())
        place.setSize(self.size().expandedTo(self.minimumSize()))
        place.setHeight(height)
        screen = anchor.screen() or QGuiApplication.primaryScreen()
        free = screen.availableGeometry()
        if place.bottom() > free.bottom():
            place.moveBottom(max(free.top() + height, anchor.mapToGlobal(QPoint(0, -2)).y()))
        place.moveLeft(max(free.left(), min(place.left(), free.right() - POPOVER_WIDTH)))
        self.setFixedHeight(height)
        self.move(place.topLeft())
        self.show()
        self.setFocus()

    def _needed_height(self) -> int:
        """As high as what it says, to a limit beyond which it scrolls."""
        self.ensurePolished()
        around = 2 * (theme.SPACE.medium + self.frameWidth())
        above = self._head.sizeHint().height() + theme.SPACE.tiny
        inner = POPOVER_WIDTH - around - 2 * self._area.frameWidth()
        wanted = self._content.heightForWidth(inner) if self._content.hasHeightForWidth() else self._content.sizeHint().height()
        return min(wanted + above + around, HIGHEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
        else:
            super().keyPressEvent(event)
