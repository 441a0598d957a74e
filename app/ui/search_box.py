"""The search across everything (Ctrl+K): a field, and a list grouped by kind below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.text import Text, msg, tr
from app.ui import theme
from app.ui.icons import icon
from app.ui.screen import Route
from app.ui.widgets.basics import column, text_label

if TYPE_CHECKING:
    from app.domain.values.office import SearchHit

KINDS: dict[str, tuple[Text, str, str, str | None]] = {
    "equipment": (msg("Matériel"), "monitor", "equipment", None),
    "contract": (msg("Contrats"), "scroll-text", "contracts", None),
    "person": (msg("Collaborateurs"), "user", "settings", "person"),
    "site": (msg("Sites"), "map-pin", "settings", "site"),
    "document": (msg("Documents"), "file-text", "documents", None),
    "request": (msg("Demandes"), "life-buoy", "support", None),
}
"""Kind of hit: title of its group, icon, the screen that shows it, and the action to ask of that screen."""

_DETAIL = int(Qt.ItemDataRole.UserRole) + 1
_HIT = int(Qt.ItemDataRole.UserRole)
POPUP_WIDTH = 560


class SearchBox(QLineEdit):
    """Type, go down, Enter. `asked` carries each new text; `chosen` a `Route`."""

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("Rechercher partout (Ctrl+K)"))
        self.setAccessibleName(tr("Rechercher partout"))
        self.setClearButtonEnabled(True)
        self.addAction(icon("search", "text_muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.setMaximumWidth(460)
        self.setMinimumWidth(180)
        self._popup: _Popup | None = None
        self._before: QWidget | None = None
        self.textChanged.connect(self._text_changed)

    def begin(self) -> None:
        """Take the focus, all text selected (Ctrl+K)."""
        focus = self.window().focusWidget()
        if focus is not self:
            self._before = focus
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def show_hits(self, text: str, hits: Sequence[SearchHit]) -> None:
        """Answer `asked(text)`; ignored when the text has changed since or the focus went elsewhere."""
        if text != self.text().strip() or not text or self.window().focusWidget() is not self:
            return
        self.popup.show_hits(text, hits)
        self._place()
        self.popup.show()
        self.popup.raise_()

    @property
    def popup(self) -> _Popup:
        """The list of answers, made when first needed."""
        if self._popup is None:
            self._popup = _Popup(self.window(), self._choose)
            self.window().installEventFilter(self)
        return self._popup

    def _text_changed(self, text: str) -> None:
        if text.strip():
            self.asked.emit(text.strip())
        else:
            self._hide_popup()

    def _choose(self, hit: SearchHit) -> None:
        self._hide_popup()
        self.clear()
        _, _, screen, action = KINDS[hit.kind]
        self.chosen.emit(Route(screen, hit.id, action))

    def _hide_popup(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def _place(self) -> None:
        window = self.window()
        corner = self.mapTo(window, QPoint(0, self.height() + 4))
        width = min(max(POPUP_WIDTH, self.width()), window.width() - corner.x() - 8)
        height = min(self.popup.wanted_height(), window.height() - corner.y() - 16)
        self.popup.setGeometry(QRect(corner, QSize(width, height)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        shown = self._popup is not None and not self._popup.isHidden()
        if shown and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.popup.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif shown and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.popup.choose_current()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.text():
            self.clear()
        elif self._before is not None:
            self._before.setFocus()
            self._before = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.text().strip():
            self.asked.emit(self.text().strip())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hide_popup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._popup is not None and not self._popup.isHidden():
            self._place()
        return super().eventFilter(watched, event)


class _Popup(QFrame):
    """Stays beside the focus: the field keeps the keyboard, the list shows where it is."""

    def __init__(self, parent: QWidget, choose: Callable[[SearchHit], None]) -> None:
        super().__init__(parent)
        self.setObjectName("popover")
        self._choose = choose
        self.list = QListWidget()
        self.list.setObjectName("hits")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setItemDelegate(_HitDelegate(self.list))
        self.list.setAccessibleName(tr("Résultats de la recherche"))
        self.list.itemClicked.connect(self._clicked)
        self.nothing = text_label("", "muted")
        self.nothing.setContentsMargins(theme.SPACE.small, theme.SPACE.small, theme.SPACE.small, theme.SPACE.small)
        hint = text_label(tr("↑ ↓ pour choisir, Entrée pour ouvrir, Échap pour fermer"), "small")
        hint.setContentsMargins(theme.SPACE.small, 0, theme.SPACE.small, 0)
        self.setLayout(column(self.list, self.nothing, hint, spacing=theme.SPACE.tiny, margin=theme.SPACE.tiny))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_hits(self, text: str, hits: Sequence[SearchHit]) -> None:
        """Fill the list; the first hit is the current one."""
        self.list.clear()
        kind = ""
        for hit in hits:
            if hit.kind not in KINDS:
                continue
            title, icon_name, _, _ = KINDS[hit.kind]
            if hit.kind != kind:
                kind = hit.kind
                head = QListWidgetItem(title.render())
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(head)
            item = QListWidgetItem(icon(icon_name, "text_muted"), hit.title)
            item.setData(_HIT, hit)
            item.setData(_DETAIL, hit.detail)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title.render()}, {hit.title}, {hit.detail}")
            self.list.addItem(item)
        self.nothing.setText(tr("Aucun résultat pour «\u00a0{text}\u00a0»", text=text))
        self.nothing.setVisible(self.list.count() == 0)
        self.list.setVisible(self.list.count() > 0)
        self.move_by(1)

    def wanted_height(self) -> int:
        """Tall enough for all hits."""
        lines = sum(self.list.sizeHintForRow(number) for number in range(self.list.count()))
        return (lines + 4 if lines else 36) + 40

    def move_by(self, step: int) -> None:
        """To the next or previous hit, over the titles of the groups, round the ends."""
        count = self.list.count()
        row = self.list.currentRow()
        for _ in range(count):
            row = (row + step) % count
            if self.list.item(row).data(_HIT) is not None:
                self.list.setCurrentRow(row)
                return

    def choose_current(self) -> None:
        """Open the current hit."""
        item = self.list.currentItem()
        if item is not None and item.data(_HIT) is not None:
            self._choose(item.data(_HIT))

    def _clicked(self, item: QListWidgetItem) -> None:
        if item.data(_HIT) is not None:
            self._choose(item.data(_HIT))


class _HitDelegate(QStyledItemDelegate):
    """Title at the left, what tells it from its neighbours after it, quieter."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, 30 if index.data(_HIT) is not None else 26)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        colours = theme.current()
        rect: QRect = option.rect
        painter.save()
        if index.data(_HIT) is None:
            painter.setFont(theme.font(theme.SMALL, bold=True))
            painter.setPen(QColor(colours.text_muted))
            painter.drawText(rect.adjusted(8, 4, -8, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data()))
            painter.restore()
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(colours.accent))
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, QRect(rect.left() + 10, rect.center().y() - 7, 16, 16))
        metrics = painter.fontMetrics()
        title = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, rect.width() * 6 // 10)
        painter.setPen(QColor(colours.on_accent_soft if selected else colours.text))
        painter.drawText(rect.adjusted(36, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, title)
        rest = rect.adjusted(36 + metrics.horizontalAdvance(title) + 12, 0, -8, 0)
        painter.setPen(QColor(colours.on_accent_soft if selected else colours.text_muted))
        detail = metrics.elidedText(str(index.data(_DETAIL)), Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, detail)
        painter.restore()
