"""`Walker`: uses the window as a person would, with clicks and keys sent to its widgets, and takes pictures of what is in sight.

It never sleeps: each wait ends as soon as what is waited for is there, and fails once that takes too long.

Thread: Qt's. The event loop keeps running while the walker waits.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QDialog, QScrollArea, QTabBar, QWidget

from app.domain.text import Text, msg
from app.ui import theme

if TYPE_CHECKING:
    from app.ui.application import WindowControl
    from app.ui.main_window import MainWindow

T = TypeVar("T")
D = TypeVar("D", bound=QDialog)
PATIENCE_MS = 20_000
LOOK_EVERY_MS = 10
NO_KEYS = Qt.KeyboardModifier.NoModifier


class WalkError(Exception):
    """Something in the window is not there, or does not answer. `text` says what."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.render("en"))
        self.text = text


class Walker:
    """See the module. `patience` is how long, in milliseconds, a wait may take."""

    def __init__(self, control: WindowControl, patience: int = PATIENCE_MS) -> None:
        self.control = control
        self._patience = patience

    @property
    def window(self) -> MainWindow:
        """The window there is now."""
        return self.control.window

    # Waiting -----------------------------------------------------------------------------------------------------------------------

    def wait_until(self, holds: Callable[[], object], what: Text) -> None:
        """Let the window work until `holds()`.

        Raises:
            WalkError: it did not within the walker's patience; `what` names what was waited for.
        """
        if holds():
            return
        loop, look, late = QEventLoop(), QTimer(), QTimer()
        look.timeout.connect(lambda: loop.quit() if holds() else None)
        late.timeout.connect(loop.quit)
        look.start(LOOK_EVERY_MS)
        late.start(self._patience)
        loop.exec()
        look.stop()
        late.stop()
        if not holds():
            raise WalkError(msg("attendu en vain\u00a0: {what}", what=what))

    def wait_for(self, find: Callable[[], T | None], what: Text) -> T:
        """What `find` gives once it gives something."""
        self.wait_until(lambda: find() is not None, what)
        found = find()
        if found is None:
            raise WalkError(msg("attendu en vain\u00a0: {what}", what=what))
        return found

    def settle(self) -> None:
        """Wait until the workers have nothing left to do, and everything they found is painted.

        Raises:
            WalkError: an operation failed, and the window says so.
        """
        idle: list[bool] = []
        connection = self.control.tasks.idle.connect(lambda: idle.append(True))
        self.control.tasks.run(lambda: None)
        try:
            self.wait_until(lambda: idle, msg("la fin du travail en cours"))
        finally:
            self.control.tasks.idle.disconnect(connection)
        self._turn()
        banner = self.window.banner
        if not banner.isHidden():
            raise WalkError(msg("la fenêtre signale\u00a0: {text}", text=banner.accessibleName()))

    def _turn(self) -> None:
        """Let the event loop go round, so that what changed is laid out and painted."""
        for _ in range(3):
            loop = QEventLoop()
            QTimer.singleShot(0, loop.quit)
            loop.exec()

    def _do(self, act: Callable[[], object]) -> None:
        """Carry out `act` inside the event loop, as Qt does with what comes from mouse and keyboard."""
        loop = QEventLoop()
        done: list[bool] = []

        def run() -> None:
            act()
            done.append(True)
            loop.quit()

        QTimer.singleShot(0, run)
        loop.exec()
        if not done:
            raise WalkError(msg("la fenêtre s’est fermée"))

    # Mouse -------------------------------------------------------------------------------------------------------------------------

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget, in the middle unless `at` says where, once it is in sight and enabled.

        Raises:
            WalkError: it is hidden, disabled, or something lies over it.
        """
        what = msg("«\u00a0{name}\u00a0» en vue et utilisable", name=_name(widget))
        self.wait_until(lambda: widget.isVisible() and widget.isEnabled(), what)
        _scroll_to(widget)
        self._turn()
        place = at if at is not None else widget.rect().center()
        top = widget.window()
        there = widget.mapTo(top, place)
        found = top.childAt(there) or top
        if found is not widget and not widget.isAncestorOf(found):
            raise WalkError(msg("«\u00a0{name}\u00a0» est caché par autre chose", name=_name(widget)))
        self._do(lambda: _focus(found))
        inside = QPointF(found.mapFrom(top, there))
        for kind, buttons in (
            (QEvent.Type.MouseButtonPress, Qt.MouseButton.LeftButton),
            (QEvent.Type.MouseButtonRelease, Qt.MouseButton.NoButton),
        ):
            event = QMouseEvent(kind, inside, QPointF(top.mapToGlobal(there)), Qt.MouseButton.LeftButton, buttons, NO_KEYS)
            self._do(lambda event=event: QApplication.sendEvent(found, event))  # type: ignore[misc]

    def press(self, name: str, inside: QWidget | None = None) -> None:
        """Click the button of that name (`&` left out) in `inside`, or in the window."""
        self.click(self.button(name, inside))

    def button(self, name: str, inside: QWidget | None = None) -> QAbstractButton:
        """The button of that name, once it is in sight."""
        wanted = name.replace("&", "")

        def find() -> QAbstractButton | None:
            for each in (inside or self.window).findChildren(QAbstractButton):
                if each.isVisible() and wanted in (each.accessibleName(), each.text().replace("&", "")):
                    return each
            return None

        return self.wait_for(find, msg("le bouton «\u00a0{name}\u00a0»", name=wanted))

    def click_row(self, view: QAbstractItemView, row: int) -> None:
        """Click a row of a table or list, once the list has come to rest."""
        self.settle()
        index = view.model().index(row, 0)
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def click_tab(self, inside: QWidget, title: str) -> None:
        """Click the tab whose title begins with `title`; one without room for its title tells it as a tool tip."""
        for bar in inside.findChildren(QTabBar):
            for place in range(bar.count()):
                shown = bar.tabText(place).replace("&", "") or bar.tabToolTip(place)
                if bar.isVisible() and shown.startswith(title):
                    self.click(bar, bar.tabRect(place).center())
                    return
        raise WalkError(msg("l’onglet «\u00a0{name}\u00a0» manque", name=title))

    # Keys --------------------------------------------------------------------------------------------------------------------------

    def write(self, field: QWidget, text: str) -> None:
        """Click a field, take away what is in it, and type `text` letter by letter."""
        self.click(field)
        self.key(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.key(field, Qt.Key.Key_Delete)
        for letter in text:
            self.key(field, Qt.Key.Key_unknown, text=letter)

    def key(self, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEYS, text: str = "") -> None:
        """Press and release a key on a widget."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._do(lambda kind=kind: QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, text)))  # type: ignore[misc]

    # Dialogs and pictures ----------------------------------------------------------------------------------------------------------

    def dialog(self, kind: type[D]) -> D:
        """The dialog of that class, once it is open."""

        def find() -> D | None:
            return next((each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()), None)

        return self.wait_for(find, msg("la fenêtre «\u00a0{name}\u00a0»", name=kind.__name__))

    def wait_closed(self, dialog: QDialog) -> None:
        """Wait until a dialog has gone."""
        title = dialog.windowTitle()

        def gone() -> bool:
            with contextlib.suppress(RuntimeError):  # deleted when it was closed
                return not dialog.isVisible()
            return True

        self.wait_until(gone, msg("la fermeture de «\u00a0{name}\u00a0»", name=title))

    def popup(self) -> QWidget:
        """The popup that is open."""
        return self.wait_for(QApplication.activePopupWidget, msg("une bulle ouverte"))

    def picture(self) -> QPixmap:
        """The window as it is, with the dialogs and popups over it."""
        return picture(self.window)


