"""Panels: a record's detail with tabs, a bar that asks before something happens, a dialog that asks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QSizePolicy, QTabBar, QTabWidget, QVBoxLayout, QWidget

from app.domain.text import tr
from app.ui import theme
from app.ui.icons import icon
from app.ui.widgets.basics import ButtonKind, IconLabel, TextKind, button, clear_layout, column, icon_button, reveal, row, text_label
from app.ui.widgets.chips import FlowLayout
from app.ui.widgets.states import StateBadge

#: What a tab's frame takes beside its title; of one set closely.
TAB_AROUND, CLOSE_TAB_AROUND = 28, 10
ICON_TAB = 46


class DetailPanel(QWidget):
    """One record: title, what it is, its state, its actions, and tabs built when first shown.

    `closed` fires on Escape and on the cross; `tab_changed` carries the tab's key.
    """

    closed = Signal()
    tab_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._title = text_label("", "subheading", wrap=True, selectable=True)
        self._subtitle = text_label("", "muted", wrap=True, selectable=True)
        self._badges = FlowLayout()
        self._actions = row(spacing=theme.SPACE.tiny)
        titles = column(self._title, self._subtitle, spacing=theme.SPACE.hair)
        head = QHBoxLayout()
        head.addLayout(titles, 1)
        head.addWidget(icon_button("x", tr("Fermer le détail (Échap)"), self.closed.emit), 0, Qt.AlignmentFlag.AlignTop)
        self._tabs = _Tabs()
        self._tabs.setDocumentMode(True)
        self._tabs.currentChanged.connect(self._show_tab)
        self._keys: list[str] = []
        self._titles: list[tuple[str, QIcon]] = []
        self._holders: list[QVBoxLayout] = []
        self._factories: dict[str, Callable[[], QWidget]] = {}
        self._built: dict[str, QWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE.large, theme.SPACE.medium, theme.SPACE.small, 0)
        layout.setSpacing(theme.SPACE.small)
        layout.addLayout(head)
        layout.addLayout(self._badges)
        layout.addLayout(self._actions)
        layout.addWidget(self._tabs, 1)
        self.setMinimumWidth(320)

    def set_head(self, title: str, subtitle: str = "", *badges: StateBadge) -> None:
        """Say which record this is."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))
        self.setAccessibleName(title)
        while (item := self._badges.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for badge in badges:
            self._badges.addWidget(badge)
            badge.show()

    def set_actions(self, *actions: QWidget) -> None:
        """The buttons below the title."""
        clear_layout(self._actions)
        for action in actions:
            self._actions.addWidget(action)
        self._actions.addStretch(1)

    def add_tab(self, key: str, title: str, factory: Callable[[], QWidget], icon_name: str | None = None) -> None:
        """Add a tab; `factory` builds its content when it is first shown. Where the titles have no room together, even set closely, `icon_name` stands for it."""
        holder = QWidget()
        column_layout = QVBoxLayout(holder)
        column_layout.setContentsMargins(0, theme.SPACE.small, 0, 0)
        self._keys.append(key)
        self._holders.append(column_layout)
        self._factories[key] = factory
        self._titles.append((title, icon(icon_name) if icon_name is not None else QIcon()))
        self._tabs.addTab(holder, title.replace("&", "&&"))
        self._fit_tabs()

    def set_tab_title(self, key: str, title: str) -> None:
        """Change a tab's title, to show a count."""
        place = self._keys.index(key)
        self._titles[place] = title, self._titles[place][1]
        self._fit_tabs()

    def _fit_tabs(self) -> None:
        """Titles without room for all are set closely and smaller; where even that is too wide, the tabs that are not shown keep their icons."""
        bar, width = self._tabs.tabBar(), self._tabs.width()
        with_icons = all(not image.isNull() for _, image in self._titles)
        close = with_icons and 0 < width < self._tabs_width(1.0, TAB_AROUND)
        narrow = close and width < self._tabs_width(theme.SMALL, CLOSE_TAB_AROUND)
        if bool(bar.property("close")) != (close and not narrow):
            bar.setProperty("close", close and not narrow)
            theme.restyle(bar)
            bar.setFont(theme.font(theme.SMALL if close and not narrow else 1.0))
        for place, (title, image) in enumerate(self._titles):
            short = narrow and place != self._tabs.currentIndex()
            text, shown = "" if short else title.replace("&", "&&"), image if short else QIcon()
            if bar.tabText(place) != text:
                bar.setTabText(place, text)
            if bar.tabIcon(place).isNull() != shown.isNull():
                bar.setTabIcon(place, shown)
            bar.setTabToolTip(place, title if short else "")
            bar.setAccessibleTabName(place, title)

    def _tabs_width(self, scale: float, around: int) -> int:
        metrics = QFontMetrics(theme.font(scale))
        return sum(metrics.horizontalAdvance(title) + around for title, _ in self._titles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_tabs()

    def current_tab(self) -> str:
        """The key of the tab shown."""
        return self._keys[self._tabs.currentIndex()] if self._keys else ""

    def show_tab(self, key: str) -> None:
        """Go to a tab."""
        self._tabs.setCurrentIndex(self._keys.index(key))

    def tab(self, key: str) -> QWidget | None:
        """The content of a tab, if it was built."""
        return self._built.get(key)

    def forget_tabs(self) -> None:
        """Another record: contents are built again, the one shown at once."""
        for key, widget in self._built.items():
            self._holders[self._keys.index(key)].removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._built.clear()
        self._show_tab(self._tabs.currentIndex())

    def _show_tab(self, index: int) -> None:
        if not 0 <= index < len(self._keys):
            return
        self._fit_tabs()
        key = self._keys[index]
        if key not in self._built:
            self._built[key] = self._factories[key]()
            self._holders[index].addWidget(self._built[key])
        self.tab_changed.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class _Tabs(QTabWidget):
    """Tabs that may show an icon alone, without the room of a title."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabBar(_TabBar())


class _TabBar(QTabBar):
    def tabSizeHint(self, index: int) -> QSize:
        whole = super().tabSizeHint(index)
        return whole if self.tabText(index) else QSize(ICON_TAB, whole.height())


class ConfirmBar(QFrame):
    """A bar in the page for what concerns several records: the sentence, its actions, and the way out (Escape)."""

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confirmbar")
        self._label = text_label("")
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._actions = row(spacing=theme.SPACE.tiny)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.SPACE.medium, theme.SPACE.tiny, theme.SPACE.tiny, theme.SPACE.tiny)
        layout.addWidget(self._label, 1)
        layout.addLayout(self._actions)
        layout.addWidget(icon_button("x", tr("Fermer"), self.dismiss))
        self.hide()

    def ask(self, text: str, *actions: QWidget) -> None:
        """Show the bar with `text` and buttons."""
        self._label.setText(text)
        self.setAccessibleName(text)
        clear_layout(self._actions)
        for action in actions:
            self._actions.addWidget(action)
        reveal(self)

    def ask_to_leave(self, text: str, way_out: str, leave: Callable[[], object]) -> None:
        """Ask before input is lost; the focus goes to the button `way_out`, which loses it."""
        losing = button(way_out, leave, kind="danger")
        self.ask(text, losing)
        losing.setFocus()

    def set_text(self, text: str) -> None:
        """Change the sentence only, keeping the buttons and the focus."""
        self._label.setText(text)
        self.setAccessibleName(text)

    def dismiss(self) -> None:
        """Hide the bar."""
        self.hide()
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)


class AskDialog(QDialog):
    """A question with one main answer. The way out (« Annuler ») has the focus when the answer cannot be undone."""

    def __init__(
        self,
        title: str,
        text: str,
        accept: str,
        *,
        danger: bool = False,
        content: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        layout = column(spacing=theme.SPACE.medium, margin=theme.SPACE.large)
        kind: TextKind = "subheading"
        words = column(text_label(title, kind, wrap=True), text_label(text, wrap=True), spacing=theme.SPACE.tiny)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE.medium)
        if danger:
            head.addWidget(IconLabel("triangle-alert", "warning", 28), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        layout.addLayout(head)
        if content is not None:
            layout.addWidget(content)
        yes: ButtonKind = "danger" if danger else "primary"
        self.accept_button = button(accept, self.accept, kind=yes)
        self.cancel_button = button(tr("Annuler"), self.reject)
        self.accept_button.setDefault(not danger)
        layout.addLayout(row(None, self.cancel_button, self.accept_button))
        self.setLayout(layout)
        (self.cancel_button if danger else self.accept_button).setFocus()


def ask(parent: QWidget, title: str, text: str, accept: str, *, danger: bool = False) -> bool:
    """Ask and wait for the answer; `True` when the user accepts. Prefer undo to questions."""
    return AskDialog(title, text, accept, danger=danger, parent=parent).exec() == QDialog.DialogCode.Accepted