def picture(window: QWidget) -> QPixmap:
    """A picture of a window and of what floats over it, each framed; a dialog shades what it blocks."""
    others = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window and each.width() > 1]
    others.sort(key=_depth)
    corner = window.mapToGlobal(QPoint(0, 0))
    places = [QRect(each.mapToGlobal(QPoint(0, 0)) - corner, each.size()) for each in others]
    whole = QRect(QPoint(0, 0), window.size())
    for place in places:
        whole = whole.united(place.adjusted(-1, -1, 1, 1))
    ratio = window.devicePixelRatio()
    made = QPixmap(whole.size() * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(QColor(theme.current().border_strong))
    painter = QPainter(made)
    painter.translate(-whole.topLeft())
    painter.drawPixmap(QPoint(0, 0), window.grab())
    for each, place in zip(others, places, strict=True):
        if isinstance(each, QDialog):
            painter.fillRect(QRect(QPoint(0, 0), window.size()), theme.shade())
        painter.drawPixmap(place.topLeft(), each.grab())
        painter.setPen(QPen(QColor(theme.current().border_strong), 1))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
    painter.end()
    return made


def picture_size() -> QSize:
    """The size of the window that pictures are taken of, as the program opens on an ordinary screen."""
    from app.ui.main_window import DEFAULT_SIZE

    return DEFAULT_SIZE.boundedTo(QGuiApplication.primaryScreen().availableGeometry().size())


def is_drawn(widget: QWidget) -> bool:
    """Whether a widget shows more than a ground and a frame: a page of a PDF is drawn in a thread of Qt's own."""
    small = widget.grab().toImage().scaled(96, 96)
    return len({small.pixel(x, y) for x in range(small.width()) for y in range(small.height())}) > 24


def _depth(widget: QWidget) -> int:
    depth, parent = 0, widget.parentWidget()
    while parent is not None:
        depth, parent = depth + 1, parent.parentWidget()
    return depth + (1000 if widget.windowType() == Qt.WindowType.Popup else 0)


def _name(widget: QWidget) -> str:
    return widget.accessibleName() or widget.objectName() or type(widget).__name__


def _focus(clicked: QWidget) -> None:
    """Give the focus to what is clicked: Qt does so only for events that come from the system."""
    widget: QWidget | None = clicked
    while widget is not None and not (widget.focusPolicy() & Qt.FocusPolicy.ClickFocus and widget.isEnabled()):
        widget = None if widget.isWindow() else widget.parentWidget()
    if widget is not None:
        widget.setFocus(Qt.FocusReason.MouseFocusReason)


def _scroll_to(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None and not widget.isWindow():
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 8, 8)
        parent = parent.parentWidget()
